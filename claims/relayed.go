package claims

import (
	"math"
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Speech inside a quotation.
//
// “The minister told us that the dam would open,” Doe said. Two statements: Doe's,
// which is the whole quotation, and the minister's, which Doe passes on and answers
// for. The second is worth having only where nobody can doubt that it is one: a verb
// of saying in the indicative, neither denied nor asked for, with a subject that is
// somebody else than Doe. “I told them”, “they say”, “if he says” and “he will say”
// are Doe's own words and no more.

// relayed adds what the quotations of passage p pass on of others; the statements of
// the passage itself begin at r.out[at].
func (r *reading) relayed(p *speech.Passage, nested []speech.Report, at int) {
	for len(nested) > 0 {
		q := nested[0].Within - 1
		n := 1
		for n < len(nested) && nested[n].Within-1 == q {
			n++
		}
		if outer := r.teller(q, at); outer != nil {
			r.within(p, q, nested[:n:n], *outer)
		}
		nested = nested[n:]
	}
}

// teller returns the statement whose quoted words hold those of quotation q, the
// narrowest of several; nil if q is nobody's speech.
func (r *reading) teller(q, at int) *Statement {
	words := r.text.Quotations[q].Words().Span(r.words)
	var best *Statement
	for k := at; k < len(r.out); k++ {
		s := &r.out[k]
		if s.Kind != Quote || s.Attribution.Cue.Commitment == Denies {
			continue
		}
		if s.quotes(words) && (best == nil || s.Span().Len() <= best.Span().Len()) {
			best = s
		}
	}
	return best
}

// within adds the statements of the reports inside quotation q, which outer quotes.
func (r *reading) within(p *speech.Passage, q int, reports []speech.Report, outer Statement) {
	r.cast.hear(r, p.Words.End) // what is quoted makes nobody spoken of
	in := *r
	in.text = r.text.Within(q)
	in.cast.heard = math.MaxInt // who is named within was noted with the passage around
	reports = slices.Clone(reports)
	for k := range reports {
		in.mend(&reports[k])
	}
	for k := range reports {
		a := &reports[k]
		if !in.relays(a) {
			continue
		}
		s := Statement{Kind: Claim, Form: Indirect, Sentence: outer.Sentence}
		in.contents(&s, in.between(a.Content))
		cue, says := in.cue(a)
		if len(s.Spans) == 0 || !says || cue.Class > Writing {
			continue
		}
		by := in.other(a, outer.Attribution.Speaker)
		if by.Text == "" {
			continue
		}
		s.Attribution = Attribution{Speaker: by, Cue: cue, Publisher: r.doc.Publisher, Via: outer.Attribution.Via,
			Tellers: append([]Speaker{outer.Attribution.Speaker}, outer.Attribution.Tellers...)}
		r.out = append(r.out, s)
	}
}

// between cuts content that begins with a mark to what stands between marks: “He
// told me, [‘Run,’] and I ran.”
func (r *reading) between(content []text.Range) []text.Range {
	if r.text.Inside(content[0].First) < 0 {
		return content
	}
	var out []text.Range
	for _, c := range content {
		if q := r.text.Inside(c.First); q >= 0 {
			out = append(out, r.text.Quotations[q].All)
		}
	}
	return out
}

// ownWords reports whether a report stands whole in a quotation and passes on nobody else's words: « Je n'ai pas dit que le pont tombera »,
// « Il n'est pas confirmé que le pont tombera ». Twin: « Le
// maire dit que le pont tombera ».
func (r *reading) ownWords(a *speech.Report) bool {
	if len(a.Content) == 0 || a.Content[0].First < a.Cue.End {
		return false // “The road is closed, he says”
	}
	q := r.text.Inside(a.Cue.First)
	return q >= 0 && (a.Speaker.Len() == 0 || q == r.text.Inside(a.Speaker.First)) && q == r.text.Inside(a.Content[0].First) && !r.relays(a)
}

// wasAsked reports whether a is of what somebody was asked before he spoke: “No,” he said, | when asked if he knew. Twin: He left
// when she asked if he knew.
func (r *reading) wasAsked(a *speech.Report) bool {
	k := a.Cue.First
	before := r.lower(k - 1)
	return a.Verb && r.lang == "en" && reportingLemma(r.lang, r.lower(k)) == "ask" && strings.HasSuffix(r.lower(k), "ed") && r.text.Inside(k) < 0 && (before == "if" || subordinates(before) && before != "and" && before != "but" && before != "or")
}

// relays reports whether a report inside a quotation is one of what somebody else
// said.
func (r *reading) relays(a *speech.Report) bool {
	c, ok := lexicon.CueOf(r.lang, lexicon.VerbCue, reportingLemma(r.lang, a.Lemma))
	if !a.Verb || !ok || a.Negated || a.Shape != speech.Clause || a.Speaker.Len() == 0 {
		return false
	}
	switch c.Class {
	case "say", "manner", "declare", "concede", "deny", "warn", "promise":
	default:
		return false
	}
	return !r.hypothetical(a) && r.somebodyElse(a.Speaker)
}

// hypothetical reports whether what a reports is no event: a question, a condition,
// a command, something that may be or is to come.
func (r *reading) hypothetical(a *speech.Report) bool {
	first, end := r.clauseAround(a)
	for i := end; i < len(r.words) && i < end+2; i++ {
		if r.word(i) == "?" {
			return true
		}
	}
	for i := first; i < a.Cue.First; i++ {
		if w := r.lower(i); modal(w) || strings.Contains(" if unless when whenever whether to not n't never would 'll ’ll 'd ’d let do did does ", " "+w+" ") {
			return true
		}
	}
	return false
}

// clauseAround returns the words from the speaker or the mark before it to the end
// of the sentence in which a reports.
func (r *reading) clauseAround(a *speech.Report) (first, end int) {
	first, end = min(a.Cue.First, a.Speaker.First), a.Cue.End
	for first > 0 && r.words[first-1].Kind != text.Quote && !r.stop(first-1) && r.word(first-1) != "," {
		first--
	}
	for end < len(r.words) && !r.stop(end) && r.words[end].Kind != text.Quote {
		end++
	}
	return first, end
}

// somebodyElse reports whether a mention inside a quotation is of one who can speak
// and is not the one who is quoted, or anybody at all: he, a name, or a noun of
// people with a determiner.
func (r *reading) somebodyElse(mention text.Range) bool {
	mention = r.trim(mention)
	head := r.headOf(mention)
	if mention.Len() == 0 || head.Len() == 0 {
		return false
	}
	switch r.lower(mention.First) {
	case "i", "me", "we", "us", "you", "they", "it", "people", "one", "some", "somebody", "someone", "anybody", "anyone", "everybody", "everyone",
		"nobody", "many", "no", "any", "every", "which", "that", "this", "what", "there", "those", "these", "if", "all", "most", "others":
		return false
	case "he", "she":
		return mention.Len() == 1
	}
	if !r.determiner(head.First) && !r.capital(head.First) && r.lower(head.First) != "my" && r.lower(head.First) != "our" {
		return false
	}
	return r.bearing(head.End-1) && !r.capital(head.End-1) || r.capital(head.End-1) && r.lastName(head).Len() > 0
}

// other resolves the speaker inside a quotation: never to the one who is quoted, and
// only by name, for whom “he” means was said before the quotation began.
func (r *reading) other(a *speech.Report, teller Speaker) Speaker {
	mention := r.trim(a.Speaker)
	s := Speaker{Span: r.span(mention), Kind: Anonymous}
	s.Text = s.Span.In(r.src)
	if mention.Len() == 1 {
		switch r.lower(mention.First) {
		case "he", "she", "who", "his", "her":
			return s
		}
	}
	if r.lastName(r.headOf(mention)).Len() == 0 { // “the minister” of the quotation may be another than that of the report
		return s
	}
	if by := r.cast.resolve(r, mention, grammar.NameKind(a.Name), nil); by.Name == "" || by.Name != teller.Name {
		return by
	}
	return s
}
