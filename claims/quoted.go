package claims

import (
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// adopt gives the quotations of passage p that stand apart and that no report
// has to the report that quotes beside them, or to a verb of saying next to
// them: no quotation of a sentence with a speaker is left without one.
func (r *reading) adopt(p *speech.Passage, reports []speech.Report) []speech.Report {
	var held []text.Range
	for k := range reports {
		held = append(held, reports[k].Content...)
	}
	own := false // reports is ours to change
	for _, q := range r.loose(p, held) {
		if !r.speaks(q) {
			continue
		}
		if !own {
			reports, own = slices.Clone(reports), true
		}
		if k := r.quoting(reports); k >= 0 {
			a := &reports[k]
			a.Content = slices.Clone(a.Content)
			a.Content = append(a.Content, q)
			slices.SortFunc(a.Content, func(x, y text.Range) int { return x.First - y.First })
			continue
		}
		if a, ok := r.verbBeside(p, q); ok {
			if k := slices.IndexFunc(reports, func(b speech.Report) bool { return b.Cue.First == a.Cue.First }); k >= 0 {
				reports[k].Content = a.Content
			} else {
				reports = append(reports, a)
			}
		}
	}
	return reports
}

// speaks reports whether a quotation, marks included, reads like speech: it ends
// with a mark of its own, or is long.
func (r *reading) speaks(q text.Range) bool {
	n := q.Len() - 2
	if n < 1 {
		return false
	}
	switch r.word(q.End - 2) {
	case ",", ".", "!", "?", "…", "...", "—", "--":
		return n > 1
	}
	return n >= 8
}

// quoting returns the index of the report whose content is quotations and
// nothing else, -1 if there is none or more than one.
func (r *reading) quoting(reports []speech.Report) int {
	found := -1
	for k := range reports {
		all := len(reports[k].Content) > 0
		for _, c := range reports[k].Content {
			all = all && r.text.Inside(r.trim(c).First) >= 0
		}
		if all {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}

// verbBeside returns the report of a verb of saying that stands within a few
// words behind a quotation or just in front of it.
func (r *reading) verbBeside(p *speech.Passage, q text.Range) (speech.Report, bool) {
	for i := q.End; i < min(p.Words.End, q.End+10) && r.text.Inside(i) < 0 && r.word(i) != "."; i++ {
		if r.sayingVerb(i) {
			return r.quotedBy(i, q), true
		}
	}
	for i := q.First - 1; i >= max(p.Words.First, q.First-4) && r.text.Inside(i) < 0; i-- {
		if r.sayingVerb(i) {
			return r.quotedBy(i, q), true
		}
	}
	return speech.Report{}, false
}

// sayingVerb reports whether word i is an inflected verb of saying.
func (r *reading) sayingVerb(i int) bool {
	w := r.lower(i)
	lemma := reportingLemma(r.lang, w)
	if lemma == w || r.words[i].Kind != text.Letters || r.capital(i) {
		return false
	}
	c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	return ok && (c.Class == "say" || c.Class == "manner" || c.Class == "declare" || c.Class == "ask")
}

// quotedBy is the report of the verb at i with the quotation q.
func (r *reading) quotedBy(i int, q text.Range) speech.Report {
	return speech.Report{Cue: text.Range{First: i, End: i + 1}, Lemma: reportingLemma(r.lang, r.lower(i)), Verb: true, Whole: true, Content: []text.Range{q}}
}

// loose returns the quotations of passage p that stand apart from any sentence
// and are no content of a report.
func (r *reading) loose(p *speech.Passage, held []text.Range) []text.Range {
	var out []text.Range
	for i := p.Words.First; i < p.Words.End; {
		q := r.text.Inside(i)
		if q < 0 {
			i++
			continue
		}
		all := r.text.Quotations[q].All
		i = max(i+1, all.End)
		if !slices.ContainsFunc(held, func(h text.Range) bool { return h.First < all.End && all.First < h.End }) {
			out = append(out, all)
		}
	}
	return out
}
