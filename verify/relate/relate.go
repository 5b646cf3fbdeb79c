package relate

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// The doors of the package, and what takes an agreement word by word back.

// Judge returns the relation of a source and a statement.
func Judge(source, statement Side) Result { return Relate(Prepare(source), Prepare(statement)) }

// Retold relates a statement to passages of a document that its text is known to
// retell, in the order in which they were found: each part of it may be borne out by
// another of them, and less is asked before a difference is a clash. Result.Source is
// the passage that decided.
func Retold(passages []*Analysis, statement *Analysis) Result {
	return compareAll(passages, statement, retells)
}

// Combined is Retold for a statement of which nobody knows whether it retells the
// document.
func Combined(passages []*Analysis, statement *Analysis) Result {
	return compareAll(passages, statement, strict)
}

// Relate returns the relation of two sides that were prepared: word by word where they are
// almost the same, else by what they say.
func Relate(source, statement *Analysis) Result {
	if !source.Related(statement) {
		return Result{}
	}
	if r, ok := judgeNear(source, statement); ok {
		if r.Relation == Contradicts && r.turns(statement) && !statement.off("frame.polarity") {
			if told := compare(source, statement, strict); told.Relation == Agrees && (r.Rules[0] != "near.opposite" || slices.Contains(told.Rules, "support.converse")) {
				told.Alignment = r.Alignment
				return told // "was too ill to travel", "did not travel"; "sold to", "bought by"
			}
			if source.deniesToo(statement) {
				return Result{Alignment: r.Alignment, Rules: []string{"frame.polarity"}}
			}
		}
		if r.Relation != Agrees {
			return r
		}
		stands := standing(source, statement)
		switch {
		case stands.Relation == Agrees:
			stands.Rules = r.Rules
		case slices.Equal(stands.Rules, []string{"standing.core"}):
			if told := compare(source, statement, strict); told.Relation == Agrees {
				stands = told // "his refusal to sign", "he refused to sign"
			}
		}
		stands.Alignment = r.Alignment
		return stands.unlessRetracted(source, statement)
	}
	return compare(source, statement, strict)
}

// turns reports whether the result rests on a word that turns the sense, so that another way of
// saying the same may look like the reverse.
func (r Result) turns(statement *Analysis) bool {
	return r.Rules[0] == "near.opposite" || r.Rules[0] == "near.polarity" && statement.denies()
}

// unlessRetracted takes an agreement of almost the same words back where the source has one that
// makes a claim of none and the statement has left it out: "the attempted robbery", "Ross or
// Webb will". Which words it bears on a tree tells, and trees of such sentences are often wrong.
func (r Result) unlessRetracted(source, statement *Analysis) Result {
	if r.Relation != Agrees || len(source.read()) > 1 || statement.off("standing.retracted") {
		return r
	}
	retracted := source.exceptive() && !statement.exceptive() && !source.reckons()
	if statement.denies() && !retracted {
		return r
	}
	for i := 0; i < len(source.terms) && !retracted; i++ {
		retracted = (source.retracting()[i] || source.joined(i, statement)) && !shares(statement.terms, source.terms[i])
	}
	if retracted {
		return Result{Alignment: r.Alignment, Rules: []string{"standing.retracted"}}
	}
	return r
}

// reckons reports whether a side leaves a number out of one that it tells: "all but two of the 27" are 25; or has
// what was not until a day.
func (a *Analysis) reckons() bool {
	return slices.ContainsFunc(a.times, func(t date.Mention) bool { return t.Relation == date.Until }) || slices.ContainsFunc(a.many, func(q quantity.Quantifier) bool { return q.Class == quantity.AllBut && q.Population.Known() })
}

// joined reports whether term i is an "and" beside a name between two words that the statement has both: "the mayor and
// Kasongo", "the mayor, Kasongo".
func (a *Analysis) joined(i int, statement *Analysis) bool {
	if a.terms[i].class != conjunction || !adding.in(a.lang, a.terms[i].fold) {
		return false
	}
	before, after := contents(a.terms[:i]), contents(a.terms[i:])
	if len(before) == 0 || len(after) == 0 {
		return false
	}
	last, next := before[len(before)-1], after[0]
	return (last.flags|next.flags)&capital != 0 && shares(statement.terms, last) && shares(statement.terms, next)
}

// ranks reports whether term i is a rank that a superlative counts from: "second largest".
func (a *Analysis) ranks(i int) bool {
	t := &a.terms[i]
	if t.value == 0 || i+1 == len(a.terms) || !superlative.end(a.lang, a.terms[i+1].fold) && !superlative.in(a.lang, a.terms[i+1].fold) {
		return false
	}
	m := a.values[t.value-1].amount
	return m != nil && m.Kind == quantity.Ordinal
}

// retracts reports whether a word may make a claim of what was none. "Should" and "were" do at
// the head of a sentence.
func (t *term) retracts(lang string) bool {
	if t.class == auxiliary || t.class == modal {
		return t.word == 0 && retracting.in(lang, t.fold)
	}
	if retracting.in(lang, t.fold) {
		return true
	}
	for _, pos := range [...]lexicon.POS{lexicon.Verb, lexicon.Noun} {
		if l, ok := t.lemma(lang, pos); ok && retracting.in(lang, l) {
			return true
		}
	}
	return false
}

// deniesToo reports whether the source has as not so, if less firmly, what the statement denies: "voted against confirming him", "did
// not confirm him".
func (a *Analysis) deniesToo(b *Analysis) bool {
	return len(a.read()) == 1 && len(b.read()) == 1 && b.says(func(q *proposition.Proposition) bool {
		return q.Negative && a.says(func(p *proposition.Proposition) bool {
			if p.Negation < 0 {
				return false
			}
			if t := a.termAt(p.Sentence.At[p.Negation]); t == nil || t.class == negation {
				return false
			}
			m, ok := try(a, b, p, q)
			return ok && m.bears()
		})
	})
}

// denies reports whether the side says that something is not so.
func (a *Analysis) denies() bool {
	return a.says(func(q *proposition.Proposition) bool { return q.Negative })
}

// Inconsistent returns the reasons why a statement disagrees with itself, nil if
// it does not: a conversion that does not convert, "125km (98 miles)".
func Inconsistent(statement Side) []reason.Reason {
	words := text.Words(statement.Text)
	mentions := quantity.Find(statement.Text, words, statement.Lang)
	var out []reason.Reason
	for i, m := range mentions {
		if m.Partner <= i {
			continue
		}
		p := mentions[m.Partner]
		if agree, ok := quantity.Converts(m, p); !ok || agree {
			continue
		}
		a, b := text.Range{First: m.First, End: m.End}.Span(words), text.Range{First: p.First, End: p.End}.Span(words)
		out = append(out, reason.Reason{Kind: reason.Number, Source: a, Statement: b,
			Note: "“" + a.In(statement.Text) + "” is not “" + b.In(statement.Text) + "”"})
	}
	return out
}
