package relate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A fit tells how a phrase of the source stands to one of the statement.
type fit uint8

const (
	unknown fit = iota // nothing is known
	partial            // the same thing, but the statement says more of it
	entails            // whatever the source says of it holds for the statement's too
	clashes            // one cannot be the other
)

// A fitting is the outcome of comparing two phrases.
type fitting struct {
	fit    fit
	weight int // of what they share: 3 a name, 2 a common noun, 1 a modifier, 0 a pronoun
	kind   reason.Kind
	p, q   text.Span // what clashes
}

// nouns compares the phrase of word i of p with that of word j of q.
func (m *match) nouns(p *sentence, i int, q *sentence, j int) fitting {
	best, face := fitting{}, j
	for _, g := range q.faces(nil, j) {
		for _, h := range p.faces(nil, i) {
			f := m.heads(p, h, q, g)
			if f.fit == entails && g != j && f.weight < 3 {
				continue // a town by its name, but no town by its kind
			}
			if f.fit == entails && g != j && q.isName(j) && q.articled(g) {
				continue // "Joel Amani, a Democrat": that somebody else is one too makes no Amani of her
			}
			if f.fit > best.fit && (best.fit != entails || f.fit == entails) || f.fit == entails && f.weight > best.weight {
				best, face = f, g
			}
		}
	}
	if best.fit == entails && face != j {
		m.cover(q, j)
		m.cover(q, face)
		return best
	}
	if best.fit != entails {
		return best
	}
	return m.modifiers(p, i, q, j, best)
}

// articled reports whether the phrase of word i begins with an article: it says what
// somebody is, not who.
func (s *sentence) articled(i int) bool {
	for j := s.tree.Tokens[i].First; j < i; j++ {
		if t := s.term(j); t != nil && t.class == article && s.tree.Tokens[j].Head == i {
			return true
		}
	}
	return false
}

// faces appends the words under which the phrase of word i may be known: the
// word itself, what renames it, and the name in "the town of Walikale".
func (s *sentence) faces(dst []int, i int) []int {
	dst = append(dst, i)
	t := &s.tree.Tokens[i]
	if j := i + 1; j < len(s.words) && s.isName(j) && !s.isName(i) && s.tree.Tokens[j].Head == t.Head && s.tree.Tokens[j].Rel.Base() == t.Rel.Base() && !s.valued(j) {
		dst = append(dst, j) // "composer Ruth Okello", the two hung side by side
	}
	for j := t.First; j < t.End; j++ {
		c := &s.tree.Tokens[j]
		if c.Head != i {
			continue
		}
		switch c.Rel {
		case grammar.Appos:
			dst = append(dst, j)
		case grammar.Nmod:
			if s.isName(j) && s.prepositionOf(j) == "of" && !s.isName(i) && s.located(i) {
				dst = append(dst, j)
			}
		case grammar.Compound, grammar.Flat, grammar.NmodDesc:
			if s.isName(j) != s.isName(i) {
				dst = append(dst, j)
			}
		}
	}
	return dst
}

// located reports whether word i is a noun for a sort of place: "town", "province".
func (s *sentence) located(i int) bool {
	l := s.lemma(i)
	switch l {
	case "republic", "kingdom", "ville", "province", "republique", "village", "etat":
		return true
	}
	if s.a.lang != "en" {
		return false
	}
	_, ok := lexicon.Hypernym(l, "location", lexicon.Noun)
	return ok
}

// prepositionOf returns the folded preposition of the phrase of word i, empty if
// it has none.
func (s *sentence) prepositionOf(i int) string {
	for j := s.tree.Tokens[i].First; j < i; j++ {
		if c := &s.tree.Tokens[j]; c.Head == i && c.Rel == grammar.Case {
			return s.fold(j)
		}
	}
	return ""
}

