package grammar

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"
)

// role is a set of meanings that words.txt gives to lemmas.
type role uint64

const (
	negates role = 1 << iota
	replaces
	relative
	possible
	necessary
	future
	would
	intends
	perfect
	progress
	prospect
	unless
	moves
	one
	counts
	thousands
	states
	owns
	recent
	bears
	besides
	tells
	makes
	becomes
	digs
	inquires
	subjectless
	days
	whichday
	passes
	late
	lets
	himself
	doing
	attached
	results
	compares
	periods
	verdicts
	roughly
	situates
	phases
	namesakes
	changes
	presumed
	registered
	contents
	amounts
	dies
)

var roleNames = map[string]role{"negates": negates, "replaces": replaces, "relative": relative, "possible": possible, "necessary": necessary, "future": future,
	"would": would, "intends": intends, "perfect": perfect, "progress": progress, "prospect": prospect, "unless": unless, "moves": moves, "one": one, "counts": counts, "thousands": thousands, "states": states, "owns": owns, "recent": recent, "bears": bears, "besides": besides, "tells": tells, "makes": makes, "late": late, "lets": lets, "himself": himself, "doing": doing, "attached": attached, "results": results, "becomes": becomes, "days": days, "whichday": whichday, "passes": passes, "inquires": inquires, "subjectless": subjectless, "compares": compares, "periods": periods, "verdicts": verdicts, "roughly": roughly, "situates": situates, "phases": phases, "namesakes": namesakes, "changes": changes, "presumed": presumed, "registered": registered, "contents": contents, "amounts": amounts, "dies": dies, "digs": digs}

//go:embed words.txt
var wordRoles string

var roles = sync.OnceValue(func() map[string]map[string]role {
	m := map[string]map[string]role{}
	for line := range strings.Lines(wordRoles) {
		if f := strings.Fields(line); len(f) > 1 && f[0] != "#" {
			if m[f[0]] == nil {
				m[f[0]] = map[string]role{}
			}
			for _, w := range f[2:] {
				m[f[0]][w] |= roleNames[f[1]]
			}
		}
	}
	return m
})

// is reports whether the lemma of word k has the role in the language of the sentence.
func (s *Sentence) is(k int, r role) bool {
	return hasRole(cmp.Or(s.Lang, "en"), s.Tokens[k].Lemma, r)
}

func (b *clauseBuilder) is(k int, r role) bool { return b.s.is(k, r) }

// hasRole reports whether a lemma of a language has the role.
func hasRole(lang, lemma string, r role) bool { return roles()[lang][lemma]&r != 0 }
