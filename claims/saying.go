package claims

import (
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// A verb of saying whose subject opens its sentence, and what it has for a clause.

// sayingWhen finds “The mayor said in a statement | the pier was safe”, “told the court |
// he had slept”, “The mayor, who owns a boat, points out | that it was safe”, “asked the
// minister | why it was shut”: a subject that opens the passage, a verb of saying, when, how
// or to whom it was said, and a clause.
func (r *reading) sayingWhen(p *speech.Passage) (speech.Report, bool) {
	i := r.sayer(p)
	if i < 0 {
		return speech.Report{}, false
	}
	a := speech.Report{Cue: text.Range{First: i, End: i + 1}, Lemma: r.cueLemma(r.lower(i)), Verb: true, Whole: true, Speaker: r.hearer(p, i)}
	if lemma, that := r.governs(i); that > 0 {
		a.Lemma = lemma
	}
	if content := (text.Range{First: i + 1, End: p.Words.End}); r.shows(i) || r.hearsCase(i) && r.lower(i+1) == "that" {
		a.Content = []text.Range{content}
		return a, true
	}
	if w := r.lower(i - 1); i+4 >= p.Words.End || r.auxiliary(w) && !lexicon.Known(w, lexicon.Adverb) || r.passive(i) {
		return speech.Report{}, false
	}
	for a.Speaker.Len() > 1 && r.opener(a.Speaker.First) && !r.determiner(a.Speaker.First) && (r.capital(a.Speaker.First+1) || r.determiner(a.Speaker.First+1)) { // “Then | Doe asked”
		a.Speaker.First++
	}
	j := r.asksWhy(i, p.Words.End)
	if j > 0 {
		a.Shape = speech.Phrase
	} else if j = r.saidFrom(i, p.Words.End); j == 0 {
		return speech.Report{}, false
	}
	a.Content = []text.Range{{First: j, End: p.Words.End}}
	return a, r.finiteIn(a.Content[0]) || !r.sayingVerb(i) || r.agedSubject(j, p.Words.End) // “demanded that the ministry pay”
}

// maxSubject is more words than the subject of a verb of saying has, or what stands between
// commas behind it.
const maxSubject = 14

// sayer returns the verb of saying whose subject opens passage p; -1 if there is none.
func (r *reading) sayer(p *speech.Passage) int {
	says := func(i int) bool {
		_, that := r.governs(i)
		return r.sayingVerb(i) || that > 0 || r.hearsCase(i) || r.shows(i)
	}
	first := p.Words.First
	i := first + 1
	for i < min(p.Words.End, first+maxSubject) && r.text.Inside(i) < 0 && !says(i) {
		if r.word(i) == "," { // “Doe, who owns the shop, | said”
			for i++; i < min(p.Words.End-1, first+2*maxSubject) && r.word(i) != "," && !r.stop(i) && r.text.Inside(i) < 0; i++ {
			}
			if r.word(i) != "," || !says(i+1) {
				return -1
			}
		}
		i++
	}
	if i >= p.Words.End || !says(i) {
		return -1
	}
	return i
}

// governs returns the verb form at word i, which is no infinitive, if only “that” shows
// what is said with it: “points out | that”, “fired back | that”, “demanded | that the ministry pay”, “advised
// council members | that”; and where that stands, zero if it does not.
func (r *reading) governs(i int) (lemma string, that int) {
	const people = 5 // words at most
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(i))
	if !ok || lemma == r.lower(i) {
		return "", 0
	}
	for that = i + 1; that < i+people && r.lower(that) != "that" && (r.determiner(that) || r.modifies(that)); that++ {
	}
	switch c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma); {
	case r.lower(that) == "that" && ok && c.Class == "order" && (that == i+1 || r.bearing(that-1)):
		return lemma, that
	case r.lower(i+2) == "that":
		lemma += "_" + r.lower(i+1)
		if c, ok = lexicon.CueOf(r.lang, lexicon.VerbCue, lemma); ok && (c.Class == "say" || c.Class == "declare") {
			return lemma, i + 2
		}
	}
	return "", 0
}

// saidFrom returns where the clause begins that the verb of saying at word i governs; zero
// if none does clearly.
func (r *reading) saidFrom(i, end int) int {
	const phrase = 8 // words at most of when, how or to whom
	lemma := r.cueLemma(r.lower(i))
	day := r.weekday(i+1, end)
	_, that := r.governs(i)
	switch {
	case that > 0:
		return that
	case lemma == "say" && day > 0 && r.opensClause(day):
		return day
	case lemma == "say" && r.lower(i+1) == "what" && r.whatIs(i+1, end):
		return i + 1
	case lemma == "say" && (r.words[i+1].Kind == text.Number || r.word(i-1) == "," && r.opensClause(i+1) || r.agedSubject(i+1, end)):
		return i + 1
	case lemma == "say" && r.preposition(i+1), lemma == "tell" && (r.determiner(i+1) || r.several(i+1) || r.institution(i+1) && !r.capital(i+1)): // “told council | the roof leaked”
		j := i + 3
		if lemma == "tell" && !r.determiner(i+1) {
			j--
		}
		for ; j < min(end, i+phrase) && (r.words[j].Kind == text.Letters || r.joins(j)); j++ {
			if lexicon.Is(r.lang, lexicon.Addressee, r.lower(j)) && r.lower(j) != "that" && lemma == "tell" { // “told council about | the roof that leaked”
				return 0
			}
			if r.opensClause(j) && (r.lower(j) == "that" || !r.capital(j) && !r.determiner(j-1) && !r.preposition(j-1) && !r.joins(j-1) && !r.ofNoun(j-1)) {
				return j
			}
		}
	}
	return 0
}

