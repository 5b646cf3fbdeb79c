package verify

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"factcheck/claims"
	"factcheck/claims/name"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/entail"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// Where the rules are silent a reading model is asked, if the user installed one: does
// the passage bear the statement out, or exclude it? It reads the few passages that the
// index proposes first, each with the sentence before and after it, and the two best of
// one document together. What it answers counts only past the guards of package relate:
// it may not support what a name, a number, a date, a negation or a plan speaks against.
// A clash that it hears is an error only if a slot names it; else it is a warning that
// shows the words without which the model would not hear it.
//
// And where the model is sure only that a passage speaks of the thing, it is asked about the
// contrasts of the statement (relate.Contrasts): if the passage bears out "in Springfield" and
// not "in St. Louis", the two clash on the place.

const (
	readPassages = 5    // passages that are read for one claim
	doubtful     = 0.5  // a no from which a yes, or a yes from which a no, of another passage does not count
	surer        = 0.15 // how much more of a no than of another passage's yes makes the yes doubtful
	demanded     = 0.97 // how often it must have been right to bear out what relates two numbers or times
	unnamedClash = 0.91 // how often the model must have been right with such an answer for a clash that no slot names
	surelyClash  = 0.94 // and from where on it need not hear a yes to a contrast
	farClash     = 0.97 // and beside a passage from further down the list
	pinning      = 3    // names, numbers and dates of a statement in a passage that surely is of the same thing, or
	pinnedWords  = 0.5  // one of them and so much of its words,
	pinned       = 2    // and in one in which one of its names is another
	readTogether = 3    // sentences of one document that are read together
	readRemovals = 8    // phrases that are left out in turn to find the words of a clash
)

// A passage that the model reads, and the candidate that it is of.
type readPassage struct {
	text string
	of   sources.Candidate
	near bool // the first that the index proposes is in it: what it says is of the same thing

	told []sources.Candidate // what is told in it, by whom

	joined bool // sentences of one document that do not stand together
	alone  bool // a sentence without its neighbours
}

// A hearing is the passage from which a reading model hears most of an answer.
type hearing struct {
	of     readPassage
	source *relate.Analysis // of the passage
	words  wording
	scores entail.Scores

	contrasts func() []relate.Contrast // of the statement beside the passage, made when somebody first asks for them
}

// newHearing puts a wording to the model beside a passage.
func newHearing(m *entail.Model, p readPassage, source *relate.Analysis, w wording) hearing {
	return hearing{p, source, w, m.Judge(p.text, w.text), sync.OnceValue(func() []relate.Contrast { return relate.Contrasts(source, w.analysis) })}
}

// read judges a claim by the reading model; false if it hears nothing that may count.
func (j *judge) read(at place, passages []readPassage) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	if j.opt.Model == nil || s.Kind == claims.Quote && s.Form != claims.Mixed {
		return opinion{}, false
	}
	w := d.wordingOf(at.i)
	if w.text == "" {
		return opinion{}, false
	}
	all := j.hear(w, passages)
	if h, right, ok := j.supports(at, all); ok {
		return j.heardFor(s, h, right), true
	}
	if w.whole || w.open {
		return opinion{}, false
	}
	all = slices.DeleteFunc(all, func(h hearing) bool { return h.of.alone })
	if o, ok := j.overstates(at, all); ok {
		return o, true
	}
	agree := forMost(ofTexts(all))
	against := againstMost(all, j.opt.Model)
	if ok, right := j.opt.Model.Contradicts(against.scores); ok && (agree.scores.Entail < doubtful || agree.scores.Entail+surer < against.scores.Contradict) {
		if o, ok := j.heardAgainst(at, against, right, reason.Reason{}); ok {
			return o, true
		}
	}
	if h, c, ok := j.contrast(all); ok {
		if o, ok := j.heardAgainst(at, h, c.right, c.reason(s.Text)); ok {
			return o, true
		}
	}
	for _, h := range all {
		if h.of.near && !h.of.joined && misstates(&h) {
			return j.heardAgainst(at, h, clearly, reason.Reason{})
		}
	}
	return opinion{}, false
}

