package reader

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/lexicon"
)

// The second half of putting printed pages back: what repeats at the edges of pages is
// left out, rows make paragraphs, words that a line end broke are joined, and so are
// paragraphs that a column or a page broke.

// isPDF reports whether a file is a PDF, behind whatever a mail program put before it.
func isPDF(data []byte, _ []*zip.File) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// readPDF reads one document. Each page of its text ends with a form feed, so that a
// place is found by its page; a paragraph stands on the page that it begins on.
func readPDF(data []byte, _ Options) ([]*claims.Document, error) {
	sheets, title, err := sheetsOf(data)
	if err != nil {
		return nil, err
	}
	d := &claims.Document{}
	setMeta(d, "title", title)
	var b strings.Builder
	for _, page := range printedPages(sheets) {
		lay(&b, d, page)
		b.WriteString("\n\f")
	}
	d.Text = b.String()
	if len(d.Blocks) == 0 {
		return nil, ErrPictures
	}
	return []*claims.Document{d}, nil
}

// printedPages returns the paragraphs of each page.
func printedPages(sheets []sheet) [][]passage {
	withoutHeads(sheets)
	p := printer{body: bodyHeight(sheets), words: map[string]bool{}}
	for _, s := range sheets {
		for _, w := range s.words {
			p.words[bare(w.text)] = true
		}
	}
	pages := make([][][]row, len(sheets))
	var all [][]row
	for i, s := range sheets {
		pages[i] = columns(s.words)
		sheets[i].words = nil // rows hold them now
		all = append(all, pages[i]...)
	}
	p.leading = leadingOf(all...)
	for _, page := range pages {
		p.pages = append(p.pages, nil)
		for _, column := range page {
			p.column(column)
		}
	}
	return p.pages
}

// bodyHeight returns the height of most of the text.
func bodyHeight(sheets []sheet) float64 {
	var heights []float64
	for _, s := range sheets {
		for _, w := range s.words {
			heights = append(heights, w.height())
		}
	}
	return median(heights)
}

// edgeRows is how many rows at the top and at the bottom of a page may be running heads.
const edgeRows = 3

// withoutHeads takes out of pages the rows at their edges that look the same on several
// pages but for their numbers, and the number of a page that stands alone.
func withoutHeads(sheets []sheet) {
	edges := make([][2][]row, len(sheets)) // from the edge inward
	count := map[string]int{}
	for i, s := range sheets {
		rows := rowsOf(s.words)
		n := min(edgeRows, len(rows))
		edges[i][0] = rows[:n]
		for k := range n {
			edges[i][1] = append(edges[i][1], rows[len(rows)-1-k])
		}
		met := map[string]bool{}
		for _, edge := range edges[i] {
			for _, r := range edge {
				met[headKey(r.text())] = true
			}
		}
		for key := range met {
			count[key]++
		}
	}
	for i := range sheets {
		out := map[int]bool{}
		for _, edge := range edges[i] {
			for k, r := range edge {
				n := count[headKey(r.text())]
				alone := k == 0 && isFolio(r.text()) && (len(edge) == 1 || gap(edge[1].box, r.box) > r.height())
				if !alone && (n < 2 || 3*n < len(sheets) || len(r.text()) > 2*longestHead) {
					break
				}
				for _, w := range r.words {
					out[w.first] = true
				}
			}
		}
		var kept []printed
		for _, w := range sheets[i].words {
			if !out[w.first] {
				kept = append(kept, w)
			}
		}
		sheets[i].words = kept
	}
}

// gap returns how much white is between two rows, whichever is above.
func gap(a, b box) float64 { return max(a.bottom-b.top, b.bottom-a.top) }

// A printer writes paragraphs.
type printer struct {
	body    float64         // height of most of the text
	leading float64         // from one row of it to the next
	words   map[string]bool // all that the pages hold, in small letters without punctuation
	pages   [][]passage
	open    *opened // nil if there is none
}

// column writes the paragraphs of one column.
func (p *printer) column(rows []row) {
	leading := p.leading * rows[0].height() / max(p.body, 1)
	if len(rows) >= tellingRows {
		leading = leadingOf(rows)
	}
	var left, right float64
	for i, r := range rows {
		if i == 0 || r.left < left {
			left = r.left
		}
		right = max(right, r.right)
	}
	page := len(p.pages) - 1
	before := len(p.pages[page])
	var indents []int // of the paragraphs of the column, in half letters
	start := 0
	for i := 1; i <= len(rows); i++ {
		if i == len(rows) || begins(rows[i-1], rows[i], leading, left, right) {
			table := start > 0 && inTable(&rows[start-1], &rows[start]) || i < len(rows) && inTable(&rows[i-1], &rows[i])
			p.paragraph(rows[start:i], start == 0, table, right)
			if n := len(p.pages[page]) - before; n > len(indents) {
				indents = append(indents, int(2*(rows[start].left-left)/rows[start].height()))
			}
			start = i
		}
	}
	written := p.pages[page][before:]
	for _, i := range quotedAbove(indents, func(i int) string { return written[i].words() }) {
		written[i].kind = claims.Quotation
	}
}

// tellingRows is how many rows show the distance between them.
const tellingRows = 8

