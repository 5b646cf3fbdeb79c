package date

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"factcheck/claims/text"
)

// class is what a word means to a date. A word has one class; the few that mean
// more than one thing ("second", "past") are told apart where they are read.
type class uint8

const (
	none       class = iota
	number           // 7, seven; value 0 is vague: "several", "few"
	article          // a, an, un: one, or nothing
	ordinal          // third, 3rd
	yearly           // 1990s, nineties: value is the first year of a decade
	clock            // 10:30, 10h30: value is minutes since midnight
	slash            // 19/03/2025
	month            // value 1 to 12
	weekday          // value 1 to 7
	season           // value 1 spring to 4 winter
	unit             // value is a Precision, halfUnit for fortnight
	deictic          // today, yesterday: value is days from the dateline
	dayPart          // value is an index into dayParts
	last             // last, dernier
	next             // next, prochain
	this             // this, ce
	past             // past, preceding the dateline without a gap: "the past week"
	prior            // previous, précédent: before another date
	following        // following, suivant: after another date
	ago              // ago
	later            // later, after that
	earlier          // earlier
	segment          // early, mid, late, beginning, end, fin: value is a part
	prep             // value is a Relation, or one of those below
	det              // the, le
	of               // of, de
	and              // and, et
	to               // to, through, à: joins the ends of a range
	meridiem         // am, pm: value 0 or 12
	oclock           // o'clock, heures (of a clock time)
	zone             // GMT, CET, local
	future           // will, due to: what follows has yet to come
	doubt            // expected, would: it may have or not
	noun             // people, homes: what a number counts, so that it is no year
	possessive       // his, her: "in his sixties"
	half             // half, semestre (value 1)
	quarterly        // q3: value 1 to 4
	fiscalYear       // fy2019
	roman            // XIXe: value is the century
	festive          // Good, Easter: before a weekday, which is then a name
	now              // now: "from now"
	periodical       // fiscal, school, season: value is a Period
	ending           // ended, ending: "the year ended 31 March"
	deferred         // postponed, remains: "until" after it leads ahead
	lasted           // lasted, stayed: "until" after it is past
	scale            // million
	here             // ci, là, behind "ce lundi"
	zoneTime         // time, behind a zone
	done             // begun, arrêtée: opens what was done, "arrested on Monday, he will appear in court"
	eve              // veille, lendemain: the day before or after another; value is a Relation
	year             // a number of four digits that may be a year
)

// Values of prep beside the relations.
const (
	from      = 100 + iota // from, de, du
	between                // between, entre
	in                     // in, en, dans: also the distance of what is to come
	within                 // within, over, during: also durations
	plainlyIn              // at, on: nothing but In
	forPrep                // for, pendant
	roughly                // around, vers: In, give or take a unit
)

type token struct {
	class class
	value int32
	n     uint8 // digits of a number, as written
	upper bool  // begins with a capital
	may   bool  // also a plain word: "may", "march", "sat", "second"
}

// A language is what is known of one, read from its list when it is first asked
// for.
type language struct {
	table                     map[string]token
	before, behind, distances []phrase    // of several words: "ahead of" a date, « plus tard » behind a length of time, « il y a » before one
	starts                    text.Starts // the words that a mention may begin with
	coming                    []string    // endings of verbs of what is to come: « ouvrira »
}

//go:embed data/words.tsv
var wordTable string

var (
	english = sync.OnceValue(func() *language { return load(1) })
	french  = sync.OnceValue(func() *language { return load(2) })
	neither = sync.OnceValue(func() *language { return &language{} })
)

// begins are the classes of words that the date proper may begin with.
var begins = [...]bool{number: true, article: true, ordinal: true, yearly: true, month: true, weekday: true, season: true, unit: true,
	deictic: true, dayPart: true, last: true, next: true, this: true, past: true, prior: true, following: true, eve: true, year: false}

// mayBegin is the cheap filter: it reports whether a date may begin with the word
// s. Whatever is not ASCII passes, and so do Q3, FY2019, mid-March and XIXe.
func (l *language) mayBegin(s string) bool {
	switch s[0] {
	case 'Q', 'T', 'X', 'V', 'I', 'H':
		return true
	case 'F':
		if len(s) > 3 && len(s) < 8 && s[1] == 'Y' {
			return true
		}
	}
	return l.starts.May(s) || len(s) > 4 && s[3] == '-'
}

