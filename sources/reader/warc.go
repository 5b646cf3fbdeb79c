package reader

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"factcheck/claims"
)

// A WARC holds what a crawler met: a record a request, a response or a note of its own,
// each gzipped by itself or none. The responses that are pages or plain text and went well
// are documents, with the address that was asked for. A page that names no date has that of
// the day on which it was met.

// What a WARC may hold at most: bytes of the head of a record, and of a page once it is
// unpacked. A longer page is an error, a longer record of another kind is passed over.
const (
	longestFields = 64 << 10
	longestPage   = 16 << 20
)

var errHead = errors.New("not a WARC: a record does not begin with WARC/ and its fields")

// isWARC reports whether a file begins as a WARC, packed or not.
func isWARC(head []byte, _ []*zip.File) bool {
	if bytes.HasPrefix(head, []byte("\x1F\x8B")) {
		z, err := gzip.NewReader(bytes.NewReader(head))
		if err != nil {
			return false
		}
		head = make([]byte, len("WARC/"))
		if _, err := io.ReadFull(z, head); err != nil {
			return false
		}
	}
	return bytes.HasPrefix(head, []byte("WARC/"))
}

// IsWARC reports whether a file that begins with head is a WARC, which ReadWARC reads in
// bounded memory whatever its size.
func IsWARC(head []byte) bool { return isWARC(head, nil) }

// ReadWARC reads the documents of a WARC one by one, as Read does those of the whole file.
// The error tells of what could not be read; an error of take ends it and comes back.
func ReadWARC(path string, r io.Reader, opt Options, take func(*claims.Document) error) (unreadable, err error) {
	n := 0
	unreadable, err = eachPage(r, func(d *claims.Document) error {
		d.ID = numbered(path, n, d.ID)
		n++
		complete(d, &file{path: path}, opt)
		return take(d)
	})
	if err == nil && unreadable == nil && n == 0 {
		unreadable = ErrEmpty
	}
	if unreadable != nil {
		unreadable = under(path, unreadable)
	}
	return unreadable, err
}

// readWARC reads all documents of a WARC.
func readWARC(data []byte, _ Options) ([]*claims.Document, error) {
	var docs []*claims.Document
	err, _ := eachPage(bytes.NewReader(data), func(d *claims.Document) error {
		docs = append(docs, d)
		return nil
	})
	return docs, err
}

// eachPage calls take with each page. What cannot be read does not keep the others out,
// unless it hides where the next record begins.
func eachPage(r io.Reader, take func(*claims.Document) error) (unreadable, err error) {
	grown := &swelling{}
	b := bufio.NewReaderSize(grown.in(r), longestFields)
	if head, _ := b.Peek(2); bytes.Equal(head, []byte("\x1F\x8B")) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return err, nil
		}
		b = bufio.NewReaderSize(grown.out(z), longestFields)
	}
	var errs []error
	fail := func(n int, err error) {
		if len(errs) < 20 {
			errs = append(errs, fmt.Errorf("record %d: %w", n, err))
		}
	}
	for n := 1; ; n++ {
		rec, err := nextRecord(b)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			fail(n, err)
			break
		}
		docs, err := rec.page(grown)
		if err != nil {
			fail(n, err)
		}
		if errors.Is(err, errGrows) {
			break
		}
		for _, d := range docs {
			if err := take(d); err != nil {
				return errors.Join(errs...), err
			}
		}
		if _, err := io.Copy(io.Discard, rec.block); err != nil {
			fail(n, err)
			break
		}
		if rec.block.N > 0 {
			fail(n, errors.New("cut off"))
			break
		}
	}
	return errors.Join(errs...), nil
}

// A record is one of a WARC.
type record struct {
	fields map[string]string // by their names in small letters
	block  *io.LimitedReader
}

