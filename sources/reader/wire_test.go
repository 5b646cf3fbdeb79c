package reader

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"factcheck/claims"
	"factcheck/claims/text"
)

// TestWire guards what is read of items that agencies send, and of checks that publishers do.
func TestWire(t *testing.T) {
	a, err := txtar.ParseFile("testdata/wire.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(a.Files); i += 2 {
		f, want := a.Files[i], a.Files[i+1]
		docs, err := Read(f.Name, f.Data, Options{})
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		checkDocuments(t, f.Data, docs)
		var got []string
		for _, d := range docs {
			got = append(got, described(d))
		}
		if s := strings.Join(got, "\n"); s != string(want.Data) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, s, want.Data)
		}
	}
}

// described lists what is known of a document, a line each.
func described(d *claims.Document) string {
	var b strings.Builder
	r := ""
	if d.Release.Version != 0 {
		r += fmt.Sprint(" version ", d.Release.Version)
	}
	if d.Release.Sent != 0 {
		r += time.Unix(d.Release.Sent, 0).UTC().Format(" sent 2006-01-02 15:04")
	}
	if d.Release.Withdrawn {
		r += " withdrawn"
	}
	if d.Release.Embargo != 0 {
		r += " embargo " + d.Release.Embargo.String()
	}
	review := ""
	if d.Review != nil {
		review = fmt.Sprintf("%q by %q", d.Review.Rating, d.Review.Publisher)
	}
	for _, l := range [...][2]string{
		{"id", d.ID}, {"release", strings.TrimSpace(r)}, {"publisher", d.Publisher}, {"author", d.Author}, {"speaker", d.Speaker}, {"review", review}, {"date", d.Date.String()}, {"lang", d.Lang},
		{"title", d.Title}, {"subtitle", d.Subtitle}, {"url", d.URL}, {"text", blocks(d)},
	} {
		if l[1] != "" {
			fmt.Fprintln(&b, l[0], l[1])
		}
	}
	return b.String()
}

// TestWirePlaces guards that words lead to where they stand in the file, through an escape of
// JSON and one of HTML.
func TestWirePlaces(t *testing.T) {
	for path, c := range map[string][3]string{
		"a.json":  {`{"uri":"u","versioncreated":"x","body_html":"<p>It held, \u201call&nbsp;night\u201d.</p>"}`, "“all night”", `\u201call&nbsp;night\u201d`},
		"a.xml":   {`<nitf><body><body.content><p>It held &amp; <em>nobody</em> left.</p></body.content></body></nitf>`, "& nobody", `&amp; <em>nobody`},
		"b.xml":   {`<newsItem><contentSet><inlineData contenttype="text/html">&lt;p>A &amp;amp; B&lt;/p></inlineData></contentSet></newsItem>`, "& B", `&amp;amp; B`},
		"a.ninjs": {`{"uri":"u","bodies":[{"value":"é \"so\" he said."}]}`, `"so"`, `\"so\"`},
	} {
		d := read(t, path, c[0])
		at := strings.Index(d.Text, c[1])
		if at < 0 {
			at = strings.Index(d.Text, strings.ReplaceAll(c[1], " ", "\u00A0"))
		}
		if at < 0 {
			t.Errorf("%s: %q is not in %q", path, c[1], d.Text)
			continue
		}
		end := at + len(c[1])
		if strings.Contains(d.Text, "\u00A0") {
			end++
		}
		if got := d.File(text.Span{Start: at, End: end}).In(c[0]); got != c[2] {
			t.Errorf("%s: %q stands at %q, want %q", path, c[1], got, c[2])
		}
	}
}

// TestWireRefused guards that what is broken is told, and that JSON and XML of other kinds
// are left out of folders.
func TestWireRefused(t *testing.T) {
	for name, want := range map[string]string{
		`a.nitf <nitf><body>`:                           "<body> has no end",
		`a.nitf <nitf></body></nitf>`:                   "ends nothing",
		`a.nitf <html/>`:                                "<html>",
		`a.newsml <packageItem/>`:                       "<packageItem>",
		`a.ninjs {"uri":`:                               "not JSON",
		`a.ninjs {"uri":5}`:                             "not ninjs",
		`a.ninjs [` + strings.Repeat("[", 9):            "not JSON",
		`a.nitf ` + strings.Repeat("<p>", mostDepth+10): errDeep.Error(),
	} {
		path, src, _ := strings.Cut(name, " ")
		if _, err := Read(path, []byte(src), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: %v", name, err)
		}
	}
	if _, err := Read("a.ninjs", []byte("[]"), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no item: %v", err)
	}
	dir := tree(t, map[string]string{
		"item.json": `{"uri":"u","pubstatus":"usable"}`, "article.xml": "<?xml version='1.0'?><nitf/>", "package.json": `{"name":"x"}`, "list.json": `[1,2]`, "cut.json": `{"uri":`,
		"other.xml": "<note/>", "empty.xml": "",
	})
	if got, want := walked(t, dir), "article.xml item.json"; got != want {
		t.Errorf("walked %q, want %q", got, want)
	}
	if err := os.Remove(filepath.Join(dir, "item.json")); err != nil || Readable(filepath.Join(dir, "item.json")) {
		t.Errorf("a file that is not there is read: %v", err)
	}
}

func FuzzWire(f *testing.F) {
	a, err := txtar.ParseFile("testdata/wire.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(a.Files); i += 2 {
		f.Add("-", string(a.Files[i].Data))
	}
	f.Add("a.nitf", "<nitf><body.content><q>a<br/></q><![CDATA[&]]>&amp;</body.content>")
	f.Add("a.ninjs", `[{"uri":"u","bodies":[{"value":"\ud83d&am"},[{}]]},"body_html"]`)
	f.Fuzz(func(t *testing.T, path, src string) {
		docs, _ := Read(path, []byte(src), Options{})
		checkDocuments(t, []byte(src), docs)
	})
}
