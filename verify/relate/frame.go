package relate

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Two texts that are almost the same words may still be of two things: forty ships in
// 2018 and fifty in 2019, the police of Hull and the police. A clash is one only when
// who, where, when and which one are the same on both sides.

// brief is how many terms two texts have in common at most that must be the same in
// everything but the words that clash: in longer texts who writes so much in the same
// words speaks of the same thing.
const brief = 12

// frame takes back a clash of two almost identical texts that speak of two things.
func (n *near) frame(r Result) Result {
	if r.Relation != Contradicts && !r.Overstated {
		return r
	}
	t := n.ties()
	short := t.common <= brief
	named := len(r.Reasons) > 0 && (r.Reasons[0].Kind == reason.Name || r.Reasons[0].Kind == reason.Place)
	for _, f := range [...]struct {
		rule string
		over bool // it takes back what is overstated too
		is   func() bool
	}{
		{"frame.dateline", true, n.otherDateline},
		{"frame.edition", true, func() bool { // of two editions, or of a count that goes on
			return len(r.Reasons) > 0 && (r.Reasons[0].Kind == reason.Number && n.a.outgrown(n.a.amountAt(r.Reasons[0].Source), n.b, n.b.amountAt(r.Reasons[0].Statement)) || n.otherEdition() || n.a.otherIssue(n.b, r.Reasons[0].Kind))
		}},
		{"frame.occasion", true, func() bool { return n.otherOccasion(r, short) }},
		{"frame.even", true, func() bool { return n.even(&t, &r) }},
		{"frame.thing", true, func() bool { return short && n.otherThing() }},
		{"frame.denied", true, func() bool { return short && n.deniedBoth() }},
		{"frame.polarity", true, func() bool { return t.common-t.joined < leastCommon && t.polar || r.Overstated && t.added }},
		{"frame.other-event", false, func() bool { return short && n.otherEvent(&t) }},
		{"frame.thing", false, func() bool { // of some of those only of whom the other is: "the unemployment rate of women", "the unemployment rate"
			return short && (r.Rules[0] == "near.number" && slices.Contains(n.said().Rules, "silence.restricted") || ofPart(n.a, n.b, r.Reasons[0].Statement))
		}},
		{"frame.name", false, func() bool {
			return named && (t.common < anchorsOfName && !t.polar && !t.valued || short && t.rated)
		}},
	} {
		if (f.over || !r.Overstated) && !n.b.off(f.rule) && f.is() {
			return Result{Alignment: r.Alignment, Rules: []string{f.rule}}
		}
	}
	return r
}

// A ties is what two almost identical texts have in common and what tells them apart.
type ties struct {
	common  int  // words of content in common
	joined  int  // of these such as stand behind another of the same name: "Clinton" of "Mrs. Clinton"
	denied  bool // a clash is of a negation
	valued  bool // a date or number among them
	rated   bool // a share among them: exports to two countries may drop 7 percent
	clashes int  // that are no opposites
	placed  bool // a clash is of who, where or when, by itself or with an opposite
	others  int  // segments with one somebody in the place of another: "refused to meet the king", "agreed to meet the judge"
	frames  int  // segments that name another person, place, time, number or thing
	added   bool // one of these is the statement's
	polar   bool // a clash is of a negation, of who did it to whom, of opposites or of how many alone
}

func (n *near) ties() ties {
	var t ties
	named, _ := n.a.SharedName(n.b)
	counted := false
	for i, s := range n.segs {
		c := &n.changes[i]
		switch {
		case s.common:
			run := n.run(inStatement, i)
			t.common += len(contents(run))
			for k := 1; k < len(run); k++ {
				if run[k-1].flags&run[k].flags&capital != 0 && run[k].class == content && run[k-1].class == content {
					t.joined++
				}
			}
			t.valued = t.valued || slices.ContainsFunc(run, func(t term) bool { return n.b.pins(&t) || named && t.value > 0 })
			t.rated = t.rated || slices.ContainsFunc(run, func(t term) bool { return t.value > 0 && n.b.values[t.value-1].rate() })
		case c.fate == Clash:
			t.denied = t.denied || c.kind == reason.Polarity
			if c.kind != reason.Opposite {
				t.clashes++
			}
			t.polar = t.polar || c.kind == reason.Polarity || c.kind == reason.Role || c.kind == reason.Opposite
			counted = counted || c.kind == reason.Quantifier
			switch c.kind {
			case reason.Date, reason.Name, reason.Place:
				t.placed = true
			case reason.Opposite:
				t.placed = t.placed || framing(n.run(inSource, i)) && framing(n.run(inStatement, i))
			}
			if c.kind == reason.Number && (framing(n.open(inSource, i)) || framing(n.open(inStatement, i))) {
				t.frames++ // "In Hull, 3", "In all, 12"
			}
		case s.b[0] == s.b[1] && n.a.words[max(n.a.terms[s.a[0]].word-1, 0)].In(n.a.side.Text) == ",": // "Enzo Carrella, 58," is Enzo Carrella
		case framing(n.run(inSource, i)) || framing(n.run(inStatement, i)) || c.incomparable || c.negA != c.negB:
			t.frames++
			if c.fate == Changed && c.incomparable && n.somebody(inSource, i) && n.somebody(inStatement, i) {
				t.others++
			}
			t.added = t.added || framing(n.run(inStatement, i))
		}
	}
	t.polar = t.polar || counted && t.clashes == 1
	return t
}

