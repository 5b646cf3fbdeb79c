package claims

import (
	"slices"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// adopt gives the quotations of passage p that stand apart and that no report
// has to the report that quotes beside them, or to a verb of saying next to
// them: no quotation of a sentence with a speaker is left without one.
func (r *reading) adopt(p *speech.Passage, reports []speech.Report) []speech.Report {
	reports = r.disjoined(r.again(r.parted(reports)))
	loose := r.loose(p, contents(reports))
	for _, q := range loose {
		if a, ok := r.possessed(p, q); ok {
			reports = append(reports[:len(reports):len(reports)], a)
		}
	}
	loose = slices.DeleteFunc(loose, func(q text.Range) bool { return !r.speaks(q) || holds(contents(reports), q.First) })
	if len(loose) == 0 {
		return reports
	}
	reports = slices.Clone(reports)
	var left []text.Range
	for _, q := range loose {
		a, ok := r.verbBeside(p, q)
		k := slices.IndexFunc(reports, func(b speech.Report) bool { return b.Cue.First == a.Cue.First })
		switch {
		case !ok || len(reports) > 100 || k >= 0 && r.allQuoted(reports[k].Content):
			left = append(left, q)
		case k < 0:
			reports = append(reports, a)
		default:
			reports[k].Content = a.Content
		}
	}
	k := r.quoting(reports)
	for i := 0; k < 0 && i < len(left) && len(reports) < 100; i++ {
		if a, ok := r.verbBefore(p, reports, left[i]); ok {
			reports = append(reports, a)
		} else if a, ok := r.toned(left[i]); ok && len(reports) == 0 {
			reports = append(reports, a)
		}
	}
	if k >= 0 && len(left) > 0 {
		a := &reports[k]
		a.Content = append(slices.Clone(a.Content), left...)
		slices.SortFunc(a.Content, func(x, y text.Range) int { return x.First - y.First })
	}
	return reports
}

// possessed returns the report of words that stand between their speaker and a
// noun that names them: Doe's “if you like it, keep it” promise.
func (r *reading) possessed(p *speech.Passage, q text.Range) (speech.Report, bool) {
	at := q.First - 1
	if _, ok := lexicon.CueOf(r.lang, lexicon.NounCue, r.lower(q.End)); !ok || q.Len() < 6 || q.End >= p.Words.End || !text.IsPossessive(r.lower(at)) || !r.capital(at-1) {
		return speech.Report{}, false
	}
	first := at - 1
	for first > p.Words.First && r.capital(first-1) {
		first--
	}
	return speech.Report{Cue: text.Range{First: q.End, End: q.End + 1}, Lemma: r.lower(q.End), Speaker: text.Range{First: first, End: at}, Content: []text.Range{q}}, true
}

// phrasal finds the speaker behind a quotation and a verb of two words: ““They pay,” | shot back | Jane Doe”. Twin: ““They
// pay,” she said, and shot back.”
func (r *reading) phrasal(p *speech.Passage) (a speech.Report, ok bool) {
	for i := p.Words.First + 2; i+2 < p.Words.End; i++ {
		q := r.text.Inside(i - 2)
		if q < 0 || r.text.Quotations[q].All.End != i || !r.capital(i+2) && !r.determiner(i+2) {
			continue
		}
		lemma := r.cueLemma(r.lower(i)) + "_" + r.lower(i+1)
		if _, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma); !ok {
			continue
		}
		end := i + 3
		for end < p.Words.End && !r.stop(end) && r.words[end].Kind != text.Quote {
			end++
		}
		return speech.Report{Cue: text.Range{First: i, End: i + 2}, Lemma: lemma, Verb: true, Whole: true, Speaker: text.Range{First: i + 2, End: end}, Content: []text.Range{r.text.Quotations[q].All}}, true
	}
	return a, false
}

// contents returns what the reports have for content, in order.
func contents(reports []speech.Report) []text.Range {
	var out []text.Range
	for k := range reports {
		out = append(out, reports[k].Content...)
	}
	slices.SortFunc(out, func(x, y text.Range) int { return x.First - y.First })
	return out
}

