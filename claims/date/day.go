package date

import (
	"fmt"
	"time"
)

// A Day is a day of the proleptic Gregorian calendar: days since 1 January of
// year 1, plus one, so that the zero Day means "unknown".
type Day int32

// unixDays is the number of days from 1 January of year 1 to 1 January 1970.
const unixDays = 719162

// Of returns the day of a date, the zero Day if there is no such date (31 June)
// or its year lies outside 1 to 9999.
func Of(year int, month time.Month, day int) Day {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return 0
	}
	return Day(t.Unix()/86400+unixDays) + 1 // no time.Duration: it holds 292 years
}

// Parse reads the ISO form "2025-03-20". Anything else is an error that says
// what was expected.
func Parse(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a date of the form YYYY-MM-DD", s)
	}
	if d := Of(t.Year(), t.Month(), t.Day()); d != 0 {
		return d, nil
	}
	return 0, fmt.Errorf("%q is not a date of the form YYYY-MM-DD", s)
}

// Date returns year, month and day; all zero for the zero Day.
func (d Day) Date() (year int, month time.Month, day int) {
	if d <= 0 {
		return 0, 0, 0
	}
	return time.Date(1, 1, int(d), 0, 0, 0, 0, time.UTC).Date()
}

// Weekday returns the day of the week; meaningless for the zero Day.
func (d Day) Weekday() time.Weekday { return time.Weekday((int(d)) % 7) }

// String returns the ISO form, the empty string for the zero Day.
func (d Day) String() string {
	if d <= 0 {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// An Interval is the days From up to and including To. The zero Interval means
// "unknown"; a zero From or To alone means "open on this side".
type Interval struct {
	From, To Day
}

// Known reports whether i says anything at all.
func (i Interval) Known() bool { return i != Interval{} }

// Disjoint reports whether both intervals are known and no day lies in both.
func (i Interval) Disjoint(j Interval) bool {
	if !i.Known() || !j.Known() {
		return false
	}
	return i.To != 0 && j.From != 0 && i.To < j.From || j.To != 0 && i.From != 0 && j.To < i.From
}

// Contains reports whether every day of j lies in i; both must be known.
func (i Interval) Contains(j Interval) bool {
	if !i.Known() || !j.Known() {
		return false
	}
	return (i.From == 0 || j.From != 0 && i.From <= j.From) && (i.To == 0 || j.To != 0 && j.To <= i.To)
}
