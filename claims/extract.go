package claims

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"factcheck/claims/date"
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Extract returns the statements of a document in the order of their first
// byte: every quotation and reported statement with its whole attribution, and
// every other sentence as a plain claim in the publisher's voice (in
// doc.Speaker's, where one person speaks the whole text). No sentence is left
// out: each is covered by the Sentence of at least one statement, and what the
// writer says in it himself is a plain claim with all its words. Page furniture and
// lines without a verb are no sentences. What somebody thinks, wants or seems to do
// is no statement of his: see Attitudes.
//
// A statement's content never holds its attribution, but for whose survey found it: of “We will
// stay,” she said, “and wait.” it is the two parts between the marks. Scare quotes, titles
// and nicknames are no quotations: they stay part of the claim around them.
func Extract(doc *Document) []Statement { return read(doc, false).out }

// Attitudes returns what Extract does and the attitudes besides: what is thought,
// planned, wanted or spoken of ("fears [a war]", "criticised [the plan]"), each with
// the Class of its cue.
func Attitudes(doc *Document) []Statement { return read(doc, true).out }

func read(doc *Document, attitudes bool) *reading {
	r := newReading(doc)
	r.attitudes = attitudes
	r.find()
	r.cast.gather(r)
	r.findTurns()
	r.findInterview()
	r.findAuthors()
	for i := range r.text.Passages {
		r.cast.passage = i
		r.passage(i)
		if p := &r.text.Passages[i]; r.furniture[p.First] { // whom a by-line names is not who “she” is below it
			r.cast.heard = max(r.cast.heard, p.Words.End)
		} else {
			r.cast.hear(r, p.Words.End)
		}
	}
	r.order()
	return r
}

// reading is a document while it is read.
type reading struct {
	doc   *Document
	src   string
	lang  string
	words []text.Word
	kinds []BlockKind
	text  *speech.Text
	found []found          // for each passage
	names []speech.Mention // in the writer's own words, as the grammar takes them
	nouns []speech.Subject // that sentences have for subjects
	cast  cast
	dates []date.Mention

	attitudes bool // what is thought, planned or spoken of is wanted too

	furniture  []bool                // for each block whether it belongs to the page and says nothing
	authors    map[int]text.Range    // of block quotations that are signed: for each block who wrote it
	labels     map[string]bool       // of a dialogue: the names in front of its paragraphs
	offices    map[string]text.Range // of a dialogue: who has an office that labels call by it, “The Mayor of Hull (Dana Cole):”
	answerer   string                // of a dialogue of questions and answers: who answers; empty if nobody clearly
	answers    map[int]bool          // of an interview: the blocks without a label that answer, and those that ask (false)
	asker      string                // of an interview with labels: the one that asks
	answered   Speaker               // and who answered last
	monograms  map[string]*member    // of a dialogue: whose initials a label may be
	narrators  map[string]bool       // of a transcript: the folded family names in the labels of those who tell the story
	transcript bool                  // a third of the paragraphs has one: whoever has the word goes on in those that have none
	turn       Speaker               // of a dialogue: who has the word
	turnEnd    int                   // the block up to which he has it for sure

	out     []Statement
	asides  []Statement // of the writer, beside what he reports
	skipped []text.Span // furniture and lines without a verb
}

// newReading splits a document into words, paragraphs and passages.
func newReading(doc *Document) *reading {
	r := &reading{doc: doc, src: doc.Text, lang: doc.Lang}
	if r.lang == "" {
		r.lang = "en"
	}
	r.words = make([]text.Word, 0, len(doc.Text)/5+4)
	var blocks []text.Range
	for _, b := range spoken(doc.Text, doc.blocks()) {
		first := len(r.words)
		r.words = text.AppendWords(r.words, r.src, b.Span)
		if len(r.words) > first {
			blocks = append(blocks, text.Range{First: first, End: len(r.words)})
			r.kinds = append(r.kinds, b.Kind)
		}
	}
	r.text = speech.Read(r.src, r.words, blocks)
	r.furnitureIn()
	return r
}

// found is what the sentences of a passage give, each read by itself.
type found struct {
	reports    []speech.Report
	nested     []speech.Report // inside its quotations
	asides     []speech.Aside
	predicated bool // it has a verb that says something
}

// analyses are what passages were taken apart in: their room serves the next document.
var analyses = sync.Pool{New: func() any { return new(speech.Analysis) }}

