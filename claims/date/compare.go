package date

import "factcheck/claims/relation"

// Period is by which calendar a period is reckoned. The extents of other
// periods than Calendar are generous, since each house has its own.
type Period uint8

// The periods. The zero value is Calendar.
const (
	Calendar  Period = iota // days, weeks, months, years
	Fiscal                  // "fiscal 2019", "FY2019", "the year to March": twelve months of accounts
	Reporting               // quarters, halves, "the first nine months of 2019": months of accounts
	School                  // "the 2019-20 school year"
	Sporting                // "the 2019-20 season"
)

var periods = [...]string{"calendar", "fiscal", "reporting", "school", "sporting"}

// String returns the period in lower case.
func (p Period) String() string {
	if int(p) < len(periods) {
		return periods[p]
	}
	return ""
}

// Compare returns how the time that a source gives stands to that of a
// statement.
//
// Two dates compare as days: a day entails its month and year. Ranges ("from 1914
// to 1918") and what lasts ("until Monday", "since 2010") compare by their ends: another end excludes.
// Bounds ("by Friday", "before 2010", "after 2010") compare as half-open
// intervals. Periods of two kinds never entail each other, but for a day within
// one; they exclude each other if no calendar lets them meet. Times of day compare on what may be one
// day, in one zone.
//
// Without a dateline a relative date ("on Monday", "last year", "in May") is Unknown beside
// another, never equal, for two texts may have two Mondays; as written it may
// still exclude ("Monday", "Tuesday"). See WrittenAlike.
func Compare(source, statement *Mention) relation.Relation { return relation.Unknown }

// WrittenAlike reports whether two unresolved mentions say the same of the
// calendar ("on Monday", "Monday"): the same day if both stand in one text or in
// two of the same day.
func WrittenAlike(a, b *Mention) bool { return false }
