package speech

import (
	"slices"
	"unicode/utf8"

	"factcheck/claims/text"
)

// A Quotation is the words between an opening mark and its closing one, or, in
// a paragraph of a longer quotation that goes on in the next, the end of the
// paragraph. Words are given by their index in the document.
type Quotation struct {
	Open, Close int        // the marks; Close is the word after the last if the mark is missing
	Outer       int        // the index of the quotation around it, -1 if none
	RunsOn      bool       // no closing mark: the next paragraph opens it anew
	Continues   bool       // goes on from the paragraph before
	Single      bool       // its marks are single ones
	All         text.Range // marks included
}

// Words returns the words between the marks.
func (q *Quotation) Words() text.Range { return text.Range{First: q.Open + 1, End: q.Close} }

// The families of quotation marks: a mark closes only what its family opened.
type family uint8

const (
	noMark family = iota
	curly
	curlySingle
	straight
	straightSingle
	guillemets
	guillemetsSingle
)

// mark is a quotation mark as read. Two single marks that touch are one double
// mark of two words, as some wires type them.
type mark struct {
	at, width int // word index and number of words
	family    family
	canOpen   bool
	canClose  bool
}

// quotations pairs the marks of each block. It is linear in the number of
// words: every mark is pushed and popped once, and a closing mark looks no
// deeper than the innermost opening one of each family.
//
// The traps are apostrophes (an opening single mark in a paragraph counts only if it is
// closed there), marks of feet, inches, minutes and seconds, a
// paragraph that opens anew what the one before left open, and marks that were
// forgotten: an opening mark without its closing one, a single one only if the paragraph opens
// with it, holds to the end of the paragraph if the next one opens anew, and else counts for nothing.
func quotations(src string, words []text.Word, blocks []text.Range) []Quotation {
	p := pairing{src: src, words: words}
	for i, b := range blocks {
		var next text.Range
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		p.block(b, next)
	}
	return p.ordered()
}

// pairing is the state of quotations: the marks that are open in the block.
type pairing struct {
	src   string
	words []text.Word
	out   []Quotation
	stack []mark // open marks, outermost first
	depth [guillemetsSingle + 1]int
	runs  bool // the last block left a quotation open
}

// block pairs the marks of one block.
func (p *pairing) block(b, next text.Range) {
	p.stack = p.stack[:0]
	p.depth = [guillemetsSingle + 1]int{}
	first := len(p.out)
	for i := b.First; i < b.End; {
		m := p.mark(b, i)
		if m.family == noMark {
			i++
			continue
		}
		i += m.width
		m = p.mixed(m)
		if m.canClose && p.depth[m.family] > 0 {
			p.shut(m)
		} else if m.canOpen {
			p.stack = append(p.stack, m)
			p.depth[m.family]++
		}
	}
	continues := p.runs
	p.runs = false
	if len(p.stack) > 0 {
		p.leftOpen(b, next)
	}
	if continues && len(p.out) > first {
		at := first
		for j := first; j < len(p.out); j++ {
			if p.out[j].Open < p.out[at].Open {
				at = j
			}
		}
		p.out[at].Continues = p.out[at].Open <= b.First+1
	}
}

// mixed lets a typewriter's mark close what a typographic one opened, and the
// other way round, if nothing of its own family is open.
func (p *pairing) mixed(m mark) mark {
	other := [...]family{curly: straight, straight: curly, curlySingle: straightSingle, straightSingle: curlySingle, guillemetsSingle: noMark}[m.family]
	if other != noMark && m.canClose && p.depth[m.family] == 0 && p.depth[other] > 0 {
		m.family = other
	}
	return m
}

// shut closes the innermost open mark of m's family; whatever was opened inside
// it and never closed is forgotten.
func (p *pairing) shut(m mark) {
	for len(p.stack) > 0 {
		top := p.stack[len(p.stack)-1]
		p.stack = p.stack[:len(p.stack)-1]
		p.depth[top.family]--
		if top.family == m.family {
			if top.at+top.width < m.at {
				p.out = append(p.out, Quotation{Open: top.at + top.width - 1, Close: m.at, Outer: -1, Single: single(m.family),
					All: text.Range{First: top.at, End: m.at + m.width}})
			}
			return
		}
	}
}

