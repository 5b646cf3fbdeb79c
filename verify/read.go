package verify

import (
	"fmt"
	"slices"
	"strings"

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

const (
	readPassages = 5    // passages that are read for one claim
	doubtful     = 0.5  // a no from which a yes, or a yes from which a no, of another passage does not count
	surer        = 0.15 // how much more of a no than of another passage's yes makes the yes doubtful
	demanded     = 0.97 // how often it must have been right to bear out what relates two numbers or times
	unnamedClash = 0.91 // how often the model must have been right with such an answer for a clash that no slot names
	readTogether = 3    // sentences of one document that are read together
	readRemovals = 8    // phrases that are left out in turn to find the words of a clash
)

// A passage that the model reads, and the candidate that it is of.
type readPassage struct {
	text string
	of   sources.Candidate
	near bool // the first that the index proposes is in it: what it says is of the same thing
}

// A hearing is the passage from which a reading model hears most of an answer.
type hearing struct {
	of     readPassage
	words  wording
	scores entail.Scores
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
	agree, against := j.hear(w, passages)
	if right, ok := j.supports(s, agree, against); ok {
		return j.heardFor(s, agree, right), true
	}
	if ok, right := j.opt.Model.Contradicts(against.scores); ok && !w.whole && (agree.scores.Entail < doubtful || agree.scores.Entail+surer < against.scores.Contradict) {
		return j.heardAgainst(at, against.of, right)
	}
	return opinion{}, false
}

// hear puts one wording to the model beside each passage: from which it hears most of a
// yes, and from which of the near ones most of a no. A passage from further down the
// list contradicts many things that it does not speak of.
func (j *judge) hear(w wording, passages []readPassage) (agree, against hearing) {
	for _, p := range passages {
		scores := j.opt.Model.Judge(p.text, w.text)
		if scores.Entail > agree.scores.Entail {
			agree = hearing{p, w, scores}
		}
		if p.near && scores.Contradict > against.scores.Contradict {
			against = hearing{p, w, scores}
		}
	}
	return agree, against
}

// supports reports whether what the model hears bears a statement out past the guards, and
// how often such an answer was right.
func (j *judge) supports(s *claims.Statement, agree, against hearing) (right float32, ok bool) {
	ok, right = j.opt.Model.Supports(agree.scores)
	ok = ok && (right >= demanded || !agree.words.analysis.Relates())
	return right, ok && against.scores.Contradict < doubtful && j.bears(s, agree)
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
		if seen[key] || sources.Barred(c.Document, d.document) || otherLanguage(c.Document.Lang, d.document.Lang) || d.otherEvent(at.i, j.prepared.wordbook(c)) {
			continue
		}
		seen[key] = true
		out = append(out, readPassage{around(c.Document, c.Statement.Sentence), c, len(out) == 0})
	}
	if joined, ok := together(out); ok {
		out = append(out, joined)
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
	return readPassage{strings.Join(parts, " "), passages[0].of, true}, true
}

// vicinity is how far around a sentence its neighbours are looked for: a text may
// be one paragraph.
const vicinity = 4 << 10

// around returns a sentence with the one before and the one after it in its paragraph.
func around(doc *claims.Document, at text.Span) string {
	src := doc.Text
	from, to := max(0, at.Start-vicinity), min(len(src), at.End+vicinity)
	if n := strings.LastIndexByte(src[from:at.Start], '\n'); n >= 0 {
		from += n + 1
	} else if from > 0 { // at a whole word
		from += strings.IndexByte(src[from:at.Start], ' ') + 1
	}
	if n := strings.IndexByte(src[at.End:to], '\n'); n >= 0 {
		to = at.End + n
	}
	words := text.AppendWords(nil, src, text.Span{Start: from, End: to})
	sentences := text.Sentences(src, words)
	for i, r := range sentences {
		if s := r.Span(words); s.End > at.Start && s.Start <= at.Start {
			first, last := max(i-1, 0), i
			for last+1 < len(sentences) && sentences[last].Span(words).End < at.End {
				last++
			}
			last = min(last+1, len(sentences)-1)
			return text.Range{First: sentences[first].First, End: sentences[last].End}.Span(words).In(src)
		}
	}
	return at.In(src)
}

// bears reports whether the guards let a passage bear a claim out: its names, numbers and
// dates are there, it says it as firmly, and whoever is said to say it may have said it.
func (j *judge) bears(s *claims.Statement, h hearing) bool {
	p := h.of
	book := j.prepared.wordbook(p.of)
	known := func(n name.Name) bool {
		return !slices.ContainsFunc(n.Words, func(w string) bool { return !book[wordKey(p.of.Document.Lang, w)] })
	}
	source := relate.Prepare(relate.Side{Text: p.text, Lang: p.of.Document.Lang, Date: p.of.Document.Date, Trees: &j.prepared.trees})
	if !h.words.guessed.Empty() && !relate.Names(source, h.words.guessed) {
		return false
	}
	return relate.Vouched(source, h.words.analysis, known) && j.attributed(s, p.of)
}

// heardFor is the opinion that a passage bears a claim out.
func (j *judge) heardFor(s *claims.Statement, h hearing, right float32) opinion {
	v := j.heard(h.of, Agrees)
	o := j.weigh(s, []voice{v}, nil, nil)
	o.read = right
	o.message = fmt.Sprintf("%s bears it out in other words, as the reading model has it (right in %.0f %% of such answers)", SourceName(v.evidence.Source), 100*right)
	return o
}

// heardAgainst is the opinion that a passage excludes a claim: an error where a slot
// names the clash, else a warning with the words that the model trips over.
func (j *judge) heardAgainst(at place, p readPassage, right float32) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	source := relate.Prepare(relate.Side{Text: p.text, Lang: p.of.Document.Lang, Date: p.of.Document.Date, Trees: &j.prepared.trees})
	analysis := d.analyses[at.i]()
	why, pinned := relate.Pinned(source, analysis)
	if !pinned && right < unnamedClash || !relate.Shared(source, analysis) || relate.Relate(source, analysis).Framed() {
		return opinion{}, false
	}
	if words := j.prepared.wordbook(p.of); !d.retells(words) && (relate.Repeated(source, analysis) || !relate.Named(source, analysis) || d.strays(words)) {
		return opinion{}, false // another report may speak of another thing
	}
	v := j.heard(p, Contradicts)
	if !pinned {
		why = reason.Reason{Kind: reason.Wording, Statement: j.tripsOver(p.text, s, analysis)}
		why.Note = fmt.Sprintf("“%s” cannot be so beside the passage, as the reading model has it", why.Statement.In(s.Text))
	}
	why.Source = text.Span{}
	v.evidence.Reasons = []reason.Reason{why}
	if v.idle(d.document, s, p.of) {
		return opinion{}, false
	}
	o := j.weigh(s, nil, []voice{v}, nil)
	o.read = right
	if !pinned && o.level == Error {
		o.level = Warning
	}
	return o, true
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

// Compare relates a statement to a source, both by themselves: by the rules, and where
// these are silent by a reading model past the same guards as a draft's; nil is none.
func Compare(source, statement relate.Side, model *entail.Model) relate.Result {
	a, b := relate.Prepare(source), relate.Prepare(statement)
	r := relate.Relate(a, b)
	if model == nil || r.Relation != relate.Silent || r.Overstated {
		return r
	}
	scores := model.Judge(source.Text, statement.Text)
	if ok, right := model.Supports(scores); ok && (right >= demanded || !b.Relates()) && scores.Contradict < doubtful && relate.Vouched(a, b, func(name.Name) bool { return a.Open() }) {
		r.Relation = relate.Agrees
		return r
	}
	if ok, right := model.Contradicts(scores); ok && !r.Framed() && !relate.Repeated(a, b) && ofOneThing(a, b, right) {
		why, pinned := relate.Pinned(a, b)
		if !pinned {
			why = reason.Reason{Kind: reason.Wording, Statement: text.Span{Start: 0, End: len(statement.Text)}, Source: text.Span{Start: 0, End: len(source.Text)},
				Note: "both cannot be so, as the reading model has it"}
		}
		r.Relation, r.Reasons = relate.Contradicts, []reason.Reason{why}
	}
	return r
}

// Two texts by themselves, around which no document tells whether they are of one thing: the
// model hears a contradiction between any two sentences about the climate. They must share a
// name and a third of the statement's words, or more words where no name tells, and the
// model must be the surer. Of 7,661 pairs of real statements that do not contradict it calls
// 10 contradictions past that, where it was 89 by a shared name or none, and hears 111 of the
// 240 contradictions of the development statements, where it heard 142.
const (
	namedRight, namedShared       = 0.94, 0.3
	namelessRight, namelessShared = 0.97, 0.4
)

// ofOneThing reports whether two texts are enough of one thing for a contradiction that the
// model hears between them, being right so often with such an answer.
func ofOneThing(source, statement *relate.Analysis, right float32) bool {
	share := relate.Overlap(source, statement)
	if relate.Named(source, statement) {
		return right >= namedRight && share >= namedShared
	}
	return right >= namelessRight && share >= namelessShared && relate.Shared(source, statement)
}
