package date

import (
	"factcheck/claims/text"
)

// Find returns the times that the words name, in order, none overlapping.
// Words are those of src as text.AppendWords gives them: a sentence or a whole
// text. Dateline is the day on which the text was published, the zero Day if it
// is not known; lang is "en" or "fr", empty for "en". In any other language only
// dates in digits are found.
//
// A relative date ("on Wednesday", "in January", "two days ago") without a
// dateline is found but has no interval. With one, a weekday or month is the
// last at or before the dateline, unless the words around say that it has yet to
// come; where they leave it open the interval stays unknown.
func Find(src string, words []text.Word, dateline Day, lang string) []Mention {
	return Append(nil, src, words, dateline, lang)
}

// Append is Find that appends to dst. It allocates only to grow dst.
func Append(dst []Mention, src string, words []text.Word, dateline Day, lang string) []Mention {
	f := finder{Cursor: text.Cursor{Src: src, Words: words}, dateline: dateline}
	switch lang {
	case "", "en":
		f.language = english()
	case "fr":
		f.language, f.french = french(), true
	default:
		f.language = neither()
	}
	for i := 0; i < len(words); {
		if w := words[i]; w.Kind != text.Number && (w.Kind != text.Letters || !f.mayBegin(src[w.Start:w.End])) {
			i++
			continue
		}
		m, end, ok := f.mention(i)
		if !ok {
			i++
			continue
		}
		if m.Year != 0 && m.Relation != For {
			f.year = m.Year
		}
		if len(dst) > 0 {
			f.counted(&m, &dst[len(dst)-1])
		}
		dst = append(dst, m)
		f.done = end
		i = end
	}
	return dst
}

// A finder reads one text.
type finder struct {
	text.Cursor
	*language
	dateline Day
	year     int // the last that was written before
	done     int // words before it belong to earlier mentions
	french   bool
	buf      [64]byte
}

// mention reads the mention whose date proper begins at word i.
func (f *finder) mention(i int) (Mention, int, bool) {
	t := f.at(i)
	if t.class == none {
		return Mention{}, 0, false
	}
	if t.class == dayPart && f.french && f.at(i+1).class == of { // « la nuit de lundi à mardi »
		if m, end, ok := f.mention(i + 2); ok && m.Precision <= OneDay {
			m.Core, m.First = i, i
			return m, end, true
		}
	}
	m, end, ok := f.point(i, t)
	if !ok {
		return Mention{}, 0, false
	}
	m.Core, m.First, m.End = i, i, end
	first := f.left(&m, i)
	if m.Relation != For && m.Relation != Later && m.Relation != Earlier {
		end = f.rangeEnd(&m, first, end)
	}
	if m.Relation == Ago && f.french && first == i {
		first = i - 3 // il y a
	}
	if f.french && m.shiftUnit == OneDay && (m.shift == 2 || m.shift == -2) {
		first = i - 2
		m.Relation = In
	}
	if m.Relation == Since+from { // "from March" without "to"; « la nuit du 24 février »
		m.Relation = Since
		if f.french {
			m.Relation = In
		}
	}
	m.First, m.End = first, end
	f.resolve(&m)
	if m.Range && m.Relation == In {
		m.Relation = Between
	}
	f.qualify(&m)
	return m, m.End, true
}

// point reads one end of a range, or the whole date, from word i on.
func (f *finder) point(i int, t token) (Mention, int, bool) {
	switch t.class {
	case weekday:
		return f.weekdayDate(i, t)
	case month:
		return f.monthDate(i, t)
	case number, year, article:
		if m, ok := f.genitiveDecade(i, t); ok {
			return m, i + 2, true
		}
		return f.numberDate(i, t)
	case ordinal:
		return f.ordinalDate(i, t)
	case slash:
		return f.slashDate(i)
	case clock:
		return f.clockTime(i, t)
	case season:
		return f.seasonDate(i, t)
	case yearly:
		return f.decadeDate(i, t)
	case deictic:
		m := Mention{Precision: OneDay, Relative: true, shift: int8(t.value), shiftUnit: OneDay}
		if f.french && f.Dash(i-1) && f.at(i-2).class == prep && i-2 >= f.done { // avant-hier, après-demain
			m.shift *= 2
		}
		return f.withPart(m, i+1)
	case last, next, this, past, prior, following:
		return f.relativeDate(i, t)
	case quarterly:
		m := Mention{Precision: Quarter, ordinal: int8(t.value)}
		if t.n == halfMark {
			m.Precision = HalfYear
			m, end, ok := f.periodYear(m, i+1)
			return m, end, ok && m.Year != 0
		}
		return f.periodYear(m, i+1)
	case fiscalYear:
		return Mention{Year: int(t.value), Precision: Year, Period: Fiscal}, i + 1, true
	case eve:
		if c := f.at(i - 1).class; c == det && f.french { // la veille
			return Mention{Relative: true, Precision: OneDay, Relation: Relation(t.value), Count: 1, Unit: OneDay}, i + 1, true
		}
	case half:
		return Mention{}, 0, false
	case roman:
		if f.at(i+1).value == int32(Century) && f.at(i+1).class == unit {
			return Mention{Precision: Century, Year: int(t.value-1)*100 + 1}, i + 2, true
		}
	case unit:
		return f.unitDate(i, t)
	case segment, dayPart, det:
		return f.loneDayPart(i, t)
	}
	return Mention{}, 0, false
}

