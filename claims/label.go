package claims

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// The labels of a dialogue: where one ends, and whether it names somebody.

// labelOf reads the label in front of block b; false if there is none.
func (r *reading) labelOf(b text.Range) (label, bool) {
	i := b.First
	for i < b.End && (r.words[i].Kind == text.Number && strings.Contains(r.word(i), ":") || r.words[i].Kind == text.Quote || opensLabel(r.word(i))) {
		i++
	}
	l := label{name: text.Range{First: i, End: i}}
	if w := r.word(i); w == "Q." || w == "A." || (w == "Q" || w == "A") && (r.word(i+1) == ":" || r.word(i+1) == ".") {
		l.name.End = i + 1
		l.mark = text.Range{First: l.name.End, End: l.name.End}
		if r.words[i].End-r.words[i].Start == 1 {
			l.mark.End++
		}
		return l, true
	}
	for i < b.End && i < l.name.First+7 && (r.capital(i) || i > l.name.First && r.spaceless(i) && (r.word(i) == "-" || r.word(i) == ".") && upper(r.word(i-1)) && len(r.word(i-1)) < 4 || r.word(i) == "I" || i > l.name.First && (r.joins(i) || r.words[i].Kind == text.Number || r.lower(i) == "the" || r.word(i) == "." && r.spaceless(i+1))) {
		i++
	}
	if l.name.End = i; l.name.Len() == 0 {
		return l, false
	}
	if _, said := lexicon.CueOf(r.lang, lexicon.NounCue, r.lower(l.name.First)); r.lang != "en" && said && l.name.Len() > 2 && r.ofNoun(l.name.First+1) { // « Réaction de | Jane Doe : »
		l.name.First += 2
	}
	for r.word(i) == "(" || r.word(i) == "[" { // a seat, a party, a time
		end := i + 1
		for end < min(b.End, i+10) && r.word(end) != ")" && r.word(end) != "]" {
			end++
		}
		if w := r.word(end); w != ")" && w != "]" {
			return l, false
		}
		if l.role.Len() == 0 {
			l.role = text.Range{First: i + 1, End: end}
		}
		i = end + 1
	}
	if n, _ := r.named(l.role.First, l.role.End); n.Len() > 1 && n == l.role && r.definite(l.name.First) { // “The Mayor of Hull (Dana Cole): We stay.”
		l.name, l.role = l.role, l.name
	}
	if r.word(i) == "," { // “Dana Cole, mayor of Hull: We stay.”
		if end := r.colon(text.Range{First: i, End: b.End}); end > i+1 {
			l.role = text.Range{First: i + 1, End: end}
			i = end
		}
	}
	l.mark.First = i
	for i < b.End && closesLabel(r.word(i)) {
		i++
	}
	l.mark.End = i
	if i < b.End && !r.words[i].Space && r.words[i].Kind != text.Quote || r.tallied(text.Range{First: i, End: b.End}) {
		return l, false
	}
	return l, r.parts(l)
}

// tallied reports whether nothing stands behind a label but what its bearer has of something: “Dana Cole: 1,501.” Twin: “Dana Cole: Nobody.”
func (r *reading) tallied(rest text.Range) bool {
	return rest.Len() > 0 && !slices.ContainsFunc(r.words[rest.First:rest.End], func(w text.Word) bool { return w.Kind != text.Number && w.Kind != text.Symbol && w.Kind != text.Punct })
}

// alone reports whether label l is all that block b holds: the speech is in the next.
func (l label) alone(b text.Range) bool { return l.mark.End >= b.End }

// parts reports whether what stands behind a label parts it from speech: a colon, a
// full stop behind a title and capitals, brackets around a seat before a sentence.
func (r *reading) parts(l label) bool {
	marks := r.span(l.mark).In(r.src)
	switch {
	case strings.Contains(marks, ":"):
		return true
	case l.mark.Len() == 1 && marks == ".":
		return l.name.Len() > 1 && lexicon.Is(r.lang, lexicon.Title, r.word(l.name.First)) && upper(r.name(text.Range{First: l.name.First + 1, End: l.name.End}))
	}
	return l.role.Len() > 0 && l.name.Len() > 1 && (r.capital(l.mark.End) || r.word(l.mark.End) == "")
}

// opensLabel reports whether a mark may stand before a label: of a time, of bold type.
func opensLabel(w string) bool {
	switch w {
	case "[", "]", "(", ")", "**", "*", "__":
		return true
	}
	return false
}

// closesLabel reports whether a mark may stand behind a label.
func closesLabel(w string) bool { return w == ":" || w == "." || w == "**" || w == "*" || w == "__" }

