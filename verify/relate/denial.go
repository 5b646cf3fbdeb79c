package relate

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// turnsAt reports whether the words at i say that what follows did not come about
// ("did not", "refused to", "has yet to", "lack of"), and how many words they are.
func (s *sentence) turnsAt(i int) (n int, ok bool) {
	t := s.term(i)
	if t == nil {
		return 0, false
	}
	if t.class == negation {
		return 1, true
	}
	if t.class != content && t.fold != "yet" || t.flags&capital != 0 && t.flags&opening == 0 {
		return 0, false
	}
	next := ""
	if i+1 < len(s.words) {
		next = s.fold(i + 1)
	}
	if s.a.lang != "en" {
		return 0, false
	}
	switch {
	case t.fold == "yet" && next == "to", (t.fold == "incapable" || t.fold == "lack" || t.fold == "absence" || t.fold == "devoid") && next == "of", t.fold == "unable" && next == "to":
		return 2, true
	case (t.fold == "came" || t.fold == "come" || t.fold == "comes") && next == "close" && i+3 < len(s.words) && s.fold(i+2) == "to" && strings.HasSuffix(s.fold(i+3), "ing"):
		return 3, true
	case t.fold == "lacked" || t.fold == "lacks" || t.fold == "zero":
		return 1, true
	}
	l, found := lexicon.Lemma(lexicon.Verb, t.fold)
	if !found {
		return 0, false
	}
	switch next {
	case "to", "from", "in":
		if o, ok := lexicon.ImplicativeOf(s.a.lang, l, next); ok && o.Plain == lexicon.CameFalse {
			return 2, true
		}
	default:
		if strings.HasSuffix(next, "ing") {
			if o, ok := lexicon.ImplicativeOf(s.a.lang, l, ""); ok && o.Plain == lexicon.CameFalse {
				return 1, true
			}
		}
	}
	return 0, false
}

// turns returns the runs of words that turn the sentence.
func (s *sentence) turns() []run {
	var out []run
	for i := 0; i < len(s.words); i++ {
		if n, ok := s.turnsAt(i); ok {
			out = append(out, run{i, i + n})
			i += n - 1
		}
	}
	return out
}

// refused finds that one sentence denies what the other says.
func (x *contrast) refused() verdict {
	ours, theirs := x.q.turns(), x.p.turns()
	switch {
	case len(ours) == 1 && len(theirs) == 0:
		return x.deniedBy(ours[0])
	case len(ours) == 0 && len(theirs) > 0:
		return x.denying(theirs)
	}
	return verdict{}
}

// deniedBy finds that the source says all that the statement denies.
func (x *contrast) deniedBy(turn run) verdict {
	if !x.unlimited(x.q) || !x.p.plain() || !x.q.plain() || x.takenBack() || !x.aboutSame() {
		return verdict{}
	}
	if _, e := x.q.openingPhrase(); turn.first < e {
		return verdict{}
	}
	found, ok := x.restSaid(turn.first, turn.end, func(k int) bool { return x.q.fold(k) == "ever" || x.q.fold(k) == "yet" })
	if !ok || found < 1 || found < 2 && x.assumed {
		return verdict{}
	}
	verb, at := x.q.after(turn), -1
	if verb >= 0 {
		at = x.counterpart(verb)
	}
	if at < 0 {
		return verdict{}
	}
	return x.clash(reason.Polarity, at, at+1, turn.first, turn.end)
}

// takenBack reports whether the source's sentence has a word that turns what it says, and
// that the statement has not: "he turned down an offer", "avoids".
func (x *contrast) takenBack() bool {
	veil := veils()[x.p.a.lang]
	for i := range x.p.words {
		t := x.p.term(i)
		if t == nil || t.value > 0 || x.p.capitalised(i) {
			continue
		}
		switch t.fold {
		case "despite", "instead", "avoid", "avoids", "avoiding", "avoided", "down", "against", "away":
			return true
		}
		if stem := text.Stem(x.p.a.lang, t.fold); veil[stem] && !x.q.a.says(stem) {
			return true
		}
	}
	return false
}

