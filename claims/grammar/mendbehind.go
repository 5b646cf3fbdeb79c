package grammar

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
