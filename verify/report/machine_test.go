package report

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/quote"
)

// machine are the formats that programs read.
var machine = []string{"json", "jsonl", "csv", "sarif", "github", "gitlab", "rdjson", "junit", "markdown"}

func TestMachineFormats(t *testing.T) {
	for _, f := range machine[2:] {
		golden(t, "report."+f, print(t, f, wide(), Options{Version: "1.2.3"}))
	}
}

// A report without findings is a valid document of each format.
func TestEmptyReports(t *testing.T) {
	for _, f := range []string{"json", "sarif", "gitlab", "rdjson"} {
		got := print(t, f, &verify.Report{}, Options{})
		if !json.Valid([]byte(got)) {
			t.Errorf("%s: not JSON: %s", f, got)
		}
	}
	valid(t, "testdata/schema/sarif-2.1.0.json", print(t, "sarif", &verify.Report{}, Options{}))
	valid(t, "testdata/schema/rdjson.json", print(t, "rdjson", &verify.Report{}, Options{}))
}

func TestRDJSON(t *testing.T) {
	valid(t, "testdata/schema/rdjson.json", print(t, "rdjson", wide(), Options{}))
	valid(t, "testdata/schema/rdjson.json", print(t, "rdjson", hostileReport(), Options{}))
}

// workflowCommand is the grammar of the commands that the github format prints.
var workflowCommand = regexp.MustCompile(`^::(error|warning|notice)( file=[^,:\r\n]+(,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?,title=[^,:\r\n]+| title=factcheck)::([^%\r\n]|%25|%0A)+$`)

func TestGitHub(t *testing.T) {
	for name, r := range map[string]*verify.Report{"wide": wide(), "hostile": hostileReport(), "many": many(50)} {
		levels := map[string]int{}
		var order []string
		for line := range strings.Lines(print(t, "github", r, Options{})) {
			m := workflowCommand.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
			if m == nil {
				t.Fatalf("%s: not a workflow command: %q", name, line)
			}
			levels[m[1]]++
			order = append(order, m[1])
		}
		if !slices.IsSorted(order) { // error, notice, warning: the summary is a notice at the end
			want := slices.Clone(order)
			slices.SortStableFunc(want, func(a, b string) int {
				return strings.Index("error warning notice", a) - strings.Index("error warning notice", b)
			})
			if !slices.Equal(order, want) {
				t.Errorf("%s: not the worst first: %v", name, order)
			}
		}
		for level, n := range levels {
			if n > annotationsALevel {
				t.Errorf("%s: %d of level %s: GitHub shows ten", name, n, level)
			}
		}
	}
}