var classes = map[string]class{
	"number": number, "article": article, "ordinal": ordinal, "decade": yearly, "month": month, "weekday": weekday, "season": season,
	"unit": unit, "deictic": deictic, "daypart": dayPart, "last": last, "next": next, "this": this, "past": past,
	"prior": prior, "following": following, "ago": ago, "later": later, "earlier": earlier, "segment": segment,
	"prep": prep, "det": det, "of": of, "and": and, "to": to, "meridiem": meridiem, "oclock": oclock, "zone": zone,
	"future": future, "doubt": doubt, "noun": noun, "possessive": possessive, "half": half, "now": now, "festive": festive,
	"period": periodical, "ending": ending, "deferred": deferred, "lasted": lasted, "done": done, "eve": eve, "scale": scale, "here": here, "time": zoneTime,
}

// load reads one column of the table.
func load(column int) *language {
	l := &language{table: make(map[string]token, 512)}
	for line := range strings.Lines(wordTable) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != 3 {
			continue
		}
		if c, relation, ok := strings.Cut(row[0], " "); ok {
			l.phrases(c, relation, row[column])
			continue
		}
		if row[0] == "coming" {
			l.coming = strings.Fields(row[column])
		}
		if classes[row[0]] == none {
			continue
		}
		for w := range strings.FieldsSeq(row[column]) {
			l.add(classes[row[0]], w)
		}
	}
	return l
}

// A phrase of several words and what it says.
type phrase struct {
	words    []string
	relation Relation
}

// phrases adds the phrases of a row, "phrase, phrase".
func (l *language) phrases(where, name, list string) {
	to := map[string]*[]phrase{"before": &l.before, "behind": &l.behind, "distance": &l.distances}[where]
	for p := range strings.SplitSeq(list, ",") {
		if w := strings.Fields(p); len(w) > 0 && to != nil {
			*to = append(*to, phrase{w, Relation(max(0, slices.Index(relations[:], name)))})
		}
	}
}

// phrase returns what the longest phrase of list that ends before word k says and
// how many words it has, 0 without one.
func (f *finder) phrase(list []phrase, k int) (Relation, int) {
	best := phrase{}
	for _, p := range list {
		if n := len(p.words); n > len(best.words) && f.reads(k-n, p.words) {
			best = p
		}
	}
	return best.relation, len(best.words)
}

// phraseAt is phrase for one that begins at word k.
func (f *finder) phraseAt(list []phrase, k int) (Relation, int) {
	for _, p := range list {
		if f.reads(k, p.words) {
			return p.relation, len(p.words)
		}
	}
	return In, 0
}

// reads reports whether the words from k on are those of p.
func (f *finder) reads(k int, p []string) bool {
	if k < 0 || k+len(p) > len(f.Words) {
		return false
	}
	for i := len(p) - 1; i >= 0; i-- { // the last word tells most apart
		w := f.Words[k+i]
		if w.Kind != text.Letters || w.End-w.Start > 24 || string(text.AppendFold(f.buf[:0], f.Src[w.Start:w.End])) != p[i] {
			return false
		}
	}
	return true
}

// add adds "word", "word=value" or "word?=value" as a word of class c.
func (l *language) add(c class, w string) {
	w, v, _ := strings.Cut(w, "=")
	n, _ := strconv.Atoi(v)
	w, may := strings.CutSuffix(w, "?")
	l.table[w] = token{class: c, value: int32(n), may: may}
	if c < class(len(begins)) && begins[c] {
		l.starts.Add(w)
		l.starts.Add(w + ".")
	}
}

// at returns the meaning of word i, the zero token if it has none or there is
// no such word.
func (f *finder) at(i int) token {
	if i < 0 || i >= len(f.Words) {
		return token{}
	}
	w := f.Words[i]
	s := f.Src[w.Start:w.End]
	switch w.Kind {
	case text.Number:
		return f.numeral(s)
	case text.Letters:
		if len(s) > 24 {
			return token{}
		}
	default:
		return token{}
	}
	b := text.AppendFold(f.buf[:0], s)
	if n := len(b); n > 2 && b[n-1] == '.' {
		b = b[:n-1]
	}
	t, ok := f.table[string(b)]
	t.upper = s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80
	if !ok {
		if f.comes(i, s, t.upper) {
			return token{class: future}
		}
		return f.odd(b, t.upper)
	}
	if f.french {
		return accented(t, string(b), len(s) > len(b))
	}
	return t
}

// comes reports whether word i, written s, is by its ending a verb of what is to come: « ouvrira »,
// not « le cobra », which has an article, nor « choléra ».
func (f *finder) comes(i int, s string, upper bool) bool {
	if upper || len(s) < 5 || !slices.ContainsFunc(f.coming, func(e string) bool { return strings.HasSuffix(s, e) }) {
		return false
	}
	before := f.at(i - 1).class
	return before != det && before != article && before != of
}

