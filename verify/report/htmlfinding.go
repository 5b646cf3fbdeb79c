package report

import (
	"fmt"
	"iter"
	"sort"
	"strconv"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/quote"
)

// passagesAFinding bounds the passages that the page shows of one finding.
const passagesAFinding = 20

// A findingView is a finding with its evidence.
type findingView struct {
	Number                          int
	Class, Icon, Verdict, Reason    string
	Called                          string // the verdict as the table words it
	Level, Where, Suppressed        string
	Message, Answer, Speaker, Short string
	Lang                            string // of the draft; empty if unknown
	Also                            []string
	Origins                         string
	Statement                       []textRun
	Diff                            bool
	Columns                         string // numbers of the sources that speak of it
	Cells                           []string
	Evidence                        []evidenceView
	Reviews                         []reviewView
	Hidden                          int // passages beyond passagesAFinding
}

// An evidenceView is one passage.
type evidenceView struct {
	Stance, Side                  string
	Source, Speaker, Carrier      string
	Date, Day, Title, Place, Link string
	Lang                          string // of the passage; empty if unknown
	Passage                       []textRun
}

// A textRun is a piece of a passage or of a word diff.
type textRun struct {
	Kind string // "", "ins", "del", "gap" or "hit"
	Text string
}

func newFindingView(p *page, i int) findingView {
	f := &p.report.Findings[i]
	at := p.at.of(f, f.Statement.Span())
	v := findingView{
		Number: i + 1, Class: markClass(f), Icon: icon(f), Verdict: f.Verdict.String(), Called: Options{}.verdict(f), Level: f.Level.String(), Suppressed: visible(f.Suppressed),
		Where: fmt.Sprintf("%s:%d:%d", visible(f.Draft.Path), at.start.Line, at.start.Column), Speaker: visible(Credit(f.Statement.Attribution)),
		Short: brief(&f.Statement), Lang: f.Draft.Lang,
	}
	_, v.Reason, _ = strings.Cut(f.Rule(), ".")
	if f.Level > verify.OK {
		v.Message = message(f)
		for _, d := range mustRule(f).Docs() {
			v.Answer = d.Answer
		}
	} else if f.Origins > 0 {
		v.Origins = plural(f.Origins, "independent origin")
	}
	for _, a := range f.Also {
		v.Also = append(v.Also, a.String())
	}
	v.Statement, v.Diff = statementRuns(f)
	if f.Statement.Form == claims.Direct {
		v.Short = "“" + v.Short + "”"
		v.Statement = inQuotes(v.Statement)
	}
	v.cells(p, f)
	for k := range f.Evidence {
		if k == passagesAFinding {
			v.Hidden = len(f.Evidence) - k
			break
		}
		v.Evidence = append(v.Evidence, newEvidenceView(f, k))
	}
	for i := range f.Reviews {
		r := f.Reviews[i]
		link := webAddress(r.URL)
		if link != "" {
			r.URL = "" // it is the link's
		}
		v.Reviews = append(v.Reviews, reviewView{visible(reviewLine(&r)), link})
	}
	return v
}

// mustRule returns the rule of a finding: of its verdict if the reason is none
// that the verdict is documented with.
func mustRule(f *verify.Finding) verify.Rule {
	r, ok := verify.ParseRule(f.Rule())
	if !ok {
		r = verify.Rule{Verdict: f.Verdict}
	}
	return r
}

// cells fills the row of the matrix.
func (v *findingView) cells(p *page, f *verify.Finding) {
	v.Cells = make([]string, len(p.Names))
	var speak []int
	for _, s := range f.Stances {
		if k, ok := p.sources[s.Source]; ok && s.Stance != verify.Silent {
			v.Cells[k] = s.Stance.String()
			speak = append(speak, k)
		}
	}
	sort.Ints(speak)
	for _, k := range speak {
		v.Columns += strconv.Itoa(k) + " "
	}
}

// statementRuns shows the draft's words: as a word diff if they were altered, else
// with the words that clash marked.
func statementRuns(f *verify.Finding) (runs []textRun, isDiff bool) {
	if len(f.Evidence) > 0 && changed(f.Evidence[0].Edits) {
		return diffRuns(diff(f.Statement.Text, f.Evidence[0].Text, f.Evidence[0].Edits)), true
	}
	var clash []text.Span
	for _, r := range f.Reasons {
		clash = append(clash, r.Statement)
	}
	return passageRuns(newPassage(f.Statement.Text, clash...)), false
}