// isName reports whether word i is part of a name.
func (s *sentence) isName(i int) bool {
	if s.tree.Tokens[i].Tag == grammar.ProperNoun {
		return true
	}
	t := s.term(i) // M23, or a capital that the tagger did not believe
	return t != nil && t.class == content && t.flags&capital != 0 && s.tree.Tokens[i].Tag != grammar.Adjective &&
		(t.flags&opening == 0 || strings.ContainsAny(t.fold, "0123456789"))
}

// name returns the words of the name around word i: a run of proper nouns.
func (s *sentence) name(i int) (first, end int) {
	if n, ok := s.tree.NameAt(i); ok {
		for first = i; first > n.First && !s.acts(first-1); {
			first--
		}
		for end = i + 1; end < n.End && !s.acts(end); {
			end++
		}
		return first, end
	}
	first, end = i, i+1
	for first > 0 && s.isName(first-1) {
		first--
	}
	for end < len(s.words) && s.isName(end) {
		end++
	}
	return first, end
}

// acts reports whether word i is a verb in lower case, which no name holds.
func (s *sentence) acts(i int) bool {
	t, x := &s.tree.Tokens[i], s.term(i)
	return (t.Tag == grammar.Verb || t.Tag == grammar.Auxiliary) && x != nil && x.flags&capital == 0
}

// heads compares two words as what their phrases name.
func (m *match) heads(p *sentence, i int, q *sentence, j int) fitting {
	s, t := p.term(i), q.term(j)
	if s == nil || t == nil {
		return fitting{}
	}
	pn, qn := p.refName(i), q.refName(j)
	switch {
	case pn != "" && qn != "":
		if samePhrase(pn, qn) {
			return fitting{fit: entails, weight: 3}
		}
		return fitting{}
	case pn != "" && q.isName(j):
		if samePhrase(pn, q.nameText(j)) {
			return fitting{fit: entails, weight: 3}
		}
		return fitting{}
	case qn != "" && p.isName(i):
		if samePhrase(p.nameText(i), qn) {
			return fitting{fit: entails, weight: 3}
		}
		return fitting{}
	}
	if p.isName(i) && q.isName(j) {
		return m.names(p, i, q, j)
	}
	if s.class == pronoun || t.class == pronoun {
		return m.pronouns(p, i, q, j)
	}
	if m.astray && q.isName(j) && !p.isName(i) && p.definite(i) && p.tree.Tokens[i].Rel.Base() == "nsubj" {
		return m.guess()
	}
	switch k := kinOf(p, i, q, j); k {
	case equal, synonym, narrower:
		return fitting{fit: entails, weight: 2}
	case wider:
		return fitting{fit: partial, weight: 1}
	case opposite, exclusive:
		return fitting{fit: clashes, weight: otherHead, kind: reason.Opposite, p: p.span(i, i+1), q: q.span(j, j+1)}
	}
	return fitting{}
}

// otherHead is the weight of a clash between two things that may both have done
// or suffered the same: it is one only where a slot holds one thing.
const otherHead = -1

// names compares the names around two words.
func (m *match) names(p *sentence, i int, q *sentence, j int) fitting {
	if samePhrase(p.nameText(i), q.nameText(j)) {
		return fitting{fit: entails, weight: 3}
	}
	pf, pe := p.name(i)
	qf, qe := q.name(j)
	if lexicon.SamePlace(p.nameText(i), q.nameText(j)) {
		return fitting{}
	}
	if alias(p.terms(pf, pe), q.terms(qf, qe)) {
		return fitting{} // perhaps the same
	}
	return fitting{fit: clashes, kind: nameKind(p.nameText(i), q.nameText(j)), p: p.span(pf, pe), q: q.span(qf, qe)}
}

// pronouns compares two words of which one is a pronoun that stands for nobody
// known: a pronoun of the source may be anybody if it was not resolved.
func (m *match) pronouns(p *sentence, i int, q *sentence, j int) fitting {
	if p.fold(i) == q.fold(j) {
		return fitting{fit: entails}
	}
	if p.term(i).class == pronoun && !p.a.side.Resolved && personal(p.fold(i)) {
		return m.guess()
	}
	return fitting{}
}

