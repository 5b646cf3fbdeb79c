package verify

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
	"factcheck/sources"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// Of which event a statement tells. The names in it say so; where it has none, "four people were killed", or speaks of "the attack",
// those of the statements before it do, and the days of the two texts. A candidate that has too few of them tells of another one.

const (
	contextSentences = 3   // how many statements before one tell what it is about
	aroundShare      = 0.6 // how many of the names around must stand in the document that tells of the same: "the crowd booed" at many a rally of the same man
	eventDays        = 7   // days between two reports that speak of one event without a name or a day
)

// A mention is a word of a name in a statement.
type mention struct {
	key uint64    // as a wordbook has it
	at  text.Span // in the statement's text
}

// otherEvent reports whether a candidate tells of another event than those bytes of a statement: they name nobody and nothing, and too
// few of the names of the sentence and of those before it stand in the candidate's document, or they have no day either, "an inquiry was
// opened", and the document is of another week or from before the day that the draft tells of. What tells of "the attack" is held to the
// names around it too, though it names who claims it. Twin: "the attack on Goma".
func (j *judge) otherEvent(at place, part []text.Span, c sources.Candidate) bool {
	d := at.draft
	within := func(m mention) bool {
		return slices.ContainsFunc(part, func(p text.Span) bool { return p.Overlaps(m.at) })
	}
	named := slices.ContainsFunc(d.names[at.i](), within)
	if named && !d.analyses[at.i]().Anaphoric() {
		return false // as nearly all are
	}
	x, y := d.document.Date, c.Document.Date
	far := x != 0 && y != 0 && max(x, y)-min(x, y) > eventDays
	if !named && far && len(d.times[at.i]()) == 0 {
		return true
	}
	document := j.prepared.wordbook(c)
	around, found, later := 0, 0, false
	for k := max(0, at.i-contextSentences); k < len(d.statements) && (k < at.i || d.statements[k].Sentence == d.statements[at.i].Sentence); k++ {
		for _, m := range d.names[k]() {
			if k == at.i && within(m) {
				continue
			}
			around++
			if document.holds(m.key) {
				found++
			}
		}
		later = later || !named && y != 0 && slices.ContainsFunc(d.times[k](), func(t date.Mention) bool {
			return t.Relation == date.In && t.Interval.From > y && t.Interval.From <= x
		})
	}
	if around == 0 && j.ofAnotherDay(d, d.analyses[at.i](), c) {
		return true // "the man was arrested", where nobody near has a name
	}
	none, few := around > 0 && found == 0, float64(found) < aroundShare*float64(around)
	switch {
	case named:
		return none || far && few
	case d.retells(document):
		return later || none
	}
	return later || few
}

// ofAnother reports whether a voice speaks against a statement, or weakens it, and speaks of something else: of whom the statement does not name, a hundred
// who may have died in Aru, and 34 who died in Bunia; of another day, or of another value.
func (j *judge) ofAnother(at place, v *voice, c sources.Candidate) bool {
	statement := at.draft.analyses[at.i]()
	switch {
	case v.overstated:
		return j.namesOthers(statement, c)
	case v.evidence.Stance == Contradicts:
		return j.ofAnotherDay(at.draft, statement, c) || j.ofOthers(at, v, c) || j.ofAnotherPlace(at, c)
	}
	return false
}

// ofAnotherPlace reports whether a statement that names nobody and nothing follows one that names a place of which a candidate's document
// has no word: "will open a plant in Ohio. The plant will employ 240 people", where the candidate's plant is to open in Slovakia. What
// the draft retells speaks of the same place by another name.
func (j *judge) ofAnotherPlace(at place, c sources.Candidate) bool {
	d := at.draft
	if at.i == 0 || len(d.names[at.i]()) > 0 {
		return false
	}
	document := j.prepared.wordbook(c)
	return !d.retells(document) && slices.ContainsFunc(d.names[at.i-1](), func(m mention) bool {
		_, place := lexicon.PlaceOf(m.at.In(d.statements[at.i-1].Text))
		return place && !document.holds(m.key)
	})
}

