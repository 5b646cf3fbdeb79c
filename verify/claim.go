package verify

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// Claims are judged against each candidate on its own: relate says whether the
// two contents agree or cannot both be true, the attribution on both sides says
// what that is worth. A denial of a content that agrees is a contradiction; what
// is merely expected, asked or planned supports nothing, but shows where a draft
// says too much.

const (
	hedgedShare = 0.6 // part of a statement's words that a source must have to show that it is overstated

	rivals  = 40 // statements that the index proposes for one claim
	foreign = 12 // and in another language
	echoes  = 8  // the same for a quotation whose words stand: only the table shows them

	echoFrom = 0.2 // score from which such a statement may say the same
)

// claim judges the content of a statement, quoted words included.
func (j *judge) claim(at place) (opinion, error) {
	s := &at.draft.statements[at.i]
	candidates, err := j.archive.Claims(s.Text, at.draft.document.Lang, rivals)
	if err != nil {
		return opinion{}, err
	}
	across, err := j.archive.Across(s.Text, at.draft.document.Lang, foreign)
	if err != nil {
		return opinion{}, err
	}
	return j.related(at, append(candidates, across...)), nil
}

// echo judges the content of a quotation whose words stand, as others have it in
// other words. Where the words were found is known already and not judged again.
func (j *judge) echo(at place, found []Evidence) (opinion, error) {
	s := &at.draft.statements[at.i]
	candidates, err := j.archive.Echoes(s.Text, at.draft.document.Lang, echoes, echoFrom)
	if err != nil {
		return opinion{}, err
	}
	candidates = slices.DeleteFunc(candidates, func(c sources.Candidate) bool {
		return slices.ContainsFunc(found, func(e Evidence) bool { return e.holds(c) })
	})
	return j.related(at, candidates), nil
}

// holds reports whether the words that were matched are those of a candidate.
func (e *Evidence) holds(c sources.Candidate) bool {
	m := text.Span{Start: e.Span.Start + e.Match.Start, End: e.Span.Start + e.Match.End}
	at := c.Statement.Span()
	return e.Document == c.Document.ID && m.Start < at.End && at.Start < m.End
}

// related judges a statement against the candidates, each on its own.
func (j *judge) related(at place, candidates []sources.Candidate) opinion {
	d, s := at.draft, &at.draft.statements[at.i]
	var agree, against, over []voice
	if len(candidates) == 0 {
		return j.weigh(s, nil, nil, nil)
	}
	statement := d.analyses[at.i]()
	if d.referents.Own(s) || unresolved(d.document.Lang, d.referents, s, spansOf(statement.Links(), 0, nil)) {
		if o, ok := j.read(at, j.passagesFor(at, candidates)); ok && (o.verdict == Supported || !d.referents.Own(s)) {
			return o
		}
		agree, against = j.inItsSentence(at, candidates)
		return j.weigh(s, agree, against, nil)
	}
	speaking := slices.DeleteFunc(slices.Clone(candidates), func(c sources.Candidate) bool { return !j.speaksTo(at, c) })
	j.ahead(s, statement, speaking)
	for _, c := range speaking {
		v, ok := j.voice(d.document, s, statement, c)
		if ok && v.evidence.Stance == Agrees && j.misdescribed(d, s, c) {
			o := j.weigh(s, nil, nil, nil)
			o.message, o.evidence = "the source tells otherwise who "+s.Attribution.Speaker.Name+" is", []Evidence{v.evidence}
			o.evidence[0].Stance = Silent
			return o
		}
		if ok && j.ofAnother(at, &v, c) {
			continue
		}
		if ok && v.evidence.Stance == Contradicts && d.ofHimself(s) && !j.attributed(s, c) {
			continue // what the governor will do is not what "the mayor said that she" would
		}
		if !ok || unresolved(c.Document.Lang, j.prepared.referents(c), c.Statement, spansOf(j.prepared.analysis(sentence(c)).Links(), c.Statement.Sentence.Start, c.Statement)) || j.idle(&v, d.document, s, c) {
			continue
		}
		switch {
		case v.overstated:
			over = append(over, v)
		case v.evidence.Stance == Agrees:
			agree = append(agree, v)
			if no, ok := j.rebutted(c); ok && s.Form == claims.Plain {
				against = append(against, no)
			}
		default:
			against = append(against, v)
		}
	}
	if len(agree) == 0 {
		against = slices.DeleteFunc(against, func(v voice) bool { return v.denied })
	}
	if len(agree) == 0 && len(against) == 0 {
		if o, ok := j.miscredited(at, candidates); ok {
			return o
		}
		more := over
		if agree, against, over = j.combined(at, candidates); len(over) == 0 {
			over = more
		}
		agree = slices.DeleteFunc(agree, func(v voice) bool {
			return slices.ContainsFunc(more, func(w voice) bool {
				return w.evidence.Document == v.evidence.Document && w.evidence.Span.Overlaps(v.evidence.Span)
			})
		}) // "may be those of the king" says no more beside other sentences
	}
	if len(agree) == 0 && len(against) == 0 && len(over) == 0 {
		passages := j.passagesFor(at, candidates)
		if o, ok := j.read(at, passages); ok {
			return o
		}
		if o, ok := j.byParts(at, passages); ok {
			return o
		}
	}
	against = append(against, j.withdrawn(s, statement, speaking, agree, against)...)
	o := j.weigh(s, agree, outdated(agree, against), over)
	if o.verdict == Unsupported {
		if c, ok := j.nearest(d.document, s, candidates); ok {
			e := j.passage(c.Document, c.Statement, Silent)
			e.Match = text.Span{Start: 0, End: len(e.Text)}
			o.near(s, e, relate.Missing(j.prepared.analysis(content(c)), statement))
		}
	}
	return o
}

