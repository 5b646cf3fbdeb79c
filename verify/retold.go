package verify

import (
	"math"
	"slices"
	"sync"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/relate"
)

// A draft often retells a document of the archive: the report that its writer, or
// a model, had before them. Such a document is known by the names and numbers of
// the draft, most of which it has. What the draft says beside it is judged by it
// as a whole (relate.Account), after sentence by sentence decided nothing.

const (
	retoldWords   = 10   // words besides names and numbers that a draft must share with a document to retell it
	retoldShare   = 0.65 // part of them, and
	retoldMarks   = 3    // so many names and numbers,
	markedShare   = 0.5  // part of those; or, of a draft that has none to speak of,
	namelessShare = 0.8  // part of the words
)

// A vocabulary is what the statements of a draft name and say, each word once.
type vocabulary struct {
	once         sync.Once
	marks, words []string
}

// vocabulary returns the words of the draft's statements.
func (d *draft) vocabulary() *vocabulary {
	v := &d.said
	v.once.Do(func() {
		seen := map[string]bool{}
		add := func(dst, from []string) []string {
			for _, w := range from {
				if !seen[w] {
					seen[w] = true
					dst = append(dst, w)
				}
			}
			return dst
		}
		for i := range d.statements {
			marks, words := d.analyses[i]().Marks()
			v.marks, v.words = add(v.marks, marks), add(v.words, words)
		}
	})
	return v
}

// retells reports whether the draft retells the document of an account.
func (d *draft) retells(a *relate.Account) bool {
	v := d.vocabulary()
	part := func(share float64, words []string) int { return int(math.Ceil(share * float64(len(words)))) }
	words := max(retoldWords, part(retoldShare, v.words))
	if len(v.marks) < retoldMarks {
		return has(a, v.words, max(words, part(namelessShare, v.words)))
	}
	return has(a, v.marks, max(retoldMarks, part(markedShare, v.marks))) && has(a, v.words, words)
}

// has reports whether the document of an account has so many of the words. Of most
// documents a few words tell that it has not.
func has(a *relate.Account, words []string, enough int) bool {
	for i := 0; enough > 0; i++ {
		if len(words)-i < enough {
			return false
		}
		if a.Has(words[i]) {
			enough--
		}
	}
	return true
}

// retold judges a statement by the documents that its draft retells: what contradicts
// it and what it overstates, in the order of the candidates.
func (j *judge) retold(at place, candidates []sources.Candidate) (against, over []voice) {
	d, s := at.draft, &at.draft.statements[at.i]
	if s.Kind == claims.Quote && s.Form != claims.Mixed {
		return nil, nil // its words stand or they do not
	}
	var statement *relate.Analysis
	for _, group := range byDocument(candidates, func(c sources.Candidate) bool {
		return !sources.Same(c.Document, d.document) && !otherLanguage(c.Document.Lang, d.document.Lang)
	}) {
		account := j.prepared.account(group[0])
		if !d.retells(account) {
			continue
		}
		if statement == nil {
			statement = relate.Prepare(side(d.document, d.referents, whole(d.document, s)))
		}
		passages := make([]*relate.Analysis, len(group))
		for i, c := range group {
			passages[i] = j.prepared.sentence(c)
		}
		r := account.Retold(passages, statement)
		if r.Relation != relate.Contradicts && !r.Overstated || !d.answers(at.i, r.Reasons[0].Statement) {
			continue
		}
		for i := range r.Reasons {
			r.Reasons[i].Statement = inStatement(s, moved(r.Reasons[i].Statement, s.Sentence.Start))
		}
		c := group[r.Passage]
		passage := whole(c.Document, c.Statement)
		v := voice{document: c.Document, evidence: j.passage(c.Document, passage, Contradicts)}
		if v.overstated = r.Overstated; v.overstated {
			v.evidence.Stance = Silent
		}
		v.owner = j.archive.Names().Owner(v.evidence.Source)
		v.evidence.place(passage, r.Result, r.Reasons)
		switch {
		case v.overstated:
			over = append(over, v)
		case !v.idle(d.document, s, c):
			against = append(against, v)
		}
	}
	return against, over
}

// byDocument groups those candidates that are wanted by their document and leaves
// one of each sentence.
func byDocument(candidates []sources.Candidate, wanted func(sources.Candidate) bool) [][]sources.Candidate {
	var out [][]sources.Candidate
	place := map[uint32]int{}
	seen := map[statementKey]bool{}
	for _, c := range candidates {
		key := statementKey{c.Ref.Document, c.Statement.Sentence}
		if seen[key] || !wanted(c) {
			continue
		}
		seen[key] = true
		i, ok := place[c.Ref.Document]
		if !ok {
			i = len(out)
			place[c.Ref.Document] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

// answers reports whether statement i is the one of its sentence to which a clash
// at some words of the sentence belongs: it holds them, or it is the first and
// none does.
func (d *draft) answers(i int, at text.Span) bool {
	s := &d.statements[i]
	at = moved(at, s.Sentence.Start)
	holds := func(s *claims.Statement) bool {
		return slices.ContainsFunc(s.Spans, func(p text.Span) bool { return p.Overlaps(at) })
	}
	if holds(s) {
		return true
	}
	for k := range d.statements {
		if o := &d.statements[k]; o.Sentence == s.Sentence && (k < i || holds(o)) {
			return false
		}
	}
	return true
}

// whole returns the whole sentence of a statement as one: what was said with who
// said it.
func whole(doc *claims.Document, s *claims.Statement) *claims.Statement {
	at := s.Sentence
	return &claims.Statement{Text: at.In(doc.Text), Spans: []text.Span{at}, Sentence: at, Attribution: s.Attribution}
}

// moved returns a span that many bytes further on.
func moved(s text.Span, by int) text.Span { return text.Span{Start: s.Start + by, End: s.End + by} }