// somebody reports whether segment i is, on a side, one noun for a person.
func (n *near) somebody(of side, i int) bool {
	c := contents(n.open(of, i))
	return len(c) == 1 && c[0].flags&capital == 0 && lexicon.Human(n.analysis(of).lang, c[0].fold)
}

// pins reports whether a term is of a number or a date that few events share: no weekday, no share. Where no name ties them, two
// ferries may run aground on a Thursday, and exports to two countries drop 7 percent.
func (a *Analysis) pins(t *term) bool {
	if t.value == 0 {
		return t.flags&digits != 0
	}
	v := a.values[t.value-1]
	return v.time == nil && !v.rate() || v.time != nil && (v.time.Weekday == 0 || v.time.Day != 0)
}

// rate reports whether a value is a share.
func (v value) rate() bool { return v.amount != nil && v.amount.Dimension() == quantity.Ratio }

// otherEvent reports whether more than what clashes is another: a second clash, or another name, number
// or day beside the one. Beside a negation or an opposite only what names an event counts: "rose in the first quarter",
// "fell in the second".
func (n *near) otherEvent(t *ties) bool {
	if t.placed && t.polar {
		return true
	}
	if t.clashes > 1 && (!t.polar || t.denied && n.anchored()) {
		return true
	}
	return t.frames > 0 && (!t.polar || !n.a.has(n.b)) || t.polar && t.others > 0
}

// anchorsOfName is how many words of content two texts have in common at least, or a
// date or a number, for one name in the place of another to be a clash: two players can
// both be arrested.
const anchorsOfName = 6

// framing reports whether some terms hold a name, a number, a date or how many: who,
// where, when or which one.
func framing(terms []term) bool {
	return slices.ContainsFunc(terms, func(t term) bool {
		return t.class == content && (t.flags&(digits|capital) != 0 && t.flags&opening == 0 || t.value > 0) || t.class == quantifier
	})
}

// even reports whether one side denies what the other has only as tried, planned or in part:
// "did not win", "nearly won"; "some did", "some did not". Such two can both be; so can what was
// to cost 40 and what cost 60, and what all but Kane did and what Kane did not.
func (n *near) even(t *ties, r *Result) bool {
	if t.denied && n.a.exceptive() != n.b.exceptive() {
		return true
	}
	for i := range n.changes {
		c := &n.changes[i]
		if c.fate != Clash {
			continue
		}
		if c.kind == reason.Opposite && partial.in(n.a.lang, n.a.terms[0].fold) && partial.in(n.b.lang, n.b.terms[0].fold) {
			return true // "some lost their roof", "some kept it"
		}
		if c.operator && c.kind == reason.Quantifier && slices.Contains(r.Rules, "near.opposite") {
			return true // "none were open", "all were closed"
		}
		if !c.negA && t.common <= brief && !n.a.forceAt(n.segs[i].a[0]).Firm() && n.b.forceAt(n.segs[i].b[0]).Firm() {
			return true
		}
		if c.kind == reason.Polarity && n.evenDenial(n.clauses(c.denying().other(), i), n.clauses(c.denying(), i)) {
			return true
		}
	}
	return false
}

// evenDenial reports the same of the words of a clause and of those of the clause that denies it.
func (n *near) evenDenial(yes, no []term) bool {
	if turns(n.a.lang, yes, no) || (n.anchored() || strings.Contains(yes[0].fold, "_")) && partial.in(n.a.lang, yes[0].fold) {
		return true
	}
	at := slices.IndexFunc(no, func(t term) bool { return t.class == negation && !shares(yes, t) })
	return at >= 0 && slices.ContainsFunc(no[at:], func(t term) bool { return !shares(yes, t) && turning.in(n.a.lang, t.fold) })
}

