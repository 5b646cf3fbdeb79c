package claims

import (
	"factcheck/claims/date"
	"factcheck/claims/speech"
)

// said fills in when the statements of passage p were made: the day that stands
// beside the cue, outside what is reported. A day in front of the sentence counts
// as well as one behind the verb.
func (r *reading) said(p *speech.Passage, reports []speech.Report, statements []Statement) {
	r.dates = date.Append(r.dates[:0], r.src, r.words[p.Words.First:p.Words.End], r.doc.Date, r.lang)
	if len(r.dates) == 0 {
		return
	}
	for k := range statements {
		s := &statements[k]
		cue := s.Attribution.Cue.Span
		near := 1 << 30
		for _, m := range r.dates {
			first, end := m.First+p.Words.First, m.End+p.Words.First
			if m.Interval == (date.Interval{}) && m.Weekday != 0 && m.Day == 0 && r.doc.Date != 0 { // “said on Friday that it has no plan”
				last := r.doc.Date - date.Day((int(r.doc.Date.Weekday())-m.Weekday%7+7)%7)
				m.Interval = date.Interval{From: last, To: last}
			}
			if !m.Interval.Known() || m.Precision == date.NoPrecision || m.Precision > date.OneDay || m.Relation != date.In && m.Relation != date.Ago || quotedOrHeld(r, reports, first) {
				continue
			}
			if r.apartFrom(p, reports, cue.Start, first) {
				continue
			}
			d := max(cue.Start-r.words[end-1].End, r.words[first].Start-cue.End)
			if d > 0 && r.words[first].Start > cue.Start {
				d /= 2 // the day follows its verb
			}
			if d < near && d < 120 {
				near = d
				s.Attribution.Said = r.past(m.Interval)
			}
		}
	}
}

// quotedOrHeld reports whether word i is part of what somebody says.
func quotedOrHeld(r *reading, reports []speech.Report, i int) bool {
	if r.text.Inside(i) >= 0 {
		return true
	}
	for k := range reports {
		if holds(reports[k].Content, i) {
			return true
		}
	}
	return false
}

// past cuts an interval at the document's date: what it reports has been said. A
// weekday that would lie ahead is the one of the week before.
func (r *reading) past(i date.Interval) date.Interval {
	if ahead := i.From - r.doc.Date; r.doc.Date != 0 && ahead > 0 {
		if i.From != i.To || ahead > 7 {
			return date.Interval{}
		}
		return date.Interval{From: i.From - 7, To: i.To - 7}
	}
	if r.doc.Date != 0 && i.From != 0 && i.From <= r.doc.Date && (i.To > r.doc.Date || i.To == 0) {
		i.To = r.doc.Date
	}
	return i
}

// apartFrom reports whether a comma parts the day at word i from the cue that
// begins at byte cue: between them if the day comes after, in front of the day if
// it comes before ("The report, published on Monday, says").
func (r *reading) apartFrom(p *speech.Passage, reports []speech.Report, cue, i int) bool {
	after := r.words[i].Start > cue
	for j := i - 1; j >= p.Words.First && i-j < 200; j-- {
		if after && r.words[j].Start <= cue {
			return false
		}
		if r.word(j) == "," && !quotedOrHeld(r, reports, j) {
			return true
		}
	}
	return false
}
