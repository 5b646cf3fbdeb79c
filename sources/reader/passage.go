package reader

import (
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// A run is words of one block and where they stand in the decoded file. They are
// the same bytes unless they were decoded: an entity, an escape.
type run struct {
	words   string
	at      text.Span
	decoded bool
}

// A passage is the runs of one block, in order.
type passage struct {
	kind claims.BlockKind
	runs []run
}

// words joins the words of p.
func (p passage) words() string {
	var b strings.Builder
	for _, r := range p.runs {
		b.WriteString(r.words)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// directive returns what stands in [factcheck: ...], if that is all of p.
func (p passage) directive() (d claims.Directive, ok bool) {
	if len(p.runs) == 0 || len(p.runs) > 64 || !strings.HasPrefix(strings.TrimSpace(p.runs[0].words), "[") {
		return d, false
	}
	d.Text, ok = plainDirective(p.words())
	d.File = text.Span{Start: p.runs[0].at.Start, End: p.runs[len(p.runs)-1].at.End}
	return d, ok
}

// compose writes the passages into the text of d, a blank line between them.
// Each run of white space becomes one character. The directives among the passages join
// those that d has, in the order of the file.
func compose(d *claims.Document, passages []passage) {
	b := &builder{}
	for _, p := range passages {
		if note, ok := p.directive(); ok {
			d.Directives = append(d.Directives, note)
			continue
		}
		for _, part := range p.signed() {
			if block := b.passage(part); block.Len() > 0 {
				d.Blocks = append(d.Blocks, claims.Block{Span: block, Kind: part.kind})
			}
		}
	}
	d.Text, d.Pieces = b.String(), b.pieces
	slices.SortStableFunc(d.Directives, func(a, b claims.Directive) int { return a.File.Start - b.File.Start })
}

// passage appends the runs of p and returns the span that they fill, white space
// at both ends left out.
func (b *builder) passage(p passage) text.Span {
	if b.Len() > 0 {
		b.WriteString("\n\n")
	}
	start := b.Len()
	space := true // white space would follow white space
	for _, r := range p.runs {
		switch {
		case !r.decoded:
			space = b.collapse(r, space)
		case strings.TrimSpace(r.words) != "":
			b.replace(r.words, r.at)
			space = false
		case !space:
			b.replace(r.words, r.at)
			space = true
		}
	}
	in := b.String()[start:]
	body := strings.TrimSpace(in)
	start += strings.Index(in, body)
	return text.Span{Start: start, End: start + len(body)}
}

// collapse appends a run with the first character of each stretch of white space;
// it returns whether white space stands at the end.
func (b *builder) collapse(r run, space bool) bool {
	for i := 0; i < len(r.words); {
		j := i
		for j < len(r.words) && isBlank(r.words[j]) {
			j++
		}
		if j > i && !space {
			b.copy(r.words[i:i+1], r.at.Start+i)
		}
		space = space || j > i
		k := j
		for k < len(r.words) && !isBlank(r.words[k]) {
			k++
		}
		if k > j {
			b.copy(r.words[j:k], r.at.Start+j)
			space = false
		}
		i = k
	}
	return space
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
