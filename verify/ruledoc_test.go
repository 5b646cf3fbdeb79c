package verify_test

import (
	"testing"

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
