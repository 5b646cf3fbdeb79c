package reader

import (
	"errors"
	"strings"
	"testing"
)

const (
	bookContainer = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`
	bookPackage   = `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Dams</dc:title>
<dc:creator>Ines Dray</dc:creator><dc:creator>Paul Temba</dc:creator><dc:publisher>Mota Press</dc:publisher><dc:date>2024-03-04</dc:date><dc:language>en-GB</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="t" href="title.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/><item id="i" href="x.png" media-type="image/png"/></manifest>
<spine><itemref idref="t"/><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="i"/><itemref idref="gone"/></spine></package>`
	chapterOne = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><h1>The river</h1><p>It rose by <b>two</b> metres.</p><aside epub:type="footnote"><p>In March.</p></aside></body></html>`
	chapterTwo = `<html><body><h1>Dams</h1><blockquote><p>The dam held.</p></blockquote></body></html>`
)

func bookParts(more ...string) []string {
	return append([]string{"mimetype", "application/epub+zip", bookDoor, bookContainer, "OEBPS/book.opf", bookPackage,
		"OEBPS/nav.xhtml", "<p>One.</p>", "OEBPS/title.xhtml", "<h1>Dams</h1><p>Ines Dray</p>", "OEBPS/text/one a.xhtml", chapterOne, "OEBPS/two.xhtml", chapterTwo}, more...)
}

// TestBook: chapters in the order of the spine, without contents, cover and title page.
func TestBook(t *testing.T) {
	docs, err := Read("b.epub", zipped(t, bookParts()...), Options{})
	checkPackaged(t, docs)
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	var got []string
	for _, d := range docs {
		got = append(got, strings.Join([]string{d.ID, d.Title, d.Author, d.Publisher, d.Lang, d.Date.String(), kinds(d)}, "/"))
	}
	want := "b.epub#two.xhtml/Dams/Ines Dray, Paul Temba/Mota Press/en/2024-03-04/1 Dams|4 The dam held.\n" +
		"b.epub#text/one a.xhtml/Dams: The river/Ines Dray, Paul Temba/Mota Press/en/2024-03-04/1 The river|0 It rose by two metres.|0 In March."
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	for name, c := range map[string]struct {
		parts []string
		want  error
	}{
		"no package": {[]string{bookDoor, bookContainer}, ErrBroken},
		"no root":    {[]string{bookDoor, "<container/>"}, ErrBroken},
		"broken":     {[]string{bookDoor, "<container"}, ErrBroken},
		"locked":     {bookParts("META-INF/encryption.xml", `<CipherReference URI="OEBPS/two.xhtml"/>`), ErrEncrypted},
		"no chapter": {[]string{bookDoor, bookContainer, "OEBPS/book.opf", "<package/>"}, ErrEmpty},
	} {
		if docs, err := Read("b.epub", zipped(t, c.parts...), Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", name, docs, err)
		}
	}
}

// TestStrangers guards the names of what is no document: an archive in an archive, a
// file cut off, old Office.
func TestStrangers(t *testing.T) {
	whole := zipped(t, bookParts()...)
	for name, c := range map[string]struct {
		data []byte
		want error
		says string
	}{
		"an archive":   {zipped(t, "a.zip", string(zipped(t, "word/document.xml", wordBody))), ErrBinary, "an archive; unpack it"},
		"cut off":      {whole[:len(whole)/2], ErrBroken, "cut off"},
		"a sheet":      {zipped(t, "xl/workbook.xml", "<workbook/>"), ErrType, "a spreadsheet"},
		"slides":       {zipped(t, "ppt/presentation.xml", "<p:presentation/>"), ErrType, "slides"},
		"locked ODT":   {zipped(t, "content.xml", "\xFF\x01", lockOfODT, "<manifest:encryption-data/>"), ErrEncrypted, "password"},
		"locked whole": {zipped(t, "encrypted-package", "\xFF\x01", lockOfODT, "<manifest:encryption-data/>"), ErrEncrypted, "LibreOffice"},
		"RTF":          {[]byte(`{\rtf1\ansi The dam held.\par}`), ErrType, "RTF; save it as DOCX"},
		"gzip":         {[]byte("\x1F\x8B\x08 and more"), ErrBinary, "packed by gzip"},
		"an old .doc":  {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), ErrBinary, "old or encrypted Office"},
	} {
		for _, path := range []string{"a.epub", "a.docx", "a.txt"} {
			if _, err := Read(path, c.data, Options{}); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s as %s: %v", name, path, err)
			}
		}
	}
	if d := read1(t, "a.txt", zipped(t, "word/document.xml", wordBody)); d.Blocks[0].In(d.Text) != "The dam" {
		t.Errorf("a DOCX by another name: %q", d.Text)
	}
}

func FuzzBook(f *testing.F) {
	f.Add(bookContainer, bookPackage, chapterOne)
	f.Fuzz(func(t *testing.T, container, pack, chapter string) {
		docs, _ := Read("b.epub", zipped(t, bookDoor, container, "OEBPS/book.opf", pack, "OEBPS/two.xhtml", chapter), Options{})
		checkPackaged(t, docs)
	})
}
