package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// readPlain reads plain text: the document's text is the file, but for dirt.
func readPlain(f *file) ([]*claims.Document, error) {
	d := &claims.Document{}
	d.Text, d.Pieces = withoutDirt(f.text)
	d.Blocks, d.Directives = plainBlocks(d.Text)
	placed(d.Directives, d.Pieces)
	return []*claims.Document{d}, nil
}

// A line of a text, without the white space around it.
type line struct {
	text.Span
	indent int // bytes of white space before it
}

// plainBlocks cuts text into blocks: at blank lines, and at every line end that
// does not look as if the line had been wrapped there. A line that holds
// nothing but [factcheck: ...] is a directive and lies in no block; its span
// counts bytes of text.
func plainBlocks(src string) ([]claims.Block, []claims.Directive) {
	lines := splitLines(src)
	width := wrapWidth(src, lines)
	var blocks []claims.Block
	var directives []claims.Directive
	var indents []int // of the blocks
	open := false     // the last block may go on
	for i, l := range lines {
		if l.Len() == 0 {
			open = false
			continue
		}
		if note, ok := plainDirective(l.In(src)); ok {
			directives = append(directives, claims.Directive{Text: note, File: l.Span})
			open = false
			continue
		}
		item := isItem(l.In(src))
		if open && !item && goesOn(src, lines[i-1], l, width) {
			blocks[len(blocks)-1].End = l.End
			continue
		}
		b := claims.Block{Span: l.Span}
		if item {
			b.Kind = claims.Item
		}
		blocks, indents = append(blocks, b), append(indents, l.indent/2)
		open = true
	}
	for _, i := range quotedAbove(indents, func(i int) string { return blocks[i].In(src) }) {
		blocks[i].Kind = claims.Quotation
	}
	return blocks, directives
}

// splitLines returns the lines of src, blank ones included; they end at LF, CRLF, CR, form
// feed and the separators of Unicode.
func splitLines(src string) []line {
	var lines []line
	start := 0
	for i := 0; i <= len(src); i++ {
		if i < len(src) && src[i] != '\n' && src[i] != '\r' && src[i] != '\f' && !strings.HasPrefix(src[i:], "\u2028") && !strings.HasPrefix(src[i:], "\u2029") {
			continue
		}
		s := src[start:i]
		left := strings.TrimLeftFunc(s, unicode.IsSpace)
		body := strings.TrimRightFunc(left, unicode.IsSpace)
		at := start + len(s) - len(left)
		lines = append(lines, line{text.Span{Start: at, End: at + len(body)}, len(s) - len(left)})
		if i+1 < len(src) && src[i] == '\r' && src[i+1] == '\n' {
			i++
		}
		if i < len(src) && src[i] >= utf8.RuneSelf {
			i += 2
		}
		start = i + 1
	}
	return lines
}

// wrapWidth returns the width, in runes, to which the lines of src were wrapped,
// zero if they were not: nine line ends of ten inside paragraphs stand where the
// next word would not have fitted. A title, by-line and day above each other, where
// every one would have, say nothing of the rest if most of the text is wrapped.
func wrapWidth(src string, lines []line) int {
	width := 0
	for _, l := range lines {
		width = max(width, l.indent+utf8.RuneCountInString(l.In(src)))
	}
	if width < 40 || width > 130 {
		return 0
	}
	wrapped, loose, lists := 0, 0, 0 // line ends; those of lists
	for from := 1; from < len(lines); from++ {
		w, l := 0, 0
		for ; from < len(lines) && lines[from].Len() > 0; from++ {
			switch {
			case lines[from-1].Len() == 0:
			case fits(src, lines[from-1], lines[from], width):
				l++
			default:
				w++
			}
		}
		if wrapped += w; w > 0 {
			loose += l
		} else {
			lists += l
		}
	}
	if wrapped < 2 || loose*9 > wrapped || lists > wrapped {
		return 0
	}
	return width
}

// fits reports whether the first word of next would have fitted at the end of
// before within width runes.
func fits(src string, before, next line, width int) bool {
	first, _, _ := strings.Cut(next.In(src), " ")
	return before.indent+utf8.RuneCountInString(before.In(src))+1+utf8.RuneCountInString(first) <= width
}

// goesOn reports whether next continues the paragraph of before: the line was
// wrapped, or a sentence plainly runs over the line end.
func goesOn(src string, before, next line, width int) bool {
	if next.indent >= 2 && before.indent < 2 {
		return false
	}
	if width > 0 && !fits(src, before, next, width) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before.In(src))
	first, _ := utf8.DecodeRuneInString(next.In(src))
	return unicode.IsLower(first) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',' || last == '-')
}

// isItem reports whether a line begins like a list item: "- ", "* ", "• ", "1. ", "1) ".
func isItem(s string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— ", "· "} {
		if strings.HasPrefix(s, mark) {
			return mark[0] != 0xE2 || mark == "• " // a dash may open direct speech
		}
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return digits > 0 && digits <= 2 && len(s) > digits+1 && (s[digits] == '.' || s[digits] == ')') && s[digits+1] == ' '
}

// plainDirective returns what stands in "[factcheck: ...]", if that is all of s.
func plainDirective(s string) (string, bool) {
	if !strings.HasPrefix(s, "[") || !strings.HasSuffix(s, "]") {
		return "", false
	}
	note, ok := strings.CutPrefix(strings.TrimSpace(s[1:len(s)-1]), "factcheck:")
	return strings.TrimSpace(note), ok
}
