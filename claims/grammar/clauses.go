package grammar

// clauseBuilder takes a tree apart. First it decides which words are predicates,
// then it collects what depends on each, and at last, heads before dependents,
// what a clause borrows from the one that it hangs on.
type clauseBuilder struct {
	s     *Sentence
	first []int // the first dependent of a word, -1 if it has none
	next  []int // the next dependent of the same head
	at    []int // the clause of which a word is the predicate, -1 for other words
	out   []Clause
}

func (b *clauseBuilder) linkChildren() {
	for i := range b.first {
		b.first[i] = -1
	}
	for i := len(b.s.Tokens) - 1; i >= 0; i-- {
		if h := b.s.Tokens[i].Head; h >= 0 {
			b.next[i] = b.first[h]
			b.first[h] = i
		} else {
			b.next[i] = -1
		}
	}
}

// order returns the words so that every head stands before its dependents.
func (b *clauseBuilder) order() []int {
	out := make([]int, 0, len(b.s.Tokens))
	for i, t := range b.s.Tokens {
		if t.Head < 0 {
			out = append(out, i)
		}
	}
	for k := 0; k < len(out); k++ {
		for c := b.first[out[k]]; c >= 0; c = b.next[c] {
			out = append(out, c)
		}
	}
	return out
}

// child returns the first dependent of word i with one of the relations, -1 if
// there is none.
func (b *clauseBuilder) child(i int, rels ...Rel) int {
	for c := b.first[i]; c >= 0; c = b.next[c] {
		for _, r := range rels {
			if b.s.Tokens[c].Rel == r {
				return c
			}
		}
	}
	return -1
}

// decide tells whether word i is a predicate: at[i] becomes 0 if it is.
func (b *clauseBuilder) decide(i int) {
	t := b.s.Tokens[i]
	verbal := t.Tag == Verb || b.sized(i) || b.child(i, Cop, Nsubj, NsubjPass, Csubj) >= 0
	is := false
	switch t.Rel {
	case Root, Ccomp, Advcl, AclRelcl, Csubj, Appos:
		is = true
	case Xcomp, Acl, Parataxis:
		is = verbal
	case Conj:
		is = t.Head >= 0 && b.at[t.Head] >= 0 && (verbal || b.s.Tokens[t.Head].Rel == Appos || b.child(t.Head, Cop) >= 0)
	}
	if is {
		b.at[i] = 0
	}
}

// build collects what depends on the predicate i.
func (b *clauseBuilder) build(i int) Clause {
	c := Clause{Predicate: i, Copula: -1, Particle: -1, Mark: -1, Subject: -1, Agent: -1, Attribute: -1, Parent: -1, Noun: -1, Negation: -1, Modal: -1}
	t := b.s.Tokens[i]
	c.Link = linkOf(t.Rel)
	if h := t.Head; h >= 0 {
		for h >= 0 && b.at[h] < 0 {
			h = b.s.Tokens[h].Head
		}
		if h >= 0 {
			c.Parent = b.at[h]
		}
		if c.Link == Relative || c.Link == Reduced || c.Link == Appositive {
			c.Noun = t.Head
		}
	}
	for k := b.first[i]; k >= 0; k = b.next[k] {
		b.collect(&c, k)
	}
	b.negate(&c)
	return c
}

func linkOf(r Rel) Link {
	switch r {
	case Conj:
		return Coordinated
	case Ccomp:
		return Content
	case Xcomp:
		return Open
	case Advcl:
		return Circumstance
	case AclRelcl:
		return Relative
	case Acl:
		return Reduced
	case Appos:
		return Appositive
	case Csubj:
		return SubjectClause
	case Parataxis:
		return Aside
	}
	return Main
}

