package quote

import (
	"slices"
	"sort"

	"factcheck/claims/text"
	"factcheck/verify/reason"
)

const (
	enough     = 0.7  // share of the content words that must stand in the passage
	few        = 4    // content words below which every word counts
	evidentAll = 1.75 // the same where every word of the draft is among them
	evident    = 3.0  // weight of the shared words that shows that they are the same quotation
	scant      = 2.5  // the same where one word or number stands for another and nothing else differs, of one speaker
)

// judge makes a Match of the changes of one passage.
func (a *aligner) judge(list []change) Match {
	var m Match
	list = a.inward(list)
	m.Share = a.share(list, &m)
	worst := Verbatim
	for k := range list {
		e, r := a.edit(list, k)
		switch {
		case e.Op == Keep:
		case e.Op == Gap || e.Op == Bracket:
			if e.Class != reason.None && e.Class != reason.Condition {
				worst = Altered
			}
			worst = max(worst, Elided)
		default:
			worst = Altered
		}
		m.Edits = append(m.Edits, e)
		if r.Kind != reason.None {
			m.Reasons = append(m.Reasons, r)
			m.Meaning = m.Meaning || e.Meaning
		}
	}
	m.Outcome = worst
	weight, least := a.evidence(list)
	m.Scant = worst == Altered && weight < least
	if worst == Altered && (m.Share < enough || m.Scant && (weight < scant || !a.barely(list)) || a.exceeds(list) || a.d.woven && a.leaps(list)) {
		m.Outcome, m.Meaning, m.Reasons, m.Scant = None, false, nil, false
	}
	if m.Outcome != Altered {
		m.Meaning = false
	}
	if m.Outcome != None {
		a.joints(list, &m)
		a.omissions(list, &m)
	}
	gravest(m.Reasons, m.Edits)
	return m
}

// share returns how much of the draft's content stands in order in the passage,
// and notes the passage.
func (a *aligner) share(list []change, m *Match) float64 {
	table := classTable()
	var kept, all, keptAny, allAny int
	for _, c := range list {
		for i := c.i; i < c.iEnd; i++ {
			t := a.d.tokens[i]
			if t.mark&group != 0 {
				continue
			}
			allAny++
			content := table[t.id]&function == 0
			if content {
				all++
			}
			if c.op == Keep || c.moved > 0 || c.same {
				keptAny++
				if content {
					kept++
				}
			}
		}
		if c.op == Keep || c.op == Replace {
			for j := c.j; j < c.jEnd; j++ {
				if t := a.s.tokens[j]; c.op == Keep && !a.s.spoken(t) && t.mark&aside == 0 {
					m.Outside++
				}
			}
			if n := len(m.Source); n > 0 && c.j > 0 && m.Source[n-1].End == int(a.s.tokens[c.j-1].end) {
				m.Source[n-1].End = int(a.s.tokens[c.jEnd-1].end)
			} else {
				m.Source = append(m.Source, spans(a.s.tokens, c.j, c.jEnd))
			}
		}
	}
	if all < few {
		kept, all = keptAny, allAny
	}
	if all == 0 {
		return 0
	}
	return float64(kept) / float64(all)
}

// Weight returns how much the words of a quotation weigh as evidence, in content
// words: one that stands in every speech is half of one, a function word a quarter.
func Weight(src string, quoted []text.Span) float64 {
	weight, table := 0.0, classTable()
	for _, q := range quoted {
		for _, w := range text.AppendWords(nil, src, q) {
			if w.Kind == text.Letters || w.Kind == text.Number {
				weight += weigh(table[hashWord(w.In(src))])
			}
		}
	}
	return weight
}

// weigh returns the weight of a word of class cl.
func weigh(cl class) float64 {
	switch {
	case cl&function != 0:
		return 0.25
	case cl&common != 0:
		return 0.5
	}
	return 1
}

