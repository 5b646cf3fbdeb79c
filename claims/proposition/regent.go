package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// The network hangs a clause on the noun in front of it, where the verb before governs it: "cleared by
// a jury of setting fire", "accused by the police of fraud". Which word may stand under which the
// signatures tell, which the grammar does not know; so the tree is put right here.

// A mend puts right what the parser has wrong at word i, and reports whether it was wrong.
type mend struct {
	example string // the word stands behind the bar
	at      func(s *Sentence, i int) bool
}

// mends are tried at each word in this order; where one has changed something, the others are not tried. The last hangs a word elsewhere, and
// is tried when all words have been through the others.
var mends = [...]mend{
	{"among those arrested were two | nurses", (*Sentence).amongThem},
	{"the chess player Nino Abel's | trainer", (*Sentence).ownedBehind},
	{"| Champions Brazil were beaten", (*Sentence).calledBefore},
	{"the destruction of the school by | shelling", (*Sentence).deedBy},
	{"| South Korean climbers", (*Sentence).joinsName},
	{"The | claim is that Doyle took bribes", (*Sentence).saysThat},
	{"a report | that it had offered Kyiv a truce", (*Sentence).contentThat},
	{"dismissed as “| fantasy” a report", (*Sentence).asIs},
	{"the farmers | surveyed had lost cattle", (*Sentence).behindNoun},
	{"accused by the police of | fraud", (*Sentence).rehang},
}

// regents mends the tree.
func (s *Sentence) regents() {
	changed := false
	for _, pass := range [...][]mend{mends[:len(mends)-1], mends[len(mends)-1:]} {
		for i := range s.Tree.Tokens {
			changed = slices.ContainsFunc(pass, func(m mend) bool { return m.at(s, i) }) || changed
		}
	}
	if changed {
		s.Tree.Settle()
	}
}

// hang hangs word i on word h.
func (s *Sentence) hang(i, h int, as grammar.Rel) {
	s.Tree.Tokens[i].Head, s.Tree.Tokens[i].Rel = h, as
}

// takePlace hangs word i where word h hangs, and word h on i.
func (s *Sentence) takePlace(i, h int, as grammar.Rel) {
	t := &s.Tree.Tokens[h]
	s.hang(i, t.Head, t.Rel)
	s.hang(h, i, as)
}

// amongThem makes "among those arrested were two nurses" the "two nurses were among those arrested" that it says; r is what the parser has for
// the predicate, the first of them.
func (s *Sentence) amongThem(r int) bool {
	t := &s.Tree.Tokens[r]
	is, those := s.child(r, grammar.Cop), s.child(r, grammar.Obl, grammar.Nmod)
	if is < 0 || is > r || those < 0 || those > is || !t.Tag.Nominal() || !s.has(amongst, s.preposition(those)) || s.child(r, grammar.Nsubj, grammar.NsubjPass, grammar.Expl) >= 0 {
		return false
	}
	for i := range s.Words { // "among those freed were two monks, and among those held was Adler"
		if i > is && s.has(amongst, s.Fold(i)) || s.Tree.Tokens[i].Rel == grammar.Conj && s.Tree.Under(i, r) && s.child(i, grammar.Cop, grammar.Nsubj, grammar.NsubjPass) >= 0 {
			return false
		}
	}
	s.children(r, func(k int, c *grammar.Token) {
		if k <= is || c.Tag == grammar.Punctuation && k > r && k == len(s.Words)-1 {
			c.Head = those
		}
	})
	s.takePlace(those, r, grammar.Nsubj)
	return true
}

