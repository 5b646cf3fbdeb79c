package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/verify/reason"
)

// A definition is what a sentence says that its subject is: "is a Ugandan drama
// series and film".
type definition struct {
	copula   int
	negation int   // -1 if there is none
	heads    []int // the nouns
	from     []int // parallel to heads: the first word of what describes it
	end      int   // the word after the last head
}

// definition reads what the sentence says that its subject is; false if it does not
// say so.
func (s *sentence) definition() (definition, bool) {
	_, k := s.openingPhrase()
	for k < len(s.words) && !(s.verbal(k) && s.finite(k)) {
		k++
	}
	if k == 0 || k >= len(s.words) || !copular(s.fold(k)) {
		return definition{}, false
	}
	d := definition{copula: k, negation: -1}
	for k++; k < len(s.words); k++ {
		t := s.term(k)
		if t == nil || t.class != adverb && t.class != negation && s.tree.Tokens[k].Tag != grammar.Adverb && t.fold != "been" {
			break
		}
		if t.class == negation {
			d.negation = k
		}
	}
	for k < len(s.words) {
		from, head, next, more := s.defining(k)
		if head >= 0 {
			d.heads, d.from, d.end = append(d.heads, head), append(d.from, from), next
		}
		k, more = next, more && next > k
		if !more {
			break
		}
	}
	if len(d.heads) == 0 && k > d.copula+1 && k >= len(s.words)-1 {
		d.end = k
		return d, len(s.nations(&d)) == 1 // "is American"
	}
	return d, len(d.heads) > 0
}

func copular(w string) bool {
	switch w {
	case "is", "was", "are", "were", "been", "est", "etait":
		return true
	}
	return false
}

// defining reads one noun with what describes it, from word k on: where the
// description begins, the noun (-1 if there is none), the word where the next one
// begins, and whether there may be one.
func (s *sentence) defining(k int) (from, head, next int, more bool) {
	from, head = k, -1
	for ; k < len(s.words); k++ {
		t := s.term(k)
		if t == nil {
			switch s.words[k].In(s.a.side.Text) {
			case ",":
				return from, head, k + 1, head >= 0
			case "-", "/", "–", "``", "''", "\"", "“", "”":
				continue
			}
			return from, head, k, false
		}
		switch tag := s.tree.Tokens[k].Tag; {
		case t.fold == "'s" || t.fold == "’s": // "the writer's third book"
			from, head = k+1, -1
		case t.class == article:
			if k > from {
				return from, head, k, false
			}
		case t.value > 0 && head < 0:
		case t.class == conjunction && t.fold == "and":
			return from, head, k + 1, true
		case t.class == adverb || t.class == content && (tag == grammar.Adjective || tag == grammar.Adverb || tag == grammar.Number):
			if tag == grammar.Adverb && head >= 0 {
				return from, head, k, false
			}
		case t.class == content && (tag == grammar.Noun || tag == grammar.ProperNoun):
			head = k
		case tag == grammar.Verb && k+1 < len(s.words) && s.term(k+1) != nil && s.term(k+1).class == content && !s.verbal(k+1) && (head < 0 || s.words[k-1].In(s.a.side.Text) == "-"):
		default:
			return from, head, k, false
		}
	}
	return from, head, k, false
}

// defined compares what both sentences say that their subject is.
func (x *contrast) defined() verdict {
	d, ok := x.p.definition()
	if !ok {
		return verdict{}
	}
	e, ok := x.q.definition()
	if !ok || len(e.heads) > 1 || !x.aboutSame() || x.assumed || !x.p.plain() || !x.q.plain() {
		return verdict{}
	}
	if len(e.heads) == 0 {
		if e.negation >= 0 || d.negation >= 0 {
			return verdict{}
		}
		return x.otherNation(&d, &e)
	}
	if d.negation >= 0 || e.negation >= 0 {
		return x.isNot(&d, &e)
	}
	for _, compare := range [...]func(*definition, *definition) verdict{x.otherSort, x.otherNation, x.otherQuality, x.otherSeat} {
		if v := compare(&d, &e); v.relation == Contradicts {
			return v
		}
	}
	return verdict{}
}

