package relate

import "factcheck/claims/grammar"

// Where a phrase with a preposition hangs is what parsers get wrong most: in "the
// judge blamed the clerk in Bunia" it may be the blaming or the clerk that is in
// Bunia. What is told is the same, so a phrase that is not found where the
// statement's tree has it is looked for wherever else the source's event has one.

// loosely looks for the phrase of word j, behind its preposition, among all
// phrases of the source's event that stand behind the same one.
func (m *match) loosely(p *event, q *sentence, j int) fitting {
	preposition := q.prepositionOf(j)
	if p == nil || preposition == "" || preposition == "of" || preposition == "by" {
		return fitting{}
	}
	try := func(i int) fitting {
		if x := p.s.prepositionOf(i); x == "" || !groupings()[p.s.a.lang].interchangeable(x, preposition) {
			return fitting{}
		}
		return m.nouns(p.s, i, q, j)
	}
	for _, o := range p.obliques {
		if f := try(o.Head); f.fit == entails {
			return f
		}
	}
	for _, heads := range [...][]int{p.agents, p.patients} {
		for _, h := range heads {
			if f := p.s.below(h, try); f.fit == entails {
				return f
			}
		}
	}
	for _, o := range p.obliques {
		if f := p.s.below(o.Head, try); f.fit == entails {
			return f
		}
	}
	return fitting{}
}

// below tries the phrases that hang on word h, then on what names it otherwise.
func (s *sentence) below(h int, try func(int) fitting) fitting {
	t := &s.tree.Tokens[h]
	for d := t.First; d < t.End; d++ {
		if x := &s.tree.Tokens[d]; x.Head == h && (x.Rel == grammar.Nmod || x.Rel == grammar.Obl) {
			if f := try(d); f.fit == entails {
				return f
			}
		}
	}
	return fitting{}
}
