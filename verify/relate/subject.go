package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/verify/reason"
)

// Of what two almost identical texts are: a word that describes the subject of the one tells it apart from that of
// the other.

// otherThing reports whether what clashes or is another tells the subjects of the two texts apart: the
// northbound lane and the southbound lane, the regulator and the shareholders.
func (n *near) otherThing() bool {
	for i, s := range n.segs {
		c := &n.changes[i]
		if !s.common && (n.subjectApart(s) || n.kinsman(i) || c.rule == "near.name" && n.a.officeOf(s.a[0]) && n.b.officeOf(s.b[0])) {
			return true
		}
		if s.common || s.a[0] == s.a[1] || s.b[0] == s.b[1] || c.fate == Clash && (c.kind == reason.Polarity || c.kind == reason.Number || c.kind == reason.Role) {
			continue
		}
		x, y := n.a.subjectAt(s.a[0]), n.b.subjectAt(s.b[0])
		if x == y && (x == describer || x == heads && c.fate == Changed) || x == heads && y == describer && n.a.terms[s.a[0]].class == pronoun {
			return true // "it rejected", "its rival accepted"
		}
	}
	return false
}

// subjectApart reports whether a segment holds a word by which one side's subject is another: "deputy" governor, seven
// "other" people.
func (n *near) subjectApart(s segment) bool {
	apart := func(a *Analysis, from, to int) bool {
		for i := from; i < to; i++ {
			if a.subjectAt(i) != describer {
				continue
			}
			if t, k := a.place(i); t != nil && (t.Phrase(k).Lessens() || others.of(a.terms[i].fold)) {
				return true
			}
		}
		return false
	}
	return apart(n.a, s.a[0], s.a[1]) || apart(n.b, s.b[0], s.b[1])
}

// officeOf reports whether term i is what somebody without a name holds office in: the minister of Peru and the minister of
// Chile are two. Twin: "the minister of Peru, Ana Rey".
func (a *Analysis) officeOf(i int) bool {
	s, k := a.place(i)
	for steps := 0; s != nil && steps < 3; steps++ {
		t := &s.Tree.Tokens[k]
		if t.Rel != grammar.Nmod && t.Rel != grammar.NmodPoss || t.Head < 0 {
			return false
		}
		k = t.Head
		if f := s.Phrase(k); lexicon.Is(a.lang, lexicon.RoleNoun, f.Lemma) {
			return f.Name == "" && !slices.ContainsFunc(f.Alias, func(x *phrase) bool { return x.Name != "" })
		}
	}
	return false
}

// A part is what a word is of a subject.
type part uint8

const (
	outside   part = iota
	heads          // its noun
	describer      // it stands before its noun, or a noun's of it, and describes that
)

// subjectAt returns what term i is of a subject.
func (a *Analysis) subjectAt(i int) part {
	s, k := a.place(i)
	if s == nil {
		return outside
	}
	is := heads
	switch t := &s.Tree.Tokens[k]; t.Rel {
	case grammar.Amod, grammar.Compound, grammar.NmodPoss, grammar.NmodDesc, grammar.NmodUnmarked:
		if t.Head < k {
			return outside
		}
		is, k = describer, t.Head
	case grammar.Nmod: // "la récolte de cacao", a compound in English
		if k > 0 && s.Gloss != nil && s.Tree.Tokens[k-1].Rel == grammar.Case && s.Tree.Tokens[k-1].Head == k && t.Tag == grammar.Noun {
			is, k = describer, t.Head
		}
	}
	for steps := 0; is == describer && (s.Tree.Tokens[k].Rel == grammar.Nmod || s.Tree.Tokens[k].Rel == grammar.NmodPoss) && s.Tree.Tokens[k].Head >= 0 && steps < 4; steps++ { // "the ambulance drivers' union"
		k = s.Tree.Tokens[k].Head
	}
	if r := s.Tree.Tokens[k].Rel; r != grammar.Nsubj && r != grammar.NsubjPass {
		return outside
	}
	return is
}
