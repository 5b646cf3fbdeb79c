package reader

import (
	"slices"
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

// quotedAbove returns which blocks, in order, are a block quotation by their indent alone,
// for text without marks: neighbours of one indent, more than the least, that a signature
// ends.
//
//	The mayor thanked the engineers.
//
//	   The pumps held all night.
//
//	   — Ines Dray, mayor
//
// Dashes that open what people say in turn sign nothing.
func quotedAbove(indents []int, words func(i int) string) []int {
	var quoted []int
	if len(indents) == 0 {
		return nil
	}
	least := slices.Min(indents)
	for i, indent := range indents {
		name := words(i)
		if indent == least || !isSignature(name) || isItem(name) || strings.HasSuffix(name, ".") {
			continue
		}
		first := i
		for first > 0 && indents[first-1] == indent && !isSignature(words(first-1)) && !isItem(words(first-1)) {
			first--
		}
		for at := first; at <= i && first < i; at++ {
			quoted = append(quoted, at)
		}
	}
	return quoted
}
