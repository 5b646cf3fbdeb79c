package reader

import (
	"encoding/json"
	"fmt"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Publishers who check claims say so in their pages, and in feeds of JSON, as ClaimReview of
// schema.org: the claim, who made it, the rating and the address of the article. Each is a
// document of its own whose text is the claim, so that it can be found, and is never evidence.

// mostReviews bounds the checks of a file, deepestReview how far they stand in other values.
const (
	mostReviews   = 100_000
	deepestReview = 12
)

// reviewsIn returns the checks in a value of JSON-LD, in order.
func reviewsIn(v any, depth int) []*claims.Document {
	if depth > deepestReview {
		return nil
	}
	var found []*claims.Document
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			found = append(found, reviewsIn(e, depth+1)...)
		}
	case map[string]any:
		if typed(v, "ClaimReview") {
			if d := reviewOf(v); d != nil {
				found = append(found, d)
			}
			return found
		}
		for _, key := range [...]string{"@graph", "dataFeedElement", "item", "itemListElement", "hasPart", "review"} {
			found = append(found, reviewsIn(v[key], depth+1)...)
		}
	}
	return found[:min(len(found), mostReviews)]
}

// typed reports whether an object of JSON-LD is of a type, in either notation.
func typed(v map[string]any, name string) bool {
	types, list := v["@type"].([]any)
	if !list {
		types = []any{v["@type"]}
	}
	for _, t := range types {
		if s, ok := t.(string); ok && (s == name || strings.HasSuffix(s, "/"+name) || strings.HasSuffix(s, ":"+name)) {
			return true
		}
	}
	return false
}

// reviewOf makes a document of a check; nil if it does not name the claim and who checked it.
func reviewOf(v map[string]any) *claims.Document {
	words := func(v any) string { return plainWords(value(v, 3)) }
	d := &claims.Document{Text: words(v["claimReviewed"]), Review: &claims.Review{Publisher: words(v["author"]), Rating: ratingOf(v["reviewRating"])}}
	setIfEmpty(&d.Review.Publisher, words(v["publisher"]))
	if d.Text == "" || d.Review.Publisher == "" {
		return nil
	}
	if !strings.ContainsRune(".!?…”»\"", lastRune(d.Text)) {
		d.Text += "." // a line without an end is taken for a headline
	}
	d.Blocks = []claims.Block{{Span: text.Span{End: len(d.Text)}}}
	d.Title = strings.TrimSuffix("Checked by "+d.Review.Publisher+": "+d.Review.Rating, ": ")
	item, _ := v["itemReviewed"].(map[string]any)
	d.Speaker = words(item["author"])
	setMeta(d, "url", value(v["url"], 2))
	setMeta(d, "lang", value(v["inLanguage"], 2))
	d.Date = parseDay(value(v["datePublished"], 1))
	return d
}

// placeReviews says where checks stand: as a whole in a part of the file.
func placeReviews(docs []*claims.Document, at text.Span) {
	for _, d := range docs {
		b := &builder{}
		b.replace(d.Text, at)
		d.Pieces = b.pieces
	}
}

// ratingOf returns a rating in words, else as a number among others; empty if there is none.
func ratingOf(v any) string {
	r, _ := v.(map[string]any)
	if s := plainWords(value(r["alternateName"], 1)); s != "" {
		return s
	}
	given, best := number(r["ratingValue"]), number(r["bestRating"])
	if given != "" && best != "" {
		return given + " of " + best
	}
	return given
}

// number returns a number of JSON-LD, which may stand in a string.
func number(v any) string {
	switch v := v.(type) {
	case float64:
		return fmt.Sprint(v)
	case string:
		return strings.TrimSpace(v)
	}
	return ""
}

// readReviews reads a feed of checks.
func readReviews(f *file) ([]*claims.Document, error) {
	var v any
	if err := json.Unmarshal([]byte(f.text), &v); err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	docs := reviewsIn(v, 0)
	placeReviews(docs, text.Span{End: len(f.text)})
	for i, d := range docs {
		d.ID = numbered(f.path, i, "")
	}
	return docs, nil
}

// isReviews reports whether what begins as a JSON file is a feed of checks, or one.
func isReviews(head string) bool {
	if !strings.HasPrefix(head, "{") && !strings.HasPrefix(head, "[") {
		return false
	}
	return strings.Contains(head, "schema.org") && strings.Contains(head, `"ClaimReview"`) && strings.Contains(head, `"claimReviewed"`)
}
