package reader

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"factcheck/claims"
	"factcheck/claims/text"
)

// HTML is read in one pass of the tokenizer, which knows the byte offset of every
// text, tag and comment; from it come the blocks, their kinds, the directives
// and what the page says of itself. Which texts are the article is then decided
// by readability, in a tree of its own that it takes apart and puts together again. The
// two meet in a mark: each text is parsed behind one private-use character that counts
// the texts. Once the tree stands, the marks become attributes of its text nodes,
// which readability copies along and never looks at, and those that are left in
// the article that comes back are the texts chosen. So nothing is searched for a second time, and
// no character of the text itself is ever readability's. (With the marks left in
// the text, a page in 135 came out wrong: it scores by length.)
//
// A page of which readability keeps little, and less than three tenths of the
// visible text outside links, or that it cannot cope with, is read whole, but for navigation,
// asides, forms and the like. (The share alone would read whole pages for the
// comments below a short article, and credit them to its publisher: of the 135
// pages that readability is tested with, 20 were.)

// A token is one text of a page, or a line break in it.
type token struct {
	run    run
	block  int // texts of one number form a block
	kind   claims.BlockKind
	aside  bool // navigation, a form, hidden: text only if the page has no other
	side   bool // a comment, a box that bids to subscribe
	linked bool // inside a link
	title  bool // inside <h1>
	author bool // of a block quotation
	stress bool // bold or italic
}

// page is what the pass over the tokens finds.
type page struct {
	src        string
	fragment   bool   // a part of a text: <aside> and the like belong to it
	prefix     string // of the names of its elements, in XML: "h:"
	tokens     []token
	marked     strings.Builder // the page with a mark before each text
	marks      []int           // of each mark, the token
	directives []claims.Directive
	articles   []article
	main       []article // <main>, which stands for an article on a page that marks none
	meta       pageMeta
	state      pageState
}

// pageState is where the pass stands.
type pageState struct {
	block     int
	broken    bool          // a <br> was the last thing
	skipped   []openElement // elements around it that are no text
	heading   int           // depth of each kind of block
	item      int
	cell      int
	quote     int
	caption   int
	links     int
	stress    int
	sup       int
	article   int       // depth of <article>
	title     bool      // inside <h1>
	credit    atom.Atom // <cite> or <footer> that names the author of a block quotation; 0 outside
	figure    bool      // inside <figure>
	captioned atom.Atom // the element that a class makes a caption; 0 outside
	signed    bool      // the figure holds a block quotation: its caption names the author
	capture   string    // "title" or "json" inside those elements
}

// An openElement is one whose content is left out, until its end tag.
type openElement struct {
	name  atom.Atom
	depth int // of elements of its name within it
	part  part
}

// readHTML reads one document, and one for each check of a claim that the page publishes.
func readHTML(f *file) ([]*claims.Document, error) {
	p := &page{src: f.text}
	p.scan(text.Span{End: len(f.text)})
	d := &claims.Document{Directives: p.directives}
	chosen, byline := p.article()
	p.meta.fill(d, byline)
	compose(d, joined(p.tokens, func(i int) bool { return chosen[i] }))
	if len(d.Blocks) == 0 {
		d.Directives = p.directives
		compose(d, joined(p.tokens, func(int) bool { return true }))
	}
	docs := []*claims.Document{d}
	for i, check := range p.meta.checks {
		check.ID = numbered(f.path, i, "claimreview-"+strconv.Itoa(i+1))
		setIfEmpty(&check.URL, d.URL)
		setIfEmpty(&check.Lang, d.Lang)
		docs = append(docs, check)
	}
	return docs, nil
}

// fragment returns the passages of a part of src that is HTML without a page around it, its
// elements under a prefix where it is a part of XML ("<h:p>"; "<o:p>" in a page of Word is no
// paragraph), and gives d the directives in it.
func fragment(d *claims.Document, src string, part text.Span, prefix string) []passage {
	p := &page{src: src, fragment: true, prefix: prefix}
	p.scan(part)
	d.Directives = append(d.Directives, p.directives...)
	chosen, _ := p.body()
	return joined(p.tokens, func(i int) bool { return chosen[i] })
}

// scan passes over the tokens of a part of the page.
func (p *page) scan(part text.Span) {
	z := html.NewTokenizer(strings.NewReader(part.In(p.src)))
	p.marked.Grow(part.Len() + part.Len()/16)
	for at := part.Start; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		s := text.Span{Start: at, End: min(at+len(z.Raw()), part.End)}
		at = s.End
		if kind != html.TextToken {
			p.marked.WriteString(s.In(p.src))
		}
		switch kind {
		case html.TextToken:
			p.text(s)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.open(z, s, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.close(p.element(name), s)
		case html.CommentToken:
			p.directives = append(p.directives, commentDirectives(p.src, s)...)
		}
	}
}

// text takes a text token.
func (p *page) text(s text.Span) {
	raw := s.In(p.src)
	st := &p.state
	switch st.capture {
	case "title":
		p.meta.add("title", html.UnescapeString(raw))
	case "json":
		p.meta.json(raw, s)
	}
	if skip, _ := st.skip(); skip {
		p.marked.WriteString(raw)
		return
	}
	runs := decodeText(p.src, s)
	if !blankRuns(runs) { // a mark would make something of nothing: &nbsp;
		p.mark(len(p.tokens))
		st.broken = false
	}
	p.marked.WriteString(unmarked(raw))
	for _, r := range runs {
		p.add(r)
	}
}

// blankRuns reports whether there is nothing but white space in runs.
func blankRuns(runs []run) bool {
	for _, r := range runs {
		if strings.TrimSpace(r.words) != "" {
			return false
		}
	}
	return true
}

