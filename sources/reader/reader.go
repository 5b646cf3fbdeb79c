package reader

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// The files that cannot be read. Errors of Read wrap them.
var (
	ErrBinary    = errors.New("a binary file, not a text")
	ErrBroken    = errors.New("broken or cut off")
	ErrSwollen   = errors.New("holds more than is read of one file")
	ErrEmpty     = errors.New("empty: nothing to read")
	ErrType      = errors.New("unknown type")
	ErrEncrypted = errors.New("encrypted: it opens with a password only")
	ErrPictures  = errors.New("pages without text: a scan, or pictures only")
)

// Options say what a text does not say itself: a value found in the text stands.
// Type is no default but an order; empty means that Read finds out.
type Options struct {
	Type      string // one of Types, empty to go by the file's name, then its content
	Publisher string
	Author    string
	URL       string
	Lang      string
	Date      date.Day
	Most      int64 // bytes of a document's file, or of the line that it is; 0 is any
}

// tooLarge reports whether a document of so many bytes is larger than is read.
func (o *Options) tooLarge(n int) bool { return o.Most > 0 && int64(n) > o.Most }

// format reads the decoded text of one file into documents.
type format struct {
	name       string
	extensions []string
	read       func(f *file) ([]*claims.Document, error)
}

// formats in the order in which they are shown. It is a function and no
// variable, so that a start pays nothing for it.
func formats() [9]format {
	return [...]format{
		{"md", []string{".md", ".markdown", ".mdown", ".mkd"}, readMarkdown},
		{"html", []string{".html", ".htm", ".xhtml"}, readHTML},
		{"txt", []string{".txt", ".text", ""}, readPlain},
		{"srt", []string{".srt", ".vtt"}, readSubtitles},
		{"jsonl", []string{".jsonl", ".ndjson"}, readJSONL},
		{"ninjs", []string{".ninjs"}, readNinjs},
		{"newsml", []string{".newsml"}, readNewsML},
		{"nitf", []string{".nitf"}, readNITF},
		{"claimreview", nil, readReviews},
	}
}

// Types returns the names of the types that Read knows, in a fixed order.
func Types() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Kinds returns the kinds of files that are read, for people: Types and those that their
// content tells.
func Kinds() []string {
	names := Types()
	for _, p := range packages() {
		if len(p.extensions) > 0 {
			names = append(names, p.extensions[0][1:])
		}
	}
	return names
}

// Readable reports whether a file of this name is read when a directory is
// walked: it has the extension of one of Types, or one that says little and a content
// that says more.
func Readable(path string) bool {
	ext := extensionOf(path)
	switch ext {
	case "":
		return false
	case ".json", ".xml", ".rdf":
		return wired(path)
	}
	for _, p := range packages() {
		if slices.Contains(p.extensions, ext) {
			return true
		}
	}
	for _, f := range formats() {
		for _, e := range f.extensions {
			if e == ext {
				return true
			}
		}
	}
	return false
}

// headBytes is how much of a file is read to tell its kind.
const headBytes = 64 << 10

// wired reports whether a file of JSON or XML begins as one of Types does, or as a feed.
func wired(path string) bool {
	f, err := Open(path, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, headBytes))
	if err != nil || isFeed(head, nil) {
		return err == nil
	}
	decoded, err := decode(head)
	return err == nil && sniffWire(decoded.text) != ""
}

// sniffWire tells what agencies send by its beginning; empty if it is none.
func sniffWire(head string) string {
	switch rootOf(head) {
	case "nitf":
		return "nitf"
	case "newsItem", "newsMessage":
		return "newsml"
	}
	switch {
	case isNinjs(head):
		return "ninjs"
	case isReviews(head):
		return "claimreview"
	}
	return ""
}

// Read reads the documents of one file. The path names it and is not opened; "-"
// is standard input. Documents come in the order of the file, and those that
// could be read come even with an error that tells of the others.
func Read(path string, data []byte, opt Options) ([]*claims.Document, error) {
	if p, err := packageOf(data); opt.Type == "" && (p.read != nil || err != nil) {
		return p.documents(path, data, opt, err)
	}
	f, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f.path, f.opt = path, opt
	k, err := formatOf(path, f.text, opt.Type)
	if err == nil && k.name != "jsonl" && opt.tooLarge(len(data)) {
		err = ErrLarge
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	docs, err := k.read(f)
	for _, d := range docs {
		complete(d, f, opt)
	}
	if err != nil {
		return docs, under(path, err)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("%s: %w", path, ErrEmpty)
	}
	return docs, nil
}

// under names the file of an error, or of each of several.
func under(path string, err error) error {
	many, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return fmt.Errorf("%s: %w", path, err)
	}
	var named []error
	for _, e := range many.Unwrap() {
		named = append(named, fmt.Errorf("%s: %w", path, e))
	}
	return errors.Join(named...)
}

