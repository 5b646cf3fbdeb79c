package quote

import (
	"slices"

	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// What a quotation leaves out of a sentence of the source decides whether it was
// honest, wherever it is left out: at the head ("I do not believe that | the bridge
// is safe"), inside, at the end ("we will pay | if the court agrees"), under a
// bracket ("[We] agreed": we never agreed), with a mark or without. Scope decides.
// A negation or a denial that governs what remains turns it: altered. A condition
// or a doubt leaves it open: elided, with the reason condition. What governs only
// words that went with it is no matter: "The council, which cannot meet before May,
// has decided". Whole sentences may go.

// fate is what became of a source word in the quotation.
type fate uint8

const (
	beyond fate = iota // before the first word that was quoted, or behind the last
	elided             // left out at a marked gap
	stood              // a bracket stands for it
	kept
)

// A spoken is a sentence of the source, the words of its speaker only.
type spoken struct {
	tokens []int32     // of the source, in order
	fates  []fate      // parallel to tokens
	edits  []int       // parallel: the change that covers the word; meaningless beyond
	words  []text.Word // the same words with the punctuation between them
	at     []int       // parallel to words: place in tokens, -1 for punctuation
	asks   bool        // it ends with a question mark
}

// An omission is an operator that was left out and governs what remains.
type omission struct {
	kind    reason.Kind // Polarity or Condition
	meaning bool
	word    int // of the operator, in spoken.tokens
}

// longest is the most words of a sentence that are looked at.
const longest = 160

// omissions enters in m what the words left out do to those that remain.
func (a *aligner) omissions(list []change, m *Match) {
	last := int32(-1)
	for _, c := range list {
		if c.op != Keep {
			continue
		}
		for j := max(c.j, last+1); j < c.jEnd; j = last + 1 {
			s := a.sentence(j, list)
			last = max(j, s.tokens[len(s.tokens)-1])
			if !s.cut(a.s) {
				continue
			}
			for _, o := range a.governors(&s) {
				a.enter(m, &s, o)
			}
		}
	}
}

// sentence returns the sentence around source word j.
func (a *aligner) sentence(j int32, list []change) spoken {
	var s spoken
	from, to := j, j+1
	for from > 0 && a.s.tokens[from].mark&stopped == 0 && j-from < longest {
		k := from - 1
		for k > 0 && !a.s.spoken(a.s.tokens[k]) && a.s.tokens[k].mark&stopped == 0 && from-k < attribution {
			k--
		}
		if !a.s.spoken(a.s.tokens[k]) || a.s.tokens[k].region != a.s.tokens[j].region {
			break
		}
		from = k
	}
	for n := int32(len(a.s.tokens)); to < n && to-j < longest; {
		k := to
		for k < n && a.s.tokens[k].mark&stopped == 0 && !a.s.spoken(a.s.tokens[k]) && k-to < attribution {
			k++
		}
		if k == n || a.s.tokens[k].mark&stopped != 0 || !a.s.spoken(a.s.tokens[k]) || a.s.tokens[k].region != a.s.tokens[j].region {
			break
		}
		to = k + 1
	}
	for k := from; k < to; k++ {
		if k == j || a.s.spoken(a.s.tokens[k]) {
			s.tokens = append(s.tokens, k)
		}
	}
	s.fill(list)
	return s
}

// fill notes what became of each word.
func (s *spoken) fill(list []change) {
	s.fates, s.edits = make([]fate, len(s.tokens)), make([]int, len(s.tokens))
	for n, c := range list {
		f := kept
		switch {
		case c.op == Gap:
			f = elided
		case c.op == Bracket && c.j < c.jEnd:
			f = stood
		}
		for k, j := range s.tokens {
			if c.j <= j && j < c.jEnd {
				s.fates[k], s.edits[k] = f, n
			}
		}
	}
}

// cut reports whether words of the sentence were left out that may govern others.
func (s *spoken) cut(src *Source) bool {
	for k, f := range s.fates {
		if t := src.tokens[s.tokens[k]]; f != kept && (k == 0 && t.class()&auxiliary != 0 || t.class()&(negation|condition|hedge|modal) != 0 || t.class()&(function|filler) == 0) {
			return true
		}
	}
	return false
}

// read lists the words of the sentence for the parser, the writer's own left out.
func (s *spoken) read(src *Source) {
	first, last := src.tokens[s.tokens[0]], s.tokens[len(s.tokens)-1]
	end := len(src.text)
	if int(last)+1 < len(src.tokens) {
		end = int(src.tokens[last+1].start)
	}
	k := 0
	for _, w := range text.AppendWords(nil, src.text, text.Span{Start: int(first.start), End: end}) {
		switch {
		case k < len(s.tokens) && w.Start == int(src.tokens[s.tokens[k]].start):
			s.words, s.at = append(s.words, w), append(s.at, k)
			k++
		case w.Kind != text.Punct:
		case k < len(s.tokens) && s.tokens[k] != s.tokens[k-1]+1: // inside the writer's words
		default:
			s.words, s.at = append(s.words, w), append(s.at, -1)
			s.asks = s.asks || k == len(s.tokens) && w.In(src.text) == "?"
		}
	}
}

// governors returns what was left out of the sentence and governs what remains,
// each word once, in order.
func (a *aligner) governors(s *spoken) []omission {
	s.read(a.s)
	if a.s.lang != "" && a.s.lang != "en" {
		return a.segments(s)
	}
	g := governor{src: a.s, draft: a.d, spoken: s, tree: a.s.trees.of(a.s.text, s.words)}
	return g.omissions()
}

// enter adds an omission to m: to the edit that left the operator out, or to a new
// one where nothing marks it.
func (a *aligner) enter(m *Match, s *spoken, o omission) {
	e := Edit{Op: Delete, Class: o.kind, Meaning: o.meaning}
	if s.fates[o.word] == beyond {
		if a.d.supplied {
			return
		}
		var known bool
		if e, known = a.trimmed(m, s, o, e); known {
			return
		}
	} else {
		x := &m.Edits[s.edits[o.word]]
		if x.Class != reason.None && (x.Meaning || !o.meaning) {
			return
		}
		x.Class, x.Meaning = o.kind, o.meaning
		e = *x
	}
	hides := a.s.tokens[s.tokens[o.word]].span()
	note := "the omission hides " + short(e.Source.In(a.s.text))
	if e.Source.Len() > 0 && !e.Source.Contains(hides) {
		note = "the omission hides " + short(hides.In(a.s.text))
	}
	m.Reasons = append(m.Reasons, reason.Reason{Kind: o.kind, Source: e.Source, Statement: e.Draft, Note: note})
	m.Outcome = max(m.Outcome, Elided)
	if o.meaning {
		m.Outcome, m.Meaning = Altered, true
	}
}

// trimmed adds to m the edit of what was left out at an end of the quotation
// without a mark. It reports whether one as grave stands there already.
func (a *aligner) trimmed(m *Match, s *spoken, o omission, e Edit) (Edit, bool) {
	from, to := o.word, o.word+1
	for from > 0 && s.fates[from-1] == beyond {
		from--
	}
	for to < len(s.fates) && s.fates[to] == beyond {
		to++
	}
	e.Source = text.Span{Start: int(a.s.tokens[s.tokens[from]].start), End: int(a.s.tokens[s.tokens[to-1]].end)}
	for k := range m.Edits {
		if x := &m.Edits[k]; x.Op == Delete && x.Source == e.Source && x.Draft.Len() == 0 {
			return *x, x.Meaning || !o.meaning
		}
	}
	n := int32(len(a.d.tokens))
	if from == 0 || s.fates[from-1] == beyond {
		e.Draft = text.Span{Start: int(a.d.tokens[0].start), End: int(a.d.tokens[0].start)}
		m.Edits = append([]Edit{e}, m.Edits...)
		for k := range s.edits {
			s.edits[k]++
		}
		return e, false
	}
	e.Draft = spans(a.d.tokens, n, n)
	m.Edits = append(m.Edits, e)
	return e, false
}

// segments is governors for a language that no parser reads: a clause is what
// stands between two pauses or words that open one.
func (a *aligner) segments(s *spoken) []omission {
	var out []omission
	provisos := a.provisos(s)
	opens := func(k int) bool {
		t := a.s.tokens[s.tokens[k]]
		return k == 0 || t.mark&(paused|stopped) != 0 || t.class()&subordinate != 0 || provisos[k]
	}
	remains := func(k int) bool { // the segment that begins at k has words that were kept
		for n := k; n < len(s.fates) && (n == k || !opens(n)); n++ {
			if s.fates[n] == kept && a.s.tokens[s.tokens[n]].class()&subordinate == 0 {
				return true
			}
		}
		return false
	}
	for k := range s.tokens {
		if s.fates[k] == kept {
			continue
		}
		t := a.s.tokens[s.tokens[k]]
		from, next := k, k+1
		for from > 0 && !opens(from) {
			from--
		}
		for next < len(s.tokens) && !opens(next) {
			next++
		}
		content := next < len(s.tokens) && a.s.tokens[s.tokens[next]].class()&(subordinate|condition) == subordinate && remains(next) && !remains(from)
		switch cl := t.class(); {
		case cl&negation != 0 && (remains(from) || content), denied(a.s.lang, t.span().In(a.s.text)) && (content || remains(from)):
			out = append(out, omission{reason.Polarity, true, k})
		case (cl&condition != 0 || provisos[k]) && !remains(from) && (next < len(s.tokens) && remains(next) || from > 0 && s.fates[from-1] == kept), cl&hedge != 0 && remains(from):
			out = append(out, omission{reason.Condition, false, k})
		}
	}
	return out
}

// provisos tells of each word that was spoken whether a condition of several words begins
// with it: "s'il", "à condition".
func (a *aligner) provisos(s *spoken) []bool {
	folded := func(k int) string {
		if k >= len(s.tokens) {
			return ""
		}
		return text.Fold(a.s.tokens[s.tokens[k]].span().In(a.s.text))
	}
	out := make([]bool, len(s.tokens))
	for k := range out {
		out[k] = slices.ContainsFunc(words().phrases["conditions"], func(p string) bool { return standsAt(p, k, folded) })
	}
	return out
}
