package claims

import (
	"sort"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Words with capitals that are nobody's name: offices, two people at once, whose people they are, headlines.

// noName reports whether the words n of a mention have capitals and are nobody's name.
func (c *cast) noName(r *reading, mention, n text.Range) bool {
	the := r.determiner(mention.First)
	if n.Len() == 1 && r.lang != "en" && (lexicon.Is(r.lang, lexicon.Title, r.lower(n.First)+"_"+r.lower(n.End)) || lexicon.Is(r.lang, lexicon.RoleNoun, r.lower(n.First)+r.word(n.End)+r.lower(n.End+1))) { // « le | Premier | ministre », « | Porte|-parole du club »
		return true
	}
	switch stranger := c.find(r, n) == nil; {
	case n.Len() == 1 && (r.function(n.First) || lexicon.Is(r.lang, lexicon.Relation, r.lower(n.First))) && stranger && text.IsPossessive(r.lower(n.First-1)): // “Roe's | Son”
		return true
	case n.Len() == 1 && r.function(n.First) && !r.labels[r.name(n)] && (the || lexicon.Is(r.lang, lexicon.Owning, r.lower(mention.First)) || (mention.Len() == 1 || r.word(n.End) == ":") && stranger): // the President, “12.15 | Mayor:”
		return true
	case r.text.Inside(n.First) >= 0 && r.text.Inside(mention.First) < 0: // his book “The Art of Bread”
		return true
	case stranger && (r.inHeadline(n) || r.nation(n) || r.day(n)):
		return true
	default:
		return the && (r.styled(n, mention.End) || n.Len() == 1 && demonym(r.lower(n.First))) || r.two(n) || r.followers(n) || r.commonNoun(n)
	}
}

// day reports whether a name is a date: “a worksheet dated | March 11”.
func (r *reading) day(n text.Range) bool {
	words := r.words[n.First:n.End]
	found := date.Find(r.src, words, 0, r.lang)
	return len(found) == 1 && found[0].First == 0 && found[0].End == len(words)
}

// styled reports whether a name behind an article is an office: its last word is one, or
// somebody with a title is called so behind a comma: “the Dairo of the market, Mr Paul Roe”.
// Twins: “the Union Leader”, a paper; “the Office of the Coroner”.
func (r *reading) styled(n text.Range, end int) bool {
	if n.Len() == 0 || r.given(n.First, n) {
		return false
	}
	if _, ok := lexicon.OutletOf(r.name(n)); !ok && n.Len() > 1 && lexicon.Is(r.lang, lexicon.RoleNoun, r.lower(n.End-1)) && !isOutlet(r.name(n)) && !(r.institution(n.First) && r.ofNoun(n.First+1)) {
		return true
	}
	for i := n.End; i+2 < end && !r.capital(i+1); i++ {
		if r.word(i+1) == "," {
			return r.capital(i+2) && lexicon.Is(r.lang, lexicon.Title, r.word(i+2))
		}
	}
	return r.word(n.End) == "," && n.End+2 < end && lexicon.Is(r.lang, lexicon.Title, r.word(n.End+1)) && r.capital(n.End+1)
}

// two reports whether a name is those of two people: “Jane Doe and Paul Roe”. Twin: “Brown and
// Root”.
func (r *reading) two(n text.Range) bool {
	for i := n.First + 2; i < n.End-1; i++ {
		for k := i + 1; lexicon.Is(r.lang, lexicon.Joining, r.word(i)) && r.given(n.First, n) && k < n.End; k++ {
			if r.given(k, n) || r.function(k) {
				return true
			}
		}
	}
	return false
}

// pair reports whether a name is of two that the text names: “Cole and Roe”, “Canada and Mexico”.
// Twins: “Brown and Root”, “Trinidad and Tobago”.
func (c *cast) pair(r *reading, n text.Range) bool {
	if n.Len() < 3 || r.place(n) || r.institution(n.End-1) {
		return false
	}
	known := func(n text.Range) bool { return c.find(r, n) != nil || r.place(n) }
	for i := n.First + 1; i < n.End-1; i++ {
		if lexicon.Is(r.lang, lexicon.Joining, r.word(i)) {
			return known(text.Range{First: n.First, End: i}) && known(text.Range{First: i + 1, End: n.End})
		}
	}
	return false
}

// joint reports whether a mention is of a person and of somebody else or a body with him: “Mayor Jane Doe and | police chief
// Paul Roe”, “Doe, the mayor, and | her brother”. Twins: “Brown and Root”, “the actor and singer Jane Doe”, “Doe, a lawyer, and a singer”.
func (c *cast) joint(r *reading, mention text.Range) bool {
	and := mention.First + 1
	for and < mention.End-1 && r.lower(and) != "and" && r.lower(and) != "who" {
		and++
	}
	if and >= mention.End-1 || r.lower(and) != "and" {
		return false
	}
	left, right := r.headOf(text.Range{First: mention.First, End: and}), r.headOf(text.Range{First: and + 1, End: mention.End})
	if left.End < and && (r.word(left.End) != "," || r.word(and-1) != ",") { // “Doe of Bana and Orsk”
		return false
	}
	m, other := c.find(r, r.lastName(left)), c.find(r, r.lastName(right))
	named := other != nil && r.capital(right.End-1) && !r.institution(mention.End-1)
	noun := left.End == and && r.bearing(right.End-1) && (!r.capital(right.First) || r.function(right.First)) // twins: “Doe, a lawyer, and a Republican”, “Doe of Roe and Sons”
	return m != nil && m.kind == Person && (named || noun || lexicon.Is(r.lang, lexicon.Owning, r.lower(right.First)) && r.bearing(right.End-1))
}

// followers reports whether a name is none but says whose people they are, or of which land:
// “Supporters of Cole”, “Americans”. Twins: “Students for Fair Admissions”, “the Canadiens”.
func (r *reading) followers(n text.Range) bool {
	one, ok := lexicon.LemmaIn(r.lang, lexicon.Noun, r.lower(n.First))
	if r.lang != "en" || n.Len() == 0 || !ok || one == r.lower(n.First) {
		return false
	}
	if n.Len() == 1 {
		return demonym(one) && !r.definite(n.First-1)
	}
	of := text.Range{First: n.First + 2, End: n.End}
	return r.ofNoun(n.First+1) && r.leads(n.First) && (lexicon.Human(r.lang, one) || lexicon.Is(r.lang, lexicon.Anonymous, r.lower(n.First))) &&
		(r.cast.find(r, of) != nil || r.given(of.First, of) || r.place(of))
}

// inHeadline reports whether a name stands in a headline whose words all have capitals.
func (r *reading) inHeadline(n text.Range) bool {
	k := sort.Search(len(r.text.Blocks), func(k int) bool { return r.text.Blocks[k].End > n.First })
	if n.Len() == 0 || k == len(r.text.Blocks) {
		return false
	}
	b := r.text.Blocks[k]
	if _, ok := lexicon.OutletOf(r.name(n)); ok || r.labels[r.name(n)] || r.given(n.First, n) || r.bodyNoun(n.End-1) {
		return false
	}
	return b.Len() > 4 && b.Len() < headline && r.heading(b)
}

// commonNoun reports whether the one word of n is a common noun with a capital because
// a sentence begins with it: “Prosecutors”, “Surveys”.
func (r *reading) commonNoun(n text.Range) bool {
	if n.Len() > 2 && r.leads(n.First) && r.several(n.First) && (r.ofNoun(n.First+1) || r.lower(n.First+1) == "for") && r.cast.vote(r.name(n)) != grammar.Organisation { // “Majorities of Democrats”; twin: “Friends of Bana”
		return true
	}
	if n.Len() != 1 || !r.leads(n.First) || r.labels[r.name(n)] || r.institution(n.First) && !r.several(n.First) || len(r.cast.people[r.lower(n.First)]) > 0 || len(r.cast.given[r.lower(n.First)]) > 0 {
		return false
	}
	w := r.lower(n.First)
	if _, ok := lexicon.OutletOf(r.name(n)); ok || r.place(n) || upper(r.name(n)) {
		return false
	}
	lemma, ok := lexicon.Lemma(lexicon.Noun, w)
	if strings.HasSuffix(w, "s") && r.agentNoun(n.First) {
		return true
	}
	return ok && !lexicon.GivenName(r.word(n.First)) && lexicon.Known(lemma, lexicon.Noun)
}
