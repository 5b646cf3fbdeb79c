package claims

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// cast is who is named in a document, and who spoke last.
type cast struct {
	whole   map[string]*member          // by the name as the text has it in full
	people  map[string][]*member        // by the folded last word of the name
	bodies  map[string][]*member        // bodies of two words or more, by the folded first one
	middle  map[string]*member          // persons of three names or more, by the folded one before the last; nil if several
	given   map[string][]*member        // persons, by the folded first word of the name
	short   map[string]*member          // by the initials that the text puts in brackets behind the name: “(PBO)”
	roles   map[string]*member          // by the noun of a role: who alone has it in the text, nil if several do
	nouns   map[string]int              // words that stand in no phrase with “the”, and where last; nil until one is asked for
	firsts  map[string]int              // where the text has each word first; nil until one is asked for
	kinds   map[lexicon.PersonWord]bool // the sorts of kin the text speaks of: “her daughter”; nil until one is asked for
	both    map[string]int              // by the folded family name, the sexes of its titles: 3 for “Mr Doe” and “Ms Doe”
	owners  map[string]int              // for each name of one word how often “his” and the like follow it, less “its”
	votes   map[string]*[4]int          // for each name how often the grammar takes it for each kind
	heard   int                         // the word up to which names have been noted
	hearing bool                        // names are being noted
	noun    int                         // the word up to which subjects without one have been
	passage int                         // that is being read
	recent  []*member                   // in the order in which they were last spoken of, the latest last
	voice   *member                     // who spoke last
	unnamed *member                     // whom the mention that was resolved last means, if he has no name
	author  *member                     // who made the poll or report that was spoken of last, nil if nobody or several
	wrote   int                         // in which passage
	writing string                      // what it was called, if a sentence says what somebody said in it
	tried   []*member                   // of whom the text says that they pleaded or were charged
	asked   *member                     // to whom what is read now replies, nil if to nobody
	last    Speaker                     // who has the floor: he spoke last, or did what was read last
	lastIn  int                         // the passage in which he took it
	block   int                         // up to which he has it
	aloud   bool                        // he took it with a quotation
	asks    bool                        // which asks: who answers in the next paragraph is somebody else
}

// headline is more words than a headline has.
const headline = 30

// namesakes is how many of one surname are told apart.
const namesakes = 50

// A member is somebody or something that has a name, or somebody of whom the text tells none: “A worker said no.”
type member struct {
	name     string   // empty if it tells none
	role     string   // that is shown
	also     []string // what else he is called: “The boy's grandfather, Elder Doe”
	kind     SpeakerKind
	sex      lexicon.Gender // as a title, a role or a pronoun of the text tells
	usual    lexicon.Gender // of those who have this given name
	told     bool           // a pronoun told it
	they     bool           // the text says “they” of this one person
	first    int            // word at which it is first named
	last     place          // where it was last spoken of, as far as the text was read
	before   place          // and where before that
	whose    place          // the “her” of “her publisher, Guy Doe,” that spoke of him last
	spoke    int            // passage in which it last spoke, -1 if it has not yet
	times    int            // that it has been spoken of
	age      string         // as the text gives it behind the name: “, 32,”
	familiar int            // how often it is called by the given name alone
	titled   int            // how often by “Mr.” and the family name alone
	full     int            // passage in which it was last named by more than one word
	named    int            // how often it was named, as far as the text was read
	again    bool           // it was named in full though it had been named before
	bare     int            // how often by the family name alone, as far as the text was read
	words    text.Range     // of who has no name: that describe him first
	noun     string         // and what they call him: farmer; empty for “the 54-year-old”
	known    bool           // and whether that is a calling with “the”, of whom the text said nothing before
	said     []int          // and the statements that are his
	person   bool           // shown to be one: by a given name, a role, or because it spoke
}

// givenNamed reports whether the name of m begins with a given name, or a pronoun told of which sex he is.
func (m *member) givenNamed() bool {
	given, _, _ := strings.Cut(m.name, " ")
	return m.usual != lexicon.NoGender || m.kind == Person && lexicon.GivenName(given)
}

