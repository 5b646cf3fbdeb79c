package relate

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What must be changed in a statement for a passage to bear it out? "Denby bought the mill of
// Bunia" is not borne out by a passage that has her buy the mill of Goma, but "Denby bought
// the mill of Goma" is: the two differ on the place. A reading model that is asked about both
// tells so in sentences that no slot comparator can lay side by side. The changes are few and
// small, as those of a contrast set are (Gardner et al., Evaluating Models' Local Decision
// Boundaries via Contrast Sets, 2020): only what excludes what stood there.

// A Contrast is a statement that says another thing than the one it was made of.
type Contrast struct {
	Kind    reason.Kind
	Changes []Change  // in the order of the text
	Source  text.Span // of the passage's words that were put in; empty if they are not the passage's
	Both    bool      // the passage has what stood there too: it may tell another thing of that
	Two     bool      // two people or places: Lena and Tomas Vance; whether the Herald is the Observer nothing tells
}

// A Change puts words in the place of some of a statement's.
type Change struct {
	At   text.Span
	With string
}

// mostContrasts bounds what a long statement beside a long passage costs.
const mostContrasts = 24

// Contrasts returns the contrasts of a statement that a passage may bear out: with a name, a
// number, a date or an opposite of the passage in the place of its own, with two of its names
// the other way round, with a negation put in or taken out. Nil beside a passage in another
// language.
func Contrasts(source, statement *Analysis) []Contrast {
	if source.across(statement) {
		return nil
	}
	c := contrasts{source: source, statement: statement}
	c.names()
	c.values()
	c.opposites()
	c.verbs()
	return c.all[:min(len(c.all), mostContrasts)]
}

// A contrasts is the contrasts of a pair, as far as they are made.
type contrasts struct {
	source, statement *Analysis
	all               []Contrast
}

// add adds a contrast that is not there yet.
func (c *contrasts) add(x Contrast) {
	if !slices.ContainsFunc(c.all, func(y Contrast) bool { return slices.Equal(x.Changes, y.Changes) }) {
		c.all = append(c.all, x)
	}
}

// put puts words of the passage in the place of some of the statement's.
func (c *contrasts) put(kind reason.Kind, there, here text.Span) {
	c.add(Contrast{Kind: kind, Changes: []Change{{here, there.In(c.source.side.Text)}}, Source: there})
}

// exchange puts two pieces of the statement the other way round.
func (c *contrasts) exchange(x, y text.Span) {
	if x.Start > y.Start {
		x, y = y, x
	}
	if src := c.statement.side.Text; x.End <= y.Start && strings.TrimSpace(src[x.End:y.Start]) != "" {
		c.add(Contrast{Kind: reason.Role, Changes: []Change{{x, y.In(src)}, {y, x.In(src)}}})
	}
}

// In returns a text with the changes made; those of the contrast's statement.
func (c *Contrast) In(src string) string {
	var b strings.Builder
	last := 0
	for _, x := range c.Changes {
		b.WriteString(src[last:x.At.Start])
		b.WriteString(x.With)
		last = x.At.End
	}
	return b.String() + src[last:]
}

// names puts a name of the passage in the place of another of its kind, and two of
// the statement's that the passage has too the other way round.
func (c *contrasts) names() {
	theirs, ours := c.source.writtenNames(), c.statement.writtenNames()
	for i, y := range ours {
		for _, x := range theirs {
			if x.besides(&y) && !x.listed && !y.listed && !c.statement.Names(x.who) {
				r, _ := name.Compare(x.who, y.who)
				c.add(Contrast{Kind: reason.Name, Changes: []Change{{y.at, x.at.In(c.source.side.Text)}}, Source: x.at, Both: c.source.tells(&y, &x), Two: r == name.Different && (x.kind == grammar.Person || x.kind == grammar.Place)})
			}
		}
		for _, z := range ours[i+1:] {
			if z.besides(&y) && !(y.listed && z.listed) && c.source.Names(y.who) && c.source.Names(z.who) {
				c.exchange(y.at, z.at)
			}
		}
	}
}

// A writtenName is a name as its own words say it: no "he" that stands for it.
type writtenName struct {
	at     text.Span
	who    name.Name
	kind   grammar.NameKind
	listed bool // beside others: that Okello won in Bunia and Goma excludes no third town
}

// besides reports whether a name may stand in the place of another: both are of people, of places, or of neither, and nothing makes them one
// or one a part of the other. Whether two papers are two, the Observer and the Guardian, no table knows; that names with a word in common are
// not: Homeland Security, the Department of Homeland Security.
func (w *writtenName) besides(o *writtenName) bool {
	sort := func(k grammar.NameKind) grammar.NameKind {
		if k == grammar.Organisation {
			return grammar.Other
		}
		return k
	}
	r, why := name.Compare(w.who, o.who)
	return sort(w.kind) == sort(o.kind) && (r == name.Different && why != name.Longer || r == name.Unknown && (why == name.NoReason || why == name.OtherKind) &&
		!slices.ContainsFunc(w.who.Words, func(x string) bool { return slices.Contains(o.who.Words, x) }))
}