// supplanted reports whether one of the sentences that were joined is a yes by itself, but of somebody else: "a study by
// Wolny found" beside "Thiele counted", of "a study by Thiele found".
func (h *hearing) supplanted(all []hearing) bool {
	return slices.ContainsFunc(all, func(x hearing) bool {
		return !x.of.joined && x.of.of.Document == h.of.of.Document && x.scores.Entail >= doubtful && relate.Supplanted(x.source, x.words.analysis)
	})
}

// hear puts one wording to the model beside each passage, and beside its sentence alone where the model hears something of a yes
// but is not sure: "Doe won. Roe, who lost, sued." is less of a yes to "Doe won" than "Doe won." is.
func (j *judge) hear(w wording, passages []readPassage) []hearing {
	var all []hearing
	for _, p := range passages {
		h := newHearing(j.opt.Model, p, j.source(p), w)
		all = append(all, h)
		if sure, _ := j.opt.Model.Supports(h.scores); sure || h.scores.Entail < doubtful {
			continue
		}
		if p, ok := p.byItself(); ok {
			all = append(all, newHearing(j.opt.Model, p, j.source(p), w))
		}
	}
	return all
}

// byItself returns the sentence of a passage without its neighbours, false if it has none.
func (p readPassage) byItself() (readPassage, bool) {
	src := p.of.Statement.Sentence.In(p.of.Document.Text)
	if p.joined || src == p.text {
		return p, false
	}
	return readPassage{text: src, of: p.of, alone: true, told: toldIn(src, p.of.Document, p.told)}, true
}

// toldIn returns those of some candidates whose sentence stands in a text of a document.
func toldIn(src string, doc *claims.Document, candidates []sources.Candidate) []sources.Candidate {
	var out []sources.Candidate
	for _, c := range candidates {
		if c.Document == doc && strings.Contains(src, c.Statement.Sentence.In(doc.Text)) {
			out = append(out, c)
		}
	}
	return out
}

// ofTexts leaves out the hearings of sentences that were joined: what no text has together is no text.
func ofTexts(all []hearing) []hearing {
	return slices.DeleteFunc(slices.Clone(all), func(h hearing) bool { return h.of.joined })
}

// forMost returns the hearing that is most of a yes.
func forMost(all []hearing) hearing {
	var most hearing
	for _, h := range all {
		if h.scores.Entail > most.scores.Entail {
			most = h
		}
	}
	return most
}

// againstMost returns the hearing that is most of a no. A passage from further down the list
// contradicts many things that it does not speak of: only what a model is surest of counts there.
func againstMost(all []hearing, m *entail.Model) hearing {
	var most hearing
	for _, h := range all {
		if _, right := m.Contradicts(h.scores); (h.of.near || right >= farClash) && h.scores.Contradict > most.scores.Contradict {
			most = h
		}
	}
	return most
}

// supports returns the hearing with most of a yes that bears a statement out past the guards,
// and how often such an answer was right.
func (j *judge) supports(at place, all []hearing) (best hearing, right float32, ok bool) {
	if againstMost(ofTexts(all), j.opt.Model).scores.Contradict >= doubtful {
		return best, 0, false
	}
	s := &at.draft.statements[at.i]
	sorted := slices.SortedStableFunc(slices.Values(all), func(x, y hearing) int { return cmp.Compare(y.scores.Entail, x.scores.Entail) })
	for _, h := range sorted {
		sure, right := j.opt.Model.Supports(h.scores)
		sure = sure && !h.of.alone // its neighbours make it less of a yes
		switch {
		case h.of.joined && h.supplanted(all):
			continue // what no sentence says by itself, two may say of two things
		case h.words.open && !at.draft.retells(j.prepared.wordbook(h.of.of)):
			continue // "it" is anything
		case right < steadily || right < demanded && h.words.analysis.Relates():
			return best, 0, false
		case right < demanded && !at.draft.speaksOf(j.prepared.wordbook(h.of.of)) && !h.sameThing():
			continue // a text about something else says much that sounds alike
		case j.bears(at.draft, s, h, sure) && steady(j.opt.Model, &h, sure):
			return h, right, true
		}
	}
	return best, 0, false
}

