package reader

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
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
	number := 0
	for at := 0; at < len(f.text); {
		end := len(f.text)
		if i := strings.IndexByte(f.text[at:], '\n'); i >= 0 {
			end = at + i
		}
		number++
		if strings.TrimSpace(f.text[at:end]) != "" {
			d, err := readObject(f.text[at:end], at)
			if err == nil {
				if d.ID == "" {
					d.ID = filepath.ToSlash(filepath.Clean(f.path)) + "#" + strconv.Itoa(number)
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
	d := &claims.Document{SHA256: sha256.Sum256([]byte(strings.TrimRight(src, "\r")))}
	dec := json.NewDecoder(strings.NewReader(src))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.New("not a JSON object; each line holds one")
	}
	found := false
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("not JSON: %w", err)
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return nil, fmt.Errorf("not JSON: %w", err)
		}
		if key == "text" && raw[0] == '"' {
			d.Text, d.Pieces = unescape(string(raw), at+int(dec.InputOffset())-len(raw))
			found = true
			continue
		}
		setField(d, key.(string), raw)
	}
	if _, err := dec.Token(); err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	if !found {
		return nil, errors.New(`no "text" in it`)
	}
	if rest := bytes.TrimSpace([]byte(src[dec.InputOffset():])); len(rest) > 0 {
		return nil, errors.New("more than one value on the line")
	}
	blocks, notes := plainBlocks(d.Text)
	d.Blocks = blocks
	for _, n := range notes {
		n.File = d.File(n.File)
		d.Directives = append(d.Directives, n)
	}
	return d, nil
}

// setField sets what a field of a JSON object says. Numbers are taken for their
// digits, anything else but strings for nothing.
func setField(d *claims.Document, key string, raw json.RawMessage) {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		if raw[0] != '-' && (raw[0] < '0' || raw[0] > '9') {
			return
		}
		s = string(raw)
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
