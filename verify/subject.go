package verify

import (
	"fmt"
	"slices"

	"factcheck/claims"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// A mixed statement says of whom the quoted words are: the police were “a party of
// liars”. That the words stand in a source says nothing if they are there of another:
// the opposition. Two groups or persons by one speaker are a clash; what else
// differs only leaves the statement without support.

// A topic is what a sentence says quoted words of.
type topic struct {
	words  string          // the subject as it stands
	at     text.Span       // in its document
	head   string          // lemma of its head
	proper map[string]bool // the folded words of the names in it
	person string          // the folded last name, if it is a whole name of a person; else empty
	short  bool            // it is a given name alone: Hillary, who may be Clinton
}

// subject compares of whom the quoted words are in the draft and in the source:
// the opinion that replaces o where they are of two; o if nothing shows it.
func (j *judge) subject(d *claims.Document, s *claims.Statement, m *match, o opinion) opinion {
	if s.Form != claims.Mixed || countWords(d.Text, s.Quoted) <= fewWords || m.said == nil || len(m.Source) == 0 || language(d.Lang) != "en" || language(m.candidate.Document.Lang) != "en" {
		return o
	}
	mine, ok := topicOf(d.Text, s.Spans, s.Quoted)
	if !ok {
		return o
	}
	theirs, ok := topicOf(m.candidate.Document.Text, m.said.Spans, m.Source)
	if !ok || mine.same(&theirs) {
		return o
	}
	note := "the source says it of “" + theirs.words + "”, not of “" + mine.words + "”"
	e := j.evidence(s, m, Silent)
	if m.speaker == same && mine.excludes(&theirs) {
		e.Stance = Contradicts
		r := reason.Reason{Kind: reason.Role, Source: e.inPassage(theirs.at), Statement: inStatement(s, mine.at), Note: note}
		if mine.person != "" {
			r.Kind = reason.Name
		}
		e.Reasons = append(e.Reasons, r)
		return opinion{verdict: Altered, level: Warning, reasons: e.Reasons, message: note, evidence: []Evidence{e}}
	}
	if mine.named(m.candidate.Document.Text) && !mine.named(m.said.Sentence.In(m.candidate.Document.Text)) && !mine.elsewhere(&theirs) {
		return o // the source may well mean the same
	}
	return opinion{verdict: Unsupported, level: Info, message: note, evidence: []Evidence{e}}
}

// topicOf returns the subject, outside the quoted words, of the clause that has them in
// its predicate; false if it has none or a pronoun.
func topicOf(src string, content, quoted []text.Span) (topic, bool) {
	var words []text.Word
	first := -1
	for _, c := range content {
		for _, w := range text.AppendWords(nil, src, c) {
			if w.Kind == text.Quote {
				continue
			}
			if first < 0 && w.Kind == text.Letters && w.Start >= quoted[0].Start {
				first = len(words)
			}
			words = append(words, w)
		}
	}
	if first < 0 || len(words) > 120 {
		return topic{}, false
	}
	sentence := 0
	for _, r := range text.Sentences(src, words) {
		if r.First <= first && first < r.End {
			words, sentence = words[r.First:r.End], r.First
		}
	}
	first -= sentence
	if t, ok := calledTopic(src, words[:first]); ok {
		return t, true
	}
	tree := grammar.Parse(src, words)
	best := -1
	clauses := grammar.Clauses(&tree)
	for k := range clauses {
		c := &clauses[k]
		if t := tree.Tokens[c.Predicate]; c.Subject < 0 || c.Borrowed || c.Subject >= first || first < t.First || first >= t.End {
			continue
		}
		if best < 0 || clauses[best].Subject < c.Subject {
			best = k
		}
	}
	if best < 0 {
		return topic{}, false
	}
	return newTopic(src, words, &tree, clauses[best].Subject)
}

// calledMost is the most words of a noun phrase that quoted words are said of.
const calledMost = 6

// calledTopic returns what is called by the quoted words, where the content is nothing
// but that and them: she called [voters “a handful of loudmouths”].
func calledTopic(src string, words []text.Word) (topic, bool) {
	if len(words) == 0 || len(words) > calledMost {
		return topic{}, false
	}
	tree := grammar.Parse(src, words)
	if slices.ContainsFunc(tree.Tokens, func(t grammar.Token) bool { return t.Tag == grammar.Verb || t.Tag == grammar.Auxiliary }) {
		return topic{}, false
	}
	for i, t := range tree.Tokens {
		if t.Head < 0 && t.First == 0 && t.End == len(words) && (t.Tag == grammar.Noun || t.Tag == grammar.ProperNoun) {
			return newTopic(src, words, &tree, i)
		}
	}
	return topic{}, false
}

// newTopic returns the noun phrase that word i heads; false for a pronoun.
func newTopic(src string, words []text.Word, tree *grammar.Sentence, i int) (topic, bool) {
	t := tree.Tokens[i]
	if !t.Tag.Nominal() || t.Tag == grammar.Pronoun {
		return topic{}, false
	}
	out := topic{head: t.Lemma, at: text.Span{Start: words[t.First].Start, End: words[t.End-1].End}, proper: map[string]bool{}}
	given := false
	for k := t.First; k < t.End; k++ {
		if tree.Tokens[k].Tag != grammar.ProperNoun {
			continue
		}
		w := text.Fold(words[k].In(src))
		out.proper[w] = true
		if given {
			out.person = w
		}
		given = given || lexicon.GivenName(w)
	}
	out.words = out.at.In(src)
	out.short = out.given() && firstOfFamily("en", src)[text.Fold(out.words)] == nil
	return out, true
}

// same reports whether two subjects may be one: their heads are equal or kinds of one
// another, or a name may stand for what the other calls by a noun.
func (t *topic) same(o *topic) bool {
	if t.short || o.short {
		return true
	}
	if t.elsewhere(o) {
		return false
	}
	for w := range t.proper {
		if o.proper[w] {
			return true
		}
	}
	if (len(t.proper) > 0) != (len(o.proper) > 0) && (t.proper[text.Fold(t.head)] || o.proper[text.Fold(o.head)]) {
		return true // Mr Reed, the mayor
	}
	if t.head == o.head || lexicon.Synonyms(t.head, o.head, lexicon.Noun) || quote.Vague(t.head) || quote.Vague(o.head) {
		return true
	}
	_, a := lexicon.Hypernym(t.head, o.head, lexicon.Noun)
	_, b := lexicon.Hypernym(o.head, t.head, lexicon.Noun)
	return a || b
}

// given reports whether the subject is a given name alone.
func (t *topic) given() bool {
	return len(t.proper) == 1 && t.proper[text.Fold(t.words)] && lexicon.GivenName(text.Fold(t.words))
}

// elsewhere reports whether both name places or people, and none in common.
func (t *topic) elsewhere(o *topic) bool {
	if len(t.proper) == 0 || len(o.proper) == 0 {
		return false
	}
	for w := range t.proper {
		if o.proper[w] {
			return false
		}
	}
	return true
}

// excludes reports whether two subjects are bodies of people, or persons with their
// whole names, of which none is the other. Who rebels may be a soldier.
func (t *topic) excludes(o *topic) bool {
	return t.body() && o.body() || t.person != "" && o.person != "" && t.person != o.person
}

// body reports whether the subject is a body of people: the police, the opposition.
func (t *topic) body() bool {
	_, person := lexicon.Hypernym(t.head, "person", lexicon.Noun)
	return len(t.proper) == 0 && lexicon.Is("en", lexicon.GroupNoun, t.head) && !person
}

// named reports whether a text has the head of the subject.
func (t *topic) named(src string) bool {
	for _, w := range text.Words(src) {
		if f := text.Fold(w.In(src)); w.Kind == text.Letters {
			if l, ok := lexicon.Lemma(lexicon.Noun, f); f == text.Fold(t.head) || ok && l == t.head {
				return true
			}
		}
	}
	return false
}

// turned judges quoted words that a draft says its speaker denies and the source that
// he says, or the other way round: she denied, admitted that it had “cooked the books”.
// False if both do the same with them, or are not of one speaker by name.
func (j *judge) turned(s *claims.Statement, m *match) (opinion, bool) {
	if s.Form != claims.Mixed || m.said == nil || m.said.Form != claims.Mixed && m.said.Form != claims.Indirect || m.speaker != same {
		return opinion{}, false
	}
	mine, theirs := s.Attribution.Cue, m.said.Attribution.Cue
	if mine.Class > claims.Writing || theirs.Class > claims.Writing || !denies(mine, theirs) && !denies(theirs, mine) {
		return opinion{}, false
	}
	note := fmt.Sprintf("“%s” in the source, “%s” in the draft", theirs.Text, mine.Text)
	e := j.evidence(s, m, Contradicts)
	e.Reasons = []reason.Reason{{Kind: reason.Polarity, Source: e.Match, Note: note}}
	return opinion{verdict: Altered, level: Error, reasons: e.Reasons, message: note, evidence: []Evidence{e}}, true
}

// denies reports whether one says what the other denies.
func denies(x, y claims.Cue) bool {
	return x.Commitment == claims.Denies && y.Commitment == claims.Asserts
}
