package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Kind says what a word is made of.
type Kind uint8

// The kinds of words. The zero value is Other: control characters, broken
// UTF-8 and whatever else is none of the rest.
const (
	Other   Kind = iota
	Letters      // a word, an abbreviation, an address, a clitic such as n't
	Number       // begins with a digit: 15,000 3.5 1990s 21st 10:30
	Punct        // one mark, or a run of full stops or dashes
	Quote        // a quotation mark; an apostrophe that stands alone is one too
	Symbol       // $ % € + and the like
)

// A Word is one token of a text.
type Word struct {
	Start, End int  // bytes of the text that was split
	Kind       Kind // what it is made of
	Space      bool // white space, or the beginning of the text, stands before it
}

// Span returns the bytes of w.
func (w Word) Span() Span { return Span{w.Start, w.End} }

// In returns the letters of w in src, the text it was split from.
func (w Word) In(src string) string { return src[w.Start:w.End] }

// AppendWords splits the part of src that lies within the given span and
// appends its words to dst. Offsets count from the beginning of src. It
// allocates only to grow dst.
func AppendWords(dst []Word, src string, within Span) []Word {
	i, end := max(0, within.Start), min(len(src), within.End)
	space := true
	for i < end {
		c, size := decode(src, i, end)
		if c == utf8.RuneError && size <= 1 {
			dst = append(dst, Word{i, i + 1, Other, space})
			i, space = i+1, false
			continue
		}
		if isSpace(c) {
			i, space = i+size, true
			continue
		}
		n := len(dst)
		dst = appendWord(dst, src, i, end, c, size)
		dst[n].Space = space
		i, space = dst[len(dst)-1].End, false
	}
	return dst
}

// Words splits the whole of src. Statements are split again and again: their words are counted in a room that is
// kept, and get no more room than they need.
func Words(src string) []Word {
	if len(src) > longestStatement {
		return AppendWords(make([]Word, 0, len(src)/5+4), src, Span{0, len(src)})
	}
	room := rooms.Get().(*[]Word)
	defer rooms.Put(room)
	*room = AppendWords((*room)[:0], src, Span{0, len(src)})
	return append(make([]Word, 0, len(*room)), *room...)
}

var rooms = sync.Pool{New: func() any { return new([]Word) }}

// longestStatement is the length up to which a text is split in a room that is kept, in bytes.
const longestStatement = 4096

// appendWord appends the word, or the parts of the word, that begins at i with
// the rune c.
func appendWord(dst []Word, src string, i, end int, c rune, size int) []Word {
	switch {
	case c == '@' || c == '#':
		if j := letters(src, i+1, end); j > i+1 {
			return append(dst, Word{i, j, Letters, false})
		}
		return append(dst, Word{i, i + 1, Symbol, false})
	case isLetter(c):
		j := letters(src, i, end)
		if j < end && strings.IndexByte(".-+@:", src[j]) >= 0 {
			if k := address(src, i, end); k > i {
				return append(dst, Word{i, k, Letters, false})
			}
		}
		return appendLetters(dst, src, i, j, end)
	case isDigit(c):
		return appendNumber(dst, src, i, end)
	case c == '.' || c == '-' || c == '_' || c == '*' || c == '=':
		j := i + 1
		for j < end && src[j] == src[i] {
			j++
		}
		return append(dst, Word{i, j, Punct, false})
	case c == '\'':
		if n := looseClitic(src, i, end); n > 0 {
			return append(dst, Word{i, i + n, Letters, false})
		}
		return append(dst, Word{i, i + 1, Quote, false})
	case IsQuote(c):
		if c == '’' {
			if n := looseClitic(src, i, end); n > 0 {
				return append(dst, Word{i, i + n, Letters, false})
			}
		}
		if c == '`' && i+1 < end && src[i+1] == '`' {
			size = 2
		}
		return append(dst, Word{i, i + size, Quote, false})
	case unicode.IsPunct(c):
		return append(dst, Word{i, i + size, Punct, false})
	case unicode.IsSymbol(c):
		return append(dst, Word{i, i + size, Symbol, false})
	}
	return append(dst, Word{i, i + size, Other, false})
}