// whatIs reports whether “what” at word i begins the subject of a clause: “said | what happened is wrong”. Twin: “said |
// what was wrong”.
func (r *reading) whatIs(i, end int) bool {
	const subject = 6 // words
	for k := i + 2; k < min(end, i+subject); k++ {
		if lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(k)); lemma == "be" && r.predicate(k-1) && !r.auxiliary(r.lower(k-1)) {
			return true
		}
	}
	return false
}

// agedSubject reports whether a clause begins at word i with a name, an age, where its bearer is from, and a verb:
// “said | Guy Roe, 26, of Bana, struck”. Twin: “said Guy Roe, 26, who struck”.
func (r *reading) agedSubject(i, end int) bool {
	n, _ := r.named(i, end)
	if n.First != i || !r.aging(n.End) {
		return false
	}
	verb := n.End + 3
	if home, _ := r.named(verb+1, end); r.lower(verb) == "of" && home.Len() > 0 && r.word(home.End) == "," {
		verb = home.End + 1
	}
	return r.predicate(verb) || lexicon.Known(r.lower(verb), lexicon.Verb) && !r.preposition(verb+1) && !r.ofNoun(verb+1) // “hit him”, “host of a show”
}

// asksWhy returns where a question begins that the verb at word i puts to somebody: “asked
// the minister | why the pier was shut”. Zero if it puts none, or words before it subordinate
// it: “Doe left when Roe asked if”.
func (r *reading) asksWhy(i, end int) int {
	const phrase = 6 // words at most
	if c, _ := lexicon.CueOf(r.lang, lexicon.VerbCue, r.cueLemma(r.lower(i))); c.Class != "ask" || strings.HasSuffix(r.lower(i), "ing") {
		return 0
	}
	for k := i - 1; k > i-maxSubject && k >= 0 && !r.leads(k); k-- {
		if subordinates(r.lower(k)) {
			return 0
		}
	}
	for j := i + 1; j < min(end, i+phrase) && r.words[j].Kind == text.Letters; j++ {
		if lexicon.Is(r.lang, lexicon.Asking, r.lower(j)) {
			return j
		}
	}
	return 0
}

// weekday returns the word behind the day that stands at word i: “Monday”, “late on
// Thursday night”. Zero if none does.
func (r *reading) weekday(i, end int) int {
	const reach = 8
	for _, m := range date.Append(r.dates[:0], r.src, r.words[min(i, end):min(end, i+reach)], r.doc.Date, r.lang) {
		if (m.First == 0 || m.First == 1 && lexicon.Known(r.lower(i), lexicon.Adverb)) && m.Weekday > 0 && m.Day == 0 {
			return i + m.End
		}
	}
	return 0
}

// opensClause reports whether a clause may begin at word i that a verb of saying governs:
// “that”, an article, a pronoun, a name.
func (r *reading) opensClause(i int) bool {
	w := r.lower(i)
	return w == "that" || r.determiner(i) || lexicon.Is(r.lang, lexicon.Pronoun, w) && w != "who" || lexicon.Is(r.lang, lexicon.Owning, w) || r.capital(i)
}

// hearsCase reports whether word i is what a court or the like does before whom something
// is said, or a study that shows it: “the jury | heard”, “a study released in May | found”. Twin:
// “Doe heard”.
func (r *reading) hearsCase(i int) bool {
	lemma, k := r.cueLemma(r.lower(i)), i-1
	if lemma == r.lower(i) {
		return false
	}
	for r.auxiliary(r.lower(k)) {
		k--
	}
	if lexicon.ActOf(r.lang, lexicon.VerbCue, lemma, "") != lexicon.Thought {
		return false
	}
	subject := r.nounOf(r.headOf(text.Range{First: r.sentenceOf(i).First, End: k + 1}))
	return lexicon.ActOf(r.lang, lexicon.VerbCue, lemma, r.lower(k)) == lexicon.Speech || lexicon.ActOf(r.lang, lexicon.VerbCue, lemma, r.lower(subject)) == lexicon.Writing && (r.lower(i+1) == "that" || r.stop(i+1))
}

// shows reports whether word i is what a study, or the papers of somebody, do: “a study released in May | found | half
// were ill”, “records obtained in May | show | Doe was ill”. Twin: “a study | showed | half the bones”.
func (r *reading) shows(i int) bool {
	w := r.lower(i)
	lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w)
	if !ok || r.lang != "en" || lexicon.ActOf(r.lang, lexicon.VerbCue, lemma, "study") > lexicon.Writing || !r.opensClause(i+1) {
		return false
	}
	verb := i + 2
	for r.modifies(verb) && !r.predicate(verb) {
		verb++
	}
	if !r.predicate(verb) || strings.HasSuffix(r.lower(verb), "ed") && r.preposition(verb+1) { // “a man | armed with”
		return false
	}
	subject := r.nounOf(r.headOf(text.Range{First: r.sentenceOf(i).First, End: i}))
	return subject < i-1 && lexicon.ActOf(r.lang, lexicon.VerbCue, "show", r.lower(subject)) == lexicon.Writing && (lemma != w || r.several(subject) || strings.HasSuffix(r.lower(subject), "s"))
}

// hearer returns the words of passage p before the verb group of word i.
func (r *reading) hearer(p *speech.Passage, i int) text.Range {
	for r.auxiliary(r.lower(i - 1)) {
		i--
	}
	return text.Range{First: p.Words.First, End: i}
}
