package date

import (
	"strconv"
	"strings"
	"time"
)

// ordinalDate reads what begins with an ordinal: "19th of March", "third quarter
// of 2023", "the 19th century".
func (f *finder) ordinalDate(i int, t token) (Mention, int, bool) {
	if m, end, ok := f.dayMonth(i); ok && t.n > 0 {
		return m, end, true
	}
	if m, end, ok := f.dayRange(i); ok && t.n > 0 {
		return m, end, true
	}
	u := f.at(i + 1)
	if t.value == 1 && u.class == number {
		return f.firstMonths(i+2, u)
	}
	period := Calendar
	if u.class == periodical { // third fiscal quarter
		period = Period(u.value)
		i++
		u = f.at(i + 1)
	}
	if d := f.at(i + 2); f.Dash(i+1) && (d.class == unit && d.value == int32(Quarter) || d.class == half) { // second-quarter 2021 revenue
		i++
		u = d
	}
	if f.Dash(i+1) && f.at(i+2).class == unit && f.at(i+2).value == int32(Century) {
		return Mention{Precision: Century, Year: int(t.value-1)*100 + 1}, i + 3, true
	}
	switch {
	case u.class == unit && u.value == int32(Quarter) && t.value <= 4:
		return f.periodYear(Mention{Precision: Quarter, Period: period, ordinal: int8(t.value)}, i+2)
	case u.class == unit && u.value == int32(Century) && t.value >= 2 && t.value <= 22:
		return Mention{Precision: Century, Year: int(t.value-1)*100 + 1}, i + 2, true
	case u.class == half && t.value <= 2:
		m, end, ok := f.periodYear(Mention{Precision: HalfYear, Period: period, ordinal: int8(t.value)}, i+2)
		if m.Year == 0 && m.shiftUnit == NoPrecision {
			return Mention{}, 0, false // of a match
		}
		return m, end, ok
	}
	return Mention{}, 0, false
}

// periodYear adds the year after a quarter, half or season: "Q3 2023", "the
// third quarter of last year".
func (f *finder) periodYear(m Mention, i int) (Mention, int, bool) {
	j := f.comma(i)
	for f.at(j).class == of || f.at(j).class == det {
		j++
	}
	if y := f.yearAt(j); y != 0 {
		m.Year = y
		return m, j + 1, true
	}
	if t := f.at(j); t.class == fiscalYear {
		m.Year, m.Period = int(t.value), Fiscal
		return m, j + 1, true
	}
	m.Relative = true
	t, u := f.at(j), f.at(j+1)
	if f.french {
		t, u = u, t
	}
	if (t.class == last || t.class == next || t.class == this || f.french && t.class == past) && u.class == unit && u.value == int32(Year) {
		m.shift, m.shiftUnit = shifted(t.class), Year
		return m, j + 2, true
	}
	return m, i, true
}

// slashDate reads 19/03/2025 and 3/19/25 where only one reading is a date.
func (f *finder) slashDate(i int) (Mention, int, bool) {
	var v [3]int
	parts := 0
	for s := range strings.SplitSeq(f.Words[i].In(f.Src), "/") {
		n, err := strconv.Atoi(s)
		if err != nil || parts == 3 {
			return Mention{}, 0, false
		}
		v[parts] = n
		parts++
	}
	if parts == 2 && v[0] > 1000 && v[1] == (v[0]+1)%100 && v[0] < 2200 { // season 2019/20
		m := Mention{Year: v[0], Precision: Year, Range: true, Relation: Between}
		m.Interval = Interval{Of(v[0], 1, 1), Of(v[0]+1, 12, 31)}
		return m, i + 1, true
	}
	if parts != 3 {
		return Mention{}, 0, false
	}
	day, mon, y := v[0], v[1], v[2]
	switch {
	case v[0] > 1000: // 2025/03/19
		y, mon, day = v[0], v[1], v[2]
	case y < 1000:
		return Mention{}, 0, false
	case day > 12 || day == mon || f.french:
	case mon > 12:
		day, mon = mon, day
	default: // which is the month? the year is certain
		return Mention{Year: y, Precision: OneDay}, i + 1, Of(y, 1, 1) != 0
	}
	if Of(y, time.Month(mon), day) == 0 {
		return Mention{}, 0, false
	}
	return Mention{Year: y, Month: time.Month(mon), Day: day, Precision: OneDay}, i + 1, true
}

