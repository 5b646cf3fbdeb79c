package grammar

import (
	"strings"

	"factcheck/claims/text"
)

// Mends of a verb that the network took for something else, or whose object or subject went elsewhere. See mend.go.

// dueTo makes a predicate of an adjective that became a mark of the infinitive behind it: "was due to arrive".
func (p *Parser) dueTo(i int) {
	v := p.tokens[i].Head
	cop := -1
	if v > i {
		cop = p.childOf(v, Cop)
	}
	if cop < 0 || cop > i || i+1 >= v || p.tokens[i+1].Head != v || p.tokens[i+1].Rel != Mark {
		return
	}
	for k := range p.tokens[:i] {
		if p.tokens[k].Head == v {
			p.tokens[k].Head = i
		}
	}
	p.tokens[i].Head, p.tokens[i].Rel = p.tokens[v].Head, p.tokens[v].Rel
	p.tokens[v].Head, p.tokens[v].Rel = i, Xcomp
}

// toldThat makes what was told of a clause that became one about who was told it: "told the court that she
// had paid", "told parliament that talks had failed".
func (p *Parser) toldThat(v int) {
	n := p.tokens[v].Head
	that := n + 1
	if that >= v || p.tokens[that].Tag != Pronoun || p.tokens[that].Head != v {
		return
	}
	main := v
	if s := p.tokens[that].Rel; s == Nsubj || s == NsubjPass {
		main = p.childOf(v, Advcl) // "talks" of "that talks with Chad had failed" became a verb
		if main < v || p.hasSubject(main) || p.childOf(main, Mark) >= 0 || !p.tokens[main].Feats.Has(Finite) && p.childOf(main, Aux) < 0 {
			return
		}
		for k := v + 1; k < min(len(p.tokens), v+reach); k++ {
			switch t := &p.tokens[k]; {
			case t.Head != v || k == main:
			case k > main:
				t.Head = main
			case t.Rel == Obl:
				t.Rel = Nmod
			}
		}
		p.tokens[v].Tag, p.tokens[v].Feats = Noun, Plural
		p.tokens[v].Head, p.tokens[v].Rel = main, Nsubj
	} else if !p.hasSubject(v) {
		return
	}
	p.tokens[main].Head, p.tokens[main].Rel = p.tokens[n].Head, Ccomp
	p.tokens[that].Tag, p.tokens[that].Feats = Subordinator, 0
	p.tokens[that].Head, p.tokens[that].Rel = main, Mark
}

// oneSubject mends a verb with two subjects in front, of which word i is the first. What the one that is none is instead, the words
// around tell:
//
//	Parliament's refusal to raise the fuel tax has left a hole     what an infinitive in front of it acts upon
//	The son of candidate Donald Trump received a letter            who the noun in front of it is
//	The focus on trade following the attacks and the vote grew     one of a list behind a preposition
//	After the death of its founder, Otto Hess, the mill closed     the first, between commas, names the noun before it
//	A school graduate, Lazar had no training                       the first, with "a", says what the second is
//	Three-quarters of the voters said                              the first is a part of a word with the second
func (p *Parser) oneSubject(src string, words []text.Word, i int) bool {
	v := p.tokens[i].Head
	if v <= i+1 || p.Lang == "fr" || i+1 < v-reach {
		return false
	}
	j := v - 1
	for j > i && !(p.tokens[j].Head == v && (p.tokens[j].Rel == Nsubj || p.tokens[j].Rel == NsubjPass)) {
		j--
	}
	if m := p.childOf(v, Mark); j == i || !p.tokens[j].Tag.Nominal() || m > i && m < j { // "the truth is that it fell" has an outer subject
		return false
	}
	a, b := p.inFront(src, words, i), p.inFront(src, words, j) // the words in front of the two
	switch first, second := &p.tokens[i], &p.tokens[j]; {
	case j > 1 && text.Joined(words, j-1) && p.tokens[j-1].Tag == Punctuation:
		second.Head, second.Rel = j-2, Flat
		if i == j-2 || p.under(i, j) {
			first.Head, first.Rel, second.Head, second.Rel = j, Compound, v, first.Rel
		}
	case b > i && p.tokens[b].Tag == Verb && p.tokens[b].Head == i && p.tokens[b].Feats.Has(Infinitive) && p.childOf(b, Obj) < 0:
		second.Head, second.Rel = b, Obj
	case a > 0 && isComma(src, words, a) && isComma(src, words, b) && p.tokens[a-1].Tag.Nominal() && p.tokens[a-1].Head >= 0 && p.tokens[a-1].Rel != Nsubj:
		first.Head, first.Rel = a-1, Appos
		end := i + 1
		for end < b && !isComma(src, words, end) {
			end++
		}
		p.hand(i, p.tokens[a-1].Head, end, b+1) // "its founder, Otto Hess, in 2019"
	case a < 0 && isComma(src, words, b) && first.Tag == Noun && second.Tag != Noun && p.childOf(i, Det) == 0 && hasRole("en", text.Fold(words[0].In(src)), one):
		first.Head, first.Rel = j, Appos
	case b <= i || first.Tag != Noun:
		return false
	case p.tokens[b].Rel == Cc:
		k := p.behindCase(i, b)
		if k < 0 {
			return false
		}
		second.Head, second.Rel, p.tokens[b].Head = k, Conj, j
	case p.tokens[b].Tag == Noun && second.Tag == ProperNoun && p.behindCase(i, b+1) == b:
		second.Head, second.Rel = b, Appos
	default:
		return false
	}
	return true
}

