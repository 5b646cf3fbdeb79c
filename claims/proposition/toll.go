package proposition

import "slices"

// toll reads what became of a number of people as what was done to them: "the fire left twelve dead" as "the fire
// killed twelve people"; not "the fire left twelve houses".
func (p *Proposition) toll() {
	s := p.Sentence
	if p.Kind == State || p.Passive || !s.has(leaving, p.Lemma) {
		return
	}
	for i := range p.Slots {
		x := &p.Slots[i]
		verb := stands(s.Text.Lang, tolls, x.Phrase.Lemma)
		if x.Role != Patient || x.Phrase.Amount == nil || x.Phrase.Name != "" || verb == "" {
			continue
		}
		f := *x.Phrase
		f.Lemma = words(s.Text.Lang, somebody)
		p.Lemma, x.Phrase = verb, &f
		p.Slots = slices.DeleteFunc(p.Slots, func(y Slot) bool { return y.Role == Patient && y.Phrase != &f }) // "and 200 missing"
		return
	}
}
