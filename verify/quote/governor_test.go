package quote

import (
	"strings"
	"testing"

	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// heads are what may stand before a clause, by what it makes of it.
var heads = map[reason.Kind][]string{
	reason.Polarity: {"I do not believe that", "I don't think", "We doubt that", "It is not true that", "It is a myth that", "There is no proof that",
		"Nobody has shown that", "I deny that", "It is unlikely that", "I never said that", "We cannot say that", "I am not convinced that",
		"We are far from certain that", "It would be wrong to say that", "Neither the court nor the council has found that", "I refuse to believe that"},
	reason.Condition: {"I hope that", "We asked whether", "I wonder if", "It is possible that", "There is a risk that", "Unless it rains,", "If nothing is done,",
		"As long as the lake falls,", "Perhaps", "There were rumours that", "Provided that the lake falls,", "I suspect that"},
	reason.None: {"I believe that", "We know that", "It is a shame that", "I am not surprised that", "There is no doubt that", "I do not deny that", "We saw that",
		"Yesterday", "As you know,", "I regret that", "If you look at the map,", "Even if it rains,", "I cannot stress enough that", "Since it has rained,"},
}

var clauses = []string{"the ferry is safe for children", "the company has sold the old mill", "the villagers burnt the nets on the beach",
	"our teachers are paid too late", "the road leads past the quarry", "the captain drank before the storm"}

// TestHeads: a clause that is quoted without what stands before it is verbatim only
// where that asserts it, and never where it denies it.
func TestHeads(t *testing.T) {
	wrong, all := 0, 0
	for want, list := range heads {
		for _, head := range list {
			for _, clause := range clauses {
				src := "“We met at noon. " + head + " " + clause + ". We left at one.”"
				draft := strings.ToUpper(clause[:1]) + clause[1:] + "."
				m := Prepare(src, "en", nil).Align(draft, []text.Span{{End: len(draft)}}, text.Span{})
				got := reason.None
				if len(m.Reasons) > 0 {
					got = m.Reasons[0].Kind
				}
				all++
				if got != want {
					wrong++
					t.Logf("%q: %s %v, want %v", src, m.Outcome, got, want)
				}
				if want == reason.Polarity && m.Outcome == Verbatim {
					t.Errorf("%q: verbatim", src)
				}
			}
		}
	}
	if wrong*50 > all {
		t.Errorf("%d of %d are wrong", wrong, all)
	}
}