// tells reports whether the side has a name, or a word of a person's that the name in its place lacks: "Jonas Adler and his brother Paul"
// may tell another thing of Paul Adler.
func (a *Analysis) tells(y, x *writtenName) bool {
	return a.Names(y.who) || a.written(y.who) || y.kind == grammar.Person && slices.ContainsFunc(y.who.Words, func(w string) bool {
		return !slices.Contains(x.who.Words, w) && slices.ContainsFunc(a.terms, func(t term) bool { return t.flags&capital != 0 && t.fold == w })
	})
}

// writtenNames returns the names of a side, each once.
func (a *Analysis) writtenNames() []writtenName {
	var all []writtenName
	seen := map[string]bool{}
	for f := range a.phrases() {
		if f.Name == "" || f.Resolved || seen[f.Name] {
			continue
		}
		n, _ := f.Sentence.Tree.NameAt(f.Head)
		if k := strings.Index(f.Text(), f.Name); k >= 0 {
			start := f.Span().Start + k
			all = append(all, writtenName{text.Span{Start: start, End: start + len(f.Name)}, f.Who(), n.Kind, listed(&f.Sentence.Tree, f.Head)})
			seen[f.Name] = true
		}
	}
	return all
}

// values puts a number or a date of the passage in the place of one of the same things that it excludes, and two numbers
// that the passage has too the other way round.
func (c *contrasts) values() {
	source, statement := c.source, c.statement
	for k := range statement.amounts {
		y := &statement.amounts[k]
		if source.makes(y) {
			continue
		}
		for i := range source.amounts {
			if x := &source.amounts[i]; x.Kind == y.Kind && x.Unit.Dimension() == y.Unit.Dimension() && (quantity.Compare(x, y) == relation.Excludes || otherHeight(x, y)) && !c.countsOther(x, y) {
				c.put(reason.Number, source.wordSpan(x.First, x.End), statement.wordSpan(y.First, y.End))
			}
		}
		for l := range k {
			if x := &statement.amounts[l]; x.Kind == y.Kind && x.Unit.Dimension() == y.Unit.Dimension() && quantity.Compare(x, y) == relation.Excludes && source.figures(x) && source.figures(y) {
				c.exchange(statement.wordSpan(x.First, x.End), statement.wordSpan(y.First, y.End))
			}
		}
	}
	for k := range statement.times {
		y := &statement.times[k]
		for i := range source.times {
			if x := &source.times[i]; otherTime(x, y) {
				c.put(reason.Date, source.wordSpan(x.First, x.End), statement.wordSpan(y.First, y.End))
			}
		}
	}
}

// countsOther reports whether two numbers count things that have nothing to do with each other: "13 free throws", "41 points".
func (c *contrasts) countsOther(x, y *quantity.Mention) bool {
	s, t := c.source.thing(x), c.statement.thing(y)
	return x.Kind == quantity.Count && s != nil && t != nil && !related(kin(c.statement.lang, s, t))
}

// opposites puts a word of the passage in the place of its opposite.
func (c *contrasts) opposites() {
	for i := range c.statement.terms {
		for k := range c.source.terms {
			if c.source.terms[k].opposes(&c.statement.terms[i], c.source.lang) {
				there := c.source.span(k, k+1)
				with := Change{c.statement.span(i, i+1), there.In(c.source.side.Text)}
				c.add(Contrast{Kind: reason.Opposite, Changes: []Change{with}, Source: there, Both: shares(c.source.terms, c.statement.terms[i])})
			}
		}
	}
}

// opposes reports whether two words of content stand on opposite poles of an axis, or what is
// called the one is not called the other: a Republican and a Democrat, French and German.
func (t *term) opposes(u *term, lang string) bool {
	if t.class != content || u.class != content {
		return false
	}
	for _, pos := range [...]lexicon.POS{lexicon.Verb, lexicon.Noun, lexicon.Adjective} {
		x, known := t.lemma(lang, pos)
		y, both := u.lemma(lang, pos)
		if k := lemmasKin(lang, x, y, pos); known && both && (k == opposite || k == exclusive) {
			return true
		}
	}
	return otherNation(t.fold, u.fold)
}

