package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// Some of whom a clause speaks are told apart behind a comma: "killed nine people, five of them children", "including six
// nurses", "among them three tankers". What is said of all is said of these too, and of no more of their kind: a second
// proposition has them in the place of all, and the first has them nowhere. What only some suffered is left unread, "two of
// them seriously", and so are those who are neither counted nor one, "including nurses".

// Of whom it is not said at all is told in the same breath: "signed by every state but Niger", "Chad, unlike Niger, signed
// it", "in parks but not on beaches". That is a second proposition too, which denies of the one what the first says of the
// others.

// nones parts what a clause denies of one thing by its "no" from what it says of another: "has 231 steps and no lift", "has no doctor and two
// nurses". Twin: "has no doctor or nurse", "no water and electricity".
func (s *Sentence) nones() {
	for _, p := range s.told() {
		n := p.Negation
		if !p.Negative || n < 0 || s.Tree.Tokens[n].Rel != grammar.Det || p.Each() {
			continue
		}
		none := slices.IndexFunc(p.Slots, func(x Slot) bool { return x.Phrase.Head == s.Tree.Tokens[n].Head })
		if none < 0 {
			continue
		}
		x := p.Slots[none]
		others := slices.ContainsFunc(p.Slots, func(y Slot) bool {
			return y.Role == x.Role && y.Phrase != x.Phrase && (y.Phrase.Head < n || y.Phrase.Amount != nil || y.Phrase.Definite)
		})
		if !others {
			continue
		}
		q := p.with(x.Phrase, x.Phrase)
		q.Slots = slices.DeleteFunc(q.Slots, func(y Slot) bool { return y.Role == x.Role && y.Phrase != x.Phrase })
		p.Negative, p.Negation = false, -1
		p.Slots = slices.DeleteFunc(p.Slots, func(y Slot) bool { return y.Phrase == x.Phrase })
		s.add(q)
	}
}

// A member is some of whom a slot speaks.
type member struct {
	first  int     // the word that opens it: "five" of "five of them children", "including"
	number int     // "five"
	head   int     // "children", the number itself where none is named: "eight of them in Haiti"
	where  int     // "Haiti", -1 if there is none
	named  *Phrase // with its number; nil if what it is was not read
}

// members adds what a clause says of those whom it tells apart.
func (s *Sentence) members() {
	for i := 1; i+1 < len(s.Words); i++ {
		if m, ok := s.memberAt(i); ok {
			s.single(m)
		}
	}
}

// memberAt returns the member whose group word i points back at: "including", or "them" of "five of them".
func (s *Sentence) memberAt(i int) (m member, ok bool) {
	number, first, noun := i+1, i, i+1
	m.where = -1
	switch {
	case s.has(including, s.Fold(i)):
	case !s.has(grouped, s.Fold(i)):
		return m, false
	case s.has(amongst, s.Fold(i-1)):
		first = i - 1
	case i >= 2 && s.has(owning, s.Fold(i-1)):
		number, first = i-2, i-2
	default:
		return m, false
	}
	n := s.Amount(number)
	if n != nil && n.Kind != quantity.Count || n == nil && first != i {
		return m, false
	}
	k := noun
	for t := &s.Tree.Tokens[k]; t.Head > k && s.Tree.Tokens[t.Head].Tag == grammar.Noun && t.Rel != grammar.Nsubj && t.Rel != grammar.NsubjPass; t = &s.Tree.Tokens[k] {
		k = t.Head
	}
	m.first, m.number, m.head = first, number, k
	if tag := s.Tree.Tokens[k].Tag; n != nil && tag != grammar.Noun { // "eight of them in Haiti"
		if k++; noun != number {
			k = noun
		}
		m.head = number
		if k < len(s.Words) && s.Tree.Tokens[k].Rel == grammar.Case && s.Tree.Tokens[k].Head > k {
			m.where = s.Tree.Tokens[k].Head
		}
	}
	if m.head == number && m.where < 0 || s.Tree.Tokens[m.head].Tag == grammar.Verb {
		return m, true
	}
	f := *s.Phrase(m.head)
	f.Amount, f.Many, f.Definite, f.Alias = n, nil, false, nil
	f.Modifiers = slices.DeleteFunc(slices.Clone(f.Modifiers), func(x Slot) bool { return x.Phrase.Head == i }) // "them three tankers"
	m.named = &f
	return m, true
}

// single says of a member what the clause nearest in front of it says of the whole group.
func (s *Sentence) single(m member) {
	var of *Proposition
	var group *Phrase
	for _, p := range s.told() {
		for _, x := range p.Slots {
			f := x.Phrase
			if (x.Role == Agent || x.Role == Patient) && f.Head < m.first && f.Name == "" && (f.Amount != nil || f.Token().Feats.Has(grammar.Plural)) &&
				(group == nil || f.Head > group.Head) {
				of, group = p, f
			}
		}
	}
	if group == nil || of.Kind == State {
		return
	}
	s.onlyWhole(group, m)
	if m.named == nil {
		return
	}
	q := of.with(m.named, group)
	q.Member = true
	if m.where >= 0 {
		where := Slot{Role: Oblique, Preposition: s.preposition(m.where), Phrase: s.Phrase(m.where)}
		m.named.Lemma, m.named.Modifiers = group.Lemma, []Slot{where}
		q.Slots = append(q.Slots, where)
	}
	s.add(q)
}

