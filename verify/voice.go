package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// credited reports whether an indirect statement is one that its text really
// credits to somebody: its reporting word is one, and its speaker is not the
// writer ("what we know"). Extraction casts a wider net: "Rwanda supported the
// M23" is no statement of Rwanda's.
func credited(lang string, s *claims.Statement) bool {
	if s.Form != claims.Indirect {
		return true
	}
	if by := s.Attribution.Speaker.Text; lexicon.Is("en", lexicon.Writer, by) || lexicon.Is("fr", lexicon.Writer, by) {
		return false
	}
	lang = language(lang)
	lemma := strings.ReplaceAll(text.Fold(s.Attribution.Cue.Lemma), " ", "_")
	for _, kind := range [...]lexicon.CueKind{lexicon.VerbCue, lexicon.NounCue, lexicon.PhraseCue} {
		if cue, ok := lexicon.CueOf(lang, kind, lemma); ok {
			return !s.Topic || cue.Class == "confirm" || cue.Class == "deny" // "confirmed the seizure" says that there was one
		}
	}
	return false
}

// language returns the language of a document as the word tables know it: English
// where none is given.
func language(lang string) string {
	if lang == "" {
		return "en"
	}
	return lang
}

// A voice is one candidate that has something to say on a claim.
type voice struct {
	evidence   Evidence
	overstated bool
	denied     bool   // by him of whom it is told: a side beside one that agrees, nothing by itself
	owner      string // its origin, wire copies joined
	document   *claims.Document
}

// idle reports whether what a voice says against a statement is too thin to count:
// a number that may have moved since, a hedge of something else.
func (j *judge) idle(v *voice, doc *claims.Document, s *claims.Statement, c sources.Candidate) bool {
	e := &v.evidence
	switch {
	case v.overstated:
		return alleged(doc, s) || confirmed(c) || !shares(doc.Lang, c.Statement.Sentence.In(c.Document.Text), s.Text, hedgedShare)
	case e.Stance == Contradicts && (v.otherCount(doc, s, c) || polled(doc.Lang, s) || polled(c.Document.Lang, c.Statement) || j.ofNamesake(doc, s, c)):
		return true
	case e.Stance == Contradicts && len(e.Reasons) > 0 && e.Reasons[0].Kind == reason.Number && gapped(s, c, e.Reasons[0].Statement):
		return true
	case e.Stance == Contradicts && len(e.Reasons) > 0 && e.Reasons[0].Kind == reason.Date && framed(c, e.Reasons[0].Statement.In(s.Text)):
		return true
	case e.Stance == Contradicts && len(e.Reasons) > 0:
		return stale(doc.Date, c.Document.Date, s, e.Reasons[0]) && !samePeriod(doc, s, c)
	}
	return false
}

// polled reports whether a statement is what a part of many people say: "67 percent of voters", "six in ten voters". Of two polls each has its own.
func polled(lang string, s *claims.Statement) bool {
	by := s.Attribution.Speaker
	if by.Name != "" || by.Text == "" {
		return false
	}
	said := quantity.Read(by.Text, text.Words(by.Text), language(lang))
	return slices.ContainsFunc(said.Mentions, func(m quantity.Mention) bool { return m.Dimension() == quantity.Ratio }) ||
		slices.ContainsFunc(said.Quantifiers, func(q quantity.Quantifier) bool { return q.Class == quantity.Share || q.Class == quantity.Most })
}

// gapped reports whether a candidate's sentence has the number of a statement right behind a word of the statement, its verb
// left out: "Besk exported 2 million tonnes, Ardia 3.5 million". Twin: "Besk exported 2 million tonnes, and Ardia none".
func gapped(s *claims.Statement, c sources.Candidate, number text.Span) bool {
	sentence := c.Statement.Sentence.In(c.Document.Text)
	mine := text.Words(number.In(s.Text))
	if len(mine) == 0 {
		return false
	}
	figure := text.Fold(mine[0].In(number.In(s.Text)))
	words := text.Words(sentence)
	for i := 2; i < len(words); i++ {
		of, before := words[i-1].In(sentence), words[i-2]
		if before.Kind != text.Punct && !gapping.has(text.Fold(before.In(sentence))) {
			continue // "caught 3.4": its own verb
		}
		if text.Fold(words[i].In(sentence)) == figure && words[i-1].Kind == text.Letters && len(of) >= contentLetters && spells(s.Text[:number.Start], of) {
			return true
		}
	}
	return false
}

