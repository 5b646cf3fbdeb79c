package verify_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
)

// What was found of the same words stands while the writer writes; what those words mean
// may not change under it: “he” is whom the paragraph before names.
func TestAgain(t *testing.T) {
	source, err := reader.Read("kivu.md", []byte(`---
publisher: Kivu Courier
date: 2025-04-03
---
“The dam will hold until Friday,” said Paul Kasongo on Tuesday.

“The road is closed to lorries,” said Amina Kavira, the mayor.

The ferry carried 40 people.
`), reader.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	x := index.Memory()
	if err := x.Add([]index.Entry{{Document: source[0], Statements: claims.Extract(source[0])}}); err != nil {
		t.Fatal(err)
	}
	archive := sources.NewArchive(x, nil)
	draft := []string{"Paul Kasongo spoke in the evening.", "He said: “The dam will hold until Friday.”", "The ferry carried 40 people.", "Amina Kavira said: “The road is open to lorries.”"}
	var c verify.Checker
	find := func(kept bool, c *verify.Checker, paragraphs ...string) []verify.Finding {
		text := "---\ndate: 2025-04-04\n---\n" + strings.Join(paragraphs, "\n\n") + "\n"
		docs, err := reader.Read("draft.md", []byte(text), reader.Options{Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		r, err := c.Check(context.Background(), archive, []verify.Draft{{Path: "draft.md", Document: docs[0], Data: []byte(text)}}, verify.Options{Kept: kept})
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Findings {
			r.Findings[i].Draft = nil
		}
		return r.Findings
	}
	same := func(what string, paragraphs ...string) {
		t.Helper()
		got, want := find(true, &c, paragraphs...), find(false, &verify.Checker{}, paragraphs...)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: what is kept is not what is found (-found +kept):\n%s", what, d)
		}
	}
	find(false, &c, draft...)
	same("the same", draft...)
	same("a paragraph before all", append([]string{"The mayor of Goma slept."}, draft...)...)
	same("a number", draft[0], draft[1], "The ferry carried 70 people.", draft[3])
	same("the number again", draft...)
	same("whom he is", "Amina Kavira spoke in the evening.", draft[1], draft[2], draft[3])
	same("an end that was cut", draft[0], draft[1])
}
