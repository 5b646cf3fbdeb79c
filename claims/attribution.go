package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// emit adds the statement of a report of passage p, unless it is an attitude and
// none are wanted. It reports whether the statement holds what its sentence says: a
// quotation, or what somebody said in a clause of its own.
func (r *reading) emit(p *speech.Passage, a *speech.Report, all []speech.Report) (covers bool) {
	s := Statement{Kind: Claim, Form: Indirect, Sentence: r.span(p.Words)}
	r.contents(&s, a.Content)
	if len(s.Spans) == 0 {
		return false
	}
	cue, says := r.cue(a)
	switch {
	case a.Turn:
		s.Kind, s.Form = Quote, Direct
	case s.Form == Direct && r.title(a):
		s.Kind, s.Form, s.Quoted, says = Claim, Indirect, nil, false
	}
	if s.Kind == Quote && (!a.Verb || a.Passive) && a.Speaker.Len() == 0 && a.Shape == speech.Phrase {
		return false // “a decision on the ‘undue burden’”, “is known as ‘Duke’”: marks, but nobody's words
	}
	s.Topic = s.Form == Indirect && !says
	if s.Topic && !r.attitudes && !r.saidIt(a, &cue) {
		return false
	}
	s.Attribution = Attribution{Speaker: r.cast.resolve(r, a.Speaker, a.Name, a.Content), Cue: cue, Publisher: r.doc.Publisher}
	if a.Turn {
		s.Attribution.Speaker = r.turnSpeaker(a)
	}
	r.chain(&s.Attribution, p, a, all)
	r.out = append(r.out, s)
	r.cast.spoke(r, s.Attribution.Speaker, a.Speaker, r.lower(r.trim(a.Content[0]).First))
	if s.Kind == Quote {
		r.cast.quoted(s.Attribution.Speaker, p.Last)
	}
	return !s.Topic && (a.Shape != speech.Phrase || s.Form == Mixed)
}

// title reports whether what is quoted is the title of a work: every word of it
// but small ones begins with a capital, no mark ends it, and it was written,
// called or published rather than said.
func (r *reading) title(a *speech.Report) bool {
	switch reportingLemma(r.lang, a.Lemma) {
	case "say", "tell", "add", "shout", "ask", "answer", "reply", ":":
		return false
	}
	words, capitals := 0, 0
	for _, c := range a.Content {
		for i := c.First; i < c.End; i++ {
			switch w := r.word(i); {
			case w == "." || w == "!" || w == "?" || w == ",":
				return false
			case r.words[i].Kind != text.Letters || i > c.First+1 && r.joins(i) || w == "the" || w == "a" || w == "in" || w == "to":
			default:
				words++
				if r.capital(i) {
					capitals++
				}
			}
		}
	}
	return words > 1 && words == capitals
}