// barely reports whether all that differs is one word or number for another, or
// words of grammar.
func (a *aligner) barely(list []change) bool {
	n := 0
	for _, c := range list {
		switch grammatical := all(a.d.tokens[c.i:c.iEnd], function) && all(a.s.tokens[c.j:c.jEnd], function); {
		case c.op == Keep, grammatical && c.op != Gap && c.op != Bracket:
		case c.op == Replace && c.iEnd-c.i == 1 && c.jEnd-c.j == 1:
			n++
		default:
			return false
		}
	}
	return n <= 1
}

// evidence weighs the words that the draft and the passage share, and says how much
// shows that they are one quotation. They are weighed in content words: four words
// that stand in every speech are two, four function words one. Less will do when
// every word of the draft is there.
func (a *aligner) evidence(list []change) (weight, least float64) {
	foreign := false
	table := classTable()
	for _, c := range list {
		if c.op != Keep && c.moved == 0 && !c.same {
			foreign = foreign || c.op == Insert || c.op == Replace
			if c.op == Replace && one(a.d.tokens[c.i:c.iEnd], amount) && one(a.s.tokens[c.j:c.jEnd], amount) {
				weight++ // as “thousand” would if it were a token
			}
			continue
		}
		for _, t := range a.d.tokens[c.i:c.iEnd] {
			weight += weigh(table[t.id])
		}
	}
	if foreign {
		return weight, evident
	}
	return weight, evidentAll
}

// inward takes words that were aligned with the writer's own, in front of the speaker's or behind them, for words put in,
// where most words that stand are the speaker's: “we mend the road and the bridge” is no more of “we mend the road” and the bridge than
// the fragment. Twin: of “we mend” the road and the bridge.
func (a *aligner) inward(list []change) []change {
	var in, out int32
	from, to := int32(-1), int32(0) // the words from the first of the speaker's that stands to behind the last
	for _, c := range list {
		for j := c.j; c.op == Keep && j < c.jEnd; j++ {
			if t := a.s.tokens[j]; !a.s.spoken(t) && t.mark&aside == 0 {
				out++
				continue
			}
			in, to = in+1, j+1
			if from < 0 {
				from = j
			}
		}
	}
	if a.s.plain || in <= out || from < 0 || !slices.ContainsFunc(list, func(c change) bool { return c.op != Keep && c.op != Gap && c.op != Bracket }) {
		return list
	}
	first, last := 0, len(list)-1
	for list[first].op != Keep || list[first].jEnd <= from {
		first++
	}
	for list[last].op != Keep || list[last].j >= to {
		last--
	}
	inner, front, back := slices.Clone(list[first:last+1]), list[:first], list[last+1:]
	if c := &inner[0]; c.j < from || slices.ContainsFunc(front, stands) {
		c.i, c.j = c.i+max(0, from-c.j), max(c.j, from)
		front = []change{{op: Insert, i: list[0].i, iEnd: c.i, j: c.j, jEnd: c.j}}
	}
	if c := &inner[len(inner)-1]; c.jEnd > to || slices.ContainsFunc(back, stands) {
		c.iEnd, c.jEnd = c.iEnd-max(0, c.jEnd-to), min(c.jEnd, to)
		back = []change{{op: Insert, i: c.iEnd, iEnd: list[len(list)-1].iEnd, j: c.jEnd, jEnd: c.jEnd}}
	}
	return slices.Concat(front, inner, back)
}

// stands reports whether a change is none.
func stands(c change) bool { return c.op == Keep }

