package date

import (
	"time"

	"factcheck/claims/text"
)

// comma returns i, or the word after a comma at i.
func (f *finder) comma(i int) int {
	if f.Is(i, ",") {
		return i + 1
	}
	return i
}

// yearAt returns the year written at word i, zero if none is or it counts
// something.
func (f *finder) yearAt(i int) int {
	t := f.at(i)
	if t.class != year {
		return 0
	}
	if n := f.at(i + 1); n.class == noun || f.Is(i+1, "%") {
		return 0
	}
	return int(t.value)
}

// dayOfMonth returns the day written at word i, zero if it is none.
func (f *finder) dayOfMonth(i int) int {
	t := f.at(i)
	if t.class != number && t.class != ordinal || t.value < 1 || t.value > 31 {
		return 0
	}
	if t.class == number && t.n == 0 {
		return 0 // spelled out
	}
	return int(t.value)
}

// dayMonth reads "19 March", "19th of March", "March 19", with or without a
// year.
func (f *finder) dayMonth(i int) (Mention, int, bool) {
	if d := f.dayOfMonth(i); d != 0 {
		j := i + 1
		if f.at(j).class == of {
			j++
		}
		t := f.at(j)
		if t.class != month || t.n == midMark || t.may && !f.french && !t.upper || Of(2024, time.Month(t.value), d) == 0 {
			return Mention{}, 0, false
		}
		return f.year4(Mention{Month: time.Month(t.value), Day: d, Precision: OneDay}, j+1)
	}
	t := f.at(i)
	if t.class != month || t.n == midMark || t.may && !t.upper && !f.french {
		return Mention{}, 0, false
	}
	j := i + 1
	if f.at(j).class == det {
		j++
	}
	d := f.dayOfMonth(j)
	if d == 0 || f.counts(j+1) || Of(2024, time.Month(t.value), d) == 0 {
		return Mention{}, 0, false
	}
	if k := j + 1; f.Dash(k) && f.Tight(k) && f.Tight(k+1) || f.at(k).class == and || f.at(k).class == to { // March 19-21
		if last := f.dayOfMonth(k + 1); last > d && !f.counts(k+2) && f.at(k+2).class != month {
			end, stop, _ := f.year4(Mention{Month: time.Month(t.value), Day: last, Precision: OneDay}, k+2)
			end.First, end.End = i, stop
			first := end
			first.Day = d
			f.join(&first, &end)
			return first, stop, true
		}
	}
	return f.year4(Mention{Month: time.Month(t.value), Day: d, Precision: OneDay}, j+1)
}

// counts reports whether word i makes the number before it a quantity.
func (f *finder) counts(i int) bool {
	t := f.at(i)
	return t.class == noun || f.Is(i, "%") || t.class == unit && !t.may || t.class == scale
}

// year4 adds the year after a month or day: "2025", ", 2025", "of 2025", "last
// year".
func (f *finder) year4(m Mention, i int) (Mention, int, bool) {
	j := f.comma(i)
	if f.at(j).class == of {
		j++
	}
	if y := f.yearAt(j); y != 0 {
		m.Year = y
		return m, j + 1, true
	}
	if y := f.at(j + 1); j < len(f.Words) && f.Words[j].Kind == text.Quote && f.Tight(j+1) && y.class == number && y.n == 2 { // March 4, '21
		m.Year = century(int(y.value))
		return m, j + 2, true
	}
	m.Relative = true
	if t := f.at(j); (t.class == last || t.class == next || t.class == this) && f.at(j+1).class == unit && f.at(j+1).value == int32(Year) {
		m.shift, m.shiftUnit = shifted(t.class), Year
		return m, j + 2, true
	}
	if t := f.at(i); f.french && (t.class == last || t.class == next || t.class == past) {
		m.shift, m.shiftUnit = shifted(t.class), Month
		m.future = t.class == next
		return m, i + 1, true
	}
	return m, i, true
}

// shifted is how far last, this and next lead.
func shifted(c class) int8 {
	switch c {
	case last, past, prior:
		return -1
	case next, following:
		return 1
	}
	return 0
}

