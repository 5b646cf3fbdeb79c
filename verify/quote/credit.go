package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// What a quotation's attribution resolves to is worked out by rules that can
// fail: a pronoun's antecedent, the possessor in “the governor's aide, Mr X, said”.
// Before a source is held against a draft, the names that stand right beside the
// quotation are read once more by themselves.

const besideWords = 9 // words from a quotation's marks within which its speaker's name is looked for

// Credited reports whether a text leaves room for the given speaker, whomever its
// quotation was resolved to: the name that stands nearest to the quotation,
// outside its marks and in its sentence, is his; or the resolution is carried over
// (a pronoun, a quotation without attribution), and his name stands in its
// paragraph or one of the two before.
func Credited(src string, s *claims.Statement, speaker claims.Speaker) bool {
	name := nameWords(speaker.Name)
	if len(name) == 0 || len(s.Quoted) == 0 {
		return false
	}
	last := name[len(name)-1]
	by := s.Attribution.Speaker
	if carried := by.Text == "" || pronouns[text.Fold(by.Text)] || possessor(src, by) || strings.Contains(between(src, by.Span, s.Sentence), "\n"); carried && named(src, s, last) {
		return true
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
		if nameBefore(src, words[:first]) == last || nameAfter(src, words[end:]) == last {
			return true
		}
	}
	return false
}

// Names reports whether a document names the speaker anywhere, or the speaker has
// no name to look for.
func Names(doc *claims.Document, speaker claims.Speaker) bool {
	name := nameWords(speaker.Name)
	if len(name) == 0 {
		return true
	}
	for _, s := range [...]string{doc.Author, doc.Speaker, doc.Title, doc.Publisher, doc.Text} {
		if holds(s, name[len(name)-1]) {
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
	name := nameWords(speaker.Name)
	if len(name) == 0 || NamedIn(mention, speaker) {
		return true
	}
	words := text.Words(mention)
	if len(words) == 1 && pronouns[text.Fold(words[0].In(mention))] {
		return Names(doc, speaker)
	}
	called := map[string]bool{}
	for _, w := range words {
		if f := text.Fold(w.In(mention)); len(f) > 3 {
			called[f] = true
		}
	}
	return besideName(doc.Text, name[len(name)-1], called)
}

// besideName reports whether one of the folded words stands within besideWords words
// of a name in a text.
func besideName(src, name string, called map[string]bool) bool {
	named, call := -1, -1
	for i, w := range text.Words(src) {
		if w.Kind != text.Letters {
			continue
		}
		f := text.Fold(w.In(src))
		if f == name {
			named = i
		}
		if called[f] {
			call = i
		}
		if (f == name || called[f]) && named >= 0 && call >= 0 && max(named, call)-min(named, call) <= besideWords {
			return true
		}
	}
	return false
}

// NamedIn reports whether the last name of a speaker stands in a passage.
func NamedIn(passage string, speaker claims.Speaker) bool {
	name := nameWords(speaker.Name)
	return len(name) > 0 && holds(passage, name[len(name)-1])
}

// holds reports whether the folded word stands in s.
func holds(s, word string) bool {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		end := i
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '-' {
				break
			}
			end += n
		}
		if w := s[i:end]; len(w) >= len(word) && len(w) <= 2*len(word) && text.Fold(w) == word {
			return true
		}
		i = end
	}
	return false
}

// pronouns are mentions whose name was taken from elsewhere, folded.
var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "who": true, "his": true, "her": true, "their": true, "him": true,
	"il": true, "elle": true, "ils": true, "elles": true, "qui": true, "celui-ci": true, "celle-ci": true}

// possessor reports whether a mention is one of whose something is: “Doe's letters”.
func possessor(src string, by claims.Speaker) bool {
	after := src[min(by.Span.End, len(src)):]
	return strings.HasSuffix(by.Text, "'s") || strings.HasSuffix(by.Text, "’s") || strings.HasPrefix(after, "'s ") || strings.HasPrefix(after, "’s ")
}

// named reports whether the folded word name stands in the paragraph of s or one
// of the two before, outside the quotation.
func named(src string, s *claims.Statement, name string) bool {
	from, to := s.Sentence.Start, s.Sentence.End
	for n := 0; from > 0 && s.Sentence.Start-from < 4000; from-- {
		if src[from-1] == '\n' && from < len(src) && src[from] != '\n' {
			if n++; n > 2 {
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
	for _, w := range text.AppendWords(nil, src, text.Span{Start: from, End: to}) {
		if w.Kind == text.Letters && text.Fold(w.In(src)) == name && !within(s.Quoted, w.Start) {
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

// nameBefore returns the folded last word of the name nearest to the end of
// words, empty if a quotation or nothing of the sort stands there.
func nameBefore(src string, words []text.Word) string {
	for k := len(words) - 1; k >= 0 && k >= len(words)-besideWords; k-- {
		w := words[k]
		if w.Kind == text.Quote && quoteTurn(src, w, true) != 0 && k < len(words)-1 {
			return ""
		}
		if proper(src, w) && !aboutSomebody(src, words[:k]) {
			return text.Fold(w.In(src))
		}
	}
	return ""
}

// nameAfter returns the folded last word of the first name in words.
func nameAfter(src string, words []text.Word) string {
	for k := 0; k < len(words) && k < besideWords; k++ {
		w := words[k]
		if w.Kind == text.Quote && quoteTurn(src, w, false) != 0 && k > 0 || w.In(src) == "." {
			return ""
		}
		if !proper(src, w) {
			continue
		}
		if aboutSomebody(src, words[:k]) {
			return ""
		}
		end := k // the whole noun phrase: Kanku spokeswoman Esther Mbuyi
		for n := k + 1; n < len(words) && (proper(src, words[n]) || titles()[text.Fold(words[n].In(src))]); n++ {
			if proper(src, words[n]) {
				end = n
			}
		}
		return text.Fold(words[end].In(src))
	}
	return ""
}

// proper reports whether w is a capitalised word that may be part of a person's
// name.
func proper(src string, w text.Word) bool {
	if w.Kind != text.Letters || w.End-w.Start < 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w.In(src))
	f := text.Fold(w.In(src))
	return unicode.IsUpper(r) && !titles()[f] && !institutions()[f] && classTable()[hashWord(w.In(src))]&(function|month) == 0
}

// aboutSomebody reports whether the name behind words is one that is spoken to or
// about: told Mbuyi, of Mbuyi, and not the speaker. Capitalised words and titles
// before the name belong to it.
func aboutSomebody(src string, words []text.Word) bool {
	k := len(words) - 1
	for k >= 0 && (proper(src, words[k]) || titles()[text.Fold(words[k].In(src))]) {
		k--
	}
	if k < 0 {
		return false
	}
	switch text.Fold(words[k].In(src)) {
	case "told", "tell", "tells", "telling", "asked", "of", "about", "to", "with", "against", "for", "that", "at", "by", "on", "called", "interviewing":
		return true
	}
	return false
}
