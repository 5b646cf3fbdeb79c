package reader

import (
	"errors"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"factcheck/fixtures/growth"
)

// TestSwelling guards that what is packed to fill a machine is refused by name before it does:
// one part or several, in a page of a crawl, the same part again and again, XML whose parser would
// take a hundred times its size. The junk makes files so long that they may grow to the limit.
func TestSwelling(t *testing.T) {
	if growth.Raced {
		t.Skip("it bounds memory, of which the detector takes its own; nothing in it runs at once")
	}
	const mega = 1 << 20
	bytes := make([]byte, mega)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range bytes {
		bytes[i] = byte(r.Uint32())
	}
	junk := string(bytes)
	word := func(body string) []byte {
		return zipped(t, "word/document.xml", "<w:document>"+body, "junk", junk)
	}
	book := func(chapters int, parts ...string) []byte {
		item, ref := `<item id="a" href="a.html" media-type="text/html"/>`, `<itemref idref="a"/>`
		return zipped(t, append(parts, bookDoor, bookContainer, "OEBPS/book.opf", "<package><manifest>"+item+"</manifest><spine>"+strings.Repeat(ref, chapters)+"</spine></package>", "junk", junk)...)
	}
	const para = "<w:p><w:t>It held all night and all day.</w:t></w:p>"
	page := aRecord("response", "u", "", answer("Content-Type: text/html\r\nContent-Encoding: gzip", gzipped("<p>"+strings.Repeat(" ", 15*mega))))
	for name, c := range map[string]struct {
		data []byte
		want error
		docs int
	}{
		"a bomb":                 {zipped(t, bookDoor, strings.Repeat(" ", 40*mega)), ErrSwollen, 0},
		"a long part":            {word(strings.Repeat(" ", mostOffice)), ErrSwollen, 0},
		"several":                {zipped(t, "word/document.xml", "<w:d>"+strings.Repeat(" ", 33*mega)+"</w:d>", "word/footnotes.xml", strings.Repeat(" ", 33*mega), "junk", junk), ErrSwollen, 0},
		"deep":                   {word(strings.Repeat("<a>", 10*mega)), ErrSwollen, 0},
		"deep paragraphs":        {word(strings.Repeat("<w:p>", 6*mega)), ErrSwollen, 0},
		"a tag":                  {word("<a " + strings.Repeat(`a="" `, 6*mega) + "/>"), ErrSwollen, 0},
		"a text beyond Most":     {word(strings.Repeat(para, 2*mega/20) + "</w:document>"), ErrLarge, 0},
		"empty paragraphs":       {word(strings.Repeat("<w:p/>", mega/4) + para + "</w:document>"), nil, 1},
		"a deep package":         {zipped(t, bookDoor, bookContainer, "OEBPS/book.opf", strings.Repeat("<a>", mega), "junk", junk), ErrSwollen, 0},
		"a long package":         {zipped(t, bookDoor, bookContainer, "OEBPS/book.opf", strings.Repeat("<item/>", mega), "junk", junk), ErrSwollen, 0},
		"a chapter again":        {book(5000, "OEBPS/a.html", "<p>It held.</p>"), nil, 1},
		"what is locked":         {book(1, "OEBPS/a.html", "<p>It held.</p>", "META-INF/encryption.xml", strings.Repeat(" ", 30*mega)), ErrSwollen, 0},
		"pages of a crawl":       {[]byte(strings.Repeat(page, 9)), errGrows, 1},
		"pages of a whole":       {[]byte(gzipped(strings.Repeat(page, 9))), errGrows, 1},
		"an empty title, a deep": {zipped(t, "word/document.xml", wordBody, "docProps/core.xml", strings.Repeat("<a>", mega), "junk", junk), nil, 1},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		docs, err := Read("a.x", c.data, Options{Most: mega})
		runtime.ReadMemStats(&after)
		if !errors.Is(err, c.want) || len(docs) != c.docs {
			t.Errorf("%s: %d documents, %v", name, len(docs), err)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) / mega; took > 400 {
			t.Errorf("%s: %d MB are allocated", name, took)
		}
	}
}
