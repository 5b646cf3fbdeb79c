package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Who is described before he is named: “It is under water,” said a local farmer. | Guy Doe runs the
// farm with his sons.
//
// That the next one named is the one described must be borne out: by his age; by an age that the
// text gives to nobody else, if he is quoted by his name below; by what he does, which the
// description says (farmer, farm); or by a calling with which the text opens, as if the reader
// knew him: “The biologist”. Whoever is named in an office, or by what he says, is somebody else,
// and so is whom the described one calls “he”.

// bring notes that the text speaks of somebody without a name at p, whom head describes: anew, or as another word for
// who was described just now: “A young farmer left. | The man”, “| the 54-year-old”. Nil if “the farmer” may be somebody named.
func (c *cast) bring(r *reading, head text.Range, p place) *member {
	const lately = 3 // sentences
	noun, age, kind, at := "", r.aged(head), Person, head.End-1
	sex := cmp.Or(lexicon.TitleGender(r.lang, r.lower(at)), r.titleSex(head))
	switch {
	case r.capital(at):
	case r.person(at):
		noun = r.lower(at)
	case r.body(at): // French has a pronoun for it: « L'agence dément. Elle »
		noun, kind, sex = r.lower(at), Organisation, lexicon.TitleGender(r.lang, r.lower(head.First))
	}
	for _, m := range slices.Backward(c.recent) {
		if m.name != "" || m.kind != kind || m.last.word != p.word && (!r.definite(head.First) || c.passage-m.last.passage > lately) {
			continue
		}
		if m.last.word == p.word || (noun == "" || noun == m.noun || m.noun == "" || lexicon.Is(r.lang, lexicon.Anonymous, noun)) && cmp.Or(m.age, age) == cmp.Or(age, m.age) && cmp.Or(m.sex, sex) == cmp.Or(sex, m.sex) {
			m.noun, m.age, m.sex = cmp.Or(m.noun, noun), cmp.Or(m.age, age), cmp.Or(m.sex, sex)
			c.touch(m, p)
			return m
		}
		break
	}
	if r.definite(head.First) && kind == Person && p.subject && noun != "" && age == "" && r.lower(head.End) != "who" && !c.apart(r, head, noun) {
		return nil
	}
	m := newMember("", head.First)
	m.kind, m.person, m.words, m.noun, m.age, m.sex, m.known = kind, kind == Person, head, noun, age, sex, c.opensCalled(r, head, noun)
	c.touch(m, p)
	return m
}

// opensCalled reports whether a text opens with a calling, as if the reader knew whose it is: “The biologist is up at six”.
func (c *cast) opensCalled(r *reading, head text.Range, noun string) bool {
	p := r.text.Passages[c.passage]
	calling := lexicon.Is(r.lang, lexicon.Calling, noun) || head.Len() > 2 && noun != "" && lexicon.Is(r.lang, lexicon.Prefix, r.lower(head.First+1))
	person := func(m *member) bool { return m.name != "" && m.kind == Person && !upper(m.name) } // twin: the dateline “ROSE BAY”
	return p.First <= 1 && p.Words.First == r.text.Blocks[p.First].First && calling && r.definite(head.First) && !c.introduced(r, noun, -1) && !slices.ContainsFunc(c.recent, person)
}

// sketches notes that the statement at r.out[k] is of the person without a name whom a mention describes or means.
func (c *cast) sketches(r *reading, mention text.Range, k int) {
	head := r.headOf(mention)
	noun, m := head.End-1, c.unnamed
	if m == nil && r.lang == "en" && head.Len() > 1 && r.determiner(mention.First) && !lexicon.Is(r.lang, lexicon.Owning, r.lower(mention.First)) && (r.person(noun) && !r.capital(noun) || r.aged(r.ageIn(mention)) != "") {
		m = c.bring(r, head, place{word: mention.First, passage: c.passage, subject: true})
	}
	if m != nil {
		m.said = append(m.said, k)
	}
}

// dash reports whether word i is a dash, as behind a dateline: “BANA — A farmer”.
func (r *reading) dash(i int) bool {
	w := r.word(i)
	return w == "—" || w == "–" || w == "--" || w == "-" && r.words[i].Space
}