// isNot finds that one sentence denies what the other says that the subject is.
func (x *contrast) isNot(d, e *definition) verdict {
	if d.negation >= 0 || e.end < len(x.q.words)-1 {
		return verdict{}
	}
	j := e.heads[0]
	for _, i := range d.heads {
		if k := kinOf(x.p, i, x.q, j); k != equal && k != narrower {
			continue // a player may be no musician
		}
		for c := e.from[0]; c < j; c++ {
			if t := x.q.term(c); t != nil && t.class == content && !x.p.among(t, d.copula, d.end) {
				return verdict{}
			}
		}
		return x.clash(reason.Polarity, i, i+1, e.negation, e.negation+1)
	}
	return verdict{}
}

// otherSort finds that what the statement says the subject is excludes all that the
// source says it is.
func (x *contrast) otherSort(d, e *definition) verdict {
	j := e.heads[0]
	if x.q.capitalised(j) || x.fictional() {
		return verdict{}
	}
	for _, i := range d.heads {
		if x.p.capitalised(i) || !lexicon.Asunder(x.p.a.lang, x.p.noun(i), x.q.noun(j)) {
			return verdict{}
		}
	}
	return x.clash(reason.Opposite, d.heads[0], d.heads[0]+1, j, j+1)
}

// fictional reports whether one of the two speaks of somebody who is made up: a
// person, an animal and a character at once.
func (x *contrast) fictional() bool {
	for _, s := range [...]*sentence{x.p, x.q} {
		for i := range s.words {
			switch s.fold(i) {
			case "character", "fictional", "mythical", "mythological", "legendary", "cartoon", "mascot", "named", "nickname":
				return true
			}
		}
	}
	return false
}

// noun returns the lemma of word i as a noun.
func (s *sentence) noun(i int) string {
	if t := s.term(i); t != nil {
		if l, ok := t.lemma(s.a.lang, lexicon.Noun); ok {
			return l
		}
		return t.fold
	}
	return ""
}

// otherNation finds that the statement gives the subject a nationality, and the source
// others.
func (x *contrast) otherNation(d, e *definition) verdict {
	if len(e.heads) > 0 && belongsTo(x.q.noun(e.heads[0])) {
		return verdict{}
	}
	ours := x.q.nations(e)
	theirs := x.p.nations(d)
	if len(ours) != 1 || len(theirs) == 0 {
		return verdict{}
	}
	j := ours[0]
	for _, i := range theirs {
		if x.p.fold(i) == x.q.fold(j) || lexicon.SamePlace(x.p.word(i), x.q.word(j)) {
			return verdict{}
		}
	}
	if x.p.a.hasWord(x.q.fold(j)) {
		return verdict{}
	}
	return x.clash(reason.Place, theirs[0], theirs[0]+1, j, j+1)
}

// belongsTo reports whether a nationality before the noun is one that somebody may have
// beside another: "an American citizen", "of Kenyan descent".
func belongsTo(noun string) bool {
	switch noun {
	case "citizen", "national", "resident", "descent", "origin", "ancestry", "language", "word", "name", "term", "immigrant":
		return true
	}
	return false
}

// nations returns the words of a definition that say of what country the subject is.
func (s *sentence) nations(d *definition) []int {
	var out []int
	for k := d.copula + 1; k < d.end; k++ {
		if t := s.term(k); t != nil && t.flags&capital != 0 && t.class == content {
			if k+2 < d.end && s.words[k+1].In(s.a.side.Text) == "-" && s.tree.Tokens[k+2].Tag == grammar.Verb {
				continue // "Canadian-born"
			}
			if p, ok := lexicon.PlaceOf(s.word(k)); ok && p.Kind == lexicon.Demonym {
				out = append(out, k)
			}
		}
	}
	return out
}

// otherQuality finds that the statement describes the noun by an opposite, or by
// another rank, all the rest being the same.
func (x *contrast) otherQuality(d, e *definition) verdict {
	j := e.heads[0]
	for n, i := range d.heads {
		if k := kinOf(x.p, i, x.q, j); k != equal && k != synonym {
			continue
		}
		for c := e.from[0]; c < j; c++ {
			for b := d.from[n]; b < i; b++ {
				kind, first, end, ok := x.counter(b, c)
				if !ok {
					continue
				}
				if _, said := x.restSaid(first, end, nil); said {
					return x.clash(kind, b, b+1, c, c+1)
				}
			}
		}
	}
	return verdict{}
}

