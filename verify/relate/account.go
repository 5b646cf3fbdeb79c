package relate

import (
	"sort"
	"strings"
	"sync"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// An Account is a document as a whole: every word, name, number and date that it
// has, whatever sentence they stand in. What a text that retells the document
// gives for one of them and the document has nowhere is not from there.
type Account struct {
	lang    string
	words   map[string]bool // folded, and their stems
	names   []string        // runs of capitalised words, as written
	inits   map[string]bool // the initials of those runs, folded
	amounts func() []tallied
	times   func() []date.Mention
}

// NewAccount reads a document of the given language; empty is taken for "en".
// Dateline is what "on Monday" counts from, zero if unknown.
func NewAccount(src, lang string, dateline date.Day) *Account {
	if lang == "" {
		lang = "en"
	}
	words := text.Words(src)
	a := &Account{lang: lang, words: make(map[string]bool, len(words)), inits: map[string]bool{}}
	first := -1 // of a run of capitalised words
	for i, w := range words {
		if w.Kind != text.Letters && w.Kind != text.Number {
			if w.In(src) != "." {
				first = a.name(src, words, first, i)
			}
			continue
		}
		f := strings.TrimSuffix(text.Fold(w.In(src)), ".")
		a.words[f] = true
		if w.Kind == text.Letters {
			a.words[text.Stem(lang, f)] = true
		}
		if c := w.In(src)[0]; c < 'A' || c > 'Z' {
			first = a.name(src, words, first, i)
		} else if first < 0 {
			first = i
		}
	}
	a.name(src, words, first, len(words))
	// Of most documents only the words are asked for.
	a.times = sync.OnceValue(func() []date.Mention { return date.Find(src, words, dateline, lang) })
	a.amounts = sync.OnceValue(func() []tallied { return a.tally(src, words) })
	return a
}

// A tallied number is one with the stem of the noun that it counts; empty if there
// is none.
type tallied struct {
	quantity.Mention
	noun string
}

// tally returns the numbers of the document, without those of its dates: the day of
// "20 March".
func (a *Account) tally(src string, words []text.Word) []tallied {
	var out []tallied
	times := a.times()
	for _, m := range quantity.Find(src, words, a.lang) {
		i := sort.Search(len(times), func(i int) bool { return times[i].End > m.First })
		if i < len(times) && times[i].First < m.End && times[i].Relation != date.For {
			continue
		}
		t := tallied{Mention: m}
		if m.Head >= 0 {
			t.noun = text.Stem(a.lang, text.Fold(words[m.Head].In(src)))
		}
		out = append(out, t)
	}
	return out
}

// name adds the run of capitalised words from first up to end; it returns -1.
func (a *Account) name(src string, words []text.Word, first, end int) int {
	if first < 0 {
		return -1
	}
	a.names = append(a.names, src[words[first].Start:words[end-1].End])
	if end-first > 1 {
		var b strings.Builder
		for _, w := range words[first:end] {
			if w.Kind == text.Letters {
				b.WriteString(text.Fold(w.In(src)[:1]))
			}
		}
		a.inits[b.String()] = true
	}
	return -1
}

// Has reports whether a folded word stands in the document, in any form.
func (a *Account) Has(w string) bool { return a.words[w] || a.words[text.Stem(a.lang, w)] }

// knows reports whether a name of one or several words may stand in the document
// under this or another form: as an abbreviation, by its initials, as the people
// of a place.
func (a *Account) knows(name string) bool {
	for _, w := range nameWords(name) {
		if a.Has(w) || a.inits[w] {
			return true
		}
		if len(w) > 3 && (a.words[w[:3]] || a.words[w[:4]]) { // Ariz., Sept.
			return true
		}
	}
	p, ok := lexicon.PlaceOf(name)
	if !ok {
		return false
	}
	for _, n := range a.names {
		if aliasPlace(p, name, n) {
			return true
		}
		for _, w := range strings.Fields(n) {
			if aliasPlace(p, name, w) {
				return true
			}
		}
	}
	return false
}

// aliasPlace reports whether a name of the document may be meant by the name of
// place p: a town by its country. What lies in a country is not meant by its name
// alone.
func aliasPlace(p lexicon.Place, name, other string) bool {
	return (p.Kind == lexicon.Country || p.Kind == lexicon.Demonym) && lexicon.SamePlace(name, other)
}

// states reports whether the document gives a number that is the given one, of the
// noun with the given stem, or two numbers of one kind that add up to it or lie that
// far apart.
func (a *Account) states(w *quantity.Mention, noun string) bool {
	var alike []*quantity.Mention
	amounts := a.amounts()
	for i := range amounts {
		v := &amounts[i].Mention
		if v.Unit.Dimension() != w.Unit.Dimension() || v.Kind != w.Kind {
			if v.Value.Known() && w.Value.Known() && v.Value.Cmp(w.Value) == 0 {
				return true // "a girl of 15" beside "a 15-year-old girl"
			}
			continue
		}
		switch quantity.Relate(*v, *w) {
		case quantity.Equal:
			return true
		case quantity.Within:
			if w.Lo.Known() && w.Hi.Known() || amounts[i].noun == noun && looser(v.Value, w.Value) {
				return true
			}
		}
		if v.Value.Known() && w.Value.Known() && v.Value.Cmp(w.Value) == 0 && v.Unit == w.Unit {
			return true
		}
		if v.Unit == w.Unit && v.Value.Known() && len(alike) < 60 {
			alike = append(alike, v)
		}
	}
	if !w.Value.Known() {
		return false
	}
	for i, v := range alike {
		for _, u := range alike[i+1:] {
			if v.Value.Add(u.Value).Cmp(w.Value) == 0 || v.Value.Sub(u.Value).Cmp(w.Value) == 0 || u.Value.Sub(v.Value).Cmp(w.Value) == 0 {
				return true
			}
		}
	}
	return false
}

// looser reports whether one number may be what another says more loosely: 123 beside
// "more than 100", and not 15,000.
func looser(v, w quantity.Num) bool {
	return !v.Known() || !w.Known() || v.Cmp(w.Add(w)) <= 0 && w.Cmp(v.Add(v)) <= 0
}

// dates reports whether the document names a time at which what happened at w
// may have happened.
func (a *Account) dates(w *date.Mention) bool {
	times := a.times()
	for i := range times {
		v := &times[i]
		if w.Clock.Known() {
			if v.Clock.Known() && !otherHour(v.Clock, w.Clock) {
				return true
			}
			continue
		}
		if v.Interval.Known() && w.Interval.Known() && !v.Interval.Disjoint(w.Interval) && v.Precision == w.Precision || date.Entails(*v, *w) {
			return true
		}
		if w.Month != 0 && v.Month == w.Month && v.Day == w.Day && (v.Year == 0 || w.Year == 0 || v.Year == w.Year) {
			return true // "April 9" beside "April 9, 2011"
		}
		if w.Weekday != 0 && v.Weekday == w.Weekday {
			return true
		}
	}
	return false
}

// Marks returns the names and numbers of a side, folded: what tells it from other
// texts. Words returns the stems of its other content words.
func (a *Analysis) Marks() (marks, words []string) {
	for i := range a.terms {
		t := &a.terms[i]
		switch {
		case t.class != content || len(t.fold) < 2 || light(t.stem):
		case t.proper() || t.flags&digits != 0:
			marks = append(marks, t.fold)
		default:
			words = append(words, t.fold)
		}
	}
	return marks, words
}
