package claims

import (
	"slices"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// A piece in quotation marks in the clause of a verb of saying with a tree: "a dénoncé « une mascarade »".

// judged is how many words stand at most between such a verb and what is quoted of it: "a évoqué dans un communiqué | « un
// renfort de premier ordre »".
const judged = 6

// called makes the report of a verb behind which a quotation of several words
// stands in its clause: "craint « une régionalisation »", "juge l'expérience « modeste mais exemplaire »". Who fears
// under a verb of saying is who says so.
func (s *parsedSentence) called(a speech.Report, v, subject int) (speech.Report, bool) {
	i := s.words.First + v + 1
	if s.r.word(i) == "," && i+2 < s.words.End && s.r.word(i+2) == "," && s.personal(v+2) { // "dénonce, lui, « … »"
		i += 3
	}
	for k := 0; k < judged && i < s.words.End && s.r.text.Inside(i) < 0; k++ {
		if t := &s.tree.Tokens[i-s.words.First]; t.Tag == grammar.Punctuation || t.Tag == grammar.Verb || t.Feats.Has(grammar.Finite) || subordinates(s.lower(i-s.words.First)) {
			break
		}
		i++
	}
	q := s.r.text.Inside(min(i, len(s.r.words)-1))
	if i >= s.words.End || q < 0 || s.r.text.Quotations[q].All.First != i || s.r.text.Quotations[q].All.Len() < quotedWords || s.entitles(i) {
		return a, false
	}
	for h := s.tree.Tokens[v].Head; subject < 0 && h >= 0; h = -1 {
		for k, t := range s.tree.Tokens {
			if t.Head == h && t.Rel == grammar.Nsubj {
				subject = k
			}
		}
	}
	return s.callsIt(a, v, subject, q)
}

// callsIt makes the report of verb v, its subject and quotation q.
func (s *parsedSentence) callsIt(a speech.Report, v, subject, q int) (speech.Report, bool) {
	if q < 0 || subject < 0 || s.tree.Tokens[v].Feats&(grammar.Finite|grammar.Infinitive|grammar.Participle) == 0 {
		return a, false
	}
	all := s.r.text.Quotations[q].All
	if k := all.First + 1 - s.words.First; k < len(s.tree.Tokens) && s.tree.Tokens[k].Feats.Has(grammar.Infinitive) && s.tree.Tokens[k-2].Tag == grammar.Adposition && lexicon.SaysDeed(s.r.lang, a.Lemma) { // "demande de « garder son calme »" is what he asks
		return a, false
	}
	a.Content, a.Speaker, a.Whole = []text.Range{all}, s.speaker(subject), false
	return a, true
}

// entitles reports whether the quotation that opens at word i is the name of what the noun before it is: "le film | « Les années noires »",
// "le bar | « le petit coin »". Twins: "a lu hier « Les années noires »", "a dénoncé hier soir « une farce »".
func (s *parsedSentence) entitles(i int) bool {
	k := i - 1 - s.words.First
	if _, said := lexicon.CueOf(s.r.lang, lexicon.NounCue, s.lower(k)); k < 1 || s.tree.Tokens[k].Tag != grammar.Noun || said {
		return false
	}
	return s.r.capital(i+1) || slices.ContainsFunc(s.tree.Tokens[k+1:], func(t grammar.Token) bool { return t.Rel == grammar.Appos && t.Head <= k })
}

// within returns the quotation of two words or more that stands in the clause of verb v, whatever stands between: "accuse ces médias de
// « mentir sans cesse »", "appelle les groupes à se rendre « sans condition »". Twins: "a dit que le pont « tremble
// parfois »", "le groupe « les amis du lac »". -1 if none does.
func (s *parsedSentence) within(v int) int {
	for k := v + 1; k < len(s.tree.Tokens); k++ {
		q := s.r.text.Inside(s.words.First + k)
		if q < 0 {
			continue
		}
		all := s.r.text.Quotations[q].All
		end := all.End - s.words.First
		if all.First != s.words.First+k || all.Len() < 4 || end > len(s.tree.Tokens) || s.r.capital(all.First+1) || s.entitles(all.First) {
			return -1
		}
		for h, steps := k+1, 0; h >= 0 && steps < len(s.tree.Tokens); h, steps = s.tree.Tokens[h].Head, steps+1 {
			if h == v {
				return q
			}
			if t := &s.tree.Tokens[h]; h < k && t.Feats.Has(grammar.Finite) || h >= end {
				return -1
			}
		}
		return -1
	}
	return -1
}

// quotedWords is how many words, marks included, a quotation has that is more than a word between marks.
const quotedWords = 5
