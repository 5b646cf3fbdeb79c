package verify

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// Whether a source contradicts whom a draft gives words to. Two names are surest. A
// pronoun of the source, or a quotation that goes on without naming its speaker, counts
// as the person whom it resolves to where the text leaves no room for another; and a
// draft's speaker without a name, as a stranger to a source that names its own and
// never speaks of him. Both are warnings.

// What somebody quotes of another in a speech is a warning too: it left both mouths.

// A clash is the reason that contradicts an attribution, of Kind None if none does.
type clash struct {
	reason.Reason
	unsure bool // it rests on how the source's text is read, a warning
}

// attribution compares who, to whom and when.
func (j *judge) attribution(s *claims.Statement, m *match) clash {
	if m.said == nil {
		return clash{}
	}
	a, b := s.Attribution, m.said.Attribution
	if m.speaker == different {
		return clash{reason.Reason{Kind: reason.Attribution, Note: saidBy(b.Speaker, a.Speaker)}, m.carried || alike(a.Speaker, speakerOf(m.candidate.Document)) == same}
	}
	if m.said.Kind == claims.Quote && m.speaker != same && passedOn(m.said, a.Speaker) {
		return clash{reason.Reason{Kind: reason.Attribution, Note: fmt.Sprintf("in the source %s quotes “%s” with these words", a.Speaker.Name, b.Speaker.Text)}, true}
	}
	if stranger(a.Speaker, b.Speaker, m.candidate.Document) {
		return clash{reason.Reason{Kind: reason.Attribution, Note: fmt.Sprintf("said by %s; the source does not speak of “%s”", b.Speaker.Name, a.Speaker.Text)}, true}
	}
	if len(a.Via) > 0 && len(b.Via) > 0 && !j.shareOutlet(a, b) {
		return clash{reason.Reason{Kind: reason.Attribution, Note: fmt.Sprintf("said to %s, not to %s", b.Via[0].Name, a.Via[0].Name)}, false}
	}
	if a.Said.Disjoint(b.Said) {
		return clash{reason.Reason{Kind: reason.Date, Note: fmt.Sprintf("said on %s, not on %s", b.Said.From, a.Said.From)}, false}
	}
	return clash{}
}

// speakerOf returns whose speech a document is, without a name if it is nobody's.
func speakerOf(doc *claims.Document) claims.Speaker {
	return claims.Speaker{Name: doc.Speaker, Kind: claims.Person}
}

// spokenFor reports whether the draft gives words to an institution, taken for a person
// or not, for which the source's speaker speaks: Norrail; “a spokeswoman for Norrail”.
func spokenFor(by, src claims.Speaker) bool {
	return !strings.Contains(by.Name, " ") && speaksFor(src.Role) && slices.ContainsFunc(text.Words(src.Role), func(w text.Word) bool { return w.In(src.Role) == by.Name })
}

// saidBy tells who said something and who did not, in the words of the texts
// if their names do not tell them apart.
func saidBy(who, not claims.Speaker) string {
	if who.Name == not.Name || who.Name == "" || not.Name == "" {
		return fmt.Sprintf("said by %s, not by %s", who.Text, not.Text)
	}
	return fmt.Sprintf("said by %s, not by %s", who.Name, not.Name)
}

// shareOutlet reports whether an outlet that the draft names carries the
// source's words: named in its chain, or its publisher.
func (j *judge) shareOutlet(draft, source claims.Attribution) bool {
	names := j.archive.Names()
	for _, v := range draft.Via {
		if names.Owner(v.Name) == names.Owner(source.Publisher) {
			return true
		}
		for _, w := range source.Via {
			x, y := names.Owner(v.Name), names.Owner(w.Name)
			if x == y || name.Ends(y, x) || name.Ends(x, y) { // the Lake Herald, the Herald
				return true
			}
		}
	}
	return false
}

// otherGender reports whether the source calls its speaker "he", and the draft's has a woman's given name or title, "la sénatrice", or a
// man's the other way round.
func otherGender(by claims.Speaker, lang string, src claims.Speaker, theirs string) bool {
	gender := proposition.PronounGender(language(theirs), text.Fold(src.Text))
	if by.Kind == claims.Person && relate.OtherGender(by.Name, gender) {
		return true
	}
	return gender == lexicon.Male && slices.ContainsFunc(text.Words(by.Text), func(w text.Word) bool {
		return lexicon.TitleGender(language(lang), strings.ToLower(w.In(by.Text))) == lexicon.Female
	})
}