// exceeds reports whether the quotation goes beyond what the source quotes of its
// speaker: words before a fragment (he wants “a complete stop”) or behind one, or
// whole sentences more. The source does not say that they were not said.
func (a *aligner) exceeds(list []change) bool {
	if a.s.plain || len(list) < 2 {
		return false
	}
	first, last := list[0], list[len(list)-1]
	front, back := first.op == Insert && first.moved == 0, last.op == Insert && last.moved == 0
	if j := first.j; front && int(j) < len(a.s.tokens) && a.s.tokens[j].region > 0 && (j == 0 || a.s.tokens[j-1].region != a.s.tokens[j].region) {
		if a.s.tokens[j].mark&titled == 0 || a.d.tokens[first.iEnd].mark&stopped != 0 {
			return true
		}
	}
	if j := last.j; back && j > 0 && a.s.tokens[j-1].region > 0 && (int(j) == len(a.s.tokens) || a.s.tokens[j-1].region != a.s.tokens[j].region) {
		fragment := int(j) < len(a.s.tokens) && a.s.tokens[j].mark&stopped == 0
		return fragment && !a.closes(j-1) || a.d.tokens[last.i].mark&stopped != 0 || last.iEnd-last.i > clause && !slices.ContainsFunc(list[:len(list)-1], func(c change) bool { return !stands(c) })
	}
	return false
}

// clause is how many words somebody may add to what another said; more are a clause of its own, of which the source has said nothing.
const clause = 5

// closes reports whether a comma stands behind source word j, before the closing
// marks: what follows is the attribution of a whole sentence.
func (a *aligner) closes(j int32) bool {
	rest := a.s.text[a.s.tokens[j].end:]
	return rest != "" && rest[0] == ','
}

// leaps reports whether words left out without a mark hold the end of a sentence.
func (a *aligner) leaps(list []change) bool {
	for _, c := range list {
		if c.op != Delete && c.op != Replace {
			continue
		}
		for j := c.j; j <= c.jEnd && int(j) < len(a.s.tokens); j++ {
			if j > c.j && a.s.tokens[j].mark&stopped != 0 {
				return true
			}
		}
	}
	return false
}

// edit makes the edit of change k, and the reason it gives, None if it is
// harmless.
func (a *aligner) edit(list []change, k int) (Edit, reason.Reason) {
	c := list[k]
	e := Edit{Op: c.op, Source: spans(a.s.tokens, c.j, c.jEnd), Draft: spans(a.d.tokens, c.i, c.iEnd)}
	if c.op == Keep {
		return e, reason.Reason{}
	}
	if c.moved > 0 {
		e.Class, e.Meaning = reason.Meaning, true
		return e, reason.Reason{Kind: e.Class, Source: a.origin(c), Statement: e.Draft, Note: short(e.Draft.In(a.d.text)) + " was moved"}
	}
	e.Class, e.Meaning = a.class(c)
	if e.Class == reason.None {
		return e, reason.Reason{}
	}
	return e, reason.Reason{Kind: e.Class, Source: e.Source, Statement: e.Draft, Note: a.note(e)}
}

// note says in a few words what an edit did.
func (a *aligner) note(e Edit) string {
	was, is := short(e.Source.In(a.s.text)), short(e.Draft.In(a.d.text))
	switch e.Op {
	case Insert:
		return is + " was added"
	case Delete:
		return was + " was left out without a mark"
	case Gap:
		return "the omission hides " + was
	case Bracket:
		if was == "" {
			return is + " was put in"
		}
	}
	return was + " became " + is
}

// short quotes s, its middle left out if it is long.
func short(s string) string {
	if s == "" {
		return ""
	}
	words := text.Words(s)
	if len(words) > 12 {
		s = s[:words[5].End] + " … " + s[words[len(words)-5].Start:]
	}
	return "“" + s + "”"
}

// gravest sorts reasons: those that alter the meaning first, in the order of
// the text.
func gravest(reasons []reason.Reason, edits []Edit) {
	grave := func(r reason.Reason) bool {
		for _, e := range edits {
			if e.Meaning && e.Draft == r.Statement && (e.Source == r.Source || e.Op == Insert) {
				return true
			}
		}
		return false
	}
	sort.SliceStable(reasons, func(a, b int) bool { return grave(reasons[a]) && !grave(reasons[b]) })
}