// collect puts a dependent of the predicate where it belongs.
func (b *clauseBuilder) collect(c *Clause, k int) {
	switch t := b.s.Tokens[k]; t.Rel {
	case Nsubj, NsubjPass, Csubj:
		if c.Subject < 0 {
			c.Subject = k
		}
		if t.Rel == NsubjPass {
			c.Voice = PassiveVoice
		}
	case Aux:
		c.Auxiliaries = append(c.Auxiliaries, k)
	case AuxPass:
		c.Auxiliaries = append(c.Auxiliaries, k)
		if !b.is(k, perfect) || b.s.Lang == "fr" && b.is(k, becomes) && !b.is(c.Predicate, moves) { // "has left", "est parti" are active, whatever the parser says
			c.Voice = PassiveVoice
		}
	case Cop:
		if c.Copula < 0 {
			c.Copula = k
		}
	case Mark:
		if c.Mark < 0 {
			c.Mark = k
		}
	case CompoundPrt:
		if c.Particle < 0 {
			c.Particle = k
		}
	case Obj, Iobj:
		c.Objects = append(c.Objects, k)
	case Xcomp:
		if b.at[k] < 0 && c.Attribute < 0 {
			c.Attribute = k
		}
	case OblAgent:
		c.Voice = PassiveVoice
		if c.Agent < 0 {
			c.Agent = k
			return
		}
		c.Obliques = append(c.Obliques, Oblique{b.child(k, Case), k})
	case Obl, OblUnmarked:
		c.Obliques = append(c.Obliques, Oblique{b.child(k, Case), k})
	case Advmod:
		c.Adverbs = append(c.Adverbs, k)
	}
}

// negate finds the word that negates the predicate: beside it, or in its subject
// or an object.
func (b *clauseBuilder) negate(c *Clause) {
	for k := b.first[c.Predicate]; k >= 0; k = b.next[k] {
		switch t := b.s.Tokens[k]; t.Rel {
		case Advmod, Aux, Mark, Discourse, Case, Det:
			if b.is(k, negates) && b.s.Restricted(k) < 0 {
				c.Negation = k
			}
		case Nsubj, NsubjPass, Obj:
			if b.is(k, negates) {
				c.Negation = k
			} else if d := b.child(k, Det, Advmod); d >= 0 && b.is(d, negates) {
				c.Negation = d
			}
		}
		if b.is(k, replaces) && b.child(k, Fixed) >= 0 && (b.s.Tokens[k].Rel == Cc || b.s.Tokens[k].Rel == Mark) {
			c.Negation = k // "rather than", "instead of"
		}
		if c.Negation >= 0 {
			c.Scope = b.scope(c)
			return
		}
	}
}

// scope returns the words from the negation to the end of its clause, without the
// clauses that are coordinated with it or set beside it.
func (b *clauseBuilder) scope(c *Clause) Range {
	r := Range{c.Negation, b.s.Tokens[c.Predicate].End}
	for k := b.first[c.Predicate]; k >= 0; k = b.next[k] {
		if t := b.s.Tokens[k]; k > c.Predicate && b.at[k] >= 0 && (t.Rel == Conj || t.Rel == Parataxis || t.Rel == Advcl) {
			r.End = min(r.End, t.First)
		}
	}
	for r.End > r.First+1 && b.s.Tokens[r.End-1].Tag == Punctuation {
		r.End--
	}
	r.End = max(r.End, r.First+1)
	return r
}