// A place is where somebody was spoken of.
type place struct {
	word    int // -1 for nowhere
	passage int
	subject bool // as the subject of a clause
	aside   bool // in a phrase that describes another noun
}

// gather collects the names of the whole document, so that the first mention of
// a name that is given in full later is known too.
func (c *cast) gather(r *reading) {
	c.whole, c.roles = map[string]*member{}, map[string]*member{}
	c.bodies, c.lastIn = map[string][]*member{}, -1
	c.people, c.given, c.short, c.votes = map[string][]*member{}, map[string][]*member{}, map[string]*member{}, map[string]*[4]int{}
	c.middle, c.both, c.owners = map[string]*member{}, map[string]int{}, map[string]int{}
	for _, m := range r.names {
		n := r.untitled(m.Words)
		v := c.votes[r.name(n)]
		if v == nil {
			v = &[4]int{}
			c.votes[r.name(n)] = v
		}
		v[m.Kind]++
		if m.Subject && n.Len() > 0 {
			c.owners[r.name(n)] += r.owner(n.End)
		}
	}
	var single []struct { // names of one word
		words text.Range
		role  string
	}
	for _, b := range r.text.Blocks {
		capitals := b.Len() > 4 && b.Len() < headline && r.heading(b) // every word of a headline has one
		for i := b.First; i < b.End; {
			n, role := r.named(i, b.End)
			if n.Len() == 0 {
				i++
				continue
			}
			c.nicknamed(r, n.End-1)
			first := i
			i = n.End
			surname := n.Len() == 1 || n.Len() == 2 && suffix(r.lower(n.End-1))
			if !surname && strings.ContainsRune(r.name(n), ' ') && (n.Len() < 4 || !upper(r.name(n))) && (!r.nation(n) || r.initials(n) != "") && (!capitals || n.Len() < 3 && r.given(n.First, n)) { // a heading is no name
				m := c.add(r, n, role)
				if m != nil {
					c.embodied(r, m, n)
					c.know(r, m, r.called(n))
					c.know(r, m, r.serves(n))
					c.know(r, m, r.isNow(n))
					if title := r.word(n.First - 1); m.kind == Person && (lexicon.Calls(r.lang, "doctor", title) || lexicon.Calls(r.lang, "avocat", title)) && !slices.Contains(m.also, title) {
						m.also = append(m.also, title) // “Dr.”, « Me » are no posts
					}
					if r.lang == "en" && n.First > first { // “Tory MP | Jane Doe, a lawyer,”
						c.know(r, m, r.post(first, n))
					}
					c.couple(r, m, n)
					c.knownAs(r, m, n)
					c.holdsAccount(r, m, n)
					r.declared(m, n)
				}
				if m != nil && m.age == "" {
					m.age = r.ageAt(n.End)
				}
				c.abbreviated(r, n)
			} else if surname {
				single = append(single, struct {
					words text.Range
					role  string
				}{n, role})
			}
		}
	}
	for i := range r.words {
		if whole := r.spelled(i); whole.Len() > 0 {
			if m := c.add(r, whole, ""); m != nil {
				m.kind, m.person = Organisation, false
				c.short[r.word(i+1)] = m
			}
		}
	}
	for _, m := range r.names { // of headlines
		if n := m.Words; n.Len() > 1 && c.whole[r.name(n)] == nil && m.Kind == grammar.Person && r.given(n.First, n) && r.word(n.First+2) != "-" && len(c.people[r.lower(n.First+1)]) == 0 && !r.particle(n.First+1) {
			c.add(r, text.Range{First: n.First, End: n.First + 2}, "")
		}
	}
	for _, m := range c.whole { // “The pump maker Brandt Norvik cut its price”
		if m.kind == Person && c.owners[m.name] < 0 && m.sex == lexicon.NoGender && (!m.givenNamed() || r.collective(m.role)) {
			m.kind, m.person, m.usual = Organisation, false, lexicon.NoGender
		}
	}
	for family := range c.people {
		c.shorten(family)
	}
	c.initialled()
	for _, n := range single {
		if sex := r.titleSex(n.words); sex != lexicon.NoGender {
			c.both[r.family(n.words)] |= int(sex)
		}
		c.kin(r, n.words)
		m := c.find(r, n.words)
		c.know(r, m, n.role) // “Doe, a lawyer,”
		if m != nil {
			r.declared(m, n.words)
		}
		if m != nil && r.titleSex(n.words) != lexicon.NoGender {
			m.titled++
		}
		if m != nil && m.kind == Person && strings.HasPrefix(m.name, r.name(n.words)+" ") {
			m.familiar++
		}
	}
	c.lone(r)
	for _, m := range r.names {
		c.stands(r, r.untitled(m.Words))
	}
}

