package reader

import (
	"bytes"

	"golang.org/x/text/encoding/charmap"
)

// declaredCharset returns the single-byte encoding that a page of HTML or XML
// says it is in ("charset=iso-8859-2", "encoding='koi8-r'"), nil if it says none that
// is known. It is asked only of files that are not UTF-8.
func declaredCharset(data []byte) *charmap.Charmap {
	head := bytes.ToLower(data[:min(len(data), 2048)])
	if bytes.IndexByte(head, '<') < 0 {
		return nil
	}
	for _, label := range [...]string{"charset=", "encoding="} {
		_, after, found := bytes.Cut(head, []byte(label))
		if !found {
			continue
		}
		after = bytes.TrimLeft(after, `"' `)
		end := bytes.IndexFunc(after, func(c rune) bool {
			return c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z')
		})
		if end < 0 {
			end = len(after)
		}
		if c := charsetOf(string(after[:end])); c != nil {
			return c
		}
	}
	return nil
}

// charsetOf returns an encoding by its label in small letters. As browsers do, it
// takes Latin-1 for Windows-1252.
func charsetOf(label string) *charmap.Charmap {
	switch label {
	case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii":
		return charmap.Windows1252
	case "iso-8859-2", "latin2":
		return charmap.ISO8859_2
	case "iso-8859-3":
		return charmap.ISO8859_3
	case "iso-8859-4":
		return charmap.ISO8859_4
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-9", "latin5", "windows-1254":
		return charmap.Windows1254
	case "iso-8859-10":
		return charmap.ISO8859_10
	case "iso-8859-13":
		return charmap.ISO8859_13
	case "iso-8859-14":
		return charmap.ISO8859_14
	case "iso-8859-15", "latin9", "latin-9":
		return charmap.ISO8859_15
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1257":
		return charmap.Windows1257
	case "koi8-r":
		return charmap.KOI8R
	case "koi8-u":
		return charmap.KOI8U
	case "macintosh":
		return charmap.Macintosh
	}
	return nil
}
