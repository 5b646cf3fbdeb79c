package reader

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Documents of word processors (DOCX, ODT) are folders of XML in a zip. Paragraphs,
// headings, list items, cells and notes are text; comments, deletions that were tracked
// and codes of fields are none. No place in the file stands for a word of the text:
// the document has no pieces, and places are those of its text.

// office is a kind of such documents. Elements are named by their local names.
type office struct {
	body      []string                    // the parts that hold text, in order; the first must be there
	meta      string                      // the part that holds the title
	paragraph map[string]bool             // elements that are one
	words     map[string]bool             // elements whose characters are text; nil is all within a paragraph
	out       map[string]bool             // elements that are no text
	marks     map[string]string           // elements that stand for characters
	kinds     map[string]claims.BlockKind // elements that give a paragraph its kind
}

// styleKinds are the kinds of paragraphs by what the name of their style begins with.
var styleKinds = [...]struct {
	prefix string
	kind   claims.BlockKind
}{
	{"heading", claims.Heading}, {"title", claims.Heading}, {"subtitle", claims.Heading}, {"titre", claims.Heading},
	{"quot", claims.Quotation}, {"intensequote", claims.Quotation}, {"citation", claims.Quotation},
	{"blocktext", claims.Quotation}, {"blockquot", claims.Quotation}, {"list", claims.Item}, {"caption", claims.Caption},
}

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

func offices() [2]office {
	return [...]office{
		{
			body: []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}, meta: "docProps/core.xml",
			paragraph: set("p"), words: set("t"),
			out:   set("del", "moveFrom", "Fallback", "pPrChange", "rPrChange"),
			marks: map[string]string{"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
			kinds: map[string]claims.BlockKind{"tc": claims.Cell, "numPr": claims.Item},
		},
		{
			body: []string{"content.xml"}, meta: "meta.xml",
			paragraph: set("p", "h"),
			out:       set("tracked-changes", "annotation", "note-citation", "forms", "desc", "title"),
			marks:     map[string]string{"tab": " ", "line-break": "\n", "s": " "},
			kinds:     map[string]claims.BlockKind{"table-cell": claims.Cell, "list-item": claims.Item, "h": claims.Heading},
		},
	}
}

// lockOfODT is the part of an ODT that says how its other parts are encrypted; a DOCX with a
// password is no zip at all.
const lockOfODT = "META-INF/manifest.xml"

// read reads the one document of a package.
func (o *office) read(data []byte, _ Options) ([]*claims.Document, error) {
	box, err := openParcel(data)
	if err != nil {
		return nil, err
	}
	if part, err := box.part(lockOfODT, mostAbout); err == nil && bytes.Contains(part, []byte("encryption-data")) {
		return nil, ErrEncrypted
	}
	d := &claims.Document{}
	var all []passage
	for i, name := range o.body {
		part, err := box.markup(name, mostOffice)
		if err != nil {
			return nil, err
		}
		found, err := o.passages(part)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, found...)
		if part == nil && i == 0 {
			return nil, fmt.Errorf("%w: it holds no %s", ErrBroken, name)
		}
	}
	var meta struct {
		Title  string `xml:"title"`
		Nested struct {
			Title string `xml:"title"`
		} `xml:"meta"`
	}
	if box.unmarshal(o.meta, &meta) == nil {
		setMeta(d, "title", meta.Title+meta.Nested.Title)
	}
	var b strings.Builder
	lay(&b, d, all)
	d.Text = b.String()
	if len(d.Blocks) == 0 {
		return nil, ErrEmpty
	}
	return []*claims.Document{d}, nil
}

// passages reads the paragraphs of one part, those within others (notes, boxes) after
// them.
func (o *office) passages(part []byte) ([]passage, error) {
	var done []passage
	var open []*passage            // paragraphs around the place, the innermost last
	var kinds []claims.BlockKind   // of the elements around it
	parents := map[string]string{} // of styles that stand in the part, their parents' names
	skip, within := 0, 0           // depth within what is no text, and within what is
	words := func(s string) {
		if n := len(open); n > 0 && s != "" {
			open[n-1].runs = append(open[n-1].runs, run{words: s})
		}
	}
	x := xml.NewDecoder(bytes.NewReader(part))
	x.Strict = false
	for {
		t, err := x.Token()
		if err == io.EOF {
			return done, nil
		}
		if err != nil {
			return done, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if skip > 0 || o.out[name] {
				skip++
				continue
			}
			kind := claims.Paragraph
			if n := len(kinds); n > 0 {
				kind = kinds[n-1]
			}
			if k, ok := o.kinds[name]; ok {
				kind = k
			}
			kinds = append(kinds, kind)
			switch n := len(open); {
			case o.paragraph[name]:
				open = append(open, &passage{kind: styled(t, kind, parents)})
			case n > 0 && (name == "pStyle" || name == "numPr"):
				open[n-1].kind = styled(t, kind, parents)
			case name == "style":
				parents[localAttribute(t, "name")] = localAttribute(t, "parent-style-name")
			}
			if o.words[name] {
				within++
			}
			words(o.marks[name])
		case xml.EndElement:
			if skip > 0 {
				skip--
				continue
			}
			if n := len(kinds); n > 0 {
				kinds = kinds[:n-1]
			}
			if o.words[t.Name.Local] {
				within = max(0, within-1)
			}
			if n := len(open); n > 0 && o.paragraph[t.Name.Local] {
				if len(open[n-1].runs) > 0 {
					done = append(done, *open[n-1])
				}
				open = open[:n-1]
			}
		case xml.CharData:
			if skip == 0 && (o.words == nil || within > 0) {
				words(string(t))
			}
		}
	}
}

// styled returns the kind of a paragraph by the style that an element names, or by that
// style's parent; kind if neither has one.
func styled(t xml.StartElement, kind claims.BlockKind, parents map[string]string) claims.BlockKind {
	name := localAttribute(t, "val") + localAttribute(t, "style-name")
	for _, style := range [...]string{name, parents[name]} {
		for _, s := range styleKinds {
			if strings.HasPrefix(strings.ToLower(style), s.prefix) {
				return s.kind
			}
		}
	}
	return kind
}

// localAttribute returns an attribute by its name without a prefix, empty if there is none.
func localAttribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// lay appends paragraphs to the text of d, a blank line between them, and the notes to
// the checker among them, which lie in no block.
func lay(b *strings.Builder, d *claims.Document, passages []passage) {
	for _, p := range passages {
		words := strings.ToValidUTF8(p.words(), "\uFFFD")
		if words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		at := text.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		if note, ok := plainDirective(words); ok {
			d.Directives = append(d.Directives, claims.Directive{Text: note, File: at})
			continue
		}
		d.Blocks = append(d.Blocks, claims.Block{Span: at, Kind: p.kind})
	}
}
