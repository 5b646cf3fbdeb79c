package reader

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html/atom"

	"factcheck/claims"
	"factcheck/claims/text"
)

// pageMeta is what a page says of itself. Of several who say the same thing,
// JSON-LD is believed first, then OpenGraph, then the rest: each name below lists
// the fields in that order.
type pageMeta struct {
	fields map[string]string  // the first value of each name in small letters; "ld:..." are JSON-LD's
	rank   int                // of the JSON-LD object that was kept
	checks []*claims.Document // of claims, that the page publishes
}

// metaFields are the names under which each thing is said, best first.
var metaFields = [...]struct {
	field string
	names []string
}{
	{"title", []string{"ld:headline", "og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "title"}},
	{"subtitle", []string{"ld:alternativeheadline", "ld:description", "og:description", "description", "twitter:description"}},
	{"author", []string{"ld:author", "author", "byl", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byline"}},
	{"publisher", []string{"ld:publisher", "og:site_name", "publisher", "dc.publisher", "application-name"}},
	{"url", []string{"canonical", "ld:url", "og:url", "ld:mainentityofpage"}},
	{"lang", []string{"ld:inlanguage", "html:lang", "og:locale", "content-language", "language"}},
	{"date", []string{
		"ld:datepublished", "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate",
		"publishdate", "publish-date", "dc.date.issued", "dcterms.date", "dc.date", "date", "ld:datecreated", "time", "article:modified_time", "ld:datemodified",
	}},
}

// add notes a value; the first of a name counts.
func (m *pageMeta) add(name, value string) {
	value = strings.Join(strings.Fields(value), " ")
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" || value == "" || len(value) > 2000 {
		return
	}
	if m.fields == nil {
		m.fields = map[string]string{}
	}
	if _, ok := m.fields[name]; !ok {
		m.fields[name] = value
	}
}

// tag takes what a start tag says.
func (m *pageMeta) tag(name atom.Atom, a map[string]string) {
	switch name {
	case atom.Html:
		m.add("html:lang", a["lang"])
		m.add("html:lang", a["xml:lang"])
	case atom.Meta:
		for _, key := range [...]string{"property", "name", "itemprop"} {
			m.add(a[key], a["content"])
		}
	case atom.Link:
		if strings.EqualFold(a["rel"], "canonical") {
			m.add("canonical", a["href"])
		}
	case atom.Time:
		if parseDay(a["datetime"]) != 0 {
			m.add("time", a["datetime"])
		}
	}
}

// fill sets what d does not have yet.
func (m *pageMeta) fill(d *claims.Document, byline string) {
	if !strings.ContainsAny(byline, "0123456789") { // a date has run into it
		m.add("byline", byline)
	}
	for _, f := range metaFields {
		for _, name := range f.names {
			v := m.fields[name]
			switch {
			case v == "":
				continue
			case f.field == "date" && parseDay(v) == 0:
				continue
			case f.field == "url" && !strings.HasPrefix(v, "http"):
				continue
			case f.field == "publisher" && strings.Contains(v, "://"):
				continue
			case f.field == "author":
				if v = authorName(v); v == "" {
					continue
				}
			}
			setMeta(d, f.field, v)
			break
		}
	}
	if site := d.Publisher; site != "" {
		for _, bar := range [...]string{" | ", " - ", " – ", " — "} {
			if head, ok := strings.CutSuffix(d.Title, bar+site); ok {
				d.Title = head
			}
		}
	}
}

// authorName returns an author without "By"; empty for an address.
func authorName(v string) string {
	if strings.Contains(v, "://") || strings.HasPrefix(v, "@") || strings.HasPrefix(v, "www.") {
		return ""
	}
	for _, by := range [...]string{"By ", "by ", "BY ", "Par ", "par ", "PAR "} {
		v = strings.TrimPrefix(v, by)
	}
	return v
}

// json takes a JSON-LD script: of the objects in it, the first of the kind that is
// most like an article, and the checks of claims; at is its place.
func (m *pageMeta) json(raw string, at text.Span) {
	var v any
	if len(raw) > 1<<20 || json.Unmarshal([]byte(raw), &v) != nil {
		return
	}
	ids := map[string]string{}
	nameIDs(v, ids, 6)
	m.object(refer(v, ids, 6), 6)
	checks := reviewsIn(v, 0)
	placeReviews(checks, at)
	m.checks = append(m.checks, checks...)
}

// nameIDs notes the names of the objects that have an address by which others mean them: {"@id": "#org", "name": "Bana News"}.
func nameIDs(v any, ids map[string]string, depth int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if depth > 0 {
				nameIDs(e, ids, depth-1)
			}
		}
	case map[string]any:
		id, _ := v["@id"].(string)
		if name, _ := v["name"].(string); id != "" && name != "" {
			ids[id] = name
		}
		for _, e := range v {
			if depth > 0 {
				nameIDs(e, ids, depth-1)
			}
		}
	}
}

// refer returns a value with the names of those that are meant by their address, "publisher": {"@id": "#org"}.
func refer(v any, ids map[string]string, depth int) any {
	switch v := v.(type) {
	case []any:
		for i, e := range v {
			if depth > 0 {
				v[i] = refer(e, ids, depth-1)
			}
		}
	case map[string]any:
		id, _ := v["@id"].(string)
		if name := ids[id]; name != "" && v["name"] == nil {
			v["name"] = name
		}
		for key, e := range v {
			if depth > 0 {
				v[key] = refer(e, ids, depth-1)
			}
		}
	}
	return v
}

// object looks for articles in a JSON value.
func (m *pageMeta) object(v any, depth int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if depth > 0 {
				m.object(e, depth-1)
			}
		}
	case map[string]any:
		if graph, ok := v["@graph"]; ok && depth > 0 {
			m.object(graph, depth-1)
		}
		if rank := articleRank(v["@type"]); rank > m.rank {
			m.rank = rank
			for name := range m.fields {
				if strings.HasPrefix(name, "ld:") {
					delete(m.fields, name)
				}
			}
			for _, key := range [...]string{
				"headline", "alternativeHeadline", "description", "author", "publisher", "url", "mainEntityOfPage", "inLanguage",
				"datePublished", "dateCreated", "dateModified",
			} {
				m.add("ld:"+key, value(v[key], 3))
			}
		}
	}
}

// articleRank says how much a type is like an article, zero for none.
func articleRank(t any) int {
	switch t := t.(type) {
	case []any:
		best := 0
		for _, e := range t {
			best = max(best, articleRank(e))
		}
		return best
	case string:
		switch {
		case strings.HasSuffix(t, "NewsArticle"):
			return 4
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "Posting"), t == "Report":
			return 3
		case t == "CreativeWork":
			return 2
		case strings.HasSuffix(t, "WebPage"):
			return 1
		}
	}
	return 0
}

// value returns a JSON-LD value as words: a string, the names of a list joined by
// commas, of an object its name or address.
func value(v any, depth int) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var parts []string
		for _, e := range v {
			if depth == 0 || len(parts) > 20 {
				break
			}
			if s := value(e, depth-1); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		for _, key := range [...]string{"name", "@id", "url"} {
			if s, ok := v[key].(string); ok && s != "" {
				return s
			}
		}
	}
	return ""
}
