package relate

import (
	"slices"
	"strings"
	"sync/atomic"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
)

// OutlineOf returns the outline of a side that was prepared.
func OutlineOf(a *Analysis) Outline {
	o := a.Outline
	for _, w := range a.words {
		if w.Kind == text.Letters {
			o.all.Add(text.Stem(a.lang, text.Fold(w.In(a.side.Text))))
		}
	}
	return o
}

// Most returns how many of the given stems of a language the source has, at most.
func (o *Outline) Most(lang string, stems []string) int {
	if o.cut || o.lang != lang {
		return len(stems)
	}
	n := 0
	for _, s := range stems {
		if o.all.Has(s) {
			n++
		}
	}
	return n
}

// Concerns reports whether Relate may come to anything but silence on a source.
func (o *Outline) Concerns(statement *Analysis) bool {
	return o.Related(statement) && (o.near(statement) || o.Gist.answersAny(statement))
}

// Answers reports whether a source may bear out or contradict a part of a statement, be it beside others: it has a word of
// content of the statement, and a proposition that can be laid beside one of it.
func (o *Outline) Answers(statement *Analysis) bool {
	shares := o.lang != statement.lang || slices.ContainsFunc(statement.terms, func(t term) bool { return t.class == content && o.stems.Has(t.key) })
	return shares && o.Gist.answersAny(statement)
}

// near reports whether a source may have enough of the words of a statement for judgeNear.
func (o *Outline) near(statement *Analysis) bool {
	w := int32(0)
	for i := range statement.terms {
		if t := &statement.terms[i]; t.class != content || o.stems.Has(t.key) || o.all.Has(t.stem) {
			w += t.nearWeight()
		}
	}
	return float64(w) >= nearness*float64(nearWeight(statement.terms))
}

// Related reports whether a source shares enough content words with a statement
// in its language to be worth a closer look. To all else Relate is silent.
func (o *Outline) Related(statement *Analysis) bool {
	if o.lang != statement.lang {
		return parsed[o.lang] && parsed[statement.lang] // no stem tells
	}
	shared, all := 0, 0
	for i := range statement.terms {
		if t := &statement.terms[i]; t.class == content {
			all++
			if o.stems.Has(t.key) {
				shared++
			}
		}
	}
	return shared > 0 && shared*5 >= all
}

// A Gist is what is remembered of a sentence that was read and forgotten: its predicates, and its nouns that may
// be for deeds, in some hundred bytes where a reading takes ten thousand. Of a sentence that is asked about again it
// tells whether any of its propositions can be laid beside one of a statement: "Doe left the board" is
// not read again for "Roe won the cup", and is for "Roe quit". The zero value remembers nothing, and then everything may
// be. It is safe for concurrent use.
type Gist struct{ told atomic.Pointer[string] }

// What stands before each word of a Gist.
const (
	anEvent = 'e'
	aCopula = 'c' // an event by a verb that serves as a copula: "became"
	aState  = 's'
	aNoun   = 'n'
)

// note remembers a sentence that was read. What is foreign has more than one word for each of its own, and is not
// remembered.
func (g *Gist) note(s *proposition.Sentence) {
	if g == nil || g.told.Load() != nil || s.Gloss != nil {
		return
	}
	var b []byte
	put := func(kind byte, lemma string) { b = append(append(append(b, kind), lemma...), '\n') }
	for _, told := range [...][]*proposition.Proposition{s.Propositions, s.Implied} {
		for _, p := range told {
			switch {
			case p.Kind == proposition.State:
				put(aState, p.Lemma)
			case stative(p):
				put(aCopula, p.Lemma)
			default:
				put(anEvent, p.Lemma)
			}
		}
	}
	for i := range s.Words {
		if s.Tree.Tokens[i].Tag == grammar.Noun && !s.IsName(i) {
			put(aNoun, s.Lemma(i))
		}
	}
	told := string(b)
	g.told.Store(&told)
}

// answersAny reports whether the sentence may have a proposition that can be laid beside one of a statement's.
func (g *Gist) answersAny(statement *Analysis) bool {
	asked := statement.asks()
	for i := range asked {
		if g.answers(&asked[i]) {
			return true
		}
	}
	return false
}

// answers reports whether try may come to something for a proposition of the sentence and one of a statement.
func (g *Gist) answers(q *deedAsked) bool {
	if g == nil || q.Sentence.Gloss != nil || happening.of(q.Lemma) {
		return true
	}
	told := g.told.Load()
	if told == nil {
		return true
	}
	for word := range strings.Lines(*told) {
		lemma := word[1 : len(word)-1]
		if word[0] == aNoun && q.tellsOf(lemma) || word[0] != aNoun && q.meets(word[0], lemma) {
			return true
		}
	}
	return false
}

// meets reports whether a predicate of a source may have to do with that of q: try is all that knows more.
func (q *deedAsked) meets(kind byte, lemma string) bool {
	is, asked := kind != anEvent, stative(q.Proposition)
	if is && asked || !is && !asked && q.Kind == proposition.Event && lemmasKin(tongue, lemma, q.Lemma, lexicon.Verb) != unrelated {
		return true
	}
	of := proposition.Event
	if kind == aState {
		of = proposition.State
	}
	return of != q.Kind && recasts(of, lemma, q.Proposition)
}
