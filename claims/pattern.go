package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// add appends the reports of passage p that patterns find where the model found
// none: an attribution that closes a sentence behind a long apposition, the
// speaker in front of a line of a transcript, the name behind a quotation.
func (r *reading) add(p *speech.Passage, reports []speech.Report) []speech.Report {
	reports = slices.DeleteFunc(slices.Clone(reports), func(a speech.Report) bool { return r.mislabelled(p, a) || r.ownWords(&a) || r.wasAsked(&a) })
	if label := r.narrator(p); label.Len() > 0 {
		return slices.DeleteFunc(reports, func(b speech.Report) bool { return b.Cue.First < label.End })
	}
	if a, ok := r.turnOf(p); ok && a.Turn {
		return append([]speech.Report{a}, slices.DeleteFunc(slices.Clone(reports), func(b speech.Report) bool { return b.Cue == a.Cue })...)
	}
	if a, ok := r.phrasal(p); ok {
		reports = append(slices.DeleteFunc(reports, func(b speech.Report) bool { return a.Cue.First <= b.Cue.First && b.Cue.First < a.Cue.End }), a)
	}
	a, ok := r.closing(p)
	for i := range reports {
		if b := &reports[i]; ok && b.Cue.First == a.Cue.First && (b.Speaker.Len() == 0 || len(b.Content) > 0 && b.Content[0].First == b.Cue.End && b.Content[0].Len() <= 2 && !b.Passive && b.Shape == speech.Phrase) { // “announced [Friday]”
			b.Speaker, b.Content, b.Shape, b.Whole = a.Speaker, a.Content, a.Shape, true
		} else if ok && b.Cue.First == a.Cue.First && len(b.Content) > 0 && b.Content[0].First == p.Words.First && r.finiteIn(a.Content[0]) { // “A ferry carrying more than its papers showed sank, officials said”
			b.Shape = a.Shape
		}
	}
	reports = r.quotedAs(reports)
	if ok && !overlaps(reports, a) {
		reports = append(reports[:len(reports):len(reports)], a)
	}
	if a, ok := r.source(p); ok {
		for i := range reports {
			if b := &reports[i]; b.Cue.First == a.Cue.First && a.Cue.First == p.Words.First {
				b.Speaker, b.Content, b.Whole = a.Speaker, a.Content, true
			}
		}
		if overlaps(reports, a) {
			return reports
		}
		reports = append(reports[:len(reports):len(reports)], a)
	}
	if a, ok := r.sayingWhen(p); ok {
		for i := range reports {
			if b := &reports[i]; b.Cue.First == a.Cue.First && b.Verb && strings.Contains(a.Lemma, "_") { // “fired back that”
				b.Lemma = a.Lemma
			}
		}
		shows := r.shows(a.Cue.First)
		inner := slices.DeleteFunc(slices.Clone(reports), func(b speech.Report) bool {
			return b.Cue.First == a.Cue.First && (b.Shape == speech.Phrase || !b.Verb) || shows && b.Cue.First < a.Content[0].First
		})
		if len(inner) == 0 || (a.Lemma == "say" || shows) && !slices.ContainsFunc(inner, func(b speech.Report) bool { return b.Cue.First < a.Content[0].First }) {
			return append([]speech.Report{a}, inner...)
		}
	}
	if len(reports) > 0 {
		return reports
	}
	if a, ok := r.saidLast(p); ok {
		return []speech.Report{a}
	}
	if a, ok := r.saidBetween(p); ok {
		return []speech.Report{a}
	}
	if a, ok := r.turnOf(p); ok {
		return []speech.Report{a}
	}
	if a, ok := r.signed(p); ok {
		return []speech.Report{a}
	}
	if a, ok := r.passedOn(p); ok {
		return []speech.Report{a}
	}
	if a, ok := r.midQuote(p); ok {
		return []speech.Report{a}
	}
	return reports
}