// appendLetters appends the parts of the word that begins with the letters from i
// up to j: elided articles of French and Italian in front, English clitics behind,
// or the whole.
func appendLetters(dst []Word, src string, i, j, end int) []Word {
	if n := elision(src, i, j, end); n > 0 {
		dst = append(dst, Word{i, i + n, Letters, false})
		if letters(src, i+n, end) == i+n {
			return dst
		}
		return appendLetters(dst, src, i+n, letters(src, i+n, end), end)
	}
	first := j
	for j < end { // an apostrophe inside a word: o'clock, can't, rock'n'roll
		size := apostrophe(src, j, end)
		if size == 0 || j+size >= end {
			break
		}
		c, _ := decode(src, j+size, end)
		if !isLetter(c) {
			break
		}
		j = letters(src, j+size, end)
	}
	j = abbreviation(src, i, j, end)
	if k := hyphenated(src, i, j, end); k > j {
		j = k
	}
	if j == first && j-i != len("cannot") { // no apostrophe
		return append(dst, Word{i, j, Letters, false})
	}
	if k := clitic(src, i, j); k > 0 {
		return append(dst, Word{i, j - k, Letters, false}, Word{j - k, j, Letters, false})
	}
	return append(dst, Word{i, j, Letters, false})
}

// letters returns the end of the run of letters, marks and digits from i on.
func letters(src string, i, end int) int {
	for i < end {
		if c := src[i]; c < utf8.RuneSelf {
			if !asciiLetter(c) && (c < '0' || c > '9') && c != '_' {
				return i
			}
			i++
			continue
		}
		c, size := decode(src, i, end)
		if !isLetter(c) && !isDigit(c) && !unicode.IsMark(c) && c != '\u00AD' && c != '\u200D' {
			return i
		}
		i += size
	}
	return i
}

// clitics of English, longest first; n't takes the n with it.
var clitics = [...]string{"n't", "'re", "'ve", "'ll", "'s", "'d", "'m"}

// IsPossessive reports whether a word is the mark of the owner, as the words are cut here:
// "'s" in "Norway|'s". A text that is cut otherwise has it in no word of its own.
func IsPossessive(word string) bool {
	return len(word) >= 2 && word[len(word)-1]|0x20 == 's' && (word[:len(word)-1] == "'" || word[:len(word)-1] == "’")
}

// clitic returns the length in bytes of the clitic at the end of src[i:j], zero
// if there is none or nothing would stand before it. "cannot" counts as one.
func clitic(src string, i, j int) int {
	w := src[i:j]
	if len(w) == 6 && strings.EqualFold(w, "cannot") {
		return 3
	}
	if len(w) < 3 {
		return 0
	}
	for _, c := range clitics {
		n := len(c)
		if hasSuffixApostrophe(w, c) {
			if strings.Contains(w[len(w)-min(len(w), n+2):], "’") {
				n += len("’") - 1
			}
			if n < len(w) {
				return n
			}
		}
	}
	return 0
}

// hasSuffixApostrophe is a case-blind HasSuffix that takes ’ for '.
func hasSuffixApostrophe(w, suffix string) bool {
	i := len(w)
	for j := len(suffix) - 1; j >= 0; j-- {
		if suffix[j] == '\'' {
			switch {
			case i >= 1 && w[i-1] == '\'':
				i--
			case i >= 3 && w[i-3:i] == "’":
				i -= 3
			default:
				return false
			}
			continue
		}
		if i < 1 || w[i-1]|0x20 != suffix[j] {
			return false
		}
		i--
	}
	return true
}

