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
func ofNamesake(draft *claims.Document, s *claims.Statement, c sources.Candidate) bool {
	lang := language(c.Document.Lang)
	sentence := c.Statement.Sentence.In(c.Document.Text)
	meant := fullNamesIn(lang, s.Text, "")
	for _, w := range text.Words(s.Text) {
		if family := bareName(w.In(s.Text)); capitalised(w.In(s.Text)) && alone(s.Text, family) && alone(sentence, family) {
			if all := fullNamesIn(lang, draft.Text, family); len(all) > 0 {
				meant = append(meant, all[0])
			}
		}
	}
	for _, full := range meant {
		family := full[len(full)-1]
		if !alone(sentence, family) || len(fullNamesIn(lang, sentence, family)) > 0 {
			continue
		}
		all := fullNamesIn(lang, c.Document.Text, family)
		if len(all) > 0 && !shareGiven(all[0], full) {
			return true
		}
	}
	return false
}

// shareGiven reports whether two full names have a given name in common.
func shareGiven(a, b []string) bool {
	return slices.ContainsFunc(a[:len(a)-1], func(w string) bool { return slices.Contains(b[:len(b)-1], w) })
}

// alone reports whether a text has a family name with no capitalised word in front, the first word aside.
func alone(src, family string) bool {
	words := text.Words(src)
	for i, w := range words {
		if bareName(w.In(src)) == family && (i == 0 || !capitalised(words[i-1].In(src)) || name.IsTitle(words[i-1].In(src))) {
			return true
		}
	}
	return false
}

// fullNamesIn returns the persons' names of a text that have a given name in front of a family name, that one or, if it
// is empty, any: their words folded, without titles.
func fullNamesIn(lang, src, family string) [][]string {
	var out [][]string
	words := text.Words(src)
	for i := 1; i < len(words); i++ {
		last := bareName(words[i].In(src))
		if !capitalised(words[i].In(src)) || family != "" && last != family || i+1 < len(words) && family == "" && capitalised(words[i+1].In(src)) {
			continue
		}
		from := i
		for from > 0 && capitalised(words[from-1].In(src)) && strings.TrimSpace(src[words[from-1].End:words[from].Start]) == "" && from > i-3 {
			from--
		}
		n := name.Parse(src[words[from].Start : words[i].Start+len(last)])
		if first := words[from].In(src); from == i || len(n.Given) == 0 || !n.MayBePerson() || lexicon.Is(lang, lexicon.Opener, first) || !lexicon.GivenName(first) && lexicon.Known(text.Fold(first), lexicon.Any) {
			continue // "Beneath Keller's Wins" heads a page
		}
		out = append(out, append(slices.Clone(n.Given), last))
	}
	return out
}

// bareName returns a word folded, without an owner's ending: "Keller's" is Keller.
func bareName(w string) string {
	w = strings.ReplaceAll(text.Fold(w), "’", "'")
	if n := strings.LastIndexByte(w, '\''); n > 0 && n >= len(w)-2 {
		return w[:n]
	}
	return w
}