// ownedBehind makes what a name behind a noun owns the head, which the parser has describe the noun: "the chess player Nino Abel's trainer".
// Twin: "the chess player, Nino Abel's friend".
func (s *Sentence) ownedBehind(k int) bool {
	t, of := &s.Tree.Tokens[k], s.child(k, grammar.NmodPoss)
	if of < 0 || of > k || s.Tree.Tokens[of].First == 0 || s.Tree.Tokens[of].Tag != grammar.ProperNoun {
		return false
	}
	h := s.Tree.Tokens[of].First - 1
	n := &s.Tree.Tokens[h]
	described := t.Rel == grammar.Appos && t.Head == h
	twice := (t.Rel == grammar.Nsubj || t.Rel == grammar.NsubjPass) && n.Rel == t.Rel && n.Head == t.Head
	if n.Tag != grammar.Noun || !described && !twice {
		return false
	}
	if described {
		s.hang(k, n.Head, n.Rel)
	}
	s.hang(h, of, grammar.NmodDesc)
	s.children(h, func(c int, x *grammar.Token) {
		if c > k {
			x.Head = k
		}
	})
	return true
}

// ampersand reports whether word i is an "&" between two words with capitals.
func (s *Sentence) ampersand(i int) bool {
	return i > 0 && i+1 < len(s.Words) && s.Words[i].In(s.Text.Src) == "&" && s.capital(i-1) && s.capital(i+1)
}

// calledBefore makes a noun say what the name right behind it is, where the parser has two subjects of one verb: "Champions Brazil were
// beaten", "quarter-finalists Peru lost".
func (s *Sentence) calledBefore(i int) bool {
	t := &s.Tree.Tokens[i]
	if i+1 == len(s.Words) || s.Text.Foreign || t.Rel != grammar.Nsubj && t.Rel != grammar.NsubjPass {
		return false
	}
	n := &s.Tree.Tokens[i+1]
	if n.Rel != t.Rel || n.Head != t.Head || n.Tag != grammar.ProperNoun || t.Tag != grammar.Noun || !lexicon.Known(s.Lemma(i), lexicon.Noun) {
		return false
	}
	s.hang(i, i+1, grammar.NmodDesc)
	return true
}

// deedBy makes a noun of what the parser has for a verb behind a noun: "the destruction of the school by shelling". Twin: "a way of saving
// the school by shelling the fort".
func (s *Sentence) deedBy(i int) bool {
	t := &s.Tree.Tokens[i]
	by := s.child(i, grammar.Mark)
	if t.Rel != grammar.Acl || by != i-1 || by < 0 || !s.has(agentive, s.Fold(by)) || t.Tag == grammar.Verb && !t.Feats.Has(grammar.Gerund) || s.child(i, grammar.Obj, grammar.Nsubj) >= 0 || t.Head < 0 {
		return false
	}
	if of := s.child(t.Head, grammar.Nmod); of < 0 || of > by || !s.has(owning, s.preposition(of)) {
		return false
	}
	t.Tag, t.Rel, t.Feats = grammar.Noun, grammar.Nmod, 0
	s.Tree.Tokens[by].Rel, s.Tree.Tokens[by].Tag = grammar.Case, grammar.Adposition
	return true
}

// joinsName makes one name of two words in front of a noun that the parser hung on it one by one: "South Korean climbers", "elected Karl
// Moss director". Twin: "French President Macron's office".
func (s *Sentence) joinsName(i int) bool {
	if i+1 == len(s.Words) {
		return false
	}
	t, n := &s.Tree.Tokens[i], &s.Tree.Tokens[i+1]
	if n.Head != t.Head || t.Head <= i+1 || t.Rel != grammar.Amod && t.Rel != grammar.Compound || n.Rel != grammar.Amod && n.Rel != grammar.Compound || !s.capital(i) || !s.capital(i+1) {
		return false
	}
	if _, ok := lexicon.PlaceOf(text.Cover([]text.Span{s.Span(i, i+1), s.Span(i+1, i+2)}).In(s.Text.Src)); ok {
		s.hang(i, i+1, grammar.Compound)
		return true
	}
	if a, ok := s.Tree.NameAt(i); ok && a.Kind == grammar.Person && s.personAt(i+1) && t.Rel == grammar.Compound {
		s.hang(i+1, i, grammar.Flat)
		return true
	}
	return false
}

