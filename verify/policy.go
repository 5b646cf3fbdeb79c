package verify

import "slices"

// What of a report counts is policy: levels that the user gave to rules, rules
// chosen or left out, suppressions in the draft, a baseline of findings that were
// accepted, the lines that a change adds. Policy never changes what the judge
// said of the sources; it changes levels, and says in Suppressed why a finding
// does not count.

// The values of Finding.Suppressed.
const (
	SuppressedOff       = "off"       // its rule is off, or was not selected
	SuppressedInline    = "inline"    // by a directive in the draft
	SuppressedBaseline  = "baseline"  // accepted earlier
	SuppressedUnchanged = "unchanged" // on lines that the change does not add
)

// A RuleLevel sets the level of what a rule names.
type RuleLevel struct {
	Rule  Rule
	Level Level
	Off   bool // it does not count at all
}

// A Policy says which findings count and how much.
type Policy struct {
	Levels []RuleLevel // the most precise decides, the later of equals
	Select []Rule      // only these count; empty is all
	Ignore []Rule      // these do not
	Strict bool        // what is unfound or unsupported is an error
}

// Apply settles the level of a finding and whether its rule counts. Where the
// verdict is off or ignored, the next one of Also takes its place.
func (p *Policy) Apply(f *Finding) {
	for {
		off := p.level(f)
		if f.Level == OK || !off {
			return
		}
		if len(f.Also) == 0 {
			f.Suppressed = SuppressedOff
			return
		}
		f.Verdict, f.Also = f.Also[0], f.Also[1:]
		f.Level, f.Reasons, f.Message = f.Verdict.level(p.Strict), nil, ""
	}
}

// level sets the level that the user gave and reports whether the rule is off.
func (p *Policy) level(f *Finding) (off bool) {
	if f.Level == OK {
		return false // nothing is wrong; no level makes it so
	}
	best := -1
	for _, l := range p.Levels {
		if n := l.Rule.precision(); n >= best && l.Rule.Names(f) {
			best, off = n, l.Off
			if !l.Off {
				f.Level = l.Level
			}
		}
	}
	names := func(r Rule) bool { return r.Names(f) }
	return off || slices.ContainsFunc(p.Ignore, names) || len(p.Select) > 0 && !slices.ContainsFunc(p.Select, names)
}
