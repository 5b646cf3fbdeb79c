package claims

import (
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Sources that a phrase names, without a verb: “according to”, “selon”, “pour X, « … »”.

// sourceAt returns how many words at i say that a source follows: "according to",
// "selon"; zero if they do not.
func (r *reading) sourceAt(i int) int {
	if r.lang == "en" {
		if r.lower(i) == "according" && r.lower(i+1) == "to" {
			return 2
		}
		return 0
	}
	phrase := ""
	for n := range longestSource {
		if n > 0 && !strings.HasSuffix(phrase, "'") {
			phrase += "_"
		}
		phrase += r.lower(i + n)
		switch c, ok := lexicon.CueOf(r.lang, lexicon.PhraseCue, phrase); {
		case !ok:
		case c.Class == "view" && !r.viewAt(i): // "pour X, « … »": twin "pour Goma, il faut"
		default:
			return n + 1
		}
	}
	return 0
}

// longestSource is how many words a phrase has that says that a source follows.
const longestSource = 4

// viewAt reports whether the phrase that opens a sentence at word i ends at a comma with
// a quotation behind it: “Pour le maire, | c'est « … »”.
func (r *reading) viewAt(i int) bool {
	reach := 4                                                                                        // words between the comma and the quotation
	opens := r.leads(i) || i > 0 && r.leads(i-1) && lexicon.Is(r.lang, lexicon.Joining, r.lower(i-1)) // "Mais pour Jane Doe, « … »"
	for k := i + 1; opens && !lexicon.Is(r.lang, lexicon.Weekday, r.lower(i+1)) && k+1 < len(r.words) && k < i+20 && !r.stop(k); k++ {
		person := r.personal(k - 1)
		if person {
			reach = 20 // "Pour Jane Doe, Okello est victime d'un « acharnement »"
		}
		for q := k + 1; r.word(k) == "," && q < min(len(r.words), k+1+reach) && !r.stop(q); q++ {
			if r.words[q].Kind == text.Quote {
				return true
			}
			if !person && r.capital(q) || !person && r.words[q].Kind == text.Punct {
				break
			}
		}
	}
	return false
}

// source finds "according to the port authority" at either end of a passage.
func (r *reading) source(p *speech.Passage) (speech.Report, bool) {
	for i := p.Words.First; i+2 < p.Words.End; i++ {
		n := r.sourceAt(i)
		if n == 0 || r.text.Inside(i) >= 0 || r.standard(i+n) {
			continue
		}
		a := speech.Report{Cue: text.Range{First: i, End: i + n}, Lemma: strings.ToLower(r.name(text.Range{First: i, End: i + n})), Whole: true}
		j := i + n
		for j < p.Words.End && r.word(j) != "," && r.word(j) != "." && r.word(j) != ";" && r.text.Inside(j) < 0 {
			j++
		}
		if r.lang != "en" {
			switch k := r.beyondName(j, p.Words.End); {
			case k > j:
				j = k
			case i <= p.Words.First+1:
				j = r.beyondRole(j, p.Words.End)
			}
		} else if i == p.Words.First {
			j = r.beyondAside(i+n, j, p.Words.End)
		}
		a.Speaker, a.Content = text.Range{First: i + n, End: j}, r.sourceSays(p, i, j)
		return a, r.trim(a.Content[0]).Len()+len(a.Content) > 3 && a.Speaker.Len() > 0
	}
	return speech.Report{}, false
}

// standard reports whether the phrase at word i is of no source but of what is measured by:
// “according to | the terms of the deal”.
func (r *reading) standard(i int) bool {
	if lexicon.Is(r.lang, lexicon.Article, r.lower(i)) {
		i++
	}
	return lexicon.Is(r.lang, lexicon.Standard, r.lower(i))
}

// sourceSays returns what a source says that passage p names from word i up to j: what
// follows if it opens the passage (“Selon le maire, [le pont est fermé]”) or if only when
// stands before it (“À 8 h, selon le maire, [« … »]”), else what stands before, and in a
// language read by trees what follows as well (“[Le pont], selon le maire, [est fermé]”).
func (r *reading) sourceSays(p *speech.Passage, i, j int) []text.Range {
	const adverbial = 9
	before, behind := text.Range{First: p.Words.First, End: i}, text.Range{First: j, End: p.Words.End}
	for k := before.First; k < i; k++ { // “Le maire s'explique : [le pont], selon lui, [est fermé]”
		if r.word(k) == ":" && r.text.Inside(k) < 0 {
			before.First = k + 1
		}
	}
	q := r.text.Inside(min(j+1, len(r.words)-1))
	switch {
	case i == p.Words.First, r.lang != "en" && r.trim(behind).Len() > 2 && (r.trim(before).Len() < 2 || r.word(i-1) != "," && subordinates(r.lower(i-1))): // “Ainsi, selon lui,”, “mais selon lui,”
		return []text.Range{r.upToClause(behind)}
	case r.word(j) != ",":
	case q >= 0 && r.text.Quotations[q].All.First == j+1 && (!r.clausal([]text.Range{before}) || r.word(i-1) == "," && subordinates(r.lower(i-2)) || subordinates(r.lower(i-1))): // “Il est parti et, selon lui, [« … »]”
		return []text.Range{behind}
	case r.lang != "en" && before.Len() < adverbial && r.word(i-1) == "," && r.trim(behind).Len() > 2 && !lexicon.Is(r.lang, lexicon.Pronoun, r.lower(j+1)):
		return []text.Range{before, r.trim(behind)}
	}
	return []text.Range{before}
}

// upToClause cuts content c, which begins with a quotation behind a comma, at the comma behind that if another
// clause follows: “selon l'un, [« … »], d'autres disent que”.
func (r *reading) upToClause(c text.Range) text.Range {
	if q := r.text.Inside(min(c.First+1, len(r.words)-1)); q >= 0 && r.lang != "en" {
		if all := r.text.Quotations[q].All; all.First == c.First+1 && all.End < c.End && r.word(all.End) == "," {
			c.End = all.End
		}
	}
	return c
}

// beyondAside returns the comma that ends what an English text says of a source whose phrase
// begins at word i, behind the comma at word j, or else j: what he does, how old he is, who has the post, “according to Jane Doe, who runs the mill, |”, “Jane Doe, 34, |”, “the mayor,
// Jane Doe, |”, “Jane Doe, the mayor, |”. Twins: “according to police, Jane Doe left”, “to Jane Doe, the mayor left”.
func (r *reading) beyondAside(i, j, end int) int {
	const clause = 24 // words
	if r.word(j) != "," {
		return j
	}
	if w := r.lower(j + 1); w == "who" || w == "which" || w == "whose" {
		for k := j + 3; k < min(end-3, j+clause); k++ {
			if r.word(k) == "," && !r.joins(k+1) {
				return k
			}
		}
		return j
	}
	if r.aging(j) && r.word(j+2) == "," {
		return j + 2
	}
	if n, _ := r.named(j+1, end); r.person(r.headOf(text.Range{First: i, End: j}).End-1) && n.Len() > 1 && r.word(n.End) == "," {
		return n.End
	}
	return r.beyondRole(j, end)
}

// beyondRole returns the comma that ends the role which a comma at word j gives a name, or
// else j: “according to Jane Doe, | the mayor,”, “pour Jane Doe, mère de trois enfants, | « … »”.
func (r *reading) beyondRole(j, end int) int {
	for k := j + 1; r.lang != "en" && r.word(j) == "," && r.personal(j-1) && k+1 < min(end, j+10) && r.words[k].Kind != text.Quote; k++ {
		if r.word(k) == "," && r.words[k+1].Kind == text.Quote {
			return k
		}
	}
	if r.word(j) != "," || !lexicon.Is(r.lang, lexicon.Article, r.lower(j+1)) && (r.lang == "en" || !r.person(j+1)) { // « selon Jane Doe, | maire de Goma, »
		return j
	}
	for k := j + 2; k < end-3 && k < j+10; k++ {
		if r.word(k) == "," && r.roleIn(text.Range{First: j + 1, End: k}) != "" {
			return k
		}
	}
	return j
}

// beyondName returns the word behind the name that an apposition gives after the comma at
// word j, or else j: “selon l'ancien maire, | Jane Doe, …”
func (r *reading) beyondName(j, end int) int {
	const reach = 8
	if r.word(j) != "," || j+1 >= end {
		return j
	}
	first := j + 1
	for lexicon.Is(r.lang, lexicon.Article, r.lower(j+1)) && r.titleWord(j+2) && first < min(end, j+reach) && !(r.capital(first) && r.capital(first+1)) { // “son porte-parole, | le capitaine Jane Doe”
		first++
	}
	n := r.properAt(first, end)
	if n.Len() < 2 || n.First != first || n.End < end && r.words[n.End].Kind != text.Punct && r.words[n.End].Kind != text.Quote {
		return j
	}
	return n.End
}
