package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
)

// rendered is a text as it is laid beside one in the other language.
type rendered struct {
	span    text.Span
	words   []renderedWord // of content, in order
	all     []renderedWord // all that have an English lemma, for phrases
	names   []renderedName
	numbers []quantity.Mention
	spans   []text.Span    // parallel to numbers
	dates   []date.Mention // years, days of a month and hours
	days    []text.Span    // parallel to dates
	denials []text.Span
	modals  []renderedWord
	ifs     int         // conditions
	degrees []text.Span // comparatives and superlatives
	breaks  []int       // bytes of commas and conjunctions
	ours    bool        // it speaks of "me" or "us"
	anyone  bool        // it speaks of "on", which may be "us"
	whole   bool        // it speaks of all of something: "toute la région", "across the region"
	ended   bool        // what it denies was so before: "ne … plus", "no longer"
	lasting bool        // it tells since when something is so
	both    bool        // it speaks of both of two
}

type renderedWord struct {
	span    text.Span
	lemmas  []string // English, the usual one first
	pos     lexicon.POS
	known   bool // the dictionary has it
	time    time // of the clause of which it is the predicate
	who     who  // does it, of a predicate
	content bool // it says something by itself
}

// time is when a clause happens; anyTime of what is no predicate or does not tell.
type time uint8

const (
	anyTime time = iota
	before
	now
	ahead
	maybe // would, aurait
)

// who is the subject of a clause: those who speak, others, or nobody knows.
type who uint8

const (
	anybody who = iota
	speakers
	others
)

type renderedName struct {
	span text.Span
	who  name.Name
}

// renderable reads a whole text.
func renderable(p Passage) *rendered { return joinRendered(sentencesOf(p)) }

func joinRendered(list []*rendered) *rendered {
	out := &rendered{}
	for _, r := range list {
		out.words, out.all, out.names = append(out.words, r.words...), append(out.all, r.all...), append(out.names, r.names...)
		out.numbers, out.spans = append(out.numbers, r.numbers...), append(out.spans, r.spans...)
		out.dates, out.days = append(out.dates, r.dates...), append(out.days, r.days...)
		out.denials, out.modals = append(out.denials, r.denials...), append(out.modals, r.modals...)
		out.whole, out.ours, out.anyone, out.ifs = out.whole || r.whole, out.ours || r.ours, out.anyone || r.anyone, out.ifs+r.ifs
		out.ended, out.lasting, out.both = out.ended || r.ended, out.lasting || r.lasting, out.both || r.both
		out.degrees, out.breaks = append(out.degrees, r.degrees...), append(out.breaks, r.breaks...)
	}
	return out
}

// sentencesOf reads a text sentence by sentence.
func sentencesOf(p Passage) []*rendered {
	words := text.Words(p.Text)
	lang := cmp.Or(p.Lang, "en")
	amounts := quantity.Find(p.Text, words, lang)
	dates := slices.DeleteFunc(date.Find(p.Text, words, 0, lang), func(m date.Mention) bool { return m.Year == 0 && m.Day == 0 && !m.Clock.Known() })
	parser := grammar.Parser{Lang: lang}
	var out []*rendered
	for _, r := range text.Sentences(p.Text, words) {
		s := &reader{src: p.Text, lang: lang, words: words[r.First:r.End], out: &rendered{span: r.Span(words)}}
		s.tree = parser.Parse(p.Text, s.words)
		if lang == "fr" {
			s.gloss = translate.Sentence(&s.tree, p.Text, s.words)
		}
		covered := make([]bool, len(s.words))
		for _, a := range amounts {
			if a.First < r.First || a.End > r.End || a.Kind == quantity.Ordinal && a.End-a.First == 1 || a.CoreEnd-a.Core == 1 && listed("single", text.Fold(words[a.Core].In(p.Text))) {
				continue
			}
			s.out.numbers, s.out.spans = append(s.out.numbers, a), append(s.out.spans, text.Range{First: a.First, End: a.End}.Span(words))
			for k := a.First; k < a.End; k++ {
				covered[k-r.First] = s.tree.Tokens[k-r.First].Tag != grammar.Noun || listed("count", s.lemma(k-r.First))
			}
		}
		for _, m := range dates {
			if m.First < r.First || m.End > r.End {
				continue
			}
			s.out.dates, s.out.days = append(s.out.dates, m), append(s.out.days, text.Range{First: m.Core, End: m.End}.Span(words))
			for k := m.Core; k < m.End; k++ {
				covered[k-r.First] = true
			}
		}
		if s.read(covered); len(s.out.words)+len(s.out.names)+len(s.out.numbers) == 0 {
			s.out.denials = nil // "Never.", which stresses another denial
		}
		out = append(out, s.out)
	}
	return out
}

