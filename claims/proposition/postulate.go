package proposition

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A meaning postulate (Carnap, 1952) says that whoever says the one has said the other: whoever beat France in the final won the
// final. Each is a row of postulates.tsv. One kind puts a form that news has in many words into one, "was given 12 years in prison" and "was
// handed a 12-year jail term" into "was jailed for 12 years", on both sides; the other adds to what a sentence says what it implies,
// apart from what it says: only a source is asked for that, and no statement is held to it. What is denied implies nothing; what is
// alleged or planned implies no more than that.

//go:embed postulates.tsv
var postulateTable string

// A postulate is a row of the table.
type postulate struct {
	left, right []argument
	verb        string
	alone       bool // only of what is said in the present with nothing besides
}

// An argument is a slot of a postulate's side.
type argument struct {
	role     Role
	joint    string
	variable string
	filler   string // what must fill it, empty for anything; on the right the noun that it is there
	optional bool
}

// A postulates holds the rows of one language and kind by the verbs on their left.
type postulates map[wordingKey][]postulate

var readPostulates = sync.OnceValue(func() postulates {
	all := postulates{}
	for f := range text.Rows(postulateTable, 4) {
		left, right := strings.Fields(f[2]), strings.Fields(f[3])
		alone := left[len(left)-1] == "!"
		if alone {
			left = left[:len(left)-1]
		}
		p := postulate{arguments(left[1:]), arguments(right[1:]), right[0], alone}
		for _, verb := range strings.Split(left[0], "|") {
			k := wordingKey{f[0], f[1], verb}
			all[k] = append(all[k], p)
		}
	}
	return all
})

// arguments reads "patient:X" and "in:C=contest?".
func arguments(fields []string) []argument {
	roles := map[string]Role{"agent": Agent, "patient": Patient, "attribute": Attribute}
	out := make([]argument, len(fields))
	for i, f := range fields {
		a := &out[i]
		f, a.optional = strings.CutSuffix(f, "?")
		slot, rest, _ := strings.Cut(f, ":")
		a.variable, a.filler, _ = strings.Cut(rest, "=")
		if r, ok := roles[slot]; ok {
			a.role = r
		} else {
			a.joint = slot
		}
	}
	return out
}

// takes reports whether a slot stands where the argument does.
func (a *argument) takes(x *Slot) bool {
	if a.joint != "" {
		return (x.Role == Oblique || x.Role == Time) && x.Preposition == a.joint
	}
	return x.Role == a.role
}

// postulate puts propositions into the form that the table has for them, and adds what they imply.
func (s *Sentence) postulate() {
	table := readPostulates()
	for _, p := range s.Propositions {
		if p.normalise(table) {
			p.normalise(table) // "the crash left two dead" says that it killed two, and that, that they were killed in it
		}
		if p.Negative || p.Kind != Event {
			continue
		}
		for _, row := range table[wordingKey{s.Text.Lang, "says", p.Lemma}] {
			if q, ok := p.rewrite(&row); ok {
				s.Implied = append(s.Implied, &q)
			}
		}
	}
}

// normalise puts a proposition into the form that the table has for it, and reports whether that is another predicate.
func (p *Proposition) normalise(table postulates) bool {
	for _, row := range table[wordingKey{p.Sentence.Text.Lang, "is", p.Lemma}] {
		if q, ok := p.rewrite(&row); ok {
			was := p.Lemma
			*p = q
			return was != p.Lemma
		}
	}
	return false
}

// rewrite returns the right of a postulate for a proposition; false if its left is not what the proposition says.
func (p *Proposition) rewrite(row *postulate) (q Proposition, ok bool) {
	s := p.Sentence
	if p.Kind != Event || row.alone && p.Tense != grammar.PresentTense || row.verb == words(s.Text.Lang, jailing) && s.unserved(p) {
		return q, false
	}
	p = p.lift(row)
	taken, bound := make([]bool, len(p.Slots)), map[string][]*Phrase{}
	q = *p
	q.Slots, q.Operators = nil, slices.Clone(p.Operators)
	if row.verb != "=" {
		q.Lemma = row.verb
	}
	for _, a := range row.left {
		found := false
		for i := range p.Slots {
			x := &p.Slots[i]
			if taken[i] || !a.takes(x) {
				continue
			}
			if a.filler == "" {
				taken[i], found = true, true
				bound[a.variable] = append(bound[a.variable], x.Phrase)
				continue // "Bell and Marsh"
			}
			f := a.fills(x.Phrase)
			if f == nil {
				continue
			}
			found, bound[a.variable] = true, f
			q.absorb(p, i, f, taken)
			break
		}
		if !found && !a.optional {
			return q, false
		}
	}
	if row.alone && slices.Contains(taken, false) {
		return q, false
	}
	for _, a := range row.right {
		for _, f := range bound[a.variable] {
			if a.filler != "" {
				g := *f
				f, g.Lemma = &g, a.filler
			}
			q.Slots = append(q.Slots, Slot{Role: a.role, Preposition: a.joint, Phrase: f})
		}
	}
	for i := range p.Slots {
		if !taken[i] {
			q.Slots = append(q.Slots, p.Slots[i])
		}
	}
	if slices.ContainsFunc(row.right, func(a argument) bool { return a.joint == "" && a.role != Attribute }) {
		q.Passive = q.Fill(Agent) == nil
	}
	return q, true
}

