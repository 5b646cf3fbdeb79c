package mcp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"factcheck/claims/date"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

type verifyIn struct {
	Text   string `json:"text" jsonschema:"the draft, as Markdown unless type says otherwise"`
	Type   string `json:"type,omitempty" jsonschema:"md (which is the default), txt or html"`
	Lang   string `json:"lang,omitempty" jsonschema:"en or fr; without it the words tell"`
	Date   string `json:"date,omitempty" jsonschema:"the day of the draft, YYYY-MM-DD: on Wednesday counts from it"`
	Strict bool   `json:"strict,omitempty" jsonschema:"what no source speaks of is an error: for a text that may say nothing that its sources do not say"`
}

type verifyOut struct {
	Summary   string    `json:"summary" jsonschema:"counts, and of how many documents the archive is"`
	Findings  []finding `json:"findings" jsonschema:"every statement of the draft in order, those in order included"`
	Unchecked []string  `json:"unchecked" jsonschema:"sentences of the draft that have no statement to check"`
}

type finding struct {
	Statement  string     `json:"statement"`
	Start      int        `json:"start" jsonschema:"byte of the text that the statement begins at"`
	End        int        `json:"end" jsonschema:"the byte after its last"`
	Kind       string     `json:"kind" jsonschema:"quote or claim"`
	Verdict    string     `json:"verdict"`
	Rule       string     `json:"rule" jsonschema:"the verdict with its reason; the resource factcheck://rule/RULE explains it"`
	Level      string     `json:"level" jsonschema:"ok, info, warning or error"`
	Message    string     `json:"message"`
	Speaker    string     `json:"speaker,omitempty" jsonschema:"who says it, as the draft has it"`
	Suggestion string     `json:"suggestion,omitempty" jsonschema:"words of the source for those from replace_start to replace_end"`
	From       int        `json:"replace_start,omitempty"`
	To         int        `json:"replace_end,omitempty"`
	Suppressed string     `json:"suppressed,omitempty" jsonschema:"why it does not count"`
	Basis      string     `json:"basis" jsonschema:"rules or model"`
	Evidence   []evidence `json:"evidence" jsonschema:"passages of the archive, what decided first"`
}

type evidence struct {
	Source  string `json:"source" jsonschema:"who answers for it"`
	Speaker string `json:"speaker,omitempty"`
	Stance  string `json:"stance" jsonschema:"agrees, contradicts, reports or silent"`
	Text    string `json:"text"`
	Date    string `json:"date,omitempty"`
	URL     string `json:"url,omitempty"`
	URI     string `json:"uri" jsonschema:"the resource of the passage"`
}

type quoteIn struct {
	Words string `json:"words" jsonschema:"the quoted words"`
	By    string `json:"by,omitempty" jsonschema:"who is said to have said them; a part of the name will do"`
	Lang  string `json:"lang,omitempty" jsonschema:"en or fr; without it the words tell"`
	Date  string `json:"date,omitempty" jsonschema:"the day on which they are quoted, YYYY-MM-DD"`
}

type quoteOut struct {
	Finding  finding `json:"finding"`
	Stranger string  `json:"stranger,omitempty" jsonschema:"the speaker, if the archive knows nobody of that name"`
}

type compareIn struct {
	Source     string `json:"source" jsonschema:"what is known"`
	Statement  string `json:"statement" jsonschema:"what is compared with it"`
	SourceDate string `json:"source_date,omitempty" jsonschema:"the day of the source, YYYY-MM-DD"`
	Date       string `json:"date,omitempty" jsonschema:"the day of the statement, YYYY-MM-DD"`
	Lang       string `json:"lang,omitempty" jsonschema:"en or fr; without it the words tell"`
}

type compareOut struct {
	Relation   string        `json:"relation" jsonschema:"agrees, contradicts or silent"`
	Overstated bool          `json:"overstated" jsonschema:"the source only plans, hedges or alleges it"`
	Reasons    []clashReason `json:"reasons"`
}

type clashReason struct {
	Kind      string `json:"kind"`
	Source    string `json:"source" jsonschema:"the words of the source that clash"`
	Statement string `json:"statement" jsonschema:"the words of the statement that clash"`
	Note      string `json:"note,omitempty"`
}

