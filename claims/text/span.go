package text

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// A Span is a half-open range of bytes, Start up to but not including End, in
// the text that it was taken from. The zero Span is empty.
type Span struct {
	Start, End int
}

// Len returns the number of bytes in s, zero if s is empty or reversed.
func (s Span) Len() int { return max(0, s.End-s.Start) }

// Contains reports whether every byte of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In returns the bytes of src that s covers. A span that reaches outside src is
// cut to it.
func (s Span) In(src string) string {
	lo, hi := max(0, s.Start), min(len(src), s.End)
	if lo >= hi {
		return ""
	}
	return src[lo:hi]
}

// Cover returns the smallest span that contains every span of list, the zero
// Span if list is empty.
func Cover(list []Span) Span {
	if len(list) == 0 {
		return Span{}
	}
	c := list[0]
	for _, s := range list[1:] {
		c.Start = min(c.Start, s.Start)
		c.End = max(c.End, s.End)
	}
	return c
}

// MarshalJSON writes [start,end].
func (s Span) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, 24), '[')
	b = strconv.AppendInt(b, int64(s.Start), 10)
	b = append(b, ',')
	b = strconv.AppendInt(b, int64(s.End), 10)
	return append(b, ']'), nil
}

// UnmarshalJSON reads [start,end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("a span is [start,end]: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}
