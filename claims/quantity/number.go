package quantity

import (
	"strings"

	"factcheck/claims/text"
)

// A number is what digits or number words come to.
type number struct {
	value  Num
	step   Num  // what the last digit stands for
	hi     Num  // the upper end of a vague one
	first  int  // its words: first up to
	end    int  // end
	ratio  bool // half, two thirds
	about  bool // a dozen, une vingtaine
	vague  bool // dozens
	spelt  bool // in words
	scaled bool // with a word such as million
	plain4 bool // four digits and nothing else, which may be a year
	tiny   bool // "one", "a": may be no number
}

var powers = [19]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// parseDigits reads "15,000", "3.5", "1 200", "3,5" and returns the value and the
// power of ten of the last digit that counts. Whatever is ambiguous, has leading
// zeros or more than eighteen digits is no number.
func (l *language) parseDigits(s string) (v Num, place int, ok bool) {
	var n int64
	digits, decimals, group := 0, -1, -1
	var mark string
	for i := 0; i < len(s); {
		c := s[i]
		if c >= '0' && c <= '9' {
			n = n*10 + int64(c-'0')
			if digits++; digits > 18 {
				return Num{}, 0, false
			}
			if decimals >= 0 {
				decimals++
			}
			if group >= 0 {
				group++
			}
			i++
			continue
		}
		sep := s[i : i+1]
		switch {
		case c == ',' || c == '.' || c == '\'':
		case strings.HasPrefix(s[i:], "\u00A0"), strings.HasPrefix(s[i:], "\u202F"), strings.HasPrefix(s[i:], "\u2009"):
			sep = " "
			if s[i] == 0xC2 {
				i++
			} else {
				i += 2
			}
		default:
			return Num{}, 0, false
		}
		i++
		rest := s[i:]
		if mark == "" && isDecimal(l.decimal, sep, rest, digits) {
			decimals, mark = 0, "."
			if group >= 0 && group != 3 {
				return Num{}, 0, false
			}
			group = -1
			continue
		}
		if mark == "." || group >= 0 && (group != 3 || sep != mark && mark != "") && !isDecimal(l.decimal, sep, rest, digits) {
			return Num{}, 0, false
		}
		if group >= 0 && group == 3 && (sep == "," || sep == ".") && sep != mark { // 1.234,5
			decimals, mark, group = 0, ".", -1
			continue
		}
		if digits > 3 && group < 0 || sep == "." && l.decimal == '.' {
			return Num{}, 0, false
		}
		mark, group = sep, 0
	}
	if digits == 0 || group >= 0 && group != 3 || decimals == 0 {
		return Num{}, 0, false
	}
	if s[0] == '0' && len(s) > 1 && s[1] >= '0' && s[1] <= '9' {
		return Num{}, 0, false
	}
	if decimals > 0 {
		return reduce(n, powers[decimals]), -decimals, true
	}
	if l.decimal == ',' && mark == "." && n%10 != 0 && digits <= 6 {
		return Num{}, 0, false // 3.746: a group of thousands or decimals? Twin: 1.150
	}
	zeros := 0
	for m := n; m != 0 && m%10 == 0; m /= 10 {
		zeros++
	}
	return Int(n), min(zeros, max(0, digits-2)), true
}

// isDecimal reports whether the mark sep begins the decimals rest, after so many
// digits. A group of three after one to three digits is a group of thousands if
// the language writes it so.
func isDecimal(decimal byte, sep, rest string, digits int) bool {
	if sep != "." && sep != "," {
		return false
	}
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	if n != len(rest) {
		return false
	}
	return sep[0] == decimal || (n != 3 || digits > 3) && decimal == ',' && sep == "."
}

// pow10 returns 10 to the power of k, which may be negative.
func pow10(k int) Num {
	switch {
	case k >= 0 && k < len(powers):
		return Int(powers[k])
	case k < 0 && -k < len(powers):
		return Num{1, powers[-k]}
	}
	return Num{}
}

