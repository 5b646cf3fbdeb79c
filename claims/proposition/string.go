package proposition

import "strings"

// String returns the proposition for tests and people who mend rules:
// "take(agent: M23; patient: Walikale; time: on Wednesday)", "not" and the force in
// front where there is one to tell.
func (p *Proposition) String() string {
	var b strings.Builder
	if p.Force != Asserted {
		b.WriteString(p.Force.String() + " ")
	}
	if p.Negative {
		b.WriteString("not ")
	}
	if p.Over {
		b.WriteString("once ")
	}
	if p.Kind == State {
		b.WriteString("is ")
	}
	b.WriteString(p.Lemma + "(")
	for i, s := range p.Slots {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(s.Role.String())
		if s.Preposition != "" {
			b.WriteString(" " + s.Preposition)
		}
		b.WriteString(": " + s.Phrase.String())
	}
	return b.String() + ")"
}

// String returns the phrase for tests: its words, what it stands for behind "=", what
// it is also called behind "~".
func (p *Phrase) String() string {
	s := p.Text()
	if p.Resolved {
		s += "=" + p.Name
	}
	for _, a := range p.Alias {
		s += "~" + a.Text()
	}
	for _, m := range p.Modifiers {
		if m.Phrase.Head < p.First || m.Phrase.Head >= p.End || m.Role == Owner {
			s += "[" + m.Preposition + " " + m.Phrase.String() + "]"
		}
	}
	return s
}
