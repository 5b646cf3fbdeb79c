package name

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
)

// persons compares two names of persons, or that may be such.
func persons(a, b *Name) (Relation, Reason) {
	r, why := bearers(a, b)
	if r != Same {
		return r, why
	}
	titleA, sexA := a.sexes()
	titleB, sexB := b.sexes()
	if apart(titleA, titleB) || (len(a.Given) == 0 || len(b.Given) == 0) && (apart(titleA, sexB) || apart(titleB, sexA)) {
		return Different, OtherSex
	}
	if monsieur(a, b) || monsieur(b, a) {
		return Different, OtherSex
	}
	if a.Suffix != b.Suffix {
		switch {
		case a.Suffix != "" && b.Suffix != "":
			return Different, OtherGiven
		case len(a.Given) > 0 && len(b.Given) > 0 || len(a.Words) == 1 && len(b.Words) == 1:
			return Unknown, NameSake
		}
	}
	return r, why
}

// monsieur reports whether the initial M. of a is a man's title, as the French title of
// the woman b tells: M. Okafor, Mme Okafor.
func monsieur(a, b *Name) bool {
	if len(a.Given) != 1 || a.Given[0] != "m" || len(b.Given) > 0 {
		return false
	}
	for _, w := range b.Title {
		if !lexicon.Is("en", lexicon.Title, w) && lexicon.TitleGender("fr", w) == lexicon.Female {
			return true
		}
	}
	return false
}

// mayBeMonsieur reports whether the initial M. of a may be a man's title, and b is a
// man: M. Okafor, Joseph Okafor.
func mayBeMonsieur(a, b *Name) bool {
	return len(a.Given) == 1 && a.Given[0] == "m" && len(b.Given) > 0 && lexicon.NameGender(b.Given[0]) == lexicon.Male
}

// apart reports whether two sexes are known and differ.
func apart(a, b lexicon.Gender) bool {
	return a != b && a != lexicon.NoGender && b != lexicon.NoGender
}

// bearers compares the words of two persons' names.
func bearers(a, b *Name) (Relation, Reason) {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	switch {
	case slices.Equal(a.Words, b.Words):
		return Same, Equal
	case len(b.Words) == 1: // two single names
		return singles(a, b)
	case len(a.Words) == 1:
		return single(a, b)
	}
	if r, why := reordered(a, b); r != Unknown || why != NoReason {
		return r, why
	}
	switch {
	case sameFamily(a, b):
		r, why := givens(a.Given, b.Given)
		if r == Different && (mayBeMonsieur(a, b) || mayBeMonsieur(b, a)) {
			return Same, Shortened
		}
		return r, why
	case letterApart(a.last(), b.last()):
		if r, _ := givens(a.Given, b.Given); r == Same {
			return Unknown, Spelling
		}
	case len(a.Words) != len(b.Words) && min(shared(a.Words, b.Words), shared(b.Words, a.Words)) >= 2:
		return Unknown, NameSake
	}
	return Different, OtherName
}

// last returns the last word of the name.
func (n *Name) last() string { return n.Words[len(n.Words)-1] }

// singles compares two names of one word each, that are not equal: Mr Vance and Mr Moss
// are two; Esther and Mbuyi may be one.
func singles(a, b *Name) (Relation, Reason) {
	switch {
	case letterApart(a.Words[0], b.Words[0]):
		return Unknown, Spelling
	case len(a.Title) > 0 && len(b.Title) > 0:
		return Different, OtherName
	}
	return Unknown, NoReason
}

// single compares the name a of one word with the whole name b.
func single(a, b *Name) (Relation, Reason) {
	w := a.Words[0]
	switch {
	case w == b.last() || len(b.Family) == 2 && len(w) == len(b.Family[0])+len(b.Family[1]) && strings.HasPrefix(w, b.Family[0]) && strings.HasSuffix(w, b.Family[1]):
		return Same, Shortened
	case w == b.Words[0] && b.kinds[0]&familyFirst != 0 && (len(b.Words) == 3 || !lexicon.GivenName(w)):
		return Same, Shortened
	case slices.Contains(b.Words, w):
		return Unknown, NameSake
	case letterApart(w, b.last()):
		return Unknown, Spelling
	case a.Kind == Person && b.Kind == Person:
		return Different, OtherName
	}
	return Unknown, NoReason
}

// reordered compares names of several words of which one has all the words of the other:
// Mbuyi Esther, Esther Nyota Mbuyi, Hillary Rodham Clinton. A given name alone at the end
// is no family name: Juan Carlos, Juan Carlos Moss.
func reordered(a, b *Name) (Relation, Reason) {
	for _, w := range a.Words {
		if len(w) < 2 || !slices.Contains(b.Words, w) {
			return Unknown, NoReason
		}
	}
	switch {
	case len(a.Words) == len(b.Words):
		if shared(b.Words, a.Words) == len(b.Words) {
			return Same, Equal
		}
		return Unknown, NoReason
	case halved(a, b) || halved(b, a):
		return Unknown, NameSake
	case a.last() != b.last() && (a.Words[0] != b.Words[0] || lexicon.GivenName(a.last())):
		return Unknown, NameSake
	}
	return Same, Shortened
}

