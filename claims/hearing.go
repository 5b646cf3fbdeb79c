package claims

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Who has been spoken of and who spoke, as far as the text was read.

// hear notes who is named before word end, outside quotations.
func (c *cast) hear(r *reading, end int) {
	if c.hearing { // whom a phrase means is asked while it is heard
		return
	}
	c.hearing = true
	defer func() { c.hearing = false }()
	for c.heard < end {
		i := c.heard
		if r.text.Inside(i) < 0 {
			c.goesOn(r, i)
			c.alike(r, i)
			c.owned(r, i)
			c.writes(r, i)
			c.described(r, i)
			c.subject(r, i)
		}
		n, _ := r.named(i, r.text.Passages[c.passage].Words.End)
		if n.Len() == 0 {
			c.heard++
			continue
		}
		c.heard = n.End
		m := c.find(r, n)
		if m == nil && n.Len() == 1 && len(c.people[r.family(n)]) > 1 && r.text.Inside(n.First) < 0 && r.predicate(n.End) { // “Mrs. Doe | laughed” of two
			c.bring(r, n, place{word: n.First, passage: c.passage, subject: true})
		}
		if m != nil && r.text.Inside(n.First) < 0 && !r.whereabouts(m, n) {
			p := place{word: n.First, passage: c.passage}
			if k := sort.Search(len(r.names), func(k int) bool { return r.names[k].Words.End > n.First }); k < len(r.names) && r.names[k].Words.First < n.End {
				p.subject, p.aside = r.names[k].Subject, r.names[k].Aside
			}
			p.subject = p.subject || !p.aside && r.opens(n) || r.topic(n) || r.stop(n.End) && r.auxiliary(r.lower(n.First-1)) && r.passive(n.First) // “The driver was | Doe.”; whatever the tree makes of it
			if k := len(c.recent) - 1; k >= 0 && lexicon.Is(r.lang, lexicon.Joining, r.lower(n.First-1)) {                                          // “Doe and | Roe | left”
				o := c.recent[k]
				p.subject = p.subject || o.last.subject && o.last.passage == c.passage && o.last.word+len(strings.Fields(o.name)) >= n.First-1
			}
			m.named++
			switch {
			case n.Len() > 1:
				m.full, m.again = c.passage, m.named > 1
			case p.subject && !r.determiner(n.First-1) && r.titleSex(n) == lexicon.NoGender && strings.HasSuffix(m.name, " "+r.word(n.First)):
				m.bare++
			}
			c.touch(m, p)
			c.apposed(r, n)
			c.owns(r, m, n)
			c.unveils(r, m, n)
		}
	}
}

// whereabouts reports whether the name n of m, of whom the text says no more than one word, is where something is:
// “a driver from | Bana”. Twin: “confidence in | Doe”, who spoke.
func (r *reading) whereabouts(m *member, n text.Range) bool {
	unknown := m.kind == Person && m.name == r.name(n) && n.Len() == 1 && m.role == "" && !m.givenNamed() && m.spoke < 0
	return unknown && r.lang == "en" && slices.Contains([]string{"in", "from", "near", "at"}, r.lower(n.First-1))
}

// described notes of whom a phrase tells that is no subject: by his age, or as a man or a woman, “agreed not to name | the man. He”; or who
// did it, “was heckled by | a tall shepherd who wept. He”.
func (c *cast) described(r *reading, i int) {
	const phrase = 4 // words
	for k := i + 1; r.lower(i-1) == "by" && k < i+phrase && r.modifies(k) && lexicon.Is(r.lang, lexicon.Article, r.lower(i)); k++ {
		if r.lower(k+1) == "who" && r.person(k) && !r.capital(k) && !r.definite(i) {
			c.bring(r, text.Range{First: i, End: k + 1}, place{word: i, passage: c.passage, subject: true})
		}
	}
	if r.lang != "en" || !r.definite(i) {
		return
	}
	w, words := r.lower(i+1), text.Range{First: i, End: min(i+3, len(r.words))}
	if age := r.aged(text.Range{First: i, End: min(i+2, len(r.words))}); age != "" && r.word(i-1) != "," { // “chiefs have given | the 71-year-old a month”
		if m := c.meant(c.seek(r, words, words, nil)); m != nil {
			c.touch(m, place{word: i, passage: c.passage, subject: r.leads(i)})
		}
	} else if sex := lexicon.TitleGender(r.lang, w); lexicon.Is(r.lang, lexicon.Anonymous, w) && sex != lexicon.NoGender && !r.capital(i+2) && !r.ofNoun(i+2) && !r.leads(i) {
		c.bring(r, text.Range{First: i, End: i + 2}, place{word: i, passage: c.passage})
	}
}

