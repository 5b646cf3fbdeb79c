package reader

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"

	"factcheck/claims"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// A feed (RSS, Atom, JSON Feed) holds a document an item. Its publisher is the one that the
// item names as its source, else the one that the feed names, else what the feed is called.

// feedHead is the bytes in which a feed says that it is one.
const feedHead = 4096

// isFeed tells a feed by its first element, or by the version that a JSON Feed names.
func isFeed(data []byte, _ []*zip.File) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), feedHead)], []byte("\uFEFF")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("{")) {
		return bytes.Contains(head, []byte("jsonfeed.org/version"))
	}
	switch rootOf(string(head)) {
	case "rss", "feed":
		return true
	case "RDF":
		return bytes.Contains(head, []byte("purl.org/rss/"))
	}
	return false
}

// readFeed reads a document an item; those without text are told of by a warning.
func readFeed(data []byte, opt Options) ([]*claims.Document, error) {
	feed, err := parseFeed(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	var docs []*claims.Document
	empty := 0
	seen := map[string]bool{}
	for i, item := range feed.Items {
		d := &claims.Document{}
		var b strings.Builder
		lay(&b, d, finished(fragmentPassages(cmp.Or(item.Content, item.Description))))
		if d.Text = b.String(); len(d.Blocks) == 0 {
			empty++
			continue
		}
		if id := cmp.Or(item.GUID, item.Link); !seen[id] {
			d.ID, seen[id] = strings.Join(strings.Fields(id), " "), true
		}
		setMeta(d, "title", plainWords(item.Title))
		setMeta(d, "url", item.Link)
		setMeta(d, "lang", feed.Language)
		setMeta(d, "author", personNames(item.Authors))
		setMeta(d, "publisher", cmp.Or(sourceOf(feed, i), opt.Publisher, nameOf(feed.Title)))
		setMeta(d, "date", cmp.Or(item.Published, item.Updated))
		docs = append(docs, d)
	}
	if empty > 0 && len(docs) > 0 {
		docs[0].Warnings = append(docs[0].Warnings, fmt.Sprintf("items without text: %d of %d", empty, len(feed.Items)))
	}
	return docs, nil
}

// parseFeed runs gofeed.
func parseFeed(data []byte) (feed *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil { // a library of others, over a file of others
			feed, err = nil, fmt.Errorf("%v", r)
		}
	}()
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true
	return p.Parse(bytes.NewReader(data))
}

// sourceOf returns the publisher that an item names, or the feed in Dublin Core; empty if
// neither does.
func sourceOf(feed *gofeed.Feed, i int) string {
	switch f := feed.OriginalFeed().(type) {
	case *rss.Feed:
		if i < len(f.Items) && f.Items[i].Source != nil && f.Items[i].Source.Title != "" {
			return nameOf(f.Items[i].Source.Title)
		}
	case *atom.Feed:
		if i < len(f.Entries) && f.Entries[i].Source != nil && f.Entries[i].Source.Title != "" {
			return nameOf(f.Entries[i].Source.Title)
		}
	}
	if dc := feed.Items[i].DublinCoreExt; dc != nil && len(dc.Publisher) > 0 {
		return plainWords(dc.Publisher[0])
	}
	if dc := feed.DublinCoreExt; dc != nil && len(dc.Publisher) > 0 {
		return plainWords(dc.Publisher[0])
	}
	return ""
}

// nameOf returns the outlet that the title of a feed names (“BBC News - World”), the title
// if it names none that is known.
func nameOf(title string) string {
	title = plainWords(title)
	for _, bar := range [...]string{" - ", " – ", " — ", " | ", " > ", " » ", " : ", ": "} {
		for part := range strings.SplitSeq(title, bar) {
			if _, ok := lexicon.OutletOf(strings.TrimSpace(part)); ok {
				return strings.TrimSpace(part)
			}
		}
	}
	return title
}

// personNames joins the names of authors.
func personNames(people []*gofeed.Person) string {
	var names []string
	for _, p := range people {
		if p != nil && p.Name != "" {
			names = append(names, authorName(plainWords(p.Name)))
		}
	}
	return strings.Join(names, ", ")
}

// fragmentPassages returns the paragraphs of a piece of HTML, or of plain text.
func fragmentPassages(src string) []passage {
	src = strings.ToValidUTF8(src, "\uFFFD")
	p := &page{src: src, fragment: true}
	p.scan(text.Span{End: len(src)})
	return joined(p.tokens, func(i int) bool { return !p.tokens[i].aside })
}

// plainWords returns the words of a piece of HTML.
func plainWords(src string) string {
	var all []string
	for _, p := range fragmentPassages(src) {
		all = append(all, p.words())
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// finished drops the sentence that a teaser breaks off (“The mayor would not [...]”): what it
// was going to say is not known.
func finished(passages []passage) []passage {
	for n := len(passages); n > 0; n-- {
		words := passages[n-1].words()
		cut := words
		for _, mark := range [...]string{"[…]", "[...]", "(…)", "(...)", "…", "..."} {
			cut = strings.TrimSuffix(cut, mark)
		}
		switch {
		case words == "":
			continue
		case cut == words:
			return passages[:n]
		}
		words = strings.TrimRightFunc(cut, unicode.IsSpace)
		if !endsSentence(words) {
			words = words[:lastSentenceEnd(words)]
		}
		if words != "" {
			return append(passages[:n-1:n-1], passage{kind: passages[n-1].kind, runs: []run{{words: words}}})
		}
	}
	return nil
}

// lastSentenceEnd returns where the last sentence that is whole ends, 0 if none is.
func lastSentenceEnd(s string) int {
	all := text.Words(s)
	sentences := text.Sentences(s, all)
	if len(sentences) < 2 {
		return 0
	}
	return sentences[len(sentences)-2].Span(all).End
}
