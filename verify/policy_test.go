package verify

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

func TestParseRule(t *testing.T) {
	for _, name := range RuleNames() {
		r, ok := ParseRule(name)
		if !ok || r.String() != name {
			t.Errorf("%q: %v, %v", name, r, ok)
		}
	}
	for _, name := range []string{"", "none", "altred", "altered.", "altered.nothing", "number.altered", "altered.number.x"} {
		if r, ok := ParseRule(name); ok {
			t.Errorf("%q is taken for %v", name, r)
		}
	}
}

// finding makes one on words of a draft.
func finding(d *claims.Document, words string, v Verdict, l Level, kinds ...reason.Kind) Finding {
	at := strings.Index(d.Text, words)
	f := Finding{Draft: d, Verdict: v, Level: l, Statement: claims.Statement{Spans: []text.Span{{Start: at, End: at + len(words)}}, Text: words}}
	for _, k := range kinds {
		f.Reasons = append(f.Reasons, reason.Reason{Kind: k})
	}
	return f
}

func rule(name string) Rule {
	r, ok := ParseRule(name)
	if !ok {
		panic(name)
	}
	return r
}

func TestPolicy(t *testing.T) {
	d := &claims.Document{Text: "word"}
	for _, c := range []struct {
		name   string
		policy Policy
		f      Finding
		want   string // rule, level, suppressed
	}{
		{"nothing said", Policy{}, finding(d, "word", Altered, Error, reason.Number), "altered.number error "},
		{"a level", Policy{Levels: []RuleLevel{{Rule: rule("altered"), Level: Info}}}, finding(d, "word", Altered, Error, reason.Number), "altered.number info "},
		{"the more precise level decides", Policy{Levels: []RuleLevel{{Rule: rule("altered.number"), Level: Warning}, {Rule: rule("altered"), Level: Info}}},
			finding(d, "word", Altered, Error, reason.Number), "altered.number warning "},
		{"a verdict is more precise than a reason", Policy{Levels: []RuleLevel{{Rule: rule("altered"), Level: Info}, {Rule: rule("number"), Level: Warning}}},
			finding(d, "word", Altered, Error, reason.Number), "altered.number info "},
		{"off", Policy{Levels: []RuleLevel{{Rule: rule("number"), Off: true}}}, finding(d, "word", Contradicted, Error, reason.Number), "contradicted.number error off"},
		{"ignored", Policy{Ignore: []Rule{rule("altered")}}, finding(d, "word", Altered, Error), "altered error off"},
		{"not selected", Policy{Select: []Rule{rule("altered")}}, finding(d, "word", Disputed, Warning), "disputed warning off"},
		{"selected", Policy{Select: []Rule{rule("altered")}}, finding(d, "word", Altered, Error), "altered error "},
		{"what is in order stays", Policy{Select: []Rule{rule("altered")}, Levels: []RuleLevel{{Rule: rule("supported"), Level: Error}}},
			finding(d, "word", Supported, OK), "supported ok "},
	} {
		c.policy.Apply(&c.f)
		if got := fmt.Sprintf("%s %s %s", c.f.Rule(), c.f.Level, c.f.Suppressed); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Ignoring the worst verdict does not hide the others.
func TestIgnoredVerdictGivesWay(t *testing.T) {
	d := &claims.Document{Text: "word"}
	f := finding(d, "word", Inconsistent, Error, reason.Unit)
	f.Also = []Verdict{Contradicted, Supported}
	p := Policy{Ignore: []Rule{rule("inconsistent")}}
	p.Apply(&f)
	if f.Verdict != Contradicted || f.Level != Error || f.Suppressed != "" || len(f.Also) != 1 {
		t.Errorf("%+v", f)
	}
}

func TestSuppress(t *testing.T) {
	const src = "<!-- off --> one two\n\n<!-- next -->\n\nthree\nfour\n\nfive <!-- here --> six\n\nseven\n"
	for _, c := range []struct {
		name       string
		directives map[string]string // words of src -> text of the directive there
		suppressed string            // words whose finding is kept back
		unused     int
		bad        int
	}{
		{"none", nil, "", 0, 0},
		{"off to the end", map[string]string{"<!-- off -->": "off"}, "one two three four five six seven", 0, 0},
		{"off and on", map[string]string{"<!-- off -->": "off", "<!-- here -->": "on"}, "one two three four five", 0, 0},
		{"off for a rule and on for another", map[string]string{"<!-- off -->": "off altered", "<!-- here -->": "on disputed"}, "one two three four five six seven", 0, 0},
		{"the next paragraph", map[string]string{"<!-- next -->": "ignore altered: a reason"}, "three four", 0, 0},
		{"its own line", map[string]string{"<!-- here -->": "ignore"}, "five six", 0, 0},
		{"the file", map[string]string{"<!-- here -->": "ignore-file altered"}, "one two three four five six seven", 0, 0},
		{"another rule", map[string]string{"<!-- off -->": "off unfound"}, "", 1, 0},
		{"a reason that is a rule", map[string]string{"<!-- next -->": "ignore number: the source erred"}, "three four", 0, 0},
		{"no rule but a reason", map[string]string{"<!-- next -->": "ignore: because"}, "three four", 0, 0},
		{"an unknown rule", map[string]string{"<!-- off -->": "off altred"}, "", 0, 1},
		{"an unknown word", map[string]string{"<!-- off -->": "of"}, "", 0, 1},
	} {
		d := &claims.Document{Path: "a.md", Text: src}
		for _, p := range []string{"one two", "three\nfour", "five <!-- here --> six", "seven"} {
			at := strings.Index(src, p)
			d.Blocks = append(d.Blocks, claims.Block{Span: text.Span{Start: at, End: at + len(p)}})
		}
		for _, mark := range []string{"<!-- off -->", "<!-- next -->", "<!-- here -->"} {
			if s, ok := c.directives[mark]; ok {
				at := strings.Index(src, mark)
				d.Directives = append(d.Directives, claims.Directive{Text: s, File: text.Span{Start: at, End: at + len(mark)}})
			}
		}
		var findings []*Finding
		for _, w := range strings.Fields("one two three four five six seven") {
			f := finding(d, w, Altered, Error, reason.Number)
			findings = append(findings, &f)
		}
		unused, bad := Suppress(d, nil, findings)
		var got []string
		for _, f := range findings {
			if f.Suppressed == SuppressedInline {
				got = append(got, f.Statement.Text)
			}
		}
		if s := strings.Join(got, " "); s != c.suppressed || len(unused) != c.unused || len(bad) != c.bad {
			t.Errorf("%s: %q, %d unused, %d bad; want %q, %d, %d", c.name, s, len(unused), len(bad), c.suppressed, c.unused, c.bad)
		}
	}
}

func TestBaseline(t *testing.T) {
	there := func(string) bool { return false }
	d := &claims.Document{Path: "a.md", Text: "one two three"}
	findings := []Finding{finding(d, "one", Altered, Error), finding(d, "two", Supported, OK), finding(d, "three", Disputed, Warning)}
	fingerprints(findings)
	b := NewBaseline(findings)
	if len(b.Accepted) != 2 {
		t.Fatalf("%d accepted, want 2", len(b.Accepted))
	}
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	again, err := ReadBaseline(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	again.Apply(findings, there)
	if findings[0].Suppressed != SuppressedBaseline || findings[1].Suppressed != "" || findings[2].Suppressed != SuppressedBaseline {
		t.Errorf("%q %q %q", findings[0].Suppressed, findings[1].Suppressed, findings[2].Suppressed)
	}
	if gone := again.Prune(findings[1:], []string{"a.md"}, there); gone != 1 || len(again.Accepted) != 1 {
		t.Errorf("%d gone, %d left", gone, len(again.Accepted))
	}
	if gone := again.Prune(nil, []string{"b.md"}, there); gone != 0 {
		t.Errorf("a file that was not checked lost %d", gone)
	}
	for _, bad := range []string{"", "[]", "{}", `{"factcheck":"baseline","version":2}`, `{"factcheck":"baseline","version":"1"}`} {
		if _, err := ReadBaseline([]byte(bad)); !errors.Is(err, ErrBaseline) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// Fingerprints survive that lines move, that paragraphs are wrapped anew and that
// neighbours change, and tell equal statements apart.
func TestFingerprintsSurvive(t *testing.T) {
	words := []string{"The pier is closed", "Nine boats sank in May", "The pier is closed", "Calder resigned"}
	build := func(neighbour, space string, seed uint64) []string {
		r := rand.New(rand.NewPCG(seed, 1))
		var src strings.Builder
		var spans []text.Span
		for _, w := range words {
			for range r.IntN(4) {
				src.WriteString(neighbour + strings.Repeat("\n", 1+r.IntN(3)))
			}
			start := src.Len()
			src.WriteString(strings.ReplaceAll(w, " ", space))
			spans = append(spans, text.Span{Start: start, End: src.Len()})
			src.WriteString(".\n\n")
		}
		d := &claims.Document{Path: "draft.md", Text: src.String()}
		var findings []Finding
		for _, s := range spans {
			findings = append(findings, Finding{Draft: d, Verdict: Unfound, Statement: claims.Statement{Spans: []text.Span{s}, Text: s.In(d.Text)}})
		}
		fingerprints(findings)
		var out []string
		for i := range findings {
			out = append(out, findings[i].Fingerprint)
		}
		return out
	}
	first := build("", " ", 0)
	if first[0] == first[2] {
		t.Error("two equal statements share a fingerprint")
	}
	for seed := range uint64(50) {
		space := []string{" ", "\n", "  ", "\u00a0"}[seed%4]
		for i, f := range build(fmt.Sprintf("Neighbour %d said so.", seed), space, seed) {
			if f != first[i] {
				t.Fatalf("seed %d: statement %d changed its fingerprint", seed, i)
			}
		}
	}
}

const patch = `diff --git a/docs/a.md b/docs/a.md
index 1..2 100644
--- a/docs/a.md
+++ b/docs/a.md
@@ -1,3 +1,4 @@
 one
+two
 three
-gone
+four
@@ -10 +11,2 @@ heading
 ten
+eleven
diff --git "a/caf\303\251.md" "b/caf\303\251.md"
--- "a/caf\303\251.md"
+++ "b/caf\303\251.md"
@@ -0,0 +1,2 @@
+x
+y
\ No newline at end of file
`

func TestPatch(t *testing.T) {
	p, err := ReadPatch([]byte(patch))
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{"docs/a.md": "[[2 2] [4 4] [12 12]]", "./docs/a.md": "[[2 2] [4 4] [12 12]]", "a.md": "[[2 2] [4 4] [12 12]]",
		"/home/x/docs/a.md": "[[2 2] [4 4] [12 12]]", "café.md": "[[1 2]]", "b.md": "[]", "other-docs/a.md": "[]"} {
		if got := fmt.Sprint(p.lines(file)); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
	d := &claims.Document{Path: "docs/a.md", Text: "one\ntwo\nthree\nfour\nfive\n"}
	var findings []*Finding
	for _, w := range []string{"one", "two", "three\nfour", "five"} {
		f := finding(d, w, Altered, Error)
		findings = append(findings, &f)
	}
	p.Apply(d.Path, []byte(d.Text), findings)
	var got []string
	for _, f := range findings {
		got = append(got, f.Suppressed)
	}
	if s := strings.Join(got, ","); s != "unchanged,,,unchanged" {
		t.Errorf("%s", s)
	}
	for _, bad := range []string{"word\n", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n one\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\nword\n", "+++ b/x\n@@@ -1 -1 +1 @@@\n", "+++ b/x\n@@ 1 1 @@\n"} {
		if _, err := ReadPatch([]byte(bad)); !errors.Is(err, ErrPatch) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzPatch(f *testing.F) {
	f.Add(patch, 3)
	f.Add("+++ b/x\n@@ -0,0 +9223372036854775807 @@\n+a\n", 1)
	f.Fuzz(func(t *testing.T, s string, line int) {
		p, err := ReadPatch([]byte(s))
		if err != nil {
			return
		}
		for file, ranges := range p.added {
			for i, r := range ranges {
				if r[0] > r[1] {
					t.Errorf("%q: range %d of %q is %v", s, i, file, r)
				}
			}
		}
	})
}

func FuzzBaseline(f *testing.F) {
	f.Add(`{"factcheck": "baseline", "version": 1, "findings": [{"fingerprint":"a","rule":"altered","file":"a.md","text":"x"}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		b, err := ReadBaseline([]byte(s))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := ReadBaseline(out.Bytes())
		if err != nil || len(again.Accepted) != len(b.Accepted) {
			t.Errorf("%q: %v", s, err)
		}
	})
}
