package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
)

// What a source says bears a statement out if it says it of the same people, and by whom the draft has it say it.

// bearing reports whether a source that agrees with a statement's content speaks of whom the statement does, and credits
// it as the draft does.
func (j *judge) bearing(draft *claims.Document, s *claims.Statement, c sources.Candidate) bool {
	return j.attributed(s, c) && !j.ofNamesake(draft, s, c)
}

// attributed reports whether a source that agrees with the content also bears
// out the draft's attribution of it, if the draft makes one: the same speaker, an
// outlet of the chain, or the publisher itself.
func (j *judge) attributed(s *claims.Statement, c sources.Candidate) bool {
	a, b := s.Attribution, c.Statement.Attribution
	names := j.archive.Names()
	carries := func(name string) bool {
		o := names.Owner(name)
		if o == names.Owner(c.Document.Publisher) || o == names.Owner(b.Speaker.Name) {
			return true
		}
		for _, v := range b.Via {
			if names.Owner(v.Name) == o {
				return true
			}
		}
		return false
	}
	if a.Speaker.Name != "" && !carries(a.Speaker.Name) {
		if b.Speaker.Text == "" || !vouches(a.Speaker, c) {
			return false
		}
	}
	if a.Speaker.Name == "" && (otherRole(language(c.Document.Lang), a.Speaker, b.Speaker) || b.Speaker.Name != "" && !j.calledSo(c, a.Speaker)) {
		return false
	}
	if !saidThen(a.Said, c) {
		return false
	}
	if len(a.Via) > 0 && (len(b.Via) > 0 || a.Told && !j.knowsOutlet(a.Via, c)) { // "told AFP" is borne out by who says so
		for _, v := range a.Via {
			if carries(v.Name) {
				return true
			}
		}
		return false
	}
	return true
}

// knowsOutlet reports whether a document has, or its publisher is called by, the last word of an outlet's name: "(AFP)", theguardian.com.
func (j *judge) knowsOutlet(via []claims.Outlet, c sources.Candidate) bool {
	return slices.ContainsFunc(via, func(v claims.Outlet) bool {
		w := text.Fold(v.Name[strings.LastIndexByte(v.Name, ' ')+1:])
		return w != "" && (strings.Contains(text.Fold(c.Document.Publisher), w) || j.prepared.wordbook(c).holds(wordKey(c.Document.Lang, w)))
	})
}

// saidThen reports whether a source may bear out that something was said when a draft says that it was: it says the same of it or of something
// else that was said, or is of that day or the next. What was said on Sunday was not on Saturday.
func saidThen(said date.Interval, c sources.Candidate) bool {
	of := c.Statement.Attribution.Said
	if !said.Known() || of.Known() || c.Document.Date == 0 {
		return !said.Disjoint(of)
	}
	return !said.Disjoint(date.Interval{From: c.Document.Date - 1, To: c.Document.Date}) ||
		slices.ContainsFunc(c.Statements, func(x claims.Statement) bool { return x.Attribution.Said.Known() && !said.Disjoint(x.Attribution.Said) })
}

// calledSo reports whether a noun for a draft's speaker, "the council", may be who
// speaks in the candidate. A noun for a group is no person, unless the source calls
// the person so; any other noun or pronoun may be anybody.
func (j *judge) calledSo(c sources.Candidate, draft claims.Speaker) bool {
	words := text.Words(draft.Text)
	b := c.Statement.Attribution.Speaker
	if len(words) == 0 || b.Kind != claims.Person {
		return true
	}
	lang := language(c.Document.Lang)
	head := text.Fold(words[len(words)-1].In(draft.Text))
	if lexicon.Is(lang, lexicon.RoleNoun, head) && !j.prepared.wordbook(c).holds(wordKey(lang, head)) {
		return false // "the mayor" is nobody in a text without one
	}
	if !lexicon.Is(lang, lexicon.GroupNoun, head) {
		return true
	}
	called := b.Text + " " + b.Role
	return slices.ContainsFunc(text.Words(called), func(w text.Word) bool {
		return text.Stem(lang, text.Fold(w.In(called))) == text.Stem(lang, head)
	})
}

// vouches reports whether what a candidate's speaker said may be given to the
// draft's: they share a name; or the candidate's has none, and may be a mention of the
// draft's; or, where one is an institution, the text says that the other leads it or
// speaks for it, or one is the capital of the other.
func vouches(draft claims.Speaker, c sources.Candidate) bool {
	source := c.Statement.Attribution.Speaker
	switch alike(draft, source) {
	case same:
		return true
	case different:
		return false
	}
	switch {
	case source.Name == "" && draft.Kind == claims.Person && indefinite.has(article(source.Text)):
		return false // "a doctor" is nobody whom the text names
	case source.Name == "":
		return quote.Mentions(c.Document, source.Text, draft)
	case draft.Kind == claims.Person && source.Kind == claims.Person:
		return quote.NamedIn(source.Name+" "+source.Text, draft) || quote.NamedIn(draft.Name+" "+draft.Text, source)
	}
	return lexicon.SamePlace(draft.Name, source.Name) || strings.Contains(draft.Role+" "+draft.Text, source.Name) || strings.Contains(source.Role+" "+source.Text, draft.Name)
}

// otherRole reports whether both mentions call their speaker by what he is, and neither by what the other does: what
// the minister says is not what the president said. Twin: "the prime minister", said of Ulla Berg, the minister.
func otherRole(lang string, draft, source claims.Speaker) bool {
	mine, theirs := roles(lang, draft.Text), roles(lang, source.Text)
	if len(theirs) == 0 {
		theirs = roles(lang, source.Role)
	}
	return len(mine) > 0 && len(theirs) > 0 && !slices.ContainsFunc(mine, func(w string) bool { return slices.Contains(theirs, w) })
}

// roles returns the stems of the words of a mention by which it calls a person: "minister", "doctor".
func roles(lang, mention string) []string {
	var out []string
	for _, w := range text.Words(mention) {
		if f := text.Fold(w.In(mention)); lexicon.Is(lang, lexicon.RoleNoun, f) || lexicon.Is(lang, lexicon.Title, f) {
			out = append(out, text.Stem(lang, f))
		}
	}
	return out
}

// article returns the first word of a mention, folded.
func article(mention string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(mention), " ")
	return text.Fold(first)
}
