package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
)

// A Clause is one of the clauses that a statement sets side by side, "Denby bought the mill
// and sold its machines", with what it takes to stand by itself.
type Clause struct {
	Words   text.Span // in the statement's text, without the word that joins it
	Subject text.Span // of the subject if it stands in another clause, "Denby" for "sold its machines"; else empty
}

// Clauses returns the clauses that make up a statement of one sentence, in order; nil if
// it is one clause only, or if something in it belongs to more than one of them: a
// phrase before the first subject ("In May, Denby bought ... and sold ..."), words after the last.
func (a *Analysis) Clauses() []Clause {
	if !parsed[a.lang] || len(a.read()) != 1 {
		return nil
	}
	s := a.read()[0]
	s.Read()
	main := sole(s.Clauses, func(c *grammar.Clause) bool { return c.Link == grammar.Main })
	if main == nil || main.Subject < 0 || main.Borrowed {
		return nil
	}
	subject := s.Tree.Tokens[main.Subject]
	if subject.First != 0 {
		return nil
	}
	starts, borrowed, end := beside(s, main)
	if len(starts) < 2 {
		return nil
	}
	out := make([]Clause, len(starts))
	for k, first := range starts {
		to := end
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		for t := s.Tree.Tokens; k > 0 && first < to && (t[first].Tag == grammar.Punctuation || t[first].Rel == grammar.Cc); first++ {
			if t[first].Rel == grammar.Cc && !adding.in("", s.Fold(first)) {
				return nil // "or"
			}
		}
		for to > first && s.Tree.Tokens[to-1].Tag == grammar.Punctuation {
			to--
		}
		if first == to {
			return nil
		}
		out[k].Words = s.Span(first, to)
		if borrowed[k] {
			out[k].Subject = s.Span(subject.First, subject.End)
		}
	}
	return out
}

// beside returns the first words of the clauses that stand beside a main clause, its own first,
// which of them borrow its subject, and the word after the last that is no mark. Fewer than two
// clauses if words follow that belong to more than the last.
func beside(s *proposition.Sentence, main *grammar.Clause) (first []int, borrowed []bool, end int) {
	end = len(s.Words)
	for end > 0 && s.Tree.Tokens[end-1].Tag == grammar.Punctuation {
		end--
	}
	last := 0
	first, borrowed = []int{0}, []bool{false}
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Link != grammar.Coordinated || c.Parent < 0 || &s.Clauses[c.Parent] != main || c.Tense == grammar.NoTense || c.Subject < 0 {
			continue
		}
		t := s.Tree.Tokens[c.Predicate]
		if t.First <= first[len(first)-1] {
			return nil, nil, end
		}
		first, borrowed, last = append(first, t.First), append(borrowed, c.Borrowed), t.End
	}
	if last < end {
		return nil, nil, end
	}
	return first, borrowed, end
}
