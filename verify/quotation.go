package verify

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"factcheck/claims"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/claims/translate"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// Quotations are judged in three steps. The index proposes documents that hold
// words like the quoted ones. The alignment says of each what was done to the
// words. Then the attribution decides: words that stand in a source are verbatim
// if any source that has them is compatible with the draft's speaker, outlet and
// date, and misattributed only if every source that has them names another.

const (
	proposals   = 40   // statements that the index proposes for one quotation
	fewWords    = 3    // a quotation of so few words proves nothing against its attribution
	alteredFrom = 0.70 // share of content words that must align for "altered"
)

// quotedWords returns the words of a quotation: all of the statement where no part is marked.
func quotedWords(s *claims.Statement) []text.Span {
	if len(s.Quoted) == 0 {
		return s.Spans
	}
	return s.Quoted
}

// quotation judges the quoted words of s.
func (j *judge) quotation(d *draft, s *claims.Statement) (opinion, error) {
	quoted := quotedWords(s)
	matches, err := j.matches(d, s, quoted)
	if err != nil {
		return opinion{}, err
	}
	exact, near := split(matches)
	short := countWords(d.document.Text, quoted) <= fewWords
	switch by := s.Attribution.Speaker; {
	case thin(d.document.Text, quoted):
		exact = slices.DeleteFunc(exact, func(m match) bool { return !m.vouched(d.document.Text, s) })
	case s.Form == claims.Mixed && countWords(d.document.Text, quoted) < strangerWords:
		exact = slices.DeleteFunc(exact, func(m match) bool { return m.unsaid() && !quote.Names(m.candidate.Document, by) })
	}
	switch {
	case len(exact) > 0:
		if m := j.correction(d.document.Text, quoted, exact, near); m != nil && !short {
			o := j.altered(s, *m)
			o.message = "corrected later: " + o.message
			return o, nil
		}
		if o, ok := j.exact(d.document, s, exact, short); ok {
			if !short && o.verdict != Misattributed {
				o.evidence = append(o.evidence, j.wordings(s, d.document.Text, quoted, near)...)
			}
			return o, nil
		}
	case len(near) > 0 && near[0].Share >= alteredFrom && (!short || near[0].speaker == same && near[0].stands() && s.Form == claims.Direct && quote.Weight(d.document.Text, quoted) >= thinWeight):
		scrap := s.Form == claims.Mixed && countWords(d.document.Text, quoted) < strangerWords // a turn of phrase, unless all of it stands
		for i, m := range near {
			if (!scrap || m.stands()) && j.version(d.document.Text, quoted, &m) && (!m.rewritten(d.document.Text) || j.thenToo(d, s, &m)) {
				o := j.altered(s, m)
				o.evidence = append(o.evidence, j.wordings(s, d.document.Text, quoted, near[i+1:])...)
				return o, nil
			}
		}
	}
	if o, ok, err := j.translated(d, s, quoted); ok || err != nil {
		return o, err
	}
	return j.unfound(d, s, near, short || len(exact) > 0)
}

// matches aligns the quotation with every document that the index proposes, the
// best match of each, best first.
func (j *judge) matches(d *draft, s *claims.Statement, quoted []text.Span) ([]match, error) {
	candidates, err := j.archive.Quotations(claims.Content(d.document.Text, quoted), d.document.Lang, s.Attribution.Speaker.Name, proposals)
	if err != nil {
		return nil, err
	}
	best := map[uint32]int{} // document -> place in found
	read := quote.Read(d.document.Text, d.document.Lang, quoted).Within(s.Sentence, s.Form != claims.Direct)
	futile := map[uint32]bool{}
	var found []match
	least := 0.0 // score below which a candidate can add nothing
	for _, c := range candidates {
		if c.Score < least {
			break
		}
		if i, ok := best[c.Ref.Document]; ok && found[i].Outcome == quote.Verbatim && found[i].speaker == same {
			continue // there is no better match in this document
		}
		if futile[c.Ref.Document] || sources.Barred(c.Document, d.document) || otherLanguage(c.Document.Lang, d.document.Lang) {
			continue
		}
		m := j.align(d, read, s, c)
		// What is not clean around one candidate was looked for in the whole document.
		futile[c.Ref.Document] = m.Outcome != quote.Verbatim && m.Outcome != quote.Elided
		if m.Outcome == quote.None && m.Share == 0 {
			continue
		}
		if i, ok := best[c.Ref.Document]; !ok {
			best[c.Ref.Document] = len(found)
			found = append(found, m)
		} else if better(&m, &found[i]) {
			found[i] = m
		}
		if m.speaker != different {
			least = max(least, c.Score*j.decided(s, &m))
		}
	}
	sort.SliceStable(found, func(a, b int) bool { return better(&found[a], &found[b]) })
	return found, nil
}

