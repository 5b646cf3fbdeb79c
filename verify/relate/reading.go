package relate

import (
	"iter"
	"slices"

	"factcheck/claims"
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
)

// What a side says: its sentences and their propositions, parsed when somebody first asks, and what stands above and under them.

// parsed are the languages whose trees the grammar knows; texts of others are compared
// word by word only. French is read with English words under its own (package
// claims/translate), so that propositions of both are compared by what is known of
// English ones.
var parsed = map[string]bool{"en": true, "fr": true}

// tongue is the language of the lemmas of propositions, whatever the text is written in.
const tongue = "en"

// read returns the sentences of a side, whose pronouns are linked; each is parsed when it is
// first asked what it says.
func (a *Analysis) read() []*proposition.Sentence {
	a.divide()
	a.link()
	return a.sentences
}

// divide returns the sentences of a side, divided once. Their predicates may be looked at;
// before anybody asks for whom a pronoun stands, link is called.
func (a *Analysis) divide() []*proposition.Sentence {
	a.divided.Do(func() {
		t := &proposition.Text{Src: a.side.Text, Lang: tongue, Foreign: a.lang == "fr", Words: a.words, Depth: a.depth, Referent: a.referent,
			Times: a.times, Amounts: a.amounts, Many: a.many,
			Parse: func(words []text.Word) grammar.Sentence { return a.side.Trees.Parse(a.side.Lang, a.side.Text, words) }}
		t.Divide()
		a.sentences = t.Sentences
		a.sketch()
	})
	return a.sentences
}

// Ahead parses what some sides say, of which most will be asked: several sentences at a time are sooner parsed. Nothing
// depends on it but time. Those that are nil are left out.
func Ahead(sides []*Analysis) {
	type of struct {
		trees *claims.Trees
		lang  string
	}
	soon := map[of][]grammar.Unread{}
	for _, a := range sides {
		if a == nil || !parsed[a.lang] {
			continue
		}
		for _, s := range a.divide() {
			if words := s.Unread(); len(words) > 0 {
				soon[of{a.side.Trees, a.side.Lang}] = append(soon[of{a.side.Trees, a.side.Lang}], grammar.Unread{Src: a.side.Text, Words: words})
			}
		}
	}
	for k, sentences := range soon {
		k.trees.Ahead(k.lang, sentences)
	}
}

// link links the pronouns of a side, once.
func (a *Analysis) link() { a.linked.Do(a.follow) }

