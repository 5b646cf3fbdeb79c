package reader

import (
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gtext "github.com/yuin/goldmark/text"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Markdown is read as goldmark parses it, with the extensions of GitHub and
// footnotes. Text are paragraphs, headings, list items, table cells, block
// quotations, footnotes, code inside a sentence and what stands in HTML; blocks of
// code, comments, images, struck-out words and citations ([@key, p. 4]) are
// none. Every run of text keeps its place in the file: goldmark gives the bytes of each,
// entities and backslash escapes are decoded here as pieces of their own, and the front matter
// is overwritten with spaces rather than cut, so that no offset moves.

// readMarkdown reads one document.
func readMarkdown(f *file) ([]*claims.Document, error) {
	d := &claims.Document{}
	src := frontMatter(f.text, d)
	m := &markdown{src: withoutCitations(src)}
	m.html = page{src: m.src, fragment: true}
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser()
	m.blocks(parser.Parse(gtext.NewReader(tame([]byte(m.src)))), claims.Paragraph)
	slices.SortStableFunc(m.passages, func(a, b passage) int { return a.runs[0].at.Start - b.runs[0].at.Start })
	d.Directives = m.directives
	compose(d, m.passages)
	if d.Title == "" {
		d.Title = m.title
	}
	return []*claims.Document{d}, nil
}

type markdown struct {
	src        string // without front matter and citations
	passages   []passage
	directives []claims.Directive
	title      string
	html       page // the HTML between the blocks of Markdown; what it left open holds for those
	struck     int  // open <del>, <s>, <strike> of the paragraph
}

// blocks reads the children of a container.
func (m *markdown) blocks(parent ast.Node, kind claims.BlockKind) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			m.passage(n, kind)
		case *ast.Heading:
			if m.passage(n, claims.Heading) && n.Level == 1 && m.title == "" {
				m.title = m.passages[len(m.passages)-1].words()
			}
		case *ast.Blockquote:
			m.blocks(n, claims.Quotation)
		case *ast.ListItem:
			m.blocks(n, claims.Item)
		case *east.TableCell:
			m.passage(n, claims.Cell)
		case *ast.HTMLBlock:
			m.htmlBlock(blockSpan(n))
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		default: // lists, tables and their rows, footnotes
			if n.Type() == ast.TypeBlock {
				m.blocks(n, kind)
			}
		}
	}
}

// blockSpan returns the bytes of an HTML block.
func blockSpan(n *ast.HTMLBlock) text.Span {
	lines := n.Lines()
	if lines.Len() == 0 {
		return text.Span{}
	}
	s := text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	if n.HasClosure() {
		s.End = max(s.End, n.ClosureLine.Stop)
	}
	return s
}

// htmlBlock reads the text that stands in a block of HTML. What it leaves open ends
// with it, but for a <blockquote>, which paragraphs of Markdown may follow.
func (m *markdown) htmlBlock(s text.Span) {
	from, open := len(m.html.tokens), m.html.state
	m.html.state = pageState{block: open.block + 1, quote: open.quote}
	m.html.scan(s)
	tokens := m.html.tokens[from:]
	for _, p := range joined(tokens, func(i int) bool { return !tokens[i].aside }) {
		if p.kind == claims.Caption { // the writer's own words, not the page's of an agency's picture
			p.kind = claims.Paragraph
		}
		if p.words() != "" {
			m.passages = append(m.passages, p)
		}
	}
	m.directives = append(m.directives, m.html.directives...)
	m.html.directives = nil
}

// passage reads the words of one leaf block; false if it has none.
func (m *markdown) passage(n ast.Node, kind claims.BlockKind) bool {
	p := passage{kind: kind}
	if kind == claims.Paragraph && m.html.state.quote > 0 {
		p.kind = claims.Quotation
	}
	if p.kind == claims.Paragraph && n.ChildCount() == 1 && n.FirstChild().Kind() == ast.KindEmphasis {
		p.kind = claims.Stressed
	}
	m.struck = 0
	m.inline(n, &p)
	if len(p.runs) == 0 {
		return false
	}
	m.passages = append(m.passages, p)
	return true
}

// inline reads the children of a block or of an emphasis.
func (m *markdown) inline(parent ast.Node, p *passage) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			if m.struck > 0 {
				continue
			}
			m.words(n.Segment.Start, n.Segment.Stop, p)
			if n.SoftLineBreak() || n.HardLineBreak() {
				m.lineBreak(n.Segment.Stop, p)
			}
		case *ast.AutoLink:
			if at := n.Pos(); at >= 0 {
				label := string(n.Label([]byte(m.src)))
				if i := strings.Index(m.src[at:min(len(m.src), at+len(label)+1)], label); i >= 0 {
					p.runs = append(p.runs, run{label, text.Span{Start: at + i, End: at + i + len(label)}, false})
				}
			}
		case *ast.RawHTML:
			m.rawHTML(n, p)
		case *ast.CodeSpan:
			m.code(n, p)
		case *ast.Image, *east.Strikethrough, *east.FootnoteLink, *east.FootnoteBacklink, *east.TaskCheckBox:
		default: // emphasis, links
			m.inline(n, p)
		}
	}
}

