package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// A Dateline stands in front of the first sentence of a report: “GOMA, March 20,
// 2025 (Reuters) - ”, “PARIS, 3 mai (AFP) – ”. It is no part of the sentence.
type Dateline struct {
	Place  string   // “GOMA, Congo”; empty if it names none
	Agency string   // as it is written; empty if it names none
	Date   date.Day // zero without a year
	End    int      // bytes of the dateline, the dash and the space behind it included
}

// longestDateline is the bytes that a dateline has at most.
const longestDateline = 120

// DatelineOf returns the dateline that src begins with, false if there is none. A
// dash alone makes none (“NATO - the alliance - said so”): an agency or a date must
// stand before it, or a place in capitals that is no outlet, with a capital behind it.
func DatelineOf(src string) (Dateline, bool) {
	head, end := beforeDash(src)
	if head == "" {
		return Dateline{}, false
	}
	d := Dateline{End: end}
	rest := head
	if open := strings.LastIndexByte(head, '('); open >= 0 && strings.HasSuffix(head, ")") {
		d.Agency, rest = strings.TrimSpace(head[open+1:len(head)-1]), strings.TrimRight(head[:open], " \u00A0,")
	}
	if d.Agency != "" && !isTitle(d.Agency) || strings.ContainsAny(rest, "()“”«»\":;?!") {
		return Dateline{}, false
	}
	start, day, dated := dayAtEnd(rest)
	d.Date = day
	var places []string
	for part := range strings.SplitSeq(rest[:start], ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if len(places) > 2 || !isTitle(part) {
			return Dateline{}, false
		}
		places = append(places, part)
	}
	d.Place = strings.Join(places, ", ")
	if len(places) == 0 {
		return d, isAgency(d.Agency)
	}
	capital := strings.ToUpper(places[0]) == places[0] && utf8.RuneCountInString(places[0]) > 2
	switch {
	case d.Agency != "":
		return d, capital || isAgency(d.Agency)
	case dated:
		return d, true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(src[end:], "“\"«‘' \u00A0"))
	_, outlet := lexicon.OutletOf(places[0])
	return d, capital && !outlet && unicode.IsUpper(first) && (len(places) > 1 || len(places[0]) > 4)
}

// dayAtEnd finds the date that a text ends with, in the language that makes most of
// it: where it begins, the end of the text if there is none, and its day, zero
// without a year.
func dayAtEnd(src string) (start int, day date.Day, ok bool) {
	words := text.Words(src)
	first := len(words)
	for _, lang := range [...]string{"en", "fr"} {
		last, found := len(words), date.Day(0)
		for _, m := range slices.Backward(date.Find(src, words, 0, lang)) {
			for last > m.End && words[last-1].Kind == text.Punct {
				last--
			}
			if m.End != last || m.Precision < date.OneDay && m.Month == 0 && m.Weekday == 0 {
				break
			}
			last = m.First
			if m.Interval.From != 0 && m.Interval.From == m.Interval.To {
				found = m.Interval.From
			}
		}
		if last < first {
			first, day = last, found
		}
	}
	if first == len(words) {
		return len(src), 0, false
	}
	return words[first].Start, day, true
}

// beforeDash returns what stands in front of the first dash that is set off by
// white space or a bracket, and where the words behind it begin.
func beforeDash(src string) (head string, end int) {
	for i := 1; i < min(len(src), longestDateline); i++ {
		size := 0
		for _, dash := range [...]string{"—", "–", "--", "-"} {
			if strings.HasPrefix(src[i:], dash) {
				size = len(dash)
				break
			}
		}
		if src[i] == '\n' && i > 0 && strings.TrimSpace(src[:i]) == "" {
			return "", 0
		}
		if size == 0 {
			continue
		}
		before := strings.TrimRight(src[:i], " \u00A0\n")
		after := src[i+size:]
		rest := strings.TrimLeft(after, " \u00A0\n")
		if len(before) == i && !strings.HasSuffix(before, ")") || rest == "" && size < 2 || len(rest) == len(after) && rest != "" && size < 3 {
			continue // a hyphen, or a dash within words
		}
		return before, len(src) - len(rest)
	}
	return "", 0
}

