package report

import (
	"bufio"
	"io"
	"math"

	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/reason"
)

// Schema names the version of the JSON report. Fields may be added to a version;
// none changes its meaning or goes.
const Schema = "factcheck.report/1"

type findingJSON struct {
	File        string            `json:"file"`
	Start       int               `json:"start"`
	End         int               `json:"end"`
	Spans       []text.Span       `json:"spans"`
	Line        int               `json:"line"`
	Column      int               `json:"column"`
	EndLine     int               `json:"end_line"`
	EndColumn   int               `json:"end_column"`
	Kind        string            `json:"kind"`
	Form        string            `json:"form"`
	Text        string            `json:"text"`
	Speaker     *speakerJSON      `json:"speaker"`
	Verdict     string            `json:"verdict"`
	Also        []string          `json:"also"`
	Level       string            `json:"level"`
	Rule        string            `json:"rule"`
	Message     string            `json:"message"`
	Basis       string            `json:"basis"`
	Confidence  float64           `json:"confidence"`
	Parts       []partJSON        `json:"parts"`
	Origins     int               `json:"origins"`
	Reasons     []reason.Reason   `json:"reasons"`
	Sources     map[string]string `json:"sources"`
	Evidence    []evidenceJSON    `json:"evidence"`
	Reviews     []reviewJSON      `json:"reviews,omitempty"`
	Suppressed  string            `json:"suppressed"`
	Fingerprint string            `json:"fingerprint"`
}

type partJSON struct {
	Span      text.Span `json:"span"`
	Supported bool      `json:"supported"`
}

type evidenceJSON struct {
	Document  string          `json:"document"`
	Path      string          `json:"path"`
	Title     string          `json:"title"`
	Publisher string          `json:"publisher"`
	Source    string          `json:"source"`
	Speaker   string          `json:"speaker"`
	Date      string          `json:"date"`
	Embargo   string          `json:"embargo,omitempty"`
	URL       string          `json:"url"`
	Page      int             `json:"page,omitempty"`
	Start     int             `json:"start"`
	End       int             `json:"end"`
	Text      string          `json:"text"`
	Match     text.Span       `json:"match"`
	Stance    string          `json:"stance"`
	Reasons   []reason.Reason `json:"reasons"`
	Diff      []editJSON      `json:"diff"`
}

type reviewJSON struct {
	Claim     string `json:"claim"`
	By        string `json:"by"`
	Publisher string `json:"publisher"`
	Rating    string `json:"rating"`
	URL       string `json:"url"`
	Date      string `json:"date"`
}

type editJSON struct {
	Op      string    `json:"op"`
	Source  text.Span `json:"source"`
	Draft   text.Span `json:"draft"`
	Class   string    `json:"class"`
	Meaning bool      `json:"meaning"`
}

func newFinding(r *verify.Report, f *verify.Finding, at places) findingJSON {
	p := at.of(f, f.Statement.Span())
	j := findingJSON{
		File: f.Draft.Path, Start: p.file.Start, End: p.file.End, Spans: inFile(f.Draft, f.Statement.Spans),
		Line: p.start.Line, Column: p.start.Column, EndLine: p.end.Line, EndColumn: p.end.Column,
		Kind: f.Statement.Kind.String(), Form: f.Statement.Form.String(), Text: f.Statement.Text,
		Verdict: f.Verdict.String(), Also: []string{}, Level: f.Level.String(), Rule: f.Rule(), Message: message(f),
		Origins: f.Origins, Reasons: orEmpty(f.Reasons), Sources: map[string]string{}, Evidence: []evidenceJSON{},
		Suppressed: f.Suppressed, Fingerprint: f.Fingerprint, Basis: basis(f), Parts: []partJSON{},
	}
	for _, x := range f.Parts {
		j.Parts = append(j.Parts, partJSON{x.Span, x.Borne})
	}
	if f.Read > 0 {
		j.Confidence = math.Round(100*float64(f.Read)) / 100
	}
	j.Speaker = newSpeaker(f.Draft, &f.Statement.Attribution.Speaker)
	for _, v := range f.Also {
		j.Also = append(j.Also, v.String())
	}
	for _, s := range r.Sources {
		j.Sources[s] = verify.Silent.String()
	}
	for _, s := range f.Stances {
		j.Sources[s.Source] = s.Stance.String()
	}
	for i := range f.Evidence {
		j.Evidence = append(j.Evidence, newEvidence(&f.Evidence[i]))
	}
	for _, r := range f.Reviews {
		j.Reviews = append(j.Reviews, reviewJSON{r.Claim, r.By, r.Publisher, r.Rating, r.URL, r.Date.String()})
	}
	return j
}

