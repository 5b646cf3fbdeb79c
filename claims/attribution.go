package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// emit adds the statement of a report of passage p.
func (r *reading) emit(p *speech.Passage, a *speech.Report, all []speech.Report) {
	s := Statement{Kind: Claim, Form: Indirect, Sentence: r.span(p.Words)}
	r.contents(&s, a.Content)
	if len(s.Spans) == 0 {
		return
	}
	cue, says := r.cue(a)
	s.Topic = !says && s.Form == Indirect
	a.Topic = s.Topic
	s.Attribution = Attribution{Speaker: r.cast.resolve(r, a.Speaker), Cue: cue, Publisher: r.doc.Publisher}
	r.chain(&s.Attribution, p, a, all)
	r.out = append(r.out, s)
	r.cast.spoke(s.Attribution.Speaker, s.Kind == Quote)
}

// cue returns the reporting word and what it commits its speaker to. It reports
// false if the word is none that reports: "supported", "mocked".
func (r *reading) cue(a *speech.Report) (Cue, bool) {
	c := Cue{Text: r.span(a.Cue).In(r.src), Span: r.span(a.Cue), Lemma: a.Lemma}
	kind := lexicon.NounCue
	if a.Verb {
		kind = lexicon.VerbCue
	}
	if a.Verb {
		c.Lemma = reportingLemma(r.lang, a.Lemma)
	}
	entry, ok := lexicon.CueOf(r.lang, kind, c.Lemma)
	if !ok {
		entry, ok = lexicon.CueOf(r.lang, lexicon.PhraseCue, strings.ReplaceAll(a.Lemma, " ", "_"))
	}
	c.Commitment = Commitment(entry.Commitment)
	switch {
	case !ok && a.Verb:
		c.Commitment = Neutral
	case a.Negated && c.Commitment != Directs: // "did not say", "did not deny"
		c.Commitment = Neutral
	}
	switch entry.Class {
	case "accuse", "praise", "believe", "doubt", "ask", "manner":
		return c, !a.Topic
	}
	return c, ok || a.Lemma == ":"
}

// contents fills in spans, quoted spans, kind and form from ranges of words.
func (r *reading) contents(s *Statement, content []text.Range) {
	bare := 0
	for _, c := range content {
		c = r.trim(c)
		if c.Len() == 0 {
			continue
		}
		s.Spans = append(s.Spans, r.span(c))
		for i := c.First; i < c.End; {
			q := r.text.Inside(i)
			if q < 0 {
				if r.words[i].Kind == text.Letters || r.words[i].Kind == text.Number {
					bare++
				}
				i++
				continue
			}
			all := r.text.Quotations[q]
			if in := all.Words(); max(c.First, in.First) < min(c.End, in.End) {
				s.Quoted = append(s.Quoted, r.span(text.Range{First: max(c.First, in.First), End: min(c.End, in.End)}))
			}
			i = max(i+1, all.All.End)
		}
	}
	if len(s.Quoted) > 0 {
		s.Kind, s.Form = Quote, Mixed
		if bare == 0 {
			s.Form = Direct
			s.Spans = slices.Clone(s.Quoted)
		}
	}
	s.Text = Content(r.src, s.Spans)
}
