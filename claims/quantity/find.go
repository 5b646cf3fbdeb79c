package quantity

import (
	"strings"

	"factcheck/claims/text"
)

// Find returns the quantities that the words name, in order, none overlapping
// but for a range of two. Words are those of src as text.AppendWords gives them:
// a sentence or a whole text; lang is "en" or "fr", empty for "en". In any other
// language only numbers in digits with a sign or symbol are found.
func Find(src string, words []text.Word, lang string) []Mention {
	return Append(nil, src, words, lang)
}

// Append is Find that appends to dst. It allocates only to grow dst. Partners
// are indices in the whole of dst.
func Append(dst []Mention, src string, words []text.Word, lang string) []Mention {
	return read(dst, src, words, lang, false)
}

// read appends the mentions of src to dst, with its identifiers or without.
func read(dst []Mention, src string, words []text.Word, lang string, names bool) []Mention {
	f := finder{Cursor: text.Cursor{Src: src, Words: words}}
	switch lang {
	case "", "en":
		f.lang = english()
	case "fr":
		f.lang = french()
	default:
		f.lang = neither()
	}
	base := len(dst)
	for i := 0; i < len(words); {
		switch words[i].Kind {
		case text.Number, text.Other:
		case text.Letters:
			if !f.lang.starts.May(src[words[i].Start:words[i].End]) || !begins[f.at(i).class] {
				i++
				continue
			}
		default:
			i++
			continue
		}
		m, end, ok := f.mention(i)
		if ok && (names || m.Kind != Identifier) {
			if n := len(dst); n > base {
				f.partner(dst, &m, n)
			}
			dst = append(dst, m)
			f.done = end
		}
		i = max(end, i+1)
	}
	return dst
}

// begins are the classes of words that a mention may begin with.
var begins = [...]bool{digit: true, scale: true, article: true, collective: true, halfWord: true, part: true, rank: true, twice: true,
	severally: true, unit: true, victim: false}

// A finder reads one text.
type finder struct {
	text.Cursor
	lang *language
	done int // words before it belong to earlier mentions
	buf  [64]byte
}

// mention reads the quantity that begins at word i. Without one, end is where
// to go on.
func (f *finder) mention(i int) (m Mention, end int, ok bool) {
	m = Mention{First: i, Core: i, Head: -1, Partner: -1}
	if t := f.at(i); f.KindAt(i) != text.Number {
		switch t.class {
		case rank:
			return f.ordinal(m, i, int64(t.value))
		case unit:
			if f.isRank(i) {
				return f.ordinal(m, i, 2)
			}
			return m, i + 1, false
		case twice:
			return f.multiple(m, i, t)
		}
	} else {
		if n, ok := f.ordinalFigure(i); ok {
			return f.ordinal(m, i, n)
		}
		if k := f.excluded(i); k > i {
			v, _, _ := f.lang.parseDigits(f.Words[i].In(f.Src))
			m, ok = f.identifier(m, i, i+1, v)
			return m, k, ok
		}
	}
	n, ok := f.number(i)
	if !ok {
		if t := f.at(i); t.class == part && f.KindAt(i) == text.Letters {
			return f.ordinal(m, i, int64(t.value))
		}
		return m, i + 1, false
	}
	if f.namesThing(n) {
		m, ok = f.identifier(m, n.first, n.end, n.value)
		return m, n.end, ok
	}
	if f.dated(n) || f.pronoun(n) {
		return m, n.end, false
	}
	m.Core, m.CoreEnd, m.First = n.first, n.end, n.first
	m.Value, m.Lo, m.Hi, m.Step = n.value, n.value, n.value, n.step
	if n.vague {
		m.Comparator, m.Hi = Vague, n.hi
	}
	if n.about {
		m.Comparator = About
	}
	if n.ratio {
		m.Kind, m.Unit = Fraction, fraction
	}
	end = f.complete(&m, n)
	if m.Kind == Count && f.grouped(n) || n.plain4 && (m.Kind == Count && f.yearLike(&m) || m.Unit.Dimension() == Money && m.First == n.first && f.code(n.end)) || !m.sound() {
		return m, end, false
	}
	m.End = end
	f.compare(&m)
	f.direct(&m)
	return m, m.End, true
}

