package fact

import (
	"factcheck/claims/date"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Relation is what a source's facts make of a statement.
type Relation uint8

// The relations. The zero value is Silent.
const (
	Silent Relation = iota
	Agrees
	Contradicts
)

// Relate compares the facts of a source with those of a statement. It agrees
// only if every fact of the statement is borne out and no content word of the
// statement is left over; it contradicts if one fact of it cannot be so.
func Relate(source, statement *Text) (Relation, []reason.Reason) {
	if len(statement.facts) == 0 || len(source.facts) == 0 {
		return Silent, nil
	}
	agreed := map[*sentence][]int{}
	all := true
	for i := range statement.facts {
		q := &statement.facts[i]
		said := false
		for j := range source.facts {
			p := &source.facts[j]
			r, why := p.relate(q)
			if r == Contradicts {
				return Contradicts, why
			}
			said = said || r == Agrees
		}
		if said {
			agreed[q.s] = append(agreed[q.s], q.covered...)
		}
		all = all && said
	}
	if all && statement.complete(agreed) {
		return Agrees, nil
	}
	return Silent, nil
}

// complete reports whether the facts that were borne out account for every
// content word of the text.
func (t *Text) complete(agreed map[*sentence][]int) bool {
	for _, s := range t.sentences {
		taken := make([]bool, len(s.words))
		for _, i := range agreed[s] {
			taken[i] = true
		}
		for i := range s.words {
			if !taken[i] && s.contentful(i) {
				return false
			}
		}
		if s.unread {
			return false
		}
	}
	return !t.cut
}

// relate compares one fact of the source with one of the statement.
func (p *fact) relate(q *fact) (Relation, []reason.Reason) {
	if p.sort != q.sort {
		return Silent, nil
	}
	switch p.sort {
	case holding:
		return p.holdings(q)
	case distance:
		return p.distances(q)
	}
	switch {
	case p.deed.name == q.deed.name:
		return p.deeds(q)
	case p.deed.opposite == q.deed.name && p.agent != nil && q.agent != nil && len(q.agent.names) > 0 && same(p.agent, q.agent) && same(p.patient, q.patient):
		if p.overlaps(q) {
			return Contradicts, []reason.Reason{p.reason(q, reason.Opposite, p.s.span(p.at, p.end), q.s.span(q.at, q.end))}
		}
	}
	return Silent, nil
}

// deeds compares two tellings of one deed.
func (p *fact) deeds(q *fact) (Relation, []reason.Reason) {
	if q.agent != nil && !same(p.agent, q.agent) || !p.suffers(q) {
		return Silent, nil
	}
	named := len(q.patient.names) > 0 && (q.agent == nil || len(q.agent.names) > 0)
	for _, w := range q.times {
		found := false
		for _, v := range p.times {
			switch {
			case date.Entails(*v.date, *w.date):
				found = true
			case date.Incompatible(*v.date, *w.date) && named && q.agent != nil:
				return Contradicts, []reason.Reason{p.reason(q, reason.Date, p.s.span(v.first, v.end), q.s.span(w.first, w.end))}
			}
		}
		if !found {
			return Silent, nil
		}
	}
	for _, o := range q.others {
		if !p.beside(o) {
			return Silent, nil
		}
	}
	return Agrees, nil
}

// suffers reports whether both deeds are done to the same: by name, or to so many
// of the same kind.
func (p *fact) suffers(q *fact) bool {
	a, b := p.patient, q.patient
	if b.amount == nil {
		return same(a, b)
	}
	if a.amount == nil || a.s.tokens[a.head].Lemma != b.s.tokens[b.head].Lemma {
		return false
	}
	switch quantity.Relate(*a.amount, *b.amount) {
	case quantity.Equal, quantity.Within:
		return true
	}
	return false
}

// beside reports whether the source tells the circumstance o too: the same words
// in its sentence, or a phrase of the same name under an equal preposition.
func (p *fact) beside(o *phrase) bool {
	for _, x := range p.others {
		if x.preposition == o.preposition && same(x, o) {
			return true
		}
	}
	length := o.end - o.lead
	for i := range p.s.words {
		n := 0
		for n < length && i+n < len(p.s.words) && p.s.word(i+n) == o.s.word(o.lead+n) {
			n++
		}
		if n == length {
			return true
		}
	}
	return false
}

// overlaps reports whether the times of two facts may be one.
func (p *fact) overlaps(q *fact) bool {
	for _, v := range p.times {
		for _, w := range q.times {
			if date.Incompatible(*v.date, *w.date) {
				return false
			}
		}
	}
	return true
}

// holdings compares two numbers of one thing that somebody has.
func (p *fact) holdings(q *fact) (Relation, []reason.Reason) {
	if p.thing != q.thing || len(q.patient.names) == 0 || !same(p.patient, q.patient) || !p.overlaps(q) {
		return Silent, nil
	}
	return p.amounts(q, p.thing == "people")
}

// distances compares two distances from one place.
func (p *fact) distances(q *fact) (Relation, []reason.Reason) {
	if len(q.patient.names) == 0 || !same(p.patient, q.patient) || !same(p.from, q.from) {
		return Silent, nil
	}
	if q.toward != "" && p.toward != q.toward {
		return Silent, nil
	}
	return p.amounts(q, true)
}

// amounts compares the numbers of two facts; single says that there is only one
// right one.
func (p *fact) amounts(q *fact, single bool) (Relation, []reason.Reason) {
	switch quantity.Relate(*p.amount, *q.amount) {
	case quantity.Equal, quantity.Within:
		return Agrees, nil
	case quantity.Overlaps, quantity.Contains: // "some 78 miles" beside "about 125km"
		if agree, ok := quantity.Converts(*p.amount, *q.amount); ok && agree {
			return Agrees, nil
		}
	case quantity.Disjoint:
		if single {
			return Contradicts, []reason.Reason{p.reason(q, reason.Number, p.s.span(p.amount.First, p.amount.End), q.s.span(q.amount.First, q.amount.End))}
		}
	}
	return Silent, nil
}

// reason makes the reason of a clash of two places.
func (p *fact) reason(q *fact, k reason.Kind, source, statement text.Span) reason.Reason {
	return reason.Reason{Kind: k, Source: source, Statement: statement,
		Note: "“" + source.In(p.s.t.side.Text) + "” against “" + statement.In(q.s.t.side.Text) + "”"}
}
