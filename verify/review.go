package verify

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/verify/relate"
)

// Others check claims too, and publish what they found. Where the archive holds such a check
// of what a statement of the draft says, no more and no less, it stands beside the finding:
// it is what that publisher found, and neither supports nor contradicts.

// A Review is what a publisher found of a claim that a statement repeats.
type Review struct {
	Claim     string   // as the publisher words it
	By        string   // who made it; empty if nobody is named
	Publisher string   // who checked it
	Rating    string   // in the publisher's words; empty if it gives none
	URL       string   // of the article; empty if unknown
	Date      date.Day // of the article; zero if unknown
}

// lookUpReviews is how many proposals are looked through for checks, mostReviews how many a
// finding shows.
const (
	lookUpReviews = 40
	mostReviews   = 5
)

// reviews returns the checks of what a statement says. A claim of which the statement says
// only a part may be false where the part is true, and the other way round: each must bear
// out the other.
func (j *judge) reviews(at place) ([]Review, error) {
	d, s := at.draft, &at.draft.statements[at.i]
	candidates, err := j.archive.Reviews(s.Text, d.document.Lang, lookUpReviews)
	if err != nil || len(candidates) == 0 {
		return nil, err
	}
	statement := d.analyses[at.i]()
	var found []Review
	for _, c := range candidates {
		if otherLanguage(c.Document.Lang, d.document.Lang) || len(c.Document.Sentences()) != 1 || c.Document.URL != "" && c.Document.URL == d.document.URL {
			continue
		}
		claim := j.prepared.analysis(sentence(c))
		if relate.Relate(claim, statement).Relation != relate.Agrees {
			continue
		}
		// A claim whose words all stand in the statement says no more, though its page has a day
		// and the draft has none.
		if !allWordsIn(d.document.Lang, c.Document.Text, s.Text) && relate.Relate(statement, claim).Relation != relate.Agrees {
			continue
		}
		r := Review{strings.TrimSuffix(c.Document.Text, "."), c.Document.Speaker, c.Document.Review.Publisher, c.Document.Review.Rating, c.Document.URL, c.Document.Date}
		if !slices.Contains(found, r) && len(found) < mostReviews {
			found = append(found, r)
		}
	}
	return found, nil
}

// allWordsIn reports whether every word of a text stands in another, whatever its inflection.
func allWordsIn(lang, src, other string) bool {
	stems := func(src string) (all []string) {
		for _, w := range text.Words(src) {
			if w.Kind == text.Letters || w.Kind == text.Number {
				all = append(all, text.Stem(language(lang), text.Fold(w.In(src))))
			}
		}
		return all
	}
	has := stems(other)
	return !slices.ContainsFunc(stems(src), func(s string) bool { return !slices.Contains(has, s) })
}
