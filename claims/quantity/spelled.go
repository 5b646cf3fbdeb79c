package quantity

import "factcheck/claims/text"

// spelled reads a number in words from word i on: "two hundred and five", "one
// and a half million", "a dozen", "tens of thousands", "two thirds", "half".
func (f *finder) spelled(i int, t token) (number, bool) {
	n := number{first: i, end: i, spelt: true}
	switch t.class {
	case collective:
		return f.collectives(i, t, false)
	case halfWord:
		return f.halves(i, t)
	case part:
		if t.value == 3 && f.lang.french || f.at(i+1).class == of && !f.lang.french && i > 0 && f.at(i-1).class == article {
			return number{value: Num{1, int64(t.value)}, step: Num{1, 20}, first: i, end: i + 1, ratio: true, spelt: true}, f.at(i-1).class == article
		}
		return number{}, false
	case article:
		return f.fromArticle(i)
	}
	return f.compose(n, i)
}

// fromArticle reads what an article at word i begins: "a hundred and two", "a
// third of", "une vingtaine", "an hour and a half".
func (f *finder) fromArticle(i int) (number, bool) {
	n := number{first: i, end: i + 1, value: Int(1), step: Int(1), spelt: true}
	u := f.at(i + 1)
	switch u.class {
	case scale:
		if u.value == dozenScale {
			n = f.scaled(n)
			return n, n.end > i+1
		}
		return f.compose(n, i)
	case collective:
		if f.lang.french {
			return f.collectives(i+1, u, true)
		}
	case part:
		n.value, n.step, n.ratio, n.end = Num{1, int64(u.value)}, Num{1, 20}, true, i+2
		n, measured := f.partOf(n)
		return n, measured || f.at(i+2).class == of || f.at(i-1).marks&difference != 0 || f.compares(i) && !f.lang.french
	case halfWord:
		m, ok := f.halves(i+1, u)
		m.first = i
		return m, ok && !m.ratio
	case unit:
		return n, units[u.value].dimension == Duration && (f.halfBehind(i+2) > 0 || f.lasts(i))
	case none, person: // un fermier sur quatre
		if f.lang.french && f.KindAt(i+1) == text.Letters && f.at(i+2).marks&outOf != 0 {
			_, _, ok := f.ratioOf(n, i+2)
			return n, ok
		}
	}
	return number{}, false
}

// lasts reports whether the article at word i stands for one in a length of
// time: "lasted an hour", but not "a day later" or "5 euros an hour".
func (f *finder) lasts(i int) bool {
	before, u := f.at(i-1), Unit(f.at(i+1).value)
	long := f.lang.french && (before.class == of || before.class == to) && (u == year || u == month || u == week) // "à un an de prison"; twin: "à une heure"
	return (before.marks&lasting != 0 || long) && f.at(i+2).marks&deictic == 0 && !f.Hyphen(i+2)
}

// halfBehind returns how many words of "and a half" or "et demie" stand at word k.
func (f *finder) halfBehind(k int) int {
	j := f.skipHyphen(k)
	if f.at(j).class != and {
		return 0
	}
	j = f.skipHyphen(j + 1)
	if !f.lang.french {
		if f.at(j).class != article {
			return 0
		}
		j = f.skipHyphen(j + 1)
	}
	if f.at(j).class != halfWord || f.at(j+1).class == of && !f.lang.french {
		return 0
	}
	return j + 1 - k
}

// skipHyphen returns the word after a hyphen at word k that joins two words, else k.
func (f *finder) skipHyphen(k int) int {
	if f.Hyphen(k) && f.Tight(k) && f.Tight(k+1) {
		return k + 1
	}
	return k
}

// partOf applies the part n to what follows it: "a quarter of a million", "three
// quarters of an hour". It reports whether that made a number of it.
func (f *finder) partOf(n number) (number, bool) {
	k := n.end
	if f.at(k).class != of {
		return n, false
	}
	if k++; f.at(k).class == article {
		k++
	} else if !f.lang.french {
		return n, false
	}
	switch t := f.at(k); {
	case t.class == scale && t.value >= 6 && t.value != dozenScale:
		p := pow10(int(t.value))
		n.value, n.step, n.end, n.scaled = n.value.Mul(p), n.value.Mul(p).Mul(Num{1, 10}), k+1, true
	case (t.class == unit || t.marks&percentage != 0) && (k > n.end+1 || f.lang.french):
		n.end = k
	default:
		return n, false
	}
	n.ratio = false
	return n, n.value.Known()
}

// A sum is a number in words as far as it is read.
type sum struct {
	total, current int64 // thousands and more; what is below them
	limit          int64 // the last scale word: the next must be smaller
	french         bool
}

