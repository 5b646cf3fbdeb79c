package quantity

import (
	"strings"

	"factcheck/claims/text"
)

// ordinalFigure reads "3rd", "2e".
func (f *finder) ordinalFigure(i int) (int64, bool) {
	s := f.Words[i].In(f.Src)
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n > 4 {
		return 0, false
	}
	switch s[n:] {
	case "st", "nd", "rd", "th", "er", "e", "ère", "ème":
		v, _, ok := f.lang.parseDigits(s[:n])
		return v.N, ok && v.N > 0
	}
	return 0, false
}

// isRank reports whether word i is "second" in the sense of 2nd.
func (f *finder) isRank(i int) bool {
	if !f.has(i, ranks) || f.KindAt(i-1) == text.Number || i == 0 {
		return false
	}
	switch f.at(i - 1).class {
	case deter, article:
		k := i + 1
		if f.Hyphen(k) && f.Tight(k) {
			k++
		}
		c := f.at(k).class
		return f.KindAt(k) == text.Letters && (c == none || c == person || c == unit || c == designator || c == match)
	}
	return f.superlative(i+1) || f.Hyphen(i+1) && f.superlative(i+2)
}

// ordinal makes a rank of word i, unless it is a date's or begins a sentence
// ("First, ...").
func (f *finder) ordinal(m Mention, i int, n int64) (Mention, int, bool) {
	k := i + 1
	if f.Hyphen(k) && f.Tight(k) && f.Tight(k+1) {
		k++
	}
	t := f.at(k)
	if f.isMonth(k) || f.isMonth(i-1) || t.class == of && f.isMonth(k+1) || f.at(i-1).class == deter && f.isMonth(i-2) {
		return m, i + 1, false
	}
	if (t.class == and || t.class == to || t.class == or) && f.has(k+2, stretch) {
		return m, k + 2, false
	}
	if t.class == unit && (Unit(t.value) == century || Unit(t.value) == decade) || t.class == part && t.value == 4 || t.class == halfWord || t.marks&stretch != 0 {
		return m, k + 1, false
	}
	if f.KindAt(k) != text.Letters || t.class == stop && k == i+1 {
		if f.KindAt(i) != text.Number {
			return m, i + 1, false
		}
	}
	if before := f.at(i - 1).class; n == 1 && f.KindAt(i) != text.Number && before != deter && before != article && !f.superlative(k) {
		return m, i + 1, false
	}
	if t.class == digit && n <= 2 { // the first six months
		return m, i + 1, false
	}
	m.Kind, m.Value, m.Lo, m.Hi, m.Step = Ordinal, Int(n), Int(n), Int(n), Int(1)
	m.CoreEnd, m.End = i+1, i+1
	m.Head = f.head(k)
	return m, m.End, true
}

// superlative reports whether word i is one: largest.
func (f *finder) superlative(i int) bool {
	return f.KindAt(i) == text.Letters && !f.lang.french && strings.HasSuffix(f.Words[i].In(f.Src), "est") && len(f.Words[i].In(f.Src)) > 5
}

// score reads "3-1" where it is no range.
func (f *finder) score(m *Mention, n number) (int, bool) {
	if n.spelt || n.end != n.first+1 || !f.Hyphen(n.end) || !f.Tight(n.end) || !f.Tight(n.end+1) || f.KindAt(n.end+1) != text.Number {
		return 0, false
	}
	b, ok := f.figures(n.end + 1)
	if !ok || b.scaled || b.ratio || b.value.D != 1 || n.value.D != 1 || n.value.N > 300 || b.value.N > 300 || n.value.N < 0 {
		return 0, false
	}
	next := f.at(b.end)
	if next.class == unit || next.class == scale || next.class == per && f.at(b.end+1).class == unit || f.money(n.first-1) {
		return 0, false
	}
	if n.value.Cmp(b.value) < 0 {
		if f.plural(b.end) && !f.matchNear(n.first, b.end) || next.class == person || f.Hyphen(b.end) && f.Tight(b.end) {
			return 0, false
		}
		if !f.matchNear(n.first, b.end) {
			return 0, false
		}
	}
	m.Kind, m.Hi, m.Step = Score, b.value, Int(1)
	m.CoreEnd = b.end
	return b.end, true
}

// matchNear reports whether a word of matches and votes stands within six words.
func (f *finder) matchNear(first, end int) bool {
	for d := 1; d <= 6; d++ {
		if f.at(first-d).class == match || f.at(end+d-1).class == match {
			return true
		}
	}
	return false
}

