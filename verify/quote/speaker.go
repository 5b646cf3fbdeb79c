package quote

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Likeness says whether two mentions may be of one speaker.
type Likeness uint8

// The likenesses. The zero value is Compatible: nothing speaks against it.
const (
	Compatible Likeness = iota
	Same                // the names agree
	Different           // both are whole names of persons, and not of one
	Namesake            // compatible, but only one is called Jr.: father and son have one name
)

// String returns "compatible", "same", "different" or "namesake".
func (l Likeness) String() string {
	return [...]string{"compatible", "same", "different", "namesake"}[l&3]
}

// SameSpeaker compares the speaker that a draft names with a source's. Pronouns,
// roles, anonymous sources, capitals that stand for governments, organisations
// and those who lead or speak for them are compatible with anybody. Different are two
// persons only: by whole name, by titles of two sexes, or by the draft's surname and the
// source's whole name. A surname alone in the source is too often one that was resolved
// wrongly.
func SameSpeaker(draft, source claims.Speaker) Likeness {
	if source.Name == "" && speaksOf(source.Text, draft) {
		return Different
	}
	if draft.Name == "" || source.Name == "" || draft.Kind == claims.Anonymous || source.Kind == claims.Anonymous {
		return Compatible
	}
	x, y := calledAs(draft), calledAs(source)
	if x.Plural() || y.Plural() {
		return Compatible
	}
	relation, why := name.Compare(x, y)
	switch {
	case relation == name.Same && (why == name.Equal || x.Kind == name.Person || y.Kind == name.Person):
		return Same
	case why == name.Spelling: // Estèr, Esther; Hakim, Haqim
		return Same
	case relation == name.Unknown && why == name.NameSake && x.Suffix != y.Suffix:
		return Namesake
	case relation != name.Different || x.Kind != name.Person || y.Kind != name.Person:
		return Compatible
	case why != name.OtherSex && len(y.Words) == 1 && !strings.Contains(source.Name, " "): // but De Blasio is whole
		return Compatible
	}
	// What a mention resolves to may be wrong; the mention itself is not. Where the source's
	// gives no more than the family name, its text says whose it is (see Credited).
	d, m := mentioned(draft), mentioned(source)
	if why != name.OtherSex && vouchedBy(d, y) || lastWord(x) != lastWord(y) && (vouchedBy(x, m) || vouchedBy(d, m)) {
		return Compatible
	}
	return Different
}

// speaksOf reports whether a mention is of somebody who is no voice of the draft's speaker
// though it names him: “Esther Mbuyi's biographers”, not “Esther Mbuyi's office”.
func speaksOf(mention string, draft claims.Speaker) bool {
	words := text.Words(mention)
	for k, w := range words {
		if f := text.Fold(w.In(mention)); f != "'s" || k == 0 || k+1 == len(words) {
			continue
		}
		owner := name.Parse(mention[:words[k-1].End])
		if !owner.MayBePerson() || draft.Kind != claims.Person {
			return false
		}
		for _, n := range words[k+1:] {
			if n.Kind != text.Letters {
				break
			}
			if listed("apart", text.Fold(n.In(mention))) {
				return vouchedBy(owner.As(name.Person), nameOf(draft))
			}
		}
		return false
	}
	return false
}

// nameOf returns the name that a speaker resolves to, as a person's if it may be one:
// “Esther Mbuyi of the River Council” is whatever it was taken for.
func nameOf(s claims.Speaker) name.Name {
	n := name.Parse(s.Name)
	if (s.Kind == claims.Person || s.Kind == claims.Unknown) && n.MayBePerson() {
		n = n.As(name.Person)
	}
	return n
}

// mentioned returns the name in the words of a mention, empty if they hold none.
func mentioned(s claims.Speaker) name.Name {
	if s.Text == "" || strings.ToLower(s.Text) == s.Text {
		return name.Name{}
	}
	n := name.Parse(s.Text)
	if n.MayBePerson() {
		return n.As(name.Person)
	}
	return name.Name{}
}

// vouchedBy reports whether two mentions name one person.
func vouchedBy(x, y name.Name) bool {
	relation, _ := name.Compare(x, y)
	return relation == name.Same
}
