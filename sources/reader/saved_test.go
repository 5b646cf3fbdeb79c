package reader

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"factcheck/claims"
)

// savedPage is a page of testdata/pages*.txtar with what is said in it. The archives say
// what their files hold.
type savedPage struct {
	name, html string
	said       []saidLine
	mute       []string
}

// saidLine is a line of a NAME.who file.
type saidLine struct {
	by, words, via string
	nameless       bool // by is a mention, or empty: no name
}

// savedPages reads an archive of pages.
func savedPages(t *testing.T, file string) []savedPage {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var pages []savedPage
	for _, f := range a.Files {
		name, kind, _ := strings.Cut(f.Name, ".")
		if kind == "html" {
			pages = append(pages, savedPage{name: name, html: string(f.Data)})
			continue
		}
		p := &pages[len(pages)-1]
		for _, row := range strings.Split(strings.TrimSpace(string(f.Data)), "\n") {
			if row == "" {
				continue
			}
			if kind == "mute" {
				p.mute = append(p.mute, row)
				continue
			}
			part := strings.Split(row, " | ")
			l := saidLine{by: part[0], words: part[1]}
			if len(part) > 2 {
				l.via = part[2]
			}
			if by, ok := strings.CutPrefix(l.by, "~"); ok || l.by == "-" {
				l.by, l.nameless = strings.TrimPrefix(by, "-"), true
			}
			p.said = append(p.said, l)
		}
	}
	return pages
}

