package reader

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/claims/text"
)

// hidden words that texts hold characters that make them look like others, empty if they
// do not: those that turn the direction of words or conceal some, and control characters beyond those
// of lines and pages. The tags of a flag, such as that of Wales, are a part of its picture.
func hidden(texts ...string) string {
	const blackFlag, endsFlag = "\U0001f3f4", "\U000e007f"
	n := 0
	var names []string
	for _, s := range texts {
		for i := 0; i < len(s); i++ {
			if c := s[i]; c >= ' ' && c != 0x7f && c != 0xc2 && c != 0xe2 && c != 0xef && c < 0xf0 { // nothing of these begins with it
				continue
			}
			if strings.HasPrefix(s[i:], blackFlag) {
				if end := strings.Index(s[i:min(len(s), i+longestFlag)], endsFlag); end > 0 {
					i += end + len(endsFlag) - 1
					continue
				}
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

// longestFlag is how many bytes the flag of a region has at most: it, six tags and their end.
const longestFlag = 32

// conceals reports whether a rune has no business in a text.
func conceals(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85:
		return false
	}
	return r < ' ' || r >= 0x7f && r < 0xa0 || text.Concealing(r)
}
