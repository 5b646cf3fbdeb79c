package relate

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// Two predicates, verb with verb or state with state; and what a state says in the form of an event, or the other way round:
// "X, leader of Y", "X leads Y".

// A view is from whose side a deed is told.
type view uint8

const (
	direct   view = iota // from the same side
	converse             // "beat", "lost to": who acts there is acted upon here
	transfer             // "sold to", "bought from": who gives there is given by here, the thing stays
)

// predicates compares the predicates of two propositions, and tells from whose side each is told.
func predicates(p, q *proposition.Proposition) (c comparison, from view) {
	switch is, asked := stative(p), stative(q); {
	case is && asked:
		if q.Kind == proposition.State && q.Fill(proposition.Attribute) == nil && p.Lemma != q.Lemma {
			return comparison{}, direct // "was on call", "was not on the ward"
		}
		return comparison{fit: same}, direct
	case is != asked || p.Kind != q.Kind:
		return comparison{}, direct
	}
	at := func(f fit) comparison {
		return differs(f, reason.Opposite, p.Sentence.Span(p.Head, p.Head+1), q.Sentence.Span(q.Head, q.Head+1))
	}
	switch k := headsKin(p.Sentence, p.Head, p.Lemma, q.Sentence, q.Head, q.Lemma, lexicon.Verb); {
	case k == equal && light.of(q.Lemma):
		return comparison{fit: same}, direct
	case k != opposite:
		return k.heads("verb", p.Lemma, q.Lemma), direct
	default:
		axis, listed := lexicon.Opposite(tongue, p.Lemma, q.Lemma, lexicon.Verb)
		switch {
		case (axis.Transfer || axis.Converse) && ofNobody(p) && ofNobody(q):
			return at(excludes), direct // "plans to sell it", "plans to buy it"
		case axis.Transfer:
			return comparison{fit: same, weight: 2}, transfer
		case axis.Converse:
			return comparison{fit: same, weight: 2}, converse
		case listed:
			return at(excludes), direct
		}
		return comparison{}, direct // a dictionary's antonym: who walked away may have run before
	}
}

// stative reports whether a proposition says what somebody is: by a copula, or by a
// verb that serves as one.
func stative(p *proposition.Proposition) bool {
	return p.Kind == proposition.State || p.Fill(proposition.Attribute) != nil && copular.of(p.Lemma)
}

// recast returns what a proposition of source a says in the statement's form: a
// state by its noun as the event that the noun is of, "X, leader of Y" as "X leads Y";
// an event by its verb as the state, "X leads Y" as "X is leader of Y"; what a measure
// reached as what it is. False if none is so.
func recast(a *Analysis, p, q *proposition.Proposition) (out proposition.Proposition, ok bool) {
	if p.Kind == q.Kind || !recasts(p.Kind, p.Lemma, q) || p.Negative && p.Kind == proposition.Event && gauges(p.Lemma) { // what did not fall to 3 percent may have stood there
		return out, false // most are not: none is put aside for them
	}
	out = *p
	out.Kind, out.Lemma, out.Slots = q.Kind, q.Lemma, nil
	switch {
	case p.Kind == proposition.State:
		joint := ""
		if !derived(p.Lemma, q.Lemma) {
			joint, _ = roleJoint(p.Lemma, q)
		}
		a.link()
		ok = asEvent(&out, p, joint)
	default:
		measure := gauges(p.Lemma)
		asState(&out, p, measure)
		ok = !measure || q.Fill(proposition.Attribute).Phrase.Amount != nil
	}
	return out, ok
}

// recasts reports whether a predicate of one kind may be told in the form of q, which is of the other.
func recasts(kind proposition.Kind, lemma string, q *proposition.Proposition) bool {
	if kind == proposition.State {
		_, is := roleJoint(lemma, q)
		return is || derived(lemma, q.Lemma)
	}
	what := q.Fill(proposition.Attribute)
	return what != nil && (gauges(lemma) || what.Phrase.Token().Tag != grammar.Adjective && derived(lemma, q.Lemma) && isDoer(q.Lemma))
}

