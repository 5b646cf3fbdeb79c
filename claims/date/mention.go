package date

import "time"

// Precision is the length of what a mention names, from the finest to the
// coarsest.
type Precision uint8

// The precisions. The zero value says that nothing is known of it.
const (
	NoPrecision Precision = iota
	Minute
	Hour
	DayPart // morning, night
	OneDay
	Week
	Month
	Quarter
	Season
	HalfYear
	Year
	Decade
	Century
)

var precisions = [...]string{"", "minute", "hour", "part of day", "day", "week", "month", "quarter", "season", "half-year", "year", "decade", "century"}

// String returns the precision in lower case, the empty string for none.
func (p Precision) String() string {
	if int(p) < len(precisions) {
		return precisions[p]
	}
	return ""
}

// Relation is how something stands to the time that a mention names.
type Relation uint8

// The relations. The zero value is In: at, on or during it, or the time itself.
const (
	In      Relation = iota
	Since            // from it on, up to now
	Until            // up to it
	By               // at it or earlier
	Before           // earlier than it
	After            // later than it
	Between          // from the beginning of the interval to its end
	Ago              // counted back from the dateline; the interval allows for its rounding
	Later            // counted from another date of the text: "two days later", "the day after"
	Earlier          // likewise backwards: "two days earlier", "the previous day"
	For              // a duration, which has no interval: "for two years"
)

var relations = [...]string{"in", "since", "until", "by", "before", "after", "between", "ago", "later", "earlier", "for"}

// String returns the relation in lower case.
func (r Relation) String() string {
	if int(r) < len(relations) {
		return relations[r]
	}
	return ""
}

// Period is by which calendar a period is reckoned. The days of fiscal and school
// years are generous, since each house has its own.
type Period uint8

// The periods. The zero value is Calendar.
const (
	Calendar  Period = iota // days, weeks, months, years
	Fiscal                  // "fiscal 2019", "FY2019", "the third fiscal quarter"
	Reporting               // quarters, halves, "the first nine months of 2019", "the year to March": months of accounts
	School                  // "the 2019-20 school year"
	Sporting                // "the 2019-20 season", "the 2019 season"
)

var periods = [...]string{"calendar", "fiscal", "reporting", "school", "sporting"}

// String returns the period in lower case.
func (p Period) String() string {
	if int(p) < len(periods) {
		return periods[p]
	}
	return ""
}

// A Mention is a time that a text names. What is written is kept beside what it
// comes to, since without a dateline "19 March" and "20 March" are no days but
// still differ.
type Mention struct {
	First, End int         // the words, from the preposition to the end: "since early March"
	Core       int         // the first word of the date proper: "March"
	Interval   Interval    // the days that it names, before Relation is applied; zero if unknown
	Precision  Precision   // of the interval, the coarser of two ends
	Relation   Relation    // how something stands to it
	Relative   bool        // depends on the dateline or on another date
	Year       int         // as written, zero if not; of a range the first
	Month      time.Month  // as written, zero if not
	Day        int         // of the month as written, zero if not
	Weekday    int         // 1 Monday to 7 Sunday as written, zero if not
	Clock      Clock       // the time of day; zero if none is written
	Period     Period      // by which calendar
	Range      bool        // has two ends: "from 1914 to 1918", "between May and June"
	Ends       [2]Interval // of a range: the days of its first and last date; zero if unknown
	Count      int         // of Unit in a duration or distance: 2 in "two days ago"; zero if vague
	Unit       Precision   // of Count
	part       part        // early, mid, late
	rough      bool        // around
	last       calendar    // of a range, its last date as written
	future     bool        // "next", "later this month"
	shift      int8        // periods from the dateline's: -1 in "last week", in units of
	shiftUnit  Precision
	ordinal    int8 // of the quarter, half or season in its year
	months     int8 // of accounts: 9 in "the first nine months of 2019"; zero of others
	rolling    bool // counted back from the dateline itself: "the past week"
}

// A Clock is a time of day, in minutes since midnight: From up to and including
// To. The zero Clock means unknown; To is never zero in a known one.
type Clock struct {
	From, To int16
	Zone     bool  // a zone is named ("18:00 GMT")
	Offset   int16 // of that zone from universal time, in minutes; unknownZone or less if that varies ("local time")
}

// unknownZone is the offset of zones that have none of their own.
const unknownZone = -1000

// Known reports whether c says anything.
func (c Clock) Known() bool { return c.To != 0 }

type part uint8

const (
	whole part = iota
	early
	mid
	late
)

// Duration reports whether a time tells how long something took, and not when it was: "for six years".
func (m *Mention) Duration() bool { return m.Count > 0 && !m.Interval.Known() }

// Extent returns the days in which the thing so dated lies: the interval opened
// or moved by the relation. Zero if unknown. Before and after a day include
// the day itself, since people count loosely there; before a month or year does
// not include it.
func (m *Mention) Extent() Interval {
	i := m.Interval
	if !i.Known() {
		return i
	}
	switch m.Relation {
	case Since:
		return Interval{i.From, 0}
	case Until, By:
		return Interval{0, i.To}
	case Before:
		if m.Precision >= Month && i.From > 1 {
			return Interval{0, i.From - 1}
		}
		return Interval{0, i.To}
	case After:
		if m.Precision >= Month && i.To != 0 {
			return Interval{i.To + 1, 0}
		}
		return Interval{i.From, 0}
	case Later, Earlier, For:
		return Interval{}
	}
	return i
}
