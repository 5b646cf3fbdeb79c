package report

import (
	"fmt"
	"io"
	"strings"

	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/quote"
)

// detail prints one finding in full: the rule and the place, what is wrong in a
// line, the draft's words, the word diff or the words that clash, and the
// passages that decided.
func detail(w io.Writer, r *verify.Report, f *verify.Finding, number int, at places, opt Options) error {
	t, m := opt.theme(), opt.marks()
	where := at.of(f, f.Statement.Span())
	place := fmt.Sprintf("%s:%d:%d", printable(f.Draft.Path), where.start.Line, where.start.Column)
	head := fmt.Sprintf("%s %d  %s", m.levels[f.Level&3], number, f.Rule())
	paint := t.level(f.Level)
	if f.Suppressed != "" {
		head = fmt.Sprintf("%s %d  %s (suppressed: %s)", m.stances[0], number, f.Rule(), printable(f.Suppressed))
		paint = t.faint
	}
	for i, v := range f.Also {
		head += []string{", also ", ", "}[min(i, 1)] + v.String()
	}
	pad := max(2, min(opt.width(), 100)-width(head)-width(place))
	var b strings.Builder
	b.WriteString(paint(head) + strings.Repeat(" ", pad) + t.faint(place) + "\n")
	g := gutter{opt: opt, label: len("draft")}
	if len(f.Reviews) > 0 {
		g.label = len("checked")
	}
	shown := shownEvidence(f, opt)
	for _, e := range shown {
		g.label = max(g.label, min(max(opt.width()/4, 22), 24, width(label(e, m))))
	}
	if f.Message != "" {
		for _, l := range wrapped(printable(f.Message), opt.width()-2) {
			g.b.WriteString("  " + l + "\n")
		}
	}
	g.put("draft", draftLines(f, shown, &g, paint)...)
	for i, e := range shown {
		evidence(&g, f, e, i == 0 && e == &f.Evidence[0])
	}
	if n := len(f.Evidence) - len(shown); n > 0 {
		g.put("", t.faint("and "+plural(n, "more passage")+": --explain shows them"))
	}
	for i := range f.Reviews {
		g.put("checked", wrapped(reviewLine(&f.Reviews[i]), g.room())...)
	}
	b.WriteString(g.b.String() + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// reviewLine says what a publisher found who checked the claim of a finding.
func reviewLine(r *verify.Review) string {
	parts := []string{"“" + r.Claim + "”"}
	if r.By != "" {
		parts = append(parts, "claimed by "+r.By)
	}
	found := "checked by " + r.Publisher
	if r.Rating != "" {
		found = r.Publisher + " found “" + r.Rating + "”"
	}
	parts = append(parts, found)
	if r.Date != 0 {
		parts = append(parts, longDate(r.Date))
	}
	if r.URL != "" {
		parts = append(parts, r.URL)
	}
	return printable(strings.Join(parts, ", "))
}

// shownEvidence returns what decided, or the best of either side; with Explain
// all.
func shownEvidence(f *verify.Finding, opt Options) []*verify.Evidence {
	var out []*verify.Evidence
	seen := [4]bool{}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		if opt.Explain || !seen[e.Stance&3] && (e.Stance != verify.Silent || i == 0) {
			out = append(out, e)
		}
		seen[e.Stance&3] = true
	}
	return out
}

// label says who stands behind a passage, and on which side.
func label(e *verify.Evidence, m marks) string {
	if e.Stance != verify.Silent {
		return m.stances[e.Stance&3] + " " + sourceName(e)
	}
	return sourceName(e)
}

// sourceName says who answers for a passage; never empty.
func sourceName(e *verify.Evidence) string {
	for _, s := range []string{e.Source, e.Publisher, e.Document} {
		if s != "" {
			return printable(verify.SourceName(s))
		}
	}
	return "source"
}

// draftLines shows the words of the draft: for an altered quotation as a word
// diff, else with the words that clash marked.
func draftLines(f *verify.Finding, shown []*verify.Evidence, g *gutter, paint func(string) string) []string {
	if len(shown) > 0 && changed(shown[0].Edits) {
		return wrapStyled(diff(f.Statement.Text, shown[0].Text, shown[0].Edits), g.room(), g.opt)
	}
	var clash []text.Span
	for _, r := range f.Reasons {
		clash = append(clash, r.Statement)
	}
	clashing := func(s string) string { return g.opt.theme().bold(paint(s)) } // not by its colour alone
	return newPassage(f.Statement.Text, clash...).lines(g.room(), g.opt, clashing)
}

// evidence prints one passage and where it stands.
func evidence(g *gutter, f *verify.Finding, e *verify.Evidence, decided bool) {
	t := g.opt.theme()
	name := shorten(label(e, g.opt.marks()), g.label, g.opt.marks().ellipsis)
	g.put(name, evidencePassage(f, e, decided).lines(g.room(), g.opt, t.bold)...)
	for _, l := range wrapped(origin(e), g.room()) {
		g.put("", t.faint(l))
	}
}

// origin says where a passage stands: speaker, carrier, date, file or address.
func origin(e *verify.Evidence) string {
	var parts []string
	if said := spoken(e); said != "" {
		parts = append(parts, said)
	}
	if e.Publisher != "" && e.Publisher != e.Source {
		parts = append(parts, "in "+e.Publisher)
	}
	if e.Date != 0 {
		parts = append(parts, longDate(e.Date))
	}
	if e.Embargo != 0 {
		parts = append(parts, "under embargo until "+longDate(e.Embargo))
	}
	switch {
	case e.Path != "":
		parts = append(parts, e.Path)
		if e.Page > 0 {
			parts = append(parts, fmt.Sprintf("page %d", e.Page))
		}
	case e.Document != "":
		parts = append(parts, e.Document)
	}
	if e.URL != "" {
		parts = append(parts, e.URL)
	}
	return printable(strings.Join(parts, ", "))
}

// spoken says by whom, to whom and when words were said, as far as the line does
// not show it elsewhere; empty if that is all.
func spoken(e *verify.Evidence) string {
	var b strings.Builder
	if e.Speaker != "" && e.Speaker != e.Source {
		b.WriteString(" by " + e.Speaker)
	}
	if e.Told != "" && e.Told != e.Source {
		b.WriteString(" to " + e.Told)
	}
	if e.Said != 0 && e.Said != e.Date {
		b.WriteString(" on " + longDate(e.Said))
	}
	if b.Len() == 0 {
		return ""
	}
	return "said" + b.String()
}

// changed reports whether a word diff shows anything.
func changed(edits []quote.Edit) bool {
	for _, e := range edits {
		if e.Op != quote.Keep {
			return true
		}
	}
	return false
}

// A styled run is a piece of a word diff.
type styled struct {
	text string
	op   quote.Op // Insert, Delete, Gap or Keep
}

// diff lays the words of draft and source into one text, the source's before the
// draft's.
func diff(draft, source string, edits []quote.Edit) []styled {
	var out []styled
	at := 0
	shown := 0
	put := func(s string, op quote.Op) {
		if shown += len(s); shown > longest {
			return
		}
		if s = printable(s); s != "" {
			out = append(out, styled{s, op})
		}
	}
	for _, e := range edits {
		if e.Draft.Start > at {
			put(text.Span{Start: at, End: e.Draft.Start}.In(draft), quote.Keep)
		}
		was, is := e.Source.In(source), e.Draft.In(draft)
		switch e.Op {
		case quote.Keep:
			put(is, quote.Keep)
		case quote.Gap:
			put(is, quote.Keep)
			put(was, quote.Gap)
		case quote.Bracket:
			put(was, quote.Gap)
			put(is, quote.Keep)
		default:
			put(was, quote.Delete)
			put(is, quote.Insert)
		}
		at = max(at, e.Draft.End)
	}
	if at < len(draft) {
		put(draft[at:], quote.Keep)
	}
	return out
}

// wrapStyled wraps a word diff. Without colour, words of the source that are gone
// stand in [-...-], words that are new in {+...+}, what an ellipsis stands for in
// (...).
func wrapStyled(runs []styled, limit int, opt Options) []string {
	t := opt.theme()
	var plain strings.Builder
	type mark struct {
		text.Span
		op quote.Op
	}
	var spans []mark
	for _, r := range runs {
		s := r.text
		switch {
		case r.op == quote.Gap:
			s = "(" + s + ")"
		case r.op == quote.Delete && !opt.Colour:
			s = "[-" + s + "-]"
		case r.op == quote.Insert && !opt.Colour:
			s = "{+" + s + "+}"
		}
		if plain.Len() > 0 && !strings.HasPrefix(s, ",") && !strings.HasPrefix(s, ".") {
			plain.WriteByte(' ')
		}
		start := plain.Len()
		plain.WriteString(s)
		spans = append(spans, mark{text.Span{Start: start, End: plain.Len()}, r.op})
	}
	whole := plain.String()
	var out []string
	for _, l := range wrap(whole, limit) {
		var b strings.Builder
		at := l[0]
		for _, m := range spans {
			lo, hi := max(m.Start, at), min(m.End, l[1])
			if lo >= hi {
				continue
			}
			b.WriteString(whole[at:lo])
			switch m.op {
			case quote.Delete:
				b.WriteString(t.removed(whole[lo:hi]))
			case quote.Insert:
				b.WriteString(t.added(whole[lo:hi]))
			case quote.Gap:
				b.WriteString(t.faint(whole[lo:hi]))
			default:
				b.WriteString(whole[lo:hi])
			}
			at = hi
		}
		b.WriteString(whole[at:l[1]])
		out = append(out, b.String())
	}
	return out
}
