package grammar

import "factcheck/claims/text"

// The parser is a small network, and news is written in constructions that the web texts
// it learned from have seldom: "The museum, founded in 1887, owns it", "German carmaker
// Hollmann has bought", "beat Levante 2-1". Where the arcs of one of these cannot be
// right, whatever the words are, mend puts them right. Each mend names what cannot be:
// a verb with a subject of its own that is another verb's subject, two subjects side by
// side, a passive by an amount. On web text (UD English EWT dev, LAS 86.3) they change
// nothing to speak of, since it hardly has what these are for; testdata/cases.txt has them
// with their twins. The arcs stay projective.

// mend puts right what the network is known to get wrong. Words gives the words of the
// tokens, of which only marks are looked at.
func (p *Parser) mend(src string, words []text.Word) {
	for i := range p.tokens {
		switch t := &p.tokens[i]; {
		case t.Tag == Pronoun && p.initials(src, words, i):
		case t.Rel == Nsubj && p.offAuxiliary(i):
		case t.Rel == Iobj && t.Tag == Verb && p.saidNoun(i):
		case t.Tag == Auxiliary && t.Feats.Has(Finite) && p.seenBy(i):
		case t.Rel == Cc && p.Lang != "fr" && p.verbBehindAnd(src, words, i):
		case t.Tag == Verb && (t.Rel == AclRelcl || t.Rel == Parataxis) && p.apposedParticiple(src, words, i):
		case t.Tag == Verb && t.Rel == Advcl && (p.underCase(i) || p.openingParticiple(i) || p.subjectBehindMark(i) || p.moreThanDoubled(src, words, i)):
		case (t.Rel == Parataxis || t.Rel == Appos) && t.Tag == Noun && p.namedBehind(src, words, i):
		case (t.Rel == Conj || t.Rel == Acl) && (t.Tag == Verb || t.Tag == Adjective) && p.shareAuxiliary(i):
		case (t.Rel == Conj || t.Rel == Parataxis || t.Rel == Acl) && p.behindRelative(src, words, i):
		case t.Rel == AclRelcl && p.behindContent(i):
		case (t.Rel == Nsubj || t.Rel == NsubjPass) && t.Tag.Nominal() && p.oneSubject(src, words, i):
		case t.Rel == Advmod && t.Tag == Adverb && p.ownedWell(i):
		case t.Tag == Verb && t.Rel == Csubj && t.Feats.Has(Participle|Passive) && p.childOf(t.Head, Nsubj) > i:
			t.Rel = Advcl // "Built by the agency, Halcyon carries five instruments"
		case t.Tag == Verb && t.Rel == Csubj && !t.Feats.Has(Gerund) && p.childOf(t.Head, Nsubj) >= 0 && p.childOf(t.Head, Nsubj) < i && !p.hasSubject(i) && p.childOf(i, Mark) < 0:
			t.Head, t.Rel = p.childOf(t.Head, Nsubj), Acl // "The strike, called by the union, grounded flights"
			t.Feats = t.Feats&^Finite | Participle
		case t.Tag == Verb && (t.Rel == Csubj || t.Rel == Advcl || t.Rel == Root):
			p.participleClause(src, words, i)
			p.ownSubject(i)
			p.twoClauses(i)
			p.saidBehind(src, words, i)
			p.lostSubject(i)
		case t.Tag == Verb && (t.Rel == Xcomp || t.Rel == Ccomp || t.Rel == Advcl) && p.Lang == "fr":
			p.invertedReport(src, words, i)
		case t.Tag == Verb && t.Rel == Fixed && t.Feats.Has(Gerund) && t.Head == i-1 && p.tokens[i-1].Head >= 0:
			h := t.Head // "acquitted of smuggling"
			t.Head, t.Rel = p.tokens[h].Head, Advcl
			p.tokens[h].Head, p.tokens[h].Rel = i, Mark
		case t.Tag == Verb && t.Rel == Conj:
			p.besideGerund(i)
			p.ownSubject(i)
		case t.Rel == Nsubj && t.Head >= 0 && t.Head < i && p.secondSubject(i):
		case (t.Rel == Nsubj || t.Rel == NsubjPass) && (p.casedSubject(i) || p.ofWhose(i)):
		case t.Rel == Nsubj && i+1 < len(p.tokens) && t.Tag.Nominal():
			p.twoSubjects(src, words, i)
		case t.Tag == Determiner && (t.Rel == Nsubj || t.Rel == NsubjPass):
			p.articleSubject(i)
		case t.Rel == Root && t.Tag == Noun && p.verbBeforeAnd(i):
		case t.Rel == Root && t.Tag == Adjective && (p.moreThan(i) || p.unlikeAdjective(src, words, i)):
		case t.Rel == Root && t.Tag.Nominal() && p.openedByCase(i):
		case t.Rel == Compound && t.Tag == Verb && t.Feats.Has(Gerund) && p.doing(i):
		case t.Rel == Compound && t.Tag == Noun:
			p.verbBeforeNumber(i)
		case t.Rel == Obj && t.Head == i-1 && t.Tag == ProperNoun && p.calledSubject(i):
		case t.Rel == Obj && t.Tag == ProperNoun && p.childOf(i, Case) >= 0 && p.childOf(i, Case) < i:
			t.Rel = Obl // "sank off Naxos"
		case t.Rel == OblUnmarked && t.Tag == ProperNoun && t.Head >= 0 && t.First == 0 && t.End == t.Head && p.tokens[t.Head].Rel == Root && p.tokens[t.Head].Tag == Verb && !p.hasSubject(t.Head):
			p.asSubject(i, t.Head) // "Vermeer acquired Holmsund"
		case t.Rel == Obj && t.Head >= 0 && p.tokens[t.Head].Tag == Noun && t.Head < i && p.childOf(t.Head, Nsubj) >= 0 && p.childOf(t.Head, Cop) < 0:
			p.tokens[t.Head].Tag, p.tokens[t.Head].Feats = Verb, Finite // "Police arrests 12 people"
		case t.Rel == NsubjPass:
			p.amountAgent(i)
		case t.Rel == Amod && t.Tag == Verb && (p.gaveUp(i) || p.datedVerb(i)):
		case t.Rel == Amod && p.infinitive(i):
		case t.Rel == Amod && t.Tag == Verb:
			p.verbless(i)
		case t.Rel == Mark && t.Tag == Adjective:
			p.dueTo(i)
		case t.Rel == AclRelcl && t.Head >= 0 && p.tokens[t.Head].Rel == Root && p.nameActs(i):
		case t.Rel == AclRelcl && t.Head >= 0 && p.tokens[t.Head].Rel == Iobj:
			p.toldThat(i)
		case (t.Rel == Acl || t.Rel == Nmod || t.Rel == Appos) && t.Head >= 0 && p.tokens[t.Head].Tag == ProperNoun && p.behindName(i):
		case t.Rel == Acl && t.Tag == Verb && (p.amountFell(i) || p.someOf(i) || p.verbBeforeTo(i)):
		case t.Rel == Acl && t.Tag == Verb:
			p.rootVerb(i)
		case t.Rel == Case && t.Head >= 0 && p.tokens[t.Head].Rel == NmodDesc:
			if h := p.tokens[t.Head].Head; h > t.Head {
				t.Head = h // "to the sculptor Weil"
			}
		case t.Rel == Nmod && t.Tag == ProperNoun:
			p.bearer(i)
		case t.Rel == Nmod && t.Tag == Number:
			p.sportScore(src, words, i) // "bat Rennes 3-0"
		case t.Rel == Nmod:
			p.fromTo(i)
		case t.Rel == Advmod && t.Tag == Adverb && t.Head >= 0 && t.Head < i:
			p.adverbBeforeVerb(i)
		case t.Rel == Goeswith && t.Head >= 0 && t.Tag.Nominal() && p.tokens[t.Head].Tag == Determiner:
			p.articleHead(i)
		case t.Tag == Number:
			p.sportScore(src, words, i)
			p.twoMeasures(src, words, i)
			p.counted(i)
			p.leftDead(i)
			p.reachedWhen(i)
		}
	}
}