// gauges reports whether a verb tells what a measure came to: "reached 12 million", "fell to 12 million".
func gauges(lemma string) bool {
	return measuring.of(lemma) || lexicon.OnAxis(tongue, "level", lemma, lexicon.Verb)
}

// derived reports whether a verb and a noun are for one thing, what somebody does and who he is: "lead", "leader".
func derived(x, y string) bool {
	return x == y || lexicon.Derived(x, y) || proposition.Says(tongue, "role", x, y)
}

// roleJoint returns the preposition by which the verb of the statement has what a role of the source is
// of: "lives in Gdansk" for "a Gdansk resident". False if the role does not say what the verb does.
func roleJoint(role string, q *proposition.Proposition) (string, bool) {
	x := q.Find(func(x *proposition.Slot) bool {
		return x.Role == proposition.Oblique && proposition.Says(tongue, "role", role, q.Lemma+"_"+x.Preposition)
	})
	if x == nil {
		return "", false
	}
	return x.Preposition, true
}

// asEvent gives an event the slots of a state: whose leader he is is whom he leads; with a joint it
// stands behind that. False if the state is not by a noun, or is less than it: a deputy leader does not lead.
func asEvent(out, p *proposition.Proposition, joint string) bool {
	what := p.Fill(proposition.Attribute)
	if what == nil || what.Phrase.Token().Tag == grammar.Adjective || slices.ContainsFunc(what.Phrase.Modifiers, func(x proposition.Slot) bool {
		return x.Phrase.Lessens() || proposition.Hedges(what.Phrase.Sentence.Text.Lang, "adjective", x.Phrase.Lemma)
	}) {
		return false
	}
	role := proposition.Patient
	if joint != "" {
		role = proposition.Oblique
	}
	for _, x := range p.Slots {
		if x.Role != proposition.Attribute {
			out.Slots = append(out.Slots, x)
		}
	}
	for _, x := range ofRole(what.Phrase) {
		if x.Role == proposition.Owner {
			x.Role, x.Preposition = role, joint
		}
		out.Slots = append(out.Slots, x)
	}
	return true
}

// ofRole returns what describes the noun of a role, with what the role is of as its owner where a noun
// in front of it says so: "party chairman", and the party's, where that is told, "Sanders' campaign manager".
func ofRole(what *phrase) []proposition.Slot {
	slots := slices.Clone(what.Modifiers)
	of, front := -1, -1
	for i, x := range slots {
		switch f := x.Phrase; {
		case x.Role == proposition.Owner:
			of = i
		case x.Role == proposition.Modifier && x.Preposition == "" && f.Token().Tag.Nominal() && (f.Name != "" || f.Head == what.Head-1):
			front = i
		}
	}
	if front < 0 || of >= 0 && slots[of].Preposition != "" {
		return slots
	}
	x := &slots[front]
	x.Role = proposition.Owner
	if of >= 0 {
		f := *x.Phrase
		f.Modifiers = append(slices.Clone(f.Modifiers), slots[of])
		x.Phrase = &f
		slots = slices.Delete(slots, of, of+1)
	}
	return slots
}

// asState gives a state the slots of an event: whom he leads is whose leader he is; of a measure what it reached is what it is.
func asState(out, p *proposition.Proposition, measure bool) {
	f := &phrase{Sentence: p.Sentence, Head: p.Head, First: p.Head, End: p.Head + 1, Lemma: out.Lemma}
	for _, x := range p.Slots {
		n := x.Phrase.Amount
		switch {
		case measure && n != nil && n.Direction == quantity.By:
			continue // "fell 5 percent to 12 million"
		case measure && n != nil && n.Direction == quantity.To && x.Role == proposition.Oblique:
			x.Role, x.Preposition = proposition.Attribute, ""
		case x.Role != proposition.Patient:
		case measure:
			x.Role = proposition.Attribute
		default:
			x.Role = proposition.Owner
			f.Modifiers = append(f.Modifiers, x)
			continue
		}
		out.Slots = append(out.Slots, x)
	}
	if !measure {
		out.Slots = append(out.Slots, proposition.Slot{Role: proposition.Attribute, Phrase: f})
	}
}
