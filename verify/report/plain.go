package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"factcheck/claims/text"
)

// printable returns s fit for a person's screen: white space runs become one
// space, control characters, invisible marks that reverse the direction of
// writing and broken UTF-8 become U+FFFD, so that no text can move the cursor,
// colour the terminal, show itself as something else or command the runner of a
// CI job.
func printable(s string) string {
	if clean(s) {
		return defuse(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case hostile(r):
			r = utf8.RuneError
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return defuse(b.String())
}

// clean reports whether printable would change nothing.
func clean(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// hostile reports whether a rune can do more on a terminal than be seen.
func hostile(r rune) bool {
	return text.Hidden(r) || r == utf8.RuneError
}

// width returns the columns that s takes on a terminal. It holds no control
// character.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return displaywidth.String(s)
		}
	}
	return len(s)
}

// wrap breaks printable text into lines of at most limit columns: at spaces,
// inside a word only when it is wider than a line. Spans of the lines count bytes
// of s; the spaces at which lines break lie in none.
func wrap(s string, limit int) [][2]int {
	limit = max(limit, 2)
	var out [][2]int
	start, end, cols := 0, 0, 0 // the line so far
	for i := 0; i < len(s); {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		if i == j {
			break
		}
		w := width(s[i:j])
		if cols > 0 && cols+(i-end)+w <= limit {
			cols += i - end + w
			end, i = j, j
			continue
		}
		if cols > 0 {
			out = append(out, [2]int{start, end})
		}
		for w > limit {
			k, cols := cut(s[i:j], limit)
			out = append(out, [2]int{i, i + k})
			i += k
			w -= cols
		}
		start, end, cols = i, j, w
		i = j
	}
	if cols > 0 {
		out = append(out, [2]int{start, end})
	}
	return out
}

// wrapped returns the lines of wrap as strings.
func wrapped(s string, limit int) []string {
	var out []string
	for _, l := range wrap(s, limit) {
		out = append(out, s[l[0]:l[1]])
	}
	return out
}

// cut returns how many bytes of s fit into limit columns, at least one character,
// and how many columns they take.
func cut(s string, limit int) (n, cols int) {
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		if cols+g.Width() > limit && n > 0 {
			break
		}
		cols += g.Width()
		n += len(g.Value())
	}
	return n, cols
}

// shorten cuts printable text to limit columns, the last of them an ellipsis.
func shorten(s string, limit int, ellipsis string) string {
	if width(s) <= limit {
		return s
	}
	n, _ := cut(s, max(1, limit-width(ellipsis)))
	return strings.TrimRight(s[:n], " ") + ellipsis
}
