package name

import (
	"slices"

	"factcheck/claims/lexicon"
)

// entities compares two names of which at least one is a place's, an organisation's or a
// thing's. A word more makes another entity of it (South Sudan, Air France, Kennedy
// Airport), unless it says only what sort of thing the name names or where it is.
func entities(a, b *Name) (Relation, Reason) {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	if len(a.Words) == len(b.Words) {
		if slices.Equal(a.Words, b.Words) {
			if (a.Kind == Person) != (b.Kind == Person) && a.Kind != UnknownKind && b.Kind != UnknownKind {
				return Unknown, OtherKind
			}
			return within(a, b)
		}
		return siblings(a, b)
	}
	if at, ok := indexOf(b.Words, a.Words); ok {
		return longer(a, b, at)
	}
	return siblings(a, b)
}

// indexOf returns where the words of short stand in long.
func indexOf(long, short []string) (int, bool) {
	for i := 0; i+len(short) <= len(long); i++ {
		if slices.Equal(long[i:i+len(short)], short) {
			return i, true
		}
	}
	return 0, false
}

// longer compares the name a with the name b that holds it, from its word at on.
func longer(a, b *Name, at int) (Relation, Reason) {
	end := at + len(a.Words)
	extra := ^class(0) // what all words more are
	for i, c := range b.kinds {
		if i < at || i >= end {
			extra &= c
		}
	}
	switch {
	case b.Kind == Person || b.mayBePerson() && a.Kind == Person:
		return Unknown, OtherKind
	case extra&legal != 0:
		return Same, Shortened
	case len(a.Words) == 1 && a.only(kindNoun|direction): // United, the Bank: of which there are many
		return Unknown, Qualified
	case extra&territory != 0:
		return a.territory(b)
	case extra&feature != 0 && a.place.Kind == lexicon.NoPlace, extra&storm != 0 && at > 0, // the Hudson, Katrina
		extra&trade != 0 && a.Kind == UnknownKind && at == 0 && end == len(b.Words)-1: // Barclays Bank
		return Unknown, Qualified
	case extra&national != 0 && a.Kind == Organisation && (at == 0 || end == len(b.Words)):
		return Unknown, Qualified
	}
	return Different, Longer
}

// territory answers for a name and one that adds what sort of territory it is. Walikale
// town is Walikale; Mexico City and Mexico, York County and York are not.
func (n *Name) territory(longer *Name) (Relation, Reason) {
	ends := longer.kinds[len(longer.kinds)-1]
	switch {
	case ends&state != 0, n.id != "", n.place.Kind == lexicon.Country, n.place.Kind == lexicon.Demonym, // Ohio State, of sports
		n.place.Kind == lexicon.Region && ends&city != 0,
		(n.place.Kind == lexicon.City || n.place.Kind == lexicon.Capital) && !longer.any(town):
		return Unknown, Part
	}
	return Same, Shortened
}

// siblings compares names of which none holds the other. They are two if they are of one
// kind of thing and share no other word: Leeds United, Hull United; or if they differ in a
// direction only.
func siblings(a, b *Name) (Relation, Reason) {
	if a.Kind == Person || b.Kind == Person {
		return Unknown, OtherKind
	}
	kind, core, ways := false, false, 0
	for i, w := range a.Words {
		c, both := a.kinds[i], slices.Contains(b.Words, w)
		switch {
		case both && c&(kindNoun|territory) != 0:
			kind = true
		case both:
			core = true
		case c&direction != 0:
			ways++
		}
	}
	if len(a.Words) < 2 || len(b.Words) < 2 || a.Acronym != "" || b.Acronym != "" {
		return Unknown, NoReason
	}
	if numbered(a, b) {
		return Different, OtherName
	}
	if kind && !core && proper(a, b) && proper(b, a) {
		return Different, OtherName
	}
	if core && ways == 1 && len(a.Words) == len(b.Words) && shared(a.Words, b.Words) == len(a.Words)-1 && b.directed(a) {
		return Different, OtherName
	}
	return Unknown, NoReason
}

// numbered reports whether two names are the same words but for a number: Channel 4,
// Channel 5; World War I, World War II.
func numbered(a, b *Name) bool {
	if len(a.Words) != len(b.Words) {
		return false
	}
	differ := false
	for i, w := range a.Words {
		if v := b.Words[i]; v != w {
			if differ || !number(w, a.kinds[i]) || !number(v, b.kinds[i]) {
				return false
			}
			differ = true
		}
	}
	return differ
}

// number reports whether a word is a number in digits or Roman.
func number(w string, c class) bool { return w[0] >= '0' && w[0] <= '9' || c&suffix != 0 }

// proper reports whether the words of a that b lacks are names, not kinds of things.
func proper(a, b *Name) bool {
	for i, w := range a.Words {
		if a.kinds[i]&(kindNoun|territory|legal) != 0 && !slices.Contains(b.Words, w) {
			return false
		}
	}
	return true
}

// directed reports whether a word that a lacks is a direction.
func (n *Name) directed(a *Name) bool {
	for i, w := range n.Words {
		if n.kinds[i]&direction != 0 && !slices.Contains(a.Words, w) {
			return true
		}
	}
	return false
}
