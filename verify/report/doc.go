// Package report prints what the checker found: one file an output format. A
// format sees the types of package verify and nothing of the analysis.
//
// Reports are deterministic: no time stamp, no absolute path that was not given,
// findings in the order of the drafts. Text from drafts and archives is hostile:
// every format escapes it in its own grammar, and what a person reads on a
// terminal carries no control character and no reversed writing direction.
//
// Columns count Unicode code points from 1, lines from 1, offsets bytes of the
// file from 0.
package report
