package model

import (
	"unicode"
	"unicode/utf8"

	"factcheck/claims/text"
)

// Form is what the features see of one word: numbers instead of letters, so that
// nothing is looked at twice.
type Form struct {
	Word    uint32 // the hash of the folded word, digits made equal
	Prefix  uint32 // its first three bytes
	Suffix  uint32 // its last four bytes, the last one lowest
	Lexical uint32 // what the lexicon knows of it, see Lexicon
	Shape   Shape
	Own     uint16 // the number of the word's row, 0 for none
}

// Shape is how a word is written.
type Shape uint8

const (
	Capital    Shape = 1 << iota // begins with a capital
	AllCapital                   // two letters or more, all of them capitals
	Digit                        // has a digit
	Hyphen                       // has a hyphen or a full stop inside
	Foreign                      // has a letter outside ASCII
	Letter                       // has a letter
	Opening                      // is the first word, or stands behind a mark that opens: its capital says little
	Loud                         // stands in a heading or in capitals throughout: capitals say nothing
)

// Boundary is the form of the words before the first and after the last.
var Boundary = Form{Word: 1}

// AppendForms appends the forms of the words of one sentence to dst.
func AppendForms(dst []Form, src string, words []text.Word, lexicon Lexicon) []Form {
	first := len(dst)
	var room [64]byte
	opening := true
	for _, w := range words {
		f := formOf(room[:0], src[w.Start:w.End], lexicon)
		if opening {
			f.Shape |= Opening
		}
		if f.Shape&(Letter|Digit) != 0 {
			opening = false
		} else if w.Kind == text.Quote || src[w.Start] == ':' {
			opening = true
		}
		dst = append(dst, f)
	}
	if loud(dst[first:]) {
		for i := range dst[first:] {
			dst[first+i].Shape |= Loud
		}
	}
	return dst
}

// longest is how many bytes of a word are looked at.
const longest = 256

func formOf(buf []byte, w string, lexicon Lexicon) Form {
	if len(w) > longest {
		w = w[:longest]
	}
	var f Form
	lower := false
	letters := 0
	ascii := true
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 'a' && c <= 'z':
			lower = true
			letters++
		case c >= 'A' && c <= 'Z':
			if letters == 0 {
				f.Shape |= Capital
			}
			letters++
			c |= 0x20
		case c >= '0' && c <= '9':
			f.Shape |= Digit
			c = '0'
		case c == '-' || c == '.':
			if i > 0 {
				f.Shape |= Hyphen
			}
		case c >= utf8.RuneSelf:
			ascii = false
		}
		buf = append(buf, c)
	}
	if !ascii {
		buf = foldForm(buf[:0], w, lexicon.Accented(), &f, &lower, &letters)
	}
	if letters > 0 {
		f.Shape |= Letter
		if letters > 1 && !lower {
			f.Shape |= AllCapital
		}
	}
	f.Word = hashBytes(buf)
	for i := 0; i < 4 && i < len(buf); i++ {
		f.Suffix |= uint32(buf[len(buf)-1-i]) << (8 * i)
		if i < 3 {
			f.Prefix |= uint32(buf[i]) << (8 * i)
		}
	}
	f.Lexical, f.Own = lexicon.Look(f.Word)
	if f.Lexical == 0 && f.Own == 0 && !ascii && f.Shape&Capital != 0 && lexicon.Accented() {
		f.Lexical, f.Own = lexicon.Look(hashBytes(text.AppendFold(buf[:0], w))) // the names of the gazetteer have no accents
	}
	return f
}

// foldForm does for words outside ASCII what the loop above does within. Where the
// lexicon is of a language whose accents tell words apart ("a", "à"), they stay.
func foldForm(buf []byte, w string, accented bool, f *Form, lower *bool, letters *int) []byte {
	*letters = 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			if *letters == 0 {
				f.Shape |= Capital
			}
			*letters++
		case unicode.IsLetter(r):
			*lower = true
			*letters++
		}
		if r >= utf8.RuneSelf && unicode.IsLetter(r) {
			f.Shape |= Foreign
		}
	}
	if accented {
		buf = AppendLower(buf, w)
	} else {
		buf = text.AppendFold(buf, w)
	}
	for i, c := range buf {
		if c >= '0' && c <= '9' {
			buf[i] = '0'
		}
	}
	return buf
}

// HashWord returns the hash under which a word, already folded, is known.
func HashWord(folded string) uint32 {
	b := []byte(folded)
	for i, c := range b {
		if c >= '0' && c <= '9' {
			b[i] = '0'
		}
	}
	return hashBytes(b)
}

func hashBytes(b []byte) uint32 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 32
	return uint32(h) | 2 // never 0 or 1: no word, the boundary
}

// loud reports whether the capitals of a sentence say nothing: all letters are
// capitals, or nearly all longer words begin with one, as in headings.
func loud(forms []Form) bool {
	words, capitals, shouted := 0, 0, 0
	for _, f := range forms {
		if f.Shape&Letter == 0 || f.Shape&Digit != 0 || f.Suffix>>24 == 0 {
			continue // no word of four letters
		}
		words++
		if f.Shape&Capital != 0 {
			capitals++
		}
		if f.Shape&AllCapital != 0 {
			shouted++
		}
	}
	return words > 2 && (shouted*10 >= words*7 || words > 3 && capitals*10 >= words*9)
}
