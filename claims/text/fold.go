package text

import (
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form of w in which two spellings of one word are equal:
// lower case, without accents and soft hyphens, ligatures and full-width forms
// taken apart, typographic marks replaced by their ASCII ones (’ to ', “ to ",
// – to -, … to ...). Folding twice changes nothing.
func Fold(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	if len(w) > longestFolded {
		return string(AppendFold(make([]byte, 0, len(w)), w))
	}
	at := &folds[Hash(w)%uint64(len(folds))]
	f := at.Load()
	if f == nil || f.word != w {
		b := AppendFold(make([]byte, 0, 2*len(w)), w)
		n := len(b)
		both := string(append(b, w...))
		f = &fold{both[n:], both[:n]}
		at.Store(f)
	}
	return f.folded
}

// What was folded is kept, one word a place: a text asks for its names and the first
// words of its sentences again and again.
type fold struct{ word, folded string }

var folds [1 << 12]atomic.Pointer[fold]

// longestFolded is how long a word is at most whose folded form is kept, in bytes.
const longestFolded = 24

// AppendFold appends the folded form of w to dst. It allocates nothing but the
// room for dst when w is ASCII.
func AppendFold(dst []byte, w string) []byte {
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c == '`' {
				c = '\''
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(w[i:])
		i += size
		if r < firstRare {
			dst = append(dst, foldedLetters()[r]...)
		} else {
			dst = appendFoldRune(dst, r)
		}
	}
	return dst
}

// foldedLetters has the folded forms of the letters of Latin: taking one apart takes a hundred times
// as long as looking it up.
var foldedLetters = sync.OnceValue(func() *[firstRare]string {
	var letters [firstRare]string
	for r := range letters {
		letters[r] = string(appendFoldRune(nil, rune(r)))
	}
	return &letters
})

const firstRare = 0x250 // behind Latin Extended-B

// appendFoldRune appends the folded form of one rune outside ASCII.
func appendFoldRune(dst []byte, r rune) []byte {
	switch r {
	case '‘', '’', '‚', '‛', '´', '′', 'ʼ', '‹', '›':
		return append(dst, '\'')
	case '“', '”', '„', '‟', '«', '»', '″', '＂':
		return append(dst, '"')
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return append(dst, '-')
	case '…':
		return append(dst, "..."...)
	case 'œ', 'Œ':
		return append(dst, "oe"...)
	case 'æ', 'Æ':
		return append(dst, "ae"...)
	case 'ß', 'ẞ':
		return append(dst, "ss"...)
	case 'ø', 'Ø':
		return append(dst, 'o')
	case 'đ', 'Đ', 'ð', 'Ð':
		return append(dst, 'd')
	case 'ł', 'Ł':
		return append(dst, 'l')
	case 'ı', 'İ':
		return append(dst, 'i')
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return dst
	case '\u00A0', '\u202F', '\u2009', '\u2007', '\u3000':
		return append(dst, ' ')
	case utf8.RuneError:
		return append(dst, "\uFFFD"...)
	}
	var letter [utf8.UTFMax]byte
	var room [64]byte
	for _, d := range string(norm.NFKD.Append(room[:0], letter[:utf8.EncodeRune(letter[:], r)]...)) {
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(d))
	}
	return dst
}

// Hash returns the 64-bit FNV-1a sum of s: the same on every machine, and fast for
// words. It guards nothing.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
