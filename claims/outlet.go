package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// outlet returns the outlet that is named at word i, before end; the empty range
// if none is: "Reuters", "the AFP news agency", "Radio Okapi".
func (r *reading) outlet(i, end int) text.Range {
	first := i
	for first < end && lexicon.Is(r.lang, lexicon.Article, r.lower(first)) {
		first++
	}
	if k := r.pastOwner(first, end); k < end { // Britain's ITV television
		first = k
	}
	sort := first // of a medium, in small letters: “public broadcaster | SR”
	for sort < min(end, first+3) && !r.capital(sort) && r.words[sort].Kind == text.Letters {
		sort++
	}
	known := sort > first && sort < end && r.capital(sort) && lexicon.Is("en", lexicon.Medium, r.lower(sort-1))
	if known {
		first = sort
	}
	j := first
	for j < end && (r.capital(j) || j > first && (r.word(j) == "of" || r.word(j) == "&" || r.word(j) == "-")) {
		j++
	}
	if j == first {
		return text.Range{}
	}
	for k := first + 1; r.lang != "en" && k+1 < j; k++ { // « à Radio Okapi | Jane Doe »
		if _, ok := lexicon.OutletOf(r.name(text.Range{First: first, End: k})); ok {
			j = k
		}
	}
	name := text.Range{First: first, End: j}
	if known || isOutlet(r.name(name)) || first > i && name.Len() >= 2 && lexicon.Is("en", lexicon.Paper, r.lower(j-1)) || name.Len() == 1 && r.lower(first-1) == "the" && lexicon.Is("en", lexicon.Medium, r.lower(first)) { // told the Evening Star, the Gazette
		return name
	}
	for k := j; k < min(j+3, end); k++ {
		if strings.Contains(" agency newspaper magazine broadcaster network channel station radio television website site ", " "+r.lower(k)+" ") {
			return name
		}
		if r.words[k].Kind != text.Letters {
			break
		}
	}
	return text.Range{}
}

// pastOwner returns the word behind a place that has the name that follows it, “Britain's
// ITV”; i if none stands there.
func (r *reading) pastOwner(i, end int) int {
	for k := i + 1; k < min(end-1, i+4) && r.capital(k-1); k++ {
		if w := r.lower(k); text.IsPossessive(w) && r.capital(k+1) && r.place(text.Range{First: i, End: k}) {
			return k + 1
		}
	}
	return i
}

// isOutlet reports whether a name is that of a medium.
func isOutlet(name string) bool {
	if o, ok := lexicon.OutletOf(name); ok {
		return o.Kind != lexicon.Organisation && o.Kind != lexicon.NoOutlet
	}
	f := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return c == ' ' || c == '-' }) // the Casper Star-Tribune
	return len(f) >= 2 && (f[0] == "radio" || lexicon.Is("en", lexicon.Medium, f[len(f)-1]))
}

// chain adds the outlets between the speaker and the publisher: the one that was
// told, the one whose reporter speaks, the one that reported the report.
func (r *reading) chain(at *Attribution, p *speech.Passage, a *speech.Report, all []speech.Report) {
	if o := r.told(p, a); o.Len() > 0 {
		r.via(at, o)
		at.Told = !r.by(o.First - 1)
	}
	if o := r.quoter(p, a.Cue.First-1); o.Len() > 0 {
		r.via(at, o)
	}
	if a.Via.Len() > 0 {
		r.via(at, a.Via)
	}
	for k := range all { // "told Reuters ..., adding that"
		b := &all[k]
		if b != a && len(at.Via) == 0 && b.Speaker == a.Speaker && b.Speaker.Len() > 0 && b.Cue.First < a.Cue.First {
			if o := r.told(p, b); o.Len() > 0 {
				r.via(at, o)
				at.Told = !r.by(o.First - 1)
			}
		}
	}
	for k := range all {
		outer := &all[k]
		if outer == a || outer.Speaker.Len() == 0 || !holds(outer.Content, a.Cue.First) {
			continue
		}
		for i := outer.Speaker.First; i < outer.Speaker.End; i++ {
			if o := r.outlet(i, outer.Speaker.End); o.Len() > 0 {
				r.via(at, o)
				break
			}
		}
	}
}