// subject notes of whom a sentence speaks, at word i, without a name: “The judge | rejected it. He”, “The ministry | wrote. It”, “A farmer | lost his barn. He”, “One of
// his | regulars had a theory. He”, “The woman | who wept is dead. She”, “The President | laughed. He”. Whom “the” brings in of
// whom nothing was said is somebody only in an office. Twins: “The singer | laughed. He”, “A new boiler | is dear. He”.
func (c *cast) subject(r *reading, i int) {
	for c.noun < len(r.nouns) && r.nouns[c.noun].Words.First < i {
		c.noun++
	}
	if c.noun == len(r.nouns) || r.nouns[c.noun].Words.First != i {
		return
	}
	n, noun := r.nouns[c.noun].Words, r.nouns[c.noun].Noun
	for k, comma := n.First, false; k < n.End || k == n.End && r.word(k) == "," || comma && k < len(r.words); k++ {
		if comma && r.capital(k) && (r.word(k-1) == "," || r.personal(k) && r.bearing(k-1)) { // “Another farmer, | Guy Doe”, “The neighbour, retired plumber | Guy Doe”
			return
		}
		comma = r.word(k) == "," || comma && (lexicon.Is(r.lang, lexicon.Prefix, r.lower(k)) || r.person(k))
	}
	for k := n.First; k < noun; k++ {
		if lexicon.Is(r.lang, lexicon.Article, r.lower(k)) && !r.ofNoun(k-1) { // “On my way out | a boy was”
			n.First = k
		}
	}
	head := text.Range{First: n.First, End: noun + 1}
	w := r.lower(noun)
	switch {
	case w == "one" && r.ofNoun(noun+1):
		for noun += 2; noun < n.End && (r.determiner(noun) || !r.several(noun)); noun++ {
		}
		regular, _ := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(noun))
		if _, one := lexicon.Hypernym(regular, "person", lexicon.Noun); noun == n.End || !one || r.institution(noun) {
			return
		}
	case !r.determiner(n.First) || r.lang == "en" && lexicon.Is(r.lang, lexicon.Owning, r.lower(n.First)) || !r.person(noun) && !r.body(noun) || r.capital(noun) && (head.Len() > 2 || !lexicon.Is(r.lang, lexicon.Title, w) && !demonym(w)): // twin: “The Samoan | sighed. He”
		return
	case r.definite(n.First) && r.lower(n.End) != "who":
		if m := c.meant(c.seek(r, n, head, nil)); m != nil {
			c.touch(m, place{word: n.First, passage: c.passage, subject: true})
			return
		}
	}
	c.bring(r, head, place{word: n.First, passage: c.passage, subject: true})
}

// apart reports whether “the worker”, who is nobody named, is somebody else than those who are: the text brought such a one in, he is in an
// office, or the text opens with him.
func (c *cast) apart(r *reading, head text.Range, noun string) bool {
	which := lexicon.Is(r.lang, lexicon.Anonymous, noun) && r.preposition(head.End) && r.determiner(head.End+1) // “the man | at the gate”
	whose := r.lang != "en" && lexicon.Is(r.lang, lexicon.Relation, noun) && r.ofNoun(head.End)                 // « la mère | de Jane Doe »
	return which || whose || c.introduced(r, noun, -1) || head.Len() == 2 && lexicon.Is(r.lang, lexicon.Title, noun) || c.opensCalled(r, head, noun)
}

