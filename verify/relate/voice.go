package relate

import "factcheck/claims/lexicon"

// Who did it and to whom stands in the order of the words, which a passive turns
// around: "the rebels were beaten by the army" has all the words of "the rebels
// beat the army" and says the opposite. What names its doer behind the verb is
// held against the order of the other side; and two names that stand on either
// side of one verb in one text and the other way about in the other have changed
// places.

// byWords are the prepositions that name the doer in a passive.
var byWords = map[string]string{"en": "by", "fr": "par"}

// mostAgent bounds the words of a doer, from the preposition on.
const mostAgent = 6

// A passive is a verb with its doer behind it.
type passive struct {
	verb   int    // a term
	agents [2]int // terms after the preposition
}

// passives returns the verbs of a side that name their doer behind them.
func (a *Analysis) passives() []passive {
	by, ok := byWords[a.lang]
	if !ok {
		return nil
	}
	var out []passive
	for i := range a.terms {
		if a.terms[i].fold != by {
			continue
		}
		v := i - 1
		for v >= 0 && v > i-6 && (a.terms[v].class != content || a.terms[v].value > 0) { // "was made in 1938 by"
			v--
		}
		if v < 0 || a.terms[v].class != content || a.terms[v].proper() {
			continue
		}
		end := i + 1
		for end < len(a.terms) && end-i <= mostAgent && a.terms[end].class != preposition {
			end++
		}
		out = append(out, passive{v, [2]int{i + 1, end}})
	}
	return out
}

// roles tells whether two sides say of one verb who did it in two voices, and
// whether the doer of the one is then the other's.
func roles(a, b *Analysis) (turned, exchanged bool) {
	turned, exchanged = a.roles(a.passives(), b, b.passives())
	t, x := b.roles(b.passives(), a, a.passives())
	return turned || t, exchanged || x
}

// roles looks for the verbs of passives in the active voice of b.
func (a *Analysis) roles(of []passive, b *Analysis, others []passive) (turned, exchanged bool) {
	for _, p := range of {
		for j := range b.terms {
			if !a.sameVerb(p.verb, b, j) || isPassive(others, j) {
				continue
			}
			before, behind := false, false
			for k := p.agents[0]; k < p.agents[1]; k++ {
				x := &a.terms[k]
				if x.class != content || x.value != 0 || x.flags&digits != 0 {
					continue
				}
				for i := range b.terms {
					if b.terms[i].stem == x.stem && b.terms[i].class == content {
						before, behind = before || i < j, behind || i > j
					}
				}
			}
			turned = turned || before || behind
			exchanged = exchanged || behind && !before
		}
	}
	return turned, exchanged
}

func isPassive(list []passive, verb int) bool {
	for _, p := range list {
		if p.verb == verb {
			return true
		}
	}
	return false
}

// sameVerb reports whether two terms are forms of one verb.
func (a *Analysis) sameVerb(i int, b *Analysis, j int) bool {
	s, t := &a.terms[i], &b.terms[j]
	if t.class != content || t.proper() {
		return false
	}
	if s.stem == t.stem {
		return true
	}
	x, ok := s.lemma(a.lang, lexicon.Verb)
	y, found := t.lemma(b.lang, lexicon.Verb)
	return ok && found && x == y
}

// bareName reports whether a term is a name that no preposition stands before.
func (a *Analysis) bareName(k int) bool {
	t := &a.terms[k]
	if t.class != content || t.flags&capital == 0 || t.value != 0 {
		return false
	}
	for k--; k >= 0 && (a.terms[k].class == article || a.terms[k].flags&capital != 0); k-- {
	}
	return k < 0 || a.terms[k].class != preposition
}

// bare is bareName of a term by its words.
func (a *Analysis) bare(t term) bool {
	for k := range a.terms {
		if a.terms[k].word == t.word {
			return a.bareName(k)
		}
	}
	return false
}