// weekdayDate reads what begins with a weekday.
func (f *finder) weekdayDate(i int, t token) (Mention, int, bool) {
	if !f.french && !t.upper || f.names(i) || f.at(i-1).class == festive && f.at(i-1).upper || f.french && f.at(i+1).class == festive {
		return Mention{}, 0, false
	}
	j := f.comma(i + 1)
	if f.at(j).class == det {
		j++
	}
	if m, end, ok := f.dayMonth(j); ok {
		m.Weekday = int(t.value)
		return m, end, true
	}
	if t.may && len(f.Words[i].In(f.Src)) <= 3 {
		return Mention{}, 0, false // Sat, Sun, Mon
	}
	m := Mention{Weekday: int(t.value), Precision: OneDay, Relative: true}
	if f.french {
		if d := f.dayOfMonth(i + 1); d != 0 && !f.counts(i+2) {
			m.Day = d
			return f.withPart(m, i+2)
		}
		switch n := f.at(i + 1); n.class {
		case last, past:
			m.shift, m.shiftUnit = -1, Week
			return m, i + 2, true
		case next:
			m.shift, m.shiftUnit, m.future = 1, Week, true
			return m, i + 2, true
		case following:
			m.Relation = Later
			return m, i + 2, true
		}
	}
	return f.withPart(m, i+1)
}

// withPart adds the part of the day after a day: "morning", "night".
func (f *finder) withPart(m Mention, i int) (Mention, int, bool) {
	if f.french && f.at(i).class == prep && f.at(i).value == plainlyIn && f.at(i+1).class == dayPart { // hier au soir
		i++
	}
	if t := f.at(i); t.class == dayPart {
		m.Clock = dayParts[t.value]
		m.Precision = DayPart
		return m, i + 1, true
	}
	return m, i, true
}

// dayParts are generous: they serve to tell morning from evening.
var dayParts = [...]Clock{1: {1, 12*60 + 30, false, 0}, 2: {11*60 + 30, 19 * 60, false, 0}, 3: {16 * 60, 24 * 60, false, 0}, 4: {}, 5: {11 * 60, 14 * 60, false, 0}, 6: {}, 7: {3 * 60, 9 * 60, false, 0}, 8: {15 * 60, 23 * 60, false, 0}}

// monthDate reads what begins with the name of a month.
func (f *finder) monthDate(i int, t token) (Mention, int, bool) {
	m := Mention{Month: time.Month(t.value), Precision: Month}
	if t.n == midMark {
		m.part = mid
	} else if d, end, ok := f.dayMonth(i); ok {
		return d, end, true
	}
	if t.may && !t.upper && !f.french {
		return Mention{}, 0, false
	}
	y, end, _ := f.year4(m, i+1)
	if y.Year != 0 || y.shiftUnit != NoPrecision {
		return y, end, true
	}
	if f.french && t.may && t.upper { // Mars
		return Mention{}, 0, false
	}
	if t.may && (!f.leadsDate(i-1) || f.namesPerson(i)) {
		return Mention{}, 0, false
	}
	return y, end, true
}

// namesPerson reports whether the month at word i is a given name: "by April
// Carter", but not "in April Kigali denied it".
func (f *finder) namesPerson(i int) bool {
	p := f.at(i - 1)
	switch {
	case f.french || i+1 >= len(f.Words) || f.Words[i+1].Kind != text.Letters || f.at(i+1).class != none:
		return false
	case p.class == prep && (p.value == int32(By) || p.value == from || p.value == forPrep || p.value == roughly || p.value == int32(After) || p.value == int32(Before)), p.class == of, p.class == and, p.class == to:
		c := f.Src[f.Words[i+1].Start]
		return c >= 'A' && c <= 'Z'
	}
	return false
}

// names reports whether the weekday at word i is part of the name of a paper: "the
// Sunday Courier".
func (f *finder) names(i int) bool {
	if f.french || f.at(i-1).class != det || i+1 >= len(f.Words) || f.Words[i+1].Kind != text.Letters {
		return false
	}
	c := f.Src[f.Words[i+1].Start]
	return c >= 'A' && c <= 'Z' && f.at(i+1).class == none
}

