package sources

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
	"factcheck/sources/reader"
)

// A paper that carries or rewords what an agency sent out is no witness beside
// another that does. It says so in its dateline, in its last line or in a phrase:
// “PARIS (AFP) – ”, “… said. (with AFP)”, “© Reuters”, “a Reuters dispatch says”.

// Dispatches returns the agencies whose dispatches a document says that it carries, by
// their names in the lexicon, sorted; nil if it says nothing.
func Dispatches(d *claims.Document) []string {
	var found []string
	add := func(name string) {
		if o, ok := lexicon.OutletOf(name); ok && o.Kind == lexicon.Agency && !slices.Contains(found, o.Name) {
			found = append(found, o.Name)
		}
	}
	for _, line := range edges(d.Text) {
		if l, ok := reader.DatelineOf(line); ok && l.Agency != "" {
			add(l.Agency)
		}
		name, _ := reader.SignedBy(line)
		add(name)
		aside := line
		if open := strings.LastIndexByte(line, '('); open >= 0 && strings.HasSuffix(line, ")") {
			aside = line[open+1:]
		}
		carried(aside, d.Lang, true, add)
	}
	carried(d.Text, d.Lang, false, add)
	slices.Sort(found)
	return found
}

// edges returns the first and last lines of a text that hold anything, the last
// fully: those in which it says where it comes from.
func edges(src string) []string {
	const first, last = 4, 3
	var lines []string
	for line := range strings.Lines(src) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) <= first+last {
		return lines
	}
	return append(lines[:first:first], lines[len(lines)-last:]...)
}

// How many words, marks included, a line that names agencies has at most, and the
// name of one.
const (
	longestAside = 12
	longestName  = 5
)

// carried calls add with the agencies of src beside which a phrase of the table
// stands: in a line of its own, or anywhere.
func carried(src, lang string, line bool, add func(string)) {
	words := text.Words(src)
	if line && len(words) > longestAside {
		return
	}
	if lang == "" {
		lang = "en"
	}
	another := false
	for i := 0; i < len(words); i++ {
		if c := src[words[i].Start]; c < 'A' || c > 'Z' && c < 0x80 {
			continue
		}
		for n := min(longestName, len(words)-i); n > 0; n-- {
			name := src[words[i].Start:words[i+n-1].End]
			if o, ok := lexicon.OutletOf(name); !ok || o.Kind != lexicon.Agency {
				continue
			}
			if phrased(src, words, i, i+n, lang, line, another) {
				add(name)
				another = true
			}
			i += n - 1
			break
		}
	}
}

// phrased reports whether a phrase of the table stands beside the words from first
// up to end, punctuation between them aside; another is whether one stands beside a
// name before.
func phrased(src string, words []text.Word, first, end int, lang string, line, another bool) bool {
	letters := func(words []text.Word) []string {
		var out []string
		for _, w := range words {
			if w.Kind == text.Letters {
				out = append(out, strings.Trim(text.Fold(w.In(src)), "'’"))
			}
		}
		return out
	}
	before, after := letters(words[:first]), letters(words[end:])
	if line && len(before) == 0 && len(after) > 0 {
		return false // “Reuters said so”
	}
	for _, p := range phrases() {
		if p.lang != lang || p.line != line || p.side == "also" && !another {
			continue
		}
		if p.side == "after" && len(after) >= len(p.words) && slices.Equal(after[:len(p.words)], p.words) ||
			p.side != "after" && len(before) >= len(p.words) && slices.Equal(before[len(before)-len(p.words):], p.words) {
			return true
		}
	}
	return false
}

// A phrase is one row of the table.
type phrase struct {
	lang  string
	line  bool // in a line of its own
	side  string
	words []string
}

//go:embed dispatch.tsv
var dispatchTable string

// phrases returns the rows of the table, read once.
var phrases = sync.OnceValue(func() []phrase {
	var all []phrase
	for row := range strings.Lines(dispatchTable) {
		f := strings.Split(strings.TrimSpace(row), "\t")
		if len(f) == 4 && !strings.HasPrefix(row, "#") {
			all = append(all, phrase{f[0], f[1] == "line", f[2], strings.Fields(text.Fold(f[3]))})
		}
	}
	return all
})