// compose adds up number words: the tens and units, then hundreds and thousands.
// An article at word i is one.
func (f *finder) compose(n number, i int) (number, bool) {
	v := sum{limit: 1 << 60, french: f.lang.french}
	n.end = i
	for k, count := i, 0; count < 24; count++ {
		if count > 0 {
			k = f.joint(k, &v)
		}
		t, ok := f.at(k), false
		switch t.class {
		case digit:
			ok = v.add(int64(t.value), count)
		case article: // trente et un, a hundred
			if ok = count == 0 || v.french && v.takesOne(k > n.end); ok {
				v.current++
			}
		case scale:
			ok = f.scale(&v, t, k, count)
		}
		if !ok {
			break
		}
		k++
		n.end = k
	}
	if n.end == i {
		return number{}, false
	}
	n.scaled = v.total > 0
	return f.composed(n, v.total+v.current, v.french), true
}

// joint skips the hyphens and "and" that may join word k to the number before it.
func (f *finder) joint(k int, v *sum) int {
	j := f.skipHyphen(k)
	if f.at(j).class != and {
		return j
	}
	next := f.skipHyphen(j + 1)
	if after := f.at(next + 1); after.class == scale && after.value != dozenScale && (v.current >= 100 && after.value == 2 || powers[after.value] >= v.limit) {
		return k // between a hundred and two hundred
	}
	if v.joins(f.at(next)) {
		return next
	}
	return k
}

// takesOne reports whether « un » can follow: trente et un, cent un, mille et une.
func (v *sum) takesOne(joined bool) bool {
	switch below := v.current % 100; {
	case below != 0:
		return joined && below >= 20 && below%10 == 0
	default:
		return v.current >= 100 || joined && v.total > 0
	}
}

// joins reports whether "and" belongs to the number: "two hundred and five",
// "vingt et un".
func (v *sum) joins(next token) bool {
	if v.french {
		if v.total == 1000 && v.current == 0 { // mille et une
			return next.class == article
		}
		return v.current%10 == 0 && v.current%100 >= 20 && (next.class == article || next.class == digit && next.value == 11)
	}
	all := v.current + v.total
	return all >= 100 && all%100 == 0 && next.class == digit
}

// add adds a number below a hundred where it can follow: five after twenty,
// twenty after two hundred, dix-sept, quatre-vingt.
func (v *sum) add(n int64, count int) bool {
	below := v.current % 100
	switch {
	case v.french && n == 20 && below == 4:
		v.current += 76
		return true
	case count == 0, n > 0 && below == 0:
	case n == 0:
		return false
	case n < 10 && below%10 == 0 && below >= 20:
	case v.french && n < 20 && (n >= 10 && (below == 60 || below == 80) || n >= 7 && n < 10 && below == 10):
	default:
		return false
	}
	v.current += n
	return true
}

// composed gives n the value v, with the step that its zeros imply, and reads
// what may still follow: "et demi", "douzaines", "million", "thirds".
func (f *finder) composed(n number, v int64, french bool) number {
	n.value, n.step = Int(v), Int(1)
	n.tiny = v == 1 && n.end == n.first+1
	for zeros, m := int64(1), v; m >= 100 && m%10 == 0; m /= 10 {
		zeros *= 10
		n.step = Int(zeros)
		if m/10 < 100 && m/10 >= 10 && v < 1000000 {
			break
		}
	}
	n.step = smaller(n.step, n.value.Mul(Num{1, 5}))
	if v < 100 {
		n.step = Int(1)
	}
	if t := f.at(n.end - 1); n.scaled && t.class == scale && t.value >= 6 && t.value != dozenScale && f.halfBehind(n.end) > 0 {
		half := f.halfBehind(n.end)
		p := pow10(int(t.value))
		n.value, n.step = n.value.Add(p.Mul(Num{1, 2})), p.Mul(Num{1, 2})
		n.end += half
	} else if t := f.at(n.end); french && t.class == collective && v < 1000 { // deux douzaines
		n.value, n.step = n.value.Mul(Int(int64(t.value))), Int(int64(t.value))
		n.end++
		n.about, n.scaled = true, true
		return n
	}
	if n.end == n.first+1 || !n.scaled {
		n = f.scaledHalf(n)
	}
	return f.denominated(n)
}

// several reads "several hundred", "few thousand": from twice to ten times as
// many.
func (f *finder) several(i int) (number, bool) {
	t := f.at(i + 1)
	if t.class != scale || t.value == dozenScale || f.Words[i+1].End-f.Words[i+1].Start < 3 {
		return number{}, false
	}
	p := pow10(int(t.value))
	return number{value: p.Mul(Int(2)), hi: p.Mul(Int(10)), step: p, first: i, end: i + 2, vague: true, spelt: true, scaled: true}, true
}

// scale multiplies what was read so far by hundred, thousand and so on, and
// reports whether the scale t of word k can stand there.
func (f *finder) scale(v *sum, t token, k, count int) bool {
	if w := f.Words[k]; w.End-w.Start == 1 {
		return false
	}
	if t.value == dozenScale {
		if v.current == 0 || v.current > 99 || v.total > 0 {
			return false
		}
		v.total, v.current, v.limit = v.current*12, 0, 1
		return true
	}
	p := powers[t.value]
	switch {
	case v.current == 0 && (count > 0 || !v.french && !f.goesOn(k+1)):
		return false
	case p == 100:
		if v.current > 99 {
			return false
		}
		v.current = max(v.current, 1) * 100
		return true
	case p >= v.limit:
		return false
	}
	part, ok := mulInt(max(v.current, 1), p)
	if !ok {
		return false
	}
	v.total, ok = addInt(v.total, part)
	v.current, v.limit = 0, p
	return ok
}