// spells reports whether a text has a word.
func spells(src, word string) bool {
	return slices.ContainsFunc(text.Words(src), func(w text.Word) bool { return text.Fold(w.In(src)) == text.Fold(word) })
}

// otherCount reports whether two give what they say, of whom each may have counted or asked for himself: both from a poll, a study or the
// like, the one of 29 percent and the other of 34, or shares of something.
func (v *voice) otherCount(doc *claims.Document, s *claims.Statement, c sources.Candidate) bool {
	a, b := s.Attribution.Speaker, c.Statement.Attribution.Speaker
	if a.Text == "" || b.Text == "" || a.Name != "" && (v.owner == a.Name || a.Name == b.Name) {
		return false
	}
	if a.Name == "" || b.Name == "" { // "a union survey", "the survey"
		makers := slices.DeleteFunc(contentStems(doc.Lang, a.Text), func(w string) bool { return relate.Serial(doc.Lang, w) })
		if len(makers) == 0 || common(doc.Lang, b.Text, makers) > 0 {
			return false
		}
	}
	return relate.Serial(doc.Lang, outside(doc, s)) && relate.Serial(c.Document.Lang, outside(c.Document, c.Statement)) ||
		slices.ContainsFunc(v.evidence.Reasons, func(r reason.Reason) bool { return ofShare(language(doc.Lang), s.Text, r.Statement) })
}

// ofShare reports whether some bytes of a text hold a percentage.
func ofShare(lang, src string, at text.Span) bool {
	words := text.Words(src)
	return slices.ContainsFunc(quantity.Find(src, words, lang), func(m quantity.Mention) bool {
		return m.Dimension() == quantity.Ratio && text.Range{First: m.First, End: m.End}.Span(words).Overlaps(at)
	})
}

// outside returns the words of a statement's sentence that are not its content.
func outside(doc *claims.Document, s *claims.Statement) string {
	at := s.Span()
	return text.Span{Start: s.Sentence.Start, End: max(at.Start, s.Sentence.Start)}.In(doc.Text) + " " + text.Span{Start: min(at.End, s.Sentence.End), End: s.Sentence.End}.In(doc.Text)
}

// alleged reports whether a statement of a draft is one that the draft only alleges: "prosecutors allege that".
func alleged(doc *claims.Document, s *claims.Statement) bool {
	f, _ := proposition.Under(language(doc.Lang), s.Attribution.Cue.Lemma)
	return f >= proposition.Alleged
}

// samePeriod reports whether a claim and a candidate's sentence both name a time, and the same: what the festival of
// 2018 drew in 2018 no later report changes.
func samePeriod(doc *claims.Document, s *claims.Statement, c sources.Candidate) bool {
	source := c.Statement.Sentence.In(c.Document.Text)
	theirs := date.Find(source, text.Words(source), c.Document.Date, language(c.Document.Lang))
	return slices.ContainsFunc(date.Find(s.Text, text.Words(s.Text), doc.Date, language(doc.Lang)), func(m date.Mention) bool {
		return m.Interval.Known() && slices.ContainsFunc(theirs, func(o date.Mention) bool { return o.Interval == m.Interval })
	})
}

// framed reports whether the words of a date stand in a candidate's sentence, around
// what it reports: "on Tuesday charged the owner" dates the charge, whatever other
// date the content has.
func framed(c sources.Candidate, words string) bool {
	words = text.Fold(words)
	return words != "" && strings.Contains(text.Fold(c.Statement.Sentence.In(c.Document.Text)), words) && !strings.Contains(text.Fold(c.Statement.Text), words)
}