// speaks reports whether a quotation, marks included, reads like speech: it ends
// with a mark of its own, or is long.
func (r *reading) speaks(q text.Range) bool {
	n := q.Len() - 2
	if n < 1 {
		return false
	}
	switch r.word(q.End - 2) {
	case ",", ".", "!", "?", "…", "...", "—", "--":
		return n > 1
	}
	if r.word(q.End) == "," && n >= 3 { // the comma outside, as in French
		return true
	}
	return n >= 8
}

// quoting returns the index of the report whose content is quotations and
// nothing else, -1 if there is none or more than one.
func (r *reading) quoting(reports []speech.Report) int {
	found := -1
	for k := range reports {
		if r.allQuoted(reports[k].Content) {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}

// allQuoted reports whether every part of a content begins with a quotation.
func (r *reading) allQuoted(content []text.Range) bool {
	for _, c := range content {
		if i := r.trim(c).First; i >= len(r.words) || r.text.Inside(i) < 0 {
			return false
		}
	}
	return len(content) > 0
}

// verbBeside returns the report of a verb of saying that stands within a few
// words behind a quotation or just in front of it.
func (r *reading) verbBeside(p *speech.Passage, q text.Range) (speech.Report, bool) {
	for i := q.End; i < min(p.Words.End, q.End+10) && r.text.Inside(i) < 0 && r.word(i) != "."; i++ {
		if r.sayingVerb(i) {
			return r.quotedBy(i, q), true
		}
	}
	for i := q.First - 1; i >= max(p.Words.First, q.First-4) && r.text.Inside(i) < 0; i-- {
		if r.sayingVerb(i) {
			return r.quotedBy(i, q), true
		}
	}
	return speech.Report{}, false
}

// verbBefore returns the report of a quotation behind a comma or colon by the verb
// of saying nearest before it that has a speaker: “Bahati was asked by Paul
// Kasongo, who supports her, “Who goes?””; behind a colon by the source before it.
func (r *reading) verbBefore(p *speech.Passage, reports []speech.Report, q text.Range) (speech.Report, bool) {
	for i := p.Words.First; i < q.First-3; i++ {
		if r.sayingVerb(i) && r.lower(i+1) == "by" && r.word(q.First-1) == "," {
			end := i + 2
			for end < q.First && r.words[end].Kind != text.Punct && r.words[end].Kind != text.Quote {
				end++
			}
			a := r.quotedBy(i, q)
			a.Speaker, a.Whole = text.Range{First: i + 2, End: end}, false
			return a, true
		}
	}
	best := -1
	for k := range reports {
		if a := &reports[k]; a.Cue.End <= q.First && (r.sayingVerb(a.Cue.First) || r.word(q.First-1) == ":" && r.sourceAt(a.Cue.First) > 0) && a.Speaker.Len() > 0 && (best < 0 || a.Cue.First > reports[best].Cue.First) {
			best = k
		}
	}
	if w := r.word(q.First - 1); best < 0 || w != "," && w != ":" {
		return speech.Report{}, false
	}
	a := reports[best]
	a.Content = []text.Range{q}
	return a, true
}

// toned returns the report of a quotation behind a colon and how somebody is, or what he does, who opens the sentence, or of a label alone: “Doe, the mayor: “We go.””, “Doe was in no
// mood to wait: “We go.””, “The coach shrugs: “It happens.””, “Doe had a warning for us: “It falls.”” Twins: “The sign was new: “No
// dogs.””, “Doe is the author of the note: “No dogs.””, “Doe hung a board at the gate: “No dogs.””
func (r *reading) toned(q text.Range) (speech.Report, bool) {
	colon := q.First - 1
	s := r.sentenceOf(colon)
	if r.word(colon) != ":" || s.Len() > maxSubject*2 || !r.speaks(q) {
		return speech.Report{}, false
	}
	verb := s.First + 1
	for ; verb < colon && (!r.predicate(verb) || text.IsPossessive(r.lower(verb))); verb++ {
		if r.word(verb) == "," { // “The coach, Guy Roe, | was”
			for verb++; verb < colon && r.word(verb) != ","; verb++ {
			}
		}
	}
	verb = min(verb, colon)
	lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(verb))
	is := lemma == "be" || lemma == "être"
	for i := verb; i < colon; i++ {
		w := r.lower(i)
		writing := lexicon.ActOf(r.lang, lexicon.NounCue, w, "") == lexicon.Writing
		object := !is && i > verb && r.determiner(i) && !r.preposition(i-1) && !r.ofNoun(i-1)
		for k := i + 1; object && k < min(colon, i+4); k++ {
			_, said := lexicon.CueOf(r.lang, lexicon.NounCue, r.lower(k))
			object = !said
		}
		if writing || object || r.text.Inside(i) >= 0 {
			return speech.Report{}, false
		}
	}
	who := text.Range{First: s.First, End: verb}
	noun := r.headOf(who).End - 1
	if r.lang != "en" {
		noun = r.nounIn(r.headOf(who))
	}
	person := (r.person(noun) || verb == colon && r.body(noun)) && (r.determiner(who.First) || r.possessor(who.First, who.End)) || who.Len() == 1 && (lexicon.Is(r.lang, lexicon.He, r.lower(who.First)) || lexicon.Is(r.lang, lexicon.She, r.lower(who.First)))
	if n := r.bearerIn(who, r.headOf(who)); n.Len() > 0 {
		m := r.cast.find(r, n)
		person = m != nil && (m.kind == Person || verb == colon && m.kind == Organisation)
	}
	if !person {
		return speech.Report{}, false
	}
	return speech.Report{Cue: text.Range{First: colon, End: colon + 1}, Lemma: ":", Speaker: who, Content: []text.Range{q}}, true
}

// sayingVerb reports whether word i is an inflected verb of saying.
func (r *reading) sayingVerb(i int) bool {
	w := r.lower(i)
	lemma := r.cueLemma(w)
	if lemma == w || r.words[i].Kind != text.Letters || r.capital(i) {
		return false
	}
	c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma+"_"+r.lower(i+1)) // “shot | back”
	if !ok {
		c, ok = lexicon.CueOf(r.lang, lexicon.VerbCue, lemma)
	}
	return ok && (c.Class == "say" || c.Class == "manner" || c.Class == "declare" || c.Class == "ask")
}

