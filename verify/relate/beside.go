package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// A short statement beside a passage that says all of it but one thing: "Amani was
// born in Bana", and of Amani the passage tells that he was born in Mota. No tree
// is needed to see that, which is as well, since the sentences that tell such
// things are long, full of names, and parsed badly. What is needed:
//
//   - the passage is about what the statement is about: its sentence begins with
//     that name, or with a word for somebody named before ("she", "the film") in a
//     short passage that does not have the name at all;
//   - every other content word of the statement stands in that sentence, in these
//     or in other words;
//   - the one thing that differs stands in a slot that holds one thing only: what
//     something is (definition.go), by whom it was made and where it lies
//     (filler.go), when it happened (moment.go), began or ended (ends.go), whether it is
//     so (denial.go).
//
// Both sides must state what they state: a hedge, a modal or a condition in either
// makes the pair silent. None of these readings finds an agreement.

// A contrast is a sentence of the statement beside one of the source.
type contrast struct {
	m       *match
	p, q    *sentence
	assumed bool // the source's sentence names nobody, and is taken to be about the statement's subject
}

// maxBeside is how many words a statement's sentence may have to be compared so.
const maxBeside = 30

// differs finds the one thing in which a sentence of the statement differs from
// one of the source that says the rest of it.
func (m *match) differs(p, q *sentence) verdict {
	if len(q.words) < 3 || len(q.words) > maxBeside || len(p.words) == 0 || p.a.lang != q.a.lang {
		return verdict{}
	}
	x := &contrast{m: m, p: p, q: q}
	for _, compare := range [...]func() verdict{x.made, x.dated, x.bounded, x.defined, x.seated} {
		if v := compare(); v.relation == Contradicts {
			return v
		}
	}
	if m.near {
		return verdict{} // numbers, opposites and negations were seen, and what stands around them
	}
	for _, compare := range [...]func() verdict{x.tallied, x.opposed, x.refused} {
		if v := compare(); v.relation == Contradicts {
			return v
		}
	}
	return verdict{}
}

// differing returns the reasons why one sentence of the statement differs in one thing
// from one of the source; nil if none does.
func differing(a, b *Analysis) []reason.Reason {
	m := match{covered: make([]bool, len(b.terms)), near: true}
	for _, q := range b.sentences() {
		if v := m.differsAmong(a, q); v.relation == Contradicts {
			return v.reasons
		}
	}
	return nil
}

// differsAmong compares a sentence of the statement with those of the source that have
// all but one of its words that are no names.
func (m *match) differsAmong(a *Analysis, q *sentence) verdict {
	if q.end-q.first > maxBeside+10 {
		return verdict{}
	}
	n := 0
	for _, p := range a.sentences() {
		shared, strange := 0, 0
		for i := q.first; i < q.end; i++ {
			t := q.a.termAt(i)
			if t == nil || t.class != content || q.a.depth[i] > 0 {
				continue
			}
			switch {
			case p.bloom.Has(t.stem):
				shared++
			case t.flags&capital == 0 && t.value == 0 && !light(t.stem):
				strange++
			}
		}
		if shared == 0 || strange > 2 {
			continue
		}
		if n++; n > maxCandidates {
			break
		}
		q.parse()
		p.parse()
		if v := m.differs(p, q); v.relation == Contradicts {
			return v
		}
	}
	return verdict{}
}

// clash returns the verdict that words i up to j of p and k up to l of q exclude
// each other.
func (x *contrast) clash(kind reason.Kind, i, j, k, l int) verdict {
	a, b := x.p.span(i, j), x.q.span(k, l)
	return verdict{relation: Contradicts, reasons: []reason.Reason{against(kind, x.p.a, a, x.q.a, b)}}
}

// verbal reports whether word i is a verb or an auxiliary, one in a title ("I Lost
// My Way") left out.
func (s *sentence) verbal(i int) bool {
	t := s.tree.Tokens[i].Tag
	if t != grammar.Verb && t != grammar.Auxiliary {
		return false
	}
	return i == 0 || !s.capitalised(i)
}

