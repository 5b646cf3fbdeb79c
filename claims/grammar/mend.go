package grammar

import "factcheck/claims/text"

// The network has now and then what no sentence can have: two subjects in front of one verb, a
// relative clause that opens with the conjunction of what somebody was told, a noun for a verb.
// mend puts right what cannot be, whatever the words are, and leaves the arcs projective.
//
// A mend is the last resort. A construction of news that the network misreads is a pattern of
// fixtures/treebank/constructions.txt, with its twin beside it, and the next training reads it:
// of some fifty mends that stood here, forty changed no figure any more once it had learned them. Two subjects of
// one verb are left in one sentence of news in twelve.

// mend puts right what the network is known to get wrong. Words gives the words of the tokens.
func (p *Parser) mend(src string, words []text.Word) {
	p.unmended = append(p.unmended[:0], p.tokens...)
	p.mendAll(src, words)
	if !p.isTree() {
		copy(p.tokens, p.unmended) // two mends that do not know each other closed a circle
	}
}

// mendAll looks at each word once, and mends by the first case that fits.
func (p *Parser) mendAll(src string, words []text.Word) {
	for i := range p.tokens {
		switch t := &p.tokens[i]; {
		case t.Tag == Pronoun && i > 0 && p.tokens[i-1].Head == i && p.Lang != "fr" && hasRole("en", text.Fold(words[i].In(src)), digs):
			t.Tag, t.Lemma = Noun, text.Fold(words[i].In(src)) // "the Selby mine"
		case (t.Rel == Nsubj || t.Rel == Cop) && t.Head > i && p.tokens[t.Head].Rel == Compound && p.tokens[t.Head].Head > t.Head:
			t.Head = p.tokens[t.Head].Head // "Tolar is a US$4.7 billion company"
		case (t.Rel == Nsubj || t.Rel == NsubjPass) && t.Tag.Nominal() && p.oneSubject(src, words, i):
		case t.Tag == Verb && (t.Rel == Xcomp || t.Rel == Ccomp || t.Rel == Advcl) && p.Lang == "fr":
			p.invertedReport(src, words, i)
		case t.Rel == Nsubj && t.Head >= 0 && t.Head < i && p.secondSubject(i):
		case t.Rel == Nsubj && i+1 < len(p.tokens) && t.Tag.Nominal():
			p.twoSubjects(src, words, i)
		case t.Rel == Root && t.Tag == Noun && p.verbBeforeAnd(i):
		case t.Rel == AclRelcl && t.Head >= 0 && p.tokens[t.Head].Rel == Iobj:
			p.toldThat(i)
		case t.Rel == Obj && t.Tag == Subordinator:
			t.Rel = Mark // "It is a myth that the company has sold the mill"
		case t.Rel == Xcomp && t.Tag == Noun && p.electedName(src, words, i):
		case t.Rel == Case && t.Head >= 0 && p.tokens[t.Head].Rel == NmodDesc && p.tokens[t.Head].Head > t.Head:
			t.Head = p.tokens[t.Head].Head // "to the Dutch grocer Van Deel"
		case t.Rel == Nummod && t.Head > i && p.countsBehind(src, words, i):
		case t.Rel == Parataxis && (t.Tag == Verb || t.Tag.Nominal()) && p.saysInFront(src, words, i):
		case t.Tag == Adjective && p.Lang != "fr" && p.adjectivePassive(i):
		case t.Tag == Number:
			p.leftDead(i)
			p.sportScore(src, words, i)
		}
	}
}

// isTree reports whether every word stands under the root.
func (p *Parser) isTree() bool {
	p.seen = append(p.seen[:0], make([]int32, len(p.tokens))...)
	for i := range p.tokens {
		k := i
		for ; k >= 0 && p.seen[k] == 0; k = p.tokens[k].Head {
			p.seen[k] = int32(i + 1)
		}
		if k >= 0 && p.seen[k] == int32(i+1) {
			return false
		}
	}
	return true
}

// reach is how many words away from its head a dependent is looked for: a sentence of ten
// thousand words is mended in its own time, not in the square of it.
const reach = 200

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
			k = i // "the nurse, who is from Kampala, and the clerk sang"
		}
		second.Head, second.Rel, p.tokens[b].Head = k, Conj, j
	case p.tokens[b].Tag == Noun && second.Tag == ProperNoun && p.behindCase(i, b+1) == b:
		second.Head, second.Rel = b, Appos
	default:
		return false
	}
	return true
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

