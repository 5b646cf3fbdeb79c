package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Why says why a sentence of a draft has no verdict.
type Why uint8

// The reasons. The zero value is Checked.
const (
	Checked     Why = iota // it has one
	Question               // it asks
	Verbless               // it has no verb that says something of something: a heading, a label, a by-line
	Attribution            // it only says who speaks: "Doe said."
	Uncredited             // nobody is credited with what it reports
	Elsewhere              // another statement of the same sentence is checked
	Unstated               // no statement was found in it
)

var whys = [...]string{"checked", "question", "no verb", "attribution only", "nobody credited", "checked with its sentence", "no statement found"}

// String returns the reason in lower case.
func (w Why) String() string { return whys[min(int(w), len(whys)-1)] }

// unchecked returns why a statement says nothing that can be so or not so, Checked if
// it does. Quotations and reported speech always do, and so does what ends with a full
// stop and has a verb. Questions do not, nor does what ends without a full stop and is
// no clause: a heading without a predicate, a dateline, a by-line. What it parses of
// the statement's text it leaves in trees.
func unchecked(doc *claims.Document, s *claims.Statement, trees *claims.Trees) Why {
	switch {
	case s.Topic:
		return Elsewhere
	case s.Kind == claims.Quote || s.Form != claims.Plain && (s.Attribution.Cue.Text == ":" || credited(doc.Lang, s)):
		return Checked
	case s.Form != claims.Plain:
		return Uncredited
	case attributionOnly(doc.Lang, s):
		return Attribution
	}
	passage := strings.TrimRight(s.Sentence.In(doc.Text), " \t\n\"'”’»)")
	if strings.HasSuffix(passage, "?") {
		return Question
	}
	words := text.Words(s.Text)
	if !grammar.Reads(doc.Lang) {
		if len(words) > 4 {
			return Checked
		}
		return Verbless
	}
	for _, r := range text.Sentences(s.Text, words) {
		parsed := trees.Parse(doc.Lang, s.Text, words[r.First:r.End])
		if asserts(parsed, s.Text, words[r.First:r.End], strings.HasSuffix(passage, ".")) || s.Aside(doc.Text) && apposes(parsed) {
			return Checked
		}
	}
	return Verbless
}

// restWords is how many words beside quoted ones say no more than who said them.
const restWords = 5

// doubled reports whether a plain statement is but a quotation that another statement
// has, with who said it: ““We stay,” he said”.
func doubled(doc *claims.Document, statements []claims.Statement, i int) bool {
	s := &statements[i]
	if s.Form != claims.Plain {
		return false
	}
	quoted := quotedIn(statements, i)
	return len(quoted) > 0 && countWords(doc.Text, s.Spans) <= restWords+countWords(doc.Text, quoted)
}

// besideStatements is how many statements before and after one may quote words in it.
const besideStatements = 16