// grouped reports whether the figures of n may be thousands as other languages write
// them: "1.500 people".
func (f *finder) grouped(n number) bool {
	w := f.Words[n.first].In(f.Src)
	k := strings.IndexByte(w, '.')
	return !f.lang.french && !n.scaled && k > 0 && k <= 3 && len(w)-k == 4 && w[0] != '0'
}

// multiple makes one of "twice" or "double" at word i, unless it is part of another
// word: double standards, Avenged Sevenfold.
func (f *finder) multiple(m Mention, i int, t token) (Mention, int, bool) {
	if t.value > 1 && t.marks&doubling != 0 && f.at(i+1).class != deter && f.at(i+1).class != article || t.upper && !f.begins(i) {
		return m, i + 1, false
	}
	v := Int(int64(t.value))
	m.Kind, m.Lo, m.Hi, m.Value, m.Step = Multiple, v, v, v, Int(1)
	m.CoreEnd, m.End = i+1, i+1
	f.compare(&m)
	return m, m.End, true
}

// namesThing reports whether the number n, in words, names a thing: chapter three, but
// not no one.
func (f *finder) namesThing(n number) bool {
	if !n.spelt || n.ratio || n.vague || f.at(n.first).class == article {
		return false
	}
	k := f.namer(n.first, n.end)
	return k >= 0 && !(n.tiny && f.has(k, numbering) && f.Words[k].End-f.Words[k].Start == 2)
}

// complete reads what stands behind the number: the other end of a range, the
// unit, the noun. It returns the end of the mention.
func (f *finder) complete(m *Mention, n number) int {
	end := n.end
	if e, ok := f.score(m, n); ok {
		return e
	}
	if e, ok := f.age(m, n); ok {
		return e
	}
	second, ranged := f.rangeTo(m, n)
	if ranged {
		end = second.end
		m.CoreEnd = end
	}
	f.sign(m)
	e := f.unit(m, end)
	end = f.rate(m, e)
	if !ranged {
		f.lend(m, n)
	}
	if m.Unit == one && m.Kind == Count {
		if f.at(end).class == times {
			m.Kind = Multiple
			return end + 1
		}
		if w := end; f.Hyphen(w) && f.has(w+1, fold) {
			m.Kind = Multiple
			return end + 2
		}
		if e, ok := f.outOf(m, n, end); ok {
			return e
		}
		m.Head = f.head(end)
	}
	if m.Kind == Fraction {
		m.Head = f.head(end)
	}
	return end
}

// sign reads a currency or a minus before the number.
func (f *finder) sign(m *Mention) {
	k := m.Core - 1
	if k < f.done {
		return
	}
	if t := f.at(k); t.class == unit && units[t.value].dimension == Money && m.Kind == Count && (f.KindAt(k) == text.Symbol || f.code(k)) {
		m.Kind, m.Unit = Measure, Unit(t.value)
		m.First = k
		if k-1 >= f.done && f.Tight(k) && f.KindAt(k-1) == text.Letters {
			switch f.Src[f.Words[k-1].Start:f.Words[k-1].End] {
			case "US", "U.S.":
				m.First = k - 1
			case "A", "AU":
				m.First, m.Unit = k-1, aud
			case "C", "CA", "CAD":
				m.First, m.Unit = k-1, cad
			case "NZ":
				m.First, m.Unit = k-1, nzd
			case "HK":
				m.First, m.Unit = k-1, hkd
			case "S":
				m.First, m.Unit = k-1, sgd
			case "R":
				m.First, m.Unit = k-1, brl
			}
		}
		k = m.First - 1
	}
	if k < f.done {
		return
	}
	minusMark := f.Hyphen(k) && (f.Words[k].Space || f.Is(k, "−") && f.KindAt(k-1) != text.Letters || f.Is(k-1, "(")) && f.Tight(k+1) && f.KindAt(k-1) != text.Number
	if minusMark || f.at(k).class == minus && !f.compares(k+1) {
		m.First = k
		m.negate()
	}
}

