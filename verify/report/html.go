package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/verify"
)

// The HTML report is what an editor sees who never opens a terminal: one file that
// needs no network, the draft as text with a mark on every statement, the evidence
// beside it, the agreement of the sources below.
//
// It works without its script, as a page of notes: the draft, then all the evidence
// and the matrix in full. To a browser with a script these are text until they are
// looked at (they stand in noscript), so that the page opens with the draft alone:
// 2,000 statements in 0.2 s of work instead of 1.1. The script shows one finding at
// a time, filters, listens to the keyboard, and unfolds everything for the printer.
// Drafts and archives are hostile:
// all text goes through html/template, only addresses of the web become links, and
// the content security policy allows nothing but the style and the scripts below,
// by their hashes, and the icons, which are in the style.
//
// The page is written as it is made, a finding at a time.

var (
	//go:embed assets/report.html
	reportHTML string
	//go:embed assets/report.css
	reportCSS string
	//go:embed assets/report.js
	reportJS string
)

// beginJS tells the style that there is a script, before anything is laid out.
const beginJS = `document.documentElement.className="js"`

// reportTemplate is parsed when it is first needed.
var reportTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Parse(reportHTML))
})

// htmlFormat prints the page.
func htmlFormat(w io.Writer, r *verify.Report, opt Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := reportTemplate().Execute(b, newPage(r, opt)); err != nil {
		return err
	}
	return b.Flush()
}

// A page is what the template shows.
type page struct {
	report  *verify.Report
	opt     Options
	at      places
	sources map[string]int             // number of each column
	drafts  map[*claims.Document][]int // numbers of the findings of each draft

	Style   template.CSS
	Begin   template.JS
	Script  template.JS
	Policy  string
	Title   string
	Summary string
	Version string
	Tally   []tallyView
	Names   []string // of the columns
	More    int      // sources that have no column
}

// columnsAPage bounds the columns of the matrix: the sources with most to say come
// first, and nobody reads a wider one.
const columnsAPage = 60

func newPage(r *verify.Report, opt Options) *page {
	p := &page{
		report: r, opt: opt, at: newPlaces(r), sources: map[string]int{}, drafts: map[*claims.Document][]int{},
		Style: template.CSS(reportCSS), Begin: beginJS, Script: template.JS(reportJS),
		Policy: "default-src 'none'; img-src data:; style-src " + source(reportCSS) + "; script-src " + source(beginJS) + " " + source(reportJS) +
			"; base-uri 'none'; form-action 'none'",
		Summary: checkedAgainst(r), Version: opt.Version, Title: pageTitle(r),
	}
	for i, s := range r.Sources {
		if i == columnsAPage {
			p.More = len(r.Sources) - i
			break
		}
		p.sources[s] = i
		p.Names = append(p.Names, visible(verify.SourceName(s)))
	}
	for i := range r.Findings {
		d := r.Findings[i].Draft
		p.drafts[d] = append(p.drafts[d], i)
	}
	p.Tally = newTally(r)
	return p
}

// checkedAgainst is the summary without its counts, which the page shows by level.
func checkedAgainst(r *verify.Report) string {
	s, _, _ := strings.Cut(Summary(r), ": ")
	return s + "."
}

