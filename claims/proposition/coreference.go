package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
)

// Coreference links "he", "she", "his" and "her" of an English text to a person whom the text named
// before. Only what hardly leaves a doubt is linked: the person who was last the
// subject of a sentence or clause, where no other person of the same possible gender
// was named since. A gender is known from the pronouns that were
// linked to the name before, never guessed from a given name: Kim may be either.
// Everything else stays unlinked, since a wrong name makes a source say what it never
// said; so does French, whose "il" and "elle" stand for things too.

// A mention is a person's name where the text has it.
type mention struct {
	name    string
	gender  lexicon.Gender
	subject bool
}

// A Chain follows the persons of a text, and what else it names, from sentence to sentence.
type Chain struct {
	mentions  []mention
	referents []referent
	nameless  []string // nouns, by lemma, for what it does not name
	others    bool     // whether it speaks of one of a people: "a Swede"
	sentences int      // how many it has seen
}

// kept is how many mentions a chain remembers.
const kept = 8

// Clone returns a chain that remembers the same, and goes its own way.
func (c *Chain) Clone() Chain {
	mentions := slices.Clone(c.mentions)
	for i := range mentions {
		mentions[i].name = strings.Clone(mentions[i].name)
	}
	referents := slices.Clone(c.referents)
	for i := range referents {
		referents[i].called = slices.Clip(referents[i].called) // what is added goes to a place of its own
	}
	return Chain{mentions, referents, slices.Clone(c.nameless), c.others, c.sentences}
}

// Follow links the pronouns of a sentence and remembers the persons that it names.
// Sentences are given in the order of the text.
func (c *Chain) Follow(s *Sentence) {
	for i := range s.Words {
		f := s.phrases[i]
		switch {
		case f == nil || f.Head != i:
		case f.Pronoun || s.Tree.Tokens[i].Tag == grammar.Determiner:
			if g := PronounGender(s.Text.Lang, s.Fold(i)); g != lexicon.NoGender && f.Name == "" && s.Gloss == nil {
				c.link(s, f, g)
			}
		case f.Name != "" && !f.Resolved && s.person(f):
			c.add(mention{f.Name, s.titleGender(f), s.isSubject(i)})
		}
	}
	c.Remember(s)
}

// link resolves a pronoun of a gender, if one of those who were named is meant. Twin: "Kalala left. | The mayor said that he", who may be
// the mayor.
func (c *Chain) link(s *Sentence, f *Phrase, g lexicon.Gender) {
	by := s.speakerOf(f.Head)
	if by != nil && by.Name == "" && !by.Pronoun && len(by.Alias) == 0 && lexicon.Human(s.Text.Lang, by.Lemma) {
		return
	}
	if m := c.find(g); m != nil && !s.does(m.name, f.Head) {
		f.resolve(m.name, name.Parse(m.name).As(name.Person))
		m.gender = g
	}
}

// titleGender returns the gender that the title in front of a person's name tells: "Mrs Orton".
func (s *Sentence) titleGender(f *Phrase) lexicon.Gender {
	for _, a := range f.Alias {
		if a.titled {
			return lexicon.TitleGender(s.Text.Lang, s.Fold(a.Head))
		}
	}
	return lexicon.NoGender
}

// does reports whether who bears a name does to the pronoun at word i what its verb says, and so is not meant: "Orton ordered him".
func (s *Sentence) does(who string, i int) bool {
	switch s.Tree.Tokens[i].Rel {
	case grammar.Obj, grammar.Iobj, grammar.Obl:
		if lexicon.Is(s.Text.Lang, lexicon.Reflexive, s.Fold(i)) {
			return false
		}
		p := s.PredicateAbove(i)
		return p != nil && p.Find(func(x *Slot) bool { return x.Role == Agent && x.Phrase.Name == who }) != nil
	}
	return false
}

// Open reports whether somebody named before may be meant by a pronoun of the sentence, "she",
// of which nothing is known.
func (s *Sentence) Open() bool {
	return slices.ContainsFunc(s.phrases, func(f *Phrase) bool {
		return f != nil && f.Name == "" && PronounGender(s.Text.Lang, s.Fold(f.Head)) != lexicon.NoGender
	})
}

// MayMeanOther reports whether the pronoun at word i may mean another than somebody of whom a sentence before it speaks too: what else it
// names fits, or he does not.
func (s *Sentence) MayMeanOther(i int, before *Sentence, lemma string) bool {
	before.Read()
	meant, another := false, false
	for k := range before.Words {
		f := before.phrases[k]
		if f == nil || f.Head != k || f.Pronoun {
			continue
		}
		is, fits := f.Lemma == lemma, s.fits(i, before, f)
		if who := s.phrases[i].Name; who != "" {
			fits = f.Name == who
		}
		meant, another = meant || is, another || is != fits
	}
	return meant && another
}

