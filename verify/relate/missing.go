package relate

import (
	"slices"

	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// mostKin bounds the pairs of words for which Missing asks the dictionary.
const mostKin = 20_000

// Missing returns the words of a statement for which a source has neither the same
// word nor one that says the same, as spans of the statement's text in their
// order: what a reader must look for elsewhere. Words that follow each other make
// one span, words of grammar between them included. Nil if there are none.
func Missing(source, statement *Analysis) []text.Span {
	ask := len(source.terms)*len(statement.terms) <= mostKin
	var runs []text.Span
	next := -1 // the word that would go on with the run
	for i := range statement.terms {
		t := &statement.terms[i]
		switch {
		case t.class == content && !(t.value > 0 && source.states(&statement.values[t.value-1])) && !source.means(t, ask):
			at := statement.span(i, i+1)
			if next == t.word {
				runs[len(runs)-1].End = at.End
			} else {
				runs = append(runs, at)
			}
			next = t.end
		case t.class != content && next == t.word:
			next = t.end
		default:
			next = -1
		}
	}
	return runs
}

// states reports whether one of the values is v, however it is written: "29" is
// "twenty-nine".
func (a *Analysis) states(v *value) bool {
	return slices.ContainsFunc(a.values, func(s value) bool {
		return s.amount != nil && v.amount != nil && quantity.Relate(*s.amount, *v.amount) == quantity.Equal ||
			s.time != nil && v.time != nil && s.time.Interval.Known() && s.time.Interval == v.time.Interval
	})
}

// means reports whether one of the words is t, or says as much as far as the
// dictionary knows, if that is asked too.
func (a *Analysis) means(t *term, ask bool) bool {
	if a.bloom.Has(t.stem) && shares(a.terms, *t) {
		return true
	}
	return ask && slices.ContainsFunc(a.terms, func(s term) bool {
		k := kin(a.lang, &s, t)
		return s.class == content && (k == equal || k == synonym || k == narrower)
	})
}