// absorb makes the words of slot i of p, which stands for the phrases f in q, part of the predicate of q; what else describes it goes along: where
// the meeting was, what he was jailed for. It marks the slots of p that are taken by that.
func (q *Proposition) absorb(p *Proposition, i int, f []*Phrase, taken []bool) {
	x := p.Slots[i].Phrase
	if len(f) > 1 || f[0] != x {
		q.Slots = append(q.Slots, slices.DeleteFunc(slices.Clone(x.Modifiers), func(m Slot) bool {
			return m.Role != Oblique || slices.Contains(f, m.Phrase) || q.Sentence.has(custody, m.Phrase.Lemma)
		})...)
	}
	for k := range p.Slots {
		if y := p.Slots[k].Phrase; k == i || !taken[k] && x.Amount != nil && y.Amount == x.Amount { // "a year and a half"
			taken[k], q.Operators = true, y.appendWords(q.Operators)
		}
	}
}

// appendWords appends the words of a phrase, of what describes it and of what joins that.
func (p *Phrase) appendWords(words []int) []int {
	for k := p.First; k < p.End; k++ {
		words = append(words, k)
	}
	for _, m := range p.Modifiers {
		if k := m.Phrase.Opening(); k >= 0 {
			words = append(words, k)
		}
		words = m.Phrase.appendWords(words)
	}
	return words
}

// lift returns the proposition with what a noun in it is described by in a slot of its own, where a postulate asks for one: "won the
// final | against France".
func (p *Proposition) lift(row *postulate) *Proposition {
	out := p
	for _, a := range row.left {
		for i := 0; a.joint != "" && !a.optional && i < len(p.Slots); i++ {
			k := slices.IndexFunc(p.Slots[i].Phrase.Modifiers, func(m Slot) bool { return m.Role != Modifier && m.Preposition == a.joint })
			if k < 0 || p.Slots[i].Role == Oblique || p.Slots[i].Role == Time {
				continue
			}
			q, f := *out, *p.Slots[i].Phrase
			m := f.Modifiers[k]
			f.Modifiers = slices.Delete(slices.Clone(f.Modifiers), k, k+1)
			f.End = min(f.End, m.Phrase.First)
			q.Slots = append(slices.Clone(out.Slots), Slot{Preposition: a.joint, Phrase: m.Phrase})
			q.Slots[i].Phrase = &f
			out = &q
		}
	}
	return out
}

// fills returns the phrases that the argument's variable stands for where a phrase stands in its slot, nil if that cannot fill it. A
// filler that is in neither table is a class of words.tsv that the noun, or a word of the name, is of.
func (a *argument) fills(f *Phrase) []*Phrase {
	if of := standIns[a.filler]; of != nil {
		return of(f)
	}
	ok := false
	filler, counted := strings.CutPrefix(a.filler, "+")
	if is := fillers[filler]; is != nil {
		ok = is(f)
	} else if !counted || f.Amount != nil && f.Name == "" {
		s, c := f.Sentence, class(filler)
		ok = s.has(c, f.Lemma)
		for k := f.First; k < f.End && f.Name != "" && !ok; k++ {
			ok = s.has(c, s.Fold(k))
		}
	}
	if !ok {
		return nil
	}
	return []*Phrase{f}
}

// standIns are the fillers whose variable stands for other phrases than the one that fills the slot: how long of "a 12-year term".
var standIns = map[string]func(*Phrase) []*Phrase{"span": (*Phrase).span, "term": (*Phrase).term, "meeting": (*Phrase).meeting, "trial": (*Phrase).trial}

