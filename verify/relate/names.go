package relate

import (
	"slices"
	"strings"

	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Names in texts in almost the same words: how far a name reaches around a word, and whether two have anything in common.

// sameName reports whether two names are of one bearer.
func sameName(a, b name.Name) bool {
	r, _ := name.Compare(a, b)
	return r == name.Same
}

// whole returns the name that some terms of a side are part of: the run of capitalised
// words around them, "Vance" in "Sarah Vance".
func (a *Analysis) whole(t []term) name.Name {
	first, last := t[0].word, t[len(t)-1].end
	for first > 0 && a.named(first-1) && a.words[first].Start-a.words[first-1].End <= 1 {
		first--
	}
	for last < len(a.words) && a.named(last) && a.words[last].Start-a.words[last-1].End <= 1 {
		last++
	}
	return name.Parse(text.Range{First: first, End: last}.Span(a.words).In(a.side.Text))
}

// owner reports whether terms end in a possessive: "Norway's" tells no more than where
// whoever is named behind it is from.
func (a *Analysis) owner(t []term) bool {
	last := t[len(t)-1].end
	return last < len(a.words) && text.IsPossessive(a.words[last].In(a.side.Text))
}

// named reports whether word i begins with a capital and is no word of grammar, or
// joins two such words.
func (a *Analysis) named(i int) bool {
	t := a.termAt(i)
	if t == nil {
		w := a.words[i].In(a.side.Text)
		return w == "-" || w == "." && i > 0 && a.words[i-1].End-a.words[i-1].Start == 1 // "James B. Comey"
	}
	return t.flags&capital != 0 && (t.class == content || t.flags&opening == 0)
}

// strangers reports whether two names have nothing in common: no word, and neither is
// the initials of the other.
func strangers(a, b name.Name) bool {
	for _, w := range a.Words {
		if slices.Contains(b.Words, w) {
			return false
		}
	}
	return len(a.Words) > 0 && len(b.Words) > 0 && !abbreviates(a, b) && !abbreviates(b, a)
}

// abbreviates reports whether one word of a may be short for b: its initials, or the
// beginning of one of its words.
func abbreviates(a, b name.Name) bool {
	if len(a.Words) != 1 {
		return false
	}
	initials := ""
	for _, w := range b.Words {
		initials += w[:1]
		if strings.HasPrefix(w, strings.TrimSuffix(a.Words[0], ".")) {
			return true
		}
	}
	return initials == strings.ReplaceAll(a.Words[0], ".", "")
}
