package proposition

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
)

// How old somebody is stands in many forms, "Kowal, 34, was born", "a woman aged 34", "the
// 34-year-old pilot", "Kowal is 34". Each is read as one state: is old(agent: Kowal;
// attribute: 34).

// ages adds what the sentence says of how old somebody is.
func (s *Sentence) ages() {
	for k := range s.Text.Amounts {
		m := &s.Text.Amounts[k]
		if m.First < s.First || m.First >= s.End {
			continue
		}
		i := s.word(m.Core)
		if i < 0 || m.Kind != quantity.Age && !s.bareAge(i, m) && !s.yearsOld(i, m) {
			continue
		}
		f := &Phrase{Sentence: s, Head: i, First: i, End: i + 1, Lemma: words(s.Text.Lang, ageing), Amount: m}
		if m.Kind == quantity.Measure {
			age := *m
			age.Kind, f.Amount = quantity.Age, &age
		}
		if i > 0 && s.has(agedAt, s.Fold(i-1)) {
			f.First = i - 1
		}
		if i > 1 && s.has(owning, s.Fold(i-1)) && s.Lemma(i-2) == words(s.Text.Lang, agedNoun) {
			f.First = i - 2 // "at the age of 88"
		}
		old := -1
		if s.Gloss != nil && i > 1 && s.has(owning, s.Fold(i-1)) && s.Lemma(i-2) == f.Lemma { // "âgé de 25 ans"
			old, f.First = i-2, i-2
		}
		if p := s.ageStated(m); p != nil {
			p.Lemma, p.Kind = f.Lemma, State
			p.Slots = append(p.Slots[:0:0], *p.Fill(Agent), Slot{Role: Attribute, Phrase: f})
			continue
		}
		who, dead := s.aged(i, m), s.diedAt(i)
		if old >= 0 {
			who = s.ofAge(old)
		}
		if who == nil {
			who = dead
		}
		if who != nil && s.Gloss != nil && who.Name != "" {
			who.ageless(i)
		}
		if who != nil {
			s.calls(i, f.Lemma, who, f)
		}
	}
}

// bareAge reports whether the number at word i is all that the sentence says that a person is: "Kowal
// is 34".
func (s *Sentence) bareAge(i int, m *quantity.Mention) bool {
	p := s.at[i]
	if p == nil || m.Kind != quantity.Count || m.Unit != 0 || m.End-m.First > 1 {
		return false
	}
	who := p.Fill(Agent)
	return p.Kind == State && len(p.Slots) == 2 && who != nil && (who.Phrase.Name != "" && s.person(who.Phrase) || lexicon.Human(s.Text.Lang, who.Phrase.Lemma))
}

// diedAt returns who died at the age at word i, and takes the age out of what is said of the
// death: "Adler died at the age of 77" says what "Adler, 77, died" does. Nil if nobody did.
func (s *Sentence) diedAt(i int) *Phrase {
	for _, p := range s.Propositions {
		who := p.Fill(Agent)
		if who == nil || !s.has(dying, p.Lemma) {
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
		if p.Kind == State && !p.Aside && at >= m.First && at < m.End && p.Fill(Agent) != nil && len(p.Slots) <= 3 {
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