// A reader reads one sentence.
type reader struct {
	src, lang string
	words     []text.Word
	tree      grammar.Sentence
	gloss     *translate.Gloss
	out       *rendered
}

// american returns a lemma as words.tsv of package translate spells it.
func american(lemma string) string {
	if stem, ok := strings.CutSuffix(lemma, "isation"); ok {
		return stem + "ization"
	}
	if stem, ok := strings.CutSuffix(lemma, "ise"); ok && len(stem) > 4 && lexicon.Known(stem+"ize", lexicon.Verb) {
		return stem + "ize"
	}
	return lemma
}

// lemma returns the English lemma of word i.
func (s *reader) lemma(i int) string {
	if s.gloss != nil {
		return s.gloss.Lemmas[i]
	}
	return text.Fold(s.tree.Tokens[i].Lemma)
}

// read sorts the words of the sentence; those that are covered are numbers.
func (s *reader) read(covered []bool) {
	times, subjects := s.times(), s.subjects()
	for i := 0; i < len(s.words); i++ {
		t := &s.tree.Tokens[i]
		w := renderedWord{span: s.words[i].Span(), lemmas: []string{s.lemma(i)}, pos: proposition.PartOfSpeech(t.Tag), known: true, time: times[i], who: subjects[i]}
		if s.gloss != nil {
			w.lemmas, w.known = append(w.lemmas, s.gloss.Others[i]...), s.gloss.Known[i]
		} else {
			f := text.Fold(s.words[i].In(s.src))
			for _, pos := range [...]lexicon.POS{w.pos, lexicon.Verb} { // "shocked" is of "shock"
				if l, ok := lexicon.Lemma(pos, f); ok && l != w.lemmas[0] && (pos == w.pos || w.pos == lexicon.Adjective) {
					w.lemmas = append(w.lemmas, l)
				}
			}
			w.lemmas = append(w.lemmas, f)
			if l, ok := lexicon.Lemma(lexicon.Verb, f); ok && w.pos == lexicon.Noun && l != f {
				if _, noun := lexicon.Lemma(lexicon.Noun, f); !noun {
					w.pos, w.lemmas = lexicon.Verb, append(w.lemmas, l) // "the negotiating table"
				}
			}
		}
		for k := range w.lemmas {
			w.lemmas[k] = american(w.lemmas[k])
		}
		if w.lemmas[0] == "" && (s.ne() || !s.denying(i)) {
			continue
		}
		w.content = s.content(i, w.lemmas[0])
		s.out.all = append(s.out.all, w)
		s.out.ours = s.out.ours || listed("ours", w.lemmas[0])
		s.out.anyone = s.out.anyone || listed("anyone", text.Fold(s.words[i].In(s.src)))
		s.out.both = s.out.both || listed("pair", w.lemmas[0])
		s.out.lasting = s.out.lasting || listed("lasting", w.lemmas[0])
		if s.ends(i) {
			s.out.ended = true
			continue
		}
		if t.Rel == grammar.Cc || s.words[i].In(s.src) == "," {
			s.out.breaks = append(s.out.breaks, w.span.Start)
		}
		if listed("conditional", w.lemmas[0]) {
			s.out.ifs++
		}
		switch {
		case s.graded(i) && !covered[i]:
			s.out.degrees = append(s.out.degrees, w.span)
			if w.content && !listed("degree", w.lemmas[0]) && !listed("graded-stem", w.lemmas[0]) {
				s.out.words = append(s.out.words, w)
			}
		case s.leads(i, "going"): // "are going to build"
		case s.leads(i, "obliged"): // "have to answer", "have to be answered"
			s.out.modals = append(s.out.modals, renderedWord{span: w.span, lemmas: []string{"must"}})
		case covered[i]:
		case s.denying(i):
			if s.denies(i) {
				s.out.denials = append(s.out.denials, w.span)
			} else if !s.ne() && w.content {
				s.out.words = append(s.out.words, w) // "une personne"
			}
		case slices.ContainsFunc(w.lemmas, func(l string) bool { return listed("universal", l) }) && (t.Tag != grammar.Adjective || t.Rel == grammar.Amod || t.Rel == grammar.Xcomp && listed("floating", w.lemmas[0])):
			s.out.whole = true
		case listed("must", w.lemmas[0]) || listed("may", w.lemmas[0]):
			s.out.modals = append(s.out.modals, w)
		case slices.ContainsFunc(w.lemmas, func(l string) bool { return listed("share", l) }) && !w.content:
			s.out.words = append(s.out.words, w)
		case s.isName(i):
			i = s.name(i) - 1
		case w.content:
			s.out.words = append(s.out.words, w)
		}
	}
}