// lostSubject finds the subject of a main verb that has none: who is called upon in front of it, "Clinton, for her part, sided with
// them", a noun that became what is said, "Grant Young, another strategist, said", or who has a clause between commas, "Williams,
// who is running, added".
func (p *Parser) lostSubject(v int) {
	if p.tokens[v].Rel != Root || p.Lang == "fr" || p.tokens[v].Feats.Has(Infinitive) || p.hasSubject(v) || p.childOf(v, Csubj) >= 0 || p.childOf(v, Expl) >= 0 {
		return
	}
	for _, r := range []Rel{Vocative, Ccomp} {
		n := p.childOf(v, r)
		switch {
		case n < 0 || n > v:
			continue
		case p.tokens[n].Tag.Nominal() && p.childOf(n, Cop) < 0 && !p.hasSubject(n):
			p.asSubject(n, v)
			return
		case p.tokens[n].Tag == Verb && r == Ccomp:
			who, what := p.childOf(n, Nsubj), -1
			for k := who + 1; who >= 0 && k < n; k++ {
				if t := &p.tokens[k]; t.Head == n && t.Rel == Nsubj && t.Tag == Pronoun && p.tokens[k-1].Tag == Punctuation {
					what = k
				}
			}
			if what > 0 && p.tokens[who].Tag.Nominal() {
				p.asSubject(who, v)
				p.tokens[n].Head, p.tokens[n].Rel = who, AclRelcl
				p.hand(n, who, 0, what)
				return
			}
		}
	}
}

// inFront returns the word in front of noun n and of what describes it there, a comma at most.
func (p *Parser) inFront(src string, words []text.Word, n int) int {
	k := n - 1
	for k >= 0 && k > n-reach && p.under(k, n) && !isComma(src, words, k) {
		k--
	}
	return k
}

// behindCase returns the last noun between words i and end that a preposition joins, -1 if there is none or a comma stands
// behind it.
func (p *Parser) behindCase(i, end int) int {
	for k := end - 1; k > i && p.tokens[k].Tag != Punctuation; k-- {
		if p.tokens[k].Tag.Nominal() && p.childOf(k, Case) >= 0 && p.childOf(k, Case) < k {
			return k
		}
	}
	return -1
}

// moreThanDoubled makes the main verb of a participle behind "has more than".
func (p *Parser) moreThanDoubled(src string, words []text.Word, v int) bool {
	more, than := p.tokens[v].Head, v-1
	have := more - 1
	if more != v-2 || have < 0 || p.tokens[than].Rel != Mark || p.tokens[more].Head != have || !hasRole("en", text.Fold(words[have].In(src)), perfect) || p.childOf(v, Nsubj) >= 0 {
		return false
	}
	p.tokens[v].Head, p.tokens[v].Rel = p.tokens[have].Head, p.tokens[have].Rel
	p.hand(have, v, 0, len(p.tokens))
	p.tokens[have].Head, p.tokens[have].Rel, p.tokens[have].Tag = v, Aux, Auxiliary
	p.tokens[more].Head, p.tokens[more].Rel = v, Advmod
	p.tokens[than].Head, p.tokens[than].Rel = more, Fixed
	p.tokens[v].Feats = p.tokens[v].Feats&^Finite | Participle
	return true
}

