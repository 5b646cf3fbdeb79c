package relate

import (
	"slices"
)

// sameTerms reports whether two runs of terms are the same words, content words
// among them.
func sameTerms(s, t []term) bool {
	if len(s) != len(t) {
		return false
	}
	some := false
	for i := range s {
		if s[i].fold != t[i].fold {
			return false
		}
		some = some || s[i].class == content
	}
	return some
}

// What is said of a noun may stand before it or behind it in a clause of its own:
// "a green pepper", "a pepper which is green". Both say the same.

// relocate finds descriptions that moved to the other side of their noun.
func (n *near) relocate() {
	for i := 0; i+2 < len(n.segs); i++ {
		s, noun, t := &n.segs[i], &n.segs[i+1], &n.segs[i+2]
		between := n.b.terms[noun.b[0]:noun.b[1]]
		if s.common || t.common || !noun.common || len(between) > 3 || len(contents(between)) == 0 {
			continue
		}
		moved := slices.ContainsFunc([]side{inSource, inStatement}, func(of side) bool {
			before, behind := n.run(of.other(), i), n.run(of, i+2)
			return len(n.run(of, i)) == 0 && len(n.run(of.other(), i+2)) == 0 && (describes(behind, before) || passed(before, between, behind))
		})
		if moved && !n.b.off("near.relocated") {
			n.note("near.relocated")
			n.changes[i] = change{}
			n.changes[i+2] = change{}
		}
	}
}

// passed is the same where the description was laid beside itself and the noun
// moved: "pepper which is" before what is common, "pepper" behind it.
func passed(before, common, noun []term) bool {
	k := len(noun)
	if k == 0 || len(before) != k+2 || !sameTerms(before[:k], noun) {
		return false
	}
	return describes(append(append([]term(nil), before[k:]...), common...), contents(common))
}

// describes reports whether a clause says just what some adjectives do: "which is
// old and green", "old green".
func describes(clause, adjectives []term) bool {
	if len(clause) < 3 || len(adjectives) == 0 || clause[1].class != auxiliary || !describing.in("", clause[0].fold) {
		return false
	}
	said := contents(clause[2:])
	for _, t := range clause[2:] {
		if t.class != content && !adding.in("", t.fold) {
			return false
		}
	}
	if len(said) != len(adjectives) {
		return false
	}
	for i := range said {
		if said[i].fold != adjectives[i].fold {
			return false
		}
	}
	return true
}
