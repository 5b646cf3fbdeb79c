package quantity

import (
	"strings"

	"factcheck/claims/text"
)

// excluded returns the word after the name, date, time or list mark that word i,
// which begins with a digit, belongs to; i if it may be a quantity.
func (f *finder) excluded(i int) int {
	w := f.Words[i].In(f.Src)
	if c := w[len(w)-1]; c < '0' || c > '9' || strings.ContainsAny(w, ":") {
		return i + 1
	}
	last, links := f.chain(i)
	if links >= 2 || links == 1 && len(w) == 4 && !strings.ContainsAny(w, ",.") && (f.at(last).class != unit || units[f.at(last).value].dimension == Duration) && !f.percentAt(last) {
		return last // 2025-03-20, 1998-2003, a telephone number
	}
	if f.Hyphen(i-1) && f.Tight(i) && f.Tight(i-1) && f.KindAt(i-2) == text.Letters {
		if c := f.at(i - 2).class; c != digit && c != scale {
			return last // COVID-19
		}
	}
	next := f.at(i + 1)
	if next.class == meridiem && len(w) <= 5 {
		return i + 2
	}
	if f.Hyphen(i+1) && f.Tight(i+1) && f.Tight(i+2) && f.at(i+2).upper && f.at(i+2).class != unit && f.at(i+2).class != scale {
		return i + 3 // 7-Up
	}
	switch {
	case f.has(i+1, era) && f.at(i+1).upper, f.has(i-1, era) && f.at(i-1).upper:
		return i + 2
	case f.has(i+1, fore) && f.has(i+2, era):
		return i + 3
	case f.has(i-1, dates) && f.at(i+1).class != unit && !f.percentAt(i+1) && len(w) <= 2 && (i+1 >= len(f.Words) || f.KindAt(i+1) == text.Punct):
		return i + 1 // the day of a month
	}
	if f.has(i-1, hours) && f.KindAt(i-2) == text.Number && len(w) == 2 {
		return i + 1 // 10 h 30
	}
	if f.Is(i-1, "^") || f.Is(i-1, "±") || f.KindAt(i-1) == text.Quote && f.Tight(i) && len(w) == 2 && f.Src[f.Words[i-1].Start] != '"' && f.Src[f.Words[i-1].Start] != '`' && !f.Is(i-1, "“") {
		return last // '59
	}
	if f.Is(i-1, "#") || f.Is(i-1, "№") || f.Is(i-1, "°") && f.Tight(i-1) {
		return last
	}
	if f.Is(i-1, "(") && f.Is(i+1, ")") || (i == 0 || f.lineStart(i)) && (f.Is(i+1, ")") || f.Is(i+1, ".") && i+2 < len(f.Words)) {
		return i + 1 // a note, an item of a list
	}
	if f.named(i) && !(links == 1 && len(w) <= 2 && f.matchNear(i, last)) {
		return last
	}
	return i
}

// chain follows "1998-2003" and "555-01-23": the word after the last number, and
// how many hyphens join them.
func (f *finder) chain(i int) (end, links int) {
	end = i + 1
	for f.Hyphen(end) && f.Tight(end) && f.Tight(end+1) && f.KindAt(end+1) == text.Number {
		end += 2
		links++
	}
	return end, links
}

// lineStart reports whether a line begins with word i.
func (f *finder) lineStart(i int) bool {
	return strings.Contains(f.Src[f.Words[i-1].End:f.Words[i].Start], "\n")
}

func (f *finder) percentAt(i int) bool {
	return f.Is(i, "%") || f.at(i).class == unit && Unit(f.at(i).value) == percent || f.at(i).class == per
}

// named reports whether the number at word i is part of a name: "Boeing 737",
// "Article 5", "page 3".
func (f *finder) named(i int) bool {
	w := f.Words[i].In(f.Src)
	return !strings.ContainsAny(w, ", \u00A0\u202F") && len(w) <= 6 && f.namer(i, i+1) >= 0
}