// source is how a content security policy names an inline style or script.
func source(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// pageTitle is the title of the only draft, or how many there are.
func pageTitle(r *verify.Report) string {
	if len(r.Drafts) != 1 {
		return plural(len(r.Drafts), "draft")
	}
	if d := r.Drafts[0].Document; d != nil && d.Title != "" {
		return visible(d.Title)
	}
	return visible(filepath.Base(r.Drafts[0].Path))
}

// A tallyView is a level with its count.
type tallyView struct {
	Level, Icon, Label string
}

func newTally(r *verify.Report) []tallyView {
	t := count(r)
	out := []tallyView{
		{"error", "contradicted", plural(t.levels[verify.Error], "error")},
		{"warning", "warning", plural(t.levels[verify.Warning], "warning")},
		{"info", "unsupported", plural(t.levels[verify.Info], "note")},
		{"ok", "supported", thousands(t.levels[verify.OK]) + " in order"},
	}
	if t.suppressed > 0 {
		out = append(out, tallyView{"suppressed", "suppressed", thousands(t.suppressed) + " suppressed"})
	}
	return out
}

// A verdictView is a verdict of the report: in the filters and in the legend.
type verdictView struct {
	Name, Level, What, Answer string
	Count                     int
	level                     verify.Level
}

// Verdicts returns the verdicts that occur with the worst level that they have, the
// worst first.
func (p *page) Verdicts() []verdictView {
	counts, worst := map[verify.Verdict]int{}, map[verify.Verdict]verify.Level{}
	for i := range p.report.Findings {
		f := &p.report.Findings[i]
		counts[f.Verdict]++
		worst[f.Verdict] = max(worst[f.Verdict], f.Level)
	}
	var out []verdictView
	for _, v := range verify.Verdicts() {
		if counts[v] == 0 {
			continue
		}
		view := verdictView{Name: v.String(), Level: worst[v].String(), Count: counts[v], level: worst[v]}
		for _, d := range (verify.Rule{Verdict: v}).Docs() {
			view.What, view.Answer = d.What, d.Answer
		}
		out = append(out, view)
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].level > out[b].level })
	return out
}

// A troubleView is what kept a draft from being checked, or a suppression that
// suppresses nothing.
type troubleView struct {
	Level, Text string
}

// Troubles returns them in order.
func (p *page) Troubles() []troubleView {
	var out []troubleView
	for _, a := range troubleAnnotations(p.report) {
		where, text := visible(a.file), visible(a.message)
		if a.at.start.Line > 0 {
			where += fmt.Sprintf(":%d:%d", a.at.start.Line, a.at.start.Column)
		}
		if !strings.HasPrefix(text, where) {
			text = where + ": " + text
		}
		out = append(out, troubleView{a.level.String(), text})
	}
	return out
}

// Drafts returns the drafts that were read.
func (p *page) Drafts() iter.Seq[draftView] {
	return func(yield func(draftView) bool) {
		for i := range p.report.Drafts {
			d := &p.report.Drafts[i]
			if d.Document == nil {
				continue
			}
			if !yield(draftView{page: p, doc: d.Document, findings: p.drafts[d.Document], Path: visible(d.Path), Lang: d.Document.Lang}) {
				return
			}
		}
	}
}

// Findings returns all findings with their evidence.
func (p *page) Findings() iter.Seq[findingView] { return p.between(0, len(p.report.Findings)) }

// between returns the findings of a range.
func (p *page) between(from, to int) iter.Seq[findingView] {
	return func(yield func(findingView) bool) {
		for i := from; i < to; i++ {
			if !yield(newFindingView(p, i)) {
				return
			}
		}
	}
}

// rowsAPart bounds the rows of the matrix that a browser lays out at once.
const rowsAPart = 100

// A partView is a part of the matrix: a table of some findings.
type partView struct {
	Rows     int
	Findings iter.Seq[findingView]
}

// Parts returns the matrix in parts that a browser lays out one by one.
func (p *page) Parts() iter.Seq[partView] {
	return func(yield func(partView) bool) {
		for from := 0; from < len(p.report.Findings); from += rowsAPart {
			to := min(from+rowsAPart, len(p.report.Findings))
			if !yield(partView{to - from, p.between(from, to)}) {
				return
			}
		}
	}
}

// Many reports whether the columns of the matrix leave no room for a wide
// statement.
func (p *page) Many() bool { return len(p.Names) > 7 }

// Long reports whether the name of a column holds a word that an ordinary one is too
// narrow for: a header is never broken inside a word.
func (p *page) Long(name string) bool {
	const widest = 12 // letters in .8125rem
	return slices.ContainsFunc(strings.FieldsFunc(name, func(c rune) bool { return c == ' ' || c == '-' }), func(w string) bool {
		return utf8.RuneCountInString(w) > widest
	})
}

// visible makes text fit for a page: as printable, but white space at either end
// stays, as one space.
func visible(s string) string {
	out := printable(s)
	if startsBlank(s) && out != "" {
		out = " " + out
	}
	if endsBlank(s) {
		out += " "
	}
	return out
}
