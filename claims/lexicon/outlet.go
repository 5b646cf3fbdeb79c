package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/outlets.tsv
var outletTable string

// OutletKind says what carries or makes statements.
type OutletKind uint8

const (
	NoOutlet     OutletKind = iota
	Agency                  // AFP, Reuters
	Broadcaster             // BBC, Radio Okapi
	Newspaper               // Le Monde
	Magazine                // The Economist
	Online                  // Axios, Wikipedia
	Organisation            // UN, M23, FARDC: a speaker, no medium
)

var outletKinds = [...]string{"", "agency", "broadcaster", "newspaper", "magazine", "online", "organisation"}

// String returns the name of the kind, empty for NoOutlet.
func (k OutletKind) String() string { return outletKinds[min(int(k), len(outletKinds)-1)] }

// An Outlet is a medium or an organisation that is known under several names.
type Outlet struct {
	Name    string // the one to print: "AFP"
	Kind    OutletKind
	Aliases []string // other names: "Agence France-Presse"
}

type outlets struct {
	list  []Outlet
	names map[string][]outletName
}

// An outletName is one way to write an outlet.
type outletName struct {
	written string
	outlet  int
}

var readOutlets = sync.OnceValue(func() *outlets {
	o := &outlets{names: make(map[string][]outletName, 1024)}
	eachRow(outletTable, func(f []string) {
		x := Outlet{Name: f[1]}
		for k, name := range outletKinds {
			if name == f[0] {
				x.Kind = OutletKind(k)
			}
		}
		if f[2] != "" {
			x.Aliases = strings.Split(f[2], "|")
		}
		for _, name := range append([]string{x.Name}, x.Aliases...) {
			k := key(name)
			o.names[k] = append(o.names[k], outletName{name, len(o.list)})
		}
		o.list = append(o.list, x)
	})
	return o
})

// Outlets returns all that are known, in the order of the table. The caller does
// not change them.
func Outlets() []Outlet { return readOutlets().list }

// OutletOf looks a name up as it is written in a text; an article before it does not
// matter. Names that are also plain words must be written as names: "WHO" and "Time" are
// found, "who" and "time" are not.
func OutletOf(name string) (Outlet, bool) {
	if o, ok := outletOf(name); ok {
		return o, true
	}
	for _, article := range [...]string{"The ", "the ", "l'", "L'", "l’", "L’", "le ", "Le ", "la ", "La ", "les ", "Les "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			return outletOf(rest)
		}
	}
	return Outlet{}, false
}

// OutletOfCode looks up the short name in small letters by which a data set or a folder calls an outlet: "huff-post", "nyt" and "wash-post" are
// HuffPost, The New York Times and The Washington Post. Twin: "post" may be any. False if none or several are meant.
func OutletOfCode(code string) (Outlet, bool) {
	letters := func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) }
	parts := strings.FieldsFunc(code, letters)
	if strings.ToLower(code) != code || strings.ContainsRune(code, ' ') || len(parts) == 0 {
		return Outlet{}, false
	}
	if o, ok := outletOf(strings.ToUpper(code)); ok {
		return o, true
	}
	found, several := -1, false
	for i, o := range Outlets() {
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			words := strings.FieldsFunc(strings.TrimPrefix(strings.ToLower(name), "the "), letters)
			begun := len(words) == len(parts) && len(parts) > 1
			for k := range parts {
				begun = begun && strings.HasPrefix(words[k], parts[k])
			}
			if begun || strings.Join(words, "") == strings.Join(parts, "") {
				several = several || found >= 0 && found != i
				found = i
			}
		}
	}
	if found < 0 || several {
		return Outlet{}, false
	}
	return Outlets()[found], true
}

func outletOf(name string) (Outlet, bool) {
	o := readOutlets()
	for _, n := range o.names[key(name)] {
		if asName(name, n.written) {
			return o.list[n.outlet], true
		}
	}
	return Outlet{}, false
}

// asName reports whether name is written as a name: an acronym in capitals, other
// names with a capital where the listed one has it first.
func asName(name, listed string) bool {
	if strings.ToUpper(listed) == listed && len(listed) <= 5 {
		return strings.ToUpper(name) == name
	}
	first, _ := utf8.DecodeRuneInString(listed)
	got, _ := utf8.DecodeRuneInString(name)
	return !unicode.IsUpper(first) || unicode.IsUpper(got)
}