// citing reads “Reuters reported, citing a police officer”: what an outlet cites is
// its source. A person or a group takes the outlet's place as the speaker, and the
// outlet carries the words; another outlet joins the chain. A report of the word
// “citing” itself is dropped: it reports nothing.
func (r *reading) citing(p *speech.Passage, reports []speech.Report) []speech.Report {
	for k := p.Words.First + 1; k+1 < p.Words.End; k++ {
		if r.lower(k) != "citing" || r.text.Inside(k) >= 0 {
			continue
		}
		end := k + 1
		for end < p.Words.End && end < k+12 && r.words[end].Kind != text.Punct && r.words[end].Kind != text.Quote {
			end++
		}
		source := text.Range{First: k + 1, End: end}
		o := r.outlet(k+1, end)
		if o.Len() == 0 && !r.somebody(source) {
			continue
		}
		reports = slices.DeleteFunc(slices.Clone(reports), func(b speech.Report) bool { return b.Cue.First == k })
		for i := range reports {
			a := &reports[i]
			by := r.outletIn(a.Speaker)
			if by.Len() == 0 || holds(a.Content, k) {
				continue
			}
			if a.Speaker.First < k && k < a.Speaker.End {
				a.Speaker = r.trim(text.Range{First: a.Speaker.First, End: k})
			}
			if o.Len() > 0 {
				a.Via = o
			} else {
				a.Speaker, a.Via = source, by
			}
		}
		break
	}
	return reports
}

// outletIn returns the first outlet that a range of words names.
func (r *reading) outletIn(n text.Range) text.Range {
	for i := n.First; i < n.End; i++ {
		if o := r.outlet(i, n.End); o.Len() > 0 {
			return o
		}
	}
	return text.Range{}
}

// somebody reports whether a phrase is of people who can speak: “a police officer”,
// “two officials in Goma”, a person's name.
func (r *reading) somebody(n text.Range) bool {
	head := r.headOf(n)
	w := r.lower(head.End - 1)
	if name := r.lastName(head); name.Len() >= 2 {
		return r.kindOf(name) == Person
	}
	return lexicon.Is(r.lang, lexicon.Anonymous, w) || lexicon.Is(r.lang, lexicon.RoleNoun, w) || lexicon.Is(r.lang, lexicon.GroupNoun, w)
}

// via adds an outlet to the chain, once.
func (r *reading) via(at *Attribution, o text.Range) {
	name := r.name(o)
	if m := r.cast.find(r, o); m != nil && isOutlet(m.name) { // “the Post” of the Bana Post
		name = m.name
	}
	for _, v := range at.Via {
		if v.Name == name {
			return
		}
	}
	if at.Speaker.Name != name {
		at.Via = append(at.Via, Outlet{Name: name, Span: r.span(o)})
	}
}

// holds reports whether word i lies in one of the ranges.
func holds(ranges []text.Range, i int) bool {
	for _, c := range ranges {
		if c.First <= i && i < c.End {
			return true
		}
	}
	return false
}

// told returns the outlet that was spoken to: "told Reuters", "speaking to AFP",
// "in an interview with the BBC", "confirmed the fall to the AFP news agency".
func (r *reading) told(p *speech.Passage, a *speech.Report) text.Range {
	if o := r.outlet(a.Cue.End, p.Words.End); o.Len() > 0 {
		return o
	}
	for i := p.Words.First; i < p.Words.End; i++ {
		if r.text.Inside(i) >= 0 || i == a.Cue.First {
			continue
		}
		if w := r.lower(i); w == "by" || lexicon.Is(r.lang, lexicon.Addressing, w) {
			o := r.outlet(i+1, p.Words.End)
			if o.Len() == 0 {
				continue
			}
			if i > a.Cue.First && i-a.Cue.First < 12 && !holds(a.Content, i) || r.addressed(i) {
				return o
			}
		}
	}
	return text.Range{}
}

// quoter returns the outlet of "Reuters quoted the bishop as", whose last word is
// word as.
func (r *reading) quoter(p *speech.Passage, as int) text.Range {
	if as <= p.Words.First || r.lower(as) != "as" {
		return text.Range{}
	}
	for k := as - 1; k > p.Words.First && k > as-12; k-- {
		if !r.citingVerb(k) {
			continue
		}
		if r.lower(k+1) == "by" { // was quoted by Reuters as saying
			return r.outlet(k+2, as)
		}
		for i := max(p.Words.First, k-6); i < k; i++ {
			if o := r.outlet(i, k); o.Len() > 0 {
				return o
			}
		}
	}
	return text.Range{}
}

// by reports whether the outlet behind word i, but for an article, carried the
// words rather than heard them: "quoted by".
func (r *reading) by(i int) bool {
	return r.lower(i) == "by" || r.lower(i) == "the" && r.lower(i-1) == "by"
}

// addressed reports whether the preposition at word i belongs to a word of
// speaking: "speaking to", "an interview with".
func (r *reading) addressed(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		switch r.lower(j) {
		case "speaking", "spoke", "speak", "talking", "talked", "interview", "statement", "comments", "remarks", "interviewed", "conversation", "told":
			return true
		}
	}
	return false
}
