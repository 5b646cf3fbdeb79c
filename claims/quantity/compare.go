package quantity

import "factcheck/claims/relation"

// Direction says what a number is to the change that it stands in.
type Direction uint8

// The directions. The zero value is Level: no change, or none that is said.
const (
	Level Direction = iota // "was 5 percent"
	To                     // "fell to 5 percent": the new level; it compares with Level
	By                     // "fell by 5 percent", "fell 5 percent", "a rise of 5 percent", "up 5 percent": a difference
	From                   // "fell from 5 percent": the old level
)

var directions = [...]string{"level", "to", "by", "from"}

// String returns the direction in lower case.
func (d Direction) String() string {
	if int(d) < len(directions) {
		return directions[d]
	}
	return ""
}

// Role says what a number is to the quantifier that it stands in.
type Role uint8

// The roles. The zero value is Amount: how many or how much.
const (
	Amount     Role = iota
	Population      // 30 in "two of the 30": of how many
	Exception       // two in "all but two": how many not
)

// Compare returns how the number of a source stands to that of a statement. What is
// counted is not compared, nor what an identifier names: the caller does. It is Unknown for
// another kind, unit, currency, rate or direction ("fell to 5" and "fell by 5";
// "5 percent" and "5 points").
//
// A number is as exact as it is written. "14,800" entails "15,000", whose last
// digits are rounded; 15,000 does not entail 14,800. "110 minutes" is no "2 hours", nor
// is it excluded; "90 minutes" is. What a text says about a number
// (about, nearly) is kept in entailing and stretched to twice its width in excluding.
// Identifiers and ordinals that exclude each other name two things: "flight 214"
// and "flight 215" contradict nobody.
func Compare(source, statement *Mention) relation.Relation { return relation.Unknown }
