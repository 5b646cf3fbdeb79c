package grammar

import "factcheck/claims/text"

// Mends of what stands behind a name, a preposition or a date and was hung on it, although only the verb can have it. See mend.go.

// behindName gives what stands behind a name that was called something, and which the parser hung on the name, to what calls it so, or to the
// verb: "Ingrid Vik, leader of the dockers' union", "cleared the banker Lars Holmgren of laundering money". Twin: "met the banker Lars Holmgren of Riga".
func (p *Parser) behindName(i int) bool {
	t := &p.tokens[i]
	n, c := t.Head, max(p.childOf(i, Case), p.childOf(i, Mark))
	if a := p.childOf(n, Appos); a > n && c == a+1 && t.Rel != Acl {
		t.Head, t.Rel = a, Nmod
		return true
	}
	o := n
	if p.tokens[o].Rel == Appos && p.tokens[o].Head >= 0 && p.tokens[o].Head < o {
		o = p.tokens[o].Head
	}
	v := p.tokens[o].Head
	if p.tokens[o].Rel != Obj && p.tokens[o].Rel != Iobj || v < 0 || v > o || c < n || c > i || p.tokens[v].Tag != Verb {
		return false
	}
	switch {
	case t.Rel == Acl && t.Feats.Has(Gerund):
		t.Head, t.Rel = v, Advcl
	case t.Rel == Nmod && t.Tag == Noun && p.childOf(i, Det) < 0:
		t.Head, t.Rel = v, Obl
	default:
		return false
	}
	return true
}

// doing makes a clause of a gerund behind a preposition that became a part of its object: "was acquitted of poisoning three
// patients". Twin: "a trade in frozen chickens".
func (p *Parser) doing(g int) bool {
	o := p.tokens[g].Head
	if o < g || g < 2 || p.tokens[g-1].Rel != Case || p.tokens[g-1].Head != o || p.tokens[o].Rel != Obl && p.tokens[o].Rel != Nmod || p.tokens[o].Head > g || p.tokens[o].Head < 0 {
		return false
	}
	v := p.tokens[o].Head
	p.tokens[g].Head, p.tokens[g].Rel = v, Advcl
	if p.tokens[v].Tag != Verb {
		p.tokens[g].Rel = Acl
	}
	p.tokens[g-1].Head, p.tokens[g-1].Rel = g, Mark
	p.tokens[o].Head, p.tokens[o].Rel = g, Obj
	return true
}

// underCase makes the verb of a sentence that has none of one that hangs on a preposition, on which no clause can: "A judge in Nairobi
// on Friday acquitted Ali Hassan".
func (p *Parser) underCase(v int) bool {
	c := p.tokens[v].Head
	if c < 0 || c > v || p.tokens[c].Rel != Case || p.hasSubject(v) || p.childOf(v, Mark) >= 0 || p.tokens[v].Feats.Has(Gerund) {
		return false
	}
	r := p.tokens[c].Head
	for steps := 0; r >= 0 && p.tokens[r].Rel != Root && steps < 4; steps++ {
		r = p.tokens[r].Head
	}
	if r < 0 || r > c || !p.tokens[r].Tag.Nominal() || p.childOf(r, Cop) >= 0 || p.childOf(r, Nsubj) >= 0 {
		return false
	}
	if when := p.childOf(v, Obl); when == v-1 && p.childOf(when, Case) < 0 {
		p.tokens[c].Head = when
	}
	p.hand(r, v, v+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	p.finite(v)
	p.tokens[r].Head, p.tokens[r].Rel = v, Nsubj
	return true
}

// saidBehind makes a clause of its own of what somebody says whose subject became one of the verb of saying, beside its own: "A boy drowned in
// the Sava, police said". Twin: "The man arrested in Brod, Tom Hale, said so".
func (p *Parser) saidBehind(src string, words []text.Word, v int) {
	second := v - 1
	if second < 3 || p.tokens[second].Rel != Nsubj || p.tokens[second].Head != v || p.childOf(v, Obj) >= 0 || p.childOf(v, Ccomp) >= 0 {
		return
	}
	first := second
	for first > 0 && !isComma(src, words, first-1) && p.under(first-1, second) {
		first--
	}
	s := p.childOf(v, Nsubj)
	a := -1
	if s >= 0 && s < first {
		a = p.childOf(s, Acl)
	}
	if !isComma(src, words, first-1) || a < s+1 || a > first || p.tokens[a].Tag != Verb || p.tokens[a].Feats&(Gerund|Infinitive) != 0 || p.childOf(a, OblAgent) >= 0 || p.childOf(a, Mark) >= 0 {
		return
	}
	for k := a + 1; k < first; k++ {
		if p.tokens[k].Head == s {
			p.tokens[k].Head = a
		}
	}
	p.tokens[first-1].Head = v
	p.tokens[a].Head, p.tokens[a].Rel = v, Ccomp
	p.finite(a)
	p.tokens[s].Head, p.tokens[s].Rel = a, Nsubj
}
