// Package name says whether two names are of one bearer: Same, Different, or Unknown. It
// is the only place that compares names; finding them in a text is grammar's.
//
//	a := name.Parse("Ms Keane")
//	b := name.Parse("Alice Keane")
//	name.Compare(a, b)                        // Same, Shortened
//	name.In(b, a)                             // true: Ms Keane may stand for Alice Keane
//	name.Compare(name.Parse("Mr Keane"), b)   // Different, OtherSex
//
// Parse takes a name apart once; Compare then allocates nothing. Two principles decide.
//
// A given name or a title more makes no other person: Nangaa is Corneille Nangaa. Two
// persons of one family name are told apart by given names that are neither forms of one
// another (Bill, William) nor an initial of it, by titles of two sexes, by a suffix.
//
// A proper word more makes another place or organisation: South Sudan is not Sudan, Air
// France not France, Kennedy Airport not Kennedy. What a table knows under two names (DRC
// and RDC, Kiev and Kyiv), an acronym and its words, a legal form (Ltd) or the sort of
// territory (Goma city) make no other.
//
// Same is a licence to support, Different one to contradict; each is given only where the
// names alone justify it, all else is Unknown. Names that may be of several kinds are
// compared better when the caller says which, as the sentence shows it: Parse("Jordan")
// is a country until As(Person). The tables in data hold every word that decides, a
// language a column; testdata/pairs.txt has the relation of each sort of pair.
package name
