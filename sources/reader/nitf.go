package reader

import (
	"strings"

	"factcheck/claims"
)

// NITF holds an article as a head of notes and a body of paragraphs. Notes of the editors,
// pictures and the names of their makers are no text of it.

// readNITF reads one document, and one without text for each other item that it withdraws.
func readNITF(f *file) ([]*claims.Document, error) {
	root, err := parseXML(f.text)
	if err != nil {
		return nil, err
	}
	if root.name != "nitf" {
		return nil, errRoot("nitf", root.name)
	}
	d := &claims.Document{}
	notes := root.first("docdata")
	id := notes.first("doc-id")
	for _, name := range [...]string{
		root.first("pubdata").attribute("name"), root.first("distributor").words(f.text), notes.first("doc.copyright").attribute("holder"), id.attribute("regsrc"),
	} {
		setIfEmpty(&d.Publisher, name)
	}
	d.ID = nitfID(d, id.attribute("regsrc"), id.attribute("id-string"))
	setMeta(d, "lang", root.first("body").attribute("lang"))
	if d.Lang == "" {
		setMeta(d, "lang", root.attribute("lang"))
	}
	nitfHead(d, f.text, root)
	issued := notes.first("date.issue").attribute("norm")
	setTimes(d, issued, root.first("dateline", "story.date").attribute("norm"), issued, root.first("pubdata").attribute("date.publication"))
	setVersion(d, notes.first("du-key").attribute("version"))
	status := notes.attribute("management-status")
	setStatus(d, status)
	if release := notes.first("date.release").attribute("norm"); status == "embargoed" {
		setEmbargo(d, release)
	} else if day, at := moment(release); at > d.Release.Sent && d.Release.Sent != 0 {
		d.Release.Embargo = day
	}
	compose(d, nitfPassages(f.text, root))
	docs := []*claims.Document{d}
	if other := notes.attribute("management-doc-idref"); other != "" {
		gone := &claims.Document{ID: nitfID(d, id.attribute("regsrc"), other), Publisher: d.Publisher, Date: d.Date, Release: claims.Release{Sent: d.Release.Sent}}
		if setStatus(gone, notes.attribute("management-idref-status")); gone.Release.Withdrawn && gone.ID != d.ID {
			docs = append(docs, gone)
		}
	}
	return docs, nil
}

// nitfID makes the ID of an item, which is one among those of its agency only, one among
// all; empty if it has none.
func nitfID(d *claims.Document, agency, id string) string {
	setIfEmpty(&agency, d.Publisher)
	if id == "" || agency == "" || strings.Contains(id, ":") {
		return id
	}
	return agency + ":" + id
}

// nitfHead takes what stands above the text of an article.
func nitfHead(d *claims.Document, src string, root *element) {
	head := root.first("body.head")
	d.Title = orElse(head.first("hl1").words(src), root.first("head", "title").words(src))
	d.Subtitle = orElse(head.first("abstract").words(src), head.first("hl2").words(src))
	setMeta(d, "author", authorName(head.first("byline").words(src, "byttl")))
	setDateline(d, head.first("dateline").words(src))
}

// setIfEmpty sets a value that is not there yet.
func setIfEmpty(to *string, value string) { *to = orElse(*to, value) }

func orElse(s, other string) string {
	if s == "" {
		return strings.TrimSpace(other)
	}
	return s
}

// nitfBlocks are the elements that stand in lines of their own, and what they are; those that
// hold others take their kind to them.
var nitfBlocks = map[string]claims.BlockKind{
	"p": claims.Paragraph, "pre": claims.Paragraph, "block": claims.Paragraph, "hl2": claims.Heading, "li": claims.Item, "dt": claims.Item, "dd": claims.Item,
	"td": claims.Cell, "th": claims.Cell, "bq": claims.Quotation, "credit": claims.Quotation, "media-caption": claims.Caption, "caption": claims.Caption,
}

// nitfPassages returns the passages of the body of an article.
func nitfPassages(src string, root *element) []passage {
	w := &nitfText{src: src}
	w.walk(root.first("body.content"), claims.Paragraph)
	return w.passages
}

type nitfText struct {
	src      string
	passages []passage
	open     bool // the last passage may go on
}

// walk adds what stands in e, as blocks of a kind where e's own elements are of none.
func (w *nitfText) walk(e *element, kind claims.BlockKind) {
	if e == nil {
		return
	}
	for _, c := range e.contents {
		switch {
		case c.element == nil && c.raw:
			w.add(kind, run{c.text.In(w.src), c.text, false})
		case c.element == nil:
			w.add(kind, decodeText(w.src, c.text)...)
		default:
			w.element(c.element, kind)
		}
	}
}

func (w *nitfText) element(e *element, kind claims.BlockKind) {
	own, block := nitfBlocks[e.name]
	switch {
	case e.name == "note" || e.name == "media-metadata" || e.name == "media-producer" || e.name == "media-object" || e.name == "fn":
	case e.name == "br":
		w.add(kind, run{"\n", e.open, true})
	case e.name == "q":
		w.add(kind, run{`"`, e.open, true})
		w.walk(e, kind)
		w.add(kind, run{`"`, e.close, true})
	case block:
		if own == claims.Paragraph { // one in an item is the item's
			own = kind
		}
		w.open = false
		w.walk(e, own)
		w.open = false
	default:
		w.walk(e, kind)
	}
}

// add adds runs to the block that is open, or opens one where they hold a word.
func (w *nitfText) add(kind claims.BlockKind, runs ...run) {
	if !w.open {
		if blankRuns(runs) {
			return
		}
		w.passages, w.open = append(w.passages, passage{kind: kind}), true
	}
	last := &w.passages[len(w.passages)-1]
	last.runs = append(last.runs, runs...)
}