// compares reports whether word i says with "de" behind it how many there are: "plus de 2000 tentes".
func (f *finder) compares(i int) bool {
	if i < 0 {
		return false
	}
	switch text.Fold(f.Words[i].In(f.Src)) {
	case "plus", "moins", "pres":
		return true
	}
	return false
}

// leadsDate reports whether word i is one that a month, a season or a year
// follows: "in", "since", "last", "early".
func (f *finder) leadsDate(i int) bool {
	t := f.at(i)
	switch t.class {
	case prep, segment, last, next, this, past:
		return true
	case of:
		return !f.french || !f.compares(i-1)
	case to:
		return f.french || f.at(i-1).class == month || f.at(i-1).class == year || f.at(i-1).class == unit
	case and:
		return f.at(i-1).class == month || f.at(i-1).class == year
	case det:
		return f.french && f.leadsDate(i-1)
	}
	return f.Dash(i) && (f.at(i-1).class == month || f.at(i-1).class == year || f.at(i-1).class == segment)
}

// numberDate reads what begins with a number: a day, a year, a time of day, a
// distance.
func (f *finder) numberDate(i int, t token) (Mention, int, bool) {
	if t.n == 4 && f.at(i+1).class == zone {
		return f.clockTime(i, t)
	}
	if t.class == year {
		if f.Dash(i+1) && f.Tight(i+1) && f.Tight(i+2) && f.Dash(i+3) && f.Tight(i+3) && f.Tight(i+4) {
			mo, d := f.at(i+2), f.at(i+4)
			if mo.n == 2 && d.n == 2 && Of(int(t.value), time.Month(mo.value), int(d.value)) != 0 {
				return Mention{Year: int(t.value), Month: time.Month(mo.value), Day: int(d.value), Precision: OneDay}, i + 5, true
			}
			return Mention{}, 0, false
		}
		return f.yearDate(i, t)
	}
	if t.n > 0 {
		if m, end, ok := f.dayMonth(i); ok {
			return m, end, true
		}
		if m, end, ok := f.hyphened(i); ok {
			return m, end, true
		}
		if m, end, ok := f.clockTime(i, t); ok {
			return m, end, true
		}
		if m, end, ok := f.dayRange(i); ok {
			return m, end, true
		}
	}
	return f.distance(i, t)
}

// century returns the year that two digits stand for: 1970 to 2069.
func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// hyphened reads "19-Nov-12" and "19-Nov-2012".
func (f *finder) hyphened(i int) (Mention, int, bool) {
	for k := i + 1; k < i+5; k++ {
		if !f.Tight(k) || k != i+2 && k != i+4 && !f.Dash(k) {
			return Mention{}, 0, false
		}
	}
	d, mo, y := f.dayOfMonth(i), f.at(i+2), f.at(i+4)
	v := int(y.value)
	switch {
	case y.class == number && y.n == 2:
		v = century(v)
	case y.class != year:
		return Mention{}, 0, false
	}
	if mo.class != month || Of(v, time.Month(mo.value), d) == 0 {
		return Mention{}, 0, false
	}
	return Mention{Year: v, Month: time.Month(mo.value), Day: d, Precision: OneDay}, i + 5, true
}

// dayRange reads "19-21 March", "1 and 5 March", « 1er et le 5 mars ».
func (f *finder) dayRange(i int) (Mention, int, bool) {
	if c := f.at(i + 1).class; !f.Dash(i+1) && c != and && c != to {
		return Mention{}, 0, false
	}
	j := i + 2
	if f.at(j).class == det {
		j++
	}
	first, last := f.dayOfMonth(i), f.dayOfMonth(j)
	if first == 0 || last <= first {
		return Mention{}, 0, false
	}
	m, end, ok := f.dayMonth(j)
	if !ok {
		return Mention{}, 0, false
	}
	start := m
	start.Day = first
	start.First, start.End = i, end
	m.First, m.End = i, end
	f.join(&start, &m)
	return start, end, true
}

