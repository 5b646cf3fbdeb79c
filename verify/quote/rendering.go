package quote

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A quotation in one language whose source is in the other.
//
// No dictionary proves that words are a good translation. What can be told is whether
// each word of content has one that it may be translated by, in both directions, and
// whether what every translator keeps was kept: numbers, names, how often it is denied,
// what must and may be. Only where nothing is left over on either side are the words
// called translated; where all but a number, a name or a denial are there, that one was
// changed. Everything else is no answer: a word that the dictionary does not have may say
// anything.

// A Passage is words in a language.
type Passage struct {
	Text string
	Lang string // "en", "fr"; empty is English
}

// A Rendering is what came of laying a quotation beside words in the other language.
type Rendering struct {
	Faithful bool            // every word has its counterpart and nothing hard differs
	Changed  bool            // so has all but what Reasons name
	Pairs    []Pair          // the words laid beside each other, in the order of the quotation
	Reasons  []reason.Reason // spans count bytes of the two texts
	Source   text.Span       // of the source's text: the sentences that were compared
}

// A Pair is a word of the source and the word of the quotation that it may be translated
// by.
type Pair struct{ Source, Statement text.Span }

// Render lays the words of a quotation beside those of a source in the other language: the
// run of sentences that has most of them.
func Render(source, statement Passage) Rendering {
	q := renderable(statement)
	all := sentencesOf(source)
	best, most := Rendering{}, -1
	for i := range all {
		for n := 1; n <= longestRendering && i+n <= len(all); n++ {
			s := joinRendered(all[i : i+n])
			if len(s.words) > 3*len(q.words)+4 {
				break
			}
			r, score := compareRendered(s, q)
			if score > most {
				best, most = r, score
				best.Source = text.Span{Start: all[i].span.Start, End: all[i+n-1].span.End}
			}
		}
	}
	return best
}

// longestRendering is how many sentences of a source a quotation may have.
const longestRendering = 5

// compareRendered lays the words of a quotation beside those of a source; the score is what
// both have less what only one has.
func compareRendered(s, q *rendered) (Rendering, int) {
	var r Rendering
	usedS, usedQ := make([]bool, len(s.words)), make([]bool, len(q.words))
	var laid []link
	there := phrases(s, q, usedS, usedQ, &r, func(b, a *renderedWord) { laid = append(laid, link{b, a}) }, false)
	here := phrases(q, s, usedQ, usedS, &r, func(b, a *renderedWord) { laid = append(laid, link{a, b}) }, true)
	for i := range q.words {
		if usedQ[i] {
			continue
		}
		if k := counterpart(s, &q.words[i], usedS); k >= 0 {
			usedS[k], usedQ[i] = true, true
			laid = append(laid, link{&s.words[k], &q.words[i]})
			r.Pairs = append(r.Pairs, Pair{s.words[k].span, q.words[i].span})
		}
	}
	performed(laid, s, usedS, func(l link) (own, other *renderedWord) { return l.s, l.q })
	performed(laid, q, usedQ, func(l link) (own, other *renderedWord) { return l.q, l.s })
	slices.SortFunc(r.Pairs, func(a, b Pair) int { return a.Statement.Start - b.Statement.Start })
	open := r.hard(s, q, without(s.denials, there), without(q.denials, here))
	if len(r.Reasons) == 1 && r.Reasons[0].Kind == reason.Polarity {
		outlasting(s, usedS)
		outlasting(q, usedQ)
	}
	r.clashing(s, q, usedS, usedQ)
	leftS, leftQ := unpaired(s, usedS), unpaired(q, usedQ)
	if !inOrder(laid, s, q) || !atOnce(laid) || !deniedAlike(laid, s, q) {
		open += 3
	}
	shared := len(r.Pairs) + len(s.numbers) + len(s.dates) + len(s.names) + min(len(s.denials), 1) - open // "nobody will be forgotten" is two
	if s.whole {
		shared++ // "we lost everything"
	}
	r.Faithful = len(r.Reasons) == 0 && open == 0 && leftS == 0 && leftQ == 0 && shared >= leastRendered
	r.Changed = len(r.Reasons) == 1 && open <= 2 && leftS+leftQ == 0 && len(r.Pairs) >= leastRendered
	return r, 2*len(r.Pairs) - leftS - leftQ + 2*(len(s.names)+len(s.numbers)) - open
}

