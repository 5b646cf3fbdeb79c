package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// What a quotation's attribution resolves to is worked out by rules that can
// fail: a pronoun's antecedent, the possessor in “the governor's aide, Mr X, said”.
// Before a source is held against a draft, the names that stand right beside the quotation are read once more by themselves.

const besideWords = 9 // words from a quotation's marks within which its speaker's name is looked for

// Credited reports whether a text leaves room for the given speaker, whomever its
// quotation was resolved to: the name that stands nearest to the quotation,
// outside its marks and in its sentence, is his; or the resolution is carried over
// (a pronoun, a quotation without attribution), and his name stands in its
// paragraph or one of the two before.
func Credited(src string, s *claims.Statement, speaker claims.Speaker) bool {
	n := calledAs(speaker)
	if n.Empty() || len(s.Quoted) == 0 {
		return false
	}
	by := s.Attribution.Speaker
	if carried := by.Text == "" || isPronoun(by.Text) || possessor(src, by) || strings.Contains(between(src, by.Span, s.Sentence), "\n"); carried && named(src, s, n) {
		return standsIn(src, n)
	}
	words := text.AppendWords(nil, src, s.Sentence)
	for _, q := range s.Quoted {
		first, end := 0, len(words)
		for first < len(words) && words[first].End <= q.Start {
			first++
		}
		for end > 0 && words[end-1].Start >= q.End {
			end--
		}
		if mayName(nameBefore(src, words[:first]), n) || mayName(nameAfter(src, words[end:]), n) {
			return standsIn(src, n)
		}
	}
	return false
}

// calledAs returns a speaker's name with the title of the mention, if the mention says
// no less of it.
func calledAs(s claims.Speaker) name.Name {
	n, m := nameOf(s), mentioned(s)
	if r, _ := name.Compare(n, m); r == name.Same && len(m.Words) >= len(n.Words) {
		return m
	}
	return n
}

// heard returns the name by which a document may be asked for a speaker: as it stands in
// the mention; the family name alone where the mention is a pronoun, whose resolution may
// have gone wrong.
func heard(s claims.Speaker) name.Name {
	n := nameOf(s)
	if n.Empty() {
		return n
	}
	if m := mentioned(s); !m.Empty() && lastWord(m) == lastWord(n) {
		return m
	}
	if isPronoun(s.Text) {
		return name.Parse(lastWord(n)).As(name.Person)
	}
	return n
}

// mayName reports whether a name that stands in a text may be the speaker n's: it ends
// alike, and neither a given name nor a title makes it another's; or it has n's given
// name, where that is all that n says.
func mayName(found, n name.Name) bool {
	if found.Empty() || n.Empty() {
		return false
	}
	if last := lastWord(n); lastWord(found) != last {
		return slices.Contains(found.Words, last) && lexicon.GivenName(last) && !lexicon.GivenName(n.Words[0]) ||
			len(n.Words) == 1 && slices.Contains(found.Words, last)
	}
	relation, why := name.Compare(found, n)
	return relation != name.Different || why == name.OtherName || why == name.OtherKind
}

func lastWord(n name.Name) string { return n.Words[len(n.Words)-1] }

// Names reports whether a document names the speaker anywhere, or the speaker has
// no name to look for.
func Names(doc *claims.Document, speaker claims.Speaker) bool {
	n := heard(speaker)
	if n.Empty() {
		return true
	}
	for _, s := range [...]string{doc.Author, doc.Speaker, doc.Title, doc.Publisher, doc.Text} {
		if standsIn(s, n) {
			return true
		}
	}
	return false
}

// Mentions reports whether words without a name may stand for the speaker in a
// document: his last name is in them or beside them somewhere, as in “the mayor, Ruth
// Doe”; or they are a pronoun and the document names him. What has no name to look for
// may be anybody.
func Mentions(doc *claims.Document, mention string, speaker claims.Speaker) bool {
	n := nameOf(speaker)
	if n.Empty() || NamedIn(mention, speaker) {
		return true
	}
	words := text.Words(mention)
	if len(words) == 1 && isPronoun(mention) {
		return Names(doc, speaker)
	}
	called := map[string]bool{}
	for _, w := range words {
		if f := text.Fold(w.In(mention)); len(f) > 3 {
			called[f] = true
		}
	}
	return besideName(doc.Text, lastWord(n), called)
}

