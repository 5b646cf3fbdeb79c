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

// rehang hangs word i where it should hang.
func (s *Sentence) rehang(i int) bool {
	h, r := s.regent(i)
	if h < 0 {
		return false
	}
	s.Tree.Tokens[i].Head, s.Tree.Tokens[i].Rel = h, r
	return true
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
	of := &s.Tree.Tokens[those]
	of.Head, of.Rel = t.Head, t.Rel
	t.Head, t.Rel = those, grammar.Nsubj
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
		t.Head, t.Rel = n.Head, n.Rel
	}
	n.Head, n.Rel = of, grammar.NmodDesc
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
	t.Head, t.Rel = i+1, grammar.NmodDesc
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
		t.Head, t.Rel = i+1, grammar.Compound
		return true
	}
	if a, ok := s.Tree.NameAt(i); ok && a.Kind == grammar.Person && s.personAt(i+1) && t.Rel == grammar.Compound {
		n.Head, n.Rel = i, grammar.Flat
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
	t.Head, t.Rel = s.Tree.Tokens[v].Head, s.Tree.Tokens[v].Rel
	s.Tree.Tokens[that-1].Rel = grammar.Cop
	s.Tree.Tokens[v].Head, s.Tree.Tokens[v].Rel = i, grammar.Acl
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
		s.Tree.Tokens[o].Head, s.Tree.Tokens[o].Rel = v, grammar.Obj
		return true
	}
	as, so, the := s.child(i, grammar.Case), s.child(i, grammar.Amod), s.child(i, grammar.Det)
	if so != as+1 || the < so {
		return false
	}
	s.Tree.Tokens[as].Head = so
	s.Tree.Tokens[so].Head, s.Tree.Tokens[so].Rel, t.Rel = v, grammar.Obl, grammar.Obj
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
	above, rel := t.Head, t.Rel
	s.children(i, func(_ int, c *grammar.Token) { c.Head = v })
	s.Tree.Tokens[v].Head, s.Tree.Tokens[v].Rel = above, rel
	t.Head, t.Rel, t.Feats = i-1, grammar.Acl, t.Feats|grammar.Participle
	return true
}

// regent returns the word that word i should hang on, and how; -1 if it hangs where it should.
func (s *Sentence) regent(i int) (int, grammar.Rel) {
	t := &s.Tree.Tokens[i]
	if t.Head < 0 || i == 0 {
		return -1, 0
	}
	n, mark := &s.Tree.Tokens[t.Head], s.child(i, grammar.Mark)
	switch {
	case t.Rel == grammar.Advcl && t.First > 1 && s.has(whereat, s.Fold(t.First)) && s.Tree.Tokens[t.First].Head == i && s.Tree.Tokens[t.First-2].Tag == grammar.ProperNoun && s.Tree.Tokens[t.First-1].Tag == grammar.Punctuation:
		return t.First - 2, grammar.AclRelcl // "taking over from Nigeria, where leaders met"
	case t.Rel == grammar.Obl && t.First == t.Head+1 && s.Tree.Tokens[t.First].Tag == grammar.Punctuation && (s.has(receiving, s.preposition(i)) || s.has(departing, s.preposition(i))) &&
		s.verbAt(s.child(t.Head, grammar.Ccomp)) && s.child(t.Head, grammar.Ccomp) < t.Head:
		return s.child(t.Head, grammar.Ccomp), grammar.Obl // "was sentenced, the court said, to nine years"
	case n.Head < 0:
	case t.Rel == grammar.Nmod && n.Rel == grammar.Nmod && t.Head < i && s.Tree.Tokens[n.Head].Tag == grammar.Noun && s.has(agentive, s.preposition(i)) && n.Tag == grammar.ProperNoun:
		return n.Head, grammar.Nmod // "the purchase of Norlab by Helix"
	case t.Rel == grammar.Nmod && n.Rel == grammar.Obl && t.Head < i && s.has(receiving, s.preposition(i)) && s.has(departing, s.preposition(t.Head)):
		return n.Head, grammar.Obl // "moved from house arrest to prison"
	case t.Rel == grammar.Nmod && n.Rel == grammar.Obj && (s.has(receiving, s.preposition(i)) && s.has(giving, s.Lemma(n.Head)) || s.has(departing, s.preposition(i)) && s.has(taking, s.Lemma(n.Head))):
		return n.Head, grammar.Obl // "borrowed four planes from Italy", "lent four planes to Italy"
	case t.Rel == grammar.Acl && mark >= 0 && mark < i && (n.Rel == grammar.OblAgent || n.Rel == grammar.Obj && s.Tree.Tokens[mark+1].Feats.Has(grammar.Gerund)) && s.governs(s.Lemma(n.Head), s.Fold(mark)):
		return n.Head, grammar.Advcl // "suspected the clerk of taking it", "of having taken it"
	case (t.Rel == grammar.Nmod || t.Rel == grammar.OblAgent) && (n.Rel == grammar.Obl || n.Rel == grammar.Xcomp) && n.Tag != grammar.Verb && t.Head > n.Head &&
		(t.Tag == grammar.ProperNoun || isPerson(s.Text.Lang, s.Lemma(i))) && s.has(agentive, s.preposition(i)) && s.child(n.Head, grammar.AuxPass) >= 0 && s.child(n.Head, grammar.OblAgent) < 0:
		return n.Head, grammar.OblAgent // "was promoted to major by Colonel Barry"
	case t.Rel == grammar.Obl && n.Rel == grammar.Acl && n.Feats.Has(grammar.Participle) && (s.personAt(i) || lexicon.Human(s.Text.Lang, s.Lemma(i))) && s.has(agentive, s.preposition(i)) && s.child(t.Head, grammar.OblAgent) < 0:
		return t.Head, grammar.OblAgent // "founded by two brothers"
	case t.Rel == grammar.Appos && n.Rel == grammar.Nmod && n.Head < t.Head && s.personAt(i) && !s.personAt(t.Head) &&
		!lexicon.Human(s.Text.Lang, s.Lemma(t.Head)) && s.roleAt(n.Head):
		return n.Head, grammar.Appos // "the winner of the race, Marta Lind"
	case t.Rel == grammar.Appos && n.Rel == grammar.Obl && s.personAt(i) && !s.personAt(t.Head) && s.roleAt(s.child(n.Head, grammar.Obj)):
		return s.child(n.Head, grammar.Obj), grammar.Appos // "beat her rival in the race, Marta Lind"
	}
	return -1, 0
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