// guess takes a word of the source that names nobody for the statement's subject.
// It weighs nothing unless the source is a passage that does not name it at all.
func (m *match) guess() fitting {
	m.guessed = true
	if m.astray {
		return fitting{fit: entails, weight: 3}
	}
	return fitting{fit: entails}
}

// definite reports whether a noun is one that was named before: "the film".
func (s *sentence) definite(i int) bool {
	f := s.tree.Tokens[i].First
	return i == f+1 && (s.fold(f) == "the" || s.fold(f) == "this")
}

// personal reports whether a pronoun can stand for somebody named before.
func personal(w string) bool {
	switch w {
	case "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "il", "elle", "ils", "elles":
		return true
	}
	return false
}

// nameText returns the name around word i as written.
func (s *sentence) nameText(i int) string {
	first, end := s.name(i)
	return s.span(first, end).In(s.a.side.Text)
}

// refName returns what a Ref of the side says that word i stands for, empty if
// nothing.
func (s *sentence) refName(i int) string {
	w := s.words[i].Span()
	for _, r := range s.a.side.Refs {
		if r.Span.Start <= w.Start && w.End <= r.Span.End {
			return r.Name
		}
	}
	return ""
}

// terms returns the terms of words i up to j.
func (s *sentence) terms(i, j int) []term {
	var t []term
	for ; i < j; i++ {
		if x := s.term(i); x != nil {
			t = append(t, *x)
		}
	}
	return t
}

// samePhrase reports whether two names are one: the shorter's words stand in the
// longer, the last among them for persons; or a lexicon has them as one place.
func samePhrase(a, b string) bool {
	if a == b {
		return true
	}
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if contained(x, y) {
		return true
	}
	// Tim Roth, Timothy Simon Roth; J. Kabila, Joseph Kabila
	n, k := len(x), len(y)
	return n > 1 && k > 1 && x[n-1] == y[k-1] && (short(x[0], y[0]) || short(y[0], x[0])) && contained(x[1:], y)
}