// mark writes the next mark, for the texts from that token on.
func (p *page) mark(token int) {
	if c := markOf(len(p.marks)); c != 0 {
		p.marked.WriteRune(c)
		p.marks = append(p.marks, token)
	}
}

// Marks are the characters of the planes for private use.
const (
	plane15, plane16 = 0xF0000, 0x100000
	planeSize        = 0xFFFE
	maxMarks         = 2 * planeSize
)

// markOf returns the mark of a number, 0 if there are not that many.
func markOf(n int) rune {
	switch {
	case n < planeSize:
		return rune(plane15 + n)
	case n < maxMarks:
		return rune(plane16 + n - planeSize)
	}
	return 0
}

// numberOf returns the number of a mark, -1 if c is none.
func numberOf(c rune) int {
	switch {
	case c >= plane16 && c < plane16+planeSize:
		return int(c) - plane16 + planeSize
	case c >= plane15 && c < plane15+planeSize:
		return int(c) - plane15
	}
	return -1
}

// unmarked takes out what looks like a mark: a page may hold any character.
func unmarked(s string) string {
	if strings.IndexByte(s, 0xF3) < 0 && strings.IndexByte(s, 0xF4) < 0 { // the first bytes of both planes
		return s
	}
	return strings.Map(func(c rune) rune {
		if numberOf(c) >= 0 {
			return utf8.RuneError
		}
		return c
	}, s)
}

// skip reports whether what follows is no text, or text only of a page that has no
// other.
func (s *pageState) skip() (skip, aside bool) {
	for _, e := range s.skipped {
		if e.part == noText {
			return true, false
		}
		aside = aside || e.part == asidePart
	}
	return false, aside
}

// beside reports whether the pass is in a comment, a teaser and the like.
func (s *pageState) beside() bool {
	return slices.ContainsFunc(s.skipped, func(e openElement) bool { return e.part == sidePart })
}

// author reports whether the pass is in what names the author of a block quotation.
func (s *pageState) author() bool { return s.credit != 0 || s.caption > 0 && s.signed }

// kind returns the kind of block that the pass is in.
func (s *pageState) kind() claims.BlockKind {
	switch {
	case s.heading > 0:
		return claims.Heading
	case s.author():
		return claims.Quotation
	case s.caption > 0:
		return claims.Caption
	case s.cell > 0:
		return claims.Cell
	case s.item > 0:
		return claims.Item
	case s.quote > 0:
		return claims.Quotation
	}
	return claims.Paragraph
}

// What readability is given at most: its time grows faster than the page, and no
// article has that many texts or elements.
const (
	mostTexts    = 10_000
	mostElements = 20_000
)

// shortArticle is the bytes of text that an article has at least, if the rest of
// the page is much longer.
const shortArticle = 1000

// article returns which tokens are the article, and the by-line that readability
// found. It gives up on what readability would choke on.
func (p *page) article() (chosen []bool, byline string) {
	body, visible := p.body()
	if len(p.marks) == 0 || len(p.marks) > mostTexts {
		return body, ""
	}
	node, byline := readable(p.marked.String())
	chosen = make([]bool, len(p.tokens))
	kept := 0
	for _, n := range marksUnder(node) {
		if n < 0 || n >= len(p.marks) {
			continue
		}
		end := len(p.tokens)
		if n+1 < len(p.marks) {
			end = p.marks[n+1]
		}
		for i := p.marks[n]; i < end; i++ {
			if !chosen[i] && !p.tokens[i].linked {
				kept += len(strings.TrimSpace(p.tokens[i].run.words))
			}
			chosen[i] = true
		}
	}
	if kept*10 < visible*3 && kept < shortArticle {
		return body, byline
	}
	p.restore(chosen)
	p.unchoose(chosen)
	return chosen, byline
}

// body returns the tokens of the whole page but for navigation and the like, and
// how many bytes of them are outside links.
func (p *page) body() (chosen []bool, visible int) {
	chosen = make([]bool, len(p.tokens))
	for i, t := range p.tokens {
		chosen[i] = !t.aside
		if !t.aside && !t.linked {
			visible += len(strings.TrimSpace(t.run.words))
		}
	}
	return chosen, visible
}

// readable runs readability; nil if it finds no article or fails.
func readable(marked string) (node *html.Node, byline string) {
	defer func() {
		if recover() != nil { // a library of others, over a file of others
			node, byline = nil, ""
		}
	}()
	doc, err := html.Parse(strings.NewReader(marked))
	if err != nil {
		return nil, ""
	}
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			n.Attr, n.Data = marksOf(n.Data)
		}
	}
	parser := readability.NewParser()
	parser.DisableJSONLD, parser.MaxElemsToParse = true, mostElements
	a, err := parser.ParseAndMutate(doc, &url.URL{Scheme: "https", Host: "localhost"})
	if err != nil {
		return nil, ""
	}
	return a.Node, a.Byline()
}

// marksOf takes the marks out of a text and returns them as an attribute.
func marksOf(s string) ([]html.Attribute, string) {
	var marks strings.Builder
	rest := strings.Map(func(c rune) rune {
		if numberOf(c) < 0 {
			return c
		}
		marks.WriteRune(c)
		return -1
	}, s)
	if marks.Len() == 0 {
		return nil, s
	}
	return []html.Attribute{{Key: "marks", Val: marks.String()}}, rest
}

// marksUnder returns the numbers of the marks in the texts of a tree.
func marksUnder(node *html.Node) []int {
	var found []int
	if node == nil {
		return nil
	}
	for n := range node.Descendants() {
		if n.Type == html.TextNode && len(n.Attr) > 0 {
			for _, c := range n.Attr[0].Val {
				found = append(found, numberOf(c))
			}
		}
	}
	return found
}
