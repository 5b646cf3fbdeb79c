package relate

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

//go:embed fillers.tsv
var fillerTable string

// A slotLine is a line of the table: words that open the same slot.
type slotLine struct {
	kind  string // maker, place, channel, work, time
	joins map[string]bool
}

// slotTableOf holds the lines of one language, and of each word the lines that
// have it.
type slotTableOf struct {
	lines []slotLine
	words map[string][]int
}

// slotLines maps language to table, read once.
var slotLines = sync.OnceValue(func() map[string]*slotTableOf {
	all := map[string]*slotTableOf{}
	for f := range rows(fillerTable, 4) {
		t := all[f[0]]
		if t == nil {
			t = &slotTableOf{words: map[string][]int{}}
			all[f[0]] = t
		}
		for _, w := range strings.Fields(f[3]) {
			t.words[text.Fold(w)] = append(t.words[text.Fold(w)], len(t.lines))
		}
		t.lines = append(t.lines, slotLine{f[1], wordSet(strings.Fields(f[2])...)})
	}
	return all
})

// A filler is what a sentence puts into a slot: "by Ruth Okello".
type filler struct {
	line  int
	word  int // that opens the slot
	names run // the names that fill it
	whole run // with the words that lead to them: what need not be said again
	of    run // active: what was made; empty in the passive
}

// slotsAt returns the lines that word i opens.
func (s *sentence) slotsAt(i int) []int {
	table := slotLines()[s.a.lang]
	t := s.term(i)
	if table == nil || t == nil || t.class != content || s.capitalised(i) {
		return nil
	}
	switch s.tree.Tokens[i].Tag {
	case grammar.Noun, grammar.Verb, grammar.Adjective, grammar.Auxiliary:
	default:
		return nil
	}
	if lines := table.words[t.fold]; lines != nil {
		return lines
	}
	if l, ok := t.lemma(s.a.lang, lexicon.Verb); ok && l != t.fold {
		return table.words[l]
	}
	return nil
}

// fillers reads what fills the slots of a sentence, those of times left out.
func (s *sentence) fillers() []filler {
	var out []filler
	table := slotLines()[s.a.lang]
	for i := range s.words {
		for _, n := range s.slotsAt(i) {
			line := &table.lines[n]
			if line.kind == "time" {
				continue
			}
			if f, ok := s.filled(i, n, line); ok {
				out = append(out, f)
			} else if f, ok := s.acting(i, n); ok && line.kind == "maker" {
				out = append(out, f)
			}
		}
	}
	return out
}

// reach is how many words after the word that opens it a slot may be filled.
const reach = 14

// filled reads what follows word i: "written and directed by Ruth Okello".
func (s *sentence) filled(i, n int, line *slotLine) (filler, bool) {
	for j := i + 1; j < len(s.words) && j < i+reach; j++ {
		t := s.term(j)
		if t == nil {
			if w := s.words[j].In(s.a.side.Text); w != "," && s.words[j].Kind != text.Quote {
				return filler{}, false
			}
			continue
		}
		if t.class == preposition && line.joins[t.fold] {
			if names := s.namesAfter(j + 1); !names.empty() {
				return filler{line: n, word: i, names: names, whole: run{j, names.end}}, true
			}
			if line.kind == "maker" {
				return filler{}, false
			}
		}
		if s.verbal(j) && s.slotsAt(j) == nil || t.class == pronoun && opensClause(t.fold) || t.fold == "that" {
			return filler{}, false
		}
	}
	return filler{}, false
}

// namesAfter returns the names that begin at or soon after word i: "American
// singer Ruth Okello and the Lake Band".
func (s *sentence) namesAfter(i int) run {
	r := run{i, i}
	for k := i; k < len(s.words) && k < i+24; k++ {
		t := s.term(k)
		next := k + 1
		switch {
		case t == nil:
			if s.words[k].Kind == text.Quote {
				continue
			}
			if s.words[k].In(s.a.side.Text) != "," || !s.namedSoon(next) {
				return r
			}
		case t.value > 0 && s.a.values[t.value-1].time != nil:
			return r
		case t.flags&capital != 0 && t.class == content:
			if s.describes(k) {
				continue
			}
			if r.empty() {
				r.first = k
			}
			r.end = k + 1
		case t.class == conjunction && t.fold == "and":
			if r.empty() || !s.namedSoon(next) {
				return r
			}
		case t.class == preposition:
			if t.fold != "of" || !s.namedSoon(next) || r.empty() && !s.area(k-1) {
				return r
			}
		case s.verbal(k) || t.class == pronoun && opensClause(t.fold):
			return r
		case !r.empty():
			if t.class == article || !s.namedSoon(next) {
				return r
			}
		case k > i+6:
			return r
		}
	}
	return r
}