// find collects the reported speech of every passage. Passages do not know each
// other until names are resolved: those of a long text are read on all cores, and
// the result is the same.
func (r *reading) find() {
	n := len(r.text.Passages)
	r.found = make([]found, n)
	if r.lang != "en" && !grammar.Reads(r.lang) {
		return
	}
	const (
		batch = 100 // passages that one goroutine takes at a time
		ahead = 20  // and of which it reads the sentences together
	)
	names := make([][]speech.Mention, (n+batch-1)/batch)
	nouns := make([][]speech.Subject, len(names))
	var next atomic.Int64
	work := func() {
		an, parser := analyses.Get().(*speech.Analysis), grammar.Parser{Lang: r.lang}
		defer analyses.Put(an)
		for b := int(next.Add(1)) - 1; b < len(names); b = int(next.Add(1)) - 1 {
			for i := b * batch; i < min(n, (b+1)*batch); i++ {
				if soon := r.text.Passages[i:min(n, (b+1)*batch, i+ahead)]; (i-b*batch)%ahead == 0 && r.lang == "en" {
					an.Ahead(r.text, soon)
				} else if (i-b*batch)%ahead == 0 {
					parser.Ahead(r.sentencesOf(soon))
				}
				f, p := &r.found[i], &r.text.Passages[i]
				if r.lang != "en" { // the model of speech knows no other language: trees must do
					f.reports, f.predicated = r.treeReports(nil, &names[b], &nouns[b], &parser, p)
					f.reports = shallow(f.reports)
					continue
				}
				f.reports = an.Reports(nil, r.text, p)
				f.predicated = an.Predicated()
				names[b], nouns[b] = an.Mentions(names[b]), an.Subjects(nouns[b])
				if len(f.reports) > 0 {
					f.asides = an.Asides(nil, r.text)
				}
				f.nested = an.Nested(nil, r.text, p)
			}
		}
	}
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) - 1 {
		wait.Go(work)
	}
	work()
	wait.Wait()
	r.names, r.nouns = slices.Concat(names...), slices.Concat(nouns...)
}

// deepest is how many people may report one another in a sentence: "he said that she said that they said". Nobody writes
// more, and the statements of a sentence that does would be as long together as the square of it.
const deepest = 12

// shallow leaves out the reports that stand inside more than deepest others.
func shallow(reports []speech.Report) []speech.Report {
	var open []text.Range // the contents around the one at hand, the outermost first
	return slices.DeleteFunc(reports, func(r speech.Report) bool {
		if len(r.Content) == 0 {
			return false
		}
		in := text.Range{First: r.Content[0].First, End: r.Content[len(r.Content)-1].End}
		for len(open) > 0 && (open[len(open)-1].End < in.End || open[len(open)-1].First > in.First) {
			open = open[:len(open)-1]
		}
		if len(open) > deepest {
			return true
		}
		open = append(open, in)
		return false
	})
}

// sentencesOf returns the sentences of passages.
func (r *reading) sentencesOf(passages []speech.Passage) (list []grammar.Unread) {
	for i := range passages {
		for _, w := range passages[i].Sentences {
			list = append(list, grammar.Unread{Src: r.src, Words: r.words[w.First:w.End]})
		}
	}
	return list
}

// blocks returns the document's paragraphs; a document without any is divided
// at its line breaks.
func (d *Document) blocks() []Block {
	if len(d.Blocks) > 0 {
		return d.Blocks
	}
	var out []Block
	for i := 0; i < len(d.Text); {
		j := i
		for j < len(d.Text) && d.Text[j] != '\n' {
			j++
		}
		if j > i {
			out = append(out, Block{Span: text.Span{Start: i, End: j}})
		}
		i = j + 1
	}
	return out
}

// dashed returns the dash that a passage begins with, set off from its words.
func (r *reading) dashed(p *speech.Passage) (dash text.Span, ok bool) {
	if i := p.Words.First; i+1 < p.Words.End {
		w := r.words[i]
		switch w.In(r.src) {
		case "-", "–", "—":
			return w.Span(), r.words[i+1].Space
		}
	}
	return text.Span{}, false
}

