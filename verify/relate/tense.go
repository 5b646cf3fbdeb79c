package relate

import "factcheck/claims/grammar"

// What is to come bears out nothing that is said to have come, nor the reverse:
// "will visit Bana" beside "visited Bana" is a plan beside a deed.

// tenseOf returns the tense of clause i; one without a verb form of its own in a
// row ("will go and see") has that of the clause it is coordinated with.
func (s *sentence) tenseOf(i int) grammar.Tense {
	for depth := 0; depth < maxDepth; depth++ {
		c := &s.clauses[i]
		if c.Tense != grammar.NoTense || c.Link != grammar.Coordinated || c.Parent < 0 || c.Parent == i {
			return c.Tense
		}
		i = c.Parent
	}
	return grammar.NoTense
}

// upcoming reports whether p is to come and q is told as done or being so.
func (p *event) upcoming(q *event) bool {
	return p.tense == grammar.FutureTense && q.tense != grammar.FutureTense
}
