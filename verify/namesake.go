package verify

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
	"factcheck/sources"
)

// Where a text names two of one family, its family name alone is the one whom it names first: "Keller promised roads"
// below "President Amos Keller and his wife, Ruth Keller" is not what Ruth Keller promised.

// ofNamesake reports whether a statement of a draft speaks of a person whom a candidate's sentence calls by the family name
// alone, and the candidate's document another of that family before him: "Keller was elected" below "Rep. Amos Keller" beside "Keller was
// elected" below "Ruth Keller".
func (j *judge) ofNamesake(draft *claims.Document, s *claims.Statement, c sources.Candidate) bool {
	lang := language(c.Document.Lang)
	theirs := j.prepared.kin(lang, c)
	meant, alone := fullNamesIn(lang, s.Text), aloneIn(s.Text)
	for _, w := range text.Words(s.Text) {
		if family := bareName(w.In(s.Text)); capitalised(w.In(s.Text)) && alone[family] && theirs.alone[family] {
			if first := j.prepared.families(lang, draft)[family]; first != nil {
				meant = append(meant, first)
			}
		}
	}
	for _, full := range meant {
		family := full[len(full)-1]
		if !theirs.alone[family] || theirs.first[family] != nil {
			continue
		}
		if first := j.prepared.families(lang, c.Document)[family]; first != nil && !shareGiven(first, full) {
			return true
		}
	}
	return false
}

// A kin is who of which family a sentence names.
type kin struct {
	first map[string][]string // the first full name of each family
	alone map[string]bool     // the words, folded, with no capitalised one in front, the first word aside
}

// A textIn is a document, read as one in a language.
type textIn struct {
	*claims.Document
	lang string
}

// shareGiven reports whether two full names have a given name in common.
func shareGiven(a, b []string) bool {
	return slices.ContainsFunc(a[:len(a)-1], func(w string) bool { return slices.Contains(b[:len(b)-1], w) })
}

// fullNamesIn returns the persons' names of a text that have a given name in front of a family name: their words folded,
// without titles.
func fullNamesIn(lang, src string) [][]string {
	var out [][]string
	words := text.Words(src)
	for i := 1; i < len(words); i++ {
		if capitalised(words[i].In(src)) && (i+1 == len(words) || !capitalised(words[i+1].In(src))) {
			if full := fullNameTo(lang, src, words, i); full != nil {
				out = append(out, full)
			}
		}
	}
	return out
}

// firstOfFamily returns the first full name of each family in a text.
func firstOfFamily(lang, src string) map[string][]string {
	first := map[string][]string{}
	words := text.Words(src)
	for i := 1; i < len(words); i++ {
		if !capitalised(words[i].In(src)) {
			continue
		}
		if full := fullNameTo(lang, src, words, i); full != nil && first[full[len(full)-1]] == nil {
			first[full[len(full)-1]] = full
		}
	}
	return first
}

// aloneIn returns the words of a text, folded, that have no capitalised one in front, the first word aside.
func aloneIn(src string) map[string]bool {
	alone := map[string]bool{}
	words := text.Words(src)
	for i, w := range words {
		if i == 0 || !capitalised(words[i-1].In(src)) || name.IsTitle(words[i-1].In(src)) {
			alone[bareName(w.In(src))] = true
		}
	}
	return alone
}

// fullNameTo returns the full name that ends with a word, nil if none does.
func fullNameTo(lang, src string, words []text.Word, i int) []string {
	from := i
	for from > 0 && capitalised(words[from-1].In(src)) && strings.TrimSpace(src[words[from-1].End:words[from].Start]) == "" && from > i-3 {
		from--
	}
	if from == i {
		return nil
	}
	last := bareName(words[i].In(src))
	n := name.Parse(src[words[from].Start : words[i].Start+len(last)])
	if first := words[from].In(src); len(n.Given) == 0 || !n.MayBePerson() || lexicon.Is(lang, lexicon.Opener, first) || !lexicon.GivenName(first) && lexicon.Known(text.Fold(first), lexicon.Any) {
		return nil // "Beneath Keller's Wins" heads a page
	}
	return append(slices.Clone(n.Given), last)
}

// bareName returns a word folded, without an owner's ending: "Keller's" is Keller.
func bareName(w string) string {
	w = strings.ReplaceAll(text.Fold(w), "’", "'")
	if n := strings.LastIndexByte(w, '\''); n > 0 && n >= len(w)-2 {
		return w[:n]
	}
	return w
}