// quotedIn returns the words within statement i that others beside it quote.
func quotedIn(statements []claims.Statement, i int) []text.Span {
	var out []text.Span
	at := statements[i].Span()
	for k := max(0, i-besideStatements); k < min(len(statements), i+besideStatements); k++ {
		o := &statements[k]
		if o.Kind != claims.Quote || !o.Sentence.Overlaps(at) {
			continue
		}
		for _, q := range o.Quoted {
			if q = (text.Span{Start: max(q.Start, at.Start), End: min(q.End, at.End)}); q.Start < q.End && !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	return out
}

// asserts reports whether a parsed sentence says something of something; stopped, if
// it ends with a full stop.
func asserts(parsed grammar.Sentence, src string, words []text.Word, stopped bool) bool {
	if parsed.Lang == "fr" && !slices.ContainsFunc(parsed.Tokens, func(t grammar.Token) bool { return t.Feats.Has(grammar.Finite) }) {
		return false // "13 mars 2016, Montpellier."
	}
	if stopped && (predicated(parsed.Tokens) || verbless(parsed.Tokens, src, words)) {
		return true
	}
	for _, c := range grammar.Clauses(&parsed) {
		switch c.Link {
		case grammar.Main, grammar.Coordinated, grammar.Content, grammar.Aside:
			if c.Tense != grammar.NoTense && (c.Subject >= 0 || c.Borrowed) && !fronted(&c) {
				return true
			}
		}
	}
	return false
}

// apposes reports whether a parsed sentence says what something is beside its name: “Doe, a
// nurse”.
func apposes(parsed grammar.Sentence) bool {
	return slices.ContainsFunc(parsed.Tokens, func(t grammar.Token) bool { return t.Rel == grammar.Appos })
}

// An Unchecked is a sentence of a draft that has no finding.
type Unchecked struct {
	Span text.Span // in the document's text
	Why  Why
}

// leftOut returns the sentences of a draft's prose that no checked statement covers,
// in order; why says it of each statement. A line without a mark at its end is no
// prose: headings, labels and by-lines are left out without a word.
func leftOut(doc *claims.Document, statements []claims.Statement, why []Why) []Unchecked {
	order := make([]int, len(statements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return statements[a].Sentence.Start - statements[b].Sentence.Start })
	var out []Unchecked
	next, checked := 0, 0 // of order; how far checked sentences reach
	last := Unchecked{Why: Unstated}
	for _, s := range doc.Sentences() {
		for ; next < len(order) && statements[order[next]].Sentence.Start < s.End; next++ {
			switch i := order[next]; why[i] {
			case Checked:
				checked = max(checked, statements[i].Sentence.End)
			case Elsewhere:
			default:
				last = Unchecked{statements[i].Sentence, why[i]}
			}
		}
		if checked > s.Start || !prose(s.In(doc.Text)) {
			continue
		}
		u := Unchecked{s, Unstated}
		if last.Span.End > s.Start {
			u.Why = last.Why
		}
		out = append(out, u)
	}
	return out
}

// briefWords is how many words a sentence has that nobody misses.
const briefWords = 3

// prose reports whether a sentence is one that a reader takes for one: it ends with a
// mark and has more than a few words.
func prose(s string) bool {
	return strings.ContainsAny(s[len(s)-min(len(s), 4):], ".!?…") && len(text.Words(s)) > briefWords+1
}

// predicated reports whether a verb form stands where a predicate does: finite,
// or after the noun that it would be about. "With planted errors" has none.
func predicated(tokens []grammar.Token) bool {
	for i, t := range tokens {
		if t.Tag == grammar.Auxiliary || t.Tag == grammar.Verb && (t.Feats.Has(grammar.Finite) || i > 0 && tokens[i-1].Tag.Nominal()) {
			return true
		}
	}
	return false
}

// verbless reports whether a sentence that the tagger read without a finite verb has
// a word that may be one where a predicate stands: "The blast injured nine
// people", where "injured" was taken for an adjective.
func verbless(tokens []grammar.Token, src string, words []text.Word) bool {
	if len(tokens) < 4 || tokens[0].Tag == grammar.Adposition {
		return false
	}
	for i := 1; i < len(tokens); i++ {
		before, w := &tokens[i-1], text.Fold(words[i].In(src))
		capital := words[i-1].In(src)[0]
		if before.Tag == grammar.Adjective && i+1 < len(tokens) && (tokens[i+1].Tag == grammar.Number || tokens[i+1].Tag == grammar.Determiner) {
			if l, ok := lexicon.Lemma(lexicon.Verb, w); ok && l != w {
				return true // "the co-operative caught 300 fish"
			}
		}
		if !before.Tag.Nominal() && before.Tag != grammar.Punctuation && (capital < 'A' || capital > 'Z') {
			continue
		}
		if l, ok := lexicon.Lemma(lexicon.Verb, w); ok && l == w && before.Feats.Has(grammar.Plural) && before.Tag.Nominal() && i+1 < len(tokens) && opensObject(tokens[i+1].Tag) {
			return true // "experts rebuke Trump"
		}
		if lexicon.Unchanged("en", w) && before.Tag.Nominal() && i+1 < len(tokens) && tokens[i+1].Tag != grammar.Punctuation {
			return true // "the stadium cost 50 million"
		}
		if tokens[i].Tag == grammar.Verb && !tokens[i].Feats.Has(grammar.Gerund) {
			return true
		}
		if l, ok := lexicon.Lemma(lexicon.Verb, w); ok && l != w && !strings.HasSuffix(w, "ing") && before.Tag != grammar.Punctuation {
			return true
		}
	}
	return false
}

// opensObject reports whether a word of that kind opens the object of a verb rather than
// goes on with a compound.
func opensObject(t grammar.Tag) bool {
	return t == grammar.Determiner || t == grammar.ProperNoun || t == grammar.Number || t == grammar.Pronoun
}

// fronted reports whether the clause begins with its object and is no question:
// "What we know about the fall" names a thing.
func fronted(c *grammar.Clause) bool {
	return len(c.Objects) > 0 && c.Objects[0] == 0 && c.Subject > 0
}
