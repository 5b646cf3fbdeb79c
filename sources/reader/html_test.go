package reader

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
)

// articlePage is a page of our own with all that news pages have.
const articlePage = `<!DOCTYPE html>
<html lang="en-GB"><head>
<meta charset="utf-8"><title>Mbeli falls to rebels | Radio Bana</title>
<meta property="og:title" content="Mbeli falls to rebels">
<meta property="og:site_name" content="Radio Bana">
<meta property="article:published_time" content="2025-03-20T09:15:00+02:00">
<link rel="canonical" href="https://example.org/mbeli">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":["NewsArticle"],"headline":"Mbeli falls to rebels",
"author":[{"@type":"Person","name":"Ann Doe"},{"@type":"Person","name":"Bob Roe"}],"publisher":{"@type":"Organization","name":"Radio Bana"},"datePublished":"2025-03-20T09:15:00+02:00"}]}</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Mbeli falls to rebels</h1>
<!-- factcheck off number -->
<p>Rebels took the town of <b>Mbeli</b> on Wednesday, the mayor, Fran&ccedil;ois Kalume, told Radio Bana by telephone from the hospital where he was sheltering.</p>
<p>&ldquo;We heard shots all night,&rdquo; he&nbsp;said. &ldquo;At&#32;least seven people are wounded &amp; two are missing, and nobody has come to help us since the army left the market.&rdquo;</p>
<!-- factcheck on number -->
<ul><li>The army said it had <em>withdrawn</em> in order to avoid losses among the people of the town.</li></ul>
<blockquote><p>The road to the west is open, and thousands have taken it with what they could carry.</p></blockquote>
<p>A spokesman for the rebels<br>confirmed the capture in a statement, which said that shops would open again within the week.</p>
<pre>code();</pre><p>The town of some 15,000 people lies about 125km from the provincial capital, according to the local administration.</p>
</article></main>
<aside><p>Subscribe to our newsletter.</p></aside>
<footer><p>Copyright Radio Bana</p></footer>
<script>var x = "<p>no</p>";</script></body></html>`

