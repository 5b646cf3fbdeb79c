package relate

import "factcheck/claims/grammar"

// A veil takes back what it bears on, no more. One in a sentence that speaks of
// other things does not, nor one in a clause that describes somebody by the way:
// "a soldier who had denied the charge was sentenced to nine years" says that a
// soldier was sentenced to nine years. What denies as a whole ("that is false") is
// a veil wherever it stands.

// beside reports whether the veil at term i of the source bears on nothing that
// the statement says.
func (a *Analysis) beside(i int, statement *Analysis) bool {
	p := a.sentenceOf(a.terms[i].word)
	if p == nil {
		return false
	}
	switch a.terms[i].stem {
	case "fals", "untru", "rumour", "rumor", "deni", "denial", "reject", "dismiss", "disput", "doubt", "faux", "rumeur", "dement":
	default:
		if p.elsewhere(statement) {
			return true
		}
	}
	return p.byTheWay(i, statement)
}

// sentenceOf returns the sentence that word i stands in.
func (a *Analysis) sentenceOf(i int) *sentence {
	for _, s := range a.sentences() {
		if s.first <= i && i < s.end {
			return s
		}
	}
	return nil
}

// elsewhere reports whether the sentence has no content word of the statement, and
// does not begin as one that speaks of what was said before it.
func (p *sentence) elsewhere(statement *Analysis) bool {
	words, first := 0, true
	for k := p.first; k < p.end; k++ {
		t := p.a.termAt(k)
		if t == nil {
			continue
		}
		if first {
			switch t.fold {
			case "that", "this", "these", "those", "it", "such", "but", "cela", "ce", "ceci", "cette", "ces", "mais":
				return false
			}
			first = false
		}
		if t.class == content {
			words++
			if statement.hasStem(t.stem) {
				return false
			}
		}
	}
	return words >= 4
}

// byTheWay reports whether term i stands in a clause or apposition that says
// something else of one of the statement's nouns: in brackets of commas, or of a
// name, or of somebody not known before.
func (p *sentence) byTheWay(i int, statement *Analysis) bool {
	p.parse()
	w := p.index(p.a.terms[i].word)
	for steps := 0; w >= 0 && steps < maxDepth; steps++ {
		t := &p.tree.Tokens[w]
		if t.Head < 0 {
			return false
		}
		if b := t.Rel.Base(); (b == "acl" || b == "appos") && p.incidental(w, statement) {
			return true
		}
		w = t.Head
	}
	return false
}

// incidental reports whether the clause of word c describes a noun of the
// statement without having any other word of it.
func (p *sentence) incidental(c int, statement *Analysis) bool {
	t, noun := &p.tree.Tokens[c], p.tree.Tokens[c].Head
	if x := p.term(noun); x == nil || noun >= t.First || !statement.hasStem(x.stem) {
		return false
	}
	behind := t.End >= len(p.words)-1
	for k := range p.words {
		if x := p.term(k); x != nil && x.class == content && statement.hasStem(x.stem) {
			if t.First <= k && k < t.End {
				return false
			}
			behind = behind || k >= t.End
		}
	}
	if !behind {
		return false
	}
	if t.First > 0 && p.words[t.First-1].In(p.a.side.Text) == "," || p.words[t.First].In(p.a.side.Text) == "," {
		return true
	}
	return p.isName(noun) || p.unknown(noun)
}

// unknown reports whether a noun is one that the text has not named before: "a
// soldier", "two nurses".
func (p *sentence) unknown(noun int) bool {
	for j := p.tree.Tokens[noun].First; j < noun; j++ {
		if p.tree.Tokens[j].Head != noun {
			continue
		}
		if f := p.fold(j); f == "a" || f == "an" || f == "un" || f == "une" || p.tree.Tokens[j].Rel == grammar.Nummod {
			return true
		}
	}
	return false
}
