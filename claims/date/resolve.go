package date

import "time"

// resolve gives m its interval.
func (f *finder) resolve(m *Mention) {
	if m.rough && m.Clock.Known() {
		m.Clock.From, m.Clock.To = max(0, m.Clock.From-30), min(24*60-1, m.Clock.To+30)
	}
	if m.Interval.Known() || m.Range || m.Relation == Later || m.Relation == Earlier || m.Relation == For {
		return
	}
	switch {
	case m.Year != 0:
		m.Interval = absolute(m)
	case f.dateline <= 0:
		return
	case m.Relation == Ago:
		m.Interval = back(f.dateline, m.Count, m.Unit)
	case m.rolling:
		m.Interval = rolling(f.dateline, m)
	case m.Month != 0:
		m.Interval = f.monthOf(m)
	case m.Weekday != 0:
		m.Interval = f.weekdayOf(m)
	case m.ordinal != 0:
		m.Interval = f.ordinalOf(m)
	case m.shiftUnit != NoPrecision:
		m.Interval = period(f.dateline, m.shiftUnit, int(m.shift))
		if m.shiftUnit != OneDay {
			m.Interval = f.cut(m, m.Interval)
		}
	}
	m.Interval = narrow(m.Interval, m.part)
	if m.rough && m.Interval.From != 0 && m.Interval.To != 0 { // around 2010
		n := Day(max(2, days(m.Precision)-1))
		m.Interval = Interval{max(1, m.Interval.From-n), m.Interval.To + n}
	}
	if m.Precision == DayPart && !m.Clock.Known() && m.Interval.Known() && m.Interval.To == m.Interval.From {
		m.Interval.To++ // a night has two days
	}
}

// absolute returns the days of a mention with a year.
func absolute(m *Mention) Interval {
	y := m.Year
	switch {
	case m.months != 0:
		return months(y, 1, int(m.months))
	case m.Period == Fiscal:
		return fiscal(y, y)
	case m.Month != 0 && m.Day != 0:
		d := Of(y, m.Month, m.Day)
		return Interval{d, d}
	case m.Month != 0:
		return months(y, m.Month, 1)
	case m.Precision == Quarter:
		return months(y, time.Month(3*m.ordinal-2), 3)
	case m.Precision == HalfYear:
		return months(y, time.Month(6*m.ordinal-5), 6)
	case m.Precision == Season:
		return seasonOf(y, m.ordinal)
	case m.Precision == Decade:
		return Interval{Of(y, 1, 1), Of(y+9, 12, 31)}
	case m.Precision == Century:
		return Interval{Of(y/100*100, 1, 1), Of(y/100*100+100, 12, 31)}
	}
	return Interval{Of(y, 1, 1), Of(y, 12, 31)}
}

// fiscal returns the days that may belong to accounts named after the years first to
// last: some begin in the year before, some end in the one after.
func fiscal(first, last int) Interval {
	return Interval{Of(max(1, first-1), 2, 1), Of(min(9999, last+1), 11, 30)}
}

// months returns n whole months from the first of month in year.
func months(year int, month time.Month, n int) Interval {
	a := Of(year, month, 1)
	y, m := year, int(month)-1+n
	y, m = y+m/12, m%12
	b := Of(y, time.Month(m+1), 1)
	if a == 0 || b == 0 {
		return Interval{}
	}
	return Interval{a, b - 1}
}

// seasonOf returns a season generously, from either hemisphere's beginning to
// its end being left open by a month: spring is March to June, in the south
// September to December is spring too and so a season alone never clashes with
// the opposite one. Winter 2012 is the one that begins or the one that ends in
// 2012: both together, all of the year and the months around it.
func seasonOf(year int, s int8) Interval {
	if s == 4 {
		return Interval{Of(year-1, 12, 1), Of(year+1, 3, 31)}
	}
	return Interval{Of(year, 1, 1), Of(year+1, 3, 31)}
}

