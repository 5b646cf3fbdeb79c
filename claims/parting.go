package claims

import (
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// What the labels took for part of a content though another verb says it.

// again takes out of a content a second verb of saying with its quotation, which
// the labels took for part of it: “Doe said [it was early] but added, [“Wait.”]”
func (r *reading) again(reports []speech.Report) []speech.Report {
	for k := range reports {
		a := &reports[k]
		if n := len(a.Content); n == 0 || a.Speaker.Len() == 0 || !a.Verb || a.Cue.First > a.Content[n-1].First || len(reports) > 100 {
			continue
		}
		c := a.Content[len(a.Content)-1]
		for i := c.First + 2; i+2 < c.End; i++ {
			if w := r.lower(i - 1); w != "but" && w != "and" || r.text.Inside(i) >= 0 || !r.sayingVerb(i) {
				continue
			}
			q := r.text.Inside(i + 2)
			if w := r.word(i + 1); q < 0 || w != "," && w != ":" || r.text.Quotations[q].All.First != i+2 {
				continue
			}
			b := r.quotedBy(i, text.Range{First: i + 2, End: c.End})
			b.Speaker, b.Whole, b.Name = a.Speaker, a.Whole, a.Name
			out := slices.Clone(reports)
			out[k].Content = slices.Clone(a.Content)
			out[k].Content[len(a.Content)-1].End = i - 1
			if slices.ContainsFunc(reports, func(o speech.Report) bool { return o.Cue.First == i }) {
				return out
			}
			return append(out, b)
		}
	}
	return reports
}

// parted ends a content before a second clause of saying that has its own subject and
// its own quotation, which is a report of its own: “Doe pronounced [himself “glad,”] while
// Roe spoke of [a “gift.”]”
func (r *reading) parted(reports []speech.Report) []speech.Report {
	out := slices.Clone(reports)
	for k := range reports {
		n := len(reports[k].Content) - 1
		if n < 0 || len(out) > 100 {
			continue
		}
		c := reports[k].Content[n]
		at, verb := r.secondVoice(c)
		if at < 0 {
			continue
		}
		out[k].Content = slices.Clone(out[k].Content)
		out[k].Content[n].End = at
		if !slices.ContainsFunc(reports, func(o speech.Report) bool { return o.Cue.First == verb }) {
			said := text.Range{First: verb + 1, End: c.End}
			if r.lower(said.First) == "of" {
				said.First++
			}
			b := r.quotedBy(verb, said)
			b.Speaker, b.Whole = text.Range{First: at + 1, End: verb}, false
			out = append(out, b)
		}
	}
	return out
}

// secondVoice returns the word of content c that joins such a clause behind a quotation,
// and its verb; -1 if there is none.
func (r *reading) secondVoice(c text.Range) (join, verb int) {
	const subject, reach = 4, 5 // words of a subject; words between the verb and its quotation
	quoted := false
	for i := c.First; i+2 < c.End; i++ {
		if r.text.Inside(i) >= 0 {
			quoted = true
			continue
		}
		if !quoted || !lexicon.Is(r.lang, lexicon.Subordinator, r.lower(i)) || !r.capital(i+1) {
			continue
		}
		for v := i + 2; v <= min(c.End-2, i+1+subject) && r.words[v-1].Kind == text.Letters; v++ {
			if !r.sayingVerb(v) {
				continue
			}
			for q := v + 1; q <= min(c.End-1, v+reach); q++ {
				if r.text.Inside(q) >= 0 {
					return i, v
				}
			}
		}
	}
	return -1, -1
}

// disjoined gives a quotation behind a colon to the clause before it, where that has a subject and a verb of its own: ““I go,” she told
// us before Roe cut in: | “You won't.”” Twin: ““I go,” she told us, and said: “You won't.””
func (r *reading) disjoined(reports []speech.Report) []speech.Report {
	out := slices.Clone(reports)
	for k := range reports {
		for n := len(reports[k].Content) - 1; n > 0 && len(out) < 100; n-- {
			a, q := &reports[k], reports[k].Content[n]
			colon := q.First - 1
			if r.word(colon) != ":" || r.text.Inside(q.First) < 0 || colon < a.Cue.End {
				continue
			}
			verb := colon - 1
			who := r.subjectBefore(verb)
			if who.Len() == 0 { // “cut | in”
				verb--
				who = r.subjectBefore(verb)
			}
			if who.Len() == 0 || who.First < a.Cue.End || a.Cue.First == verb {
				continue
			}
			out[k].Content = slices.Delete(slices.Clone(out[k].Content), n, n+1)
			if !slices.ContainsFunc(reports, func(o speech.Report) bool { return o.Cue.First == verb }) {
				b := r.quotedBy(verb, q)
				b.Speaker, b.Whole = who, false
				out = append(out, b)
			}
		}
	}
	return out
}

// subjectBefore returns the pronoun, the name or the noun phrase right before a verb, behind a word that joins its clause to
// another or the comma that does: “before | Roe | cut in”. The empty range if there is none.
func (r *reading) subjectBefore(verb int) text.Range {
	const longest = 6 // words
	if _, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(verb)); !ok || r.auxiliary(r.lower(verb)) || modal(r.lower(verb)) || r.capital(verb) {
		return text.Range{}
	}
	first := verb
	for first > 0 && verb-first < longest && r.words[first-1].Kind == text.Letters && r.text.Inside(first-1) < 0 && !subordinates(r.lower(first-1)) && !lexicon.Is(r.lang, lexicon.Subordinator, r.lower(first-1)) {
		first--
	}
	w := r.lower(first)
	if joins := first > 0 && (r.word(first-1) == "," || subordinates(r.lower(first-1)) || lexicon.Is(r.lang, lexicon.Subordinator, r.lower(first-1))); first == verb || !joins || !r.capital(first) && !r.determiner(first) && !lexicon.Is(r.lang, lexicon.He, w) && !lexicon.Is(r.lang, lexicon.She, w) {
		return text.Range{}
	}
	return text.Range{First: first, End: verb}
}
