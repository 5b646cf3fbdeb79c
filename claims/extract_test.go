package claims

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factcheck/claims/date"
	"factcheck/fixtures/growth"
)

var update = flag.Bool("update", false, "rewrite the expected statements in testdata")

// TestExtract runs the cases in testdata: in each archive a file NAME is a text
// and the file NAME.want its statements, as describe prints them. A case that
// begins with "twin" looks like the one before it and is none of its kind.
func TestExtract(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases in testdata")
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(a.Files); i += 2 {
			in, want := &a.Files[i], &a.Files[i+1]
			if want.Name != in.Name+".want" {
				t.Fatalf("%s: %s is followed by %s", name, in.Name, want.Name)
			}
			doc := caseDocument(string(in.Data))
			if filepath.Base(name) == "french.txtar" {
				doc.Lang = "fr"
			}
			got := describe(Extract(doc))
			if *update {
				want.Data = []byte(got)
			} else if got != string(want.Data) {
				t.Errorf("%s: %s\n%sgot:\n%swant:\n%s", name, in.Name, in.Data, got, want.Data)
			}
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// caseDocument is a document of the Kivu Courier of Thursday 20 March 2025.
func caseDocument(s string) *Document {
	return &Document{Text: s, Publisher: "Kivu Courier", Lang: "en", Date: date.Of(2025, 3, 20)}
}

// describe prints a statement as a few lines: form and content; speaker; cue and
// chain; when.
func describe(list []Statement) string {
	var b strings.Builder
	for _, s := range list {
		fmt.Fprintf(&b, "%s: %s\n", s.Form, strings.ReplaceAll(s.Text, "\n", " "))
		a := s.Attribution
		if a.Speaker != (Speaker{}) {
			fmt.Fprintf(&b, "\tby %s", a.Speaker.Text)
			if a.Speaker.Name != "" && a.Speaker.Name != a.Speaker.Text {
				fmt.Fprintf(&b, " = %s", a.Speaker.Name)
			}
			if a.Speaker.Role != "" {
				fmt.Fprintf(&b, " (%s)", a.Speaker.Role)
			}
			b.WriteByte('\n')
		}
		if a.Cue.Text != "" {
			fmt.Fprintf(&b, "\t%s %s", a.Cue.Lemma, a.Cue.Commitment)
			if s.Topic {
				b.WriteString(" topic")
			}
			b.WriteByte('\n')
		}
		for _, t := range a.Tellers {
			fmt.Fprintf(&b, "\tpassed on by %s\n", cmp.Or(t.Name, t.Text))
		}
		for i, v := range a.Via {
			how := "via"
			if a.Told && i == 0 {
				how = "told"
			}
			fmt.Fprintf(&b, "\t%s %s\n", how, v.Name)
		}
		if a.Said.Known() {
			fmt.Fprintf(&b, "\ton %s\n", a.Said.From)
		}
	}
	return b.String()
}

// TestExtractCovers checks what every document must give: spans in order within
// the text, and no sentence lost.
func TestExtractCovers(t *testing.T) {
	for _, src := range hard {
		check(t, src)
	}
}

// hard are texts that have broken extractors.
var hard = []string{
	"", " ", "\n\n", "\"", "“", "”", "'", "“”", "He said", "said", ": “", "“A", "A”", "“““", "”””", "«»", "“a ‘b’ c", "''x''", "x''",
	"According to", "according to according to", "– an accusation Kigali denies", "\xff\xfe said “\xff”", "SPEAKER:", "‘’‘’‘’",
	"“One.\n\n“Two.\n\n“Three,” she said.", "\"One.\n\"Two.\n\"Three,\" she said. \"Four.", "قال “نعم”", "e\u0301 said “e\u0301”", "our ", "A,A00 A A0000", "« Le lac monte », tempère Aimé à",
}

func check(t *testing.T, src string) {
	t.Helper()
	for _, lang := range []string{"en", "fr"} {
		checkIn(t, src, lang)
	}
}

func checkIn(t *testing.T, src, lang string) {
	t.Helper()
	d := caseDocument(src)
	d.Lang = lang
	read := read(d, false)
	list := read.out
	covered := make([]bool, len(src))
	for _, s := range read.skipped { // furniture
		for i := s.Start; i < s.End; i++ {
			covered[i] = true
		}
	}
	last := 0
	for _, s := range list {
		if len(s.Spans) == 0 || s.Text != Content(src, s.Spans) {
			t.Fatalf("%.60q: a statement without content: %+v", src, s)
		}
		if s.Span().Start < last {
			t.Fatalf("%.60q: statements out of order", src)
		}
		last = s.Span().Start
		end := 0
		for _, p := range s.Spans {
			if p.Start < end || p.End <= p.Start || p.End > len(src) {
				t.Fatalf("%.60q: bad spans %v", src, s.Spans)
			}
			end = p.End
		}
		for _, q := range s.Quoted {
			if q.Start < 0 || q.End <= q.Start || q.End > len(src) {
				t.Fatalf("%.60q: bad quoted spans %v", src, s.Quoted)
			}
		}
		for i := max(0, s.Sentence.Start); i < min(len(src), s.Sentence.End); i++ {
			covered[i] = true
		}
	}
	for i := range len(src) {
		if c := src[i] | 0x20; !covered[i] && c >= 'a' && c <= 'z' {
			t.Fatalf("%.60q: byte %d (%q) is in no statement", src, i, src[i:min(len(src), i+20)])
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range hard {
		f.Add(s)
	}
	f.Fuzz(check)
}

// TestExtractIsLinear gives texts on which a quadratic reader would take hours.
func TestExtractIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	again := strings.Repeat
	for name, text := range map[string]func(n int) string{
		"one sentence":        func(n int) string { return again("he said that ", n/8) },
		"nested quotations":   func(n int) string { return again("“a ", n/4) + again("” b", n/4) },
		"nested speech":       func(n int) string { return again("“He said ", n/16) + again("” she said. ", n/16) },
		"open marks":          func(n int) string { return again("“", n) + again(" ' ", n/4) },
		"long quotation":      func(n int) string { return "“" + again("we will go ", n/8) + "” he said." },
		"many quotations":     func(n int) string { return again("“We go.” ", n/8) },
		"many attributions":   func(n int) string { return again("“We go,” she said. ", n/16) },
		"questions":           func(n int) string { return again("“Who?” she asked. ", n/16) },
		"one surname":         func(n int) string { return again("Ab Smith and Cd Smith ", n/16) },
		"pronouns":            func(n int) string { return again("who said who ", n/16) },
		"accusations":         func(n int) string { return again("– an accusation ", n/8) },
		"brackets":            func(n int) string { return again("he said (", n/8) },
		"paragraphs run on":   func(n int) string { return again("“We go.\n", n/8) },
		"colons":              func(n int) string { return again("A B: ", n/8) },
		"commas":              func(n int) string { return again("Ab, ", n/4) + "said." },
		"pronouns of a story": func(n int) string { return "Ann Doe left. " + again("She ran. He said it. ", n/24) },
		"promoters":           func(n int) string { return again("Promoter Ab said no. The promoter said no. ", n/44) },
		"said in French":      func(n int) string { return again("« Va », dit-il : « A b c d » ", n/32) },
		"called in French": func(n int) string {
			return again("Jean Doe, 32 ans, dit que non. L'homme de 32 ans dit que si. ", n/64)
		},
		"capitals in a chain": func(n int) string { return again("Ab of ", n/4) },
	} {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, 1<<13, func(n int) { check(t, text(n)) })
		})
	}
}

