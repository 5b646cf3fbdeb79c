package relate

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// strangeNation reports whether the statement has a nationality that the source has not,
// neither as a word nor as the country: whoever agrees on the king need not agree that he
// is Kenyan. Whatever way found the agreement, it is none then.
func strangeNation(source, statement *Analysis) bool {
	for i := range statement.terms {
		t := &statement.terms[i]
		if t.class != content || t.flags&capital == 0 || t.end != t.word+1 || source.hasWord(t.fold) {
			continue
		}
		w := statement.words[t.word].In(statement.side.Text)
		if p, ok := lexicon.PlaceOf(w); !ok || p.Kind != lexicon.Demonym {
			continue
		}
		if !source.placed(w) {
			return true
		}
	}
	return false
}

// placed reports whether a name in the side, or one that its words stand for, is the place of
// a nationality or lies in it.
func (a *Analysis) placed(nation string) bool {
	for i := range a.terms {
		if a.terms[i].flags&capital == 0 {
			continue
		}
		// a name of up to three words: South Africa, Democratic Republic of Congo by its last
		for j := i; j < len(a.terms) && j < i+3; j++ {
			if a.terms[j].flags&capital == 0 {
				break
			}
			if lexicon.SamePlace(a.span(i, j+1).In(a.side.Text), nation) {
				return true
			}
		}
	}
	for _, r := range a.side.Refs {
		if lexicon.SamePlace(r.Name, nation) {
			return true
		}
		for _, w := range text.Words(r.Name) {
			if lexicon.SamePlace(w.In(r.Name), nation) {
				return true
			}
		}
	}
	return false
}