// halved reports whether b has a hyphenated given name of which a has one half only:
// Jean and Jean-Claude Moss.
func halved(a, b *Name) bool {
	for i := 1; i < len(b.Given); i++ {
		if b.joined&(1<<i) != 0 && slices.Contains(a.Words, b.Words[i-1]) != slices.Contains(a.Words, b.Words[i]) {
			return true
		}
	}
	return false
}

// shared returns how many words of a, initials apart, b has too.
func shared(a, b []string) (n int) {
	for _, w := range a {
		if len(w) > 1 && slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// sameFamily reports whether two whole names have one family name, or one has a half of
// the other's double name: Smith, Smith-Jones.
func sameFamily(a, b *Name) bool {
	return slices.Contains(b.Family, a.last()) || slices.Contains(a.Family, b.last())
}

// givens compares the given names of two persons of one family name. Initials stand for
// names, short forms for long ones; somebody may go by his middle name.
func givens(a, b []string) (Relation, Reason) {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return Same, Shortened
	}
	why := Equal
	if len(a) < len(b) {
		why = Shortened
	}
	for i, w := range a {
		switch r, how := given(w, b[i]); {
		case r == Same && how != Equal:
			why = how
		case r == Unknown:
			return r, how
		case r == Different:
			if i == 0 && len(w) > 1 && slices.Contains(b, w) || i == 0 && len(b[0]) > 1 && slices.Contains(a, b[0]) {
				return Same, Shortened
			}
			if i == 0 && len(w) == 1 && initialOf(w, b[1:]) || i == 0 && len(b[0]) == 1 && initialOf(b[0], a[1:]) {
				return Unknown, NameSake
			}
			if i == 0 && (ordinary(w) || ordinary(b[0])) {
				return Unknown, NameSake
			}
			return Different, OtherGiven
		}
	}
	return Same, why
}

// ordinary reports whether a word in the place of a given name may have its capital from
// the beginning of a sentence: Absent Trump, Yesterday Vance. Months and days are given
// names where they stand in one.
func ordinary(w string) bool {
	if len(w) == 1 || lexicon.GivenName(w) || classOf(w)&calendar != 0 || len(read().given[w]) > 0 {
		return false
	}
	return lexicon.Known(w, lexicon.Adjective) || lexicon.Known(w, lexicon.Adverb) || lexicon.Known(w, lexicon.Verb)
}

// initialOf reports whether one of the names begins with an initial.
func initialOf(initial string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return n[0] == initial[0] })
}

// given compares two given names.
func given(a, b string) (Relation, Reason) {
	switch {
	case a == b:
		return Same, Equal
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] || startsRow(a, b) {
			return Same, Nickname
		}
		return Different, OtherGiven
	case sharesRow(a, b):
		return Same, Nickname
	case apart(lexicon.NameGender(a), lexicon.NameGender(b)):
		return Different, OtherGiven
	case len(a) >= 3 && strings.HasPrefix(b, a), len(b) >= 3 && strings.HasPrefix(a, b), letterApart(a, b), pet(a, b), pet(b, a):
		return Unknown, Spelling
	}
	return Different, OtherGiven
}

// sharesRow reports whether two given names are forms of one.
func sharesRow(a, b string) bool {
	t := read()
	for _, r := range t.given[a] {
		if slices.Contains(t.given[b], r) {
			return true
		}
	}
	return false
}

// startsRow reports whether one of two is the initial of a name that the other is a form
// of: W. for Bill.
func startsRow(a, b string) bool {
	if len(a) > 1 {
		a, b = b, a
	}
	t := read()
	for _, r := range t.given[b] {
		if t.full[r][0] == a[0] {
			return true
		}
	}
	return false
}

// pet reports whether a may be a pet form of b that no table has: its first syllable with
// an ending, Rudy of Rudolph.
func pet(a, b string) bool {
	stem := strings.TrimSuffix(strings.TrimRight(a, "iy"), "ie")
	if n := len(stem); n > 3 && stem[n-1] == stem[n-2] {
		stem = stem[:n-1]
	}
	return len(stem) >= 3 && len(stem) < len(a) && len(b) > len(a) && strings.HasPrefix(b, stem)
}

// letterApart reports whether two words of five letters and more begin alike and differ
// in a letter that is added, dropped or changed, as transliterations do.
func letterApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || a[0] != b[0] || len(b)-len(a) > 1 {
		return false
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	if len(a) == len(b) {
		return a[min(n+1, len(a)):] == b[min(n+1, len(b)):]
	}
	return a[n:] == b[n+1:]
}