// clockTime reads "10:30", "10 am", "10.30 p.m.", "18:00 GMT", "10 o'clock",
// "10 h 30", "10 heures".
func (f *finder) clockTime(i int, t token) (Mention, int, bool) {
	m := Mention{Precision: Minute, Relative: true}
	at, end := int(t.value), i+1
	hours := t.class == number && t.n < 4
	if hours {
		m.Precision = Hour
		at *= 60
		if t.n > 2 || t.value > 24 {
			return Mention{}, 0, false
		}
	}
	n := f.at(end)
	if t.n == 4 && n.class == zone { // 1353 GMT
		if at = int(t.value)/100*60 + int(t.value)%100; t.value%100 > 59 || at >= 24*60 {
			return Mention{}, 0, false
		}
		hours, m.Precision = false, Minute
	}
	if t.may && n.class != meridiem && n.class != zone {
		return Mention{}, 0, false
	}
	switch {
	case n.class == meridiem && at <= 12*60+59 && (!n.may || f.at(end).upper || f.Tight(end)):
		at = at%(12*60) + int(n.value)*60
		end++
	case f.french && hours && (n.class == oclock || n.class == unit && n.value == int32(Hour) && (f.at(i-1).class == to || f.at(end+1).class == of && f.at(end+2).class == dayPart)):
		end++
		if d := f.at(end); d.class == number && d.n == 2 && d.value < 60 {
			at += int(d.value)
			m.Precision = Minute
			end++
		}
		at, end = f.partBehind(at, end)
	case n.class == oclock && hours:
		end++
	case hours, n.class != zone && strings.Trim(f.Words[i].In(f.Src), "0123456789") == "": // "3000 personnes"
		return Mention{}, 0, false
	default:
		p := f.at(i - 1)
		if !(p.class == prep || p.class == to || n.class == zone || f.Words[i].In(f.Src)[min(2, f.Words[i].End-f.Words[i].Start-1)] != ':' && f.french) {
			return Mention{}, 0, false
		}
	}
	if z := f.at(end); z.class == zone {
		m.Clock.Zone, m.Clock.Offset = true, int16(z.value)
		end++
		if f.at(end).class == zoneTime {
			end++
		}
	}
	m.at(at)
	return m, end, true
}

// at sets the clock of m to so many minutes, half an hour either way if it names
// an hour.
func (m *Mention) at(minutes int) {
	minutes %= 24 * 60
	slack := 0
	if m.Precision == Hour && minutes >= 29 && minutes+29 < 24*60 {
		slack = 29
	}
	m.Clock.From, m.Clock.To = int16(minutes-slack), int16(max(1, minutes+slack))
}

// partBehind reads « du matin », « du soir » behind the time at.
func (f *finder) partBehind(at, end int) (minutes, next int) {
	d := f.at(end + 1)
	if f.at(end).class != of || d.class != dayPart {
		return at, end
	}
	if (d.value == 2 || d.value == 3) && at < 12*60 {
		at += 12 * 60
	}
	return at, end + 2
}

// seasonDate reads "spring 2012", "the summer of 2012", "last winter".
func (f *finder) seasonDate(i int, t token) (Mention, int, bool) {
	m, end, ok := f.periodYear(Mention{Precision: Season, ordinal: int8(t.value), part: markPart(t)}, i+1)
	if m.Year != 0 || m.shiftUnit != NoPrecision {
		return m, end, ok
	}
	if f.french {
		if n := f.at(i + 1); n.class == last || n.class == next || n.class == past {
			m.shift, m.shiftUnit, m.future = shifted(n.class), Season, n.class == next
			return m, i + 2, true
		}
	}
	p := f.at(i - 1)
	if f.at(i+1).class == of || t.upper && i > 0 && f.Words[i].Space && p.class != prep {
		return Mention{}, 0, false // the fall of, Spring Hill
	}
	if p.class == segment || p.class == det && f.at(i-2).class == prep && f.at(i-2).value >= in && f.at(i-2).value <= within ||
		p.class == prep && (p.value == in || p.value <= int32(By)) && t.value != 3 {
		return m, i + 1, true
	}
	return Mention{}, 0, false
}

