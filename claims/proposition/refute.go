package proposition

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What a sentence says without saying that it is so: what it calls false ("claims that ...
// were false"), what somebody who is not believed says, a question, the plot of a film.

// A refuted is the words of "claims that … were false" at the head of a sentence: the noun or verb for
// what is said, the first word of what the clause says, the end of that, the word that calls it false, and what that makes of it.
type refuted struct {
	teller, first, end, refuter int
	outcome
}

// refutation finds "claims that …" and "those who say that …" in front of a predicate that calls them
// false; false if the sentence does not begin so.
func (s *Sentence) refutation() (r refuted, ok bool) {
	for i := 0; i+2 < len(s.Words); i++ {
		called := i > 1 && (s.has(calling, s.Lemma(i-1)) || s.has(calling, s.Lemma(i-2))) // "called the reports that ... false"
		if i >= openingWords && !called || !has(s.Text.Lang, complementizer, s.Fold(i+1)) || !s.reported(i) {
			continue
		}
		for j := i + 3; j < len(s.Words); j++ {
			t := &s.Tree.Tokens[j]
			sig, ok := signatureOf(s.Text.Lang, "refute", "", s.Lemma(j))
			if !ok || t.Tag != grammar.Verb && t.Tag != grammar.Adjective || t.Tag == grammar.Adjective && s.Tree.Tokens[j-1].Tag != grammar.Auxiliary && !called {
				continue
			}
			end := j
			for end-1 > i+2 && (s.Tree.Tokens[end-1].Tag == grammar.Auxiliary || s.Tree.Tokens[end-1].Tag == grammar.Particle) {
				end--
			}
			o := sig.of(slices.ContainsFunc(s.Tree.Tokens[end:j], func(t grammar.Token) bool { return t.Tag == grammar.Particle })) // "could not be confirmed"
			return refuted{i, i + 2, end, j, o}, o != outcome{}
		}
	}
	return r, false
}

// divide parses the clause of a refutation by itself. The network reads it badly in its place: such
// subjects are long, and "claims" looks like a verb.
func (s *Sentence) divide() {
	r, ok := s.refutation()
	describes := ok && (s.Tree.Tokens[0].Tag == grammar.Adjective || s.Tree.Tokens[0].Tag == grammar.Adverb) // "earlier reports that"
	if !ok || r.end == r.refuter || r.end-r.first < 2 || r.teller > 0 && s.Tree.Tokens[r.teller-1].Tag != grammar.Determiner && !(r.teller == 1 && describes) {
		return
	}
	tokens := s.Tree.Tokens
	above, rel := tokens[r.teller].Head, tokens[r.teller].Rel
	inside := func(k int) bool { return k >= r.teller && k < r.end }
	for k := range tokens {
		if h := tokens[k].Head; !inside(k) && k != r.refuter && h >= 0 && inside(h) {
			tokens[k].Head = r.refuter
		}
	}
	if h := tokens[r.refuter].Head; h >= 0 && inside(h) {
		tokens[r.refuter].Head, tokens[r.refuter].Rel = -1, grammar.Root
		if above > r.refuter {
			tokens[r.refuter].Head, tokens[r.refuter].Rel = above, rel
		}
	}
	tokens[r.teller].Tag, tokens[r.teller].Head, tokens[r.teller].Rel = grammar.Noun, r.refuter, grammar.Nsubj
	if r.teller > 0 {
		tokens[r.teller-1].Head, tokens[r.teller-1].Rel = r.teller, grammar.Det
		if describes && r.teller == 1 {
			tokens[0].Tag, tokens[0].Rel = grammar.Adjective, grammar.Amod
		}
	}
	part := s.Text.Parse(s.Words[r.first:r.end])
	for k, t := range part.Tokens {
		if t.Head < 0 {
			t.Head, t.Rel = r.teller, grammar.Acl
			tokens[r.first-1].Head, tokens[r.first-1].Rel = r.first+k, grammar.Mark
		} else {
			t.Head += r.first
		}
		tokens[r.first+k] = t
	}
	s.Tree.Settle()
}

// refuted turns what stands in the clause of a refutation.
func (s *Sentence) refuted() {
	r, ok := s.refutation()
	if !ok {
		return
	}
	for _, p := range s.Propositions {
		if p.Head >= r.first && p.Head < r.refuter && !p.Aside && !(p.Negative && p.Forcer == r.refuter) {
			if !r.not {
				p.weaken(r.force, r.refuter)
				continue
			}
			p.Negative, p.Negation = true, r.refuter
			p.Force, p.Forcer = Reported, r.refuter
		}
	}
}

// openingWords is how many words a sentence may begin with before "claims that".
const openingWords = 4

// reported reports whether word i may be a noun or verb for what somebody says.
func (s *Sentence) reported(i int) bool {
	w := s.Fold(i)
	if l, ok := lexicon.LemmaIn(s.Text.Lang, lexicon.Noun, w); ok {
		if sig, ok := s.signature("noun", "", l); ok && sig.plain.force >= Reported {
			return true
		}
	}
	if i == 0 {
		return false
	}
	l, ok := lexicon.LemmaIn(s.Text.Lang, lexicon.Verb, w)
	if !ok {
		return false
	}
	_, ok = lexicon.CueOf(s.Text.Lang, lexicon.VerbCue, l)
	return ok && s.has(relative, s.Fold(i-1))
}

// refute turns what stands under the subject of a predicate that calls it false:
// "claims that the dam burst were false", "those who say so are lying".
func (s *Sentence) refute(q *Proposition) {
	sig, ok := s.signature("refute", "", q.Lemma)
	if k := slices.IndexFunc(q.Slots, func(x Slot) bool { return x.Role == Attribute || x.Role == Oblique && s.has(capacity, x.Preposition) }); k >= 0 && !ok && q.Kind == Event {
		if sig, ok = s.signature("refute", "", q.Slots[k].Phrase.Lemma); ok && sig.plain.not {
			sig.plain.force, sig.negated = Reported, outcome{force: Open} // "described as false"
		}
	}
	known := ok
	if o := sig.of(q.Negative); known && s.comments(q.Clause) && o != (outcome{}) && o.force != Reported {
		for _, p := range s.Propositions {
			if p.Force == Reported && p.Head < q.Clause.Noun {
				p.weaken(Open, q.Head)
			}
		}
	}
	if q.Force > Reported {
		return
	}
	if who := q.Fill(Agent); known && sig.of(q.Negative).not && who != nil && !who.Phrase.Resolved && !who.Phrase.Clause() && (s.has(neuter, who.Phrase.Lemma) || s.has(pointing, who.Phrase.Lemma)) {
		for _, p := range s.Propositions { // "it emerged that a shark was seen, but it was a hoax"
			if p.Head < q.Head && p.Link == grammar.Content && p != q.Above {
				p.weaken(Open, q.Head)
			}
		}
	}
	for _, x := range q.Slots {
		if at, ok := signed(s.Text.Lang, "refute", x.Preposition, q.Lemma); ok && x.Role == Oblique && x.Preposition != "" {
			sig = at // "scoffed at the idea that"
		} else if x.Role != Agent && x.Role != Patient || !known {
			continue
		}
		t := &s.Tree.Tokens[x.Phrase.Head]
		for _, p := range s.Propositions {
			inside := p.Head >= t.First && p.Head < t.End || s.nounAbove(p.Clause) == x.Phrase.Head // "withdrew her statement that"
			if p == q || !inside || p.Head == x.Phrase.Head || q.Head >= t.First && q.Head < t.End {
				continue
			}
			if p.Force == Asserted && p.Link != grammar.Content || s.isSpeech(p) && (p.Content() != nil || p.Link != grammar.Content && (p.Mark < 0 || s.Fold(p.Mark) != words(s.Text.Lang, complementizer))) {
				continue // "the man who fled was wrong": he fled
			}
			o := sig.of(q.Negative)
			p.Force, p.Forcer = max(o.force, q.Force), q.Head
			if o.not && !(p.Negative && s.Tree.Tokens[max(p.Negation, 0)].Head == x.Phrase.Head) { // "denied false reports that" denies no denial
				p.Negative, p.Negation = !p.Negative, q.Head
			}
		}
	}
}

// comments reports whether a clause says of what the sentence has told how far it is to be believed: "said they had taken it, a
// claim that could not be verified". Twin: "had taken Orsk, a town that could not be reached".
func (s *Sentence) comments(c *grammar.Clause) bool {
	if c.Noun < 0 || c.Link != grammar.Relative && c.Link != grammar.Reduced {
		return false
	}
	_, ok := s.signature("noun", "", s.Lemma(c.Noun))
	return ok && s.Tree.Tokens[s.Tree.Tokens[c.Noun].First].Tag == grammar.Punctuation
}

// corrected reports whether what a proposition says is set against what somebody else does or what came later: "said that he
// had survived, but his body was found", "but later withdrew the story". Twin: "said the dam was safe but gave no details".
func (s *Sentence) corrected(q *Proposition) bool {
	for _, p := range s.told() {
		c := p.Clause
		told := p.Above != nil && p != q && (p.Above == q || p.Above.Above == q && p.Above.Link == grammar.Content)
		if told && s.denies(p) {
			return true
		}
		if !told || c.Link != grammar.Coordinated || !s.childIs(c.Predicate, adversative) {
			continue
		}
		if _, refutes := s.signature("refute", "", p.Lemma); refutes || p.Above == q && c.Subject >= 0 && !c.Borrowed || slices.ContainsFunc(p.Slots, func(x Slot) bool { return s.has(afterwards, x.Phrase.Lemma) }) {
			return true
		}
	}
	return false
}

// denies reports whether a proposition tells that somebody calls untrue what the sentence has told before: "the owner denies this", "which
// the owner rejects", "the bank disputed the claim". Twin: "rejected the offer".
func (s *Sentence) denies(p *Proposition) bool {
	what := p.Fill(Patient)
	if what == nil || p.Negative {
		return false
	}
	_, refutes := s.signature("refute", "", p.Lemma)
	_, denied := Under(s.Text.Lang, p.Lemma)
	if !denied && !refutes {
		return false
	}
	if denied && p.Link == grammar.Relative {
		return true // "a shark was seen in the canal, which police denied": no canal is denied
	}
	l := what.Phrase.Lemma
	sig, ok := s.signature("noun", "", l)
	return s.has(pointing, l) || s.has(neuter, l) || s.has(relative, l) || ok && sig.plain.force <= Alleged
}

// withdrawn reports whether the next sentence takes back what somebody says in this one: "They later corrected the
// figure to three."
func (s *Sentence) withdrawn() bool {
	k := slices.Index(s.Text.Sentences, s) + 1
	if k == 0 || k == len(s.Text.Sentences) {
		return false
	}
	next := s.Text.Sentences[k]
	words := s.Text.Words[next.First:next.End]
	back := slices.IndexFunc(words, func(w text.Word) bool { return s.hasVerb(withdrawing, text.Fold(w.In(s.Text.Src))) })
	return back > 0 && slices.ContainsFunc(words[max(0, back-3):back], func(w text.Word) bool {
		l := text.Fold(w.In(s.Text.Src))
		return s.has(afterwards, l) || s.has(bodily, l) // not "the union denied it"
	}) && slices.ContainsFunc(words[back+1:], func(w text.Word) bool {
		l, _ := lexicon.LemmaIn(s.Text.Lang, lexicon.Noun, text.Fold(w.In(s.Text.Src)))
		sig, ok := s.signature("noun", "", l)
		return s.has(pointing, l) || s.has(neuter, l) || ok && sig.plain.force <= Alleged // not "withdrew the offer"
	})
}

// hasVerb reports whether a word is a form of a verb of a class.
func (s *Sentence) hasVerb(c class, word string) bool {
	verb, ok := lexicon.LemmaIn(s.Text.Lang, lexicon.Verb, word)
	return ok && s.has(c, verb)
}

// imagine opens what a film or a book is about: "a drama about a doctor who walks home", "a drill in which a ferry caught fire".
func (s *Sentence) imagine() {
	for i := range s.Words {
		for k := i - 2; k >= max(0, i-antecedent) && s.has(relative, s.Fold(i)) && s.has(inside, s.Fold(i-1)) && s.Tree.Tokens[k].Tag != grammar.Verb; k-- {
			for _, p := range s.Propositions {
				if p.Head > i && s.fiction(inside, k) {
					p.weaken(Open, k)
				}
			}
		}
		h := s.Tree.Tokens[i].Head
		if s.Tree.Tokens[i].Rel != grammar.Nmod || h < 0 || !s.has(topical, s.preposition(i)) || !s.fiction(inside, h) {
			continue
		}
		for _, p := range s.Propositions {
			if p.Head >= s.Tree.Tokens[i].First && p.Head < s.Tree.Tokens[i].End {
				p.Force, p.Forcer = Open, h
			}
		}
	}
}

// antecedent is how many words at most a relative pronoun stands behind what it is of: "an exercise on Friday in which".
const antecedent = 6

// plot reports whether the sentence tells what happens in a film or a book: it opens
// with "in the film", "the novel tells of", or somebody plays a part in it.
func (s *Sentence) plot() bool {
	for i := 1; i < min(len(s.Words), 4) && s.has(inside, s.Fold(0)); i++ { // whatever the parser made of it
		if s.fiction(inside, i) && s.Tree.Tokens[i].Rel != grammar.Compound && !s.joins(min(i+1, len(s.Words)-1)) { // not "in the play-off", "in the opera house"
			return true
		}
	}
	for i := range s.Words {
		for k := i + 1; k < len(s.Words) && s.fiction(narrating, i); k++ {
			if s.hasVerb(narrating, s.Fold(k)) && (k == i+1 || s.Tree.Tokens[i].Head == k) {
				return true
			}
		}
	}
	return slices.ContainsFunc(s.Propositions, func(p *Proposition) bool {
		describes := p.Kind != Event || p.Link == grammar.Relative || p.Link == grammar.Reduced // "who starred in Blue Harbour" only says who it is
		as := p.Find(func(x *Slot) bool { return s.has(capacity, x.Preposition) })              // "portrayed him as a miser" says what he is taken for
		opening := p.Find(func(x *Slot) bool {
			return x.Role == Oblique && s.has(inside, x.Preposition) && x.Phrase.Head < p.Head && (s.fiction(inside, x.Phrase.Head) ||
				slices.ContainsFunc(x.Phrase.Alias, func(f *Phrase) bool { return s.fiction(inside, f.Head) }))
		})
		return !describes && as == nil && s.fiction(capacity, p.Head) || opening != nil
	})
}

// fiction reports whether word i is of films and books, behind, before or as the verb of a word of a class: "in the play", "in the
// video game"; "the book tells"; "depicts him as".
func (s *Sentence) fiction(with class, i int) bool {
	_, ok := s.with("fiction", words(s.Text.Lang, with), i)
	return ok
}
