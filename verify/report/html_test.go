package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
)

// elements returns the elements of a page in order. What stands in noscript is
// parsed as a browser without a script does.
func elements(t *testing.T, page string) []*html.Node {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// Every finding has its article, its reference in the draft, its row, and an
// anchor for each link to it.
func TestHTML(t *testing.T) {
	r := wide()
	ids, links, marks, rows := map[string]int{}, []string{}, map[string]bool{}, 0
	for _, n := range elements(t, print(t, "html", r, Options{Version: "1.2.3"})) {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
		if href := attr(n, "href"); strings.HasPrefix(href, "#") {
			links = append(links, href[1:])
		}
		if n.Data == "mark" {
			marks[attr(n, "data-f")] = true
		}
		if n.Data == "tr" && attr(n, "data-f") != "" {
			rows++
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("id %s stands %d times", id, n)
		}
	}
	for _, l := range links {
		if ids[l] == 0 {
			t.Errorf("a link to %s leads nowhere", l)
		}
	}
	for i := range r.Findings {
		for _, id := range []string{"f", "s", "h"} {
			if ids[fmt.Sprint(id, i+1)] != 1 {
				t.Errorf("finding %d has no %s%d", i+1, id, i+1)
			}
		}
		if !marks[fmt.Sprint(i+1)] {
			t.Errorf("finding %d has no mark", i+1)
		}
	}
	if rows != len(r.Findings) {
		t.Errorf("%d rows of the matrix", rows)
	}
}

// The words of the draft stand in the page as they are, whatever statements
// overlap or reach beyond them.
func TestHTMLDraft(t *testing.T) {
	d := &claims.Document{Path: "d", Text: "One two three four five. Six seven eight.\n\nNine ten."}
	r := &verify.Report{Drafts: []verify.Draft{{Path: "d", Document: d}}}
	for _, s := range [][]text.Span{{{Start: 0, End: 23}}, {{Start: 4, End: 7}, {Start: 14, End: 18}}, {{Start: 4, End: 40}}, {{Start: 30, End: 999}}, {{Start: 7, End: 7}}, nil} {
		r.Findings = append(r.Findings, verify.Finding{Draft: d, Verdict: verify.Supported, Level: verify.Level(len(r.Findings) % 4), Statement: claims.Statement{Spans: s, Text: "x"}})
	}
	refs := map[string]bool{}
	var words strings.Builder
	for _, n := range elements(t, print(t, "html", r, Options{})) {
		if attr(n, "class") == "words" {
			for d := range n.Descendants() {
				if d.Type == html.ElementNode && d.Data == "a" {
					refs[attr(d, "id")] = true
				}
				if d.Type == html.TextNode && !inside(d, "a") {
					words.WriteString(d.Data)
				}
			}
		}
	}
	if got, want := strings.Join(strings.Fields(words.String()), " "), strings.Join(strings.Fields(d.Text), " "); got != want {
		t.Errorf("the draft is %q, shown is %q", want, got)
	}
	if len(refs) != len(r.Findings) {
		t.Errorf("references %v for %d findings", refs, len(r.Findings))
	}
}

func inside(n *html.Node, element string) bool {
	for a := range n.Ancestors() {
		if a.Data == element {
			return true
		}
	}
	return false
}

// Hostile text adds no element, no attribute and no address to the page.
func TestHTMLHostile(t *testing.T) {
	r := hostileReport()
	d := *r.Drafts[0].Document
	d.Title, d.Lang, d.Path = hostileTexts[2], hostileTexts[3], hostileTexts[4]
	r.Drafts[0].Document = &d
	scripts, styles := 0, 0
	for _, n := range elements(t, print(t, "html", r, Options{Version: hostileTexts[2]})) {
		switch n.Data {
		case "script":
			scripts++
			if s := textOf(n); s != reportJS && s != beginJS {
				t.Errorf("a script: %.80q", s)
			}
		case "style":
			styles++
			if s := textOf(n); s != reportCSS {
				t.Errorf("a style: %.80q", s)
			}
		case "img", "iframe", "object", "embed", "base", "form", "link", "foreignobject", "animate", "a":
			if href := attr(n, "href"); n.Data != "a" || !strings.HasPrefix(href, "#") {
				t.Errorf("%s %s", n.Data, href)
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || strings.Contains(strings.ToLower(a.Val), "javascript:") && a.Key != "value" {
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 2 || styles != 1 {
		t.Errorf("%d scripts, %d styles", scripts, styles)
	}
}

// What is quoted says in which language it is, so that it is read aloud in it: a statement in that of its draft, a passage
// in that of its source.
func TestHTMLLanguages(t *testing.T) {
	r := sample()
	f := &r.Findings[0]
	d, e := *f.Draft, slices.Clone(f.Evidence)
	d.Lang, e[0].Lang = "fr", "en"
	f.Draft, f.Evidence = &d, e
	langs := map[string]string{}
	for _, n := range elements(t, print(t, "html", r, Options{})) {
		if n.Data == "blockquote" && inside(n, "article") && langs[attr(n, "class")] == "" {
			langs[attr(n, "class")] = attr(n, "lang")
		}
	}
	if langs["said"] != "fr" || langs[""] != "en" {
		t.Errorf("languages %v", langs)
	}
}

// Only addresses of the web become links.
func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=c#d": "https://example.org/a?b=c#d", "http://example.org": "http://example.org", " https://example.org ": "https://example.org",
		"HTTPS://example.org": "https://example.org", "javascript:alert(1)": "", "data:text/html,x": "", "//example.org": "", "https:///path": "", "ftp://example.org": "",
		"https://user:secret@example.org": "", "https://exa mple.org": "", "java\nscript:alert(1)": "", "": "", "example.org": "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("webAddress(%q) = %q, not %q", in, got, want)
		}
	}
}

// The policy names the style and the scripts that the page holds, and nothing else
// may run.
func TestHTMLPolicy(t *testing.T) {
	for _, n := range elements(t, print(t, "html", sample(), Options{})) {
		if n.Data == "meta" && attr(n, "http-equiv") == "Content-Security-Policy" {
			p := attr(n, "content")
			for _, part := range []string{"default-src 'none'", source(reportCSS), source(reportJS), source(beginJS), "base-uri 'none'", "form-action 'none'"} {
				if !strings.Contains(p, part) {
					t.Errorf("the policy lacks %s: %s", part, p)
				}
			}
			if strings.Contains(p, "unsafe") || strings.Contains(p, "http") || strings.Contains(p, "*") {
				t.Errorf("the policy allows too much: %s", p)
			}
			return
		}
	}
	t.Error("no policy")
}
