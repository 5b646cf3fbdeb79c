package relate

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// turnShare is how much of a statement a passage must say, beside the word that
// turns it, for that word to be a clash.
const turnShare = 0.7

// otherPole looks for a word of the statement in whose place the passage has its
// opposite: "extended the curfew", "lifted a midnight curfew". What stands beside
// the two words must be the same on both sides, so that "beat" and "lost to" with
// the roles exchanged are no clash, and nothing around them may deny.
func (a *Account) otherPole(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	for k := range q.terms {
		t := &q.terms[k]
		if t.value > 0 || t.proper() || t.class != content && spatial(t.fold) == "" || q.turns(k) || a.told(near, passages, q, k) {
			continue
		}
		for _, i := range near {
			p := passages[i]
			s := a.overlay(p, q, k, k+1)
			if s.otherTime || s.got < 3 || s.share() < turnShare {
				continue
			}
			for j := range p.terms {
				if p.opposed(j, q, k) && p.modifies(j) == q.modifies(k) && !p.turns(j) && p.bothSides(j, q, k) {
					return clash(i, reason.Opposite, p, [2]int{j, j + 1}, q, [2]int{k, k + 1}), true
				}
			}
		}
	}
	return Retelling{}, false
}

// told reports whether a passage that says about as much of the statement as any
// has its term k.
func (a *Account) told(near []int, passages []*Analysis, q *Analysis, k int) bool {
	top := 0.0
	for _, i := range near {
		share := a.overlay(passages[i], q, k, k+1).share()
		top = max(top, share)
		if share >= top-0.2 && passages[i].place(&q.terms[k]) >= 0 {
			return true
		}
	}
	return false
}

// place returns the first term of a side that says what t says, -1 if none does.
func (a *Analysis) place(t *term) int {
	for j := range a.terms {
		s := &a.terms[j]
		if s.class != t.class || s.value > 0 {
			continue
		}
		if s.stem == t.stem || s.class == content && !s.proper() && !t.proper() && sameSense(kin(a.lang, s, t)) {
			return j
		}
	}
	return -1
}

// opposed reports whether term j of the passage is opposite to term k of the
// statement, which does not say it elsewhere.
func (a *Analysis) opposed(j int, q *Analysis, k int) bool {
	s, t := &a.terms[j], &q.terms[k]
	if s.value > 0 || s.proper() {
		return false
	}
	if x := spatial(t.fold); x != "" {
		return s.fold == x && q.place(s) < 0
	}
	return s.class == content && a.poles(j, q, k) && q.place(s) < 0
}

// spatial returns the opposite of a preposition of which the other cannot be true
// of one number or place; empty if it has none.
func spatial(w string) string {
	switch w {
	case "above":
		return "below"
	case "below":
		return "above"
	}
	return ""
}

// poles reports whether two words are opposites, and not by exchanging the roles.
func (a *Analysis) poles(j int, q *Analysis, k int) bool {
	for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
		x, ok := a.phrased(j, pos)
		if !ok {
			continue
		}
		y, ok := q.phrased(k, pos)
		if !ok || x == y {
			continue
		}
		if lexicon.SamePole(a.lang, x, y, pos) {
			return false
		}
		if pos == lexicon.Verb && (!a.verbal(j) || !q.verbal(k)) {
			continue // "an empty seat" beside "to fill a seat"
		}
		if axis, ok := lexicon.Opposite(a.lang, x, y, pos); ok && !axis.Converse {
			return true
		}
	}
	return false
}

// phrased returns the lemma of term j, of a verb with its particle: "strike down".
func (a *Analysis) phrased(j int, pos lexicon.POS) (string, bool) {
	l, ok := a.terms[j].lemma(a.lang, pos)
	if ok && pos == lexicon.Verb && j+1 < len(a.terms) {
		if p := l + " " + a.terms[j+1].fold; lexicon.SamePole(a.lang, p, p, pos) {
			return p, true
		}
	}
	return l, ok
}

// turns reports whether something near term k turns or weakens it.
func (a *Analysis) turns(k int) bool {
	t := &a.terms[k]
	for i := max(0, k-5); i < min(len(a.terms), k+3); i++ {
		s := &a.terms[i]
		if i == k || s.zone != t.zone {
			continue
		}
		if s.class == negation || s.class == modal || s.class == content && veils()[a.lang][text.Stem(a.lang, s.fold)] {
			return true
		}
	}
	return false
}

