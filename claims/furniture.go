package claims

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Page furniture: what stands on a page beside its text and says nothing. Captions,
// by-lines and credits, “READ MORE: ...”, “With files from ...”, and lines without a
// verb, as lists of links have them.

// furnitureIn notes which blocks are furniture. What stands under the head of a list of
// other pages (“Related”) is, up to the next block that ends as a sentence does.
func (r *reading) furnitureIn() {
	r.furniture = make([]bool, len(r.text.Blocks))
	section, caption := false, false
	writers := map[string]bool{}
	comments := r.commentsIn()
	for k, b := range r.text.Blocks {
		if r.furniture[k] = k >= comments; r.furniture[k] {
			continue
		}
		ends := r.ends(b)
		if section = section && !ends; !section && !ends && b.Len() < 2*sectionWords {
			c := r.colon(b)
			short := c == b.First && b.Len() < sectionWords
			section = r.begins(lexicon.FurnitureSection, b.First, b.End) && (short || c == b.End-1) || short && b.Len() > 2 && r.begins(lexicon.FurnitureSection, b.End-2, b.End) // “Bana News Top Stories”
		}
		captioned := caption
		caption = b.Len() < sectionWords && !ends && r.begins(lexicon.FurnitureCaption, b.First, b.End)
		r.furniture[k] = r.kinds[k] == Caption || section || caption || captioned || r.bids(b) || r.begins(lexicon.FurnitureNotice, b.First, b.End) && !r.begins(lexicon.FurnitureInterview, b.First+1, b.End) || r.credited(b) ||
			r.begins(lexicon.FurnitureLabel, b.First, r.colon(b)) && (!ends || upper(r.name(text.Range{First: b.First, End: r.colon(b)}))) ||
			!ends && (r.begins(lexicon.FurnitureLine, b.First, b.End) || r.dated(b) || r.barred(b) || r.byLine(b) || r.stamped(b)) || r.direction(b) || r.markup(b) || r.aboutWriter(b, writers) || r.shown(b)
		if !ends && (r.byLine(b) || r.barred(b)) {
			writers[r.writer(b)] = true
		}
	}
}

// commentsIn returns the block from which on a text that was copied from a page holds what its readers wrote below it: the last short line
// that says so in its second half. The number of blocks if there is none.
func (r *reading) commentsIn() int {
	for k := len(r.text.Blocks) - 1; k > len(r.text.Blocks)/2; k-- {
		if b := r.text.Blocks[k]; b.Len() < sectionWords && !r.ends(b) && r.begins(lexicon.FurnitureComments, b.First, b.End) {
			return k
		}
	}
	return len(r.text.Blocks)
}

// shown reports whether a block of one sentence tells what a picture shows: “Jane Doe is
// shown in a photo that her family gave out.”
func (r *reading) shown(b text.Range) bool {
	if b.Len() > bioWords {
		return false
	}
	told := false
	for i := b.First + 1; i < b.End; i++ {
		if r.leads(i) || r.text.Inside(i) >= 0 {
			return false
		}
		told = told || r.begins(lexicon.FurnitureShown, i, min(i+lexicon.FurnitureWords, b.End))
	}
	return told
}

// writer returns the first two words of the name on a by-line, the empty string if it has
// none: “By | Jane Doe | and John Roe”, “Jane Doe | · Bana News”, “Interview by | Jane van Doe”.
func (r *reading) writer(b text.Range) string {
	if r.begins(lexicon.FurnitureAsker, b.First, b.End) {
		b.First++
	}
	if w := r.lower(b.First); w == "by" || w == "par" {
		b.First++
	}
	end := b.First + 2
	if end < b.End && r.joins(end-1) {
		end++
	}
	if end > b.End || !r.capital(b.First) || !r.capital(end-1) {
		return ""
	}
	return r.name(text.Range{First: b.First, End: end})
}