// besideName reports whether one of the folded words stands within besideWords words
// of a name in a text.
func besideName(src, last string, called map[string]bool) bool {
	named, call := -1, -1
	for i, w := range text.Words(src) {
		if w.Kind != text.Letters {
			continue
		}
		f := text.Fold(w.In(src))
		if f == last {
			named = i
		}
		if called[f] {
			call = i
		}
		if (f == last || called[f]) && named >= 0 && call >= 0 && max(named, call)-min(named, call) <= besideWords {
			return true
		}
	}
	return false
}

// NamedIn reports whether a passage names the speaker.
func NamedIn(passage string, speaker claims.Speaker) bool {
	return standsIn(passage, calledAs(speaker))
}

// standsIn reports whether s names n's bearer: in full; or by the family name, unless
// all whom s names more fully by it are others. Where only Donald Trump is introduced,
// “Trump” is not Ivanka Trump.
func standsIn(s string, n name.Name) bool {
	if n.Empty() {
		return false
	}
	short, others := false, false
	for at := range offsets(s, lastWord(n)) {
		m := nameAt(s, at)
		switch full := len(m.Given) > 0; {
		case !mayName(m, n):
			others = others || !m.Empty() && lastWord(m) == lastWord(n)
		case full || len(n.Given) == 0 && len(n.Title) == 0:
			return true
		default:
			short = true
		}
	}
	return short && !others
}

// OtherBearer reports whether the draft's speaker, known by a title and a family name
// alone, is another than the source's: the text gives that title to a bearer of the
// family name who is not the source's speaker, and never to him. “Judge Trask” is Maud
// Trask, the judge, and not Peter Trask, the lawyer.
func OtherBearer(src string, draft, source claims.Speaker) bool {
	n, of := mentioned(draft), nameOf(source)
	if len(n.Title) == 0 || len(n.Given) > 0 || len(of.Given) == 0 {
		return false
	}
	title, other := n.Title[len(n.Title)-1], false
	for at := range offsets(src, lastWord(n)) {
		m := nameAt(src, at)
		if !slices.Contains(m.Title, title) {
			continue
		}
		if relation, _ := name.Compare(m, of); relation != name.Different {
			return false
		}
		other = true
	}
	return other
}

// nameAt returns the name that holds the byte at of s.
func nameAt(s string, at int) name.Name {
	const around = 80 // bytes on either side that a name may reach
	window := text.Span{Start: max(0, at-around), End: min(len(s), at+around)}
	for window.Start > 0 && !utf8.RuneStart(s[window.Start]) {
		window.Start--
	}
	words := text.AppendWords(nil, s, window)
	k := slices.IndexFunc(words, func(w text.Word) bool { return w.Start <= at && at < w.End })
	if k < 0 {
		return name.Name{}
	}
	return nameAround(s, words, k)
}

// offsets yields the offsets at which the folded word stands in s.
func offsets(s, word string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) {
				i += n
				continue
			}
			end := i
			for end < len(s) {
				r, n := utf8.DecodeRuneInString(s[end:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				end += n
			}
			if w := s[i:end]; len(w) >= len(word) && len(w) <= 2*len(word) && text.Fold(w) == word && !yield(i) {
				return
			}
			i = end
		}
	}
}

// isPronoun reports whether a mention is one whose name was taken from elsewhere.
func isPronoun(mention string) bool {
	return lexicon.Is("en", lexicon.Pronoun, mention) || lexicon.Is("fr", lexicon.Pronoun, mention)
}

// possessor reports whether a mention is one of whose something is, “Doe's letters”; not “Doe, who studies Alzheimer's”.
func possessor(src string, by claims.Speaker) bool {
	after := src[min(by.Span.End, len(src)):]
	head, _, _ := strings.Cut(by.Text, ",")
	return strings.HasSuffix(head, "'s") || strings.HasSuffix(head, "’s") || strings.HasPrefix(after, "'s ") || strings.HasPrefix(after, "’s ")
}

// named reports whether a name that may be n's stands in the paragraph of s or one of
// the two before, outside the quotation.
func named(src string, s *claims.Statement, n name.Name) bool {
	from, to := s.Sentence.Start, s.Sentence.End
	for paragraphs := 0; from > 0 && s.Sentence.Start-from < 4000; from-- {
		if src[from-1] == '\n' && from < len(src) && src[from] != '\n' {
			if paragraphs++; paragraphs > 2 {
				break
			}
		}
	}
	for to < len(src) && src[to] != '\n' && to-s.Sentence.End < 2000 {
		to++
	}
	for from < to && !utf8.RuneStart(src[from]) {
		from++
	}
	words := text.AppendWords(nil, src, text.Span{Start: from, End: to})
	for k, w := range words {
		if w.Kind == text.Letters && text.Fold(w.In(src)) == lastWord(n) && !within(s.Quoted, w.Start) && mayName(nameAround(src, words, k), n) {
			return true
		}
	}
	return false
}

