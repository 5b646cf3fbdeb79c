package claims

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Reports of a language that has trees and no model of speech, French. A verb of saying
// reports
//
//   - the clause under it: "le ministère a annoncé que la route serait fermée";
//   - what it interrupts or follows as an incise, its subject behind it: "la route est
//     fermée, a indiqué le ministère", "« Nous avons faim, dit-elle, et soif. »".
//
// Twin: in "le ministre, en visite, a annoncé la fermeture" the subject stands before the
// verb, and nothing is interrupted.

// A sentence of a passage with its tree; tokens count from its first word.
type parsedSentence struct {
	r     *reading
	words text.Range
	tree  grammar.Sentence
}

// treeReports appends the reports that the trees of a passage show, and reports whether
// it has a finite verb.
func (r *reading) treeReports(dst []speech.Report, names *[]speech.Mention, nouns *[]speech.Subject, parser *grammar.Parser, p *speech.Passage) ([]speech.Report, bool) {
	predicated, before := false, len(dst)
	for _, w := range p.Sentences {
		s := parsedSentence{r, w, parser.Parse(r.src, r.words[w.First:w.End])}
		for v := range s.tree.Tokens {
			t := &s.tree.Tokens[v]
			predicated = predicated || t.Feats.Has(grammar.Finite)
			lemma, class, ok := s.cue(v)
			utters := s.utters(v)
			if !ok && utters {
				lemma, class, ok = text.Fold(t.Lemma), lexicon.Speech, true
			}
			if ok && (t.Tag == grammar.Verb || utters || s.inverted(v) >= 0) {
				a, ok := s.report(p, v, lemma, class)
				if q := r.text.Inside(a.Speaker.First); ok && q >= 0 && q != r.text.Inside(a.Cue.First) && len(dst) > before { // "« On paie », dit-il, | ajoutant que"
					a.Speaker = dst[len(dst)-1].Speaker
				}
				if ok && a.Speaker.Len() == 0 && t.Feats.Has(grammar.Gerund) {
					a.Speaker = s.saidSo(v, dst[before:])
				}
				if ok && !r.rejoins(dst, &a) {
					dst = append(dst, a)
				}
			}
		}
		dst = append(dst, s.introduced(dst[max(before, len(dst)-lastReports):], p.Words.End)...)
		*names, *nouns = append(*names, s.mentions()...), append(*nouns, s.subjects()...)
	}
	return dst, predicated
}

// lastReports is how many reports back one may be that is interrupted again.
const lastReports = 4

// rejoins cuts a report out of an earlier one if it interrupts the same quotation for the same
// words: "« A, dit-il, B, dit-il, C »" is said once. Twin: "« A, dit-il, B, dit-elle, C »".
func (r *reading) rejoins(reports []speech.Report, a *speech.Report) bool {
	q := r.text.Inside(a.Cue.First)
	if q < 0 || len(a.Content) == 0 || a.Content[0].First != r.text.Quotations[q].All.First {
		return false
	}
	for i := len(reports) - 1; i >= max(0, len(reports)-lastReports); i-- {
		b := &reports[i]
		if len(b.Content) == 0 || r.text.Inside(b.Cue.First) != q || !strings.EqualFold(r.name(a.Speaker), r.name(b.Speaker)) {
			continue
		}
		last := &b.Content[len(b.Content)-1]
		first, behind := a.Content[0].End, text.Range{First: last.End, End: last.End}
		if len(a.Content) > 1 {
			behind.First = a.Content[1].First
		}
		if first <= last.First || behind.First > last.End {
			continue
		}
		last.End = first
		if r.trim(behind).Len() > 0 {
			b.Content = append(b.Content, behind)
		}
		return true
	}
	return false
}

// cue returns the reporting verb that v is a form of, "faire_savoir", "s'écrier", and what
// sort of act it is.
func (s *parsedSentence) cue(v int) (string, lexicon.Act, bool) {
	lemma := text.Fold(s.tree.Tokens[v].Lemma)
	forms := []string{lemma}
	if v > 0 && s.tree.Tokens[v].Feats.Has(grammar.Infinitive) {
		forms[0] = text.Fold(s.tree.Tokens[v-1].Lemma) + "_" + lemma
		if s.justDone(v) {
			forms = append(forms, lemma)
		}
	} else if l, ok := lexicon.LemmaIn(s.r.lang, lexicon.Verb, s.lower(v)); ok {
		forms = append(forms, l)
	}
	for _, f := range forms {
		tries := []string{f, "s'" + f}
		if v > 0 {
			tries = append(tries, s.lower(v-1)+"_"+f) // "y voit « un pari »"
		}
		if s.reflexive(v) {
			tries = []string{"se_" + f, "s'" + f, f}
		}
		for _, l := range tries {
			if c, ok := lexicon.CueOf(s.r.lang, lexicon.VerbCue, l); ok && c.Class != "doubt" {
				return l, lexicon.ActOf(s.r.lang, lexicon.VerbCue, l, ""), true
			}
		}
	}
	return "", 0, false
}