func newEvidence(e *verify.Evidence) evidenceJSON {
	j := evidenceJSON{
		Document: e.Document, Path: e.Path, Title: e.Title, Publisher: e.Publisher, Source: e.Source, Speaker: e.Speaker,
		Date: e.Date.String(), Embargo: e.Embargo.String(), URL: e.URL, Page: e.Page, Start: e.File.Start, End: e.File.End, Text: e.Text, Match: e.Match,
		Stance: e.Stance.String(), Reasons: orEmpty(e.Reasons), Diff: []editJSON{},
	}
	for _, d := range e.Edits {
		j.Diff = append(j.Diff, editJSON{d.Op.String(), d.Source, d.Draft, d.Class.String(), d.Meaning})
	}
	return j
}

// basis says what a verdict rests on.
func basis(f *verify.Finding) string {
	if f.Read > 0 {
		return "model"
	}
	return "rules"
}

// orEmpty shows [] for nil.
func orEmpty(r []reason.Reason) []reason.Reason {
	if r == nil {
		return []reason.Reason{}
	}
	return r
}

// jsonlFormat prints one statement a line, those in order included.
func jsonlFormat(w io.Writer, r *verify.Report, _ Options) error {
	b := bufio.NewWriter(w)
	enc := newEncoder(b)
	at := newPlaces(r)
	for i := range r.Findings {
		if err := enc.Encode(newFinding(r, &r.Findings[i], at)); err != nil {
			return err
		}
	}
	return b.Flush()
}

type toolJSON struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type summaryJSON struct {
	Statements int    `json:"statements"`
	Documents  int    `json:"documents"`
	Newest     string `json:"newest"`
	Errors     int    `json:"errors"`
	Warnings   int    `json:"warnings"`
	Infos      int    `json:"infos"`
	OK         int    `json:"ok"`
	Suppressed int    `json:"suppressed"`
	Failed     int    `json:"failed"`
	Text       string `json:"text"`
}

type draftJSON struct {
	File   string       `json:"file"`
	Error  string       `json:"error"`
	Unused []unusedJSON `json:"unused"`
}

type unusedJSON struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Rule   string `json:"rule"`
}

// jsonFormat prints everything as one document, a finding at a time.
func jsonFormat(w io.Writer, r *verify.Report, opt Options) error {
	at := newPlaces(r)
	t := count(r)
	drafts := []draftJSON{}
	for i := range r.Drafts {
		drafts = append(drafts, newDraft(&r.Drafts[i], at.files))
	}
	s := newStream(w)
	s.enc.SetIndent("  ", "  ")
	field := func(name string, value any) {
		s.raw(`  "` + name + `": `)
		s.value(value)
		s.raw(",\n")
	}
	s.raw("{\n")
	field("schema", Schema)
	field("tool", toolJSON{"factcheck", opt.Version})
	field("summary", summaryJSON{len(r.Findings), r.Documents, r.Newest.String(), t.levels[verify.Error], t.levels[verify.Warning],
		t.levels[verify.Info], t.levels[verify.OK], t.suppressed, t.failed, Summary(r)})
	field("sources", append([]string{}, r.Sources...))
	field("drafts", drafts)
	s.raw(`  "findings": [`)
	s.enc.SetIndent("    ", "  ")
	for i := range r.Findings {
		if i > 0 {
			s.raw(",")
		}
		s.raw("\n    ")
		s.value(newFinding(r, &r.Findings[i], at))
	}
	if len(r.Findings) > 0 {
		s.raw("\n  ")
	}
	s.raw("]\n}")
	return s.end()
}

func newDraft(d *verify.Draft, at files) draftJSON {
	j := draftJSON{File: d.Path, Unused: []unusedJSON{}}
	if d.Err != nil {
		j.Error = d.Err.Error()
	}
	if len(d.Unused) > 0 {
		l := at.draft(d)
		for _, u := range d.Unused {
			p := l.position(u.Span.Start)
			j.Unused = append(j.Unused, unusedJSON{u.Span.Start, u.Span.End, p.Line, p.Column, u.Rule})
		}
	}
	return j
}