func markPart(t token) part {
	if t.n == midMark {
		return mid
	}
	return whole
}

// decadeDate reads "the 1990s", "the nineties", "the '90s".
func (f *finder) decadeDate(i int, t token) (Mention, int, bool) {
	if t.value >= 1000 && !t.may && f.Words[i].In(f.Src)[0] >= '0' && f.Words[i].In(f.Src)[0] <= '9' {
		m := Mention{Year: int(t.value), Precision: Decade}
		if t.value%100 == 0 && (t.value != 2000) { // the 1800s
			m.Precision = Century
		}
		return m, i + 1, true
	}
	p := f.at(i - 1)
	if t.value < 1000 || f.at(i-1).class == possessive {
		return Mention{}, 0, false
	}
	quoted := i > 0 && !f.Words[i].Space && (f.Is(i-1, "'") || f.Is(i-1, "’") || f.Is(i-1, "‘"))
	if p.class == det || quoted || p.class == segment {
		return Mention{Year: int(t.value), Precision: Decade}, i + 1, true
	}
	return Mention{}, 0, false
}

// genitiveDecade reads "the 1990's", "the early 1990 's" where the year is no owner: an article
// or "early" stands before it, and it is the first of a decade.
func (f *finder) genitiveDecade(i int, t token) (Mention, bool) {
	if f.french || t.value < 1000 || t.value > 2100 || t.value%10 != 0 || !f.Is(i+1, "'s") && !f.Is(i+1, "’s") {
		return Mention{}, false
	}
	if p := f.at(i - 1); p.class != det && p.class != segment {
		return Mention{}, false
	}
	switch next := f.at(i + 2); {
	case i+2 >= len(f.Words) || next.class != none:
	default:
		switch c := f.Words[i+2].In(f.Src); c {
		case ".", ",", ";", ")", "(", "and", "or", "in", "as", "at", "when", "for", "with", "on", "but":
		default:
			return Mention{}, false // "the 1990's winner"
		}
	}
	return Mention{Year: int(t.value), Precision: Decade}, true
}

// relativeDate reads what begins with last, next, this or the like: "last week",
// "the past two months", "this morning", "next March".
func (f *finder) relativeDate(i int, t token) (Mention, int, bool) {
	j := i + 1
	n := f.at(j)
	m := Mention{Relative: true, shift: shifted(t.class), future: t.class == next}
	if n.class == number || n.class == article && f.at(j+1).class == number {
		return f.rollingDate(m, j, t)
	}
	switch n.class {
	case unit:
		if n.value == int32(Hour) && (t.class == last || t.class == past) {
			m.Precision, m.Unit, m.Count, m.rolling = OneDay, Hour, 1, true
			return m, j + 1, true
		}
		u := unitOf(n.value)
		if n.value == 50 { // a weekend is told as its week
			u = Week
		}
		if !f.relativeUnit(&m, i, t, u) {
			return Mention{}, 0, false
		}
	case weekday:
		m.Weekday, m.Precision, m.shiftUnit = int(n.value), OneDay, Week
		if n.may && !n.upper {
			return Mention{}, 0, false
		}
		m2, end, _ := f.withPart(m, j+1)
		m = m2
		j = end - 1
	case month:
		if !f.french && !n.upper {
			return Mention{}, 0, false
		}
		m.Month, m.Precision, m.shiftUnit = time.Month(n.value), Month, Month
	case season:
		m.ordinal, m.Precision, m.shiftUnit = int8(n.value), Season, Season
	case dayPart:
		m.shiftUnit, m.Precision = OneDay, DayPart
		m.Clock = dayParts[n.value]
		if t.class != last && t.class != this || t.class == last && n.value != 4 {
			return Mention{}, 0, false
		}
	default:
		return Mention{}, 0, false
	}
	if t.class == prior || t.class == following {
		m.Relation = Later
		if t.class == prior {
			m.Relation = Earlier
		}
	}
	if f.french && t.class == this && f.Dash(j+1) && f.Tight(j+1) && f.Tight(j+2) && (f.at(j+2).class == here || f.at(j+2).class == det) {
		j += 2
	}
	return m, j + 1, true
}