type searchIn struct {
	Query  string `json:"query"`
	Limit  int    `json:"limit,omitempty" jsonschema:"results at most: 10 without it, 50 at most"`
	Source string `json:"source,omitempty" jsonschema:"the source whose statements alone are wanted; a part of the name will do"`
	Lang   string `json:"lang,omitempty" jsonschema:"en or fr; without it en"`
}

type searchOut struct {
	Results []result `json:"results" jsonschema:"the best first"`
}

type result struct {
	Text      string  `json:"text"`
	Score     float64 `json:"score" jsonschema:"0 to 1, comparable between queries"`
	Source    string  `json:"source" jsonschema:"who answers for it"`
	Publisher string  `json:"publisher,omitempty"`
	Title     string  `json:"title,omitempty"`
	Date      string  `json:"date,omitempty"`
	URL       string  `json:"url,omitempty"`
	URI       string  `json:"uri" jsonschema:"the resource of the passage"`
}

type sourcesIn struct {
	Name  string `json:"name,omitempty" jsonschema:"a part of a name; without it all"`
	Limit int    `json:"limit,omitempty" jsonschema:"sources at most: 50 without it, and at most"`
}

type sourcesOut struct {
	Sources []source `json:"sources" jsonschema:"those with most statements first"`
	All     int      `json:"all" jsonschema:"how many there are"`
}

type source struct {
	Name       string   `json:"name"`
	Kind       string   `json:"kind,omitempty" jsonschema:"person, outlet or the like"`
	Role       string   `json:"role,omitempty"`
	Aliases    []string `json:"aliases,omitempty"`
	Statements int      `json:"statements" jsonschema:"that are credited to it"`
	Documents  int      `json:"documents" jsonschema:"that hold one of them"`
}

// tools adds the tools. All of them read, and only the archive.
func (s *Server) tools() {
	closed := false
	add := func(name, title, about string) *sdk.Tool {
		return &sdk.Tool{Name: name, Title: title, Description: about, Annotations: &sdk.ToolAnnotations{Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}}
	}
	tool(s, add("verify", "Check a draft", "Checks every statement and quotation of a text against the archive: verdict, passages that decided, and the source's words for a quotation that was altered."), s.verify)
	tool(s, add("quote", "Check a quotation", "Looks quoted words up: who said them, where, and what was changed."), s.quote)
	tool(s, add("compare", "Compare two texts", "Says whether a source bears a statement out, excludes it, or does not speak of it. The archive is not asked."), s.compare)
	tool(s, add("search", "Search the archive", "Finds passages of the archive, ranked, with who said them and when."), s.search)
	tool(s, add("sources", "Who is credited", "Lists the outlets and people whom statements of the archive are credited to."), s.sources)
}

// tool adds one tool: f returns what it found and the passages to link to.
func tool[In, Out any](s *Server, t *sdk.Tool, f func(context.Context, *In) (Out, []*sdk.ResourceLink, error)) {
	sdk.AddTool(s.mcp, t, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		var out Out
		var links []*sdk.ResourceLink
		err := s.work(ctx, func(ctx context.Context) (err error) {
			out, links, err = f(ctx, &in)
			return err
		})
		if err != nil {
			return nil, out, err
		}
		data, err := json.Marshal(out)
		if err != nil {
			return nil, out, err
		}
		r := &sdk.CallToolResult{Content: []sdk.Content{&sdk.TextContent{Text: string(data)}}}
		for _, l := range links {
			r.Content = append(r.Content, l)
		}
		return r, out, nil
	})
}

// options are how a text is read that an assistant sends.
func options(kind, lang, day string) (reader.Options, error) {
	opt := reader.Options{Type: kind}
	switch lang {
	case "", "auto":
	case "en", "fr":
		opt.Lang = lang
	default:
		return opt, fmt.Errorf("lang is en or fr, not %q", lang)
	}
	switch kind {
	case "", "md":
		opt.Type = "md"
	case "txt", "html":
	default:
		return opt, fmt.Errorf("type is md, txt or html, not %q", kind)
	}
	if day == "" {
		return opt, nil
	}
	var err error
	opt.Date, err = date.Parse(day)
	return opt, err
}

