package quote

import (
	"strconv"
	"strings"
	"sync"
)

// A worth is what a number word is worth: units are added, scales multiply
// what stands before them.
type worth struct {
	value float64
	scale bool
}

// numeralWords lists the number words of each language with their worth.
var numeralWords = [...]string{
	"zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16",
	"seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
	"hundred*100 thousand*1000 million*1e6 billion*1e9 trillion*1e12 dozen*12",
	"deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16",
	"vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent*100 cents*100 mille*1000 millions*1e6 milliard*1e9 milliards*1e9 douzaine*12",
	"first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th",
	"half=half twice=twice double=double triple=triple hundreds=hundreds thousands=thousands billions=billions trillions=trillions dozens=dozens",
	"centaines=hundreds milliers=thousands dizaines=dozens",
}

var numeralTable = sync.OnceValues(func() (map[uint64]worth, map[uint64]string) {
	worths, other := map[uint64]worth{}, map[uint64]string{}
	for _, line := range numeralWords {
		for _, f := range strings.Fields(line) {
			at := strings.IndexAny(f, "=*")
			id, what := hashWord(f[:at]), f[at+1:]
			if v, err := strconv.ParseFloat(what, 64); err == nil {
				worths[id] = worth{v, f[at] == '*'}
			} else {
				other[id] = what
			}
		}
	}
	return worths, other
})

// numbers returns the numbers of tokens in a form in which equal numbers are
// equal however they are written, empty if there are none. one counts "one"
// too, which mostly is no number.
func numbers(tokens []token, src string, one bool) string {
	worths, other := numeralTable()
	var b []byte
	var sum, part float64
	open := false
	flush := func() {
		if open {
			b = append(strconv.AppendFloat(b, sum+part, 'g', -1, 64), ' ')
		}
		sum, part, open = 0, 0, false
	}
	for _, t := range tokens {
		w := src[t.start:t.end]
		n, word := worths[t.id]
		if t.mark&amount != 0 {
			flush()
			n, word = worth{}, true
			n.value, _ = worthOf(src, t)
		}
		if one && (w == "one" || w == "One") {
			n, word = worth{value: 1}, true
		}
		switch {
		case word && n.scale && n.value > 100:
			sum, part, open = sum+max(part, 1)*n.value, 0, true
		case word && n.scale:
			part, open = max(part, 1)*n.value, true
		case word:
			part, open = part+n.value, true
		case w[0] >= '0' && w[0] <= '9':
			flush()
			if v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64); err == nil {
				part, open = v, true
			} else {
				b = append(letters(b, src, []token{t}), ' ')
			}
		default:
			o := other[t.id]
			if n, err := strconv.Atoi(strings.TrimRight(o, "stndrh")); err == nil && n < 10 && open && part >= 20 { // twenty-first
				b = append(append(strconv.AppendFloat(b, sum+part+float64(n), 'g', -1, 64), o[1:]...), ' ')
				sum, part, open = 0, 0, false
				continue
			}
			flush()
			if o != "" {
				b = append(append(b, o...), ' ')
			}
		}
	}
	flush()
	return string(b)
}

// ordinal reports whether numbers, as numbers gives them, are one place in an
// order: "2nd ".
func ordinal(n string) bool {
	digits := len(n) - len(strings.TrimLeft(n, "0123456789"))
	switch n[digits:] {
	case "st ", "nd ", "rd ", "th ":
		return digits > 0
	}
	return false
}
