package date

import "factcheck/claims/text"

// tense is what the words around a date say of its direction.
type tense uint8

const (
	told  tense = iota // it has been
	ahead              // it is to come
	open               // cannot be told
)

// window is how many words on either side of a date speak of its direction.
const window = 24

// tense looks at the sentence around the words first to end.
func (f *finder) tense(first, end int) tense {
	t := told
	for i := first - 1; i >= 0 && i >= first-window && !f.stops(i); i-- {
		switch f.at(i).class {
		case future:
			return ahead
		case doubt:
			t = open
		case done:
			if i == 0 || f.Words[i-1].Kind == text.Punct { // "the strike, begun on 3 May, will end"
				return told
			}
		}
	}
	for i := end; i < len(f.Words) && i < end+window && !f.stops(i); i++ {
		switch f.at(i).class {
		case future:
			return ahead
		case doubt:
			t = open
		}
	}
	return t
}

// direct says where m leads: as its sentence does, but for ends and what is put off ("postponed to
// Monday").
func (f *finder) direct(m *Mention) tense {
	t := f.tense(m.First, m.End)
	switch {
	case m.Relation == Until || m.Relation == By:
		return f.bound(m.First, t)
	case f.at(m.First).class == to || f.at(m.First-1).class == to:
		if f.bound(m.First, t) == ahead {
			return ahead
		}
	}
	return t
}

// bound looks for what says whether an end ("until Monday", "by Friday") has passed: what is
// put off or must be done leads ahead, what lasted is told.
func (f *finder) bound(first int, t tense) tense {
	for i := first - 1; t == told && i >= 0 && i >= first-window && !f.stops(i); i-- {
		switch f.at(i).class {
		case deferred:
			return ahead
		case lasted:
			return told
		}
	}
	if t == told {
		return open
	}
	return t
}

// stops reports whether word i ends a sentence.
func (f *finder) stops(i int) bool {
	w := f.Words[i]
	if w.Kind != text.Punct {
		return false
	}
	switch f.Src[w.Start:w.End] {
	case ".", "!", "?", "…", ";":
		return true
	}
	return false
}

// weekdayOf resolves a weekday.
func (f *finder) weekdayOf(m *Mention) Interval {
	d := f.dateline
	back := Day((int(d.Weekday()) - m.Weekday%7 + 7) % 7)
	if m.Day != 0 { // mercredi 19
		return f.dayOf(m)
	}
	if m.shiftUnit == Week {
		switch m.shift {
		case -1: // the last one, or that of the week before
			if back == 0 {
				back = 7
			}
			if f.french {
				return Interval{d - back, d - back}
			}
			return Interval{d - back - 7, d - back}
		case 1:
			if f.french {
				return Interval{d - back + 7, d - back + 7}
			}
			return Interval{d - back + 7, d - back + 14}
		}
		monday := d - Day((int(d.Weekday())+6)%7)
		at := monday + Day(m.Weekday-1)
		return Interval{at, at}
	}
	switch f.direct(m) {
	case told:
		return Interval{d - back, d - back}
	case ahead:
		if back == 0 {
			return Interval{d, d + 7}
		}
		return Interval{d - back + 7, d - back + 7}
	}
	return Interval{}
}

// dayOf resolves a weekday with the day of the month: the nearest that fits.
func (f *finder) dayOf(m *Mention) Interval {
	for k := Day(0); k < 400; k++ {
		for _, d := range [2]Day{f.dateline - k, f.dateline + k} {
			if _, _, day := d.Date(); d > 0 && day == m.Day && (int(d.Weekday())+6)%7+1 == m.Weekday {
				return Interval{d, d}
			}
		}
	}
	return Interval{}
}

// monthOf resolves a month, with its day or without, that has no year.
func (f *finder) monthOf(m *Mention) Interval {
	y, mon, day := f.dateline.Date()
	of := func(year int) Interval {
		if m.Day != 0 {
			d := Of(year, m.Month, m.Day)
			return Interval{d, d}
		}
		return months(year, m.Month, 1)
	}
	if m.shiftUnit == Year {
		return of(y + int(m.shift))
	}
	if m.Weekday != 0 { // the weekday decides
		for _, year := range [3]int{y, y - 1, y + 1} {
			if d := Of(year, m.Month, m.Day); d != 0 && (int(d.Weekday())+6)%7+1 == m.Weekday {
				return Interval{d, d}
			}
		}
		return Interval{}
	}
	passed := m.Month < mon || m.Month == mon && m.Day <= day
	if m.shiftUnit == Month {
		switch m.shift {
		case -1: // last March, mars dernier
			if m.Month < mon {
				return of(y)
			}
			return of(y - 1)
		case 1:
			if m.Month > mon {
				return of(y)
			}
			return of(y + 1)
		}
		return of(y)
	}
	if f.year != 0 && f.year != y {
		return Interval{} // the year may be that of the story
	}
	switch f.direct(m) {
	case told:
		if passed {
			return of(y)
		}
		if ahead := (int(m.Month) - int(mon) + 12) % 12; ahead <= 2 {
			return Interval{} // last year's, or soon to come
		}
		return of(y - 1)
	case ahead:
		if m.Month == mon && m.Day == 0 || !passed {
			return of(y)
		}
		return of(y + 1)
	}
	return Interval{}
}

// ordinalOf resolves a quarter, half or season without a year.
func (f *finder) ordinalOf(m *Mention) Interval {
	y, _, _ := f.dateline.Date()
	if m.shiftUnit == Year {
		c := *m
		c.Year = y + int(m.shift)
		return absolute(&c)
	}
	if m.Precision == Season || f.year != 0 && f.year != y || f.tense(m.First, m.End) != told {
		return Interval{}
	}
	c := *m
	c.Year = y
	i := absolute(&c)
	if i.From > f.dateline {
		c.Year = y - 1
		i = absolute(&c)
	}
	return i
}
