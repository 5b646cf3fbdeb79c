package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A text may take back what it tells: it corrects an earlier version, has it from a post on Facebook, or lets somebody
// deny in the next sentence what another said in this.

// mute reports whether a candidate can say nothing on a statement: it tells of something else, or what nobody stands for.
func (j *judge) mute(at place, c sources.Candidate) bool {
	whole := []text.Span{{End: len(at.draft.statements[at.i].Text)}}
	return j.otherEvent(at, whole, c) || j.prepared.line(sentence(c)).retracts || at.draft.statements[at.i].Form == claims.Plain && unsignedBy(c)
}

// retracts reports whether a candidate's sentence tells what an earlier version of its text had, "An earlier version of
// this article said that the line would cost 320 million", or its text takes it back: "That was wrong", "Correction: ...". Twin: "The second
// version of the law said so".
func retracts(c sources.Candidate) bool {
	src, at := c.Document.Text, c.Statement.Sentence
	own := text.Fold(at.In(src))
	if earlier.in(own) {
		return true
	}
	if _, rest, cut := strings.Cut(own, ";"); cut && takesBack(rest) {
		return true
	}
	rest := src[at.End:min(len(src), at.End+rebuttalBytes)]
	words := text.Words(rest)
	if next := text.Sentences(rest, words); len(next) > 0 && takesBack(text.Fold(next[0].Span(words).In(rest))) {
		return true
	}
	for _, b := range c.Document.Blocks {
		head, tail, labelled := strings.Cut(b.In(src), ":")
		if labelled && !b.Overlaps(at) && correcting.has(text.Fold(strings.TrimSpace(head))) && !earlier.in(text.Fold(tail)) && shares(c.Document.Lang, tail, at.In(src), correctedShare) {
			return true
		}
	}
	return false
}

// correctedShare is how much of a sentence a correction has that is of it.
const correctedShare = 0.6

// takesBack reports whether what stands behind something said is that it is not so: "that was wrong", "the station withdrew the report". Twin:
// "The law was wrong".
func takesBack(folded string) bool {
	folded = strings.TrimLeft(folded, " \t\n;,:.–—\"”’")
	return withdrawing.in(folded) || undone.in(folded[:min(len(folded), undoneBytes)]) && slices.ContainsFunc(kindWords()[backward], func(w string) bool {
		rest, ok := strings.CutPrefix(folded, w+" ")
		return ok && !opening.has(strings.SplitN(rest, " ", 2)[0])
	})
}

// undoneBytes is how much of such a sentence is read.
const undoneBytes = 60

// unsignedBy reports whether a candidate is what a post or a leaflet says, for which nobody answers.
func unsignedBy(c sources.Candidate) bool {
	by := c.Statement.Attribution.Speaker
	if c.Statement.Form == claims.Plain || by.Name != "" {
		return false
	}
	return slices.ContainsFunc(text.Words(by.Text), func(w text.Word) bool { return unsigned.has(text.Fold(w.In(by.Text))) })
}

// confirmed reports whether a candidate's sentence says of what was claimed that it is so: "The claim that the airport was
// closed is true". Twin: "The claim that the airport was closed is new".
func confirmed(c sources.Candidate) bool {
	return borneOut.in(text.Fold(c.Statement.Sentence.In(c.Document.Text)))
}

// rebutted returns the voice of the sentence behind a candidate's, in which somebody denies what the candidate's speaker
// says: "The rebels said that they had taken the airport. The army denied this." False if there is none.
func (j *judge) rebutted(c sources.Candidate) (v voice, ok bool) {
	at := c.Statement.Sentence
	if c.Statement.Form == claims.Plain || c.Statement.Attribution.Speaker.Text == "" {
		return voice{}, false
	}
	rest := c.Document.Text[at.End:]
	words := text.Words(rest[:min(len(rest), rebuttalBytes)])
	said := text.Sentences(rest, words)
	if len(said) == 0 {
		return voice{}, false
	}
	said[0] = text.Range{First: said[0].First, End: min(said[0].End, len(words))}
	for i := said[0].First + 1; i < said[0].End; i++ {
		verb := text.Fold(words[i].In(rest))
		if !(rejecting.has(verb) && rejectedIn(rest[words[i].End:])) && !(gainsaying.has(verb) && i+2 >= said[0].End) {
			continue
		}
		next := text.Span{Start: at.End + words[said[0].First].Start, End: at.End + words[said[0].End-1].End}
		s := claims.Statement{Text: next.In(c.Document.Text), Spans: []text.Span{next}, Sentence: next}
		s.Attribution.Publisher = c.Statement.Attribution.Publisher
		v = voice{document: c.Document, evidence: j.passage(c.Document, &s, Contradicts)}
		v.owner = j.archive.Names().Owner(v.evidence.Source)
		at := text.Span{Start: words[i].Start - words[said[0].First].Start, End: words[i].End - words[said[0].First].Start}
		v.evidence.place(&s, []reason.Reason{{Kind: reason.Polarity, Source: at, Note: "“" + words[i].In(rest) + "” in the source"}})
		return v, true
	}
	return voice{}, false
}

// withdrawn returns the voices of other documents, no older than one that agrees with a plain claim and of about its days, that tell it is
// not so, or take it back: "Reuters withdrew its report that the mill had burned".
func (j *judge) withdrawn(s *claims.Statement, statement *relate.Analysis, candidates []sources.Candidate, agree, against []voice) (out []voice) {
	if s.Form != claims.Plain {
		return nil
	}
	for _, c := range candidates {
		later := slices.ContainsFunc(agree, func(v voice) bool {
			x, y := v.document.Date, c.Document.Date
			return x != 0 && y >= x && y-x <= aboutThen && v.document.ID != c.Document.ID
		})
		if !later || slices.ContainsFunc(agree, func(v voice) bool { return v.document.ID == c.Document.ID }) || slices.ContainsFunc(slices.Concat(against, out), func(v voice) bool { return v.document.ID == c.Document.ID }) {
			continue
		}
		why, ok := relate.Withdraws(j.prepared.analysis(sentence(c)), statement)
		if !ok {
			continue
		}
		v := voice{document: c.Document, evidence: j.passage(c.Document, c.Statement, Contradicts)}
		v.owner = j.archive.Names().Owner(v.evidence.Source)
		v.evidence.place(c.Statement, []reason.Reason{why})
		out = append(out, v)
	}
	return out
}

// aboutThen is how many days after a text another may take back what it tells.
const aboutThen = 14

// rebuttalBytes is how much behind a statement is read for a denial of it.
const rebuttalBytes = 200

// rejectedIn reports whether what stands behind a verb that denies is what was said before, and no more of the clause:
// "it", "the accusation", not "the accusation of bribery".
func rejectedIn(rest string) bool {
	rest = strings.TrimSpace(text.Fold(rest))
	for _, w := range kindWords()[rejected] {
		if after, ok := strings.CutPrefix(rest, w); ok && (after == "" || strings.ContainsAny(after[:1], ".,;:\n") || strings.HasPrefix(after, " and ") || strings.HasPrefix(after, " et ")) {
			return true
		}
	}
	return false
}