// mend sets right what a label by label decision gets wrong: brackets that the
// content opens and does not close, an outlet that was told at its end.
func (r *reading) mend(a *speech.Report) {
	if a.Turn {
		return
	}
	for k := range a.Content {
		c := &a.Content[k]
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
	if n := len(a.Content); a.Passive && a.Shape == speech.Clause && n > 1 && a.Content[n-1].First >= a.Cue.End && r.text.Inside(a.Content[0].First) < 0 { // “[It] was announced [that]”
		a.Content = a.Content[n-1:]
	}
	r.invert(a)
	r.behindQuote(a)
	r.closeRelative(a)
	r.afterStop(a)
	if a.Speaker.Len() == 0 && a.Verb && !a.Passive {
		a.Speaker = r.adjacent(a)
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

// invert makes the speaker of what the labels take for content behind the verb:
// “Nobody warned us,” say | families of the town.
func (r *reading) invert(a *speech.Report) {
	n := len(a.Content)
	if n < 2 || !a.Verb || a.Speaker.Len() > 0 {
		return
	}
	if c := a.Content[n-1]; c.First == a.Cue.End && r.lower(c.First) == "that" && !a.Passive { // what stands before “added that” is who did
		a.Speaker, a.Content = r.trim(a.Content[0]), a.Content[n-1:]
		return
	}
	last, before := a.Content[n-1], a.Content[n-2]
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
	a.Speaker, a.Content = last, a.Content[:n-1]
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

// share gives the report k, if it is of a verb without a subject that “and” or
// “but” joins to an earlier one, the speaker of that one: “Doe said it was early
// but added”.
func (r *reading) share(reports []speech.Report, k int) {
	a := &reports[k]
	if a.Speaker.Len() > 0 || !a.Verb {
		return
	}
	switch i := a.Cue.First - 1; r.lower(i) {
	case "and", "but", "et", "mais":
	case "also", "later", "then":
		if w := r.lower(i - 1); w != "and" && w != "but" {
			return
		}
	default:
		return
	}
	for j := k - 1; j >= 0; j-- {
		if b := &reports[j]; b.Verb && b.Speaker.Len() > 0 && b.Cue.First < a.Cue.First && !holds(b.Content, a.Cue.First) {
			a.Speaker = b.Speaker
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
	if !ok || lemma == r.lower(k) || strings.HasSuffix(r.lower(k), "ing") {
		return text.Range{}
	}
	free := func(i int) bool {
		return i >= 0 && i < len(r.words) && r.text.Inside(i) < 0 && !holds(a.Content, i) && (r.words[i].Kind == text.Letters || r.words[i].Kind == text.Number || r.word(i) == "-")
	}
	end := k
	for end > 0 && (r.auxiliary(r.lower(end-1)) || modal(r.lower(end-1)) || strings.HasSuffix(r.lower(end-1), "ly")) {
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

// determiner reports whether word i opens a noun phrase.
func (r *reading) determiner(i int) bool {
	switch r.lower(i) {
	case "the", "a", "an", "one", "another", "his", "her", "their", "le", "la", "les", "l'", "un", "une", "son", "sa", "leur":
		return true
	}
	return false
}

// preposition reports whether word i ends the noun phrase before it.
func (r *reading) preposition(i int) bool {
	switch r.lower(i) {
	case "to", "in", "on", "at", "from", "with", "by", "during", "after", "before", "when", "who", "as",
		"a", "au", "aux", "dans", "sur", "lors", "pendant", "avec", "qui", "en":
		return true
	}
	return false
}

// subordinates reports whether w opens a clause.
func subordinates(w string) bool {
	switch w {
	case "that", "and", "but", "because", "when", "as", "while", "if", "after", "before", "whether", "how", "what", "why", "or",
		"que", "qu'", "et", "mais", "car", "quand", "lorsque", "ou", "si":
		return true
	}
	return false
}

// quotedOne returns the subject of "was quoted as": the speaker of what follows.
func (r *reading) quotedOne(as int) text.Range {
	for k := as - 1; k > 0 && k > as-12; k-- {
		if w := r.lower(k); w != "quoted" && w != "cited" {
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

// auxiliary reports whether w stands between a subject and its verb.
func (r *reading) auxiliary(w string) bool {
	switch w {
	case "was", "were", "is", "are", "been", "being", "has", "have", "had", "also", "later", "then", "not":
		return r.lang == "en"
	case "a", "ont", "avait", "avaient", "aurait", "auraient", "est", "sont", "ete", "aussi", "ensuite", "deja":
		return r.lang == "fr"
	}
	return false
}

// modal reports whether w is an English modal verb.
func modal(w string) bool {
	switch w {
	case "may", "might", "can", "could", "will", "would", "shall", "should", "must":
		return true
	}
	return false
}

// passes reports whether what the verb reports can be passed on "to" somebody.
func (r *reading) passes(lemma string) bool {
	c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, reportingLemma(r.lang, lemma))
	switch c.Class {
	case "say", "declare", "confirm", "concede", "reveal", "deny":
		return ok
	}
	return false
}

// cue returns the reporting word and what it commits its speaker to. It reports
// whether somebody says the content with it, as a clause or as what shall be: not so
// of a thought, of a thing spoken of (“criticised the plan”), of what is done with a
// word of speech (“was charged”, “was declared unsafe”, “is expected to leave”).
func (r *reading) cue(a *speech.Report) (Cue, bool) {
	c := Cue{Text: r.span(a.Cue).In(r.src), Span: r.span(a.Cue), Lemma: a.Lemma}
	kind := lexicon.NounCue
	if a.Verb {
		kind = lexicon.VerbCue
		c.Lemma = reportingLemma(r.lang, a.Lemma)
	}
	entry, ok := lexicon.CueOf(r.lang, kind, c.Lemma)
	if !ok {
		if entry, ok = lexicon.CueOf(r.lang, lexicon.PhraseCue, strings.ReplaceAll(a.Lemma, " ", "_")); ok {
			kind = lexicon.PhraseCue
		}
	}
	c.Commitment = Commitment(entry.Commitment)
	switch {
	case !ok && a.Verb:
		c.Commitment = Neutral
	case a.Negated && c.Commitment != Directs: // "did not say", "did not deny"
		c.Commitment = Neutral
	}
	if a.Lemma == ":" {
		return c, true
	}
	head := r.headOf(a.Speaker)
	subject := r.lower(head.End - 1)
	if r.lower(head.End) == "by" { // “a survey by Ipsos found that”: which survey is part of what is so
		subject = ""
	}
	c.Class = lexicon.ActOf(r.lang, kind, c.Lemma, subject)
	says := c.Class <= Writing && !r.ownVoice(a)
	switch a.Shape {
	case speech.Infinitive:
		says = says && a.Verb && !a.Passive && lexicon.SaysDeed(r.lang, c.Lemma)
		if says && c.Commitment != Denies {
			c.Commitment = Directs
		}
	case speech.Phrase:
		says = false
	default:
		says = says && (kind == lexicon.PhraseCue || a.Speaker.Len() > 0) // “it was announced that” is the writer's
	}
	return c, says
}

// ownVoice reports whether the subject of a reporting word is the writer, the reader
// or nobody: “we know that”, “no official said that”.
func (r *reading) ownVoice(a *speech.Report) bool {
	switch r.lower(a.Speaker.First) {
	case "no", "nobody", "none", "neither", "personne", "aucun", "aucune", "nul":
		return a.Speaker.Len() > 0
	case "we", "i", "nous", "je", "on", "you", "what":
		return a.Speaker.Len() == 1 && r.turn.Text == "" && r.doc.Speaker == ""
	}
	return false
}

// saidIt reports whether the noun phrase that a has for content is what was said:
// “denied any wrongdoing”, “announced the closure”, “rejected the claim”.
func (r *reading) saidIt(a *speech.Report, c *Cue) bool {
	if !a.Verb || a.Passive || c.Class > Writing || a.Speaker.Len() == 0 || r.ownVoice(a) || r.trim(a.Content[len(a.Content)-1]).Len() < 2 {
		return false
	}
	if lexicon.SaysThing(r.lang, c.Lemma) {
		return true
	}
	first, cue := a.Content[0].First, a.Cue.First
	return c.Commitment == Denies && (r.noun(first) || r.noun(first+1) || r.noun(cue-2) || r.noun(cue-3)) // “the claim that”, “a claim it rejects”
}

// contents fills in spans, quoted spans, kind and form from ranges of words.
func (r *reading) contents(s *Statement, content []text.Range) {
	bare := 0
	for _, c := range content {
		c = r.trim(c)
		if c.Len() == 0 {
			continue
		}
		s.Spans = append(s.Spans, r.span(c))
		for i := c.First; i < c.End; {
			q := r.text.Inside(i)
			if q < 0 {
				i = r.note(i, c.End)
				if r.words[i].Kind == text.Letters || r.words[i].Kind == text.Number {
					bare++
				}
				i++
				continue
			}
			all := r.text.Quotations[q]
			if in := all.Words(); max(c.First, in.First) < min(c.End, in.End) {
				s.Quoted = append(s.Quoted, r.span(text.Range{First: max(c.First, in.First), End: min(c.End, in.End)}))
			}
			i = max(i+1, all.All.End)
		}
	}
	if len(s.Quoted) > 0 {
		s.Kind, s.Form = Quote, Mixed
		if bare == 0 {
			s.Form = Direct
			s.Spans = slices.Clone(s.Quoted)
		}
	}
	s.Text = Content(r.src, s.Spans)
}
