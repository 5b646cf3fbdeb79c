package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// Coreference links "he", "she", "his" and "her" to a person whom the text named
// before. Only what hardly leaves a doubt is linked: the person who was last the
// subject of a sentence or clause, where no other person of the same possible gender
// was named since. A gender is known from a title and from the pronouns that were
// linked to the name before, never guessed from a given name: Kim may be either.
// Everything else stays unlinked, since a wrong name makes a source say what it never
// said. French says "il" and "elle" of things too, so that there every noun of the gender
// that the text has named since is another one who may be meant.

// A mention is a person's name where the text has it.
type mention struct {
	name    string
	gender  lexicon.Gender
	subject bool
	since   [3]int // how many nouns of each gender the text has had before the sentence
}

// A Chain follows the persons of a text from sentence to sentence.
type Chain struct {
	mentions []mention
	nouns    [3]int // of a foreign text, that a pronoun of each gender may stand for; those of which that is not told first
}

// kept is how many mentions a chain remembers.
const kept = 8

// Clone returns a chain that remembers the same, and goes its own way.
func (c *Chain) Clone() Chain {
	mentions := slices.Clone(c.mentions)
	for i := range mentions {
		mentions[i].name = strings.Clone(mentions[i].name)
	}
	return Chain{mentions, c.nouns}
}

// Follow links the pronouns of a sentence and remembers the persons that it names.
// Sentences are given in the order of the text.
func (c *Chain) Follow(s *Sentence) {
	before := c.nouns
	for i := range s.Words {
		f := s.phrases[i]
		if f == nil || f.Head != i {
			continue
		}
		if f.Name == "" && s.has(speaking, s.Fold(i)) {
			switch who := s.speakerOf(i); {
			case who == nil || len(f.Alias) > 0:
			case who.Name == "": // "“I took nothing,” the minister said"
				f.Alias = append([]*Phrase{who}, who.Alias...)
			default:
				f.resolve(who.Name, name.Parse(who.Name).As(name.Person))
			}
			continue
		}
		if f.Pronoun || s.Tree.Tokens[i].Tag == grammar.Determiner {
			if g := PronounGender(s.Text.Lang, s.Fold(i)); g != lexicon.NoGender && f.Name == "" {
				if s.Gloss != nil && s.Tree.Tokens[i].Rel == grammar.NmodPoss {
					g = lexicon.NoGender // "son" is his and hers
				}
				if by := s.speakerOf(i); by != nil && by.Name == "" && !by.Pronoun && len(by.Alias) == 0 && lexicon.Human(s.Text.Lang, by.Lemma) {
					continue // "Kalala left. | The mayor said that he": the mayor may be meant
				}
				if who := s.ahead(i); who != nil && len(c.mentions) == 0 && (s.Gloss == nil || c.nouns == before && s.Tree.Tokens[i].Rel == grammar.NmodPoss && s.first(i)) {
					f.resolve(who.Name, name.Parse(who.Name).As(name.Person))
				} else if m := c.find(g, s.otherThan(i)); m != nil && (s.Gloss == nil || c.nouns == m.since || !c.rivalled(m, g)) {
					f.resolve(m.name, name.Parse(m.name).As(name.Person))
					if g != lexicon.NoGender {
						m.gender = g
					}
				}
			}
			continue
		}
		switch {
		case f.Name != "" && !f.Resolved && s.person(f):
			c.add(mention{f.Name, genderOf(s, f), s.isSubject(i), before})
		case s.Gloss != nil && s.rival(f):
			c.nouns[s.determined(f)]++
		}
	}
}

// first reports whether no noun stands in front of word i that a French "son" may mean: "Après la fermeture de la mine et son rachat".
func (s *Sentence) first(i int) bool {
	return !slices.ContainsFunc(s.Tree.Tokens[:i], func(t grammar.Token) bool { return t.Tag.Nominal() && t.Tag != grammar.Pronoun })
}

// ahead returns the person who is the subject of the sentence behind what the pronoun at word i opens it with: "Following his
// arrest, Claude Rey spent". Nil if there is none; twin: "His lawyer, Claude Rey, spent".
func (s *Sentence) ahead(i int) *Phrase {
	for _, p := range s.Propositions {
		if p.Above != nil || p.Aside || p.Link != grammar.Main && p.Link != grammar.Content {
			continue
		}
		for _, x := range p.Slots {
			f := x.Phrase
			if (x.Role == Agent || x.Role == Patient && p.Passive) && f.Head > i+1 && f.Head < p.Head && f.Name != "" && !f.Resolved && s.person(f) && i < f.First && !s.Tree.Under(i, f.Head) {
				return f
			}
		}
	}
	return nil
}