// owned notes who is spoken of only as somebody's, behind word i that says whose: “His wife |
// laughed. She”, “Doe's | lawyer called. He”. Twins: “Doe's lawyer, Roe, called. He”, “Roe —
// Doe's lawyer — called. He”.
func (c *cast) owned(r *reading, i int) {
	const phrase = 4 // words of a description
	his := lexicon.Is(r.lang, lexicon.Owning, r.lower(i))
	if r.lang != "en" || !his && !text.IsPossessive(r.lower(i)) && !r.owning(i) {
		return
	}
	noun := i + 1
	for noun < i+phrase && (r.modifies(noun+1) || r.word(noun+1) == "-") && !r.capital(noun+1) {
		noun++
	}
	if n, _ := r.named(noun+2, len(r.words)); his && r.word(noun+1) == "," && n.Len() > 0 { // “Her | publisher, Guy Doe, left. She”
		if m := c.find(r, n); m != nil {
			m.whose = place{word: i, passage: c.passage}
		}
		return
	}
	first := i
	for first > 0 && !his && (r.capital(first-1) || r.determiner(first-1) || r.owning(first)) {
		first--
	}
	if !r.leads(first) && r.words[first-1].Kind == text.Punct || r.capital(noun) || !r.person(noun) || lexicon.Known(r.lower(noun), lexicon.Adjective) && !r.predicate(noun+1) || r.capital(noun+1) || r.word(noun+1) == "," && r.capital(noun+2) {
		return
	}
	verb := noun + 1
	for lexicon.Known(r.lower(verb), lexicon.Adverb) && !r.auxiliary(r.lower(verb)) {
		verb++
	}
	if w := r.lower(verb); strings.HasSuffix(w, "s") && lexicon.Known(w, lexicon.Noun) && lexicon.Known(r.lower(noun), lexicon.Adjective) { // “Doe's general | concerns”
		return
	}
	at := place{word: noun, passage: c.passage, subject: r.predicate(verb) && !r.several(verb)}
	kin := text.Range{First: i, End: noun + 1}
	if m := c.meant(c.seek(r, kin, kin, nil)); m != nil && his && at.subject && r.leads(i) {
		c.touch(m, at)
	} else if m == nil {
		at.aside = true
		c.bring(r, kin, at)
	}
}

// apposed forgets who was spoken of without a name and is the one named by n: “Her apprentice, a young man named | Guy Doe, left”.
func (c *cast) apposed(r *reading, n text.Range) {
	c.recent = slices.DeleteFunc(c.recent, func(m *member) bool {
		comma := false
		for i := m.last.word + 1; m.name == "" && m.last.passage == c.passage && i < n.First; i++ {
			comma = comma || r.word(i) == ","
			if lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(i)); i == n.First-1 && (lemma == "be" || lemma == "être") { // “The man at the gate was | Guy Doe, who”
				return true
			}
			if r.predicate(i) && !lexicon.Is(r.lang, lexicon.Naming, r.lower(i)) {
				return false
			}
		}
		return comma
	})
}

// opens reports whether a name opens its sentence as what it is about: “Doe also | met”, “Coun.
// Doe, who was late, | met”. Twin: “Doe consultant Roe”.
func (r *reading) opens(n text.Range) bool {
	first := n.First
	for first > 0 && !r.leads(first) && r.capital(first-1) && (r.function(first-1) || r.leads(first-1) && subordinates(r.lower(first-1))) { // “And | Doe, for once, agreed”
		first--
	}
	return r.leads(first) && (r.predicate(n.End) || r.word(n.End) == "," && first+maxRemit > n.End)
}

// topic reports whether the sentence that begins before the name n says of whom it speaks:
// “As for | Doe, he says”, “And | Doe? She replied”.
func (r *reading) topic(n text.Range) bool {
	first := n.First
	for first > 0 && n.First-first < 3 && !r.leads(first) {
		first--
	}
	opens := r.name(text.Range{First: first, End: n.First})
	return first < n.First && (r.word(n.End) == "?" && lexicon.Is(r.lang, lexicon.Opener, opens) || r.word(n.End) == "," && lexicon.Is(r.lang, lexicon.Topic, opens))
}

// predicate reports whether word i is a finite verb or what stands before one: “also”, “has”.
func (r *reading) predicate(i int) bool {
	w := r.lower(i)
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w)
	return r.auxiliary(w) || modal(w) || ok && lemma != w && !strings.HasSuffix(w, "ing") && !r.capital(i) || lexicon.Known(w, lexicon.Adverb) && !lexicon.Known(w, lexicon.Adjective)
}

// goesOn notes that the pronoun at word i, the subject of its clause, speaks of whom it
// means once more.
func (c *cast) goesOn(r *reading, i int) {
	sex := lexicon.NoGender
	switch w := r.lower(i); {
	case w == "he" || w == "il":
		sex = lexicon.Male
	case w == "she" || w == "elle":
		sex = lexicon.Female
	default:
		return
	}
	if r.impersonal(i) {
		return
	}
	m := c.subjectHere(sex)
	if m == nil {
		m = c.meant(c.seek(r, text.Range{First: i, End: i + 1}, text.Range{First: i, End: i + 1}, nil))
	}
	if m != nil {
		c.touch(m, place{word: i, passage: c.passage, subject: true})
	}
}

// impersonal reports whether the pronoun at word i is nobody: “il | pleuvait”, “il | était 22 h”, “il | n'y a”.
func (r *reading) impersonal(i int) bool {
	const phrase = 4 // words
	for k := i + 1; k < min(len(r.words), i+phrase) && r.lower(i) == "il"; k++ {
		w := r.lower(k)
		lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, w)
		switch cmp.Or(lemma, w) {
		case "pleuvoir", "neiger", "geler", "falloir", "agir", "y":
			return true
		}
		if r.auxiliary(w) && r.words[min(k+1, len(r.words)-1)].Kind == text.Number {
			return true
		}
	}
	return false
}

