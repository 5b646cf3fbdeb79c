package relate

import (
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Relation is what a source makes of a statement.
type Relation uint8

// The relations. The zero value is Silent.
const (
	Silent      Relation = iota // it says nothing that decides
	Agrees                      // it entails every part of the statement
	Contradicts                 // both cannot be true
)

// String returns "silent", "agrees" or "contradicts".
func (r Relation) String() string { return [...]string{"silent", "agrees", "contradicts", ""}[r&3] }

// MarshalText returns the stable name.
func (r Relation) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// A Side is one of the two texts with what is known around it.
type Side struct {
	Text    string
	Lang    string   // "en", "fr"; empty is taken for "en"
	Date    date.Day // the dateline that "on Monday" counts from; zero if unknown
	Refs    []Ref    // what pronouns and definite nouns of Text stand for, in order; nil if unknown
	Speaker string   // who says "I" and "we"; empty if unknown
	// Resolved says that Refs is all there is to know: a pronoun it does not name
	// stands for nobody. Otherwise a source whose subject is a bare pronoun may
	// speak of the statement's subject.
	Resolved bool
	Trees    *claims.Trees // what was parsed of Text already; nil if nothing was
}

// A Ref says what some words of a Side stand for: "the town", Walikale.
type Ref struct {
	Span text.Span // of the words, in Side.Text
	Name string    // what they stand for, as the text around calls it
}

// A Result is the relation of a source and a statement, and why.
type Result struct {
	Relation   Relation
	Reasons    []reason.Reason // what clashes, the weightiest first; nil if nothing does. Spans count bytes of the two texts
	Overstated bool            // the source only plans, hedges or alleges what the statement states as done; Relation is Silent, the reason modality
	Alignment  []Link          // how the texts were laid beside each other, in the order of the statement; nil if they have nothing in common

	titled bool // agrees by what the source calls somebody by the way, whatever he does or says
}

// Fate is what became of some words of the source in the statement.
type Fate uint8

// The fates. The zero value is Same.
const (
	Same    Fate = iota // the same words, or words that say the same
	Changed             // other words in their place, compatible as far as is known
	Clash               // other words in their place that cannot both be true
	Dropped             // the statement leaves them out
	Added               // the source does not have them
)

// String returns the name in lower case: "same".
func (f Fate) String() string {
	return [...]string{"same", "changed", "clash", "dropped", "added", "", "", ""}[f&7]
}

// A Link is one step of an alignment. The side that has no words has an empty
// span at the place where they would stand.
type Link struct {
	Fate              Fate
	Source, Statement text.Span
}

// Judge returns the relation of a source and a statement.
func Judge(source, statement Side) Result { return Relate(Prepare(source), Prepare(statement)) }

// briefly is how many terms a source may have to be compared by its parts although
// it is all but the same as the statement: what differs between two long texts that
// are was looked at word by word.
const briefly = 15

// Relate returns the relation of two sides that were prepared.
func Relate(source, statement *Analysis) Result {
	r := decide(source, statement)
	if r.Relation == Contradicts && (sameDates(source, statement, r.Reasons) || outlasts(source, statement, r.Reasons)) {
		return Result{Alignment: r.Alignment}
	}
	if r.Relation == Silent && !r.Overstated && (r.Alignment == nil || len(source.terms) <= briefly) && bornOut(source, statement) && !strangeNation(source, statement) {
		r.Relation = Agrees
		return r
	}
	if r.Relation != Agrees {
		r.noted(source, statement)
		return r
	}
	if turned, exchanged := roles(source, statement); exchanged || !turned && crossed(source, statement) {
		return Result{Alignment: r.Alignment}
	}
	// Texts that are all but the same and as long were laid beside each other word
	// by word; of the others, what the statement left out was not looked at yet.
	if strangeNation(source, statement) || limited(source, statement) || toldApart(source, statement) || apportioned(source, statement) || recounted(source, statement) || exceeds(source, statement) || (r.Alignment == nil || len(source.terms) > len(statement.terms)+1) && veiled(source, statement, r.titled) {
		return Result{Alignment: r.Alignment}
	}
	return r
}

// sameDates reports whether a clash is one of dates although the source has every
// date of the statement in the same words: the tree hung one of several on another
// verb, or read one of two equal ones for another year.
func sameDates(source, statement *Analysis, why []reason.Reason) bool {
	if len(why) == 0 || why[0].Kind != reason.Date {
		return false
	}
	x, y := why[0].Source.In(source.side.Text), why[0].Statement.In(statement.side.Text)
	if source.side.Date == statement.side.Date && text.Fold(x) == text.Fold(y) {
		return true
	}
	dates := 0
	folded := text.Fold(source.side.Text)
	for i := range statement.values {
		v := &statement.values[i]
		if v.time == nil {
			continue
		}
		if dates++; !strings.Contains(folded, text.Fold(statement.span(v.first, v.end).In(statement.side.Text))) {
			return false
		}
	}
	return dates > 1
}

// against is the reason that some words of the source and some of the statement cannot
// both be true.
func against(k reason.Kind, source *Analysis, a text.Span, statement *Analysis, b text.Span) reason.Reason {
	return reason.Reason{Kind: k, Source: a, Statement: b, Note: "“" + a.In(source.side.Text) + "” against “" + b.In(statement.side.Text) + "”"}
}

// noted puts a clash into words where nobody has yet: by the words that clash.
func (r *Result) noted(source, statement *Analysis) {
	for i := range r.Reasons {
		c := &r.Reasons[i]
		x, y := c.Source.In(source.side.Text), c.Statement.In(statement.side.Text)
		if r.Relation == Contradicts && c.Note == "" && x != "" && y != "" && len(x)+len(y) < 120 {
			c.Note = "“" + x + "” against “" + y + "”"
		}
	}
}

// scenes reports whether both sides begin with somebody unknown and name nobody: two
// scenes can both be seen.
func scenes(a, b *Analysis) bool {
	for _, x := range [...]*Analysis{a, b} {
		if len(x.terms) == 0 || !indefinite(&x.terms[0]) {
			return false
		}
		for i := range x.terms {
			if t := &x.terms[i]; t.proper() && t.class == content {
				return false
			}
		}
	}
	return true
}

// decide compares two sides from the cheapest to the dearest way.
func decide(source, statement *Analysis) Result {
	if !source.Related(statement) {
		return Result{}
	}
	if r, ok := judgeNear(source, statement); ok {
		if r.Relation == Silent && !r.Overstated && len(source.terms) <= 40 {
			if s := swapped(source, statement); s != nil {
				return Result{Relation: Contradicts, Reasons: s, Alignment: r.Alignment}
			}
			if s := differing(source, statement); s != nil && !scenes(source, statement) {
				return Result{Relation: Contradicts, Reasons: s, Alignment: r.Alignment}
			}
			if source.negates() != statement.negates() {
				if f := judgeFar(source, statement); f.Relation == Contradicts && f.polar() {
					return Result{Relation: Contradicts, Reasons: f.Reasons, Alignment: r.Alignment}
				}
			}
		}
		return r
	}
	if r := judgeFar(source, statement); r.Relation != Silent || r.Overstated {
		return r
	}
	if !closelyShares(source, statement) {
		return Result{}
	}
	r := judgeTold(source, statement)
	if r.Relation == Agrees && doubted(source, statement) {
		return Result{}
	}
	return r
}

// doubted reports whether the source denies or leaves open something that the
// statement asserts: then the plain facts that it seems to tell prove nothing.
func doubted(a, b *Analysis) bool {
	for _, q := range b.sentences() {
		q.parse()
		for _, p := range a.candidates(q) {
			for i := range p.events {
				e := &p.events[i]
				if !e.negative && !e.open {
					continue
				}
				for k := range q.events {
					if f := &q.events[k]; f.negative == e.negative && (f.open || !e.open) {
						continue
					} else if k := kinOf(p, e.predicate, q, f.predicate); k == equal || k == synonym || k == narrower {
						return true
					}
				}
			}
		}
	}
	return false
}

// closelyShares reports whether a long source shares enough with the statement to be
// read for its plain facts; a short one always does.
func closelyShares(a, b *Analysis) bool {
	if len(a.terms) <= 80 {
		return true
	}
	shared, all := 0, 0
	for i := range b.terms {
		if b.terms[i].class == content {
			all++
			if a.bloom.Has(b.terms[i].stem) {
				shared++
			}
		}
	}
	return shared*2 >= all
}

// negates reports whether a side has a word of negation.
func (a *Analysis) negates() bool {
	for i := range a.terms {
		if a.terms[i].class == negation {
			return true
		}
	}
	return false
}

// polar reports whether nothing clashes but that one side denies what the other says.
func (r *Result) polar() bool {
	for i := range r.Reasons {
		if r.Reasons[i].Kind != reason.Polarity {
			return false
		}
	}
	return true
}
