package relate

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/verify/reason"
)

// planned looks for a verb that the statement tells as done and the passage leaves
// open: "has filed an appeal", "is considering filing an appeal". No passage may
// have it as done.
func (a *Account) planned(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	for k := range q.terms {
		if !q.done(k) || q.turns(k) || q.opened(k) {
			continue
		}
		for _, i := range near {
			p := passages[i]
			if s := a.overlay(p, q, k, k+1); s.otherTime || s.got < 4 || s.share() < turnShare {
				continue
			}
			j := p.openedAct(q, k)
			if j < 0 || !p.bothSidesLoosely(j, q, k) || a.doneElsewhere(near, passages, q, k) {
				continue
			}
			r := clash(i, reason.Modality, p, [2]int{j, j + 1}, q, [2]int{k, k + 1})
			r.Relation, r.Overstated = Silent, true
			return r, true
		}
	}
	return Retelling{}, false
}

// done reports whether term k is a verb that tells what came about: a past tense,
// a perfect, a passive.
func (a *Analysis) done(k int) bool {
	t := &a.terms[k]
	if t.class != content || t.value > 0 || t.proper() || strings.HasSuffix(t.fold, "ing") || light(t.stem) {
		return false
	}
	l, ok := t.lemma(a.lang, lexicon.Verb)
	if !ok || l == t.fold || t.fold == l+"s" || t.fold == l+"es" || k+1 < len(a.terms) && a.terms[k+1].fold == "to" {
		return false
	}
	_, cue := lexicon.CueOf(a.lang, lexicon.VerbCue, l)
	return !cue && !a.modifies(k)
}

// opener reports whether a word leaves open what it governs.
func opener(w string) bool {
	switch w {
	case "if", "whether", "consider", "considers", "considering", "considered", "plan", "plans", "planned", "planning", "propose", "proposes", "proposed", "proposing", "proposal",
		"seek", "seeks", "seeking", "sought", "hope", "hopes", "hoping", "hoped", "want", "wants", "wanted", "aim", "aims", "intend", "intends", "intended", "expect", "expects", "expected",
		"call", "calls", "calling", "urge", "urges", "urged", "urging", "ask", "asks", "asked", "asking", "demand", "demands", "demanded", "demanding", "request", "requests", "promise", "promised", "pledge", "pledges", "pledged",
		"vow", "vows", "vowed", "threaten", "threatens", "threatened", "could", "may", "might", "would", "will", "should", "try", "tries", "trying", "tried", "likely", "possible", "possibly":
		return true
	}
	return false
}

// opened reports whether a word before term k leaves it open.
func (a *Analysis) opened(k int) bool {
	for i := max(0, k-6); i < k; i++ {
		if opener(a.terms[i].fold) {
			return true
		}
	}
	return false
}

// openedAct returns the term of the passage that is the act of term k and is left
// open there, -1 if none is or one is told plainly.
func (a *Analysis) openedAct(q *Analysis, k int) int {
	at := -1
	for j := range a.terms {
		if s := &a.terms[j]; s.class != content || s.value > 0 || s.proper() || !a.act(j, q, k) {
			continue
		}
		if !a.opened(j) {
			return -1
		}
		at = j
	}
	return at
}

// act reports whether two terms are forms of one verb; "a debate" is none.
func (a *Analysis) act(j int, q *Analysis, k int) bool {
	if j > 0 && a.terms[j-1].class == article {
		return false
	}
	x, ok := a.terms[j].lemma(a.lang, lexicon.Verb)
	y, found := q.terms[k].lemma(q.lang, lexicon.Verb)
	return ok && found && x == y
}

// doneElsewhere reports whether a passage tells the act of term k, or something
// that may be it, and leaves it open by nothing.
func (a *Account) doneElsewhere(near []int, passages []*Analysis, q *Analysis, k int) bool {
	for _, i := range near {
		p := passages[i]
		for j := range p.terms {
			s := &p.terms[j]
			if s.class != content || s.proper() || s.value > 0 || p.opened(j) || p.turns(j) {
				continue
			}
			if p.act(j, q, k) || sameSense(kin(p.lang, s, &q.terms[k])) {
				if a.overlay(p, q, k, k+1).share() >= 0.5 {
					return true
				}
			}
		}
	}
	return false
}