// after returns the first content word after a run that is not light, -1 if there is
// none.
func (s *sentence) after(r run) int {
	for k := r.end; k < len(s.words); k++ {
		if t := s.term(k); t != nil && t.class == content && t.value == 0 && (!light(t.stem) || t.stem == "work") && t.fold != "ever" && t.fold != "yet" {
			return k
		}
	}
	return -1
}

// counterpart returns the word of the source that says what word k of the statement
// does, -1 if there is none.
func (x *contrast) counterpart(k int) int {
	t := x.q.term(k)
	related := -1
	for i := range x.p.words {
		y := x.p.term(i)
		if y == nil || y.class != content {
			continue
		}
		if sameWord(x.p.a.lang, y, t) {
			return i
		}
		if related < 0 && (t.flags|y.flags)&capital == 0 && x.p.a.lang == "en" && lexicon.Derived(y.base(), t.base()) {
			related = i
		}
	}
	return related
}

// unlimited reports whether a sentence denies a thing as a whole: no "only", no
// "all", no "because" in it.
func (x *contrast) unlimited(s *sentence) bool {
	for i := range s.words {
		t := s.term(i)
		if t == nil {
			continue
		}
		switch {
		case t.class == quantifier && t.fold != "any" && t.fold != "some":
			return false
		case t.fold == "only", t.fold == "solely", t.fold == "exclusively", t.fold == "because", t.fold == "just", t.fold == "alone", t.fold == "as", t.fold == "than":
			return false
		}
	}
	return true
}

// denying finds that the source denies all that the statement says: what it denies is
// no more than that.
func (x *contrast) denying(turns []run) verdict {
	if !x.unlimited(x.q) || !x.p.plain() || !x.q.plain() || !x.aboutSame() {
		return verdict{}
	}
	_, qe := x.q.openingPhrase()
	for _, turn := range turns {
		end := x.p.scope(turn)
		weight := 0
		ok := true
		for k := qe; k < len(x.q.words) && ok; k++ {
			t := x.q.term(k)
			if t == nil || t.class != content || light(t.stem) {
				continue
			}
			if t.value > 0 && turn.first+1 == turn.end && (x.p.fold(turn.first) == "no" || x.p.fold(turn.first) == "zero") {
				weight++
				continue // "no sons" beside "two sons"
			}
			ok = x.within(k, turn.end, end)
			weight++
		}
		if !ok || weight < 2 {
			continue
		}
		for i := turn.end; i < end && ok; i++ {
			t := x.p.term(i)
			if t != nil && t.fold == "of" {
				break // "no hero of the movement" is no hero
			}
			if t == nil || t.class != content || light(t.stem) {
				continue
			}
			ok = x.mentions(i)
		}
		if ok {
			at := x.q.after(run{qe, qe})
			return x.clash(reason.Polarity, turn.first, turn.end, at, at+1)
		}
	}
	return verdict{}
}

// scope returns the end of what a turn governs: the next mark, relative pronoun, or
// "but".
func (s *sentence) scope(turn run) int {
	for i := turn.end; i < len(s.words); i++ {
		t := s.term(i)
		if t == nil || t.class == pronoun && opensClause(t.fold) || t.class == conjunction && t.fold != "or" {
			return i
		}
	}
	return len(s.words)
}

// within reports whether words i up to j of the source say word k of the statement.
func (x *contrast) within(k, i, j int) bool {
	t := x.q.term(k)
	for ; i < j; i++ {
		y := x.p.term(i)
		if y == nil || y.class != content {
			continue
		}
		if sameWord(x.p.a.lang, y, t) {
			return true
		}
	}
	return false
}

// mentions reports whether the statement says word i of the source.
func (x *contrast) mentions(i int) bool {
	y := x.p.term(i)
	for k := range x.q.words {
		t := x.q.term(k)
		if t == nil || t.class != content {
			continue
		}
		if sameWord(x.p.a.lang, y, t) {
			return true
		}
	}
	return false
}