// propositions yields what a side says, in order.
func (a *Analysis) propositions() iter.Seq[*proposition.Proposition] {
	return func(yield func(*proposition.Proposition) bool) {
		for _, s := range a.read() {
			s.Read()
			for _, p := range s.Propositions {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// says reports whether is holds of a proposition of the side.
func (a *Analysis) says(is func(*proposition.Proposition) bool) bool {
	for p := range a.propositions() {
		if is(p) {
			return true
		}
	}
	return false
}

// only reports whether the side says something in one way alone: some of its propositions do, and none says it outright.
func (a *Analysis) only(how func(*proposition.Proposition) (so, outright bool)) bool {
	some := false
	return !a.says(func(p *proposition.Proposition) bool {
		so, outright := how(p)
		some = some || so
		return outright
	}) && some
}

// phrases yields the phrase of each word of a side, in order.
func (a *Analysis) phrases() iter.Seq[*phrase] {
	return func(yield func(*phrase) bool) {
		for _, s := range a.read() {
			s.Read()
			for i := range s.Words {
				if !yield(s.Phrase(i)) {
					return
				}
			}
		}
	}
}

// some reports whether is holds of a phrase of the side.
func (a *Analysis) some(is func(*phrase) bool) bool {
	for f := range a.phrases() {
		if is(f) {
			return true
		}
	}
	return false
}

// follow links the personal pronouns of a side to the persons that it names, those of
// the text before it included. Nothing is parsed for a text without such a pronoun.
func (a *Analysis) follow() {
	if !parsed[a.lang] || len(a.sentences) > mostFollowed || !a.pronominal() {
		return
	}
	open := a.lang != tongue
	Ahead([]*Analysis{a})
	for _, s := range a.sentences {
		s.Read()
		open = open || s.Open()
	}
	var chain Persons
	if open && a.side.Before != nil {
		before := a.side.Before()
		chain = before.Clone()
	}
	for _, s := range a.sentences {
		chain.Follow(s)
	}
}

// standsFor returns a definite noun of the side as the name for which it stands in the text before it, nil if that is open. It is asked only where
// the other side has a name there, since what stands before has to be read for it.
func (a *Analysis) standsFor(f *phrase) *phrase {
	if !f.Definite || f.Resolved || !f.Anaphoric() || !parsed[a.lang] || len(a.sentences) > mostFollowed {
		return nil
	}
	a.antecedent.Do(func() {
		var chain Persons
		if a.side.Before != nil {
			before := a.side.Before()
			chain = before.Clone()
		}
		a.antecedents = map[*phrase]*phrase{}
		for _, s := range a.read() {
			s.Read()
			for i := range s.Words {
				if f := s.Phrase(i); f.Head == i {
					if as := chain.Antecedent(f); as != nil {
						a.antecedents[f] = as
					}
				}
			}
			chain.Remember(s)
		}
	})
	return a.antecedents[f]
}

// Persons are those that a text names, for the pronouns of what follows it.
type Persons = proposition.Chain

// PersonsOf returns the persons of a text.
func PersonsOf(before Side) Persons {
	var chain Persons
	a := Prepare(before)
	Ahead([]*Analysis{a})
	for _, s := range a.read() {
		s.Read()
		chain.Follow(s)
	}
	return chain.Clone()
}

// mostFollowed is how many sentences a side may have for its pronouns to be linked: a
// longer one is a whole document, which its reader has linked.
const mostFollowed = 20

// pronominal reports whether the side has a pronoun for a person.
func (a *Analysis) pronominal() bool {
	return slices.ContainsFunc(a.terms, func(t term) bool {
		return t.class == pronoun && (proposition.Personal(a.lang, t.fold) || proposition.Possessive(a.lang, t.fold))
	})
}

// sketch notes the stems of the content words of each sentence.
func (a *Analysis) sketch() {
	a.sketches = make([]text.Set, len(a.sentences))
	t := 0
	for k, s := range a.sentences {
		for ; t < len(a.terms) && a.terms[t].word < s.End; t++ {
			if a.terms[t].class == content {
				a.sketches[k].Add(a.terms[t].key)
			}
		}
	}
}

// referent returns the name that a Ref says some words stand for, or the noun; both empty if none does.
func (a *Analysis) referent(at text.Span) (name, noun string) {
	for _, r := range a.side.Refs {
		if r.Span.Start <= at.Start && at.End <= r.Span.End {
			return r.Name, r.Noun
		}
	}
	return "", ""
}

// shares reports whether sentence k of the source has at least a word of the
// statement's sentence, or one that a name of the statement's may stand behind.
func (a *Analysis) shares(k int, b *Analysis, s *proposition.Sentence) bool {
	if a.across(b) {
		return true // their words have no stem in common
	}
	for i := range b.terms {
		t := &b.terms[i]
		if t.word >= s.First && t.word < s.End && t.class == content && a.sketches[k].Has(t.key) {
			return true
		}
	}
	return false
}

// Links returns what the personal pronouns of the side were linked to, in order.
func (a *Analysis) Links() []Ref {
	if !parsed[a.lang] || !a.pronominal() {
		return nil
	}
	var out []Ref
	for f := range a.phrases() {
		if s := f.Sentence; f.Resolved && (f.Pronoun || proposition.Personal(tongue, s.Fold(f.Head))) {
			out = append(out, Ref{Span: s.Words[f.Head].Span(), Name: f.Name})
		}
	}
	return out
}

// place returns the sentence that term i stands in, read, and which of its words it begins with;
// nil if it was not parsed, or there is no such term: a minus is none.
func (a *Analysis) place(i int) (*proposition.Sentence, int) {
	if i = min(i, len(a.terms)-1); i < 0 {
		return nil, -1
	}
	w := a.terms[i].word
	for _, s := range a.read() {
		if w < s.First || w >= s.End {
			continue
		}
		s.Read()
		if k := slices.Index(s.At, w); k >= 0 {
			return s, k
		}
	}
	return nil, -1
}

// propositionAt returns the proposition that term i stands in, nil if it is in none.
func (a *Analysis) propositionAt(i int) *proposition.Proposition {
	s, k := a.place(i)
	if s == nil {
		return nil
	}
	return s.PredicateAbove(k)
}

// forceAt returns how firmly a side says what its term i stands in.
func (a *Analysis) forceAt(i int) proposition.Force {
	if p := a.propositionAt(i); p != nil {
		return p.Force
	}
	return proposition.Asserted
}

// tellingOf returns the proposition that p is the content of, "the survey found"; nil if there is none.
func tellingOf(p *proposition.Proposition) *proposition.Proposition {
	if p.Link != grammar.Content {
		return nil
	}
	return p.Above
}

// Propositions that say nothing by themselves: they tell how firm the one under them is, or
// point at what only the text around tells.

// idle reports whether a proposition says nothing by itself but how firm the one under
// it is: "is expected to", "managed to". Twins: "was told to", which tells of an order, and "keeps winning": he won before.
func idle(q *proposition.Proposition) bool {
	return regent(q) && (q.Kind != proposition.Event || transparent.of(q.Lemma) || q.Passive && hearsay.of(q.Lemma))
}

// regent reports whether a proposition is there for the one under it, whatever it makes of that.
func regent(q *proposition.Proposition) bool {
	s := q.Sentence
	if q.Kind == proposition.State && q.Fill(proposition.Agent) == nil {
		return s.Amount(q.Head) == nil && !q.Negative // a noun that the parser took for a sentence; not "no one other than Bush"
	}
	if x := q.Fill(proposition.Attribute); q.Kind == proposition.State && x != nil && x.Phrase.Name == "" && grouping.of(x.Phrase.Joint()) && x.Phrase.Clause() && (crowd.of(x.Phrase.Lemma) || pointed(q)) {
		return true // "were among those arrested": that they were is a proposition of its own
	}
	for _, p := range s.Propositions {
		if p.Above == q && (p.Forcer == q.Head || p.Link == grammar.Open && q.Kind == proposition.Event) {
			own := func(x *proposition.Slot) bool { return x.Phrase.Head == q.Slots[0].Phrase.Head }
			more := len(q.Slots) > 1 || len(q.Slots) == 1 && (p.Fill(proposition.Agent) != nil || p.Passive) && p.Find(own) == nil // "the boy has recovered, doctors said"
			return !more && !(q.Negative && !p.Negative)                                                                           // "is not suspected of", "does not regret": it is that that the sentence says
		}
	}
	return false
}

// pointed reports whether a state says of somebody that he is one whom only the text around
// it tells: "that person".
func pointed(q *proposition.Proposition) bool {
	x := q.Fill(proposition.Attribute)
	return x != nil && proposition.Points(q.Sentence.Text.Lang, q.Sentence.Fold(x.Phrase.First))
}
