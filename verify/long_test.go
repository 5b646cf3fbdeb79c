package verify_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/fixtures/growth"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify"
)

// TestLongBesideLong: a draft of many statements beside long documents, some of which agree with each, takes no look at all of a
// document for each of its sentences: whom it names, whose dispatches it carries.
func TestLongBesideLong(t *testing.T) {
	for _, one := range []string{"John Keller was denied %d times. ", "Mr. Keller denied that Mr. Lane paid $%d million in Goma. ", "“We go,” Keller said on day %d. "} {
		growth.Linear(t, 20, func(n int) {
			x := index.Memory()
			for i := range 4 {
				d := &claims.Document{ID: fmt.Sprint(i), Publisher: fmt.Sprint("Paper ", i), Lang: "en", Text: many(one, n)}
				if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
					t.Fatal(err)
				}
			}
			draft := &claims.Document{ID: "draft", Lang: "en", Text: many(one, n)}
			var c verify.Checker
			if _, err := c.Check(context.Background(), sources.NewArchive(x, nil), []verify.Draft{{Document: draft}}, verify.Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// many returns n sentences, each with its number.
func many(one string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, one, i%7)
	}
	return b.String()
}

// TestManyOfOneSentence: a sentence in which many speak is held against a passage once, not once for each of them.
func TestManyOfOneSentence(t *testing.T) {
	x := index.Memory()
	d := &claims.Document{ID: "a", Publisher: "Paper", Lang: "en", Text: many("The dam held on day %d. ", 7) + strings.Repeat("if he said that ", 400)}
	if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
		t.Fatal(err)
	}
	check := func(one string, n int) func() {
		draft := &claims.Document{ID: "draft", Lang: "en", Text: strings.Repeat(one, n) + "more."}
		return func() {
			var c verify.Checker
			if _, err := c.Check(context.Background(), sources.NewArchive(x, nil), []verify.Draft{{Document: draft}}, verify.Options{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	growth.Beside(t, 8, check("The dam held all day. ", growth.Rounds(300)), check("if he said that ", growth.Rounds(400)))
}
