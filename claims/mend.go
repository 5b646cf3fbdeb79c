package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// What is set right in a report that the labels give word by word.

// mend sets right what a label by label decision gets wrong: brackets that the
// content opens and does not close, an outlet that was told at its end.
func (r *reading) mend(a *speech.Report) {
	if a.Turn {
		return
	}
	for k := range a.Content {
		c := &a.Content[k]
		if q := r.text.Inside(c.First); q >= 0 && r.preposition(c.First-1) { // “told us on “Bana Today,” | that it was late”
			if all := r.text.Quotations[q].All; all.First == c.First && all.End < c.End && r.heading(all) {
				c.First = all.End
			}
		}
		open := 0
		for i := c.First; i < c.End; i++ {
			switch r.word(i) {
			case "(", "[":
				open++
			case ")", "]":
				open--
			}
		}
		for i := c.End; open > 0 && i < len(r.words) && i < c.End+12; i++ {
			if w := r.word(i); w == ")" || w == "]" {
				open--
				c.End = i + 1
			}
		}
	}
	if n := len(a.Content); n > 0 {
		a.Content[n-1].End = r.beyondBracket(a.Content[n-1].End)
	}
	if a.Speaker.Len() == 1 && r.lower(a.Speaker.First) == "to" { // “Added to that were questions”
		a.Speaker = text.Range{}
	}
	if w := r.lower(a.Speaker.First); r.auxiliary(w) || modal(w) || a.Passive && r.preposition(a.Speaker.First) {
		a.Speaker = text.Range{}
	}
	if a.Verb && r.word(a.Speaker.End) == ":" && a.Cue.First > a.Speaker.End && r.voice(a.Speaker) != somebody { // “THE QUOTE: “We wait,” said Doe”
		a.Speaker = text.Range{}
	}
	if n := len(a.Content); n == 2 && a.Verb && a.Content[0].End == a.Cue.First && r.leads(a.Content[0].First) && r.word(a.Content[1].First-1) == ":" && r.text.Inside(a.Content[1].First) >= 0 {
		if noun := r.headOf(a.Content[0]).End - 1; r.person(noun) || r.body(noun) || r.capital(noun) || r.aged(a.Content[0]) != "" { // “The mayor | posted on X: “No””; twin: “The photo posted on X: “No””
			a.Passive, a.Speaker, a.Content = false, r.trim(a.Content[0]), a.Content[1:]
		}
	}
	if n := len(a.Content); a.Passive && a.Shape == speech.Clause && n > 1 && a.Content[n-1].First >= a.Cue.End && r.text.Inside(a.Content[0].First) < 0 { // “[It] was announced [that]”
		a.Content = a.Content[n-1:]
	}
	if n := len(a.Content); n > 0 && a.Verb && a.Shape == speech.Clause && a.Content[n-1].First == a.Cue.End { // “said late Monday [it would]”
		if c := &a.Content[n-1]; r.word(c.First) != "(" {
			if j := r.weekday(c.First, c.End); j > 0 && (r.opensClause(j) || r.several(j)) && !r.capital(j) {
				c.First = j
			}
		}
	}
	r.interjected(a)
	r.unsplit(a)
	r.invert(a)
	r.behindQuote(a)
	r.closeRelative(a)
	r.circumstance(a)
	r.afterStop(a)
	r.subordinate(a)
	if c, _ := lexicon.CueOf(r.lang, lexicon.VerbCue, a.Lemma); c.Class == "order" && a.Speaker.First == a.Cue.End && r.text.Inside(a.Content[0].First) < 0 { // “Doe, however, urged | traders | to leave”
		a.Speaker = text.Range{}
	}
	if a.Speaker.Len() == 0 && a.Verb && !a.Passive {
		if a.Speaker = r.adjacent(a); r.lang != "en" && a.Speaker.Len() > 1 && (r.preposition(a.Speaker.First) || lexicon.Is(r.lang, lexicon.Pronoun, r.lower(a.Speaker.First))) { // “dans un communiqué en | expliquant”
			a.Speaker = text.Range{}
		}
	}
	if c, _ := lexicon.CueOf(r.lang, lexicon.VerbCue, a.Lemma); a.Speaker.Len() == 0 && r.lang == "en" && c.Class == "say" && strings.HasSuffix(r.lower(a.Cue.First), "ing") && r.word(a.Cue.First-1) == "," {
		a.Speaker = r.subjectOf(r.sentenceOf(a.Cue.First)) // “Doe cited the law, | saying “no””
	}
	if r.lower(a.Cue.First-1) == "as" {
		if n := r.quotedOne(a.Cue.First - 1); n.Len() > 0 {
			a.Speaker = n
		}
	}
	if n := len(a.Content); n > 0 && a.Verb && a.Content[n-1].First > a.Cue.First {
		c := &a.Content[n-1]
		for i := c.First + 1; i+1 < c.End; i++ {
			if r.lower(i) == "to" && r.text.Inside(i) < 0 && c.End-i < 12 && r.outlet(i+1, c.End).Len() > 0 && r.passes(a.Lemma) {
				c.End = i
			}
		}
	}
}

