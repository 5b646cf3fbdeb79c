package relate

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A unit is a part of a sentence that says one thing: a name, a number or a date,
// a wording of the table, a content word.
type unit struct {
	head       int // the word that governs the others
	first, end int // words; those between them that belong to another unit do not count
	value      *value
	name       bool
	wording    *wording
	above      int // the unit that governs it, -1 for none
	role       role
	joint      string // the preposition that joins it to what is above, empty if none
}

// role is what a unit is to the one above it.
type role uint8

const (
	aside   role = iota // anything else: a circumstance, a modifier
	agent               // who acts
	patient             // who is acted upon
)

// findUnits returns the units of a sentence, in order, and for each word the unit it
// belongs to, -1 for a word of grammar.
func (s *sentence) findUnits() []unit {
	s.divide.Do(func() {
		s.unitOf = make([]int, len(s.words))
		for i := range s.unitOf {
			s.unitOf[i] = -1
		}
		for i := 0; i < len(s.words); {
			u, ok := s.unitAt(i)
			if !ok {
				i++
				continue
			}
			for k := u.first; k < u.end; k++ {
				s.unitOf[k] = len(s.units)
			}
			s.units = append(s.units, u)
			i = u.end
		}
		for k := range s.units {
			s.govern(k)
		}
	})
	return s.units
}

// unitAt returns the unit that begins at word i; false if it is a word of grammar.
func (s *sentence) unitAt(i int) (unit, bool) {
	u := unit{first: i, end: i + 1, head: i, above: -1}
	t := s.term(i)
	if t == nil {
		return u, false
	}
	if t.value > 0 {
		u.value = &s.a.values[t.value-1]
		for u.end < len(s.words) && s.term(u.end) != nil && s.term(u.end).value == t.value {
			u.end++
		}
		u.head = s.top(u.first, u.end)
		return u, true
	}
	if w, end := s.wordingAt(i); w != nil && (t.class == content || end > i+1) && !s.named(i) {
		u.wording, u.end = w, end
		u.head = s.top(i, end)
		return u, true
	}
	if t.class == pronoun && !s.tree.Tokens[i].Feats.Has(grammar.Possessive) && s.refName(i) != "" {
		return u, true
	}
	if t.class != content {
		return u, false
	}
	if s.named(i) {
		u.name = true
		for u.end < len(s.words) && s.named(u.end) && s.term(u.end) != nil && s.term(u.end).value == 0 && s.tree.Tokens[u.end].Rel != grammar.Appos {
			u.end++
		}
		u.head = s.top(i, u.end)
	}
	return u, true
}

// named reports whether word i is part of a name, or a capitalised adjective that
// begins one: "Environmental Protection Agency".
func (s *sentence) named(i int) bool {
	if s.isName(i) {
		return true
	}
	t := s.term(i)
	return t != nil && t.proper() && s.tree.Tokens[i].Tag == grammar.Adjective && i+1 < len(s.words) && s.isName(i+1)
}

// top returns the word among first up to end whose head stands outside.
func (s *sentence) top(first, end int) int {
	for i := first; i < end; i++ {
		if h := s.tree.Tokens[i].Head; h < first || h >= end {
			if s.term(i) != nil && (s.term(i).class == content || s.term(i).value > 0) {
				return i
			}
		}
	}
	return first
}

// govern finds what is above unit k, and what k is to it.
func (s *sentence) govern(k int) {
	u := &s.units[k]
	i := u.head
	for steps := 0; steps < len(s.words); steps++ {
		h := s.tree.Tokens[i].Head
		if h < 0 {
			return
		}
		if g := s.unitOf[h]; g >= 0 && g != k {
			u.above = g
			break
		}
		i = h
	}
	if u.above < 0 {
		return
	}
	u.joint = s.prepositionOf(u.head)
	u.role = s.roleIn(u.head, s.units[u.above].head)
}

// roleIn returns what word i is to the predicate of word h.
func (s *sentence) roleIn(i, h int) role {
	e := s.eventAt(h)
	if e == nil || e.state {
		return aside
	}
	switch {
	case slices.Contains(e.agents, i):
		return agent
	case slices.Contains(e.patients, i):
		return patient
	}
	return aside
}

