package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Reports say who somebody is by the way: "shadow finance secretary Ruth Okello",
// "Okello, the mayor of Bana, said". That bears out "Okello is the mayor of Bana",
// and that she works as, serves as or holds the post of it. Trees of such phrases
// are often wrong, their words are in order all the same, so they are read by
// their words.
//
// A title is no more than it says: "deputy", "former" or "shadow" may not be left
// out, nor a noun before the role ("finance" in "finance secretary"); an adjective
// may.

// A title is what somebody is called before the name or behind it.
type title struct {
	person     int // a word of the name
	role       int // the noun
	first, end int // the words of the title
}

// findTitles reads the titles of a sentence.
func (s *sentence) findTitles() []title {
	var out []title
	for i := 0; i < len(s.words); i++ {
		if !s.isName(i) || i > 0 && s.isName(i-1) && !s.role(i-1) {
			continue
		}
		end := i + 1
		for end < len(s.words) && s.isName(end) {
			end++
		}
		if i > 0 && (s.role(i-1) || s.called(i-1, i, end)) && i < end && !s.role(i) {
			out = append(out, title{i, i - 1, s.phraseBefore(i - 1), i})
		}
		if t, ok := s.titleBehind(i, end); ok {
			out = append(out, t)
		}
	}
	return out
}

// called reports whether the noun at word i says what the name of words first up
// to end is: "the newspaper Bana Press".
func (s *sentence) called(i, first, end int) bool {
	t := &s.tree.Tokens[i]
	if t.Tag != grammar.Noun || s.isName(i) || t.Head < first || t.Head >= end {
		return false
	}
	k := s.phraseBefore(i) - 1
	return t.Rel == grammar.NmodDesc || t.Rel == grammar.Compound && k >= 0 && s.term(k) != nil && s.term(k).class == article
}

// role reports whether word i is a noun for what somebody is: "mayor", "captain".
func (s *sentence) role(i int) bool {
	if !s.tree.Tokens[i].Tag.Nominal() || s.term(i) == nil || s.term(i).class != content {
		return false
	}
	f := s.fold(i)
	if lexicon.Is(s.a.lang, lexicon.RoleNoun, f) {
		return true
	}
	if s.a.lang != "en" || s.isName(i) {
		return false
	}
	l, ok := lexicon.Lemma(lexicon.Noun, f)
	if !ok {
		return false
	}
	_, person := lexicon.Hypernym(l, "person", lexicon.Noun)
	return person
}

// phraseBefore returns the first word of the noun phrase that ends with word i.
func (s *sentence) phraseBefore(i int) int {
	for i > 0 {
		t := s.term(i - 1)
		if t == nil || t.class != content && !possessive(t.fold) || t.value > 0 {
			break
		}
		switch s.tree.Tokens[i-1].Tag {
		case grammar.Verb, grammar.Auxiliary, grammar.Adverb:
			return i
		}
		i--
	}
	return i
}

func possessive(w string) bool { return w == "'s" || w == "s" || w == "'" }

// titleBehind reads the title behind the name of words i up to j, between commas.
func (s *sentence) titleBehind(i, j int) (title, bool) {
	if j+1 >= len(s.words) || s.words[j].In(s.a.side.Text) != "," {
		return title{}, false
	}
	t := title{person: i, role: -1, first: j + 1, end: j + 1}
	before := true // no preposition was met
	for k := j + 1; ; k++ {
		if k == len(s.words) {
			return title{}, false
		}
		x := s.term(k)
		if x == nil {
			switch w := s.words[k].In(s.a.side.Text); {
			case w == "," && t.role >= 0 && !s.listed(k):
				t.end = k
				return t, true
			case s.words[k].Kind == text.Punct && w != "-":
				return title{}, false
			}
			continue
		}
		switch tag := s.tree.Tokens[k].Tag; {
		case tag == grammar.Verb && before, tag == grammar.Auxiliary, x.class == conjunction, x.class == negation, x.class == modal:
			return title{}, false
		case x.class == preposition:
			before = false
		case before && s.role(k):
			t.role = k
		}
	}
}

// listed reports whether the comma at word k is one of a list: "Okello, the mayor,
// and the judge".
func (s *sentence) listed(k int) bool {
	return k+1 < len(s.words) && s.term(k+1) != nil && s.term(k+1).class == conjunction
}

