package grammar

import (
	"encoding/binary"

	"factcheck/claims/text"
)

// A sentence that is kept for whoever comes to the same words again is packed: some eight bytes a word and nothing
// that points anywhere, in the place of forty-eight. What follows from the arcs is worked out again.
//
//	language  its length, its bytes
//	names     how many, for each its first word, its length and its kind
//	words     for each its head (0 none), features, tag, relation, and its lemma: 0 if that is the word,
//	          or one more than its length, and its bytes

// Pack appends to dst a sentence that is of words of src.
func (s *Sentence) Pack(dst []byte, src string, words []text.Word) []byte {
	dst = append(binary.AppendUvarint(dst, uint64(len(s.Lang))), s.Lang...)
	dst = binary.AppendUvarint(dst, uint64(len(s.Names)))
	for _, n := range s.Names {
		dst = binary.AppendUvarint(binary.AppendUvarint(dst, uint64(n.First)), uint64(n.End-n.First))
		dst = append(dst, byte(n.Kind))
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		dst = binary.AppendUvarint(dst, uint64(t.Head+1))
		dst = append(binary.LittleEndian.AppendUint16(dst, uint16(t.Feats)), byte(t.Tag), byte(t.Rel))
		if t.Lemma == words[i].In(src) {
			dst = append(dst, 0)
			continue
		}
		dst = append(binary.AppendUvarint(dst, uint64(len(t.Lemma)+1)), t.Lemma...)
	}
	return dst
}

// Unpack returns the sentence that Pack made packed of, of the same words. Its strings lie in packed and src.
func Unpack(packed, src string, words []text.Word) Sentence {
	u := unpacker(packed)
	s := Sentence{Lang: u.bytes(u.number()), Tokens: make([]Token, len(words))}
	for range u.number() {
		first := u.number()
		s.Names = append(s.Names, Name{First: first, End: first + u.number(), Kind: NameKind(u.number())})
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Head = u.number() - 1
		fixed := u.bytes(4)
		t.Feats, t.Tag, t.Rel = Feats(fixed[0])|Feats(fixed[1])<<8, Tag(fixed[2]), Rel(fixed[3])
		if n := u.number(); n > 0 {
			t.Lemma = u.bytes(n - 1)
		} else {
			t.Lemma = words[i].In(src)
		}
	}
	s.Settle()
	return s
}

// An unpacker is what is left of a packed sentence.
type unpacker string

func (u *unpacker) bytes(n int) string {
	b := (*u)[:n]
	*u = (*u)[n:]
	return string(b)
}

func (u *unpacker) number() (n int) {
	for shift := 0; ; shift += 7 {
		b := (*u)[0]
		*u = (*u)[1:]
		if n |= int(b&0x7f) << shift; b < 0x80 {
			return n
		}
	}
}
