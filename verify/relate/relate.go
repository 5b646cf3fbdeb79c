package relate

import (
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
	Before  string   // the sentences before Text, for its "he" and "she"; empty if unknown
	Speaker string   // who says "I" and "we"; empty if unknown
	// Resolved says that Refs is all there is to know: a pronoun it does not name
	// stands for nobody. Otherwise a source whose subject is a bare pronoun may
	// speak of the statement's subject.
	Resolved bool
	Trees    *claims.Trees // what was parsed of Text already; nil if nothing was
	Without  string        // the id of a rule that is left out, for an ablation run; empty is none
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
	Rules      []string        // the ids of the rules that decided, those that kept it silent too; rules.tsv says what each does
	Overstated bool            // the source only plans, hedges or alleges what the statement states as done; Relation is Silent, the reason modality
	Parts      []Part          // what became of each proposition of the statement; nil if it was compared word by word
	Source     int             // of several passages the one that decided, -1 if none did
	Alignment  []Link          // how the texts were laid beside each other, in the order of the statement; nil if they have nothing in common
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
	if r.Relation != Agrees {
		r.noted(source, statement)
	}
	return r
}

// Retold relates a statement to passages of a document that its text is known to
// retell, in the order in which they were found: each part of it may be borne out by
// another of them, and less is asked before a difference is a clash. Result.Source is
// the passage that decided.
func Retold(passages []*Analysis, statement *Analysis) Result {
	r := compareAll(passages, statement, retells)
	if r.Relation == Contradicts {
		r.noted(passages[r.Source], statement)
	}
	return r
}

// Combined is Retold for a statement of which nobody knows whether it retells the
// document.
func Combined(passages []*Analysis, statement *Analysis) Result {
	r := compareAll(passages, statement, strict)
	if r.Relation == Contradicts {
		r.noted(passages[r.Source], statement)
	}
	return r
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

// decide compares two sides, word by word where they are almost the same, else by what
// they say.
func decide(source, statement *Analysis) Result {
	if !source.Related(statement) {
		return Result{}
	}
	if r, ok := judgeNear(source, statement); ok {
		if r.Relation != Agrees {
			return r
		}
		if _, exchanged := roles(source, statement); exchanged && !statement.off("standing.voice") {
			return Result{Alignment: r.Alignment, Rules: []string{"standing.voice"}}
		}
		stands := standing(source, statement)
		stands.Alignment = r.Alignment
		if stands.Relation == Agrees {
			stands.Rules = r.Rules
		}
		return stands
	}
	return compare(source, statement, strict)
}