// reach is how many words away from its head a dependent is looked for: a sentence of ten
// thousand words is mended in its own time, not in the square of it.
const reach = 200

// childOf returns the first dependent of word i with relation r, -1 if there is none
// within reach.
func (p *Parser) childOf(i int, r Rel) int {
	for k := max(0, i-reach); k < min(len(p.tokens), i+reach); k++ {
		if p.tokens[k].Head == i && p.tokens[k].Rel == r {
			return k
		}
	}
	return -1
}

// hand gives what hangs on word from, among the words first up to end, to word to.
func (p *Parser) hand(from, to, first, end int) {
	for k := first; k < end; k++ {
		if p.tokens[k].Head == from {
			p.tokens[k].Head = to
		}
	}
}

// hasSubject reports whether word v has a subject within reach.
func (p *Parser) hasSubject(v int) bool {
	return p.childOf(v, Nsubj) >= 0 || p.childOf(v, NsubjPass) >= 0
}

// asSubject makes word n the subject of verb v, in the passive if v is.
func (p *Parser) asSubject(n, v int) {
	p.tokens[n].Head, p.tokens[n].Rel = v, Nsubj
	if p.childOf(v, AuxPass) >= 0 {
		p.tokens[n].Rel = NsubjPass
	}
}

// finite makes a finite verb of what the network has for a participle.
func (p *Parser) finite(v int) {
	p.tokens[v].Feats = p.tokens[v].Feats&^Participle | Finite | Past
}

