package relate

import "factcheck/claims/grammar"

func tempClauses(s *sentence) []grammar.Clause {
	tok := s.tree.Tokens
	var out []grammar.Clause
	idx := make([]int, len(tok))
	for i := range idx {
		idx[i] = -1
	}
	child := func(i int, rels ...grammar.Rel) int {
		for j := tok[i].First; j < tok[i].End; j++ {
			if tok[j].Head == i {
				for _, r := range rels {
					if tok[j].Rel == r {
						return j
					}
				}
			}
		}
		return -1
	}
	for i := range tok {
		cop := child(i, grammar.Cop)
		r := tok[i].Rel
		if !(tok[i].Tag == grammar.Verb && r != grammar.Amod && r != grammar.Compound && r != grammar.Case && r != grammar.Fixed || cop >= 0 || r == grammar.Root || r == grammar.Appos) {
			continue
		}
		c := grammar.Clause{Predicate: i, Copula: cop, Particle: -1, Mark: child(i, grammar.Mark), Subject: -1, Agent: child(i, grammar.OblAgent), Parent: -1, Noun: -1, Negation: -1, Modal: -1}
		c.Subject = child(i, grammar.Nsubj, grammar.NsubjPass)
		if tok[i].Feats.Has(grammar.Passive) || child(i, grammar.NsubjPass) >= 0 || child(i, grammar.AuxPass) >= 0 {
			c.Voice = grammar.PassiveVoice
		}
		for j := tok[i].First; j < tok[i].End; j++ {
			if tok[j].Head != i {
				continue
			}
			switch tok[j].Rel {
			case grammar.Obj, grammar.Iobj:
				c.Objects = append(c.Objects, j)
			case grammar.Obl, grammar.OblUnmarked, grammar.OblAgent:
				p := child(j, grammar.Case)
				if c.Voice == grammar.PassiveVoice && p >= 0 && s.fold(p) == "by" {
					c.Agent = j
					continue
				}
				c.Obliques = append(c.Obliques, grammar.Oblique{Preposition: p, Head: j})
			case grammar.Advmod:
				if f := s.fold(j); f == "not" || f == "never" || f == "n't" {
					c.Negation = j
				} else {
					c.Adverbs = append(c.Adverbs, j)
				}
			case grammar.Det:
				if s.fold(j) == "no" {
					c.Negation = j
				}
			case grammar.Nmod:
				if cop >= 0 {
				}
			case grammar.Aux:
				switch s.fold(j) {
				case "may", "might", "could", "can":
					c.Modality, c.Modal = grammar.Possible, j
				case "would":
					c.Modality, c.Modal = grammar.Conditional, j
				case "must", "should":
					c.Modality, c.Modal = grammar.Necessary, j
				}
			case grammar.Nsubj, grammar.NsubjPass:
				if k := child(j, grammar.Det); k >= 0 && s.fold(k) == "no" {
					c.Negation = k
				}
			}
		}
		switch r {
		case grammar.AclRelcl:
			c.Link, c.Noun = grammar.Relative, tok[i].Head
			if c.Subject < 0 || s.fold(c.Subject) == "who" || s.fold(c.Subject) == "which" || s.fold(c.Subject) == "that" {
				c.Subject = tok[i].Head
			}
		case grammar.Acl:
			c.Link, c.Noun = grammar.Reduced, tok[i].Head
		case grammar.Appos:
			c.Link, c.Noun = grammar.Appositive, tok[i].Head
		case grammar.Ccomp:
			c.Link = grammar.Content
		case grammar.Xcomp:
			c.Link = grammar.Open
		case grammar.Advcl:
			c.Link = grammar.Circumstance
		case grammar.Conj:
			c.Link = grammar.Coordinated
		}
		idx[i] = len(out)
		out = append(out, c)
	}
	for k := range out {
		c := &out[k]
		h := tok[c.Predicate].Head
		for n := 0; h >= 0 && idx[h] < 0 && n < 50; n++ {
			h = tok[h].Head
		}
		if h >= 0 {
			c.Parent = idx[h]
			p := &out[c.Parent]
			if c.Subject < 0 && (c.Link == grammar.Coordinated || c.Link == grammar.Open) {
				c.Subject, c.Noun = p.Subject, p.Noun
				if c.Subject < 0 && c.Noun >= 0 {
					c.Subject = c.Noun
				}
				if p.Copula >= 0 && c.Subject < 0 {
					c.Subject = h
				}
			}
		}
	}
	return out
}