// saysThat makes the noun i what a clause is the content of, where a copula joins the two: "The claim is that Doyle took bribes" says
// what "the claim that Doyle took bribes" does. The treebanks have two subjects of the verb there.
func (s *Sentence) saysThat(i int) bool {
	t := &s.Tree.Tokens[i]
	v := t.Head
	if t.Rel != grammar.Nsubj && t.Rel != grammar.NsubjPass || t.Tag != grammar.Noun || v <= i {
		return false
	}
	that, own := -1, false
	s.children(v, func(k int, c *grammar.Token) {
		switch {
		case c.Rel == grammar.Mark && k > i && that < 0:
			that = k
		case (c.Rel == grammar.Nsubj || c.Rel == grammar.NsubjPass) && that >= 0 && k > that:
			own = true
		}
	})
	if is := that - 1; !own || is <= i || s.Tree.Tokens[is].Tag != grammar.Auxiliary || s.Tree.Tokens[is].Head != v {
		return false
	}
	s.children(v, func(k int, c *grammar.Token) {
		if k < that && k != i {
			c.Head = i
		}
	})
	s.takePlace(i, v, grammar.Acl)
	s.Tree.Tokens[that-1].Rel = grammar.Cop
	return true
}

// contentThat makes the "that" behind a noun for what is said open a clause that has an object or a place of its own, where the
// parser has it for the object: "a report that it had offered Kyiv a truce", "“rumours” that oil had leaked into the bay". Twin: "the
// report that it had offered Kyiv".
func (s *Sentence) contentThat(i int) bool {
	t := &s.Tree.Tokens[i]
	v := t.Head
	if i == 0 || v < i || t.Rel != grammar.Obj && t.Rel != grammar.Iobj || s.Fold(i) != words(s.Text.Lang, complementizer) || s.child(v, grammar.Nsubj) < i {
		return false
	}
	noun := i - 1
	for noun > 0 && s.Tree.Tokens[noun].Tag == grammar.Punctuation {
		noun--
	}
	if _, ok := s.signature("noun", s.Fold(i), s.Lemma(noun)); !ok {
		return false
	}
	own := 1
	switch verb := s.Lemma(v); {
	case s.has(giving, verb):
		own = 2
	case s.has(lone, verb):
		own = 0
	}
	s.children(v, func(k int, o *grammar.Token) {
		if k > v && (o.Rel == grammar.Obj || o.Rel == grammar.Iobj || o.Rel == grammar.Obl && s.has(receiving, s.preposition(k))) {
			own--
		}
	})
	if own > 0 {
		return false
	}
	t.Rel, t.Tag, s.Tree.Tokens[v].Rel = grammar.Mark, grammar.Subordinator, grammar.Acl
	return true
}

// asIs parts the object of a verb from what somebody calls it, which stands in front: "dismissed as “fantasy” a report",
// "rejected as baseless a claim". The parser makes one name of the two.
func (s *Sentence) asIs(i int) bool {
	t := &s.Tree.Tokens[i]
	v := t.Head
	if t.Rel != grammar.Obl || v < 0 || v > i || s.Tree.Tokens[v].Tag != grammar.Verb || !s.has(capacity, s.preposition(i)) || s.child(v, grammar.Obj) >= 0 {
		return false
	}
	if o := s.child(i, grammar.Appos); o > i && s.child(o, grammar.Det, grammar.NmodPoss) > i {
		s.hang(o, v, grammar.Obj)
		return true
	}
	as, so, the := s.child(i, grammar.Case), s.child(i, grammar.Amod), s.child(i, grammar.Det)
	if so != as+1 || the < so {
		return false
	}
	s.Tree.Tokens[as].Head, t.Rel = so, grammar.Obj
	s.hang(so, v, grammar.Obl)
	return true
}