// Open reports whether somebody named before may be meant by a pronoun of the sentence, "she",
// of which nothing is known.
func (s *Sentence) Open() bool {
	return slices.ContainsFunc(s.phrases, func(f *Phrase) bool {
		return f != nil && f.Name == "" && PronounGender(s.Text.Lang, s.Fold(f.Head)) != lexicon.NoGender
	})
}

// rivalled reports whether the text has a noun, since the sentence that names m, for which a pronoun of the gender may
// stand as well: "Jean Kalala a inauguré la mine. | Elle".
func (c *Chain) rivalled(m *mention, g lexicon.Gender) bool {
	return c.nouns[lexicon.NoGender] > m.since[lexicon.NoGender] || c.nouns[g] > m.since[g] || g == lexicon.NoGender && c.nouns != m.since
}

// rival reports whether a French pronoun may stand for a phrase that is no named person: one thing or body, or whoever
// does something without a name.
func (s *Sentence) rival(f *Phrase) bool {
	t := f.Token()
	return t.Tag == grammar.Noun && !t.Feats.Has(grammar.Plural) && f.When == nil && f.Amount == nil && f.Quantifier == "" && len(f.Alias) == 0 &&
		(!lexicon.Human(s.Text.Lang, f.Lemma) || s.isSubject(f.Head)) && t.Rel != grammar.Compound && t.Rel != grammar.Appos && t.Rel != grammar.Flat && t.Rel != grammar.Xcomp && t.Rel != grammar.Root &&
		slices.ContainsFunc(s.Tree.Tokens[:f.Head], func(d grammar.Token) bool {
			return d.Head == f.Head && (d.Tag == grammar.Determiner || d.Tag == grammar.Adposition)
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
		d := before.determined(f)
		return d == lexicon.NoGender || d == g
	case g != lexicon.NoGender:
		return before.somebody(f)
	}
	return f.Name == "" || !before.person(f)
}

// determined returns the gender that the French article of a phrase tells, "la mine", or else its ending: "l'armée".
func (s *Sentence) determined(f *Phrase) lexicon.Gender {
	g := lexicon.NoGender
	s.children(f.Head, func(k int, _ *grammar.Token) {
		switch w := text.Fold(s.Words[k].In(s.Text.Src)); {
		case k > f.Head:
		case has("fr", theHim, w):
			g = lexicon.Male
		case has("fr", theHer, w):
			g = lexicon.Female
		}
	})
	if w := text.Fold(s.Words[f.Head].In(s.Text.Src)); g == lexicon.NoGender {
		switch {
		case ends("fr", himEnding, w):
			g = lexicon.Male
		case ends("fr", herEnding, w):
			g = lexicon.Female
		}
	}
	return g
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

// otherThan returns the name of whom the pronoun at word i cannot mean, since he does to it what its verb says:
// "Adeyemi ordered him"; empty if there is none.
func (s *Sentence) otherThan(i int) string {
	if s.has(reflexive, s.Fold(i)) {
		return ""
	}
	switch s.Tree.Tokens[i].Rel {
	case grammar.Obj, grammar.Iobj, grammar.Obl:
		if p := s.PredicateAbove(i); p != nil {
			if who := p.Fill(Agent); who != nil && who.Phrase.Head != i {
				return who.Phrase.Name
			}
		}
	}
	return ""
}

// find returns whom a pronoun of the gender stands for, not who bears the name not; nil if that is open.
func (c *Chain) find(g lexicon.Gender, not string) *mention {
	var found *mention
	for i := len(c.mentions) - 1; i >= 0; i-- {
		m := &c.mentions[i]
		if g != lexicon.NoGender && m.gender != lexicon.NoGender && m.gender != g || not != "" && (m.name == not || name.Ends(not, m.name) || name.Ends(m.name, not)) {
			continue
		}
		switch {
		case found == nil:
			found = m
		case found.subject && !m.subject, found.gender == g && m.gender == lexicon.NoGender:
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

// genderOf returns the gender that a person's title tells.
func genderOf(s *Sentence, f *Phrase) lexicon.Gender {
	for _, a := range f.Alias {
		if s.Gloss != nil && (s.determined(a) == lexicon.Female || s.determined(f) == lexicon.Female) && lexicon.Human(s.Text.Lang, a.Lemma) {
			return lexicon.Female // "la ministre"; a woman may be "le ministre" too
		}
		if a.titled {
			if g := lexicon.TitleGender(s.Text.Lang, s.Fold(a.Head)); g != lexicon.NoGender {
				return g
			}
		}
	}
	return lexicon.NoGender
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
	return PronounGender(lang, w) != lexicon.NoGender || has(lang, speaking, w)
}

// Inside a sentence "its" is linked to who does it, "it" and "he" to who says it.

// owners links "its" in what is done to whoever does it, or in what opens the sentence, where that is no person: "South Sudan devalued its
// currency", "After its defeat, Ghana", "the bank raised its rate"; so "his" to somebody and "their" to
// several without a name.
func (s *Sentence) owners() {
	for _, p := range s.Propositions {
		who := p.Fill(Agent)
		if who == nil || who.Phrase.Pronoun || s.person(who.Phrase) {
			continue
		}
		named, several := who.Phrase.Name != "", p.plural()
		for _, x := range p.Slots {
			for _, m := range x.Phrase.Modifiers {
				if f := m.Phrase; (x.Role == Patient || x.Role == Oblique && f.Head < who.Phrase.First) && m.Role == Owner && f.Pronoun && f.Name == "" {
					its, his := s.has(itsOwn, s.Fold(f.Head)), PronounGender(s.Text.Lang, s.Fold(f.Head)) != lexicon.NoGender
					human := lexicon.Human(s.Text.Lang, who.Phrase.Lemma)
					switch {
					case its && named:
						f.resolve(who.Phrase.Name, who.Phrase.Who())
					case s.anybodyBetween(who.Phrase, f, x.Phrase): // "tied up the guards and took their guns"
					case !several && !named && (its && !human || his && human && who.Phrase.Definite && x.Role == Patient) || several && s.has(theirOwn, s.Fold(f.Head)):
						f.Alias = append(f.Alias, who.Phrase)
					}
				}
			}
		}
	}
}

// anybodyBetween reports whether another noun than that of the phrase stands between two, of whom or which the second may be.
func (s *Sentence) anybodyBetween(who, owner, of *Phrase) bool {
	for k := who.End; k < owner.Head; k++ {
		if s.Tree.Tokens[k].Tag.Nominal() && !of.holds(k) && s.When(k) == nil {
			return true
		}
	}
	return false
}

// somebody reports whether a phrase is for one person, by name or not.
func (s *Sentence) somebody(f *Phrase) bool {
	t := f.Token()
	return !t.Feats.Has(grammar.Plural) && (f.Name != "" && s.person(f) || t.Tag == grammar.Noun && lexicon.Human(s.Text.Lang, f.Lemma))
}

// tellers links the subject of what a body or somebody without a name says, or rejects, to who
// says it: "the ministry said it would suspend the licences", "the minister denied that he had".
func (s *Sentence) tellers() {
	for _, p := range s.Propositions {
		agent, q := p.Fill(Agent), p.Above
		if agent == nil || !agent.Phrase.Pronoun || agent.Phrase.Name != "" || q == nil || p.Link != grammar.Content && !s.rejected(p) {
			continue
		}
		w := s.Fold(agent.Phrase.Head)
		body, human := s.has(bodily, w) && !(s.has(neuter, w) && q.plural()), s.has(masculine, w) || s.has(feminine, w)
		if who := q.Fill(Agent); who != nil && (s.isSpeech(q) || p.Link != grammar.Content) && !who.Phrase.Pronoun && who.Phrase.Head < agent.Phrase.Head &&
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

// rejected reports whether a proposition is what a report says that somebody rejects, and nobody is told whose report it is: "the
// ministry dismissed a claim that it had sold the island". Twin: "dismissed Kigali's claim that it had".
func (s *Sentence) rejected(p *Proposition) bool {
	if p.Clause == nil || !p.Negative || p.Negation != p.Above.Head {
		return false
	}
	noun := s.nounAbove(p.Clause)
	return noun >= 0 && s.child(noun, grammar.NmodPoss, grammar.Nmod, grammar.Compound) < 0
}
