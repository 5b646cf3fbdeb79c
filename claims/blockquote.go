package claims

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Block quotations. Their words are somebody's without marks around them, and whoever
// it is often stands below them: “— Ines Dray, engineer”.

// findAuthors notes whose the block quotations are: the last block of a run of them, if
// it is no more than a name, with or without a dash and a role; else whoever the sentence
// before announces, “She writes:”.
func (r *reading) findAuthors() {
	for k := 0; k < len(r.kinds); k++ {
		first := k
		for k+1 < len(r.kinds) && r.kinds[k] == Quotation && r.kinds[k+1] == Quotation {
			k++
		}
		if r.kinds[k] != Quotation {
			continue
		}
		by, ok := r.signature(r.text.Blocks[k])
		if k == first || !ok {
			if by, ok = r.announcer(first); !ok {
				continue
			}
		}
		if r.authors == nil {
			r.authors = map[int]text.Range{}
		}
		for b := first; b <= k; b++ {
			r.authors[b] = by
		}
	}
}

// announcer returns the subject of the verb of saying with whose colon the block before
// block k ends: “The council's statement | said:”. False if none does.
func (r *reading) announcer(k int) (text.Range, bool) {
	if k == 0 || r.text.Blocks[k-1].Len() < 3 {
		return text.Range{}, false
	}
	b := r.text.Blocks[k-1]
	verb := b.End - 2
	for verb > b.First && b.End-verb < 8 && !r.sayingVerb(verb) && !r.stop(verb) {
		verb--
	}
	if r.word(b.End-1) != ":" {
		return text.Range{}, false
	}
	if !r.sayingVerb(verb) {
		return r.author(r.sentenceOf(b.End - 1))
	}
	first := verb
	for first > b.First && verb-first < 12 && !r.stop(first-1) && r.word(first-1) != "," && r.words[first-1].Kind != text.Quote {
		first--
	}
	return text.Range{First: first, End: verb}, first < verb
}

// author returns the one person of a sentence that announces what somebody said or wrote: “This is how | he | put it:”, “|His| letter is
// short:”, “Doe's statement is short:”. False if it speaks of none or two, or announces nothing.
func (r *reading) author(s text.Range) (by text.Range, ok bool) {
	says := false
	var only *member
	for i := s.First; i < s.End; i++ {
		_, noun := lexicon.CueOf(r.lang, lexicon.NounCue, r.lower(i))
		says = says || noun || r.lower(i) == "put" && r.lower(i+1) == "it"
		n, _ := r.named(i, s.End)
		m := r.cast.find(r, n)
		switch w := r.lower(i); {
		case m != nil && m.kind == Person:
			if only != nil && m != only {
				return text.Range{}, false
			}
			only, by, i = m, n, n.End-1
		case only == nil && by.Len() == 0 && (lexicon.Is(r.lang, lexicon.He, w) || lexicon.Is(r.lang, lexicon.She, w)):
			by = text.Range{First: i, End: i + 1}
		}
	}
	return by, says && by.Len() > 0
}

// signature returns the name that a block consists of, with its role; false if it says
// anything else.
func (r *reading) signature(b text.Range) (text.Range, bool) {
	n := r.trim(b)
	if n.Len() == 0 || n.Len() > 12 || r.ends(b) || !r.capital(n.First) {
		return n, false
	}
	end := n.First
	for end < n.End && (r.capital(end) || r.joins(end)) {
		end++
	}
	name := r.untitled(text.Range{First: n.First, End: end})
	dash := n.First > b.First
	return n, name.Len() > 0 && (dash || name.Len() > 1 && (end == n.End || r.word(end) == "," || r.word(end) == "("))
}

// blockQuotation adds passage p, of a block quotation that by signs, as its words. It
// reports false for a passage with quotation marks of its own, which whoever signs it
// is said to have spoken.
func (r *reading) blockQuotation(p *speech.Passage, by text.Range) bool {
	if p.Words.First <= by.First && by.First < p.Words.End {
		r.skipped = append(r.skipped, r.span(p.Words))
		return true
	}
	speaker := r.cast.resolve(r, by, grammar.Other, nil)
	if r.loose(p, nil) != nil {
		r.cast.takes(speaker, p, true)
		return false
	}
	c := r.trim(p.Words)
	tag := func(w string) bool { return w[0] == '#' || w[0] == '@' }
	if said := strings.Fields(r.span(p.Words).In(r.src)); c.Len() == 0 || !slices.ContainsFunc(said, func(w string) bool { return !tag(w) }) {
		return true
	}
	s := Statement{Kind: Quote, Form: Direct, Sentence: r.span(p.Words), Spans: []text.Span{r.span(c)}}
	s.Text = Content(r.src, s.Spans)
	s.Attribution = Attribution{Speaker: speaker, Publisher: r.doc.Publisher}
	r.out = append(r.out, s)
	return true
}
