package reader

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"factcheck/claims/text"
)

// open takes a start tag.
func (p *page) open(z *html.Tokenizer, s text.Span, closed bool) {
	raw, more := z.TagName()
	name := atom.Lookup(raw)
	attributes := attributesOf(z, more, name)
	st := &p.state
	p.meta.tag(name, attributes)
	if isVoid(name) {
		closed = true
	}
	if n := len(st.skipped); n > 0 && st.skipped[n-1].name == name && !closed {
		st.skipped[n-1].depth++
	}
	switch name {
	case atom.Br:
		p.lineBreak(s)
	case atom.Q:
		p.quoteMark(s)
	case atom.Title:
		if len(st.skipped) == 0 || st.skipped[0].name == atom.Head {
			st.capture = "title"
		}
	case atom.Script:
		if strings.EqualFold(attributes["type"], "application/ld+json") {
			st.capture = "json"
		}
	}
	if isBlock(name) {
		st.block++
	}
	st.count(name, 1)
	if closed {
		return
	}
	if aside, skip := leftOut(name, attributes); skip {
		if n := len(st.skipped); n == 0 || st.skipped[n-1].name != name {
			st.skipped = append(st.skipped, openElement{name: name, depth: 1, aside: aside})
		}
	}
}

// close takes an end tag.
func (p *page) close(name atom.Atom, s text.Span) {
	st := &p.state
	if name == atom.Title || name == atom.Script {
		st.capture = ""
	}
	for i := len(st.skipped) - 1; i >= 0; i-- {
		e := &st.skipped[i]
		if e.name != name {
			continue
		}
		if e.depth--; e.depth <= 0 {
			st.skipped = st.skipped[:i]
		}
		break
	}
	if name == atom.Q {
		p.quoteMark(s)
	}
	if isBlock(name) {
		st.block++
	}
	st.count(name, -1)
}

// count keeps the depth of what gives a block its kind. Items and cells may lack
// their end tags: a new one, or the end of what holds them, ends the last.
func (s *pageState) count(name atom.Atom, by int) {
	set := func(depth *int, opens bool) {
		*depth = 0
		if opens {
			*depth = 1
		}
	}
	switch name {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		set(&s.heading, by > 0)
	case atom.Figcaption, atom.Caption:
		set(&s.caption, by > 0)
	case atom.Td, atom.Th:
		set(&s.cell, by > 0)
	case atom.Table, atom.Tr:
		set(&s.cell, false)
	case atom.Li, atom.Dd, atom.Dt:
		set(&s.item, by > 0)
	case atom.Ul, atom.Ol, atom.Dl:
		set(&s.item, false)
	case atom.Blockquote:
		s.quote = max(0, s.quote+by)
	case atom.A:
		set(&s.links, by > 0)
	}
}

// lineBreak takes <br>: white space, or with a second one the end of the block.
func (p *page) lineBreak(s text.Span) {
	st := &p.state
	if st.broken {
		st.block++
	}
	st.broken = true
	if skip, aside := st.skip(); !skip {
		p.tokens = append(p.tokens, token{run: run{"\n", s, true}, block: st.block, kind: st.kind(), aside: aside})
	}
}

// quoteMark takes <q> and </q>, which are shown as quotation marks.
func (p *page) quoteMark(s text.Span) {
	if skip, aside := p.state.skip(); !skip {
		p.tokens = append(p.tokens, token{run: run{`"`, s, true}, block: p.state.block, kind: p.state.kind(), aside: aside})
	}
}

// attributesOf returns the attributes that matter of those elements that have any.
func attributesOf(z *html.Tokenizer, more bool, name atom.Atom) map[string]string {
	var all map[string]string
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "name", "property", "itemprop", "content", "rel", "href", "lang", "xml:lang", "type", "datetime", "hidden", "aria-hidden", "style", "role":
			if name == atom.A && string(key) != "hidden" && string(key) != "aria-hidden" && string(key) != "style" {
				continue
			}
			if all == nil {
				all = map[string]string{}
			}
			if _, twice := all[string(key)]; !twice {
				all[string(key)] = string(value)
			}
		}
	}
	return all
}

// leftOut reports whether an element's content is no text, or (aside) only that
// of a page that has no other.
func leftOut(name atom.Atom, attributes map[string]string) (aside, skip bool) {
	switch name {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Head, atom.Title,
		atom.Textarea, atom.Select, atom.Option, atom.Button, atom.Audio, atom.Video, atom.Canvas, atom.Code, atom.Pre, atom.Del, atom.S, atom.Strike:
		return false, true
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Menu, atom.Dialog:
		return true, true
	}
	if attributes == nil || name == atom.Html || name == atom.Body {
		return false, false
	}
	if _, hidden := attributes["hidden"]; hidden || attributes["aria-hidden"] == "true" {
		return true, true
	}
	if style := attributes["style"]; style != "" && strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none") {
		return true, true
	}
	switch attributes["role"] {
	case "navigation", "banner", "contentinfo", "search", "dialog":
		return true, true
	}
	return false, false
}

// isVoid reports whether an element never has content.
func isVoid(name atom.Atom) bool {
	switch name {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isBlock reports whether an element stands in lines of its own.
func isBlock(name atom.Atom) bool {
	switch name {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Div,
		atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table,
		atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Option, atom.Title, atom.Head:
		return true
	}
	return false
}
