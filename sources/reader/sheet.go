package reader

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A page that was printed holds characters at places, no lines, columns or paragraphs.
// This is the first half of putting them back: characters make words, words make rows,
// and a strip that no word crosses over several rows parts columns.

// A box is a place on a page, in points; up is more.
type box struct{ left, right, top, bottom float64 }

func (b box) middle() float64 { return (b.top + b.bottom) / 2 }
func (b box) height() float64 { return b.top - b.bottom }

// across reports whether the middle of b is within the height of c.
func (b box) across(c box) bool { return b.middle() > c.bottom && b.middle() < c.top }

// around returns the box that holds both.
func (b box) around(c box) box {
	return box{min(b.left, c.left), max(b.right, c.right), max(b.top, c.top), min(b.bottom, c.bottom)}
}

// A glyph is a character of a page.
type glyph struct {
	index int // among all of the page
	r     rune
	box   box // of its ink
}

// A printed word is what no space parts.
type printed struct {
	box          // as high as its font
	text  string // without the hyphen of a word that the line end broke
	first int    // index of its first glyph
	bold  bool
	parts bool // it goes on in the next row
}

// A sheet is a page.
type sheet struct{ words []printed }

// wordsOf joins glyphs, which come in the order of the file, into words.
func wordsOf(glyphs []glyph) []printed {
	var words []printed
	var b strings.Builder
	var last glyph
	var open printed
	var stem glyph // the last letter of the open word
	noted := false // the figure of a note stands behind the word
	flush := func() {
		if b.Len() > 0 {
			open.text = b.String()
			words = append(words, open)
		}
		b.Reset()
		noted, stem = false, glyph{}
	}
	for _, g := range glyphs {
		switch {
		case (g.r == brokenHyphen || g.r == '\u00AD') && b.Len() > 0:
			open.parts = true
			continue
		case unicode.IsSpace(g.r) && noted: // of the figure that is left out
			continue
		case unicode.IsSpace(g.r) || g.r < ' ' || !utf8.ValidRune(g.r):
			flush()
			continue
		case b.Len() > 0 && raised(last, stem, g):
			noted, last.box.right = true, g.box.right
			continue
		case b.Len() > 0 && (apart(last.box, g.box) || open.parts), noted && !unicode.IsPunct(g.r):
			flush()
		}
		if b.Len() == 0 {
			open = printed{first: g.index, box: g.box}
		}
		if g.r == '\u2010' {
			g.r = '-'
		}
		open.box = open.box.around(g.box)
		b.WriteRune(g.r)
		if last = g; unicode.IsLetter(g.r) {
			stem = g
		}
	}
	flush()
	return words
}

// brokenHyphen is what PDFium makes of a hyphen at a line end.
const brokenHyphen = 2

// apart reports whether two glyphs are no neighbours in a word. Spaces and line ends stand
// among the glyphs; this is for a program that left one out.
func apart(a, b box) bool {
	em := max(a.height(), b.height(), 4)
	return b.left > a.right+em || b.right < a.left-em
}

// raised reports whether a glyph is the figure of a note behind a word, “hills³” or “hills.”³”,
// whose last letter is stem. After a unit it is a power (m²), after a digit it may be one.
func raised(last, stem, g glyph) bool {
	if !unicode.IsDigit(g.r) || g.box.height() <= 0 || last.r == 'm' {
		return false
	}
	if unicode.IsPunct(last.r) && stem.r != 0 {
		last = stem
	}
	return unicode.IsLetter(last.r) && g.box.bottom > last.box.bottom+0.25*max(last.box.height(), g.box.height())
}

// A row is words on one line, from left to right.
type row struct {
	box
	words []printed
	bold  bool // all of it
}

// text joins the words of a row.
func (r *row) text() string {
	var b strings.Builder
	for i, w := range r.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// inTable reports whether two rows are of one table: a strip of white that is wider than a
// space parts both. (One row alone may be justified.)
func inTable(a, b *row) bool {
	wide := 1.5 * a.height()
	for _, x := range a.gaps(wide) {
		for _, y := range b.gaps(wide) {
			if min(x[1], y[1])-max(x[0], y[0]) >= wide {
				return true
			}
		}
	}
	return false
}

// gaps returns where white of at least that width parts the words of a row.
func (r *row) gaps(wide float64) [][2]float64 {
	var out [][2]float64
	for i := 1; i < len(r.words); i++ {
		if from, to := r.words[i-1].right, r.words[i].left; to-from >= wide {
			out = append(out, [2]float64{from, to})
		}
	}
	return out
}

// rowsOf puts words into rows, from the top. A word belongs to a row if its middle is
// within the height of the row's first word, or that one's within its own: the figure
// that a note begins with stands higher than the note.
func rowsOf(words []printed) []row {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b printed) int { return cmp.Compare(b.middle(), a.middle()) })
	var rows []row
	for _, w := range sorted {
		n := len(rows)
		if n > 0 && (w.across(rows[n-1].words[0].box) || w.height() < 2*rows[n-1].words[0].height() && rows[n-1].words[0].across(w.box)) {
			rows[n-1].words = append(rows[n-1].words, w)
			continue
		}
		rows = append(rows, row{words: []printed{w}})
	}
	for i := range rows {
		r := &rows[i]
		slices.SortStableFunc(r.words, func(a, b printed) int { return cmp.Compare(a.left, b.left) })
		if w := r.words; len(w) > 1 && strings.Trim(w[0].text, "0123456789") == "" && w[0].bottom > w[1].bottom+0.25*w[1].height() {
			r.words = w[1:] // the figure that a note begins with
		}
		r.box, r.bold = r.words[0].box, true
		for _, w := range r.words {
			r.box = r.box.around(w.box)
			r.bold = r.bold && w.bold
		}
	}
	return rows
}