// looseClitic returns the length of the clitic that begins with the apostrophe
// at i, when a word ended just before it in a way that appendLetters did not
// join: "the 1990s' ", "M23's" after a digit, "[he]'s".
func looseClitic(src string, i, end int) int {
	if i == 0 {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(src[:i])
	if !isLetter(before) && !isDigit(before) && before != '.' && before != ']' && before != ')' {
		return 0
	}
	size := apostrophe(src, i, end)
	j := letters(src, i+size, end)
	switch strings.ToLower(src[i+size : j]) {
	case "s", "re", "ve", "ll", "d", "m":
		return j - i
	}
	return 0
}

// elided words of French that end in an apostrophe.
var elided = map[string]bool{"l": true, "d": true, "j": true, "m": true, "t": true, "s": true, "c": true, "n": true,
	"qu": true, "jusqu": true, "lorsqu": true, "puisqu": true, "quoiqu": true}

// elision returns the length of the elided word, apostrophe included, when
// src[i:j] and the apostrophe after it are one: l'armée, qu'il, L'Afrique. Names
// such as D'Souza and N'Djamena are left whole, and so are English clitics.
func elision(src string, i, j, end int) int {
	if j-i > 6 {
		return 0
	}
	size := apostrophe(src, j, end)
	if size == 0 || j+size >= end {
		return 0
	}
	next, _ := decode(src, j+size, end)
	if !elided[strings.ToLower(src[i:j])] || !isLetter(next) && !opensQuotation(src[j+size:end]) {
		return 0
	}
	if src[i] < 'a' && unicode.IsUpper(next) && !strings.ContainsAny(src[i:i+1], "LCJQ") {
		return 0
	}
	return j + size - i
}

// opensQuotation reports whether a text begins with a mark that opens a quotation, a space before it or none:
// « qu'« une digue » », « d' “une digue” ».
func opensQuotation(s string) bool {
	s = strings.TrimLeft(s, " \u00a0\u202f")
	return strings.HasPrefix(s, "«") || strings.HasPrefix(s, "“")
}

// abbreviation returns j, or the byte after the full stops that belong to the
// word src[i:j]: U.S., J., Gen., a.m.
func abbreviation(src string, i, j, end int) int {
	if j >= end || src[j] != '.' {
		return j
	}
	k := j
	for k+1 < end && src[k] == '.' && k-lastStop(src, i, k) <= 2 {
		c, size := decode(src, k+1, end)
		if !isLetter(c) {
			break
		}
		next := letters(src, k+1, end)
		if next-(k+1) > max(size, 2) {
			break
		}
		k = next
	}
	if k > j { // inner full stops: a last one belongs to it
		if k < end && src[k] == '.' {
			return k + 1
		}
		return k
	}
	w := src[i:j]
	if k+1 < end && src[k+1] == '.' {
		return j // an ellipsis
	}
	if n := utf8.RuneCountInString(w); n == 1 {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) && c != 'I' {
			return j + 1
		}
		return j
	}
	if IsAbbreviation(w) && (!counting[strings.ToLower(w)] || numberAt(src, j+1, end)) {
		return j + 1
	}
	return j
}