// resolve fills in what a clause takes from the clause that it hangs on, which is
// resolved already.
func (b *clauseBuilder) resolve(c *Clause) {
	var parent *Clause
	if c.Parent >= 0 {
		parent = &b.out[c.Parent]
	}
	feats := b.s.Tokens[c.Predicate].Feats
	switch c.Link {
	case Relative:
		b.takeNoun(c)
	case Reduced:
		if c.Subject < 0 && (feats&(Participle|Gerund) != 0 || b.sized(c.Predicate)) {
			c.Subject, c.Borrowed = c.Noun, true
			if feats.Has(Participle) && !(b.s.Lang == "fr" && b.is(c.Predicate, moves)) && !(len(c.Auxiliaries) > 0 && b.s.Tokens[c.Auxiliaries[0]].Feats.Has(Gerund)) { // not "les rebelles ayant pris la ville"
				c.Voice = PassiveVoice
			}
		}
	case Appositive:
		c.Subject, c.Borrowed = c.Noun, true
	case Coordinated:
		b.takeParallel(c, parent)
	case Content:
		if c.Subject < 0 && parent != nil && b.s.Lang == "fr" && !feats.Has(Finite) { // "se dit prêt", "nie soutenir"
			c.Subject, c.Borrowed = parent.Subject, true
		}
	case Open, Circumstance:
		if c.Subject < 0 && parent != nil && !(c.Link == Circumstance && (feats.Has(Finite) && c.Voice == Active && !b.opens(c) || b.behindPhrase(c))) { // "after it fell": a finite verb has its own, found or not
			c.Subject, c.Borrowed = parent.Subject, true
			if c.Link == Open && len(parent.Objects) > 0 && parent.Voice == Active {
				c.Subject = parent.Objects[0]
			}
			c.Borrowed = c.Subject >= 0
			if c.Link == Open && len(parent.Objects) > 0 && (b.is(parent.Predicate, results) || b.s.Lang != "fr" && feats.Has(Past) && c.Mark < 0 && !b.is(c.Predicate, moves)) && feats.Has(Participle) && len(c.Auxiliaries)+len(c.Objects) == 0 {
				c.Voice = PassiveVoice // "left travellers stranded", "seized cocaine hidden among bananas"
			}
		}
		if (b.s.Lang == "fr" || c.Link == Circumstance) && c.Borrowed && len(c.Auxiliaries) == 0 && len(c.Objects) == 0 && c.Copula < 0 && (feats.Has(Participle|Past) || b.opens(c)) && !b.is(c.Predicate, moves) {
			c.Voice = PassiveVoice // "Founded in 1921, the bakery", "Battu à Nantes, Auxerre recule"; not "Retired in 1921", "Arrivé à Nantes"
		}
	}
	if c.Voice == PassiveVoice && len(c.Auxiliaries) == 0 && feats.Has(Finite) && c.Agent >= 0 && b.s.Lang != "fr" && b.is(c.Predicate, moves) {
		c.Voice, c.Agent, c.Obliques = Active, -1, append(c.Obliques, Oblique{b.child(c.Agent, Case), c.Agent}) // "fled by boat"
	}
	b.tense(c, parent)
}

// sized reports whether adjective i says of a noun more than what it is like: "la passerelle, | longue de 310 mètres".
func (b *clauseBuilder) sized(i int) bool {
	return b.s.Lang == "fr" && b.s.Tokens[i].Tag == Adjective && b.s.Tokens[i].Rel == Acl && b.child(i, Obl, Nmod) >= 0
}

// opens reports whether a clause is a past participle, whatever the tagger takes it for: no word joins it, and it begins the
// sentence or stands behind a comma: "Asked about the leak, he left".
func (b *clauseBuilder) opens(c *Clause) bool {
	t := &b.s.Tokens[c.Predicate]
	return b.s.Lang != "fr" && t.Feats.Has(Past) && c.Mark < 0 && len(c.Auxiliaries) == 0 && t.First == c.Predicate && (c.Predicate == 0 || b.s.Tokens[c.Predicate-1].Tag == Punctuation)
}

// behindPhrase reports whether a participle stands behind the noun of a phrase that opens the sentence, so that it may describe
// either: "Under the agreement, brokered by Qatar, each side".
func (b *clauseBuilder) behindPhrase(c *Clause) bool {
	k := c.Predicate - 2
	if b.s.Lang == "fr" || k < 1 || b.s.Tokens[k+1].Tag != Punctuation || !b.s.Tokens[k].Tag.Nominal() || b.s.Tokens[c.Predicate].Feats.Has(Gerund) || b.s.Tokens[c.Predicate].Head < k {
		return false
	}
	n := k
	for n >= 0 && b.s.Tokens[n].Head != b.s.Tokens[c.Predicate].Head && b.s.Tokens[n].Head != c.Predicate {
		n = b.s.Tokens[n].Head
	}
	return n >= 0 && b.s.Tokens[n].Rel == Obl && b.child(n, Case) == 0
}

// takeNoun puts the noun for the relative pronoun that stands for it.
func (b *clauseBuilder) takeNoun(c *Clause) {
	if c.Subject >= 0 && b.is(c.Subject, relative) {
		c.Subject, c.Borrowed = c.Noun, true
	}
	for k, o := range c.Objects {
		if b.is(o, relative) {
			c.Objects[k] = c.Noun
		}
	}
}

