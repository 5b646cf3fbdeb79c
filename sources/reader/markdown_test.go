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
		{"code is no text", "Run `x` now.\n\n```\ncode\n```\n\n    code\n", "Run now."},
		{"comments and HTML are no text", "One <!-- no --> two.\n\n<!-- no -->\n\n<div>\nno\n</div>\n", "One two."},
		{"struck-out words are no text", "He ~~never~~ said so.", "He said so."},
		{"images are no text", "See ![alt](x.png) it.", "See it."},
		{"footnotes", "So it is.[^1]\n\n[^1]: By *his* account.\n", "So it is.|By his account."},
		{"front matter", "---\ntitle: T\n---\nText.\n", "Text."},
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