// capitalised reports whether word i begins with a capital that is not the
// sentence's.
func (s *sentence) capitalised(i int) bool {
	t := s.term(i)
	return t != nil && t.flags&capital != 0 && t.flags&opening == 0
}

// openingPhrase returns the words that a sentence begins with, up to its first finite
// verb: what it is about. What stands before the last comma of a beginning that is no noun
// phrase ("In May,", "Filmed in Bana,") is left out, and so is what renames the phrase.
func (s *sentence) openingPhrase() (first, end int) {
	for first < len(s.words) && s.term(first) == nil {
		first++
	}
	if first < len(s.words) && s.subordinate(first) { // "Although it rained, the game was played"
		for i := first + 1; i < len(s.words); i++ {
			if s.words[i].In(s.a.side.Text) == "," {
				first = i + 1
				break
			}
		}
	}
	if end = s.mainVerb(first); end < 0 {
		return 0, 0
	}
	if first < end && s.adverbial(first) {
		for i := end - 1; i > first; i-- {
			if s.words[i].In(s.a.side.Text) == "," {
				return i + 1, end
			}
		}
	}
	for i := first + 1; i < end; i++ {
		if s.words[i].In(s.a.side.Text) == "," {
			return first, i
		}
	}
	return first, end
}

// mainVerb returns the first verb from word i on that can head the sentence, -1 if there is
// none. Where no form is finite beyond doubt, a participle behind a noun may be:
// "Okello defeated Tembo".
func (s *sentence) mainVerb(i int) int {
	for k := i; k < len(s.words); k++ {
		if s.verbal(k) && s.finite(k) {
			return k
		}
	}
	for k := i + 1; k < len(s.words); k++ {
		if s.verbal(k) && s.tree.Tokens[k].Feats.Has(grammar.Participle) && s.tree.Tokens[k-1].Tag.Nominal() {
			return k
		}
	}
	return -1
}

// subordinate reports whether a clause that opens with word i is not the main one.
func (s *sentence) subordinate(i int) bool {
	switch s.fold(i) {
	case "although", "though", "while", "when", "because", "since", "as", "after", "before":
		return s.tree.Tokens[i].Tag == grammar.Subordinator
	}
	return false
}

// finite reports whether the verb at word i can head a sentence: no participle or
// infinitive by itself.
func (s *sentence) finite(i int) bool {
	t := &s.tree.Tokens[i]
	if t.Tag == grammar.Auxiliary {
		return true
	}
	return t.Feats.Has(grammar.Finite) || !t.Feats.Has(grammar.Participle) && !t.Feats.Has(grammar.Gerund) && !t.Feats.Has(grammar.Infinitive)
}

// adverbial reports whether word i opens a phrase that is not the subject.
func (s *sentence) adverbial(i int) bool {
	switch t := &s.tree.Tokens[i]; t.Tag {
	case grammar.Adposition, grammar.Subordinator, grammar.Adverb:
		return true
	case grammar.Verb:
		return true
	}
	t := s.term(i)
	return t != nil && t.value > 0 && s.a.values[t.value-1].time != nil
}

// aboutSame reports whether the source's sentence is about what the statement
// begins with.
func (x *contrast) aboutSame() bool {
	qf, qe := x.q.openingPhrase()
	pf, pe := x.p.openingPhrase()
	if qf >= qe || pf >= pe {
		return false
	}
	return x.sameSubject(qf, qe, pf, pe)
}