// leadingOf returns the usual distance of two rows of a column.
func leadingOf(columns ...[]row) float64 {
	var all []float64
	for _, rows := range columns {
		for i := 1; i < len(rows); i++ {
			if d := rows[i-1].bottom - rows[i].bottom; alike(rows[i-1].height(), rows[i].height()) {
				all = append(all, d)
			}
		}
	}
	return median(all)
}

// alike reports whether two heights are those of one font.
func alike(a, b float64) bool { return max(a, b) <= 1.12*min(a, b) }

// begins reports whether a row begins a paragraph: by its font, the white above it, its
// indent, the mark of an item, or because the row before it ended early.
func begins(before, r row, leading, left, right float64) bool {
	em := r.height()
	switch {
	case !alike(before.height(), em), before.bold != r.bold:
		return true
	case before.ends():
		return false
	case leading > 0 && before.bottom-r.bottom > 1.35*leading && gap(before.box, r.box) > 0.3*em:
		return true
	case isItem(r.text()), inTable(&before, &r):
		return true
	case r.left > left+0.6*em && before.left < left+0.3*em, before.left > r.left+2*em && before.left > left+2*em:
		return true
	}
	fits := before.right+0.4*em+(r.words[0].right-r.words[0].left) < right-0.5*em
	return fits && (endsSentence(before.text()) || !unicode.IsLower(firstRune(r.text())))
}

// endsSentence reports whether text ends as sentences do, quotation marks aside.
func endsSentence(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”\"’»)] \u00A0"))
	return strings.ContainsRune(".!?:…", c)
}

// paragraph writes the paragraph of rows, or ends the last one with them: first is
// whether they stand on top of a column, right where its rows end.
func (p *printer) paragraph(rows []row, first, table bool, right float64) {
	begin, last := rows[0].text(), rows[len(rows)-1]
	proper := alike(rows[0].height(), p.body)
	if open := p.open; first && proper && open != nil && (open.parts || !open.ended && (open.full || unicode.IsLower(firstRune(begin)))) {
		before := &p.pages[open.page][open.index]
		before.runs = p.joined(before.runs, open.parts, rows)
		open.take(&last, right)
		return
	}
	kind := claims.Paragraph
	switch {
	case rows[0].height() > 1.15*p.body, rows[0].bold && len(rows) <= 2 && !endsSentence(last.text()):
		kind = claims.Heading
	case isItem(begin):
		kind = claims.Item
	case table:
		kind = claims.Cell
	}
	page := len(p.pages) - 1
	p.pages[page] = append(p.pages[page], passage{kind: kind, runs: p.joined(nil, false, rows)})
	if proper && kind == claims.Paragraph {
		p.open = &opened{page: page, index: len(p.pages[page]) - 1}
		p.open.take(&last, right)
	}
}

// An opened paragraph is the last one of the text proper, whose end may be still to come.
type opened struct {
	page, index int
	ended       bool // a sentence ends with it
	parts       bool // its last word goes on
	full        bool // its last row goes to the end of the column
}

// take notes the last row of the paragraph.
func (o *opened) take(last *row, right float64) {
	o.ended, o.parts, o.full = endsSentence(last.text()), last.ends(), last.right > right-last.height()
}

// ends reports whether the last word of a row goes on in the next.
func (r *row) ends() bool { return r.words[len(r.words)-1].parts }

// joined appends the text of rows to runs; parts is whether the last word of those goes on.
func (p *printer) joined(runs []run, parts bool, rows []row) []run {
	for _, r := range rows {
		runs = p.spliced(runs, r.text(), parts)
		parts = r.ends()
	}
	return runs
}

// spliced appends a row. Where a hyphen stands before it, that stays if it is the word's own
// (“long-term”), and goes if the line end put it there: what the pages themselves write
// elsewhere decides, then what words there are.
func (p *printer) spliced(runs []run, b string, parts bool) []run {
	if len(runs) == 0 {
		return []run{{words: b}}
	}
	before := &runs[len(runs)-1].words
	stem, hyphen := strings.CutSuffix(*before, "-")
	if last, _ := utf8.DecodeLastRuneInString(stem); !parts && !(hyphen && unicode.IsLetter(last)) {
		return append(runs, run{words: " " + b})
	}
	tail, head := bare(stem[strings.LastIndexByte(stem, ' ')+1:]), b
	if i := strings.IndexByte(b, ' '); i >= 0 {
		head = b[:i]
	}
	own := !unicode.IsLower(firstRune(b))
	if head = bare(head); !own && !p.words[tail+head] {
		own = p.words[tail+"-"+head] || !isWord(tail+head) && isWord(tail) && isWord(head)
	}
	if *before = stem; own {
		*before += "-"
	}
	return append(runs, run{words: b})
}

// bare returns a word in small letters without what stands around it.
func bare(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }))
}

// isWord reports whether an English or French word of three letters at least is known.
func isWord(s string) bool {
	if len(s) < 3 {
		return false
	}
	for _, lang := range [...]string{"en", "fr"} {
		for _, pos := range [...]lexicon.POS{lexicon.Noun, lexicon.Verb, lexicon.Adjective, lexicon.Adverb} {
			if _, ok := lexicon.LemmaIn(lang, pos, s); ok {
				return true
			}
		}
	}
	return false
}

// firstRune returns the first character of s.
func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}
