package quantity

import "factcheck/claims/text"

// compares reports whether a comparator stands before word i.
func (f *finder) compares(i int) bool {
	_, n := f.phraseBefore(i)
	return n > 0
}

// phraseBefore returns the longest comparator that ends before word i, and how
// many words it has.
func (f *finder) phraseBefore(i int) (Comparator, int) {
	best, length := Exact, 0
	if i-1 < f.done || f.KindAt(i-1) != text.Letters {
		return best, length
	}
	var buf [32]byte
	last := append(buf[:0], f.folded(i-1)...)
	for _, p := range f.lang.before {
		n := len(p.words)
		if n <= length || i-n < f.done || p.words[n-1] != string(last) {
			continue
		}
		if f.phrase(i-n, p.words[:n-1]) {
			best, length = p.value, n
		}
	}
	return best, length
}

// phrase reports whether the words from i on are those of p.
func (f *finder) phrase(i int, p []string) bool {
	if i < 0 || i+len(p) > len(f.Words) {
		return false
	}
	for k := len(p) - 1; k >= 0; k-- {
		if f.Words[i+k].Kind != text.Letters || string(f.folded(i+k)) != p[k] {
			return false
		}
	}
	return true
}

// tenth is the tolerance of about, nearly and just over: ten per cent.
var tenth = Num{1, 10}

// compare reads the comparators before and behind m and sets its ends.
func (f *finder) compare(m *Mention) {
	if m.Kind == Score || m.Kind == Ordinal {
		return
	}
	c, n := f.phraseBefore(m.First)
	if n == 1 && m.Unit.Dimension() == Duration && f.has(m.First-1, during) && m.Comparator == Exact {
		c, n = Exact, 0 // during
	}
	if n > 0 {
		m.First -= n
	} else if m.Comparator == Between {
		if k := m.First - 1; k >= f.done && f.has(k, between) {
			m.First = k
		}
	}
	m.End = max(m.End, m.CoreEnd)
	if m.Comparator == Between {
		return
	}
	if c == Exact {
		c = f.behind(m)
	}
	if c == Exact {
		c = m.Comparator
		if c != About {
			return
		}
	}
	if m.Comparator == Vague && (c == About || c == Nearly) {
		return
	}
	m.limit(c)
}

// behind reads a comparator behind the number: "or more", "+".
func (f *finder) behind(m *Mention) Comparator {
	at := m.CoreEnd
	if f.Is(at, "+") && f.Tight(at) {
		m.CoreEnd, m.End = at+1, max(m.End, at+1)
		if m.Kind == Count && m.Head < 0 {
			m.Head = f.head(at + 1)
		}
		return AtLeast
	}
	for _, k := range [2]int{at, m.end()} {
		for _, p := range f.lang.after {
			if f.phrase(k, p.words) {
				m.End = max(m.End, k+len(p.words))
				if m.Kind == Count && m.Head < 0 {
					m.Head = f.head(m.End)
				}
				return p.value
			}
		}
	}
	return Exact
}

// end returns the word after the unit or head of m.
func (m *Mention) end() int {
	if m.Kind == Measure {
		return max(m.End, m.CoreEnd)
	}
	return max(m.Head+1, m.CoreEnd)
}

// limit sets the ends of m as the comparator c asks.
func (m *Mention) limit(c Comparator) {
	v := m.Value
	m.Comparator = c
	slack := v.Mul(tenth)
	if slack.N < 0 {
		slack.N = -slack.N
	}
	switch c {
	case About:
		m.Lo, m.Hi = v.Sub(slack), v.Add(slack)
	case Nearly:
		m.Lo, m.Hi, m.HiOpen = v.Sub(slack), v, true
	case JustOver:
		m.Lo, m.Hi, m.LoOpen = v, v.Add(slack), true
	case AtLeast:
		m.Lo, m.Hi = v, Num{}
	case MoreThan:
		m.Lo, m.Hi, m.LoOpen = v, Num{}, true
	case AtMost:
		m.Lo, m.Hi = Num{}, v
	case LessThan:
		m.Lo, m.Hi, m.HiOpen = Num{}, v, true
	case belowZero:
		m.Comparator = Exact
		m.negate()
	}
}

// partner links m, the nth mention, with the one before if it converts it:
// "125km (78 miles)", "125 km, or 78 miles".
func (f *finder) partner(dst []Mention, m *Mention, n int) {
	a := &dst[n-1]
	if m.Kind != Measure || a.Kind != Measure || a.Unit == m.Unit || a.Unit.Dimension() != m.Unit.Dimension() || a.Unit.Dimension() == Things || a.Partner >= 0 {
		return
	}
	k := a.End
	switch {
	case f.Is(k, "(") || f.Is(k, "[") || f.Is(k, "/"):
		k++
	case f.Is(k, ",") && f.at(k+1).class == or:
		k += 2
	case f.at(k).class == or:
		k++
	default:
		return
	}
	if m.First <= k && k <= m.Core {
		a.Partner, m.Partner = n, n-1
	}
}