// sameSubject reports whether words qf up to qe of the statement name what words
// pf up to pe of the source do.
func (x *contrast) sameSubject(qf, qe, pf, pe int) bool {
	if !x.q.particular(qf, qe) {
		return false
	}
	named, shared, strange, elsewhere, common := 0, 0, 0, 0, 0
	second := x.p.alsoCalled(pe)
	for i := qf; i < qe; i++ {
		t := x.q.term(i)
		if t == nil || t.class != content {
			continue
		}
		name := t.flags&capital != 0 && (t.flags&opening == 0 || x.q.tree.Tokens[i].Tag == grammar.ProperNoun || i+1 < qe && x.q.capitalised(i+1))
		if name {
			named++
		}
		switch {
		case x.p.among(t, pf, pe), x.p.among(t, second.first, second.end):
			shared++
		case x.p.a.hasWord(t.fold) || t.flags&capital == 0 && x.p.a.hasStem(t.stem):
			if t.flags&capital != 0 {
				elsewhere++
			}
		case name:
			strange++
		case !light(t.stem): // "the film Dust", but not "Okello in the army"
			if named > 0 || !x.q.namedSoon(i+1) {
				common++
			}
		}
	}
	switch {
	case shared > 0 && strange == 0 && elsewhere == 0 && common == 0:
		return true
	case shared > 0 && named > 0 && common == 0: // "Okello" beside "Ruth Okello": the source says less of the name
		for i := pf; i < pe; i++ {
			if t := x.p.term(i); t != nil && t.class == content && t.flags&capital != 0 && !x.q.among(t, qf, qe) {
				return false
			}
		}
		return true
	case named > 0 && shared == 0 && (elsewhere == 0 || strange > 0 && x.p.pronounced(pf, pe)) && len(x.p.a.terms) <= 80 && !x.p.a.side.Resolved && x.p.anonymous(pf, pe):
		x.assumed = true
		return true
	}
	return false
}

// particular reports whether words i up to j are somebody or something in particular, or a
// kind as a whole: not "a dog" or "two dogs", of which there are others.
func (s *sentence) particular(i, j int) bool {
	t := s.term(i)
	if t == nil {
		return true
	}
	switch {
	case t.fold == "a", t.fold == "an", t.class == quantifier, t.value > 0, t.class == pronoun:
		for ; i < j; i++ {
			if s.capitalised(i) {
				return true
			}
		}
		return false
	}
	return true
}

// alsoCalled returns the other name that follows the opening phrase: ", known
// professionally as Ruth Okello".
func (s *sentence) alsoCalled(i int) run {
	for k := i; k < len(s.words) && k < i+4; k++ {
		t := s.term(k)
		if t == nil || t.fold == "better" || t.fold == "also" || t.fold == "officially" {
			continue
		}
		switch t.fold {
		case "known", "called", "nicknamed", "ne", "nee", "named":
		default:
			return run{}
		}
		for j := k + 1; j < len(s.words) && j < k+5; j++ {
			if s.term(j) != nil && s.capitalised(j) {
				return s.namesAfter(j)
			}
		}
		return run{}
	}
	return run{}
}

// among reports whether a term stands among words i up to j.
func (s *sentence) among(t *term, i, j int) bool {
	for ; i < j; i++ {
		if y := s.term(i); y != nil && y.class == content && (y.fold == t.fold || y.stem == t.stem && (!y.proper() || !t.proper())) {
			return true
		}
	}
	return false
}

// pronounced reports whether words i up to j are a pronoun for a person: somebody else of
// the same family may stand in the sentence.
func (s *sentence) pronounced(i, j int) bool {
	return j == i+1 && (s.fold(i) == "he" || s.fold(i) == "she")
}

// anonymous reports whether words i up to j name nobody but refer to somebody named
// before: a pronoun, "the film", "its mission".
func (s *sentence) anonymous(i, j int) bool {
	known := false
	for k := i; k < j; k++ {
		t := s.term(k)
		if t == nil {
			continue
		}
		if t.flags&capital != 0 && t.class == content && t.flags&opening == 0 || t.value > 0 {
			return false
		}
		switch {
		case personal(t.fold):
			known = true
		case k == i && (t.fold == "the" || t.fold == "this"):
			known = true
		case k == i && t.fold == "there" && j == i+1:
			return s.unnamed()
		}
		if s.words[k].In(s.a.side.Text) == "," {
			return known
		}
	}
	return known
}

// unnamed reports whether a sentence has no name in it but refers to something named
// before: "there are two schools in the region".
func (s *sentence) unnamed() bool {
	known := false
	for i := range s.words {
		t := s.term(i)
		if t != nil && t.class == content && s.capitalised(i) {
			return false
		}
		if t != nil && i > 0 && (t.fold == "the" || t.fold == "this") && s.term(i-1) != nil && s.term(i-1).class == preposition {
			known = true
		}
	}
	return known
}