// takeParallel gives a coordinated clause what it shares with the first: the
// subject, and if its verb is not finite the auxiliaries and what they tell.
func (b *clauseBuilder) takeParallel(c, parent *Clause) {
	if parent == nil || c.Subject >= 0 {
		return
	}
	c.Subject, c.Borrowed = parent.Subject, parent.Subject >= 0
	c.Noun = parent.Noun
	t := b.s.Tokens[c.Predicate]
	unlike := t.Feats.Has(Finite) && len(c.Auxiliaries) == 0 && len(parent.Auxiliaries) > 0 // "had survived but gave no details"
	if adjacent := c.Predicate == parent.Predicate+2; adjacent && len(parent.Objects) == 0 && parent.Voice == Active && !unlike {
		parent.Objects = c.Objects // "captured and burned the town", hung on the second
	} else if adjacent && len(c.Objects) == 0 && len(parent.Objects) > 0 && parent.Objects[0] > c.Predicate && c.Voice == Active && parent.Voice == Active {
		c.Objects = parent.Objects // hung on the first
	}
	if len(c.Auxiliaries) > 0 || c.Copula >= 0 {
		return
	}
	done := parent.Voice == PassiveVoice && len(parent.Auxiliaries) > 0 && len(c.Objects) == 0 && t.Feats.Has(Past) && !b.is(c.Predicate, moves) && b.s.Lang == "en" // "was tried and hanged", whatever the tagger takes "hanged" for
	if same := b.s.Tokens[parent.Predicate].Feats & t.Feats & (Participle | Infinitive | Gerund); !done && (same == 0 || t.Feats.Has(Finite)) {
		return
	}
	c.Auxiliaries, c.Voice = parent.Auxiliaries, parent.Voice
	if c.Negation < 0 && parent.Negation >= 0 {
		c.Negation, c.Scope = parent.Negation, Range{b.s.Tokens[c.Predicate].First, b.s.Tokens[c.Predicate].End}
	}
}

// tense reads tense and modality off the verb and its auxiliaries.
func (b *clauseBuilder) tense(c, parent *Clause) {
	finite := c.Predicate
	for _, k := range c.Auxiliaries {
		t := b.s.Tokens[k]
		switch {
		case b.is(k, future):
			c.Tense = FutureTense
		case (t.Feats.Has(Modal) || b.is(k, necessary) && !b.is(k, perfect)) && c.Modal < 0: // "need not go" has no form of a modal
			if c.Modality = b.modality(k); c.Modality != Actual {
				c.Modal = k
			}
		case b.is(k, perfect):
			of := c.Predicate
			if c.Copula >= 0 && b.s.Lang == "fr" {
				of = c.Copula // "a été libre"
			}
			c.Perfect = c.Perfect || b.s.Tokens[of].Feats.Has(Participle) && b.s.Tokens[k].Rel != AuxPass
		case b.is(k, progress):
			c.Continuous = c.Continuous || b.s.Tokens[c.Predicate].Feats.Has(Gerund)
		}
	}
	switch {
	case len(c.Auxiliaries) > 0:
		finite = c.Auxiliaries[0]
	case c.Copula >= 0:
		finite = c.Copula
	}
	if c.Tense == NoTense {
		switch f := b.s.Tokens[finite].Feats; {
		case f.Has(Future):
			c.Tense = FutureTense
		case c.Perfect && b.s.Lang == "fr":
			c.Tense = PastTense
		case f.Has(Modal) && c.Perfect, f.Has(Past | Finite):
			c.Tense = PastTense
		case f.Has(Modal), f.Has(Present):
			c.Tense = PresentTense
		}
	}
	if b.s.Tokens[finite].Feats.Has(Hypothetical) && c.Modality == Actual {
		c.Modality, c.Modal = Hearsay, finite
	}
	if c.Link == Open && parent != nil && c.Modality == Actual {
		if k := parent.Predicate; b.is(k, intends) || b.is(k, prospect) && (parent.Continuous || b.s.Lang == "fr") || b.is(k, moves) && b.s.Lang == "fr" && b.s.Tokens[c.Predicate].Feats.Has(Infinitive) && c.Mark < 0 { // not "est parvenu à vendre"
			c.Modality, c.Modal = Intended, k
		} else if b.is(k, necessary) && b.s.Tokens[c.Predicate].Feats.Has(Infinitive) {
			c.Modality, c.Modal = Necessary, k
		} else if parent.Modality != Actual {
			c.Modality, c.Modal = parent.Modality, parent.Modal
		}
	}
}

func (b *clauseBuilder) modality(k int) Modality {
	switch {
	case b.is(k, possible):
		return Possible
	case b.is(k, necessary):
		return Necessary
	case b.is(k, would):
		return Conditional
	}
	return Actual
}
