package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// nameShare is how much of a statement a passage must say for a name in it to be
// a clash.
const nameShare = 0.65

// otherName looks for a name of the statement that the document does not have,
// and for the one that the passage has in its place.
func (a *Account) otherName(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	for _, s := range q.sentences() {
		s.parse()
		for i := 0; i < len(s.words); i++ {
			end := a.strange(s, i)
			if end == i {
				continue
			}
			if r, ok := a.replacedName(near, passages, s, i, end); ok {
				return r, true
			}
			i = end - 1
		}
	}
	return Retelling{}, false
}

// strange returns the end of the run of words from word i that are a name of
// which the document knows nothing; i if there is none. Given names that are put
// before a name it knows are no such run, places are.
func (a *Account) strange(s *sentence, i int) int {
	first, end := i, i
	for end < len(s.words) && s.titled(end) && !a.Has(s.fold(end)) && s.term(end).value == 0 {
		end++
	}
	if first == end {
		return i
	}
	name := s.span(first, end).In(s.a.side.Text)
	if a.knows(name) {
		return i
	}
	if _, ok := lexicon.PlaceOf(name); !ok && first > 0 && s.titled(first-1) || !ok && end < len(s.words) && s.titled(end) && !s.common(end) {
		return i
	}
	if t := s.term(first); t.flags&opening != 0 && end == first+1 {
		if s.tree.Tokens[first].Tag != grammar.ProperNoun {
			return i
		}
	}
	return end
}

// common reports whether word i is a common noun, be it part of a name: Institute.
func (s *sentence) common(i int) bool {
	return lexicon.Known(s.fold(i), lexicon.Noun) && s.a.lang == "en"
}

// titled reports whether word i is a content word with a capital.
func (s *sentence) titled(i int) bool {
	t := s.term(i)
	if t == nil || t.class != content {
		return false
	}
	c := s.words[i].In(s.a.side.Text)[0]
	return c >= 'A' && c <= 'Z' || c >= 0x80 && t.flags&capital != 0
}

// replacedName looks for the name that a passage has in the place of words first
// up to end of the statement.
func (a *Account) replacedName(near []int, passages []*Analysis, s *sentence, first, end int) (Retelling, bool) {
	q := s.a
	w := [2]int{int(q.termOf[s.at[first]]), int(q.termOf[s.at[end-1]]) + 1}
	var best Retelling
	top := said{}
	for _, i := range near {
		p := passages[i]
		over := a.overlay(p, q, w[0], w[1])
		if over.otherTime || over.got < 3 || over.share() < nameShare || over.share() <= top.share() {
			continue
		}
		for _, ps := range p.sentences() {
			ps.parse()
			x, y := ps.sameSlot(s, first, end)
			if x < 0 {
				continue
			}
			v := [2]int{int(p.termOf[ps.at[x]]), int(p.termOf[ps.at[y-1]]) + 1}
			n, o := ps.span(x, y).In(p.side.Text), s.span(first, end).In(q.side.Text)
			top = over
			best = clash(i, nameKind(n, o), p, v, q, w)
		}
	}
	return best, top.all > 0
}

// sameSlot returns the words of the one name of the sentence that stands to the
// same word in the same way as words first up to end of s do, and is a name of
// the same kind; -1 if there is none or there are several.
func (p *sentence) sameSlot(s *sentence, first, end int) (x, y int) {
	x, y = -1, -1
	other := s.span(first, end).In(s.a.side.Text)
	for i := 0; i < len(p.words); i++ {
		if !p.titled(i) || p.term(i).value > 0 {
			continue
		}
		n := i
		for n < len(p.words) && p.titled(n) && p.term(n).value == 0 {
			n++
		}
		lo, hi, ok := p.slotIn(i, n, s, first, end, other)
		i = n - 1
		if !ok {
			continue
		}
		if x >= 0 {
			return -1, -1
		}
		x, y = lo, hi
	}
	return x, y
}

// slotIn looks in the run of capitalised words i up to n for the name in the place
// of words first up to end of s.
func (p *sentence) slotIn(i, n int, s *sentence, first, end int, other string) (lo, hi int, ok bool) {
	if r, place := placeRun(p, i, n, other); place { // "Virginia Gov. Terry McAuliffe": the place alone
		i, n = r[0], r[1]
	}
	if end < len(s.words) && s.titled(end) { // "Public Policy Institute": what stands before "Institute"
		for k := i; k < n; k++ {
			if p.fold(k) == s.fold(end) {
				n = k
			}
		}
		if n == i {
			return 0, 0, false
		}
	}
	name := p.span(i, n).In(p.a.side.Text)
	if l := sortOf(name, other); l == otherSort || l == doubtfulSort && !p.before(n, s, end) || alias(p.terms(i, n), s.terms(first, end)) || !p.before(n, s, end) && lexicon.SamePlace(name, other) || s.a.mentions(p.terms(i, n)) {
		return 0, 0, false
	}
	if !p.beside(i, n, s, first, end) && !p.boundAlike(i, n, s, first, end) {
		return 0, 0, false
	}
	return i, n, true
}