// decided returns which part of a match's score another candidate must have to be
// worth a look: where the words stand and the attribution is borne out, only what
// holds nearly as many of them in order can be another witness; where they stand
// altered, only what holds not much fewer can be nearer.
func (j *judge) decided(s *claims.Statement, m *match) float64 {
	switch {
	case m.Outcome == quote.Verbatim && j.attribution(s, m).Kind == reason.None:
		return 0.6
	case m.Outcome == quote.Altered && m.Share >= alteredFrom:
		return 0.5
	}
	return 0
}

// align compares the quotation with the source around one candidate.
func (j *judge) align(d *draft, read *quote.Draft, s *claims.Statement, c sources.Candidate) match {
	source := j.prepared.of(c)
	m := match{Match: source.AlignDraft(read, c.Statement.Span()), candidate: c, speaker: compatible}
	m.said = said(j.prepared.near(c, m.Source), m.Source)
	if m.said == nil && len(m.Source) == 0 {
		m.said = c.Statement
	}
	if m.said != nil && m.Outcome == quote.Elided && len(m.said.Attribution.Tellers) > 0 {
		m.unframe()
	}
	if m.said != nil {
		m.speaker = alike(s.Attribution.Speaker, m.said.Attribution.Speaker)
		switch by := s.Attribution.Speaker; {
		case m.speaker == same && quote.OtherBearer(c.Document.Text, by, m.said.Attribution.Speaker):
			m.speaker, m.carried = different, true
		case m.speaker == compatible && otherGender(by, d.document.Lang, m.said.Attribution.Speaker, c.Document.Lang) && !passedOn(m.said, by):
			m.speaker, m.carried = different, true
		case m.speaker != same && speaksBeside(c.Statements, m.said, m.Source, by) && !passedOn(m.said, by):
			m.speaker, m.carried = different, true
		case m.speaker == compatible && !otherLanguage(c.Document.Lang, d.document.Lang) && heldByAnother(&c, m.said.Attribution.Speaker, by):
			m.speaker, m.carried = different, true
		case m.speaker != same && speaksToo(&c, m.said, by):
			m.speaker = different
		case m.speaker == compatible && by.Name != "" && surnameOnly(by, m.said.Attribution.Speaker, c.Document):
			if m.carried = !quote.Credited(c.Document.Text, m.said, by) || carried(&c, m.said, by); m.carried {
				m.speaker = different
			}
		case m.speaker != different:
		case forwards(c.Document.Text, m.said, by):
			m.speaker = compatible
		case !speaksBeside(d.statements, s, quotedWords(s), m.said.Attribution.Speaker) && quote.Credited(d.document.Text, s, m.said.Attribution.Speaker), passedOn(m.said, by), spokenFor(by, m.said.Attribution.Speaker):
			m.speaker = compatible
		case quote.Credited(c.Document.Text, m.said, by):
			if m.carried = carried(&c, m.said, by); !m.carried {
				m.speaker = compatible
			}
		}
		if (m.speaker == different || m.Mixed) && len(s.Quoted) > 1 && j.partly(&m, s.Attribution.Speaker) {
			m.Outcome = quote.None // one of two turns of phrase is his: nobody has said both
		}
	}
	return m
}

// partly reports whether one part of a passage is the speaker's and another is not.
func (j *judge) partly(m *match, by claims.Speaker) bool {
	own := 0
	for _, p := range m.Source {
		parts := []text.Span{p}
		if x := said(j.prepared.near(m.candidate, parts), parts); x != nil && alike(by, x.Attribution.Speaker) == same {
			own++
		}
	}
	return own > 0 && own < len(m.Source)
}