// ahead has the passages parsed that voice will relate to a statement.
func (j *judge) ahead(s *claims.Statement, statement *relate.Analysis, candidates []sources.Candidate) {
	var soon []*relate.Analysis
	for _, c := range candidates {
		p := passage{c, s.Attribution.Cue.Commitment != claims.Asserts}
		if o := j.prepared.line(p); j.sameForce(s, c.Statement) && o.Concerns(statement) {
			soon = append(soon, j.prepared.analysis(p))
		}
	}
	relate.Ahead(soon)
}

// speaksTo reports whether a candidate may say something on a statement: it is a text that may be asked, in a language
// that is read, of no other event.
func (j *judge) speaksTo(at place, c sources.Candidate) bool {
	doc := at.draft.document
	return !sources.Barred(c.Document, doc) && !unread(c.Document.Lang, doc.Lang) && credited(c.Document.Lang, c.Statement) && !j.mute(at, c)
}

// spansOf returns where some links stand, moved by so many bytes, and then from the
// document's text to a statement's if one is given.
func spansOf(links []relate.Ref, by int, s *claims.Statement) []text.Span {
	var out []text.Span
	for _, l := range links {
		at := text.Span{Start: l.Span.Start + by, End: l.Span.End + by}
		if s != nil {
			at = inStatement(s, at)
		}
		out = append(out, at)
	}
	return out
}

// misdescribed reports whether the draft says on the way who its speaker is, "Sillah, the president, said", and the
// source that it is compared with tells otherwise.
func (j *judge) misdescribed(d *draft, s *claims.Statement, c sources.Candidate) bool {
	who := s.Attribution.Speaker
	if s.Form == claims.Plain || who.Name == "" || who.Kind != claims.Person || who.Span.Len() <= len(who.Name) && !strings.Contains(d.document.Text[who.Span.End:s.Sentence.End], ",") {
		return false // nothing but the name stands there
	}
	passages := []*relate.Analysis{j.prepared.analysis(sentence(c))}
	said := c.Statement
	for i := range c.Statements {
		if x := &c.Statements[i]; x.Sentence != said.Sentence && x.Attribution.Speaker.Name == said.Attribution.Speaker.Name && len(passages) < describing {
			c.Statement = x
			passages = append(passages, j.prepared.analysis(sentence(c)))
		}
	}
	return relate.Misdescribed(passages, relate.Prepare(d.side(whole(d.document, s))), who.Name)
}

// describing is how many sentences of a source are asked who a speaker is.
const describing = 4

// ofHimself reports whether a statement is about its speaker, of whom the draft tells no name.
func (d *draft) ofHimself(s *claims.Statement) bool {
	refs := d.referents.Of(s)
	return len(refs) > 0 && refs[0].Noun != "" && refs[0].Name == ""
}

// outdated leaves out of what speaks against a claim the numbers of sources that are
// older than every one that agrees: a toll that rose since.
func outdated(agree, against []voice) []voice {
	newest := date.Day(0)
	for _, v := range agree {
		newest = max(newest, v.document.Date)
	}
	return slices.DeleteFunc(against, func(v voice) bool {
		return len(v.evidence.Reasons) > 0 && v.evidence.Reasons[0].Kind == reason.Number && v.document.Date != 0 && v.document.Date < newest
	})
}

