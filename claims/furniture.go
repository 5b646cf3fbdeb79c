package claims

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Page furniture: what stands on a page beside its text and says nothing. Captions,
// by-lines and credits, “READ MORE: ...”, “With files from ...”, and lines without a
// verb, as lists of links have them.

// furnitureIn notes which blocks are furniture.
func (r *reading) furnitureIn() {
	r.furniture = make([]bool, len(r.text.Blocks))
	for k, b := range r.text.Blocks {
		r.furniture[k] = r.kinds[k] == Caption || r.begins(lexicon.FurnitureLabel, b.First, r.colon(b)) && !r.ends(b) ||
			r.begins(lexicon.FurnitureLine, b.First, b.End) && !r.ends(b) || r.begins(lexicon.FurnitureNotice, b.First, b.End) || r.byLine(b)
	}
}

// colon returns the colon that ends the label in front of a block, at most six words
// long, the block's first word if none does.
func (r *reading) colon(b text.Range) int {
	for i := b.First; i < min(b.End, b.First+7); i++ {
		if r.word(i) == ":" {
			return i
		}
	}
	return b.First
}

// begins reports whether the words from first up to end begin as furniture of a kind
// does. A bracket or a dash in front does not matter: “(AP Photo/Jane Doe)”.
func (r *reading) begins(kind lexicon.Furniture, first, end int) bool {
	for first < end && r.words[first].Kind == text.Punct && r.word(first) != "©" {
		first++
	}
	var words strings.Builder
	for i := first; i < min(end, first+lexicon.FurnitureWords); i++ {
		if i > first {
			words.WriteByte(' ')
		}
		words.WriteString(r.lower(i))
		if lexicon.IsFurniture(r.lang, kind, words.String()) {
			return true
		}
	}
	return false
}

// ends reports whether a block ends as a sentence does: with a full stop, a question
// or exclamation mark, a bracket or quotation mark behind it aside.
func (r *reading) ends(b text.Range) bool {
	last := b.End - 1
	for last > b.First && (r.words[last].Kind == text.Quote || r.word(last) == ")" || r.word(last) == "]") {
		last--
	}
	return r.stop(last) || r.word(last) == "…" || r.word(last) == "..."
}

// byLine reports whether a block is “By Jane Doe and John Roe, Staff Writers”.
func (r *reading) byLine(b text.Range) bool {
	if w := r.lower(b.First); w != "by" && w != "par" || b.Len() < 2 || b.Len() > 14 || r.ends(b) {
		return false
	}
	for i := b.First + 1; i < b.End; i++ {
		if r.words[i].Kind == text.Letters && !r.capital(i) && !r.joins(i) && r.lower(i) != "et" && r.lower(i) != "the" {
			return false
		}
	}
	return true
}

// line reports whether passage i is a line of a list, a heading or a label rather than
// a sentence: it has no verb that says something, no mark at its end and few words.
func (r *reading) line(i int) bool {
	p := &r.text.Passages[i]
	if !grammar.Reads(r.lang) || r.predicated[i] || p.Words.Len() >= lineWords || r.kinds[p.First] == Cell || p.Words.End != r.text.Blocks[p.Last].End || r.ends(p.Words) {
		return false
	}
	for k := p.Words.First + 1; k < p.Words.End; k++ { // “Road to Sake stays closed”, of which the parser made nothing
		if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.word(k)); ok && !upper(r.word(k)) && lemma != r.word(k) && !strings.HasSuffix(lemma, "ing") {
			return false
		}
	}
	return true
}

// lineWords is how many words the line of a list may have.
const lineWords = 16