// sameThing reports whether a passage has so much of what a wording names, counts and says that it is of the same thing, whatever else the
// draft speaks of: a snippet of one sentence speaks of nothing else. Of 900 statements in other words beside their passages (fixtures/reader)
// 21 more are borne out so, all rightly; beside 558 other texts none is.
func (h *hearing) sameThing() bool {
	n := relate.Pins(h.source, h.words.analysis)
	return n >= pinning || n > 0 && relate.Overlap(h.source, h.words.analysis) >= pinnedWords
}

// passagesFor returns the passages that are read for a claim: the first candidates of
// another document each with its neighbours, and the best of one document together.
func (j *judge) passagesFor(at place, candidates []sources.Candidate) []readPassage {
	d := at.draft
	var out []readPassage
	seen := map[statementKey]bool{}
	for _, c := range candidates {
		if len(out) == readPassages {
			break
		}
		key := statementKey{c.Ref.Document, c.Statement.Sentence}
		if seen[key] || sources.Barred(c.Document, d.document) || otherLanguage(c.Document.Lang, d.document.Lang) || j.mute(at, c) {
			continue
		}
		seen[key] = true
		out = append(out, readPassage{text: around(c.Document, c.Statement.Sentence), of: c, near: len(out) == 0})
	}
	if joined, ok := together(out); ok {
		out = append(out, joined)
	}
	for i := range out {
		out[i].told = toldIn(out[i].text, out[i].of.Document, candidates)
	}
	return out
}

// together returns the sentences of the first passage and of those of its document, in
// the order of the document, as one passage; false if there is only one.
func together(passages []readPassage) (readPassage, bool) {
	var spans []text.Span
	for _, p := range passages {
		if p.of.Document == passages[0].of.Document && len(spans) < readTogether {
			spans = append(spans, p.of.Statement.Sentence)
		}
	}
	if len(spans) < 2 {
		return readPassage{}, false
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	src := passages[0].of.Document.Text
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.In(src)
	}
	return readPassage{text: strings.Join(parts, " "), of: passages[0].of, near: true, joined: true}, true
}

// bears reports whether the guards let a passage bear a claim out: its names, numbers and
// dates are there, it says it as firmly, and whoever is said to say it may have said it, and is whom
// the draft says that he is.
func (j *judge) bears(d *draft, s *claims.Statement, h hearing, sure bool) bool {
	return !relate.Weaker(h.source, h.words.analysis, sure) && j.sameThings(h) &&
		slices.ContainsFunc(h.of.told, func(c sources.Candidate) bool { return j.bearing(d.document, s, c) && !j.misdescribed(d, s, c) })
}

// sameThings reports whether a passage has the names, numbers and dates of a wording, whom it is
// guessed to be about included.
func (j *judge) sameThings(h hearing) bool {
	p := h.of
	book := j.prepared.wordbook(p.of)
	known := func(n name.Name) bool {
		return !slices.ContainsFunc(n.Words, func(w string) bool { return !book.holds(wordKey(p.of.Document.Lang, w)) })
	}
	return h.names() && relate.SameThings(h.source, h.words.analysis, known)
}

// names reports whether a passage names whom a wording is guessed to be about.
func (h *hearing) names() bool {
	return h.words.guessed.Empty() || h.source.Names(h.words.guessed)
}

// heardFor is the opinion that a passage bears a claim out.
func (j *judge) heardFor(s *claims.Statement, h hearing, right float32) opinion {
	v := j.heard(h.of, Agrees)
	o := j.weigh(s, []voice{v}, nil, nil)
	o.read = right
	o.message = fmt.Sprintf("%s bears it out in other words, as the reading model has it (right in %.0f %% of such answers)", SourceName(v.evidence.Source), 100*right)
	return o
}

// source returns a passage, prepared.
func (j *judge) source(p readPassage) *relate.Analysis {
	return relate.Prepare(relate.Side{Text: p.text, Lang: p.of.Document.Lang, Date: p.of.Document.Date, Trees: &j.prepared.trees})
}