// graded reports whether word i says of something that it is more or most so: "darkest", "plus" of "plus sombre".
func (s *reader) graded(i int) bool {
	t := &s.tree.Tokens[i]
	if t.Tag != grammar.Adjective && t.Tag != grammar.Adverb {
		return false
	}
	if listed("graded", s.lemma(i)) {
		return true
	}
	if listed("degree", s.lemma(i)) {
		of := t.Head >= 0 && s.tree.Tokens[t.Head].Tag != grammar.Verb
		return of && (t.Rel == grammar.Advmod || t.Head < i) || s.gloss != nil && i+1 < len(s.words) && listed("comparing", s.lemma(i+1)) // "not a euro more", "moins d'une heure"
	}
	return t.Feats&(grammar.Comparative|grammar.Superlative) != 0
}

// leads reports whether verb i is one of a class that says before "to" and a verb no more than a modal does.
func (s *reader) leads(i int, class string) bool {
	return s.gloss == nil && i+2 < len(s.words) && listed(class, s.lemma(i)) && listed("infinitive", s.lemma(i+1)) && (s.tree.Tokens[i+2].Tag == grammar.Verb || s.tree.Tokens[i+2].Tag == grammar.Auxiliary)
}

// times returns for each word the time of the clause of which it is the predicate.
func (s *reader) times() []time {
	out := make([]time, len(s.words))
	for _, c := range grammar.Clauses(&s.tree) {
		at := &out[c.Predicate]
		switch {
		case c.Modal >= 0 && listed("may", s.lemma(c.Modal)): // "could rise", "pourrait augmenter"
		case c.Modality == grammar.Conditional || c.Modality == grammar.Hearsay:
			*at = maybe
		case c.Tense == grammar.FutureTense && c.Perfect: // "tant qu'il n'aura pas accepté", "until he has accepted"
		case c.Link == grammar.Circumstance && c.Mark >= 0 && (c.Tense == grammar.FutureTense || c.Tense == grammar.PresentTense): // "tant qu'ils ne seront pas payés", "until they are paid"
		case c.Voice == grammar.PassiveVoice && s.gloss == nil && c.Perfect: // "has been ruled out", "est écartée"
		case s.gloss != nil && c.Perfect && len(c.Auxiliaries) == 1 && listed("being", s.lemma(c.Auxiliaries[0])): // "nous sommes épuisés", "we are exhausted"
		case c.Tense == grammar.FutureTense:
			*at = ahead
		case c.Tense == grammar.PastTense || c.Perfect:
			*at = before
		case c.Tense == grammar.PresentTense:
			*at = now
		}
	}
	return out
}

