package quantity

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
		if t.value == 3 && f.lang.decimal == ',' || f.at(i+1).class == of && f.lang.decimal == '.' && i > 0 && f.at(i-1).class == article {
			return number{value: Num{1, int64(t.value)}, step: Num{1, 20}, first: i, end: i + 1, ratio: true, spelt: true}, f.at(i-1).class == article
		}
		return number{}, false
	case article:
		u := f.at(i + 1)
		switch u.class {
		case scale:
			n.value, n.step, n.end = Int(1), Int(1), i+1
			if u.value == 2 || u.value == dozenScale || u.value >= 3 {
				n = f.scaled(n)
				return n, n.end > i+1
			}
		case collective:
			if f.lang.decimal == ',' {
				return f.collectives(i+1, u, true)
			}
		case part:
			if f.at(i+2).class == of || f.lang.decimal == ',' {
				return number{value: Num{1, int64(u.value)}, step: Num{1, 20}, first: i, end: i + 2, ratio: true, spelt: true}, f.at(i+2).class == of
			}
		case halfWord:
			if m, ok := f.halves(i+1, u); ok && m.scaled {
				m.first = i
				return m, true
			}
		}
		return number{}, false
	}
	return f.compose(n, i)
}

// compose adds up number words: the tens and units, then hundreds and thousands.
func (f *finder) compose(n number, i int) (number, bool) {
	var total, current int64
	limit := int64(1) << 60 // the last scale word: the next must be smaller
	french := f.lang.decimal == ','
	k, count := i, 0
	for ; count < 24; count++ {
		t := f.at(k)
		joint := k
		if count > 0 {
			if f.hyphen(k) && f.tight(k) && f.tight(k+1) {
				k++
				t = f.at(k)
			} else if t.class == and && f.andJoins(current+total, f.at(k+1), french) {
				k++
				t = f.at(k)
			}
		}
		ok := false
		switch t.class {
		case digit:
			ok = fits(current, int64(t.value), count, french)
			if ok {
				if french && t.value == 20 && current%100 == 4 {
					current += 76
				} else {
					current += int64(t.value)
				}
			}
		case article: // trente et un
			ok = french && current%10 == 0 && current >= 20 && k > joint
			if ok {
				current++
			}
		case scale:
			ok, current, total, limit = f.addScale(t, k, count, current, total, limit)
		}
		if !ok {
			k = joint
			break
		}
		k++
		n.end = k
	}
	if n.end == i {
		return number{}, false
	}
	n.scaled = total > 0
	return f.composed(n, total+current, french), true
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
	if half := f.andHalf(n.end, french); half > 0 && n.scaled {
		p := pow10(int(f.at(n.end - 1).value))
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

// andHalf returns how many words of "et demi" or "and a half" stand at word k,
// after a scale of a million or more.
func (f *finder) andHalf(k int, french bool) int {
	if t := f.at(k - 1); t.class != scale || t.value < 6 || t.value == dozenScale || f.at(k).class != and {
		return 0
	}
	switch {
	case french && f.at(k+1).class == halfWord:
		return 2
	case !french && f.at(k+1).class == article && f.at(k+2).class == halfWord:
		return 3
	}
	return 0
}

// several reads "several hundred", "few thousand": from twice to ten times as
// many.
func (f *finder) several(i int) (number, bool) {
	t := f.at(i + 1)
	if t.class != scale || t.value == dozenScale || f.words[i+1].End-f.words[i+1].Start < 3 {
		return number{}, false
	}
	p := pow10(int(t.value))
	return number{value: p.Mul(Int(2)), hi: p.Mul(Int(10)), step: p, first: i, end: i + 2, vague: true, spelt: true, scaled: true}, true
}

// addScale multiplies what was read so far by hundred, thousand and so on.
func (f *finder) addScale(t token, k, count int, current, total, limit int64) (bool, int64, int64, int64) {
	w := f.words[k]
	if w.End-w.Start == 1 || t.value == dozenScale && current == 0 {
		return false, current, total, limit
	}
	if t.value == dozenScale {
		if current == 0 || current > 99 || total > 0 {
			return false, current, total, limit
		}
		return true, 0, current * 12, 1
	}
	p := powers[t.value]
	switch {
	case current == 0 && count > 0 || current == 0 && f.lang.decimal == '.':
		return false, current, total, limit
	case p == 100:
		if current > 99 {
			return false, current, total, limit
		}
		return true, max(current, 1) * 100, total, limit
	case p >= limit:
		return false, current, total, limit
	}
	v, ok := mulInt(max(current, 1), p)
	if !ok {
		return false, current, total, limit
	}
	s, ok := addInt(total, v)
	return ok, 0, s, p
}

// fits reports whether the number v below a hundred can follow what was read:
// five after twenty, twenty after two hundred.
func fits(current, v int64, count int, french bool) bool {
	switch {
	case count == 0:
		return true
	case french && v == 20 && current%100 == 4:
		return true
	case v == 0:
		return false
	case current%100 == 0:
		return true
	case v < 10:
		return current%10 == 0 && current%100 >= 20
	case french && v < 20:
		return current%100 == 60 || current%100 == 80 || current%100 == 10 && v == 7
	}
	return false
}

// andJoins reports whether "and" belongs to the number: "two hundred and five",
// "vingt et un".
func (f *finder) andJoins(v int64, next token, french bool) bool {
	if french {
		return v%10 == 0 && v%100 >= 20 && (next.class == article || next.class == digit && (next.value == 11))
	}
	return v >= 100 && v%100 == 0 && next.class == digit
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
	if f.hyphen(k) && f.tight(k) && f.tight(k+1) {
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
	if w := f.words[k]; singular == (f.src[w.End-1]|0x20 == 's') && !(t.value == 3 && f.lang.decimal == ',') {
		return n
	}
	n.value, n.step, n.ratio = reduce(n.value.N, int64(t.value)), Num{1, 20}, true
	n.end = k + 1
	n.tiny = false
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
	if f.hyphen(k) && f.tight(k) {
		k++
	}
	if f.at(k).class == article {
		k++
	}
	if u := f.at(k); u.class == scale && f.words[k].End-f.words[k].Start > 2 {
		p := Int(12)
		if u.value != dozenScale {
			p = pow10(int(u.value))
		}
		n.value, n.step, n.ratio, n.scaled, n.about = n.value.Mul(p), p.Mul(Num{1, 10}), false, true, true
		n.end = k + 1
		return n, n.value.Known()
	}
	if f.hyphen(i+1) || f.hyphen(i-1) && f.tight(i) || f.at(i-1).class == rank || f.at(i-1).class == unit || f.at(i-1).class == and || f.is(i+1, "past") {
		return number{}, false
	}
	if f.lang.decimal == ',' && f.is(i, "demi") {
		return number{}, false
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
	if f.lang.decimal == ',' && (f.src[f.words[i].End-1]|0x20) != 's' { // dizaine without une
		return number{}, false
	}
	for f.at(n.end).class == of {
		u := f.at(n.end + 1)
		p := int64(0)
		switch u.class {
		case collective:
			p = int64(u.value)
		case scale:
			if u.value != dozenScale && f.words[n.end+1].End-f.words[n.end+1].Start > 2 {
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
	if t.value == 10 && n.end == i+1 && f.lang.decimal == '.' { // tens, alone: of a score
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