// accented tells apart the French words that only an accent does: dès and des, à
// and a, entré and entre, passé and passe.
func accented(t token, folded string, accent bool) token {
	switch folded {
	case "des":
		if !accent {
			t.class = of
		}
	case "a", "passe", "passes":
		if !accent {
			t.class = none
		}
	case "entre":
		if accent {
			t.class = none
		}
	}
	return t
}

// odd reads the words that no list holds: Q3, FY2019, mid-March, XIXe.
func (f *finder) odd(b []byte, upper bool) token {
	n := len(b)
	switch {
	case n == 2 && upper && b[0] == 'h' && (b[1] == '1' || b[1] == '2') && !f.french:
		return token{class: quarterly, value: int32(b[1] - '0'), n: halfMark, upper: true}
	case n == 2 && upper && (b[0] == 'q' || b[0] == 't' && f.french) && b[1] >= '1' && b[1] <= '4':
		return token{class: quarterly, value: int32(b[1] - '0'), upper: true}
	case (n == 4 || n == 6) && upper && b[0] == 'f' && b[1] == 'y':
		if v, err := strconv.Atoi(string(b[2:])); err == nil && (v >= 1900 && v < 2100 || n == 4 && v >= 0) {
			if n == 4 {
				v += 2000
			}
			return token{class: fiscalYear, value: int32(v), upper: true}
		}
	case n >= 2 && n <= 7 && upper && f.french && b[n-1] == 'e' && (b[0] == 'x' || b[0] == 'v' || b[0] == 'i'):
		if v := romanValue(b[:n-1]); v > 0 && v <= 21 {
			return token{class: roman, value: int32(v), upper: true}
		}
	case n > 5 && string(b[:4]) == "mid-":
		t := f.table[string(b[4:])]
		if t.class == month || t.class == season || t.class == unit && t.value >= int32(Week) {
			t.may, t.n = false, midMark
			return t
		}
	}
	return token{}
}

// halfMark in token.n says that the period is a half, not a quarter: H1.
const halfMark = 98

// midMark in token.n marks a word with "mid-" before it.
const midMark = 99

func romanValue(b []byte) int {
	total, before := 0, 0
	for i := len(b) - 1; i >= 0; i-- {
		v := 0
		switch b[i] {
		case 'i':
			v = 1
		case 'v':
			v = 5
		case 'x':
			v = 10
		default:
			return 0
		}
		if v < before {
			total -= v
		} else {
			total += v
		}
		before = v
	}
	return total
}

// numeral reads a word that begins with a digit.
func (f *finder) numeral(s string) token {
	n, v := 0, 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		if n < 6 {
			v = v*10 + int(s[n]-'0')
		}
		n++
	}
	rest := s[n:]
	t := token{value: int32(v), n: uint8(min(n, 90))}
	switch {
	case n == 0 || n > 4:
		return token{}
	case rest == "":
		t.class = number
		if n == 4 && v >= 1000 && v < 2200 {
			t.class = year
		}
	case rest == "s" && v%10 == 0 && (n == 4 && v >= 1000 && v < 2200):
		t.class = yearly
	case rest == "s" && n == 2 && v%10 == 0:
		t.class, t.value = yearly, int32(1900+v)
		if v < 40 {
			t.value = int32(v) // which century stays open
		}
		t.may = true
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "er" || rest == "e" || rest == "ème" || rest == "ère":
		t.class = ordinal
	case rest[0] == '/':
		t.class = slash
	case rest[0] == '.' && n <= 2 && v <= 12:
		m, ok := minutes(rest[1:])
		if !ok {
			return token{}
		}
		t.class, t.value, t.may = clock, int32(v*60+m), true // 10.30, if p.m. follows
	case (rest[0] == ':' || rest[0] == 'h' || rest[0] == 'H') && n <= 2 && v < 24:
		m, ok := minutes(rest[1:])
		if !ok {
			return token{}
		}
		t.class, t.value = clock, int32(v*60+m)
	default:
		return token{}
	}
	return t
}

// minutes reads "30" or "30:15", the part of a time of day after the hours.
func minutes(s string) (int, bool) {
	if len(s) != 2 && !(len(s) == 5 && s[2] == ':') {
		return 0, false
	}
	m, err := strconv.Atoi(s[:2])
	return m, err == nil && m < 60
}