// outlasting marks a word that goes with a denial which the other text lacks: "ne savons toujours pas", "now know".
func outlasting(r *rendered, used []bool) {
	for i, w := range r.words {
		used[i] = used[i] || len(r.denials) > 0 && slices.ContainsFunc(w.lemmas, func(l string) bool { return listed("outlasting", l) })
	}
}

// performed marks a verb that only says that what its object is a noun for is done, where the other text has a verb for it: "impose
// sanctions", "sanctionner".
func performed(laid []link, r *rendered, used []bool, of func(link) (own, other *renderedWord)) {
	for i := range r.words {
		if used[i] || i+1 == len(r.words) || !listed("performing", r.words[i].lemmas[0]) {
			continue
		}
		used[i] = slices.ContainsFunc(laid, func(l link) bool {
			own, other := of(l)
			return own == &r.words[i+1] && own.pos == lexicon.Noun && other.pos == lexicon.Verb
		})
	}
}

// A link is a word of the source and its counterpart.
type link struct{ s, q *renderedWord }

// inOrder reports whether nouns and names stand in one order, but for those that no verb,
// no denial and nothing that sets one against the other parts: "mortality rate" is "taux de mortalité", but who attacks whom is told by their
// order.
func inOrder(laid []link, s, q *rendered) bool {
	var things []Pair
	for _, l := range laid {
		if l.s.pos == lexicon.Noun && l.q.pos == lexicon.Noun {
			things = append(things, Pair{l.s.span, l.q.span})
		}
	}
	for i := range q.names {
		for k := range s.names {
			if x, _ := name.Compare(s.names[k].who, q.names[i].who); x == name.Same {
				things = append(things, Pair{s.names[k].span, q.names[i].span})
			}
		}
	}
	parted := func(a, b int, r *rendered, of func(link) *renderedWord) bool {
		if slices.ContainsFunc(r.denials, func(d text.Span) bool { return min(a, b) < d.Start && d.Start < max(a, b) }) {
			return true // "peace and not war"
		}
		if slices.ContainsFunc(r.all, func(w renderedWord) bool {
			return min(a, b) < w.span.Start && w.span.Start < max(a, b) && listed("against", w.lemmas[0])
		}) {
			return true // "peace rather than war"
		}
		return slices.ContainsFunc(laid, func(l link) bool {
			w := of(l)
			return w.pos == lexicon.Verb && min(a, b) < w.span.Start && w.span.Start < max(a, b)
		})
	}
	for i, a := range things {
		for _, b := range things[:i] {
			x, y := a.Source.Start < b.Source.Start, a.Statement.Start < b.Statement.Start
			if x != y && (parted(a.Source.Start, b.Source.Start, s, func(l link) *renderedWord { return l.s }) || parted(a.Statement.Start, b.Statement.Start, q, func(l link) *renderedWord { return l.q })) {
				return false
			}
		}
	}
	return true
}

// atOnce reports whether the verbs that stand for each other tell of one time, and of the speakers or of others.
func atOnce(laid []link) bool {
	return !slices.ContainsFunc(laid, func(l link) bool {
		return l.s.time != l.q.time && l.s.time != anyTime && l.q.time != anyTime || l.s.who != l.q.who && l.s.who != anybody && l.q.who != anybody
	})
}

// leastRendered is how many words two texts must share to be one in two languages.
const leastRendered = 2

// unpaired returns how many words of content have no counterpart, but for what a translator may put in: "punir", "punish people".
func unpaired(r *rendered, used []bool) int {
	n := 0
	for i, u := range used {
		if !u && !listed("optional", r.words[i].lemmas[0]) {
			n++
		}
	}
	return n
}

