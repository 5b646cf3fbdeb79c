package reader

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// sheetFrom sets text as a typewriter does: a character is 6 points wide, a row 12 high.
func sheetFrom(lines ...string) sheet {
	var glyphs []glyph
	for y, l := range lines {
		for x, c := range []rune(l) {
			b := box{left: 6 * float64(x), right: 6 * float64(x+1), top: 700 - 12*float64(y), bottom: 690 - 12*float64(y)}
			glyphs = append(glyphs, glyph{len(glyphs), c, b})
		}
		glyphs = append(glyphs, glyph{len(glyphs), '\n', box{}})
	}
	return sheet{wordsOf(glyphs)}
}

// paragraphs returns the paragraphs of pages, separated by |, and by || where a page ends.
func paragraphs(sheets ...sheet) string {
	var pages []string
	for _, page := range printedPages(sheets) {
		var all []string
		for _, p := range page {
			all = append(all, p.words())
		}
		pages = append(pages, strings.Join(all, "|"))
	}
	return strings.Join(pages, "||")
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages [][]string
		want  string
	}{
		{"columns", [][]string{{
			"The pumps held all night     Nobody was hurt, she said.",
			"and the valley stayed dry    Schools stay closed until",
			"on Tuesday, said the mayor.  Friday, and the road too."}},
			"The pumps held all night and the valley stayed dry on Tuesday, said the mayor.|Nobody was hurt, she said. Schools stay closed until Friday, and the road too."},
		{"a headline across columns", [][]string{{
			"The dam of Mota held on Tuesday, and nobody was hurt.",
			"",
			"The pumps held all night     Nobody was hurt, she said.",
			"and the valley stayed dry    Schools stay closed until",
			"on Tuesday, said the mayor.  Friday, and the road too."}},
			"The dam of Mota held on Tuesday, and nobody was hurt.|The pumps held all night and the valley stayed dry on Tuesday, said the mayor.|Nobody was hurt, she said. Schools stay closed until Friday, and the road too."},
		{"a table is read row by row", [][]string{{"Mbeli       15,000     12", "Kora         2,400      3", "Mota           300      0", "Nzara           12      0"}},
			"Mbeli 15,000 12|Kora 2,400 3|Mota 300 0|Nzara 12 0"},
		{"a hyphen of the line end", [][]string{{"The bridge was closed for all transpor-", "tation on Tuesday."}}, "The bridge was closed for all transportation on Tuesday."},
		{"a hyphen of the word", [][]string{{"The mayor is worried about the long-", "term forecast."}}, "The mayor is worried about the long-term forecast."},
		{"a hyphen of a name", [][]string{{"The mayor spoke to the minister Jean-", "Pierre Ilunga."}}, "The mayor spoke to the minister Jean-Pierre Ilunga."},
		{"a word that the pages write elsewhere", [][]string{{"The Mbeliza road is closed, said the Mbe-", "liza council."}}, "The Mbeliza road is closed, said the Mbeliza council."},
		{"running heads and numbers", [][]string{{"Mota Mail", "", "The pumps held all night and the", "", "1"}, {"Mota Mail", "", "valley stayed dry.", "", "2"}},
			"The pumps held all night and the valley stayed dry.||"},
		{"a line that stands once", [][]string{{"Mota Mail", "", "The pumps held all night."}, {"The valley stayed dry."}}, "Mota Mail|The pumps held all night.||The valley stayed dry."},
		{"a paragraph that ended", [][]string{{"The pumps held all night."}, {"and so on: a list."}}, "The pumps held all night.||and so on: a list."},
	} {
		var sheets []sheet
		for _, p := range c.pages {
			sheets = append(sheets, sheetFrom(p...))
		}
		if got := paragraphs(sheets...); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestRaised: the figure of a note is left out, a power and a number are not.
func TestRaised(t *testing.T) {
	base := func(i int) box { return box{left: 6 * float64(i), right: 6 * float64(i+1), top: 8, bottom: 0} }
	for text, want := range map[string]string{"hills³, he": "hills, he", "hills³ he": "hills he", "hills.”³ He": "hills.” He", "(³) he": "(3) he", "50m² of": "50m2 of", "10⁶ of": "106 of"} {
		var glyphs []glyph
		for i, c := range []rune(text) {
			b := base(i)
			if figure, ok := map[rune]rune{'³': '3', '²': '2', '⁶': '6'}[c]; ok {
				c, b.bottom, b.top = figure, 5, 10
			}
			glyphs = append(glyphs, glyph{i, c, b})
		}
		r := row{words: wordsOf(glyphs)}
		if got := r.text(); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestNoteRow: a note is one row, whatever the height of its letters, without its figure; a
// number as high as its row is a word of it.
func TestNoteRow(t *testing.T) {
	words := func(figure box) []printed {
		at := func(left, bottom, top float64, text string) printed {
			return printed{box: box{left, left + 20, top, bottom}, text: text}
		}
		return []printed{{box: figure, text: "1"}, at(10, 72.7, 83.3, "rose"), at(40, 72.7, 83.9, "by"), at(70, 72.7, 83.3, "two")}
	}
	for want, figure := range map[string]box{"rose by two": {0, 3, 84.6, 78.2}, "1 rose by two": {0, 6, 83.7, 72.7}} {
		var got []string
		for _, r := range rowsOf(words(figure)) {
			got = append(got, r.text())
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("got %q, want %q", s, want)
		}
	}
}

// FuzzSheet: whatever stands on a page, wherever, its letters are all there once.
func FuzzSheet(f *testing.F) {
	f.Add("The pumps held all night    Nobody\nand the val-\nley", []byte{3, 9, 40})
	f.Fuzz(func(t *testing.T, src string, shifts []byte) {
		if len(src) > 4000 {
			return
		}
		s := sheetFrom(strings.Split(src, "\n")...)
		for i, b := range shifts {
			if i < len(s.words) {
				w := &s.words[i]
				w.left, w.right, w.top, w.bottom = w.left+float64(b), w.right+float64(b), w.top-float64(b%16), w.bottom-float64(b%16)
			}
		}
		want := lettersOf(src)
		if got := lettersOf(paragraphs(s)); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

// lettersOf returns the letters of s in their order in the alphabet.
func lettersOf(s string) string {
	var all []rune
	for _, c := range strings.ToValidUTF8(s, "") {
		if unicode.IsLetter(c) {
			all = append(all, c)
		}
	}
	slices.Sort(all)
	return string(all)
}

// TestLongSheet: what is written does not grow with the square of the rows, on one page or
// on many.
func TestLongSheet(t *testing.T) {
	cost := func(pages, rows int) uint64 {
		sheets := make([]sheet, pages)
		for i := range sheets {
			sheets[i] = sheetFrom(slices.Repeat([]string{"the pumps held all the night and the"}, rows)...)
			sheets[i].words[0].text = "page" + strings.Repeat("x", i)
			sheets[i].words = append(sheets[i].words, sheetFrom("", "", "", strings.Repeat("y", i)).words...)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		printedPages(sheets)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, c := range [...]struct{ a, b uint64 }{{cost(1, 4000), cost(1, 8000)}, {cost(150, 8), cost(300, 8)}} {
		if c.b > 3*c.a {
			t.Errorf("%d bytes, for twice as much %d", c.a, c.b)
		}
	}
}
