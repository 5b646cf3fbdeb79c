package reader

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html/atom"

	"factcheck/claims"
)

// NewsML-G2 wraps a text: what is said of the item stands in itemMeta and contentMeta, the
// text in contentSet as NITF, XHTML or plain words. A news message holds several items;
// packages, concepts and plans in it have no text.

// readNewsML reads a document an item.
func readNewsML(f *file) ([]*claims.Document, error) {
	root, err := parseXML(f.text)
	if err != nil {
		return nil, err
	}
	var items []*element
	switch root.name {
	case "newsItem":
		items = append(items, root)
	case "newsMessage":
		root.all("newsItem", func(e *element) { items = append(items, e) })
	default:
		return nil, errRoot("newsItem", root.name)
	}
	var docs []*claims.Document
	var errs []error
	for i, item := range items {
		d, err := newsItem(f, item)
		if err != nil {
			errs = append(errs, fmt.Errorf("item %d: %w", i+1, err))
			continue
		}
		if d.ID == "" && len(items) > 1 {
			d.ID = numbered(f.path, i, "")
		}
		docs = append(docs, d)
	}
	return docs, errors.Join(errs...)
}

// errRoot tells of a file of another kind than its name or its user says.
func errRoot(want, is string) error {
	return fmt.Errorf("%w: its root is <%s>, not <%s>", ErrType, is, want)
}

// newsItem reads one item.
func newsItem(f *file, item *element) (*claims.Document, error) {
	d := &claims.Document{ID: item.attribute("guid")}
	about, content := item.first("itemMeta"), item.first("contentMeta")
	for _, e := range [...]*element{about.first("provider"), item.first("copyrightHolder"), content.first("infoSource")} {
		setIfEmpty(&d.Publisher, calledBy(f.text, e))
	}
	setMeta(d, "lang", item.attribute("lang"))
	setMeta(d, "lang", content.first("language").attribute("tag"))
	setHeadlines(d, f.text, content)
	setMeta(d, "author", authorName(content.first("by").words(f.text)))
	at := func(e *element, name string) string { return e.first(name).words(f.text) }
	setTimes(d, at(about, "versionCreated"), at(content, "contentCreated"), at(about, "firstCreated"))
	setDateline(d, at(content, "dateline"))
	setVersion(d, item.attribute("version"))
	status := about.first("pubStatus")
	setStatus(d, orElse(status.attribute("qcode"), status.attribute("uri")))
	if e := about.first("embargoed"); e != nil {
		setEmbargo(d, e.words(f.text))
	}
	return d, newsContent(d, f.text, item.first("contentSet"))
}

// setHeadlines takes the headline, and what stands below it.
func setHeadlines(d *claims.Document, src string, content *element) {
	content.all("headline", func(e *element) {
		if role := strings.ToLower(e.attribute("role")); strings.Contains(role, "sub") {
			setIfEmpty(&d.Subtitle, e.words(src))
		} else {
			setIfEmpty(&d.Title, e.words(src))
		}
	})
	content.all("description", func(e *element) {
		if strings.Contains(strings.ToLower(e.attribute("role")), "summary") {
			setIfEmpty(&d.Subtitle, e.words(src))
		}
	})
}

// calledBy returns whom an element names: in words, or by the code of a scheme.
func calledBy(src string, e *element) string {
	if name := e.first("name").words(src); name != "" {
		return name
	}
	if name := e.attribute("literal"); name != "" {
		return name
	}
	_, code, _ := strings.Cut(e.attribute("qcode"), ":")
	return code
}

// newsContent takes the text of an item: of several renditions of one the first that can be
// read, those with marks of paragraphs before plain words.
func newsContent(d *claims.Document, src string, set *element) error {
	inline := set.first("inlineXML")
	switch {
	case inline.first("nitf") != nil:
		compose(d, nitfPassages(src, inline))
		return nil
	case inline.child() != nil && atom.Lookup([]byte(inline.child().name)) != 0:
		compose(d, fragment(d, src, inline.inner(), inline.child().prefix))
		return nil
	}
	data := set.first("inlineData")
	if data == nil {
		return nil
	}
	b := &builder{}
	for _, r := range data.runs(src) {
		if r.decoded {
			b.replace(r.words, r.at)
		} else {
			b.copy(r.words, r.at.Start)
		}
	}
	if strings.Contains(data.attribute("encoding"), "base64") {
		words, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(b.String()), ""))
		if err != nil {
			return fmt.Errorf("its text is no base64: %w", err)
		}
		b = &builder{}
		b.replace(strings.ToValidUTF8(string(words), "\uFFFD"), data.inner())
	}
	return setBody(d, data.attribute("contenttype"), b.String(), b.pieces)
}