// within reports whether a byte lies in one of the spans.
func within(spans []text.Span, at int) bool {
	for _, q := range spans {
		if q.Start <= at && at < q.End {
			return true
		}
	}
	return false
}

// between returns what stands between two spans, empty if they touch or overlap.
func between(src string, a, b text.Span) string {
	if a.Start > b.Start {
		a, b = b, a
	}
	return text.Span{Start: a.End, End: b.Start}.In(src)
}

// nameBefore returns the name nearest to the end of words, empty if a quotation or
// nothing of the sort stands there.
func nameBefore(src string, words []text.Word) name.Name {
	for k := len(words) - 1; k >= 0 && k >= len(words)-besideWords; k-- {
		w := words[k]
		if w.Kind == text.Quote && quoteTurn(src, w, true) != 0 && k < len(words)-1 {
			return name.Name{}
		}
		if proper(src, w) && !possessive(src, words, k) && !aboutSomebody(src, words[:k]) {
			return nameAround(src, words, k)
		}
	}
	return name.Name{}
}

// nameAfter returns the first name in words: of “Kanku spokeswoman Esther Mbuyi” hers.
func nameAfter(src string, words []text.Word) name.Name {
	for k := 0; k < len(words) && k < besideWords; k++ {
		w := words[k]
		if w.Kind == text.Quote && quoteTurn(src, w, false) != 0 && k > 0 || w.In(src) == "." {
			return name.Name{}
		}
		if !proper(src, w) || possessive(src, words, k) {
			continue
		}
		if aboutSomebody(src, words[:k]) {
			return name.Name{}
		}
		return nameAround(src, words, k)
	}
	return name.Name{}
}

// possessive reports whether word k is of a name that owns what follows: Kasongo's aide.
func possessive(src string, words []text.Word, k int) bool {
	for k+1 < len(words) && partOfName(src, words, k+1) {
		k++
	}
	return k+1 < len(words) && text.IsPossessive(words[k+1].In(src))
}

// nameAround returns the name that word k is part of, with its titles and what its bearer
// is said to be.
func nameAround(src string, words []text.Word, k int) name.Name {
	first, end := k, k+1
	for first > 0 && partOfName(src, words, first-1) {
		first--
	}
	for end < len(words) && partOfName(src, words, end) {
		end++
	}
	return name.Parse(src[words[first].Start:words[end-1].End]).As(name.Person)
}

// partOfName reports whether word k, beside a part of a name, is one too: a capital that
// no function word has, a title or role, a hyphen. A month behind a function word is a
// date: “in April Vance said”.
func partOfName(src string, words []text.Word, k int) bool {
	w := words[k]
	s := w.In(src)
	if w.Kind == text.Punct {
		return s == "-" && !w.Space
	}
	if w.Kind != text.Letters {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	f := text.Fold(s)
	c := classTable()[hashWord(s)]
	switch {
	case !unicode.IsUpper(r):
		return name.IsTitle(f)
	case len(s) == 2 && s[1] == '.': // an initial
		return true
	case c&month != 0:
		return k > 0 && classTable()[hashWord(words[k-1].In(src))]&function == 0
	}
	return c&function == 0 || name.IsTitle(f)
}

// proper reports whether w is a capitalised word that may be part of a person's
// name.
func proper(src string, w text.Word) bool {
	if w.Kind != text.Letters || w.End-w.Start < 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w.In(src))
	f := text.Fold(w.In(src))
	return unicode.IsUpper(r) && !name.IsTitle(f) && !name.IsNoun(f) && classTable()[hashWord(w.In(src))]&(function|month) == 0
}

// aboutSomebody reports whether the name behind words is one that is spoken to or
// about: told Mbuyi, of Mbuyi, and not the speaker. Capitalised words and titles
// before the name belong to it.
func aboutSomebody(src string, words []text.Word) bool {
	k := len(words) - 1
	for k >= 0 && (proper(src, words[k]) || name.IsTitle(text.Fold(words[k].In(src)))) {
		k--
	}
	return k >= 0 && lexicon.Is("en", lexicon.Addressee, words[k].In(src))
}