// plain reports whether a sentence states what it states: no modal, hedge,
// condition or question in it. Negations are the caller's business.
func (s *sentence) plain() bool {
	for i := 0; i < len(s.words); i++ {
		if n, ok := s.turnsAt(i); ok && s.term(i).class != negation {
			i += n - 1 // "yet to"
			continue
		}
		t := s.term(i)
		if t == nil {
			if s.words[i].In(s.a.side.Text) == "?" {
				return false
			}
			continue
		}
		switch {
		case t.class == modal:
			return false
		case t.fold == "if" || t.fold == "unless" || t.fold == "or" || t.fold == "whether" || t.fold == "without":
			return false
		}
		if _, ok := lexicon.Strength(s.a.lang, lexicon.Hedge, t.fold); ok && !s.performs(i) {
			return false
		}
	}
	return true
}

// performs reports whether word i is "appear" in the sense of a stage: nothing that seems
// so follows it.
func (s *sentence) performs(i int) bool {
	return s.lemma(i) == "appear" && (i+1 == len(s.words) || s.fold(i+1) != "to" && s.tree.Tokens[i+1].Tag != grammar.Adjective)
}

// denies returns the first word of the sentence that negates, -1 if there is none.
func (s *sentence) denies() int {
	for i := range s.words {
		if t := s.term(i); t != nil && t.class == negation {
			return i
		}
	}
	return -1
}

// restSaid reports whether the source's sentence says every content word of the
// statement outside words i up to j, its subject and what leaves out reports left
// out; and how many it found.
func (x *contrast) restSaid(i, j int, leave func(k int) bool) (found int, ok bool) {
	qf, qe := x.q.openingPhrase()
	for k := range x.q.words {
		if k >= i && k < j || k >= qf && k < qe || leave != nil && leave(k) {
			continue
		}
		t := x.q.term(k)
		if t == nil || t.class != content && t.class != quantifier {
			continue
		}
		if t.class == quantifier {
			if !x.p.among(t, 0, len(x.p.words)) && !x.p.a.hasWord(t.fold) {
				return found, false
			}
			continue
		}
		if t.value > 0 {
			v := &x.q.a.values[t.value-1]
			if v.time != nil && x.p.dated(v) {
				found++
				continue
			}
			if !x.p.has(t) {
				return found, false
			}
			continue
		}
		switch {
		case x.has(k):
			found++
		case !light(t.stem):
			return found, false
		}
	}
	return found, true
}

// has reports whether the source's sentence says word k of the statement, in these
// or in other words of any part of speech.
func (x *contrast) has(k int) bool {
	t := x.q.term(k)
	if x.p.has(t) || x.m.says(x.p, t) {
		return true
	}
	if t.flags&capital != 0 || x.q.a.lang != "en" {
		return false
	}
	for i := range x.p.words {
		if y := x.p.term(i); y != nil && y.class == content && y.flags&capital == 0 && lexicon.Derived(y.base(), t.base()) {
			return true
		}
	}
	return false
}

// base returns the form under which a dictionary lists the word.
func (t *term) base() string {
	for _, pos := range [...]lexicon.POS{lexicon.Verb, lexicon.Noun, lexicon.Adjective} {
		if l, ok := lexicon.Lemma(pos, t.fold); ok {
			return l
		}
	}
	return t.fold
}

// has reports whether the sentence has a content word with the term's stem.
func (s *sentence) has(t *term) bool {
	for k := s.first; k < s.end; k++ {
		if y := s.a.termAt(k); y != nil && y.class == content && y.stem == t.stem {
			return true
		}
	}
	return false
}

// run is the words first up to end of a sentence.
type run struct{ first, end int }

func (r run) empty() bool { return r.first >= r.end }

// span returns the bytes of a run.
func (s *sentence) spanOf(r run) text.Span { return s.span(r.first, r.end) }
