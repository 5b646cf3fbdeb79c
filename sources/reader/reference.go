package reader

import (
	"golang.org/x/net/html"

	"factcheck/claims/text"
)

// decodeText cuts a text into runs, its character references decoded.
func decodeText(src string, s text.Span) []run {
	var runs []run
	from := s.Start
	for i := s.Start; i < s.End; i++ {
		if src[i] != '&' {
			continue
		}
		decoded, n := reference(src[i:s.End])
		if n == 0 {
			continue
		}
		if from < i {
			runs = append(runs, run{src[from:i], text.Span{Start: from, End: i}, false})
		}
		runs = append(runs, run{decoded, text.Span{Start: i, End: i + n}, true})
		i += n - 1
		from = i + 1
	}
	if from < s.End {
		runs = append(runs, run{src[from:s.End], text.Span{Start: from, End: s.End}, false})
	}
	return runs
}

// reference decodes the character reference at the beginning of s, with or without
// its semicolon, as browsers do; n is its length, zero if there is none.
func reference(s string) (decoded string, n int) {
	n = 1
	for n < len(s) && n < 34 && (s[n] == '#' && n == 1 || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	decoded = html.UnescapeString(s[:n])
	if n < 3 || decoded == s[:n] {
		return "", 0
	}
	return decoded, n
}
