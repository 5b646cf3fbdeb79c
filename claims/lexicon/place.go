package lexicon

import (
	_ "embed"
	"strings"
	"sync/atomic"

	"factcheck/claims/text"
)

// The gazetteer is a text of sorted rows (folded name, kind, country codes) and
// is searched where it lies, in about a microsecond.

//go:embed data/gazetteer.tsv
var gazetteer string

// PlaceKind says what a name is the name of.
type PlaceKind byte

// The kinds of places. A demonym is no place, but a name for what belongs to one.
const (
	NoPlace PlaceKind = 0
	Country PlaceKind = 'c'
	Capital PlaceKind = 'k'
	City    PlaceKind = 't' // of 50,000 inhabitants and more
	Region  PlaceKind = 'r' // a state, a province, a small town of it
	Demonym PlaceKind = 'd' // Congolese, a Briton, Rwandaises
)

// placeKinds in the order in which a name that is several is taken: Mexico is a
// country before it is a city, Singapore too.
var placeKinds = [...]PlaceKind{Country, Capital, Demonym, City, Region}

// A Place is what a name can stand for. Countries are the two-letter codes of all
// countries that have a place or people of that name, separated by commas, the
// likeliest first: "CD,CG" for Congolese.
type Place struct {
	Kind      PlaceKind
	Countries string
}

// PlaceOf looks a name up, whatever its case and accents, in English or French;
// false if it is no place that is known. Small towns are not.
func PlaceOf(name string) (p Place, ok bool) {
	name = key(name)
	if len(name) > longestPlace {
		return placeOf(name)
	}
	at := &places[text.Hash(name)%uint64(len(places))]
	m := at.Load()
	if m == nil || m.name != name {
		m = &foundPlace{name: strings.Clone(name)}
		m.place, m.ok = placeOf(m.name)
		at.Store(m)
	}
	return m.place, m.ok
}

// A text asks for its names, and the capitals of its sentences, again and again, mostly in vain: what was found is kept, one name a
// place, which the last that comes to it has.
type foundPlace struct {
	name  string
	place Place
	ok    bool
}

var places [1 << 13]atomic.Pointer[foundPlace]

// longestPlace is how long a name is at most of which that is kept, in bytes.
const longestPlace = 32

// placeOf looks a folded name up. Of several kinds the first of placeKinds counts,
// with the countries of all of them.
func placeOf(name string) (p Place, ok bool) {
	best := len(placeKinds)
	for at := firstRow(name); ; {
		row, rest, more := strings.Cut(gazetteer[at:], "\n")
		found, kind, codes := splitRow(row)
		if found != name {
			return p, ok
		}
		for i, k := range placeKinds {
			if k != kind {
				continue
			}
			switch {
			case !ok:
				p, best = Place{kind, codes}, i
			case i < best:
				p, best = Place{kind, join(codes, p.Countries)}, i
			default:
				p.Countries = join(p.Countries, codes)
			}
			ok = true
		}
		if !more {
			return p, ok
		}
		at = len(gazetteer) - len(rest)
	}
}

// splitRow takes a row apart; kind n (the name of a country) is none of ours.
func splitRow(row string) (name string, kind PlaceKind, codes string) {
	name, rest, _ := strings.Cut(row, "\t")
	k, codes, _ := strings.Cut(rest, "\t")
	if len(k) == 1 {
		kind = PlaceKind(k[0])
	}
	return name, kind, codes
}

// join adds codes that are not in the list yet.
func join(list, codes string) string {
	for codes != "" {
		var c string
		c, codes, _ = strings.Cut(codes, ",")
		if !strings.Contains(list, c) {
			list += "," + c
		}
	}
	return list
}

// firstRow returns the offset of the first row whose name is not before the given
// one: a binary search by bytes, each probe moved to the beginning of its row.
func firstRow(name string) int {
	lo, hi := 0, len(gazetteer)
	for lo < hi {
		mid := (lo + hi) / 2
		start := lo + strings.LastIndexByte(gazetteer[lo:mid], '\n') + 1
		row := gazetteer[start:]
		if i := strings.IndexByte(row, '\n'); i >= 0 {
			row = row[:i]
		}
		found, _, _ := strings.Cut(row, "\t")
		if found < name {
			lo = min(start+len(row)+1, len(gazetteer))
		} else {
			hi = start
		}
	}
	return lo
}

// CountryName returns the English name of a country by its code, empty if there
// is none.
func CountryName(code string) string {
	if len(code) != 2 {
		return ""
	}
	row, _, _ := strings.Cut(gazetteer[firstRow("."+strings.ToLower(code)):], "\n")
	if f := strings.Split(row, "\t"); len(f) == 4 && f[2] == strings.ToUpper(code) {
		return f[3]
	}
	return ""
}

// SamePlace reports whether two names may stand for one place, or for a part and
// its whole: a country under two names, its people, its capital, a town or region in
// it. Two towns, two regions or two countries are not the same. It says true where a clash would be
// doubtful: "Congo" is either of two countries. Names that are not known are the
// same only if they are spelt so.
func SamePlace(a, b string) bool {
	a, b = key(a), key(b)
	if a == b {
		return true
	}
	p, ok := placeOf(a)
	q, found := placeOf(b)
	if !ok || !found {
		return false
	}
	if !p.national() && !q.national() && p.Kind != Region && q.Kind != Region || p.Kind == Region && q.Kind == Region {
		return false
	}
	for rest := p.Countries; rest != ""; {
		var c string
		c, rest, _ = strings.Cut(rest, ",")
		if strings.Contains(q.Countries, c) {
			return true
		}
	}
	return false
}

// SamePeople reports whether two names stand for one country or its people:
// "American", "U.S.". A capital is not its country.
func SamePeople(a, b string) bool {
	p, ok := PlaceOf(a)
	q, found := PlaceOf(b)
	return ok && found && p.national() && q.national() && p.Countries == q.Countries
}

// national reports whether p stands for a whole country: its name or its people.
func (p Place) national() bool { return p.Kind == Country || p.Kind == Demonym }
