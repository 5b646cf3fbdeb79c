package speech

import (
	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// A Report is one piece of reported speech. Words are given by their index in
// the text.
type Report struct {
	Cue     text.Range       // the reporting word, with what belongs to it: "according to"
	Lemma   string           // of the reporting word
	Verb    bool             // it is a verb
	Negated bool             // "did not say"
	Speaker text.Range       // empty if none is named
	Content []text.Range     // in order
	Name    grammar.NameKind // of the name that the speaker's first words hold, Other if they hold none
	Whole   bool             // nothing in the passage is said in the writer's own voice
	Turn    bool             // a turn of a transcript: the content is verbatim without quotation marks
	Via     text.Range       // the outlet that carries it or that it was taken from, where patterns found one
	Shape   Shape            // of the content
	Passive bool             // of a verb: "was told that", "is expected to"
	Covers  bool             // set by package claims: the report made a statement
	Within  int              // one more than the index of the quotation in which it is reported, 0 if in none
}

// report describes the cue at unit k with the labels around it.
func (s *Analysis) report(labels []Label, k int) Report {
	u := &s.units[k]
	r := Report{Cue: u.words, Lemma: u.base, Verb: u.tag == grammar.Verb}
	r.Content = s.parts(labels, ContentBegins)
	for _, sp := range s.parts(labels, SpeakerBegins) { // of several the nearest
		if r.Speaker.Len() == 0 || sp.End <= r.Cue.First {
			r.Speaker = sp
		}
	}
	if u.word == according && k+1 < len(s.units) {
		r.Cue.End = s.units[k+1].words.End
		r.Lemma = "according to"
	}
	for j := s.kids[k]; j >= 0; j = s.next[j] {
		switch s.units[j].word {
		case not, nt, never:
			r.Negated = true
		}
	}
	r.Passive = r.Verb && s.passive(k)
	r.Whole = s.whole(labels, k)
	if len(r.Content) > 0 && u.tag == grammar.Noun {
		s.clip(&r, k)
	}
	if u.rel == grammar.AclRelcl && s.ownRelative(k) >= 0 {
		for len(r.Content) > 1 && r.Content[0].First < s.units[s.ownRelative(k)].words.First {
			r.Content = r.Content[1:]
		}
		if len(r.Content) > 0 {
			s.clip(&r, k)
		}
		r.Whole = false
	}
	r.Shape = s.shape(labels, k)
	return r
}

// clip ends the content of a noun where its phrase ends: "[her claim that the
// vote was stolen] was never proved".
func (s *Analysis) clip(r *Report, k int) {
	c := &r.Content[len(r.Content)-1]
	if c.First < r.Cue.End {
		return
	}
	last := -1
	for i := k + 1; i < len(s.units); i++ {
		switch p := s.place[i]; {
		case p.up == 0:
			last = i
		case p.up < far && last >= 0 && s.units[i].tag != grammar.Punctuation:
			if end := s.units[last].words.End; s.units[last].words.First >= c.First && end < c.End {
				c.End, r.Whole = end, false
			}
			return
		}
	}
}

// inContent reports whether word i is part of what b reports.
func inContent(b *Report, i int) bool {
	for _, c := range b.Content {
		if c.First <= i && i < c.End {
			return true
		}
	}
	return false
}

// whole reports whether every root of the passage is the cue or what it governs.
func (s *Analysis) whole(labels []Label, k int) bool {
	for i := range s.units {
		u := &s.units[i]
		if u.head >= 0 || u.quotation >= 0 || i == k || u.tag == grammar.Punctuation {
			continue
		}
		if y := labels[i]; y != ContentBegins && y != ContentGoesOn && (s.units[k].head != int32(i) || s.units[k].rel != grammar.Xcomp) {
			return false
		}
	}
	return true
}

// parts returns the words of the runs of units that begin with the label begins.
func (s *Analysis) parts(labels []Label, begins Label) []text.Range {
	var out []text.Range
	for i, y := range labels {
		w := s.units[i].words
		switch {
		case y == begins:
			out = append(out, w)
		case y == begins+1 && len(out) > 0:
			out[len(out)-1].End = w.End
		}
	}
	return out
}
