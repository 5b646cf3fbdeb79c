package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// resolve says who a mention means; kind is what its grammar takes it for, and held is
// what is said, in which a pronoun's bearer is not looked for.
func (c *cast) resolve(r *reading, mention text.Range, kind grammar.NameKind, held []text.Range) Speaker {
	c.unnamed = nil
	mention = r.subject(r.trim(mention))
	if n := (text.Range{First: mention.First - 1, End: mention.End}); n.First >= 0 && c.whole[r.name(n)] != nil && strings.HasSuffix(r.word(n.First), ".") { // “B. | Vance”
		mention = n
	}
	if mention.Len() == 1 && lexicon.Is(r.lang, lexicon.Pointing, r.lower(mention.First)) && lexicon.Is(r.lang, lexicon.Latter, r.lower(mention.End)) { // « ce | dernier »
		mention.End++
	}
	self := lexicon.NoGender
	if w := r.word(mention.End); lexicon.Is(r.lang, lexicon.Reflexive, w) { // “Clinton | herself”
		self = lexicon.TitleGender(r.lang, w)
	}
	if mention.Len() == 0 {
		return Speaker{}
	}
	s := Speaker{Span: r.span(mention)}
	s.Text = s.Span.In(r.src)
	if c.posted(r, mention, &s) || mention.Len() == 1 && c.self(r, mention.First, &s, held) {
		return s
	}
	if by := c.seek(r, mention, mention, held); by.sort&(personal|neuter|latter) != 0 {
		m := c.meant(by)
		if m.is(&s); by.sort == personal {
			m.learn(by.sex)
		}
		if m != nil && m.name == "" {
			c.unnamed, m.sex = m, cmp.Or(m.sex, by.sex)
			words := m.words
			words.First += once(text.IsPossessive(r.lower(words.First)))
			s.Role, s.Kind = r.prefix(words), Anonymous // “A farmer lost a barn. | She”, “Doe's | lawyer called. | She”
		}
		return s
	}
	head := r.headOf(mention)
	n := r.bearerIn(mention, head)
	if c.pair(r, n) || c.joint(r, mention) {
		s.Kind = Anonymous
		return s
	}
	if n.Len() == 0 || c.noName(r, mention, n) {
		if c.renamed(r, mention, &s) {
			return s
		}
		if by := r.writers(mention, head); by.Len() > 0 {
			return mentioned(c.resolve(r, by, grammar.Other, held), s)
		}
		s.Kind = Anonymous
		s.Span = r.span(r.shortOf(mention))
		s.Text = s.Span.In(r.src)
		if given := r.givenAs(mention); given.Len() > 0 {
			s.Name, s.Kind = r.name(given), Person
			return s
		}
		c.meant(c.seek(r, mention, head, held)).is(&s)
		return s
	}
	s.Name, s.Kind = r.name(n), r.kindOf(n)
	switch {
	case r.lang != "en":
		if n.Len() == 1 && n.First > mention.First && r.titleWord(n.First-1) { // “M. | Kabila”
			s.Kind = Person
		}
	case (n.Len() == 1 || s.Kind == Person) && !r.afterTitle(n) && !c.surely(s.Name) && (kind == grammar.Organisation || kind == grammar.Place):
		s.Kind = map[grammar.NameKind]SpeakerKind{grammar.Organisation: Organisation, grammar.Place: Place}[kind]
	case n.Len() == 1 && r.lower(mention.First) == "the":
		s.Kind = Organisation
	}
	if m := c.ofSex(c.find(r, n), self); m != nil {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
	if !strings.ContainsRune(s.Name, ' ') && r.titleSex(n) != lexicon.NoGender && c.both[r.family(n)] == int(lexicon.Male|lexicon.Female) { // “Ms. Doe” is not Mr. Doe, of whom the text speaks too
		s.Name = r.word(n.First-1) + " " + s.Name
	}
	if s.Role == "" {
		s.Role = r.roleBeside(mention, head, n, s.Kind)
	}
	if s.Kind != Person && r.lang == "en" && !r.bodily(s.Role) {
		s.Role = ""
	}
	return s
}

// is fills in who m is, if he is somebody.
func (m *member) is(s *Speaker) {
	if m != nil && m.name != "" {
		s.Name, s.Role, s.Kind = m.name, m.role, m.kind
	}
}

// self resolves “I”, “you”, “who” and words that are nobody's name; it reports whether word i is one.
func (c *cast) self(r *reading, i int, s *Speaker, held []text.Range) bool {
	switch w := r.lower(i); {
	case w == "i", w == "we", w == "my", w == "our", r.lang != "en" && lexicon.Is(r.lang, lexicon.Self, w):
		if r.turn.Name != "" {
			s.Name, s.Role, s.Kind = r.turn.Name, r.turn.Role, r.turn.Kind
		} else if r.doc.Speaker != "" {
			s.Name, s.Kind = r.doc.Speaker, Person
		}
	case w == "who", w == "which":
		if n := r.antecedent(i); n.Len() > 0 {
			if by := c.resolve(r, n, grammar.Other, held); w == "which" || by.Kind != Place {
				*s = mentioned(by, *s)
			}
		}
	case lexicon.Is(r.lang, lexicon.Spoken, w):
		if r.asksHere() && r.labels == nil {
			*s = mentioned(r.answering(), *s)
		}
	default:
		return slices.Contains([]string{"that", "one", "some", "many", "others", "both"}, w)
	}
	return true
}

// shortOf returns the mention of somebody without a name before what is said of him between commas: “the power company|, which runs the
// plant,”, “a spokesperson|, in an e-mail,”; and before where he said it: “the mayor | in a letter”. Twins: “the mayor, the bishop and the
// judge”, “the woman in the car”.
func (r *reading) shortOf(mention text.Range) text.Range {
	for i := mention.First + 1; i+1 < mention.End; i++ {
		if r.preposition(i) && r.determiner(i+1) && i+2 < mention.End && lexicon.ActOf(r.lang, lexicon.NounCue, r.lower(i+2), "") != lexicon.Other {
			return text.Range{First: mention.First, End: i}
		}
		if r.word(i) == "," && !r.determiner(i+1) && (r.preposition(i+1) || r.lower(i+1) == "which" || r.lower(i+1) == "whose" || strings.HasSuffix(r.lower(i+1), "ing")) {
			return text.Range{First: mention.First, End: i}
		}
	}
	return mention
}

// givenAs returns the name by which a mention says that somebody is called: “a teacher who gave
// her name only as | Josie”. The empty range if it says none. Twin: “a man dressed as Elvis”.
func (r *reading) givenAs(mention text.Range) text.Range {
	const phrase = 5 // words between
	naming := -phrase
	for i := mention.First; i < mention.End; i++ {
		switch {
		case lexicon.Is(r.lang, lexicon.Naming, r.lower(i)):
			naming = i
		case r.capital(i) && i-naming < phrase && r.lower(i-1) == "as":
			n, _ := r.named(i, mention.End)
			return n
		}
	}
	return text.Range{}
}

// ofSex returns m, or the one namesake of that sex if m is of the other. Nil if there is none
// or are several.
func (c *cast) ofSex(m *member, sex lexicon.Gender) *member {
	other := func(m *member) bool { return sex != lexicon.NoGender && cmp.Or(m.sex, m.usual, sex) != sex }
	if m == nil || !other(m) {
		return m
	}
	list := slices.DeleteFunc(slices.Clone(c.people[text.Fold(lastWord(m.name))]), other)
	if len(list) != 1 {
		return nil
	}
	return list[0]
}

// subject returns a mention without the participle phrase before it: “Giving evidence, |
// Doe's sister, Jane Roe”; and without “herself” behind it.
func (r *reading) subject(mention text.Range) text.Range {
	const phrase = 8
	if mention.Len() > 1 && r.lang == "en" && lexicon.Is(r.lang, lexicon.Reflexive, r.lower(mention.End-1)) {
		mention.End--
	}
	if r.lang != "en" && r.leads(mention.First) && mention.Len() > 2 && lexicon.Is(r.lang, lexicon.Opener, r.lower(mention.First)) && !r.determiner(mention.First) && r.determiner(mention.First+1) { // « Puis | le maire »
		mention.First++
	}
	if !r.leads(mention.First) || mention.Len() < 4 || !r.opener(mention.First) || !strings.HasSuffix(r.lower(mention.First), "ing") {
		return mention
	}
	for i := mention.First + 1; i < min(mention.End-1, mention.First+phrase); i++ {
		if r.word(i) == "," {
			mention.First = i + 1
			break
		}
	}
	return mention
}

// nounOf returns the noun of a phrase: its last word, or the one before what was done with it: “a | document | filed”,
// “a | study | released on Monday”.
func (r *reading) nounOf(head text.Range) int {
	for i := head.First; i+1 < head.End; i++ {
		w := r.lower(i + 1)
		lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w)
		if _, noun := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(i)); ok && lemma != w && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s") && noun && !r.determiner(i) && !r.capital(i+1) {
			return i
		}
	}
	return head.End - 1
}

