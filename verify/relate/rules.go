package relate

import (
	_ "embed"
	"slices"
	"sync"

	"factcheck/verify/reason"
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
	for f := range rows(ruleTable, 2) {
		all[f[0]] = f[1]
	}
	return all
})

// RuleMeaning returns what a rule does, in a few words for people; empty if there is
// no such rule.
func RuleMeaning(id string) string { return ruleMeanings()[id] }

// off reports whether an ablation run leaves a rule out.
func (a *Analysis) off(rule string) bool { return a.side.Without != "" && a.side.Without == rule }

// off reports whether an ablation run leaves a rule out; a match may be laid the other
// way round.
func (m *match) off(rule string) bool { return m.b.off(rule) || m.a.off(rule) }

// note adds a rule to those that had a say in a match.
func (m *match) note(rule string) { m.rules = addRule(m.rules, rule) }

// note adds a rule to those that decided.
func (n *near) note(rule string) { n.rules = addRule(n.rules, rule) }

// clash makes a change a clash by a rule, or a change only if the rule is left out.
func (n *near) clash(c *change, kind reason.Kind, rule string) {
	if n.b.off(rule) {
		c.merge(Changed, reason.None)
		return
	}
	if c.fate != Clash {
		c.rule = rule
	}
	c.merge(Clash, kind)
}

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

// last returns the rule that was noted last, empty if none was.
func (m *match) last() string {
	if m == nil || len(m.rules) == 0 {
		return ""
	}
	return m.rules[len(m.rules)-1]
}