// passedOn reports whether the speaker is one of those who passed a statement on:
// the words left that mouth too. Who passed it on without a name may be anybody,
// and vouches for nobody.
func passedOn(said *claims.Statement, by claims.Speaker) bool {
	return slices.ContainsFunc(said.Attribution.Tellers, func(t claims.Speaker) bool { return alike(by, t) == same })
}

// forwards reports whether a statement sends on what the speaker wrote, whose family name the handle holds: “RT @mkos: The lock is open”, of Mia Kos.
func forwards(src string, said *claims.Statement, by claims.Speaker) bool {
	names := strings.Fields(by.Name)
	if len(said.Quoted) == 0 || len(names) == 0 {
		return false
	}
	handle, ok := strings.CutPrefix(strings.TrimLeft(said.Quoted[0].In(src), "“\" "), "RT @")
	handle, _, _ = strings.Cut(handle, " ")
	return ok && strings.Contains(text.Fold(handle), text.Fold(names[len(names)-1]))
}

// exact judges a quotation whose words stand in sources: by the first source
// whose attribution is compatible, else as misattributed. It declines (false)
// where a few words are all that speaks against the attribution.
func (j *judge) exact(d *claims.Document, s *claims.Statement, exact []match, short bool) (opinion, bool) {
	var against clash
	for i := range exact {
		m := &exact[i]
		r := j.attribution(s, m)
		if r.Kind == reason.None {
			o := opinion{verdict: Verbatim, evidence: j.agreeing(s, exact[i:])}
			if m.Outcome == quote.Elided && slices.ContainsFunc(m.Edits, func(e quote.Edit) bool { return e.Op == quote.Delete && e.Class == reason.Condition }) {
				return j.altered(s, *m), true // a condition was cut off, and no mark says so
			}
			if m.Outcome == quote.Elided {
				o.verdict, o.reasons = Elided, o.evidence[0].Reasons
				if len(m.Reasons) > 0 {
					o.level = Warning
					o.message = note(m.Reasons, "the omission changes what the words mean")
				}
			}
			if note := j.unnamed(s, exact[i:]); note.Kind != reason.None && o.level == OK {
				o.level, o.message, o.reasons = Info, note.Note, append(o.reasons, note)
			}
			o.origins = 1
			if turned, ok := j.turned(s, m); ok && !short { // a “cartel” may be dismissed and warned of
				return turned, true
			}
			return j.subject(d, s, m, o), true
		}
		if against.Kind == reason.None || against.unsure && !r.unsure {
			against = r
		}
	}
	by, words := s.Attribution.Speaker, countWords(d.Text, quotedWords(s))
	scrap := s.Form == claims.Mixed && words < strangerWords
	light := s.Form != claims.Direct && words < phraseWords && quote.Weight(d.Text, quotedWords(s)) < phraseWeight
	if short || (scrap || light) && severalSay(exact) || (scrap && by.Name != "" || light) && unknown(exact, by) {
		return opinion{}, false // a turn of phrase
	}
	o := opinion{verdict: Misattributed, level: Error, reasons: []reason.Reason{against.Reason}, message: against.Note, evidence: j.against(s, exact)}
	if against.unsure || scrap {
		o.level = Warning
	}
	return o, true
}

// unnamed returns the reason attribution if the draft gives the words to a person
// whom no source that has them names anywhere: they stand, and nobody vouches for
// the name. Nothing contradicts it either, so it is a note.
func (j *judge) unnamed(s *claims.Statement, exact []match) reason.Reason {
	by := s.Attribution.Speaker
	if !slices.ContainsFunc(exact, func(m match) bool { return counts(&m, by) }) {
		return reason.Reason{Kind: reason.Attribution, Note: fmt.Sprintf("the words stand in the source, which does not give them to “%s”", by.Text)}
	}
	if exact[0].speaker == namesake {
		return reason.Reason{Kind: reason.Attribution, Note: fmt.Sprintf("the source gives the words to %s, whom %s may not be", exact[0].said.Attribution.Speaker.Name, by.Name)}
	}
	for i := range exact {
		m := &exact[i]
		if m.speaker != compatible {
			if m.speaker == same {
				return reason.Reason{}
			}
			continue
		}
		if quote.Names(m.candidate.Document, by) {
			return reason.Reason{}
		}
	}
	if by.Kind != claims.Person {
		return reason.Reason{}
	}
	note := "the words stand in the source, which does not name " + by.Name
	if said := exact[0].said; said != nil && said.Attribution.Speaker.Text != "" {
		note = fmt.Sprintf("the source gives the words to “%s” and does not name %s", said.Attribution.Speaker.Text, by.Name)
	}
	return reason.Reason{Kind: reason.Attribution, Note: note}
}

