package verify

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
)

// TestCheckable guards that headings and questions get no verdict, and that
// short plain sentences do.
func TestCheckable(t *testing.T) {
	for s, want := range map[string]bool{
		"The rebels took Bana on Monday.":     true,
		"Bana fell.":                          true,
		"It is 80 km from Mota.":              true,
		"Rebels were seen in the market.":     true,
		"What we know about the fall of Bana": false,
		"BANA, April 2":                       false,
		"By our correspondent":                false,
		"Who governs Bana tonight?":           false,
		"A long night":                        false,
		"The mayor of Bana resigned.":         true,
		"The stadium cost 50 million euros.":  true, // the past is the base form
		"Experts rebuke the mayor.":           true, // read as a noun
		"A tale of two mayors.":               false,
		"The dam burst in 2019.":              true,
		"The blast injured nine people.":      true, // read without a verb
		"Ann Young died in Mota last year.":   true,
		"Mota votes on June 17.":              true,
		"A test text, with planted errors.":   false,
	} {
		st := claims.Statement{Text: s, Spans: []text.Span{{End: len(s)}}, Sentence: text.Span{End: len(s)}}
		if got := unchecked(&claims.Document{Text: s}, &st, new(claims.Trees)); (got == Checked) != want {
			t.Errorf("unchecked(%q) = %v", s, got)
		}
	}
}

// TestCheckableAside checks what stands beside reported speech: an apposition says what
// somebody is. Twin: a name says nothing.
func TestCheckableAside(t *testing.T) {
	doc := &claims.Document{Lang: "en", Text: "“It leaks,” said Ann Young, a plumber."}
	aside := func(part string) claims.Statement {
		at := strings.Index(doc.Text, part)
		return claims.Statement{Text: part, Spans: []text.Span{{Start: at, End: at + len(part)}}, Sentence: text.Span{End: len(doc.Text)}}
	}
	for part, want := range map[string]Why{"Ann Young, a plumber": Checked, "Ann Young": Verbless} {
		s := aside(part)
		if got := unchecked(doc, &s, new(claims.Trees)); got != want {
			t.Errorf("unchecked(%q) = %v", part, got)
		}
	}
}
