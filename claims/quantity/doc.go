// Package quantity reads the numbers of news prose ("at least seven", "about
// 15,000 people", "$1.5bn", "3,5 %", "two thirds", "une vingtaine de morts") into
// exact intervals with a unit, and says how two of them stand to each other.
//
// Dates, times of day, years and names with digits (M23, COVID-19, Boeing 737,
// Article 5) are no quantities. What is doubtful is left out: a number that is
// not found is silence, a number misread is a false alarm.
package quantity
