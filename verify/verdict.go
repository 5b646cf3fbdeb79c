package verify

// Verdict is what the sources make of one statement of a draft.
type Verdict uint8

// The verdicts. The zero value is None: not judged.
const (
	None Verdict = iota

	Verbatim      // quote: the words stand in a source, from that speaker
	Elided        // quote: words left out and marked, order kept
	Translated    // quote: a source has the words in another language, from that speaker
	Altered       // quote: words changed, added or cut without a mark
	Misattributed // the words are right, speaker, outlet or date are not
	Unfound       // quote: no source has it

	Supported    // claim: an independent origin agrees with every part, none contradicts
	Disputed     // claim: origins on both sides
	Contradicted // claim: at least one origin contradicts, none agrees
	Overstated   // claim: stated as done what the sources only plan, hedge or allege
	Unsupported  // claim: every source is silent

	Inconsistent // the draft disagrees with itself
	verdicts
)

var verdictNames = [verdicts]string{"none", "verbatim", "elided", "translated", "altered", "misattributed", "unfound",
	"supported", "disputed", "contradicted", "overstated", "unsupported", "inconsistent"}

// String returns the stable name.
func (v Verdict) String() string {
	if v < verdicts {
		return verdictNames[v]
	}
	return "none"
}

// MarshalText returns the stable name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// ParseVerdict returns the verdict with the given stable name, false if there
// is none. "none" is not one that a user can name.
func ParseVerdict(name string) (Verdict, bool) {
	for v, n := range verdictNames {
		if n == name && v > 0 {
			return Verdict(v), true
		}
	}
	return None, false
}

// Verdicts returns every verdict but None, in the order in which they are listed
// to users.
func Verdicts() []Verdict {
	var all []Verdict
	for v := Verbatim; v < verdicts; v++ {
		all = append(all, v)
	}
	return all
}

// rank orders verdicts of one level, the worst first: inconsistent,
// misattributed, altered, contradicted, disputed, overstated, the rest.
func (v Verdict) rank() int {
	switch v {
	case Inconsistent:
		return 0
	case Misattributed:
		return 1
	case Altered:
		return 2
	case Contradicted:
		return 3
	case Disputed:
		return 4
	case Overstated:
		return 5
	}
	return 5 + int(v)
}

// Level says how much a finding weighs.
type Level uint8

// The levels, lightest first.
const (
	OK Level = iota
	Info
	Warning
	Error
)

var levelNames = [...]string{"ok", "info", "warning", "error"}

// String returns "ok", "info", "warning" or "error".
func (l Level) String() string { return levelNames[l&3] }

// MarshalText returns the stable name.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// ParseLevel returns the level with the given name, false if there is none.
func ParseLevel(name string) (Level, bool) {
	for l, n := range levelNames {
		if n == name {
			return Level(l), true
		}
	}
	return OK, false
}
