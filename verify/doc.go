// Package verify judges the statements of drafts against an archive: the index
// proposes, the judge decides, and every verdict shows its passage. It never
// reports a statement supported that its sources do not support.
package verify
