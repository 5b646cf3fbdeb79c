package reader

import (
	"slices"
	"strings"

	"factcheck/claims"
)

// Readability returns one article, without its headline and without what it takes
// for furniture: the cells of a table, captions, block quotations. What a page
// marks as an article is therefore compared with what came back.

// An article is what an <article> holds that no other holds.
type article struct {
	first, end int  // tokens
	side       bool // a comment, a teaser, a part of navigation
}

// openArticle takes <article>.
func (p *page) openArticle(side, closed bool) {
	st := &p.state
	if closed {
		return
	}
	if st.article++; st.article > 1 {
		return
	}
	skip, aside := st.skip()
	side = side || skip || aside || slices.ContainsFunc(st.skipped, func(e openElement) bool { return e.part == sidePart })
	p.articles = append(p.articles, article{first: len(p.tokens), end: -1, side: side})
}

// closeArticle takes </article>.
func (p *page) closeArticle() {
	st := &p.state
	if st.article--; st.article == 0 {
		p.articles[len(p.articles)-1].end = len(p.tokens)
	}
	st.article = max(0, st.article)
}

// restore adds to the chosen tokens the articles of which none is chosen, and of
// the others what readability dropped for its shape; and the authors of the block
// quotations that are chosen.
func (p *page) restore(chosen []bool) {
	marked := p.articles
	if len(marked) == 0 {
		marked = p.main
	}
	for _, a := range marked {
		if a.end < 0 {
			a.end = len(p.tokens)
		}
		tokens := p.tokens[a.first:a.end]
		whole := !slices.Contains(chosen[a.first:a.end], true)
		if a.side || whole && isTeaser(tokens) {
			continue
		}
		for i, t := range tokens {
			if !t.aside && (whole || t.shaped()) {
				chosen[a.first+i] = true
			}
		}
	}
	quoted := false // the token before is of a block quotation, or its author
	for i, t := range p.tokens {
		switch {
		case chosen[i]:
			quoted = t.kind == claims.Quotation
		case t.author && quoted:
			chosen[i] = true
		case strings.TrimSpace(t.run.words) != "":
			quoted = false
		}
	}
}

// unchoose takes out of the chosen tokens those beside the article, if they are few: a box that bids to subscribe. What a page has
// nearly nothing beside is its text.
func (p *page) unchoose(chosen []bool) {
	const few = 4
	all, beside := 0, 0
	for i, t := range p.tokens {
		if n := len(strings.TrimSpace(t.run.words)); chosen[i] {
			all += n
			if t.side {
				beside += n
			}
		}
	}
	for i, t := range p.tokens {
		chosen[i] = chosen[i] && !(t.side && few*beside < all)
	}
}

// shaped reports whether t is text of an article by its element alone.
func (t *token) shaped() bool {
	switch t.kind {
	case claims.Heading:
		return t.title && !t.linked
	case claims.Cell, claims.Quotation, claims.Caption:
		return !t.linked
	}
	return false
}

// isTeaser reports whether tokens lead to an article that stands elsewhere: their
// headings are links, or most of their text is.
func isTeaser(tokens []token) bool {
	size, linked, headings, linkedHeadings := 0, 0, 0, 0
	for _, t := range tokens {
		n := len(strings.TrimSpace(t.run.words))
		size += n
		if t.kind == claims.Heading {
			headings += n
		}
		if t.linked {
			linked += n
			if t.kind == claims.Heading {
				linkedHeadings += n
			}
		}
	}
	return size == 0 || 2*linked > size || headings > 0 && 2*linkedHeadings > headings
}

// joined joins the chosen tokens of each block.
func joined(tokens []token, chosen func(i int) bool) []passage {
	var all []passage
	block, worded := -1, false
	for i, t := range tokens {
		if !chosen(i) {
			continue
		}
		if t.block != block {
			all = append(all, passage{kind: t.kind})
			block, worded = t.block, false
		}
		last := &all[len(all)-1]
		if strings.TrimSpace(t.run.words) != "" {
			switch {
			case t.stress && !worded && last.kind == claims.Paragraph:
				last.kind = claims.Stressed
			case !t.stress && last.kind == claims.Stressed:
				last.kind = claims.Paragraph
			}
			worded = true
		}
		last.runs = append(last.runs, t.run)
	}
	return all
}