// titled compares a title of the source with what the statement says somebody is.
func (m *match) titled(p *sentence, t *title, q *event) verdict {
	role, verb := q.office()
	if role < 0 || q.negative || q.open || q.tense == grammar.FutureTense || len(q.agents) != 1 {
		return verdict{}
	}
	who := q.agents[0]
	if q.state && q.s.isName(role) && !q.s.isName(who) { // "the mayor is Ruth Okello"
		who, role = role, who
	}
	if !q.s.isName(who) || !samePhrase(p.nameOf(t), q.s.nameText(who)) || p.term(t.role) == nil || q.s.term(role) == nil {
		return verdict{}
	}
	if kin(p.a.lang, p.term(t.role), q.s.term(role)) != equal {
		return verdict{}
	}
	first, end := max(q.s.tree.Tokens[role].First, verb+1), q.s.tree.Tokens[role].End
	if _, behind := q.s.name(who); behind <= role {
		first = max(first, behind)
	}
	var said []int
	for k := first; k < end; k++ {
		x := q.s.term(k)
		if x == nil {
			continue
		}
		if x.class == negation || x.class == quantifier || x.class == modal || x.value > 0 {
			return verdict{}
		}
		if x.class != content || k == role {
			continue
		}
		if !p.titleSays(t, x) {
			return verdict{}
		}
		said = append(said, k)
	}
	if !p.wholly(t, q.s, first, end) {
		return verdict{}
	}
	m.cover(q.s, who)
	m.coverWord(q.s, q.predicate)
	m.titles++
	for _, k := range append(said, role) {
		m.coverWord(q.s, k)
	}
	for k := range q.s.words { // "holds the position of"
		if k > verb && k < role && verb >= 0 && post(q.s.lemma(k)) {
			m.coverWord(q.s, k)
		}
	}
	return verdict{relation: Agrees}
}

// nameOf returns the name of a title's holder as written, without the title.
func (s *sentence) nameOf(t *title) string {
	end := t.person + 1
	for end < len(s.words) && s.isName(end) {
		end++
	}
	return s.span(t.person, end).In(s.a.side.Text)
}

// office returns the noun for what the event says somebody is, and the verb that
// says so, -1 for a mere copula; -1 if it says no such thing.
func (e *event) office() (role, verb int) {
	if e.state {
		return e.predicate, -1
	}
	switch e.s.lemma(e.predicate) {
	case "work", "serve", "act":
		for _, o := range e.obliques {
			if o.Preposition >= 0 && e.s.fold(o.Preposition) == "as" && len(e.obliques) == 1 {
				return o.Head, e.predicate
			}
		}
	case "hold", "occupy":
		if len(e.patients) == 1 && post(e.s.lemma(e.patients[0])) && len(e.obliques) == 0 {
			for k := e.patients[0] + 1; k < e.s.tree.Tokens[e.patients[0]].End; k++ {
				if e.s.tree.Tokens[k].Head == e.patients[0] && e.s.prepositionOf(k) == "of" {
					return k, e.predicate
				}
			}
		}
	}
	return -1, -1
}

// post reports whether a noun stands for any office.
func post(l string) bool {
	switch l {
	case "position", "post", "office", "job", "role", "title":
		return true
	}
	return false
}

// titleSays reports whether a word stands in the title.
func (s *sentence) titleSays(t *title, x *term) bool {
	for k := t.first; k < t.end; k++ {
		if y := s.term(k); y != nil && y.class == content && (y.stem == x.stem || x.flags&capital != 0 && lexicon.SamePlace(y.fold, x.fold)) {
			return true
		}
	}
	return false
}

// wholly reports whether the statement's phrase, the words of q from first up to
// end, leaves nothing out of the title that makes another office of it.
func (s *sentence) wholly(t *title, q *sentence, first, end int) bool {
	for k := t.first; k < t.role; k++ {
		x := s.term(k)
		if x == nil || x.class == article || possessive(x.fold) {
			continue
		}
		if x.class != content {
			return false
		}
		found := false
		for j := first; j < end; j++ {
			if y := q.term(j); y != nil {
				found = found || y.stem == x.stem
			}
		}
		if !found && (s.tree.Tokens[k].Tag == grammar.Noun || restricts(x.fold) || limiters()[s.a.lang][x.fold]) {
			return false
		}
	}
	return true
}

// restricts reports whether an adjective before a role makes another role of it.
func restricts(w string) bool {
	switch w {
	case "shadow", "prime", "chief", "junior", "senior", "general", "honorary", "outgoing", "incoming", "elect", "designate", "self-proclaimed", "new", "first", "next", "current", "then":
		return true
	}
	return false
}
