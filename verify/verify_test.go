package verify_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
)

var update = flag.Bool("update", false, "rewrite the want files of testdata")

// TestVerdicts runs every case of testdata: an archive, a draft, and the verdicts
// that are wanted, a line a statement. What must be found and what must not stand
// side by side in one draft.
func TestVerdicts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			x := index.Memory()
			var drafts []verify.Draft
			want := -1
			for i, f := range ar.Files {
				switch {
				case f.Name == "want":
					want = i
				case strings.HasPrefix(f.Name, "draft"):
					for _, d := range read(t, f.Name, f.Data) {
						drafts = append(drafts, verify.Draft{Path: f.Name, Document: d})
					}
				default:
					for _, d := range read(t, f.Name, f.Data) {
						if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
			archive := sources.NewArchive(x, nil)
			got := verdicts(t, archive, drafts, 1)
			if again := verdicts(t, archive, drafts, 8); again != got {
				t.Errorf("eight workers found otherwise than one:\n%s\n%s", got, again)
			}
			if *update {
				ar.Files[want].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want < 0 || got != string(ar.Files[want].Data) {
				t.Errorf("got\n%s\nwant\n%s", got, bytes.TrimSpace(ar.Files[max(want, 0)].Data))
			}
		})
	}
}

func read(t *testing.T, name string, data []byte) []*claims.Document {
	t.Helper()
	docs, err := reader.Read(name, data, reader.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// verdicts prints a line a finding: rule, further verdicts, the sources that have
// something to say, and the statement.
func verdicts(t *testing.T, archive *sources.Archive, drafts []verify.Draft, jobs int) string {
	t.Helper()
	r, err := verify.Check(context.Background(), archive, drafts, verify.Options{Jobs: jobs})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range r.Findings {
		f := &r.Findings[i]
		fmt.Fprint(&b, f.Rule())
		for _, a := range f.Also {
			fmt.Fprintf(&b, "+%s", a)
		}
		for _, s := range f.Stances {
			fmt.Fprintf(&b, " [%s %s]", s.Source, s.Stance)
		}
		fmt.Fprintf(&b, " | %s\n", strings.Join(strings.Fields(f.Statement.Text), " "))
		checkSpans(t, f)
	}
	return b.String()
}

// checkSpans guards that everything a report points at lies in what it shows.
func checkSpans(t *testing.T, f *verify.Finding) {
	t.Helper()
	for _, r := range f.Reasons {
		if r.Statement.Start < 0 || r.Statement.End > len(f.Statement.Text) || r.Statement.Start > r.Statement.End {
			t.Errorf("%s: the statement span %v lies outside %q", f.Rule(), r.Statement, f.Statement.Text)
		}
	}
	for _, e := range f.Evidence {
		if e.Text == "" || e.Match.Start < 0 || e.Match.End > len(e.Text) {
			t.Errorf("%s: the match %v lies outside the passage %q", f.Rule(), e.Match, e.Text)
		}
		for _, x := range e.Edits {
			if x.Source.End > len(e.Text) || x.Draft.End > len(f.Statement.Text) {
				t.Errorf("%s: the edit %v lies outside %q and %q", f.Rule(), x, e.Text, f.Statement.Text)
			}
		}
	}
}
