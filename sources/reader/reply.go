package reader

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// What a mail quotes or forwards is not its sender's: lines behind “>”, the line that
// introduces them, all below “Original Message” or below the head of another's mail, the
// elements in which mail programs put such things, and the signature.

//go:embed mail.tsv
var mailTable string

// A replyRow is one row of mail.tsv.
type replyRow struct{ how, words string }

var replyRows = sync.OnceValue(func() []replyRow {
	var rows []replyRow
	for line := range strings.Lines(mailTable) {
		if f := strings.Split(strings.TrimRight(line, "\n"), "\t"); line[0] != '#' && len(f) == 3 {
			rows = append(rows, replyRow{f[1], f[2]})
		}
	}
	return rows
})

// isReply reports whether a line has words of a kind at its start, at its end for "closes".
func isReply(how, line string) bool {
	for _, r := range replyRows() {
		if r.how != how {
			continue
		}
		switch rest, ok := strings.CutPrefix(line, r.words); {
		case how == "closes" && strings.HasSuffix(line, r.words), how == "opens" && ok && strings.HasPrefix(rest, " "), how != "opens" && how != "closes" && ok:
			return true
		}
	}
	return false
}

// longestIntroduction is the lines over which a mail program wraps what introduces a reply.
const longestIntroduction = 3

// ownWords returns the lines of a text that are its sender's.
func ownWords(src string) string {
	var lines []string
	for line := range strings.Lines(src) {
		lines = append(lines, strings.TrimRight(line, " \t\r\n"))
	}
	var own []string
	for i := 0; i < len(lines); i++ {
		l := strings.TrimSpace(lines[i])
		if lines[i] == "--" || anothersFrom(lines[i:]) {
			break
		}
		if n := introduction(lines[i:]); n > 0 {
			i += n - 1
			continue
		}
		switch {
		case isQuotedFrom(l):
			own = append(own, l[1:])
		case !strings.HasPrefix(l, ">"):
			own = append(own, lines[i])
		case len(own) > 0 && own[len(own)-1] != "":
			own = append(own, "")
		}
	}
	return strings.TrimSpace(strings.Join(own, "\n"))
}

// isQuotedFrom reports whether a line is one that a mailbox marks so that no mail begins at
// it.
func isQuotedFrom(l string) bool { return strings.HasPrefix(l, ">From ") }

// introduction returns how many of the lines, from the first on, introduce a quoted reply.
func introduction(lines []string) int {
	if !isReply("opens", lines[0]) {
		return 0
	}
	for n := range min(longestIntroduction, len(lines)) {
		if !isReply("closes", lines[n]) {
			continue
		}
		all := strings.Join(lines[:n+1], " ")
		next := slices.IndexFunc(lines[n+1:], func(l string) bool { return l != "" })
		if next >= 0 && strings.HasPrefix(lines[n+1+next], ">") || strings.Contains(all, "@") {
			return n + 1
		}
	}
	return 0
}

// anothersFrom reports whether all from the first line on is another's.
func anothersFrom(lines []string) bool {
	if isReply("rest", strings.TrimSpace(lines[0])) {
		return true
	}
	return isReply("from", strings.Trim(lines[0], "* ")) && slices.ContainsFunc(lines[1:min(4, len(lines))], func(l string) bool { return isReply("sent", strings.Trim(l, "* ")) })
}

// ownPassages returns the paragraphs of a mail in HTML that are its sender's.
func ownPassages(src string) []passage {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return nil
	}
	var others []*html.Node
	below := false // what Outlook puts above another's mail was met
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && isAnothers(n) {
			others = append(others, n)
			if id := attributeOf(n, "id"); !below && (id == "appendonsend" || id == "divRplyFwdMsg") {
				below = true
				for s := n.NextSibling; s != nil; s = s.NextSibling {
					others = append(others, s)
				}
			}
		}
	}
	for _, n := range others {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	var b strings.Builder
	if html.Render(&b, doc) != nil {
		return nil
	}
	passages := fragmentPassages(b.String())
	for i, p := range passages {
		if words := p.words(); anothersFrom([]string{words}) || isReply("from", words) && severalFields(words) {
			return passages[:i]
		}
	}
	return passages
}

// severalFields reports whether a paragraph is the head of another's mail.
func severalFields(words string) bool {
	for _, r := range replyRows() {
		if r.how == "sent" && strings.Contains(words, " "+r.words+" ") {
			return true
		}
	}
	return false
}

// isAnothers reports whether an element is one in which mail programs put what is quoted.
func isAnothers(n *html.Node) bool {
	if n.Data == "blockquote" && attributeOf(n, "type") == "cite" {
		return true
	}
	switch attributeOf(n, "id") {
	case "appendonsend", "divRplyFwdMsg", "Signature":
		return true
	}
	for class := range strings.FieldsSeq(attributeOf(n, "class")) {
		switch class {
		case "gmail_quote", "gmail_signature", "moz-cite-prefix", "moz-signature", "yahoo_quoted", "protonmail_quote":
			return true
		}
	}
	return false
}

// attributeOf returns an attribute of an element, empty if it has none of that name.
func attributeOf(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
