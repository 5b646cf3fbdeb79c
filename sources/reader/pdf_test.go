//go:build !nopdf

package reader

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A drawn line of a page, in Helvetica: points from the left and from the bottom.
type drawn struct {
	x, y, size float64
	words      string
}

// pdf returns a PDF of pages; more stands in its trailer.
func pdf(more string, pages ...[]drawn) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, a ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), fmt.Sprintf(format, a...))
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object("<</Title(The dam of Mota)>>")
	for _, page := range pages {
		var s strings.Builder
		for _, l := range page {
			words := strings.NewReplacer("(", `\(`, ")", `\)`, "“", `\223`, "”", `\224`).Replace(l.words)
			fmt.Fprintf(&s, "BT /F %g Tf %g %g Td (%s) Tj ET\n", l.size, l.x, l.y, words)
		}
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 600]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>", len(at)+2)
		object("<</Length %d>>stream\n%sendstream", s.Len(), s.String())
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R/Info 4 0 R%s>>\nstartxref\n%d\n%%%%EOF", len(at)+1, more, start)
	return b.Bytes()
}

// set lays lines out from a place down, a line end each.
func column(x, y float64, lines ...string) []drawn {
	var out []drawn
	for i, l := range lines {
		if l != "" {
			out = append(out, drawn{x, y - 12*float64(i), 10, l})
		}
	}
	return out
}

// TestPDF guards columns, hyphens, paragraphs that a page breaks, running heads and
// numbers of pages, and that each page ends with a form feed.
func TestPDF(t *testing.T) {
	if testing.Short() {
		t.Skip("starting PDFium takes seconds where it is not in the cache")
	}
	first := append([]drawn{{30, 570, 8, "Mota Mail, 4 March 2024"}, {30, 540, 18, "The dam of Mota"}, {200, 20, 8, "1"}},
		append(column(30, 500, "The pumps at the dam held all night,", "Ines Dray said on Tuesday. The long-", "term forecast is open, and transpor-", "tation goes on.",
			"   Nobody was hurt. About 15,000", "people left their homes in the hills.", "", "Paul Temba denied that the dam had", "been neglected by the town council."),
			column(220, 500, "“The accusations are without any foun-", "dation,” he told Radio Bana. Others in", "his party disagreed with the mayor.", "",
				"The army sent 200 soldiers to guard", "the bridges, and the road to the", "market of Kora was closed after the")...)...)
	second := append([]drawn{{30, 570, 8, "Mota Mail, 4 March 2024"}, {200, 20, 8, "2"}}, column(30, 540,
		"second bridge fell, the army said. The weather is a long-term worry for all of us.", "", "Schools stay closed.")...)
	d := read1(t, "a.pdf", pdf("", first, second))
	want := "1 The dam of Mota|0 The pumps at the dam held all night, Ines Dray said on Tuesday. The long-term forecast is open, and transportation goes on.|" +
		"0 Nobody was hurt. About 15,000 people left their homes in the hills.|0 Paul Temba denied that the dam had been neglected by the town council.|" +
		"0 “The accusations are without any foundation,” he told Radio Bana. Others in his party disagreed with the mayor.|" +
		"0 The army sent 200 soldiers to guard the bridges, and the road to the market of Kora was closed after the second bridge fell, the army said. The weather is a long-term worry for all of us.|" +
		"0 Schools stay closed."
	if got := kinds(d); got != want || d.Title != "The dam of Mota" || strings.Count(d.Text, "\f") != 2 {
		t.Errorf("got  %s\nwant %s\ntitle %q, %d pages", got, want, d.Title, strings.Count(d.Text, "\f"))
	}
	if at := strings.Index(d.Text, "Schools"); d.Page(at) != 2 || d.Page(0) != 1 {
		t.Errorf("pages %d and %d", d.Page(at), d.Page(0))
	}
}

