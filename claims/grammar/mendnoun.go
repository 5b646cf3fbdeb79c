package grammar

import (
	"strings"
	"unicode"

	"factcheck/claims/text"
)

// Mends of what stands around a noun: titles and those who bear them, subjects, measures and scores. See mend.go.

// twoSubjects mends a noun that describes the name behind it and became a subject beside
// it: "carmaker Hollmann has bought", "the union's leader, Ana Ruiz, told them"; not "Lima, Cusco and Puno voted".
func (p *Parser) twoSubjects(src string, words []text.Word, i int) {
	t := &p.tokens[i]
	k := i + 1
	for k < len(p.tokens) && k < i+5 && p.under(k, i) {
		k++ // "Speaker of the House Paul Ryan said"
	}
	comma := t.Tag == Noun && k > i+1 && isComma(src, words, k-1)
	if k < len(p.tokens) && k > i+2 && p.calls(i, k) {
		return
	}
	if k == len(p.tokens) || k > i+1 && !comma && (p.childOf(i, Det) >= 0 || p.tokens[k-1].Tag == Punctuation) {
		return
	}
	for n := &p.tokens[k]; t.Tag == Noun && n.Tag == ProperNoun && (n.Rel == NmodDesc || n.Rel == Compound) && n.Head > k && n.Head < k+4; n = &p.tokens[k] {
		k = n.Head // "leader Grace Okello"
	}
	n := &p.tokens[k]
	if n.Tag != ProperNoun || n.Rel != Nsubj && n.Rel != NsubjPass || n.Head != t.Head || t.Head <= k {
		return
	}
	end := k + 1
	for end < t.Head && p.tokens[end].Tag != Punctuation {
		end++
	}
	switch {
	case !comma:
		t.Head, t.Rel = k, NmodDesc
	case isComma(src, words, end):
		n.Head, n.Rel = i, Appos
	}
}

// namedBehind makes the subject of a noun set beside the clause, whose bearer behind it, between commas, became the subject: "they run out of
// blood, the health minister, Ana Duarte, warned".
func (p *Parser) namedBehind(src string, words []text.Word, i int) bool {
	n := i + 2
	if n >= len(p.tokens) || !isComma(src, words, i+1) || p.childOf(i, Cop) >= 0 || p.tokens[n].Tag != ProperNoun || p.tokens[n].Rel != Nsubj || p.tokens[n].Head < n {
		return false
	}
	end := n + 1
	for end < p.tokens[n].Head && p.under(end, n) {
		end++
	}
	if !isComma(src, words, end) {
		return false
	}
	p.tokens[i].Head, p.tokens[i].Rel = p.tokens[n].Head, Nsubj
	p.tokens[n].Head, p.tokens[n].Rel = i, Appos
	return true
}

// calls makes an apposition of the name at k that became a second subject behind a noun that describes the first: "the crew of the
// trawler Silver Dawn survived".
func (p *Parser) calls(i, k int) bool {
	of, n := k-1, k
	if p.tokens[n].Rel == Compound && p.tokens[n].Head > n {
		n = p.tokens[n].Head
	}
	if p.tokens[of].Tag != Noun || p.tokens[of].Rel != Nmod || p.childOf(of, Det) < i || p.tokens[n].Tag != ProperNoun || p.tokens[n].Rel != Nsubj || p.tokens[n].Head != p.tokens[i].Head || p.tokens[i].Head < n {
		return false
	}
	p.tokens[n].Head, p.tokens[n].Rel = of, Appos
	return true
}

// bearer exchanges a title of several words and the name behind it, which became a part of it: "Chief of
// Staff Denis Marsh praised them".
func (p *Parser) bearer(src string, words []text.Word, n int) {
	h := p.tokens[n].Head
	if h < 0 || h > n || n-h > 4 || !p.tokens[h].Tag.Nominal() || p.childOf(h, Det) >= 0 || p.tokens[n-1].Tag == Punctuation || p.childOf(n, Flat) < 0 {
		return
	}
	switch of, d := p.childOf(n, Case), p.childOf(n, NmodDesc); {
	case of < 0:
		if c := p.childOf(h, Nmod); c < 0 || c >= n || p.childOf(c, Case) < 0 {
			return
		}
	case of == h+1 && d == n-1 && of == d-1 && p.tokens[d].Tag == ProperNoun && unicode.IsUpper(rune(words[h].In(src)[0])) && !p.tokens[h].Feats.Has(Plural):
		// "Minister of Health Ana Ruiz"; not "the supporters of Sen. Ana Ruiz"
		p.tokens[of].Head = d
		p.tokens[d].Head, p.tokens[d].Rel = h, Nmod
	default:
		return
	}
	p.tokens[n].Head, p.tokens[n].Rel = p.tokens[h].Head, p.tokens[h].Rel
	p.tokens[h].Head, p.tokens[h].Rel = n, NmodDesc
	p.hand(h, n, n+1, min(len(p.tokens), n+reach))
}