// age reads "aged 42", "42-year-old", "42 years old", "Doe, 42,", "âgé de 42
// ans".
func (f *finder) age(m *Mention, n number) (int, bool) {
	if n.ratio || n.vague || n.value.N <= 0 || n.value.Cmp(Int(150)) > 0 {
		return 0, false
	}
	u, end := year, n.end
	k := n.end
	if f.Hyphen(k) && f.Tight(k) {
		k++
	}
	if t := f.at(k); t.class == unit && units[t.value].dimension == Duration {
		o := k + 1
		if f.Hyphen(o) && f.Tight(o) {
			o++
		}
		if f.has(o, olds) || f.at(o).class == of && f.has(o+1, ages) {
			m.Kind, m.Unit = Age, Unit(t.value)
			if f.at(o).class == of {
				o++
			}
			return o + 1, true
		}
		u, end = Unit(t.value), k+1
	}
	before := f.at(n.first - 1)
	if before.class == of && (f.lang.french || f.has(n.first-2, ages)) {
		before = f.at(n.first - 2)
	}
	switch {
	case before.class == aged && (!f.lang.french || end > n.end):
	case f.Is(n.first-1, ",") && f.Is(end, ",") && f.KindAt(n.first-2) == text.Letters && (f.at(n.first-2).upper && f.at(n.first-2).class == none || f.has(n.first-2, someone)) &&
		n.value.D == 1 && !n.spelt && n.value.N < 116 && (!f.lang.french && end == n.end || u == year && end > n.end):
	default:
		return 0, false
	}
	m.Kind, m.Unit = Age, u
	if e, ok := f.rangeTo(m, n); ok && e.end > end {
		m.CoreEnd = e.end
		end = e.end
	}
	return end, true
}

// rangeTo reads the other end of "3-5", "three to five", "between 3 and 5", "two
// or three".
func (f *finder) rangeTo(m *Mention, n number) (number, bool) {
	if n.vague || n.ratio && !f.has(n.first-1, between) {
		return number{}, false
	}
	k := n.end
	if t := f.at(k); t.class == unit { // 5 % to 10 %, 5 km to 10 km, 5°C to 10°C
		if k++; f.has(k, inCelsius|inFahrenheit) && f.at(k).upper {
			k++
		}
	}
	t := f.at(k)
	if t.class == to && f.steps(n, k) {
		return number{}, false
	}
	switch {
	case f.Hyphen(k):
		if f.Words[k].Space != (k+1 < len(f.Words) && f.Words[k+1].Space) {
			return number{}, false
		}
	case t.class == to:
	case t.class == and && (f.has(n.first-1, between) || f.money(n.first-1) && f.has(n.first-2, between)):
	case t.class == or:
	default:
		return number{}, false
	}
	j := k + 1
	if f.money(j) && f.KindAt(j) == text.Symbol {
		j++
	}
	if f.KindAt(j) == text.Number && f.excludedEnd(j) {
		return number{}, false
	}
	b, ok := f.number(j)
	if !ok || b.vague || b.ratio != n.ratio || !b.value.Known() {
		return number{}, false
	}
	if f.dated(b) {
		return number{}, false
	}
	if u, v := f.at(n.end), f.at(b.end); u.class == unit && v.class == unit && Unit(u.value).Dimension() != Unit(v.value).Dimension() {
		return number{}, false // « 0,7 % à 9 888 dollars »
	}
	lo := n
	if b.scaled && !n.scaled && lo.value.Cmp(b.value) < 0 && !n.ratio { // 3 to 5 million
		if p := f.scaleOf(j, b); p.Known() && lo.value.Cmp(Int(1000)) < 0 && lo.value.Mul(p).Cmp(b.value) < 0 {
			lo.value, lo.step = lo.value.Mul(p), lo.step.Mul(p)
		}
	}
	if !lo.value.Known() || lo.value.Cmp(b.value) >= 0 {
		return number{}, false
	}
	if t.class == or && (b.value.Sub(lo.value).Cmp(Int(2)) > 0 || b.value.D != 1) {
		return number{}, false
	}
	m.Value, m.Lo, m.Hi, m.Step = lo.value, lo.value, b.value, smaller(lo.step, b.step)
	m.Comparator = Between
	return b, true
}

// steps reports whether "to" at word k behind n leads to a new level and not to the other end of a
// range: "from 5 to 10", "rose $3 to $40", « passé de 5 à 10 ».
func (f *finder) steps(n number, k int) bool {
	p := n.first - 1
	money := f.money(p)
	if money {
		p--
	}
	switch t := f.at(p); {
	case t.marks&origin != 0, f.lang.french && t.class == of:
		return f.moved(p) && f.at(p-1).marks&spread == 0
	default:
		return t.marks&moves != 0 && (money || k > n.end)
	}
}

