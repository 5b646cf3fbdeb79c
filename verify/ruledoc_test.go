package verify_test

import (
	"context"
	"slices"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/reason"
)

// Every verdict and every reason is documented, once, with both examples.
func TestRulesAreDocumented(t *testing.T) {
	seen := map[verify.Rule]int{}
	for _, d := range verify.RuleDocs() {
		seen[d.Rule]++
		if d.What == "" || d.Answer == "" || d.Fires == "" || d.Silent == "" || len(d.Source) == 0 {
			t.Errorf("%s: something is missing", d.Rule)
		}
	}
	for _, v := range verify.Verdicts() {
		if seen[verify.Rule{Verdict: v}] != 1 {
			t.Errorf("%s is documented %d times", v, seen[verify.Rule{Verdict: v}])
		}
	}
	for _, k := range reason.All() {
		if seen[verify.Rule{Reason: k}] != 1 {
			t.Errorf("%s is documented %d times", k, seen[verify.Rule{Reason: k}])
		}
	}
}

// The examples of the documentation do what it says.
func TestRuleExamples(t *testing.T) {
	for _, d := range verify.RuleDocs() {
		if !fires(t, d, d.Fires) {
			t.Errorf("%s does not fire on %q", d.Rule, d.Fires)
		}
		if fires(t, d, d.Silent) {
			t.Errorf("%s fires on %q", d.Rule, d.Silent)
		}
	}
}

// fires reports whether the rule names a finding of a draft that says no more
// than the example.
func fires(t *testing.T, d verify.RuleDoc, draft string) bool {
	t.Helper()
	x := index.Memory()
	for i, s := range d.Source {
		doc := exampleDocument(t, []string{"one.txt", "two.txt"}[i], s+"\n\nThe council met.") // a draft of the same bytes would be no evidence for itself
		doc.Publisher = []string{"Northwire", "Radio Skerry"}[i]
		if err := x.Add([]index.Entry{{Document: doc, Statements: claims.Extract(doc)}}); err != nil {
			t.Fatal(err)
		}
	}
	doc := exampleDocument(t, "draft.txt", draft)
	r, err := verify.Check(context.Background(), sources.NewArchive(x, nil), []verify.Draft{{Path: "draft.txt", Document: doc}}, verify.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if d.Rule.Names(f) || slices.Contains(f.Also, d.Rule.Verdict) && d.Rule.Verdict != verify.None {
			return true
		}
	}
	return false
}

func exampleDocument(t *testing.T, path, text string) *claims.Document {
	t.Helper()
	docs, err := reader.Read(path, []byte(text+"\n"), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return docs[0]
}