// twoSubjects mends a noun that describes the name behind it and became a subject beside
// it: "carmaker Hollmann has bought", "the union's leader, Ana Ruiz, told them"; not "Lima, Cusco and Puno voted".
func (p *Parser) twoSubjects(src string, words []text.Word, i int) {
	t := &p.tokens[i]
	k := i + 1
	for k < len(p.tokens) && k < i+5 && p.under(k, i) {
		k++ // "Speaker of the House Paul Ryan said"
	}
	comma := t.Tag == Noun && k > i+1 && isComma(src, words, k-1)
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

// toldThat makes what was told of a clause that became one about who was told it: "told the court that she
// had paid". Twin: "told the court that tried her".
func (p *Parser) toldThat(v int) {
	n := p.tokens[v].Head
	that := n + 1
	if that >= v || p.tokens[that].Tag != Pronoun || p.tokens[that].Head != v || p.tokens[that].Rel == Nsubj || p.tokens[that].Rel == NsubjPass || !p.hasSubject(v) {
		return
	}
	p.tokens[v].Head, p.tokens[v].Rel = p.tokens[n].Head, Ccomp
	p.tokens[that].Tag, p.tokens[that].Feats = Subordinator, 0
	p.tokens[that].Head, p.tokens[that].Rel = v, Mark
}

// electedName makes the object of a verb that has none of the name that describes what its bearer was made: "elected Rasmus Holt president". Twin:
// "became Holm Bank president".
func (p *Parser) electedName(src string, words []text.Word, i int) bool {
	v := p.tokens[i].Head
	n := i - 1
	for n > v && p.tokens[n].Head != i {
		n--
	}
	if v < 0 || n <= v || p.tokens[n].Rel != Compound || p.tokens[n].Tag != ProperNoun || p.childOf(n, Flat) < n || p.childOf(v, Obj) >= 0 || p.childOf(v, NsubjPass) >= 0 || hasRole("en", text.Fold(words[v].In(src)), becomes) {
		return false
	}
	p.tokens[n].Head, p.tokens[n].Rel = v, Obj
	return true
}

// adjectivePassive makes a participle of an adjective that has a subject or an auxiliary of the passive: "The lighthouse was automated".
func (p *Parser) adjectivePassive(i int) bool {
	n, aux := max(p.childOf(i, Nsubj), p.childOf(i, NsubjPass)), max(p.childOf(i, Cop), p.childOf(i, AuxPass))
	if n < 0 || aux < 0 || p.tokens[n].Rel != NsubjPass && p.tokens[aux].Rel != AuxPass {
		return false
	}
	p.tokens[n].Rel, p.tokens[aux].Rel = NsubjPass, AuxPass
	p.tokens[i].Tag, p.tokens[i].Feats = Verb, Participle|Passive
	return true
}

// saysInFront makes what somebody said of a clause behind whose comma he and the verb of saying end the sentence: "The actress has turned the
// role down, a magazine claimed". Twin: "The actress has turned the role down, her agent left".
func (p *Parser) saysInFront(src string, words []text.Word, v int) bool {
	above, s := p.tokens[v].Head, max(p.childOf(v, Nsubj), p.childOf(v, NsubjPass), p.childOf(v, Expl))
	if p.tokens[v].Tag != Verb {
		v, s = p.childOf(v, Acl), v // "her driver alleged in court", hung as a noun that is described
	}
	if above < 0 || above > v || p.tokens[above].Rel != Root || s < 0 || s > v || !isComma(src, words, p.inFront(src, words, s)) || !hasRole("en", text.Fold(words[v].In(src)), tells) ||
		p.childOf(v, Obj) >= 0 || p.childOf(v, Ccomp) >= 0 || p.childOf(v, Cc) >= 0 {
		return false
	}
	if p.tokens[v].Rel == Acl {
		p.asSubject(s, v)
		p.finite(v)
	}
	p.tokens[v].Head, p.tokens[v].Rel = -1, Root
	p.tokens[above].Head, p.tokens[above].Rel = v, Ccomp
	return true
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

// hasSubject reports whether word v has a subject within reach.
func (p *Parser) hasSubject(v int) bool {
	return p.childOf(v, Nsubj) >= 0 || p.childOf(v, NsubjPass) >= 0
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

// isComma reports whether word i is a comma.
func isComma(src string, words []text.Word, i int) bool {
	return i >= 0 && words[i].In(src) == ","
}
