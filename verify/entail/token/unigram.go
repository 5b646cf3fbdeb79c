package token

import (
	"math"
	"unicode/utf8"
)

// A Room is the memory of one who cuts texts; the zero value is ready.
type Room struct {
	text []byte
	best []step
	back []int32
}

// A step is the best way to a byte of a word.
type step struct {
	score float64
	from  int32 // where its last piece begins; -1 if nothing ends here
	piece int32
}

const space = "▁" // stands for a space, as SentencePiece has it

// Append cuts a text and appends the numbers of its pieces to ids.
func (v *Vocabulary) Append(ids []int32, text string, room *Room) []int32 {
	if v.kind == WordPiece {
		return v.appendWordPieces(ids, text, room)
	}
	room.text = v.normalise(room.text[:0], text)
	for b := room.text; len(b) > 0; {
		end := len(space)
		for end < len(b) && !(b[end] == space[0] && end+len(space) <= len(b) && string(b[end:end+len(space)]) == space) {
			end++
		}
		ids = v.appendUnigram(ids, b[:end], room)
		b = b[end:]
	}
	return ids
}

// normalise replaces characters as the map says and puts the sign for a space
// before each word.
func (v *Vocabulary) normalise(dst []byte, text string) []byte {
	open := true // a space is due before the next character
	put := func(c []byte) {
		for len(c) > 0 {
			r, n := utf8.DecodeRune(c)
			if r == ' ' {
				open = true
			} else {
				if open {
					dst = append(dst, space...)
					open = false
				}
				dst = append(dst, c[:n]...)
			}
			c = c[n:]
		}
	}
	for len(text) > 0 {
		if with, n := v.chars.find(text); n > 0 {
			put(with)
			text = text[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && n <= 1 {
			put([]byte("\uFFFD"))
		} else {
			var c [utf8.UTFMax]byte
			put(c[:utf8.EncodeRune(c[:], r)])
		}
		text = text[n:]
	}
	return dst
}

// appendUnigram cuts a word where the sum of the scores of its pieces is greatest.
// Neighbouring characters that no piece covers are one unknown piece.
func (v *Vocabulary) appendUnigram(ids []int32, word []byte, room *Room) []int32 {
	best := room.best[:0]
	for range len(word) + 1 {
		best = append(best, step{score: math.Inf(-1), from: -1})
	}
	best[0].score = 0
	for i := 0; i < len(word); {
		_, size := utf8.DecodeRune(word[i:])
		single := false
		for end := i + size; end <= len(word) && end-i <= max(v.longest, size); {
			if p := v.find(word[i:end]); p >= 0 {
				single = single || end == i+size
				best[end].better(best[i].score+v.score(p), i, p)
			}
			if end == len(word) {
				break
			}
			_, n := utf8.DecodeRune(word[end:])
			end += n
		}
		if !single {
			best[i+size].better(best[i].score+v.worst-10, i, v.special.Unknown)
		}
		i += size
	}
	room.back = room.back[:0]
	for at := len(word); at > 0; at = int(best[at].from) {
		room.back = append(room.back, best[at].piece)
	}
	before := int32(-1)
	for i := len(room.back) - 1; i >= 0; i-- {
		p := room.back[i]
		if p != int32(v.special.Unknown) || before != p {
			ids = append(ids, p)
		}
		before = p
	}
	room.best = best
	return ids
}

func (s *step) better(score float64, from, piece int) {
	if s.from < 0 || score > s.score {
		*s = step{score, int32(from), int32(piece)}
	}
}
