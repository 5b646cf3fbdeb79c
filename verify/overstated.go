package verify

import (
	"fmt"

	"factcheck/claims/text"
	"factcheck/verify/entail"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A reading model takes a plan for a deed, a guess for a fact: it hears something of a yes in "is
// trying to raise 40 million" to "has raised 40 million". The rules hear the "trying", but only
// where the words are nearly the same would they say that the two speak of one thing. Each needs
// the other: what the model hears to be about the statement, and the rules hear to be told there
// less firmly, is overstated. Of 6,410 statements in other words (fixtures/reader) the two find 44
// so, two wrongly; the rules alone 56, five wrongly.
//
// And where the rules hear nothing, the model is asked what may be (relate.Unsettled): "lawmakers are weighing a sale" bears out "they may sell it" and not "they
// have sold it". Of 1,080 statements that their passages bear out none is so much more of a yes with "may"; of 114 that say as done what is only planned or
// alleged 35 are, 25 of which the passage leaves open of the same people in a word that the rules know: those count.

const (
	unsaid    = 0.7  // how much of an answer may be that the passage is silent on what it tells of less firmly
	overheard = 0.95 // how often the two were right
	maybe     = 0.4  // how much of a yes to what may be so counts
	likelier  = 0.25 // and how much more of one than to what is told as done
)

// overstated returns what a passage has only as planned, tried or possible of what a statement tells
// as done, false if the model is sure of it or hears nothing of it.
func overstated(m *entail.Model, h *hearing) (reason.Reason, bool) {
	if sure, right := m.Supports(h.scores); sure && right >= demanded || h.scores.Neutral >= unsaid {
		return reason.Reason{}, false
	}
	return relate.Overstates(h.source, h.words.analysis)
}

// unsettled returns what the model hears that may be so in a passage, of what a statement tells as done: "they are to vote on it" bears out "they may
// accept it" and not "they have accepted it". False where it hears that the passage excludes the statement.
func unsettled(m *entail.Model, h *hearing, statement string) (why reason.Reason, ok bool) {
	if h.scores.Contradict >= doubtful {
		return why, false
	}
	for _, c := range relate.Unsettled(h.source, h.words.analysis) {
		yes := m.Judge(h.of.text, h.words.contrast(&c)).Entail
		if yes < maybe || yes-h.scores.Entail < likelier {
			continue
		}
		at := text.Span{Start: c.Changes[0].At.Start, End: c.Changes[len(c.Changes)-1].At.End}
		return reason.Reason{Kind: reason.Modality, Statement: at, Note: fmt.Sprintf("that it may be so the passage bears out, and not “%s”, as the reading model has it", at.In(statement))}, true
	}
	return why, false
}

// overstates is the opinion that a claim says more than its passages, false if one of them may bear
// it out.
func (j *judge) overstates(at place, all []hearing) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	var over []voice
	for i := range all {
		h := &all[i]
		why, ok := overstated(j.opt.Model, h)
		if !ok && h.of.near {
			why, ok = unsettled(j.opt.Model, h, s.Text)
		}
		if !ok {
			if h.scores.Entail >= doubtful && !d.strays(j.prepared.wordbook(h.of.of)) && !relate.Weaker(h.source, h.words.analysis, false) {
				return opinion{}, false
			}
			continue
		}
		shared, some := h.source.SharedName(h.words.analysis)
		if len(over) > 0 || !shared && some && !h.source.Open() || !j.ofOneReport(d, *h, false) || alleged(d.document, s) || confirmed(h.of.of) {
			continue
		}
		v := j.heard(h.of, Silent)
		why.Source = v.evidence.Match
		v.overstated, v.evidence.Reasons = true, []reason.Reason{why}
		over = append(over, v)
	}
	if len(over) == 0 {
		return opinion{}, false
	}
	o := j.weigh(s, nil, nil, over)
	o.read = overheard
	return o, true
}
