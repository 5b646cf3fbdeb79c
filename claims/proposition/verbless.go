package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// A verb whose past looks like the noun, "burst", "cost", in a sentence that has no other: the tagger takes it for the noun.

// unchangedVerbs makes a verb of a noun whose past looks like it, where the sentence has none and a noun stands in front:
// "The dam burst on Thursday", "The bridge cost 1.2 million euros". It reports whether it did.
func (s *Sentence) unchangedVerbs() bool {
	for i := 1; i < len(s.Tree.Tokens); i++ {
		t, n := &s.Tree.Tokens[i], &s.Tree.Tokens[i-1]
		if t.Tag != grammar.Noun || !n.Tag.Nominal() || n.Head != i && n.Head != t.Head || !lexicon.Unchanged(s.Text.Lang, s.Fold(i)) || s.finite() {
			continue
		}
		switch what := s.amountBehind(i); {
		case what > i && t.Rel == grammar.Nmod && n.Rel == grammar.Compound && t.Head >= 0 && s.Tree.Tokens[t.Head].Rel == grammar.Root: // "The tunnel under the Elbe cost 2 billion euros"
			n.Head, n.Rel = t.Head, grammar.Nmod
			s.children(i, func(k int, c *grammar.Token) {
				if k < i {
					c.Head = i - 1
				}
			})
			s.verb(i, n.Head, what)
			return true
		case t.Rel == grammar.Root && (n.Rel == grammar.Compound || n.Rel == grammar.Nsubj) && s.child(i, grammar.Obl, grammar.Obj, grammar.Nmod, grammar.OblUnmarked) > i:
			s.verb(i, i-1, -1)
			return true
		case what > i && t.Head > i && t.Head <= what+1:
			s.verb(i, s.subjectBefore(i), t.Head)
			return true
		}
	}
	return false
}

// finite reports whether the sentence has a verb with a time of its own, or an auxiliary.
func (s *Sentence) finite() bool {
	return slices.ContainsFunc(s.Tree.Tokens, func(t grammar.Token) bool {
		return t.Tag == grammar.Auxiliary || t.Tag == grammar.Verb && t.Feats.Has(grammar.Finite)
	})
}

// amountBehind returns the noun or sign of the amount that begins right behind word i, -1 if none does.
func (s *Sentence) amountBehind(i int) int {
	last := -1
	for k := i + 1; k < len(s.Words) && k <= i+5; k++ {
		t := &s.Tree.Tokens[k]
		if t.Tag != grammar.Number && t.Tag != grammar.Symbol && (t.Tag != grammar.Noun || last < 0) {
			break
		}
		last = k
		if t.Tag == grammar.Noun && (k+1 >= len(s.Words) || s.Tree.Tokens[k+1].Tag != grammar.Noun) {
			break
		}
	}
	return last
}

// subjectBefore returns the noun at the head of what stands in front of word i.
func (s *Sentence) subjectBefore(i int) int {
	for k := range i {
		t := &s.Tree.Tokens[k]
		if t.Tag.Nominal() && (t.Head < 0 || t.Head > i || t.Head == i) && !(t.Rel == grammar.Compound && k+1 < i && s.Tree.Tokens[k+1].Tag.Nominal()) {
			return k
		}
	}
	return i - 1
}

// verb makes a verb of word i, with a subject and, unless it is -1, an object.
func (s *Sentence) verb(i, subject, object int) {
	t := s.Tree.Tokens
	old := t[i].Head
	for k := range t {
		switch h := t[k].Head; {
		case k == i || k == subject || k == object:
		case k < i && (h == i || h > i):
			t[k].Head = subject
			if t[k].Rel == grammar.Compound && s.child(k, grammar.Case) >= 0 {
				t[k].Rel = grammar.Nmod
			}
		case k > i && object >= 0 && k < object && h != object:
			t[k].Head, t[k].Rel = object, grammar.Nummod
		case k > i && (h == i || h < i || h == old && k > object) && k != object:
			t[k].Head = i
			if t[k].Rel == grammar.Nmod {
				t[k].Rel = grammar.Obl
			}
		}
	}
	t[i].Head, t[i].Rel, t[i].Tag, t[i].Feats = -1, grammar.Root, grammar.Verb, grammar.Finite|grammar.Past
	t[subject].Head, t[subject].Rel = i, grammar.Nsubj
	if object >= 0 {
		t[object].Head, t[object].Rel = i, grammar.Obj
	}
}
