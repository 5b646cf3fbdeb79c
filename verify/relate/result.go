package relate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Relation is what a source makes of a statement.
type Relation uint8

// The relations. The zero value is Silent.
const (
	Silent      Relation = iota // it says nothing that decides
	Agrees                      // it entails every part of the statement
	Contradicts                 // both cannot be true
)

// String returns "silent", "agrees" or "contradicts".
func (r Relation) String() string { return [...]string{"silent", "agrees", "contradicts", ""}[r&3] }

// A Result is the relation of a source and a statement, and why.
type Result struct {
	Relation   Relation
	Reasons    []reason.Reason // what clashes, the weightiest first; nil if nothing does. Spans count bytes of the two texts
	Rules      []string        // the ids of the rules that decided, those that kept it silent too; rules.tsv says what each does
	loose      bool            // what bears it out rests on a dictionary alone somewhere
	Overstated bool            // the source only plans, hedges or alleges what the statement states as done; Relation is Silent, the reason modality
	Parts      []Part          // what became of each proposition of the statement; nil if it was compared word by word
	Source     int             // of several passages the one that decided, -1 if none did
	Alignment  []Link          // how the texts were laid beside each other, in the order of the statement; nil if they have nothing in common
}

// A Part is one proposition of a statement with what became of it.
type Part struct {
	Statement text.Span // of its words in the statement, from its first slot to its last
	Relation  Relation  // Agrees if a source bears it out, Contradicts if one excludes it
	Source    int       // which source decided it, -1 if none
}

// Fate is what became of some words of the source in the statement.
type Fate uint8

// The fates. The zero value is Same.
const (
	Same    Fate = iota // the same words, or words that say the same
	Changed             // other words in their place, compatible as far as is known
	Clash               // other words in their place that cannot both be true
	Dropped             // the statement leaves them out
	Added               // the source does not have them
)

// String returns the name in lower case: "same".
func (f Fate) String() string {
	return [...]string{"same", "changed", "clash", "dropped", "added", "", "", ""}[f&7]
}

// A Link is one step of an alignment. The side that has no words has an empty
// span at the place where they would stand.
type Link struct {
	Fate              Fate
	Source, Statement text.Span
}

// against is the reason that some words of the source and some of the statement cannot
// both be true.
func against(k reason.Kind, source *Analysis, a text.Span, statement *Analysis, b text.Span) reason.Reason {
	return reason.Reason{Kind: k, Source: a, Statement: b, Note: "“" + a.In(source.side.Text) + "” against “" + b.In(statement.side.Text) + "”"}
}

// Denied reports whether the source has it only that he of whom it is told denies it.
func (r Result) Denied() bool { return slices.Contains(r.Rules, "silence.denial") }

// Framed reports whether the rules kept silent of a contradiction since the two texts may
// speak of two things: another year, edition, place or one of many. What a reading
// model hears does not count against that; it does against what only bears nothing out: a word that a dictionary holds
// alike, another circumstance, who was what he is there. Of 37 noes that these held back 37 were right.
func (r Result) Framed() bool {
	return slices.ContainsFunc(r.Rules, func(rule string) bool {
		return strings.HasPrefix(rule, "frame.") || strings.HasPrefix(rule, "silence.") && !bearsNothing[rule]
	})
}

var bearsNothing = map[string]bool{"silence.dictionary": true, "silence.circumstance": true, "silence.former": true}

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
