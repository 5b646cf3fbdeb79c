package verify

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed rules.txt
var rulesText string

// A RuleDoc says what a rule means.
type RuleDoc struct {
	Rule   Rule
	Level  Level    // unless a reason or the settings change it
	What   string   // what triggers it; full sentences
	Answer string   // what to do about it; full sentences
	Source []string // what the archive of the examples holds
	Fires  string   // a draft that it names
	Silent string   // a draft that it does not
}

// RuleDocs returns the documentation of every verdict, then of every reason.
var RuleDocs = sync.OnceValue(func() []RuleDoc {
	var docs []RuleDoc
	for line := range strings.Lines(rulesText) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if key == "rule" {
			rule, _ := ParseRule(value)
			docs = append(docs, RuleDoc{Rule: rule})
			continue
		}
		d := &docs[len(docs)-1]
		switch key {
		case "level":
			d.Level, _ = ParseLevel(value)
		case "what":
			d.What = value
		case "answer":
			d.Answer = value
		case "source":
			d.Source = append(d.Source, value)
		case "fires":
			d.Fires = value
		case "silent":
			d.Silent = value
		}
	}
	return docs
})

// Docs returns what is documented of a rule: of its verdict, then of its reason.
func (r Rule) Docs() []RuleDoc {
	var out []RuleDoc
	for _, d := range RuleDocs() {
		if d.Rule != (Rule{}) && (d.Rule == Rule{Verdict: r.Verdict} || d.Rule == Rule{Reason: r.Reason}) {
			out = append(out, d)
		}
	}
	return out
}