// TestPDFRefused guards the names of what cannot be read.
func TestPDFRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("starting PDFium takes seconds where it is not in the cache")
	}
	lock := strings.Repeat("0a", 32)
	whole := pdf("", column(30, 500, "The dam held."))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"without text":  {pdf("", nil), ErrPictures},
		"encrypted":     {pdf("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<"+lock+">/U<"+lock+">/P -4>>", column(30, 500, "The dam.")), ErrEncrypted},
		"cut off early": {whole[:60], ErrBroken},
		"only the mark": {[]byte("%PDF-1.7"), ErrBroken},
	} {
		if docs, err := Read("a.pdf", c.data, Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", name, docs, err)
		}
	}
	if d := read1(t, "a.txt", append([]byte("From a mail\n"), whole...)); kinds(d) != "0 The dam held." {
		t.Errorf("under another name: %s", kinds(d))
	}
}

// TestPDFBomb guards that a small file cannot take all memory: a form that draws itself twice,
// and a page of more characters than anybody reads. Where WebAssembly grew its memory by copies,
// the first took 2.5 GB and came back as broken.
func TestPDFBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("starting PDFium takes seconds where it is not in the cache")
	}
	itself := "/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>"
	loop := bombed(itself, "/Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>", []byte("/X Do /X Do "))
	lines := strings.Repeat("0 -9 Td ("+strings.Repeat("word ", 200)+") Tj ", 600)
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	fmt.Fprintf(w, "BT /F 9 Tf 9 500 Td %sET", lines)
	w.Close()
	long := bombed("/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
		"/Filter/FlateDecode", packed.Bytes())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for name, data := range map[string][]byte{"loop": loop, "long": long} {
		docs, err := Read("a.pdf", data, Options{})
		if !errors.Is(err, ErrSwollen) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s, %d bytes: %v, %v", name, len(data), docs, err)
		}
	}
	if runtime.ReadMemStats(&after); after.Sys-before.Sys > 256<<20 {
		t.Errorf("%d MB taken from the system", (after.Sys-before.Sys)>>20)
	}
	if d := read1(t, "a.pdf", pdf("", column(30, 500, "The dam held."))); kinds(d) != "0 The dam held." {
		t.Errorf("after them: %s", kinds(d))
	}
}

// TestPDFLate guards that PDFium can be stopped at its work, and starts again.
func TestPDFLate(t *testing.T) {
	if testing.Short() {
		t.Skip("starting PDFium takes seconds where it is not in the cache")
	}
	whole := pdf("", column(30, 500, "The dam held."))
	read1(t, "a.pdf", whole)
	defer func(d time.Duration) { longestSheet = d }(longestSheet)
	longestSheet = 500 * time.Millisecond
	for range 3 {
		docs, err := Read("a.pdf", bombed("/Contents 4 0 R", "", bytes.Repeat([]byte("q Q "), 4<<20)), Options{})
		if !errors.Is(err, ErrSwollen) || !strings.Contains(err.Error(), "more than 500ms") {
			t.Errorf("%v, %v", docs, err)
		}
	}
	longestSheet = time.Minute
	if d := read1(t, "a.pdf", whole); kinds(d) != "0 The dam held." {
		t.Errorf("after them: %s", kinds(d))
	}
}

// bombed returns a PDF of one page, and its stream.
func bombed(page, stream string, data []byte) []byte {
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"+
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 600]%s>>\nendobj\n4 0 obj\n<<%s/Length %d>>stream\n%s\nendstream\nendobj\n"+
		"trailer<</Size 5/Root 1 0 R>>\n%%%%EOF", page, stream, len(data), data)
}

func FuzzPDF(f *testing.F) {
	if testing.Short() {
		f.Skip("starting PDFium takes seconds where it is not in the cache")
	}
	f.Add(pdf("", column(30, 500, "The dam held.", "All night.")))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, _ := Read("a.pdf", data, Options{})
		checkPackaged(t, docs)
	})
}