// copied returns the text of a page as somebody copies it from a browser's window: a
// line a block, paragraphs and headings with a blank line between, navigation and all.
func copied(page string) string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return ""
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Head, atom.Script, atom.Style:
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		}
		apart := ""
		if isBlock(n.DataAtom) {
			apart = "\n"
		}
		switch n.DataAtom {
		case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.Blockquote, atom.Figure:
			apart = "\n\n"
		}
		b.WriteString(apart)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		b.WriteString(apart)
	}
	walk(doc)
	var lines []string
	for _, l := range strings.Split(b.String(), "\n") {
		if l = strings.TrimSpace(l); l != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// tally counts what was found on pages.
type tally struct {
	labels, found   int // statements that are said, and those found
	named, via      int // of those found: the right name, or none where none is; the outlet
	vias            int // that an outlet carries
	credited, right int // statements with a cue or marks, and those of them that are said
	strange         int // names that nobody of the page has
	mute, spoke     int // words that no statement may hold, and those that one does
}

func (c tally) String() string {
	return fmt.Sprintf("found %d of %d, right speaker %d, outlet %d of %d; of %d credited %d are said; %d strange names; %d of %d mute words spoke",
		c.found, c.labels, c.named, c.via, c.vias, c.credited, c.right, c.strange, c.spoke, c.mute)
}

// score reads one file of a page and adds to c; what is wrong goes to log.
func (p *savedPage) score(t *testing.T, c *tally, file, content string, log func(format string, args ...any)) {
	docs, err := Read(file, []byte(content), Options{})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"": true}
	for _, l := range p.said {
		known[l.by] = true
	}
	var all, credited []claims.Statement
	for _, d := range docs {
		for _, s := range claims.Extract(d) {
			s.Text = strings.Join(strings.Fields(s.Text), " ")
			all = append(all, s)
			if s.Form != claims.Plain {
				credited = append(credited, s)
			}
			if s.Attribution.Speaker.Role != "" {
				log("role %s: %s: %s", file, s.Attribution.Speaker.Name, s.Attribution.Speaker.Role)
			}
		}
	}
	yes := make([]bool, len(credited))
	for _, l := range p.said {
		c.labels++
		if l.via != "" {
			c.vias++
		}
		found, right, via, got := false, false, false, ""
		for k := range credited {
			if s := &credited[k]; strings.Contains(s.Text, l.words) {
				who := s.Attribution.Speaker
				found, yes[k] = true, true
				got += fmt.Sprintf("; got %s (%s)", who.Name, who.Text)
				right = right || !l.nameless && who.Name == l.by || l.nameless && who.Name == "" && strings.Contains(who.Text, l.by)
				for _, o := range s.Attribution.Via {
					via = via || o.Name == l.via
				}
			}
		}
		switch {
		case !found:
			log("%s: not found: %s | %s", file, l.by, l.words)
		case !right:
			log("%s: wrong speaker: %s | %s%s", file, l.by, l.words, got)
		}
		c.found, c.named, c.via = c.found+count(found), c.named+count(right), c.via+count(via && l.via != "")
	}
	for k, s := range credited {
		c.credited++
		c.right += count(yes[k])
		if who := s.Attribution.Speaker; !known[who.Name] {
			c.strange++
			log("%s: strange name %q (%q) of %q", file, who.Name, who.Text, s.Text)
		} else if !yes[k] {
			log("%s: not said: %s (%s) %q: %q", file, who.Name, who.Text, s.Attribution.Cue.Text, s.Text)
		}
	}
	for _, m := range p.mute {
		c.mute++
		for _, s := range all {
			if strings.Contains(s.Text, m) {
				c.spoke++
				log("%s: speaks: %q in %q", file, m, s.Text)
				break
			}
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestSavedPages reads pages as files of HTML and as text copied from them. The figures
// are pinned: whoever betters them changes them here.
func TestSavedPages(t *testing.T) {
	for _, set := range []struct{ file, html, text string }{
		{"testdata/pages.txtar",
			"found 71 of 71, right speaker 70, outlet 3 of 3; of 70 credited 70 are said; 0 strange names; 0 of 38 mute words spoke",
			"found 69 of 71, right speaker 68, outlet 3 of 3; of 68 credited 68 are said; 0 strange names; 0 of 38 mute words spoke"},
		{"testdata/morepages.txtar",
			"found 150 of 155, right speaker 147, outlet 4 of 7; of 159 credited 150 are said; 2 strange names; 5 of 78 mute words spoke",
			"found 150 of 155, right speaker 147, outlet 4 of 7; of 158 credited 150 are said; 2 strange names; 6 of 78 mute words spoke"},
		{"testdata/voices.txtar",
			"found 73 of 75, right speaker 73, outlet 0 of 0; of 79 credited 73 are said; 0 strange names; 0 of 44 mute words spoke",
			"found 73 of 75, right speaker 73, outlet 0 of 0; of 80 credited 73 are said; 0 strange names; 0 of 44 mute words spoke"},
		{"testdata/canada.txtar",
			"found 262 of 266, right speaker 260, outlet 0 of 0; of 229 credited 215 are said; 1 strange names; 2 of 67 mute words spoke",
			"found 262 of 266, right speaker 260, outlet 0 of 0; of 227 credited 215 are said; 1 strange names; 2 of 67 mute words spoke"},
		{"testdata/shield.txtar",
			"found 237 of 245, right speaker 225, outlet 0 of 0; of 212 credited 194 are said; 1 strange names; 1 of 60 mute words spoke",
			"found 236 of 245, right speaker 224, outlet 0 of 0; of 212 credited 194 are said; 1 strange names; 2 of 60 mute words spoke"},
		{"testdata/world.txtar",
			"found 161 of 161, right speaker 151, outlet 0 of 0; of 140 credited 132 are said; 1 strange names; 0 of 51 mute words spoke",
			"found 161 of 161, right speaker 151, outlet 0 of 0; of 140 credited 132 are said; 1 strange names; 0 of 51 mute words spoke"},
		{"testdata/manners.txtar",
			"found 98 of 98, right speaker 93, outlet 3 of 3; of 107 credited 98 are said; 0 strange names; 0 of 0 mute words spoke",
			"found 98 of 98, right speaker 93, outlet 3 of 3; of 107 credited 98 are said; 0 strange names; 0 of 0 mute words spoke"},
		{"testdata/genres.txtar",
			"found 474 of 477, right speaker 458, outlet 0 of 0; of 399 credited 369 are said; 7 strange names; 2 of 191 mute words spoke",
			"found 474 of 477, right speaker 458, outlet 0 of 0; of 399 credited 369 are said; 7 strange names; 2 of 191 mute words spoke"},
		{"testdata/asked.txtar",
			"found 21 of 21, right speaker 21, outlet 0 of 0; of 29 credited 21 are said; 1 strange names; 0 of 2 mute words spoke",
			"found 21 of 21, right speaker 21, outlet 0 of 0; of 29 credited 21 are said; 1 strange names; 0 of 2 mute words spoke"},
	} {
		pages := savedPages(t, set.file)
		var asHTML, asText tally
		for k := range pages {
			p := &pages[k]
			if only := os.Getenv("PAGE"); only != "" && only != p.name {
				continue
			}
			p.score(t, &asHTML, p.name+".html", p.html, t.Logf)
			p.score(t, &asText, p.name+".txt", copied(p.html), t.Logf)
		}
		if asHTML.String() != set.html {
			t.Errorf("%s as HTML:\n got %s\nwant %s", set.file, asHTML, set.html)
		}
		if asText.String() != set.text {
			t.Errorf("%s as text:\n got %s\nwant %s", set.file, asText, set.text)
		}
	}
}
