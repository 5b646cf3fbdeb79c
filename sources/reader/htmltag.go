package reader

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"factcheck/claims/text"
)

// element returns what an element is by the name in its tags, zero if HTML has none of it.
func (p *page) element(name []byte) atom.Atom {
	name, _ = bytes.CutPrefix(name, []byte(p.prefix))
	return atom.Lookup(name)
}

// open takes a start tag.
func (p *page) open(z *html.Tokenizer, s text.Span, closed bool) {
	raw, more := z.TagName()
	name := p.element(raw)
	attributes := attributesOf(z, more, name)
	st := &p.state
	p.meta.tag(name, attributes)
	if isVoid(name) {
		closed = true
	}
	if n := len(st.skipped); n > 0 && st.skipped[n-1].name == name && !closed {
		st.skipped[n-1].depth++
	}
	_, side := attributes[sideKey]
	switch name {
	case atom.Br:
		p.lineBreak(s)
	case atom.Q:
		p.quoteMark(s)
	case atom.Cite:
		if st.quote > 0 && st.credit == 0 && !p.worded() {
			st.credit = name
		}
	case atom.Footer:
		if st.quote > 0 {
			st.credit = name
		}
	case atom.Article:
		p.openArticle(side, closed)
	case atom.Main:
		if len(p.main) == 0 {
			p.main = []article{{first: len(p.tokens), end: -1}}
		}
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
	if _, caption := attributes[captionKey]; caption && (name == atom.P || name == atom.Span || name == atom.Div) {
		st.caption, st.captioned = 1, name
	} else if name == st.captioned { // an end tag may be missing
		st.caption, st.captioned = 0, 0
	}
	part, out := leftOut(name, attributes)
	switch {
	case out && (part != asidePart || !p.belongs(name)), name == atom.A && st.sup > 0:
	case side && name != atom.Body && name != atom.Html:
		part = sidePart
	default:
		return
	}
	if n := len(st.skipped); n == 0 || st.skipped[n-1].name != name {
		st.skipped = append(st.skipped, openElement{name: name, depth: 1, part: part})
	}
}

// belongs reports whether an element that is beside the text of a page belongs to
// the text here: the foot of a block quotation, a box in a text of Markdown.
func (p *page) belongs(name atom.Atom) bool {
	switch name {
	case atom.Footer:
		return p.fragment || p.state.quote > 0
	case atom.Aside, atom.Menu, atom.Dialog:
		return p.fragment
	}
	return false
}

// worded reports whether the block that the pass is in holds a word.
func (p *page) worded() bool {
	const few = 8 // tokens of white space and dashes before a name
	for _, t := range slices.Backward(p.tokens[max(0, len(p.tokens)-few):]) {
		if t.block != p.state.block {
			return false
		}
		if strings.ContainsFunc(t.run.words, isWordRune) {
			return true
		}
	}
	return false
}

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

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
	switch {
	case name == atom.Q:
		p.quoteMark(s)
	case name == atom.Article:
		p.closeArticle()
	case name == atom.Main && len(p.main) > 0 && p.main[0].end < 0:
		p.main[0].end = len(p.tokens)
	case name == st.credit && name != 0:
		st.credit = 0
		st.block++
	case name == st.captioned && name != 0:
		st.caption, st.captioned = 0, 0
		st.block++
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
		s.title = name == atom.H1 && by > 0
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
		s.signed, s.credit = s.figure, 0
	case atom.Figure:
		s.figure, s.signed = by > 0, false
	case atom.Sup:
		set(&s.sup, by > 0)
	case atom.A:
		set(&s.links, by > 0)
	case atom.B, atom.Strong, atom.I, atom.Em:
		s.stress = max(0, s.stress+by)
	}
}

// lineBreak takes <br>: white space, or with a second one the end of the block.
func (p *page) lineBreak(s text.Span) {
	st := &p.state
	if st.broken {
		st.block++
	}
	st.broken = true
	p.add(run{"\n", s, true})
}

// add appends words at the place where the pass is.
func (p *page) add(r run) {
	st := &p.state
	if skip, aside := st.skip(); !skip {
		p.tokens = append(p.tokens, token{run: r, block: st.block, kind: st.kind(), aside: aside, side: st.beside(), linked: st.links > 0, title: st.title, author: st.author(), stress: st.stress > 0})
	}
}

// quoteMark takes <q> and </q>, which are shown as quotation marks.
func (p *page) quoteMark(s text.Span) {
	p.add(run{`"`, s, true})
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
		case "class", "id":
			side, caption := isSide(value), captions(value)
			if !side && !caption {
				continue
			}
			if all == nil {
				all = map[string]string{}
			}
			if side {
				all[sideKey] = ""
			}
			if caption {
				all[captionKey] = ""
			}
		}
	}
	return all
}

// sideKey stands among the attributes of an element whose class or id says that it
// lies beside the articles of a page: no attribute has that name.
const sideKey = "/"

// captionKey stands there where it says that it holds what a picture shows.
const captionKey = "/caption"

// captions reports whether a class or id says so: "image-caption", "imageCaption".
func captions(value []byte) bool {
	for part := range bytes.FieldsFuncSeq(value, func(c rune) bool { return c == ' ' || c == '-' || c == '_' }) {
		if w := string(part); w == "caption" || w == "cutline" || strings.HasSuffix(w, "Caption") {
			return true
		}
	}
	return false
}

// isSide reports whether a class or id says so: "teaser", or a name of several
// parts one of which is "comment" or "reply", but no state of a page ("comments-open").
func isSide(value []byte) bool {
	for name := range bytes.FieldsSeq(value) {
		switch string(name) {
		case "commentlist", "related", "related-posts", "related-articles", "related-stories", "recommended", "read-next", "most-read", "trending",
			"teasers", "sidebar", "widget":
			return true
		}
		comment, state := false, false
		for part := range bytes.FieldsFuncSeq(name, func(c rune) bool { return c == '-' || c == '_' }) {
			switch string(part) {
			case "comment", "comments", "reply", "replies", "newsletter", "promo", "teaser":
				comment = true
			case "open", "closed", "has", "no", "with":
				state = true
			}
		}
		if comment && !state {
			return true
		}
	}
	return false
}

// A part says what of a page an element is.
type part uint8

const (
	noText    part = iota // a script, a form's field, struck-out words
	asidePart             // navigation, a form, hidden: text only of a page that has no other
	sidePart              // comments, teasers: text that is no article of its own
)

// leftOut reports whether an element's content is no text, and which part it is.
func leftOut(name atom.Atom, attributes map[string]string) (p part, out bool) {
	switch name {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Head, atom.Title,
		atom.Textarea, atom.Select, atom.Option, atom.Button, atom.Audio, atom.Video, atom.Canvas, atom.Pre, atom.Del, atom.S, atom.Strike:
		return noText, true
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Menu, atom.Dialog:
		return asidePart, true
	}
	if attributes == nil || name == atom.Html || name == atom.Body {
		return noText, false
	}
	if _, hidden := attributes["hidden"]; hidden || attributes["aria-hidden"] == "true" {
		return asidePart, true
	}
	if style := attributes["style"]; style != "" && strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none") {
		return asidePart, true
	}
	switch attributes["role"] {
	case "navigation", "banner", "contentinfo", "search", "dialog":
		return asidePart, true
	}
	return noText, false
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
