package reader

import (
	"strings"

	"factcheck/claims/text"
)

// cited overwrites what of Markdown is no text for its reader: no file that is
// read holds it, and the parser takes it for a letter.
const cited = 0

// withoutCitations returns src with the citations of Pandoc overwritten, with the
// space before them: “It fell [@doe2024, p. 4].” reads “It fell.” A link
// ([@doe](https://x.y)) is none, nor is an address ([a@x.org]). Dirt within a
// paragraph is overwritten too.
func withoutCitations(src string) string {
	var b []byte
	overwrite := func(s text.Span) {
		if b == nil {
			b = []byte(src)
		}
		for i := s.Start; i < s.End; i++ {
			if !isBlank(b[i]) || b[i] == ' ' {
				b[i] = cited
			}
		}
	}
	for at := 0; ; {
		i := strings.IndexByte(src[at:], '[')
		if i < 0 {
			break
		}
		start := at + i
		end := citationEnd(src, start)
		if at = max(end, start+1); end == 0 {
			continue
		}
		for start > 0 && src[start-1] == ' ' {
			start--
		}
		overwrite(text.Span{Start: start, End: end})
	}
	for _, s := range dirt(src) {
		overwrite(s)
	}
	if b == nil {
		return src
	}
	return string(b)
}

// longestCitation is the bytes between the brackets of a citation at most.
const longestCitation = 300

// citationEnd returns the end of the citation that begins at an opening bracket, 0
// if none does.
func citationEnd(src string, start int) int {
	in := src[start+1 : min(len(src), start+1+longestCitation)]
	end := strings.IndexAny(in, "[]\n")
	if end < 0 || in[end] != ']' {
		return 0
	}
	if next := in[end+1:]; next != "" && strings.IndexByte("([:", next[0]) >= 0 {
		return 0
	}
	for i := range end {
		key := i+1 < end && (in[i+1] == '_' || in[i+1] == '{' || in[i+1] >= '0' && in[i+1] <= '9' || in[i+1]|0x20 >= 'a' && in[i+1]|0x20 <= 'z')
		if in[i] == '@' && key && (i == 0 || strings.IndexByte(" -;", in[i-1]) >= 0) {
			return start + 1 + end + 1
		}
	}
	return 0
}