// unsplit gives the speaker the words of his name that the content ends with: “[It rained, Warriner]-Sato
// | said”.
func (r *reading) unsplit(a *speech.Report) {
	n, at := len(a.Content), a.Speaker.First
	if n == 0 || a.Speaker.Len() == 0 || a.Content[n-1].End > at || at-a.Content[n-1].End > 1 || r.word(at-1) != "-" || r.words[at].Space {
		return
	}
	c := &a.Content[n-1]
	for i := c.End - 1; i > c.First && (r.capital(i) || r.word(i) == "-"); i-- {
		if r.word(i-1) == "," {
			a.Speaker.First, c.End = i, i-1
			return
		}
	}
}

// sentenceOf returns the sentence of word i from its start up to that word.
func (r *reading) sentenceOf(i int) text.Range {
	first := i
	for first > 0 && i-first < longSentence && !r.leads(first) {
		first--
	}
	return text.Range{First: first, End: i}
}

// longSentence is more words than are looked through for the start of a sentence.
const longSentence = 200

// invert makes the speaker of what the labels take for content behind the verb:
// “Nobody warned us,” say | families of the town.
func (r *reading) invert(a *speech.Report) {
	n := len(a.Content)
	if n == 1 && a.Verb && !a.Passive && r.trim(a.Speaker).End == a.Cue.First-1 && r.word(a.Cue.First-1) == "," && a.Content[0].First == a.Cue.End && // “[Some voted no], said [the union]”
		(r.determiner(a.Cue.End) || r.capital(a.Cue.End)) && r.stop(a.Content[0].End) && !r.finiteIn(a.Content[0]) && r.finiteIn(r.beforeWho(a.Speaker)) { // twin: “[Doe, who owns it], rejected [the plan]”
		a.Speaker, a.Content, a.Shape = a.Content[0], []text.Range{r.trim(a.Speaker)}, speech.Clause
		return
	}
	if n < 2 || a.Speaker.Len() > 0 || !a.Verb && !r.sayingVerb(a.Cue.First) { // “replies” is a noun too
		return
	}
	if c := a.Content[n-1]; c.First == a.Cue.End && r.lower(c.First) == "that" && !a.Passive { // what stands before “added that” is who did
		a.Speaker, a.Content = r.trim(a.Content[0]), a.Content[n-1:]
		return
	}
	k := n - 1
	if a.Content[n-2].First == a.Cue.End && n > 2 && r.quotes(a.Content[n-1:]) { // “We stay,” admits | the biologist. “We go.”
		k--
	}
	last, before := a.Content[k], a.Content[k-1]
	behind := r.text.Inside(before.End-1) >= 0 || r.text.Inside(max(0, before.End-2)) >= 0 // a quotation
	comma := r.word(a.Cue.First-1) == "," && (r.determiner(last.First) || r.capital(last.First))
	if last.First != a.Cue.End || before.End > a.Cue.First || a.Cue.First-before.End > 1 || r.text.Inside(last.First) >= 0 || !behind && !comma {
		return
	}
	for i := last.First; i < last.End; i++ {
		if r.text.Inside(i) >= 0 || i > last.First+8 || !behind && (r.auxiliary(r.lower(i)) || modal(r.lower(i))) {
			return
		}
	}
	a.Speaker, a.Content, a.Verb = last, slices.Delete(slices.Clone(a.Content), k, k+1), true
}

// beforeWho returns what stands before a relative clause: “Doe|, who owns it”. All, if there is none.
func (r *reading) beforeWho(c text.Range) text.Range {
	for i := c.First + 1; i < c.End; i++ {
		if w := r.lower(i); r.word(i-1) == "," && (w == "who" || w == "whose" || w == "which") {
			c.End = i - 1
		}
	}
	return c
}

