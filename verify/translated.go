package verify

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// translated judges a quotation that no source of its language has by those of the other
// one: it is a translation of somebody's words, of words that were changed in a number, a
// name, a denial, or of another speaker's. It declines (false) where the words do not
// tell.
func (j *judge) translated(d *draft, s *claims.Statement, quoted []text.Span) (opinion, bool, error) {
	words := claims.Content(d.document.Text, quoted)
	candidates, err := j.archive.Across(words, d.document.Lang, foreign)
	if err != nil || thin(d.document.Text, quoted) && len(candidates) == 0 {
		return opinion{}, false, err
	}
	var other, changed opinion
	for _, c := range candidates {
		if c.Statement.Kind != claims.Quote || sources.Barred(c.Document, d.document) || !credited(c.Document.Lang, c.Statement) {
			continue
		}
		r := rendered(quote.Passage{Text: spoken(c), Lang: c.Document.Lang}, words, d.document.Lang)
		if !r.Faithful && !r.Changed {
			continue
		}
		clash := j.otherVoice(d, s, c)
		switch {
		case r.Faithful && clash.Kind == reason.None:
			return opinion{verdict: Translated, message: laid(c, words, r), origins: 1, evidence: []Evidence{j.foreign(c, Agrees, nil)}}, true, nil
		case r.Faithful && other.verdict == None:
			other = opinion{verdict: Misattributed, level: Error, message: clash.Note, reasons: []reason.Reason{clash.Reason}, evidence: []Evidence{j.foreign(c, Contradicts, []reason.Reason{clash.Reason})}}
			if clash.unsure {
				other.level = Warning
			}
		case r.Changed && !strings.ContainsAny(words, "…[") && !strings.Contains(words, "...") && clash.Kind == reason.None && changed.verdict == None:
			why := reason.Reason{Kind: r.Reasons[0].Kind, Note: changedTo(c, words, r)}
			changed = opinion{verdict: Altered, level: Error, message: why.Note, reasons: []reason.Reason{why}, evidence: []Evidence{j.foreign(c, Contradicts, []reason.Reason{why})}}
		}
	}
	if other.verdict != None {
		return other, true, nil
	}
	return changed, changed.verdict != None, nil
}

// rendered lays the words of a quotation beside a source in the other language. What stands between marked omissions is laid by
// itself: all of it must be there, in its order.
func rendered(source quote.Passage, words, lang string) quote.Rendering {
	parts := omitted.Split(words, -1)
	if len(parts) == 1 {
		return quote.Render(source, quote.Passage{Text: words, Lang: lang})
	}
	var first quote.Rendering
	at := 0
	for i, part := range parts {
		r := quote.Render(source, quote.Passage{Text: part, Lang: lang})
		if !r.Faithful || r.Source.Start < at {
			return quote.Rendering{}
		}
		if at = r.Source.End; i == 0 {
			first = r
		}
	}
	return first
}

// omitted is how an omission is marked.
var omitted = regexp.MustCompile(`\s*[\[(](?:…|\.\.\.)[\])]\s*`)

// otherVoice returns what speaks against the speaker that the draft names; a role is in
// another language than the source's and tells nothing.
func (j *judge) otherVoice(d *draft, s *claims.Statement, c sources.Candidate) clash {
	by, said := s.Attribution, c.Statement.Attribution
	if alike(by.Speaker, said.Speaker) == different && !quote.Credited(d.document.Text, s, said.Speaker) && !passedOn(c.Statement, by.Speaker) &&
		(otherGender(by.Speaker, d.document.Lang, said.Speaker, c.Document.Lang) || !quote.Credited(c.Document.Text, c.Statement, by.Speaker)) {
		return clash{reason.Reason{Kind: reason.Attribution, Note: saidBy(said.Speaker, by.Speaker)}, false}
	}
	if len(by.Via) > 0 && len(said.Via) > 0 && !j.shareOutlet(by, said) {
		return clash{reason.Reason{Kind: reason.Attribution, Note: fmt.Sprintf("said to %s, not to %s", said.Via[0].Name, by.Via[0].Name)}, false}
	}
	return clash{}
}

// foreign is the evidence of a source in the other language.
func (j *judge) foreign(c sources.Candidate, stance Stance, reasons []reason.Reason) Evidence {
	e := j.passage(c.Document, c.Statement, stance)
	e.Match, e.Reasons = e.inPassage(c.Statement.Span()), reasons
	return e
}

// spoken returns the quoted words of a source; a part that begins with a capital begins a
// sentence.
func spoken(c sources.Candidate) string {
	var b strings.Builder
	for _, q := range c.Statement.Quoted {
		part := strings.TrimSpace(q.In(c.Document.Text))
		if first, _ := utf8.DecodeRuneInString(part); b.Len() > 0 && unicode.IsUpper(first) {
			b.WriteString(". ")
		} else if b.Len() > 0 {
			b.WriteString(" ")
		}
		b.WriteString(part)
	}
	return b.String()
}

// laid tells which words stand for which: “reculerons: back down”.
func laid(c sources.Candidate, words string, r quote.Rendering) string {
	source := spoken(c)
	var pairs []string
	for _, p := range r.Pairs {
		if len(pairs) == pairsShown {
			pairs = append(pairs, "…")
			break
		}
		pairs = append(pairs, p.Source.In(source)+": "+p.Statement.In(words))
	}
	return "in another language: " + strings.Join(pairs, ", ")
}

// pairsShown is how many words a message lays beside each other.
const pairsShown = 6

// changedTo tells what of the source's words was changed.
func changedTo(c sources.Candidate, words string, r quote.Rendering) string {
	source, x := spoken(c), r.Reasons[0]
	if x.Kind == reason.Polarity {
		return "the source, in another language, denies what the quotation says, or the other way round"
	}
	return fmt.Sprintf("the source, in another language, has “%s” where the quotation has “%s”", x.Source.In(source), x.Statement.In(words))
}