func BenchmarkExtract(b *testing.B) {
	var s strings.Builder
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, f := range files {
		if a, err := txtar.ParseFile(f); err == nil {
			for i := 0; i < len(a.Files); i += 2 {
				s.Write(a.Files[i].Data)
				s.WriteString("\n\n")
			}
		}
	}
	d := caseDocument(s.String())
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Extract(d)
	}
}

// TestExtractOnAllCores checks that a long text gives what its reading by one
// core gives.
func TestExtractOnAllCores(t *testing.T) {
	d := caseDocument(strings.Repeat(report, 40))
	all := describe(Extract(d))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if one := describe(Extract(d)); one != all {
		t.Error("one core reads another text")
	}
}

// TestNestedRole reads a report within a quotation, far down in a text, whose speaker is
// called by a role: who is named within must not be looked for in the text around.
func TestNestedRole(t *testing.T) {
	long := strings.Repeat("The pier is closed.\n\n", 20)
	doc := &Document{Lang: "en", Text: long + "Odette Vagheni, a Republican, left.\n\n“The rain came and the Republican said that the pier would close,” Joseph Amani told the council."}
	if out := Extract(doc); len(out) < 21 {
		t.Errorf("%d statements", len(out))
	}
}

// Who says that somebody said that somebody said is heard twelve deep, and no deeper.
func TestShallow(t *testing.T) {
	for _, c := range []struct{ times, want int }{{5, 5}, {40, 13}} {
		text := strings.Repeat("il a dit que ", c.times) + "la route est ouverte."
		if got := len(Extract(&Document{Text: strings.ToUpper(text[:1]) + text[1:], Lang: "fr"})); got != c.want {
			t.Errorf("%d times: %d statements", c.times, got)
		}
	}
}