// counterpart returns the first word of s that is not used and that w may be translated
// by, -1 if there is none.
func counterpart(s *rendered, w *renderedWord, used []bool) int {
	for level := range 3 {
		for k := range s.words {
			if !used[k] && alikeWords(&s.words[k], w, level) {
				return k
			}
		}
	}
	return -1
}

// alikeWords reports whether two words say the same: by a lemma at level 0, by the listed
// wordings at level 1, by the dictionary at level 2.
func alikeWords(a, b *renderedWord, level int) bool {
	part := [...]string{lexicon.Noun: "noun", lexicon.Verb: "verb", lexicon.Adjective: "other", lexicon.Adverb: "other"}
	for _, x := range a.lemmas {
		for _, y := range b.lemmas {
			switch {
			case x == y, level == 1 && a.pos == b.pos && (proposition.Says("en", part[a.pos], x, y) || proposition.Says("en", part[a.pos], y, x)),
				level == 2 && a.pos == b.pos && lexicon.Synonyms(x, y, a.pos), level == 2 && a.pos != b.pos && lexicon.Derived(x, y):
				return true
			}
		}
	}
	return false
}

// phrases pairs the words of a whose translation is several words with these in b, and lays the verb among these beside it. It
// returns the denials of b that are among these words: "no" of "leave no stone unturned".
func phrases(b, a *rendered, usedB, usedA []bool, r *Rendering, lay func(b, a *renderedWord), turned bool) (denials []text.Span) {
	for i := range a.words {
		for _, l := range a.words[i].lemmas {
			if usedA[i] || !strings.Contains(l, "_") {
				continue
			}
			lemmas := strings.Split(l, "_")
			spelled := b.spells(lemmas)
			if spelled == nil {
				continue
			}
			usedA[i] = true
			if n := i + 1; n < len(a.words) && slices.ContainsFunc(a.words[n].lemmas, func(x string) bool { return slices.Contains(lemmas, x) }) {
				usedA[n] = true // "chez eux" of "rentrer chez eux", "go home"
			}
			for k := range b.words {
				if w := &b.words[k]; slices.ContainsFunc(spelled, func(x text.Span) bool { return x == w.span }) {
					usedB[k] = true
					if w.pos == lexicon.Verb && a.words[i].pos == lexicon.Verb {
						lay(w, &a.words[i])
					}
				}
			}
			for _, w := range spelled {
				if slices.Contains(b.denials, w) {
					denials = append(denials, w)
				}
			}
			at := text.Span{Start: spelled[0].Start, End: spelled[len(spelled)-1].End}
			p := Pair{at, a.words[i].span}
			if turned {
				p = Pair{p.Statement, p.Source}
			}
			r.Pairs = append(r.Pairs, p)
		}
	}
	return denials
}

// spells returns the words that stand for lemmas one after the other, a word of no content between two of them: "laid down | our
// weapons". Behind a verb its object may stand: "puts thousands of jobs at risk".
func (s *rendered) spells(lemmas []string) []text.Span {
	for i := range s.all {
		if !slices.Contains(s.all[i].lemmas, lemmas[0]) {
			continue
		}
		if rest := s.follow(i+1, lemmas[1:]); rest != nil {
			return append([]text.Span{s.all[i].span}, rest...)
		}
		for j := i + 2; s.all[i].pos == lexicon.Verb && len(lemmas) > 2 && j < min(len(s.all), i+longestObject); j++ {
			if rest := s.follow(j, lemmas[1:]); rest != nil && slices.Contains(s.all[j].lemmas, lemmas[1]) {
				return append([]text.Span{s.all[i].span}, rest...)
			}
		}
	}
	return nil
}

// longestObject is how many words behind a verb what belongs to it may begin.
const longestObject = 8

// follow returns the words from i on that stand for lemmas, nil if they are not there.
func (s *rendered) follow(i int, lemmas []string) []text.Span {
	out := []text.Span{}
	for j := i; len(out) < len(lemmas); j++ {
		switch {
		case j >= len(s.all) || j > i+len(lemmas):
			return nil
		case slices.Contains(s.all[j].lemmas, lemmas[len(out)]):
			out = append(out, s.all[j].span)
		case s.all[j].content:
			return nil
		}
	}
	return out
}