// lend gives m, the "from 5" of "from 5 to 10 %", the unit of its partner.
func (f *finder) lend(m *Mention, n number) {
	if m.Kind != Count || m.Comparator == Between || f.at(n.end).class != to {
		return
	}
	b, ok := f.number(n.end + 1)
	if !ok || b.vague || b.ratio {
		return
	}
	other := Mention{Value: b.value, Lo: b.value, Hi: b.value, Comparator: Between}
	if f.unit(&other, b.end); other.Kind == Measure && other.Unit.Dimension() != Money {
		m.Kind, m.Unit = Measure, other.Unit
	}
}

// excludedEnd reports whether the number at word j, the end of a range, has
// letters or marks of its own.
func (f *finder) excludedEnd(j int) bool {
	w := f.Words[j].In(f.Src)
	c := w[len(w)-1]
	return c < '0' || c > '9' || strings.Contains(w, ":")
}

// scaleOf returns the factor that the words behind the figures of b apply.
func (f *finder) scaleOf(j int, b number) Num {
	if f.KindAt(j) != text.Number {
		if t := f.at(b.end - 1); t.class == scale && t.value != dozenScale {
			return pow10(int(t.value))
		}
		return Num{}
	}
	v, _, ok := f.lang.parseDigits(f.Words[j].In(f.Src))
	if !ok || v.N <= 0 {
		return Num{}
	}
	return b.value.Mul(Num{v.D, v.N})
}

// ratioOf reads "in five", "out of 10" behind n and returns the denominator.
func (f *finder) ratioOf(n number, k int) (Num, int, bool) {
	if n.ratio || n.scaled || n.value.D != 1 || n.value.N < 1 || n.value.N > 99 {
		return Num{}, 0, false
	}
	switch {
	case !f.lang.french && f.has(k, outOf) && f.at(k+1).class == of:
		k++
	case f.has(k, amid):
	default:
		return Num{}, 0, false
	}
	if k++; f.at(k).marks&every != 0 {
		k++
	}
	if f.KindAt(k) == text.Number && f.excludedEnd(k) {
		return Num{}, 0, false
	}
	b, ok := f.number(k)
	if !ok || b.ratio || b.plain4 || b.value.D != 1 || b.value.N <= n.value.N || b.value.N > 1000 || f.dated(b) {
		return Num{}, 0, false
	}
	if t := f.at(b.end); t.class == unit {
		return Num{}, 0, false
	}
	return b.value, b.end, true
}

// outOf makes a fraction of "one in five" and "7 out of 10".
func (f *finder) outOf(m *Mention, n number, k int) (int, bool) {
	if m.Comparator == Between {
		return 0, false
	}
	noun := -1
	if f.lang.french && f.KindAt(k) == text.Letters && f.at(k+1).marks&outOf != 0 { // deux fermiers sur cinq
		noun, k = k, k+1
	}
	d, end, ok := f.ratioOf(n, k)
	if !ok {
		return 0, false
	}
	v := n.value.Mul(Num{1, d.N})
	m.Kind, m.Unit, m.Value, m.Lo, m.Hi, m.Step = Fraction, fraction, v, v, v, Num{1, 100}
	m.CoreEnd = end
	if m.Head = noun; noun < 0 {
		m.Head = f.head(end)
	}
	return end, true
}

// head guesses the noun that is counted from word k on: English reads on to the
// first plural or the end of the noun phrase, French takes the first noun.
func (f *finder) head(k int) int {
	for range 2 {
		if c := f.at(k).class; c == of || c == deter {
			k++
		}
	}
	if (f.at(k).class == digit || f.KindAt(k) == text.Number) && k > 0 && f.at(k-1).class == deter { // seven of the nine men
		k++
	}
	candidate := -1
	for j := k; j < k+6 && f.KindAt(j) != text.Other || f.Hyphen(j); j++ {
		if f.Hyphen(j) && f.Tight(j) && j > k {
			continue
		}
		if f.KindAt(j) != text.Letters {
			break
		}
		t := f.at(j)
		switch t.class {
		case none, person, designator, match, old, adverb, monthName, unit, part, rank, halfWord, scale:
		case victim:
			if candidate < 0 {
				return j
			}
			return candidate
		default:
			return candidate
		}
		if f.lang.french && t.class != adverb && t.class != rank {
			return j
		}
		candidate = j
		if f.plural(j) {
			return j
		}
	}
	return candidate
}
