package verify

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A draft is a document under check with its statements.
type draft struct {
	document   *claims.Document
	statements []claims.Statement
	referents  *claims.Referents
	trees      *claims.Trees
	analyses   []func() *relate.Analysis // parallel to statements, each worked out once
	names      []func() []mention        // parallel to statements: namesIn, each worked out once
	times      []func() []date.Mention   // parallel to statements: timesIn, each worked out once
	rivals     [][]int                   // parallel to statements: earlier ones that share rare words and may clash

	said vocabulary
}

// newDraft prepares the statements of a document for judging.
func newDraft(d *claims.Document, statements []claims.Statement, trees *claims.Trees) *draft {
	n := &draft{document: d, statements: statements, referents: claims.NewReferents(d), trees: trees}
	n.analyses, n.names, n.times = make([]func() *relate.Analysis, len(statements)), make([]func() []mention, len(statements)), make([]func() []date.Mention, len(statements))
	for i := range statements {
		n.analyses[i] = sync.OnceValue(func() *relate.Analysis { return relate.Prepare(n.side(&statements[i])) })
		n.names[i] = sync.OnceValue(func() []mention { return n.namesIn(i) })
		n.times[i] = sync.OnceValue(func() []date.Mention { return n.timesIn(i) })
	}
	n.rivals = rivalStatements(statements)
	return n
}

// side is what relate needs of a statement of the draft.
func (d *draft) side(s *claims.Statement) relate.Side {
	return side(d.document, d.referents, d.trees, s)
}

const (
	rareInDraft = 4   // statements that share a word at most, for the word to join them
	alikeShare  = 0.8 // part of their content words that two statements must share to be of one thing
	sharedRare  = 2   // such words that two statements must share to be compared
)

// rivalStatements finds, for each claim, the earlier claims of the draft that
// share rare words with it. Its cost is bounded by rareInDraft pairs a word.
func rivalStatements(statements []claims.Statement) [][]int {
	holders := map[string][]int{}
	words := make([][]string, len(statements))
	for i := range statements {
		s := &statements[i]
		if s.Kind != claims.Claim || s.Attribution.Cue.Commitment != claims.Asserts {
			continue
		}
		seen := map[string]bool{}
		for _, w := range text.Words(s.Text) {
			f := text.Fold(w.In(s.Text))
			if w.Kind != text.Letters || len(f) < 4 || seen[f] {
				continue
			}
			seen[f] = true
			words[i] = append(words[i], f)
			if len(holders[f]) <= rareInDraft {
				holders[f] = append(holders[f], i)
			}
		}
	}
	out := make([][]int, len(statements))
	shared := map[int]int{}
	for i := range statements {
		clear(shared)
		for _, f := range words[i] {
			if h := holders[f]; len(h) <= rareInDraft {
				for _, k := range h {
					if k < i {
						shared[k]++
					}
				}
			}
		}
		for k, n := range shared {
			if n >= sharedRare {
				out[i] = append(out[i], k)
			}
		}
		slices.Sort(out[i])
	}
	return out
}

// inconsistent judges statement i beside itself and the rest of its draft: a
// conversion that does not convert, parts that do not add up, two values or two
// dates for one thing. False if nothing is wrong.
func (d *draft) inconsistent(i int) (opinion, bool) {
	s := &d.statements[i]
	if reasons := relate.Inconsistent(d.side(s)); len(reasons) > 0 {
		for k := range reasons {
			reasons[k].Source = text.Span{} // it lies in the draft, not in an archive's passage
		}
		return opinion{verdict: Inconsistent, level: Error, reasons: reasons,
			message: note(reasons, "the statement disagrees with itself")}, true
	}
	for _, k := range d.rivals[i] {
		if above := d.statements[k].Text; !shares(d.document.Lang, above, s.Text, alikeShare) || !shares(d.document.Lang, s.Text, above, alikeShare) {
			continue
		}
		if x, y := d.firstReferent(k), d.firstReferent(i); x != y && x != "" && y != "" {
			continue // what one said that she would do is not what another did
		}
		if d.pointsAnew(k, i) {
			continue
		}
		r := relate.Relate(d.analyses[k](), d.analyses[i]())
		if r.Relation != relate.Contradicts || len(r.Reasons) == 0 {
			continue
		}
		if first := r.Reasons[0]; first.Kind == reason.Number || first.Kind == reason.Date || first.Kind == reason.Unit {
			first.Source = text.Span{}
			return opinion{verdict: Inconsistent, level: Error, reasons: []reason.Reason{first},
				message: fmt.Sprintf("the draft says otherwise above, “%s”: %s", d.statements[k].Text, note(r.Reasons[:1], "both cannot be so"))}, true
		}
	}
	return opinion{}, false
}

// firstReferent returns what the first noun or pronoun of a statement stands for that the text around it tells, by name or
// by a noun; empty if there is none.
func (d *draft) firstReferent(i int) string {
	refs := d.referents.Of(&d.statements[i])
	if len(refs) == 0 {
		return ""
	}
	return cmp.Or(refs[0].Name, refs[0].Noun)
}

// pointsAnew reports whether statement k tells of a thing by a noun alone, and the draft names another of its kind from there to statement i: "the flight was
// full. Flight 214 left at noon. The flight was empty".
func (d *draft) pointsAnew(k, i int) bool {
	lang, src := d.document.Lang, d.document.Text
	own := contentStems(lang, d.statements[k].Text)
	between := text.Span{Start: d.statements[k].Sentence.End, End: max(d.statements[k].Sentence.End, d.statements[i].Sentence.Start)}
	words := text.AppendWords(nil, src, between)
	dates := date.Find(src, words, d.document.Date, lang)
	for n := 1; n < len(words); n++ {
		named := words[n].Kind == text.Number || strings.HasPrefix(words[n].In(src), "#") || capitalised(words[n].In(src))
		if slices.ContainsFunc(dates, func(m date.Mention) bool { return (m.Month != 0 || m.Weekday != 0) && m.First <= n && n < m.End }) {
			continue // "the bridge Monday"
		}
		if before := words[n-1]; named && before.Kind == text.Letters && slices.Contains(own, text.Stem(language(lang), text.Fold(before.In(src)))) && !capitalised(before.In(src)) {
			return true
		}
	}
	return false
}