// fits reports whether the pronoun at word i may stand for a phrase of another sentence, by its number and its gender.
func (s *Sentence) fits(i int, before *Sentence, f *Phrase) bool {
	g, many := PronounGender(s.Text.Lang, s.Fold(i)), f.Token().Feats.Has(grammar.Plural)
	switch {
	case f.Token().Tag != grammar.Noun && f.Token().Tag != grammar.ProperNoun || many != s.Tree.Tokens[i].Feats.Has(grammar.Plural):
		return false
	case many:
		return true
	case s.Gloss != nil && f.Name == "":
		return true // “elle” may be a mine
	case g != lexicon.NoGender:
		return before.somebody(f)
	}
	return f.Name == "" || !before.person(f)
}

// speakerOf returns whoever says "I" at word i: who says the clause that
// it stands in, nil if that is not told in the sentence.
func (s *Sentence) speakerOf(i int) *Phrase {
	for q := s.PredicateAbove(i); q != nil && q.Clause != nil; q = q.Above {
		if q.Above == nil || q.Link != grammar.Content {
			continue
		}
		if who := q.Above.Fill(Agent); who != nil && s.isSpeech(q.Above) {
			return who.Phrase
		}
	}
	return nil
}

// add remembers a person; a name that is remembered already moves to the end.
func (c *Chain) add(m mention) {
	for i := range c.mentions {
		if o := c.mentions[i]; o.name == m.name || name.Ends(o.name, m.name) || name.Ends(m.name, o.name) {
			if len(o.name) > len(m.name) {
				m.name = o.name
			}
			if m.gender == lexicon.NoGender {
				m.gender = o.gender
			}
			m.subject = m.subject || o.subject && i == len(c.mentions)-1
			c.mentions = append(c.mentions[:i], c.mentions[i+1:]...)
			break
		}
	}
	if len(c.mentions) == kept {
		c.mentions = c.mentions[1:]
	}
	c.mentions = append(c.mentions, m)
}

// find returns whom a pronoun of the gender stands for; nil if that is open.
func (c *Chain) find(g lexicon.Gender) *mention {
	var found *mention
	for i := len(c.mentions) - 1; i >= 0; i-- {
		m := &c.mentions[i]
		switch {
		case m.gender != lexicon.NoGender && m.gender != g:
		case found == nil:
			found = m
		case found.subject && !m.subject:
			return found
		default:
			return nil
		}
	}
	return found
}

// person reports whether a name is a person's: the tagger says so, or a title does.
func (s *Sentence) person(f *Phrase) bool {
	if s.personAt(f.Head) {
		return true
	}
	for _, a := range f.Alias {
		if a.titled || isPerson(s.Text.Lang, a.Lemma) && a.Name == "" {
			return true
		}
	}
	return false
}

// PronounGender returns the gender of a personal pronoun, folded; NoGender for others.
func PronounGender(lang, w string) lexicon.Gender {
	switch {
	case has(lang, masculine, w):
		return lexicon.Male
	case has(lang, feminine, w):
		return lexicon.Female
	}
	return lexicon.NoGender
}

// isSubject reports whether word i is the subject of a clause.
func (s *Sentence) isSubject(i int) bool {
	switch t := &s.Tree.Tokens[i]; t.Rel {
	case grammar.Nsubj, grammar.NsubjPass:
		return true
	case grammar.Appos: // "his lawyer, Carla Bini, met"
		return t.Head >= 0 && s.Tree.Tokens[t.Head].Rel != grammar.Appos && s.isSubject(t.Head)
	}
	return false
}

// Possessive reports whether a folded word says whose a thing is and not of what gender he is: "son".
func Possessive(lang, w string) bool { return has(lang, possessive, w) }

// Personal reports whether a folded word is a pronoun that a Chain may link.
func Personal(lang, w string) bool {
	return PronounGender(lang, w) != lexicon.NoGender
}

// somebody reports whether a phrase is for one person, by name or not.
func (s *Sentence) somebody(f *Phrase) bool {
	t := f.Token()
	return !t.Feats.Has(grammar.Plural) && (f.Name != "" && s.person(f) || t.Tag == grammar.Noun && lexicon.Human(s.Text.Lang, f.Lemma))
}

// tellers links the subject of what a body or somebody without a name says to who
// says it: "the ministry said it would suspend the licences", "the minister denied that he had".
func (s *Sentence) tellers() {
	for _, p := range s.Propositions {
		agent, q := p.Fill(Agent), p.Above
		if agent == nil || !agent.Phrase.Pronoun || agent.Phrase.Name != "" || q == nil || p.Link != grammar.Content {
			continue
		}
		w := s.Fold(agent.Phrase.Head)
		body, human := s.has(bodily, w) && !(s.has(neuter, w) && q.plural()), s.has(masculine, w) || s.has(feminine, w)
		if who := q.Fill(Agent); who != nil && s.isSpeech(q) && !who.Phrase.Pronoun && who.Phrase.Head < agent.Phrase.Head &&
			(body || human && who.Phrase.Name == "" && isPerson(s.Text.Lang, who.Phrase.Lemma)) {
			agent.Phrase.Alias = append(append(agent.Phrase.Alias, who.Phrase), who.Phrase.Alias...)
		}
	}
}

// plural reports whether those of whom a proposition tells are several without a name: "guards", who are no "it".
func (p *Proposition) plural() bool {
	who := p.Fill(Agent)
	return who != nil && who.Phrase.Name == "" && who.Phrase.Token().Feats.Has(grammar.Plural)
}
