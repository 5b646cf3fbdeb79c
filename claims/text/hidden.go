package text

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Hidden reports whether a rune is not seen itself but changes what is: a control
// character, or one that turns the direction of the words around it or conceals some.
func Hidden(r rune) bool {
	return unicode.IsControl(r) || Concealing(r) || r == 0x200e || r == 0x200f || r == 0x061c || r == 0xfeff
}

// Concealing reports whether a rune makes words look like others, or holds words that nobody sees: it turns
// the direction of what follows it, up to the end of the line at worst (U+202A to U+202E, U+2066 to U+2069), is a mark
// that Unicode deprecates (U+206A to U+206F), opens or closes an annotation (U+FFF9 to U+FFFB), or is a
// letter of a tag (U+E0000 to U+E007F).
func Concealing(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x206f || r >= 0xfff9 && r <= 0xfffb || r >= 0xe0000 && r <= 0xe007f
}

// EscapeJSON returns JSON with the hidden characters of its texts escaped, b itself if
// it holds none. Line ends and the like are escaped in it already.
func EscapeJSON(b []byte) []byte {
	var out []byte
	done := 0
	for i := 0; i < len(b); {
		if b[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if Hidden(r) {
			out = append(out, b[done:i]...)
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return b
	}
	return append(out, b[done:]...)
}
