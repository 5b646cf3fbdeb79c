package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
)

// Whoever finds the statements of a text takes the last block of a run of block
// quotations for its author if it is no more than a name. A block quotation names its author in its last line, behind a dash:
//
//	> The pumps held all night.
//	> — Ines Dray, mayor
//
// A dash within a line is none of it, nor one in front of a small letter.

// signed returns p, a block quotation in two where its last line is a signature.
func (p passage) signed() []passage {
	if p.kind != claims.Quotation {
		return []passage{p}
	}
	line := 0
	for i, r := range p.runs {
		if r.words == "\n" && i+1 < len(p.runs) && strings.TrimSpace(p.runs[i+1].words) != "" {
			line = i + 1
		}
	}
	last := passage{kind: p.kind, runs: p.runs[line:]}
	switch {
	case !isSignature(last.words()):
		return []passage{p}
	case line == 0:
		return []passage{last}
	}
	return []passage{{kind: p.kind, runs: p.runs[:line]}, last}
}

// longestSignature is the bytes that a line of this kind has at most.
const longestSignature = 160

// isSignature reports whether a line is a dash and a name.
func isSignature(line string) bool {
	if len(line) > longestSignature {
		return false
	}
	for _, dash := range [...]string{"—", "–", "---", "--", "-", "―", "~"} {
		if name, ok := strings.CutPrefix(line, dash); ok {
			c, _ := utf8.DecodeRuneInString(strings.TrimLeft(name, " \u00A0"))
			return unicode.IsUpper(c) && !strings.ContainsAny(line, "!?“”«»\"")
		}
	}
	return false
}
