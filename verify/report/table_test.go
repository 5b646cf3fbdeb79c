package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/claims"
	"factcheck/verify"
)

var update = flag.Bool("update", false, "write the golden files anew")

// print returns a report in a format.
func print(t *testing.T, format string, r *verify.Report, opt Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, format, r, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares text with a file of testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

// The table at the widths of the terminals that people have.
func TestTable(t *testing.T) {
	for _, w := range []int{60, 80, 120, 200} {
		got := print(t, "table", wide(), Options{Width: w})
		golden(t, fmt.Sprintf("table-%d.txt", w), got)
		for line := range strings.Lines(got) {
			line = strings.TrimRight(line, "\n")
			if width(line) > w && !strings.HasPrefix(line, "Checked ") {
				t.Errorf("width %d: a line of %d columns: %q", w, width(line), line)
			}
		}
	}
}

// A character of several runes is as wide as a terminal shows it, so that the bars
// stand in one line and the table within its width.
func TestTableWideCharacters(t *testing.T) {
	r := wide()
	for i, s := range []string{"Ten boats 👨‍👩‍👧‍👦🇨🇩👩‍🌾 for 한국어 사람들", "我们会一直战斗到底我们会一直战斗到底我们会一直战斗到底", "e̋́xtrëmę̈lý c̸o̵m̷b̴i̵n̶i̷n̸g̵", "نحن نقاتل حتى النهاية"} {
		r.Findings[i].Statement.Text = s
	}
	for _, w := range []int{60, 80, 120, 200} {
		got := print(t, "table", r, Options{Width: w})
		matrix, _, _ := strings.Cut(got, "\n\n")
		var want []int
		for line := range strings.SplitSeq(matrix, "\n") {
			if width(line) > w {
				t.Errorf("width %d: a line of %d columns: %q", w, width(line), line)
			}
			var bars []int
			for i, r := range line {
				if r == '│' || r == '┼' {
					bars = append(bars, width(line[:i]))
				}
			}
			if want == nil {
				want = bars
			}
			if !slices.Equal(bars, want) {
				t.Errorf("width %d: bars at %v, not %v: %q", w, bars, want, line)
			}
		}
	}
}

// Without Unicode no mark beyond ASCII appears that is not the draft's own.
func TestTableASCII(t *testing.T) {
	got := print(t, "table", sample(), Options{Width: 100, ASCII: true})
	golden(t, "table-ascii.txt", got)
	for _, r := range got {
		if r > 127 && !strings.ContainsRune("“”", r) {
			t.Errorf("%q in a table that is to be ASCII", r)
		}
	}
}

// Colour changes nothing but colour, save that strokes under words and the marks
// of a word diff are not needed with it.
func TestTableColour(t *testing.T) {
	got := print(t, "table", sample(), Options{Width: 100, Colour: true})
	golden(t, "table-colour.txt", got)
	for line := range strings.Lines(got) {
		if strings.Count(line, "\x1b[") != 2*strings.Count(line, "\x1b[0m") {
			t.Errorf("a colour runs on beyond its line: %q", line)
		}
	}
}

func TestExplain(t *testing.T) {
	golden(t, "explain-80.txt", print(t, "table", sample(), Options{Width: 80, Explain: true}))
}

func TestLine(t *testing.T) { golden(t, "line.txt", print(t, "line", wide(), Options{})) }

func TestJSON(t *testing.T) {
	golden(t, "report.json", print(t, "json", wide(), Options{Version: "1.2.3"}))
	golden(t, "report.jsonl", print(t, "jsonl", wide(), Options{}))
}

// Text of drafts and archives moves no cursor, colours nothing and turns no
// writing around.
func TestHostileText(t *testing.T) {
	r := sample()
	evil := "safe\x1b[31m red\x07 \u202eltr \u2066 \x9b2J\r\nend"
	r.Findings[1].Statement.Text = evil
	r.Findings[1].Message = evil
	r.Findings[1].Evidence[0].Text = evil
	r.Findings[1].Evidence[0].Edits = nil
	r.Findings[1].Evidence[0].URL = evil
	r.Sources[0] = evil
	for _, format := range []string{"table", "line"} {
		got := print(t, format, r, Options{Width: 80, Explain: true})
		for _, c := range got {
			if c != '\n' && hostile(c) && c != '\uFFFD' {
				t.Errorf("%s: %q reached the terminal", format, c)
			}
		}
	}
}

// A statement in short begins where it does by itself, and keeps what was denied.
func TestBrief(t *testing.T) {
	for _, c := range []struct {
		s    claims.Statement
		want string
	}{
		{claims.Statement{Form: claims.Indirect, Text: "that the ferry would run,"}, "the ferry would run"},
		{claims.Statement{Form: claims.Indirect, Text: "qu’il  partirait"}, "il partirait"},
		{claims.Statement{Form: claims.Plain, Text: "that ferry is old"}, "that ferry is old"},
		{claims.Statement{Kind: claims.Quote, Form: claims.Direct, Text: "that was the last one,"}, "that was the last one"},
	} {
		if got := brief(&c.s); got != c.want {
			t.Errorf("%q is %q in short, not %q", c.s.Text, got, c.want)
		}
	}
}
