package verify

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sort"

	"factcheck/claims"
	"factcheck/claims/text"
)

// An editor asks again after each word, and nearly all of the draft is as it was. What was
// found of a statement is kept by the words that it was found for: its own, those of its
// paragraph and of the one before, where “he” and “the town” get their meaning, and what the
// draft says of itself. The rest of the draft can bear on a verdict too, if seldom: a name that is only
// given in full three paragraphs up, a report that is retold as a whole. Kept findings are
// therefore an answer for the meantime: whoever uses them checks once more without when the
// writer rests, and that answer is the one of the command line.

// keptFindings is how many findings are kept at least, half of how many at most.
const keptFindings = 2048

// A wordingKey is the sum of all that a finding is kept by.
type wordingKey [sha256.Size]byte

// A stretch is a part of a draft.
type stretch struct {
	d *claims.Document
	text.Span
}

// sum returns the sum of the words of a stretch.
func (p stretch) sum() wordingKey { return sha256.Sum256([]byte(p.In(p.d.Text))) }

// keyOf returns the key of a statement of a draft. What stands around it is summed up once
// for all statements in it: a draft that is one paragraph of 8,000 sentences is around each.
func (j *judge) keyOf(d *claims.Document, s *claims.Statement) wordingKey {
	around := stretch{d, neighbourhood(d, s.Sentence)}
	back := func(spans []text.Span) []text.Span {
		spans = slices.Clone(spans)
		for i := range spans {
			spans[i] = text.Span{Start: spans[i].Start - around.Start, End: spans[i].End - around.Start}
		}
		return spans
	}
	who := func(x claims.Speaker) claims.Speaker { x.Span = text.Span{}; return x }
	own := *s
	own.Spans, own.Quoted, own.Sentence = back(s.Spans), back(s.Quoted), back([]text.Span{s.Sentence})[0]
	a := &own.Attribution
	a.Speaker, a.Cue.Span = who(a.Speaker), text.Span{}
	a.Tellers, a.Via = slices.Clone(a.Tellers), slices.Clone(a.Via)
	for i := range a.Tellers {
		a.Tellers[i] = who(a.Tellers[i])
	}
	for i := range a.Via {
		a.Via[i].Span = text.Span{}
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %q %q %q %d %t %v\x00", d.ID, d.Path, d.Publisher, d.Author, d.Speaker, d.Title, d.Lang, d.Date, j.opt.Strict, own)
	sum := j.around.get(keptFindings, around, around.sum)
	h.Write(sum[:])
	return wordingKey(h.Sum(nil))
}

// neighbourhood returns the paragraphs that a sentence stands in and the one before.
func neighbourhood(d *claims.Document, at text.Span) text.Span {
	after := func(x int) int {
		return sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Start > x })
	}
	first, end := after(at.Start), after(at.End-1)
	if first == 0 || end == 0 {
		return text.Span{Start: 0, End: len(d.Text)}
	}
	return text.Span{Start: d.Blocks[max(0, first-2)].Start, End: max(at.End, d.Blocks[end-1].End)}
}

// again gives a finding what was found for the same words earlier, if that is kept.
func (p *preparations) again(key wordingKey, f *Finding) bool {
	p.findings.mu.Lock()
	defer p.findings.mu.Unlock()
	old, ok := p.findings.find(keptFindings, key)
	if ok {
		draft, statement := f.Draft, f.Statement
		*f = old
		f.Draft, f.Statement = draft, statement
	}
	return ok
}

// keep keeps what was found. What the draft says elsewhere made it inconsistent: that is
// looked at each time.
func (p *preparations) keep(key wordingKey, f *Finding) {
	if f.Verdict == Inconsistent || slices.Contains(f.Also, Inconsistent) {
		return
	}
	kept := *f
	kept.Draft, kept.Statement = nil, claims.Statement{}
	p.findings.mu.Lock()
	defer p.findings.mu.Unlock()
	p.findings.put(keptFindings, key, kept)
}