// saidLast finds “Not so fast, said | Jane Doe of the Lake Institute.”: no verb in what is
// said, which hides it from the labels.
func (r *reading) saidLast(p *speech.Passage) (speech.Report, bool) {
	const name = 12 // words at most
	end := p.Words.End
	if r.lang != "en" || !r.stop(end-1) {
		return speech.Report{}, false
	}
	for i := end - 4; i > p.Words.First && end-i < name; i-- {
		who := text.Range{First: i + 2, End: end - 1}
		if r.word(i) != "," || !r.sayingVerb(i+1) || r.passive(i+1) {
			continue
		}
		if !r.capital(who.First) && !r.determiner(who.First) || r.finiteIn(who) || r.text.Inside(who.First) >= 0 {
			return speech.Report{}, false
		}
		return speech.Report{Cue: text.Range{First: i + 1, End: i + 2}, Lemma: r.cueLemma(r.lower(i + 1)), Verb: true, Whole: true, Speaker: who, Content: []text.Range{{First: p.Words.First, End: i}}}, true
	}
	return speech.Report{}, false
}

// passive reports whether a form of “be” stands before the verb at word i.
func (r *reading) passive(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(k)); ok && lemma == "be" {
			return true
		}
	}
	return false
}

// subjectOf returns the phrase that opens a sentence and its finite verb follows, as far as
// it says who it is: “A couple of Bana | who lost their house | is suing”. The empty range
// if something else opens it.
func (r *reading) subjectOf(s text.Range) text.Range {
	const reach = 14
	w := r.lower(s.First)
	if !r.determiner(s.First) && !lexicon.Is(r.lang, lexicon.Owning, w) && !lexicon.Is(r.lang, lexicon.Pronoun, w) && (!r.capital(s.First) || r.opener(s.First)) {
		return text.Range{}
	}
	for i := s.First + 1; i < min(s.End, s.First+reach) && r.words[i].Kind == text.Letters || r.word(i) == "-"; i++ {
		if w := r.lower(i); w == "who" || w == "which" || w == "that" || r.predicate(i) {
			return text.Range{First: s.First, End: i}
		}
	}
	return text.Range{}
}

// finiteSoon reports whether c is a clause, whatever its tree: “that” opens it, or a noun
// phrase and a finite verb: “the province | had dropped its target”. Twins: “the target |
// that had been dropped”, “the target | they had dropped”.
func (r *reading) finiteSoon(c text.Range) bool {
	if r.lower(c.First) == "that" {
		return r.finiteIn(c)
	}
	if w := r.lower(c.First); subordinates(w) || !r.opensClause(c.First) {
		return false
	}
	for i := c.First + 1; i < c.End && r.words[i].Kind == text.Letters; i++ {
		switch w := r.lower(i); {
		case r.auxiliary(w) && !lexicon.Known(w, lexicon.Adverb), modal(w):
			return true
		case subordinates(w), r.preposition(i), r.ofNoun(i), r.opensClause(i) && (!r.capital(i) || !r.capital(i-1) && i > c.First+1):
			return false
		}
	}
	return false
}

// finiteIn reports whether an auxiliary, a modal or a verb with an ending stands in c.
func (r *reading) finiteIn(c text.Range) bool {
	for i := c.First + 1; i < c.End; i++ {
		w := r.lower(i)
		if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); r.auxiliary(w) || w == "'s" && lexicon.Is(r.lang, lexicon.Pronoun, r.lower(i-1)) || modal(w) || ok && lemma != w && !r.capital(i) && !strings.HasSuffix(w, "ing") {
			return true
		}
	}
	return false
}