func TestHTMLArticle(t *testing.T) {
	d := read(t, "a.html", articlePage)
	if d.Title != "Mbeli falls to rebels" || d.Publisher != "Radio Bana" || d.Author != "Ann Doe, Bob Roe" || d.Date.String() != "2025-03-20" ||
		d.URL != "https://example.org/mbeli" || d.Lang != "en" {
		t.Errorf("%q by %q in %q on %v at %q in %q", d.Title, d.Author, d.Publisher, d.Date, d.URL, d.Lang)
	}
	got := blocks(d)
	for _, want := range []string{
		"Rebels took the town of Mbeli on Wednesday, the mayor, François Kalume, told", "“We heard shots all night,” he said. “At least seven people are wounded & two are missing",
		"it had withdrawn in order", "A spokesman for the rebels confirmed the capture",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	for _, no := range []string{"newsletter", "Copyright", "Home", "code()", "color", "var x", "factcheck"} {
		if strings.Contains(d.Text, no) {
			t.Errorf("%q is in %q", no, got)
		}
	}
	for words, want := range map[string]string{"François": "Fran&ccedil;ois", "town of Mbeli on": "town of <b>Mbeli</b> on", "wounded & two": "wounded &amp; two", "rebels\nconfirmed": "rebels<br>confirmed"} {
		at := strings.Index(d.Text, words)
		if at < 0 {
			t.Errorf("%q is not in the text", words)
		} else if got := d.File(text.Span{Start: at, End: at + len(words)}).In(articlePage); got != want {
			t.Errorf("%q stands at %q, want %q", words, got, want)
		}
	}
	var notes []string
	for _, n := range d.Directives {
		notes = append(notes, n.Text)
	}
	if strings.Join(notes, "|") != "off number|on number" {
		t.Errorf("directives %q", notes)
	}
}

// TestHTMLForgedMark gives readability's chosen text the mark of the first text of
// the navigation.
func TestHTMLForgedMark(t *testing.T) {
	d := read(t, "a.html", strings.ReplaceAll(articlePage, "Rebels took", "Rebels \U000F0000took"))
	if strings.Contains(d.Text, "Home") || !strings.Contains(d.Text, "Rebels \U000F0000took the town") {
		t.Errorf("%q", blocks(d))
	}
}

func TestHTMLBody(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a fragment", "<p>One <i>two</i>.<p>Three.", "One two.|Three."},
		{"kinds without end tags", "<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", "a|b|c|d"},
		{"two breaks", "One.<br><br>Two.<br>Three.", "One.|Two. Three."},
		{"what is not shown", `<p>One.</p><p hidden>no</p><div style="display: none"><div>no</div>no</div><p>Two <del>no</del>words.</p>`, "One.|Two words."},
		{"navigation alone is text after all", "<nav>One.</nav>", "One."},
		{"quotation elements", "<p>He said <q>no</q>.</p>", `He said "no".`},
		{"references as browsers read them", "<p>A&ampB &lt;c&gt; &#146;s &nosuch; & so</p>", "A&B <c> ’s &nosuch; & so"},
		{"broken markup", "<p>One <b>two</p></i></div>three<", "One two|three<"},
		{"characters that look like marks", "<p>One \U000F0000two.</p>", "One \U000F0000two."},
	} {
		if got := blocks(read(t, "a.html", c.src)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	kinds := []claims.BlockKind{claims.Heading, claims.Paragraph, claims.Item, claims.Quotation, claims.Cell, claims.Caption}
	d := read(t, "a.html", "<h2>h</h2><p>p</p><li>i</li><blockquote>q</blockquote><table><td>c</td></table><figcaption>f</figcaption>")
	for i, b := range d.Blocks {
		if i >= len(kinds) || b.Kind != kinds[i] {
			t.Errorf("block %d %q is of kind %d", i, b.In(d.Text), b.Kind)
		}
	}
}

func TestHTMLMeta(t *testing.T) {
	d := read(t, "a.html", `<html lang=fr><title>Un titre - Le Site</title><meta name=author content="Par Jean Doe"><meta property="og:site_name" content="Le Site"><meta property="article:author" content="https://example.org/jean"><time datetime="2024-04-01T10:00">x</time><p>Texte.`)
	if d.Title != "Un titre" || d.Author != "Jean Doe" || d.Publisher != "Le Site" || d.Lang != "fr" || d.Date.String() != "2024-04-01" {
		t.Errorf("%+v", d)
	}
}

func TestHTMLCharset(t *testing.T) {
	const latin2 = "<html><head><meta charset=\"iso-8859-2\"></head><body><p>Wa\xb3\xeasa said so.</p></body></html>"
	d := read(t, "a.html", latin2)
	if blocks(d) != "Wałęsa said so." || len(d.Warnings) != 0 {
		t.Errorf("%q %q", blocks(d), d.Warnings)
	}
	if d := read(t, "a.html", "<meta charset=\"x-unknown\"><p>caf\xe9</p>"); blocks(d) != "café" || len(d.Warnings) != 1 {
		t.Errorf("%q %q", blocks(d), d.Warnings)
	}
}

// TestHTMLArticles guards that nothing that a page marks as its article is lost,
// and that what lies beside the articles is none.
func TestHTMLArticles(t *testing.T) {
	long := strings.Repeat("<p>The council of Mota met on Tuesday, heard the engineer on the state of the road, which runs along the river, and went home after a vote, said the clerk.</p>", 8)
	for _, c := range []struct{ name, src, in, out string }{
		{"two articles", "<article><h2>A</h2><p>The bridge has 14 spans.</p></article><article><h2>B</h2>" + long + "</article>", "14 spans", ""},
		{"a teaser", "<article><h2>B</h2>" + long + "</article><article><h2><a href=x>A</a></h2><p>The bridge has 14 spans.</p></article>", "council", "14 spans"},
		{"a comment", "<article>" + long + "</article><ol class='comment-list'><li><article><p>The bridge has 14 spans.</p></article></ol>", "council", "14 spans"},
		{"a comment by its class", "<article>" + long + "</article><article class='x js_reply' id=reply_1><p>The bridge has 14 spans.</p></article>", "council", "14 spans"},
		{"the headline", "<article><h1>The bridge has 14 spans</h1>" + long + "</article>", "14 spans", ""},
		{"the headline in main", "<main><h1>The bridge has 14 spans</h1>" + long + "</main>", "14 spans", ""},
		{"the name of the site", "<header><h1><a href=/>The Mota Mail has 14 spans</a></h1></header><article>" + long + "</article>", "council", "14 spans"},
		{"a row of a table", "<article>" + long + "<table><tr><td>The bridge has 14 spans.</td></tr></table></article>", "14 spans", ""},
		{"a caption", "<article>" + long + "<figure><img src=a><figcaption>The bridge has 14 spans.</figcaption></figure></article>", "14 spans", ""},
		{"a mark of a note", "<article>" + long + "<p>The bridge has 14 spans<sup><a href=#n>7</a></sup> and 3 m<sup>2</sup>.</p></article>", "3 m2", "spans7"},
		{"code in a sentence", "<article>" + long + "<p>The bridge has <code>14</code> spans.</p></article>", "has 14 spans", ""},
	} {
		got := blocks(read(t, "a.html", "<html><body>"+c.src+"</body></html>"))
		if !strings.Contains(got, c.in) || !strings.Contains(got, "council") {
			t.Errorf("%s: %q is not in %q", c.name, c.in, got)
		}
		if c.out != "" && strings.Contains(got, c.out) {
			t.Errorf("%s: %q is in %q", c.name, c.out, got)
		}
	}
}

// TestHTMLDeep guards against trees that overflow a stack or take forever.
func TestHTMLDeep(t *testing.T) {
	for _, tag := range []string{"<div>", "<b>", "<nav>", "<table><td>", "<q>", "<blockquote>", "<blockquote><cite>", "<article>", "<article class=comment>", "</article>", "<sup><a>", "&", "<!--", "<a "} {
		src := strings.Repeat(tag, 20_000) + "words"
		docs, err := Read("a.html", []byte(src), Options{})
		if err != nil {
			t.Errorf("%s: %v", tag, err)
		}
		checkDocuments(t, []byte(src), docs)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(articlePage)
	f.Add("<p>One<br><br>&nGg;&amp;<q>x</q><!-- factcheck off --><nav hidden>y</nav>\U000F0001")
	f.Fuzz(func(t *testing.T, src string) {
		docs, _ := Read("a.html", []byte(src), Options{})
		checkDocuments(t, []byte(src), docs)
	})
}

func BenchmarkHTML(b *testing.B) {
	b.SetBytes(int64(len(articlePage)))
	for b.Loop() {
		Read("a.html", []byte(articlePage), Options{})
	}
}
