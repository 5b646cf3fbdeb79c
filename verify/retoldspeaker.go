package verify

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// Indirect speech has no words that stand or do not: that two people say much the
// same is no error. But where a draft retells a document and gives what one person
// says in it, and nobody else, to another, it has taken the one for the other:
//
//   - the draft names who said it, or the outlet that was told, and so does the
//     document, by other names;
//   - nearly all words of the content are in what the document's speaker says;
//   - nothing like it is said in the document by anybody else, nor by the document
//     itself, nor by whom the draft names in any other;
//   - the draft's speaker stands nowhere in its paragraph: "like Doe", "Doe agreed".
//
// Pronouns and roles, names that share a word, institutions and those who lead or
// speak for them are never held against each other. Measured on 373 statements that
// 84 reports give to a person, in the words of the report: given to another person
// of it, one in twenty is found that was not before; given to the right one, none is
// called wrong.

const (
	creditedShare = 0.75 // part of a content, by weight, that a speaker must have said to be the one who said it
	creditedWords = 4    // and how much at least; a name weighs two
	echoedShare   = 0.5  // part from which a passage may say the same, and
	ownShare      = 0.25 // one of the draft's own speaker
)

// miscredited judges the attribution of indirect speech by a document that the
// draft retells; false if it may stand.
func (j *judge) miscredited(at place, candidates []sources.Candidate) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	a := &s.Attribution
	if s.Kind != claims.Claim || s.Form != claims.Indirect || !byName(a.Speaker) || a.Cue.Commitment != claims.Asserts {
		return opinion{}, false
	}
	var found *sources.Candidate
	for i := range candidates {
		c := &candidates[i]
		if sources.Barred(c.Document, d.document) || otherLanguage(c.Document.Lang, d.document.Lang) {
			continue
		}
		share, weight := repeats(c.Document.Lang, c.Statement.Text, s.Text)
		by := &c.Statement.Attribution
		if own := alike(a.Speaker, by.Speaker) == same; share < ownShare || share < echoedShare && !own {
			continue
		}
		switch {
		case found != nil && found.Ref.Document == c.Ref.Document && alike(found.Statement.Attribution.Speaker, by.Speaker) == same:
			continue // the same again
		case found != nil || share < creditedShare || weight < creditedWords || !byName(by.Speaker) || by.Cue.Commitment != claims.Asserts:
			return opinion{}, false
		}
		found = c
	}
	if found == nil || !d.retells(j.prepared.wordbook(*found)) {
		return opinion{}, false
	}
	note := j.otherMouth(s, *found)
	if note == "" {
		return opinion{}, false
	}
	e := j.passage(found.Document, found.Statement, Contradicts)
	e.Match = e.inPassage(found.Statement.Span())
	r := reason.Reason{Kind: reason.Attribution, Note: note, Statement: text.Span{End: len(s.Text)}, Source: e.Match}
	e.Reasons = []reason.Reason{r}
	return opinion{verdict: Misattributed, level: Misattributed.level(j.opt.Strict), message: note, reasons: e.Reasons, evidence: []Evidence{e}}, true
}

// otherMouth says whom the source has it from, or whom it was said to, if that is
// somebody else than the draft names; empty if it may be the same.
func (j *judge) otherMouth(s *claims.Statement, c sources.Candidate) string {
	a, b := s.Attribution, c.Statement.Attribution
	switch alike(a.Speaker, b.Speaker) {
	case different:
		if !passedOn(c.Statement, a.Speaker) && !besides(c, a.Speaker) && !shareWord(a.Speaker.Name, b.Speaker.Name) {
			return fmt.Sprintf("said by %s, not by %s", b.Speaker.Name, a.Speaker.Name)
		}
	case same:
		if a.Told && b.Told && !j.shareOutlet(a, b) {
			return fmt.Sprintf("said to %s, not to %s", b.Via[0].Name, a.Via[0].Name)
		}
	}
	return ""
}

// byName reports whether a mention itself names its person.
func byName(s claims.Speaker) bool {
	return s.Kind == claims.Person && shareWord(s.Text, s.Name)
}

// shareWord reports whether two names have a word in common.
func shareWord(a, b string) bool {
	return slices.ContainsFunc(strings.Fields(a), func(w string) bool { return slices.Contains(strings.Fields(b), w) })
}

// besides reports whether a speaker is named in the paragraph of a candidate: with
// its own speaker, or as one who says the same.
func besides(c sources.Candidate, by claims.Speaker) bool {
	src := c.Document.Text
	from := strings.LastIndexByte(src[:c.Statement.Sentence.Start], '\n') + 1
	to := len(src)
	if n := strings.IndexByte(src[c.Statement.Sentence.End:], '\n'); n >= 0 {
		to = c.Statement.Sentence.End + n
	}
	return quote.NamedIn(src[from:to], by)
}
