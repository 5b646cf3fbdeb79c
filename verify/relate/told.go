package relate

import (
	"sync"

	"factcheck/verify/reason"
	"factcheck/verify/relate/fact"
)

// facts returns the plain facts of a side, read when they are first needed.
func (a *Analysis) facts() *fact.Text {
	a.read.Do(func() {
		s := fact.Side{Text: a.side.Text, Lang: a.lang, Date: a.side.Date, Trees: a.side.Trees}
		for _, r := range a.side.Refs {
			s.Refs = append(s.Refs, fact.Ref{Span: r.Span, Name: r.Name})
		}
		a.told = fact.Prepare(s)
	})
	return a.told
}

// telling holds the facts of a side.
type telling struct {
	read sync.Once
	told *fact.Text
}

// judgeTold compares two sides by the plain facts that they tell, where neither
// the words nor the trees decided.
func judgeTold(a, b *Analysis) Result {
	if b.facts().Empty() {
		return Result{}
	}
	var r Result
	switch relation, why := fact.Relate(a.facts(), b.facts()); relation {
	case fact.Agrees:
		r.Relation = Agrees
	case fact.Contradicts:
		r.Relation, r.Reasons = Contradicts, append([]reason.Reason(nil), why...)
	}
	return r
}