// afterStop takes out of speaker and content what a full stop ends that looked like part
// of a word: “They were called at 3:40 p.m. | Sgt. Jane Doe said”.
func (r *reading) afterStop(a *speech.Report) {
	for i := max(0, a.Speaker.First-1); i+1 < a.Speaker.End; i++ {
		if w := r.word(i); len(w) < 3 || !strings.HasSuffix(w, ".") || r.capital(i) || !r.capital(i+1) {
			continue
		}
		if rest := slices.DeleteFunc(slices.Clone(a.Content), func(c text.Range) bool { return c.End <= i+1 }); len(rest) > 0 {
			a.Speaker.First, a.Content = i+1, rest
		}
	}
}

// behindQuote makes the speaker of the words between a quotation and the verb that the
// labels take for content: “We stay,” | the 26-year-old | wrote.
func (r *reading) behindQuote(a *speech.Report) {
	end := a.Cue.First
	if a.Speaker.Len() > 0 && a.Speaker.End == end && r.word(a.Speaker.First-1) == "-" { // Vagheni-Roth, parted at the hyphen
		end = a.Speaker.First - 1
	} else if a.Speaker.Len() > 0 {
		return
	}
	k := slices.IndexFunc(a.Content, func(c text.Range) bool { return c.End == end || c.End == end+1 && end < a.Cue.First })
	if k < 0 {
		return
	}
	c := &a.Content[k]
	q := r.text.Inside(c.First)
	if q < 0 {
		return
	}
	if end := r.text.Quotations[q].All.End; end < c.End && c.End-end < 10 && r.word(end-2) == "," && r.finite(a.Cue.First) {
		a.Speaker, c.End, a.Verb = text.Range{First: end, End: a.Cue.First}, end, true
		a.Lemma, a.Shape = reportingLemma(r.lang, r.lower(a.Cue.First)), speech.Clause
	}
}

// finite reports whether word i is an inflected verb of reporting, no participle in -ing.
func (r *reading) finite(i int) bool {
	w := r.lower(i)
	lemma := r.cueLemma(w)
	_, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	return ok && lemma != w && !strings.HasSuffix(w, "ing")
}

// closeRelative ends what a relative clause between commas reports at the comma
// that closes it: “Doe, who said [it was not for sale], lives in the town”.
func (r *reading) closeRelative(a *speech.Report) {
	n := len(a.Content)
	if w := r.lower(a.Speaker.First); n == 0 || a.Speaker.Len() != 1 || w != "who" && w != "which" || r.word(a.Speaker.First-1) != "," {
		return
	}
	c := &a.Content[n-1]
	for i := c.End - 2; i > c.First; i-- {
		if r.word(i) != "," || r.text.Inside(i) >= 0 {
			continue
		}
		w := r.lower(i + 1)
		if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); r.auxiliary(w) || modal(w) || ok && lemma != w && !strings.HasSuffix(w, "ing") {
			c.End = i
		}
		return
	}
}

// circumstance takes out of what a quotation says when and why it was said: “It leaks,” Doe
// said | as the gate was closed. Twin: Doe described it | as “a leak.”
func (r *reading) circumstance(a *speech.Report) {
	if len(a.Content) < 2 || r.text.Inside(a.Content[0].First) < 0 {
		return
	}
	a.Content = slices.DeleteFunc(slices.Clone(a.Content), func(c text.Range) bool {
		w := r.lower(c.First)
		return c.First == a.Cue.End && w != "that" && subordinates(w) && !r.quotes([]text.Range{c})
	})
}

// subordinate makes the speaker of the pronoun whose clause the verb goes on: “Jane Doe met
// Paul Roe when | he | knocked and said”. Twin: “Doe left when he knocked, and said”.
func (r *reading) subordinate(a *speech.Report) {
	if !a.Verb || a.Speaker.Len() == 0 || !lexicon.Is(r.lang, lexicon.Joining, r.lower(a.Cue.First-1)) {
		return
	}
	for i := a.Cue.First - 2; i > a.Speaker.End && r.words[i].Kind == text.Letters; i-- {
		if w := r.lower(i); lexicon.Is(r.lang, lexicon.Subordinator, r.lower(i-1)) && (lexicon.Is(r.lang, lexicon.He, w) || lexicon.Is(r.lang, lexicon.She, w)) {
			a.Speaker = text.Range{First: i, End: i + 1}
			return
		}
	}
}

