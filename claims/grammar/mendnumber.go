package grammar

import "factcheck/claims/text"

// Mends of numbers: what they count, who was left dead, the score of a match. See mend.go.

// countsBehind makes a number count the plural behind the noun or participle that describes it: "46 star tortoises", "62 wounded people".
func (p *Parser) countsBehind(src string, words []text.Word, i int) bool {
	n := &p.tokens[p.tokens[i].Head]
	if n.Head < p.tokens[i].Head || !p.tokens[n.Head].Feats.Has(Plural) {
		return false
	}
	if n.Rel != Compound && (n.Rel != Amod || n.Tag != Verb) || hasRole("en", text.Fold(words[p.tokens[i].Head].In(src)), periods) {
		return false // "five minute talks"
	}
	p.tokens[i].Head = n.Head
	return true
}

// leftDead makes an adjective behind a number, with no noun behind it, the noun that it
// stands for: "left 43 dead and more than 200 missing".
func (p *Parser) leftDead(i int) {
	bare := func(i int) bool {
		return i > 0 && i+1 < len(p.tokens) && p.tokens[i].Tag == Number && (p.tokens[i+1].Tag == Adjective || p.tokens[i+1].Rel == Conj && p.childOf(i+1, Obj) < 0) && (i+2 >= len(p.tokens) || !p.tokens[i+2].Tag.Nominal() && p.tokens[i+2].Tag != Adjective)
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
