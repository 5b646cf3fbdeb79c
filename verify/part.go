package verify

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A Part is a clause of a statement that can stand by itself, "Denby bought the mill" of
// "Denby bought the mill and sold its machines", with what became of it.
type Part struct {
	Span  text.Span // in the statement's text
	Borne bool      // a source bears it out
}

// byParts judges each clause of a statement by itself: each may find its witness in another
// passage. The statement is supported if all do, in part if some do; false if none does,
// or if it is one clause only.
func (j *judge) byParts(at place, passages []readPassage) (opinion, bool) {
	d, s := at.draft, &at.draft.statements[at.i]
	a := d.analyses[at.i]()
	clauses := a.Clauses()
	if clauses == nil || s.Kind != claims.Claim || s.Attribution.Cue.Commitment != claims.Asserts || s.Form == claims.Indirect {
		return opinion{}, false
	}
	refs := d.standIns(s, a)
	var voices []voice
	parts := make([]Part, len(clauses))
	right := float32(0)
	for k, c := range clauses {
		v, sure, ok := j.witness(at, d.clause(s, c, refs), slices.DeleteFunc(slices.Clone(passages), func(p readPassage) bool {
			return j.otherEvent(at, []text.Span{c.Words, c.Subject}, p.of)
		}))
		if parts[k] = (Part{c.Words, ok}); ok {
			voices = append(voices, v)
			if sure > 0 && (right == 0 || sure < right) {
				right = sure
			}
		}
	}
	if len(voices) == 0 {
		return opinion{}, false
	}
	o := j.weigh(s, voices, nil, nil)
	o.read, o.parts = right, parts
	if len(voices) < len(parts) {
		o.inPart(s, j.opt.Strict)
	}
	return o, true
}

// clause returns a clause as a sentence of its own, with its subject and the names that its
// pronouns stand for.
func (d *draft) clause(s *claims.Statement, c relate.Clause, refs []relate.Ref) wording {
	words := putIn(c.Words.In(s.Text), within(refs, c.Words))
	if c.Subject.Len() > 0 {
		words = strings.TrimSuffix(putIn(c.Subject.In(s.Text), within(refs, c.Subject)), ".") + " " + words
	}
	return wording{text: words, src: words, analysis: relate.Prepare(relate.Side{Text: words, Lang: d.document.Lang, Date: d.document.Date, Trees: d.trees})}
}

// witness returns the voice of a passage that bears a clause out, by the rules or as the
// reading model has it; right is how often such an answer of the model was right, zero for
// the rules. False if there is none.
func (j *judge) witness(at place, w wording, passages []readPassage) (v voice, right float32, ok bool) {
	s := &at.draft.statements[at.i]
	for _, p := range passages {
		if j.prepared.relate(sentence(p.of), w.analysis).Relation == relate.Agrees && j.bearing(at.draft.document, s, p.of) {
			return j.heard(p, Agrees), 0, true
		}
	}
	if j.opt.Model == nil {
		return voice{}, 0, false
	}
	h, right, ok := j.supports(at, j.hear(w, passages))
	if !ok {
		return voice{}, 0, false
	}
	return j.heard(h.of, Agrees), right, true
}

// inPart makes an opinion one that a statement is supported in part.
func (o *opinion) inPart(s *claims.Statement, strict bool) {
	o.level = Unsupported.level(strict)
	var stand, lack []string
	for _, p := range o.parts {
		quoted := "“" + p.Span.In(s.Text) + "”"
		if p.Borne {
			stand = append(stand, quoted)
			continue
		}
		lack = append(lack, quoted)
		o.reasons = append(o.reasons, reason.Reason{Kind: reason.Part, Statement: p.Span, Note: "no source speaks of it"})
	}
	o.message = fmt.Sprintf("%s is borne out; no source speaks of %s", strings.Join(stand, ", "), strings.Join(lack, ", "))
}

// within returns those of the stand-ins that lie in a span of a text, as spans of its words.
func within(refs []relate.Ref, at text.Span) []relate.Ref {
	var out []relate.Ref
	for _, r := range refs {
		if at.Contains(r.Span) {
			out = append(out, relate.Ref{Span: text.Span{Start: r.Span.Start - at.Start, End: r.Span.End - at.Start}, Name: r.Name, Noun: r.Noun})
		}
	}
	return out
}
