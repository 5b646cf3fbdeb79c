package proposition

import (
	"slices"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// Encyclopaedias and obituaries put a life into brackets behind a name: "(born 3 May 1961 in Kasongo)", "(12 October 1875 -- 1 December
// 1947)". The sentence is parsed without what stands in brackets, so that is read here; "(1931-2004)" is one range of dates, and no life.

// lifetime is how many days lie at least between the two dates of a bracket that are a birth and a death.
const lifetime = 10 * 365

// lives adds what brackets behind a name say of birth and death.
func (s *Sentence) lives() { s.bracketed(s.life) }

// bracketed tells of each bracket behind a name, of words first up to end of the text, the word that heads the name.
func (s *Sentence) bracketed(read func(i, first, end int)) {
	named := func(i, first, end int) {
		if i = s.nameBefore(i); i < 0 || !s.IsName(i) {
			return
		}
		for s.Tree.Tokens[i].Head >= 0 && s.within(i, s.Tree.Tokens[i].Head) && s.IsName(s.Tree.Tokens[i].Head) {
			i = s.Tree.Tokens[i].Head
		}
		read(i, first, end)
	}
	for i := 1; i < len(s.At); i++ {
		if s.At[i] > s.At[i-1]+1 {
			named(i, s.At[i-1]+1, s.At[i])
		}
	}
	if n := len(s.At); n > 0 && s.At[n-1]+1 < s.End {
		named(n, s.At[n-1]+1, s.End)
	}
}

// nameBefore returns the last word before word i that is no mark, -1 if none is.
func (s *Sentence) nameBefore(i int) int {
	for i--; i >= 0 && s.Words[i].Kind == text.Punct; i-- {
	}
	return i
}

// life reads the bracket of words first up to end of the text, behind word i.
func (s *Sentence) life(i, first, end int) {
	born, died := false, false
	for k := first; k < end; k++ {
		w := text.Fold(s.Text.Words[k].In(s.Text.Src))
		born = born || has(s.Text.written(), birth, w) // what stands in brackets has no words under it
		died = died || has(s.Text.written(), death, w)
	}
	var dates []*date.Mention
	for k := range s.Text.Times {
		if t := &s.Text.Times[k]; t.First >= first && t.First < end {
			dates = append(dates, t)
		}
	}
	switch {
	case len(dates) == 1 && born != died:
		s.lived(i, born, dates[0])
	case len(dates) == 2 && dates[0].Interval.Known() && dates[1].Interval.Known() && dates[1].Interval.From-dates[0].Interval.From > lifetime:
		s.lived(i, true, dates[0])
		s.lived(i, false, dates[1])
	}
}

// lived adds that whoever word i names was born, or died, at a date.
func (s *Sentence) lived(i int, born bool, at *date.Mention) {
	when := &Phrase{Sentence: s, Head: i, First: i, End: i + 1, When: at, at: text.Range{First: at.First, End: at.End}.Span(s.Text.Words)}
	p := s.Proposes(i, words(s.Text.Lang, dying), Slot{Role: Agent, Phrase: s.Phrase(i)}, Slot{Role: Time, Phrase: when})
	p.Tense, p.Aside = grammar.PastTense, true
	if born {
		p.Lemma, p.Slots[0].Role, p.Passive = words(s.Text.Lang, bearing), Patient, true
	}
	s.add(p)
}

// How old somebody is stands in many forms, "Kowal, 34, was born", "a woman aged 34", "the
// 34-year-old pilot", "Kowal is 34". Each is read as one state: is old(agent: Kowal;
// attribute: 34).

// ages adds what the sentence says of how old somebody is.
func (s *Sentence) ages() {
	for k := range s.Text.Amounts {
		m := &s.Text.Amounts[k]
		i := s.word(m.Core)
		if i < 0 || m.Kind != quantity.Age && !s.diedSoOld(i, m) && !s.yearsOld(i, m) {
			continue
		}
		f := &Phrase{Sentence: s, Head: i, First: i, End: i + 1, Lemma: words(s.Text.Lang, ageing), Amount: m}
		if m.Kind != quantity.Age {
			f.Amount = m.InYears()
		}
		if i > 0 && s.has(agedAt, s.Fold(i-1)) {
			f.First = i - 1
		}
		if i > 1 && s.has(owning, s.Fold(i-1)) && s.Lemma(i-2) == words(s.Text.Lang, agedNoun) {
			f.First = i - 2 // "at the age of 88"
		}
		if s.Gloss != nil && i > 1 && s.has(owning, s.Fold(i-1)) && s.Lemma(i-2) == f.Lemma {
			f.First = i - 2 // "âgé de 25 ans"
		}
		if p := s.ageStated(m); p != nil {
			p.Lemma, p.Kind = f.Lemma, State
			p.Slots = append(p.Slots[:0:0], *p.Fill(Agent), Slot{Role: Attribute, Phrase: f})
			continue
		}
		who, dead := s.bearer(s.aged(i, m)), s.diedAt(i)
		if who == nil || dead != nil && who.Who().Kind == name.Place {
			who = dead // "died in Hull at 34"
		}
		if who != nil && s.Gloss != nil && who.Name != "" {
			who.ageless(i)
		}
		if who != nil {
			s.calls(i, f.Lemma, who, f)
		}
	}
}

// noHour is the first number that is no hour of the clock: "died at 11".
const noHour = 13

// diedSoOld reports whether the number at word i is how old somebody was who died: "died on Friday at 78". Twin: "died at 78 Mill Lane".
func (s *Sentence) diedSoOld(i int, m *quantity.Mention) bool {
	if i == 0 || m.Kind != quantity.Count || m.Unit != 0 || m.Head >= 0 || !s.has(agedAt, s.Fold(i-1)) || m.Value.Cmp(quantity.Int(noHour)) < 0 {
		return false
	}
	p, x := s.holder(m)
	return p != nil && p.Death() && p.Force.Firm() && !p.Negative && p.Tense != grammar.PresentTense && len(x.Phrase.Modifiers) == 0 && x.Phrase.Head == i
}

// Death reports whether a proposition tells that somebody died.
func (p *Proposition) Death() bool { return p.Sentence.has(dying, p.Lemma) }

// diedAt returns who died at the age at word i, and takes the age out of what is said of the
// death: "Adler died at the age of 77" says what "Adler, 77, died" does. Nil if nobody did.
func (s *Sentence) diedAt(i int) *Phrase {
	for _, p := range s.Propositions {
		who := p.Fill(Agent)
		if who == nil || !p.Death() {
			continue
		}
		for n := range p.Slots {
			if f := p.Slots[n].Phrase; p.Slots[n].Role != Agent && s.Tree.Under(i, f.Head) {
				p.Slots = append(p.Slots[:n:n], p.Slots[n+1:]...)
				return who.Phrase
			}
		}
	}
	return nil
}

// ageStated returns the proposition that says no more than how old its subject is, nil if
// none does: "Kowal is 34 years old".
func (s *Sentence) ageStated(m *quantity.Mention) *Proposition {
	for _, p := range s.Propositions {
		at := s.At[p.Head]
		inside := at >= m.First && at < m.End || at+1 == m.First && s.has(agedAt, s.Fold(p.Head)) // "died on Sunday aged 34"
		if p.Kind == State && !p.Aside && inside && p.Fill(Agent) != nil && len(p.Slots) <= 3 {
			return p
		}
	}
	if p, _ := s.holder(m); p != nil && s.Gloss != nil && p.Fill(Agent) != nil && (p.Lemma == words(s.Text.Lang, ageing) || s.has(having, p.Lemma)) {
		return p // "est âgé de 25 ans", "a 25 ans"
	}
	return nil
}

// aged returns whom an age at word i describes: the noun behind it that it hangs on, else
// the person that it follows; nil if neither is plain.
func (s *Sentence) aged(i int, m *quantity.Mention) *Phrase {
	for h, steps := s.Tree.Tokens[i].Head, 0; h >= 0 && steps < 4 && m.End-m.First > 2; h, steps = s.Tree.Tokens[h].Head, steps+1 {
		if s.At[h] >= m.End && s.Tree.Tokens[h].Tag.Nominal() {
			return s.Phrase(h)
		}
	}
	if k := s.word(m.End - 1); k >= 0 && s.Phrase(k).Head == k && s.Phrase(k).Definite {
		return s.Phrase(k) // "the 34-year-old"
	}
	k := s.word(m.First) - 1
	for k > 0 && !s.Tree.Tokens[k].Tag.Nominal() && k > i-3 {
		k-- // the comma, "aged"
	}
	if k < 0 || !s.Tree.Tokens[k].Tag.Nominal() {
		return nil
	}
	for s.IsName(k) && s.Tree.Tokens[k].Head >= 0 && s.Tree.Tokens[k].Head < k && s.within(k, s.Tree.Tokens[k].Head) {
		k = s.Tree.Tokens[k].Head
	}
	f := s.Phrase(k)
	if f.Name == "" && !isPerson(s.Text.Lang, f.Lemma) {
		return nil
	}
	return f
}

// bearer returns who is what the phrase says, where an apposition says it of a name: "Arden, the 68-year-old former envoy". Twin: "the son
// of Arden, a 68-year-old".
func (s *Sentence) bearer(f *Phrase) *Phrase {
	for _, p := range s.Propositions {
		if x, who := p.Fill(Attribute), p.Fill(Agent); f != nil && f.Name == "" && p.Kind == State && !p.Negative && p.Link == grammar.Appositive && x != nil && x.Phrase == f && who != nil && who.Phrase.Name != "" && !s.has(owning, who.Phrase.Joint()) {
			return who.Phrase
		}
	}
	return f
}

// yearsOld reports whether the years at word i, which a text may have for how long, are how old a person is: "a 25 ans", "un
// homme de 25 ans", "mort à 25 ans". Twins: "a 25 ans de prison", "une peine de 25 ans".
func (s *Sentence) yearsOld(i int, m *quantity.Mention) bool {
	if s.Gloss == nil || m.Unit.String() != words(s.Text.Lang, lasting) || i < 2 {
		return false
	}
	if s.has(owning, s.Fold(i-1)) {
		return isPerson(s.Text.Lang, s.Lemma(i-2)) && s.Tree.Under(i, i-2)
	}
	p, x := s.holder(m)
	if p == nil || len(x.Phrase.Modifiers) > 0 {
		return false
	}
	who := p.Fill(Agent)
	switch {
	case who == nil || who.Phrase.Name == "" && !isPerson(s.Text.Lang, who.Phrase.Lemma) && !who.Phrase.Pronoun:
		return false
	case x.Role == Patient:
		return s.has(having, p.Lemma)
	}
	return p.Death() && s.has(inside, x.Preposition)
}

// holder returns the proposition in which a number stands in a slot by itself, and the slot; nil if none does.
func (s *Sentence) holder(m *quantity.Mention) (*Proposition, *Slot) {
	for _, p := range s.Propositions {
		for k := range p.Slots {
			if x := &p.Slots[k]; x.Role != Agent && !p.Aside && x.Phrase.Amount == m {
				return p, x
			}
		}
	}
	return nil, nil
}

// ageless takes what holds word i, which is said by itself, out of what describes the phrase.
func (p *Phrase) ageless(i int) {
	p.Modifiers = slices.DeleteFunc(slices.Clone(p.Modifiers), func(x Slot) bool {
		return x.Phrase.Head != p.Head && p.Sentence.Tree.Under(i, x.Phrase.Head)
	})
}
