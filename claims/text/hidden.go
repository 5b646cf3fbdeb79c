package text

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Hidden reports whether a rune is not seen itself but changes what is: a control
// character, or one that turns the direction of the words around it.
func Hidden(r rune) bool {
	return unicode.IsControl(r) || Turning(r) || r == 0x200e || r == 0x200f || r == 0x061c || r == 0xfeff
}

// Turning reports whether a rune turns the direction of what follows it, up to the end
// of the line at worst: U+202A to U+202E, U+2066 to U+2069. Words can look like others.
func Turning(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

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
			out = fmt.Appendf(append(out, b[done:i]...), `\u%04x`, r)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return b
	}
	return append(out, b[done:]...)
}