// counter reports whether word b of the source and c of the statement are opposites or
// different ranks, and which words of the statement that takes up.
func (x *contrast) counter(b, c int) (kind reason.Kind, first, end int, ok bool) {
	s, t := x.p.term(b), x.q.term(c)
	if s == nil || t == nil {
		return
	}
	if s.value > 0 && t.value > 0 {
		v, w := x.p.a.values[s.value-1].amount, x.q.a.values[t.value-1].amount
		if v == nil || w == nil || v.Kind != quantity.Ordinal || w.Kind != quantity.Ordinal || quantity.Relate(*v, *w) != quantity.Disjoint {
			return
		}
		return reason.Rank, c, c + 1, true
	}
	if s.class == content && t.class == content && (kinOf(x.p, b, x.q, c) == opposite || x.otherKind(b, c)) && !x.p.a.hasWord(t.fold) && !x.q.a.hasWord(s.fold) {
		return reason.Opposite, c, c + 1, true
	}
	return
}

// otherKind reports whether words b and c are nouns that say what kind the nouns after them
// are of, of which nothing is both: "a football player", "a golf player".
func (x *contrast) otherKind(b, c int) bool {
	return x.p.tree.Tokens[b].Tag == grammar.Noun && x.q.tree.Tokens[c].Tag == grammar.Noun && !x.p.capitalised(b) && !x.q.capitalised(c) &&
		lexicon.Exclusive(x.p.a.lang, x.p.noun(b), x.q.noun(c))
}

// seated finds that the statement puts the subject into another place than the source:
// "is in Bana", "is a town in Mota".
func (x *contrast) seated() verdict {
	f, ok := x.p.seatOf()
	if !ok {
		return verdict{}
	}
	g, ok := x.q.seatOf()
	if !ok || !x.aboutSame() || x.assumed || !x.p.plain() || !x.q.plain() || x.p.denies() >= 0 || x.q.denies() >= 0 || !x.placedElsewhere(f, g) {
		return verdict{}
	}
	for k := g.first; k < g.end; k++ {
		if t := x.q.term(k); t != nil && t.class == content && x.p.a.hasWord(t.fold) {
			return verdict{}
		}
	}
	if _, ok := x.restSaid(g.first, g.end, nil); !ok {
		return verdict{}
	}
	return x.clash(reason.Place, f.first, f.end, g.first, g.end)
}

// seatOf returns the place in which the sentence says that its subject lies.
func (s *sentence) seatOf() (run, bool) {
	if d, ok := s.definition(); ok {
		for _, h := range d.heads {
			if !lexicon.Immovable(s.a.lang, s.noun(h)) {
				return run{}, false
			}
		}
		return s.seat(&d)
	}
	_, k := s.openingPhrase()
	if k == 0 || k+1 >= len(s.words) || !copular(s.fold(k)) {
		return run{}, false
	}
	for k++; k < len(s.words); k++ {
		switch s.fold(k) {
		case "located", "situated", "only", "also":
			continue
		case "in":
			r := s.namesAfter(k + 1)
			return r, r.end >= len(s.words)-1
		}
		break
	}
	return run{}, false
}

// otherSeat finds that the statement puts the same sort of thing into another place.
func (x *contrast) otherSeat(d, e *definition) verdict {
	j := e.heads[0]
	f, ok := x.p.seat(d)
	if !ok {
		return verdict{}
	}
	g, ok := x.q.seat(e)
	if !ok || !x.placedElsewhere(f, g) {
		return verdict{}
	}
	for k := g.first; k < g.end; k++ {
		if t := x.q.term(k); t != nil && t.class == content && x.p.a.hasWord(t.fold) {
			return verdict{}
		}
	}
	for _, i := range d.heads {
		if k := kinOf(x.p, i, x.q, j); k == equal || k == synonym || k == narrower {
			return x.clash(reason.Place, f.first, f.end, g.first, g.end)
		}
	}
	return verdict{}
}

// seat returns the place that follows a definition: "a city in Yambala County".
func (s *sentence) seat(d *definition) (run, bool) {
	for k := d.end; k < len(s.words) && k < d.end+8; k++ {
		t := s.term(k)
		if t == nil {
			return run{}, false
		}
		if t.class == preposition && (t.fold == "in" || t.fold == "from") {
			r := s.namesAfter(k + 1)
			return r, !r.empty()
		}
		switch t.fold {
		case "located", "situated", "based":
			continue
		}
		if s.verbal(k) || t.class == pronoun || t.class == preposition {
			return run{}, false
		}
	}
	return run{}, false
}