// casedSubject gives a subject that has a preposition to the one in front of it: "The trial of
// former mayor Tom Hale will begin".
func (p *Parser) casedSubject(i int) bool {
	t := &p.tokens[i]
	c := p.childOf(i, Case)
	if c < 1 || c > i {
		return false
	}
	switch n := &p.tokens[c-1]; {
	case n.Head != t.Head || t.Head < i:
		return false
	case n.Rel == Mark && n.Tag == Adposition:
		n.Tag, n.Rel = Noun, t.Rel
	case n.Rel != Nsubj && n.Rel != NsubjPass:
		return false
	}
	t.Head, t.Rel = c-1, Nmod
	return true
}

// saidNoun makes the subject of a clause of a noun that became a verb to which somebody says it: "said exports of coffee fell".
func (p *Parser) saidNoun(i int) bool {
	above := p.tokens[i].Head
	for v := i + 1; v < min(len(p.tokens), i+reach); v++ {
		t := &p.tokens[v]
		if t.Head != above && t.Head != i || t.Tag != Verb {
			continue
		}
		if t.Rel != Advcl && t.Rel != Ccomp || p.hasSubject(v) || p.childOf(v, Mark) >= 0 || t.Feats.Has(Gerund) || t.Feats.Has(Infinitive) {
			return false
		}
		p.tokens[i].Tag, p.tokens[i].Feats = Noun, Plural
		t.Head, t.Rel = above, Ccomp
		p.asSubject(i, v)
		for k := i + 1; k < v; k++ {
			if x := &p.tokens[k]; x.Head == i && x.Rel == Obl {
				x.Rel = Nmod
			}
		}
		return true
	}
	return false
}

// ofWhose gives a name that became a subject in front of a role and its bearer to the role: "Bolton
// Harriers captain James Lund has signed".
func (p *Parser) ofWhose(i int) bool {
	t := &p.tokens[i]
	role := p.childOf(i, NmodDesc)
	if t.Tag != ProperNoun || role < 1 || role > i {
		return false
	}
	k := role - 1
	for k > 0 && p.tokens[k].Rel == Flat && p.tokens[k].Head < k {
		k = p.tokens[k].Head
	}
	if n := &p.tokens[k]; n.Tag == ProperNoun && n.Head == t.Head && t.Head > i && (n.Rel == Nsubj || n.Rel == NsubjPass) {
		n.Head, n.Rel = role, Compound
		return true
	}
	return false
}

// under reports whether word k hangs on word i, be it through others.
func (p *Parser) under(k, i int) bool {
	for steps := 0; k >= 0 && steps < 4; steps++ {
		if k = p.tokens[k].Head; k == i {
			return true
		}
	}
	return false
}

// reachedWhen parts a number from the time behind it: "rose to 44 last winter".
func (p *Parser) reachedWhen(i int) {
	h := p.tokens[i].Head
	if i == 0 || p.tokens[i].Rel != Nummod || h != i+2 || p.tokens[i+1].Tag != Adjective || p.tokens[h].Tag != Noun || p.tokens[h].Rel != Obl || p.tokens[h].Feats.Has(Plural) {
		return
	}
	c := i - 1
	if p.tokens[c].Rel != Case || p.tokens[c].Head != h {
		return
	}
	p.tokens[i].Head, p.tokens[i].Rel = p.tokens[h].Head, Obl
	p.tokens[c].Head = i
	p.tokens[h].Rel = OblUnmarked
}

// amountAgent mends a passive that is none: nothing is dropped "by 12 percent", and what has an object and no auxiliary
// is active, "A cashier partly blamed Okello".
func (p *Parser) amountAgent(s int) {
	v := p.tokens[s].Head
	if v < 0 || p.childOf(v, AuxPass) >= 0 {
		return
	}
	if o := p.childOf(v, Obj); o > v && p.tokens[v].Tag == Verb && p.tokens[v].Rel != Acl && p.childOf(v, Aux) < 0 && p.childOf(v, OblAgent) < 0 {
		p.tokens[s].Rel = Nsubj
		p.finite(v)
		return
	}
	if a := p.childOf(v, OblAgent); a >= 0 && (p.childOf(a, Nummod) >= 0 || p.tokens[a].Tag == Number) {
		p.tokens[s].Rel, p.tokens[a].Rel = Nsubj, Obl
		p.finite(v)
	}
}

