package verify

import (
	"slices"
	"sync"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/relate"
)

// likeness says whether two mentions may be of one speaker.
type likeness uint8

const (
	different  likeness = iota // both name somebody, and not the same
	namesake                   // of one name, but for a Jr.
	compatible                 // nothing speaks against it: a pronoun, a role, an anonymous mention
	same                       // the names agree
)

// alike compares the draft's speaker with the source's.
func alike(draft, source claims.Speaker) likeness {
	switch quote.SameSpeaker(draft, source) {
	case quote.Same:
		return same
	case quote.Different:
		return different
	case quote.Namesake:
		return namesake
	}
	return compatible
}

// inItsSentence judges what a speaker without a name says of himself as the sentence that it stands in: that "he sold the
// port" tells nobody, "the mayor of Bunia says that he sold the port" does. Twin: the mayor of Goma.
func (j *judge) inItsSentence(at place, candidates []sources.Candidate) (agree, against []voice) {
	d, s := at.draft, &at.draft.statements[at.i]
	if by := s.Attribution; s.Form != claims.Indirect || by.Speaker.Name != "" || by.Cue.Commitment != claims.Asserts || s.Topic {
		return nil, nil
	}
	said := whole(d.document, s)
	analysis := sync.OnceValue(func() *relate.Analysis { return relate.Prepare(d.side(said)) })
	for _, c := range candidates {
		if !j.speaksTo(at, c) {
			continue
		}
		key := wholeKey{d.document, s.Sentence, sentence(c).key().statementKey}
		r := j.prepared.wholes.get(keptOutlines, key, func() relate.Result { return j.prepared.relate(sentence(c), analysis()) })
		if r.Relation == relate.Silent {
			continue
		}
		r.Reasons = slices.Clone(r.Reasons)
		v := voice{document: c.Document, evidence: j.passage(c.Document, c.Statement, stanceOf(r.Relation))}
		v.owner = j.archive.Names().Owner(v.evidence.Source)
		for i := range r.Reasons {
			r.Reasons[i].Statement = inStatement(s, inDocument(said, r.Reasons[i].Statement))
		}
		v.evidence.place(whole(c.Document, c.Statement), r.Reasons)
		switch {
		case j.idle(&v, d.document, s, c):
		case r.Relation == relate.Agrees:
			agree = append(agree, v)
		default:
			against = append(against, v)
		}
	}
	return agree, against
}
