package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
)

// Nominal anaphora: "the brewery", "the company", "the 34-year-old" and "the Swede" stand for whom or what the text
// named before. A report names once and describes afterwards, so that much of what it says of somebody does
// not name him. As with pronouns only what hardly leaves a doubt is resolved:
//
//   - a noun by which the text called one name only: "the brewery Hofstetter ... The brewery";
//   - an age or a people's name, where the text named one person only, spoke of nobody else, and the sentence before named him: "arrested
//     Mark Reed ... The 34-year-old". Twins: "Reed attacked a teacher ... The 34-year-old"; "Reed was in court ... The judge";
//   - "the company", where it named one body only and spoke of no other, and that was the subject of the sentence before.
//
// What describes the noun further, "the local brewery", is left alone: it may set it apart from the one that was named.

// A referent is somebody or something that a text named, with what it called it.
type referent struct {
	name   string
	kind   grammar.NameKind
	called []string // by which nouns, by lemma: "brewery"
	age    *quantity.Mention
	last   int  // the sentence that named it last, counted by the chain
	first  bool // as the subject of a clause
}

// referents is how many names a chain remembers; in a text that has more nothing is resolved.
const referents = 12

// Remember notes what a sentence names, and of whom or what it speaks without a name. Follow does it too.
func (c *Chain) Remember(s *Sentence) {
	c.sentences++
	for i := range s.Words {
		f := s.phrases[i]
		switch {
		case f == nil || f.Head != i || f.Resolved || f.Pronoun:
		case s.demonym(i) && f.Token().Tag.Nominal():
			c.others = c.others || !f.Definite && !f.Token().Feats.Has(grammar.Plural) // "lost to a Swede"
		case f.Name != "":
			r := c.referent(s, f)
			r.first = r.first && r.last == c.sentences || s.isSubject(i)
			r.last = c.sentences
			for _, a := range f.Alias {
				if a.Name == "" {
					r.call(s.Text.Lang, a)
				}
			}
		case s.Tree.Tokens[i].Tag == grammar.Noun && !f.Token().Feats.Has(grammar.Plural) && !s.describes(f):
			if c.Antecedent(f) == nil {
				c.nameless = append(c.nameless, strings.Clone(f.Lemma))
			}
		}
	}
	for _, p := range s.Propositions {
		who, what := p.Fill(Agent), p.Fill(Attribute)
		if p.Kind != State || who == nil || what == nil || who.Phrase.Name == "" || who.Phrase.Resolved || what.Phrase.Name != "" {
			continue
		}
		if r := c.referent(s, who.Phrase); what.Phrase.Amount == nil && what.Phrase.Token().Tag == grammar.Noun {
			r.call(s.Text.Lang, what.Phrase)
		} else if what.Phrase.Amount != nil && what.Phrase.Amount.Kind == quantity.Age {
			age := *what.Phrase.Amount
			r.age = &age
		}
	}
}

// call notes a noun by which the text calls somebody or something, which tells what he or it is better than the name does: "the brewery
// Hofstetter".
func (r *referent) call(lang string, f *Phrase) {
	r.called = append(r.called, strings.Clone(f.Lemma))
	if isSomebody(lang, f.Sentence.Fold(f.Head)) {
		r.kind = grammar.Person
	} else if r.kind == grammar.Person {
		r.kind = grammar.Other
	}
}

// isSomebody reports whether a noun is for a person; not "police".
func isSomebody(lang, noun string) bool {
	_, body := lexicon.KindOf(lang, noun)
	return !body && lexicon.Human(lang, noun)
}

// describes reports whether a noun is no more than what somebody with a name is called: "a teacher, Mark Reed".
func (s *Sentence) describes(f *Phrase) bool {
	return slices.ContainsFunc(f.Alias, func(a *Phrase) bool { return a.Name != "" }) || slices.ContainsFunc(s.Propositions, func(p *Proposition) bool {
		who, what := p.Fill(Agent), p.Fill(Attribute)
		return p.Kind == State && who != nil && what != nil && who.Phrase.Name != "" && what.Phrase.Head == f.Head
	})
}

// referent returns what the chain knows of the name of a phrase, anew if it knows nothing.
func (c *Chain) referent(s *Sentence, f *Phrase) *referent {
	for i := range c.referents {
		r := &c.referents[i]
		if same, _ := name.Compare(name.Parse(r.name), f.Who()); same == name.Same || name.Ends(r.name, f.Name) || name.Ends(f.Name, r.name) {
			if len(f.Name) > len(r.name) {
				r.name = strings.Clone(f.Name)
			}
			return r
		}
	}
	r := referent{name: strings.Clone(f.Name)}
	if n, ok := s.Tree.NameAt(f.Head); ok {
		r.kind = n.Kind
	}
	if s.person(f) {
		r.kind = grammar.Person
	}
	c.referents = append(c.referents, r)
	return &c.referents[len(c.referents)-1]
}