// writers returns the words behind “by” or “from” in “a report by the Lake Board”, which
// says what the board does. The empty range for what is no writing, or that of two.
func (r *reading) writers(mention, head text.Range) text.Range {
	by := head.End
	if _, said := lexicon.CueOf(r.lang, lexicon.NounCue, r.lower(by-1)); r.lang != "en" && said && r.word(by-2) != "-" && (r.ofNoun(by) || r.lower(by) == "d'") && by+1 < mention.End { // « un communiqué de la | Régie des eaux »
		return text.Range{First: by + 1, End: mention.End}
	}
	if r.word(by) == "," { // “the report, by the Lake Board,”
		by++
	}
	noun := r.nounOf(head)
	switch r.lower(by) {
	case "by", "from":
		if !lexicon.Is(r.lang, lexicon.Obtaining, r.lower(by-1)) && lexicon.ActOf(r.lang, lexicon.NounCue, r.lower(noun), "") == lexicon.Writing && by+1 < mention.End {
			who := text.Range{First: by + 1, End: mention.End}
			name := by + 1
			if r.definite(name) {
				name++
			}
			if n, _ := r.named(name, mention.End); n.Len() > 0 && r.words[n.End].Kind == text.Letters && !r.joins(n.End) && !text.IsPossessive(r.lower(n.End)) { // “by Norvik | last week”
				k := n.End
				for k < mention.End && r.modifies(k) {
					k++
				}
				if k == n.End || !r.institution(k-1) { // “by the Flemish heritage agency”
					who.End = n.End
				}
			}
			if end := r.headOf(who).End; end == who.End || !lexicon.Is(r.lang, lexicon.Joining, r.lower(end)) {
				return who
			}
		}
	}
	return text.Range{}
}