// behindNoun makes a participle describe the noun in front of it where a verb without a subject of its own follows, for whose regent the
// parser has it: "the farmers surveyed had lost cattle". Twin: "the farmers admitted having lost cattle".
func (s *Sentence) behindNoun(i int) bool {
	t := &s.Tree.Tokens[i]
	if i == 0 || t.Tag != grammar.Verb || s.Text.Foreign || !s.Tree.Tokens[i-1].Tag.Nominal() || s.child(i, grammar.Obj, grammar.Iobj, grammar.Aux, grammar.AuxPass) >= 0 {
		return false
	}
	who, v := s.child(i, grammar.Nsubj, grammar.NsubjPass), s.child(i, grammar.Ccomp)
	if who < 0 || who >= i || v <= i || s.Tree.Tokens[v].First != i+1 || s.child(v, grammar.Nsubj, grammar.NsubjPass, grammar.Mark) >= 0 ||
		s.Tree.Tokens[i+1].Tag != grammar.Auxiliary && v != i+1 || s.Tree.Tokens[i+1].Feats.Has(grammar.Gerund) {
		return false
	}
	s.children(i, func(_ int, c *grammar.Token) { c.Head = v })
	s.hang(v, t.Head, t.Rel)
	s.hang(i, i-1, grammar.Acl)
	t.Feats |= grammar.Participle
	return true
}

// A hanging is a row of what the parser hangs on the wrong word: word i, which hangs on h and by that on top.
type hanging struct {
	example    string // word i stands behind the bar
	rel, under rels   // how i hangs, and how h does
	joint      class  // of the preposition of i; empty for any, or none
	is         func(s *Sentence, i, h, top int) bool
	on         func(s *Sentence, i, h, top int) int // what i should hang on
	as         grammar.Rel
}

// rels are relations to ask for; none are all.
type rels []grammar.Rel

func (r rels) hold(rel grammar.Rel) bool { return r == nil || slices.Contains(r, rel) }

// hangings are tried in this order, until one holds.
var hangings = [...]hanging{
	{"was sentenced, the court said, to nine | years", rels{grammar.Obl}, nil, "", func(s *Sentence, i, h, _ int) bool {
		at, said, joint := s.Tree.Tokens[i].First, s.child(h, grammar.Ccomp), s.preposition(i)
		return at == h+1 && s.Tree.Tokens[at].Tag == grammar.Punctuation && (s.has(receiving, joint) || s.has(departing, joint)) && s.verbAt(said) && said < h
	}, func(s *Sentence, _, h, _ int) int { return s.child(h, grammar.Ccomp) }, grammar.Obl},
	{"the purchase of Norlab by | Helix", rels{grammar.Nmod}, rels{grammar.Nmod}, agentive, func(s *Sentence, i, h, top int) bool {
		return h < i && s.Tree.Tokens[top].Tag == grammar.Noun && s.Tree.Tokens[h].Tag == grammar.ProperNoun
	}, above, grammar.Nmod},
	{"moved from house arrest to | prison", rels{grammar.Nmod}, rels{grammar.Obl}, receiving, func(s *Sentence, i, h, _ int) bool {
		return h < i && s.has(departing, s.preposition(h))
	}, above, grammar.Obl},
	{"lent four planes to | Italy", rels{grammar.Nmod}, rels{grammar.Obj}, receiving, func(s *Sentence, _, _, top int) bool { return s.has(giving, s.Lemma(top)) }, above, grammar.Obl},
	{"borrowed four planes from | Italy", rels{grammar.Nmod}, rels{grammar.Obj}, departing, func(s *Sentence, _, _, top int) bool { return s.has(taking, s.Lemma(top)) }, above, grammar.Obl},
	{"accused by the police of | taking it", rels{grammar.Acl}, rels{grammar.OblAgent}, "", (*Sentence).blamed, above, grammar.Advcl},
	{"suspected the clerk of having | taken it", rels{grammar.Acl}, rels{grammar.Obj}, "", func(s *Sentence, i, h, top int) bool {
		return s.blamed(i, h, top) && s.Tree.Tokens[s.child(i, grammar.Mark)+1].Feats.Has(grammar.Gerund)
	}, above, grammar.Advcl},
	{"was promoted to major by Colonel | Barry", rels{grammar.Nmod, grammar.OblAgent}, rels{grammar.Obl, grammar.Xcomp}, agentive, func(s *Sentence, i, h, top int) bool {
		return !s.verbAt(h) && h > top && (s.Tree.Tokens[i].Tag == grammar.ProperNoun || isPerson(s.Text.Lang, s.Lemma(i))) && s.child(top, grammar.AuxPass) >= 0 && s.child(top, grammar.OblAgent) < 0
	}, above, grammar.OblAgent},
	{"the winner of the race, Marta | Lind", rels{grammar.Appos}, rels{grammar.Nmod}, "", func(s *Sentence, i, h, top int) bool {
		return top < h && s.personAt(i) && !s.personAt(h) && !lexicon.Human(s.Text.Lang, s.Lemma(h)) && s.roleAt(top)
	}, above, grammar.Appos},
	{"beat her rival in the race, Marta | Lind", rels{grammar.Appos}, rels{grammar.Obl}, "", func(s *Sentence, i, h, top int) bool {
		return s.personAt(i) && !s.personAt(h) && s.roleAt(s.child(top, grammar.Obj))
	}, func(s *Sentence, _, _, top int) int { return s.child(top, grammar.Obj) }, grammar.Appos},
}