// yearDate reads a bare year, where the words around say that it is one.
func (f *finder) yearDate(i int, t token) (Mention, int, bool) {
	m := Mention{Year: int(t.value), Precision: Year}
	n := f.at(i + 1)
	if n.class == noun || f.Is(i+1, "%") || f.Is(i-1, "$") || f.Is(i-1, "€") || f.Is(i-1, "£") || n.class == unit && n.value < int32(Decade) {
		return Mention{}, 0, false
	}
	if f.Dash(i-1) && f.Tight(i) && f.at(i-2).class == none { // a name: Agenda-2030
		return Mention{}, 0, false
	}
	if t.value < 1300 && !f.leadsDate(i-1) {
		return Mention{}, 0, false
	}
	switch b := f.at(i - 1); {
	case f.leadsDate(i - 1), b.class == season, b.class == det, b.class == half:
		return m, i + 1, true
	case f.Is(i-1, "(") || f.Is(i-1, ","):
		return m, i + 1, true
	case f.french && (b.class == unit):
		return m, i + 1, true
	case f.Dash(i+1) && f.Tight(i+1) && (f.at(i+2).class == year || f.at(i+2).n == 2):
		return m, i + 1, true
	case t.value >= 1900 && t.value <= 2060 && n.class != unit && b.class != prep && b.class != number && !(b.class == of && f.compares(i-2)):
		return m, i + 1, true
	}
	return Mention{}, 0, false
}

// distance reads "two days ago", "three weeks later", "two weeks" after a
// preposition.
func (f *finder) distance(i int, t token) (Mention, int, bool) {
	j := i + 1
	count := int(t.value)
	if t.n == 4 {
		return Mention{}, 0, false
	}
	if t.value >= 20 && t.n == 0 && f.Dash(j) && f.at(j+1).class == number && f.at(j+1).value < 10 {
		count += int(f.at(j + 1).value)
		j += 2
	}
	if t.class == article && (f.at(j).class == number && f.at(j).n == 0) { // a couple, a few
		count = int(f.at(j).value)
		j++
	}
	if o := f.at(j); o.class == ordinal && o.value == 1 && f.french { // neuf premiers mois
		return f.firstMonths(j+1, t)
	}
	if f.at(j).class == of { // a couple of
		j++
	}
	if f.Dash(j) {
		return Mention{}, 0, false // two-day
	}
	u := f.at(j)
	if u.class != unit || t.class == article && u.upper || count == 0 && u.value == int32(Quarter) {
		return Mention{}, 0, false // in some quarters
	}
	if m, end, ok := f.accounts(count, j+1); ok && u.value == int32(Month) && f.at(i-1).class == det {
		return m, end, true
	}
	m := Mention{Count: count, Unit: unitOf(u.value), Precision: unitOf(u.value), Relative: true}
	if u.value == 51 { // a fortnight
		m.Count, m.Unit = 2*max(1, count), Week
	}
	return f.direction(m, i, j+1)
}

// direction reads behind the distance of words i to j, or before it, where it
// leads: "ago", "later", "after", "for".
func (f *finder) direction(m Mention, i, j int) (Mention, int, bool) {
	switch n := f.at(j); {
	case n.class == ago:
		m.Relation = Ago
		return m, j + 1, true
	case n.class == earlier:
		m.Relation = Earlier
		return m, j + 1, true
	case n.class == later:
		m.Relation = Later
		return m, j + 1, true
	case n.class == prep && n.value == int32(After):
		m.Relation = Later
		return m, j, true
	case n.class == prep && n.value == int32(Before):
		m.Relation = Earlier
		return m, j, true
	}
	if r, n := f.phraseAt(f.behind, j); n > 0 { // deux ans plus tard
		m.Relation = r
		return m, j + n, true
	}
	if r, n := f.phrase(f.distances, i); n > 0 && i-n >= f.done { // il y a deux ans
		m.Relation = r
		return m, j, true
	}
	if p := f.at(i - 1); p.class == prep && i-1 >= f.done {
		switch p.value {
		case within, forPrep:
			m.Relation, m.Relative = For, false
			return m, j, true
		case in:
			m.Relation = Later // "in two weeks": to come, or how long it took
			return m, j, true
		}
	}
	return Mention{}, 0, false
}

func unitOf(v int32) Precision {
	switch v {
	case 50:
		return OneDay
	case 51:
		return Week
	}
	return Precision(v)
}