// unveils gives the statements of whoever was described last to the person m, whom the name n brings
// into the text, if he is that one. Whoever else is named leaves the described one behind.
func (c *cast) unveils(r *reading, m *member, n text.Range) {
	const blocks = 1 // between the description and the name
	p := r.text.Passages[c.passage]
	for _, s := range slices.Backward(c.recent) {
		if s.name != "" || m.kind != Person || n.First < s.words.End || !r.opens(n) {
			continue
		}
		said := s.said
		if s.said = nil; len(said) == 0 || n.First != m.first || n.Len() < 2 || p.First-r.text.Passages[s.last.passage].Last > blocks || p.Words.First < s.words.End || !c.isSketch(r, s, m, n) || slices.ContainsFunc(said, func(k int) bool { return c.speaksOf(r, r.wordsOfSpan(r.out[k].Span()), m) }) {
			continue
		}
		if s.noun != "" && !lexicon.Is(r.lang, lexicon.Anonymous, s.noun) {
			for i := s.words.First; i < s.words.End; i++ {
				if lexicon.Is(r.lang, lexicon.Years, r.lower(i)) { // “a 54-|year-old | teacher”
					s.words.First = min(i+3, s.words.End)
				}
			}
			c.know(r, m, r.prefix(s.words))
		}
		for _, k := range said {
			m.is(&r.out[k].Attribution.Speaker)
		}
	}
}

// isSketch reports whether the text bears out that m, whom the name n brings in, is the one described.
func (c *cast) isSketch(r *reading, s, m *member, n text.Range) bool {
	p := r.text.Passages[c.passage]
	speaks := slices.ContainsFunc(r.found[c.passage].reports, func(a speech.Report) bool {
		return a.Speaker.First <= n.First && n.First < a.Speaker.End && r.speech(&a)
	})
	office := m.role != "" && slices.ContainsFunc(standings(r.lang, m.role), func(w string) bool {
		return (lexicon.Is(r.lang, lexicon.RoleNoun, w) || lexicon.Is(r.lang, lexicon.Title, w)) && w != s.noun && !lexicon.Is(r.lang, lexicon.Relation, w)
	})
	sex := cmp.Or(m.sex, m.usual, s.sex)
	switch {
	case s.sex != lexicon.NoGender && sex != s.sex, s.age != "" && m.age != "" && s.age != m.age:
		return false
	case s.age != "" && s.age == m.age:
		return true
	case speaks, office, r.definite(n.First - 1):
		return false
	}
	const reach = 60 // words
	linked, calling := false, lexicon.Is(r.lang, lexicon.Calling, s.noun)
	for i := n.End; i < min(r.text.Blocks[p.Last].End, n.End+reach); i++ {
		if s.noun != "" && r.lower(i) == s.noun && r.definite(i-1) {
			return false // “Doe owns the mill that | the farmer uses”
		}
		linked = linked || calling && r.doneBy(i, s.noun)
	}
	return s.known || linked || s.age != "" && c.speaksLater(r, m)
}

// speaksLater reports whether m is quoted by his family name soon behind this passage. Twin: “Doe died. |
// His mother, Ann Doe, said”.
func (c *cast) speaksLater(r *reading, m *member) bool {
	const reach = 40 // sentences
	family := text.Fold(lastWord(m.name))
	if len(c.people[family]) > 1 {
		return false
	}
	for _, f := range r.found[c.passage+1 : min(len(r.found), c.passage+1+reach)] {
		for _, a := range f.reports {
			if a.Speaker.Len() > 0 && r.lower(r.headOf(a.Speaker).End-1) == family && r.speech(&a) {
				return true
			}
		}
	}
	return false
}

// speech reports whether a is of what somebody says. Twin: “Doe | has counted | the spawn”.
func (r *reading) speech(a *speech.Report) bool {
	if len(a.Content) == 0 {
		return false
	}
	_, says := r.cue(a)
	return says || a.Verb && r.quotes(a.Content)
}

// doneBy reports whether word i is what whoever has that noun for a calling does or works on: “farm” of a
// farmer, “taught” of a teacher.
func (r *reading) doneBy(i int, noun string) bool {
	const short = 3 // letters
	root := strings.TrimSuffix(strings.TrimSuffix(noun, "er"), "or")
	if root == noun || len(root) < short || r.words[i].Kind != text.Letters {
		return false
	}
	for _, part := range [...]lexicon.POS{lexicon.Noun, lexicon.Verb} {
		if lemma, ok := lexicon.LemmaIn(r.lang, part, r.lower(i)); ok && (lemma == root || lemma == root+"e" || lemma != "" && strings.HasSuffix(root, lemma) && len(lemma) > short) {
			return true
		}
	}
	return false
}

