package proposition_test

import (
	"fmt"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

func Example() {
	const src = "President Nils Holm was cleared of taking bribes on Monday."
	words := text.Words(src)
	values := quantity.Read(src, words, "en")
	t := proposition.Text{Src: src, Lang: "en", Words: words, Times: date.Find(src, words, 0, "en"), Amounts: values.Mentions, Many: values.Quantifiers,
		Parse: func(w []text.Word) grammar.Sentence { return grammar.Parse(src, w) }}
	t.Divide()
	for _, s := range t.Sentences {
		s.Read()
		for i := range s.Propositions {
			fmt.Println(s.Propositions[i].String())
		}
	}
	// Output:
	// clear(patient: Nils Holm~President; time on: Monday)
	// not take(agent: Nils Holm~President; patient: bribes)
	// is president(agent: Nils Holm~President; attribute: President)
}