// left extends m to the words before i that belong to it: "since early", "at
// the end of", "in the". It returns the first of them.
func (f *finder) left(m *Mention, i int) int {
	k := i
	for steps := 0; steps < 6 && k > f.done; steps++ {
		t := f.at(k - 1)
		switch {
		case t.class == segment && (m.Precision >= Week || t.value == int32(early)):
			m.part = part(t.value)
			k--
			continue
		case f.Dash(k-1) && f.at(k-2).class == segment && k-2 >= f.done:
			m.part = part(f.at(k - 2).value)
			k -= 2
			continue
		case t.class == of && k-2 >= f.done && f.at(k-2).class == segment:
			m.part = part(f.at(k - 2).value)
			k -= 2
			continue
		case t.class == earlier && m.Relative && m.Relation == In:
			m.part = early
			m.future = false
			k--
			continue
		case t.class == later && m.Relative && m.Relation == In:
			m.part = late
			m.future = true
			k--
			continue
		case t.class == det:
			k--
			continue
		case t.class == prep:
			return f.preposition(m, t, k-1)
		}
		if r, n := f.phrase(f.before, k); n > 0 && k-n >= f.done && m.Relation == In {
			m.Relation = r
			return k - n
		}
		if f.french && (t.class == of || t.class == to) {
			if m.Relation == In && t.class == of && f.at(k).class != det {
				m.Relation = Since + from
			}
			if k-2 >= f.done && f.at(k-2).class == prep && f.at(k-2).value <= int32(After) { // jusqu'à, à partir de
				return f.preposition(m, f.at(k-2), k-2)
			}
			return k - 1
		}
		break
	}
	// A determiner alone is left outside: it belongs to what follows the date.
	for k < i && f.at(k).class == det && k+1 <= i && m.Precision < Month {
		k++
	}
	return k
}

// preposition applies the preposition at word k to m and returns the first
// word of the mention.
func (f *finder) preposition(m *Mention, t token, k int) int {
	if m.Relation != In {
		return k
	}
	switch t.value {
	case from:
		m.Relation = Since + from
	case between:
		m.Relation = Between
	case in, within, plainlyIn, roughly:
		m.rough = m.rough || t.value == roughly
		// since around 2010, jusqu'en 2010
		if b := f.at(k - 1); b.class == prep && b.value <= int32(After) && k-1 >= f.done {
			return f.preposition(m, b, k-1)
		}
	case forPrep:
	default:
		m.Relation = Relation(t.value)
		if m.Relation == By && f.french && k > f.done && f.at(k-1).class == of { // d'ici
			k--
		}
	}
	return k
}

// rangeEnd looks behind m for the other end of a range and joins it. It returns
// the end of the mention.
func (f *finder) rangeEnd(m *Mention, first, end int) int {
	j := end
	t := f.at(j)
	switch {
	case f.Dash(j):
	case m.Relation == Between && t.class == and:
	case t.class == to && (m.Relation == Since+from || m.Relation == In):
	case t.class == prep && t.value == int32(Until) && m.Relation == Since+from:
		if f.at(j+1).class == to {
			j++
		}
	default:
		if m.Relation == Between {
			m.Relation = In
		}
		return end
	}
	j++
	open := m.Relation != In
	for f.at(j).class == det || f.at(j).class == segment && open {
		j++
	}
	u := f.at(j)
	if u.class == none {
		return end
	}
	second, stop, ok := f.point(j, u)
	if !ok && u.class == number && m.Year != 0 && m.Month == 0 && u.n == 2 && f.Dash(j-1) { // 1998-99
		y := m.Year/100*100 + int(u.value)
		if y <= m.Year {
			return end
		}
		second, stop, ok = Mention{Year: y, Precision: Year}, j+1, true
	}
	at := t.class == to && !open && second.Precision <= Hour && !m.Clock.Known() // « mardi à 10 heures » is no range
	if !ok || at || second.Relation != In || f.Dash(j-1) && second.Precision != m.Precision && m.Year == 0 {
		if m.Relation == Between {
			m.Relation = In
		}
		return end
	}
	second.First, second.End = j, stop
	if f.at(j-1).class == segment {
		second.part = part(f.at(j - 1).value)
	}
	f.join(m, &second)
	return stop
}

// join makes m the range from m to the end of second. What the one leaves out
// the other lends: "19-21 March 2025", "from March to May 2020".
func (f *finder) join(m, second *Mention) {
	if m.Year == 0 && second.Year != 0 && m.Month != 0 {
		m.Year = second.Year
		if second.Month != 0 && m.Month > second.Month {
			m.Year--
		}
		m.Relative = false
	}
	if second.Year == 0 && m.Year != 0 && second.Month != 0 {
		second.Year = m.Year
		if second.Month < m.Month {
			second.Year++
		}
		second.Relative = false
	}
	f.resolve(m)
	f.resolve(second)
	if i := &second.Interval; m.Weekday != 0 && second.Weekday != 0 && m.Interval.From != 0 && i.To != 0 && i.To < m.Interval.From { // Monday to Saturday, told on Friday
		i.From, i.To = i.From+7, i.To+7
	}
	if m.Clock.Known() && second.Clock.Known() {
		m.Clock.To = second.Clock.To
	}
	m.Range = true
	m.Ends, m.last = [2]Interval{m.Interval, second.Interval}, second.calendar()
	m.Relative = m.Relative || second.Relative
	m.Relation = Between
	m.Precision = max(m.Precision, second.Precision)
	if m.Interval.Known() && second.Interval.Known() && m.Interval.From <= second.Interval.To {
		m.Interval.To = second.Interval.To
	} else {
		m.Interval = Interval{}
	}
}
