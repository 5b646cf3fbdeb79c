package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/quantity"
)

// Who says it, and how far that is to be believed.

// credit returns how far what a proposition says is to be believed by who says it and how: "a hoax message claimed", "the
// indictment says", "initially said", "wrongly said", "said ..., but his body was found". Asserted if nothing tells.
func (s *Sentence) credit(q *Proposition) outcome {
	best := outcome{}
	weaken := func(o outcome) {
		best.force, best.not = max(best.force, o.force), best.not || o.not
	}
	if agent := q.Fill(Agent); agent != nil {
		for _, x := range append([]Slot{*agent}, agent.Phrase.Modifiers...) {
			f := x.Phrase
			if sig, ok := s.with("teller", "", f.Head); ok {
				weaken(sig.plain)
			}
			if x.Role == Agent && (f.anybody() || f.share() && !s.ofTheirs(q)) {
				weaken(outcome{force: Alleged})
			}
			sig, ok := s.signature("noun", "", f.Lemma)
			if _, refutes := s.signature("refute", "", f.Lemma); refutes || ok && (sig.plain.not || sig.plain.force == Open) {
				weaken(outcome{force: Open})
			}
		}
	}
	for _, x := range q.Slots {
		if sig, ok := s.signature("saying", "", x.how()); ok && (x.Role == Manner || x.Role == Oblique) {
			weaken(sig.plain)
		}
		if sig, ok := s.with("teller", "", x.Phrase.Head); ok && x.Role == Oblique && s.has(inside, x.Preposition) {
			weaken(sig.plain) // "in her lawsuit, the nurse says"
		}
	}
	if up := q.Above; up != nil && !up.Negative && s.isSpeech(q) && s.has(rueing, s.Lemma(up.Head)) {
		weaken(outcome{force: Open}) // "apologised for having written that"
	}
	if it := q.Fill(Patient); s.isSpeech(q) && (s.corrected(q) || s.withdrawn() || s.pleads(q)) || s.has(having, q.Lemma) && it != nil && s.has(neuter, it.Phrase.Lemma) {
		weaken(outcome{force: Alleged})
	}
	return best
}

// anybody reports whether who says something is nobody in particular: "some say", "people say". Twin: "people in the village say".
func (p *Phrase) anybody() bool {
	return p.Name == "" && !p.Resolved && len(p.Modifiers)+len(p.Alias) == 0 && !p.Clause() && p.Amount == nil && p.Sentence.has(nobody, p.Lemma)
}

// share reports whether those who say something are a part of many: "67 percent of voters", "most readers".
func (p *Phrase) share() bool {
	return p.Name == "" && (p.Amount != nil && p.Amount.Dimension() == quantity.Ratio || p.Many != nil && (p.Many.Class == quantity.Share || p.Many.Class == quantity.Most))
}

// ofTheirs reports whether what a proposition says is about those who say it: "two thirds of the doctors said that they were exhausted".
func (s *Sentence) ofTheirs(q *Proposition) bool {
	c := q.Content()
	return c != nil && c.Find(func(x *Slot) bool { return x.Role == Agent && s.has(bodily, s.Fold(x.Phrase.Head)) }) != nil
}

// pleads reports whether a proposition tells what one side says of what is to be judged, or somebody before those who judge it:
// "the defence said", "prosecutors told the jury that she had poisoned him". Twins: "the judge told the court"; "told parliament"; "the
// defence said that it would appeal", which is in its hands.
func (s *Sentence) pleads(q *Proposition) bool {
	who, c := q.Fill(Agent), q.Content()
	if f, _ := Under(s.Text.Lang, q.Lemma); f != Reported || c != nil && c.Tense == grammar.FutureTense || s.ofTheirs(q) {
		return false // "admitted in court"
	}
	if who != nil && (s.has(judging, who.Phrase.Lemma) || s.has(pleading, who.Phrase.Lemma)) {
		return s.has(pleading, who.Phrase.Lemma)
	}
	return q.Find(func(x *Slot) bool {
		return (x.Preposition == "" || s.has(facing, x.Preposition)) && s.has(judging, x.Phrase.Lemma)
	}) != nil
}

// accorded reads "according to witnesses, soldiers fired" as what witnesses said: "witnesses said that soldiers
// fired" and it are one.
func (s *Sentence) accorded() {
	for _, p := range s.told() {
		who := p.creditedTo()
		if who == nil || p.Above != nil && p.Link == grammar.Content {
			continue
		}
		p.drop(s.child(who.Head, grammar.Case), who.Head+1)
		p.Force = max(p.Force, Reported)
		said := s.add(s.Proposes(who.Head, words(s.Text.Lang, saying), Slot{Role: Agent, Phrase: who}))
		if p.Above == nil {
			p.Above, p.Link = said, grammar.Content
		}
		p.weaken(s.credit(said).force, who.Head) // "according to a rumour", "according to unconfirmed reports"
	}
}

// creditedTo returns to whom a proposition is credited, nil if to nobody. What the parser hung on what somebody is, "was 61 percent, according to
// Bello", is taken off it.
func (p *Proposition) creditedTo() *Phrase {
	credits := func(x Slot) bool { return x.Role == Oblique && p.Sentence.has(crediting, x.Preposition) }
	if k := slices.IndexFunc(p.Slots, credits); k >= 0 {
		return p.Slots[k].Phrase
	}
	for i := range p.Slots {
		x := &p.Slots[i]
		if k := slices.IndexFunc(x.Phrase.Modifiers, credits); k >= 0 && (x.Role == Attribute || x.Role == Patient || x.Role == Oblique) {
			f, who := *x.Phrase, x.Phrase.Modifiers[k].Phrase
			f.Modifiers, f.End = slices.Delete(slices.Clone(f.Modifiers), k, k+1), min(f.End, max(who.First-1, f.Head+1))
			x.Phrase = &f
			return who
		}
	}
	return nil
}