// What makes columns of words: a gutter of so many heights of a letter, and on both sides
// of it so many rows, of so many characters in the mean. What has shorter rows is a table,
// and is read row by row.
const (
	gutterHeights = 0.8
	columnRows    = 3
	columnWidth   = 16
)

// columns returns the rows of a page in the order in which they are read: each slice is
// of one column, or of what stands across all of them.
func columns(words []printed) [][]row {
	c := cutter{effort: 4_000_000}
	c.cut(words, 4)
	return c.found
}

// A cutter looks for columns.
type cutter struct {
	found  [][]row
	effort int // steps that it may still take: a page of a million words is read as it is
}

// cut appends the columns of words. From each row on it takes as many rows as a gutter
// runs through.
func (c *cutter) cut(words []printed, depth int) {
	rows := rowsOf(words)
	if len(rows) == 0 {
		return
	}
	all := rows[0].box
	for _, r := range rows {
		all = all.around(r.box)
	}
	across := 0 // the first row that is not yet written
	for i := 0; i < len(rows) && depth > 0 && c.effort > 0; {
		end, at := c.gutter(rows[i:], all)
		if end == 0 {
			i++
			continue
		}
		if across < i {
			c.found = append(c.found, rows[across:i])
		}
		var left, right []printed
		for _, r := range rows[i : i+end] {
			for _, w := range r.words {
				if w.right <= at {
					left = append(left, w)
				} else {
					right = append(right, w)
				}
			}
		}
		c.cut(left, depth-1)
		c.cut(right, depth-1)
		i += end
		across = i
	}
	if across < len(rows) {
		c.found = append(c.found, rows[across:])
	}
}

// gutter returns how many of the rows, from the first on, have a gutter, and where; 0 if
// there is none. All is the box around these rows and those above.
func (c *cutter) gutter(rows []row, all box) (end int, at float64) {
	var heights []float64
	for _, w := range rows[0].words {
		heights = append(heights, w.height())
	}
	wide := gutterHeights * median(heights)
	free := [][2]float64{{-1e9, 1e9}} // what no word crosses
	for n, r := range rows {
		for _, w := range r.words {
			c.effort -= len(free)
			free = without(free, w.left, w.right, wide)
		}
		inner, filled := free[:0:0], true
		for _, f := range free {
			filled = filled && (f[1] <= all.left || f[0] >= all.right)
			if f[0] > -1e9 && f[1] < 1e9 {
				inner = append(inner, f)
			}
		}
		if filled || len(inner) == 0 && end > 0 || c.effort < 0 {
			return end, at
		}
		if n+1 < columnRows {
			continue
		}
		for _, f := range inner {
			if c.parts(rows[:n+1], f[1]) {
				end, at = n+1, f[1]
				break
			}
		}
	}
	return end, at
}

// without takes the stretch from left to right out of free ones, and drops what becomes
// narrower than wide.
func without(free [][2]float64, left, right, wide float64) [][2]float64 {
	var out [][2]float64
	for _, f := range free {
		if right <= f[0] || left >= f[1] {
			out = append(out, f)
			continue
		}
		for _, rest := range [...][2]float64{{f[0], left}, {right, f[1]}} {
			if rest[1]-rest[0] >= wide {
				out = append(out, rest)
			}
		}
	}
	return out
}

// parts reports whether what stands left and right of a place is text in columns.
func (c *cutter) parts(rows []row, at float64) bool {
	var size, count [2]int
	for _, r := range rows {
		var met [2]bool
		for _, w := range r.words {
			c.effort--
			side := 0
			if w.left >= at {
				side = 1
			}
			size[side] += utf8.RuneCountInString(w.text) + 1
			met[side] = true
		}
		for side, m := range met {
			if m {
				count[side]++
			}
		}
	}
	for side := range size {
		if count[side] < columnRows || size[side] < columnWidth*count[side] {
			return false
		}
	}
	return true
}

// median returns the middle one of values, 0 of none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
