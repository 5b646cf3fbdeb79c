package date

import (
	"time"

	"factcheck/claims/relation"
)

// Compare returns how the time that a source gives stands to that of a
// statement.
//
// Two dates compare as days: a day entails its month and year. Ranges ("from 1914
// to 1918") and what lasts ("until Monday", "since 2010") compare by their ends:
// another end excludes. Bounds ("by Friday", "before 2010") compare as half-open
// intervals. A date within a range or after "since" overlaps it: what lasts may do
// so or not. Times of day compare on what may be one day, in one zone.
//
// Accounts, school years and seasons entail no calendar year, nor the other way
// round; they exclude each other if no calendar lets them meet. That something
// happened in May entails that it happened in that year; that 40 were sold in May does not
// entail that 40 were sold in that year: totals are the caller's business.
//
// Without a dateline a relative date ("on Monday", "last year", "on 4 May") is
// Unknown beside another, never equal, for two texts may have two Mondays; as
// written it may still exclude ("Monday", "Tuesday"), and a full date entails what
// leaves its year out. See WrittenAlike.
func Compare(source, statement *Mention) relation.Relation {
	a, b := source, statement
	switch {
	case a.Relation == For || b.Relation == For:
		if a.Relation == b.Relation && a.Count != 0 && a.Count == b.Count && a.Unit == b.Unit {
			return relation.Equal
		}
		return relation.Unknown
	case a.Relation == Later || a.Relation == Earlier || b.Relation == Later || b.Relation == Earlier:
		return relation.Unknown
	case a.Range && b.Range:
		return compareRanges(a, b)
	case a.Range:
		return withRange(a, b)
	case b.Range:
		return withRange(b, a).Mirror()
	case a.lasts() || b.lasts():
		return compareLasting(a, b)
	case a.Relation == By || a.Relation == Before || a.Relation == After || b.Relation == By || b.Relation == Before || b.Relation == After:
		return compareBounds(a, b)
	}
	return comparePoints(a, b)
}

// lasts reports whether m gives one end of what lasts.
func (m *Mention) lasts() bool { return m.Relation == Since || m.Relation == Until }

// compareRanges compares both ends.
func compareRanges(a, b *Mention) relation.Relation {
	if a.Period != b.Period {
		return apartOr(a, b, relation.Unknown)
	}
	r := compareDays(a.Ends[0], b.Ends[0], a.calendar(), b.calendar()).And(compareDays(a.Ends[1], b.Ends[1], a.last, b.last))
	switch {
	case r == relation.Excludes && a.Weekday != 0 && a.weekly() && b.weekly() && a.Weekday == b.Weekday && a.last.weekday == b.last.weekday:
		return relation.Unknown // open Monday to Saturday: every week
	case r == relation.Unknown && a.Clock.Known() && b.Clock.Known() && a.calendar() == calendar{} && b.calendar() == calendar{}:
		return compareHours(a.Clock, b.Clock)
	}
	return r
}

// weekly reports whether m runs from one weekday to another and says of no week which.
func (m *Mention) weekly() bool { return m.Day == 0 && m.Month == 0 && m.last.weekday != 0 }

// compareHours compares two ranges of hours by both ends.
func compareHours(c, d Clock) relation.Relation {
	switch {
	case c.Zone != d.Zone || c.Offset != d.Offset:
		return relation.Unknown
	case c == d:
		return relation.Equal
	case max(c.From-d.From, d.From-c.From, c.To-d.To, d.To-c.To) > 30:
		return relation.Excludes
	}
	return relation.Overlaps
}

// withRange compares the range a with b, which is none: what lasts by its end,
// the rest as extents.
func withRange(a, b *Mention) relation.Relation {
	if a.Period != b.Period {
		return apartOr(a, b, relation.Unknown)
	}
	end := relation.Unknown
	switch b.Relation {
	case Until:
		if end = compareDays(a.Ends[1], b.Interval, a.last, b.calendar()); end == relation.Equal {
			return relation.Entails
		}
	case Since:
		end = compareDays(a.Ends[0], b.Interval, a.calendar(), b.calendar())
	}
	if end == relation.Excludes {
		return end
	}
	return apartOr(a, b, relation.Overlaps)
}

// apartOr returns Excludes if the known extents of a and b do not meet, Unknown if
// one is not known, else r.
func apartOr(a, b *Mention, r relation.Relation) relation.Relation {
	switch x, y := a.Extent(), b.Extent(); {
	case !x.Known() || !y.Known():
		return relation.Unknown
	case x.Disjoint(y):
		return relation.Excludes
	}
	return r
}

// compareLasting compares "until Monday" and "since 2010" with their like, by
// their ends, and with other dates.
func compareLasting(a, b *Mention) relation.Relation {
	if a.Relation == b.Relation && a.Period == b.Period {
		return compareDays(a.Interval, b.Interval, a.calendar(), b.calendar())
	}
	return apartOr(a, b, relation.Overlaps)
}

