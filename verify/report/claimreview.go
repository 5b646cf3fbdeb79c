package report

import (
	"encoding/json"
	"io"
	"slices"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
)

// ClaimReview of schema.org tells search engines and other checkers what a publisher found
// of a claim. Only statements that the draft marks are published: which claim an article is
// about, and what its publisher calls it, is not for a program to say.

type graphLD struct {
	Context string     `json:"@context"`
	Graph   []reviewLD `json:"@graph"`
}

type reviewLD struct {
	Type      string    `json:"@type"`
	URL       string    `json:"url,omitempty"`
	Published string    `json:"datePublished,omitempty"`
	Lang      string    `json:"inLanguage,omitempty"`
	Author    *personLD `json:"author,omitempty"`
	Claim     string    `json:"claimReviewed"`
	Item      itemLD    `json:"itemReviewed"`
	Rating    ratingLD  `json:"reviewRating"`
	Citation  []string  `json:"citation,omitempty"` // addresses of what the finding rests on
}

type itemLD struct {
	Type   string    `json:"@type"`
	Author *personLD `json:"author,omitempty"`
}

type personLD struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type ratingLD struct {
	Type string `json:"@type"`
	Name string `json:"alternateName"`
}

// claimReview prints the findings that the drafts mark.
func claimReview(w io.Writer, r *verify.Report, _ Options) error {
	graph := graphLD{"https://schema.org", []reviewLD{}}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Mark != nil {
			graph.Graph = append(graph.Graph, newReview(f))
		}
	}
	b, err := json.MarshalIndent(graph, "", "  ") // < is escaped: a page may hold it in a script
	if err != nil {
		return err
	}
	_, err = w.Write(append(text.EscapeJSON(b), '\n'))
	return err
}

func newReview(f *verify.Finding) reviewLD {
	d, s := f.Draft, &f.Statement
	l := reviewLD{
		Type: "ClaimReview", URL: webAddress(d.URL), Published: d.Date.String(), Lang: d.Lang, Author: named("Organization", d.Publisher),
		Claim: f.Claim(), Item: itemLD{"Claim", nil}, Rating: ratingLD{"Rating", *f.Mark},
	}
	if s.Kind == claims.Quote && s.Form == claims.Direct {
		l.Claim = "“" + l.Claim + "”"
	}
	if l.Author == nil {
		l.Author = named("Person", d.Author)
	}
	kind := "Organization"
	if s.Attribution.Speaker.Kind == claims.Person {
		kind = "Person"
	}
	l.Item.Author = named(kind, s.Attribution.Speaker.Name)
	if l.Rating.Name == "" {
		l.Rating.Name = f.Verdict.String()
	}
	for _, e := range f.Evidence {
		if u := webAddress(e.URL); u != "" && e.Stance != verify.Silent && !slices.Contains(l.Citation, u) {
			l.Citation = append(l.Citation, u)
		}
	}
	return l
}

// named is somebody of a name; nil without one.
func named(kind, name string) *personLD {
	if name == "" {
		return nil
	}
	return &personLD{kind, name}
}
