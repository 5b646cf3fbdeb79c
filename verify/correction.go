package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// A publisher that corrects a report takes its earlier words back: what the
// correction has wins over the text that it corrects.

// corrects reports whether a document says that it corrects an earlier one.
func corrects(doc *claims.Document) bool {
	head := doc.Title
	if first, _, _ := strings.Cut(strings.TrimSpace(doc.Text), "\n"); len(first) < 200 {
		head += " " + first
	}
	if slices.ContainsFunc(text.Words(head), func(w text.Word) bool { return correcting.has(text.Fold(w.In(head))) }) {
		return true
	}
	return corrected.in(text.Fold(doc.Text))
}

// correction returns the match whose document corrects every one that has the
// quoted words: of the same publisher, no earlier, with other words for the same
// speaker; nil if there is none.
func (j *judge) correction(src string, quoted []text.Span, exact, near []match) *match {
	for i := range near {
		m := &near[i]
		if !j.version(src, quoted, m) || !corrects(m.candidate.Document) {
			continue
		}
		all := true
		for k := range exact {
			e := &exact[k]
			if e.speaker == different {
				continue
			}
			all = all && e.candidate.Document.Publisher != "" && j.archive.Names().Owner(e.candidate.Document.Publisher) == j.archive.Names().Owner(m.candidate.Document.Publisher) &&
				e.candidate.Document.Date != 0 && e.candidate.Document.Date <= m.candidate.Document.Date
		}
		if all {
			return m
		}
	}
	return nil
}

// version reports whether a passage is another wording of the quotation, by a
// speaker who may be the same.
func (j *judge) version(src string, quoted []text.Span, m *match) bool {
	if m.Outcome == quote.Altered && m.stands() && (m.speaker == same || m.speaker == compatible && quote.Weight(src, quoted) >= strangerWeight) {
		return true // the very words, less what governs them
	}
	n := countWords(src, quoted)
	unsaid := (m.said == nil || m.said.Form == claims.Plain) && n < 2*strangerWords
	apart := 2*countWords(m.candidate.Document.Text, []text.Span{text.Cover(m.Source)}) > 3*n
	if m.speaker != same && (m.Scant || n < strangerWords || unsaid || apart) || 2*m.Outside > kept(src, m) {
		return false // another's turn of phrase, words far apart, or the writer's own
	}
	return m.Outcome == quote.Altered && m.Share >= alteredFrom && m.speaker != different && firm(src, quoted, m)
}

// thenToo reports whether a passage may be of the occasion that the draft tells of: the draft retells its document, or names its
// day or month, or no more than a week lies between.
func (j *judge) thenToo(d *draft, s *claims.Statement, m *match) bool {
	x, y := d.document.Date, m.candidate.Document.Date
	return x == 0 || y == 0 || max(x, y)-min(x, y) <= eventDays || names(d.document, s.Sentence, y) || d.retells(j.prepared.wordbook(m.candidate))
}

// names reports whether a sentence has a date, a month at most, that holds a day.
func names(doc *claims.Document, sentence text.Span, day date.Day) bool {
	return slices.ContainsFunc(date.Find(doc.Text, text.AppendWords(nil, doc.Text, sentence), doc.Date, doc.Lang), func(m date.Mention) bool {
		x := m.Extent()
		return x.From != 0 && x.To != 0 && x.To-x.From < monthDays && x.Contains(date.Interval{From: day, To: day})
	})
}

// monthDays is how many days a month has at most.
const monthDays = 31

// rewritten reports whether several words of a quotation are others in the passage, or stand elsewhere in it: a candidate says much
// the same in every speech.
func (m *match) rewritten(src string) bool {
	n, figures := 0, 0
	for _, e := range m.Edits {
		switch {
		case (e.Op == quote.Insert || e.Op == quote.Replace) && e.Class != reason.None:
			n++
			if e.Class == reason.Number || e.Class == reason.Polarity || e.Class == reason.Quantifier {
				figures++
			}
		case e.Op == quote.Keep && countWords(src, []text.Span{e.Draft}) >= onceSaid:
			return false
		}
	}
	return n > figures && (n > 2 || n > 1 && m.Share < mostOfIt) && (m.Share < nearlyAll || m.said == nil || m.said.Form == claims.Plain)
}

// onceSaid is how many words in a row nobody says twice in the same way.
const onceSaid = 9

// mostOfIt is how much of a quotation stands where two changes are not all that is different.
const mostOfIt = 0.8

// nearlyAll is how much of a quotation stands in a passage in which hardly a word is another.
const nearlyAll = 0.9

// stands reports whether every word of the quotation stands in the passage, in order.
func (m *match) stands() bool {
	for _, e := range m.Edits {
		if e.Draft.Len() > 0 && e.Op != quote.Keep {
			return false
		}
	}
	return m.Outside == 0
}

// strangerWords is how many words a quotation must have to be held against a
// passage whose speaker is not known to be its own.
const strangerWords = 6

// strangerWeight is the same in content words, of words that stand there in order.
const strangerWeight = 3

// versions is how many other wordings of a quotation are shown.
const versions = 2

// wordings shows the passages that have the quotation in other words.
func (j *judge) wordings(s *claims.Statement, src string, quoted []text.Span, near []match) []Evidence {
	var out []Evidence
	for i := range near {
		if m := &near[i]; len(out) < versions && j.version(src, quoted, m) {
			out = append(out, j.evidence(s, m, Silent))
		}
	}
	return out
}