// above hangs a word where the one hangs that it hangs on.
func above(_ *Sentence, _, _, top int) int { return top }

// blamed reports whether clause i tells what a verb above says that somebody did: "accused by the police of | taking it".
func (s *Sentence) blamed(i, _, top int) bool {
	mark := s.child(i, grammar.Mark)
	return mark >= 0 && mark < i && s.governs(s.Lemma(top), s.Fold(mark))
}

// rehang hangs word i where a row says that it should hang.
func (s *Sentence) rehang(i int) bool {
	t := &s.Tree.Tokens[i]
	h := t.Head
	if h < 0 || i == 0 {
		return false
	}
	n := &s.Tree.Tokens[h]
	for _, row := range hangings {
		if row.rel.hold(t.Rel) && row.under.hold(n.Rel) && (row.under == nil || n.Head >= 0) && (row.joint == "" || s.has(row.joint, s.preposition(i))) && row.is(s, i, h, n.Head) {
			s.hang(i, row.on(s, i, h, n.Head), row.as)
			return true
		}
	}
	return false
}

// Person reports whether the tagger takes a name of the text for a person's.
func (p *Phrase) Person() bool {
	return p.Name != "" && !p.Resolved && p.Sentence.personAt(p.Head) && (p.who == nil || p.who.Kind != name.Organisation)
}

// verbAt reports whether word i is a verb; no word is none.
func (s *Sentence) verbAt(i int) bool { return i >= 0 && s.Tree.Tokens[i].Tag == grammar.Verb }

// roleAt reports whether word i is a noun for somebody: "rival", "winner". No word is none.
func (s *Sentence) roleAt(i int) bool {
	return i >= 0 && (isPerson(s.Text.Lang, s.Lemma(i)) || lexicon.Is(s.Text.Lang, lexicon.RoleNoun, s.Lemma(i)))
}

// personAt reports whether the tagger takes word i for a part of a person's name.
func (s *Sentence) personAt(i int) bool {
	n, ok := s.Tree.NameAt(i)
	return ok && n.Kind == grammar.Person
}

// adjectiveAbove returns the adjective that a clause hangs on, "found guilty of falsifying", and of
// whom it is said; -1 if it hangs on none.
func (s *Sentence) adjectiveAbove(c *grammar.Clause) (adjective, who int) {
	h := s.Tree.Tokens[c.Predicate].Head
	if h < 0 || s.Tree.Tokens[h].Tag != grammar.Adjective || c.Link == grammar.Coordinated {
		return -1, -1
	}
	v := s.Tree.Tokens[h].Head
	if r := s.Tree.Tokens[h].Rel; r != grammar.Xcomp || v < 0 {
		return -1, -1
	}
	for i := range s.Clauses {
		if o := &s.Clauses[i]; o.Predicate == v {
			if o.Voice == grammar.Active && len(o.Objects) > 0 {
				return h, o.Objects[0] // "found him guilty of"
			}
			return h, o.Subject
		}
	}
	return h, -1
}