// renamed resolves a role that an apposition names: "the head of the clinic, Jane
// Doe".
func (c *cast) renamed(r *reading, mention text.Range, s *Speaker) bool {
	for i := mention.First + 2; i+1 < mention.End; i++ {
		if r.word(i) != "," {
			continue
		}
		first := i + 1
		for first+1 < mention.End && !r.capital(first) && (r.modifies(first) || lexicon.Is(r.lang, lexicon.Prefix, r.lower(first)) || lexicon.Is(r.lang, lexicon.Naming, r.lower(first)) && r.capital(first+1) || first == i+1 && lexicon.Is(r.lang, lexicon.Article, r.lower(first))) { // “the petitioner, (the) social worker | Jane Doe”
			first++
		}
		if !r.capital(first) {
			continue
		}
		n, _ := r.named(first, mention.End)
		if text.IsPossessive(r.lower(n.End)) && r.place(n) { // “its biggest customer, Norvia's | Orsk Logic”
			first = n.End + 1
			n, _ = r.named(first, mention.End)
		}
		kin := r.word(n.End) == "," && lexicon.Is(r.lang, lexicon.Relation, r.lower(i-1)) && r.headOf(mention).End == i // “Doe's mother, | Anne, 45,”
		_, what := lexicon.Hypernym(r.lower(first), "person", lexicon.Noun)
		what = what && n.First == first+1 // “the former | Olympian | Jane Doe”
		if n.Len() < 2 && n.End != mention.End && !kin || n.First != first && !r.function(first) && !what || first > i+2 && !r.bearing(first-1) && !text.IsPossessive(r.lower(first-1)) && !what && !lexicon.Is(r.lang, lexicon.Naming, r.lower(first-1)) {
			return false
		}
		if lexicon.Is(r.lang, lexicon.Relation, r.lower(i-1)) && !kin && n.Len() < 2 && r.headOf(mention).End < i { // “a friend of Doe's mother, Anne”
			return false
		}
		role := r.roleIn(text.Range{First: mention.First, End: i})
		s.Name, s.Kind, s.Role = r.name(n), r.kindOf(n), role
		if m := c.find(r, n); m != nil {
			if m.role == "" {
				m.role = role
			}
			s.Name, s.Kind = m.name, m.kind
		}
		return true
	}
	return false
}