// period returns the unit that contains d, moved by shift units.
func period(d Day, u Precision, shift int) Interval {
	y, m, _ := d.Date()
	switch u {
	case OneDay:
		return Interval{d + Day(shift), d + Day(shift)}
	case Week: // from the Sunday before to the Sunday after, so that weeks of either custom fit
		monday := d - Day((int(d.Weekday())+6)%7) + Day(7*shift)
		return Interval{monday - 1, monday + 6}
	case Month:
		k := y*12 + int(m) - 1 + shift
		return months(k/12, time.Month(k%12+1), 1)
	case Quarter:
		k := y*4 + (int(m)-1)/3 + shift
		return months(k/4, time.Month(k%4*3+1), 3)
	case Year:
		return months(y+shift, 1, 12)
	case Decade:
		y = y/10*10 + 10*shift
		return Interval{Of(y, 1, 1), Of(y+9, 12, 31)}
	case Century:
		y = y/100*100 + 100*shift
		return Interval{Of(y, 1, 1), Of(y+100, 12, 31)}
	}
	return Interval{}
}

// days is the length of a unit.
func days(u Precision) int {
	switch u {
	case OneDay:
		return 1
	case Week:
		return 7
	case Month:
		return 31
	case Quarter:
		return 92
	case Year:
		return 366
	case Decade:
		return 3653
	case Century:
		return 36525
	}
	return 1
}

// rolling returns "the past two weeks": back from the dateline, or on from it.
func rolling(d Day, m *Mention) Interval {
	if m.Count == 0 {
		return Interval{}
	}
	n := Day(min(m.Count*days(m.Unit)+days(m.Unit)/4, 3_000_000))
	if m.Unit <= Hour {
		n = Day(m.Count/24 + 1)
	}
	if m.future {
		return Interval{d, d + n}
	}
	if d <= n {
		return Interval{}
	}
	if m.shiftUnit >= Week && m.shift == -1 { // "the last month" may be the calendar's
		p := period(d, m.shiftUnit, -1)
		return Interval{min(p.From, d-n), d}
	}
	return Interval{d - n, d}
}

// back returns "n units ago" with half a unit of grace on either side, more for
// round numbers, a calendar year for years.
func back(d Day, n int, u Precision) Interval {
	if n == 0 || n > 9999 {
		return Interval{}
	}
	size := days(u)
	grace := size / 2
	if n >= 10 {
		grace = max(grace, n*size/10)
	}
	if u <= Hour {
		return Interval{d - Day(n/24) - 1, d}
	}
	at := d - Day(n*size)
	if at <= 0 {
		return Interval{}
	}
	i := Interval{max(1, at-Day(grace)), min(d, at+Day(grace))}
	if u == Year {
		y := period(d, Year, -n)
		i = Interval{min(i.From, y.From), max(i.To, y.To)}
	}
	return i
}

// cut leaves of a period that contains the dateline the part before or after
// it: "earlier this month", "later this year".
func (f *finder) cut(m *Mention, i Interval) Interval {
	if m.shift != 0 || !i.Known() {
		return i
	}
	switch m.part {
	case early:
		i.To = f.dateline
		m.part = whole
	case late:
		if m.future {
			i.From = f.dateline
			m.part = whole
		}
	}
	return i
}

// narrow takes the early, middle or late part of i, each more than a third of it so that
// neighbours overlap.
func narrow(i Interval, p part) Interval {
	if p == whole || !i.Known() || i.From == 0 || i.To == 0 {
		return i
	}
	n := i.To - i.From + 1
	switch p {
	case early:
		i.To = i.From + n/2 - 1
	case mid:
		i.From, i.To = i.From+n/5, i.To-n/5
	case late:
		i.From += n / 2
	}
	if i.To < i.From {
		i.To = i.From
	}
	return i
}

// counted gives m the day that it is counted to from the one that its sentence names before: "arrested on Monday and
// freed two days later", « le lendemain »; not "two days after the vote".
func (f *finder) counted(m, before *Mention) {
	n := Day(m.Count)
	if m.Relation == Earlier {
		n = -n
	}
	if m.Relation != Later && m.Relation != Earlier || m.Unit != OneDay || n == 0 || before.Interval.From == 0 || before.Interval.From != before.Interval.To || f.at(m.End).class == prep {
		return
	}
	for i := before.End; i < m.First; i++ {
		if f.stops(i) {
			return
		}
	}
	m.Relation, m.Interval = In, Interval{before.Interval.From + n, before.Interval.From + n}
}