// numberAt reports whether a figure stands behind offset i, spaces aside.
func numberAt(src string, i, end int) bool {
	rest := strings.TrimLeft(src[min(i, end):end], " \u00a0\u202f")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// lastStop returns the offset after the last full stop in src[i:k], or i.
func lastStop(src string, i, k int) int {
	if n := strings.LastIndexByte(src[i:k], '.'); n >= 0 {
		return i + n + 1
	}
	return i
}

// prefixes that keep their hyphen, as the treebank has them.
var prefixes = map[string]bool{"e": true, "co": true, "ex": true, "re": true, "pre": true, "non": true, "anti": true,
	"semi": true, "multi": true, "mid": true, "un": true, "sub": true, "post": true, "pro": true}

// hyphenated returns the end of a word such as e-mail or co-founder whose
// prefix cannot stand alone, j otherwise.
func hyphenated(src string, i, j, end int) int {
	if j-i > 5 || j+1 >= end || src[j] != '-' || !prefixes[strings.ToLower(src[i:j])] {
		return j
	}
	if c, _ := decode(src, j+1, end); !isLetter(c) {
		return j
	}
	return letters(src, j+1, end)
}

// appendNumber appends the number at i and, as a word of its own, the unit that
// is written to it.
func appendNumber(dst []Word, src string, i, end int) []Word {
	j := digits(src, i, end)
	for j < end {
		n := separator(src, i, j, end)
		if n == 0 {
			break
		}
		j = digits(src, j+n, end)
	}
	if j < end && (asciiLetter(src[j]) || src[j] >= utf8.RuneSelf) {
		if k := letters(src, j, end); k > j {
			switch strings.ToLower(src[j:k]) {
			case "st", "nd", "rd", "th", "s", "er", "e", "ère", "ème", "º", "ª":
				return append(dst, Word{i, k, Number, false})
			}
			if hasDigit(src[j:k]) || k-j > 4 {
				return append(dst, Word{i, k, Number, false})
			}
			return append(dst, Word{i, j, Number, false}, Word{j, k, Letters, false})
		}
	}
	return append(dst, Word{i, j, Number, false})
}

// separator returns the length of what joins the digits before j to digits
// after it, zero if nothing does: , . : / between digits, a no-break space
// before a group of three.
func separator(src string, i, j, end int) int {
	if j+1 < end && isASCIIDigit(src[j+1]) {
		switch src[j] {
		case '.', ',', ':', '/', '\'':
			return 1
		}
	}
	for _, s := range [...]string{"\u00A0", "\u202F", "\u2009"} {
		if strings.HasPrefix(src[j:end], s) {
			k := j + len(s)
			if n := digits(src, k, end); n-k == 3 && j-i <= 15 {
				return len(s)
			}
		}
	}
	return 0
}

func digits(src string, i, end int) int {
	for i < end {
		if isASCIIDigit(src[i]) {
			i++
			continue
		}
		c, size := decode(src, i, end)
		if src[i] < utf8.RuneSelf || !isDigit(c) {
			break
		}
		i += size
	}
	return i
}

// address returns the end of the web or mail address that begins at i, i if
// none does.
func address(src string, i, end int) int {
	s := src[i:end]
	web := strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "pic.twitter.com")
	j, at := i, -1
	if !web {
		for j < end && j-i < 64 && (asciiLetter(src[j]) || isASCIIDigit(src[j]) || strings.IndexByte("._-+", src[j]) >= 0) {
			j++
		}
		if j >= end || src[j] != '@' || j+1 >= end || !asciiLetter(src[j+1]) {
			return i
		}
		at = j
	}
	for j < end && src[j] > ' ' && src[j] < utf8.RuneSelf && strings.IndexByte("\"'<>()[]{}|,;", src[j]) < 0 {
		j++
	}
	for j > i && strings.IndexByte(".:!?", src[j-1]) >= 0 {
		j--
	}
	if at >= 0 && !strings.Contains(src[at:j], ".") {
		return i
	}
	return j
}

// apostrophe returns the length of the apostrophe at i, zero if none is there.
func apostrophe(src string, i, end int) int {
	if i < end && src[i] == '\'' {
		return 1
	}
	if i+3 <= end && src[i] == 0xE2 && src[i+1] == 0x80 && src[i+2] == 0x99 {
		return 3
	}
	return 0
}

// IsQuote reports whether c is a quotation mark of any typography, the
// apostrophe among them.
func IsQuote(c rune) bool {
	switch c {
	case '"', '\'', '`', '´', '«', '»', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '‹', '›', '〝', '〞', '「', '」', '『', '』', '＂':
		return true
	}
	return false
}

func decode(src string, i, end int) (rune, int) {
	if i >= end {
		return utf8.RuneError, 0
	}
	if c := src[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(src[i:end])
}

func asciiLetter(c byte) bool  { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c rune) bool {
	if c < utf8.RuneSelf {
		return asciiLetter(byte(c))
	}
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsMark(c))
}

func isDigit(c rune) bool {
	if c < utf8.RuneSelf {
		return isASCIIDigit(byte(c))
	}
	return unicode.IsDigit(c)
}

func isSpace(c rune) bool {
	if c < utf8.RuneSelf {
		return c == ' ' || c >= '\t' && c <= '\r'
	}
	return unicode.IsSpace(c) || c == '\u200B' || c == '\uFEFF' || c == '\u2060'
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// Joined reports whether word i stands between two others without a space, as a hyphen or a slash does; false at either end.
func Joined(words []Word, i int) bool {
	return i > 0 && i+1 < len(words) && words[i-1].End == words[i].Start && words[i].End == words[i+1].Start
}