// mentioned returns who with the mention of s.
func mentioned(who, s Speaker) Speaker {
	who.Text, who.Span = s.Text, s.Span
	return who
}

// antecedent returns the words before the relative pronoun at i that it stands
// for: back to the nearest mark or verb-like small word.
func (r *reading) antecedent(i int) text.Range {
	end := i
	if r.word(end-1) == "," {
		end--
	}
	for k := end - 1; k > 0 && end-k < 14 && r.words[k].Kind == text.Letters; k-- { // “Doe, | a lawyer from Bana, who”
		if r.word(k-1) == "," && r.determiner(k) && r.capital(k-2) {
			end = k - 1
			break
		}
	}
	first := end
	if w := r.lower(end - 1); w == "who" || w == "which" {
		return text.Range{}
	}
	for first > 0 && end-first < 8 && r.words[first-1].Kind != text.Punct && r.words[first-1].Kind != text.Quote &&
		(r.capital(first-1) || r.joins(first-1) || first == end || r.lower(first-1) == "the" || r.lower(first-1) == "a") {
		first--
		if w := r.lower(first); w == "the" || w == "a" {
			break
		}
	}
	return text.Range{First: first, End: end}
}

// representing reports whether word i says what somebody without a name does for whom: “a lawyer | representing
// Doe”. Twin: “the school board | meeting organizers”.
func (r *reading) representing(i int) bool {
	w := r.lower(i)
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w)
	return ok && lemma != w && strings.HasSuffix(w, "ing") && !r.capital(i) && !r.capital(i-1) && lexicon.Known(r.lower(i-1), lexicon.Noun) && (r.capital(i+1) || r.determiner(i+1))
}

// twoPosts reports whether word i joins what somebody is, whom the mention names behind it: “author | and |
// activist Jane Doe”. Twins: “author Guy Roe and Jane Doe”, “the mayor and councillor Jane Doe”, who may be two.
func (r *reading) twoPosts(mention text.Range, i int) bool {
	if !lexicon.Is(r.lang, lexicon.Joining, r.lower(i)) || !r.bearing(i-1) || r.several(i-1) || r.determiner(mention.First) {
		return false
	}
	k := i + 1
	for k < mention.End && r.modifies(k) && (!r.capital(k) || r.function(k) || !r.bearing(k-1)) {
		k++
	}
	return k > i+1 && k < mention.End && r.capital(k) && r.bearing(k-1) && !r.several(k-1)
}

// headOf cuts a mention before its first comma, bracket or preposition: "one
// officer | in the army".
func (r *reading) headOf(mention text.Range) text.Range {
	for i := mention.First + 1; i < mention.End; i++ {
		if end := max(r.remit(i-1, mention.End), r.twofold(i-1, i, mention.End)); end > i {
			i = end - 1
			continue
		}
		if r.dash(i) || r.determiner(mention.First) && r.representing(i) {
			return text.Range{First: mention.First, End: i}
		}
		if r.capital(i) && !upper(r.word(i)) { // part of a name, whatever word it is
			continue
		}
		if r.capital(i-1) && strings.HasSuffix(r.word(i), "ing") && r.words[i].Space { // “Jane Doe tweeting that”
			return text.Range{First: mention.First, End: i}
		}
		switch r.lower(i) {
		case ",", "(", "by", "in", "from", "with", "at", "on", "who", "which", "that", "and", "for", "of", "to", "citing",
			"de", "du", "des", "d'", "dans", "qui", "pour", "et":
			if w := r.lower(i); r.determiner(mention.First) && r.lower(mention.First) != "the" && lexicon.Is(r.lang, lexicon.Title, r.word(i+1)) { // “a bench of | Justice Jane Doe”
				return text.Range{First: mention.First, End: i}
			} else if (w == "of" || w == "for" || w == "and" || w == "de" || w == "du" || w == "des") && r.capital(i+1) && r.capital(i-1) || r.office(i) || r.headed(i) || r.twoPosts(mention, i) {
				continue
			}
			if r.word(i-1) == "-" { // “the mother|-of-three”
				if r.word(i+1) == "-" && r.capital(i+3) { // “mother-of-three Jane Doe”
					continue
				}
				i--
			}
			return text.Range{First: mention.First, End: i}
		}
	}
	return mention
}