// negate turns the sign of m.
func (m *Mention) negate() {
	m.Negative = !m.Negative
	m.Lo.N, m.Hi.N, m.Value.N = -m.Lo.N, -m.Hi.N, -m.Value.N
	m.Lo, m.Hi = m.Hi, m.Lo
	m.LoOpen, m.HiOpen = m.HiOpen, m.LoOpen
}

// unit reads the unit at word k, applies it to m and returns the word after it.
func (f *finder) unit(m *Mention, k int) int {
	if m.Kind != Count {
		if m.Kind == Measure && m.Unit.Dimension() == Money {
			if t := f.at(k); t.class == unit && units[t.value].dimension == Money { // $5 million US
				return k + 1
			}
		}
		return k
	}
	j := k
	if f.Hyphen(j) && f.Tight(j) && f.Tight(j+1) {
		j++
	}
	if f.lang.french && f.at(j).class == of { // deux millions d'euros
		if f.at(j+1).class == unit {
			j++
		}
	}
	if j == k && f.Hyphen(j+1) && f.Tight(j+1) && f.Tight(j+2) && m.Value != Int(1) && f.at(m.Core-1).class != article {
		return k // two hour-long films
	}
	if j = f.unitAt(m, j); j == 0 || j > len(f.Words) {
		m.Unit = one
		return k
	}
	m.Kind = Measure
	if m.Unit == percent && f.has(j, pointed) {
		m.Unit = points
		j++
	}
	return f.compound(m, j)
}

// unitAt gives m the unit that the words from j on name and returns the word after
// them, 0 if they name none.
func (f *finder) unitAt(m *Mention, j int) int {
	t := f.at(j)
	switch {
	case (t.class == per || t.marks&perHundred != 0) && (f.has(j+1, hundredth) || f.Is(j+1, "100")):
		m.Unit = percent
		return j + 2
	case t.marks&percentage != 0 && f.has(j+1, pointed):
		m.Unit = points
		return j + 2
	case t.marks&pointed != 0 && f.at(j+1).class == of && f.has(j+2, percentage):
		m.Unit = points
		return j + 3
	case t.marks&basis != 0 && f.has(j+1, pointed):
		m.Unit = basisPoint
		return j + 2
	case t.marks&squares != 0 && !f.lang.french:
		if u := f.at(j + 1); u.class == unit && squared(Unit(u.value)) != one {
			m.Unit = squared(Unit(u.value))
			return j + 2
		}
	case t.marks&cubes != 0 && !f.lang.french:
		if u := f.at(j + 1); u.class == unit && Unit(u.value) == metre {
			m.Unit = cubicMetre
			return j + 2
		}
	case t.marks&nautical != 0:
		m.Unit = nauticalMile
		return j + 2
	case t.marks&degrees != 0 || t.class == unit && Unit(t.value) == degree:
		u, end := f.degrees(j + 1)
		m.Unit = u
		return end
	case t.class == unit:
		if end := f.plainUnit(m, j, Unit(t.value)); end > j {
			return end
		}
	case f.KindAt(j) == text.Letters && f.Tight(j) && f.Words[j].End-f.Words[j].Start == 1 && (f.Is(j, "C") || f.Is(j, "F")):
		if m.Unit = celsius; f.Is(j, "F") {
			m.Unit = fahrenheit
		}
		return j + 1
	}
	return 0
}

// plainUnit applies the unit u of word j, and returns j if it is none there.
func (f *finder) plainUnit(m *Mention, j int, u Unit) int {
	w := f.Words[j]
	s := w.In(f.Src)
	switch {
	case f.KindAt(j) == text.Symbol && (s == "$" || s == "£" || s == "¥"): // a sign belongs to what follows
		if f.KindAt(j+1) == text.Number {
			return j
		}
	case len(s) == 1 && f.KindAt(j) == text.Letters && w.Space && (u == metre || u == gram || u == litre || u == second || u == watt || u == pence):
		if u != metre || s != "m" { // 5 m, but not 5 g
			return j
		}
	case u == usd && (s == "us" || s == "US"):
		return j
	case u == second && f.has(j, ranks) && m.Value != Int(1) && !f.Hyphen(j-1):
		return j
	case u == krw: // won
		return j
	case u == inch && s == "in":
		return j
	}
	if u == poundOrGBP && m.Value.Cmp(Int(1000000)) >= 0 { // nobody weighs millions
		u = gbp
	}
	m.Unit = u
	j++
	if u == kilometre || u == mile || u == metre {
		if f.lang.french && f.has(j, squares) {
			m.Unit = squared(u)
			return j + 1
		}
		if f.lang.french && f.has(j, cubes) && u == metre {
			m.Unit = cubicMetre
			return j + 1
		}
	}
	return j
}

