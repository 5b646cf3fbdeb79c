package verify

import (
	"fmt"
	"slices"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
)

// A quotation that no source has is news to the archive, and not yet wrong. It is a
// warning where the archive could know: where it names the speaker, or has a report
// that the draft retells. What somebody says of whom no source ever heard is a note.

const (
	nearRun  = 4 // words in a row that somebody says again, for which a passage is shown as the nearest
	lookedUp = 8 // proposals that are asked for a speaker's name
)

// unfound judges a quotation that no source has. The nearest passage is shown if
// it is near.
func (j *judge) unfound(d *draft, s *claims.Statement, near []match, short bool) (opinion, error) {
	o := opinion{verdict: Unfound, level: Unfound.level(j.opt.Strict), message: "no source has these words"}
	by := s.Attribution.Speaker.Name
	if short && by != "" {
		o.message = "no source has these words from " + by
	}
	heard, err := j.heardOf(d, s, near)
	if err != nil {
		return opinion{}, err
	}
	if (short || s.Form == claims.Mixed || !heard) && !j.opt.Strict {
		o.level = Info
	}
	if !heard && by != "" {
		o.message = fmt.Sprintf("no source has these words, nor names %s", by)
	}
	if n := nearest(d.document.Text, near); n != nil {
		o.message = "no source has these words; the nearest passage is shown"
		o.evidence = []Evidence{j.evidence(s, n, Silent)}
	}
	return o, nil
}

// nearest returns the first match that is worth being shown, nil if none is: the same speaker said so many of the words in a row, or somebody who may be
// he said more, or most of them.
func nearest(src string, near []match) *match {
	for i := range near {
		m, run, weight := &near[i], 0, 0.0
		for _, e := range m.Edits {
			if at := []text.Span{e.Draft}; e.Op == quote.Keep {
				weight += quote.Weight(src, at)
				if quote.Weight(src, at) >= thinWeight {
					run = max(run, countWords(src, at))
				}
			}
		}
		quoted := m.said != nil && m.said.Form != claims.Plain
		if m.speaker == same && run >= nearRun || m.speaker != different && quoted && weight >= strangerWeight && (run >= strangerWords || m.Share >= alteredFrom) {
			return m
		}
	}
	return nil
}

// heardOf reports whether the archive could know what a speaker of the draft said: it
// names him, or has a document that the draft retells.
func (j *judge) heardOf(d *draft, s *claims.Statement, near []match) (bool, error) {
	if slices.ContainsFunc(near, func(m match) bool { return m.speaker == same }) {
		return true, nil
	}
	if named, err := j.names(d, s.Attribution.Speaker); named || err != nil {
		return named, err
	}
	candidates, err := j.archive.Echoes(s.Sentence.In(d.document.Text), d.document.Lang, lookedUp, 0)
	return slices.ContainsFunc(candidates, func(c sources.Candidate) bool {
		return !sources.Barred(c.Document, d.document) && d.retells(j.prepared.wordbook(c))
	}), err
}

// names reports whether a document of the archive names a speaker. It is asked once of
// each mention.
func (j *judge) names(d *draft, by claims.Speaker) (bool, error) {
	if by.Name == "" {
		return false, nil
	}
	type mention struct {
		draft      *draft
		name, text string
	}
	key := mention{d, by.Name, by.Text}
	if named, ok := j.named.Load(key); ok {
		return named.(bool), nil
	}
	candidates, err := j.archive.Echoes(by.Name, d.document.Lang, lookedUp, 0)
	if err != nil {
		return false, err
	}
	named := slices.ContainsFunc(candidates, func(c sources.Candidate) bool {
		return !sources.Barred(c.Document, d.document) && quote.Names(c.Document, by)
	})
	j.named.Store(key, named)
	return named, nil
}