// code appends what stands in an inline code span as it is: the reader of the
// page sees it.
func (m *markdown) code(n ast.Node, p *passage) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && m.struck == 0 && t.Segment.Start < t.Segment.Stop {
			m.raw(t.Segment.Start, t.Segment.Stop, p)
		}
	}
}

// lineBreak appends the line end at or after an offset as white space.
func (m *markdown) lineBreak(at int, p *passage) {
	if i := strings.IndexByte(m.src[at:], '\n'); i >= 0 {
		p.runs = append(p.runs, run{"\n", text.Span{Start: at + i, End: at + i + 1}, false})
	}
}

// raw appends src[start:end] as it is, but for the citations.
func (m *markdown) raw(start, end int, p *passage) {
	for start < end {
		to := end
		if i := strings.IndexByte(m.src[start:end], cited); i >= 0 {
			to = start + i
		}
		if start < to {
			p.runs = append(p.runs, run{m.src[start:to], text.Span{Start: start, End: to}, false})
		}
		for start = to; start < end && m.src[start] == cited; start++ {
		}
	}
}

// rawHTML keeps the comments of a tag within a paragraph; <br> is white space, <q>
// is shown as quotation marks, what is struck out is no text.
func (m *markdown) rawHTML(n *ast.RawHTML, p *passage) {
	if n.Segments.Len() == 0 {
		return
	}
	s := text.Span{Start: n.Segments.At(0).Start, End: n.Segments.At(n.Segments.Len() - 1).Stop}
	tag := s.In(m.src)
	switch name, end := tagName(tag); {
	case name == "br" && m.struck == 0:
		p.runs = append(p.runs, run{"\n", s, true})
	case name == "q" && m.struck == 0:
		p.runs = append(p.runs, run{`"`, s, true})
	case (name == "del" || name == "s" || name == "strike") && !end:
		m.struck++
	case name == "del" || name == "s" || name == "strike":
		m.struck = max(0, m.struck-1)
	}
	m.directives = append(m.directives, commentDirectives(m.src, s)...)
}

// tagName returns the name of a tag in small letters and whether it is an end tag;
// empty if it is none.
func tagName(tag string) (name string, end bool) {
	name, end = strings.CutPrefix(strings.TrimPrefix(tag, "<"), "/")
	n := 0
	for n < len(name) && (name[n]|0x20 >= 'a' && name[n]|0x20 <= 'z' || name[n] >= '0' && name[n] <= '9') {
		n++
	}
	return strings.ToLower(name[:n]), end
}

// commentDirectives returns the notes to the checker that stand in HTML comments
// within a span of src.
func commentDirectives(src string, s text.Span) []claims.Directive {
	var found []claims.Directive
	for at := s.Start; ; {
		i := strings.Index(src[at:s.End], "<!--")
		if i < 0 {
			return found
		}
		open := at + i
		j := strings.Index(src[open+4:s.End], "-->")
		if j < 0 {
			return found
		}
		at = open + 4 + j + 3
		note, ok := strings.CutPrefix(strings.TrimSpace(src[open+4:open+4+j]), "factcheck")
		if ok && (note == "" || isBlank(note[0]) || note[0] == ':') {
			note = strings.TrimSpace(strings.TrimPrefix(note, ":"))
			found = append(found, claims.Directive{Text: note, File: text.Span{Start: open, End: at}})
		}
	}
}

// words appends the raw text src[start:end], its entities and escapes decoded.
func (m *markdown) words(start, end int, p *passage) {
	from := start
	flush := func(to int) { m.raw(from, to, p) }
	for i := start; i < end; {
		switch c := m.src[i]; {
		case c == '\\' && i+1 < end && isMark(m.src[i+1]):
			flush(i)
			p.runs = append(p.runs, run{m.src[i+1 : i+2], text.Span{Start: i, End: i + 2}, true})
			i += 2
			from = i
		case c == '&':
			decoded, n := entity(m.src[i:end])
			if n == 0 {
				i++
				continue
			}
			flush(i)
			p.runs = append(p.runs, run{decoded, text.Span{Start: i, End: i + n}, true})
			i += n
			from = i
		default:
			i++
		}
	}
	flush(end)
}

// isMark reports whether c is ASCII punctuation, which a backslash escapes.
func isMark(c byte) bool {
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z')
}

// entity decodes the character reference at the beginning of s; n is its length,
// zero if there is none.
func entity(s string) (decoded string, n int) {
	end := strings.IndexByte(s[:min(len(s), 34)], ';')
	if end < 2 || strings.IndexByte(s[1:end], '&') >= 0 {
		return "", 0
	}
	name := s[:end+1]
	decoded = html.UnescapeString(name)
	if decoded == name || strings.HasSuffix(decoded, ";") {
		return "", 0
	}
	return decoded, end + 1
}

// blankOut overwrites a span with spaces, line ends kept.
func blankOut(src string, s text.Span) string {
	b := []byte(src)
	for i := s.Start; i < s.End; i++ {
		if b[i] != '\n' && b[i] != '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}
