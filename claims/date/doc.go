// Package date reads the dates and times of day of news prose ("on Wednesday",
// "earlier this month", "in early 2012", "from 1998 to 2003", « mercredi 19
// mars », « au troisième trimestre 2023 ») into intervals of days, relative to the
// day on which a text was published. It never reads the clock: without a dateline a relative
// date stays unknown.
//
// Intervals are generous where people are: "early 2012" is its first half, a
// season anything that either hemisphere calls so, "two years ago" half a year
// more or less, a week begins on Sunday or Monday. Two mentions are incompatible
// only if that does not help.
//
// Words such as "may", "march" and "second" are dates only where the words around
// them say so, and a number of four digits is a year only where it counts nothing.
// A mention of a distance ("two days ago") overlaps the duration that package
// quantity finds in the same words.
package date