// aboutWriter reports whether a block says who one of the writers on the by-lines is: it
// begins with the name and holds an address or, in its first sentence, what a by-line ends
// with: “Jane Doe is a reporter in Bana.”
func (r *reading) aboutWriter(b text.Range, writers map[string]bool) bool {
	name := r.writer(b)
	if name == "" || !writers[name] || b.Len() > bioWords {
		return false
	}
	if r.address(b) {
		return true
	}
	for i := b.First + 2; i < b.End && !r.stop(i) && r.text.Inside(i) < 0; i++ {
		if r.begins(lexicon.FurnitureDesk, i, i+1) {
			return true
		}
	}
	return false
}

// bioWords is more words than such a block has.
const bioWords = 60

// sectionWords is more than the head of such a list has.
const sectionWords = 8

// bids reports whether a block holds an address and a sentence that bids the reader write
// to it: “Do you live there? Email news@bana.example.” Twin: “He said: email me at ...”
func (r *reading) bids(b text.Range) bool {
	if !r.address(b) {
		return false
	}
	for i := b.First; i < b.End; i++ {
		if r.leads(i) && r.capital(i) && r.text.Inside(i) < 0 && r.begins(lexicon.FurnitureCall, i, i+1) {
			return true
		}
	}
	return false
}

// dated reports whether a block is a day and an hour and nothing else: “Sat 9 Mar 2024 09.00 GMT”. Twin: “May 2024”, which may be a heading.
func (r *reading) dated(b text.Range) bool {
	numbers := 0
	for i := b.First; i < b.End; i++ {
		switch w := r.lower(i); {
		case r.words[i].Kind == text.Number:
			numbers++
		case r.words[i].Kind == text.Letters && !months[w] && !lexicon.Is("*", lexicon.Weekday, w) && !(upper(r.word(i)) && len(w) < 5) && len(w) > 3:
			return false
		}
	}
	return numbers > 1
}

// stamped reports whether a short block says when the page was published.
func (r *reading) stamped(b text.Range) bool {
	for i := b.First; i < b.End && b.Len() < lineWords; i++ {
		if r.begins(lexicon.FurnitureStamp, i, b.End) {
			return true
		}
	}
	return false
}

// barred reports whether bars part a block: “Jane Doe | Staff reporter | March 4”.
func (r *reading) barred(b text.Range) bool {
	for i := b.First + 1; i < b.End-1; i++ {
		if w := r.word(i); w == "|" || w == "•" || w == "·" {
			return true
		}
	}
	return false
}