// stands notes that the text says of the person n that he pleaded or was charged: “Doe, 34, | pleaded not guilty”. Twins:
// “Doe's lawyer pleaded”, “Doe met Roe, who was charged”.
func (c *cast) stands(r *reading, n text.Range) {
	const reach = 20 // words
	m := c.find(r, n)
	if n.Len() == 0 || m == nil || m.kind != Person || text.IsPossessive(r.lower(n.End)) || slices.Contains(c.tried, m) {
		return
	}
	for i := n.End; i < min(len(r.words), n.End+reach) && !r.stop(i) && (!r.personal(i) || r.personal(i-1) || r.lower(i-1) == "and") && r.text.Inside(i) < 0; i++ {
		if lexicon.Calls(r.lang, "accused", r.lower(i)) || lexicon.Calls(r.lang, "prévenu", r.lower(i)) {
			c.tried = append(c.tried, m)
			return
		}
	}
}

// lone enters the names of one word that nobody has in full.
func (c *cast) lone(r *reading) {
	for _, m := range r.names {
		n := r.untitled(m.Words)
		if n.Len() == 1 && r.aging(n.End) && c.find(r, n) == nil { // “Colton, 9,”
			if m := c.add(r, n, ""); m != nil {
				m.person, m.kind = true, Person
			}
			continue
		}
		if n.Len() != 1 || !r.capital(n.First) || r.word(n.End) == ":" && r.function(n.First) || r.definite(n.First-1) && r.function(n.First) || upper(r.word(n.First)) && (m.Kind != grammar.Organisation || len(r.word(n.First)) < 3) || c.find(r, n) != nil || r.commonNoun(n) || r.hails(n) || c.vote(r.name(n)) != m.Kind || m.Kind == grammar.Place || demonym(r.lower(n.First)) {
			continue
		}
		role := r.called(n)
		if before := n.First - 1; role == "" && before >= 0 && r.function(before) && !r.text.BlockStart(n.First) { // “President | Okello”
			for before > 0 && r.capital(before-1) && !r.text.BlockStart(before) && n.First-before < 5 {
				before--
			}
			role = r.before(text.Range{First: before, End: n.First})
		}
		switch o := c.add(r, n, role); {
		case o == nil || isOutlet(o.name):
		case o.kind == Organisation && c.owners[o.name] > 0 && !r.institution(n.First): // “Trump called his opponent”
			o.kind, o.person = Person, true
		case o.kind == Person && c.owners[o.name] < 0 && !o.givenNamed() && o.role == "": // “Norvik sold its pit”
			o.kind, o.person = Organisation, false
		}
	}
}

// owner returns 1 if a clause goes on at word i with what is a person's, “called | his rival”, -1 if
// with what is a body's, “sold | its pit”, else 0.
func (r *reading) owner(i int) int {
	const reach = 10
	for k := i; k < min(len(r.words), i+reach) && r.words[k].Kind == text.Letters && !r.capital(k) && r.text.Inside(k) < 0; k++ {
		switch w := r.lower(k); {
		case w == "its" || w == "itself" || w == "their":
			return -1
		case lexicon.Is(r.lang, lexicon.Owning, w), lexicon.Is(r.lang, lexicon.Reflexive, w):
			return 1
		}
	}
	return 0
}