// articleHead exchanges an article and the noun that became a part of it: "won the 2016
// League of Legends world championship".
func (p *Parser) articleHead(n int) {
	d := p.tokens[n].Head
	p.tokens[n].Head, p.tokens[n].Rel = p.tokens[d].Head, p.tokens[d].Rel
	p.hand(d, n, 0, len(p.tokens))
	p.tokens[d].Head, p.tokens[d].Rel = n, Det
}

// fromTo makes the second of two measures, each with its preposition, hang on the verb
// like the first: "from 5 percent to 6 percent".
func (p *Parser) fromTo(i int) {
	t := &p.tokens[i]
	h := t.Head
	if h < 0 || h > i || p.tokens[h].Rel != Obl || p.childOf(i, Case) < 0 || p.childOf(h, Case) < 0 || p.childOf(i, Nummod) < 0 || p.childOf(h, Nummod) < 0 {
		return
	}
	t.Head, t.Rel = p.tokens[h].Head, Obl
}

// twoMeasures makes two measures in one unit, each with its preposition, hang on the verb
// where the parser made one phrase of them: "raised from 5 percent to 6 percent".
func (p *Parser) twoMeasures(src string, words []text.Word, i int) {
	if i < 1 || i+4 >= len(words) || p.tokens[i-1].Tag != Adposition || p.tokens[i+2].Tag != Adposition || p.tokens[i+3].Tag != Number || words[i+1].In(src) != words[i+4].In(src) {
		return
	}
	x, y := i+1, i+4
	v := p.tokens[y].Head
	if v == x {
		v = p.tokens[x].Head
	}
	if v < 0 || v >= i-1 && v <= y || p.tokens[v].Tag != Verb {
		return
	}
	for _, n := range [...]int{x, y} {
		p.tokens[n-1].Head, p.tokens[n-1].Rel = n, Nummod
		p.tokens[n-2].Head, p.tokens[n-2].Rel = n, Case
		p.tokens[n].Head, p.tokens[n].Rel = v, Obl
	}
	for k := range p.tokens {
		if h := p.tokens[k].Head; k > y && (h == x || h >= i-1 && h <= y && h != y) {
			p.tokens[k].Head = y
		}
	}
}

// counted makes a number in front of a noun count it, where the parser made the number the
// root or "more" the head: "120,000 people have been", "More than a million people have".
func (p *Parser) counted(i int) {
	if i+1 >= len(p.tokens) || p.tokens[i+1].Tag != Noun || p.childOf(i, Case) >= 0 {
		return
	}
	n := &p.tokens[i+1]
	if t := &p.tokens[i]; t.Rel == Root && n.Head > i+1 && p.tokens[n.Head].Head == i {
		v := n.Head
		p.tokens[v].Head, p.tokens[v].Rel = -1, Root
		t.Head, t.Rel = i+1, Nummod
		p.hand(i, v, i+2, len(p.tokens))
		return
	}
	m := n.Head
	if m < 0 || m > i || n.Rel != Obl && n.Rel != Nmod {
		return
	}
	v, than := p.tokens[m].Head, p.childOf(i+1, Case)
	if v <= i || than != m+1 || p.tokens[v].Tag != Verb || p.hasSubject(v) {
		return
	}
	p.asSubject(i+1, v)
	p.tokens[m].Head, p.tokens[m].Rel = i, Advmod
	p.tokens[than].Head, p.tokens[than].Rel = m, Fixed
}

