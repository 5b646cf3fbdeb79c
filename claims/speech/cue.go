package speech

import (
	"slices"

	"factcheck/claims/grammar"
)

// Candidate reports whether unit i can be a cue at all: a content word, or a
// colon or dash that may stand for one.
func (s *Analysis) Candidate(i int) bool {
	u := &s.units[i]
	if u.quotation >= 0 {
		return false
	}
	if s.unit(i-1).word == hyphen && s.unit(i-2).word == so { // "so-called"
		return false
	}
	if i > 0 && (u.shape == capital || u.shape == capitals) && u.tag != grammar.Verb && u.class == 0 { // a name
		return false
	}
	switch u.tag {
	case grammar.Verb, grammar.Noun, grammar.Adjective, grammar.Adverb, grammar.X, grammar.Auxiliary:
		return u.shape != number
	case grammar.ProperNoun: // a verb of a headline: "Mayor Denies Charge"
		return u.class != 0
	case grammar.Adposition, grammar.Subordinator:
		switch u.word {
		case according, per, in, to, against, favour:
			return true
		}
	case grammar.Punctuation:
		return u.word == colon
	}
	return false
}

// CueScore returns the sum of the weights of unit i as a cue.
func (s *Analysis) CueScore(m *Model, i int) int32 {
	s.feats = s.CueFeatures(s.feats[:0], i)
	sum := int32(0)
	for _, f := range m.Cue.sift(s.feats) {
		if w := m.Cue.weights(f); w != "" {
			sum += int32(int8(w[0]))
		}
	}
	return sum
}

// Reports appends the reported speech of passage p to dst, in the order of the
// cues.
func (s *Analysis) Reports(dst []Report, t *Text, p *Passage) []Report {
	s.Passage(t, p)
	return append(dst, s.Find(shipped)...)
}

// Find is Reports by another model, for the passage that was taken apart last.
func (s *Analysis) Find(m *Model) []Report {
	if m == nil {
		return nil
	}
	s.odds = s.odds[:0]
	for i := range s.units {
		v := int32(-1 << 20)
		if s.Candidate(i) {
			if v = s.CueScore(m, i) - m.Score; v >= 0 {
				s.likely[i] = true
			}
		}
		s.odds = append(s.odds, v)
	}
	var out []Report
	for k, v := range s.odds {
		if v >= 0 {
			if r, ok := s.hear(m, k, out); ok {
				out = append(out, r)
			}
		}
	}
	return s.quoted(m, out)
}

// hear labels the units around the cue at unit k; it reports false if nothing is
// content.
func (s *Analysis) hear(m *Model, k int, before []Report) (Report, bool) {
	labels := s.label(m, k)
	r := s.report(labels, k)
	if len(r.Content) == 0 {
		return r, false
	}
	r.Speaker = s.speaker(&r, labels, k, before)
	for i := range s.units {
		if c := &s.units[i]; c.name != 0 && r.Speaker.First <= c.words.First && c.words.End <= r.Speaker.End && r.Name == grammar.Other {
			r.Name = grammar.NameKind(c.name)
		}
	}
	return r, true
}

// doubtful is how far below the threshold a word still counts as the cue of
// words between quotation marks that no other cue explains.
const doubtful = 60

// quoted adds the reports of doubtful cues whose content holds quoted words that
// no report has: marks make speech likelier. The likeliest come first.
func (s *Analysis) quoted(m *Model, out []Report) []Report {
	for range 3 {
		open := s.unheard(out)
		if open < 0 {
			break
		}
		best := -1
		for k, v := range s.odds {
			if v < 0 && v >= -doubtful && (best < 0 || v > s.odds[best]) {
				best = k
			}
		}
		if best < 0 {
			break
		}
		s.odds[best] = -1 << 20
		s.likely[best] = true
		if r, ok := s.hear(m, best, out); ok && inContent(&r, open) {
			out = append(out, r)
		} else {
			s.likely[best] = false
		}
	}
	slices.SortStableFunc(out, func(a, b Report) int { return a.Cue.First - b.Cue.First })
	return out
}

// unheard returns the first word between quotation marks that is content of no
// report, -1 if there is none; a single word between marks does not count.
func (s *Analysis) unheard(out []Report) int {
	for i := range s.units {
		u := &s.units[i]
		if !u.part && u.quotation < 0 || u.shape == markShape || u.part && (s.unit(i+1).shape == markShape || !s.unit(i+1).part) {
			continue
		}
		held := false
		for k := range out {
			held = held || inContent(&out[k], u.words.First)
		}
		if !held {
			return u.words.First
		}
	}
	return -1
}

// Words that the code knows by their hash.
var (
	according, per, in, to = hashFold("according"), hashFold("per"), hashFold("in"), hashFold("to")
	against, favour        = hashFold("against"), hashFold("for")
	not, nt, never         = hashFold("not"), hashFold("n't"), hashFold("never")
	who, which             = hashFold("who"), hashFold("which")
	hyphen, so             = hashFold("-"), hashFold("so")
	colon, comma           = hashFold(":"), hashFold(",")
)

// Verb reports whether unit i is a verb.
func (s *Analysis) Verb(i int) bool { return s.units[i].tag == grammar.Verb }

// Function reports whether unit i is a preposition or the like.
func (s *Analysis) Function(i int) bool {
	t := s.units[i].tag
	return (t == grammar.Adposition || t == grammar.Subordinator || t == grammar.Auxiliary) && s.units[i].word != according
}