// passage adds the statements of passage i.
func (r *reading) passage(i int) {
	p := &r.text.Passages[i]
	if r.furniture[p.First] || r.begins(lexicon.FurnitureNotice, p.Words.First, p.Words.End) || !r.ends(p.Words) && r.begins(lexicon.FurnitureLine, p.Words.First, p.Words.End) {
		r.skipped = append(r.skipped, r.span(p.Words))
		if !r.furniture[p.First] { // “The interview has been edited. | A show opens in May.”
			r.turn = Speaker{}
		}
		return
	}
	if by, ok := r.authors[p.First]; ok && r.blockQuotation(p, by) {
		return
	}
	if r.kinds[p.First] == Heading || !r.transcript && p.First > r.turnEnd {
		r.turn = Speaker{}
	}
	if answers, ok := r.answers[p.First]; ok {
		if r.turn = (Speaker{}); answers {
			r.turn, r.turnEnd = r.answering(), p.Last
		}
	}
	if dash, ok := r.dashed(p); ok && r.transcript && r.turn.Text != "" {
		r.turn = Speaker{Text: dash.In(r.src), Span: dash} // somebody else, whom nobody names
	}
	if p.First > r.turnEnd && r.narrated(p) || r.narrator(p).Len() > 0 {
		r.turn = Speaker{}
	}
	found := &r.found[i]
	reports := r.answer(p, r.add(p, found.reports))
	if r.turn.Text != "" && !slices.ContainsFunc(reports, func(a speech.Report) bool { return a.Turn }) {
		if p.First > r.turnEnd && r.line(i) { // “The team” and “Jane Doe Producer” below a transcript
			r.skipped = append(r.skipped, r.span(p.Words))
			return
		}
		r.turnGoesOn(p, reports)
		return
	}
	at := len(r.out)
	reports = r.adopt(p, reports)
	for k := range reports {
		r.mend(&reports[k])
	}
	reports = r.citing(p, reports)
	for k := range reports {
		a := &reports[k]
		a.Covers = r.emit(p, a, reports)
		if a.Turn {
			r.takes(a, p)
		}
	}
	if len(reports) > 0 {
		r.said(p, reports, r.out[at:])
	}
	if len(r.out) == at {
		who, body := r.protagonist(p)
		words := r.wordsOf(p)
		if words.Len() > 0 {
			who, body = words, false
		}
		r.orphan(p, who, words.Len() > 0)
		r.acts(p, who, body)
	}
	whole := r.covered(p, reports)
	loose := r.loose(p, contents(reports))
	switch {
	case len(loose) > 0 && r.bare(p, loose) == 0:
		if !r.floating(p, loose) && !whole {
			r.plain(p)
		}
	case len(r.out) == at && r.turn.Text == "" && r.line(i):
		r.skipped = append(r.skipped, r.span(p.Words))
	case len(reports) > 0 && reports[0].Turn && len(r.out) == at: // a label alone
		r.skipped = append(r.skipped, r.span(p.Words))
	case !whole:
		r.plain(p)
	default:
		r.floating(p, slices.DeleteFunc(loose, func(q text.Range) bool { return !r.speaks(q) })) // a nickname is none
		r.aside(p, found.asides, reports)
	}
	r.credit(p, at)
	r.relayed(p, found.nested, at)
}

// quotes reports whether the bytes stand within one of the statement's quoted spans.
func (s *Statement) quotes(at text.Span) bool {
	return slices.ContainsFunc(s.Quoted, func(q text.Span) bool { return q.Start <= at.Start && at.End <= q.End })
}

// plain adds what passage p says in the publisher's own voice, or goes on with a
// turn of a transcript.
func (r *reading) plain(p *speech.Passage) {
	for _, sentence := range p.Sentences {
		sentence.First = max(sentence.First, r.narrator(p).End)
		c := r.trim(sentence)
		if c.Len() == 0 || r.turn.Text != "" && r.direction(c) { // “[Laughs]”
			continue
		}
		if c.Len() == 1 && r.turn.Text == "" && strings.ContainsAny(r.word(c.First), "0123456789") { // “21h04. The count goes on.”
			r.skipped = append(r.skipped, r.span(sentence))
			continue
		}
		s := Statement{Sentence: r.span(sentence), Spans: []text.Span{r.span(c)}}
		s.Text = Content(r.src, s.Spans)
		s.Attribution.Publisher = r.doc.Publisher
		switch {
		case r.turn.Text != "":
			s.Kind, s.Form = Quote, Direct
			s.Attribution.Speaker = r.turn
		case r.doc.Speaker != "":
			s.Attribution.Speaker = Speaker{Name: r.doc.Speaker, Kind: Person}
		}
		r.out = append(r.out, s)
	}
}

// stop reports whether word i ends a sentence.
func (r *reading) stop(i int) bool {
	switch r.word(i) {
	case ".", "!", "?":
		return true
	}
	return false
}

// order sorts the statements by their first byte, the longer first.
func (r *reading) order() {
	r.out = append(r.out, r.asides...)
	slices.SortStableFunc(r.out, func(a, b Statement) int {
		if a.Span().Start != b.Span().Start {
			return a.Span().Start - b.Span().Start
		}
		return b.Span().End - a.Span().End
	})
}

// span returns the bytes of a range of words.
func (r *reading) span(w text.Range) text.Span { return w.Span(r.words) }

// word returns the letters of word i, the empty string outside the document.
func (r *reading) word(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].In(r.src)
}

// lower returns the folded letters of word i.
func (r *reading) lower(i int) string { return text.Fold(r.word(i)) }

// trim takes punctuation off both ends of content, but for quotation marks and
// brackets.
func (r *reading) trim(c text.Range) text.Range {
	for c.First < c.End && r.words[c.First].Kind == text.Punct && r.word(c.First) != "(" && r.word(c.First) != "[" {
		c.First++
	}
	for c.First < c.End && r.words[c.End-1].Kind == text.Punct && r.word(c.End-1) != ")" && r.word(c.End-1) != "]" && r.word(c.End-1) != "%" {
		c.End--
	}
	return c
}