// namer returns the word that the number of words i to end names a thing of: "flight"
// in "flight 214", "articles" in "articles 4 and 7"; -1 if none.
func (f *finder) namer(i, end int) int {
	if i == 0 || !f.Words[i].Space && !f.Hyphen(i-1) {
		return -1
	}
	next := f.at(end)
	if next.class == unit || next.class == scale || next.class == per || next.class == person || f.Hyphen(end) && f.Tight(end) && f.at(end+1).class == unit {
		return -1
	}
	k := i - 1
	for k > i-20 && f.KindAt(k-1) == text.Number && (f.at(k).class == and || f.at(k).class == or || f.at(k).class == to || f.Is(k, ",") || f.Hyphen(k)) {
		k -= 2
	}
	if f.Is(k, ".") && f.at(k-1).marks&numbering != 0 { // no. 7
		k--
		if f.at(k).class == designator {
			return k
		}
	}
	before := f.at(k)
	switch {
	case k < 0 || f.KindAt(k) != text.Letters:
		return -1
	case before.class == designator:
		return k
	case k != i-1:
		return -1
	case before.marks&designates != 0:
		if f.plural(end) || f.lang.french && f.at(end).class == of {
			return -1
		}
		return k
	case f.KindAt(i) != text.Number || !before.upper || before.class != none || next.class == halfWord || next.class == times || f.compares(i):
		return -1
	}
	if f.begins(k) || k > 0 && f.begins(k-1) { // "In Selby 200 volunteers came"
		if h := f.head(end); h >= 0 && f.plural(h) {
			return -1
		}
	}
	return k
}

// identifier makes the name of a thing of m, whose number is words i to end:
// "flight 214", "school number 7", "n° 7". Ok is false if it names nothing.
func (f *finder) identifier(m Mention, i, end int, v Num) (Mention, bool) {
	k := f.namer(i, end)
	if k < 0 && (f.Is(i-1, "#") || f.Is(i-1, "№") || f.Is(i-1, "°")) {
		k = i - 1
	}
	if k < 0 || !v.Known() || v.D != 1 || f.at(k).class != designator && v.N >= 1800 && v.N < 2100 { // the year 2000, Expo 2020
		return m, false
	}
	for k > f.done && (f.KindAt(k) != text.Letters || f.at(k).marks&numbering != 0) && (f.KindAt(k-1) == text.Letters || f.Is(k, "°")) {
		if c := f.at(k - 1).class; c != none && c != designator && f.at(k-1).marks&(designates|numbering) == 0 {
			break
		}
		k--
	}
	m.Kind, m.Value, m.Lo, m.Hi, m.Step = Identifier, v, v, v, Int(1)
	m.Core, m.CoreEnd, m.End = i, end, end
	if m.First = k; k < f.done {
		m.First = i
	}
	if f.KindAt(k) == text.Letters {
		m.Head = k
	}
	return m, true
}

// begins reports whether word i begins a sentence or line.
func (f *finder) begins(i int) bool {
	if i == 0 {
		return true
	}
	w := f.Words[i-1]
	switch w.Kind {
	case text.Quote:
		return true
	case text.Punct:
		switch f.Src[w.Start:w.End] {
		case ".", "!", "?", "…", ":", ";", "-", "–", "—", "•", "*", "(":
			return true
		}
	}
	return f.lineStart(i)
}

// plural reports whether word i looks like a noun in the plural.
func (f *finder) plural(i int) bool {
	if f.KindAt(i) != text.Letters {
		return false
	}
	t := f.at(i)
	if t.class == person {
		return true
	}
	s := f.Src[f.Words[i].Start:f.Words[i].End]
	if len(s) < 4 || t.class == stop || t.upper {
		return false
	}
	if f.lang.french && s[len(s)-1] == 'x' {
		return true
	}
	return s[len(s)-1] == 's' && s[len(s)-2] != 's' && s[len(s)-2] != 'u' && s[len(s)-2] != 'i'
}