// extensionOf returns the extension of a path in small letters, with its dot; of a file that
// is packed as a whole, “.warc.gz”, both.
func extensionOf(path string) string {
	ext := strings.ToLower(filepath.Ext(path))
	if ext == ".gz" {
		return strings.ToLower(filepath.Ext(path[:len(path)-len(ext)])) + ext
	}
	return ext
}

// formatOf returns the format of a file: the one asked for, by the extension, by
// the first bytes.
func formatOf(path, text, asked string) (format, error) {
	ext := extensionOf(path)
	for _, f := range formats() {
		if asked == f.name || asked == "" && ext != "" && slices.Contains(f.extensions, ext) {
			return f, nil
		}
	}
	if asked != "" {
		return format{}, fmt.Errorf("%w %q; the types are %s", ErrType, asked, strings.Join(Types(), ", "))
	}
	if code := coded(text); code != "" {
		return format{}, fmt.Errorf("%w: %s", ErrType, code)
	}
	name := sniff(text)
	for _, f := range formats() {
		if f.name == name {
			return f, nil
		}
	}
	panic("reader: no format " + name)
}

// coded names what is written for programs and is of none of Types; empty for a text. The
// quotation marks of JSON would quote, the tags of XML would speak.
func coded(text string) string {
	text = strings.TrimSpace(text)
	root := ""
	if strings.HasPrefix(text, "<?xml") {
		root = rootOf(text)
	}
	switch {
	case root != "" && !strings.EqualFold(root, "html") && sniffWire(text[:min(len(text), headBytes)]) == "":
		return "XML with the root <" + root + ">"
	case text != "" && strings.IndexByte("{[", text[0]) >= 0 && sniff(text) == "txt" && json.Valid([]byte(text)):
		return "JSON of no kind that is read"
	}
	return ""
}

// sniff tells the format by the content.
func sniff(text string) string {
	head := strings.TrimLeft(text, " \t\r\n")
	if kind := sniffWire(head[:min(len(head), headBytes)]); kind != "" {
		return kind
	}
	if strings.HasPrefix(head, "{") && strings.Contains(firstLine(head), `"text"`) {
		return "jsonl"
	}
	if start := strings.ToLower(head[:min(len(head), 1024)]); strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<?xml") && strings.Contains(start, "<html") {
		return "html"
	}
	if i := strings.Index(head[:min(len(head), 100)], " --> "); strings.HasPrefix(head, "WEBVTT") || i > 3 && strings.IndexByte(",.", head[i-4]) >= 0 {
		return "srt"
	}
	if line := firstLine(head); strings.TrimRight(line, " \t\r") == "---" && strings.Contains(head, "\n---") ||
		strings.TrimRight(line, " \t\r") == "+++" && strings.Contains(head, "\n+++") {
		return "md"
	}
	return "txt"
}

// complete fills in what the format's reader leaves: path, identity, defaults,
// warnings and the place of each piece in the file.
func complete(d *claims.Document, f *file, opt Options) {
	d.Path = f.path
	if d.ID == "" {
		d.ID = filepath.ToSlash(filepath.Clean(f.path))
	}
	if d.SHA256 == [32]byte{} {
		d.SHA256 = f.digest()
	}
	if d.Review != nil { // a claim has no publisher
		opt.Publisher, opt.Author = "", ""
	} else {
		credit(d, opt.Publisher)
	}
	for _, v := range []struct {
		to   *string
		from string
	}{{&d.Publisher, opt.Publisher}, {&d.Author, opt.Author}, {&d.URL, opt.URL}, {&d.Lang, opt.Lang}} {
		if *v.to == "" {
			*v.to = v.from
		}
	}
	if d.Date == 0 {
		d.Date = opt.Date
	}
	if d.Lang == "" {
		d.Lang = text.Language(d.Text)
	}
	d.Warnings = append(d.Warnings, f.warnings...)
	if w := hidden(d.Title, d.Publisher, d.Author, d.Text); w != "" {
		d.Warnings = append(d.Warnings, w)
	}
	f.place(d)
}

// firstLine returns s up to its first line end.
func firstLine(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}

// blank reports whether b holds nothing but white space.
func blank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }
