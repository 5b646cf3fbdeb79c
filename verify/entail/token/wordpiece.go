package token

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mostLetters is the length of the longest word that is cut; a longer one is unknown.
const mostLetters = 100

// appendWordPieces cuts a text into words at spaces and around punctuation and
// Chinese characters, and each word into the longest pieces from its begin on.
func (v *Vocabulary) appendWordPieces(ids []int32, text string, room *Room) []int32 {
	word := room.text[:0]
	flush := func() {
		if len(word) > 0 {
			ids = v.appendWord(ids, word, room)
			word = word[:0]
		}
	}
	put := func(r rune) {
		switch {
		case r == 0 || r == utf8.RuneError:
		case unicode.IsSpace(r):
			flush()
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
		case punctuation(r) || chinese(r):
			flush()
			word = utf8.AppendRune(word, r)
			flush()
		default:
			word = utf8.AppendRune(word, r)
		}
	}
	for _, r := range text {
		if v.flags&lowerCase == 0 && v.flags&noAccents == 0 || r < utf8.RuneSelf {
			if v.flags&lowerCase != 0 {
				r = unicode.ToLower(r)
			}
			put(r)
			continue
		}
		v.fold(r, put)
	}
	flush()
	room.text = word
	return ids
}

// fold takes a character without its accents, and small.
func (v *Vocabulary) fold(r rune, put func(rune)) {
	if v.flags&noAccents == 0 {
		put(unicode.ToLower(r))
		return
	}
	var in, out [4 * utf8.UTFMax]byte
	d := norm.NFD.Append(out[:0], in[:utf8.EncodeRune(in[:], r)]...)
	for len(d) > 0 {
		c, n := utf8.DecodeRune(d)
		if d = d[n:]; unicode.Is(unicode.Mn, c) {
			continue
		}
		if v.flags&lowerCase != 0 {
			c = unicode.ToLower(c)
		}
		put(c)
	}
}

// appendWord cuts one word. A piece that goes on begins with ##.
func (v *Vocabulary) appendWord(ids []int32, word []byte, room *Room) []int32 {
	if utf8.RuneCount(word) > mostLetters {
		return append(ids, int32(v.special.Unknown))
	}
	begin := len(ids)
	piece := make([]byte, 0, 64)
	for at := 0; at < len(word); {
		found, end := -1, min(len(word), at+v.longest)
		for ; end > at; end-- {
			piece = piece[:0]
			if at > 0 {
				piece = append(piece, "##"...)
			}
			if found = v.find(append(piece, word[at:end]...)); found >= 0 {
				break
			}
		}
		if found < 0 {
			return append(ids[:begin], int32(v.special.Unknown))
		}
		ids, at = append(ids, int32(found)), end
	}
	return ids
}

// punctuation is what BERT takes for it: every sign of ASCII, and what Unicode calls so.
func punctuation(r rune) bool {
	return r >= 33 && r <= 47 || r >= 58 && r <= 64 || r >= 91 && r <= 96 || r >= 123 && r <= 126 || r > 126 && unicode.IsPunct(r)
}

func chinese(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x2CEAF || r >= 0xF900 && r <= 0xFAFF || r >= 0x2F800 && r <= 0x2FA1F
}
