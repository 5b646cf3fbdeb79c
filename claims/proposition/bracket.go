package proposition

import (
	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// Encyclopaedias and obituaries put a life into brackets behind a name: "(born 3 May
// 1961 in Kasongo)", "(1931 - 2004)". The sentence is parsed without what stands in
// brackets, so that is read here.

// lifetime is how many days lie between two dates of a bracket at least that are a
// birth and a death.
const lifetime = 10 * 365

// lives adds what brackets behind a name say of birth and death.
func (s *Sentence) lives() {
	for i := 1; i < len(s.At); i++ {
		if s.At[i] > s.At[i-1]+1 {
			s.life(s.nameBefore(i), s.At[i-1]+1, s.At[i])
		}
	}
	if n := len(s.At); n > 0 && s.At[n-1]+1 < s.End {
		s.life(s.nameBefore(n), s.At[n-1]+1, s.End)
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
	if i < 0 || !s.IsName(i) {
		return
	}
	for s.Tree.Tokens[i].Head >= 0 && s.within(i, s.Tree.Tokens[i].Head) && s.IsName(s.Tree.Tokens[i].Head) {
		i = s.Tree.Tokens[i].Head
	}
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