// voice relates the sentence of one candidate to the claim; false if it is silent. The
// sentence is read whole, with whoever says what in it: what stands under "falsely
// claims that" is not what the sentence says.
func (j *judge) voice(draft *claims.Document, s *claims.Statement, statement *relate.Analysis, c sources.Candidate) (voice, bool) {
	if !j.sameForce(s, c.Statement) {
		return voice{}, false
	}
	if o := j.prepared.line(sentence(c)); !o.Related(statement) {
		return voice{}, false
	}
	source := passage{c, s.Attribution.Cue.Commitment != claims.Asserts}
	of := whole(c.Document, c.Statement)
	r := j.prepared.relate(source, statement)
	if r.Relation == relate.Silent && !r.Overstated && c.Statement.Form != claims.Plain && c.Statement.Attribution.Cue.Commitment == claims.Asserts {
		// What somebody says, word by word beside the claim: around it stands who says it.
		if said := j.prepared.relate(content(c), statement); said.Relation == relate.Contradicts || said.Relation == relate.Agrees && relate.Stands(j.prepared.analysis(source), statement) {
			r, of = said, c.Statement
		}
	}
	if by, theirs := s.Attribution.Speaker, c.Statement.Attribution.Speaker; r.Overstated && by.Text != "" && (alike(by, theirs) == same || text.Fold(by.Text) == text.Fold(theirs.Text)) {
		// The draft too gives it to who only pleads it: "the defence said".
		if said := j.prepared.relate(content(c), statement); said.Relation == relate.Agrees {
			r, of = said, c.Statement
		}
	}
	if r.Relation == relate.Agrees && s.Attribution.Cue.Commitment == claims.Asserts && c.Statement.Attribution.Cue.Commitment == claims.Denies {
		r = j.denial(c, statement)
	}
	denied := r.Denied() && c.Statement.Attribution.Cue.Commitment == claims.Denies
	if denied {
		r = j.denial(c, statement)
	}
	if r.Relation == relate.Silent && !r.Overstated || r.Relation == relate.Agrees && !j.bearing(draft, s, c) {
		return voice{}, false
	}
	if of != c.Statement && j.anothers(c, statement, r.Relation) {
		return voice{}, false
	}
	v := voice{overstated: r.Overstated, denied: denied, document: c.Document, evidence: j.passage(c.Document, c.Statement, stanceOf(r.Relation))}
	v.owner = j.archive.Names().Owner(v.evidence.Source)
	v.evidence.place(of, r.Reasons)
	return v, true
}

// anothers reports whether somebody else of a candidate's sentence says what the whole sentence
// makes of a claim, and the candidate's speaker does not: "Foster said that the bridge closed, and
// Lane said that the tunnel opened".
func (j *judge) anothers(c sources.Candidate, statement *relate.Analysis, as relate.Relation) bool {
	says := func(s *claims.Statement) bool {
		c := c
		c.Statement = s
		return j.prepared.relate(content(c), statement).Relation == as
	}
	for _, s := range beginning(c.Statements, c.Statement.Sentence) {
		if s.Sentence != c.Statement.Sentence || s.Attribution.Speaker.Name == c.Statement.Attribution.Speaker.Name {
			continue
		}
		if s.Aside(c.Document.Text) || says(&s) { // who Foster is, the writer says
			return !says(c.Statement)
		}
	}
	return false
}

// denial is what a candidate that its speaker denies makes of a claim which the sentence
// around it says: "the Red Cross says that the army shelled the market – an accusation that
// Kinshasa denies". Kinshasa speaks against the claim if what it denies says as much, else
// it says nothing of it.
func (j *judge) denial(c sources.Candidate, statement *relate.Analysis) relate.Result {
	if j.prepared.relate(content(c), statement).Relation != relate.Agrees {
		return relate.Result{}
	}
	cue, why := c.Statement.Attribution.Cue, reason.Reason{Kind: reason.Polarity}
	why.Note = "“" + cue.Text + "” in the source"
	if in := c.Statement.Sentence; in.Start <= cue.Span.Start && cue.Span.End <= in.End {
		why.Source = text.Span{Start: cue.Span.Start - in.Start, End: cue.Span.End - in.Start}
	}
	return relate.Result{Relation: relate.Contradicts, Reasons: []reason.Reason{why}}
}

// stanceOf is the stance of a source whose relation to a statement is known.
func stanceOf(r relate.Relation) Stance {
	switch r {
	case relate.Agrees:
		return Agrees
	case relate.Contradicts:
		return Contradicts
	}
	return Silent
}

// place moves the reasons' spans from the source's sentence to the passage.
func (e *Evidence) place(source *claims.Statement, reasons []reason.Reason) {
	e.Match = e.inPassage(source.Span())
	for _, x := range reasons {
		if x.Source.Len() > 0 {
			x.Source = e.inPassage(inDocument(source, x.Source))
		}
		e.Reasons = append(e.Reasons, x)
	}
	if len(e.Reasons) > 0 && e.Reasons[0].Source.Len() > 0 {
		e.Match = e.Reasons[0].Source
	}
}

// sameForce reports whether a source may bear a statement out by what its speaker does
// with it: what is denied, asked or ordered only by the same of the same mouth.
func (j *judge) sameForce(s, source *claims.Statement) bool {
	own := s.Attribution.Cue.Commitment
	return own == claims.Asserts || own == source.Attribution.Cue.Commitment && j.sameVoice(s, source)
}