// modifies reports whether term j is a participle before its noun: "remaining casinos".
func (a *Analysis) modifies(j int) bool {
	f := a.terms[j].fold
	if !strings.HasSuffix(f, "ing") && !strings.HasSuffix(f, "ed") || j+1 == len(a.terms) {
		return false
	}
	next := &a.terms[j+1]
	_, noun := next.lemma(a.lang, lexicon.Noun)
	return noun && next.class == content && next.value == 0 && next.zone == a.terms[j].zone && !next.proper() && (j == 0 || a.terms[j-1].class != auxiliary)
}

// bothSides reports whether what stands before and after term k of the statement
// stands before and after term j of the passage too.
func (a *Analysis) bothSides(j int, q *Analysis, k int) bool {
	left, anyLeft := a.sideShared(max(0, j-12), j, q, max(0, k-5), k)
	right, anyRight := a.sideShared(j+1, min(len(a.terms), j+9), q, k+1, min(len(q.terms), k+5))
	least := 2
	if !a.verbal(j) || !q.verbal(k) {
		least = 4 // "the first", "more": of whatever
	}
	return (left > 0 || !anyLeft) && (right > 0 || !anyRight) && left+right >= least
}

// verbal reports whether term j may be a verb and has the form of one that says
// what is so.
func (a *Analysis) verbal(j int) bool {
	t := &a.terms[j]
	l, ok := t.lemma(a.lang, lexicon.Verb)
	return ok && (l != t.fold || j > 0 && (a.terms[j-1].class == auxiliary || a.terms[j-1].class == modal || a.terms[j-1].fold == "to")) || spatial(t.fold) != ""
}

// sideShared weighs the content words of the statement's terms from first up to
// end that stand among terms from up to to of the passage; some says that there are
// any to look for.
func (a *Analysis) sideShared(from, to int, q *Analysis, first, end int) (shared int, some bool) {
	for k := first; k < end; k++ {
		t := &q.terms[k]
		if t.class != content || light(t.stem) {
			continue
		}
		some = true
		for j := from; j < to; j++ {
			s := &a.terms[j]
			if s.class != content {
				continue
			}
			if s.stem == t.stem || s.value > 0 && t.value > 0 && sameValue(&a.values[s.value-1], &q.values[t.value-1]) ||
				!s.proper() && !t.proper() && s.value == 0 && t.value == 0 && sameSense(kin(a.lang, s, t)) {
				shared += t.tellWeight()
				break
			}
		}
	}
	return shared, some
}

// sameValue reports whether two quantities are one.
func sameValue(v, w *value) bool {
	return v.amount != nil && w.amount != nil && quantity.Relate(*v.amount, *w.amount) == quantity.Equal
}

// otherSign looks for a word that the statement denies and the passage asserts, or
// the other way round: "would be eligible", "would not be eligible".
func (a *Account) otherSign(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	own := q.denials()
	if len(own) > 1 {
		return Retelling{}, false
	}
	for _, i := range near {
		p := passages[i]
		s := a.overlay(p, q, -1, -1)
		if s.otherTime || s.got < 4 || s.share() < turnShare {
			continue
		}
		var j, k int // the word that is denied, in the passage and in the statement
		if len(own) == 1 {
			k = q.deniedBy(own[0])
			j = p.unturned(q, k)
		} else {
			j, k = p.deniedOnce(q)
		}
		if j < 0 || k < 0 || !p.bothSidesLoosely(j, q, k) || a.agreedElsewhere(near, passages, i, q, k, len(own) == 1) {
			continue
		}
		return clash(i, reason.Polarity, p, [2]int{j, j + 1}, q, [2]int{k, k + 1}), true
	}
	return Retelling{}, false
}

// denials returns the terms of a side that deny.
func (a *Analysis) denials() []int {
	var out []int
	for i := range a.terms {
		if a.terms[i].class == negation || negative(a.terms[i].fold) {
			out = append(out, i)
		}
	}
	return out
}