// contained reports whether every word of x is one of y.
func contained(x, y []string) bool {
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

// short reports whether a is a short form or the initial of the given name b.
func short(a, b string) bool {
	a = strings.TrimSuffix(a, ".")
	return a != "" && len(a) < len(b) && strings.HasPrefix(b, a) && (len(a) == 1 || len(a) > 2)
}

// nameWords returns the folded words of a name that count.
func nameWords(s string) []string {
	var words []string
	for _, w := range text.Words(s) {
		f := text.Fold(w.In(s))
		switch f {
		case "the", "of", "'s", "'", "mr", "mr.", "mrs", "mrs.", "dr", "dr.", "gen", "gen.", "president", "la", "le", "de", "du":
			continue
		}
		if w.Kind == text.Letters || w.Kind == text.Number {
			words = append(words, f)
		}
	}
	return words
}

// modifiers checks that whatever the statement's phrase says of its head is said
// by the source's too.
func (m *match) modifiers(p *sentence, i int, q *sentence, j int, f fitting) fitting {
	qf, qe := j, j+1
	if q.isName(j) {
		qf, qe = q.name(j)
	}
	clash := fitting{}
	for c := q.tree.Tokens[j].First; c < q.tree.Tokens[j].End; c++ {
		t := &q.tree.Tokens[c]
		if t.Head != j || c >= qf && c < qe && q.isName(c) {
			continue
		}
		var g fitting
		switch t.Rel {
		case grammar.Amod, grammar.Compound, grammar.Nummod, grammar.NmodDesc:
			g = m.attribute(p, i, q, c)
		case grammar.Nmod, grammar.NmodPoss:
			if g = m.complement(p, i, q, c); g.fit != entails && t.Rel == grammar.Nmod {
				if f := m.loosely(m.event, q, c); f.fit == entails {
					g = f
				}
			}
		case grammar.Det:
			if x := q.term(c); x != nil && x.class == negation {
				g.fit = unknown
			} else {
				continue
			}
		default:
			continue
		}
		switch g.fit {
		case clashes:
			clash = g
		case entails:
			f.weight += g.weight
			m.cover(q, c)
		default:
			f.fit = partial
			m.missing = append(m.missing, q.phrase(c))
		}
	}
	if clash.fit == clashes && f.fit == entails {
		return clash
	}
	return f
}

// attribute looks in the phrase of word i of p for what word c of q says of its
// head.
func (m *match) attribute(p *sentence, i int, q *sentence, c int) fitting {
	if t := q.term(c); t != nil && t.value > 0 && q.a.values[t.value-1].amount != nil {
		return m.number(p, i, q, &q.a.values[t.value-1])
	}
	out := fitting{}
	for _, h := range p.faces(nil, i) {
		for d := p.tree.Tokens[h].First; d < p.tree.Tokens[h].End; d++ {
			t := &p.tree.Tokens[d]
			if p.term(d) == nil || d == h {
				continue
			}
			switch kinOf(p, d, q, c) {
			case equal, synonym, narrower:
				return fitting{fit: entails, weight: 1}
			case opposite, exclusive:
				if t.Head == h && (t.Rel == grammar.Amod || t.Rel == grammar.Compound || t.Rel == grammar.Nummod) {
					out = fitting{fit: clashes, kind: reason.Opposite, p: p.span(d, d+1), q: q.span(c, c+1)}
				}
			}
		}
	}
	return out
}

// number looks in the phrase of word i of p for the number w of the statement's
// phrase.
func (m *match) number(p *sentence, i int, q *sentence, w *value) fitting {
	for _, h := range p.faces(nil, i) {
		for d := p.tree.Tokens[h].First; d < p.tree.Tokens[h].End; d++ {
			t := p.term(d)
			if t == nil || t.value == 0 || p.tree.Tokens[d].Head != h && d != h {
				continue
			}
			v := &p.a.values[t.value-1]
			if v.amount == nil {
				continue
			}
			switch quantity.Relate(*v.amount, *w.amount) {
			case quantity.Equal, quantity.Within:
				set(m.covered, w.first, min(w.end, len(m.covered)))
				return fitting{fit: entails, weight: 1}
			case quantity.Disjoint:
				kind := reason.Number
				if v.amount.Kind == quantity.Ordinal {
					kind = reason.Rank
				}
				return fitting{fit: clashes, kind: kind, p: p.a.span(v.first, v.end), q: q.a.span(w.first, w.end)}
			}
			return fitting{}
		}
	}
	return fitting{}
}

// complement looks in the phrase of word i of p for the phrase of word c of q.
func (m *match) complement(p *sentence, i int, q *sentence, c int) fitting {
	for _, h := range p.faces(nil, i) {
		for d := p.tree.Tokens[h].First; d < p.tree.Tokens[h].End; d++ {
			t := &p.tree.Tokens[d]
			if t.Head != h {
				continue
			}
			switch t.Rel {
			case grammar.Nmod, grammar.NmodPoss, grammar.Compound, grammar.Amod:
				if g := m.nouns(p, d, q, c); g.fit == entails {
					return g
				}
			}
		}
	}
	return fitting{}
}

// kinOf tells how word i of p stands to word j of q, by their part of speech.
func kinOf(p *sentence, i int, q *sentence, j int) kinship {
	s, t := p.term(i), q.term(j)
	if s == nil || t == nil {
		return unrelated
	}
	if s.fold == t.fold {
		return equal
	}
	if p.pos(i) != q.pos(j) && p.pos(i) != lexicon.Any && q.pos(j) != lexicon.Any {
		return unrelated
	}
	return kin(p.a.lang, s, t)
}
