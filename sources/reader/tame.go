package reader

import "bytes"

// goldmark takes time that grows with the square of some inputs: 40,000 times
// "[a](" took 46 s, "*a**b_c__d " four minutes. Nobody writes so, but a file of
// others may hold it. What the parser is given is therefore tamed: beyond these
// limits the marks are overwritten with letters. The text itself is read from the
// file and keeps them, so that nothing is lost but the markup.
const (
	longestRun  = 2048 // bytes without white space
	deepestLine = 64   // containers opened on one line
	mostMarks   = 6000 // inline marks in one paragraph
	mostNotes   = 2000 // footnotes: each is looked for among all
)

// tame overwrites marks in src, which it returns.
func tame(src []byte) []byte {
	tameRuns(src)
	marks, start := 0, 0 // of the paragraph
	notes := 0
	for i := 0; i < len(src); {
		end := len(src)
		if n := bytes.IndexByte(src[i:], '\n'); n >= 0 {
			end = i + n
		}
		line := src[i:end]
		if body := bytes.TrimLeft(line, " \t\r"); len(body) == 0 || body[0] == '#' || len(body) > 1 && body[1] == ' ' && bytes.IndexByte([]byte("-+*"), body[0]) >= 0 {
			marks, start = 0, i
		}
		if text := line[tameLine(line):]; bytes.HasPrefix(text, []byte("[^")) {
			if notes++; notes > mostNotes {
				text[1] = 'x'
			}
		}
		if marks += inlineMarks(line, false); marks > mostMarks {
			inlineMarks(src[start:end], true)
			start = end
		}
		i = end + 1
	}
	return src
}

// tameRuns overwrites the punctuation in what is too long without white space.
func tameRuns(src []byte) {
	start := 0
	for i := 0; i <= len(src); i++ {
		if i < len(src) && !isBlank(src[i]) {
			continue
		}
		if i-start > longestRun {
			for j := start; j < i; j++ {
				if isMark(src[j]) {
					src[j] = 'x'
				}
			}
		}
		start = i + 1
	}
}

// tameLine overwrites the marks of containers beyond the deepest, and returns where
// what they contain begins.
func tameLine(line []byte) int {
	depth := 0
	for i, c := range line {
		switch {
		case c == ' ' || c == '\t' || c >= '0' && c <= '9':
		case c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')':
			if depth++; depth > deepestLine {
				line[i] = 'x'
			}
		default:
			return i
		}
	}
	return len(line)
}

// inlineMarks counts what may open or close emphasis, links and tags, and
// overwrites it if asked to.
func inlineMarks(s []byte, overwrite bool) (count int) {
	for i, c := range s {
		switch c {
		case '*', '_', '~', '[', ']', '<', '@':
		case ':':
			if i+1 >= len(s) || s[i+1] != '/' {
				continue
			}
		case '.':
			if i == 0 || s[i-1]|0x20 != 'w' {
				continue
			}
		default:
			continue
		}
		count++
		if overwrite {
			s[i] = 'x'
		}
	}
	return count
}
