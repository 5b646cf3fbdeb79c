package reader

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"factcheck/claims"
)

// Some files are told by their content, whatever their name: what is found in them does
// not stand there byte for byte. Their documents have no pieces, and places in them are
// those of their text.

// A packed is a kind of such files.
type packed struct {
	extensions []string // by which it is found in folders, that of its name first; nil for none
	is         func(data []byte, parts []*zip.File) bool
	read       func(data []byte, opt Options) ([]*claims.Document, error)
}

// packages in the order in which they are shown and asked.
func packages() []packed {
	offices := offices()
	return []packed{
		{[]string{".docx"}, holds("word/document.xml"), offices[0].read},
		{[]string{".odt"}, holds("content.xml"), offices[1].read},
		{[]string{".epub"}, holds(bookDoor), readBook},
		{pdfs, isPDF, readPDF},
		{[]string{".rss", ".atom"}, isFeed, readFeed},
		{[]string{".warc", ".warc.gz"}, isWARC, readWARC},
		{[]string{".eml", ".mbox", ".mbx"}, isMail, readMail},
	}
}

// holds tells a package by one of its parts.
func holds(name string) func([]byte, []*zip.File) bool {
	return func(_ []byte, parts []*zip.File) bool {
		return slices.ContainsFunc(parts, func(f *zip.File) bool { return f.Name == name })
	}
}

// What is no document: by what such files begin with, and a package by one of its parts.
var strangers = [...]struct {
	magic, part string
	err         error
	what        string
}{
	{"PK\x03\x04", "xl/workbook.xml", ErrType, "a spreadsheet; save its text as DOCX"},
	{"PK\x03\x04", "ppt/presentation.xml", ErrType, "slides; save their text as DOCX"},
	{"PK\x03\x04", "encrypted-package", ErrEncrypted, "a document of LibreOffice"},
	{"PK\x03\x04", "", ErrBinary, "an archive; unpack it"},
	{"PK\x05\x06", "", ErrBinary, "an archive without any file"},
	{"\x1F\x8B", "", ErrBinary, "packed by gzip; unpack it"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", ErrBinary, "a document of old or encrypted Office; save it as DOCX without a password"},
	{`{\rtf`, "", ErrType, "RTF; save it as DOCX"},
}

// packageOf returns the kind of a file, none for a text; an error for what is neither.
func packageOf(data []byte) (packed, error) {
	var parts []*zip.File
	if bytes.HasPrefix(data, []byte("PK")) {
		z, err := unzip(data)
		if err != nil && bytes.HasPrefix(data, []byte("PK\x03\x04")) {
			return packed{}, err
		}
		if err == nil {
			parts = z.File
		}
	}
	for _, p := range packages() {
		if p.is(data, parts) {
			return p, nil
		}
	}
	for _, s := range strangers {
		if bytes.HasPrefix(data, []byte(s.magic)) && (s.part == "" || holds(s.part)(nil, parts)) {
			return packed{}, fmt.Errorf("%w: %s", s.err, s.what)
		}
	}
	return packed{}, nil
}

// Packaged reports whether a file of this content is read from within a package: places
// in its documents are those of their text.
func Packaged(data []byte) bool {
	p, err := packageOf(data)
	return err == nil && p.read != nil
}

// documents reads the documents of a file; err is why its kind is none.
func (p packed) documents(path string, data []byte, opt Options, err error) ([]*claims.Document, error) {
	var docs []*claims.Document
	if err == nil {
		docs, err = p.read(data, opt)
	}
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	if opt.tooLarge(size) { // what it holds is longer than it is
		docs, err = nil, ErrLarge
	}
	whole := &file{path: path, data: data}
	for i, d := range docs {
		if len(docs) > 1 || d.ID != "" {
			d.ID = numbered(path, i, d.ID)
		}
		complete(d, whole, opt)
	}
	if err == nil && len(docs) == 0 {
		err = ErrEmpty
	}
	if err != nil {
		err = under(path, err)
	}
	return docs, err
}

// numbered returns the ID of a document among those of a file: by the ID that it has there,
// else by its number.
func numbered(path string, i int, id string) string {
	if id == "" {
		id = strconv.Itoa(i + 1)
	}
	return filepath.ToSlash(filepath.Clean(path)) + "#" + id
}

// unzip opens a package.
func unzip(data []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	return z, nil
}

// mostOffice is the bytes that are read of all parts of a package together, and mostAbout those of
// a part that tells about it; what is larger is an error, however small it is packed.
const (
	mostOffice = 64 << 20
	mostAbout  = 4 << 20
)

// A parcel is an opened package.
type parcel struct {
	parts map[string]*zip.File
	grown swelling
}

func openParcel(data []byte) (*parcel, error) {
	z, err := unzip(data)
	if err != nil {
		return nil, err
	}
	p := &parcel{parts: map[string]*zip.File{}, grown: swelling{packed: int64(len(data))}}
	for _, f := range z.File {
		if p.parts[f.Name] == nil {
			p.parts[f.Name] = f
		}
	}
	return p, nil
}

// part returns the bytes of a part, nil if there is none.
func (p *parcel) part(name string, most int64) ([]byte, error) {
	f := p.parts[name]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, ErrEncrypted
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %v", name, ErrBroken, err)
	}
	defer r.Close()
	most = min(most, mostOffice-p.grown.unpacked)
	data, err := io.ReadAll(io.LimitReader(p.grown.out(r), most+1))
	switch {
	case errors.Is(err, errGrows):
	case err != nil:
		err = fmt.Errorf("%w: %v", ErrBroken, err)
	case p.grown.unpacked > mostOffice:
		err = fmt.Errorf("%w: more than %d MB together", ErrSwollen, mostOffice>>20)
	case int64(len(data)) > most:
		err = fmt.Errorf("%w: more than %d MB", ErrSwollen, most>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// markup returns the bytes of a part of XML that a parser can be given, nil if there is none.
func (p *parcel) markup(name string, most int64) ([]byte, error) {
	data, err := p.part(name, most)
	if err == nil {
		if err = tooWild(data, mostDepth); err != nil {
			err = fmt.Errorf("%s: %w", name, err)
		}
	}
	return data, err
}

// unmarshal reads a part of XML about a package into v; that it is missing is an error.
func (p *parcel) unmarshal(name string, v any) error {
	data, err := p.markup(name, mostAbout)
	switch {
	case err != nil:
		return err
	case data == nil:
		return fmt.Errorf("%w: it holds no %s", ErrBroken, name)
	}
	if err := xml.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w: %v", name, ErrBroken, err)
	}
	return nil
}
