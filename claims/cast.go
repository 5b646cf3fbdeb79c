package claims

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// cast is who is named in a document, and who spoke last.
type cast struct {
	people map[string][]*member // by the folded last word of the name
	short  map[string]*member   // by the initials that the text puts in brackets behind the name: “(PBO)”
	recent []*member            // in the order in which they were last spoken of, the latest last
	last   Speaker              // of the quotation read last
	block  int                  // in which that quotation ended
}

// namesakes is how many of one surname are told apart.
const namesakes = 50

// A member is somebody or something that has a name.
type member struct {
	name   string
	role   string
	kind   SpeakerKind
	female bool
	male   bool
	first  int  // word at which it is first named
	last   int  // word at which it was last spoken of, as far as the text was read
	person bool // shown to be one: by a given name, a role, or because it spoke
}

// gather collects the names of the whole document, so that the first mention of
// a name that is given in full later is known too.
func (c *cast) gather(r *reading) {
	c.people, c.short = map[string][]*member{}, map[string]*member{}
	for _, b := range r.text.Blocks {
		capitals := b.Len() > 4 && r.heading(b) && !r.ends(b) // every word of a headline has one
		for i := b.First; i < b.End; {
			n, role := r.named(i, b.End)
			if n.Len() == 0 {
				i++
				continue
			}
			i = n.End
			if n.Len() >= 2 && (n.Len() < 4 || !upper(r.name(n))) && !r.nation(n) && (!capitals || n.Len() < 4 && r.given(n.First, n)) { // a heading is no name
				c.add(r, n, role)
				c.abbreviated(r, n)
			}
		}
	}
}

// abbreviated notes the initials in brackets behind the name n: “the Lake Budget Office
// (LBO)”.
func (c *cast) abbreviated(r *reading, n text.Range) {
	i := n.End + 1
	if r.word(n.End) != "(" || r.word(i+1) != ")" || !upper(r.word(i)) {
		return
	}
	initials := ""
	for k := n.First; k < n.End; k++ {
		if r.capital(k) {
			initials += r.word(k)[:1]
		}
	}
	if strings.ReplaceAll(r.word(i), ".", "") == initials {
		c.short[r.word(i)] = c.find(r, n)
	}
}

// add enters a name.
func (c *cast) add(r *reading, n text.Range, role string) {
	name := r.name(n)
	key := r.lower(n.End - 1)
	for _, m := range c.people[key] {
		if m.name == name {
			if m.role == "" {
				m.role = role
			}
			return
		}
	}
	if len(c.people[key]) >= namesakes {
		return
	}
	m := &member{name: name, role: role, first: n.First, kind: r.kindOf(n)}
	if m.kind == Person {
		g := lexicon.NameGender(r.word(n.First))
		if n.First > 0 && g == lexicon.NoGender {
			g = lexicon.TitleGender(r.lang, r.word(n.First-1))
		}
		m.male, m.female = g == lexicon.Male, g == lexicon.Female
		m.person = r.lang != "en" && n.Len() < 4 || g != lexicon.NoGender || role != "" || lexicon.NameGender(r.word(n.First)) != lexicon.NoGender
	}
	c.people[key] = append(c.people[key], m)
}

// kindOf says what a name names, as far as its words tell: Person if nothing
// speaks against it and it has two words or more.
func (r *reading) kindOf(n text.Range) SpeakerKind {
	name := r.name(n)
	if _, ok := lexicon.OutletOf(name); ok || isOutlet(name) || strings.Contains(organisationNouns, " "+r.lower(n.End-1)+" ") {
		return Organisation
	}
	if n.Len() >= 2 && lexicon.NameGender(r.word(n.First)) != lexicon.NoGender {
		return Person
	}
	if p, ok := lexicon.PlaceOf(name); ok && p.Kind != lexicon.Demonym {
		return Place
	}
	for i := n.First; i < n.End; i++ {
		if w := r.lower(i); w == "of" || w == "for" || w == "and" || w == "&" || i > n.First && lexicon.Is(r.lang, lexicon.GroupNoun, w) {
			return Organisation
		}
	}
	if w := r.lower(n.First); w == "united" || w == "national" || w == "european" || w == "international" || lexicon.Is(r.lang, lexicon.GroupNoun, r.lower(n.End-1)) {
		return Organisation
	}
	if r.words[n.End-1].Kind == text.Number || n.Len() == 1 && upper(name) {
		return Organisation
	}
	return Person
}

// organisationIn returns the first word of n that names an institution, -1 if none
// does.
func (r *reading) organisationIn(n text.Range) int {
	for i := n.First; i < n.End; i++ {
		if r.institution(i) || strings.Contains(outletNouns, " "+r.lower(i)+" ") {
			return i
		}
	}
	return -1
}

const organisationNouns = " agency army alliance party union nations council committee commission ministry department university institute foundation association group court office force forces police company corporation inc inc. corp corp. ltd bank senate house congress parliament assembly government organization organisation movement front campaign coalition center centre bureau service team club federation states network fund society board church hospital school college authority administration convention "

// find returns the member that a name refers to, nil if none is known. A title before a
// family name leaves out who is of the other sex: Ms Vance is not Bernard Vance.
func (c *cast) find(r *reading, n text.Range) *member {
	if m := c.short[r.name(n)]; m != nil {
		return m
	}
	list := c.people[r.lower(n.End-1)]
	if len(list) == 0 {
		return nil
	}
	if n.Len() >= 2 {
		whole := r.name(n)
		for _, m := range list {
			if m.name == whole {
				return m
			}
		}
		return nil
	}
	titled := name.Name{}
	if n.First > 0 && r.function(n.First-1) {
		titled = name.Parse(r.name(text.Range{First: n.First - 1, End: n.End}))
	}
	best := (*member)(nil)
	for _, m := range list { // the last that was named in full before, else the first after
		if m.kind == Person && (best == nil || m.first < n.First) && !otherSex(titled, m.name) {
			best = m
		}
	}
	return best
}

// otherSex reports whether the title of a mention is one that the bearer of a whole name
// does not have; false if the mention has no title.
func otherSex(titled name.Name, whole string) bool {
	if len(titled.Title) == 0 {
		return false
	}
	_, why := name.Compare(titled, name.Parse(whole))
	return why == name.OtherSex
}

// pass notes who is named in a passage, once it has been read.
func (c *cast) pass(r *reading, p *speech.Passage, reports []speech.Report) {
	for i := p.Words.First; i < p.Words.End; {
		n, _ := r.named(i, p.Words.End)
		if n.Len() == 0 {
			i++
			continue
		}
		i = n.End
		if m := c.find(r, n); m != nil && r.text.Inside(n.First) < 0 {
			m.last = n.First
			c.touch(m)
		}
	}
	// the first name of the passage, and whoever speaks in it, is nearest at hand
	for k := range reports {
		if sp := reports[k].Speaker; sp.Len() > 0 {
			if m := c.head(r, sp); m != nil {
				m.person, m.last = true, sp.First
				c.touch(m)
			}
		}
	}
}

// touch makes m the one spoken of last.
func (c *cast) touch(m *member) {
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

// head returns the member that a mention names, nil if none.
func (c *cast) head(r *reading, mention text.Range) *member {
	for i := mention.First; i < mention.End; {
		n, _ := r.named(i, mention.End)
		if n.Len() == 0 {
			i++
			continue
		}
		return c.find(r, n)
	}
	return nil
}

// quoted notes the speaker of a quotation that ends in a block.
func (c *cast) quoted(s Speaker, block int) { c.last, c.block = s, block }

// floor returns the speaker of a quotation without attribution in passage p:
// whoever was quoted last, if that was in this paragraph or the one before.
func (c *cast) floor(p *speech.Passage) Speaker {
	if p.First > c.block+1 {
		return Speaker{}
	}
	c.block = p.Last
	s := c.last
	s.Text, s.Span = "", text.Span{}
	return s
}
