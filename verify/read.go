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
	doubtful     = 0.5  // a contradiction in another passage from which the model supports nothing
	unnamedClash = 0.93 // how often the model must have been right with such an answer for a clash that no slot names
	readRemovals = 8    // phrases that are left out in turn to find the words of a clash
)

// A passage that the model reads, and the candidate that it is of.
type readPassage struct {
	text string
	of   sources.Candidate
}

// read judges a claim by the reading model; false if it hears nothing that may count.
func (j *judge) read(at place, candidates []sources.Candidate) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	if j.opt.Model == nil || s.Kind == claims.Quote && s.Form != claims.Mixed || s.Attribution.Cue.Commitment != claims.Asserts {
		return opinion{}, false
	}
	passages := j.passagesFor(at, candidates)
	if len(passages) == 0 {
		return opinion{}, false
	}
	statement := d.spelledOut(s, d.analyses[at.i]())
	bestFor, bestAgainst := -1, -1
	var scoreFor, scoreAgainst entail.Scores
	for i, p := range passages {
		scores := j.opt.Model.Judge(p.text, statement)
		if scores.Entail > scoreFor.Entail {
			bestFor, scoreFor = i, scores
		}
		if scores.Contradict > scoreAgainst.Contradict {
			bestAgainst, scoreAgainst = i, scores
		}
	}
	if ok, right := j.opt.Model.Supports(scoreFor); ok && scoreAgainst.Contradict < doubtful {
		return j.heardFor(at, passages[bestFor], right)
	}
	if ok, right := j.opt.Model.Contradicts(scoreAgainst); ok && scoreAgainst.Contradict > scoreFor.Entail {
		return j.heardAgainst(at, passages[bestAgainst], right)
	}
	return opinion{}, false
}

// passagesFor returns the passages that are read for a claim: the first candidates of
// another document each with its neighbours, and the two best of one document together.
func (j *judge) passagesFor(at place, candidates []sources.Candidate) []readPassage {
	d := at.draft
	var out []readPassage
	seen := map[statementKey]bool{}
	for _, c := range candidates {
		if len(out) == readPassages {
			break
		}
		key := statementKey{c.Ref.Document, c.Statement.Sentence}
		if seen[key] || sources.Same(c.Document, d.document) || otherLanguage(c.Document.Lang, d.document.Lang) || d.otherEvent(at.i, j.prepared.wordbook(c)) {
			continue
		}
		seen[key] = true
		out = append(out, readPassage{around(c.Document, c.Statement.Sentence), c})
	}
	for i := 1; i < len(out); i++ {
		if out[i].of.Document == out[0].of.Document {
			a, b := out[0].of.Statement.Sentence, out[i].of.Statement.Sentence
			if b.Start < a.Start {
				a, b = b, a
			}
			return append(out, readPassage{a.In(out[0].of.Document.Text) + " " + b.In(out[0].of.Document.Text), out[0].of})
		}
	}
	return out
}

// around returns a sentence with the one before and the one after it in its paragraph.
func around(doc *claims.Document, at text.Span) string {
	src := doc.Text
	from := strings.LastIndexByte(src[:at.Start], '\n') + 1
	to := len(src)
	if n := strings.IndexByte(src[at.End:], '\n'); n >= 0 {
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

// spelledOut returns the words of a claim with the names that its nouns and pronouns
// stand for put in their place.
func (d *draft) spelledOut(s *claims.Statement, a *relate.Analysis) string {
	var b strings.Builder
	last := 0
	refs := a.Links()
	for _, r := range d.referents.Of(s) {
		refs = append(refs, relate.Ref{Span: inStatement(s, r.Span), Name: r.Name})
	}
	slices.SortFunc(refs, func(x, y relate.Ref) int { return x.Span.Start - y.Span.Start })
	for _, r := range refs {
		if r.Span.Start < last || r.Span.Len() == 0 {
			continue
		}
		b.WriteString(s.Text[last:r.Span.Start])
		b.WriteString(r.Name)
		if owns := text.Fold(r.Span.In(s.Text)); owns == "his" || owns == "her" || owns == "its" || owns == "their" {
			b.WriteString("’s")
		}
		last = r.Span.End
	}
	b.WriteString(s.Text[last:])
	if n := s.Attribution.Speaker.Name; n != "" && s.Form == claims.Indirect {
		return n + " said " + b.String() + "."
	}
	return b.String() + "."
}

// heardFor is the opinion that a passage bears a claim out, if the guards let it pass.
func (j *judge) heardFor(at place, p readPassage, right float32) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	book := j.prepared.wordbook(p.of)
	known := func(n name.Name) bool {
		return !slices.ContainsFunc(n.Words, func(w string) bool { return !book[wordKey(p.of.Document.Lang, w)] })
	}
	source := relate.Prepare(relate.Side{Text: p.text, Lang: p.of.Document.Lang, Date: p.of.Document.Date})
	if !relate.Vouched(source, d.analyses[at.i](), known) || !j.attributed(s, p.of) {
		return opinion{}, false
	}
	v := j.heard(p, Agrees)
	o := j.weigh(s, []voice{v}, nil, nil)
	o.read = right
	o.message = fmt.Sprintf("%s bears it out in other words, as the reading model has it (right in %.0f %% of such answers)", SourceName(v.evidence.Source), 100*right)
	return o, true
}

// heardAgainst is the opinion that a passage excludes a claim: an error where a slot
// names the clash, else a warning with the words that the model trips over.
func (j *judge) heardAgainst(at place, p readPassage, right float32) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	source := relate.Prepare(relate.Side{Text: p.text, Lang: p.of.Document.Lang, Date: p.of.Document.Date})
	analysis := d.analyses[at.i]()
	why, pinned := relate.Pinned(source, analysis)
	if !pinned && right < unnamedClash || !relate.Shared(source, analysis) {
		return opinion{}, false
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
	if ok, _ := model.Supports(scores); ok && scores.Contradict < doubtful && relate.Vouched(a, b, func(name.Name) bool { return false }) {
		r.Relation = relate.Agrees
		return r
	}
	if ok, right := model.Contradicts(scores); ok && relate.Shared(a, b) {
		why, pinned := relate.Pinned(a, b)
		switch {
		case pinned:
		case right >= unnamedClash:
			why = reason.Reason{Kind: reason.Wording, Statement: text.Span{Start: 0, End: len(statement.Text)}, Source: text.Span{Start: 0, End: len(source.Text)},
				Note: "both cannot be so, as the reading model has it"}
		default:
			return r
		}
		r.Relation, r.Reasons = relate.Contradicts, []reason.Reason{why}
	}
	return r
}