// aging reports whether an age between commas stands at word i: “, 9,”.
func (r *reading) aging(i int) bool {
	return r.word(i) == "," && i+2 < len(r.words) && r.words[i+1].Kind == text.Number && len(r.word(i+1)) < 3 && (r.word(i+2) == "," || r.stop(i+2))
}

// ageAt returns the age that stands at word i, behind a name: “, 32,”, “(32)”, “, 32 ans”, “was 32 when”;
// the empty string if none does. Twin: “was 32 points ahead”.
func (r *reading) ageAt(i int) string {
	if i+2 >= len(r.words) || r.words[i+1].Kind != text.Number || len(r.word(i+1)) > 2 {
		return ""
	}
	lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(i))
	if lemma == "be" && (r.stop(i+2) || r.word(i+2) == "," || subordinates(r.lower(i+2))) {
		return r.word(i + 1)
	}
	if r.aging(i) || r.word(i) == "(" && r.word(i+2) == ")" || r.word(i) == "," && lexicon.Is(r.lang, lexicon.Years, r.lower(i+2)) {
		return r.word(i + 1)
	}
	return ""
}

// add enters a name and returns its member, nil if there are too many of that surname.
func (c *cast) add(r *reading, n text.Range, role string) *member {
	name := r.name(n)
	key := r.family(n)
	for _, m := range c.people[key] {
		if m.name == name {
			c.know(r, m, role)
			return m
		}
	}
	if len(c.people[key]) >= namesakes {
		return nil
	}
	m := newMember(name, n.First)
	if m.kind = r.kindOf(n); m.kind != Person {
		if m.usual = lexicon.NoGender; r.lang != "en" { // « l'Agence régionale de santé. | Elle »
			m.sex = cmp.Or(lexicon.TitleGender(r.lang, r.lower(n.First-1)), lexicon.TitleGender(r.lang, r.lower(n.First)))
		}
	} else {
		if n.First > 0 {
			m.sex = lexicon.TitleGender(r.lang, r.word(n.First-1))
		}
		m.person = m.givenNamed() || role != "" || c.vote(name) == grammar.Person
		if before := r.lower(n.End - 2); n.Len() > 2 && len(before) > 2 {
			if _, several := c.middle[before]; several {
				c.middle[before] = nil
			} else {
				c.middle[before] = m
			}
		}
		if first := r.lower(n.First); n.Len() > 1 && len(c.given[first]) < namesakes {
			c.given[first] = append(c.given[first], m)
		}
	}
	c.know(r, m, role)
	c.people[key] = append(c.people[key], m)
	c.whole[name] = m
	if last := n.End - 1; n.Len() > 2 && r.words[last].Kind == text.Number { // “Local 12”, “the Dockers' Union Local”
		c.short[r.name(text.Range{First: n.First, End: last})] = m
		c.short[r.name(text.Range{First: last - 1, End: n.End})] = m
	}
	return m
}

// newMember is of whom nothing is known but his name.
func newMember(name string, first int) *member {
	given := strings.FieldsFunc(name+" ", func(c rune) bool { return c == ' ' || c == '-' })
	return &member{name: name, first: first, usual: lexicon.NameGender(strings.Join(given[:min(1, len(given))], "")), last: place{word: -1}, before: place{word: -1}, spoke: -1, full: -1 << 20}
}

// know learns a role of m, if it is none that he is known by: of what sex he is, and who
// has that role.
func (c *cast) know(r *reading, m *member, role string) {
	switch {
	case m == nil || role == "" || role == m.role || slices.Contains(m.also, role):
		return
	case m.role == "":
		m.role = role
	case len(m.also) < mostRoles:
		m.also = append(m.also, role)
	}
	if m.kind != Person {
		return
	}
	m.person = true
	for _, noun := range standings(r.lang, role) {
		if m.sex == lexicon.NoGender {
			m.sex = lexicon.TitleGender(r.lang, noun)
		}
		if holder, taken := c.roles[noun]; taken && holder != m {
			c.roles[noun] = nil
		} else {
			c.roles[noun] = m
		}
	}
}

// mostRoles is how many roles of one person are remembered beside the first.
const mostRoles = 4
