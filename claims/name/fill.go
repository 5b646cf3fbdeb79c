package name

import (
	"strings"

	"factcheck/claims/lexicon"
)

// fill puts the parts that were read into n and says what seems to bear the name.
func (n *Name) fill(p *parser) {
	parts := p.parts
	for len(parts) > 1 && parts[0].class&article != 0 && parts[0].class&particle == 0 {
		parts = parts[1:]
	}
	if len(parts) == 0 {
		return
	}
	initials := make([]byte, 0, len(parts))
	for _, x := range parts {
		initials = append(initials, x.word[0])
	}
	n.initials = string(initials)
	if len(parts) == 1 && len(parts[0].word) <= 7 && (parts[0].upper || parts[0].dotted && len(parts[0].word) > 1) && !p.person && len(n.Title) == 0 {
		n.Acronym = parts[0].word
	}
	for i := range parts {
		if w := spelling(parts[i].word, i == 0, i == len(parts)-1); w != parts[i].word {
			parts[i].word, parts[i].class = w, classOf(w)
		}
	}
	if n.Kind == UnknownKind && n.Within != "" {
		n.Kind = Place
	}
	if n.Kind == UnknownKind {
		n.Kind = kindOf(parts, len(n.Title) > 0 || p.person, n.Acronym != "")
	}
	switch {
	case n.Kind == Person || n.Kind == UnknownKind:
		n.Suffix, parts = p.suffix, familyLast(parts)
	case p.suffix != "": // World War II
		parts = append(parts, part{word: p.suffix, class: suffix})
	}
	n.Words, n.kinds = make([]string, 0, len(parts)), make([]class, 0, len(parts))
	kept := false
	for i, x := range parts {
		if n.leaveOut(parts, i) {
			kept = false
			continue
		}
		if x.joined && kept {
			n.joined |= 1 << len(n.Words)
		}
		kept = true
		n.Words = append(n.Words, x.word)
		if n.Kind != Person && len(parts) > 1 && x.class&(direction|kindNoun) == 0 {
			if _, ok := lexicon.PlaceOf(x.word); ok {
				x.class |= national
			}
		}
		n.kinds = append(n.kinds, x.class)
	}
	n.surnamed = len(parts) > 1 && parts[len(parts)-1].class&surname != 0 && n.kinds[0]&(kindNoun|direction|national) == 0
	n.split()
}

// leaveOut reports whether word i is a small one that stands in a name or not: of, and,
// van in Vincent van Gogh; not what would leave nothing, nor a person's initial: Paul L. Roe.
func (n *Name) leaveOut(parts []part, i int) bool {
	x := parts[i]
	if x.class&(minor|particle) == 0 || len(parts) == 1 || i == len(parts)-1 {
		return false
	}
	switch {
	case len(x.word) == 1 && x.capital && n.Kind <= Person:
		return false
	case x.class&minor != 0 && (i > 0 || n.Kind != Place):
		return true
	case n.Kind == Place || n.Kind == Organisation || n.Kind == Thing:
		return false
	case x.word == "al" || x.word == "van" || x.word == "della" || x.word == "ben": // al-Sisi, but Al Green
		return i > 0 || parts[i+1].joined || !x.capital
	}
	return x.class&particle != 0
}

// familyLast moves a family name that is written in front in capitals to the end:
// NANGAA Corneille.
func familyLast(parts []part) []part {
	k := 0
	for k < len(parts) && parts[k].upper && len(parts[k].word) > 2 {
		k++
	}
	if k == 0 || k == len(parts) {
		return parts
	}
	for _, x := range parts[k:] {
		if x.upper || !x.capital {
			return parts
		}
	}
	if _, ok := lexicon.OutletOf(strings.ToUpper(parts[0].word)); ok {
		return parts
	}
	return append(append(make([]part, 0, len(parts)), parts[k:]...), parts[:k]...)
}

// split divides a person's words into given names and the family name.
func (n *Name) split() {
	alone := len(n.Words) == 1 && n.kinds[0]&surname != 0 // Hill
	if len(n.Words) == 0 || n.Kind != Person && (n.Kind != UnknownKind || n.any(kindNoun) && !alone || n.kinds[0]&direction != 0 && !alone || n.Acronym != "" || n.Within != "") {
		return
	}
	k := len(n.Words) - 1
	if n.Kind == UnknownKind && k > 0 && IsTitle(n.Words[k]) && !lexicon.GivenName(n.Words[0]) { // CNN President
		return
	}
	for k > 0 && n.joined&(1<<k) != 0 {
		k--
	}
	n.Given, n.Family = n.Words[:k:k], n.Words[k:]
}

// kindOf guesses what bears a name that no table knows.
func kindOf(parts []part, titled, acronym bool) Kind {
	lastPart := parts[len(parts)-1]
	given := lexicon.GivenName(parts[0].word)
	switch {
	case titled && (len(parts) <= 2 || lastPart.class&kindNoun == 0):
		return Person
	case acronym:
		return Organisation
	case len(parts) == 1:
		return UnknownKind
	case given && lastPart.class&surname != 0: // Anna Hill, but Victoria Park
		if _, ok := lexicon.PlaceOf(parts[0].word); ok {
			return UnknownKind
		}
		return Person
	}
	if lastPart.class&legal != 0 {
		return Organisation
	}
	for i, x := range [...]part{lastPart, parts[0], parts[max(0, len(parts)-2)]} {
		switch c := x.class; {
		case given, i > 0 && c&surname != 0:
		case c&organisationNoun != 0:
			return Organisation
		case c&(placeNoun|territory) != 0:
			return Place
		case c&thingNoun != 0:
			return Thing
		}
		given = given && lastPart.class&kindNoun == 0
	}
	if given {
		return Person
	}
	return UnknownKind
}

// any reports whether a word of the name is of one of the classes.
func (n *Name) any(c class) bool {
	for _, k := range n.kinds {
		if k&c != 0 {
			return true
		}
	}
	return false
}

// only reports whether all words of the name are of one of the classes.
func (n *Name) only(c class) bool {
	for _, k := range n.kinds {
		if k&c == 0 {
			return false
		}
	}
	return true
}