// area reports whether word k is a part of what "of" adds: "the south of Yambala".
func (s *sentence) area(k int) bool {
	if k < 0 {
		return false
	}
	switch s.fold(k) {
	case "region", "part", "north", "south", "east", "west", "centre", "center", "state", "city", "town", "province", "county", "republic", "area", "coast":
		return true
	}
	return false
}

// namedSoon reports whether a name stands at word k, or after at most three words
// that describe it: "and the drummer Ruth Okello".
func (s *sentence) namedSoon(k int) bool {
	for n := 0; n < 4 && k < len(s.words); n, k = n+1, k+1 {
		t := s.term(k)
		if t == nil || s.verbal(k) || t.class == preposition || t.class == pronoun {
			return false
		}
		if t.flags&capital != 0 && t.class == content {
			return !s.describes(k) || s.namedSoon(k+1)
		}
	}
	return false
}

// describes reports whether the capital word k is a nationality before a noun: "American
// singer".
func (s *sentence) describes(k int) bool {
	if k+1 >= len(s.words) || s.term(k+1) == nil || s.capitalised(k+1) || s.term(k+1).class != content {
		return false
	}
	p, ok := lexicon.PlaceOf(s.word(k))
	return ok && p.Kind == lexicon.Demonym
}

// acting reads who does what the verb at word i says, from the name before it and
// what follows it: "Ruth Okello wrote the song".
func (s *sentence) acting(i, n int) (filler, bool) {
	if s.tree.Tokens[i].Tag != grammar.Verb || !s.finite(i) && !s.tree.Tokens[i].Feats.Has(grammar.Participle) {
		return filler{}, false
	}
	j := i - 1
	for j >= 0 && s.term(j) != nil && (s.term(j).class == adverb || s.tree.Tokens[j].Tag == grammar.Adverb) {
		j--
	}
	end := j + 1
	for j >= 0 && s.term(j) != nil && s.term(j).class == content && (s.capitalised(j) || j == 0 && s.term(j).flags&capital != 0) {
		j--
	}
	if j+1 == end || j >= 0 && s.term(j) != nil && s.term(j).class != article {
		return filler{}, false
	}
	if j >= 0 && s.term(j) == nil && s.words[j].In(s.a.side.Text) == "," && j > 0 && s.finite(i) && s.term(j-1) != nil && s.term(j-1).flags&capital != 0 {
		return filler{}, false // the last of a list of names
	}
	f := filler{line: n, word: i, names: run{j + 1, end}, whole: run{j + 1, end}, of: run{i + 1, i + 1}}
	for k := i + 1; k < len(s.words) && k < i+reach && s.term(k) != nil && !s.verbal(k) && !opensClause(s.fold(k)); k++ {
		f.of.end = k + 1
	}
	return f, !f.of.empty()
}

// held reports whether the slot at word i belongs to what the sentence begins
// with: nothing stands between them that it could belong to instead.
func (s *sentence) held(i int) bool {
	first, end := s.openingPhrase()
	k := end
	if i < first {
		k = 0
	}
	made := false
	for ; k < i; k++ {
		t := s.term(k)
		if t == nil {
			if w := s.words[k].In(s.a.side.Text); w != "," && w != "-" && s.words[k].Kind != text.Quote {
				return false
			}
			continue
		}
		switch {
		case t.fold == "of" && s.sortOf(k-1):
		case t.value > 0, t.class == article, t.class == adverb, t.class == auxiliary, t.class == quantifier:
		case s.verbal(k):
			if s.slotsAt(k) == nil {
				return false
			}
			made = true
		case t.class == preposition:
			if !s.namedSoon(k+1) && !(k+1 < len(s.words) && s.term(k+1) != nil && s.term(k+1).value > 0) {
				return false
			}
		case t.class == pronoun || t.class == conjunction && t.fold != "and" && t.fold != "but":
			if !opensClause(t.fold) || k == 0 || s.capitalised(k-1) || s.term(k-1) == nil {
				return false
			}
		case t.class == content && t.flags&capital == 0 && made && s.tree.Tokens[k].Tag == grammar.Noun:
			if !s.namedSoon(k + 1) {
				return false
			}
		}
	}
	return true
}

