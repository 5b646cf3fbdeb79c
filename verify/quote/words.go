package quote

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/lexicon"
)

// class is what a word is to a quotation's meaning, as a set of bits. A content
// word has none of the function bit.
type class uint32

const (
	function    class = 1 << iota // carries grammar, not content
	negation                      // turns the sense: not, never, sans
	modal                         // may, must, will
	hedge                         // perhaps, allegedly
	quantifier                    // all, most, few
	condition                     // if, unless
	pronoun                       // stands for somebody: he, them
	determiner                    // opens a noun phrase: the, this, notre
	month                         // and weekdays
	unit                          // km, percent
	filler                        // um, well, euh
	subordinate                   // opens a clause of its own: because, which
	auxiliary                     // is, has, did
	remark                        // what editors put in brackets: sic, laughter
	common                        // content words that stand in every speech
	mask                          // stands for a word that is not to be printed
	when                          // adverb of time and the like, which a bracket may put in
)

// persons are the classes of personal pronouns: another one is another meaning;
// "it" and "they" may be one.
const (
	first class = 1 << (iota + 20)
	plural
	second
	he
	she
	persons = first | plural | second | he | she
)

var classNames = map[string]class{"function": function, "negation": negation, "modal": modal, "hedge": hedge, "quantifier": quantifier,
	"condition": condition, "pronoun": pronoun, "determiner": determiner, "month": month, "unit": unit, "filler": filler,
	"subordinate": subordinate, "auxiliary": auxiliary, "remark": remark, "common": common, "mask": mask, "when": when,
	"first": first, "plural": plural, "second": second, "he": he, "she": she}

//go:embed words.tsv
var wordTable string

// wordList is words.tsv read.
type wordList struct {
	classes map[uint64]class           // by the id of the folded word
	phrases map[string][]string        // conditions, denials, doubts: their words parted by spaces
	turned  map[[2]uint64]bool         // pairs of ids, either way round
	lemmas  map[string]map[string]bool // by class: the lemmas of all languages
}

// words returns what words.tsv lists, read once.
var words = sync.OnceValue(func() *wordList {
	l := &wordList{make(map[uint64]class, 1024), map[string][]string{}, make(map[[2]uint64]bool, 64), make(map[string]map[string]bool, 8)}
	for row := range strings.Lines(wordTable) {
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(f) == 3 && row[0] != '#' {
			l.row(f[1], strings.Fields(f[2]))
		}
	}
	return l
})

// row enters the words of one row under its classes.
func (l *wordList) row(names string, words []string) {
	for name := range strings.SplitSeq(names, ",") {
		c := classNames[name]
		for _, w := range words {
			switch {
			case c != 0:
				l.classes[hashWord(w)] |= c
			case strings.Contains(w, "_") && name != "turned":
				l.phrases[name] = append(l.phrases[name], strings.ReplaceAll(w, "_", " "))
			case name == "turned":
				v, u, _ := strings.Cut(w, "_")
				a, b := hashWord(v), hashWord(u)
				l.turned[[2]uint64{a, b}], l.turned[[2]uint64{b, a}] = true, true
			default:
				if l.lemmas[name] == nil {
					l.lemmas[name] = map[string]bool{}
				}
				l.lemmas[name][w] = true
			}
		}
	}
}

func classTable() map[uint64]class { return words().classes }

// listed reports whether a lemma stands under a class of words.tsv.
func listed(class, lemma string) bool { return words().lemmas[class][lemma] }

// class returns what the token is. What may be a month or a modal verb is a month
// where it begins with a capital that no sentence gives it: in May.
func (t token) class() class {
	c := classTable()[t.id]
	if c&month == 0 || c&modal == 0 {
		return c
	}
	if t.mark&titled != 0 && t.mark&stopped == 0 {
		return month
	}
	return c &^ month
}

// Vague reports whether a noun stands for anybody or anything, so that another noun
// may be put for it: man, thing, group.
func Vague(lemma string) bool { return listed("vague", lemma) }

// Pronoun reports whether a mention is a personal pronoun, and of whom.
func Pronoun(mention string) (lexicon.Gender, bool) {
	switch c := classTable()[hashWord(mention)]; {
	case c&pronoun == 0:
		return lexicon.NoGender, false
	case c&he != 0:
		return lexicon.Male, true
	case c&she != 0:
		return lexicon.Female, true
	}
	return lexicon.NoGender, true
}
