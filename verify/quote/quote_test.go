package quote

import (
	"os"
	"strings"
	"testing"

	"factcheck/claims/text"
)

// quotedParts returns the parts of src between “ and ”.
func quotedParts(src string) []text.Span {
	var out []text.Span
	for at := 0; ; {
		open := strings.Index(src[at:], "“")
		if open < 0 {
			return out
		}
		open += at + len("“")
		end := strings.Index(src[open:], "”")
		if end < 0 {
			return append(out, text.Span{Start: open, End: len(src)})
		}
		out = append(out, text.Span{Start: open, End: open + end})
		at = open + end + len("”")
	}
}

func TestAlign(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for _, block := range strings.Split(string(data), "\n\n") {
		var source []string
		var draft, want string
		for _, line := range strings.Split(block, "\n") {
			switch {
			case strings.HasPrefix(line, "S "):
				source = append(source, line[2:])
			case strings.HasPrefix(line, "D "):
				draft = line[2:]
			case strings.HasPrefix(line, "= "):
				want = line[2:]
			}
		}
		if want == "" {
			continue
		}
		cases++
		src := strings.Join(source, "\n\n")
		woven := !strings.HasPrefix(draft, "“") && !strings.Contains(draft, ": “")
		d := Read(draft, "en", quotedParts(draft)).Within(text.Span{End: len(draft)}, woven)
		m := Prepare(src, "", nil).AlignDraft(d, text.Span{})
		if got := outline(&m); got != want {
			t.Errorf("%s\nof %s\n got %s, want %s\n%s", draft, src, got, want, describe(&m, src, draft))
		}
		checkMatch(t, &m, src, draft)
	}
	if cases < 50 {
		t.Errorf("only %d cases were read", cases)
	}
}

// outline writes a match as the cases have it.
func outline(m *Match) string {
	s := m.Outcome.String()
	seen := map[string]bool{}
	for _, r := range m.Reasons {
		k := r.Kind.String()
		for _, e := range m.Edits {
			if e.Meaning && e.Draft == r.Statement && (e.Source == r.Source || e.Op == Insert) {
				k = "*" + r.Kind.String()
			}
		}
		if !seen[k] {
			seen[k] = true
			s += " " + k
		}
	}
	return s
}

func describe(m *Match, src, draft string) string {
	var b strings.Builder
	for _, e := range m.Edits {
		b.WriteString("\t" + e.Op.String() + " [" + e.Source.In(src) + "] [" + e.Draft.In(draft) + "] " + e.Class.String() + "\n")
	}
	return b.String()
}

// checkMatch checks what holds of every match: edits run through the draft
// without overlap, all spans lie in their texts, kept words are equal.
func checkMatch(t *testing.T, m *Match, src, draft string) {
	t.Helper()
	at := 0
	for _, e := range m.Edits {
		if e.Draft.Start < at || e.Draft.End < e.Draft.Start || e.Draft.End > len(draft) || e.Source.Start < 0 || e.Source.End > len(src) || e.Source.End < e.Source.Start {
			t.Fatalf("edit out of order: %+v", m.Edits)
		}
		at = e.Draft.End
	}
	for _, r := range m.Reasons {
		if r.Note == "" || r.Source.End > len(src) || r.Statement.End > len(draft) {
			t.Fatalf("bad reason %+v", r)
		}
	}
	for _, s := range m.Source {
		if s.Start >= s.End || s.End > len(src) {
			t.Fatalf("bad source span %+v", m.Source)
		}
	}
	if m.Share < 0 || m.Share > 1 {
		t.Fatalf("share %v", m.Share)
	}
}