// beyondBracket returns the end of content that stops at word end though a
// bracket opens there: after the bracket, and if the sentence goes on without a
// mark but brackets, before the next mark.
func (r *reading) beyondBracket(end int) int {
	if r.word(end) != "(" {
		return end
	}
	for i := end + 1; i < len(r.words) && i < end+12; i++ {
		if r.word(i) != ")" {
			continue
		}
		for i++; i < len(r.words) && i < end+40; i++ {
			if k := r.words[i].Kind; (k == text.Punct || k == text.Quote) && r.word(i) != "(" && r.word(i) != ")" {
				return i
			}
		}
		break
	}
	return end
}

// adjacent returns the phrase before or after a finite verb of saying that the
// model and the tree leave without a subject: "X, the mayor of Y, said", "said
// X". Nothing but names, nouns and an apposition between commas counts.
func (r *reading) adjacent(a *speech.Report) text.Range {
	k := a.Cue.First
	lemma := reportingLemma(r.lang, r.lower(k))
	entry, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	if a.Cue.Len() > 1 { // “shot back”
		lemma = a.Lemma
		entry, ok = lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	}
	if !ok || lemma == r.lower(k) || strings.HasSuffix(r.lower(k), "ing") {
		return text.Range{}
	}
	free := func(i int) bool {
		return i >= 0 && i < len(r.words) && r.text.Inside(i) < 0 && !holds(a.Content, i) && (r.words[i].Kind == text.Letters || r.words[i].Kind == text.Number || r.word(i) == "-")
	}
	end := k
	for end > 0 && (r.auxiliary(r.lower(end-1)) || modal(r.lower(end-1)) || !r.capital(end-1) && strings.HasSuffix(r.lower(end-1), "ly")) {
		end--
	}
	inverted := r.word(end-1) == "," && end > 1 && r.text.Inside(end-2) >= 0
	if r.word(end-1) == "," && !inverted { // back over the apposition
		i := end - 2
		for i > end-26 && (free(i) || r.word(i) == "(" || r.word(i) == ")" || r.word(i) == "'" || r.word(i) == "’") {
			i--
		}
		if r.word(i) == "," && r.capital(i-1) {
			first := i
			for first > 0 && first > i-6 && free(first-1) && (r.capital(first-1) || r.joins(first-1) && r.capital(first-2)) {
				first--
			}
			return text.Range{First: first, End: end - 1}
		}
		return text.Range{}
	}
	if entry.Class != "say" && entry.Class != "declare" && entry.Class != "manner" && entry.Class != "ask" && entry.Class != "confirm" {
		return text.Range{}
	}
	first := end
	for !inverted && first > 0 && first > end-12 && free(first-1) && !subordinates(r.lower(first-1)) {
		first--
	}
	if first < end {
		if r.auxiliary(r.lower(first)) || modal(r.lower(first)) { // no subject: “but has dismissed”
			return text.Range{}
		}
		return text.Range{First: first, End: end}
	}
	noun := r.determiner(a.Cue.End)
	for end = a.Cue.End; end < a.Cue.End+8 && free(end) && (r.capital(end) || r.joins(end) || end == a.Cue.End || r.capital(end+1) && !noun || noun && !r.preposition(end)); end++ {
	}
	return text.Range{First: a.Cue.End, End: end}
}

// citingVerb reports whether word i is a form of quote or cite.
func (r *reading) citingVerb(i int) bool {
	l := r.cueLemma(r.lower(i))
	return l == "quote" || l == "cite"
}

// quotedOne returns the subject of "was quoted as": the speaker of what follows.
func (r *reading) quotedOne(as int) text.Range {
	for k := as - 1; k > 0 && k > as-12; k-- {
		if !r.citingVerb(k) {
			continue
		}
		end := k
		if !r.auxiliary(r.lower(end - 1)) { // "Reuters quoted the bishop as saying"
			return text.Range{First: k + 1, End: as}
		}
		for end > 0 && r.auxiliary(r.lower(end-1)) {
			end--
		}
		first := end
		for first > 0 && end-first < 12 && r.words[first-1].Kind != text.Punct && r.words[first-1].Kind != text.Quote {
			first--
		}
		return text.Range{First: first, End: end}
	}
	return text.Range{}
}