func (s *Server) verify(ctx context.Context, in *verifyIn) (out verifyOut, links []*sdk.ResourceLink, err error) {
	out.Findings, out.Unchecked = []finding{}, []string{}
	opt, err := options(in.Type, in.Lang, in.Date)
	if err = errors.Join(err, tooLong("the text", in.Text, mostDraft)); err != nil {
		return out, nil, err
	}
	drafts, err := s.opt.Session.Read("text", []byte(in.Text), opt)
	if err != nil {
		return out, nil, err
	}
	r, err := s.opt.Session.Check(ctx, drafts, session.Options{Strict: in.Strict})
	if err != nil {
		return out, nil, err
	}
	out.Summary = report.Summary(r.Report)
	for i := range r.Findings {
		f := newFinding(&r.Findings[i], in.Text)
		out.Findings = append(out.Findings, f)
		if f.Level != "ok" {
			links = linksTo(links, f.Evidence)
		}
	}
	for _, d := range r.Drafts {
		for _, u := range d.Unchecked {
			out.Unchecked = append(out.Unchecked, u.Span.In(d.Document.Text))
		}
	}
	return out, links, nil
}

// mostEvidence is how many passages of one finding are shown.
const mostEvidence = 5

func newFinding(f *verify.Finding, src string) finding {
	at := f.Draft.File(f.Statement.Span())
	x := finding{
		Statement: f.Statement.Text, Start: at.Start, End: at.End, Kind: f.Statement.Kind.String(), Verdict: f.Verdict.String(), Rule: f.Rule(),
		Level: f.Level.String(), Message: report.Message(f), Speaker: f.Statement.Attribution.Speaker.Name, Suppressed: f.Suppressed, Basis: "rules", Evidence: []evidence{},
	}
	if f.Read > 0 {
		x.Basis = "model"
	}
	if at, words, ok := report.Suggest(f, []byte(src)); ok {
		x.Suggestion, x.From, x.To = words, at.Start, at.End
	}
	first := report.Decisive(f)
	add := func(e *verify.Evidence) {
		if len(x.Evidence) < mostEvidence {
			x.Evidence = append(x.Evidence, evidence{report.SourceName(e), e.Speaker, e.Stance.String(), e.Text, e.Date.String(), e.URL, passageURI(e.Document, e.Span)})
		}
	}
	if first >= 0 {
		add(&f.Evidence[first])
	}
	for i := range f.Evidence {
		if i != first {
			add(&f.Evidence[i])
		}
	}
	return x
}

// mostLinks is how many passages a result links to.
const mostLinks = 20

// linksTo adds links to passages, each once.
func linksTo(links []*sdk.ResourceLink, passages []evidence) []*sdk.ResourceLink {
	for _, e := range passages {
		links = link(links, e.URI, e.Source, e.Text)
	}
	return links
}

func link(links []*sdk.ResourceLink, uri, source, words string) []*sdk.ResourceLink {
	for _, l := range links {
		if l.URI == uri {
			return links
		}
	}
	if len(links) == mostLinks {
		return links
	}
	const most = 120
	if r := []rune(words); len(r) > most {
		words = string(r[:most]) + "…"
	}
	if source == "" { // a client refuses a link without a name
		source, _, _ = parsePassage(uri)
	}
	return append(links, &sdk.ResourceLink{URI: uri, Name: source, Description: words, MIMEType: "text/plain"})
}

func (s *Server) quote(ctx context.Context, in *quoteIn) (out quoteOut, links []*sdk.ResourceLink, err error) {
	out.Finding.Evidence = []evidence{}
	opt, err := options("", in.Lang, in.Date)
	if err = errors.Join(err, tooLong("the quotation", in.Words, mostText), tooLong("the name", in.By, mostQuery)); err != nil {
		return out, nil, err
	}
	words := session.Quoted(in.Words)
	if words == "" {
		return out, nil, errors.New("words is empty")
	}
	r, stranger, err := s.opt.Session.Quote(ctx, "", session.Quotation{Words: words, By: strings.TrimSpace(in.By), Options: opt})
	if err != nil {
		return out, nil, err
	}
	out.Finding, out.Stranger = newFinding(&r.Findings[0], words), stranger
	return out, linksTo(nil, out.Finding.Evidence), nil
}