// nextRecord reads the head of the next record; io.EOF if there is none.
func nextRecord(b *bufio.Reader) (*record, error) {
	line, size, err := "", 0, error(nil)
	for line == "" { // two blank lines end a record
		if line, err = headLine(b, &size); err != nil {
			return nil, err
		}
	}
	if !strings.HasPrefix(line, "WARC/") {
		return nil, errHead
	}
	rec := &record{fields: map[string]string{}}
	for {
		if line, err = headLine(b, &size); err != nil {
			return nil, fmt.Errorf("cut off: %w", errHead)
		}
		if line == "" {
			break
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, errHead
		}
		rec.fields[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
	}
	length, err := strconv.ParseInt(rec.fields["content-length"], 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("%w: no Content-Length", errHead)
	}
	rec.block = &io.LimitedReader{R: b, N: length}
	return rec, nil
}

// headLine reads a line of a head, without its end; size counts the bytes of the head.
func headLine(b *bufio.Reader, size *int) (string, error) {
	line, err := b.ReadSlice('\n')
	if *size += len(line); *size > longestFields || errors.Is(err, bufio.ErrBufferFull) {
		return "", errHead
	}
	if err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)) {
		return "", err
	}
	return strings.TrimRight(string(line), "\r\n"), nil
}

// page reads a record that is a page, with the checks of claims in it; nil if it is none.
func (rec *record) page(grown *swelling) ([]*claims.Document, error) {
	if rec.fields["warc-type"] != "response" || !strings.Contains(rec.fields["content-type"], "http") {
		return nil, nil
	}
	body, media, err := rec.body(grown)
	if body == nil || err != nil {
		return nil, err
	}
	return rec.documents(body, media)
}

// body returns what a server sent, unpacked, and its type of media; nil if that is no page or
// text, or the request went wrong.
func (rec *record) body(grown *swelling) (body []byte, media string, err error) {
	b := bufio.NewReader(io.LimitReader(rec.block, longestPage+longestFields))
	if head, _ := b.Peek(7); string(head) == "HTTP/2 " || string(head) == "HTTP/3 " { // there is no such line: the crawler made it up
		b.Discard(len(head))
		b = bufio.NewReader(io.MultiReader(strings.NewReader("HTTP/1.1 "), b))
	}
	answer, err := http.ReadResponse(b, nil)
	if err != nil {
		return nil, "", fmt.Errorf("no answer of HTTP: %w", err)
	}
	defer answer.Body.Close()
	media, parameters, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	if answer.StatusCode != http.StatusOK || media != "text/html" && media != "application/xhtml+xml" && media != "text/plain" {
		return nil, "", nil
	}
	packed, err := unpacked(answer.Body, answer.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, "", err
	}
	body, err = All(grown.out(packed), longestPage)
	if errors.Is(err, io.ErrUnexpectedEOF) && rec.fields["warc-truncated"] != "" {
		err = nil // the crawler says that it broke off
	}
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", rec.fields["warc-target-uri"], err)
	}
	if c := charsetOf(strings.ToLower(parameters["charset"])); c != nil && !utf8.Valid(body) {
		body, err = c.NewDecoder().Bytes(body)
	}
	return body, media, err
}

// unpacked undoes what a server did to make a body shorter.
func unpacked(body io.Reader, encoding string) (io.Reader, error) {
	switch encoding = strings.ToLower(strings.TrimSpace(encoding)); encoding {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		b := bufio.NewReader(body)
		if head, _ := b.Peek(2); !bytes.Equal(head, []byte("\x1F\x8B")) { // the crawler has undone it
			return b, nil
		}
		return gzip.NewReader(b)
	case "deflate":
		return zlib.NewReader(body)
	}
	return nil, fmt.Errorf("packed by %q, which is not read", encoding)
}

// documents reads a page. It stands in no file as it is, so nothing of it leads into one.
func (rec *record) documents(body []byte, media string) ([]*claims.Document, error) {
	if blank(body) {
		return nil, nil
	}
	f, err := decode(body)
	if err != nil {
		return nil, err
	}
	read := readHTML
	if media == "text/plain" {
		read = readPlain
	}
	docs, err := read(f)
	id := strings.Trim(rec.fields["warc-record-id"], "<>")
	for i, d := range docs {
		if d.ID = id; i > 0 {
			d.ID = fmt.Sprint(id, "-", i)
		}
		d.Pieces, d.Directives, d.Warnings = nil, nil, f.warnings
		d.SHA256 = sha256.Sum256(body)
		setIfEmpty(&d.URL, strings.Trim(rec.fields["warc-target-uri"], "<>"))
		if line, _ := firstDateline(d); d.Date == 0 {
			d.Date = line.Date
		}
		if d.Date == 0 {
			d.Date = parseDay(rec.fields["warc-date"])
		}
	}
	return docs, err
}
