package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/verify/relate"
)

// A wording is what a reading model is asked about: a statement of a draft, or the whole
// sentence that it stands in, with the names that its pronouns stand for put in.
type wording struct {
	text     string
	src      string           // the words as the draft has them
	analysis *relate.Analysis // of these
	whole    bool             // the sentence: what contradicts it need not contradict the statement
	refs     []relate.Ref     // what was put in, by its place in the statement
	before   string           // what stands before the statement's words: "Diaz said"
	guessed  name.Name        // whom its first pronoun is taken for, a passage must name them; zero if nobody is guessed
	open     bool             // it begins with "it" or "its", for which nothing could be put in
}

// wordingOf returns the words in which a statement is put to a reading model. What somebody
// is said to say is put with who says it; what is asked, ordered or denied is put as the
// whole sentence, since its content alone is not what the draft says, and so is what begins with
// a pronoun that only the sentence tells: "Aland's leader has announced that he will not run". Without text if it
// is about somebody whom nothing tells.
func (d *draft) wordingOf(i int) wording {
	s := &d.statements[i]
	sentence := func() wording {
		all := whole(d.document, s)
		w := d.wording(all, relate.Prepare(d.side(all)))
		w.whole = true
		return w
	}
	if s.Attribution.Cue.Commitment != claims.Asserts {
		return sentence()
	}
	w := d.wording(s, d.analyses[i]())
	if w.text == "" && s.Form == claims.Indirect {
		return sentence()
	}
	if n := s.Attribution.Speaker.Name; w.text != "" && n != "" && s.Form == claims.Indirect {
		w.before = n + " said "
		w.refs = slices.DeleteFunc(w.refs, func(r relate.Ref) bool { return r.Name == n }) // "Diaz said she would resign"
		w.text = w.before + putIn(w.src, w.refs)
	}
	return w
}

// contrast returns a contrast of the statement in the words in which it is put to a reading model.
func (w *wording) contrast(c *relate.Contrast) string {
	var refs []relate.Ref
	for _, r := range w.refs {
		by := 0
		for _, x := range c.Changes {
			switch {
			case x.At.End <= r.Span.Start:
				by += len(x.With) - x.At.Len()
			case x.At.Start < r.Span.End:
				r.Span.End = r.Span.Start // the change stands there
			}
		}
		r.Span.Start, r.Span.End = r.Span.Start+by, r.Span.End+by
		refs = append(refs, r)
	}
	return w.before + putIn(c.In(w.src), refs)
}

// wording returns a statement in words that stand by themselves; without text if it is about
// somebody whom nothing tells.
func (d *draft) wording(s *claims.Statement, a *relate.Analysis) wording {
	w := wording{src: s.Text, analysis: a}
	refs := d.standIns(s, a)
	if unresolved(d.document.Lang, d.referents, s, spansOf(d.likely(s, a.Links()), 0, nil)) {
		switch r, ok := d.guess(s); {
		case ok:
			w.guessed = name.Parse(r.Name)
			refs = append([]relate.Ref{r}, refs...)
		case relate.Cataphoric(a, d.firstPerson(s)):
		case d.firstPerson(s).Len() > 0 || s.Aside(d.document.Text):
			return w
		default:
			w.open = true
		}
	}
	w.text, w.refs = putIn(s.Text, refs), refs
	return w
}

// guess returns whom the first pronoun of a statement for a person most likely stands for: the subject of the sentence before it,
// or the only one of the gender whom the draft has named.
func (d *draft) guess(s *claims.Statement) (relate.Ref, bool) {
	at := d.firstPerson(s)
	if at.Len() == 0 || s.Aside(d.document.Text) { // who is reported beside it may be meant
		return relate.Ref{}, false
	}
	gender := proposition.PronounGender(language(d.document.Lang), text.Fold(at.In(s.Text)))
	side := relate.Side{Text: before(d.document, s), Lang: d.document.Lang, Trees: d.trees}
	who := relate.LastSubject(relate.Prepare(side), gender)
	if who == "" {
		end := opens(d.document, s)
		side.Text = strings.ToValidUTF8(d.document.Text[max(0, end-guessBytes):end], "")
		who = relate.OnlyPerson(relate.Prepare(side), gender)
	}
	return relate.Ref{Span: at, Name: who}, who != ""
}

// guessBytes is how much of a draft before a statement is read for the only one whom its pronoun may mean.
const guessBytes = 4000

// firstPerson returns the pronoun for a person that is among the first words of a statement, empty if none is.
func (d *draft) firstPerson(s *claims.Statement) text.Span {
	for i, w := range text.Words(s.Text) {
		if i <= nearSubject && proposition.Personal(language(d.document.Lang), text.Fold(w.In(s.Text))) {
			return w.Span()
		}
	}
	return text.Span{}
}

// nearSubject is how many words may stand before a pronoun that a document's opening names
// resolve: "In February, it captured".
const nearSubject = 3

// standIns returns what the nouns and pronouns of a statement stand for, in order.
func (d *draft) standIns(s *claims.Statement, a *relate.Analysis) []relate.Ref {
	refs := a.Links()
	for _, r := range d.referents.Of(s) {
		at := inStatement(s, r.Span)
		if r.Name == "" || pronoun(at.In(s.Text)) && len(text.Words(s.Text[:at.Start])) > nearSubject {
			continue
		}
		refs = append(refs, relate.Ref{Span: at, Name: r.Name})
	}
	refs = d.likely(s, refs)
	slices.SortFunc(refs, func(x, y relate.Ref) int { return x.Span.Start - y.Span.Start })
	return refs
}

// likely leaves out of what stands for words of a statement the persons of a pronoun's other gender, by their given names: the name that the rules go by, who ask
// no given name, may be the wrong one, and a model that is told it hears a contradiction. "Charles Rey clapped. She spoke of mines."
func (d *draft) likely(s *claims.Statement, refs []relate.Ref) []relate.Ref {
	return slices.DeleteFunc(refs, func(r relate.Ref) bool {
		return relate.OtherGender(r.Name, proposition.PronounGender(language(d.document.Lang), text.Fold(r.Span.In(s.Text))))
	})
}

// putIn returns a text as a sentence, with names in the place of what stands for them. A
// name is put in once, and not where the text has it: "Diaz said she would resign" stays
// as it is.
func putIn(src string, refs []relate.Ref) string {
	var b strings.Builder
	last := 0
	var given []string
	for _, r := range refs {
		if r.Span.Start < last || r.Span.Len() == 0 || slices.Contains(given, r.Name) || named(src, r.Name) {
			continue
		}
		given = append(given, r.Name)
		b.WriteString(src[last:r.Span.Start])
		b.WriteString(r.Name)
		if owning.has(text.Fold(r.Span.In(src))) {
			b.WriteString("’s")
		}
		last = r.Span.End
	}
	b.WriteString(src[last:])
	if end := strings.TrimRight(b.String(), "\"”’'»)"); strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") {
		return b.String()
	}
	return b.String() + "."
}

// pronoun reports whether some words are one word in small letters without a noun.
func pronoun(s string) bool { return !strings.Contains(s, " ") && len(s) <= longestPronoun }

const longestPronoun = 5 // bytes: "their"

// named reports whether a text has the last word of a name.
func named(src, name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return slices.ContainsFunc(text.Words(src), func(w text.Word) bool { return w.In(src) == last })
}
