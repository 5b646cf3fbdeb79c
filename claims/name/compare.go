package name

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
)

// Relation says whether two names are of one bearer. The zero value is Unknown: the names
// leave it open.
type Relation uint8

// The relations.
const (
	Unknown   Relation = iota
	Same               // of one bearer, unless the context knows of two (another Vance)
	Different          // of two
)

// String returns "unknown", "same" or "different".
func (r Relation) String() string { return [...]string{"unknown", "same", "different", ""}[r&3] }

// Reason says on what a relation rests.
type Reason uint8

// The reasons, with the relation that each is given for.
const (
	NoReason   Reason = iota // Unknown: the names have nothing to do with each other
	Equal                    // Same: the same words, article, titles, small words, order and spelling apart
	Alias                    // Same: a table has both, as DRC and RDC
	Initials                 // Same: an acronym and the words that it stands for
	Shortened                // Same: one says less: Nangaa, Corneille Nangaa; Rowling, J. K. Rowling
	Nickname                 // Same: Bill and William Clinton, B. and Bernard Vance
	Spelling                 // Unknown: a letter apart, as transliterations are
	Part                     // Unknown: a place and another in it, its people or its capital: Goma, Congo
	Qualified                // Unknown: one says more, and it may be the same: Senate, US Senate
	NameSake                 // Unknown: only one says Jr., or one is a given name alone
	OtherSex                 // Different: Mr Vance, Ms Vance
	OtherGiven               // Different: Bernard and Sarah Vance
	OtherName                // Different: Corneille Nangaa, Paul Kasongo; Goma, Bukavu
	OtherKind                // Different if callers said the kinds (As), else Unknown: Washington, George Washington
	Longer                   // Different: what one adds makes another entity: Sudan, South Sudan; France, Air France
)

var reasonNames = [...]string{"none", "equal", "alias", "initials", "shortened", "nickname", "spelling", "part", "qualified", "namesake", "sex", "given", "name", "kind", "longer"}

// String returns the reason in small letters.
func (r Reason) String() string { return reasonNames[min(int(r), len(reasonNames)-1)] }

// Ends reports whether a name is the last word or words of a longer one, both as one text
// has them: Cruz of Ted Cruz, the Herald of the Lake Herald. It is no comparison: two
// texts may mean two bearers by that.
func Ends(short, long string) bool {
	return short != "" && strings.HasSuffix(long, " "+short) && !strings.Contains(long, firm)
}

// Compare says whether a and b name one bearer, and why. It is symmetric and allocates
// nothing. Names are all that it knows: where Same rests on Shortened, a text that speaks
// of two Vances may still mean the other. Empty names are Unknown to all.
func Compare(a, b Name) (Relation, Reason) { return compare(&a, &b) }

func compare(a, b *Name) (Relation, Reason) {
	switch {
	case a.Empty() || b.Empty():
		return Unknown, NoReason
	case a.hinted && b.hinted && a.Kind != b.Kind:
		return clash(a, b)
	case a.folded == b.folded && a.folded != "":
		return Same, Equal
	case a.Within != "" && b.Within != "" && slices.Equal(a.Words, b.Words):
		return within(a, b)
	}
	if r, why := acronyms(a, b); r != Unknown {
		return r, why
	}
	if r, why, ok := known(a, b); ok {
		return r, why
	}
	if a.mayBePerson() && b.mayBePerson() {
		return persons(a, b)
	}
	return entities(a, b)
}

// clash answers for two names that are said to be of different kinds: two bearers, but a
// people and its country or a town and its team have to do with each other.
func clash(a, b *Name) (Relation, Reason) {
	if a.Kind == Person || b.Kind == Person {
		return Different, OtherKind
	}
	return Unknown, OtherKind
}

// In reports whether shorter is a name that may stand for longer where longer is spoken
// of: an equal name, an acronym, a part of a person's name, the name with less around it.
// Sudan may not stand for South Sudan.
func In(longer, shorter Name) bool {
	r, why := compare(&longer, &shorter)
	return r == Same && (why == Alias || why == Initials || why == Equal || len(shorter.Words) <= len(longer.Words))
}

