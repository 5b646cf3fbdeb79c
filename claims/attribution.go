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
	case s.Form == Indirect && says && r.surveyed(a, cue):
		s.Spans = []text.Span{r.span(r.trim(p.Words))}
		s.Text = Content(r.src, s.Spans)
	case a.Turn, s.Form == Indirect && r.dialogue(p, a):
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
	if r.cast.asked = nil; r.text.Inside(p.Words.First) >= 0 && lexicon.Is(r.lang, lexicon.Replying, a.Lemma) && r.cast.voice != nil && r.cast.passage-r.cast.voice.spoke == 1 {
		r.cast.asked = r.cast.voice // “Who pays?” Doe asked. | “We do,” she replied.
	}
	s.Attribution = Attribution{Speaker: r.cast.resolve(r, a.Speaker, a.Name, a.Content), Cue: cue, Publisher: r.doc.Publisher}
	switch {
	case a.Turn:
		s.Attribution.Speaker = r.turnSpeaker(a)
	case s.Kind == Quote && a.Lemma == ":" && a.Speaker.Len() == 0: // “Et d'ajouter : « … »”
		s.Attribution.Speaker = r.cast.floor(r, p, true)
	}
	r.chain(&s.Attribution, p, a, all)
	r.introduces(&s, p, a)
	r.out = append(r.out, s)
	if by := &s.Attribution.Speaker; by.Name == "" && by.Text != "" && !s.Topic {
		r.cast.sketches(r, r.subject(r.trim(a.Speaker)), len(r.out)-1)
	}
	within := slices.ContainsFunc(all, func(b speech.Report) bool { return holds(b.Content, a.Cue.First) && b.Cue != a.Cue })
	if !within && (a.Shape != speech.Phrase || s.Form != Indirect || s.Topic) { // who asks is not who goes on, nor is who is said to have said it
		r.cast.spoke(r, s.Attribution.Speaker, a.Speaker, r.lower(r.trim(a.Content[0]).First))
	}
	if s.Kind == Quote || !s.Topic && r.cast.lastIn != r.cast.passage { // of “Doe said that Roe told her” Doe
		r.cast.takes(s.Attribution.Speaker, p, s.Kind == Quote)
		c, _ := lexicon.CueOf(r.lang, lexicon.VerbCue, cue.Lemma)
		r.cast.asks = c.Class == "ask" && strings.HasSuffix(s.Text, "?")
	}
	return !s.Topic && (a.Shape != speech.Phrase || s.Form == Mixed)
}

// surveyed reports whether which poll or study it was is part of what is so, and of the content: “a
// survey by Ipsos found that”. Twin: “a report by Ipsos said that”.
func (r *reading) surveyed(a *speech.Report, c Cue) bool {
	mention := r.trim(a.Speaker)
	shows := a.Verb && lexicon.ActOf(r.lang, lexicon.VerbCue, c.Lemma, "") > lexicon.Writing && lexicon.ActOf(r.lang, lexicon.VerbCue, c.Lemma, "study") == lexicon.Writing
	return shows && r.writers(mention, r.headOf(mention)).Len() > 0
}

// dialogue reports whether a is of a line of a dialogue, “– Pourquoi ? demande le juge.”: a
// dash opens it, and what is said, and it or the line beside it asks or exclaims.
func (r *reading) dialogue(p *speech.Passage, a *speech.Report) bool {
	dash, ok := r.dashed(p)
	if !ok || !a.Verb || a.Content[0].First > p.Words.First+1 || dash.End > r.words[a.Cue.First].Start {
		return false
	}
	for _, k := range []int{p.First - 1, p.Last + 1} {
		if k < 0 || k >= len(r.text.Blocks) {
			continue
		}
		if b := r.text.Blocks[k]; r.asks(b) || r.word(b.First) == dash.In(r.src) && dash.In(r.src) != "-" {
			return true
		}
	}
	return r.stop(a.Content[0].End-1) && r.word(a.Content[0].End-1) != "."
}

