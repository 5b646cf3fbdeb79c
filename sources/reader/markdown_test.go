package reader

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"paragraphs", "One\ntwo.\n\nThree.", "One two.|Three."},
		{"emphasis and links", "The **mayor** of [Mbeli](http://x.y \"t\") *said* so.", "The mayor of Mbeli said so."},
		{"entities and escapes", `A&amp;B &mdash; 5 \* 3 &hellip;`, "A&B — 5 * 3 …"},
		{"headings, items, quotations", "# Town falls\n\n- one\n- two\n\n> He said\n> so.\n", "Town falls|one|two|He said so."},
		{"tables", "| a | b |\n|---|---|\n| c \\| d | e |\n", "a|b|c | d|e"},
		{"blocks of code are no text, code in a sentence is", "It has `14` spans, `a\\*b` and ``x ` y``.\n\n```\ncode\n```\n\n    code\n", "It has 14 spans, a\\*b and x ` y."},
		{"comments are no text", "One <!-- no --> two.\n\n<!-- no -->\n\n<!-- no --> Three.\n\n<!--\nno\n--> Four.\n", "One two.|Three.|Four."},
		{"HTML is", "<div>\nOne &amp;\ntwo.\n</div>\n\nThree.", "One & two.|Three."},
		{"figures, details, tables, boxes", "<figure><img src=a><figcaption>One.</figcaption></figure>\n\n<details><summary>Two</summary>\nThree.\n</details>\n\n" +
			"<table><tr><td>4<td>5</table>\n\n<aside>Six.</aside>\n", "One.|Two|Three.|4|5|Six."},
		{"what HTML does not show is none", "<div hidden>no</div>\n\n<script>\nno\n</script>\n\n<style>no</style>\n\nOne.", "One."},
		{"what HTML leaves open ends with its block", "<div hidden>no\n\nOne.\n\n<p>Two.</p>\n", "One.|Two."},
		{"struck-out words are no text", "He ~~never~~ <del>ever *once*</del><s>x</s> said so.", "He said so."},
		{"quotation elements", "He said <q>no</q>.", `He said "no".`},
		{"citations are no text", "“It fell” [@doe2024, p. 4]. So [see @a; -@b]; `[@c]`.", "“It fell”. So; ."},
		{"the number of a line", "Learners form independent\n86\nassessments.", "Learners form independent assessments."},
		{"links and addresses are no citations", "See [@doe](http://x.y) and [a@x.org] and [@].", "See @doe and [a@x.org] and [@]."},
		{"images are no text", "See ![alt](x.png) it.", "See it."},
		{"footnotes", "So it is.[^1]\n\n[^1]: By *his* account.\n", "So it is.|By his account."},
		{"front matter", "---\ntitle: T\n---\nText.\n", "Text."},
		{"front matter of TOML", "+++\ntitle = \"T\"\n+++\nText.\n", "Text."},
		{"plus signs are no front matter", "+++\nJust words.\n+++\n", "+++ Just words. +++"},
		{"a rule is no front matter", "---\nJust words.\n\n---\n", "Just words."},
		{"line ends of another system", "One\r\ntwo.\r\n\r\nThree.\r\n", "One two.|Three."},
		{"hard line breaks", "One  \ntwo\\\nthree.", "One two three."},
		{"bare addresses", "See https://example.org/a?b=c now.", "See https://example.org/a?b=c now."},
	} {
		if got := blocks(read(t, "a.md", c.src)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMarkdownPlaces(t *testing.T) {
	const src = "---\ntitle: x\n---\n\n# Falls & rises\n\n> The **mayor** said &ldquo;no&rdquo;, and\n> left *Mbeli*.\n"
	d := read(t, "a.md", src)
	for words, want := range map[string]string{"mayor": "mayor", "“no”": "&ldquo;no&rdquo;", "Mbeli": "Mbeli", "and\nleft": "and\n> left", "The mayor": "The **mayor"} {
		at := strings.Index(d.Text, words)
		if at < 0 {
			t.Errorf("%q is not in %q", words, d.Text)
			continue
		}
		if got := d.File(text.Span{Start: at, End: at + len(words)}).In(src); got != want {
			t.Errorf("%q stands at %q, want %q", words, got, want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	d := read(t, "a.md", "---\ntitle: The fall\nsource: AFP\npublisher: Radio Bana\nauthor:\n  - Ann Doe\n  - Bob Roe\ndate: 2025-03-20\nurl: https://example.org/1\nlang: en-GB\nspeaker: A. B.\nunknown: [1]\n---\n\n# Other\n\nText.\n")
	if d.Title != "The fall" || d.Publisher != "Radio Bana" || d.Author != "Ann Doe, Bob Roe" || d.Date.String() != "2025-03-20" || d.URL != "https://example.org/1" || d.Lang != "en" || d.Speaker != "A. B." {
		t.Errorf("%+v", d)
	}
	d = read(t, "a.md", "+++\ntitle = 'The fall'\ndate = 2025-03-20T10:00:00+02:00\nauthor = [\"Ann Doe\", \"Bob Roe\"]\n[params]\npublisher = \"Radio Bana\"\n+++\n\nText.\n")
	if d.Title != "The fall" || d.Publisher != "Radio Bana" || d.Author != "Ann Doe, Bob Roe" || d.Date.String() != "2025-03-20" || blocks(d) != "Text." {
		t.Errorf("%+v", d)
	}
	if d := read(t, "a.md", "+++\ndate = 2025-03-20\n+++\nText."); d.Date.String() != "2025-03-20" {
		t.Errorf("a day of TOML: %v", d.Date)
	}
	if d := read(t, "a.md", "+++\ntitle = [\n+++\nText."); len(d.Warnings) != 1 || blocks(d) != "Text." {
		t.Errorf("broken front matter: %q %q", d.Warnings, blocks(d))
	}
	if d := read(t, "a.md", "# A *title*\n\nText."); d.Title != "A title" {
		t.Errorf("title %q", d.Title)
	}
	if d := read(t, "a.md", "---\ntitle: [\n---\nText."); len(d.Warnings) != 1 || blocks(d) != "Text." {
		t.Errorf("broken front matter: %q %q", d.Warnings, blocks(d))
	}
	if d := read(t, "a.md", "---\ndate: the other day\n---\nText."); len(d.Warnings) != 1 || d.Date != 0 {
		t.Errorf("broken date: %q", d.Warnings)
	}
}

func TestMarkdownDirectives(t *testing.T) {
	const src = "One <!-- factcheck ignore number: so they say --> two.\n\n<!-- factcheck off -->\n\nThree.\n\n<!-- factcheck on --> \n\n[factcheck: off date]\n\n<!-- factchecker -->\n"
	d := read(t, "a.md", src)
	var got []string
	for _, n := range d.Directives {
		got = append(got, n.Text+"="+n.File.In(src))
	}
	want := []string{"ignore number: so they say=<!-- factcheck ignore number: so they say -->", "off=<!-- factcheck off -->", "on=<!-- factcheck on -->", "off date=[factcheck: off date]"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
	if blocks(d) != "One two.|Three." {
		t.Errorf("blocks %q", blocks(d))
	}
}

func TestMarkdownKinds(t *testing.T) {
	d := read(t, "a.md", "# H\n\np\n\n- i\n\n> q\n\n|c|\n|-|\n")
	want := []claims.BlockKind{claims.Heading, claims.Paragraph, claims.Item, claims.Quotation, claims.Cell}
	for i, b := range d.Blocks {
		if i >= len(want) || b.Kind != want[i] {
			t.Errorf("block %d is of kind %d", i, b.Kind)
		}
	}
}

// TestBlockQuotation guards that a block quotation is one, and that the line with
// its author is none of its words.
func TestBlockQuotation(t *testing.T) {
	for _, c := range []struct{ name, path, src, want string }{
		{"a paragraph of its own", "a.md", "> The pumps held.\n>\n> — Ines Dray, mayor\n", "quotation The pumps held.|quotation — Ines Dray, mayor"},
		{"the last line", "a.md", "> The pumps\n> held.\n> -- Ines Dray\n", "quotation The pumps held.|quotation -- Ines Dray"},
		{"three dashes", "a.md", "> The pumps held.\n> --- Ines Dray\n", "quotation The pumps held.|quotation --- Ines Dray"},
		{"a dash within a line", "a.md", "> The pumps held — Ines Dray\n> stayed.\n", "quotation The pumps held — Ines Dray stayed."},
		{"a dash before a small letter", "a.md", "> The pumps held\n> — or so they say\n", "quotation The pumps held — or so they say"},
		{"a dash outside a quotation", "a.md", "It rained.\n\n— Ines Dray\n", "text It rained.|text — Ines Dray"},
		{"HTML around Markdown", "a.md", "<blockquote>\n\nThe *pumps* held.\n\n</blockquote>\n\nIt rained.\n", "quotation The pumps held.|text It rained."},
		{"cite", "a.html", "<blockquote><p>The pumps held.</p><cite>Ines Dray</cite></blockquote><p>So.", "quotation The pumps held.|quotation Ines Dray|text So."},
		{"cite behind a dash", "a.html", "<blockquote>The pumps held.<br>— <cite>Ines Dray</cite></blockquote>", "quotation The pumps held.|quotation — Ines Dray"},
		{"the title of a book", "a.html", "<blockquote><p>I read <cite>The Dam</cite> twice.</p></blockquote>", "quotation I read The Dam twice."},
		{"foot", "a.html", "<blockquote><p>The pumps held.</p><footer>— Ines Dray in <cite>The Dam</cite></footer></blockquote>", "quotation The pumps held.|quotation — Ines Dray in The Dam"},
		{"figure", "a.html", "<figure><blockquote>The pumps held.</blockquote><figcaption>Ines Dray</figcaption></figure>", "quotation The pumps held.|quotation Ines Dray"},
		{"figure with a picture", "a.html", "<figure><img><figcaption>The pumps held.</figcaption></figure>", "other The pumps held."},
	} {
		d := read(t, c.path, c.src)
		var got []string
		for _, b := range d.Blocks {
			name := map[claims.BlockKind]string{claims.Quotation: "quotation", claims.Paragraph: "text"}[b.Kind]
			if name == "" {
				name = "other"
			}
			got = append(got, name+" "+strings.Join(strings.Fields(b.In(d.Text)), " "))
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