// fillers are the others that are no class of words.tsv.
var fillers = map[string]func(*Phrase) bool{
	"deed": func(f *Phrase) bool {
		return f.Amount == nil && f.When == nil && f.Name == "" && !f.Sentence.has(lifelong, f.Lemma)
	},
	"money":  func(f *Phrase) bool { return f.Amount != nil && f.Amount.Dimension() == quantity.Money },
	"rate":   func(f *Phrase) bool { return f.Amount != nil && f.Amount.Dimension() == quantity.Ratio },
	"many":   func(f *Phrase) bool { return f.Amount != nil && f.Amount.Kind == quantity.Count && f.bare() },
	"figure": func(f *Phrase) bool { return f.Amount != nil && f.When == nil },
	"people": func(f *Phrase) bool { return f.Amount != nil && f.Sentence.has(workers, f.Lemma) && f.bare() },
	"person": func(f *Phrase) bool {
		return f.Name != "" && f.Sentence.person(f) || lexicon.Human(f.Sentence.Text.Lang, f.Lemma)
	},
	"votes": func(f *Phrase) bool {
		return f.Amount != nil && slices.ContainsFunc(f.Modifiers, func(m Slot) bool { return f.Sentence.has(tally, m.Phrase.Lemma) })
	},
	"calamity": func(f *Phrase) bool { return f.Name == "" && f.Sentence.has(calamity, f.Lemma) },
	"building": func(f *Phrase) bool { return f.Name == "" && lexicon.Immovable(f.Sentence.Text.Lang, f.Lemma) },
}

// bare reports whether nothing describes the phrase but how many it is of.
func (p *Phrase) bare() bool {
	return !p.Clause() && p.Quantifier == "" && !slices.ContainsFunc(p.Modifiers, func(m Slot) bool { return m.Phrase.Amount != p.Amount })
}

// unserved reports whether a word of a proposition says that nobody goes to prison for it: "on probation", "all of them suspended".
func (s *Sentence) unserved(p *Proposition) bool {
	for k := range s.Words {
		if s.has(unserved, s.Lemma(k)) && s.PredicateAbove(k) == p || s.has(unserved, s.Fold(k)) && s.Tree.Under(k, p.Head) {
			return true
		}
	}
	return false
}

// span returns a phrase for how long, "12 years", "life", without the prison in it; nil if it is for none, "a four-year contract".
func (p *Phrase) span() []*Phrase {
	s := p.Sentence
	n := s.Amount(p.Head)
	if (n == nil || n.Dimension() != quantity.Duration) && !s.has(lifelong, p.Lemma) {
		return nil
	}
	for _, m := range p.Modifiers {
		if m.Role == Owner && m.Phrase.Amount == nil && !s.has(custody, m.Phrase.Lemma) {
			return nil // "12 years of probation"
		}
	}
	f := *p
	f.Amount, f.Modifiers, f.When = n, nil, nil
	return []*Phrase{&f}
}

// measure returns the phrase of word k alone, which an amount is told by.
func (s *Sentence) measure(k int, m *quantity.Mention) *Phrase {
	return &Phrase{Sentence: s, Head: k, First: k, End: k + 1, Lemma: s.Lemma(k), Amount: m}
}

// term returns how long a noun for a penalty of prison says that it is: "a 12-year jail term", "life imprisonment"; nil if a phrase is
// for none, "a three-year term as head of the prison".
func (p *Phrase) term() (long []*Phrase) {
	s, jail := p.Sentence, false
	for k := p.First; k <= p.Head && s.has(penalties, p.Lemma); k++ {
		switch n := s.Amount(k); {
		case s.has(custody, s.Lemma(k)):
			jail = true
		case s.has(lifelong, s.Lemma(k)), n != nil && n.Dimension() == quantity.Duration:
			long = []*Phrase{s.measure(k, n)}
		}
	}
	if !jail {
		return nil
	}
	return long
}

// meeting returns those between whom a meeting is, nil if a phrase is for none.
func (p *Phrase) meeting() (of []*Phrase) {
	if !p.Sentence.has(gatherings, p.Lemma) || p.Clause() || slices.ContainsFunc(p.Modifiers, func(m Slot) bool { return m.Role == Modifier && m.Phrase.Amount == nil }) {
		return nil // "indirect talks", "a meeting that was cancelled"
	}
	for _, m := range p.Modifiers {
		if p.Sentence.has(pairing, m.Preposition) {
			of = append(of, m.Phrase)
		}
	}
	return of
}

// trial returns whose trial a phrase is for, nil if it is for none.
func (p *Phrase) trial() (of []*Phrase) {
	for _, m := range p.Modifiers {
		if m.Role == Owner && m.Phrase.Name != "" && p.Sentence.has(trials, p.Lemma) {
			of = append(of, m.Phrase)
		}
	}
	return of
}