// relativeUnit makes of m the unit u that is last, next or past by word i: one period, or
// some counted back from the dateline. It reports whether that is a date.
func (f *finder) relativeUnit(m *Mention, i int, t token, u Precision) bool {
	if u < OneDay || u == OneDay && t.class != prior && t.class != following && (t.class == this || !f.french) {
		return false // last minute, last day, this day
	}
	m.Precision, m.shiftUnit = u, u
	many := f.Src[f.Words[i+1].End-1] == 's'
	if f.french { // mois is one or many
		many = f.Src[f.Words[i].End-1] == 's'
	}
	m.rolling = t.class == past || t.class == last && f.at(i-1).class == det && !f.french || many
	if m.rolling {
		m.Count, m.Unit = 1, u
	}
	if many { // in coming decades, les deux dernières années
		m.Count = 0
		if c := f.at(i - 1); c.class == number && i-1 >= f.done && c.n < 4 {
			m.Count = int(c.value)
		}
	}
	return true
}

// rollingDate reads "two weeks" at word j, behind the past or the next of t.
func (f *finder) rollingDate(m Mention, j int, t token) (Mention, int, bool) {
	n := f.at(j)
	if n.class == article {
		j++
		n = f.at(j)
	}
	u := f.at(j + 1)
	if u.class != unit || n.n == 4 || t.class == this {
		return Mention{}, 0, false
	}
	m.Count, m.Unit = int(n.value), unitOf(u.value)
	m.Precision, m.rolling = m.Unit, true
	if t.class == prior || t.class == following {
		m.Relation = Earlier
	}
	return m, j + 2, true
}

// unitDate reads what begins with a unit: "semaine dernière", "année 2012",
// "années 1990", "the day after".
func (f *finder) unitDate(i int, t token) (Mention, int, bool) {
	n := f.at(i + 1)
	u := unitOf(t.value)
	if f.french {
		m := Mention{Relative: true, Precision: u, shiftUnit: u, shift: shifted(n.class), future: n.class == next}
		switch n.class {
		case last, past, next:
			if u < OneDay || i > 0 && f.at(i-1).class == number {
				break
			}
			m.rolling = n.class == past && u < Year || f.Src[f.Words[i].End-1] == 's' && t.value != int32(Month)
			return m, i + 2, true
		case prior:
			m.Relation = Earlier
			return m, i + 2, true
		case following:
			m.Relation = Later
			return m, i + 2, true
		case year:
			if u != Year {
				break
			}
			if f.Src[f.Words[i].End-1] == 's' {
				return Mention{Year: int(n.value), Precision: Decade}, i + 2, n.value%10 == 0
			}
			return Mention{Year: int(n.value), Precision: Year}, i + 2, true
		case number:
			if u == Year && f.Src[f.Words[i].End-1] == 's' && n.n == 2 && n.value%10 == 0 && n.value >= 30 {
				return Mention{Year: 1900 + int(n.value), Precision: Decade}, i + 2, true
			}
		}
		return Mention{}, 0, false
	}
	if m, end, ok := f.accounts(12, i+1); ok && u == Year && f.at(i-1).class == det {
		return m, end, true
	}
	if f.at(i-1).class == det && n.class == prep && (n.value == int32(After) || n.value == int32(Before)) && u >= OneDay && u <= Year {
		if d := f.at(i + 2); d.class == deictic && u == OneDay { // the day after tomorrow
			return Mention{Relative: true, Precision: u, shift: 2 * int8(d.value), shiftUnit: u}, i + 3, true
		}
		m := Mention{Relative: true, Precision: u, Relation: Later, Count: 1, Unit: u}
		if n.value == int32(Before) {
			m.Relation = Earlier
		}
		return m, i + 1, true
	}
	return Mention{}, 0, false
}

// loneDayPart reads "noon" and "midnight" after a preposition.
func (f *finder) loneDayPart(i int, t token) (Mention, int, bool) {
	if t.class != dayPart || t.value != 5 && t.value != 6 || f.at(i-1).class != prep && !(f.french && f.at(i-1).class == to) {
		return Mention{}, 0, false
	}
	m := Mention{Relative: true, Precision: Hour, Clock: Clock{From: 11*60 + 31, To: 12*60 + 29}}
	if t.value == 6 {
		m.Clock = Clock{}
	}
	return m, i + 1, true
}