// voice says whether the words of a label name a person or a body.
func (r *reading) voice(n text.Range) voice {
	if r.begins(lexicon.FurnitureLabel, n.First, n.End) || r.begins(lexicon.FurnitureMark, n.First, n.End) {
		return nobody
	}
	if n.Len() > 1 && r.words[n.End-1].Kind == text.Number { // “Speaker 1”
		n.End--
	}
	last := r.lower(n.End - 1)
	if l := letters(r.name(n)); len(l) > 1 && len(l) < 5 && len(l)*2 <= len(strings.ReplaceAll(r.name(n), " ", "")) { // “J.-M. V.”
		return somebody
	}
	switch {
	case last == "q" || last == "q." || last == "a" || last == "a.",
		n.Len() > 1 && lexicon.Is(r.lang, lexicon.Title, r.word(n.First)),
		lexicon.Is(r.lang, lexicon.RoleNoun, last), lexicon.Is(r.lang, lexicon.Anonymous, last),
		n.Len() == 2 && upper(r.name(n)) && lexicon.Is(r.lang, lexicon.Article, r.lower(n.First)) && lexicon.Is(r.lang, lexicon.GroupNoun, last), // “THE COURT”
		n.Len() > 1 && lexicon.GivenName(r.titled(n.First)),
		slices.ContainsFunc(r.cast.people[last], func(m *member) bool { return m.kind == Person && !upper(m.name) }): // in full elsewhere
		return somebody
	}
	known := 0
	for i := n.First; i < n.End; i++ {
		w := r.lower(i)
		if _, plural := lexicon.Lemma(lexicon.Noun, w); plural || lexicon.Known(w, lexicon.Any) || r.place(text.Range{First: i, End: i + 1}) || r.words[i].Kind != text.Letters {
			known++
		}
	}
	switch {
	case known == 0:
		return somebody
	case n.Len() == 1:
		return maybe
	}
	return nobody
}

// titled returns word i with a capital and small letters behind it: “DANA” as “Dana”.
func (r *reading) titled(i int) string {
	w := r.word(i)
	_, n := utf8.DecodeRuneInString(w)
	return w[:n] + strings.ToLower(w[n:])
}

// findAnswerer notes who answers where the labels are only Q and A, or where there are
// none but questions from block end on: of the persons named before the first of them, and
// who have no label of their own, the one who is named most, in the headline threefold.
// Nobody if two are.
func (r *reading) findAnswerer(end int) {
	asks := map[string]bool{}
	for l := range r.labels {
		asks[text.Fold(l[strings.LastIndexByte(l, ' ')+1:])] = true
	}
	times := map[string]int{}
	for k, b := range r.text.Blocks {
		if l, ok := r.labelOf(b); ok && r.labels[r.name(l.name)] || k == end {
			break
		}
		weight := 1
		if r.kinds[k] == Heading || !r.ends(b) && !r.nameOnly(b.First, b.End) { // of a page, and of a text that was copied from one
			weight = 3
		}
		for i := b.First; i < b.End && !r.furniture[k] && !r.begins(lexicon.FurnitureAsker, b.First, b.End); i++ {
			n, _ := r.named(i, b.End)
			if n.Len() == 0 {
				continue
			}
			i = n.End - 1
			if m := r.cast.find(r, n); m != nil && m.kind == Person && !strings.Contains(r.doc.Author, m.name) && !asks[r.lower(n.End-1)] {
				if times[m.name] += weight; len(times) == 1 && weight == times[m.name] { // of whom the text speaks first
					times[m.name]++
				}
				if r.word(n.End) == "," && r.word(n.First-1) != "," && !r.sayingVerb(n.First-1) { // introduced: “Dana Cole, 29, opened”; twins: “Her husband, Guy Cole, left”, “said Guy Cole, the mayor”
					times[m.name]++
				}
			}
		}
	}
	for name := range times {
		times[name] += 3 * strings.Count(r.doc.Title, name)
	}
	names := slices.Sorted(maps.Keys(times))
	for _, name := range names { // “Coach Dre Whitlow” of the headline is Andre Whitlow of the text
		for _, long := range names {
			if len(long) > len(name) && long[strings.LastIndexByte(long, ' ')+1:] == name[strings.LastIndexByte(name, ' ')+1:] {
				times[long], times[name] = times[long]+times[name], 0
			}
		}
	}
	best, second := "", 0
	for name, n := range times {
		switch {
		case n > times[best]:
			best, second = name, times[best]
		case n > second:
			second = n
		}
	}
	if times[best] > second {
		r.answerer = best
	}
}

// findMonograms notes whose initials a label may be: “DC:” or “D. C.:” of Dana Cole.
// Nobody's if they are two persons'.
func (r *reading) findMonograms() {
	r.monograms = map[string]*member{}
	for name, m := range r.cast.whole {
		if upper(name) {
			continue
		}
		initials := ""
		for w := range strings.FieldsFuncSeq(name, func(c rune) bool { return c == ' ' || c == '-' }) {
			c, _ := utf8.DecodeRuneInString(w)
			initials += string(c)
		}
		if _, taken := r.monograms[initials]; taken {
			m = nil
		}
		if m == nil || m.kind == Person {
			r.monograms[initials] = m
		}
	}
}
