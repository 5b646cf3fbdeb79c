package speech

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// speaker returns the speaker that the labels give, but for three cases that the
// tree knows better: a relative pronoun that is the cue's own subject ("Doe, who
// said"), a cue joined to what cannot be its like ("Doe said Roe should go and said"), and
// a cue that the labels leave without a speaker though it has a subject or shares one.
func (s *Analysis) speaker(r *Report, labels []Label, k int, before []Report) text.Range {
	if own := s.ownRelative(k); own >= 0 {
		return s.units[own].words
	}
	if g := s.misjoined(k); g >= 0 {
		for i := range before {
			b := &before[i]
			if b.Cue.First != s.units[g].words.First || b.Speaker.Len() == 0 {
				continue
			}
			if n := len(b.Content); n > 0 && k > 0 && s.units[k-1].tag == grammar.Coordinator && inContent(b, s.units[k-1].words.First) {
				b.Content[n-1].End = s.units[k-1].words.First
			}
			return b.Speaker
		}
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

// misjoined returns the verb that governs what the tree joins the cue to though that has a modal verb and the cue is
// inflected: “Doe | said Roe should go and said”. -1 for another cue; twins: “Doe said Roe left and said”, “Doe said gulls may see faces and remembered them”.
func (s *Analysis) misjoined(k int) int32 {
	u := &s.units[k]
	if u.rel != grammar.Conj || u.head < 0 || u.word == u.lemma || s.units[u.head].rel != grammar.Ccomp || lexicon.ActOf("en", lexicon.VerbCue, u.base, "") != lexicon.Speech {
		return -1
	}
	for j := s.kids[k]; j >= 0; j = s.next[j] {
		if rel := s.units[j].rel; rel == grammar.Nsubj || rel == grammar.Aux || rel == grammar.AuxPass {
			return -1
		}
	}
	for j := s.kids[u.head]; j >= 0; j = s.next[j] {
		if s.units[j].feats.Has(grammar.Modal) {
			return s.units[u.head].head
		}
	}
	return -1
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
