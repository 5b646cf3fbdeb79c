package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
)

// A Mentioned is what a word of a sentence is to a Chain: a person's name, a pronoun, a French noun that a pronoun may stand
// for. The sentence need not be read again to follow the chain through it.
type Mentioned struct {
	kind    mentionKind
	word    int
	gender  lexicon.Gender
	subject bool
	foreign bool
	name    string // of a person; of a pronoun who does what it opens the sentence with, if the text has named nobody
	whose   bool   // of a foreign pronoun: it may stand for him whatever was named
	not     bearer // whom a pronoun cannot mean, and who speaks of "I"
	does    [2]bearer
}

type mentionKind uint8

const (
	aPerson mentionKind = iota
	aPronoun
	aSpeaker // "I"
	aRival
)

// A bearer is what a phrase is called: by its own words, or as the pronoun at its word was linked. The zero value is none.
type bearer struct {
	name string
	word int // one more than the word
}

func (s *Sentence) bearer(f *Phrase) bearer {
	if f == nil {
		return bearer{}
	}
	c := bearer{name: f.Name}
	if f.Name == "" && s.phrases[f.Head] == f {
		c.word = f.Head + 1
	}
	return c
}

// Mentions returns what the words of the sentence are to a Chain, in order.
func (s *Sentence) Mentions() (out []Mentioned) {
	for i := range s.Words {
		f := s.phrases[i]
		if f == nil || f.Head != i {
			continue
		}
		if m, ok := s.mentioned(f); ok {
			m.word, m.foreign = i, s.Gloss != nil
			out = append(out, m)
		}
	}
	return out
}

// mentioned returns what a phrase is to a Chain, false if nothing.
func (s *Sentence) mentioned(f *Phrase) (m Mentioned, ok bool) {
	i := f.Head
	switch {
	case f.Name == "" && s.has(speaking, s.Fold(i)):
		who := s.speakerOf(i)
		return Mentioned{kind: aSpeaker, not: s.bearer(who)}, who != nil && len(f.Alias) == 0
	case f.Pronoun || s.Tree.Tokens[i].Tag == grammar.Determiner:
		return s.pronounFor(f)
	case f.Name != "" && !f.Resolved && s.person(f):
		return Mentioned{kind: aPerson, name: f.Name, gender: genderOf(s, f), subject: s.isSubject(i)}, true
	case s.Gloss != nil && s.rival(f):
		return Mentioned{kind: aRival, gender: s.determined(f)}, true
	}
	return m, false
}

// pronounFor returns what a pronoun is to a Chain, false if it stands for nobody of whom it knows.
func (s *Sentence) pronounFor(f *Phrase) (m Mentioned, ok bool) {
	i := f.Head
	g := PronounGender(s.Text.Lang, s.Fold(i))
	if g == lexicon.NoGender || f.Name != "" {
		return m, false
	}
	own := s.Gloss != nil && s.Tree.Tokens[i].Rel == grammar.NmodPoss
	if own {
		g = lexicon.NoGender // "son" is his and hers
	}
	by := s.speakerOf(i)
	if by != nil && by.Name == "" && !by.Pronoun && len(by.Alias) == 0 && lexicon.Human(s.Text.Lang, by.Lemma) {
		return m, false // "Kalala left. | The mayor said that he": the mayor may be meant
	}
	m = Mentioned{kind: aPronoun, gender: g, not: s.otherThan(i)}
	if who := s.ahead(i); who != nil && (s.Gloss == nil || own && s.first(i)) {
		m.name = who.Name
	}
	if s.Gloss != nil {
		m.does[0] = s.bearer(by)
		if p := s.PredicateAbove(i); p != nil {
			if x := p.Fill(Agent); x != nil && x.Phrase.Head != i {
				m.does[1] = s.bearer(x.Phrase)
			}
		}
	}
	return m, true
}

// Hear goes on with the mentions of a sentence. Linked has for each pronoun that is linked already, by its word, to whom, and
// gets the others: the name, empty for an "I" whose speaker has none.
func (c *Chain) Hear(told []Mentioned, linked map[int]string) {
	before := c.nouns
	name := func(x bearer) string {
		if x.name == "" && x.word > 0 {
			return linked[x.word-1]
		}
		return x.name
	}
	for k := range told {
		t := &told[k]
		if _, is := linked[t.word]; is {
			continue
		}
		switch t.kind {
		case aSpeaker:
			linked[t.word] = name(t.not)
		case aPerson:
			c.add(mention{t.name, t.gender, t.subject, before})
		case aRival:
			c.nouns[t.gender]++
		case aPronoun:
			if t.name != "" && len(c.mentions) == 0 && (!t.foreign || c.nouns == before) {
				linked[t.word] = t.name
				continue
			}
			m := c.find(t.gender, name(t.not))
			if m == nil {
				continue
			}
			does := func(x bearer) bool { return name(x) == m.name }
			if t.foreign && c.nouns != m.since && !slices.ContainsFunc(t.does[:], does) && c.rivalled(m, t.gender) {
				continue
			}
			linked[t.word] = m.name
			if t.gender != lexicon.NoGender {
				m.gender = t.gender
			}
		}
	}
}

// Kept returns mentions that keep nothing of the text.
func Kept(told []Mentioned) []Mentioned {
	told = slices.Clip(told)
	for i := range told {
		t := &told[i]
		for _, w := range [...]*string{&t.name, &t.not.name, &t.does[0].name, &t.does[1].name} {
			*w = strings.Clone(*w)
		}
	}
	return told
}
