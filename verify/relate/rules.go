package relate

import (
	_ "embed"
	"slices"
	"sync"

	"factcheck/claims/text"
)

// Every decision has a rule with an id that stays: "near.number", "clash.once". A
// Result names those that decided it, "compare --explain" prints them, rules.tsv says
// what each does, testdata/cases.txt has its cases, and the ablation run judges without
// one of them: Side.Without.

//go:embed rules.tsv
var ruleTable string

// ruleMeanings maps the id of a rule to what it does, read once.
var ruleMeanings = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for f := range text.Rows(ruleTable, 2) {
		all[f[0]] = f[1]
	}
	return all
})

// RuleMeaning returns what a rule does, in a few words for people; empty if there is
// no such rule.
func RuleMeaning(id string) string { return ruleMeanings()[id] }

// addRule appends a rule that is not there yet; the empty one is none.
func addRule(list []string, rule string) []string {
	if rule == "" || slices.Contains(list, rule) {
		return list
	}
	return append(list, rule)
}

// addRules appends those of more that are not there yet.
func addRules(list, more []string) []string {
	for _, r := range more {
		list = addRule(list, r)
	}
	return list
}
