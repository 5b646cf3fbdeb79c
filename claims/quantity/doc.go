// Package quantity reads the numbers of news prose ("at least seven", "about
// 15,000 people", "$1.5bn", "3,5 %", "two thirds", "une vingtaine de morts") into
// exact intervals with a unit, and says how two of them stand to each other.
//
// Read finds the mentions of a text and its quantifiers ("all but two of the 30",
// "nearly all", "none of them"); Compare and CompareQuantifiers answer with a
// relation. Dates, times of day and years are no quantities. A number that
// names a thing (flight 214, Article 5, Boeing 737) is an Identifier, which Find
// leaves out. What is doubtful is left out: a number that is not found is silence, a
// number misread is a false alarm. So are numbers of more than eighteen digits.
//
// # What a mention says
//
//	fell to 5 percent      Measure 5 %, Direction To: a level
//	fell by 5 percent      Measure 5 %, Direction By: a difference, as "fell 5 percent", "a 5 percent fall"
//	from 5 to 7 percent    From and To where something moves, else the range 5 to 7
//	-5 degrees             the number itself is negative, as "minus 5", "5 degrees below zero"
//	two of the 30 miners   Count 2 and Count 30 with the Role Population; a Quantifier with both
//	all but two            Count 2 with the Role Exception; a Quantifier AllBut
//	they won 3-1           one Score
//	round 5, the 5th round an Identifier and an Ordinal, which compare
//
// # Tolerance
//
// A number is as exact as it is written: zeros at the end are taken for rounding
// down to the second digit, and half a step is at most a tenth of a number in words: 15,000 is
// 15,000 give or take 500, 200 give or take 5, "2 million" give or take 200,000, but 10 is
// 10. In Compare the finer number entails the coarser, within a twentieth of it, and what lies
// between that and the rounding overlaps; Relate, which the first judge asks, calls both equal. About,
// some and roughly allow ten per cent either way; nearly and almost ten
// per cent below, the number itself excluded. Dozens are 12 to 240, hundreds 100
// to 2,000, thousands and millions have hardly an upper end. A fraction in words
// allows two and a half percentage points.
//
// Units convert exactly by their international definitions, months and years are
// mean ones, currencies and "pounds" do not convert. Lengths of time are not rounded to a coarser unit:
// 60 minutes are an hour, 90 are not two.
//
// # Words
//
// The words of a language stand in data/words.tsv and data/quantifiers.tsv, a column
// a language. A new word is a word in a row.
package quantity
