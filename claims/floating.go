package claims

import (
	"slices"
	"sort"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Quotations without an attribution of their own, whose speaker stands before or behind.

// credit gives the paragraphs before passage p, of a quotation that ran on into it and
// that p attributes, the same attribution: a quotation of several paragraphs has its
// speaker where it ends. The statements of the passage begin at r.out[at].
func (r *reading) credit(p *speech.Passage, at int) {
	q := r.text.Inside(p.Words.First)
	if q < 1 || !r.text.Quotations[q].Continues {
		return
	}
	s := r.teller(q, at)
	if s == nil || s.Attribution.Speaker.Text == "" {
		return
	}
	by := s.Attribution
	by.Speaker.Text, by.Speaker.Span = "", text.Span{}
	for k := at - 1; k >= 0 && q > 0 && r.text.Quotations[q].Continues && r.text.Quotations[q-1].RunsOn; k-- {
		before, words := &r.out[k], r.text.Quotations[q-1].Words().Span(r.words)
		words.End = words.Start // its last full stop may be trimmed
		if before.Kind != Quote || before.Attribution.Speaker.Text != "" || !before.quotes(words) {
			return
		}
		before.Attribution = by
		q--
	}
}

// floating adds quotations that have no attribution of their own: whoever was
// quoted last goes on. It reports false if none of them is speech.
func (r *reading) floating(p *speech.Passage, quotations []text.Range) bool {
	s := Statement{Sentence: r.span(p.Words)}
	quotations = slices.DeleteFunc(quotations, r.heading)
	r.contents(&s, quotations)
	if len(s.Spans) == 0 {
		return false
	}
	s.Attribution.Publisher = r.doc.Publisher
	if b := r.text.Blocks[p.First]; r.kinds[p.First] != Heading && (r.ends(b) || p.Words != b || b.Len() >= lineWords) { // “‘Show me the water’” above a section goes on with nobody's words
		if s.Attribution.Speaker = r.cast.floor(r, p, r.bare(p, quotations) == 0); r.hailed(quotations, &s.Attribution.Speaker) {
			s.Attribution.Speaker = Speaker{}
		}
	}
	r.out = append(r.out, s)
	return true
}

// hailed reports whether quotations speak to whoever is by, by his name or his office: “No, Mr Doe.”, « Si vous voulez, madame la présidente. »
// Twin: “No, Mr Doe lied.”
func (r *reading) hailed(quotations []text.Range, by *Speaker) bool {
	noun := standings(r.lang, by.Role)[0]
	for _, q := range quotations {
		for i := q.First + 1; i+2 < q.End; i++ {
			if i > q.First+1 && strings.ContainsAny(r.word(i-1), "'‘\"“") { // somebody whom he quotes does
				break
			}
			if !lexicon.Is(r.lang, lexicon.Courtesy, r.lower(i)) || r.word(i-1) != "," && i > q.First+1 {
				continue
			}
			k := i + 1 + once(r.definite(i+1))
			if w := r.lower(k); by.Name != "" && (w == noun || w == text.Fold(lastWord(by.Name))) && r.words[k+1].Kind != text.Letters {
				return true
			}
		}
	}
	return false
}

// orphan gives the quotation without a speaker that opened the paragraph of passage p, in which nobody had the floor, to the person who is
// the subject of the sentence behind it, in which nobody speaks: ““It leaks.” | Doe | shook his head.”, ““It leaks.” With these words | the
// mayor | left.” Twins: ““It leaks.” The sign was new.”, ““It leaks.” Our reporter was there.”
func (r *reading) orphan(p *speech.Passage, who text.Range, words bool) {
	k := len(r.out) - 1
	if k < 0 || who.Len() == 0 || r.words[p.Words.First-1].Kind != text.Quote || r.out[k].Form != Direct || r.out[k].Attribution.Speaker != (Speaker{}) || !words && r.out[k].Sentence.Start != r.words[r.text.Blocks[p.First].First].Start || r.kinds[p.First] == Heading || lexicon.Is(r.lang, lexicon.Owning, r.lower(who.First)) {
		return
	}
	if by := r.cast.resolve(r, who, grammar.Other, nil); by.Kind != Organisation {
		r.out[k].Attribution.Speaker = by
		r.cast.takes(by, p, true)
	}
}

// wordsOf returns the name of whose words passage p says that those before it are: “Those were the words of | Jane Doe”, “The verdict is | Jane
// Doe's”, “Those were the first words | Jane Doe | spoke”. Twin: “Those were the words that angered Jane Doe”.
func (r *reading) wordsOf(p *speech.Passage) text.Range {
	is, uttered, of := false, false, false
	for i := p.Words.First; i < p.Words.End; i++ {
		n, _ := r.named(i, p.Words.End)
		if n.Len() > 0 {
			if !is || !uttered || !of && !text.IsPossessive(r.lower(n.End)) && !lexicon.Is(r.lang, lexicon.Uttering, r.lower(n.End)) && !r.sayingVerb(n.End) {
				break
			}
			return n
		}
		lemma, _ := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(i))
		is = is || lemma == "be" || r.lower(i) == "est" || r.lower(i) == "sont"
		of = uttered && (of || r.ofNoun(i)) && !r.preposition(i)
		uttered = uttered || lexicon.Is(r.lang, lexicon.Uttered, r.lower(i))
	}
	return text.Range{}
}

