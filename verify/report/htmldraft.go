package report

import (
	"container/heap"
	"iter"
	"sort"
	"strings"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
)

// A draftView is a draft as text with marks. Statements may overlap: where several
// cover the same words the worst, then the shortest, gives the mark, and each has
// a reference of its own behind its last word.
type draftView struct {
	page     *page
	doc      *claims.Document
	findings []int

	Path, Lang string
}

// A blockView is a paragraph, heading, list item or table cell.
type blockView struct {
	Kind string // "p", "h", "li", "quote", "cell", "caption"
	Runs []draftRun
}

// A draftRun is a run of words under the same mark, with the references that
// stand behind it.
type draftRun struct {
	Text   string
	Number int    // of the finding that gives the mark; 0 if none
	Class  string // of the mark
	Refs   []refView
}

// A refView leads from the draft to a finding.
type refView struct {
	Number                      int
	Class, Icon, Verdict, Label string
}

// blockNames are the kinds of blocks in the template.
var blockNames = [...]string{claims.Paragraph: "p", claims.Heading: "h", claims.Item: "li", claims.Cell: "cell", claims.Quotation: "quote", claims.Caption: "caption", claims.Stressed: "p"}

// Blocks returns the blocks of the draft in order.
func (d draftView) Blocks() iter.Seq[blockView] {
	return func(yield func(blockView) bool) {
		m := newMarker(d)
		for _, b := range blocks(d.doc) {
			v := blockView{Kind: "p", Runs: m.runs(b.Span)}
			if int(b.Kind) < len(blockNames) {
				v.Kind = blockNames[b.Kind]
			}
			if len(v.Runs) > 0 && !yield(v) {
				return
			}
		}
		if refs := m.refsUpTo(len(d.doc.Text) + 1); len(refs) > 0 {
			yield(blockView{Kind: "p", Runs: []draftRun{{Refs: refs}}})
		}
	}
}

// blocks returns the blocks of a document, or what empty lines divide if it has
// none.
func blocks(d *claims.Document) []claims.Block {
	if len(d.Blocks) > 0 {
		return d.Blocks
	}
	var out []claims.Block
	for at := 0; at < len(d.Text); {
		end := len(d.Text)
		if i := strings.Index(d.Text[at:], "\n\n"); i >= 0 {
			end = at + i
		}
		out = append(out, claims.Block{Span: text.Span{Start: at, End: end}})
		at = end + 2
	}
	return out
}

// A marker walks through a draft once, from its start to its end.
type marker struct {
	page   *page
	src    string
	spans  []markSpan // by start
	next   int        // of spans: not yet begun
	active markHeap   // begun; ended ones are dropped when they come to the top
	cuts   []int      // where a mark or a reference begins or ends, in order
	refs   []refAt    // by offset
}

type markSpan struct {
	text.Span
	finding int // of the report
	level   verify.Level
}

type refAt struct{ at, finding int }

// markHeap has the mark to show on top.
type markHeap []markSpan

func (h markHeap) Len() int { return len(h) }
func (h markHeap) Less(a, b int) bool {
	x, y := h[a], h[b]
	if x.level != y.level {
		return x.level > y.level
	}
	if x.Len() != y.Len() {
		return x.Len() < y.Len()
	}
	return x.finding < y.finding
}
func (h markHeap) Swap(a, b int) { h[a], h[b] = h[b], h[a] }
func (h *markHeap) Push(x any)   { *h = append(*h, x.(markSpan)) }
func (h *markHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func newMarker(d draftView) *marker {
	m := &marker{page: d.page, src: d.doc.Text}
	for _, i := range d.findings {
		f := &d.page.report.Findings[i]
		end := 0
		for _, s := range f.Statement.Spans {
			s.Start, s.End = max(0, min(s.Start, len(m.src))), max(0, min(s.End, len(m.src)))
			if s.Len() > 0 {
				m.spans = append(m.spans, markSpan{s, i, shownLevel(f)})
				m.cuts = append(m.cuts, s.Start, s.End)
			}
			end = max(end, s.End)
		}
		end = m.behind(end)
		m.refs = append(m.refs, refAt{end, i})
		m.cuts = append(m.cuts, end)
	}
	sort.SliceStable(m.spans, func(a, b int) bool { return m.spans[a].Start < m.spans[b].Start })
	sort.SliceStable(m.refs, func(a, b int) bool { return m.refs[a].at < m.refs[b].at })
	sort.Ints(m.cuts)
	return m
}

// shownLevel is the level of a finding; one that is suppressed weighs nothing.
func shownLevel(f *verify.Finding) verify.Level {
	if f.Suppressed != "" {
		return verify.OK
	}
	return f.Level
}

// behind moves a place behind the marks that close a sentence or a quotation, so
// that a reference does not stand between a word and its full stop.
func (m *marker) behind(at int) int {
	for at < len(m.src) {
		r, n := utf8.DecodeRuneInString(m.src[at:])
		if !strings.ContainsRune("”“\"’'»).,;:!?…", r) {
			break
		}
		at += n
	}
	return at
}

// runs returns the runs of a block; blocks come in order.
func (m *marker) runs(b text.Span) []draftRun {
	b.Start, b.End = max(0, min(b.Start, len(m.src))), max(0, min(b.End, len(m.src)))
	var out []draftRun
	for at := b.Start; at < b.End; {
		for len(m.cuts) > 0 && m.cuts[0] <= at {
			m.cuts = m.cuts[1:]
		}
		end := b.End
		if len(m.cuts) > 0 {
			end = min(end, m.cuts[0])
		}
		run := draftRun{Text: visible(m.src[at:end])}
		if s, ok := m.mark(at); ok {
			f := &m.page.report.Findings[s.finding]
			run.Number, run.Class = s.finding+1, markClass(f)
		}
		run.Refs = m.refsUpTo(end)
		out = append(out, run)
		at = end
	}
	return out
}

// mark returns the mark on the byte at an offset.
func (m *marker) mark(at int) (markSpan, bool) {
	for m.next < len(m.spans) && m.spans[m.next].Start <= at {
		heap.Push(&m.active, m.spans[m.next])
		m.next++
	}
	for len(m.active) > 0 && m.active[0].End <= at {
		heap.Pop(&m.active)
	}
	if len(m.active) == 0 {
		return markSpan{}, false
	}
	return m.active[0], true
}

// refsUpTo returns the references that stand before an offset or at it.
func (m *marker) refsUpTo(at int) []refView {
	var out []refView
	for len(m.refs) > 0 && m.refs[0].at <= at {
		out = append(out, m.page.ref(m.refs[0].finding))
		m.refs = m.refs[1:]
	}
	return out
}

// ref returns the reference to a finding.
func (p *page) ref(i int) refView {
	f := &p.report.Findings[i]
	v := refView{Number: i + 1, Class: markClass(f), Icon: icon(f), Verdict: f.Verdict.String()}
	v.Label = v.Verdict + ", " + f.Level.String()
	if f.Suppressed != "" {
		v.Label = v.Verdict + ", suppressed"
	}
	return v
}

// markClass is the class of a mark and of all that belongs to it.
func markClass(f *verify.Finding) string {
	if f.Suppressed != "" {
		return "suppressed"
	}
	return f.Level.String()
}

// icon names the symbol of a finding.
func icon(f *verify.Finding) string {
	if f.Suppressed != "" {
		return "suppressed"
	}
	return f.Verdict.String()
}