// justDone reports whether infinitive v tells what was done just now, or in the end: "vient d'annoncer", "a fini par dire". Twin: "va annoncer".
func (s *parsedSentence) justDone(v int) bool {
	return slices.ContainsFunc(s.tree.Tokens[:v], func(t grammar.Token) bool {
		return t.Rel == grammar.Fixed && t.Head < v && s.tree.Tokens[t.Head].Rel == grammar.Aux && s.tree.Tokens[t.Head].Head == v
	})
}

// cueAt is cue for a token that may lie outside the sentence or be no verb.
func (s *parsedSentence) cueAt(v int) (string, lexicon.Act, bool) {
	if v < 0 || v >= len(s.tree.Tokens) || s.tree.Tokens[v].Tag != grammar.Verb || s.r.text.Inside(s.words.First+v) >= 0 {
		return "", lexicon.Other, false
	}
	return s.cue(v)
}

// reflexive reports whether verb v has a reflexive pronoun not far before it: "se dit prêt".
func (s *parsedSentence) reflexive(v int) bool {
	const far = 32
	return slices.ContainsFunc(s.tree.Tokens[max(0, v-far):v], func(t grammar.Token) bool {
		return t.Head == v && (t.Rel == grammar.Expl || t.Rel == grammar.Obj) && t.Tag == grammar.Pronoun && lexicon.Is(s.r.lang, lexicon.Reflexive, text.Fold(t.Lemma))
	})
}

// inverted returns the pronoun that a hyphen joins to verb v or to its auxiliary,
// "dit-elle", "a-t-il assuré"; -1 if none is.
func (s *parsedSentence) inverted(v int) int {
	at := func(k int) int {
		if s.lower(k+1) != "-" || !s.r.spaceless(s.words.First+k+1) {
			return -1
		}
		if k += 2; s.lower(k) == "t" && s.lower(k+1) == "-" {
			k += 2
		}
		if w := s.lower(k); lexicon.Is(s.r.lang, lexicon.He, w) || lexicon.Is(s.r.lang, lexicon.She, w) || lexicon.Is(s.r.lang, lexicon.They, w) || lexicon.Is(s.r.lang, lexicon.Writer, w) {
			return k
		}
		return -1
	}
	if k := at(v); k >= 0 {
		return k
	}
	for a := v - 1; a >= max(0, v-7); a-- { // "a-t-il également assuré"
		if k := at(a); k >= 0 && k < v && s.tree.Tokens[a].Tag == grammar.Auxiliary {
			return k
		}
	}
	return -1
}

// tells reports whether a verb says something by itself, and not of somebody: who praises
// or accuses has an object. Twin: "il est arrivé, a salué la foule".
func tells(lang, lemma string) bool {
	c, _ := lexicon.CueOf(lang, lexicon.VerbCue, lemma)
	return c.Class != "praise" && c.Class != "accuse"
}

// group returns the first word of the verb group that ends with v: "l'a", "n'a pas",
// "a fait" of "a fait savoir", "leur a" behind a quotation.
func (s *parsedSentence) group(v int) int {
	g := v
	if v > 2 && s.tree.Tokens[v].Feats.Has(grammar.Infinitive) && s.lower(v-2) == "-" && lexicon.Is(s.r.lang, lexicon.Writer, s.lower(v-1)) { // "peut-on | lire"
		g = v - 3
	}
	if k := s.inverted(v); k >= 0 && k < v {
		for g = k; g > 0 && s.tree.Tokens[g].Tag != grammar.Auxiliary; {
			g--
		}
	}
	for g > 0 {
		t := &s.tree.Tokens[g-1]
		if t.Tag != grammar.Auxiliary && t.Rel != grammar.Aux && !(t.Rel == grammar.Fixed && t.Head < g && s.tree.Tokens[t.Head].Rel == grammar.Aux) && t.Rel != grammar.Expl && !(t.Tag == grammar.Pronoun && t.Head == v && (t.Rel != grammar.Nsubj || s.told(g-1) && s.behindQuotation(g-1))) && !(t.Tag == grammar.Adverb && t.Head == v && (g < v || g > 1 && s.tree.Tokens[g-2].Tag == grammar.Auxiliary && s.tree.Tokens[g-2].Head == v)) {
			return g
		}
		g--
	}
	return g
}

