package quote

import (
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A governor finds in the tree of a sentence what was left out and governs what
// remains. From each clause whose predicate was kept it climbs through the clauses
// that were left out above it and asks of each what it makes of its content: "I do
// not deny that I doubt whether | it is safe".
type governor struct {
	src     *Source
	draft   *Draft
	spoken  *spoken
	tree    grammar.Sentence
	clauses []grammar.Clause
	at      []int // by word: the clause whose predicate it is, -1 for other words
	denied  []int // by clause: the word left out that denies it, -1 if none does
	hedged  []int // by clause: the word left out that leaves it open, -1 if none does
	out     []omission
}

// force is what a sentence makes of one of its clauses.
type force uint8

const (
	asserted force = iota
	refused        // said not to be so
	left           // left open
)

// turned returns the force of what is denied.
func (f force) turned() force { return [...]force{refused, asserted, left}[f] }

// omissions returns what governs the clauses that remain.
func (g *governor) omissions() []omission {
	g.clauses = grammar.Clauses(&g.tree)
	g.at = filled(len(g.tree.Tokens))
	g.denied, g.hedged = filled(len(g.clauses)), filled(len(g.clauses))
	for k := range g.clauses {
		g.at[g.clauses[k].Predicate] = k
	}
	for w := range g.tree.Tokens {
		g.operator(w)
	}
	for k := range g.clauses {
		c := &g.clauses[k]
		if g.gone(c.Negation) && !g.merely(c.Negation) {
			g.denied[k] = c.Negation
		}
		g.modal(k)
	}
	for k := range g.clauses {
		if !g.gone(g.clauses[k].Predicate) {
			g.clause(k)
		}
	}
	return g.out
}

func filled(n int) []int {
	out := make([]int, n)
	for k := range out {
		out[k] = -1
	}
	return out
}

// fate returns what became of a word; punctuation was kept.
func (g *governor) fate(w int) fate {
	if w < 0 || g.spoken.at[w] < 0 {
		return kept
	}
	return g.spoken.fates[g.spoken.at[w]]
}

// gone reports whether a word was left out.
func (g *governor) gone(w int) bool { return g.fate(w) != kept }

// class returns the class of a word.
func (g *governor) class(w int) class {
	if w < 0 || w >= len(g.spoken.at) || g.spoken.at[w] < 0 {
		return 0
	}
	return g.src.tokens[g.spoken.tokens[g.spoken.at[w]]].class()
}

// folded returns the folded word, empty outside the sentence.
func (g *governor) folded(w int) string {
	if w < 0 || w >= len(g.spoken.words) {
		return ""
	}
	return text.Fold(g.spoken.words[w].In(g.src.text))
}

func (g *governor) report(kind reason.Kind, word int) {
	k := g.spoken.at[word]
	for _, o := range g.out {
		if o.word == k {
			return
		}
	}
	g.out = append(g.out, omission{kind, kind == reason.Polarity, k})
}

// clause reports what governs clause k, whose predicate remains.
func (g *governor) clause(k int) {
	chain := []int{k}
	for c := k; len(chain) < 8; {
		p := g.clauses[c].Parent
		if p < 0 || !g.gone(g.clauses[p].Predicate) || !g.content(c) {
			break
		}
		chain, c = append(chain, p), p
	}
	f, by := asserted, -1
	from, fromBy := f, by // before the clause's own operators
	set := func(to force, word int) {
		if to != f {
			f, by = to, word
		}
	}
	for n := len(chain) - 1; n >= 0; n-- {
		c := chain[n]
		from, fromBy = f, by
		if w := g.condition(c); w >= 0 && f == asserted {
			set(left, w)
		}
		if w := g.hedged[c]; w >= 0 && f == asserted {
			set(left, w)
		}
		if w := g.denied[c]; w >= 0 && !g.stillDenied(c) {
			set(f.turned(), w)
		}
		if n > 0 && g.clauses[chain[n-1]].Link == grammar.Coordinated {
			f, by = from, fromBy // what denies the one does not deny the other
		} else if n > 0 {
			word := g.governs(chain[n-1])
			set(g.effect(word, c, chain[n-1], f), word)
		}
	}
	if by < 0 || f == asserted || g.spoken.at[by] < 0 {
		return
	}
	whole := g.whole(k)
	switch {
	case f == refused && (whole || !g.draft.woven || g.tree.Tokens[g.clauses[k].Predicate].Tag != grammar.Noun || g.begins("denials", by)):
		g.report(reason.Polarity, by)
	case f == left && (whole || !g.draft.woven && (g.fate(by) != beyond || g.begins("conditions", by))):
		g.report(reason.Condition, by)
	}
}

// stillDenied reports whether a negation of clause k remains: never[, not once,] promised.
func (g *governor) stillDenied(k int) bool {
	for w, t := range g.tree.Tokens {
		if t.Head == g.clauses[k].Predicate && g.class(w)&negation != 0 && !g.gone(w) && g.at[w] < 0 {
			return true
		}
	}
	return false
}

// whole reports whether clause k stands with a subject of its own: it states
// something by itself.
func (g *governor) whole(k int) bool {
	c := &g.clauses[k]
	own := c.Subject
	for w := c.Mark + 1; c.Subject >= 0 && c.Subject < c.Mark && w < c.Predicate && own == c.Subject; w++ {
		if g.subject(w, c.Predicate) {
			own = w // "it may be that they lied"
		}
	}
	return own >= 0 && !c.Borrowed && g.fate(own) >= stood
}

// subject reports whether word w is the subject of a predicate.
func (g *governor) subject(w, predicate int) bool {
	t := &g.tree.Tokens[w]
	return t.Head == predicate && (t.Rel == grammar.Nsubj || t.Rel == grammar.NsubjPass)
}

// content reports whether a clause is what the clause above it is about, or beside
// one that is.
func (g *governor) content(k int) bool {
	switch c := &g.clauses[k]; c.Link {
	case grammar.Coordinated, grammar.Open:
		return true
	case grammar.Content, grammar.SubjectClause, grammar.Aside:
		return c.Mark >= 0 || g.bare(k)
	case grammar.Circumstance:
		return g.folded(c.Mark) == "from" // stopped us from
	case grammar.Reduced, grammar.Relative:
		if !g.gone(c.Noun) {
			return false
		}
		lemma := g.tree.Tokens[c.Noun].Lemma
		_, cue := lexicon.CueOf("en", lexicon.NounCue, lemma)
		return g.folded(c.Mark) == "that" && c.Link == grammar.Reduced || lemma == "case" || cue || listed("denied", lemma) || listed("misspoken", lemma) || listed("open", lemma)
	}
	return false
}

// bare reports whether clause k, which no word joins to the one above it, is its
// content for all that: "I don't think | it is safe", not "I don't know him; | it is
// safe", nor "he doesn't have | what it takes".
func (g *governor) bare(k int) bool {
	c, p := &g.clauses[k], &g.clauses[g.clauses[k].Parent]
	t := g.tree.Tokens[p.Predicate]
	_, reports := lexicon.CueOf("en", lexicon.VerbCue, t.Lemma)
	if !reports && t.Tag == grammar.Verb && !listed("open", t.Lemma) || g.class(g.tree.Tokens[c.Predicate].First)&(subordinate|pronoun) == subordinate|pronoun {
		return false
	}
	for _, o := range p.Objects {
		if g.class(o)&pronoun == 0 {
			return false
		}
	}
	if p.Subject < 0 && c.Link == grammar.Aside && g.folded(p.Predicate+1) == "," { // “Don't worry, | it is safe”
		return false
	}
	for _, n := range p.Complements {
		if n != k && g.clauses[n].Link == grammar.Content && c.Link == grammar.Aside {
			return false
		}
	}
	for w := p.Predicate + 1; w < c.Predicate; w++ {
		if g.spoken.at[w] < 0 && strings.ContainsAny(g.folded(w), ":;-.") {
			return false
		}
	}
	return true
}

// governs returns the word whose content clause k is: a verb, an adjective or a
// noun.
func (g *governor) governs(k int) int {
	if c := &g.clauses[k]; (c.Link == grammar.Reduced || c.Link == grammar.Relative) && c.Noun >= 0 {
		return c.Noun
	}
	return g.clauses[g.clauses[k].Parent].Predicate
}

// effect returns the force of clause k under a word of the clause above it, which
// has force f.
func (g *governor) effect(word, above, k int, f force) force {
	c, p := &g.clauses[k], &g.clauses[above]
	lemma := g.tree.Tokens[word].Lemma
	finite := c.Link != grammar.Open && g.folded(c.Mark) != "to" && g.folded(c.Mark) != "from"
	kind := lexicon.VerbCue
	if g.tree.Tokens[word].Tag == grammar.Noun {
		kind = lexicon.NounCue
	}
	cue, reports := lexicon.CueOf("en", kind, lemma)
	switch {
	case f == left:
		return left
	case word != p.Predicate && listed("denied", g.tree.Tokens[p.Predicate].Lemma): // the idea that … is false
		return f.turned()
	case listed("denied", lemma), reports && cue.Commitment == lexicon.Denies && finite, f == asserted && listed("misspoken", lemma) && !finite && g.says(c):
		return f.turned()
	case f == asserted && finite && reports && kind == lexicon.VerbCue && (cue.Commitment == lexicon.Asserts && !cue.Factive || cue.Class == "believe") && (g.another(p.Subject) || p.Voice == grammar.PassiveVoice): // he insists that, we are told that
		return left
	case g.class(c.Mark)&condition != 0, f == asserted && finite && (listed("open", lemma) || reports && cue.Class == "ask"):
		return left
	}
	if i, ok := lexicon.ImplicativeOf("en", lemma, g.joint(c)); ok && !finite {
		return g.implied(i, f)
	}
	switch {
	case f == refused && (listed("given", lemma) || reports && cue.Factive && !listed("unseen", lemma)):
		if lemma == "know" && g.class(p.Subject)&(first|plural) != 0 {
			return left
		}
		return asserted
	case f == asserted && g.spoken.asks && finite:
		return left
	}
	return f
}

// another reports whether a subject is somebody else than who is quoted: he, they, Doe, my opponent, some.
func (g *governor) another(subject int) bool {
	if subject < 0 {
		return false
	}
	t := &g.tree.Tokens[subject]
	return g.class(subject)&(he|she) != 0 || listed("others", g.folded(subject)) || t.Tag == grammar.ProperNoun || t.Tag == grammar.Noun && lexicon.Human("en", t.Lemma)
}

// says reports whether the clause says something: to say that, to suggest that.
func (g *governor) says(c *grammar.Clause) bool {
	_, ok := lexicon.CueOf("en", lexicon.VerbCue, g.tree.Tokens[c.Predicate].Lemma)
	return ok
}

// joint returns the word that joins clause c to the verb above it.
func (g *governor) joint(c *grammar.Clause) string {
	switch w := g.folded(c.Mark); w {
	case "to", "from", "in", "of":
		return w
	}
	return ""
}

// implied returns the force of what an implicative verb of force f has as its
// complement.
func (g *governor) implied(i lexicon.Implicative, f force) force {
	out := i.Plain
	if f == refused {
		out = i.Negated
	}
	switch {
	case out == lexicon.CameFalse, f == refused && out == lexicon.Unsaid:
		return refused
	}
	return asserted
}

// denied reports whether a word of another language than English denies its
// content.
func denied(lang, word string) bool {
	w := text.Fold(word)
	if l, ok := lexicon.LemmaIn(lang, lexicon.Verb, w); ok {
		w = text.Fold(l)
	}
	if listed("denied", w) {
		return true
	}
	cue, ok := lexicon.CueOf(lang, lexicon.VerbCue, w)
	return ok && cue.Commitment == lexicon.Denies
}