// heldByAnother reports whether the source gives the role by which a draft calls its speaker, who has no name there, to somebody else than
// the one whose words they are: "the party's chairman", where Roe is the "party chairman" and Doe, who said it, is no chairman.
func heldByAnother(c *sources.Candidate, said, by claims.Speaker) bool {
	lang := language(c.Document.Lang)
	mine := roles(lang, uncapitalised(by.Text)) // a “Republican chairman” is a chairman
	if by.Name != "" || len(mine) == 0 || said.Name == "" || said.Kind != claims.Person {
		return false
	}
	held := false
	for i := range c.Statements {
		x := c.Statements[i].Attribution.Speaker
		called := x.Text + " " + x.Role
		switch {
		case x.Name == "":
		case alike(said, x) != different:
			if slices.ContainsFunc(roles(lang, called), func(w string) bool { return slices.Contains(mine, w) }) {
				return false
			}
		default:
			theirs := contentStems(lang, called)
			held = held || !slices.ContainsFunc(contentStems(lang, by.Text), func(w string) bool { return !slices.Contains(theirs, w) })
		}
	}
	return held
}

// uncapitalised returns the words of a text that no capital begins.
func uncapitalised(src string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(src), func(w string) bool { return w != strings.ToLower(w) }), " ")
}

// carried reports whether the speaker of a source's quotation, who is not named beside it,
// is surely not the draft's: nobody but the quoted people speaks of him around there, his
// given name does not fit the pronoun, or the other stands first in the sentence that last
// names either.
func carried(c *sources.Candidate, said *claims.Statement, by claims.Speaker) bool {
	src := said.Attribution.Speaker
	if _, pronoun := quote.Pronoun(src.Text); src.Text != "" && !pronoun {
		return false
	}
	if lang := c.Document.Lang; otherGender(by, lang, src, lang) {
		return true
	}
	x, y := lastWord(src.Name), lastWord(by.Name)
	words := writers(c, said)
	named := ""
	for _, r := range text.Sentences(c.Document.Text, words) {
		for _, w := range words[r.First:r.End] {
			if f := text.Fold(w.In(c.Document.Text)); f == x || f == y {
				named = f
				break
			}
		}
	}
	return named != y
}

// speaksBeside reports whether somebody has quoted words of his own in the sentence in which a statement gives
// the words to another who is named: Smith in “Jones called it ‘a gift’ and Smith said he was ‘moved’”. Twin: “and
// Smith nodded”, where Smith may be whom the reading missed.
func speaksBeside(statements []claims.Statement, said *claims.Statement, words []text.Span, other claims.Speaker) bool {
	return byName(said.Attribution.Speaker) && slices.ContainsFunc(beginning(statements, said.Sentence), func(o claims.Statement) bool {
		by := o.Attribution.Speaker
		return o.Sentence == said.Sentence && len(o.Quoted) > 0 && !text.Cover(o.Quoted).Overlaps(text.Cover(words)) && byName(by) && alike(other, by) == same
	})
}

// speaksToo reports whether the draft's speaker, called by one word as the source's is by another, speaks in the source too, and the text
// has nobody who is called both: the Alice and the Bob, the tenant and the owner of a transcript.
func speaksToo(c *sources.Candidate, said *claims.Statement, by claims.Speaker) bool {
	labelled := said.Kind == claims.Quote && len(said.Quoted) == 0
	called := func(s claims.Speaker) bool {
		return s.Kind == claims.Person && text.Fold(s.Text) == text.Fold(s.Name) || labelled && s.Name == ""
	}
	a, b := lastWord(said.Attribution.Speaker.Text), lastWord(by.Text)
	if !called(said.Attribution.Speaker) || a == b || strings.ContainsRune(said.Attribution.Speaker.Text+by.Name, ' ') || !slices.ContainsFunc(c.Statements, func(o claims.Statement) bool {
		return o.Kind == claims.Quote && text.Fold(o.Attribution.Speaker.Text) == b && called(o.Attribution.Speaker)
	}) {
		return false
	}
	src := text.Fold(c.Document.Text)
	return !strings.Contains(src, a+" "+b) && !strings.Contains(src, b+" "+a)
}

