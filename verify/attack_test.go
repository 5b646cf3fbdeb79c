package verify_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify"
)

// An attack is one source, a statement, and the verdicts that are right.
type attack struct {
	source, draft string
	lang          string    // of both
	dates         [2]string // of source and draft
	right         []string  // where unsupported is, finding no statement is too; "flagged" is any warning or error
	known         string    // what it is called now, as a known failure; empty if it is right
}

// TestAttacks runs the cases of testdata/attack: paragraphs of lines "key: value",
//
//	source: The price of a stamp rose to 90 cents.
//	draft: The price of a stamp rose by 90 cents.
//	right: unsupported contradicted
//	known: supported
//
// where known marks a failure that is known: it has to go when the case is right. With
// -update the marks are written anew. A case without a source or a language takes those above it;
// the first language is en.
func TestAttacks(t *testing.T) {
	files, err := filepath.Glob("testdata/attack/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			paragraphs := strings.Split(strings.TrimSpace(string(data)), "\n\n")
			right := 0
			above := attack{lang: "en"}
			for i, p := range paragraphs {
				cases := p
				for strings.HasPrefix(cases, "#") {
					_, cases, _ = strings.Cut(cases, "\n")
				}
				if cases == "" {
					right++
					continue
				}
				a := readAttack(t, cases, above)
				above = a
				got, level := a.verdict(t)
				ok := a.isRight(got, level)
				switch {
				case ok:
					right++
					paragraphs[i], _, _ = strings.Cut(p, "\nknown: ")
				default:
					p, _, _ = strings.Cut(p, "\nknown: ")
					paragraphs[i] = p + "\nknown: " + got
				}
				switch {
				case *update:
				case ok && a.known != "":
					t.Errorf("%s\nis right now (%s): take the mark away, -update does", a.draft, got)
				case !ok && a.known == "":
					t.Errorf("%s\nis called %s beside\n%s\nright is %s", a.draft, got, a.source, strings.Join(a.right, " or "))
				}
			}
			t.Logf("%d of %d right", right-1, len(paragraphs)-1)
			if *update {
				if err := os.WriteFile(file, []byte(strings.Join(paragraphs, "\n\n")+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// isRight reports whether a worst verdict of such a level is one of the right ones.
func (a *attack) isRight(verdict string, level verify.Level) bool {
	if slices.Contains(a.right, "flagged") {
		return level >= verify.Warning
	}
	switch verdict {
	case "none":
		verdict = "unsupported"
	case "verbatim", "elided":
		if level >= verify.Warning {
			return false
		}
	}
	return slices.Contains(a.right, verdict)
}

// readAttack reads one paragraph; above is the case before it.
func readAttack(t *testing.T, paragraph string, above attack) attack {
	t.Helper()
	a := attack{lang: above.lang, dates: [2]string{"2024-03-04", "2024-03-05"}}
	if !strings.Contains("\n"+paragraph, "\nsource: ") {
		a.source, a.dates = above.source, above.dates
	}
	for line := range strings.Lines(paragraph) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "source":
			a.source = value
		case "lang":
			a.lang = value
		case "draft":
			a.draft = value
		case "right":
			a.right = strings.Fields(value)
		case "known":
			a.known = value
		case "dates":
			if n, err := fmt.Sscan(value, &a.dates[0], &a.dates[1]); n != 2 {
				t.Fatal(value, err)
			}
		default:
			t.Fatalf("no line of a case: %q", line)
		}
	}
	if a.source == "" || a.draft == "" || a.right == nil {
		t.Fatalf("not a whole case: %q", paragraph)
	}
	return a
}

// verdict checks the statement against its source and returns the worst verdict and its
// level, "none" if no statement was found.
func (a *attack) verdict(t *testing.T) (string, verify.Level) {
	t.Helper()
	x := index.Memory()
	for _, d := range read(t, "source.md", fmt.Appendf(nil, "---\npublisher: Harbour Post\nlang: %s\ndate: %s\n---\n%s\n", a.lang, a.dates[0], a.source)) {
		if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
			t.Fatal(err)
		}
	}
	drafts := []verify.Draft{}
	for _, d := range read(t, "draft.md", fmt.Appendf(nil, "---\nlang: %s\ndate: %s\n---\n%s\n", a.lang, a.dates[1], a.draft)) {
		drafts = append(drafts, verify.Draft{Path: "draft.md", Document: d})
	}
	r, err := verify.Check(context.Background(), sources.NewArchive(x, nil), drafts, verify.Options{Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	worst, level := "none", verify.OK
	for _, f := range r.Findings {
		if worst == "none" || f.Level > level {
			worst, level = f.Verdict.String(), f.Level
		}
	}
	return worst, level
}
