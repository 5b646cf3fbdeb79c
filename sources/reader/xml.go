package reader

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"factcheck/claims/text"
)

// An element of an XML file, with the place of everything in it. The standard library cuts
// the tokens; what stands between them is decoded here, so that places hold.
type element struct {
	name        string // without its prefix
	prefix      string // "h:", empty if it has none
	attributes  []xml.Attr
	contents    []content
	open, close text.Span // its tags; the same one if it has but one
}

// A content is an element or a text in another element.
type content struct {
	element *element  // nil of a text
	text    text.Span // of a text
	raw     bool      // from CDATA: nothing in it is to be decoded
}

// mostDepth is how deep elements stand in each other at most.
const mostDepth = 200

var errDeep = errors.New("elements stand in each other more than 200 deep")

// parseXML returns the root element of a file. Entities that a file declares are not known.
func parseXML(src string) (*element, error) {
	d := xml.NewDecoder(strings.NewReader(src))
	d.Strict, d.CharsetReader = false, func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	root := &element{}
	stack := []*element{root}
	for {
		at := text.Span{Start: int(d.InputOffset())}
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("not XML: %w", err)
		}
		at.End = int(d.InputOffset())
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > mostDepth {
				return nil, errDeep
			}
			e := &element{name: t.Name.Local, attributes: t.Attr, open: at, close: at}
			if t.Name.Space != "" {
				e.prefix = strings.ToLower(t.Name.Space) + ":" // as HTML reads names
			}
			top.contents = append(top.contents, content{element: e})
			stack = append(stack, e)
		case xml.EndElement:
			if top.name != t.Name.Local || len(stack) == 1 {
				return nil, fmt.Errorf("not XML: line %d: </%s> ends nothing", 1+strings.Count(src[:at.Start], "\n"), t.Name.Local)
			}
			if at.Len() > 0 { // <p/> has no tag of its own for its end
				top.close = at
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.contents = append(top.contents, textOf(src, at))
		}
	}
	if len(stack) > 1 {
		return nil, fmt.Errorf("not whole: <%s> has no end", stack[len(stack)-1].name)
	}
	if e := root.child(); e != nil {
		return e, nil
	}
	return nil, ErrEmpty
}

// textOf is the text of a token, without the marks of CDATA.
func textOf(src string, at text.Span) content {
	const open, end = "<![CDATA[", "]]>"
	raw := strings.HasPrefix(at.In(src), open)
	if raw {
		at.Start += len(open)
		if strings.HasSuffix(at.In(src), end) {
			at.End -= len(end)
		}
	}
	return content{text: at, raw: raw}
}

// rootOf returns the name of the root element of what begins as an XML file; empty if it
// does not.
func rootOf(head string) string {
	if !strings.HasPrefix(strings.TrimLeft(head, " \t\r\n"), "<") {
		return ""
	}
	d := xml.NewDecoder(strings.NewReader(head))
	d.Strict, d.CharsetReader = false, func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.RawToken()
		if err != nil {
			return ""
		}
		if e, ok := token.(xml.StartElement); ok {
			return e.Name.Local
		}
	}
}

// attribute returns the value of an attribute by its name without a prefix; empty if e is
// nil or has none.
func (e *element) attribute(name string) string {
	if e != nil {
		for _, a := range e.attributes {
			if a.Name.Local == name {
				return strings.TrimSpace(a.Value)
			}
		}
	}
	return ""
}

// all calls f with the elements of a name within e, in order, those within them left out.
func (e *element) all(name string, f func(*element)) {
	if e == nil {
		return
	}
	for _, c := range e.contents {
		switch {
		case c.element == nil:
		case c.element.name == name:
			f(c.element)
		default:
			c.element.all(name, f)
		}
	}
}

// first returns the first element that stands under e at a path of names, any others
// between them; nil if there is none.
func (e *element) first(path ...string) *element {
	for _, name := range path {
		var found *element
		e.all(name, func(x *element) {
			if found == nil {
				found = x
			}
		})
		if e = found; e == nil {
			return nil
		}
	}
	return e
}

// child returns the first element in e; nil if e is nil or has none.
func (e *element) child() *element {
	if e != nil {
		for _, c := range e.contents {
			if c.element != nil {
				return c.element
			}
		}
	}
	return nil
}

// inner is the place of all that stands between the tags of e.
func (e *element) inner() text.Span {
	if e.open == e.close {
		return text.Span{Start: e.open.End, End: e.open.End}
	}
	return text.Span{Start: e.open.End, End: e.close.Start}
}

// runs returns the words of e and of what is in it but for the elements that skip names.
func (e *element) runs(src string, skip ...string) []run {
	var all []run
	if e == nil {
		return nil
	}
	for _, c := range e.contents {
		switch {
		case c.element == nil && c.raw:
			all = append(all, run{c.text.In(src), c.text, false})
		case c.element == nil:
			all = append(all, decodeText(src, c.text)...)
		case !slices.Contains(skip, c.element.name):
			all = append(all, c.element.runs(src, skip...)...)
		}
	}
	return all
}

// words returns the words of e, white space folded; empty if e is nil.
func (e *element) words(src string, skip ...string) string {
	return passage{runs: e.runs(src, skip...)}.words()
}