// surnameOnly reports whether the source gives its speaker by a surname alone, another than
// the draft's: Mr Elland, not Phil Flann. Hillary may be Clinton, and what is a noun
// without a title is no surname.
func surnameOnly(by, src claims.Speaker, doc *claims.Document) bool {
	return (!lexicon.Known(text.Fold(src.Name), lexicon.Noun) || titled(doc.Text, src.Name) || lexicon.Is("en", lexicon.Title, firstWord(src.Text))) && by.Kind == claims.Person && src.Kind == claims.Person && src.Name != "" && !strings.Contains(src.Name, " ") && !lexicon.GivenName(firstWord(src.Name)) &&
		!slices.Contains(strings.Fields(text.Fold(by.Name)), lastWord(src.Name))
}

// titled reports whether a title stands before the name somewhere in a text.
func titled(src, name string) bool {
	for at := 0; name != ""; {
		k := strings.Index(src[at:], " "+name)
		if k < 0 {
			break
		}
		at += k
		if before := src[strings.LastIndexAny(src[:at], " \n“\"")+1 : at]; lexicon.Is("en", lexicon.Title, text.Fold(before)) {
			return true
		}
		at++
	}
	return false
}

// besideParagraphs is how many paragraphs before a quotation may name its speaker.
const besideParagraphs = 2

// writers returns the words of the sentence of a quotation and of the paragraphs before
// it that stand in no quotation.
func writers(c *sources.Candidate, said *claims.Statement) []text.Word {
	src := c.Document.Text
	from := said.Sentence.Start
	for n := 0; from > 0; from-- {
		if src[from-1] == '\n' && src[from] != '\n' {
			if n++; n > besideParagraphs {
				break
			}
		}
	}
	var quoted []text.Span
	for i := range c.Statements {
		quoted = append(quoted, c.Statements[i].Quoted...)
	}
	words := text.AppendWords(nil, src, text.Span{Start: from, End: said.Sentence.End})
	return slices.DeleteFunc(words, func(w text.Word) bool {
		return slices.ContainsFunc(quoted, func(q text.Span) bool { return q.Start <= w.Start && w.Start < q.End })
	})
}

// stranger reports whether the draft's speaker, who has no name of his own, is one whom the
// source, which names its speaker, never speaks of: Israel; the ambassador of Jordan. A
// role without a name in it counts only where the source gives its speaker another.
func stranger(by, src claims.Speaker, doc *claims.Document) bool {
	if _, pronoun := quote.Pronoun(by.Text); pronoun || by.Kind == claims.Person || by.Text == "" || src.Kind != claims.Person || src.Name == "" ||
		!strings.Contains(text.Fold(src.Text), lastWord(src.Name)) {
		return false
	}
	var proper, roles []string
	words := text.Words(by.Text)
	for i, w := range words {
		v := w.In(by.Text)
		owner := i+1 < len(words) && text.IsPossessive(words[i+1].In(by.Text)) // Jordan's ambassador
		switch f := text.Fold(v); {
		case w.Kind != text.Letters || len(f) < 3 || lexicon.Is("en", lexicon.Anonymous, f):
		case v != f && (i > 0 || owner || by.Kind == claims.Place || by.Kind == claims.Organisation) && !lexicon.Is("en", lexicon.Title, f):
			proper = append(proper, f)
		case lexicon.Is("en", lexicon.RoleNoun, f):
			roles = append(roles, f)
		}
	}
	if len(proper) == 0 && (len(roles) == 0 || src.Role == "") || speaksFor(src.Role) {
		return false
	}
	for _, in := range [...]string{doc.Text, doc.Title, doc.Publisher, src.Role} {
		for _, w := range text.Words(in) {
			f := text.Fold(w.In(in))
			if slices.ContainsFunc(append(proper, roles...), func(m string) bool { return akin(f, m) }) {
				return false
			}
		}
	}
	return true
}

// akin reports whether a word is a mark, begins as it does, or abbreviates it: Israeli,
// Gov.
func akin(word, mark string) bool {
	word = strings.TrimSuffix(word, ".")
	n := min(len(mark), 5)
	return len(word) >= 3 && (strings.HasPrefix(word, mark[:n]) || strings.HasPrefix(mark, word))
}

// speaksFor reports whether a role is one whose holder speaks for others.
func speaksFor(role string) bool {
	for _, w := range text.Words(role) {
		if f := text.Fold(w.In(role)); !lexicon.Is("en", lexicon.Relation, f) && (lexicon.Is("en", lexicon.RoleNoun, f) || lexicon.Is("en", lexicon.Title, f)) {
			return true
		}
	}
	return false
}

// firstWord and lastWord return the folded words at the ends of a name.
func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return text.Fold(strings.TrimSuffix(first, "."))
}

func lastWord(name string) string {
	return text.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}