// mislabelled reports whether a colon is taken for a cue that no speaker stands before:
// “ENERGY: Crude oil fell.”, “THE QUOTE: “We wait,” Doe said.”
func (r *reading) mislabelled(p *speech.Passage, a speech.Report) bool {
	_, cue := lexicon.CueOf(r.lang, lexicon.NounCue, a.Lemma)
	if a.Verb && r.unquotedManner(&a) || r.lower(a.Cue.First-1) == "than" || !a.Verb && !cue && a.Speaker.Len() == 0 && r.word(a.Cue.End) == ":" { // “The coach: “We go.””
		return true
	}
	if r.word(a.Cue.First) != ":" {
		return false
	}
	if a.Speaker.Len() == 0 && len(a.Content) > 0 {
		_, toned := r.toned(a.Content[0])
		return toned
	}
	if a.Speaker.Len() == 0 {
		return false
	}
	if r.voice(a.Speaker) == somebody {
		return !r.labels[r.name(a.Speaker)] && len(a.Content) > 0 && !r.quotes(a.Content) && (!r.clausal(a.Content) || a.Speaker.Len() == 1 && upper(r.name(a.Speaker)))
	}
	if len(a.Content) == 0 {
		return true
	}
	if r.allQuoted(a.Content) {
		_, said := r.verbBeside(p, a.Content[len(a.Content)-1])
		return said && upper(r.name(a.Speaker))
	}
	last := r.lower(r.headOf(a.Speaker).End - 1)
	return !lexicon.Is(r.lang, lexicon.GroupNoun, last) && lexicon.ActOf(r.lang, lexicon.NounCue, last, "") != lexicon.Writing
}

// unquotedManner reports whether a is of a way of speaking (“wept”, “laughed”) with no
// quotation, and what the labels take for said is when or why: “wept [as it was played]”.
func (r *reading) unquotedManner(a *speech.Report) bool {
	c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, reportingLemma(r.lang, a.Lemma))
	if !ok || c.Class != "manner" || len(a.Content) == 0 || r.quotes(a.Content) {
		return false
	}
	w := r.lower(a.Content[0].First)
	return w != "that" && (subordinates(w) || r.preposition(a.Content[0].First))
}

// quotes reports whether some of content stands between quotation marks.
func (r *reading) quotes(content []text.Range) bool {
	for _, c := range content {
		for i := c.First; i < c.End; i++ {
			if r.text.Inside(i) >= 0 {
				return true
			}
		}
	}
	return false
}

// clausal reports whether content holds a verb.
func (r *reading) clausal(content []text.Range) bool {
	for _, c := range content {
		for i := c.First; i < c.End; i++ {
			w := r.lower(i)
			if r.auxiliary(w) || modal(w) || !r.capital(i) && lexicon.Known(w, lexicon.Verb) {
				return true
			}
			if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); ok && lemma != w {
				return true
			}
		}
	}
	return false
}

// quotedAs drops the report of "quoted" or "cited" whose "as saying" has a report
// of its own.
func (r *reading) quotedAs(reports []speech.Report) []speech.Report {
	for i := range reports {
		if !r.citingVerb(reports[i].Cue.First) {
			continue
		}
		for j := range reports {
			if as := reports[j].Cue.First - 1; j != i && as > reports[i].Cue.First && as < reports[i].Cue.First+8 && r.lower(as) == "as" {
				out := append([]speech.Report(nil), reports[:i]...)
				return append(out, reports[i+1:]...)
			}
		}
	}
	return reports
}

// overlaps reports whether a report has the cue of a already, or tells in a clause what a has for content: “The owner said
// the pier was safe, Doe reported” is two.
func overlaps(reports []speech.Report, a speech.Report) bool {
	for _, b := range reports {
		if b.Cue.First == a.Cue.First || len(b.Content) > 0 && b.Whole && b.Shape == speech.Clause && !holds(a.Content, b.Cue.First) {
			return true
		}
	}
	return false
}

