package reader

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/claims/text"
)

// hidden words that texts hold characters that make them look like others, empty if they
// do not: those that turn the direction of words, and control characters beyond those
// of lines and pages.
func hidden(texts ...string) string {
	n := 0
	var names []string
	for _, s := range texts {
		for i := 0; i < len(s); i++ {
			if c := s[i]; c >= ' ' && c != 0x7f && c != 0xc2 && c != 0xe2 { // nothing of these begins with it
				continue
			}
			for _, r := range s[i:min(len(s), i+4)] {
				if conceals(r) {
					n++
					if name := fmt.Sprintf("U+%04X", r); !slices.Contains(names, name) && len(names) < 5 {
						names = append(names, name)
					}
				}
				break
			}
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "a hidden character, " + names[0] + ": the text may read otherwise than it looks"
	}
	return fmt.Sprintf("%d hidden characters, %s: the text may read otherwise than it looks", n, strings.Join(names, ", "))
}

// conceals reports whether a rune has no business in a text.
func conceals(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85:
		return false
	}
	return r < ' ' || r >= 0x7f && r < 0xa0 || text.Turning(r)
}
