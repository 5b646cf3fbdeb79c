package grammar_test

import (
	"fmt"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

func ExampleClauses() {
	src := "The town was not taken by the rebels, the army said."
	words := text.AppendWords(nil, src, text.Span{Start: 0, End: len(src)})
	s := grammar.Parse(src, words)
	for _, c := range grammar.Clauses(&s) {
		fmt.Println(c.Link, s.Tokens[c.Predicate].Lemma, s.Tokens[c.Subject].Lemma, c.Negated(), c.Voice == grammar.PassiveVoice)
	}
	// Output:
	// content take town true true
	// main say army false false
}