// ofAnotherDay reports whether a candidate of another day than the draft's shares no name with a statement, and its document few of the names and
// numbers of the draft: "the plane", "the next stage" is another one there.
func (j *judge) ofAnotherDay(d *draft, statement *relate.Analysis, c sources.Candidate) bool {
	if x, y := d.document.Date, c.Document.Date; x == 0 || y == 0 || x == y {
		return false
	}
	shared, _ := j.prepared.analysis(sentence(c)).SharedName(statement)
	return !shared && d.telling() && d.strays(j.prepared.wordbook(c))
}

// namesOthers reports whether a statement has names and a candidate's sentence none of them.
func (j *judge) namesOthers(statement *relate.Analysis, c sources.Candidate) bool {
	shared, some := j.prepared.analysis(sentence(c)).SharedName(statement)
	return some && !shared
}

// ofOthers reports whether what speaks against a statement is a value, and its sentence names others than the statement: nobody and nothing that
// it does, "Trump leads with 182 delegates", "Kasich has 66"; or, on another day, hardly anybody: "of the Tour, 191 from Montpellier to Reynard",
// "of the Tour, 188 from Andéol to Arc". Twin: "the leader has 182".
func (j *judge) ofOthers(at place, v *voice, c sources.Candidate) bool {
	if len(v.evidence.Reasons) == 0 {
		return false
	}
	switch v.evidence.Reasons[0].Kind {
	case reason.Number, reason.Unit, reason.Date:
	default:
		return false
	}
	d, statement := at.draft, at.draft.analyses[at.i]()
	if d.speaksOf(j.prepared.wordbook(c)) {
		return false // its names are those of the draft
	}
	_, named := statement.SharedName(j.prepared.analysis(sentence(c)))
	if named && j.namesOthers(statement, c) {
		return true
	}
	if x, y := d.document.Date, c.Document.Date; !named || x == 0 || y == 0 || x == y {
		return false
	}
	theirs, strange, shared := newWordbook(c.Document.Lang, c.Statement.Sentence.In(c.Document.Text)), 0, 0
	for _, m := range d.names[at.i]() {
		switch {
		case theirs.holds(m.key):
			shared++
		case capitalised(m.at.In(d.statements[at.i].Text)): // and no pronoun
			strange++
		}
	}
	return strange >= strangeNames && strange > shared
}

// strangeNames is how many words of names a source must lack to tell of another thing.
const strangeNames = 2

// timesIn returns the dates in statement i.
func (d *draft) timesIn(i int) []date.Mention {
	s := &d.statements[i]
	return date.Find(s.Text, text.Words(s.Text), d.document.Date, language(d.document.Lang))
}

// namesIn returns the words of the names in statement i: what begins with a capital inside a sentence and is no date, and what its
// nouns stand for.
func (d *draft) namesIn(i int) []mention {
	s := &d.statements[i]
	lang := d.document.Lang
	var out []mention
	words := text.Words(s.Text)
	times := date.Find(s.Text, words, 0, language(lang))
	for k, w := range words {
		if k > 0 && w.Kind == text.Letters && !dated(times, k) && capitalised(w.In(s.Text)) || k == 0 && w.Kind == text.Letters && d.knows(w.In(s.Text)) && len(quantity.Find(s.Text, words[:1], language(lang))) == 0 {
			out = append(out, mention{wordKey(lang, w.In(s.Text)), w.Span()})
		}
	}
	for _, r := range d.referents.Of(s) {
		for _, w := range text.Words(r.Name) {
			out = append(out, mention{wordKey(lang, w.In(r.Name)), inStatement(s, r.Span)})
		}
	}
	return out
}

// knows reports whether a word with a capital at the start of a sentence is a name: no
// dictionary has it in small letters.
func (d *draft) knows(w string) bool {
	if letters := len(strings.TrimRight(w, "'’")); !capitalised(w) || strings.ToUpper(w) == w && letters > 1 {
		return capitalised(w)
	} else if letters < len(w) {
		return false // "L'homme"
	}
	f := text.Fold(w)
	if d.document.Lang == "fr" && translate.Known(f) {
		return false
	}
	for _, pos := range [...]lexicon.POS{lexicon.Noun, lexicon.Verb, lexicon.Adjective, lexicon.Adverb} {
		if lexicon.Known(f, pos) {
			return false
		}
		if _, ok := lexicon.LemmaIn(language(d.document.Lang), pos, f); ok {
			return false
		}
	}
	return len(f) > 3
}
