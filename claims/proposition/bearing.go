package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// Where a place lies from another stands in many forms: "Sake lies 25 kilometres west of Goma", "Sake, a town 25
// kilometres west of Goma,", "the town of Sake, west of Goma". Each is read as one event: lie(agent: Sake; oblique: 25
// kilometres; manner: west; oblique from: Goma). No part of it is said anywhere else, so that whoever only says that Sake is
// a town does not bear out how far it is from Goma. Only towns, camps, lakes and what bears the name of a place lie so: "fighting raged 25
// kilometres west of Goma" and "the bus was 25 kilometres west of Goma when it crashed" are read as they stand.

// A Compass is one of the eight directions, north first and the way the sun goes; zero is none.
type Compass uint8

const eighths = 8 // of the compass

// Apart reports whether nothing lies in both directions; what lies to the north-east lies to the north for some reporters.
func (c Compass) Apart(d Compass) bool {
	n := (int(c) - int(d) + eighths) % eighths
	return n >= 2 && n <= eighths-2
}

// A location is a bearing as the sentence has it, in words first up to end; of is the noun that it is told from.
type location struct {
	first, end, of int
	measure        *quantity.Mention // nil if it is not told how far
	from, at       int               // the words of the direction, at -1 if none is told
	toward         Compass
}

// bearings reads where places lie.
func (s *Sentence) bearings() {
	for of := 2; of < len(s.Words); of++ {
		b, ok := s.locate(of)
		if !ok {
			continue
		}
		p := s.placed(&b)
		who := s.lying(&b, p)
		if who == nil {
			continue
		}
		slots := b.slots(s, who)
		if p != nil {
			p.Kind, p.Lemma, p.Passive = Event, words(s.Text.Lang, situated), false
			p.Slots = append(slots, slices.DeleteFunc(slices.Clone(p.Slots), func(x Slot) bool { return x.Role != Time })...)
			continue
		}
		p = s.Proposes(b.anchor(), words(s.Text.Lang, situated), slots...)
		p.Link, p.Aside = grammar.Appositive, true
		s.add(p)
	}
}

// locate returns the bearing that is told from noun i.
func (s *Sentence) locate(i int) (b location, ok bool) {
	joint := s.child(i, grammar.Case)
	if joint < 1 || joint > i || s.When(i) != nil || !s.has(owning, s.Fold(joint)) && !s.has(departing, s.Fold(joint)) {
		return b, false
	}
	b = location{first: joint, end: s.Phrase(i).End, of: i, at: -1}
	if k, c := s.compassBefore(joint); c > 0 {
		b.first, b.from, b.at, b.toward = k, k, joint-1, c
	} else if !s.stays(s.Phrase(i)) || s.Gloss == nil && !s.has(departing, s.Fold(joint)) {
		return b, false // "walked 12 km of the way", "25 km de route"
	}
	b.first = s.afterLead(b.first)
	if m := s.Amount(b.first - 1); m != nil && m.Kind == quantity.Measure && m.Dimension() == quantity.Length {
		b.measure, b.first = m, s.afterLead(max(1, s.word(m.First)))
	}
	return b, b.measure != nil || b.at >= 0
}

// afterLead returns the first of the words in front of word i, not the sentence's first, that only lead to it: "some", "to the".
func (s *Sentence) afterLead(i int) int {
	for i > 1 && s.Amount(i-1) == nil && has(s.Text.written(), leading, s.folds[i-1]) {
		i--
	}
	return i
}

// compassBefore returns the direction whose words end in front of word i, and the first of these.
func (s *Sentence) compassBefore(i int) (int, Compass) {
	if i >= 3 && text.Joined(s.Words, i-2) {
		if c := compassOf(s.Text.written(), s.folds[i-3]+s.folds[i-1]); c > 0 {
			return i - 3, c
		}
	}
	return i - 1, compassOf(s.Text.written(), s.folds[i-1])
}

// compassOf returns the direction that a folded word is for, zero if it is for none.
func compassOf(lang, w string) Compass {
	c := stands(lang, compass, w)
	if c == "" {
		return 0
	}
	return Compass(c[0]-'0') + 1
}

// anchor is the word that stands for a bearing: its direction, else what it is told from.
func (b *location) anchor() int {
	if b.at >= 0 {
		return b.at
	}
	return b.of
}

// placed returns the clause by which somebody says the bearing, nil if none does: "lies 25 km west of Goma".
func (s *Sentence) placed(b *location) *Proposition {
	for h, steps := b.anchor(), 0; h >= 0 && steps < 4; h, steps = s.Tree.Tokens[h].Head, steps+1 {
		p := s.at[h]
		if p == nil {
			continue
		}
		if p.Kind == State && h >= b.first && h < b.end || s.has(situated, p.Lemma) && h == b.first-1 {
			return p
		}
		return nil
	}
	return nil
}

// lying returns the place of which a bearing is told, by the proposition if a clause says it; nil if it is told of none.
func (s *Sentence) lying(b *location, p *Proposition) *Phrase {
	if p != nil {
		for i := range p.Slots {
			if x := &p.Slots[i]; (x.Role == Agent || x.Role == Patient) && x.Phrase.Head < b.first && s.stays(x.Phrase) {
				return s.Phrase(s.renamed(x.Phrase.Head))
			}
		}
		return nil
	}
	k := b.first - 1
	comma := k > 0 && s.Words[k].Kind == text.Punct
	if comma {
		k--
	}
	if k < 0 || !s.Tree.Tokens[k].Tag.Nominal() {
		return nil
	}
	f := s.Phrase(k)
	if h := s.Tree.Tokens[k].Head; comma && h >= 0 && h < k && s.Tree.Tokens[h].Tag.Nominal() && s.Phrase(h).holds(k) {
		f = s.Phrase(h) // "the town of Sake, 25 km"
	}
	if !s.stays(f) || comma && f.Name == "" && !f.Definite {
		return nil
	}
	f = s.Phrase(s.renamed(f.Head))
	if p := s.at[f.Head]; p != nil && p.Kind == State {
		if x := p.Fill(Agent); x != nil {
			return x.Phrase
		}
	}
	return f
}

// stays reports whether a phrase is for a place.
func (s *Sentence) stays(f *Phrase) bool {
	if f.Name != "" && !f.Resolved {
		_, place := lexicon.PlaceOf(f.Name)
		return place || !s.person(f)
	}
	return f.Resolved || f.Pronoun || lexicon.Immovable(s.Text.Lang, f.Lemma) || s.has(sites, f.Lemma)
}

// slots returns what a bearing says of who lies so.
func (b *location) slots(s *Sentence, who *Phrase) []Slot {
	slots := []Slot{{Role: Agent, Phrase: who}}
	if b.measure != nil {
		k := max(b.first, s.word(b.measure.Core))
		slots = append(slots, Slot{Phrase: &Phrase{Sentence: s, Head: k, First: b.first, End: max(k, s.word(b.measure.End-1)) + 1, Lemma: s.Lemma(k), Amount: b.measure}})
	}
	if b.at >= 0 {
		slots = append(slots, Slot{Role: Manner, Phrase: &Phrase{Sentence: s, Head: b.at, First: b.from, End: b.at + 1, Lemma: s.Lemma(b.at), Toward: b.toward}})
	}
	return append(slots, Slot{Preposition: words(s.Text.Lang, departing), Phrase: s.Phrase(b.of)})
}
