package reader

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// ninjs is an item as an object of JSON. Version 1 has one member a form of the text
// (body_text, body_xhtml), 2 and 3 a list of bodies with their types of media; 3 writes the
// names of members with capitals. A file holds one item or a list of them. Items within
// others, pictures of a story, are not read.

// readNinjs reads a document an item.
func readNinjs(f *file) ([]*claims.Document, error) {
	if !json.Valid([]byte(f.text)) {
		var v any
		return nil, fmt.Errorf("not JSON: %w", json.Unmarshal([]byte(f.text), &v))
	}
	at := text.Span{Start: len(f.text) - len(strings.TrimLeft(f.text, " \t\r\n")), End: len(f.text)}
	if f.text[at.Start] == '{' {
		d, err := readItem(f.text, at)
		if err != nil {
			return nil, err
		}
		return []*claims.Document{d}, nil
	}
	var docs []*claims.Document
	var errs []error
	for item := range elementsOf(f.text, at) {
		d, err := readItem(f.text, item)
		if err != nil {
			errs = append(errs, fmt.Errorf("item %d: %w", len(docs)+len(errs)+1, err))
			continue
		}
		setIfEmpty(&d.ID, numbered(f.path, len(docs)+len(errs), ""))
		docs = append(docs, d)
	}
	return docs, errors.Join(errs...)
}

// item is what an object says but for its text; names of members are told without regard to
// capitals, so that this is all three versions.
type item struct {
	URI              string
	GUID             string
	Version          any
	FirstCreated     string
	VersionCreated   string
	ContentCreated   string
	Embargoed        string
	PubStatus        string
	Language         string
	CopyrightHolder  string
	Source           string
	InfoSource       any
	InfoSources      any
	Byline           string
	By               string
	Headline         string
	Headline_main    string
	Headlines        []worded
	Description_text string
	Descriptions     []worded
}

// worded is one of several headlines or descriptions.
type worded struct{ Role, Value string }

// readItem reads one item; at is its place in src.
func readItem(src string, at text.Span) (*claims.Document, error) {
	var it item
	if err := json.Unmarshal([]byte(at.In(src)), &it); err != nil {
		return nil, fmt.Errorf("not ninjs: %w", err)
	}
	d := &claims.Document{ID: orElse(it.URI, it.GUID)}
	setIfEmpty(&d.ID, it.GUID)
	if strings.HasPrefix(it.URI, "http") {
		d.URL = it.URI
	}
	for _, name := range [...]string{it.Source, it.CopyrightHolder, value(it.InfoSources, 2), value(it.InfoSource, 2)} {
		setIfEmpty(&d.Publisher, name)
	}
	setMeta(d, "lang", it.Language)
	setMeta(d, "author", authorName(orElse(it.Byline, it.By)))
	setMeta(d, "title", orElse(orElse(it.Headline, it.Headline_main), ofRole(it.Headlines, "main")))
	setMeta(d, "subtitle", orElse(it.Description_text, ofRole(it.Descriptions, "text")))
	setTimes(d, it.VersionCreated, it.ContentCreated, it.FirstCreated)
	setVersion(d, fmt.Sprint(it.Version))
	setStatus(d, it.PubStatus)
	if it.Embargoed != "" {
		setEmbargo(d, it.Embargoed)
	}
	media, body := bodyOf(src, at)
	if body.Len() == 0 {
		return d, nil
	}
	words, pieces := unescape(body.In(src), body.Start)
	return d, setBody(d, media, words, pieces)
}

// ofRole returns the one of a role, else the first.
func ofRole(list []worded, role string) string {
	for _, w := range list {
		if strings.EqualFold(w.Role, role) {
			return w.Value
		}
	}
	if len(list) > 0 {
		return list[0].Value
	}
	return ""
}

// bodyOf finds the string that is the text of an item, the form with the most marks of
// paragraphs first, and its type of media.
func bodyOf(src string, at text.Span) (media string, body text.Span) {
	best := 0
	take := func(type_ string, v text.Span) {
		rank := 1
		switch {
		case v.Len() < 3 || src[v.Start] != '"':
			return
		case strings.Contains(type_, "nitf"):
			rank = 3
		case strings.Contains(type_, "html"):
			rank = 2
		}
		if rank > best {
			media, body, best = type_, v, rank
		}
	}
	for key, v := range membersOf(src, at) {
		key = strings.ToLower(key)
		if form, ok := strings.CutPrefix(key, "body_"); ok {
			take(form, v)
		}
		if key != "bodies" || src[v.Start] != '[' {
			continue
		}
		for e := range elementsOf(src, v) {
			var type_ string
			var words text.Span
			for key, v := range membersOf(src, e) {
				switch strings.ToLower(key) {
				case "contenttype":
					type_, _ = unescape(v.In(src), 0)
				case "value":
					words = v
				}
			}
			take(strings.ToLower(type_), words)
		}
	}
	return media, body
}

// membersOf yields the names and the values of an object at a place of valid JSON; nothing
// of any other value.
func membersOf(src string, at text.Span) iter.Seq2[string, text.Span] {
	return func(yield func(string, text.Span) bool) {
		if src[at.Start] != '{' {
			return
		}
		for key, v := range fieldsOf(at.In(src)) {
			v.Start, v.End = v.Start+at.Start, v.End+at.Start
			for v.End > v.Start && isBlank(src[v.End-1]) {
				v.End--
			}
			if !yield(key, v) {
				return
			}
		}
	}
}

// elementsOf yields the elements of a list at a place of valid JSON.
func elementsOf(src string, at text.Span) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for i := at.Start + 1; i < at.End; {
			switch c := src[i]; {
			case c == ']':
				return
			case c == ',' || isBlank(c):
				i++
			default:
				end := skipValue(src, i)
				if !yield(text.Span{Start: i, End: end}) {
					return
				}
				i = end
			}
		}
	}
}

// isNinjs reports whether what begins as a JSON file is an item, or a list of them: it has an
// identifier, and says what only an item does.
func isNinjs(head string) bool {
	d := json.NewDecoder(strings.NewReader(head))
	depth, named, news := 0, false, false
	for key := false; ; {
		token, err := d.Token()
		if err != nil {
			return false
		}
		delim, ok := token.(json.Delim)
		switch {
		case ok && delim == '[' && depth == 0: // a list of them
		case ok && (delim == '{' || delim == '['):
			depth++
			key = depth == 1
		case ok:
			depth--
			key = depth == 1
		case depth == 1 && key:
			switch name, _ := token.(string); strings.ToLower(name) {
			case "uri", "guid":
				named = true
			case "versioncreated", "pubstatus", "headlines", "bodies", "body_text", "body_html", "body_xhtml", "body_nitf":
				news = true
			}
			key = false
		case depth == 1:
			key = true
		}
		if named && news {
			return true
		}
		if depth == 0 && ok && delim != '[' {
			return false
		}
	}
}
