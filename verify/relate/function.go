package relate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/text"
)

// class says what kind of function word a word is; the zero class is content.
type class uint8

const (
	content class = iota
	article
	auxiliary
	pronoun
	preposition
	conjunction
	negation
	modal
	quantifier
	adverb
	mark // punctuation, quotation marks, symbols
	classes
)

var classNames = [classes]string{"content", "article", "auxiliary", "pronoun", "preposition", "conjunction", "negation", "modal", "quantifier", "adverb", "mark"}

//go:embed function.tsv
var functionTable string

// vocabulary is what one language's function words are. The words of a phrase
// are joined by low lines: "in_front_of".
type vocabulary struct {
	class   map[string]class
	longest map[string]int // of the phrases that begin with a word, in words
	starts  text.Starts    // those words
}

// vocabularies maps language to vocabulary, read once.
var vocabularies = sync.OnceValue(func() map[string]*vocabulary {
	all := map[string]*vocabulary{}
	for fields := range text.Rows(functionTable, 3) {
		if all[fields[0]] == nil {
			all[fields[0]] = &vocabulary{class: map[string]class{}, longest: map[string]int{}}
		}
		v := all[fields[0]]
		c := class(slices.Index(classNames[:], fields[1]))
		for _, w := range strings.Fields(fields[2]) {
			if _, known := v.class[w]; !known {
				v.class[w] = c
			}
			if first, _, ok := strings.Cut(w, "_"); ok {
				v.starts.Add(first)
				v.longest[first] = max(v.longest[first], strings.Count(w, "_")+1)
			}
		}
	}
	return all
})

// phrase returns the function phrase that begins at words[i]: its form in the
// table and how many words it has, zero if there is none.
func (v *vocabulary) phrase(src string, words []text.Word, i int) (string, int) {
	if !v.starts.May(words[i].In(src)) {
		return "", 0
	}
	var buf [40]byte
	w := text.AppendFold(buf[:0], words[i].In(src))
	longest := v.longest[string(w)]
	if longest == 0 {
		return "", 0
	}
	found, n := "", 0
	for k := 1; k < longest && i+k < len(words) && words[i+k].Kind == text.Letters; k++ {
		w = text.AppendFold(append(w, '_'), words[i+k].In(src))
		if _, ok := v.class[string(w)]; ok {
			found, n = string(w), k+1
		}
	}
	return found, n
}

// memoise lets a side answer once what every comparison asks of it: whether it excepts something from what it says or
// sets it against something else ("all but two", "not one but three", "on Monday rather than on Friday"), and which of
// its words retract or are ranks.
func (a *Analysis) memoise() {
	a.exceptive = sync.OnceValue(func() bool {
		return excepts(a.terms) || slices.ContainsFunc(a.terms, func(t term) bool { return replacing.in("", t.fold) })
	})
	a.retracting = sync.OnceValue(func() []bool {
		out := make([]bool, len(a.terms))
		for i := range out {
			out[i] = a.terms[i].value == 0 && a.terms[i].retracts(a.lang) || a.ranks(i)
		}
		return out
	})
}

// excepts reports the first of these: "nobody but Kane", "all the crew, bar the cook", "with one exception". Twins: "all in the
// bar", "without exception".
func excepts(terms []term) bool {
	for i := range terms {
		t, before := &terms[i], &term{}
		if i > 0 {
			before = &terms[i-1]
		}
		switch {
		case excepted.in("", t.fold) && before.class != negation && !lacking.in("", before.fold):
			return true
		case excepting.in("", t.fold) && before.class != article && before.class != modal && !joint.in("", before.fold):
			return true
		case besides.in("", t.fold) && (before.class == quantifier || before.class == negation || before.value > 0 || i > 1 && terms[i-2].class == negation):
			return true
		}
	}
	return false
}

// pairNegations counts a denial of two words once, by the second: "n'a pas", "aucun ... n'", "n'a jamais". Behind "ne"
// some words deny that else do not: "personne", "une personne"; "que" leaves all else out: "n'a reçu que deux". "Ne" by
// itself denies: "ne cesse de".
func (a *Analysis) pairNegations() {
	for i := range a.terms {
		if !pairing.in(a.lang, a.terms[i].fold) {
			continue
		}
		first, last := i, i+1
		for first > 0 && a.terms[first].flags&opening == 0 && !pairing.in(a.lang, a.terms[first-1].fold) {
			first--
		}
		for last < len(a.terms) && a.terms[last].flags&opening == 0 && !pairing.in(a.lang, a.terms[last].fold) {
			last++
		}
		ne, behind, before := &a.terms[i], a.terms[i+1:last], a.terms[first:i]
		if pairWith(a.lang, behind) || pairWith(a.lang, before) {
			ne.class = adverb
		} else if k := slices.IndexFunc(behind[:min(len(behind), nearQue)], func(t term) bool { return restricting.in(a.lang, t.fold) }); k >= 0 {
			ne.class, behind[k].class, behind[k].fold = adverb, adverb, kinds().Words(a.lang, string(only))[0]
		}
	}
}

// nearQue is how many terms behind "ne" the "que" stands at most that leaves all else out: "ne cesse de dire que" is another.
const nearQue = 3

// pairWith makes the first of some terms that denies beside "ne" the one that does; false if there is none.
func pairWith(lang string, terms []term) bool {
	one := false
	for k := range terms {
		t := &terms[k]
		if !paired.in(lang, t.fold) || k > 0 && (terms[k-1].class == article || terms[k-1].value > 0) {
			continue
		}
		if t.class = negation; one {
			t.class = adverb
		}
		one = true
	}
	return one
}