func (s *Server) compare(_ context.Context, in *compareIn) (out compareOut, _ []*sdk.ResourceLink, err error) {
	out.Reasons = []clashReason{}
	_, err = options("", in.Lang, "")
	if err = errors.Join(err, tooLong("source", in.Source, mostText), tooLong("statement", in.Statement, mostText)); err != nil {
		return out, nil, err
	}
	if in.Source == "" || in.Statement == "" {
		return out, nil, errors.New("source or statement is empty")
	}
	model, err := s.opt.Session.Model("")
	if err != nil {
		return out, nil, err
	}
	lang := in.Lang
	if lang == "auto" {
		lang = ""
	}
	p := session.Pair{Source: in.Source, Statement: in.Statement, SourceDate: in.SourceDate, Date: in.Date, Lang: lang}
	x, err := p.Compare(model)
	if err != nil {
		return out, nil, err
	}
	out.Relation, out.Overstated = x.Result.Relation.String(), x.Result.Overstated
	for _, r := range x.Result.Reasons {
		out.Reasons = append(out.Reasons, clashReason{r.Kind.String(), r.Source.In(in.Source), r.Statement.In(in.Statement), r.Note})
	}
	return out, nil, nil
}

// bounded returns how many results are given.
func bounded(limit, otherwise int) (int, error) {
	switch {
	case limit == 0:
		return otherwise, nil
	case limit < 0 || limit > mostResults:
		return 0, fmt.Errorf("limit is 1 to %d", mostResults)
	}
	return limit, nil
}

func (s *Server) search(ctx context.Context, in *searchIn) (out searchOut, links []*sdk.ResourceLink, err error) {
	out.Results = []result{}
	limit, err := bounded(in.Limit, 10)
	opt, bad := options("", in.Lang, "")
	if err = errors.Join(err, bad, tooLong("the query", in.Query, mostQuery), tooLong("the name", in.Source, mostQuery)); err != nil {
		return out, nil, err
	}
	if strings.TrimSpace(in.Query) == "" {
		return out, nil, errors.New("query is empty")
	}
	only := ""
	if in.Source != "" {
		if only, err = s.named(ctx, in.Source); err != nil {
			return out, nil, err
		}
	}
	a, release, err := s.opt.Session.Archive(ctx, "")
	if err != nil {
		return out, nil, err
	}
	defer release()
	found, err := session.Search(a, index.Query{Text: in.Query, Lang: opt.Lang}, limit, only)
	if err != nil {
		return out, nil, err
	}
	for i := range found {
		f := &found[i]
		d, words := f.Document, f.Words()
		x := result{words, f.Score, f.Source(), d.Publisher, d.Title, d.Date.String(), d.URL, passageURI(d.ID, f.Span)}
		out.Results = append(out.Results, x)
		links = link(links, x.URI, x.Source, words)
	}
	return out, links, nil
}

// named returns the source that a part of a name means.
func (s *Server) named(ctx context.Context, typed string) (string, error) {
	name, err := s.opt.Session.Named(ctx, "", typed)
	if err == nil && name == "" {
		err = fmt.Errorf("no source is called %q: the tool sources lists them", typed)
	}
	return name, err
}

func (s *Server) sources(ctx context.Context, in *sourcesIn) (out sourcesOut, _ []*sdk.ResourceLink, err error) {
	out.Sources = []source{}
	limit, err := bounded(in.Limit, mostResults)
	if err = errors.Join(err, tooLong("the name", in.Name, mostQuery)); err != nil {
		return out, nil, err
	}
	all, err := s.opt.Session.Credits(ctx, "")
	if err != nil {
		return out, nil, err
	}
	names := all.Names()
	if in.Name != "" {
		a, release, err := s.opt.Session.Archive(ctx, "")
		if err != nil {
			return out, nil, err
		}
		names = a.Names().Typed(in.Name, names)
		release()
	}
	out.All = len(names)
	for _, n := range names[:min(limit, len(names))] {
		if c := all.Of(n); c != nil {
			out.Sources = append(out.Sources, source{c.Name, c.Kind, c.Role, c.Aliases, c.Statements, c.Documents})
		}
	}
	return out, nil, nil
}