// number reads the number that begins at word i.
func (f *finder) number(i int) (number, bool) {
	if i < 0 || i >= len(f.Words) {
		return number{}, false
	}
	if f.Words[i].Kind == text.Number {
		return f.figures(i)
	}
	t := f.at(i)
	switch t.class {
	case digit, scale, article, collective, halfWord, part:
		return f.spelled(i, t)
	case severally:
		return f.several(i)
	}
	return number{}, false
}

// figures reads a number that begins with digits.
func (f *finder) figures(i int) (number, bool) {
	s := f.Src[f.Words[i].Start:f.Words[i].End]
	n := number{first: i, end: i + 1}
	if num, den, ok := strings.Cut(s, "/"); ok {
		return n.slash(f, num, den)
	}
	joined := i + 1
	for f.groups(joined, i) {
		joined++
	}
	var v Num
	var place int
	var ok bool
	if joined > i+1 {
		var b [32]byte
		d := b[:0]
		for k := i; k < joined; k++ {
			if len(d) > 20 {
				return number{}, false
			}
			d = append(d, f.Src[f.Words[k].Start:f.Words[k].End]...)
		}
		n.end = joined
		v, place, ok = f.lang.parseDigits(string(d))
	} else {
		v, place, ok = f.lang.parseDigits(s)
	}
	if !ok {
		return number{}, false
	}
	n.plain4 = len(s) == 4 && n.end == i+1 && v.D == 1 && v.N >= 1000 && v.N < 2200
	n.value, n.step = v, pow10(place)
	if t := f.at(n.end); t.class == halfWord && t.value == -1 && v.D == 1 { // 2½
		if h := f.vulgar(n.end); h.Known() {
			n.value, n.step = v.Add(h), Num{1, 10}
			n.end++
		}
	} else if num, den, ok := f.slashAt(n.end); ok && v.D == 1 && v.N < 100 && f.Words[n.end].Space { // 1 1/2
		n.value, n.step = v.Add(reduce(num, den)), Num{1, 10}
		n.end++
	}
	return f.scaled(n), n.value.Known()
}