// behindRelative makes the main verb of what the parser joined without a word to what stands between it and its subject: "The pit, which
// gave work to 3,000 men, shut in 2015", "Jack Dorsey, its chief, posted two words".
func (p *Parser) behindRelative(src string, words []text.Word, v int) bool {
	t := &p.tokens[v]
	n := t.Head
	if n >= 0 && n < v && t.Rel == Conj && p.tokens[n].Rel == AclRelcl {
		n = p.tokens[n].Head
	}
	if n < 0 || n > v || p.tokens[n].Rel != Root || !p.tokens[n].Tag.Nominal() || p.childOf(n, Cop) >= 0 || p.childOf(n, Case) >= 0 || !isComma(src, words, v-1) ||
		p.childOf(v, Cc) >= 0 || p.hasSubject(v) || p.childOf(v, Cop) >= 0 || t.Tag != Verb && t.Tag != Adjective || t.Feats.Has(Gerund) || t.Feats.Has(Infinitive) {
		return false
	}
	described := p.childOf(n, Appos) >= 0 || p.childOf(n, AclRelcl) >= 0 || p.childOf(n, Acl) >= 0 && p.childOf(n, Acl) < v
	if t.Rel != Conj && (t.Rel != Acl && t.Tag != Verb || !described) {
		return false
	}
	p.hand(n, v, v+1, len(p.tokens))
	t.Tag = Verb
	p.asRoot(v, n)
	return true
}

// behindContent makes the main verb of the second of two clauses that describe the root of a sentence, where the first has a subject of
// its own and the second neither that nor a word that opens it: "The story that she had died turned out to be a hoax".
func (p *Parser) behindContent(v int) bool {
	t := &p.tokens[v]
	n, first := t.Head, -1
	if n < 0 || n > v || p.tokens[n].Rel != Root || !p.tokens[n].Tag.Nominal() || p.childOf(n, Cop) >= 0 || p.childOf(n, Case) >= 0 || t.Tag != Verb || !t.Feats.Has(Past) || p.hasSubject(v) || p.childOf(v, Mark) >= 0 {
		return false
	}
	for k := n + 1; k < v; k++ {
		switch c := &p.tokens[k]; {
		case c.Head == n && (c.Rel == AclRelcl || c.Rel == Acl):
			first = k
		case c.Head == v && first >= 0 && (c.Tag == Pronoun || c.Tag == Determiner || c.Tag == Coordinator):
			return false // "that she had died which turned out"
		}
	}
	if first < 0 || !p.hasSubject(first) {
		return false
	}
	p.hand(n, v, v+1, len(p.tokens))
	p.asRoot(v, n)
	return true
}

// asRoot makes v the main verb of the sentence, with subject n.
func (p *Parser) asRoot(v, n int) {
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	p.finite(v)
	p.asSubject(n, v)
}

// openedByCase makes the main verb of a participle where what opens the sentence became its root: "On Tuesday the media gathered
// at a club", "In interviews, donors described changes".
func (p *Parser) openedByCase(r int) bool {
	if c := p.childOf(r, Case); c < 0 || c > r || p.childOf(r, Cop) >= 0 || p.Lang == "fr" {
		return false
	}
	for v := r + 2; v < min(len(p.tokens), r+reach); v++ {
		t := &p.tokens[v]
		if t.Tag != Verb || t.Rel != Acl || !t.Feats.Has(Past) || t.Feats.Has(Gerund) || p.hasSubject(v) || p.childOf(v, OblAgent) >= 0 {
			continue
		}
		n := t.Head
		for n > r && p.tokens[n].Rel == Nmod && p.tokens[n].Head != r {
			n = p.tokens[n].Head
		}
		if n <= r || n > v || p.tokens[n].Head != r || p.tokens[n].Rel == Conj || p.childOf(n, Case) >= 0 && p.childOf(n, Case) < n {
			return false
		}
		p.hand(r, v, n+1, len(p.tokens))
		p.asRoot(v, n)
		p.tokens[r].Head, p.tokens[r].Rel = v, Obl
		return true
	}
	return false
}