// gitlabSchema is what GitLab documents of its code quality report.
func TestGitLab(t *testing.T) {
	r := wide()
	r.Findings = append(r.Findings, r.Findings[1], r.Findings[1])
	var issues []struct {
		Description, Fingerprint, Severity string
		Check                              string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin, End int }
		}
	}
	if err := json.Unmarshal([]byte(print(t, "gitlab", r, Options{})), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if i.Description == "" || i.Check == "" || i.Location.Path == "" || i.Location.Lines.Begin < 1 || i.Location.Lines.End < i.Location.Lines.Begin {
			t.Errorf("incomplete: %+v", i)
		}
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
			t.Errorf("severity %q", i.Severity)
		}
		if seen[i.Fingerprint] {
			t.Errorf("fingerprint %s twice: GitLab would drop one", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
	if len(issues) != 8 {
		t.Errorf("%d issues", len(issues))
	}
}

type junitXML struct {
	XMLName  xml.Name `xml:"testsuites"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Errors   int      `xml:"errors,attr"`
	Skipped  int      `xml:"skipped,attr"`
	Suites   []struct {
		Name  string `xml:"name,attr"`
		Tests int    `xml:"tests,attr"`
		Cases []struct {
			Name    string `xml:"name,attr"`
			Class   string `xml:"classname,attr"`
			Failure *struct {
				Type string `xml:"type,attr"`
			} `xml:"failure"`
			Skipped *struct{} `xml:"skipped"`
			Error   *struct{} `xml:"error"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

// The counts of a JUnit report are those of its cases.
func TestJUnit(t *testing.T) {
	for _, r := range []*verify.Report{wide(), hostileReport(), {Findings: sample().Findings}} {
		var x junitXML
		if err := xml.Unmarshal([]byte(print(t, "junit", r, Options{})), &x); err != nil {
			t.Fatal(err)
		}
		tests, failures, failed, skipped := 0, 0, 0, 0
		for _, s := range x.Suites {
			if s.Tests != len(s.Cases) {
				t.Errorf("suite %s: %d tests, %d cases", s.Name, s.Tests, len(s.Cases))
			}
			for _, c := range s.Cases {
				tests++
				switch {
				case c.Failure != nil:
					failures++
				case c.Skipped != nil:
					skipped++
				case c.Error != nil:
					failed++
				}
			}
		}
		want := len(r.Findings)
		for i := range r.Drafts {
			if r.Drafts[i].Err != nil {
				want++
			}
		}
		if tests != want || x.Tests != tests || x.Failures != failures || x.Errors != failed || x.Skipped != skipped {
			t.Errorf("counts %d %d %d %d, cases %d %d %d %d, findings %d", x.Tests, x.Failures, x.Errors, x.Skipped, tests, failures, failed, skipped, want)
		}
	}
}

func TestCSV(t *testing.T) {
	r := hostileReport()
	got := print(t, "csv", r, Options{})
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(r.Findings)+1 || !strings.HasSuffix(got, "\r\n") || strings.Count(got, "\n") != strings.Count(got, "\r\n") || strings.Count(got, "\n") != len(rows) {
		t.Errorf("%d rows, %d lines for %d findings", len(rows), strings.Count(got, "\n"), len(r.Findings))
	}
	for _, row := range rows {
		for _, cell := range row {
			if len(cell) > 1 && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a formula: %q", cell)
			}
		}
	}
}

// Whatever a draft holds, Markdown shows it as text.
func TestMarkdown(t *testing.T) {
	var html strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(print(t, "markdown", hostileReport(), Options{})), &html); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<a ", "<img", "<script", "<h1", "<code", "<strong>bold", "<hr", "<pre"} {
		if strings.Contains(html.String(), bad) {
			t.Errorf("%s in %s", bad, html.String())
		}
	}
	if !strings.Contains(html.String(), "[click](javascript:alert(1))") {
		t.Error("the hostile text is not shown")
	}
	if !strings.Contains(html.String(), "<table>") || strings.Count(html.String(), "<tr>") != 1+listedIn(hostileReport()) {
		t.Errorf("a row was lost or made: %s", html.String())
	}
}

func listedIn(r *verify.Report) int {
	n := 0
	for i := range r.Findings {
		if listed(&r.Findings[i]) {
			n++
		}
	}
	return n
}

// hostile texts, each of which is an attack on one format or on all.
var hostileTexts = []string{
	"::error file=app.go,line=1::pwned",
	"  ::add-mask::secret\n::stop-commands::x\n##[error]pwned\r\n::set-output name=a::b",
	"<script>alert(1)</script><img src=x onerror=alert(1)>",
	`"><svg onload=alert(1)> ' onmouseover='alert(1)`,
	"]]></failure><testcase name=\"x\"/> <!-- --> --><!-- &lt;b&gt; &#60;",
	"[click](javascript:alert(1)) ![i](https://evil.example/x.png) https://evil.example www.evil.example <https://evil.example>",
	"# heading\n\n* list\n1. one\n| a | b |\n```\ncode\n``` **bold** `x` @someone\n---\n",
	"=HYPERLINK(\"http://evil.example\",\"x\"),\"a\nb\"",
	"+1 -1 @SUM(A1) \t=2",
	"\x1b[31mred\x1b[0m \x9b2J \u202egnp.exe\u2066 \u0000 \x07 \ufeff \xff\xfe",
	`{"runs":[{"results":[]}]} \" \\ %0A %25 \u0000 {{.Path}} {0} </style></title></textarea>`,
	"%0A::error::pwned %3A,line=9",
}

