package claims

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// denial splits a denial off the content that it follows: of "the capital sent
// arms – an accusation it denies" the words before the dash are the content, and
// the speaker of the relative clause denies them. It returns the report of the
// denial, false if there is none. A noun that names what was said, its article in
// front, a subject, a verb that denies (or confirms), and the end of the sentence:
// nothing less counts.
func (r *reading) denial(p *speech.Passage) (speech.Report, text.Range, bool) {
	for i := p.Words.First + 3; i < p.Words.End-2; i++ {
		if r.words[i].Kind != text.Punct || !set(r.word(i)) || r.text.Inside(i) >= 0 {
			continue
		}
		j := i + 1
		switch r.lower(j) {
		case "a", "an", "the", "something":
		default:
			continue
		}
		if r.lower(j) != "something" {
			if j++; !r.noun(j) {
				continue
			}
		}
		first := j + 1
		if w := r.lower(first); w == "that" || w == "which" {
			first++
		}
		for k := first + 1; k < p.Words.End && k < first+14; k++ {
			lemma := reportingLemma(r.lang, r.word(k))
			c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
			if !ok || c.Commitment != lexicon.Denies && c.Class != "confirm" {
				continue
			}
			a := speech.Report{Cue: text.Range{First: k, End: k + 1}, Lemma: lemma, Verb: true}
			a.Speaker = text.Range{First: first, End: r.withoutAuxiliaries(first, k)}
			return a, text.Range{First: i, End: p.Words.End}, a.Speaker.Len() > 0
		}
	}
	return speech.Report{}, text.Range{}, false
}

// set reports whether a mark sets off what follows.
func set(mark string) bool {
	switch mark {
	case ",", "–", "—", "-", "--", "(":
		return true
	}
	return false
}

// noun reports whether word i names what was said: "accusation", "claims".
func (r *reading) noun(i int) bool {
	w := r.lower(i)
	c, ok := lexicon.CueOf(r.lang, lexicon.NounCue, w)
	if !ok && len(w) > 3 && w[len(w)-1] == 's' {
		c, ok = lexicon.CueOf(r.lang, lexicon.NounCue, w[:len(w)-1])
	}
	return ok && c.Class != "promise"
}

// withoutAuxiliaries returns where the subject ends that begins at first, before
// the verb at k: "the ministry | has always denied".
func (r *reading) withoutAuxiliaries(first, k int) int {
	for k > first {
		switch r.lower(k - 1) {
		case "has", "have", "had", "always", "repeatedly", "strongly", "firmly", "also", "consistently", "vehemently", "categorically", "flatly", "long", "later":
			k--
			continue
		}
		break
	}
	return k
}

// answer takes a denial at the end of passage p out of the contents of its
// reports, and adds it as a report of the same content.
func (r *reading) answer(p *speech.Passage, reports []speech.Report) []speech.Report {
	d, at, ok := r.denial(p)
	if !ok {
		return reports
	}
	kept := reports[:0:0]
	for _, a := range reports {
		if at.First <= a.Cue.First && a.Cue.First < at.End {
			continue
		}
		var content []text.Range
		for _, c := range a.Content {
			if c.End = min(c.End, at.First); c.Len() > 0 {
				content = append(content, c)
			}
		}
		if a.Content = content; len(content) == 0 {
			continue
		}
		if d.Content == nil && a.Cue.First < at.First {
			d.Content = a.Content
			d.Whole, d.Shape = a.Whole, a.Shape
		}
		kept = append(kept, a)
	}
	if w := r.lower(d.Speaker.First); d.Speaker.Len() == 1 && (w == "it" || w == "they" || w == "he" || w == "she") {
		if n := r.accused(p, at.First); n.Len() > 0 {
			d.Speaker = n
		}
	}
	if d.Content == nil {
		d.Content = []text.Range{{First: p.Words.First, End: at.First}}
	}
	return append(kept, d)
}

// accused returns the name nearest before "of" or a verb that a pronoun which
// denies stands for: of "experts accuse Uganda of shelling the town, a charge it
// rejects" the object of the accusation; empty if the passage names none.
func (r *reading) accused(p *speech.Passage, end int) text.Range {
	for i := p.Words.First + 1; i < end; i++ {
		c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, reportingLemma(r.lang, r.word(i)))
		if !ok || c.Class != "accuse" && c.Class != "say" {
			continue
		}
		for j := i + 1; j < end && j < i+4; j++ {
			if n, _ := r.named(j, end); n.Len() > 0 {
				return n
			}
		}
		break
	}
	return text.Range{}
}