// unlikeAdjective makes a verb of an adjective in "ed" that has a subject and no copula: "The rebels advanced on the town".
func (p *Parser) unlikeAdjective(src string, words []text.Word, i int) bool {
	s := p.childOf(i, Nsubj)
	if s < 0 || s > i || p.childOf(i, Cop) >= 0 || p.childOf(i, Aux) >= 0 || !strings.HasSuffix(words[i].In(src), "ed") {
		return false
	}
	p.tokens[i].Tag = Verb
	p.finite(i)
	return true
}

// ownedWell makes a noun of an adverb that somebody owns: "in their well".
func (p *Parser) ownedWell(i int) bool {
	if p.childOf(i, NmodPoss) < 0 || p.childOf(i, Case) < 0 {
		return false
	}
	p.tokens[i].Tag, p.tokens[i].Rel = Noun, Obl
	return true
}

// verbBeforeTo makes a verb of the plural that became the root of a sentence, or what somebody says, for its infinitive v:
// "The company plans to close its plant". Twin: "The company's plans to close it failed".
func (p *Parser) verbBeforeTo(v int) bool {
	if p.planOf(v) {
		return true
	}
	r := p.tokens[v].Head
	if r < 1 || p.tokens[r].Rel != Root && p.tokens[r].Rel != Ccomp && !p.besideSubject(r) || p.tokens[r].Tag != Noun || !p.tokens[r].Feats.Has(Plural) || !p.tokens[v].Feats.Has(Infinitive) ||
		p.childOf(v, Mark) != r+1 || p.childOf(r, Cop) >= 0 || p.childOf(r, Nummod) >= 0 {
		return false
	}
	s := r - 1
	if p.tokens[s].Head != r || !p.tokens[s].Tag.Nominal() || p.tokens[s].Rel != Compound && p.tokens[s].Rel != Nsubj || p.tokens[s].Feats.Has(Plural) {
		return false
	}
	p.hand(r, s, max(0, s-reach), s)
	if p.tokens[s].Rel, p.tokens[v].Rel = Nsubj, Xcomp; p.tokens[r].Rel == Nsubj {
		p.tokens[r].Rel = Ccomp
	}
	p.tokens[r].Tag, p.tokens[r].Feats = Verb, Finite|Present|Third
	return true
}

// planOf makes a verb of the plural in front of an infinitive that ends a name behind the root of a sentence: "The lawyer of Wiktor Pawlak
// plans to appeal". Twin: "The lawyer of the airline plans".
func (p *Parser) planOf(v int) bool {
	r, n := v-2, p.tokens[v].Head
	if r < 2 || n < 0 || !p.tokens[v].Feats.Has(Infinitive) || p.childOf(v, Mark) != r+1 || p.tokens[r].Tag != Noun || !p.tokens[r].Feats.Has(Plural) {
		return false
	}
	name := r - 1
	if n == r {
		n = p.tokens[r].Head
	}
	if n < 0 || p.tokens[n].Rel != Root || p.childOf(n, Cop) >= 0 || p.tokens[r].Head != n || p.tokens[r].Rel != Nmod || p.childOf(r, Case) < 0 ||
		p.tokens[name].Tag != ProperNoun || p.tokens[name].Head != r || p.childOf(r, Det) >= 0 {
		return false
	}
	p.hand(r, name, n, r)
	p.tokens[name].Head, p.tokens[name].Rel = n, Nmod
	p.hand(n, r, r+1, len(p.tokens))
	p.tokens[v].Head, p.tokens[v].Rel = r, Xcomp
	p.tokens[r].Tag, p.tokens[r].Feats = Verb, Finite|Present|Third
	p.tokens[r].Head, p.tokens[r].Rel = -1, Root
	p.tokens[n].Head, p.tokens[n].Rel = r, Nsubj
	return true
}

// besideSubject reports whether word r is a subject of a verb that has another behind it: "the mill plans to close, Okello said".
func (p *Parser) besideSubject(r int) bool {
	if p.tokens[r].Rel != Nsubj {
		return false
	}
	for k := r + 1; k < min(len(p.tokens), r+reach); k++ {
		if p.tokens[k].Rel == Nsubj && p.tokens[k].Head == p.tokens[r].Head {
			return true
		}
	}
	return false
}