// inQuotes puts the words of a quotation between marks, without the comma that led
// over to its attribution.
func inQuotes(runs []textRun) []textRun {
	if n := len(runs); n > 0 && runs[n-1].Kind == "" {
		runs[n-1].Text = strings.TrimRight(runs[n-1].Text, ",;")
	}
	return append(append([]textRun{{"", "“"}}, runs...), textRun{"", "”"})
}

// diffRuns puts the spaces between the runs of a word diff back.
func diffRuns(styles []styled) []textRun {
	kinds := map[quote.Op]string{quote.Insert: "ins", quote.Delete: "del", quote.Gap: "gap"}
	var out []textRun
	for i, s := range styles {
		if i > 0 && !strings.ContainsAny(s.text[:1], ",.;:!?)") {
			out = append(out, textRun{"", " "})
		}
		out = append(out, textRun{kinds[s.op], s.text})
	}
	return out
}

// passageRuns cuts a passage at its marks.
func passageRuns(p passage) []textRun {
	sort.Slice(p.marks, func(a, b int) bool { return p.marks[a].Start < p.marks[b].Start })
	var out []textRun
	at := 0
	put := func(kind string, end int) {
		if end > at {
			out = append(out, textRun{kind, p.text[at:end]})
			at = end
		}
	}
	for _, m := range p.marks {
		put("", m.Start)
		put("hit", m.End)
	}
	put("", len(p.text))
	return out
}

// A reviewView is a publisher's check of the same claim.
type reviewView struct{ Line, Link string }

func newEvidenceView(f *verify.Finding, k int) evidenceView {
	e := &f.Evidence[k]
	v := evidenceView{Stance: e.Stance.String(), Side: side(e), Source: sourceName(e), Title: visible(e.Title), Link: webAddress(e.URL), Lang: e.Lang}
	if e.Speaker != e.Source {
		v.Speaker = visible(e.Speaker)
	}
	if e.Publisher != e.Source {
		v.Carrier = visible(e.Publisher)
	}
	if e.Date != 0 {
		v.Date, v.Day = longDate(e.Date), e.Date.String()
	}
	if v.Place = visible(e.Path); v.Place == "" {
		v.Place = visible(e.Document)
	}
	if e.Page > 0 {
		v.Place += fmt.Sprintf(", page %d", e.Page)
	}
	if e.Embargo != 0 {
		v.Place = "under embargo until " + longDate(e.Embargo) + ", " + v.Place
	}
	if v.Link == "" && e.URL != "" {
		v.Place += " (" + visible(e.URL) + ")"
	}
	v.Passage = passageRuns(evidencePassage(f, e, k == 0))
	return v
}

// A sourceView is a row of the chart of sources.
type sourceView struct {
	Number                       int // of the column
	Name                         string
	Agrees, Reports, Contradicts int
	Bars                         []barView
}

// A barView is a part of a source's bar, in percent of the longest.
type barView struct {
	Stance   string
	At, Wide string
}

// Sources returns the chart: how often each source agrees, reports and
// contradicts.
func (p *page) Sources() iter.Seq[sourceView] {
	rows := make([]sourceView, len(p.Names))
	for i, name := range p.Names {
		rows[i] = sourceView{Number: i, Name: name}
	}
	longest := 1
	for i := range p.report.Findings {
		for _, s := range p.report.Findings[i].Stances {
			k, ok := p.sources[s.Source]
			if !ok {
				continue
			}
			switch s.Stance {
			case verify.Agrees:
				rows[k].Agrees++
			case verify.Reports:
				rows[k].Reports++
			case verify.Contradicts:
				rows[k].Contradicts++
			}
			longest = max(longest, rows[k].Agrees+rows[k].Reports+rows[k].Contradicts)
		}
	}
	return func(yield func(sourceView) bool) {
		for _, row := range rows {
			at := 0.0
			for _, part := range []struct {
				stance string
				n      int
			}{{"agrees", row.Agrees}, {"reports", row.Reports}, {"contradicts", row.Contradicts}} {
				if wide := 100 * float64(part.n) / float64(longest); part.n > 0 {
					row.Bars = append(row.Bars, barView{part.stance, fmt.Sprintf("%.2f%%", at), fmt.Sprintf("%.2f%%", wide)})
					at += wide
				}
			}
			if !yield(row) {
				return
			}
		}
	}
}
