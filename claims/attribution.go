package claims

import (
	"slices"
	"strings"

	"factcheck/claims/text"
)

// A report is one attribution found in a passage: who, the reporting word, and
// what. Words are given by their index in the document.
type report struct {
	cue     text.Range
	lemma   string
	commits Commitment
	speaker text.Range
	content []text.Range
	via     []text.Range
	told    bool
	main    bool // it governs the whole passage: nothing is left in the publisher's own voice
}

// passage reads passage i and returns the index of the next one to read.
func (r *reading) passage(i int) int {
	p := r.passages[i]
	reports := r.reports(p)
	whole := false
	for _, a := range reports {
		r.emit(p, a)
		whole = whole || a.main
	}
	if whole {
		return i + 1
	}
	if q := r.inside[p.First]; q >= 0 && r.quotes[q].close >= p.End-2 && len(reports) == 0 {
		r.floating(p)
		return i + 1
	}
	r.plain(p)
	return i + 1
}

// emit adds the statement of a report.
func (r *reading) emit(p passage, a report) {
	s := Statement{Kind: Claim, Form: Indirect, Sentence: r.span(p.Range)}
	s.Attribution = Attribution{
		Speaker:   r.speaker(a.speaker),
		Cue:       Cue{Text: r.span(a.cue).In(r.src), Span: r.span(a.cue), Lemma: a.lemma, Commitment: a.commits},
		Told:      a.told,
		Publisher: r.doc.Publisher,
	}
	for _, v := range a.via {
		s.Attribution.Via = append(s.Attribution.Via, Outlet{Name: r.name(r.bareName(v)), Span: r.span(v)})
	}
	r.contents(&s, a.content)
	if len(s.Spans) == 0 {
		return
	}
	if s.Kind == Quote {
		r.last = s.Attribution
	}
	r.out = append(r.out, s)
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
			q := r.inside[i]
			if q < 0 {
				if r.words[i].Kind == text.Letters || r.words[i].Kind == text.Number {
					bare++
				}
				i++
				continue
			}
			in := text.Range{First: max(c.First, r.quotes[q].open+1), End: min(r.quotes[q].close, c.End)}
			if in.Len() > 0 {
				s.Quoted = append(s.Quoted, r.span(in))
			}
			i = max(i+1, r.quotes[q].close+1)
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

// trim takes punctuation off both ends of content, but for quotation marks that
// stand for a part of it.
func (r *reading) trim(c text.Range) text.Range {
	for c.First < c.End && r.words[c.First].Kind == text.Punct && r.word(c.First) != "(" && r.word(c.First) != "[" {
		c.First++
	}
	for c.First < c.End && r.words[c.End-1].Kind == text.Punct && r.word(c.End-1) != ")" && r.word(c.End-1) != "]" {
		c.End--
	}
	return c
}

// plain adds what the passage says in the publisher's own voice.
func (r *reading) plain(p passage) {
	c := r.trim(p.Range)
	if c.Len() == 0 {
		return
	}
	s := Statement{Sentence: r.span(p.Range), Spans: []text.Span{r.span(c)}}
	s.Text = Content(r.src, s.Spans)
	s.Attribution.Publisher = r.doc.Publisher
	if r.doc.Speaker != "" {
		s.Attribution.Speaker = Speaker{Name: r.doc.Speaker, Kind: Person}
	}
	r.out = append(r.out, s)
}

// floating adds a quotation that has no attribution of its own: it continues
// the last one.
func (r *reading) floating(p passage) {
	s := Statement{Sentence: r.span(p.Range), Attribution: r.last}
	s.Attribution.Publisher = r.doc.Publisher
	if n := len(r.out); n > 0 && r.out[n-1].Kind == Quote && r.out[n-1].Sentence.End <= r.words[p.First].Start {
		t := Statement{}
		r.contents(&t, []text.Range{p.Range})
		last := &r.out[n-1]
		last.Spans = append(last.Spans, t.Spans...)
		last.Quoted = append(last.Quoted, t.Quoted...)
		last.Sentence.End = r.words[p.End-1].End
		last.Text = Content(r.src, last.Spans)
		return
	}
	r.contents(&s, []text.Range{p.Range})
	if len(s.Spans) > 0 {
		r.out = append(r.out, s)
	}
}

// order sorts the statements by their first byte.
func (r *reading) order() {
	slices.SortStableFunc(r.out, func(a, b Statement) int {
		if a.Span().Start != b.Span().Start {
			return a.Span().Start - b.Span().Start
		}
		return b.Span().End - a.Span().End
	})
}

// scare reports whether the quotation is none of speech: one or two words
// without a cue nearby.
func (r *reading) scare(q quotation) bool {
	if q.close-q.open > 4 || q.runsOn || q.continues {
		return false
	}
	for i := max(0, q.open-12); i < min(len(r.words), q.close+12); i++ {
		if _, _, ok := reportingVerb(r.lower(i)); ok {
			return false
		}
	}
	return true
}

// reports finds the attributions of a passage.
func (r *reading) reports(p passage) []report {
	var out []report
	for i := p.First; i < p.End; i++ {
		if r.inside[i] >= 0 {
			i = min(p.End, r.quotes[r.inside[i]].close)
			continue
		}
		w := r.lower(i)
		if w == "according" && r.lower(i+1) == "to" {
			a := report{cue: text.Range{First: i, End: i + 2}, lemma: "according to", main: true}
			a.speaker = text.Range{First: i + 2, End: r.phraseEnd(i+2, p.End)}
			a.content = []text.Range{{First: p.First, End: i}, {First: a.speaker.End, End: p.End}}
			return append(out, a)
		}
		lemma, commits, ok := reportingVerb(w)
		if !ok || r.words[i].Kind != text.Letters {
			continue
		}
		if a, ok := r.around(p, i); ok {
			a.lemma, a.commits = lemma, commits
			return append(out, a)
		}
	}
	return out
}

// around builds the report of the verb at i.
func (r *reading) around(p passage, i int) (report, bool) {
	a := report{cue: text.Range{First: i, End: i + 1}, main: true}
	first := r.phraseStart(p.First, i)
	a.speaker = text.Range{First: first, End: i}
	before := text.Range{First: p.First, End: first}
	rest := i + 1
	if first == i || r.closesQuote(i-1) { // said Mr X
		a.speaker = text.Range{First: i + 1, End: r.phraseEnd(i+1, p.End)}
		before.End = i
		rest = a.speaker.End
		if a.speaker.Len() == 0 || r.word(i-1) != "," && !r.closesQuote(i-1) {
			return a, false
		}
	}
	if w := r.lower(i); strings.HasPrefix(w, "t") && (w == "told" || w == "tells" || w == "telling") {
		end := r.phraseEnd(rest, p.End)
		a.via, a.told = []text.Range{{First: rest, End: end}}, true
		rest = end
	}
	after := text.Range{First: rest, End: p.End}
	if q := r.hasQuote(before); q {
		a.content = append(a.content, before)
		for j := after.First; j < after.End; j++ {
			if r.inside[j] >= 0 {
				a.content = append(a.content, text.Range{First: j, End: p.End})
				break
			}
		}
		return a, true
	}
	if before.Len() > 4 && r.word(first-1) == "," && after.Len() < 8 {
		a.content = []text.Range{before}
		return a, true
	}
	a.content = []text.Range{after}
	return a, after.Len() > 2
}

func (r *reading) hasQuote(c text.Range) bool {
	for i := c.First; i < c.End; i++ {
		if r.inside[i] >= 0 {
			return true
		}
	}
	return false
}

func (r *reading) closesQuote(i int) bool { return i >= 0 && r.inside[i] >= 0 }

// phraseStart returns where the noun phrase that ends before word i begins.
func (r *reading) phraseStart(lo, i int) int {
	j := i
	for j > lo && strings.Contains(" has have had also later then not did does ", " "+r.lower(j-1)+" ") {
		j--
	}
	for j > lo && r.inside[j-1] < 0 && r.words[j-1].Kind != text.Punct && !boundary(r.lower(j-1)) {
		j--
	}
	return j
}

// phraseEnd returns where the noun phrase that begins at word i ends.
func (r *reading) phraseEnd(i, hi int) int {
	for i < hi && r.inside[i] < 0 && (r.words[i].Kind != text.Punct || r.word(i) == "-") && !boundary(r.lower(i)) {
		i++
	}
	return i
}

// boundary reports whether the word w ends a noun phrase.
func boundary(w string) bool {
	switch w {
	case "that", "and", "but", "because", "when", "which", "who", "as", "while", "if", "on", "in", "after", "before", "during", "whether", "how":
		return true
	}
	return false
}