// subjects returns for each word of whom the clause tells of which it is the predicate, if that is active: "we call on the
// king", "the king calls on us". French "on" may be either. Of a noun it is whose it is: "our colleagues", "their colleagues".
func (s *reader) subjects() []who {
	out := make([]who, len(s.words))
	for _, c := range grammar.Clauses(&s.tree) {
		if c.Subject < 0 || c.Borrowed || c.Voice == grammar.PassiveVoice {
			continue
		}
		switch l := s.lemma(c.Subject); {
		case listed("ours", l):
			out[c.Predicate] = speakers
		case s.tree.Tokens[c.Subject].Tag == grammar.Noun:
			out[c.Predicate] = others
		}
	}
	for i, t := range s.tree.Tokens {
		switch {
		case t.Rel != grammar.NmodPoss || t.Head < 0 || s.tree.Tokens[t.Head].Tag != grammar.Noun:
		case listed("ours", s.lemma(i)):
			out[t.Head] = speakers
		case listed("theirs", s.lemma(i)):
			out[t.Head] = others
		}
	}
	return out
}

// isName reports whether word i begins a name: a name in capitals that is no word of the
// dictionary, such as a weekday.
func (s *reader) isName(i int) bool {
	t := &s.tree.Tokens[i]
	n, named := s.tree.NameAt(i)
	named = named && s.gloss == nil && n.First == i && n.End > i+1
	if !s.capital(i) || !named && t.Tag != grammar.ProperNoun && t.Tag != grammar.Noun {
		return false
	}
	if s.gloss != nil {
		for _, n := range s.gloss.Names {
			if n.First == i {
				return true
			}
		}
		return !s.gloss.Common[i]
	}
	return named || s.acronym(i) || (t.Tag == grammar.ProperNoun || i > 0) && (!translate.Common(s.lemma(i)) || i+1 < len(s.words) && s.tree.Tokens[i+1].Tag == grammar.ProperNoun)
}

// acronym reports whether word i is written in capitals and figures: "M23".
func (s *reader) acronym(i int) bool {
	w := s.words[i].In(s.src)
	return len(w) > 1 && strings.ToUpper(w) == w && s.words[i].Kind == text.Letters
}

// capital reports whether word i begins with a capital.
func (s *reader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(s.words[i].In(s.src))
	return unicode.IsUpper(c)
}

// name adds the name that begins at word i and returns the word behind it.
func (s *reader) name(i int) int {
	end := i + 1
	if n, ok := s.tree.NameAt(i); ok && s.gloss == nil && n.First == i {
		end = n.End
	}
	for end < len(s.words) && (s.tree.Tokens[end].Tag == grammar.ProperNoun && s.capital(end) || s.words[end].In(s.src) == "-" && !s.words[end].Space && end+1 < len(s.words) && !s.words[end+1].Space) {
		end++
	}
	span := text.Range{First: i, End: end}.Span(s.words)
	written := span.In(s.src)
	if s.gloss != nil {
		for _, n := range s.gloss.Names {
			if n.First == i {
				end, written = max(end, n.End), n.English
				span = text.Range{First: i, End: end}.Span(s.words)
			}
		}
	}
	s.out.names = append(s.out.names, renderedName{span, name.Parse(written)})
	return end
}

// content reports whether word i says what the sentence is about.
func (s *reader) content(i int, lemma string) bool {
	switch s.tree.Tokens[i].Tag {
	case grammar.Noun, grammar.ProperNoun, grammar.Verb, grammar.Adjective:
		return !listed("light", lemma)
	case grammar.Adverb:
		return !listed("light", lemma) && s.tree.Tokens[i].Rel != grammar.CompoundPrt
	}
	return false
}