// compareBounds compares "by Friday", "before 2010" and "after 4 May" with their
// like and with dates, as half-open intervals.
func compareBounds(a, b *Mention) relation.Relation {
	x, y := a.Extent(), b.Extent()
	if !x.Known() || !y.Known() {
		return relation.Unknown
	}
	r := compareIntervals(x, y)
	if r == relation.Equal && a.Relation != b.Relation {
		return relation.Overlaps
	}
	return r
}

// comparePoints compares two dates, with their times of day.
func comparePoints(a, b *Mention) relation.Relation {
	clock := compareClocks(a.Clock, b.Clock)
	switch x, y := a.dayless(), b.dayless(); {
	case x && y:
		return clock
	case x && a.Clock.Known() && b.Clock.Known():
		return relation.Entailed.And(clock)
	case y && a.Clock.Known() && b.Clock.Known():
		return relation.Entails.And(clock)
	case x || y:
		return relation.Unknown
	}
	day := compareDates(a, b)
	if a.Precision == DayPart && b.Precision == DayPart && clock == relation.Overlaps && day == relation.Equal {
		return relation.Overlaps
	}
	return day.And(clock)
}

// dayless reports whether m says a time of day and nothing of the day.
func (m *Mention) dayless() bool {
	return m.Clock.Known() && !m.Interval.Known() && m.calendar() == calendar{} && m.shiftUnit == NoPrecision
}

// compareDates compares the days of two dates.
func compareDates(a, b *Mention) relation.Relation {
	x, y := a.Interval, b.Interval
	switch {
	case !x.Known() || !y.Known():
		return compareWritten(a, b)
	case a.Period != b.Period && x.Disjoint(y):
		return relation.Excludes
	case a.Period == b.Period && a.Period != Calendar && a.Period != Reporting && a.Precision == b.Precision:
		switch { // by their names: the days are generous
		case a.Year == b.Year && a.last == b.last && a.ordinal == b.ordinal:
			return relation.Equal
		case (a.last == calendar{}) == (b.last == calendar{}):
			return relation.Excludes
		}
		return relation.Unknown
	case a.Period != b.Period:
		return a.within(b)
	}
	r := compareIntervals(x, y)
	switch {
	case a.Period == Reporting && (r == relation.Entails || r == relation.Entailed): // what was sold in a quarter and in a half
		return relation.Overlaps
	case r == relation.Entails && !b.holds(x), r == relation.Entailed && !a.holds(y):
		return relation.Overlaps
	case r == relation.Equal && a.Precision == OneDay && b.Precision == OneDay && x.From != x.To && !a.Relative: // 3/4/2021
		return relation.Overlaps
	case r == relation.Equal && (a.Precision != b.Precision && max(a.Precision, b.Precision) > OneDay && (a.months == 0 || a.months != b.months) || a.part != b.part || a.Relation != b.Relation):
		return relation.Overlaps
	}
	return r
}

// within compares dates of two calendars: days and months lie in months of accounts.
func (m *Mention) within(o *Mention) relation.Relation {
	switch {
	case m.Period == Calendar && o.Period == Reporting && m.Precision <= Month && o.Interval.Contains(m.Interval) && m.Interval != o.Interval:
		return relation.Entails
	case o.Period == Calendar && m.Period == Reporting && o.Precision <= Month && m.Interval.Contains(o.Interval) && m.Interval != o.Interval:
		return relation.Entailed
	}
	return relation.Unknown
}

// holds reports whether m certainly holds the days i, which lie in its interval:
// not if that is only generous ("last Tuesday", "around 2010", "a year ago").
func (m *Mention) holds(i Interval) bool {
	switch {
	case m.rough || m.rolling || m.Relation == Ago && (m.Unit > OneDay || m.Count >= 10), m.Precision == Season:
		return false
	case m.Precision == OneDay:
		return m.Interval.From == m.Interval.To
	case m.Precision == Week: // which begins on Sunday or Monday
		return i.From > m.Interval.From && i.To < m.Interval.To
	}
	return true
}

// compareDays compares one end of what lasts: its days, else what is written.
func compareDays(x, y Interval, p, q calendar) relation.Relation {
	if x.Known() && y.Known() {
		return compareIntervals(x, y)
	}
	if p.differs(q, false) {
		return relation.Excludes
	}
	return relation.Unknown
}

// compareIntervals compares two known intervals of days.
func compareIntervals(x, y Interval) relation.Relation {
	switch {
	case x == y:
		return relation.Equal
	case x.Disjoint(y):
		return relation.Excludes
	case y.Contains(x):
		return relation.Entails
	case x.Contains(y):
		return relation.Entailed
	}
	return relation.Overlaps
}

