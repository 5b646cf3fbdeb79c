package claims

import (
	"sort"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// binding is a place where the text binds a name to a kind of thing.
type binding struct {
	at         int
	noun, name string
}

// series is the bindings of one noun, by place.
type series struct {
	noun  string
	at    []int
	names []string // that are bound
	sole  []string // of a role, the longest name of who holds it up to there, empty from a second holder on
}

// seriesOf sorts bindings by noun and place.
func seriesOf(bindings []binding) (list []series) {
	sort.SliceStable(bindings, func(a, b int) bool { return bindings[a].at < bindings[b].at })
	number := map[string]int{}
	for _, b := range bindings {
		n, ok := number[b.noun]
		if !ok {
			n = len(list)
			number[b.noun], list = n, append(list, series{noun: b.noun})
		}
		list[n].add(b)
	}
	return list
}

// add adds the next binding of the noun.
func (s *series) add(b binding) {
	sole := b.name
	if n := len(s.sole); n > 0 {
		switch before := s.sole[n-1]; {
		case before == "" || before != b.name && !name.Ends(before, b.name) && !name.Ends(b.name, before):
			sole = "" // two ministers
		case len(before) > len(b.name):
			sole = before
		}
	}
	s.at, s.names, s.sole = append(s.at, b.at), append(s.names, b.name), append(s.sole, sole)
}

// firm reports whether a noun is for a company.
func firm(lang, noun string) bool {
	k, _ := lexicon.KindOf(lang, noun)
	return k.Name == "company"
}

// introduces reports whether the text speaks of something new between two places, which "the company" may be: "the bank lent it to a shipyard.
// The company".
func (f *Referents) introduces(from, to int) bool {
	at := func(byte int) int {
		return sort.Search(len(f.words), func(i int) bool { return f.words[i].Start >= byte })
	}
	for i := at(from) + 1; i < at(to); i++ {
		if w := f.lower(i); f.words[i].Kind == text.Letters && (lexicon.Is(f.lang, lexicon.Article, w) || lexicon.Is(f.lang, lexicon.Either, w)) && !lexicon.Is(f.lang, lexicon.Definite, w) {
			return true
		}
	}
	return false
}

// boundTo returns the name that was bound last before the given place to a noun which the
// noun may stand for: "the ship" for "the trawler Anna", never "the tanker".
func (f *Referents) boundTo(noun string, at int) (found string) {
	role, last := lexicon.Is(f.lang, lexicon.RoleNoun, noun), -1
	for i := range f.nouns {
		s := &f.nouns[i]
		n := sort.SearchInts(s.at, at) - 1
		switch {
		case n < 0:
		case role && s.noun == noun:
			return s.sole[n]
		case !role && s.at[n] > last && lexicon.MayBe(f.lang, noun, s.noun) && !(firm(f.lang, noun) && f.introduces(s.at[n], at)):
			found, last = s.names[n], s.at[n]
		}
	}
	return found
}
