package report

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/verify"
)

// TestClaimReview guards that what is marked is published, that nothing else is, and that it
// has the shape that schema.org gives it.
func TestClaimReview(t *testing.T) {
	const schema = "testdata/schema/claimreview.json"
	r := wide()
	none := print(t, "claimreview", r, Options{})
	valid(t, schema, none)
	if strings.Contains(none, "claimReviewed") {
		t.Errorf("published without a mark: %s", none)
	}
	rating, verdict := "Mostly false", ""
	draft := *r.Findings[0].Draft
	draft.URL, draft.Publisher, draft.Date, draft.Lang = "https://mota.example/check", "Mota Facts", date.Of(2026, 3, 14), "en"
	first, last := &r.Findings[0], &r.Findings[len(r.Findings)-1]
	first.Draft, first.Mark = &draft, &rating
	first.Statement.Attribution.Speaker = claims.Speaker{Name: "Paul Hartwell", Kind: claims.Person}
	last.Mark = &verdict
	got := print(t, "claimreview", r, Options{})
	valid(t, schema, got)
	golden(t, "report.claimreview", got)
	hostile := hostileReport()
	for i := range hostile.Findings {
		hostile.Findings[i].Mark = &hostile.Findings[i].Statement.Text
	}
	got = print(t, "claimreview", hostile, Options{})
	valid(t, schema, got)
	if strings.Contains(got, "<") {
		t.Errorf("it breaks out of a script: %s", got)
	}
	valid(t, schema, print(t, "claimreview", &verify.Report{}, Options{}))
}