// cueLemma returns the verb of which w is a form: say, speak.
func (r *reading) cueLemma(w string) string {
	lemma := reportingLemma(r.lang, w)
	if l, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, w); ok && lemma == w {
		return l
	}
	return lemma
}

// quotedBy is the report of the verb at i with the quotation q.
func (r *reading) quotedBy(i int, q text.Range) speech.Report {
	lemma, end := r.cueLemma(r.lower(i)), i+1
	if _, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, lemma+"_"+r.lower(end)); ok { // “shot | back”
		lemma, end = lemma+"_"+r.lower(end), end+1
	}
	return speech.Report{Cue: text.Range{First: i, End: end}, Lemma: lemma, Verb: true, Whole: true, Content: []text.Range{q}}
}

// loose returns the quotations of passage p, marks included, that share no word
// with held, which is in order.
func (r *reading) loose(p *speech.Passage, held []text.Range) []text.Range {
	var out []text.Range
	reach := 0 // how far what is held reaches, up to the quotation
	for i := p.Words.First; i < p.Words.End; {
		q := r.text.Inside(i)
		if q < 0 {
			i++
			continue
		}
		all := r.text.Quotations[q].All
		i = max(i+1, all.End)
		for len(held) > 0 && held[0].First < all.End {
			reach = max(reach, held[0].End)
			held = held[1:]
		}
		if reach <= all.First {
			out = append(out, all)
		}
	}
	return out
}