// hostileReport has a finding on each hostile text, in every field that text of
// drafts and archives can reach.
func hostileReport() *verify.Report {
	r := sample()
	base := r.Findings[1]
	r.Findings = nil
	for i, h := range hostileTexts {
		f := base
		f.Level = verify.Level(1 + i%3)
		f.Fingerprint = fmt.Sprintf("%024d", i)
		f.Statement.Text = h
		f.Statement.Attribution.Speaker.Name = h
		f.Message = h
		f.Reasons = slices.Clone(base.Reasons)
		f.Reasons[0].Note = h
		e := base.Evidence[0]
		e.Document, e.Path, e.Title, e.URL, e.Publisher, e.Source, e.Speaker, e.Text = h, h, h, "javascript:alert(1)//"+h, h, h, h, h
		e.Edits = []quote.Edit{{Op: quote.Replace, Source: text.Span{Start: 0, End: len(h)}, Draft: text.Span{Start: 0, End: len(h)}, Meaning: true}}
		e.Match = text.Span{}
		f.Evidence = []verify.Evidence{e, e}
		f.Stances = []verify.SourceStance{{Source: h, Stance: verify.Stance(1 + i%3)}}
		r.Sources = append(r.Sources, h)
		r.Findings = append(r.Findings, f)
	}
	r.Drafts = append(r.Drafts, verify.Draft{Path: "::error::" + hostileTexts[2], Err: errors.New(hostileTexts[1])})
	return r
}

// No draft commands the runner of a CI job, in whatever format its report is
// printed, and no control character leaves a JSON string.
func TestHostileFormats(t *testing.T) {
	for _, format := range Formats() {
		got := print(t, format, hostileReport(), Options{Width: 60, Explain: true})
		if strings.Contains(got, "##[") {
			t.Errorf("%s: a command in the middle of a line", format)
		}
		for line := range strings.Lines(got) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") && !workflowCommand.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Errorf("%s: a command: %q", format, line)
			}
			if format == "github" {
				continue
			}
			for _, c := range strings.TrimRight(line, "\r\n") {
				if c < ' ' && c != '\t' {
					t.Errorf("%s: control character %q", format, c)
				}
			}
		}
	}
	var lines []string
	for line := range strings.Lines(print(t, "jsonl", hostileReport(), Options{})) {
		var f findingJSON
		var any struct{ Text string }
		if err := json.Unmarshal([]byte(line), &any); err != nil {
			t.Fatal(err, f)
		}
		lines = append(lines, any.Text)
	}
	for i, h := range hostileTexts {
		if want := strings.ToValidUTF8(h, "\uFFFD"); strings.ReplaceAll(lines[i], "\uFFFD\uFFFD", "\uFFFD") != strings.ReplaceAll(want, "\uFFFD\uFFFD", "\uFFFD") {
			t.Errorf("JSON changed a text: %q is %q", h, lines[i])
		}
	}
	valid(t, "testdata/schema/sarif-2.1.0.json", print(t, "sarif", hostileReport(), Options{}))
}

// many returns a report of n findings.
func many(n int) *verify.Report {
	r := wide()
	from := r.Findings[:6]
	r.Findings = nil
	for i := range n {
		f := from[i%len(from)]
		f.Fingerprint = fmt.Sprintf("%024d", i)
		r.Findings = append(r.Findings, f)
	}
	return r
}

// The time that a finding takes does not grow with their number.
func BenchmarkFormats(b *testing.B) {
	for _, format := range Formats() {
		for _, n := range []int{1000, 10_000, 100_000} {
			r := many(n)
			b.Run(fmt.Sprintf("%s/%d", format, n), func(b *testing.B) {
				for b.Loop() {
					if err := Write(io.Discard, format, r, Options{}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/finding")
			})
		}
	}
}

func TestGitHubSummaryIsBounded(t *testing.T) {
	var b strings.Builder
	if err := GitHubSummary(&b, many(50_000), Options{}); err != nil {
		t.Fatal(err)
	}
	if n := b.Len(); n > 1<<20 || n < 1<<19 {
		t.Errorf("a summary of %d bytes", n)
	}
	if !strings.Contains(b.String(), "more are not shown here") {
		t.Error("it does not say that it is cut")
	}
}

// A passage that is shown since none comes nearer is not said to be silent.
func TestNearestPassage(t *testing.T) {
	r := sample()
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Level > verify.OK {
			f.Evidence = slices.Clone(r.Findings[0].Evidence)
			f.Evidence[0].Stance = verify.Silent
		}
	}
	for _, format := range []string{"sarif", "rdjson", "junit", "markdown", "html"} {
		if got := print(t, format, r, Options{}); !strings.Contains(got, "comes nearest") || strings.Contains(got, "silent: Northwire") {
			t.Errorf("%s does not say that the passage comes nearest", format)
		}
	}
}
