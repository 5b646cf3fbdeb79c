package relate

import (
	"sync"

	"factcheck/claims/text"
)

// limiters are words that take something back from the word after them: what is
// the second largest is not the largest, a former minister is no minister. A
// source that has one of them says less than a statement that leaves it out.
var limiters = sync.OnceValue(func() map[string]map[string]bool {
	return map[string]map[string]bool{
		"en": wordSet("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "2nd", "3rd", "4th", "5th",
			"former", "ex", "late", "shadow", "deputy", "vice", "acting", "interim", "assistant", "alleged", "suspected", "supposed", "presumed", "aspiring",
			"potential", "possible", "likely", "proposed", "planned", "prospective", "attempted", "failed", "fake", "false", "nearly", "almost", "partly",
			"partially", "hardly", "barely", "rarely", "reportedly", "allegedly", "half", "would", "could", "might", "may", "should", "if", "unless", "without"),
		"fr": wordSet("deuxieme", "second", "seconde", "troisieme", "quatrieme", "ancien", "ancienne", "ex", "adjoint", "vice", "presume", "presumee",
			"possible", "eventuel", "futur", "faux", "fausse", "presque", "partiellement", "si", "sans"),
	}
})

func wordSet(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// limited reports whether the source limits a word of the statement that the
// statement does not limit: then it bears out less than the statement says.
func limited(source, statement *Analysis) bool {
	limit := limiters()[source.lang]
	for i := range source.terms {
		w := text.Fold(source.words[source.terms[i].word].In(source.side.Text))
		if v := source.terms[i].value; v != 0 && source.values[v-1].time != nil {
			continue // "May 1961" limits nothing
		}
		if !limit[w] || statement.hasWord(w) {
			continue
		}
		for k := i + 1; k < len(source.terms) && k <= i+2; k++ {
			if t := &source.terms[k]; t.class == content {
				if statement.hasStem(t.stem) {
					return true
				}
				break
			}
		}
	}
	return false
}

// apportioned reports whether the source speaks of a number or share of something
// and the statement of that thing without any: "two of the villages".
func apportioned(source, statement *Analysis) bool {
	for i := range source.values {
		v := &source.values[i]
		if v.amount == nil || v.end+1 >= len(source.terms) || source.terms[v.end].fold != "of" {
			continue
		}
		for k := v.end + 1; k < len(source.terms) && k <= v.end+3; k++ {
			t := &source.terms[k]
			if t.class != content {
				continue
			}
			if statement.hasStem(t.stem) && !statement.counts() {
				return true
			}
			break
		}
	}
	return false
}

// recounted reports whether the source gives for what the statement counts another
// number only, be the statement's there too: "120 wounded, 31 of them soldiers" is
// no 120 soldiers.
func recounted(source, statement *Analysis) bool {
	for i := range statement.values {
		v := &statement.values[i]
		if v.amount == nil || v.end >= len(statement.terms) || statement.terms[v.end].class != content || statement.terms[v.end].value > 0 {
			continue
		}
		stem, other := statement.terms[v.end].stem, false
		for k := range source.terms {
			if source.terms[k].stem != stem {
				continue
			}
			u := source.countOf(k)
			if u == nil || valueSays(u, v) {
				other = false
				break
			}
			other = true
		}
		if other {
			return true
		}
	}
	return false
}

// toldApart reports whether the source tells two sorts of something apart and the
// statement speaks of it without saying which: "the boys' schools closed, the girls'
// schools stayed open" says neither of the schools.
func toldApart(source, statement *Analysis) bool {
	for i := range statement.terms {
		t := &statement.terms[i]
		if t.class != content || t.proper() || t.value > 0 || statement.sort(i) != "" {
			continue
		}
		first := ""
		for k := range source.terms {
			if source.terms[k].class != content || source.terms[k].stem != t.stem {
				continue
			}
			sort := source.sort(k)
			if sort == "" || statement.hasStem(sort) {
				first = ""
				break
			}
			if first != "" && first != sort {
				return true
			}
			first = sort
		}
	}
	return false
}

// sort returns the stem of the content word that stands before term k, "'s" left out:
// of what sort it is; empty if there is none.
func (a *Analysis) sort(k int) string {
	for k--; k >= 0; k-- {
		switch t := &a.terms[k]; {
		case t.fold == "s" || t.fold == "'s" || t.fold == "'" || t.fold == "’s":
		case t.class == content && t.value == 0:
			return t.stem
		default:
			return ""
		}
	}
	return ""
}

// countOf returns the number that counts the noun at term k, in front of it or with
// "of them" or "of whom" between; nil if there is none.
func (a *Analysis) countOf(k int) *value {
	if k >= 3 && a.terms[k-2].fold == "of" && (a.terms[k-1].fold == "them" || a.terms[k-1].fold == "whom") {
		k -= 2
	}
	if k == 0 || a.terms[k-1].value == 0 {
		return nil
	}
	if v := &a.values[a.terms[k-1].value-1]; v.amount != nil {
		return v
	}
	return nil
}

// counts reports whether a side has a number or a quantifier.
func (a *Analysis) counts() bool {
	for i := range a.values {
		if a.values[i].amount != nil {
			return true
		}
	}
	for i := range a.terms {
		if a.terms[i].class == quantifier {
			return true
		}
	}
	return false
}

// exceeds reports whether the statement has a wording that says more than the one
// that the source has for it: "murdered" for "killed".
func exceeds(source, statement *Analysis) bool {
	for _, q := range statement.sentences() {
		q.parse()
		for k := range q.findUnits() {
			if u := &q.units[k]; u.wording != nil && source.weaker(u.wording) {
				return true
			}
		}
	}
	return false
}

// weaker reports whether a side says what a wording does only in one that says
// less.
func (a *Analysis) weaker(w *wording) bool {
	less := false
	for _, p := range a.sentences() {
		p.parse()
		for i := range p.findUnits() {
			v := p.units[i].wording
			switch {
			case v == nil:
			case v == w || v.says(w):
				return false
			case w.says(v):
				less = true
			}
		}
	}
	return less
}

// narrowed reports whether the source says something of all of a kind that a clause
// narrows, and the statement leaves the clause out: "all nurses who had not been
// paid left".
func narrowed(source, statement *Analysis) bool {
	some := false
	for i := range statement.terms {
		some = some || universal(statement.terms[i].fold)
	}
	if !some {
		return false
	}
	for _, p := range source.sentences() {
		p.parse()
		for c := range p.words {
			t := &p.tree.Tokens[c]
			if t.Rel.Base() != "acl" || t.Head < 0 || !p.ofAll(t.Head) {
				continue
			}
			for k := t.First; k < t.End; k++ {
				if x := p.term(k); x != nil && x.class == content && !statement.hasStem(x.stem) {
					return true
				}
			}
		}
	}
	return false
}

// ofAll reports whether the noun at word i is said of all: "every nurse".
func (s *sentence) ofAll(i int) bool {
	for j := s.tree.Tokens[i].First; j < i; j++ {
		if x := s.term(j); x != nil && s.tree.Tokens[j].Head == i && universal(x.fold) {
			return true
		}
	}
	return false
}

// hasWord reports whether a folded word stands in the side.
func (a *Analysis) hasWord(w string) bool {
	for i := range a.terms {
		if a.terms[i].fold == w {
			return true
		}
	}
	return false
}

// hasStem reports whether a content word with that stem stands in the side.
func (a *Analysis) hasStem(stem string) bool {
	if !a.bloom.Has(stem) {
		return false
	}
	for i := range a.terms {
		if a.terms[i].class == content && a.terms[i].stem == stem {
			return true
		}
	}
	return false
}
