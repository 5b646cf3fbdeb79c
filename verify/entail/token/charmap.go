package token

import "encoding/binary"

// A charMap says what SentencePiece makes of characters before it cuts: a trie of
// what is replaced, in the form of Darts-clone, and what replaces it. Its bytes are
// the size of the trie in bytes, the trie, the replacements, each ended by a zero. The
// empty map leaves everything as it is.
type charMap struct {
	trie []byte
	text []byte
}

func openCharMap(b []byte) (charMap, error) {
	if len(b) == 0 {
		return charMap{}, nil
	}
	if len(b) < 4 {
		return charMap{}, errDamaged
	}
	n := binary.LittleEndian.Uint32(b)
	if n%4 != 0 || uint64(n) > uint64(len(b)-4) {
		return charMap{}, errDamaged
	}
	return charMap{trie: b[4 : 4+n], text: b[4+n:]}, nil
}

// find returns the replacement of the longest beginning of s that has one, and how
// many bytes that beginning has: 0 if there is none.
func (m charMap) find(s string) (replacement []byte, n int) {
	unit := func(i uint32) (uint32, bool) {
		if int(i) >= len(m.trie)/4 {
			return 0, false
		}
		return binary.LittleEndian.Uint32(m.trie[4*i:]), true
	}
	offset := func(u uint32) uint32 { return u >> 10 << (u & (1 << 9) >> 6) }
	u, ok := unit(0)
	if !ok {
		return nil, 0
	}
	at := offset(u)
	value := -1
	for i := 0; i < len(s); i++ {
		at ^= uint32(s[i])
		u, ok := unit(at)
		if !ok || u&(1<<31|0xFF) != uint32(s[i]) {
			break
		}
		at ^= offset(u)
		if u>>8&1 == 1 { // it has a leaf: a beginning ends here
			leaf, ok := unit(at)
			if !ok {
				break
			}
			value, n = int(leaf&(1<<31-1)), i+1
		}
	}
	if value < 0 || value > len(m.text) {
		return nil, 0
	}
	end := value
	for end < len(m.text) && m.text[end] != 0 {
		end++
	}
	return m.text[value:end], n
}