// incise reports whether the verb group from g to v says what stands around it: a mark
// stands before it, no subject does, and no clause hangs under it.
func (s *parsedSentence) incise(v, g, subject, clause int) bool {
	if g == 0 && s.r.text.Inside(s.words.First) < 0 && !s.closes(s.words.First-1) || clause > v || subject >= 0 && subject < g {
		return false
	}
	if s.r.lower(s.words.First+g-1) == "," && s.inverted(v) >= 0 || s.behindQuotation(g) && s.follower(v) >= 0 {
		return true
	}
	if f := s.tree.Tokens[v].Feats; !f.Has(grammar.Finite) && g == v && !(strings.HasSuffix(s.lower(v), "t") && s.follows(v)) {
		return false // "selon lui, cité par"; twin: "C'est fini, dit | Doe", which has the form of a participle
	}
	switch before := s.words.First + g - 1; {
	case before < 0:
		return false
	case s.closes(before):
		return true
	default:
		switch s.r.word(before) {
		case ",", "–", "—", "--", "?", "!", "…":
			switch s.tree.Tokens[v].Rel {
			case grammar.Conj: // twin: "il est arrivé, a salué la foule"
				return subject >= 0 || !s.joinedByWord(v) && s.speaking(s.follower(v))
			case grammar.Parataxis:
				return true
			}
			return subject >= 0 || s.follower(v) >= 0 && (s.finiteBefore(g) || s.r.text.Inside(before) >= 0 || s.follows(v))
		}
	}
	return false
}

// joinedByWord reports whether a conjunction joins verb v to the one before it.
func (s *parsedSentence) joinedByWord(v int) bool {
	return slices.ContainsFunc(s.tree.Tokens, func(t grammar.Token) bool { return t.Head == v && t.Rel == grammar.Cc })
}

// finiteBefore reports whether a finite verb stands before token g.
func (s *parsedSentence) finiteBefore(g int) bool {
	for _, t := range s.tree.Tokens[:g] {
		if t.Feats.Has(grammar.Finite) {
			return true
		}
	}
	return false
}

// closes reports whether word i is the mark that closes a quotation.
func (s *parsedSentence) closes(i int) bool {
	return i >= 0 && s.r.words[i].Kind == text.Quote && (i+1 >= len(s.r.words) || s.r.text.Inside(i) >= 0 && s.r.text.Inside(i+1) != s.r.text.Inside(i))
}

// interrupting makes the report of an incise: its content is the passage without it.
func (s *parsedSentence) interrupting(p *speech.Passage, a speech.Report, v, g, subject int) (speech.Report, bool) {
	r := s.r
	if subject < 0 {
		subject = s.follower(v)
	}
	by := subject
	if by < 0 {
		by = s.sharedSubject(v) // "peut-on lire dans un communiqué"
	}
	if by >= 0 && lexicon.Is(r.lang, lexicon.Writer, s.lower(by)) { // "a-t-on appris de sources locales"
		if subject = s.follower(max(v, by)); subject < 0 {
			subject = s.source(max(v, by))
		}
		by = -1
	}
	if from, phrase := s.learned(v, by); from >= 0 {
		subject, a.Verb, a.Lemma = from, false, phrase
	}
	a.Speaker = s.speaker(subject)
	if a.Speaker.First <= a.Cue.First && a.Cue.First < a.Speaker.End { // whose name the tree hangs on the verb
		a.Speaker.First = a.Cue.End
	}
	first, end := s.words.First+g, s.inciseEnd(v, max(a.Speaker.End-s.words.First, v+1))
	inside := r.text.Inside(first)
	first = s.words.First + s.afterThat(g)
	if r.word(first-1) == "," {
		first--
	}
	from, to := s.words.First, s.words.End
	if q := inside; q >= 0 { // inside the marks
		from, to = r.text.Quotations[q].All.First, r.text.Quotations[q].All.End
	} else if s.quotedOnly(from, first) && p.Words.First < from {
		from = p.Words.First
	}
	if q := r.text.Inside(first - 1); inside < 0 && q >= 0 && r.word(r.text.Quotations[q].All.First-1) == ":" { // "Doe réagit : [« … »], écrit-il"
		from = max(from, r.text.Quotations[q].All.First)
	}
	if inside < 0 && s.quotedOnly(end, p.Words.End) {
		to = p.Words.End
	}
	if _, _, again := s.cueAt(end - s.words.First); again { // "dit-il, | ajoutant que"
		to = end
	}
	if inside < 0 && end < to && s.quotedOnly(from, first) && lexicon.Is(r.lang, lexicon.Aside, r.lower(end)) { // "« Nous partons », dit-il, | alors que la foule crie"
		to = end
	}
	for _, c := range []text.Range{{First: from, End: first}, {First: end, End: to}} {
		if r.trim(c).Len() > 0 {
			a.Content = append(a.Content, c)
		}
	}
	_, dash := r.dashed(p) // "– Non, répondit Doe"
	return a, len(a.Content) > 0 && r.trim(a.Content[0]).Len() > 1-once(dash)
}