// title reports whether what is quoted is the title of a work: every word of it but small ones begins with a capital, no mark but the
// last ends it, and a preposition leads to it, “told us on “Bana Today,””, or it was written, called or published rather than said.
func (r *reading) title(a *speech.Report) bool {
	led := r.preposition(a.Content[0].First-1) || r.ofNoun(a.Content[0].First-1)
	switch reportingLemma(r.lang, a.Lemma) {
	case "say", "tell", "add", "shout", "ask", "answer", "reply", ":":
		if !led {
			return false
		}
	}
	words, capitals := 0, 0
	for _, c := range a.Content {
		last := c.End - 1
		for last > c.First && r.words[last].Kind == text.Quote {
			last--
		}
		for i := c.First; i < c.End; i++ {
			switch w := r.word(i); {
			case w == "!" || w == "?" || (w == "." || w == ",") && (i < last || !led):
				return false
			case r.words[i].Kind != text.Letters || i > c.First+1 && r.joins(i) || w == "the" || w == "a" || w == "in" || w == "to" || w == "with":
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

// determiner reports whether word i opens a noun phrase.
func (r *reading) determiner(i int) bool {
	switch r.lower(i) {
	case "the", "a", "an", "one", "another", "his", "her", "its", "their":
		return r.lang == "en" // « a » is a verb
	case "le", "la", "les", "l'", "un", "une", "son", "sa", "leur":
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
	subject := r.lower(r.nounOf(head))
	if k := head.First; r.lang != "en" { // “une étude | publiée hier”
		if lexicon.Is(r.lang, lexicon.Article, r.lower(k)) {
			k++
		}
		subject = r.lower(k)
	}
	c.Class = lexicon.ActOf(r.lang, kind, c.Lemma, subject)
	if c.Class == lexicon.Other && r.lower(a.Content[0].First) == "that" { // “accepted that it was late”, twin “accepted the prize”
		c.Class = lexicon.ActOf(r.lang, kind, c.Lemma+"_that", subject)
	}
	says := c.Class <= Writing && !r.ownVoice(a)
	shape := a.Shape
	switch {
	case shape != speech.Phrase:
	case r.bidden(a):
		shape = speech.Infinitive
	case a.Verb && (entry.Class == "say" || entry.Class == "declare" || entry.Class == "warn") && a.Content[0].First == a.Cue.End && !r.capital(a.Cue.First) && r.finiteSoon(a.Content[0]):
		shape = speech.Clause
	}
	switch shape {
	case speech.Infinitive:
		named := a.Content[0].First + 3 // “asked not to be | named”
		says = says && a.Verb && !a.Passive && lexicon.SaysDeed(r.lang, c.Lemma) && !(r.lower(named-3) == "not" && lexicon.Is(r.lang, lexicon.Naming, r.lower(named)))
		if says && c.Commitment != Denies {
			c.Commitment = Directs
		}
	case speech.Phrase:
		says = says && entry.Class == "ask" && r.putsQuestion(a)
	default:
		if w := r.lower(a.Content[0].First); a.Negated && w != "that" && subordinates(w) { // “would not say how many there were”
			says = false
		}
		says = says && (kind == lexicon.PhraseCue || a.Speaker.Len() > 0) // “it was announced that” is the writer's
	}
	return c, says
}

// putsQuestion reports whether a is of who puts a question that “whether” or “if” opens. Twins:
// “was asked whether”, “Asked whether it was late, Doe left”.
func (r *reading) putsQuestion(a *speech.Report) bool {
	k := a.Cue.First
	if !a.Verb || a.Passive || a.Speaker.Len() == 0 || a.Speaker.First > k || r.leads(k) || a.Content[0].Len() < 3 || !lexicon.Is(r.lang, lexicon.Asking, r.lower(a.Content[0].First)) {
		return false
	}
	between := slices.ContainsFunc(r.words[a.Speaker.First:k-1], func(w text.Word) bool { return w.In(r.src) == "," }) // “Doe, the mayor, | asked if”; twin “Doe, | asked if”
	for i := k - 1; i >= a.Speaker.End-1 && i > k-4; i-- {
		if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(i)); ok && lemma == "be" || r.word(i) == "," && !between || subordinates(r.lower(i)) {
			return false
		}
	}
	return true
}

// bidden reports whether the content is people and what they shall not do, “warned [the
// jury not to read about it]”, which the tree hangs on the people.
func (r *reading) bidden(a *speech.Report) bool {
	const reach = 6
	c := a.Content[0]
	for i := c.First + 1; i+2 < c.End && i < c.First+reach && r.words[i].Kind == text.Letters; i++ {
		if r.lower(i+1) == "to" && lexicon.Is(r.lang, lexicon.Negation, r.lower(i)) {
			return r.bearing(i - 1)
		}
	}
	return false
}

// ownVoice reports whether the subject of a reporting word is the writer, the reader
// or nobody: “we know that”, “no official said that”.
func (r *reading) ownVoice(a *speech.Report) bool {
	switch r.lower(a.Speaker.First) {
	case "no", "nobody", "none", "neither", "personne", "rien", "aucun", "aucune", "nul":
		return a.Speaker.Len() > 0
	case "we", "i", "nous", "je", "on", "you", "vous", "what":
		return a.Speaker.Len() == 1 && !r.asksHere() && r.turn.Text == "" && r.doc.Speaker == ""
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
	mark, run := "", 0 // what opens the last quoted words, and the first of those that it opens without another between
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
				if opens := r.word(all.All.First); opens != mark {
					mark, run = opens, len(s.Quoted)
				}
				s.Quoted = append(s.Quoted, r.span(text.Range{First: max(c.First, in.First), End: min(c.End, in.End)}))
			}
			i = max(i+1, all.All.End)
		}
	}
	if len(s.Quoted) > 0 {
		s.Kind, s.Form = Quote, Mixed
		if bare == 0 {
			s.Form = Direct
			s.Quoted = s.Quoted[run:] // « Voilà », “We will fight on,” is no quotation in two parts
			s.Spans = slices.Clone(s.Quoted)
		}
	}
	s.Text = Content(r.src, s.Spans)
}