// dated reports whether the number n is the day of a month.
func (f *finder) dated(n number) bool {
	if n.ratio || n.scaled || n.value.D != 1 || n.value.N > 2200 || n.value.N < 0 {
		return false
	}
	if f.isMonth(n.first-1) || f.isMonth(n.end) && n.value.N <= 31 {
		return true
	}
	link := func(i int) bool {
		c := f.at(i).class
		return f.Hyphen(i) || c == and || c == to || c == or || f.Is(i, ",")
	}
	if n.value.N <= 31 && link(n.end) && f.KindAt(n.end+1) == text.Number && f.isMonth(n.end+2) {
		return true
	}
	if link(n.first-1) && f.KindAt(n.first-2) == text.Number && (f.isMonth(n.first-3) || n.plain4 && f.isMonth(n.first-3)) {
		return !f.Is(n.first-1, ",") || n.plain4
	}
	if n.plain4 && f.Is(n.first-1, ",") && f.isMonth(n.first-2) {
		return true
	}
	// à 10 heures, 10 h 30: a time of day
	if f.has(n.end, hours) && (f.Words[n.end].End-f.Words[n.end].Start == 1 || f.at(n.first-1).class == to && !f.has(n.first-2, until)) && n.value.N <= 24 {
		return f.KindAt(n.end+1) == text.Number || f.at(n.first-1).class == to || f.has(n.first-1, around)
	}
	return false
}

func (f *finder) isMonth(i int) bool {
	t := f.at(i)
	return t.class == monthName && (t.upper || f.lang.french)
}

// pronoun reports whether the words are no number but "one" in one of its other
// senses, or a number that is part of a name: "the Group of Seven".
func (f *finder) pronoun(n number) bool {
	if !n.spelt {
		return false
	}
	if f.Hyphen(n.first-1) && f.Tight(n.first) && f.Tight(n.first-1) && f.KindAt(n.first-2) == text.Letters {
		if c := f.at(n.first - 2).class; c == none || c == adverb {
			return true // top-five
		}
	}
	if t := f.at(n.first); t.upper && !f.begins(n.first) && t.class != article && !n.scaled && (f.at(n.first-1).class == of || f.at(n.first-1).upper) {
		return true
	}
	if !n.tiny {
		return false
	}
	if _, _, ok := f.ratioOf(n, n.end); ok || f.at(n.first-1).marks&excepts != 0 { // all but one
		return false
	}
	if f.KindAt(n.end) == text.Letters {
		switch c := f.at(n.end).class; c {
		case none, person:
		case unit:
			return Unit(f.at(n.end).value) == day
		case of: // one of the 30
			if f.at(n.end+1).class != deter || f.KindAt(n.end+2) != text.Number && f.at(n.end+2).class != digit {
				return true
			}
		default:
			return true
		}
		if f.has(n.end, idle) {
			return true
		}
	} else if !f.percentAt(n.end) && !f.Hyphen(n.end) {
		return true
	}
	return f.has(n.first-1, definite) || f.Is(n.first-1, "-")
}

// yearLike reports whether a bare number of four digits is rather a year than a
// count.
func (f *finder) yearLike(m *Mention) bool {
	if f.has(m.Core-1, versus) {
		return true // below 1990 levels
	}
	if f.compares(m.Core) && m.Head >= 0 && f.at(m.Core-1).class != temporal {
		return false
	}
	if m.Head < 0 {
		return true
	}
	switch f.at(m.Core - 1).class {
	case temporal, deter, monthName, article, of, to:
		return f.at(m.Head).class != person || f.at(m.Core-1).class != temporal
	}
	return !f.plural(m.Head) || m.Head != m.CoreEnd
}

// sound reports whether m may be reported: nothing of it grew too large.
func (m *Mention) sound() bool {
	return m.Value.Known() && m.Lo.Known() && m.Hi.Known() && m.Step.Known()
}