// Antecedent returns a definite noun as the name that it stands for, nil if that is open.
func (c *Chain) Antecedent(f *Phrase) *Phrase {
	if len(c.referents) > referents || !f.Anaphoric() {
		return nil
	}
	r := c.antecedent(f)
	if r == nil {
		return nil
	}
	as := *f
	as.resolve(r.name, name.Parse(r.name))
	return &as
}

// antecedent returns whom or what a definite noun stands for, nil if that is open.
func (c *Chain) antecedent(f *Phrase) *referent {
	lang, noun, age := f.Sentence.Text.Lang, f.Sentence.Fold(f.Head), f.aged()
	spoken := func(is func(noun string) bool) bool { return slices.ContainsFunc(c.nameless, is) }
	if r := c.sole(func(r *referent) bool { return slices.Contains(r.called, f.Lemma) }); r != nil {
		if spoken(func(noun string) bool { return noun == f.Lemma }) {
			return nil
		}
		return r
	}
	just := func(r *referent) bool { return r != nil && r.last == c.sentences }
	if age != nil || f.Sentence.demonym(f.Head) {
		r := c.sole(func(r *referent) bool { return r.kind == grammar.Person })
		if !just(r) || c.others || spoken(func(noun string) bool { return isSomebody(lang, noun) }) || age != nil && r.age != nil && quantity.Compare(r.age, age) != relation.Equal {
			return nil
		}
		return r
	}
	if k, ok := lexicon.KindOf(lang, noun); !ok || k.Name != "company" || !k.General || spoken(mayBeBody) {
		return nil
	}
	r := c.sole(func(r *referent) bool { return r.kind != grammar.Person && r.kind != grammar.Place })
	if !just(r) || !r.first {
		return nil
	}
	if _, outlet := lexicon.OutletOf(r.name); outlet {
		return nil // "Reuters reported that profits had fallen. The company"
	}
	return r
}

// mayBeBody reports whether an English noun is for a body, for where one works or for whoever has one, "bank", "shipyard", "brewer", or is
// known to no dictionary: "start-up".
func mayBeBody(noun string) bool {
	for _, kind := range [...]string{"organization", "object", "workplace", "person"} {
		if _, ok := lexicon.Hypernym(noun, kind, lexicon.Noun); ok {
			return true
		}
	}
	return !lexicon.Known(noun, lexicon.Noun)
}

// sole returns the one name of which is holds, nil if there is none, or several.
func (c *Chain) sole(is func(*referent) bool) *referent {
	var only *referent
	for i := range c.referents {
		if r := &c.referents[i]; is(r) {
			if only != nil {
				return nil
			}
			only = r
		}
	}
	return only
}

// Anaphoric reports whether a phrase is a noun in the singular behind the definite article, and nothing but an age or a people's name
// describes it.
func (f *Phrase) Anaphoric() bool {
	s := f.Sentence
	if !f.Definite || f.Pronoun || f.Name != "" && !s.demonym(f.Head) || f.Head >= len(s.Words) || f.Many != nil || f.Quantifier != "" || len(f.Alias) > 0 || f.Clause() || f.Token().Feats.Has(grammar.Plural) ||
		f.First >= len(s.Words) || !lexicon.Is(s.Text.Lang, lexicon.Definite, s.Fold(f.First)) || f.Amount != nil && f.Amount.Kind != quantity.Age {
		return false
	}
	return !slices.ContainsFunc(f.Modifiers, func(x Slot) bool {
		return x.Preposition != "" || x.Role != Modifier || !s.demonym(x.Phrase.Head) && (x.Phrase.Amount == nil || x.Phrase.Amount.Kind != quantity.Age)
	})
}

// aged returns the age by which a phrase calls somebody, "the 34-year-old", "the 34-year-old teacher"; nil if it tells none.
func (f *Phrase) aged() *quantity.Mention {
	if f.Amount != nil && f.Amount.Kind == quantity.Age {
		return f.Amount
	}
	for _, x := range f.Modifiers {
		if n := x.Phrase.Amount; n != nil && n.Kind == quantity.Age {
			return n
		}
	}
	return nil
}

// demonym reports whether word i is for one of a people: "the Swede".
func (s *Sentence) demonym(i int) bool {
	if i >= len(s.Words) {
		return false
	}
	p, ok := lexicon.PlaceOf(s.Words[i].In(s.Text.Src))
	return ok && p.Kind == lexicon.Demonym
}
