package grammar

import (
	"strings"

	"factcheck/claims/text"
)

// Mends of clauses whose subject the network gave away: to a verb that is none, to a participle that
// opens the sentence, to an amount, to a number.

// calledSubject makes name n the subject of a verb whose subject became the noun in front, which calls it something and
// has it for an object: "Swiss flavourings maker Brandtli is to be bought".
func (p *Parser) calledSubject(n int) bool {
	v := n - 1
	main := p.tokens[v].Head
	if !p.tokens[v].Tag.Nominal() || p.tokens[v].Rel != Nsubj && p.tokens[v].Rel != NsubjPass || main <= n {
		return false
	}
	for k := range v {
		if t := &p.tokens[k]; t.Head == v && t.Rel == Nsubj && t.Tag.Nominal() {
			t.Rel = Compound
		}
	}
	p.tokens[n].Head, p.tokens[n].Rel = main, p.tokens[v].Rel
	p.tokens[v].Head, p.tokens[v].Rel = n, NmodDesc
	return true
}

// nameActs makes the verb of a sentence that has no other of what describes a noun, where a name stands between the two: "Eritrean
// cyclist Yonas Habte finished second".
func (p *Parser) nameActs(v int) bool {
	r, n := p.tokens[v].Head, p.childOf(v, Nsubj)
	if n != r+1 || v < n || p.tokens[r].Tag != Noun || p.tokens[n].Tag != ProperNoun || p.childOf(r, Cop) >= 0 || p.childOf(v, Mark) >= 0 || p.tokens[v].Feats.Has(Gerund) {
		return false
	}
	for k := v + 1; k < min(len(p.tokens), v+reach); k++ {
		if t := &p.tokens[k]; t.Head == r && (t.Tag == Verb || t.Rel == Nsubj) {
			return false
		}
	}
	p.hand(r, v, v+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	if p.childOf(v, Aux) < 0 && p.childOf(v, AuxPass) < 0 {
		p.finite(v)
	}
	p.tokens[r].Head, p.tokens[r].Rel = n, NmodDesc
	return true
}

// secondSubject makes an object of the name behind a verb that has its subject in front, and gives the verb what stands behind the
// name's age: "A court on Tuesday sentenced Enzo Carrella, 58, to nine years".
func (p *Parser) secondSubject(n int) bool {
	v := p.tokens[n].Head
	if s := p.childOf(v, Nsubj); s < 0 || s > v || p.tokens[v].Tag != Verb || !p.tokens[n].Tag.Nominal() || p.childOf(v, Obj) >= 0 || p.childOf(v, Aux) > v {
		return false
	}
	p.tokens[n].Rel = Obj
	for k := n + 1; k < min(len(p.tokens), n+reach); k++ {
		t := &p.tokens[k]
		if c := p.childOf(k, Case); t.Head == n && t.Rel == Nmod && c > n && p.tokens[c-1].Tag == Punctuation {
			t.Head, t.Rel = v, Obl
		}
	}
	return true
}

// openingParticiple makes an adjective of a participle that opens the sentence and took the subject of the main verb for
// its object, where no comma closes it: "Defending champion Lena Holt was knocked out".
func (p *Parser) openingParticiple(v int) bool {
	if v != 0 {
		return false
	}
	main, o := p.tokens[v].Head, p.childOf(v, Obj)
	if main <= o || o != v+1 || p.tokens[main].Tag != Verb || p.hasSubject(main) || p.childOf(main, Expl) >= 0 {
		return false
	}
	for k := v + 1; k < main; k++ {
		if t := &p.tokens[k]; t.Tag == Punctuation || t.Head == v && k != o {
			return false
		}
	}
	subject := o
	if a := p.childOf(o, Appos); a == o+1 && p.tokens[a].Tag == ProperNoun {
		subject = a
		p.tokens[o].Head, p.tokens[o].Rel = a, NmodDesc
	}
	p.tokens[v].Head, p.tokens[v].Rel = o, Amod
	p.asSubject(subject, main)
	return true
}

// amountFell makes a clause of what somebody said of a participle with an amount for its agent, since an amount does
// nothing: "said net profit fell by 38 percent".
func (p *Parser) amountFell(v int) bool {
	n, a := p.tokens[v].Head, p.childOf(v, OblAgent)
	if a < 0 || n > v || p.tokens[n].Rel != Obj || p.tokens[n].Head > n || p.childOf(a, Nummod) < 0 && p.tokens[a].Tag != Number {
		return false
	}
	said := p.tokens[n].Head
	if p.childOf(said, Nsubj) < 0 {
		return false
	}
	p.tokens[v].Head, p.tokens[v].Rel = said, Ccomp
	p.finite(v)
	p.tokens[n].Head, p.tokens[n].Rel, p.tokens[a].Rel = v, Nsubj, Obl
	return true
}

// someOf makes the verb of a sentence that has none of what describes the things of which it counts some: "Not one of
// the 27 countries voted against the ban".
func (p *Parser) someOf(v int) bool {
	n := p.tokens[v].Head
	if n < 0 || n > v || p.tokens[n].Rel != Nmod || p.tokens[v].Feats.Has(Gerund) || p.tokens[v].Feats.Has(Infinitive) || p.childOf(v, Mark) >= 0 {
		return false
	}
	r := p.tokens[n].Head
	if r < 0 || r > n || p.tokens[r].Rel != Root || p.tokens[r].Tag != Number || p.childOf(r, Cop) >= 0 {
		return false
	}
	for k := range p.tokens {
		if t := &p.tokens[k]; k != v && t.Tag == Verb {
			return false
		}
	}
	p.hand(r, v, v+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	p.finite(v)
	p.tokens[r].Head, p.tokens[r].Rel = v, Nsubj
	return true
}

// subjectBehindMark gives a clause with an auxiliary or an object and without a subject the noun in front, which the word that
// opens the clause took for its own: "arrested two after a stolen van was abandoned".
func (p *Parser) subjectBehindMark(v int) bool {
	aux, subject := p.childOf(v, AuxPass), NsubjPass
	if aux < 0 {
		aux, subject = p.childOf(v, Aux), Nsubj
	}
	n := aux - 1
	if aux < 0 && max(p.childOf(v, Obj), p.childOf(v, Ccomp)) > v && p.tokens[v].Feats&(Gerund|Infinitive) == 0 {
		n = v - 1 // "resigned after an audit found that"; not "arrested in a car stopped there"
	}
	if aux > v || n < 1 || p.hasSubject(v) || p.childOf(v, Mark) >= 0 || p.childOf(v, Cc) >= 0 {
		return false
	}
	n = p.nameHead(n)
	c := p.childOf(n, Case)
	if !p.tokens[n].Tag.Nominal() || p.tokens[n].Rel != Nmod && p.tokens[n].Rel != Obl || c < 0 || c > n || p.tokens[n].Head > c {
		return false
	}
	p.tokens[n].Head, p.tokens[n].Rel = v, subject
	p.tokens[c].Head, p.tokens[c].Rel = v, Mark
	return true
}

// verbBeforeAnd makes a verb of the noun that became the root of a sentence without a copula, where "and" joins a verb to it:
// "A deputy shot and wounded a man".
func (p *Parser) verbBeforeAnd(v int) bool {
	w := p.childOf(v, Conj)
	if v < 1 || w < v+2 || p.tokens[v+1].Head != w || p.tokens[v+1].Rel != Cc || p.tokens[w].Tag != Verb || p.tokens[w].Feats.Has(Gerund) || p.childOf(w, Obj) < 0 ||
		p.childOf(v, Cop) >= 0 || p.childOf(w, Nsubj) >= 0 || p.tokens[v].Feats.Has(Plural) {
		return false
	}
	s := p.childOf(v, Nsubj)
	if s < 0 {
		if s = v - 1; p.tokens[s].Head != v || p.tokens[s].Rel != Compound {
			return false
		}
		p.hand(v, s, 0, s)
		p.tokens[s].Rel = Nsubj
	}
	p.tokens[v].Tag, p.tokens[v].Feats = Verb, Finite|Past
	return true
}

// verbBehindAnd makes a verb, joined to the verb in front, of what became one of the objects of that, or describes one,
// where it stands before the number of an object of its own, or its name: "killed nine soldiers and wounded five
// civilians", "convicted Bell and acquitted Marsh". Twin: "sold cars and used bikes".
func (p *Parser) verbBehindAnd(src string, words []text.Word, and int) bool {
	w := and + 1
	if w+1 < len(p.tokens) && p.tokens[w].Tag == Adverb {
		w++ // "and seriously wounded"
	}
	if w+1 >= len(p.tokens) || p.tokens[w].Tag != Verb && p.tokens[w].Tag != Adjective || !strings.HasSuffix(words[w].In(src), "ed") {
		return false
	}
	first, second := p.tokens[w].Head, p.childOf(w, Obj)
	if p.tokens[w].Rel == Amod && first > w {
		second, first = first, p.tokens[first].Head
	} else if p.tokens[w].Rel != Conj {
		return false
	}
	for k := w + 1; second < 0 && k < min(len(p.tokens), w+reach); k++ {
		if p.tokens[k].Head == first && p.tokens[k].Rel == Conj {
			second = k
		}
	}
	if next := p.tokens[w+1].Tag; second < w || next != Number && next != Determiner && (next != ProperNoun || p.tokens[w].Tag != Verb) ||
		first < 0 || first > and || p.tokens[first].Rel != Obj || !p.tokens[first].Tag.Nominal() {
		return false
	}
	v := p.tokens[first].Head
	if v < 0 || p.tokens[v].Tag != Verb || !p.tokens[v].Feats.Has(Past) {
		return false
	}
	p.tokens[w].Tag, p.tokens[w].Head, p.tokens[w].Rel, p.tokens[w].Feats = Verb, v, Conj, Finite|Past
	for k := and; k < w; k++ {
		p.tokens[k].Head = w
	}
	p.tokens[second].Head, p.tokens[second].Rel = w, Obj
	return true
}

// besideGerund joins a participle to the one in front, where the parser joined it to the gerund under that: "was acquitted of
// smuggling ivory but convicted of forging a form".
func (p *Parser) besideGerund(i int) {
	g := p.tokens[i].Head
	if g < 0 || g > i || !p.tokens[g].Feats.Has(Gerund) || p.tokens[i].Feats&(Participle|Gerund) != Participle {
		return
	}
	if v := p.tokens[g].Head; v >= 0 && v < g && p.tokens[v].Tag == Verb && p.tokens[v].Feats&(Participle|Gerund) == Participle {
		p.tokens[i].Head = v
	}
}

// seenBy gives the verb of auxiliary i its subject where a verb with a subject of its own stands right in front, which then only
// describes the noun before that: "The policeman Kasongo saw was arrested".
func (p *Parser) seenBy(i int) bool {
	v, r := p.tokens[i].Head, i-1
	if v <= i || r < 2 || p.tokens[r].Tag != Verb || p.tokens[v].Head != r || p.tokens[v].Rel != Xcomp && p.tokens[v].Rel != Ccomp {
		return false
	}
	s, d := r-1, r-2
	if p.tokens[s].Head != r || p.tokens[s].Rel != Nsubj || p.tokens[d].Head != s || p.tokens[d].Tag != Noun {
		return false
	}
	p.tokens[v].Head, p.tokens[v].Rel = p.tokens[r].Head, p.tokens[r].Rel
	p.hand(s, d, max(0, d-reach), d)
	p.hand(r, v, v, min(len(p.tokens), v+reach))
	p.asSubject(d, v)
	p.tokens[r].Head, p.tokens[r].Rel = d, AclRelcl
	return true
}

// infinitive makes one of what describes a noun behind the "to" of infinitives, or is a bare verb behind a preposition: "decided not
// to fine the mill". Twin: "listened to broken bells".
func (p *Parser) infinitive(v int) bool {
	n := p.tokens[v].Head
	if v < 1 || n < v || p.tokens[v-1].Rel != Case || p.tokens[v-1].Head != n || p.tokens[v-1].Tag != Particle && (p.tokens[v].Tag != Verb || p.tokens[v].Feats.Has(Participle) || p.tokens[v].Feats.Has(Gerund)) {
		return false
	}
	main := p.tokens[n].Head
	if main < 0 || main > v || p.tokens[main].Tag != Verb {
		return false
	}
	p.tokens[v].Head, p.tokens[v].Rel, p.tokens[v].Feats = main, Xcomp, Infinitive
	p.tokens[v].Tag = Verb
	p.tokens[v-1].Head, p.tokens[v-1].Rel, p.tokens[v-1].Tag = v, Mark, Particle
	p.tokens[n].Head, p.tokens[n].Rel = v, Obj
	if k := v - 2; k > main && p.tokens[k].Head == n && p.tokens[k].Rel == Advmod {
		p.tokens[k].Head = v
	}
	return true
}

// moreThan makes the subject of the verb of what a comparative without a copula compares with: "More than a million migrants
// reached Greece".
func (p *Parser) moreThan(a int) bool {
	n := p.childOf(a, Obl)
	v := p.childOf(a, Advcl)
	if n < a+2 || v != n+1 || p.tokens[a+1].Head != n || p.tokens[a+1].Rel != Case || p.childOf(n, Nummod) < 0 ||
		p.childOf(a, Cop) >= 0 || p.childOf(a, Nsubj) >= 0 || p.childOf(v, Nsubj) >= 0 || p.childOf(v, Mark) >= 0 || p.tokens[v].Feats.Has(Gerund) {
		return false
	}
	p.hand(a, v, v+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	p.finite(v)
	p.tokens[n].Head, p.tokens[n].Rel = v, Nsubj
	p.tokens[a].Head, p.tokens[a].Rel = n, Advmod
	p.tokens[a+1].Head, p.tokens[a+1].Rel = a, Fixed
	return true
}

// twoClauses parts two clauses of which the first became a participle of its subject and lost that to the verb of the
// second, which has its own: "A wall collapsed at a temple, and seven worshippers died".
func (p *Parser) twoClauses(v int) {
	if p.tokens[v].Rel != Root {
		return
	}
	first, second := -1, -1
	for k := max(0, v-reach); k < v; k++ {
		if t := &p.tokens[k]; t.Head == v && (t.Rel == Nsubj || t.Rel == NsubjPass) {
			first, second = second, k
		}
	}
	if first < 0 {
		return
	}
	a, c := p.childOf(first, Acl), p.childOf(v, Cc)
	if a < first || c < a || c > second || p.tokens[a].Tag != Verb || p.tokens[a].Feats.Has(Gerund) || p.tokens[a].Feats.Has(Infinitive) || p.childOf(a, OblAgent) >= 0 {
		return
	}
	p.tokens[a].Head, p.tokens[a].Rel = -1, Root
	p.finite(a)
	p.tokens[first].Head, p.tokens[first].Rel = a, Nsubj
	p.tokens[v].Head, p.tokens[v].Rel = a, Conj
	p.hand(v, a, a+1, c)
}

// auxiliaryVerb returns the verb under v that has an auxiliary and neither a subject nor a comma in front of it: "were
// killed" of "All six skiers caught in the avalanche were killed"; -1 if there is none.
func (p *Parser) auxiliaryVerb(v int) int {
	for i := v + 1; i < min(len(p.tokens), v+reach) && p.tokens[i].Tag != Punctuation && p.tokens[i].Tag != Coordinator; i++ {
		t, k := &p.tokens[i], max(p.childOf(i, AuxPass), p.childOf(i, Aux))
		above := p.tokens[v].Head == i && p.tokens[v].Rel == Csubj
		if t.Tag == Verb && (above || t.Head == v && (t.Rel == Ccomp || t.Rel == Advcl || t.Rel == Parataxis)) && !p.hasSubject(i) && k >= 0 && p.tokens[k].Feats.Has(Finite) {
			return i
		}
	}
	return -1
}

// shareAuxiliary makes a clause of a participle that has the auxiliary of the passive that it is joined to, and what stands right in
// front of it its subject: "three were killed and 12 injured", "and dozens of others hurt". What cannot be is a noun joined to a verb, or an adjective
// with a number of its own joined to one. Twin: "three were killed and 12 injured men fled".
func (p *Parser) shareAuxiliary(i int) bool {
	t := &p.tokens[i]
	v, who := t.Head, i-1
	if v < 0 || i < 2 {
		return false
	}
	if t.Rel == Acl {
		v, who = p.tokens[v].Head, v
		if v < 0 || v > who || p.tokens[who].Rel != Conj || p.childOf(i, Obj) >= 0 {
			return false
		}
	}
	if p.tokens[v].Tag != Verb || p.childOf(v, AuxPass) < 0 || v > who {
		return false
	}
	for who > v && p.tokens[who].Head > v && p.tokens[who].Head < i {
		who = p.tokens[who].Head // "dozens of others"
	}
	w := &p.tokens[who]
	switch {
	case w.Head == v && w.Rel == Conj && w.Tag.Nominal():
	case t.Tag == Adjective && w.Head == i && (w.Rel == Nummod || w.Rel == Det || w.Rel == Obj || w.Rel == Nsubj):
	default:
		return false
	}
	if cc := p.childOf(who, Cc); cc >= 0 && cc < who {
		p.tokens[cc].Head = i
	}
	w.Head, w.Rel = i, NsubjPass
	t.Tag, t.Feats, t.Head, t.Rel = Verb, Participle|Passive, v, Conj
	return true
}

// datedVerb makes the verb of a sentence that has none of a participle behind a date that belongs to a preposition, and what it became an
// adjective of its object: "President Ruto on Tuesday dismissed Minister Mwangi", "A court in Oslo cleared banker Ove Dahl". What cannot be is a noun
// with a preposition in a name behind it.
func (p *Parser) datedVerb(v int) bool {
	o := p.tokens[v].Head
	if v < 3 || o < v || p.tokens[v-2].Rel != Case || p.tokens[v].Feats.Has(Gerund) {
		return false
	}
	within := p.tokens[v-1].Head == o && p.tokens[v-1].Rel == Compound && p.tokens[v-2].Head == v-1
	for p.tokens[o].Rel == NmodDesc && p.tokens[o].Head > o {
		o = p.tokens[o].Head
	}
	if !within && (p.tokens[v-1].Head != v || p.tokens[v-1].Rel != OblUnmarked || p.tokens[v-2].Head != o) {
		return false
	}
	r := p.tokens[o].Head
	if r < 0 || r > v-3 || p.tokens[r].Rel != Root || !p.tokens[r].Tag.Nominal() || p.childOf(r, Cop) >= 0 {
		return false
	}
	p.tokens[v-2].Head = v - 1
	p.tokens[v-1].Head, p.tokens[v-1].Rel = v, Obl
	p.tokens[o].Head, p.tokens[o].Rel = v, Obj
	p.hand(r, v, v+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel, p.tokens[v].Feats = -1, Root, Finite|Past
	p.tokens[r].Head, p.tokens[r].Rel = v, Nsubj
	return true
}
