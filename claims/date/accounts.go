package date

import "time"

// qualify looks beside m for the words that make its period another than the
// calendar's: "fiscal 2019", "the 2019-20 school year", « la saison 2019-2020 ».
func (f *finder) qualify(m *Mention) {
	if m.Precision < Quarter || m.Relation >= Ago {
		return
	}
	if m.Precision <= HalfYear && m.Precision != Season && m.Period == Calendar {
		m.Period = Reporting
	}
	k := m.Core - 1
	if t := f.at(k); t.class == unit && t.value == int32(Year) {
		k--
	}
	end := m.End
	switch l, r := f.at(k), f.at(end); {
	case l.class == periodical && k >= f.done:
		m.Period = Period(l.value)
		if p := f.at(k - 1); p.class == unit && p.value == int32(Year) { // année scolaire 2019
			k--
		}
		if first := f.left(m, k); first < m.First {
			m.First = first
		}
	case r.class == periodical:
		if end++; f.at(end).class == unit && f.at(end).value == int32(Year) {
			end++
		} else if Period(r.value) != Sporting { // a 1995 tax return
			return
		}
		m.Period, m.End = Period(r.value), end
	default:
		return
	}
	if m.Range { // one period, not from one year to the next
		m.Range, m.Relation = false, In
		m.last = calendar{year: m.Year + 1}
		if m.Period == Sporting || m.Period == School {
			return
		}
	}
	if m.Period == Fiscal && m.Interval.Known() {
		y, _, _ := m.Interval.From.Date()
		z, _, _ := m.Interval.To.Date()
		m.Interval = fiscal(y, z)
	}
}

// accounts reads what ends "the year to March 2020" and "the nine months ended 31
// December" from word j on: n months up to that month.
func (f *finder) accounts(n, j int) (Mention, int, bool) {
	if c := f.at(j).class; c != to && c != ending {
		return Mention{}, 0, false
	}
	j++
	for f.at(j).class == prep && f.at(j).value >= in || f.at(j).class == det {
		j++
	}
	last, end, ok := f.point(j, f.at(j))
	if !ok || last.Month == 0 || last.Relation != In || last.Range || n < 1 || n > 36 {
		return Mention{}, 0, false
	}
	last.First, last.End = j, end
	f.resolve(&last)
	m := Mention{Precision: Year, Period: Reporting, Relative: last.Relative, last: last.calendar(), months: int8(n)}
	if i := last.Interval; i.To != 0 {
		y, mon, _ := i.To.Date()
		k := y*12 + int(mon) - n
		if d := Of(k/12, time.Month(k%12+1), 1); d != 0 {
			m.Interval = Interval{d, months(y, mon, 1).To}
			m.Year = y
		}
	}
	return m, end, true
}

// firstMonths reads "nine months of 2019" from word i on, behind "the first", and
// what follows « neuf premiers mois ».
func (f *finder) firstMonths(i int, count token) (Mention, int, bool) {
	if u := f.at(i); u.class != unit || u.value != int32(Month) || count.value < 2 || count.value > 11 || f.at(i+1).class != of {
		return Mention{}, 0, false
	}
	m := Mention{Precision: HalfYear, Period: Reporting, ordinal: 1, months: int8(count.value)}
	j := i + 1
	for f.at(j).class == of || f.at(j).class == det {
		j++
	}
	if t := f.at(j); t.class == unit && t.value == int32(Year) && f.at(j+1).class != year { // of the year
		m.Relative, m.shiftUnit = true, Year
		return m, j + 1, true
	}
	m, end, _ := f.periodYear(m, i+1)
	return m, end, m.Year != 0 || m.shiftUnit != NoPrecision
}