// compareWritten compares dates of which one at least has no known days.
func compareWritten(a, b *Mention) relation.Relation {
	p, q := a.calendar(), b.calendar()
	night := a.Precision == DayPart || b.Precision == DayPart // that of Wednesday may be early on Thursday
	switch {
	case p.differs(q, night):
		return relation.Excludes
	case a.ordinal != 0 && b.ordinal != 0 && a.Precision == b.Precision && a.Precision != Season && a.ordinal != b.ordinal:
		return relation.Excludes
	case a.Interval.Known() && a.Period == b.Period && b.covers(p):
		return relation.Entails
	case b.Interval.Known() && a.Period == b.Period && a.covers(q):
		return relation.Entailed
	}
	return relation.Unknown
}

// covers reports whether m, a date without its year, is that of the day or month
// p.
func (m *Mention) covers(p calendar) bool {
	q := m.calendar()
	return q.month != 0 && q.weekday == 0 && m.shiftUnit == NoPrecision && m.part == whole && q.month == p.month && (q.day == 0 || q.day == p.day)
}

// differs reports whether what p and q say of the calendar cannot be of one day; near allows
// the next weekday.
func (p calendar) differs(q calendar, near bool) bool {
	apart := (p.weekday - q.weekday + 7) % 7
	switch {
	case p.year != 0 && q.year != 0 && p.year != q.year, p.month != 0 && q.month != 0 && p.month != q.month:
		return true
	case p.day != 0 && q.day != 0 && p.month == q.month && p.day != q.day:
		return !near || p.day-q.day != 1 && q.day-p.day != 1
	case p.weekday != 0 && q.weekday != 0 && apart != 0:
		return !near || apart != 1 && apart != 6
	}
	return false
}

// calendar is what is known of a day; zero fields are not.
type calendar struct {
	year         int
	month        time.Month
	day, weekday int
}

// calendar returns what m says of its day, from the interval if that is one day or
// one month.
func (m *Mention) calendar() calendar {
	i := m.Interval
	if m.Range {
		i = m.Ends[0]
	}
	if i.From == 0 || i.To == 0 {
		return calendar{m.Year, m.Month, m.Day, m.Weekday}
	}
	y, month, day := i.From.Date()
	y2, month2, _ := i.To.Date()
	switch {
	case i.From == i.To:
		return calendar{y, month, day, (int(i.From.Weekday())+6)%7 + 1}
	case y == y2 && month == month2 && m.Month != 0:
		return calendar{y, month, 0, 0}
	}
	return calendar{m.Year, m.Month, m.Day, m.Weekday}
}

// compareClocks compares times of day. Of two zones that are known the same
// instant is equal; one that is not named compares with no other.
func compareClocks(c, d Clock) relation.Relation {
	switch {
	case c.Known() && !d.Known():
		return relation.Entails
	case !c.Known() && d.Known():
		return relation.Entailed
	case !c.Known():
		return relation.Equal
	case c.Zone != d.Zone || c.Zone && c.Offset != d.Offset && (c.Offset <= unknownZone || d.Offset <= unknownZone):
		return relation.Unknown
	case c.Zone && c.Offset != d.Offset:
		c, d = c.universal(), d.universal()
	}
	switch {
	case c.From == d.From && c.To == d.To:
		return relation.Equal
	case c.To < d.From || d.To < c.From:
		return relation.Excludes
	case d.From <= c.From && c.To <= d.To:
		return relation.Entails
	case c.From <= d.From && d.To <= c.To:
		return relation.Entailed
	}
	return relation.Overlaps
}

// universal returns c in universal time, on the day that begins there.
func (c Clock) universal() Clock {
	from := (int(c.From) - int(c.Offset) + 2*24*60) % (24 * 60)
	return Clock{From: int16(from), To: int16(from) + c.To - c.From, Zone: true}
}

// WrittenAlike reports whether two mentions say the same of the calendar ("on
// Monday", "Monday"), whatever days that comes to: the same day if both stand in
// one text or in two of the same day.
func WrittenAlike(a, b *Mention) bool {
	x, y := *a, *b
	for _, m := range [2]*Mention{&x, &y} {
		m.First, m.End, m.Core, m.Interval, m.Ends, m.future = 0, 0, 0, Interval{}, [2]Interval{}, false
	}
	return x == y
}

// WrittenWithin reports whether the first of two dates is a part of the day that the second is written as: "Thursday afternoon", "early on
// Thursday", "Thursday".
func WrittenWithin(a, b *Mention) bool {
	x := *a
	if b.Precision != OneDay || b.Clock.Known() || b.part != 0 || x.Precision != DayPart && x.part == 0 || x.Precision > OneDay {
		return false
	}
	x.Clock, x.Precision, x.part = Clock{}, OneDay, 0
	return WrittenAlike(&x, b)
}
