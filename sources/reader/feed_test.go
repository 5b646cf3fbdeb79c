package reader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factcheck/claims/date"
)

const (
	rssFeed = `<?xml version="1.0" encoding="iso-8859-1"?><!-- made by hand --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Mota Mail - Valley</title><language>en-gb</language><link>https://mota.example/</link>
<item><title>River &amp;amp; dam</title><link>https://mota.example/1</link><guid isPermaLink="false">m1</guid><pubDate>Thu, 20 Mar 2025 00:30:00 +0100</pubDate><dc:creator>Ines Dray</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>The dam held, the caf` + "\xe9" + ` owner said.</p><aside>Note.</aside><ul><li>Nobody was hurt.</li></ul>]]></content:encoded></item>
<item><title>Teaser</title><guid>m1</guid><source url="https://b.example/feed">Radio Bana</source><description>The pumps held. The mayor would not [...]</description></item>
<item><title>Nothing</title></item></channel></rss>`
	atomFeed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Courrier</title><id>f</id>
<entry><id>tag:a,1</id><title type="html">Le &lt;b&gt;barrage&lt;/b&gt;</title><updated>2025-03-21T23:30:00-05:00</updated><author><name>Paul Temba</name></author><author><name>Ines Dray</name></author>
<link href="https://c.example/1"/><content type="html">&lt;p&gt;Le barrage a tenu.&lt;/p&gt;&lt;blockquote&gt;Oui.&lt;/blockquote&gt;</content></entry></feed>`
	jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"BBC News - World","language":"en","items":[
{"id":"j1","url":"https://d.example/1","title":"T","content_html":"<p>The dam held.</p>","date_published":"2025-03-20T10:00:00Z","authors":[{"name":"By Ann Lee"}]}]}`
	rdfFeed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Old</title></channel><item><title>T</title><link>l</link><description>The dam held.</description></item></rdf:RDF>`
)

// TestFeed guards what each item says of itself, and that what a teaser breaks off is
// left out.
func TestFeed(t *testing.T) {
	for _, c := range []struct{ path, src, want string }{
		{"a.rss", rssFeed, "a.rss#m1/Mota Mail - Valley/Ines Dray/River & dam/https://mota.example/1/en/2025-03-20: 0 The dam held, the café owner said.|0 Note.|2 Nobody was hurt.\n" +
			"a.rss#2/Radio Bana//Teaser//en/: 0 The pumps held."},
		{"b.xml", atomFeed, "b.xml#tag:a,1/Le Courrier/Paul Temba, Ines Dray/Le barrage/https://c.example/1/fr/2025-03-21: 0 Le barrage a tenu.|4 Oui."},
		{"c.json", jsonFeed, "c.json#j1/BBC News/Ann Lee/T/https://d.example/1/en/2025-03-20: 0 The dam held."},
		{"-", rdfFeed, "-#l/Old//T/l/en/: 0 The dam held."},
	} {
		docs, err := Read(c.path, []byte(c.src), Options{})
		checkPackaged(t, docs)
		var got []string
		for _, d := range docs {
			got = append(got, strings.Join([]string{d.ID, d.Publisher, d.Author, d.Title, d.URL, d.Lang, dayOf(d.Date)}, "/")+": "+kinds(d))
		}
		if strings.Join(got, "\n") != c.want || err != nil {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", c.path, strings.Join(got, "\n"), c.want, err)
		}
	}
	docs, _ := Read("a.rss", []byte(rssFeed), Options{Publisher: "Mota Mail"})
	if docs[0].Publisher != "Mota Mail" || docs[1].Publisher != "Radio Bana" || len(docs[0].Warnings) != 1 {
		t.Errorf("publishers %q and %q, warnings %q", docs[0].Publisher, docs[1].Publisher, docs[0].Warnings)
	}
	for _, broken := range []string{rssFeed[:400], "<rss><channel><item>", jsonFeed[:100], "<feed></feed>"} {
		if docs, err := Read("a.rss", []byte(broken), Options{}); err == nil {
			t.Errorf("%s: %d documents and no error", broken, len(docs))
		}
	}
}

func dayOf(d date.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// TestShared: a folder's .xml and .json are read if they are feeds, and listed as skipped if
// they are something else.
func TestShared(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"a.xml": atomFeed, "b.xml": "<urlset/>", "c.json": jsonFeed, "package.json": `{"version":"1"}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, skipped, err := Walk(dir, nil)
	if len(found) != 2 || len(skipped) != 2 || filepath.Base(skipped[0]) != "b.xml" || filepath.Base(skipped[1]) != "package.json" || err != nil {
		t.Errorf("found %v, skipped %v, %v", found, skipped, err)
	}
}

func FuzzFeed(f *testing.F) {
	for _, src := range []string{rssFeed, atomFeed, jsonFeed, rdfFeed} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		docs, _ := readFeed([]byte(src), Options{})
		for _, d := range docs {
			complete(d, &file{path: "a.rss", data: []byte(src)}, Options{})
		}
		checkPackaged(t, docs)
	})
}