// placeRun returns the words of a place at the beginning of the run i up to n, if
// other is a place too and the run is longer.
func placeRun(p *sentence, i, n int, other string) (r [2]int, ok bool) {
	if _, place := lexicon.PlaceOf(other); !place {
		return r, false
	}
	for end := min(n, i+3); end > i; end-- {
		if _, place := lexicon.PlaceOf(p.span(i, end).In(p.a.side.Text)); place {
			return [2]int{i, end}, end < n
		}
	}
	return r, false
}

// How two names stand to each other as names.
type nameSort uint8

const (
	otherSort    nameSort = iota // of a place and of none, of a town and of a country
	doubtfulSort                 // both within countries, perhaps a town and what it lies in
	sameSort                     // both of places of one kind, or both of none
)

// sortOf compares two names.
func sortOf(a, b string) nameSort {
	p, ok := lexicon.PlaceOf(a)
	q, found := lexicon.PlaceOf(b)
	town := func(p lexicon.Place) bool { return p.Kind == lexicon.City || p.Kind == lexicon.Capital }
	switch {
	case ok != found:
		return otherSort
	case !ok || p.Kind == q.Kind || town(p) && town(q):
		return sameSort
	case (town(p) || p.Kind == lexicon.Region) && (town(q) || q.Kind == lexicon.Region):
		return doubtfulSort
	}
	return otherSort
}

// mentions reports whether a side has a word of the name t.
func (a *Analysis) mentions(t []term) bool {
	for i := range t {
		if len(t[i].fold) > 2 && a.bloom.Has(t[i].stem) {
			for k := range a.terms {
				if a.terms[k].fold == t[i].fold {
					return true
				}
			}
		}
	}
	return false
}

// beside reports whether the same content word stands next to words i up to n of
// p as next to words first up to end of s: before both, or after both.
func (p *sentence) beside(i, n int, s *sentence, first, end int) bool {
	same := func(x, y int) bool { return p.sameWord(x, s, y) }
	if p.before(n, s, end) {
		return true
	}
	if i > 1 && first > 1 && p.words[i-1].In(p.a.side.Text) == "," && s.words[first-1].In(s.a.side.Text) == "," {
		return same(i-2, first-2)
	}
	return same(i-1, first-1)
}

// before reports whether the names that end at words n and end stand before the
// same word: "Virginia Gov.", "Maryland Gov."
func (p *sentence) before(n int, s *sentence, end int) bool { return p.sameWord(n, s, end) }

// sameWord reports whether word x is the content word that word y of s is.
func (p *sentence) sameWord(x int, s *sentence, y int) bool {
	if x < 0 || y < 0 || x >= len(p.words) || y >= len(s.words) {
		return false
	}
	a, b := p.term(x), s.term(y)
	return a != nil && b != nil && a.class == content && b.class == content && a.stem == b.stem && a.value == 0
}

// boundAlike reports whether the trees bind both names to the same word in the
// same way.
func (p *sentence) boundAlike(i, n int, s *sentence, first, end int) bool {
	x, y := p.rootOf(i, n), s.rootOf(first, end)
	h, g := p.tree.Tokens[x].Head, s.tree.Tokens[y].Head
	if h < 0 || g < 0 || p.term(h) == nil || s.term(g) == nil || p.term(h).class != content {
		return false
	}
	switch kinOf(p, h, s, g) {
	case equal, synonym:
	default:
		return false
	}
	a, b := p.tree.Tokens[x].Rel.Base(), s.tree.Tokens[y].Rel.Base()
	if p.tree.Tokens[h].Tag == grammar.Verb {
		return a == b && p.prepositionOf(x) == s.prepositionOf(y)
	}
	return attribute(a) && attribute(b)
}

// attribute reports whether a relation makes a noun say more of another.
func attribute(rel string) bool {
	switch rel {
	case "nmod", "compound", "appos", "amod", "flat":
		return true
	}
	return false
}

// rootOf returns the word among i up to n whose head lies outside.
func (s *sentence) rootOf(i, n int) int {
	for k := n - 1; k >= i; k-- {
		if h := s.tree.Tokens[k].Head; h < i || h >= n {
			return k
		}
	}
	return n - 1
}