// speaksOf reports whether what is quoted speaks of somebody who may be m: “He ruined us,” said a farmer. | Doe bought the farm.
func (c *cast) speaksOf(r *reading, quoted text.Range, m *member) bool {
	sex := cmp.Or(m.sex, m.usual)
	for i := quoted.First; i < quoted.End; i++ {
		if w := r.lower(i); r.text.Inside(i) >= 0 && (sex != lexicon.Female && lexicon.Is(r.lang, lexicon.He, w) || sex != lexicon.Male && lexicon.Is(r.lang, lexicon.She, w)) {
			return true
		}
	}
	return false
}

// nameless notes that somebody without a name spoke: “A worker said”, “One former inmate said”. Twin: “His worker said”.
func (c *cast) nameless(r *reading, s *Statement, mention text.Range) {
	by, w := &s.Attribution.Speaker, r.lower(mention.First)
	if cue, _ := lexicon.CueOf(r.lang, lexicon.VerbCue, s.Attribution.Cue.Lemma); by.Name != "" || by.Kind != Anonymous || cue.Class == "ask" || !r.determiner(mention.First) || r.definite(mention.First) || lexicon.Is(r.lang, lexicon.Owning, w) {
		return
	}
	if head := r.headOf(mention); r.person(head.End - 1) {
		c.bring(r, head, place{word: mention.First, passage: c.passage, subject: true})
	}
}

// body reports whether word i is a noun for one body: “ministry”.
func (r *reading) body(i int) bool {
	return (r.institution(i) || lexicon.Is(r.lang, lexicon.Firm, r.lower(i))) && !r.several(i) && !r.function(i)
}

// person reports whether word i is a noun for one person.
func (r *reading) person(i int) bool { return r.bearing(i) && !r.institution(i) && !r.several(i) }

// introduces gives the statement before s, of a person without a name (“His mother said she
// knew”), the speaker of s, whom this quotation names in full and nobody named before.
func (r *reading) introduces(s *Statement, p *speech.Passage, a *speech.Report) {
	mention := r.trim(a.Speaker)
	r.cast.nameless(r, s, mention)
	by := &s.Attribution.Speaker
	m, who := r.cast.whole[by.Name], r.saidBefore()
	if r.lang != "en" || m == nil || who == nil || s.Kind != Quote || m.kind != Person || m.first < p.Words.First || !strings.HasSuffix(by.Text, by.Name) && !strings.HasPrefix(by.Text, by.Name+",") || r.word(mention.First-1) == "" {
		return
	}
	before := r.wordsOfSpan(who.Span)
	if before.First < r.text.Blocks[max(0, p.First-1)].First || !r.mayBeNamed(before, m, by) {
		return
	}
	r.cast.know(r, m, r.prefix(r.headOf(before)))
	by.Role = m.role
	who.Name, who.Role, who.Kind = m.name, m.role, m.kind
}

// saidBefore returns the speaker of the last statement if he has no name; nil if it is a quotation or he has one: “The
// bishop | wept and | said he was sorry.” Twin: “A priest was glad when the bishop said so.”
func (r *reading) saidBefore() *Speaker {
	k := len(r.out) - 1
	if k > 0 && r.out[k].Form == Plain && r.out[k-1].Sentence == r.out[k].Sentence && r.out[k-1].Attribution.Speaker.Span.Start == r.out[k].Sentence.Start {
		k--
	}
	if k < 0 {
		return nil
	}
	before := &r.out[k]
	who := &before.Attribution.Speaker
	if before.Kind == Quote && before.Form == Direct || before.Topic || who.Name != "" || who.Kind != Anonymous {
		return nil
	}
	return who
}

// mayBeNamed reports whether a mention without a name may be of m, whom by names: “his mother”, “the bishop” of Bishop
// Doe; of somebody without a role whom a noun of the same sex calls.
func (r *reading) mayBeNamed(mention text.Range, m *member, by *Speaker) bool {
	noun := r.headOf(mention).End - 1
	owned := lexicon.Is(r.lang, lexicon.Owning, r.lower(mention.First)) || r.definite(mention.First)
	for i := mention.First; i < noun; i++ {
		owned = owned || text.IsPossessive(r.lower(i))
	}
	kin := lexicon.Is(r.lang, lexicon.Relation, r.lower(noun)) && by.Text == by.Name // “said Guy Doe”, of whom the text says elsewhere that he is a nurse
	titled := r.holdsRole(m.role, r.lower(noun)) && by.Text == m.role+" "+m.name     // “The bishop of Bana left. “No,” Bishop Doe said.”
	sex := lexicon.TitleGender(r.lang, r.lower(noun))
	return (m.role == "" || kin || titled) && owned && !r.capital(noun) && r.person(noun) && cmp.Or(m.usual, sex) == cmp.Or(sex, m.usual)
}
