package text

import (
	"strings"
	"sync"
	"unicode"
)

// A Range is a half-open range of words, First up to but not including End, in
// the slice of words that it was found in.
type Range struct {
	First, End int
}

// Len returns the number of words in r.
func (r Range) Len() int { return max(0, r.End-r.First) }

// Span returns the bytes from the first to the last word of r, the zero Span if
// r is empty.
func (r Range) Span(words []Word) Span {
	if r.First >= r.End {
		return Span{}
	}
	return Span{words[r.First].Start, words[r.End-1].End}
}

// Sentences divides words, all of one paragraph of src, into sentences. Every
// word belongs to exactly one. A sentence ends after . ! ? or … together with
// the closing quotation marks and brackets that follow, unless
//
//   - the full stop belongs to an abbreviation, an initial or a number,
//   - a lower-case word follows (“Why?” he asked.),
//   - it stands in brackets that are still open.
//
// A sentence inside quotation marks ends like any other: a quotation of three
// sentences is cut in three, and whoever needs it whole has the marks to join
// it by. A blank line always ends a sentence.
func Sentences(src string, words []Word) []Range {
	return AppendSentences(nil, src, words)
}

// AppendSentences is Sentences that appends to dst.
func AppendSentences(dst []Range, src string, words []Word) []Range {
	first, depth := 0, 0
	for i := 0; i < len(words); i++ {
		if i > first && words[i].Space && blankLine(src[words[i-1].End:words[i].Start]) {
			dst = append(dst, Range{first, i})
			first, depth = i, 0
		}
		switch w := words[i].In(src); w {
		case "(", "[":
			depth++
			continue
		case ")", "]":
			depth = max(0, depth-1)
			continue
		default:
			if !terminal(w) {
				continue
			}
		}
		end := i + 1
		for end < len(words) && (!words[end].Space && closes(words[end].In(src)) || spacedMark(src, words, end)) {
			if s := words[end].In(src); s == ")" || s == "]" {
				depth = max(0, depth-1)
			}
			end++
		}
		if end < len(words) && depth > 0 && end-first < 80 || !ends(src, words, i, end) {
			continue
		}
		dst = append(dst, Range{first, end})
		first, depth, i = end, 0, end-1
	}
	if first < len(words) {
		dst = append(dst, Range{first, len(words)})
	}
	return dst
}

// terminal reports whether the word may end a sentence: a mark, or an
// abbreviation with its full stop.
func terminal(w string) bool {
	switch w[len(w)-1] {
	case '.', '!', '?':
		return true
	}
	return w == "…" || w == "。" || w == "！" || w == "？"
}

// closes reports whether the word, written without a space after a full stop,
// belongs to the sentence that ended.
func closes(w string) bool {
	switch w {
	case "\"", "'", "''", "”", "’", "»", "›", "“", ")", "]", ".", "!", "?", "…", "...":
		return true
	}
	return false
}

// spacedMark reports whether word i is the mark that closes a quotation behind a space, as French sets it: « Nous partons. | » Elle rit.
func spacedMark(src string, words []Word, i int) bool {
	return words[i].Space && words[i].In(src) == "»" && (i+1 == len(words) || words[i+1].Space)
}

// ends decides whether the mark at words[i], with everything up to end attached
// to it, ends a sentence.
func ends(src string, words []Word, i, end int) bool {
	if end >= len(words) {
		return true
	}
	w := words[i].In(src)
	next := end
	for next < len(words) && (words[next].Kind == Quote || words[next].In(src) == "(" || words[next].In(src) == "[") {
		next++
	}
	if next >= len(words) {
		return true
	}
	follow := words[next]
	f := follow.In(src)
	if !words[end].Space && words[end].Kind != Quote && !(isUpper(f) && len(w) == 1 && len(f) > 1 && i > 0 && words[i-1].Kind == Letters && len(words[i-1].In(src)) > 2) {
		return false
	}
	c, _ := decode(f, 0, len(f))
	if unicode.IsLower(c) {
		return false
	}
	if follow.Kind == Punct && f != "-" && f != "—" && f != "–" && f != "•" && f != "*" && f != "..." && f != "…" && f != "¿" && f != "¡" {
		return false
	}
	if words[i].Kind != Letters { // a mark of its own
		if (w == "..." || w == "…") && next > end && words[next-1].Kind != Quote {
			return true
		}
		return true
	}
	return abbreviationEnds(src, words, i, end, f)
}

// abbreviationEnds decides whether a sentence ends with the abbreviation at
// words[i] when the capitalised word f follows.
func abbreviationEnds(src string, words []Word, i, end int, f string) bool {
	w := strings.ToLower(strings.TrimSuffix(words[i].In(src), "."))
	if end > i+1 { // a closing mark stands between
		return true
	}
	if endings[w] || strings.Contains(w, ".") {
		return isUpper(f) && (starter()[strings.ToLower(f)] || ranks[f] && i > 0 && words[i-1].In(src) == ",")
	}
	return false
}

// ranks begin a sentence behind a place and its province: “of Bana, N.B. Lt. Doe said”. Twin:
// “the U.S. Lt. Doe”.
var ranks = map[string]bool{"Lt.": true, "Sgt.": true, "Cpl.": true, "Const.": true, "Insp.": true, "Supt.": true, "Det.": true, "Capt.": true, "Maj.": true,
	"Col.": true, "Gen.": true, "Brig.": true, "Dr.": true, "Mr.": true, "Ms.": true, "Mrs.": true, "Coun.": true}

// starter lists words that begin sentences and hardly ever continue a name, so
// that a capital on one of them after "U.S." or "Inc." is the capital of a
// beginning.
var starter = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the a an this that these those it he she they we i you his her their its our my
		in on at by for from with to of as but and or if when while after before since because although though however
		there here what who why how where which not no some many most all both each one two three another other
		le la les un une des il elle ils elles ce cette ces nous vous je on dans en mais et ou si quand selon pour avec
		says said mr mrs ms also then now still yet so once even`) {
		m[w] = true
	}
	return m
})

func isUpper(w string) bool {
	c, _ := decode(w, 0, len(w))
	return unicode.IsUpper(c)
}

// blankLine reports whether the white space s holds a blank line.
func blankLine(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			if n++; n == 2 {
				return true
			}
		}
	}
	return strings.Contains(s, "\u2029")
}
