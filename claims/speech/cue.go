package speech

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
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
	for _, f := range s.feats {
		if w := m.Cue.weights(f); w != "" {
			sum += int32(int8(w[0]))
		}
	}
	return sum
}

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
	Topic   bool             // the content is no clause: "criticised the plan"
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
	r.Whole, r.Topic = s.whole(labels, k), true
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
	for i, y := range labels {
		if c := &s.units[i]; (y == ContentBegins || y == ContentGoesOn) && (c.quotation >= 0 || c.tag == grammar.Verb || c.tag == grammar.Auxiliary) {
			r.Topic = false
		}
	}
	return r
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

// speaker returns the speaker that the labels give, but for two cases that the
// tree knows better: a relative pronoun that is the cue's own subject ("Doe, who
// said"), and a cue that the labels leave without a speaker though it has a
// subject or shares one.
func (s *Analysis) speaker(r *Report, labels []Label, k int, before []Report) text.Range {
	if own := s.ownRelative(k); own >= 0 {
		return s.units[own].words
	}
	if r.Speaker.Len() > 0 && r.Verb {
		if n := s.nearer(r.Speaker, labels, k); n.Len() > 0 {
			return n
		}
	}
	if r.Speaker.Len() > 0 || !r.Verb || s.passive(k) {
		return r.Speaker
	}
	for c, n := int32(k), 0; c >= 0 && n < 5; n++ {
		if c == int32(k) && s.units[k].feats.Has(grammar.Gerund) { // "told us, saying": whoever spoke last
			if n := len(before); n > 0 && before[n-1].Verb {
				if b := &before[n-1]; b.Speaker.Len() > 0 && !inContent(b, s.units[k].words.First) {
					return b.Speaker
				}
			}
		}
		for j := s.kids[c]; j >= 0; j = s.next[j] {
			if rel := s.units[j].rel; rel == grammar.Nsubj || rel == grammar.NsubjPass && c != int32(k) {
				return s.phrase(j, labels)
			}
		}
		switch s.units[c].rel {
		case grammar.Xcomp, grammar.Advcl, grammar.Conj, grammar.Parataxis:
			c = s.units[c].head
			for i := range before {
				if c >= 0 && before[i].Cue.First == s.units[c].words.First && before[i].Speaker.Len() > 0 {
					return before[i].Speaker
				}
			}
		case grammar.Acl:
			return s.phrase(s.units[c].head, labels)
		default:
			return text.Range{}
		}
	}
	return text.Range{}
}

// nearer returns the cue's own subject if it stands between the speaker that the
// labels give and the cue: "police said ..., but residents told us".
func (s *Analysis) nearer(speaker text.Range, labels []Label, k int) text.Range {
	for j := s.kids[k]; j >= 0; j = s.next[j] {
		u := &s.units[j]
		if u.rel == grammar.Nsubj && int(j) < k && u.words.First >= speaker.End && labels[j] == Neither && (u.tag == grammar.Noun || u.tag == grammar.ProperNoun) {
			if n := s.phrase(j, labels); n.First >= speaker.End+1 && s.likelyBetween(speaker.End, n.First) {
				return n
			}
		}
	}
	return text.Range{}
}

// likelyBetween reports whether another likely cue stands between two words.
func (s *Analysis) likelyBetween(from, to int) bool {
	for i := range s.units {
		if w := s.units[i].words.First; s.likely[i] && from <= w && w < to {
			return true
		}
	}
	return false
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

// ownRelative returns the relative pronoun that is the subject of the cue, -1 if
// none is.
func (s *Analysis) ownRelative(k int) int32 {
	for j := s.kids[k]; j >= 0; j = s.next[j] {
		if u := &s.units[j]; u.rel == grammar.Nsubj && (u.word == who || u.word == which) {
			return j
		}
	}
	return -1
}

// passive reports whether the cue is passive.
func (s *Analysis) passive(k int) bool {
	for j := s.kids[k]; j >= 0; j = s.next[j] {
		if rel := s.units[j].rel; rel == grammar.AuxPass || rel == grammar.NsubjPass {
			return true
		}
	}
	u := &s.units[k]
	return u.rel == grammar.Acl && u.feats.Has(grammar.Participle)
}

// phrase returns the words around unit j that hang on it, without what is
// labelled as content and without clauses that describe it.
func (s *Analysis) phrase(j int32, labels []Label) text.Range {
	if j < 0 || labels[j] == ContentBegins || labels[j] == ContentGoesOn {
		return text.Range{}
	}
	lo, hi := j, j
	for _, step := range [2]int32{-1, 1} {
		for i := j + step; i >= 0 && int(i) < len(s.units) && s.hangs(i, j) && labels[i] == Neither; i += step {
			lo, hi = min(lo, i), max(hi, i)
		}
	}
	return text.Range{First: s.units[lo].words.First, End: s.units[hi].words.End}
}

// hangs reports whether unit i is in the phrase of unit j.
func (s *Analysis) hangs(i, j int32) bool {
	for n := 0; i >= 0 && n < 8; n++ {
		if i == j {
			return true
		}
		switch s.units[i].rel {
		case grammar.AclRelcl, grammar.Acl, grammar.Advcl, grammar.Parataxis:
			return false
		}
		i = s.units[i].head
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

// Verb reports whether unit i is a verb.
func (s *Analysis) Verb(i int) bool { return s.units[i].tag == grammar.Verb }

// Function reports whether unit i is a preposition or the like.
func (s *Analysis) Function(i int) bool {
	t := s.units[i].tag
	return (t == grammar.Adposition || t == grammar.Subordinator || t == grammar.Auxiliary) && s.units[i].word != according
}
