package quantity

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"factcheck/claims/text"
)

// class is what a word means to a quantity.
type class uint8

const (
	none       class = iota
	digit            // one to ninety
	scale            // hundred to trillion, dozen: value is its power of ten, or dozenScale
	collective       // dozens, dizaine: value is the number; vague if plural
	halfWord         // half, moitié, demi
	part             // third(s), quarter(s): value is the denominator
	rank             // first, second, third
	unit             // value is a Unit
	article          // a, un
	and              // and, et
	to               // to, à
	or               // or, ou
	of               // of, de
	per              // per, par
	stop             // function words and verbs, at which a noun phrase ends
	designator       // article, flight, page: a number after it is a name
	monthName        // March
	person           // people, men, police: nouns that count without an s
	times            // times, fois
	twice            // twice, double: value is the factor
	meridiem         // am, pm
	aged             // aged, age, âgé
	old              // old, ans
	temporal         // in, since: before a year
	match            // won, beat, lost, vote: what scores stand with
	adverb           // only, just, nearby adjectives that a noun follows
	minus            // minus, moins
	deter            // the, these, his
	severally        // several, few: before hundred
	victim           // dead, wounded: what may stand for the people
)

const dozenScale = 100

// A mark is something else that a word says beside its class.
type mark uint64

const (
	lasting      mark = 1 << iota // lasted, for: an article after it is one: "lasted an hour"
	deictic                       // ago, later: "an hour" before it is a distance from a day
	percentage                    // "percentage points"
	designates                    // day, school: a number after it may be a name, if nothing is counted
	moves                         // rose, a fall, up: a change
	carries                       // went, brought: a change, if "to" or "from" says so
	change                        // rise, drop: nouns of change, also behind the number
	phrasal                       // make, sign: "up" after it is no change
	loses                         // lost: a change of a percentage, but no change of goats
	excepts                       // but, sauf: "one" after it is a number
	every                         // every: "two in every five"
	manner                        // sharply, another: between "fell" and the number
	origin                        // from: before the old level
	difference                    // by: before a difference
	compares                      // more, higher: behind a difference, before "than"
	than                          // than
	outOf                         // out, sur: before "of" and a population
	numbering                     // number, no: between a thing and its number
	someone                       // boy, woman: an age between commas may follow
	between                       // between: before a range
	past                          // half past
	adjective                     // demi: half of no noun
	fold                          // fold, after a hyphen
	doubling                      // double, triple: no multiple before a plain noun
	during                        // over, before a length of time
	era                           // BC, J.-C.
	fore                          // avant, before an era
	dates                         // le, before the day of a month
	hours                         // h, heures
	until                         // jusqu'
	around                        // vers, before an hour
	idle                          // thing, 's: "one" before it is a pronoun
	definite                      // this, every: "one" after it is a pronoun
	versus                        // below, before a year: "below 1990 levels"
	hundredth                     // cent, after per and pour
	perHundred                    // pour
	pointed                       // points
	basis                         // basis points
	squares                       // square, carrés
	cubes                         // cubic, cubes
	nautical                      // nautical miles
	degrees                       // degrees
	inCelsius                     // C, Celsius
	inFahrenheit                  // F, Fahrenheit
	each                          // personne, habitant: what French counts by, since par is also "by"
	ranks                         // second: a unit and a rank
	stretch                       // centuries, trimestre: with a rank before it a date
	olds                          // years old
	ages                          // years of age
	amid                          // in, sur: "one in five"
	spread                        // ranging, terms: "from" after it begins a range
)

var marks = map[string]mark{"lasting": lasting, "deictic": deictic, "percentage": percentage, "designates": designates, "moves": moves, "carries": carries,
	"change": change | moves, "phrasal": phrasal, "loses": loses, "excepts": excepts, "every": every, "manner": manner, "origin": origin, "difference": difference, "compares": compares, "than": than, "numbering": numbering, "out": outOf, "spread": spread,
	"someone": someone, "between": between, "past": past, "adjective": adjective, "fold": fold, "doubling": doubling, "during": during, "era": era, "fore": fore,
	"dates": dates, "hours": hours, "until": until, "around": around, "idle": idle, "definite": definite, "versus": versus, "hundredth": hundredth,
	"perHundred": perHundred, "points": pointed, "basis": basis, "squares": squares, "cubes": cubes, "nautical": nautical, "degrees": degrees,
	"celsius": inCelsius, "fahrenheit": inFahrenheit, "each": each, "ranks": ranks, "stretch": stretch, "olds": olds, "ages": ages, "amid": amid}

type token struct {
	class class
	value int32
	marks mark
	upper bool
}

//go:embed data/words.tsv
var wordTable string

var (
	english = sync.OnceValue(func() *language { return load(1, '.') })
	french  = sync.OnceValue(func() *language { return load(2, ',') })
	neither = sync.OnceValue(func() *language { return &language{decimal: '.'} })
)

