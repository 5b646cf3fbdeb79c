package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Who says so, between commas in the midst of what is said.

// interjected gives a report whose subject and verb stand between commas in what is said both its halves: “[Back in Bana], he
// said, [the pit was shut]”, “[It leaked], Doe said, [until it was mended]”. Twins: “Still, he said, it leaked”, “It leaked,
// he said, adding that it stank”, “Asked why, he said, ...”.
func (r *reading) interjected(a *speech.Report) {
	const attribution = 12 // words at most
	first, end := min(a.Speaker.First, a.Cue.First), max(a.Speaker.End, a.Cue.End)
	if r.lang != "en" || !a.Verb || a.Passive || a.Speaker.Len() == 0 || len(a.Content) != 1 || r.text.Inside(first) >= 0 || end-first > attribution || r.word(first-1) != "," {
		return
	}
	if day := r.weekday(end, min(len(r.words), end+3)); day > 0 {
		end = day
	}
	apposed := slices.ContainsFunc(r.words[first:min(end, len(r.words))], func(w text.Word) bool { return w.In(r.src) == "," })
	if apposed || r.word(end) != "," {
		return
	}
	before, behind := text.Range{First: r.sentenceOf(first).First, End: first - 1}, text.Range{First: end + 1, End: end + 1}
	for behind.End < len(r.words) && !r.stop(behind.End) && !r.text.BlockStart(behind.End) {
		behind.End++
	}
	switch c := a.Content[0]; {
	case r.quotes([]text.Range{before, behind}):
		return
	case c.First >= end && (before.Len() > 1 || !r.opener(before.First)) && !r.reporting(before.First):
		a.Content = []text.Range{before, c}
	case c.First < first && c.End <= first && r.goesOn(a, behind):
		a.Content = []text.Range{c, behind}
	default:
		return
	}
	if r.finiteIn(text.Range{First: end, End: behind.End}) {
		a.Shape = speech.Clause
	}
}

// goesOn reports whether what stands behind “he said,” is more of what he said: “until it was mended”. Twins: “adding that”,
// “a day later”, “and Roe added”; “according to Doe, who was there”.
func (r *reading) goesOn(a *speech.Report, c text.Range) bool {
	const subject = 8 // words
	i := c.First
	if lexicon.Is(r.lang, lexicon.Joining, r.lower(i)) {
		for k := i; k < min(c.End, i+subject); k++ {
			if r.reporting(k) {
				return false
			}
		}
		i++
	}
	if w := r.lower(i); c.Len() < 2 || strings.HasSuffix(w, "ing") || r.reporting(i) || w == "a" || w == "an" {
		return false
	}
	return a.Speaker.First < a.Cue.First && a.Cue.Len() == 1 || r.predicate(i)
}

// reporting reports whether word i is a form of a verb of saying.
func (r *reading) reporting(i int) bool {
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(i))
	_, cue := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	return ok && cue && lemma != r.lower(i)
}

// saidBetween finds “Without them, | she said, | the toll would be higher”: a subject and a
// verb of saying between commas in the midst of what is said, with “so” before them or not; behind
// “so” they may end it: “It will hold, | or so she says.”
func (r *reading) saidBetween(p *speech.Passage) (speech.Report, bool) {
	const subject = 6 // words at most
	if r.lang != "en" {
		return speech.Report{}, false
	}
	for i := p.Words.First + 1; i+3 < p.Words.End; i++ {
		who := i + 1
		if r.lower(who) == "or" && r.lower(who+1) == "so" {
			who++
		}
		so := r.lower(who) == "so"
		if so {
			who++
		}
		if r.word(i) != "," || r.text.Inside(i) >= 0 || !r.capital(who) && !r.opensSubject(who) && !r.bearing(who) {
			continue
		}
		verb := who + 1
		for verb < min(p.Words.End, who+subject) && r.words[verb].Kind == text.Letters && !r.sayingVerb(verb) {
			verb++
		}
		end := verb + 1
		if day := r.weekday(end, min(p.Words.End, end+3)); day > 0 {
			end = day
		}
		last := so && r.stop(end) && end+1 == p.Words.End
		if r.word(end) != "," && !last || !r.sayingVerb(verb) || r.auxiliary(r.lower(verb-1)) || r.text.Inside(verb) >= 0 {
			continue
		}
		a := speech.Report{Cue: text.Range{First: verb, End: verb + 1}, Lemma: r.cueLemma(r.lower(verb)), Verb: true, Whole: true, Speaker: text.Range{First: who, End: verb}}
		a.Content = []text.Range{{First: p.Words.First, End: i}, {First: end + 1, End: p.Words.End}}
		if last {
			a.Content = a.Content[:1]
			return a, r.finiteIn(a.Content[0])
		}
		return a, r.finiteIn(text.Range{First: end, End: p.Words.End})
	}
	return speech.Report{}, false
}

// midQuote finds a French verb and who says so, with what he is, between commas inside a quotation, where its tree finds none: « Il pleut,
// | souffle Jane Doe, une voisine |, et le toit fuit. » Twin: « Le maire, salue la foule, et part. »
func (r *reading) midQuote(p *speech.Passage) (speech.Report, bool) {
	for i := p.Words.First + 3; r.lang == "fr" && i+2 < p.Words.End; i++ {
		q := r.text.Inside(i)
		c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, r.cueLemma(r.lower(i)))
		if q < 0 || !ok || r.word(i-1) != "," || r.cueLemma(r.lower(i)) == r.lower(i) || c.Class == "order" {
			continue
		}
		all := r.text.Quotations[q].Words()
		comma := i + 1
		for comma < all.End && r.word(comma) != "," && !r.stop(comma) {
			comma++
		}
		who := text.Range{First: i + 1, End: comma}
		n := r.bearerIn(who, r.headOf(who))
		m := r.cast.find(r, n)
		if r.word(comma) != "," || m == nil || m.kind != Person || n.Len() < 2 && m.name == r.name(n) {
			continue
		}
		for k := comma + 1; k < min(all.End, comma+maxRemit); k++ { // what he is
			if r.word(k) == "," && r.determiner(comma+1) && r.person(r.nounIn(text.Range{First: comma + 1, End: k})) {
				comma = k
				break
			}
		}
		return speech.Report{Cue: text.Range{First: i, End: i + 1}, Lemma: r.cueLemma(r.lower(i)), Verb: true, Whole: true, Speaker: text.Range{First: i + 1, End: comma}, Content: []text.Range{{First: r.text.Quotations[q].All.First, End: i - 1}, {First: comma + 1, End: r.text.Quotations[q].All.End}}}, true
	}
	return speech.Report{}, false
}