// sortOf reports whether word k says no more than that something is one of its kind:
// "a form of dance".
func (s *sentence) sortOf(k int) bool {
	if k < 0 {
		return false
	}
	switch s.fold(k) {
	case "form", "kind", "type", "genre", "style", "sort", "variety", "series", "species", "breed":
		return true
	}
	return false
}

// made compares what fills a slot that both sentences have.
func (x *contrast) made() verdict {
	for _, g := range x.q.fillers() {
		for _, f := range x.p.fillers() {
			if f.line != g.line || !x.sameMade(f, g) {
				continue
			}
			if !x.otherFiller(f, g) || !x.p.plain() || !x.q.plain() || x.p.denies() >= 0 || x.q.denies() >= 0 {
				continue
			}
			line := &slotLines()[x.q.a.lang].lines[g.line]
			if line.kind == "channel" && !x.p.series() {
				continue
			}
			if _, ok := x.restSaid(g.whole.first, g.whole.end, func(k int) bool { return k == g.word || k >= g.of.first && k < g.of.end }); !ok {
				continue
			}
			kind := reason.Name
			if line.kind == "place" {
				kind = reason.Place
			}
			return x.clash(kind, f.names.first, f.names.end, g.names.first, g.names.end)
		}
	}
	return verdict{}
}

// sameMade reports whether two fillers are of the same thing.
func (x *contrast) sameMade(f, g filler) bool {
	pf, pe := x.p.openingPhrase()
	qf, qe := x.q.openingPhrase()
	if f.of.empty() {
		if !x.p.held(f.word) {
			return false
		}
	} else {
		pf, pe = f.of.first, f.of.end
	}
	if g.of.empty() {
		if !x.q.held(g.word) {
			return false
		}
	} else {
		qf, qe = g.of.first, g.of.end
	}
	return qf < qe && pf < pe && x.sameSubject(qf, qe, pf, pe)
}

// otherFiller reports whether what fills the slot in the statement is none of what
// fills it in the source, and stands nowhere in it.
func (x *contrast) otherFiller(f, g filler) bool {
	for k := g.names.first; k < g.names.end; k++ {
		if t := x.q.term(k); t != nil && t.class == content && t.flags&capital != 0 && x.p.a.hasWord(t.fold) {
			return false
		}
	}
	switch slotLines()[x.q.a.lang].lines[g.line].kind {
	case "place":
		return x.placedElsewhere(f.names, g.names)
	case "maker":
		if _, place := lexicon.PlaceOf(x.q.spanOf(g.names).In(x.q.a.side.Text)); place {
			return false
		}
	}
	return !alias(x.p.terms(f.names.first, f.names.end), x.q.terms(g.names.first, g.names.end))
}

// placedElsewhere reports whether a place that the statement names is none of
// those that the source names, nor a part of one, nor has one as its part.
func (x *contrast) placedElsewhere(f, g run) bool {
	for _, b := range x.q.places(g) {
		known := false
		same := false
		for _, a := range x.p.places(f) {
			known = known || elsewhere(a, b)
			same = same || lexicon.SamePlace(a, b)
		}
		if known && !same {
			return true
		}
	}
	return false
}

// places returns the names of places among the words of a run.
func (s *sentence) places(r run) []string {
	var out []string
	for i := r.first; i < r.end; {
		if t := s.term(i); t == nil || t.flags&capital == 0 {
			i++
			continue
		}
		j := i + 1
		for j < r.end && s.term(j) != nil && s.term(j).flags&capital != 0 {
			j++
		}
		name := s.span(i, j).In(s.a.side.Text)
		if _, ok := lexicon.PlaceOf(name); ok {
			out = append(out, name)
		}
		i = j
	}
	return out
}

// series reports whether the sentence speaks of something that one channel shows.
func (s *sentence) series() bool {
	for i := range s.words {
		switch s.fold(i) {
		case "series", "show", "sitcom", "soap", "cartoon", "anime", "episode", "season", "seasons", "miniseries", "telenovela":
			return true
		}
	}
	return false
}
