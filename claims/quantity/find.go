package quantity

import (
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
	f := finder{src: src, words: words}
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
			if !f.lang.mayBegin(src[words[i].Start:words[i].End]) || !begins[f.at(i).class] {
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
	src   string
	words []text.Word
	lang  *language
	done  int // words before it belong to earlier mentions
	buf   [64]byte
}

// is reports whether word i is s.
func (f *finder) is(i int, s string) bool {
	return i >= 0 && i < len(f.words) && f.src[f.words[i].Start:f.words[i].End] == s
}

// tight reports whether word i follows the one before without white space.
func (f *finder) tight(i int) bool { return i > 0 && i < len(f.words) && !f.words[i].Space }

// hyphen reports whether word i is a hyphen or dash.
func (f *finder) hyphen(i int) bool {
	if i < 0 || i >= len(f.words) || f.words[i].Kind != text.Punct && f.words[i].Kind != text.Symbol {
		return false
	}
	switch f.src[f.words[i].Start:f.words[i].End] {
	case "-", "–", "‐", "‑", "−":
		return true
	}
	return false
}

func (f *finder) kind(i int) text.Kind {
	if i < 0 || i >= len(f.words) {
		return text.Other
	}
	return f.words[i].Kind
}

// mention reads the quantity that begins at word i. Without one, end is where
// to go on.
func (f *finder) mention(i int) (m Mention, end int, ok bool) {
	m = Mention{First: i, Core: i, Head: -1, Partner: -1}
	if t := f.at(i); f.kind(i) != text.Number {
		switch t.class {
		case rank:
			return f.ordinal(m, i, int64(t.value))
		case unit:
			if f.isRank(i) {
				return f.ordinal(m, i, 2)
			}
			return m, i + 1, false
		case twice:
			if t.value > 1 && (f.is(i, "double") || f.is(i, "triple") || f.is(i, "Double") || f.is(i, "Triple")) && f.at(i+1).class != deter && f.at(i+1).class != article {
				return m, i + 1, false // double standards
			}
			m.Kind, m.Lo, m.Hi, m.Value, m.Step = Multiple, Int(int64(t.value)), Int(int64(t.value)), Int(int64(t.value)), Int(1)
			m.CoreEnd, m.End = i+1, i+1
			if t.upper && !f.begins(i) {
				return m, i + 1, false // Avenged Sevenfold
			}
			f.compare(&m)
			return m, m.End, true
		}
	} else {
		if n, ok := f.ordinalFigure(i); ok {
			return f.ordinal(m, i, n)
		}
		if k := f.excluded(i); k > i {
			v, _, _ := f.lang.parseDigits(f.words[i].In(f.src))
			m, ok = f.identifier(m, i, i+1, v)
			return m, k, ok
		}
	}
	n, ok := f.number(i)
	if !ok {
		if t := f.at(i); t.class == part && f.kind(i) == text.Letters {
			return f.ordinal(m, i, int64(t.value))
		}
		return m, i + 1, false
	}
	if n.spelt && !n.ratio && !n.vague && f.at(n.first).class != article && f.namer(n.first, n.end) >= 0 { // chapter three
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
	if n.plain4 && (m.Kind == Count && f.yearLike(&m) || m.Unit.Dimension() == Money && m.First == n.first && f.code(n.end)) || !m.sound() {
		return m, end, false
	}
	m.End = end
	f.compare(&m)
	f.direct(&m)
	return m, m.End, true
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
		if w := end; f.hyphen(w) && f.is(w+1, "fold") {
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
	if t := f.at(k); t.class == unit && units[t.value].dimension == Money && m.Kind == Count && (f.kind(k) == text.Symbol || f.code(k)) {
		m.Kind, m.Unit = Measure, Unit(t.value)
		m.First = k
		if k-1 >= f.done && f.tight(k) && f.kind(k-1) == text.Letters {
			switch f.src[f.words[k-1].Start:f.words[k-1].End] {
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
	minusMark := f.hyphen(k) && (f.words[k].Space || f.is(k, "−") && f.kind(k-1) != text.Letters || f.is(k-1, "(")) && f.tight(k+1) && f.kind(k-1) != text.Number
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
	if f.hyphen(j) && f.tight(j) && f.tight(j+1) {
		j++
	}
	if f.lang.decimal == ',' && f.at(j).class == of { // deux millions d'euros
		if f.at(j+1).class == unit {
			j++
		}
	}
	t := f.at(j)
	if j == k && f.hyphen(j+1) && f.tight(j+1) && f.tight(j+2) && m.Value != Int(1) && f.at(m.Core-1).class != article {
		return k // two hour-long films
	}
	switch {
	case t.class == per && (f.is(j+1, "cent") || f.is(j+1, "100")):
		m.Unit, j = percent, j+2
	case f.lang.decimal == ',' && f.is(j, "pour") && (f.is(j+1, "cent") || f.is(j+1, "100")):
		m.Unit, j = percent, j+2
	case f.is(j, "percentage") && (f.is(j+1, "points") || f.is(j+1, "point")):
		m.Unit, j = points, j+2
	case f.is(j, "points") && f.is(j+1, "de") && f.is(j+2, "pourcentage"):
		m.Unit, j = points, j+3
	case f.is(j, "basis") && f.is(j+1, "points"):
		m.Unit, j = basisPoint, j+2
	case f.is(j, "square") || f.is(j, "sq") || f.is(j, "sq."):
		u := f.at(j + 1)
		if m.Unit = squared(Unit(u.value)); u.class != unit || m.Unit == one {
			m.Unit = one
			return k
		}
		j += 2
	case f.is(j, "cubic"):
		if u := f.at(j + 1); u.class != unit || Unit(u.value) != metre {
			return k
		}
		m.Unit, j = cubicMetre, j+2
	case f.is(j, "nautical"):
		m.Unit, j = nauticalMile, j+2
	case f.is(j, "degrees") || f.is(j, "degree") || f.is(j, "degrés") || t.class == unit && Unit(t.value) == degree:
		m.Unit, j = f.degrees(j + 1)
	case t.class == unit:
		e := f.plainUnit(m, j, Unit(t.value))
		if e == j {
			return k
		}
		j = e
	case f.kind(j) == text.Letters && f.tight(j) && f.words[j].End-f.words[j].Start == 1 && (f.is(j, "C") || f.is(j, "F")):
		m.Unit = celsius
		if f.is(j, "F") {
			m.Unit = fahrenheit
		}
		j++
	default:
		return k
	}
	if j > len(f.words) {
		m.Unit = one
		return k
	}
	m.Kind = Measure
	if m.Unit == percent && (f.is(j, "points") || f.is(j, "point")) {
		m.Unit = points
		j++
	}
	return f.compound(m, j)
}

// plainUnit applies the unit u of word j, and returns j if it is none there.
func (f *finder) plainUnit(m *Mention, j int, u Unit) int {
	w := f.words[j]
	s := w.In(f.src)
	switch {
	case f.kind(j) == text.Symbol && (s == "$" || s == "£" || s == "¥"): // a sign belongs to what follows
		if f.kind(j+1) == text.Number {
			return j
		}
	case len(s) == 1 && f.kind(j) == text.Letters && w.Space && (u == metre || u == gram || u == litre || u == second || u == watt || u == pence):
		if u != metre || s != "m" { // 5 m, but not 5 g
			return j
		}
	case u == usd && (s == "us" || s == "US"):
		return j
	case u == second && f.lang.decimal == '.' && s == "second" && m.Value != Int(1) && !f.hyphen(j-1):
		return j
	case u == krw: // won
		return j
	case u == inch && s == "in":
		return j
	}
	if s == "square" {
		return j
	}
	if u == poundOrGBP && m.Value.Cmp(Int(1000000)) >= 0 { // nobody weighs millions
		u = gbp
	}
	m.Unit = u
	j++
	if u == kilometre || u == mile || u == metre {
		if f.lang.decimal == ',' && (f.is(j, "carrés") || f.is(j, "carré")) {
			m.Unit = squared(u)
			return j + 1
		}
		if f.lang.decimal == ',' && (f.is(j, "cubes") || f.is(j, "cube")) && u == metre {
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
	switch {
	case f.is(j, "C") || f.is(j, "C.") || f.is(j, "Celsius") || f.is(j, "celsius") || f.is(j, "centigrade"):
		return celsius, j + 1
	case f.is(j, "F") || f.is(j, "F.") || f.is(j, "Fahrenheit") || f.is(j, "fahrenheit"):
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
	if f.is(n.end, "in") && f.tight(n.end) {
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
	case f.is(k, "/") && f.tight(k):
	case t.class == article && m.Comparator != Vague && f.at(j).class == unit && units[f.at(j).value].dimension == Duration:
	default:
		return k
	}
	u := f.at(j)
	if u.class != unit {
		if f.kind(j) == text.Letters && (f.lang.decimal == '.' || f.each(j)) {
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
	w := f.words[k]
	return f.kind(k) == text.Letters && w.End-w.Start <= 3 && f.src[w.Start] >= 'A' && f.src[w.Start] <= 'Z' && (w.End-w.Start < 3 || f.src[w.End-1] <= 'Z')
}

// each reports whether word j is what French counts by, since par is also "by".
func (f *finder) each(j int) bool {
	switch string(f.folded(j)) {
	case "personne", "habitant", "tete", "foyer", "menage", "enfant", "eleve", "femme", "salarie":
		return true
	}
	return false
}
