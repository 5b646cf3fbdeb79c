package verify

import (
	"slices"
	"strings"

	"factcheck/verify/reason"
)

// A Rule names findings: those of a verdict, of a verdict with a reason, or of a
// reason whatever the verdict. The zero Rule names all.
type Rule struct {
	Verdict Verdict
	Reason  reason.Kind
}

// ParseRule reads "altered", "altered.number" or "number"; false if there is no
// such rule.
func ParseRule(name string) (Rule, bool) {
	first, second, both := strings.Cut(name, ".")
	if v, ok := ParseVerdict(first); ok {
		if !both {
			return Rule{Verdict: v}, true
		}
		k, ok := reason.Parse(second)
		return Rule{v, k}, ok
	}
	k, ok := reason.Parse(name)
	return Rule{Reason: k}, ok
}

// String returns the name that ParseRule reads, "all" for the zero Rule.
func (r Rule) String() string {
	switch {
	case r == Rule{}:
		return "all"
	case r.Reason == reason.None:
		return r.Verdict.String()
	case r.Verdict == None:
		return r.Reason.String()
	}
	return r.Verdict.String() + "." + r.Reason.String()
}

// Names reports whether the rule names the finding as it stands: by its verdict,
// not by those of Also. The reason wording names a finding only if it is its only
// one: whoever turns it down hides nothing graver.
func (r Rule) Names(f *Finding) bool {
	if r.Verdict != None && r.Verdict != f.Verdict {
		return false
	}
	if r.Reason == reason.None {
		return true
	}
	named, other := false, false
	for _, x := range f.Reasons {
		named, other = named || x.Kind == r.Reason, other || x.Kind != r.Reason
	}
	return named && (r.Reason != reason.Wording || !other)
}

// precision orders rules that name the same finding: the more precise decides.
func (r Rule) precision() int {
	n := 0
	if r.Verdict != None {
		n += 2
	}
	if r.Reason != reason.None {
		n++
	}
	return n
}

// RuleNames returns the name of every rule, verdicts first, each followed by its
// reasons.
func RuleNames() []string {
	var names []string
	for _, v := range Verdicts() {
		names = append(names, v.String())
		for _, k := range v.reasons() {
			names = append(names, Rule{v, k}.String())
		}
	}
	for _, k := range reason.All() {
		names = append(names, k.String())
	}
	return names
}

// reasons returns the reasons that a verdict may have.
func (v Verdict) reasons() []reason.Kind {
	switch v {
	case Supported:
		return []reason.Kind{reason.Part}
	case Translated, Unfound, Unsupported:
		return nil
	case Verbatim:
		return []reason.Kind{reason.Attribution}
	case Elided:
		return []reason.Kind{reason.Condition, reason.Attribution}
	case Misattributed:
		return []reason.Kind{reason.Attribution, reason.Date}
	case Overstated:
		return []reason.Kind{reason.Modality}
	}
	return slices.DeleteFunc(reason.All(), func(k reason.Kind) bool { return k == reason.Part })
}
