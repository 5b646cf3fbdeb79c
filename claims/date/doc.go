// Package date reads the dates and times of day of news prose ("on Wednesday",
// "earlier this month", "in early 2012", "from 1998 to 2003", « mercredi 19
// mars », « au troisième trimestre 2023 ») into intervals of days, relative to the
// day on which a text was published. It never reads the clock: without a dateline a relative
// date stays unknown. Compare says how two of them stand to each other.
//
// Intervals are generous where people are: "early 2012" is its first half, a
// season anything that either hemisphere calls so, "two years ago" half a year
// more or less, a week begins on Sunday or Monday. Two mentions exclude each
// other only if that does not help, and what is generous entails nothing.
//
// # What a mention says
//
//	from 1914 to 1918      a Range with two Ends, compared by both
//	until Monday           Relation Until: what lasts, compared by its end
//	by Friday, before 2010 Relations By, Before, After: half-open intervals
//	fiscal 2019, FY19      Period Fiscal: days that some accounts so named have
//	Q3 2019, the first nine months of 2019, the year to March 2020
//	                       Period Reporting: exact months, but no calendar period
//	the 2019-20 season     Period Sporting, compared by its name
//	1353 GMT, 8h40         a Clock, with the offset of its zone
//
// A weekday or month is the last at or before the dateline; after "until" and "by", and after what is
// put off "to" it, it is the next where the sentence says so, else unknown.
//
// Words such as "may", "march" and "second" are dates only where the words around
// them say so, "April Carter" and "the Sunday Courier" are none, and a number of
// four digits is a year only where it counts nothing.
// A mention of a distance ("two days ago") overlaps the duration that package
// quantity finds in the same words.
//
// The words of a language stand in data/words.tsv, a column a language.
package date
