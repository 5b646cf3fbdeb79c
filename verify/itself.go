package verify

import (
	"strings"

	"factcheck/claims"
	"factcheck/sources"
)

// A draft that lies in the archive is no evidence for itself. Of what only it says,
// that must be told: “no source has these words” about words that a reader finds in
// the archive would look like a fault of the program.

// OnlyItself is the message of what the archive has in the draft's own text alone.
const OnlyItself = "the archive has this only in the draft itself, which is no evidence"

// lookUpItself is how many proposals are looked at for the draft's own text.
const lookUpItself = 8

// itself says of the findings that no source bears out, where the archive holds the
// draft's own text with these words.
func (j *judge) itself(findings []Finding) error {
	own := map[*claims.Document]*claims.Document{} // of each draft its text in the archive, nil if it holds none
	for i := range findings {
		f := &findings[i]
		if f.Verdict != Unfound && f.Verdict != Unsupported {
			continue
		}
		d, ok := own[f.Draft]
		if !ok {
			var err error
			if d, err = j.copyOf(f.Draft, f.Statement.Text); err != nil {
				return err
			}
			own[f.Draft] = d
		}
		if d != nil && strings.Contains(d.Text, f.Statement.Text) {
			f.Message = OnlyItself
		}
	}
	return nil
}

// copyOf returns the document of the archive that is the draft itself, nil if the
// words of one of its statements do not lead to one.
func (j *judge) copyOf(draft *claims.Document, words string) (*claims.Document, error) {
	candidates, err := j.archive.Quotations(words, draft.Lang, "", lookUpItself)
	if err != nil {
		return nil, err
	}
	for _, c := range candidates {
		if c.Document.Review == nil && sources.Same(c.Document, draft) {
			return c.Document, nil
		}
	}
	return nil, nil
}