// isTitle reports whether s is at most four words each of which begins with a
// capital, small particles aside: “St. Louis”, “Rio de Janeiro”, “THE HAGUE”.
func isTitle(s string) bool {
	words := strings.Fields(s)
	capitals := 0
	for _, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(c):
			capitals++
		case !unicode.IsLetter(c) || len(w) > 3:
			return false
		}
	}
	return len(words) <= 4 && capitals > 0 && 2*capitals >= len(words)
}

// isAgency reports whether the lexicon knows a news agency of that name.
func isAgency(name string) bool {
	o, ok := lexicon.OutletOf(name)
	return ok && o.Kind == lexicon.Agency
}

// A dateline stands within so many paragraphs of the beginning of a text, what is shorter
// than a sentence (a by-line, a time, “Share”) not counted; what names its agency stands
// within so many blocks of the end.
const (
	datelineBlocks = 3
	paragraphBytes = 60
	creditBlocks   = 3
)

// credit takes from the blocks of d what is no sentence of them, the dateline and
// the agency's name at the end, and sets what d does not have yet. A publisher that is
// given carries what the agency says.
func credit(d *claims.Document, publisher string) {
	line, i := firstDateline(d)
	agency := line.Agency
	if d.Date == 0 {
		d.Date = line.Date
	}
	if line.End > 0 {
		if b := &d.Blocks[i]; b.Start+line.End < b.End {
			b.Start += line.End
		} else {
			d.Blocks = append(d.Blocks[:i], d.Blocks[i+1:]...)
		}
	}
	for i := len(d.Blocks) - 1; i >= max(0, len(d.Blocks)-creditBlocks); i-- {
		b := &d.Blocks[i]
		name, start := SignedBy(b.In(d.Text))
		if name == "" {
			continue
		}
		if agency == "" {
			agency = name
		}
		b.End = b.Start + len(strings.TrimRightFunc(b.In(d.Text)[:start], unicode.IsSpace))
		if b.Len() == 0 {
			d.Blocks = append(d.Blocks[:i], d.Blocks[i+1:]...)
		}
		break
	}
	if d.Publisher == "" && publisher == "" && agency != "" {
		d.Publisher = agency
		if o, ok := lexicon.OutletOf(agency); ok {
			d.Publisher = o.Name
		}
	}
}

// firstDateline returns the dateline of a text and the block that begins with it; zero if
// there is none.
func firstDateline(d *claims.Document) (line Dateline, block int) {
	for i, left := 0, datelineBlocks; i < len(d.Blocks) && left > 0; i++ {
		b := &d.Blocks[i]
		if b.Kind != claims.Paragraph && b.Kind != claims.Stressed {
			continue
		}
		if line, ok := DatelineOf(b.In(d.Text)); ok {
			return line, i
		}
		if b.Len() >= paragraphBytes {
			left--
		}
	}
	return Dateline{}, 0
}

// SignedBy returns the agency that is named behind the last sentence of a block, and
// where its name begins: “… said. (AFP)”, “(AFP)”, “© 2025 Reuters”. It is empty if
// there is none.
func SignedBy(block string) (agency string, start int) {
	if open := strings.LastIndexByte(block, '('); open >= 0 && strings.HasSuffix(block, ")") {
		name := strings.TrimSpace(block[open+1 : len(block)-1])
		before := strings.TrimRight(block[:open], " \u00A0\n")
		if isAgency(name) && (before == "" || strings.ContainsRune(".!?”»\"…", lastRune(before))) {
			return name, open
		}
	}
	rest, mark := strings.CutPrefix(block, "©")
	if !mark {
		if rest, mark = strings.CutPrefix(block, "(c)"); !mark {
			rest, mark = strings.CutPrefix(block, "Copyright")
		}
	}
	if !mark || len(block) > longestDateline {
		return "", 0
	}
	for _, w := range text.Words(rest) {
		if name := w.In(rest); isAgency(name) {
			return name, 0
		}
	}
	name := strings.Trim(rest, " \u00A0©.,0123456789-–")
	if isAgency(name) {
		return name, 0
	}
	return "", 0
}

func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}
