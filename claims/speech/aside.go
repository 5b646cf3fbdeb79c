package speech

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// An Aside is what a passage says in a clause that hangs on another, or by an apposition, in
// words that stand alone: of “Doe, who left, said so though it rained” the clauses “Doe |
// left” and “it rained”. Whose words they are is not told here. Twins: “Those who left said
// so”, “Doe said so unless it rained”.
type Aside struct {
	Predicate int          // a word
	Parts     []text.Range // in order; who it is of stands first, where the clause borrows him
}

// Asides appends the asides of the passage of t that was taken apart last, in order.
func (s *Analysis) Asides(dst []Aside, t *Text) []Aside {
	for i := range s.units {
		if s.units[i].quotation >= 0 {
			continue
		}
		if parts := s.aside(t, i); len(parts) > 0 {
			dst = append(dst, Aside{s.units[i].words.First, parts})
		}
	}
	return dst
}

// aside returns what is said with unit i as its predicate, nil if nothing is.
func (s *Analysis) aside(t *Text, i int) []text.Range {
	u := &s.units[i]
	if u.head < 0 {
		return nil
	}
	lo, hi := s.branch(i)
	switch u.rel {
	case grammar.Advcl, grammar.Ccomp, grammar.Conj:
		return s.clause(t, i, lo, hi)
	case grammar.AclRelcl:
		if !s.predicates(i) || !s.setOff(lo) {
			return nil
		}
		head := s.described(t, i)
		if who := s.subject(i); who > 0 && s.plainBefore(head, who) && t.Words[s.units[who+1].words.First].Space {
			return []text.Range{s.run(head, who-1), s.run(who+1, hi)}
		}
		return []text.Range{s.run(head, hi)}
	case grammar.Appos:
		if s.setOff(lo) && u.tag == grammar.Noun && u.shape == small {
			return []text.Range{s.run(s.described(t, i), s.serves(t, hi))}
		}
	}
	return nil
}

// plainBefore reports whether unit who is a relative pronoun behind a mark, and before that
// from unit head on nothing but a noun and what stands before it: “the late Doe, | who”.
// Twin: “the friends of Doe, | who”.
func (s *Analysis) plainBefore(head, who int) bool {
	for i := head; i < who-1; i++ {
		if s.units[i].tag == grammar.Adposition || s.units[i].tag == grammar.Punctuation {
			return false
		}
	}
	return head < who-1 && relatives[s.units[who].word] && s.units[who-1].tag == grammar.Punctuation && who+1 < len(s.units)
}

// serves returns the end of what somebody is that the tree ends at unit hi, though for whom
// he is so follows: “a director | of research at the Lake Institute,”.
func (s *Analysis) serves(t *Text, hi int) int {
	if hi == len(s.units) || !lexicon.Is("en", lexicon.Serving, t.word(s.units[hi].words.First)) {
		return hi
	}
	for hi < len(s.units) && s.units[hi].tag != grammar.Punctuation && s.units[hi].quotation < 0 && !s.predicates(hi) {
		hi++
	}
	return hi
}

// described returns the first unit of the phrase that unit i describes: of a person rather than
// of where he is from, “| Doe of Bana, a lawyer”. Twin: “Doe of | Bana, a town”.
func (s *Analysis) described(t *Text, i int) int {
	noun, subject := int(s.units[i].head), s.subject(i)
	human := lexicon.Human("en", t.word(s.units[i].words.First)) || subject >= 0 && s.units[subject].word == who
	for human && s.units[noun].rel == grammar.Nmod && s.units[s.units[noun].head].tag == grammar.ProperNoun {
		noun = int(s.units[noun].head)
	}
	first, _ := s.branch(noun)
	for u := &s.units[first]; first < noun && (u.tag == grammar.Punctuation || u.rel == grammar.Case || u.rel == grammar.Fixed || u.rel == grammar.Cc); u = &s.units[first] {
		first++
	}
	return first
}

// clause returns the parts of the finite clause between the units lo and hi whose predicate is
// unit i, without the words that join it to another; nil if it only supposes something.
func (s *Analysis) clause(t *Text, i, lo, hi int) []text.Range {
	subject, first := s.subject(i), lo
	if !s.predicates(i) && (subject < 0 || s.units[i].tag != grammar.Verb || !s.units[i].feats.Has(grammar.Past)) {
		return nil
	}
	for j := lo; j < i && (subject < 0 || j < subject); j++ {
		w := t.word(s.units[j].words.First)
		if lexicon.Is("en", lexicon.Supposing, w) {
			return nil
		}
		if rel := s.units[j].rel; rel == grammar.Mark || rel == grammar.Cc || rel == grammar.Advmod && lexicon.Is("en", lexicon.Subordinator, w) {
			first = j + 1
		}
	}
	joined := s.units[i].rel == grammar.Conj
	borrows := subject < 0
	if borrows && joined {
		subject = s.subject(int(s.units[i].head))
	}
	switch {
	case subject < 0, relatives[s.units[subject].word], !joined && (first == lo || relatives[s.units[first-1].word]):
		return nil
	case !borrows:
		return []text.Range{s.run(first, hi)}
	case hi-first < 2: // “insulted | “the left””
		return nil
	}
	from, to := s.branch(subject)
	return []text.Range{s.run(from, min(to, first)), s.run(first, hi)}
}

var relatives = map[uint32]bool{who: true, which: true, hashFold("that"): true}

// subject returns the subject of unit i, -1 if it has none.
func (s *Analysis) subject(i int) int {
	for j := s.kids[i]; j >= 0; j = s.next[j] {
		switch s.units[j].rel {
		case grammar.Nsubj, grammar.NsubjPass, grammar.Csubj, grammar.Expl:
			return int(j)
		}
	}
	return -1
}

// branch returns the units around unit i that hang on it, as far as they stand together.
func (s *Analysis) branch(i int) (lo, hi int) {
	for lo = i; lo > 0 && s.governs(i, lo-1); lo-- {
	}
	for hi = i + 1; hi < len(s.units) && s.governs(i, hi); hi++ {
	}
	return lo, hi
}

// setOff reports whether unit i is a mark or stands behind one.
func (s *Analysis) setOff(i int) bool {
	return slices.ContainsFunc([]int{i - 1, i}, func(k int) bool { return k >= 0 && s.units[k].tag == grammar.Punctuation })
}

// run returns the words of the units from lo up to hi, none if lo is not before hi.
func (s *Analysis) run(lo, hi int) text.Range {
	if lo >= hi {
		return text.Range{}
	}
	return text.Range{First: s.units[lo].words.First, End: s.units[hi-1].words.End}
}