// closing finds "…, Radio X, the voice of Y, reported." at the end of a passage:
// a verb that reports as its last word but for a day, and before it, between
// commas, a name with or without an apposition.
func (r *reading) closing(p *speech.Passage) (speech.Report, bool) {
	k := p.Words.End - 1
	for k > p.Words.First && r.words[k].Kind == text.Punct {
		k--
	}
	if k > p.Words.First+1 && dayName(r.lower(k)) {
		k--
		if r.lower(k) == "on" {
			k--
		}
	}
	last := k
	k = r.tellsAt(k)
	lemma, end := r.cueLemma(r.lower(k)), k
	for r.auxiliary(r.lower(end - 1)) {
		end--
	}
	c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	if k <= p.Words.First+4 || !(ok && (c.Class == "say" || c.Class == "declare" || c.Class == "concede" || c.Class == "confirm" || c.Class == "ask") || r.hearsCase(k)) || lemma == r.lower(k) {
		return speech.Report{}, false
	}
	a := speech.Report{Cue: text.Range{First: k, End: k + 1}, Lemma: lemma, Verb: true, Whole: true}
	commas := []int{}
	for i := k - 1; i > p.Words.First && len(commas) < 3 && k-i < 30; i-- {
		if r.text.Inside(i) >= 0 {
			break
		}
		if r.word(i) == "," {
			commas = append(commas, i)
		}
	}
	start := -1
	switch {
	case len(commas) >= 3 && commas[0] == k-1 && (r.capital(commas[2]+1) && r.nameOnly(commas[2]+1, commas[1]) || r.opensSubject(commas[2]+1) && r.capital(commas[1]+1) && r.nameOnly(commas[1]+1, commas[0])): // “, NAME, apposition, said”, “, apposition, NAME, said”
		start = commas[2]
	case len(commas) >= 1 && commas[0] != k-1 && (r.capital(commas[0]+1) || r.opensSubject(commas[0]+1) && r.clausal([]text.Range{{First: p.Words.First, End: commas[0]}}) || (r.capital(k-1) || r.bearing(k-1)) && r.modifies(commas[0]+1)) && k-commas[0] < 9:
		start = commas[0]
	default:
		return a, false
	}
	for i := start + 1; i < end; i++ {
		if lexicon.Is(r.lang, lexicon.Asking, r.lower(i)) { // “at the Bana, Texas, | event where Doe spoke”
			return a, false
		}
	}
	a.Speaker = text.Range{First: start + 1, End: end}
	a.Content = []text.Range{{First: p.Words.First, End: start}}
	if first := p.Words.First; k < last && (r.opener(first) && (subordinates(r.lower(first)) || lexicon.Known(r.lower(first), lexicon.Adverb)) || lexicon.Is(r.lang, lexicon.Subordinator, r.lower(first)) || r.preposition(first) || !r.finiteIn(a.Content[0])) { // “When it rained, Doe told the guards.”
		return a, false
	}
	return a, start-p.Words.First > 3
}

// tellsAt returns the verb before those who were told, with whom word k ends: “the minister | told
// reporters”, “| told a news conference”. K if none is.
func (r *reading) tellsAt(k int) int {
	const phrase = 3 // words of those who were told
	for i := k - 1; i > 0 && k-i <= phrase && r.words[i].Kind == text.Letters; i-- {
		if r.sayingVerb(i) && lexicon.Is(r.lang, lexicon.Addressee, r.lower(i)) {
			return i
		}
	}
	return k
}

// opensSubject reports whether word i may open who says what stands before: “…, | a ministry
// spokesperson said”, “…, | he concedes”.
func (r *reading) opensSubject(i int) bool {
	w := r.lower(i)
	return r.determiner(i) || lexicon.Is(r.lang, lexicon.Owning, w) || lexicon.Is(r.lang, lexicon.He, w) || lexicon.Is(r.lang, lexicon.She, w)
}

// nameOnly reports whether all words from i up to end begin with a capital or
// join such words.
func (r *reading) nameOnly(i, end int) bool {
	for ; i < end; i++ {
		if !r.capital(i) && !r.joins(i) {
			return false
		}
	}
	return true
}

// dayName reports whether w may follow a reporting verb as its time.
func dayName(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today":
		return true
	}
	return false
}

// signed finds the name behind a quotation that opens its passage: “…” — Jane
// Doe, the minister.
func (r *reading) signed(p *speech.Passage) (speech.Report, bool) {
	q := r.text.Inside(p.Words.First)
	if q < 0 {
		return speech.Report{}, false
	}
	all := r.text.Quotations[q].All
	i := all.End
	switch r.word(i) {
	case "-", "–", "—", "--", "―":
	default:
		return speech.Report{}, false
	}
	if i+2 >= p.Words.End+1 || !r.capital(i+1) || p.Words.End-i > 16 {
		return speech.Report{}, false
	}
	a := speech.Report{Cue: text.Range{First: i, End: i + 1}, Lemma: ":", Whole: true, Content: []text.Range{all}}
	a.Speaker = r.trim(text.Range{First: i + 1, End: p.Words.End})
	return a, a.Speaker.Len() > 0
}
