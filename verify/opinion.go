package verify

import (
	"slices"
	"sort"

	"factcheck/verify/reason"
)

// An opinion is one verdict on a statement with what it rests on: a statement
// may get one as a quotation, one as a claim and one beside the rest of its
// draft.
type opinion struct {
	verdict  Verdict
	level    Level
	reasons  []reason.Reason
	message  string
	origins  int
	read     float32    // how often such an answer of the reading model was right; zero if the rules decided
	parts    []Part     // the clauses of the statement, if they were judged by themselves
	evidence []Evidence // the best first
}

// others returns the evidence of sources that speak for or against a quotation's
// content in other words: what the table shows beside its verdict.
func (o opinion) others() []Evidence {
	if o.verdict == Unsupported || o.verdict == Overstated {
		return nil
	}
	return o.evidence
}

// settle makes the worst opinion the finding's verdict and the others its Also.
func (f *Finding) settle(opinions []opinion) {
	sort.SliceStable(opinions, func(a, b int) bool {
		if x, y := opinions[a].level, opinions[b].level; x != y {
			return x > y
		}
		return opinions[a].verdict.rank() < opinions[b].verdict.rank()
	})
	for i, o := range opinions {
		if i == 0 {
			f.Verdict, f.Level, f.Reasons, f.Message, f.Read, f.Parts = o.verdict, o.level, o.reasons, o.message, o.read, o.parts
		} else if o.verdict != f.Verdict && !slices.Contains(f.Also, o.verdict) {
			f.Also = append(f.Also, o.verdict)
		}
		if i > 0 && o.verdict == Unsupported {
			continue // the passage that comes near decided nothing
		}
		f.Origins = max(f.Origins, o.origins)
		for _, e := range o.evidence {
			if e.Embargo < f.Draft.Date {
				e.Embargo = 0
			}
			if !slices.ContainsFunc(f.Evidence, func(g Evidence) bool {
				return g.Document == e.Document && g.Span == e.Span && g.Stance == e.Stance && g.Source == e.Source
			}) {
				f.Evidence = append(f.Evidence, e)
			}
		}
	}
	f.Stances = stances(f.Evidence)
}

// level returns the level of a verdict by itself; reasons may change it.
func (v Verdict) level(strict bool) Level {
	switch v {
	case Altered, Misattributed, Contradicted, Inconsistent:
		return Error
	case Disputed, Overstated:
		return Warning
	case Unfound:
		if strict {
			return Error
		}
		return Warning
	case Unsupported:
		if strict {
			return Error
		}
		return Info
	}
	return OK
}

// against reports whether all that speaks against a claim stands in documents that have
// its quoted words, found there: who says the words does not deny them.
func (o *opinion) against(found []Evidence) bool {
	n := 0
	for i := range o.evidence {
		e := &o.evidence[i]
		if e.Stance != Contradicts {
			continue
		}
		if n++; !slices.ContainsFunc(found, func(f Evidence) bool { return f.Document == e.Document && f.Stance == Agrees }) {
			return false
		}
	}
	return n > 0
}
