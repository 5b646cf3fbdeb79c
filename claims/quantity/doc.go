// Package quantity reads the numbers of news prose ("at least seven", "about
// 15,000 people", "$1.5bn", "3,5 %", "two thirds", "une vingtaine de morts") into
// exact intervals with a unit, and says how two of them stand to each other.
//
// Dates, times of day, years and names with digits (M23, COVID-19, Boeing 737,
// Article 5) are no quantities. What is doubtful is left out: a number that is
// not found is silence, a number misread is a false alarm. So are numbers of more than
// eighteen digits.
//
// # Tolerance
//
// Two exact numbers are equal if they differ by no more than half of what the
// last digit of the coarser one stands for. Zeros at the end are taken for
// rounding down to the second digit, and half a step is at most a tenth of the number: 15,000 is 15,000
// give or take 500, 200 give or take 5, "2 million" give or take 200,000, but 10 is 10.
// About, some and roughly allow ten per cent either way; nearly and almost ten
// per cent below, the number itself excluded. Dozens are 12 to 240, hundreds 100
// to 2,000, thousands and millions have hardly an upper end. A fraction in words
// allows two and a half percentage points. Units convert exactly by their
// international definitions, months and years are mean ones, currencies and "pounds" do
// not convert.
package quantity