// subjectHere returns the one person of a sex who was a subject in this passage already:
// “Doe waited until | he was called”. Nil if none or several.
func (c *cast) subjectHere(sex lexicon.Gender) *member {
	var only *member
	for k := len(c.recent) - 1; k >= 0 && c.recent[k].last.passage == c.passage; k-- {
		m := c.recent[k]
		if m.kind != Person || !m.person || !m.last.subject || m.sex != lexicon.NoGender && m.sex != sex || m.sex == lexicon.NoGender && m.usual != lexicon.NoGender && m.usual != sex {
			continue
		}
		if only != nil {
			return nil
		}
		only = m
	}
	return only
}

// owns learns from “Doe has sold [her] shop” of what sex m, named by the subject n, may
// be: a possessive pronoun in the clause, nobody else named between.
func (c *cast) owns(r *reading, m *member, n text.Range) {
	if !m.last.subject || m.kind != Person || m.usual != lexicon.NoGender {
		return
	}
	for i := n.End; i < min(r.text.Passages[c.passage].Words.End, n.End+12) && !r.capital(i) && r.text.Inside(i) < 0; i++ {
		switch r.lower(i) {
		case "his", "himself", "he":
			m.person, m.usual = true, lexicon.Male
			return
		case "her", "herself", "she":
			m.person, m.usual = true, lexicon.Female
			return
		case ",", ";":
			return
		}
	}
}

// spoke notes that the named speaker s has said something that begins with the given
// word. Of a name of one word, of which nothing is known, “Norvik said [it]” shows a body.
func (c *cast) spoke(r *reading, s Speaker, mention text.Range, begins string) {
	if s.Name == "" || mention.Len() == 0 {
		return
	}
	c.hear(r, mention.End)
	m := c.whole[s.Name]
	if m == nil {
		n := r.lastName(r.headOf(mention))
		if n.Len() != 1 || r.name(n) != s.Name || len(c.people[r.family(n)]) > 1 { // “Doe” of two
			return
		}
		if m = c.add(r, n, s.Role); m == nil {
			return
		}
	}
	if (begins == "its" || begins == "it" && !strings.ContainsRune(m.name, ' ')) && m.spoke < 0 && (m.role == "" || r.bodily(m.role)) && !m.givenNamed() && !c.surely(m.name) { // twin: “Jane Doe said it rained”
		m.kind, m.person = Organisation, false
	}
	m.person, m.spoke, c.voice = m.person || m.kind == Person, c.passage, m
	if m.last.word < mention.First || m.last.word >= mention.End {
		c.touch(m, place{word: mention.First, passage: c.passage, subject: true})
	} else {
		m.last.subject, m.last.aside = true, false
		c.touch(m, m.last)
	}
}

// surely reports whether the grammar took a name for a person's three times, and mostly.
func (c *cast) surely(name string) bool {
	const often = 3
	return c.vote(name) == grammar.Person && c.votes[name][grammar.Person] >= often
}

// touch makes m the one spoken of last, at p.
func (c *cast) touch(m *member, p place) {
	if m.last.word != p.word {
		m.before = m.last
	}
	m.last = p
	m.times++
	for i, o := range c.recent {
		if o == m {
			copy(c.recent[i:], c.recent[i+1:])
			c.recent[len(c.recent)-1] = m
			return
		}
	}
	if len(c.recent) >= 16 {
		copy(c.recent, c.recent[1:])
		c.recent[len(c.recent)-1] = m
		return
	}
	c.recent = append(c.recent, m)
}

// takes gives the floor to who speaks or acts in passage p.
func (c *cast) takes(s Speaker, p *speech.Passage, aloud bool) {
	c.last, c.lastIn, c.block, c.aloud, c.asks = s, c.passage, p.Last, aloud, false
}

// floor returns the speaker of a quotation without attribution in passage p:
// whoever has the floor, if he took it in this paragraph or the one before; with a quotation,
// unless this one is all of the passage: twin “Doe laughed. It was like “Bana Vice.””
func (c *cast) floor(r *reading, p *speech.Passage, whole bool) Speaker {
	if slices.Contains(r.furniture[min(c.block+1, p.First):p.First], false) || !c.aloud && !whole || c.asks && p.First > c.block {
		return Speaker{}
	}
	c.block = p.Last
	s := c.last
	s.Text, s.Span = "", text.Span{}
	return s
}