// verbs takes the negation out of what the statement denies and puts one into what it does
// not, where the table has the words for it: "has not sold", "did not sell".
func (c *contrasts) verbs() {
	for q := range c.statement.propositions() {
		s := q.Sentence
		word, form := finite(&s.Tree, q.Head)
		if q.Aside || s.Gloss != nil {
			continue
		}
		at, with := text.Span{}, negating.is(c.statement.lang, form)
		switch {
		case q.Negative && q.Negation >= 0 && (word >= 0 || q.Negation < q.Head): // "told her not to sell" too
			at, with = s.Span(q.Negation, q.Negation+1), ""
		case q.Negative || word < 0 || with == "":
			continue
		default:
			at = s.Span(word, word+1)
		}
		if at.Len() > 0 {
			with = strings.NewReplacer("_", " ", "@", at.In(s.Text.Src), "%", s.Lemma(max(word, 0))).Replace(with)
			c.add(Contrast{Kind: reason.Polarity, Changes: []Change{{at, with}}})
		}
	}
}

// Unsettled returns the contrasts of a statement in which what it tells as done only may be: "has ratified it", "may ratify it". Nil if it tells of
// no deed in the past, or the source has nothing that is not firm of those of whom it tells. A plan, a wish and an allegation bear out what may be and
// not what has been done.
func Unsettled(source, statement *Analysis) []Contrast {
	c := contrasts{source: source, statement: statement}
	for q := range statement.propositions() {
		s := q.Sentence
		word, form := finite(&s.Tree, q.Head)
		if q.Aside || s.Gloss != nil || q.Negative || !q.Force.Firm() || q.Kind != proposition.Event || word < 0 || q.Tense == grammar.FutureTense || q.Above != nil && q.Link != grammar.Content && q.Link != grammar.Coordinated || tell(tongue, q.Lemma, q.Lemma) || !source.leavesOpen(q) {
			continue
		}
		if form == "auxiliary" {
			form = s.Fold(word)
		}
		with := unsettling.is(statement.lang, form)
		if with == "" {
			continue
		}
		src := s.Text.Src
		put := func(i int, with string) Change {
			return Change{s.Span(i, i+1), strings.NewReplacer("_", " ", "%", s.Lemma(i)).Replace(with)}
		}
		changes := []Change{put(word, with)}
		for k := word + 1; k <= q.Head; k++ {
			switch {
			case k == q.Head && word != q.Head && unsettling.is(statement.lang, s.Fold(word)+"_+") != "" && !q.Passive:
				changes = append(changes, put(k, "%"))
			case unsettling.is(statement.lang, "+"+s.Fold(k)) != "":
				changes = append(changes, put(k, unsettling.is(statement.lang, "+"+s.Fold(k))))
			case settled.in(statement.lang, s.Fold(k)):
				at := s.Span(k, k+1)
				for at.Start > 0 && src[at.Start-1] == ' ' {
					at.Start--
				}
				changes = append(changes, Change{at, ""})
			}
		}
		c.add(Contrast{Kind: reason.Modality, Changes: changes})
	}
	return c.all
}

// leavesOpen reports whether the side has something that is not firm of whom or what a proposition tells.
func (a *Analysis) leavesOpen(q *proposition.Proposition) bool {
	core := func(x *proposition.Slot) bool { return x.Role == proposition.Agent || x.Role == proposition.Patient }
	return a.says(func(p *proposition.Proposition) bool {
		return !p.Force.Firm() && slices.ContainsFunc(q.Slots, func(y proposition.Slot) bool {
			return core(&y) && p.Find(func(x *proposition.Slot) bool {
				return core(x) && (x.Phrase.Lemma == y.Phrase.Lemma || x.Phrase.Name != "" && y.Phrase.Name != "" && sameName(x.Phrase.Who(), y.Phrase.Who()))
			}) != nil
		})
	})
}

// finite returns the word of a predicate that has its tense, and how the table calls its form:
// "auxiliary" for that or a copula, else that of the verb. -1 if it has none.
func finite(s *grammar.Sentence, head int) (word int, form string) {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == head && (t.Rel == grammar.Aux || t.Rel == grammar.AuxPass || t.Rel == grammar.Cop) {
			return i, "auxiliary"
		}
	}
	switch t := &s.Tokens[head]; {
	case t.Tag != grammar.Verb || !t.Feats.Has(grammar.Finite):
		return -1, ""
	case t.Feats.Has(grammar.Past):
		return head, "past"
	case t.Feats.Has(grammar.Third):
		return head, "third-person"
	}
	return head, "plain"
}

// listed reports whether a word shares its place in the sentence with others.
func listed(s *grammar.Sentence, i int) bool {
	if s.Tokens[i].Rel == grammar.Conj {
		return true
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == i && t.Rel == grammar.Conj && t.Tag.Nominal() {
			return true
		}
	}
	return false
}
