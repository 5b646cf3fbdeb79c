package relate

import (
	"factcheck/claims/name"
	"factcheck/claims/text"
)

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

// named reports whether word i begins with a capital and is no word of grammar, or
// joins two such words.
func (a *Analysis) named(i int) bool {
	t := a.termAt(i)
	if t == nil {
		return a.words[i].In(a.side.Text) == "-"
	}
	return t.flags&capital != 0 && (t.class == content || t.flags&opening == 0)
}