// negative reports whether a word denies or takes back, be it no negation.
func negative(w string) bool {
	switch w {
	case "deny", "denies", "denied", "fail", "fails", "failed", "refuse", "refuses", "refused", "reject", "rejects", "rejected", "lack", "lacks", "lacked", "unable",
		"unlikely", "hardly", "rarely", "barely", "decline", "declined", "without", "only", "unless", "until", "doubt", "doubts", "doubted", "stop", "stopped", "instead", "rather", "but", "than", "neither", "nor":
		return true
	}
	return false
}

// deniedBy returns the content word that negation n denies, -1 if it is none that
// is plain: "not only", "no longer", "not all".
func (a *Analysis) deniedBy(n int) int {
	if a.terms[n].class != negation {
		return -1
	}
	for k := n + 1; k < len(a.terms) && k <= n+4; k++ {
		t := &a.terms[k]
		switch {
		case t.zone != a.terms[n].zone || t.class == quantifier || t.class == modal:
			return -1
		case t.fold == "only" || t.fold == "just" || t.fold == "until" || t.fold == "longer" || t.fold == "necessarily" || t.fold == "yet" || t.fold == "more" || t.fold == "less":
			return -1
		case t.value > 0 || t.proper():
			return -1
		case t.class == content && !light(t.stem):
			return k
		}
	}
	return -1
}

// unturned returns the term of the passage that is term k of the statement, if
// nothing turns or weakens it there; else -1.
func (a *Analysis) unturned(q *Analysis, k int) int {
	if k < 0 {
		return -1
	}
	for j := range a.terms {
		s := &a.terms[j]
		if s.class != content || s.proper() || !a.sameAct(j, q, k) {
			continue
		}
		for i := range a.terms {
			if x := &a.terms[i]; (x.class == negation || negative(x.fold) || x.class == modal && !q.hasWord(x.fold)) && (x.zone == s.zone || i > j-6 && i < j) {
				return -1
			}
		}
		return j
	}
	return -1
}

// sameAct reports whether two terms are one word, or verbs that say the same.
func (a *Analysis) sameAct(j int, q *Analysis, k int) bool {
	s, t := &a.terms[j], &q.terms[k]
	return s.stem == t.stem || a.verbal(j) && q.verbal(k) && sameSense(kin(a.lang, s, t))
}

// deniedOnce returns the word that the passage denies once and plainly, and the term
// of the statement that it is.
func (a *Analysis) deniedOnce(q *Analysis) (j, k int) {
	j, k = -1, -1
	for _, n := range a.denials() {
		d := a.deniedBy(n)
		if d < 0 {
			continue
		}
		for i := range q.terms {
			t := &q.terms[i]
			if t.class == content && !t.proper() && t.value == 0 && a.sameAct(d, q, i) && a.alone(n) && q.plain(i) {
				return d, i
			}
		}
	}
	return -1, -1
}

// plain reports whether nothing in its clause denies term i.
func (a *Analysis) plain(i int) bool {
	for _, n := range a.denials() {
		if a.terms[n].zone == a.terms[i].zone {
			return false
		}
	}
	return true
}

// alone reports whether negation n is all that denies or weakens in its clause.
func (a *Analysis) alone(n int) bool {
	for i := range a.terms {
		if s := &a.terms[i]; i != n && (s.zone == a.terms[n].zone || i < n && i > n-5) && (s.class == negation || negative(s.fold) || s.fold == "if" || s.fold == "whether") {
			return false
		}
	}
	return true
}

// bothSidesLoosely reports whether anything that stands by term k of the statement
// stands by term j of the passage.
func (a *Analysis) bothSidesLoosely(j int, q *Analysis, k int) bool {
	n, _ := a.sideShared(max(0, j-8), min(len(a.terms), j+9), q, max(0, k-6), min(len(q.terms), k+7))
	if a.terms[j].stem == q.terms[k].stem {
		n-- // the word itself
	}
	return n >= 2
}

// agreedElsewhere reports whether another passage has term k of the statement with
// the statement's sign.
func (a *Account) agreedElsewhere(near []int, passages []*Analysis, but int, q *Analysis, k int, denied bool) bool {
	for _, i := range near {
		p := passages[i]
		if j := p.place(&q.terms[k]); i != but && j >= 0 && p.plain(j) != denied && a.overlay(p, q, -1, -1).share() >= 0.5 {
			return true
		}
	}
	return false
}
