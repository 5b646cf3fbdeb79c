package reader

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"factcheck/claims"
)

// TestArticle: testdata/article is one text in every format (made by pandoc and WeasyPrint;
// the PDF in two justified columns with hyphens, a running head and numbers). It has the same
// statements in each, by the same people.
func TestArticle(t *testing.T) {
	want := strings.Split(statements(t, "article.md"), "\n")
	if len(want) < 15 {
		t.Fatalf("only %d statements", len(want))
	}
	for _, name := range []string{"article.txt", "article.html", "article.docx", "article.odt", "article.epub", "article.pdf"} {
		if strings.HasSuffix(name, ".pdf") && (testing.Short() || pdfs == nil) {
			continue
		}
		got := strings.Split(statements(t, name), "\n")
		for i := range max(len(got), len(want)) {
			g, w := "", ""
			if i < len(got) {
				g = got[i]
			}
			if i < len(want) {
				w = want[i]
			}
			if g != w {
				t.Errorf("%s: statement %d\ngot  %s\nwant %s", name, i+1, g, w)
				break
			}
		}
	}
}

// statements returns the statements of a file of testdata/article, one a line.
func statements(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/article/" + name)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := Read(name, data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, d := range docs {
		for _, s := range claims.Extract(d) {
			a := s.Attribution
			said := ""
			if a.Said.From == a.Said.To {
				said = a.Said.From.String()
			}
			all = append(all, fmt.Sprintf("%v %v: %s (%s; %s; %v %s)", s.Kind, s.Form, strings.Join(strings.Fields(s.Text), " "), a.Speaker.Name, a.Origin(), a.Told, said))
		}
	}
	return strings.Join(all, "\n")
}