// leftDead makes an adjective behind a number, with no noun behind it, the noun that it
// stands for: "left 43 dead and more than 200 missing".
func (p *Parser) leftDead(i int) {
	bare := func(i int) bool {
		return i > 0 && i+1 < len(p.tokens) && p.tokens[i].Tag == Number && p.tokens[i+1].Tag == Adjective && (i+2 >= len(p.tokens) || !p.tokens[i+2].Tag.Nominal() && p.tokens[i+2].Tag != Adjective)
	}
	v := i - 1
	for v > 0 && i-v < 4 && p.tokens[v].Tag != Verb && p.tokens[v].Tag != Noun && p.tokens[v].Tag != Punctuation && p.tokens[v].Tag != Coordinator {
		v-- // "at least"
	}
	if !bare(i) || v < 0 || p.tokens[v].Tag != Verb || p.childOf(v, Obj) >= 0 && p.childOf(v, Obj) < i {
		return
	}
	for k := v + 1; k <= i+1; k++ {
		if p.tokens[v].Head == k || p.tokens[k].Head < 0 {
			return // the verb hangs on what would hang on it
		}
	}
	first := i + 1
	p.tokens[first].Tag = Noun
	p.tokens[first].Head, p.tokens[first].Rel = v, Obj
	p.tokens[i].Head, p.tokens[i].Rel = first, Nummod
	for k := v + 1; k < i; k++ {
		if h := p.tokens[k].Head; h < v || h > i {
			p.tokens[k].Head = i
		}
	}
	for k := first + 1; k < len(p.tokens) && p.tokens[k].Tag != Verb && p.tokens[k].Tag != Punctuation; k++ {
		if !bare(k) {
			continue
		}
		p.tokens[k+1].Tag = Noun
		p.tokens[k+1].Head, p.tokens[k+1].Rel = first, Conj
		p.tokens[k].Head, p.tokens[k].Rel = k+1, Nummod
		for j := first + 1; j < k; j++ {
			if h := p.tokens[j].Head; h <= first || h > k+1 || p.tokens[j].Rel == Cc {
				p.tokens[j].Head = k + 1
				if p.tokens[j].Rel != Cc {
					p.tokens[j].Head = k
				}
			}
		}
		return
	}
}

// sportScore makes the score of a match hang on the verb: "beat Levante 2-1".
func (p *Parser) sportScore(src string, words []text.Word, i int) {
	if i < 1 || i+2 >= len(words) || p.tokens[i+2].Tag != Number {
		return
	}
	if w := words[i+1].In(src); w != "-" && w != "–" || !text.Joined(words, i+1) {
		return
	}
	v := p.tokens[i].Head
	if v >= 0 && p.tokens[v].Tag.Nominal() && (v < i || p.tokens[i].Rel == Nummod && i+3 < len(words) && p.tokens[i+3].Rel == Case && p.tokens[i+3].Head == v) {
		v = p.tokens[v].Head // of the loser, or of "lost 3-1 to Levante"
	}
	for v >= 0 && v < i && p.tokens[v].Tag == ProperNoun {
		v = p.tokens[v].Head // "Union Tubize 3-1"
	}
	if v < 0 || v > i || p.tokens[v].Tag != Verb {
		return
	}
	if loser := &p.tokens[i-1]; loser.Head == i && loser.Tag.Nominal() {
		loser.Head, loser.Rel = v, Obj
	}
	p.tokens[i].Head, p.tokens[i].Rel = v, OblUnmarked
	p.tokens[i+1].Head, p.tokens[i+1].Rel = i, Punct
	p.tokens[i+2].Head, p.tokens[i+2].Rel = i, Flat
}

// initials makes a name of what is written in capitals among small letters and is no pronoun: "The WHO said".
func (p *Parser) initials(src string, words []text.Word, i int) bool {
	w := words[i].In(src)
	small := func(r rune) bool { return r < 'A' || r > 'Z' }
	if len(w) < 2 || strings.IndexFunc(w, small) >= 0 || i+1 >= len(words) || strings.IndexFunc(words[i+1].In(src), small) < 0 {
		return false
	}
	p.tokens[i].Tag, p.tokens[i].Lemma = ProperNoun, w
	if i > 0 && p.tokens[i-1].Tag == Determiner {
		p.tokens[i-1].Head, p.tokens[i-1].Rel = i, Det
	}
	return true
}

// apposedParticiple makes an apposition of the subject of a participle that took the name in front for its head:
// "Lane, the man arrested over the fire, is"; not "Lane, whom the man saw".
func (p *Parser) apposedParticiple(src string, words []text.Word, v int) bool {
	n, s := p.tokens[v].Head, v-1
	first := s
	for first > 0 && p.tokens[first-1].Head == s {
		first--
	}
	if n < 0 || n >= first || !isComma(src, words, first-1) || p.tokens[s].Rel != Nsubj || p.tokens[s].Head != v || p.tokens[s].Tag != Noun ||
		p.childOf(s, Det) < 0 || p.childOf(v, Aux) >= 0 || p.childOf(v, Obj) >= 0 || p.tokens[v].Feats.Has(Gerund) {
		return false
	}
	p.tokens[first-1].Head = n
	p.tokens[s].Head, p.tokens[s].Rel = n, Appos
	p.tokens[v].Head, p.tokens[v].Rel = s, Acl
	p.tokens[v].Feats |= Participle
	return true
}