// nameHead returns the head of the name or compound of which word n is the last.
func (p *Parser) nameHead(n int) int {
	for p.tokens[n].Head >= 0 && p.tokens[n].Head < n && (p.tokens[n].Rel == Flat || p.tokens[n].Rel == Compound) {
		n = p.tokens[n].Head
	}
	return n
}

// participleClause mends a participle between commas that took the noun in front for its
// subject and the main verb for a clause of its own: "The museum, founded in 1887, owns".
func (p *Parser) participleClause(src string, words []text.Word, v int) {
	s := p.childOf(v, Nsubj)
	if s < 0 {
		s = p.childOf(v, NsubjPass)
	}
	main := -1
	if isComma(src, words, v-1) {
		main = p.mainVerb(src, words, v)
	} else if s == v-1 {
		main = p.auxiliaryVerb(v)
	}
	if s < 0 || s > v || main < 0 || p.childOf(v, Aux) >= 0 || p.childOf(v, AuxPass) >= 0 || p.childOf(v, Obj) >= 0 || p.tokens[v].Feats.Has(Infinitive) || p.tokens[v].Feats.Has(Gerund) {
		return
	}
	if p.hasSubject(main) || p.childOf(main, Mark) >= 0 || p.childOf(main, Cc) >= 0 {
		return
	}
	if p.tokens[main].Head == v {
		p.tokens[main].Head, p.tokens[main].Rel = p.tokens[v].Head, p.tokens[v].Rel
	} else if p.tokens[v].Head != main {
		return
	}
	p.hand(v, main, main+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel = s, Acl
	p.tokens[v].Feats |= Participle
	p.asSubject(s, main)
}

// mainVerb returns the verb right behind the comma that closes what begins with v, its
// auxiliaries and adverbs aside; -1 if there is none.
func (p *Parser) mainVerb(src string, words []text.Word, v int) int {
	for i := v + 1; i < len(words); i++ {
		if !isComma(src, words, i) {
			continue
		}
		for i++; i < len(words) && (p.tokens[i].Tag == Auxiliary || p.tokens[i].Tag == Adverb); i++ {
		}
		if i < len(words) && p.tokens[i].Tag == Verb && !p.tokens[i].Feats.Has(Gerund) {
			return i
		}
		return -1
	}
	return -1
}

// isComma reports whether word i is a comma.
func isComma(src string, words []text.Word, i int) bool {
	return i >= 0 && words[i].In(src) == ","
}

// invertedReport mends a French verb that has a finite auxiliary right behind a comma and no
// subject: what follows it is its subject, not its object, "…, a fait savoir la ministre".
func (p *Parser) invertedReport(src string, words []text.Word, v int) {
	aux := p.childOf(v, Aux)
	if aux < 0 || aux > v || !isComma(src, words, aux-1) || !p.tokens[aux].Feats.Has(Finite) || p.tokens[v].Head > aux || p.childOf(v, Nsubj) >= 0 {
		return
	}
	if o := p.childOf(v, Obj); o > v {
		p.tokens[v].Rel, p.tokens[o].Rel = Parataxis, Nsubj
	}
}

// verbless makes the verb of a sentence that has none of a participle between two nouns, which became an adjective of
// the second: "A jury on Tuesday acquitted nurse Dana Wall of theft", "Heavy rain closed schools".
func (p *Parser) verbless(v int) {
	o := p.tokens[v].Head
	if v == 0 || o <= v || p.tokens[v-1].Rel != Nsubj && (!p.tokens[v-1].Tag.Nominal() || p.tokens[v-1].Head == v) || !p.tokens[v].Feats.Has(Past) && !p.tokens[v].Feats.Has(Participle) {
		return
	}
	root, s, clause := -1, v-1, max(p.childOf(o, AclRelcl), p.childOf(o, Acl))
	for k := range p.tokens {
		switch t := &p.tokens[k]; {
		case t.Rel == Root:
			root = k
		case k > o && clause > o && k <= clause: // "The firm dismissed reports that it had lost money"
		case t.Tag == Auxiliary || t.Tag == Verb && k != v && t.Feats.Has(Finite):
			return
		}
	}
	for steps := 0; steps < 8 && p.tokens[s].Head >= 0 && p.tokens[s].Head < v; steps++ {
		s = p.tokens[s].Head
	}
	if root < 0 || !p.tokens[root].Tag.Nominal() || p.childOf(root, Cop) >= 0 || p.tokens[s].Rel != Nsubj && !p.tokens[s].Tag.Nominal() || s != root && o != root {
		return
	}
	for k := range p.tokens {
		switch t := &p.tokens[k]; {
		case k < v && k != s && (t.Head == o || t.Head == root && root != s):
			t.Head = s
		case k > v && k != o && t.Head == root && root == s:
			t.Head = v
		}
	}
	p.tokens[v].Head, p.tokens[v].Rel, p.tokens[v].Tag = -1, Root, Verb
	p.finite(v)
	p.tokens[s].Head, p.tokens[s].Rel = v, Nsubj
	if p.tokens[s].Tag == Adjective {
		p.tokens[s].Tag = Noun // "the firm"
	}
	p.tokens[o].Head, p.tokens[o].Rel = v, Obj
}

// verbBeforeNumber makes a verb of a noun that describes another from in front of its number,
// where no noun stands: "The camp shelters 63,000 refugees".
func (p *Parser) verbBeforeNumber(v int) {
	h := p.tokens[v].Head
	if v+1 >= len(p.tokens) || h <= v+1 || p.tokens[v+1].Head != h || p.tokens[v+1].Rel != Nummod || !p.tokens[v].Feats.Has(Plural) || p.tokens[h].Tag != Noun {
		return
	}
	s := -1
	for k := v - 1; k >= 0 && k > v-reach; k-- {
		if t := &p.tokens[k]; (t.Head == v || t.Head == h) && t.Tag.Nominal() {
			s = k
			break
		}
	}
	if s < 0 {
		return
	}
	for k := range p.tokens {
		switch t := &p.tokens[k]; {
		case k < s && (t.Head == h || t.Head == v):
			t.Head = s
		case k > h && t.Head == h && t.Rel != Nmod:
			t.Head = v
		}
	}
	p.tokens[v].Head, p.tokens[v].Rel = p.tokens[h].Head, p.tokens[h].Rel
	p.tokens[v].Tag, p.tokens[v].Feats = Verb, Finite
	p.tokens[s].Head, p.tokens[s].Rel = v, Nsubj
	p.tokens[h].Head, p.tokens[h].Rel = v, Obj
}

// ownSubject gives a verb that is coordinated with another the name in front of it, which
// became one of two things that the other is about: "Ines scored for Bana and Darya scored
// for Lake".
func (p *Parser) ownSubject(v int) {
	if v < 2 || !p.tokens[v].Feats.Has(Finite) || p.tokens[v-1].Tag != ProperNoun || p.hasSubject(v) {
		return
	}
	n := p.nameHead(v - 1)
	first := p.tokens[v].Head
	if p.tokens[v].Rel != Conj && (p.tokens[v].Rel != Advcl || p.childOf(v, Mark) >= 0) || p.tokens[n].Rel != Conj || first < 0 || first >= n || p.tokens[first].Tag != Verb {
		return
	}
	c := p.childOf(n, Cc)
	if c < 0 || c >= n {
		return
	}
	p.tokens[n].Head, p.tokens[n].Rel = v, Nsubj
	p.tokens[c].Head = v
	p.tokens[v].Rel = Conj
}

// rootVerb mends a sentence whose root became the subject of its only verb: "The
// delegates elected Holt president", in which nothing else is said of the delegates.
func (p *Parser) rootVerb(v int) {
	r := p.tokens[v].Head
	if r < 0 || p.tokens[r].Rel != Root || !p.tokens[r].Tag.Nominal() || p.tokens[v].Feats.Has(Gerund) || p.tokens[v].Feats.Has(Infinitive) || p.childOf(r, Cop) >= 0 || p.childOf(v, Mark) >= 0 {
		return
	}
	o := p.objectBehind(v)
	if o < 0 && (p.childOf(r, Det) != 0 && p.childOf(r, NmodPoss) != 0 || p.childOf(r, Case) >= 0 || p.childOf(v, OblAgent) >= 0 || p.childOf(v, Obl) < v || p.tokens[len(p.tokens)-1].Tag != Punctuation) {
		return // "The media gathered at the club"; not "The facts reported by them"
	}
	for k := r + 1; k < v; k++ {
		if p.tokens[k].Head == r && p.tokens[k].Rel != Nmod {
			return // something stands between: "The man, a baker, killed"
		}
	}
	for k := v + 1; k < len(p.tokens); k++ {
		if p.tokens[k].Head == r && (p.tokens[k].Tag == Verb || p.tokens[k].Rel == Parataxis) {
			return
		}
	}
	p.hand(r, v, v+1, len(p.tokens))
	if o >= 0 {
		p.tokens[o].Rel = Obj
	}
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	p.tokens[v].Feats |= Finite | Past
	p.tokens[r].Head, p.tokens[r].Rel = v, Nsubj
}

// objectBehind returns the object behind a verb, or a name that became an open clause of it, -1 if there is none.
func (p *Parser) objectBehind(v int) int {
	if o := p.childOf(v, Obj); o > v {
		return o
	}
	if o := p.childOf(v, Xcomp); o > v && p.tokens[o].Tag == ProperNoun {
		return o
	}
	return -1
}

// adverbBeforeVerb gives an adverb between a subject and its verb to the verb: "The
// observatory no longer lends its telescope".
func (p *Parser) adverbBeforeVerb(i int) {
	s := p.tokens[i].Head
	v := p.tokens[s].Head
	if p.tokens[s].Rel != Nsubj && p.tokens[s].Rel != NsubjPass || v != i+1 || p.tokens[v].Tag != Verb {
		return
	}
	p.tokens[i].Head = v
}

// offAuxiliary gives a subject that hangs on an auxiliary to the verb of it: "the airport remains closed".
func (p *Parser) offAuxiliary(i int) bool {
	h := p.tokens[i].Head
	if h < 0 || p.tokens[h].Rel != Aux && p.tokens[h].Rel != AuxPass || p.tokens[h].Head < 0 || p.hasSubject(p.tokens[h].Head) {
		return false
	}
	p.tokens[i].Head = p.tokens[h].Head
	if p.tokens[h].Rel == AuxPass {
		p.tokens[i].Rel = NsubjPass
	}
	return true
}