// onlyWhole takes a member out of what the sentence says of the whole group.
func (s *Sentence) onlyWhole(group *Phrase, m member) {
	told := func(h int) bool { return h == m.head || h == m.number || h == m.where }
	isTold := func(x Slot) bool { return told(x.Phrase.Head) && x.Phrase != group }
	group.Alias = slices.DeleteFunc(slices.Clone(group.Alias), func(a *Phrase) bool { return told(a.Head) })
	group.Modifiers = slices.DeleteFunc(slices.Clone(group.Modifiers), isTold)
	for _, p := range s.Propositions {
		p.Slots = slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return isTold(x) && x.Role != Attribute })
		if what := p.Fill(Attribute); p.Kind == State && what != nil && isTold(*what) {
			p.Force = Open // not all of them are children
		}
	}
}

// excluded reports whether the phrase of word k says who or what it was not: "in Lima, not
// Quito", "everyone but the mayor".
func (s *Sentence) excluded(k int) bool {
	not := false
	s.children(k, func(c int, t *grammar.Token) {
		switch {
		case c > k:
		case t.Rel == grammar.Advmod && s.has(excluding, s.Fold(c)):
			not = not || c+1 < len(s.Words) && !s.has(limiting, s.Fold(c+1))
		case t.Rel == grammar.Cc && s.Tree.Tokens[k].Rel == grammar.Conj:
			not = not || s.has(savingFrom, s.Fold(c)) && s.everyOne(s.Tree.Tokens[k].Head) || s.has(excepting, s.fixed(c))
		}
	})
	return not
}

// everyOne reports whether word i is for all of some, "everyone", "every state", or for none.
func (s *Sentence) everyOne(i int) bool {
	return s.has(everybody, s.Fold(i)) || s.childIs(i, everybody)
}

// exceptions denies of whom a clause leaves out what it says of all or of another, or says it where the clause denies it:
// "no player but Okoye".
func (s *Sentence) exceptions() {
	for i := range s.Words {
		if !s.Tree.Tokens[i].Tag.Nominal() || !s.excluded(i) && !s.has(excepting, s.preposition(i)) {
			continue
		}
		left := *s.Phrase(i)
		p, facing := s.contrasted(&left)
		if k := slices.IndexFunc(s.Propositions, func(p *Proposition) bool { return p.Only }); k >= 0 && s.excluded(i) && i < s.Propositions[k].Head {
			if who := s.Propositions[k].Fill(Agent); who != nil {
				p, facing = s.Propositions[k], who.Phrase // "it was Duda, not the abbot, who"
			}
		}
		if facing == nil {
			continue
		}
		left.First = max(left.First, left.named.First)
		left.Modifiers = slices.DeleteFunc(slices.Clone(left.Modifiers), func(x Slot) bool { return s.has(excluding, x.Phrase.Lemma) })
		p.Slots = slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return x.Phrase.Head == i })
		q := p.with(&left, facing)
		facing.Modifiers = slices.DeleteFunc(slices.Clone(facing.Modifiers), func(x Slot) bool { return x.Phrase.Head == i }) // "all the shops except the bakery" as "all closed except"
		if own := s.preposition(i); own != "" && !s.has(excepting, own) {
			if x := q.Find(func(x *Slot) bool { return x.Phrase == &left && x.Role == Oblique }); x != nil {
				x.Preposition = own // "in parks but not on beaches"
			}
		}
		p.Excepted, q.Negative, q.Negation = true, !p.Negative, i
		s.add(q)
	}
}

// contrasted returns the clause that leaves a phrase out, and what it says in the place of that: the last phrase in front
// that is for all of some, or a name if the one left out is one; who acts, if it stands at the head. Nil if there is none.
func (s *Sentence) contrasted(left *Phrase) (of *Proposition, facing *Phrase) {
	for _, p := range s.told() {
		for _, x := range p.Slots {
			f := x.Phrase
			alike := (f.Name != "") == (left.Name != "") && !f.Pronoun || s.everyOne(f.Head)
			if x.Role == Time || x.Role == Manner || f.Head == left.Head || !alike || left.First <= f.Head && f.Head < left.End {
				continue
			}
			if f.Head < left.Head && (facing == nil || facing.Head > left.Head || f.Head > facing.Head) || facing == nil && x.Role == Agent {
				of, facing = p, f
			}
		}
	}
	return of, facing
}

// ofThem gives a circumstance behind "300 of them" to these: of "900 people, 300 of them
// in Graz" not all are in Graz.
func (p *Proposition) ofThem() {
	part := -1
	for _, x := range p.Slots {
		for _, a := range x.Phrase.Alias {
			if a.Amount != nil && x.Phrase.Amount != nil && a.Head > x.Phrase.Head {
				part = a.Head
			}
		}
	}
	if part < 0 {
		return
	}
	p.Slots = slices.DeleteFunc(p.Slots, func(x Slot) bool { return x.Role == Oblique && x.Phrase.Head > part })
}