// leftOpen decides what becomes of the outermost mark that the block leaves
// Open: it runs on if the next block opens with the same mark.
func (p *pairing) leftOpen(b, next text.Range) {
	for _, m := range p.stack {
		if single(m.family) && m.at != b.First || m.at+m.width >= b.End { // an apostrophe opens no paragraph
			continue
		}
		anew := next.Len() > 0 && p.mark(next, next.First).family == m.family
		if anew {
			p.out = append(p.out, Quotation{Open: m.at + m.width - 1, Close: b.End, Outer: -1, RunsOn: true,
				All: text.Range{First: m.at, End: b.End}})
			p.runs = true
		}
		return
	}
}

func single(f family) bool {
	return f == curlySingle || f == straightSingle || f == guillemetsSingle
}

// mark reads the mark that begins at word i, the zero mark if none does.
func (p *pairing) mark(b text.Range, i int) mark {
	w := p.words[i]
	if w.Kind != text.Quote {
		return mark{}
	}
	m := mark{at: i, width: 1}
	s := w.In(p.src)
	if i+1 < b.End && (s == "'" || s == "’" || s == "‘" || s == "`") && !p.words[i+1].Space && p.words[i+1].In(p.src) == s {
		m.width = 2
	}
	before := !w.Space && i > b.First && !opensAt(p.words[i-1].In(p.src))
	after := false
	if j := i + m.width; j < b.End {
		after = !p.words[j].Space && !closesAt(p.words[j].In(p.src))
	}
	switch s {
	case "“", "„", "‟", "〝", "「", "『":
		m.family, m.canOpen = curly, true
		m.canClose = s == "“" && before && !after && p.depth[curly] > 0
	case "”", "〞", "」", "』":
		m.family, m.canClose = curly, true
		m.canOpen = !before && after
	case "«":
		m.family, m.canOpen = guillemets, true
	case "»":
		m.family, m.canClose = guillemets, true
	case "‹":
		m.family, m.canOpen = guillemetsSingle, true
	case "›":
		m.family, m.canClose = guillemetsSingle, true
	case "\"", "＂", "``":
		m.family = straight
		m.canOpen = after && !before || after == before && p.depth[straight] == 0 && (after || w.Space)
		m.canClose = before && !after || after == before && p.depth[straight] > 0
	default:
		m.family = curlySingle
		if s == "'" || s == "`" {
			m.family = straightSingle
		}
		if m.width == 2 {
			m.family = straight
			m.canOpen, m.canClose = after && !before, before && !after
			if after == before {
				m.canOpen, m.canClose = p.depth[straight] == 0 && after, p.depth[straight] > 0
			}
			break
		}
		m.canOpen = after && !before && s != "’"
		m.canClose = before && !after && s != "‘" && !p.possessive(i)
	}
	return m
}

// possessive reports whether the apostrophe at i more likely ends a plural
// ("the rebels' advance") than a quotation: a letter s before it, a small
// letter after, and no comma or full stop.
func (p *pairing) possessive(i int) bool {
	if i == 0 || i+1 >= len(p.words) {
		return false
	}
	before, after := p.words[i-1].In(p.src), p.words[i+1].In(p.src)
	if before[len(before)-1]|0x20 != 's' {
		return false
	}
	c, _ := utf8.DecodeRuneInString(after)
	return c >= 'a' && c <= 'z' && p.words[i+1].Space
}

// opensAt reports whether a mark after the word s, without a space, opens.
func opensAt(s string) bool {
	switch s {
	case "(", "[", "{", "—", "–", "-", "--", "...", "…", "“", "‘", "\"", "'", "«", "‹", "/", "``", "„":
		return true
	}
	return false
}

// closesAt reports whether a mark before the word s, without a space, closes.
func closesAt(s string) bool {
	switch s {
	case ")", "]", "}", "—", "–", "-", "--", ",", ".", ";", ":", "!", "?", "...", "…", "”", "’", "»", "›", "/", "''":
		return true
	}
	return false
}

// ordered sorts the quotations by their opening marks and finds the outer one
// of each.
func (p *pairing) ordered() []Quotation {
	q := p.out
	slices.SortFunc(q, func(a, b Quotation) int { return a.Open - b.Open })
	var open []int
	for i := range q {
		for len(open) > 0 && q[open[len(open)-1]].Close <= q[i].Open {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			q[i].Outer = open[len(open)-1]
		}
		open = append(open, i)
	}
	return q
}
