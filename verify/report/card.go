package report

import (
	"fmt"
	"io"
	"strings"

	"factcheck/claims/text"
	"factcheck/verify"
)

// What an editor shows of one finding: a line at the words, and a card in Markdown of the
// common kind, without HTML, when somebody points at them.

// Message is what is wrong with a statement in one line; never empty.
func Message(f *verify.Finding) string { return message(f) }

// Cite gives a passage with its source and its date in one line.
func Cite(e *verify.Evidence) string { return cite(e) }

// Side says what a passage makes of a statement.
func Side(e *verify.Evidence) string { return side(e) }

// SourceName says who answers for a passage; never empty.
func SourceName(e *verify.Evidence) string { return sourceName(e) }

// Decisive returns the number of the passage that decided, -1 if there is none.
func Decisive(f *verify.Finding) int { return decisive(f) }

// Suggest returns the source's wording for an altered quotation, and what it takes the
// place of in the draft's file; false if there is none that may be put there unread.
func Suggest(f *verify.Finding, data []byte) (at text.Span, words string, ok bool) {
	s, ok := suggest(f, data)
	return s.file, s.text, ok
}

// Words returns the passage that a search found.
func (f *Found) Words() string { return f.passage() }

// cardPassages is how many passages a card shows.
const cardPassages = 6

// Card shows one finding: what is wrong, the words that clash, the passages and their
// sources, what to do.
func Card(f *verify.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s **%s**: %s\n\n", markdownMarks[f.Level&3], f.Rule(), cardText(message(f)))
	if len(f.Evidence) > 0 && changed(f.Evidence[0].Edits) {
		fmt.Fprintf(&b, "> %s\n\n", card.diff(diff(f.Statement.Text, f.Evidence[0].Text, f.Evidence[0].Edits)))
	}
	for i := range f.Evidence {
		if i == cardPassages {
			fmt.Fprintf(&b, "- and %s\n", plural(len(f.Evidence)-i, "more passage"))
			break
		}
		e := &f.Evidence[i]
		fmt.Fprintf(&b, "- **%s** %s: %s  \n  %s\n", cardText(sourceName(e)), side(e), cardText(shorten(newPassage(e.Text, e.Match).text, cited, "…")), cardText(origin(e)))
	}
	for i := range f.Reviews {
		fmt.Fprintf(&b, "- checked: %s\n", cardText(reviewLine(&f.Reviews[i])))
	}
	if docs := (verify.Rule{Verdict: f.Verdict}).Docs(); f.Level > verify.OK && len(docs) > 0 {
		fmt.Fprintf(&b, "\n%s\n", cardText(docs[0].Answer))
	}
	return strings.TrimSpace(b.String())
}

// cardText escapes text for one line of Markdown; an editor mentions nobody, and an address may
// be one.
func cardText(s string) string { return inCard.Replace(markdownText(s)) }

var inCard = strings.NewReplacer("@<!-- -->", "@", `\://`, "://")

// card is Markdown without HTML: what is gone is struck out, what is new is bold.
var card = dialect{cardText, [2]string{"~~", "~~"}, [2]string{"**", "**"}}

// RulesPage writes the rules as a page of Markdown, each under a heading of its name.
func RulesPage(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# Rules\n\nA rule is a verdict, a reason, or both: altered.number.\n")
	for _, d := range verify.RuleDocs() {
		fmt.Fprintf(&b, "\n## %s\n\n%s. %s\n", d.Rule, d.Level, cardText(d.What))
		for _, s := range d.Source {
			fmt.Fprintf(&b, "\n- a source: %s", cardText(s))
		}
		fmt.Fprintf(&b, "\n- fires: %s\n- does not fire: %s\n\n%s\n", cardText(d.Fires), cardText(d.Silent), cardText(d.Answer))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