// A language is what is known of one.
type language struct {
	words   map[string]token
	before  []phrase // comparators before the number
	after   []phrase // and after it
	decimal byte     // the mark before decimals
	french  bool
	starts  text.Starts // the words that a mention may begin with
}

// A phrase is a comparator of several words.
type phrase struct {
	words []string
	value Comparator
}

var classes = map[string]class{
	"digit": digit, "scale": scale, "collective": collective, "half": halfWord, "part": part, "rank": rank, "article": article,
	"and": and, "to": to, "or": or, "of": of, "per": per, "stop": stop, "designator": designator, "month": monthName, "person": person,
	"times": times, "twice": twice, "meridiem": meridiem, "aged": aged, "old": old, "temporal": temporal, "match": match,
	"adverb": adverb, "minus": minus, "deter": deter, "victim": victim, "several": severally, "unit": unit,
}

// load reads one column of the table.
func load(column int, decimal byte) *language {
	l := &language{words: make(map[string]token, 1024), decimal: decimal, french: column == 2}
	symbols := make(map[string]Unit, unitCount)
	for i, u := range units {
		symbols[u.symbol] = Unit(i)
	}
	for line := range strings.Lines(wordTable) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != 3 {
			continue
		}
		if c, symbol, _ := strings.Cut(row[0], " "); c == "before" || c == "after" {
			l.phrases(c, symbol, row[column])
		} else {
			l.addWords(token{class: classes[c], value: int32(symbols[symbol]), marks: marks[symbol]}, row[column])
		}
	}
	return l
}

// addWords adds a list "word word=value" of words that mean t, or have its marks
// beside what they mean.
func (l *language) addWords(t token, list string) {
	for w := range strings.FieldsSeq(list) {
		w, v, valued := strings.Cut(w, "=")
		word := l.words[w]
		if t.class != none {
			word.class, word.value = t.class, t.value
		}
		if word.marks |= t.marks; valued {
			n, _ := strconv.Atoi(v)
			word.value = int32(n)
		}
		l.words[w] = word
		if _, known := l.words[w+"s"]; t.class == designator && !known {
			l.words[w+"s"] = word
		}
		if begins[t.class] && t.class != unit || t.marks == ranks {
			l.starts.Add(w)
		}
	}
}

// phrases adds the comparators of a row, "phrase, phrase", that stand before a
// number or after it.
func (l *language) phrases(where, name, list string) {
	c := Comparator(slices.Index(comparators[:], name))
	for p := range strings.SplitSeq(list, ",") {
		ph := phrase{strings.Fields(p), c}
		switch {
		case len(ph.words) == 0:
		case where == "after":
			l.after = append(l.after, ph)
		default:
			l.before = append(l.before, ph)
		}
	}
}

// has reports whether word i has the mark m.
func (f *finder) has(i int, m mark) bool { return f.at(i).marks&m != 0 }

// folded returns word i folded, without a final full stop, in f's buffer. It is
// valid until the next call; empty if there is no such word.
func (f *finder) folded(i int) []byte {
	if i < 0 || i >= len(f.Words) {
		return nil
	}
	w := f.Words[i]
	s := f.Src[w.Start:w.End]
	if len(s) > 24 {
		return nil
	}
	b := text.AppendFold(f.buf[:0], s)
	if n := len(b); n > 2 && b[n-1] == '.' {
		b = b[:n-1]
	}
	return b
}

// at returns the meaning of word i, the zero token if it has none or there is
// no such word.
func (f *finder) at(i int) token {
	if i < 0 || i >= len(f.Words) {
		return token{}
	}
	w := f.Words[i]
	switch w.Kind {
	case text.Letters:
	case text.Symbol, text.Punct, text.Other:
		return f.symbol(f.Src[w.Start:w.End])
	default:
		return token{}
	}
	t := f.lang.words[string(f.folded(i))]
	t.upper = f.Src[w.Start] >= 'A' && f.Src[w.Start] <= 'Z' || f.Src[w.Start] >= 0xC3 && f.upperRune(w.Start)
	return t
}

// upperRune reports whether the rune at i is one of É, À and the like.
func (f *finder) upperRune(i int) bool {
	return f.Src[i] == 0xC3 && i+1 < len(f.Src) && f.Src[i+1] >= 0x80 && f.Src[i+1] <= 0x9E
}

// symbol reads the marks that are units or fractions, in any language.
func (f *finder) symbol(s string) token {
	u := one
	switch s {
	case "%", "٪", "％":
		u = percent
	case "‰":
		u = perMille
	case "°":
		u = degree
	case "$":
		u = usd
	case "€":
		u = eur
	case "£":
		u = gbp
	case "¥":
		u = jpy
	case "₹":
		u = inr
	case "₽":
		u = rub
	case "₦":
		u = ngn
	case "₩":
		u = krw
	case "₺":
		u = try
	case "₪":
		u = ils
	case "₴":
		u = uah
	case "½", "⅓", "⅔", "¼", "¾", "⅕", "⅛":
		return token{class: halfWord, value: -1}
	default:
		return token{}
	}
	return token{class: unit, value: int32(u)}
}