// turns reports whether some terms have a word that the others have not and by which what they
// say need not be so.
func turns(lang string, terms, others []term) bool {
	return slices.ContainsFunc(terms, func(t term) bool {
		return (t.class == modal || turning.in(lang, t.fold) || t.retracts(lang)) && !shares(others, t)
	})
}

// clauses returns the terms of the clause that segment i begins in on a side.
func (n *near) clauses(of side, i int) []term {
	terms := n.terms(of)
	zone := terms[min(n.segs[i].on(of)[0], len(terms)-1)].zone
	first := slices.IndexFunc(terms, func(t term) bool { return t.zone == zone })
	last := slices.IndexFunc(terms[first:], func(t term) bool { return t.zone != zone })
	if last < 0 {
		return terms[first:]
	}
	return terms[first : first+last]
}

// leastCommon is how many words of content two texts have in common at least for one to
// deny the other.
const leastCommon = 2

// otherIssue reports whether two texts of different days differ in a number, a date or a rank of what is done again and
// again, a poll or a match, or in who leads it now: it may be another one; or, of days far apart, in a name, a place or a
// date of what is told in the present: "Iran: a collision kills dozens", "Syria: an attack kills dozens".
func (a *Analysis) otherIssue(b *Analysis, kind reason.Kind) bool {
	x, y := a.side.Date, b.side.Date
	if x == 0 || y == 0 || x == y {
		return false
	}
	if b.some(func(f *phrase) bool { // "the next stage"
		return (kind == reason.Number && f.When == nil || f.Sentence.Tree.Tokens[f.Head].Rel == grammar.Nsubj) && slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool { return passing.of(x.Phrase.Lemma) })
	}) {
		return true
	}
	named := kind == reason.Name || kind == reason.Place
	if (named || kind == reason.Date) && max(x, y)-min(x, y) > date.Day(sameEvent) && !b.past() {
		return true
	}
	switch kind {
	case reason.Number, reason.Date, reason.Rank:
	case reason.Name:
		if b.past() {
			return false // who won the race of Bunia
		}
	default:
		return false
	}
	return Serial(b.lang, b.side.Text)
}

// Serial reports whether a text speaks of what is done again and again, a poll or a match.
func Serial(lang, src string) bool {
	return slices.ContainsFunc(text.Words(src), func(w text.Word) bool {
		f := text.Fold(w.In(src))
		if l, ok := lexicon.LemmaIn(lang, lexicon.Noun, f); ok {
			f = l
		}
		return serial.in(lang, f)
	})
}

// amountAt returns the first number of the side within some of its bytes, nil if there is none.
func (a *Analysis) amountAt(at text.Span) *quantity.Mention {
	for i := range a.amounts {
		if m := &a.amounts[i]; a.wordSpan(m.First, m.End).Overlaps(at) {
			return m
		}
	}
	return nil
}

// past reports whether a side says what was so or has been done.
func (a *Analysis) past() bool {
	return a.says(func(q *proposition.Proposition) bool { return q.Tense == grammar.PastTense })
}

// otherDateline reports whether the statement has a date that counts from its
// dateline, and the source one that lies too far away for one event: "last year" of 2012
// and of 2019; or both the same words for two times, "last week" of two weeks.
func (n *near) otherDateline() bool {
	x, y := n.a.side.Date, n.b.side.Date
	if x == 0 || y == 0 {
		return false
	}
	if max(x, y)-min(x, y) <= date.Day(sameEvent) {
		return slices.ContainsFunc(n.a.times, func(v date.Mention) bool {
			return v.Relative && v.Precision >= date.Week && v.Interval.Known() && slices.ContainsFunc(n.b.times, func(w date.Mention) bool {
				return w.Relative && date.WrittenAlike(&v, &w) && w.Interval.Known() && w.Interval.Disjoint(v.Interval)
			})
		})
	}
	for k := range n.b.values {
		if v := &n.b.values[k]; v.time != nil && v.time.Relative {
			return true
		}
	}
	return false
}

// deniedBoth reports whether both sides deny what is another name, day or rank: "did not travel to Geneva", "did not travel to Vienna".
func (n *near) deniedBoth() bool {
	for i := range n.changes {
		c := &n.changes[i]
		if c.fate == Clash && c.kind != reason.Polarity && c.kind != reason.Opposite && n.a.deniesAt(n.segs[i].a[0]) && n.b.deniesAt(n.segs[i].b[0]) {
			return true
		}
	}
	return false
}

// deniesAt reports whether the proposition of term i is denied.
func (a *Analysis) deniesAt(i int) bool {
	p := a.propositionAt(i)
	return p != nil && p.Negative
}