// goesOn reports whether a number goes on at word k after a scale without its
// article: "hundred and twenty".
func (f *finder) goesOn(k int) bool {
	if f.at(k).class == and {
		k++
	}
	return f.at(k).class == digit && f.at(k).value > 0
}

// scaledHalf adds "and a half" and the scale after it.
func (f *finder) scaledHalf(n number) number {
	scaled := n.scaled
	m := f.scaled(n)
	m.scaled = m.scaled || scaled
	return m
}

// denominated turns "two thirds" and "three-quarters" into fractions.
func (f *finder) denominated(n number) number {
	k := n.end
	if f.Hyphen(k) && f.Tight(k) && f.Tight(k+1) {
		k++
	}
	t := f.at(k)
	if t.class == rank && t.value == 4 || t.class == halfWord && t.value == 2 {
		t.class = part
	}
	if t.class != part || n.scaled || n.value.D != 1 || n.value.N >= int64(t.value) || n.value.N < 1 {
		return n
	}
	singular := n.value.N == 1
	if w := f.Words[k]; singular == (f.Src[w.End-1]|0x20 == 's') && !(t.value == 3 && f.lang.french) {
		return n
	}
	n.value, n.step, n.ratio = reduce(n.value.N, int64(t.value)), Num{1, 20}, true
	n.end = k + 1
	n.tiny = false
	n, _ = f.partOf(n)
	return n
}

// halves reads "half", "half a million", "half a dozen", "½", "la moitié".
func (f *finder) halves(i int, t token) (number, bool) {
	n := number{value: Num{1, 2}, step: Num{1, 20}, first: i, end: i + 1, ratio: true, spelt: true}
	if t.value == -1 {
		n.value = f.vulgar(i)
		return n, n.value.Known()
	}
	k := i + 1
	if f.Hyphen(k) && f.Tight(k) {
		k++
	}
	if f.at(k).class == article {
		k++
	}
	u := f.at(k)
	if k > i+1 && u.class == collective && u.value < 1000 && f.lang.french { // une demi-douzaine
		n.value, n.step, n.ratio, n.about, n.scaled = n.value.Mul(Int(int64(u.value))), Int(1), false, true, true
		n.end = k + 1
		return n, n.value.Known()
	}
	if k > i+1 && (u.class == unit || u.marks&percentage != 0) { // half an hour, une demi-heure
		n.ratio, n.end = false, k
		return n, true
	}
	if u.class == scale && f.Words[k].End-f.Words[k].Start > 2 {
		p := Int(12)
		if u.value != dozenScale {
			p = pow10(int(u.value))
		}
		n.value, n.step, n.ratio, n.scaled, n.about = n.value.Mul(p), p.Mul(Num{1, 10}), false, true, true
		n.end = k + 1
		return n, n.value.Known()
	}
	if f.Hyphen(i+1) || f.Hyphen(i-1) && f.Tight(i) || f.at(i-1).class == rank || f.at(i-1).class == unit || f.at(i-1).class == and || f.has(i+1, past) {
		return number{}, false
	}
	if f.lang.french {
		if f.at(i-1).class == deter && i-1 >= f.done { // plus de la moitié
			n.first = i - 1
		}
		return n, t.marks&adjective == 0
	}
	return n, true
}

// collectives reads "dozens", "tens of thousands", "une vingtaine", "deux
// centaines", "plusieurs milliers". A French singular is about its number.
func (f *finder) collectives(i int, t token, singular bool) (number, bool) {
	n := number{value: Int(int64(t.value)), first: i, end: i + 1, spelt: true}
	if singular {
		n.first = i - 1
		n.about = true
		n.step = smaller(Int(10), n.value.Mul(Num{1, 5}))
		return n, true
	}
	if f.lang.french && (f.Src[f.Words[i].End-1]|0x20) != 's' { // dizaine without une
		return number{}, false
	}
	for f.at(n.end).class == of {
		u := f.at(n.end + 1)
		p := int64(0)
		switch u.class {
		case collective:
			p = int64(u.value)
		case scale:
			if u.value != dozenScale && f.Words[n.end+1].End-f.Words[n.end+1].Start > 2 {
				p = powers[u.value]
			}
		}
		if p < 100 {
			break
		}
		n.value = n.value.Mul(Int(p))
		if n.end += 2; !n.value.Known() || n.end-i > 6 {
			return number{}, false
		}
	}
	if t.value == 10 && n.end == i+1 && !f.lang.french { // tens, alone: of a score
		return number{}, false
	}
	n.vague = true
	n.step = n.value
	n.hi = n.value.Mul(Int(20))
	if t.value >= 1000 { // thousands, millions: with no upper end in sight
		n.hi = n.value.Mul(Int(1000))
	}
	return n, true
}
