package reader

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"factcheck/claims"
)

// A book (EPUB) is a zip of pages of HTML: a container names a package, the package the
// chapters in the order of reading. Each chapter with a sentence in it is a document, by the
// book's author and publisher.

// bookDoor is the part that an EPUB begins with.
const bookDoor = "META-INF/container.xml"

// mostChapters is how many a book may have; more is an error.
const mostChapters = 5000

// A book is what its package says.
type book struct {
	Title     string   `xml:"metadata>title"`
	Creators  []string `xml:"metadata>creator"`
	Publisher string   `xml:"metadata>publisher"`
	Date      string   `xml:"metadata>date"`
	Language  string   `xml:"metadata>language"`
	Items     []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		Item string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// readBook reads a document a chapter.
func readBook(data []byte, _ Options) ([]*claims.Document, error) {
	box, err := openParcel(data)
	if err != nil {
		return nil, err
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := box.unmarshal(bookDoor, &container); err != nil {
		return nil, err
	}
	if len(container.Roots) == 0 {
		return nil, fmt.Errorf("%w: %s names no book", ErrBroken, bookDoor)
	}
	root := container.Roots[0].Path
	b := book{}
	if err := box.unmarshal(root, &b); err != nil {
		return nil, err
	}
	if len(b.Spine) > mostChapters {
		return nil, fmt.Errorf("%w: more than %d chapters", ErrSwollen, mostChapters)
	}
	return b.chapters(box, path.Dir(root))
}

// chapters reads the chapters of a book whose package lies in a folder of it, each once.
func (b *book) chapters(box *parcel, folder string) ([]*claims.Document, error) {
	data, err := box.part("META-INF/encryption.xml", mostAbout)
	if err != nil {
		return nil, err
	}
	locked := map[string]bool{}
	for _, name := range strings.FieldsFunc(string(data), func(r rune) bool { return r == '"' || r == '\'' }) {
		locked[name] = true
	}
	places := map[string]string{}
	for _, item := range b.Items {
		if strings.Contains(item.Type, "html") && !strings.Contains(item.Properties, "nav") {
			places[item.ID] = item.Href
		}
	}
	var docs []*claims.Document
	met := map[string]bool{}
	for _, s := range b.Spine {
		href, err := url.PathUnescape(places[s.Item])
		name := path.Join(folder, href)
		if err != nil || href == "" || met[name] {
			continue
		}
		if met[name] = true; locked[name] {
			return nil, ErrEncrypted
		}
		data, err := box.part(name, mostOffice)
		if err != nil {
			return nil, err
		}
		if data == nil {
			continue
		}
		if d := b.chapter(data); d != nil {
			d.ID = href
			docs = append(docs, d)
		}
	}
	return docs, nil
}

// chapter reads one chapter, nil if there is no sentence in it.
func (b *book) chapter(data []byte) *claims.Document {
	f, err := decode(data)
	if err != nil {
		return nil
	}
	d := &claims.Document{}
	var s strings.Builder
	passages := fragmentPassages(f.text)
	lay(&s, d, passages)
	d.Text = s.String()
	title, sentences := b.Title, false
	for i, block := range d.Blocks {
		words := block.In(d.Text)
		if i == 0 && block.Kind == claims.Heading && !strings.EqualFold(words, b.Title) {
			title = strings.Trim(b.Title+": "+words, ": ")
		}
		sentences = sentences || block.Kind != claims.Heading && endsSentence(words)
	}
	if !sentences {
		return nil
	}
	setMeta(d, "title", title)
	setMeta(d, "author", strings.Join(b.Creators, ", "))
	setMeta(d, "publisher", b.Publisher)
	setMeta(d, "lang", b.Language)
	setMeta(d, "date", b.Date)
	return d
}