// squared returns the area that goes with a length.
func squared(u Unit) Unit {
	switch u {
	case metre:
		return squareMetre
	case kilometre:
		return squareKilometre
	case mile:
		return squareMile
	case foot:
		return squareFoot
	}
	return one
}

// degrees reads "C", "Celsius", "F", "Fahrenheit" after a degree.
func (f *finder) degrees(j int) (Unit, int) {
	if j >= len(f.Words) {
		return degree, j
	}
	t, w := f.at(j), f.Words[j].End-f.Words[j].Start
	switch {
	case t.marks&inCelsius != 0 && (t.upper || w > 1):
		return celsius, j + 1
	case t.marks&inFahrenheit != 0 && (t.upper || w > 1):
		return fahrenheit, j + 1
	}
	return degree, j
}

// compound adds the smaller unit of "6 ft 2 in", "2 hours 30 minutes" and "three
// dollars fifty cents", and the half of "an hour and a half".
func (f *finder) compound(m *Mention, j int) int {
	if m.Comparator != Exact || m.Lo != m.Hi {
		return j
	}
	if n := f.halfBehind(j); n > 0 && m.Value.D == 1 {
		half := Num{1, 2}
		v := m.Value.Add(half)
		m.Value, m.Lo, m.Hi, m.Step = v, v, v, half
		return j + n
	}
	k := j
	if f.at(k).class == and {
		k++
	}
	n, ok := f.number(k)
	if !ok || n.ratio || n.vague || !n.value.Known() || n.value.Cmp(Int(100)) >= 0 {
		return j
	}
	t := f.at(n.end)
	u := Unit(t.value)
	if f.Is(n.end, "in") && f.Tight(n.end) {
		t.class, u = unit, inch
	}
	if t.class != unit {
		return j
	}
	ratio := m.Unit.smaller(u)
	sum := m.Value.Add(n.value.Mul(ratio))
	if !sum.Known() {
		return j
	}
	m.Value, m.Lo, m.Hi, m.Step = sum, sum, sum, ratio
	return n.end + 1
}

// rate reads "per hour", "a day", "/h", "per person" behind a unit or number.
func (f *finder) rate(m *Mention, k int) int {
	t := f.at(k)
	j := k + 1
	switch {
	case t.class == per:
	case f.Is(k, "/") && f.Tight(k):
	case t.class == article && m.Comparator != Vague && f.at(j).class == unit && units[f.at(j).value].dimension == Duration:
	default:
		return k
	}
	u := f.at(j)
	if u.class != unit {
		if f.KindAt(j) == text.Letters && (!f.lang.french || f.has(j, each)) {
			m.PerThing = true
			return j + 1
		}
		return k
	}
	p := Unit(u.value)
	j++
	if m.Kind == Measure {
		switch {
		case m.Unit == kilometre && p == hour:
			m.Unit = kmh
			return j
		case m.Unit == mile && p == hour:
			m.Unit = mph
			return j
		case m.Unit == metre && p == second:
			m.Unit = metreASecond
			return j
		}
	}
	m.Per = p
	return j
}

// code reports whether word k is a currency's code: USD, Rs.
func (f *finder) code(k int) bool {
	w := f.Words[k]
	return f.KindAt(k) == text.Letters && w.End-w.Start <= 3 && f.Src[w.Start] >= 'A' && f.Src[w.Start] <= 'Z' && (w.End-w.Start < 3 || f.Src[w.End-1] <= 'Z')
}