// groups reports whether word k is a group of three digits that continues the
// number of word i after a space, as "15 000". In English "101 500-metre runners"
// and "May 12 300 people" are two numbers.
func (f *finder) groups(k, i int) bool {
	if k >= len(f.Words) || f.Words[k].Kind != text.Number || k-i > 5 {
		return false
	}
	w, before := f.Words[k], f.Words[k-1]
	if !f.lang.french && (f.Hyphen(k+1) && f.Tight(k+1) || f.isMonth(i-1) || f.at(i-1).class == aged || f.Src[f.Words[i].Start] == '0') {
		return false
	}
	if w.Start-before.End != 1 || w.End-w.Start < 3 || before.End-before.Start > 3 {
		return false
	}
	if k > i+1 && before.End-before.Start != 3 || w.End-w.Start > 3 && (f.Src[w.Start+3] >= '0' && f.Src[w.Start+3] <= '9' || w.End-w.Start > 6) {
		return false
	}
	for _, c := range []byte(f.Src[before.Start:before.End]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	for c := w.Start; c < w.Start+3; c++ {
		if f.Src[c] < '0' || f.Src[c] > '9' {
			return false
		}
	}
	return true
}

// slash reads "2/3" as a fraction where it can hardly be a date, a name or, in
// tenths, a rating.
func (n number) slash(f *finder, num, den string) (number, bool) {
	a, b, ok := smallFraction(num, den)
	if !ok {
		return number{}, false
	}
	n.value, n.step, n.ratio = reduce(a, b), Num{1, 20}, true
	return n, true
}

func (f *finder) slashAt(i int) (num, den int64, ok bool) {
	if i >= len(f.Words) || f.Words[i].Kind != text.Number {
		return 0, 0, false
	}
	a, b, cut := strings.Cut(f.Words[i].In(f.Src), "/")
	if !cut {
		return 0, 0, false
	}
	return smallFraction(a, b)
}

func smallFraction(num, den string) (a, b int64, ok bool) {
	if len(num) != 1 || len(den) > 2 || den == "" || num[0] < '1' || num[0] > '9' {
		return 0, 0, false
	}
	a = int64(num[0] - '0')
	switch den {
	case "2", "3", "4", "5", "6", "8":
		b = int64(den[0] - '0')
	case "16":
		b = 16
	default:
		return 0, 0, false
	}
	return a, b, a < b
}

// vulgar returns the fraction that word i is: ½.
func (f *finder) vulgar(i int) Num {
	switch f.Words[i].In(f.Src) {
	case "½":
		return Num{1, 2}
	case "⅓":
		return Num{1, 3}
	case "⅔":
		return Num{2, 3}
	case "¼":
		return Num{1, 4}
	case "¾":
		return Num{3, 4}
	case "⅕":
		return Num{1, 5}
	case "⅛":
		return Num{1, 8}
	}
	return Num{}
}

// scaled multiplies n by the words behind it: "1.2 million", "three hundred
// thousand", "15k", "$3m", "one and a half million".
func (f *finder) scaled(n number) number {
	for range 3 {
		k := n.end
		if f.Hyphen(k) {
			k++
		}
		t := f.at(k)
		if h := f.halfBehind(n.end); h > 0 && !f.lang.french && n.value.D == 1 && n.value.N < 1000 {
			n.value, n.step = n.value.Add(Num{1, 2}), Num{1, 2}
			n.end += h
			continue
		}
		if t.class != scale || k > n.end && !(f.Tight(k) && f.Tight(n.end)) {
			if !(t.class == unit && (f.money(n.first-1) || f.counted(k+1)) && f.single(k, 'm') && !n.scaled) {
				return n
			}
			t = token{class: scale, value: 6}
		}
		if w := f.Words[k]; w.End-w.Start == 1 && w.Space {
			return n // a lone letter: 15 k
		}
		p := Int(12)
		if t.value != dozenScale {
			p = pow10(int(t.value))
		} else {
			n.about = n.spelt && n.value.N == 1
		}
		if t.value < 3 && (n.scaled || n.value.Cmp(Int(100)) >= 0) {
			return n
		}
		n.step = smaller(n.step.Mul(p), n.value.Mul(p).Mul(Num{1, 5}))
		if t.value == 2 || t.value == dozenScale {
			n.step = smaller(n.step, Int(10))
		}
		n.value = n.value.Mul(p)
		n.end, n.scaled = k+1, true
		if !n.value.Known() {
			return n
		}
		if t.value >= 6 && t.value != dozenScale && f.at(n.end).class == and && f.at(n.end+1).class == article && f.at(n.end+2).class == halfWord {
			n.value = n.value.Add(p.Mul(Num{1, 2}))
			n.step = p.Mul(Num{1, 2})
			n.end += 3
		}
		if f.lang.french && f.at(n.end).class == and && f.at(n.end+1).class == halfWord { // deux millions et demi
			n.value = n.value.Add(p.Mul(Num{1, 2}))
			n.step = p.Mul(Num{1, 2})
			n.end += 2
		}
	}
	return n
}

// single reports whether word k is the one letter c.
func (f *finder) single(k int, c byte) bool {
	w := f.Words[k]
	return w.End-w.Start == 1 && f.Src[w.Start]|0x20 == c && !w.Space
}

// counted reports whether word i is of what nobody measures in metres: "2.3m euros", "4m tonnes", "3m people".
func (f *finder) counted(i int) bool {
	t := f.at(i)
	d := units[t.value%int32(unitCount)].dimension
	return t.class == person || t.class == unit && (d == Money || d == Mass || d == Volume)
}

// money reports whether word i is a currency sign.
func (f *finder) money(i int) bool {
	t := f.at(i)
	return t.class == unit && units[t.value].dimension == Money
}

func smaller(a, b Num) Num {
	if !a.Known() || b.Known() && b.N > 0 && b.Cmp(a) < 0 {
		return b
	}
	return a
}
