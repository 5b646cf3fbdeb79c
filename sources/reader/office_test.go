package reader

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// zipped returns a package of parts, names and contents in turn.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordBody = `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The dam</w:t></w:r></w:p>
<w:p>
  <w:r><w:t xml:space="preserve">The pumps </w:t></w:r><w:del><w:r><w:delText>never</w:delText><w:t>ever</w:t></w:r></w:del><w:ins><w:r><w:t>al</w:t></w:r></w:ins>
  <w:r><w:t>ways held</w:t><w:br/><w:t>&amp; stayed.</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="BlockText"/></w:pPr><w:r><w:t>We held.</w:t></w:r></w:p>
<w:p><w:r><w:t>[factcheck: off number]</w:t></w:r></w:p></w:body></w:document>`
	wordNotes = `<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`
	coreMeta  = `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>The dam of Mota</dc:title></cp:coreProperties>`
	odtBody   = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:p>never</text:p></text:tracked-changes>
<text:h text:style-name="Heading_20_1">The dam</text:h>
<text:p>The pumps <text:span>al</text:span>ways<text:s/>held<text:line-break/>&amp; stayed.<office:annotation><text:p>no</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
<table:table><table:table-cell><text:p>14</text:p></table:table-cell></table:table>
<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
<text:p text:style-name="P1">We held.</text:p></office:text></office:body></office:document-content>`
	odtMeta = `<office:document-meta xmlns:office="o" xmlns:dc="dc"><office:meta><dc:title>The dam of Mota</dc:title></office:meta></office:document-meta>`
)

// TestOffice guards that the same document has the same text in both formats, that
// what was deleted or only remarked is none, and that words are whole.
func TestOffice(t *testing.T) {
	for _, c := range []struct {
		path string
		data []byte
		want string
	}{
		{"a.docx", zipped(t, "word/document.xml", wordBody, "word/footnotes.xml", wordNotes, "docProps/core.xml", coreMeta),
			"1 The dam|0 The pumps always held & stayed.|3 14|2 one|4 We held.|0 A note."},
		{"a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtBody, "meta.xml", odtMeta),
			"1 The dam|0 A note.|0 The pumps always held & stayed.|3 14|2 one|4 We held."},
	} {
		docs, err := Read(c.path, c.data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		d := docs[0]
		var got []string
		for _, b := range d.Blocks {
			got = append(got, string(rune('0'+b.Kind))+" "+b.In(d.Text))
		}
		if strings.Join(got, "|") != c.want || d.Title != "The dam of Mota" || !Packaged(c.data) {
			t.Errorf("%s: %q, title %q", c.path, got, d.Title)
		}
		if c.path == "a.docx" && (len(d.Directives) != 1 || d.Directives[0].File.In(d.Text) != "[factcheck: off number]") {
			t.Errorf("directives %v", d.Directives)
		}
	}
	for want, data := range map[error][]byte{
		ErrBinary: zipped(t, "a", "b"),
		ErrBroken: zipped(t, "word/document.xml", "<w:p"),
		ErrEmpty:  zipped(t, "word/document.xml", "<w:p></w:p>"),
	} {
		if _, err := Read("a.docx", data, Options{}); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

func FuzzOffice(f *testing.F) {
	f.Add(wordBody, true)
	f.Add(odtBody, false)
	f.Fuzz(func(t *testing.T, part string, word bool) {
		path, data := "a.docx", zipped(t, "word/document.xml", part)
		if !word {
			path, data = "a.odt", zipped(t, "content.xml", part)
		}
		docs, err := Read(path, data, Options{})
		if err != nil {
			return
		}
		d, at := docs[0], 0
		for _, b := range d.Blocks {
			if b.Start < at || b.End <= b.Start || b.End > len(d.Text) {
				t.Fatalf("block %v after %d in %q", b, at, d.Text)
			}
			at = b.End
		}
		if !utf8.ValidString(d.Text) {
			t.Fatalf("%q", d.Text)
		}
	})
}
