package reader

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// readJSONL reads one document a line: an object with "text" and, where known,
// id, title, subtitle, author, speaker, source, date, url and lang. Other fields
// are ignored; a line that is no such object is an error, and the others are
// read all the same.
func readJSONL(f *file) ([]*claims.Document, error) {
	var docs []*claims.Document
	var errs []error
	number := f.lines
	for at := 0; at < len(f.text); {
		end := len(f.text)
		if i := strings.IndexByte(f.text[at:], '\n'); i >= 0 {
			end = at + i
		}
		number++
		if strings.TrimSpace(f.text[at:end]) != "" {
			var d *claims.Document
			err := ErrLarge
			if !f.opt.tooLarge(end - at) {
				d, err = readObject(f.text[at:end], at)
			}
			if err == nil {
				if d.ID == "" {
					d.ID = numbered(f.path, number-1, "")
				}
				docs = append(docs, d)
			} else if len(errs) < 20 {
				errs = append(errs, fmt.Errorf("line %d: %w", number, err))
			}
		}
		at = end + 1
	}
	return docs, errors.Join(errs...)
}

// readObject reads the object that is one line; at is the line's offset in the
// decoded text.
func readObject(src string, at int) (*claims.Document, error) {
	src = strings.TrimRight(src, " \t\r")
	line := []byte(src)
	d := &claims.Document{SHA256: sha256.Sum256(line)}
	if open := strings.TrimLeft(src, " \t"); !strings.HasPrefix(open, "{") {
		return nil, errors.New("not a JSON object; each line holds one")
	}
	if !json.Valid(line) {
		var v any
		return nil, fmt.Errorf("not JSON: %w", json.Unmarshal(line, &v))
	}
	found := false
	for key, value := range fieldsOf(src) {
		raw := value.In(src)
		if key == "text" && raw[0] == '"' {
			d.Text, d.Pieces = unescape(raw, at+value.Start)
			found = true
			continue
		}
		setField(d, key, raw)
	}
	if !found {
		return nil, errors.New(`no "text" in it`)
	}
	blocks, notes := plainBlocks(d.Text)
	d.Blocks = blocks
	for _, n := range notes {
		n.File = d.File(n.File)
		d.Directives = append(d.Directives, n)
	}
	return d, nil
}

// fieldsOf yields the names and the places of the values of a valid JSON object.
func fieldsOf(src string) iter.Seq2[string, text.Span] {
	return func(yield func(string, text.Span) bool) {
		i := strings.IndexByte(src, '{') + 1
		for {
			start := i + strings.IndexAny(src[i:], `"}`)
			if start < i || src[start] == '}' {
				return
			}
			i = skipValue(src, start)
			key := src[start+1 : i-1]
			if strings.IndexByte(key, '\\') >= 0 {
				key, _ = unescape(src[start:i], 0)
			}
			i += strings.IndexByte(src[i:], ':') + 1
			for isBlank(src[i]) {
				i++
			}
			start = i
			i = skipValue(src, start)
			if !yield(key, text.Span{Start: start, End: i}) {
				return
			}
		}
	}
}

// skipValue returns the end of the JSON value that begins at i.
func skipValue(src string, i int) int {
	depth := 0
	for i < len(src) {
		switch src[i] {
		case '"':
			for i++; src[i] != '"'; i++ {
				if src[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		default: // a number, a word, white space, a comma or colon within
			for i+1 < len(src) && strings.IndexByte(`",:{}[] `+"\t", src[i+1]) < 0 {
				i++
			}
		}
		i++
		if depth == 0 {
			return i
		}
	}
	return i
}

// setField sets what a field of a JSON object says. Numbers are taken for their
// digits, anything else but strings for nothing.
func setField(d *claims.Document, key, raw string) {
	s := raw
	switch c := raw[0]; {
	case c == '"':
		s, _ = unescape(raw, 0)
	case c != '-' && (c < '0' || c > '9'):
		return
	}
	setMeta(d, key, s)
}

// unescape decodes a JSON string, quotation marks included, that stands at
// offset at, and says where each run of it stands. Broken escapes are kept as
// they are; half a surrogate pair is U+FFFD.
func unescape(raw string, at int) (string, []claims.Piece) {
	b := &builder{}
	end := len(raw) - 1
	for i := 1; i < end; {
		j := strings.IndexByte(raw[i:end], '\\')
		if j < 0 {
			j = end - i
		}
		b.copy(raw[i:i+j], at+i)
		if i += j; i >= end {
			break
		}
		decoded, size := escape(raw[i:end])
		b.replace(decoded, text.Span{Start: at + i, End: at + i + size})
		i += size
	}
	return b.String(), b.pieces
}

// escape decodes the escape at the beginning of s and returns its length there.
func escape(s string) (string, int) {
	if len(s) < 2 {
		return s, len(s)
	}
	if i := strings.IndexByte("\"\\/bfnrt", s[1]); i >= 0 {
		return "\"\\/\b\f\n\r\t"[i : i+1], 2
	}
	c, ok := hex(s)
	if !ok {
		return s[:1], 1
	}
	if !utf16.IsSurrogate(c) {
		return string(c), 6
	}
	if low, ok := hex(s[6:]); ok {
		if pair := utf16.DecodeRune(c, low); pair != utf8.RuneError {
			return string(pair), 12
		}
	}
	return string(utf8.RuneError), 6
}

// hex reads an escape of the form \u00e9.
func hex(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 32)
	return rune(n), err == nil
}