// says reports whether unit v of p says what unit u of q does.
func (p *sentence) says(v *unit, q *sentence, u *unit) bool {
	if u.value != nil || v.value != nil {
		return u.value != nil && v.value != nil && (valueSays(v.value, u.value) || text.Fold(p.written(v)) == text.Fold(q.written(u)))
	}
	if v.wording != nil && u.wording != nil {
		if v.wording.says(u.wording) {
			return true
		}
		if u.wording.says(v.wording) {
			return false // the statement says more: "soared" for "rose"
		}
	}
	if u.end-u.first > 1 && !u.name || v.end-v.first > 1 && !v.name {
		return p.written(v) == q.written(u)
	}
	vn, un := p.calls(v), q.calls(u)
	switch {
	case vn != "" && un != "":
		return samePhrase(vn, un) && p.mentions(vn, un) || acronym(vn, un) || acronym(un, vn) || lexicon.SamePeople(vn, un)
	case vn != "" || un != "":
		return p.term(v.head).fold == q.term(u.head).fold || lexicon.SamePeople(p.written(v), q.written(u))
	}
	switch kinOf(p, v.head, q, u.head) {
	case equal, synonym, narrower:
		return true
	}
	return p.derives(v, q, u)
}

// mentions reports whether every word of a name stands in a name of the source or
// elsewhere in its sentence: another given name is another man.
func (p *sentence) mentions(has, name string) bool {
	all := nameWords(has)
	for _, w := range nameWords(name) {
		if !slices.Contains(all, w) && !p.stands(w) && !slices.ContainsFunc(all, func(x string) bool { return short(w, x) }) {
			return false
		}
	}
	return true
}

// stands reports whether a folded word stands in the sentence.
func (s *sentence) stands(w string) bool {
	for i := s.first; i < s.end; i++ {
		if t := s.a.termAt(i); t != nil && t.fold == w {
			return true
		}
	}
	return false
}

// calls returns the name of a unit: its own, or that of what it stands for.
func (s *sentence) calls(u *unit) string {
	if n := s.refName(u.head); n != "" {
		return n
	}
	if u.name {
		return s.written(u)
	}
	return ""
}

// written returns a unit as it is written.
func (s *sentence) written(u *unit) string { return s.span(u.first, u.end).In(s.a.side.Text) }

// valueSays reports whether a value of the source says as much as one of the
// statement.
func valueSays(v, w *value) bool {
	if v.time != nil && w.time != nil {
		return timeSays(v.time, w.time)
	}
	if v.amount == nil || w.amount == nil {
		return false
	}
	switch quantity.Relate(*v.amount, *w.amount) {
	case quantity.Equal:
		return true
	case quantity.Within: // "at least 300" is no less than 200, but nobody writes it so
		return v.amount.Comparator != w.amount.Comparator || v.amount.Comparator == quantity.Exact
	}
	return aged(v.amount, w.amount) || aged(w.amount, v.amount)
}

// aged reports whether a is an age in years and b the same number alone: "the
// 43-year-old", "Scott, 43,".
func aged(a, b *quantity.Mention) bool {
	return a.Dimension() == quantity.Duration && b.Dimension() == quantity.Things && b.Head < 0 && a.Value == b.Value
}

// timeSays reports whether a date of the source says as much as one of the
// statement.
func timeSays(v, w *date.Mention) bool {
	return date.Entails(*v, *w) || v.Weekday != 0 && v.Weekday == w.Weekday && w.Day == 0 && w.Clock == (date.Clock{}) && v.Relation == w.Relation
}

// derives reports whether two words of different parts of speech name one deed or
// quality: "decided", "the decision". Who does it is another matter.
func (p *sentence) derives(v *unit, q *sentence, u *unit) bool {
	a, b := p.pos(v.head), q.pos(u.head)
	if p.a.lang != "en" || a == b || a == lexicon.Any || b == lexicon.Any {
		return false
	}
	x, y := p.lemma(v.head), q.lemma(u.head)
	return x == y || !doer(x) && !doer(y) && lexicon.Derived(x, y)
}

// doer reports whether a noun looks like one for who does something.
func doer(lemma string) bool {
	for _, end := range [...]string{"er", "or", "ist", "ee", "ant", "ent", "man"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+3 && !strings.HasSuffix(lemma, "ment") {
			return true
		}
	}
	return false
}

// acronym reports whether a is made of the initials of the words of b.
func acronym(a, b string) bool {
	letters := strings.ReplaceAll(a, ".", "")
	if len(letters) < 2 || strings.ToUpper(letters) != letters {
		return false
	}
	all, great := "", ""
	for _, w := range strings.FieldsFunc(b, func(r rune) bool { return r == ' ' || r == '-' }) {
		if strings.EqualFold(w, "the") {
			continue
		}
		all += strings.ToUpper(w[:1])
		if w[0] >= 'A' && w[0] <= 'Z' {
			great += w[:1]
		}
	}
	return len(all) > 1 && (letters == all || letters == great)
}