// mayBePerson reports whether nothing speaks against a person's bearing the name.
func (n *Name) mayBePerson() bool {
	return n.Kind == Person || n.Kind == UnknownKind && n.Family != nil
}

// acronyms compares an acronym with the words that it may stand for. One that a table
// knows stands for nothing else.
func acronyms(a, b *Name) (Relation, Reason) {
	if a.id != "" && a.id == b.id {
		return Same, Alias
	}
	if a.Acronym == "" {
		a, b = b, a
	}
	if a.Acronym == "" || a.id != "" || a.place.Kind != lexicon.NoPlace || b.Acronym != "" || len(b.Words) < 2 {
		return Unknown, NoReason
	}
	if len(a.Acronym) >= 2 && (a.Acronym == b.initials || b.spells(a.Acronym)) {
		return Same, Initials
	}
	return Unknown, NoReason
}

// spells reports whether the initials of the name's words, the small ones left out, are
// the letters of an acronym.
func (n *Name) spells(acronym string) bool {
	if len(acronym) != len(n.Words) {
		return false
	}
	for i, w := range n.Words {
		if w[0] != acronym[i] {
			return false
		}
	}
	return true
}

// known compares names by what the gazetteer and the tables know of both; false if they
// do not know enough.
func known(a, b *Name) (Relation, Reason, bool) {
	if a.Kind == Person || b.Kind == Person {
		return Unknown, NoReason, false
	}
	if a.place.Kind != lexicon.NoPlace && b.place.Kind != lexicon.NoPlace {
		r, why := places(a, b)
		return r, why, true
	}
	if a.id != "" && b.id != "" && a.Kind == b.Kind && !contains(a.Words, b.Words) && !contains(b.Words, a.Words) {
		return Different, OtherName, true
	}
	return Unknown, NoReason, false
}

// places compares two names of the gazetteer. A name that several countries have a place
// of (Congo, Korea) leaves open which.
func places(a, b *Name) (Relation, Reason) {
	p, q := a.place, b.place
	switch {
	case slices.Equal(a.Words, b.Words):
		return within(a, b)
	case (p.Kind != lexicon.Country || q.Kind != lexicon.Country) && (moved(a, b) || moved(b, a)):
		return Different, Longer
	case !share(p.Countries, q.Countries):
		return Different, OtherName
	case p.Kind != q.Kind:
		return Unknown, Part
	}
	switch p.Kind {
	case lexicon.Country, lexicon.Demonym:
		if p.Countries != q.Countries {
			return Unknown, Part
		}
		if a.id != b.id && a.id != "" && b.id != "" {
			return Different, OtherName
		}
		return Same, Alias
	case lexicon.Capital:
		if p.Countries[:2] == q.Countries[:2] && classOf(p.Countries[:2])&capitals == 0 {
			return Same, Alias
		}
	}
	return Different, OtherName
}

// moved reports whether long is short with a direction in front: West Virginia.
func moved(long, short *Name) bool {
	n := len(short.Words)
	return len(long.Words) > n && long.kinds[0]&direction != 0 && slices.Equal(long.Words[len(long.Words)-n:], short.Words)
}

// share reports whether two lists of country codes have one in common.
func share(a, b string) bool {
	for len(a) >= 2 {
		if strings.Contains(b, a[:2]) {
			return true
		}
		a = strings.TrimPrefix(a[2:], ",")
	}
	return false
}

// within compares what two equal names of places add to themselves: Springfield,
// Illinois, and Springfield, Ohio.
func within(a, b *Name) (Relation, Reason) {
	switch {
	case a.Within == b.Within || a.Within == "" || b.Within == "":
		return Same, Equal
	case lexicon.SamePlace(a.Within, b.Within):
		return Unknown, Part
	}
	return Different, OtherName
}

// contains reports whether the words of short stand in long one after the other.
func contains(long, short []string) bool {
	for i := 0; i+len(short) <= len(long); i++ {
		if slices.Equal(long[i:i+len(short)], short) {
			return true
		}
	}
	return false
}
