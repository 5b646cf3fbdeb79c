package speech

import "factcheck/claims/text"

// deepest is how many quotations around each other are taken apart.
const deepest = 3

// Nested appends to dst the speech that is reported inside the quotations of
// passage p: “The minister told us that the dam would open,” she said. Within says
// in which quotation. A quotation that is part of the syntax around it was read with
// the passage and is left out, and so is a sentence without a verb that may report.
func (s *Analysis) Nested(dst []Report, t *Text, p *Passage) []Report {
	return s.nested(dst, t, p, 1)
}

func (s *Analysis) nested(dst []Report, t *Text, p *Passage, depth int) []Report {
	for i := p.Words.First; i < p.Words.End; i++ {
		q := t.Inside(i)
		if q < 0 {
			continue
		}
		all := t.Quotations[q]
		i = max(i, all.All.End-1)
		if !t.apart(&all, p) || !t.mayReport(all.Words()) {
			continue
		}
		within := t.Within(q)
		for k := range within.Passages {
			inner := &within.Passages[k]
			if !t.mayReport(inner.Words) {
				continue
			}
			first := len(dst)
			dst = s.Reports(dst, within, inner)
			for n := first; n < len(dst); n++ {
				dst[n].Within = q + 1
			}
			if depth < deepest {
				dst = s.nested(dst, within, inner, depth+1)
			}
		}
	}
	return dst
}

// mayReport reports whether one of the words is an inflected verb that may report.
func (t *Text) mayReport(words text.Range) bool {
	for i := words.First; i < words.End; i++ {
		if w := t.Words[i]; w.Kind == text.Letters && w.End-w.Start > 3 && reports(w.In(t.Source)) {
			return true
		}
	}
	return false
}
