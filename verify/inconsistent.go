package verify

import (
	"factcheck/claims"
	"factcheck/verify/relate"
)

// inconsistent judges a statement beside itself: a conversion that does not
// convert, parts that do not add up, two dates for one event. False if nothing is
// wrong.
func (j *judge) inconsistent(d *draft, s *claims.Statement) (opinion, bool) {
	reasons := relate.Inconsistent(side(d.document, d.referents, s))
	if len(reasons) == 0 {
		return opinion{}, false
	}
	return opinion{verdict: Inconsistent, level: Error, reasons: reasons,
		message: note(reasons, "the draft disagrees with itself")}, true
}