// quotedOnly reports whether all words from i up to j stand in quotation marks.
func (s *parsedSentence) quotedOnly(i, j int) bool {
	found := false
	for ; i < j; i++ {
		if k := s.r.words[i].Kind; (k == text.Letters || k == text.Number) && s.r.text.Inside(i) < 0 {
			return false
		}
		found = found || s.r.text.Inside(i) >= 0
	}
	return found
}

// inciseEnd returns the word behind an incise with verb v whose speaker ends at token e:
// behind the comma after which nothing hangs on it, else the end of the sentence or the
// next quotation.
func (s *parsedSentence) inciseEnd(v, e int) int {
	r := s.r
	inside := r.text.Inside(s.words.First + v)
	for j := e; j < len(s.tree.Tokens); j++ {
		i := s.words.First + j
		switch w := r.word(i); {
		case inside < 0 && r.text.Inside(i) >= 0 && j > v && (s.tree.Tokens[j-1].Tag == grammar.Determiner || s.tree.Tokens[j-1].Tag == grammar.Adposition):
			j = r.text.Quotations[r.text.Inside(i)].All.End - s.words.First - 1 // "a dit le capitaine du | « Belle-Étoile »"
		case r.text.Inside(i) != inside:
			return i
		case inside >= 0 && r.stop(i):
			return i + 1
		case w == "," && s.apart(v, j):
			return i + 1
		}
	}
	return s.words.End
}

// apart reports whether no word behind token j hangs on one from verb v up to it, or a
// clause follows that is no relative one: “…, a dit le maire, et nous prions”.
func (s *parsedSentence) apart(v, j int) bool {
	if !lexicon.Is(s.r.lang, lexicon.Pronoun, s.lower(j+1)) && slices.ContainsFunc(s.tree.Tokens[j+1:], func(t grammar.Token) bool { return t.Feats.Has(grammar.Finite) }) {
		return true
	}
	for k := j + 1; k < len(s.tree.Tokens); k++ {
		if t := &s.tree.Tokens[k]; t.Tag != grammar.Punctuation && t.Head >= v && t.Head < j && !s.resumed(j, k) {
			return false
		}
	}
	return j+2 < len(s.tree.Tokens)
}

// resumed reports whether a quotation goes on behind comma j, the last of an incise in it, with word
// k, which the tree hangs on the incise as where or for whom it is said: "« Nous irons, a dit le maire, |
// à Goma. »". Twin: "« Nous irons, a dit le maire, jeudi. »".
func (s *parsedSentence) resumed(j, k int) bool {
	if s.r.text.Inside(s.words.First+j) < 0 || s.tree.Tokens[k].Rel != grammar.Obl && s.tree.Tokens[k].Rel != grammar.Nmod || s.tree.Tokens[j+1].Rel != grammar.Case || s.tree.Tokens[j+1].Head != k {
		return false
	}
	for i := j + 1; i < len(s.tree.Tokens) && s.r.text.Inside(s.words.First+i) >= 0; i++ {
		if w := s.lower(i); w == "," || lexicon.Is("*", lexicon.Weekday, w) {
			return false
		}
	}
	return true
}

// lower returns the folded letters of token k, empty outside the sentence.
func (s *parsedSentence) lower(k int) string {
	if k < 0 || k >= len(s.tree.Tokens) {
		return ""
	}
	return s.r.lower(s.words.First + k)
}

// goesOn reports whether what stands before token colon is a verb of saying in the
// infinitive, by which whoever spoke goes on: "« A », dit-il. Et d'ajouter : « B »".
func (s *parsedSentence) goesOn(colon int) bool {
	v := colon - 1
	if v < 0 || !s.tree.Tokens[v].Feats.Has(grammar.Infinitive) {
		return false
	}
	_, ok := lexicon.CueOf(s.r.lang, lexicon.VerbCue, text.Fold(s.tree.Tokens[v].Lemma))
	return ok
}
