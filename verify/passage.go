package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// passage returns the evidence that a source's statement is: its sentence as the
// passage, who answers for it and who carries it.
func (j *judge) passage(doc *claims.Document, s *claims.Statement, stance Stance) Evidence {
	at := s.Sentence
	if content := s.Span(); !at.Contains(content) {
		at = content
	}
	names := j.archive.Names()
	a := s.Attribution
	e := Evidence{
		Document: doc.ID, Path: doc.Path, Title: doc.Title, Lang: doc.Lang, URL: doc.URL, Date: doc.Date, Page: doc.Page(at.Start), Embargo: doc.Release.Embargo,
		Publisher: names.Canonical(doc.Publisher),
		Source:    names.Canonical(a.Origin()),
		Speaker:   names.Canonical(a.Speaker.Name),
		Span:      at, File: doc.File(at), Text: at.In(doc.Text), Stance: stance,
	}
	if e.Source == "" {
		e.Source = doc.ID
	}
	if a.Said.From == a.Said.To {
		e.Said = a.Said.From
	}
	if a.Told && len(a.Via) > 0 {
		e.Told = names.Canonical(a.Via[0].Name)
	}
	carry := func(name string) {
		if name = names.Canonical(name); name != "" && name != e.Source && name != e.Speaker && !slices.Contains(e.Carriers, name) {
			e.Carriers = append(e.Carriers, name)
		}
	}
	for _, v := range a.Via {
		carry(v.Name)
	}
	carry(doc.Publisher)
	return e
}

// widen makes the passage hold the given span of the document's text too: a
// quotation may run on over several sentences.
func (e *Evidence) widen(doc *claims.Document, s text.Span) {
	if s.Len() == 0 || e.Span.Contains(s) {
		return
	}
	e.Span = text.Cover([]text.Span{e.Span, s})
	e.File, e.Text, e.Page = doc.File(e.Span), e.Span.In(doc.Text), doc.Page(e.Span.Start)
}

// inPassage moves a span of the document's text to the passage's.
func (e *Evidence) inPassage(s text.Span) text.Span {
	return text.Span{Start: clamp(s.Start-e.Span.Start, len(e.Text)), End: clamp(s.End-e.Span.Start, len(e.Text))}
}

// inStatement moves a span of the draft's text to the statement's content, in
// which the statement's spans stand joined by single spaces.
func inStatement(s *claims.Statement, at text.Span) text.Span {
	var out text.Span
	base, found := 0, false
	for _, p := range s.Spans {
		if at.Start < p.End && at.End > p.Start || at.Len() == 0 && p.Start <= at.Start && at.Start <= p.End {
			lo, hi := base+max(at.Start, p.Start)-p.Start, base+min(at.End, p.End)-p.Start
			if !found {
				out, found = text.Span{Start: lo, End: hi}, true
			}
			out.End = hi
		}
		base += p.Len() + 1
	}
	return text.Span{Start: clamp(out.Start, len(s.Text)), End: clamp(out.End, len(s.Text))}
}

// inDocument moves a span of a statement's content to its document's text.
func inDocument(s *claims.Statement, at text.Span) text.Span {
	out := text.Span{Start: -1}
	base := 0
	for _, p := range s.Spans {
		end := base + p.Len()
		if out.Start < 0 && at.Start <= end {
			out.Start = p.Start + max(0, at.Start-base)
		}
		if at.End <= end {
			out.End = p.Start + max(0, at.End-base)
			break
		}
		out.End = p.End
		base = end + 1
	}
	out.Start = max(0, out.Start)
	out.End = max(out.Start, out.End)
	return out
}

// showEdits gives the evidence the word diff of a match.
func (e *Evidence) showEdits(s *claims.Statement, m *quote.Match) {
	e.Edits = make([]quote.Edit, len(m.Edits))
	for i, x := range m.Edits {
		x.Source, x.Draft = e.inPassage(x.Source), inStatement(s, x.Draft)
		e.Edits[i] = x
	}
	e.Reasons = make([]reason.Reason, len(m.Reasons))
	for i, r := range m.Reasons {
		r.Source, r.Statement = e.inPassage(r.Source), inStatement(s, r.Statement)
		e.Reasons[i] = r
	}
}

func clamp(n, most int) int { return max(0, min(n, most)) }

// vicinity is how far around a sentence its neighbours are looked for: a text may
// be one paragraph.
const vicinity = 4 << 10

// around returns a sentence with the one before and the one after it in its paragraph.
func around(doc *claims.Document, at text.Span) string {
	src := doc.Text
	from, to := max(0, at.Start-vicinity), min(len(src), at.End+vicinity)
	if n := strings.LastIndexByte(src[from:at.Start], '\n'); n >= 0 {
		from += n + 1
	} else if from > 0 { // at a whole word
		from += strings.IndexByte(src[from:at.Start], ' ') + 1
	}
	if n := strings.IndexByte(src[at.End:to], '\n'); n >= 0 {
		to = at.End + n
	}
	words := text.AppendWords(nil, src, text.Span{Start: from, End: to})
	sentences := text.Sentences(src, words)
	for i, r := range sentences {
		if s := r.Span(words); s.End > at.Start && s.Start <= at.Start {
			first, last := max(i-1, 0), i
			for last+1 < len(sentences) && sentences[last].Span(words).End < at.End {
				last++
			}
			last = min(last+1, len(sentences)-1)
			return text.Range{First: sentences[first].First, End: sentences[last].End}.Span(words).In(src)
		}
	}
	return at.In(src)
}