// side is what relate needs of a statement of a document.
func side(doc *claims.Document, referents *claims.Referents, trees *claims.Trees, s *claims.Statement) relate.Side {
	out := relate.Side{Text: s.Text, Lang: doc.Lang, Date: doc.Date, Resolved: true, Trees: trees}
	out.Before = func() relate.Persons {
		return relate.PersonsOf(relate.Side{Text: before(doc, s), Lang: doc.Lang, Trees: trees})
	}
	for _, r := range referents.Of(s) {
		out.Refs = append(out.Refs, relate.Ref{Span: inStatement(s, r.Span), Name: r.Name, Noun: r.Noun})
	}
	return out
}

// beforeBytes is how many bytes before a sentence are read for whom its pronouns may
// stand for.
const beforeBytes = 600

// opens returns where what is read before a statement ends: at its sentence, or at an aside
// itself.
func opens(doc *claims.Document, s *claims.Statement) int {
	if s.Aside(doc.Text) {
		return s.Span().Start
	}
	return s.Sentence.Start
}

// before returns the text before a statement of a document, from the start of a sentence.
func before(doc *claims.Document, s *claims.Statement) string {
	at := opens(doc, s)
	from := max(0, at-beforeBytes)
	if from > 0 {
		if n := strings.IndexAny(doc.Text[from:at], ".\n"); n >= 0 {
			from += n + 1
		}
	}
	return strings.TrimSpace(doc.Text[from:at])
}

// sameVoice reports whether both statements are credited to speakers that may be
// one.
func (j *judge) sameVoice(a, b *claims.Statement) bool {
	return alike(a.Attribution.Speaker, b.Attribution.Speaker) != different
}

// weigh turns the voices into a verdict.
func (j *judge) weigh(s *claims.Statement, agree, against, over []voice) opinion {
	o := opinion{origins: j.origins(agree)}
	for _, v := range append(append(append([]voice{}, against...), agree...), over...) {
		o.evidence = append(o.evidence, v.evidence)
	}
	switch {
	case len(agree) > 0 && len(against) > 0,
		len(against) > 0 && s.Attribution.Speaker.Name != "" && !j.oneSpeaker(s, against):
		o.verdict, o.reasons = Disputed, against[0].evidence.Reasons
		o.message = fmt.Sprintf("%s against %s: %s", sides(against), orDraft(agree, s), note(o.reasons, "they cannot both be right"))
	case len(against) > 0:
		o.verdict, o.reasons = Contradicted, against[0].evidence.Reasons
		o.message = fmt.Sprintf("%s: %s", sides(against), note(o.reasons, "it cannot be so"))
	case len(agree) > 0:
		o.verdict = Supported
		o.evidence = o.evidence[:len(agree)]
		o.message = fmt.Sprintf("%s by %s", plural(o.origins, "independent origin"), sides(agree))
	case len(over) > 0:
		o.verdict, o.reasons = Overstated, over[0].evidence.Reasons
		o.message = fmt.Sprintf("%s: %s", SourceName(over[0].evidence.Source), note(o.reasons, "stated as done, but only planned, hedged or alleged"))
	default:
		o.verdict, o.message = Unsupported, "no source speaks of it"
	}
	o.level = o.verdict.level(j.opt.Strict)
	return o
}

// oneSpeaker reports whether a contradicting voice is the draft's own speaker.
func (j *judge) oneSpeaker(s *claims.Statement, against []voice) bool {
	name := j.archive.Names().Owner(s.Attribution.Speaker.Name)
	for _, v := range against {
		if v.owner == name || j.archive.Names().Owner(v.evidence.Speaker) == name {
			return true
		}
	}
	return false
}

// sides lists the sources of the voices, each once.
func sides(voices []voice) string {
	var names []string
	seen := map[string]bool{}
	for _, v := range voices {
		if !seen[v.evidence.Source] {
			seen[v.evidence.Source] = true
			names = append(names, SourceName(v.evidence.Source))
		}
	}
	if len(names) > 3 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:3], ", "), len(names)-3)
	}
	return strings.Join(names, ", ")
}

// orDraft lists the sources that agree, or the draft's own speaker.
func orDraft(agree []voice, s *claims.Statement) string {
	if len(agree) > 0 {
		return sides(agree)
	}
	return s.Attribution.Speaker.Name
}

// plural returns "1 origin", "2 origins".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