// credited reports whether a block is a caption: it ends with whose picture it is, in
// brackets or behind its last sentence: “The dam on Monday. (Jane Doe/Bana Courier)”,
// “The dam. REUTERS/Jane Doe”, “The dam on Monday Image: Bana Press”. Twin: “He saw the image: a
// dam”.
func (r *reading) credited(b text.Range) bool {
	last := b.End - 1
	open := last
	for bracket := r.word(last) == ")"; open > b.First && last-open < 12; open-- {
		if bracket && r.word(open) == "(" || r.word(open+1) == ":" && r.capital(open) && r.begins(lexicon.FurnitureCredit, open, open+1) || !bracket && r.stop(open-1) && r.words[open].Space {
			break
		}
	}
	tail := text.Range{First: open, End: last + 1}
	if open <= b.First || tail.Len() < 2 || r.word(last) != ")" && r.ends(b) {
		return false
	}
	for i := tail.First; i < tail.End; i++ {
		if r.word(i) == "/" && r.capital(i-1) && r.capital(i+1) && (!r.words[i].Space || r.word(last) == ")" && upper(r.word(i+1))) {
			return true
		}
		if (i == tail.First || r.word(i-1) == "(" || r.capital(i-1)) && i+1 < tail.End && r.begins(lexicon.FurnitureCredit, i, i+2) && tail.Len() < 9 {
			return true
		}
	}
	return false
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
	for first < end && (r.words[first].Kind == text.Punct && r.word(first) != "©" || kind == lexicon.FurnitureLine && r.words[first].Kind == text.Number && end-first < 5) {
		first++
	}
	var words strings.Builder
	for i := first; i < min(end, first+2*lexicon.FurnitureWords); i++ {
		if i > first && r.words[i].Space {
			words.WriteByte(' ')
		}
		if r.words[i].Kind == text.Number {
			words.WriteByte('0')
		} else {
			words.WriteString(r.lower(i))
		}
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

// markup reports whether a block is nothing but tags, as a text that was copied from a
// page's source has them: “<tweet id="12"/>”.
func (r *reading) markup(b text.Range) bool {
	rest := b.Span(r.words).In(r.src)
	for {
		rest = strings.TrimLeft(rest, " \t\n.")
		end := strings.IndexByte(rest, '>')
		if rest == "" || rest[0] != '<' || end < 0 {
			return rest == ""
		}
		rest = rest[end+1:]
	}
}

// direction reports whether a block is a note in brackets to what is heard or paid:
// “(LAUGHTER)”, “[SOUND OF A BELL]”, “($1 = 6.2 crowns)”.
func (r *reading) direction(b text.Range) bool {
	w := r.word(b.First)
	return (w == "(" || w == "[") && (r.word(b.End-1) == ")" || r.word(b.End-1) == "]") && b.Len() < 12 && (b.Len() < 6 || upper(r.name(b)) || strings.Contains(r.name(b), "="))
}

// capitalised reports whether every word of a block begins with a capital, marks and what joins
// names aside.
func (r *reading) capitalised(b text.Range) bool {
	for i := b.First; i < b.End; i++ {
		if !r.capital(i) && !r.joins(i) && r.word(i) != "," {
			return false
		}
	}
	return true
}

// byLine reports whether a block is “By Jane Doe and John Roe, Staff Writers”, “Bana
// Courier staff” or “Jane Doe, The Bana Press”.
func (r *reading) byLine(b text.Range) bool {
	if b.Len() > 1 && b.Len() < 7 && r.begins(lexicon.FurnitureDesk, b.End-1, b.End) && !r.ends(b) && r.nameOnly(b.First, b.End-1) {
		return true
	}
	if b.Len() > 1 && b.Len() < 9 && !r.ends(b) && lexicon.Is(r.lang, lexicon.Medium, r.lower(b.End-1)) && r.capital(b.End-1) && r.capitalised(b) {
		return true
	}
	if w := r.lower(b.First); w != "by" && w != "par" || b.Len() < 2 || b.Len() > 14 || r.ends(b) {
		return false
	}
	for i := b.First + 1; i < b.End; i++ {
		if number := func(w text.Word) bool { return w.Kind == text.Number }; i > b.First+2 && r.words[i].Kind == text.Letters && !r.capital(i) && !r.joins(i) && slices.ContainsFunc(r.words[i+1:b.End], number) { // “By Jane Doe | published May 23, 2024”
			return true
		}
		if r.words[i].Kind == text.Letters && !r.capital(i) && !r.joins(i) && r.lower(i) != "et" && r.lower(i) != "the" && !(r.preposition(i) && r.capital(i+1)) {
			return false
		}
	}
	return true
}

// line reports whether passage i is a line of a list, a heading or a label rather than
// a sentence: it has no verb that says something, no mark at its end and few words.
func (r *reading) line(i int) bool {
	p := &r.text.Passages[i]
	if r.address(p.Words) && !r.found[i].predicated {
		return true
	}
	if !grammar.Reads(r.lang) || r.found[i].predicated || p.Words.Len() >= lineWords || r.kinds[p.First] == Cell || p.Words.End != r.text.Blocks[p.Last].End || r.ends(p.Words) {
		return false
	}
	for k := p.Words.First + 1; k < p.Words.End; k++ { // “Road to Sake stays closed”, of which the parser made nothing
		if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.word(k)); ok && !upper(r.word(k)) && lemma != r.word(k) && !strings.HasSuffix(lemma, "ing") {
			return false
		}
	}
	return true
}

// address reports whether words hold the address of a page or of a person's mail.
func (r *reading) address(n text.Range) bool {
	for i := n.First; i < n.End; i++ {
		if w := r.word(i); w == "@" && !r.words[i].Space || strings.Contains(w, "@") || strings.HasPrefix(w, "http") || strings.HasPrefix(w, "www") {
			return true
		}
	}
	return false
}

// lineWords is how many words the line of a list may have.
const lineWords = 16