// counts reports whether the last number before the words of a match is that of the people
// to whom the draft gives them: “66 percent of voters”. Who is not counted may be anybody.
func counts(m *match, by claims.Speaker) bool {
	amounts := quantity.Find(by.Text, text.Words(by.Text), language(m.candidate.Document.Lang))
	if by.Name != "" || len(amounts) == 0 {
		return true
	}
	st := m.said
	if st == nil {
		st = m.candidate.Statement
	}
	src := text.Span{Start: st.Sentence.Start, End: text.Cover(m.Source).Start}.In(m.candidate.Document.Text)
	theirs := quantity.Find(src, text.Words(src), language(m.candidate.Document.Lang))
	if len(theirs) == 0 {
		return false
	}
	return quantity.Compare(&theirs[len(theirs)-1], &amounts[len(amounts)-1]).Supports()
}

// altered judges a quotation whose words were changed.
func (j *judge) altered(s *claims.Statement, m match) opinion {
	o := opinion{verdict: Altered, level: Error, message: note(m.Reasons, "the words were changed")}
	if !m.Meaning {
		o.level = Warning
	}
	o.evidence = []Evidence{j.evidence(s, &m, Contradicts)}
	o.reasons = o.evidence[0].Reasons
	return o
}

// agreeing shows the sources of a quotation that stands: the deciding match
// first, then every other one that has the words from a compatible speaker.
func (j *judge) agreeing(s *claims.Statement, exact []match) []Evidence {
	var out []Evidence
	for i := range exact {
		if exact[i].speaker != different {
			out = append(out, j.evidence(s, &exact[i], Agrees))
		}
	}
	return out
}

// against shows the sources that name another speaker, outlet or date.
func (j *judge) against(s *claims.Statement, exact []match) []Evidence {
	var out []Evidence
	for i := range exact {
		out = append(out, j.evidence(s, &exact[i], Contradicts))
	}
	return out
}

// evidence turns a match into what the report shows of it.
func (j *judge) evidence(s *claims.Statement, m *match, stance Stance) Evidence {
	st := m.said
	if st == nil {
		st = m.candidate.Statement
	}
	words := text.Cover(m.Source)
	e := j.passage(m.candidate.Document, st, stance)
	e.widen(m.candidate.Document, words)
	e.Match = e.inPassage(words)
	if m.Outcome != quote.Verbatim {
		e.showEdits(s, &m.Match)
	}
	return e
}

// note joins the notes of the first reasons, or returns the plain words.
func note(reasons []reason.Reason, plain string) string {
	var notes []string
	for _, r := range reasons {
		if r.Note != "" && len(notes) < 3 && !slices.Contains(notes, r.Note) {
			notes = append(notes, r.Note)
		}
	}
	if len(notes) == 0 {
		return plain
	}
	return strings.Join(notes, "; ")
}

// countWords counts the words of the quoted spans.
func countWords(src string, quoted []text.Span) int {
	n := 0
	for _, q := range quoted {
		for _, w := range text.AppendWords(nil, src, q) {
			if w.Kind == text.Letters || w.Kind == text.Number {
				n++
			}
		}
	}
	return n
}

// otherLanguage reports whether both languages are known and differ.
func otherLanguage(a, b string) bool { return a != "" && b != "" && a != b }

// unread reports whether a text of one language cannot be held against one of another.
func unread(a, b string) bool {
	return otherLanguage(a, b) && translate.Other(language(a)) != language(b)
}