// heardAgainst is the opinion that a passage excludes a claim, on what why names if it names
// anything: an error where a slot names the clash, else a warning with the words that the
// model trips over.
func (j *judge) heardAgainst(at place, h hearing, right float32, why reason.Reason) (opinion, bool) {
	d, s, p := at.draft, &at.draft.statements[at.i], h.of
	source := h.source
	analysis := d.analyses[at.i]()
	pin, named := relate.Pinned(source, analysis)
	if named {
		why = pin
	}
	if relate.Computed(source, analysis) || j.countedBeside(h, why) {
		return opinion{}, false
	}
	shared, some := source.SharedName(analysis)
	changed := !named && why.Kind == reason.Name // the passage has not the statement's name but bears out its own in the place of it
	if why.Kind == reason.None && (right < unnamedClash || right < surelyClash && !answered(j.opt.Model, &h)) || !changed && !shared && some && !source.Open() || relate.Relate(source, analysis).Framed() {
		return opinion{}, false
	}
	if why.Kind == reason.Date && relate.OfPeriod(analysis, why.Statement) && !d.retells(j.prepared.wordbook(p.of)) {
		return opinion{}, false
	}
	if !j.ofOneReport(d, h, changed) || !h.names() {
		return opinion{}, false
	}
	v := j.heard(p, Contradicts)
	if why.Kind == reason.None {
		why = reason.Reason{Kind: reason.Wording, Statement: j.tripsOver(p.text, s, analysis)}
		why.Note = fmt.Sprintf("“%s” cannot be so beside the passage, as the reading model has it", why.Statement.In(s.Text))
	}
	why.Source = text.Span{}
	v.evidence.Reasons = []reason.Reason{why}
	if j.idle(&v, d.document, s, p.of) {
		return opinion{}, false
	}
	o := j.weigh(s, nil, []voice{v}, nil)
	o.read = right
	if !named && o.level == Error {
		o.level = Warning
	}
	return o, true
}

// countedBeside reports whether the number or date that a clash rests on stands in another sentence of the document, the number of the same
// things, and the model hears no clash with that one: beside "86 people are in hospital" four that died there are no error.
func (j *judge) countedBeside(h hearing, why reason.Reason) bool {
	if why.Kind != reason.Number && why.Kind != reason.Date {
		return false
	}
	c := h.of.of
	return slices.ContainsFunc(h.of.of.Statements, func(x claims.Statement) bool {
		c.Statement = &x
		return relate.Counted(j.prepared.analysis(sentence(c)), h.words.analysis, why.Statement) &&
			j.opt.Model.Judge(around(c.Document, x.Sentence), h.words.text).Contradict < doubtful
	})
}

// ofOneReport reports whether a passage that is at odds with a statement of the draft, one of whose names
// was changed or which it names anyway, is of the same thing: another report may speak of another.
func (j *judge) ofOneReport(d *draft, h hearing, changed bool) bool {
	words := j.prepared.wordbook(h.of.of)
	shared, some := h.source.SharedName(h.words.analysis)
	if changed { // what the two have besides has to name the thing: "Roe spoke of Clinton", "Doe spoke of Clinton" are both so
		shared = relate.Pins(h.source, h.words.analysis) >= pinned
	}
	return d.retells(words) || !relate.Apart(h.source, h.words.analysis) && (shared || !changed && !some && d.of(words)) && !d.strays(words)
}

// heard is the voice of the candidate of a passage.
func (j *judge) heard(p readPassage, stance Stance) voice {
	v := voice{document: p.of.Document, evidence: j.passage(p.of.Document, p.of.Statement, stance)}
	v.evidence.Match = text.Span{Start: 0, End: len(v.evidence.Text)}
	v.owner = j.archive.Names().Owner(v.evidence.Source)
	return v
}

// tripsOver returns the words of a claim without which the model hears least of a
// contradiction, as a span of the claim's text.
func (j *judge) tripsOver(passage string, s *claims.Statement, a *relate.Analysis) text.Span {
	best, least := text.Span{Start: 0, End: len(s.Text)}, float32(2)
	for i, w := range a.Windows() {
		if i == readRemovals {
			break
		}
		if w.Len() == 0 || w.Len()*2 > len(s.Text) {
			continue
		}
		if c := j.opt.Model.Judge(passage, s.Text[:w.Start]+s.Text[w.End:]).Contradict; c < least {
			best, least = w, c
		}
	}
	return best
}