// protagonist returns the first subject of passage p, if that is a person or a body: a name, a noun for one with the name behind it,
// “he”; and whether it is a noun for a body. Twin: “The bridge fell”.
func (r *reading) protagonist(p *speech.Passage) (who text.Range, body bool) {
	if w := r.lower(p.Words.First); !lexicon.Is(r.lang, lexicon.Owning, w) && (lexicon.Is(r.lang, lexicon.He, w) || lexicon.Is(r.lang, lexicon.She, w)) {
		return text.Range{First: p.Words.First, End: p.Words.First + 1}, false
	}
	end := p.Words.End
	for k := sort.Search(len(r.names), func(k int) bool { return r.names[k].Words.First >= p.Words.First }); k < len(r.names) && r.names[k].Words.First < end; k++ {
		if n := r.names[k]; n.Kind != grammar.Place && (n.Subject || r.opens(n.Words) || !n.Aside && !r.preposition(n.Words.First-1) && r.word(n.Words.End) == ",") { // “It was | Doe, | who”
			who, end = n.Words, n.Words.First
		}
	}
	for k := sort.Search(len(r.nouns), func(k int) bool { return r.nouns[k].Words.First >= p.Words.First }); k < len(r.nouns) && r.nouns[k].Words.First < end; k++ {
		if n := r.nouns[k]; r.person(n.Noun) || r.body(n.Noun) || r.aged(n.Words) != "" || n.Words.Len() == 1 && r.cast.find(r, n.Words) != nil { // “Red | left”
			who, end, body = n.Words, n.Words.First, r.body(n.Noun)
			if name, _ := r.named(who.End+1, p.Words.End); name.Len() > 0 && r.word(who.End) == "," { // “His sister, | Jane Doe,”
				who.End = name.End
			}
		}
	}
	first := p.Words.First + once(lexicon.Is(r.lang, lexicon.Courtesy, r.lower(p.Words.First)))
	if n, _ := r.named(first, p.Words.End); who.Len() == 0 && n.First == first && n.Len() > 0 && n.End < p.Words.End && r.words[n.End].Kind == text.Letters { // whatever its tree makes of it
		if m := r.cast.find(r, n); m != nil && m.kind == Person {
			who = text.Range{First: p.Words.First, End: n.End}
		}
	}
	return who, body
}

// heading reports whether a quotation is a heading, a title or an aside
// (“(CROSSTALK.)”) rather than speech: every long word of it begins with a capital.
func (r *reading) heading(q text.Range) bool {
	words, capitals := 0, 0
	for i := q.First; i < q.End; i++ {
		if r.words[i].Kind == text.Letters && r.words[i].End-r.words[i].Start > 3 {
			words++
			if r.capital(i) {
				capitals++
			}
		}
	}
	return words > 1 && words == capitals || words == 1 && capitals == 1 && r.word(q.First+1) == "("
}

// acts gives the floor to the person who is the subject of passage p, in which nobody speaks: “Doe disagreed. | “It is not so.””, “The coach
// laughed. | “It is not so.”” To be heard in the paragraph behind it he must be the only one it names: “Doe is not impressed. ¶ “It
// leaks.”” Twin: “Doe isn't Roe. ¶ “It leaks.”” Whom nobody knows takes it away: “Doe left. A farmer laughed. | “It leaks.””
func (r *reading) acts(p *speech.Passage, who text.Range, body bool) {
	if b := r.text.Blocks[p.First]; r.kinds[p.First] == Heading || !r.ends(b) || r.furniture[p.First] || who.Len() == 0 || r.quotes([]text.Range{p.Words}) {
		return
	}
	by := r.cast.resolve(r, who, grammar.Other, nil)
	body = body || by.Kind == Organisation || by.Kind == Place
	if body && r.cast.aloud && p.First <= r.cast.block { // who spoke goes on, in his paragraph
		return
	}
	if body || by.Name == "" || lexicon.Is(r.lang, lexicon.Joining, r.lower(who.End)) {
		by = Speaker{}
	}
	r.cast.takes(by, p, false)
	for i := who.End; i < p.Words.End; i++ {
		if n, _ := r.named(i, p.Words.End); n.Len() > 0 {
			r.cast.block-- // not in the paragraph behind
			return
		}
	}
}

// note returns the last word of the note in brackets that opens at word i behind a
// quotation, i if none does. A note names its source by a number.
func (r *reading) note(i, end int) int {
	if w := r.word(i); w != "[" && w != "(" || i == 0 || r.words[i-1].Kind != text.Quote {
		return i
	}
	number := false
	for k := i + 1; k < min(end, i+16); k++ {
		number = number || strings.ContainsAny(r.word(k), "0123456789")
		if w := r.word(k); (w == "]" || w == ")") && number {
			return k
		}
	}
	return i
}

// bare counts the words of passage p outside the given ranges, which are in
// order, and outside the notes behind them: “We stay” [@doe2025, p. 4].
func (r *reading) bare(p *speech.Passage, ranges []text.Range) int {
	n := 0
	for i := p.Words.First; i < p.Words.End; i++ {
		i = r.note(i, p.Words.End)
		for len(ranges) > 0 && ranges[0].End <= i {
			ranges = ranges[1:]
		}
		if len(ranges) > 0 && ranges[0].First <= i {
			continue
		}
		if k := r.words[i].Kind; k == text.Letters || k == text.Number {
			n++
		}
	}
	return n
}
