package quote

import (
	"slices"
	"strings"
	"sync"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Likeness says whether two mentions may be of one speaker.
type Likeness uint8

// The likenesses. The zero value is Compatible: nothing speaks against it.
const (
	Compatible Likeness = iota
	Same                // the names agree
	Different           // both are whole names of persons, and not of one
)

// String returns "compatible", "same" or "different".
func (l Likeness) String() string { return [...]string{"compatible", "same", "different", ""}[l&3] }

// SameSpeaker compares the speaker that a draft names with a source's. Pronouns,
// roles, anonymous sources, capitals that stand for governments, organisations
// and those who lead or speak for them are compatible with anybody. Titles and
// what else stands before a name count for nothing, initials and short forms for
// what they abbreviate, transliterations that differ in a letter for one name.
// Different are two persons only: by whole name, or by the draft's surname and
// the source's whole name. A surname alone in the source is too often one that
// was resolved wrongly.
func SameSpeaker(draft, source claims.Speaker) Likeness {
	if draft.Name == "" || source.Name == "" || draft.Kind == claims.Anonymous || source.Kind == claims.Anonymous || several(draft) || several(source) {
		return Compatible
	}
	x, y := nameWords(draft.Name), nameWords(source.Name)
	if len(x) == 0 || len(y) == 0 {
		return Compatible
	}
	if slices.Equal(x, y) {
		return Same
	}
	if !personal(draft, x) || !personal(source, y) {
		return Compatible
	}
	likeness := sameName(x, y)
	if likeness != Different {
		return likeness
	}
	// What a mention resolves to may be wrong; the mention itself is not.
	for _, v := range [2][]string{x, mentioned(draft)} {
		for _, w := range [2][]string{y, mentioned(source)} {
			if len(v) > 0 && len(w) > 0 && sameName(v, w) == Same {
				return Compatible
			}
		}
	}
	return Different
}

// several reports whether a mention names more than one.
func several(s claims.Speaker) bool {
	return strings.Contains(s.Name, " and ") || strings.Contains(s.Name, " et ")
}

// mentioned returns the name in the words of a mention, nil if they hold none.
func mentioned(s claims.Speaker) []string {
	if s.Text == "" || strings.ToLower(s.Text) == s.Text {
		return nil
	}
	return nameWords(s.Text)
}

// sameName compares the folded words of two persons' names, titles off.
func sameName(x, y []string) Likeness {
	shared := 0
	for _, w := range x {
		if slices.ContainsFunc(y, func(v string) bool { return v == w && len(w) > 1 }) {
			shared++
		}
	}
	short := min(len(x), len(y))
	if shared == short || shared >= 2 {
		if len(x) == 1 || len(y) == 1 {
			return Compatible.or(x[len(x)-1] == y[len(y)-1])
		}
		return Same
	}
	if len(y) == 1 || len(x) == 1 && shared > 0 {
		return Compatible
	}
	if !alikeName(x[len(x)-1], y[len(y)-1]) {
		return Different
	}
	if len(x) == 1 || x[0] == "al" || y[0] == "al" || x[0] == "el" || y[0] == "el" {
		return Same
	}
	for _, a := range x[:len(x)-1] {
		for _, b := range y[:len(y)-1] {
			if given(a, b) {
				return Same
			}
		}
	}
	return Different
}

// or returns Same if the condition holds, l otherwise.
func (l Likeness) or(same bool) Likeness {
	if same {
		return Same
	}
	return l
}

// nameWords returns the folded words of a name: what stands before it (titles,
// functions, the outlet's dateline) and behind it ("of Kitando", "Jr.") is off,
// and so are particles, which are written or not.
func nameWords(name string) []string {
	var out []string
	words := text.Words(name)
	for k, w := range words {
		s := w.In(name)
		switch {
		case w.Kind == text.Punct && (s == "(" || s == ",") && len(out) > 0:
			return out
		case w.Kind == text.Punct && w.Space && k > 0:
			out = out[:0] // BUNIA — Esther Mbuyi
			continue
		case w.Kind != text.Letters && w.Kind != text.Number:
			continue
		}
		plain, dotted := strings.CutSuffix(s, ".")
		f := text.Fold(plain)
		switch {
		case f == "" || f[0] == '\'' || dotted && text.IsAbbreviation(plain) && !titles()[f]:
		case behind[f] && len(out) > 0 && f == plain:
			return out
		case f == "the" || f == "even", particles[f] && len(out) > 0:
		case (f == "al" || f == "el") && (len(out) > 0 || len(words) != 2): // al-Sisi, but Al Green
		case titles()[f] && k+1 < len(words):
			out = out[:0]
		default:
			out = append(out, f)
		}
	}
	return out
}

// behind are the words that end a name: Esther Mbuyi of Kitando, who ...
var behind = map[string]bool{"of": true, "from": true, "for": true, "who": true, "at": true, "in": true, "with": true, "on": true}

// particles are parts of names that are left out as often as not, and suffixes.
var particles = map[string]bool{"bin": true, "ibn": true, "de": true, "du": true, "van": true, "von": true,
	"der": true, "den": true, "la": true, "le": true, "jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// titles and functions that stand before a name, folded.
var titles = sync.OnceValue(func() map[string]bool {
	return wordSet(`mr mrs ms miss dr sir dame lord lady president vice senator sen representative rep congressman congresswoman governor gov
	mayor minister prime deputy chancellor secretary general gen colonel col major maj captain capt lieutenant lt sergeant sgt commander cmdr
	admiral marshal officer chief detective inspector judge justice attorney prosecutor lawyer ambassador envoy spokesman spokeswoman spokesperson
	chairman chairwoman chair director manager professor prof doctor bishop archbishop father sister pope imam sheikh king queen prince princess
	former ex acting leader speaker candidate nominee reverend rev hon founder owner editor author adviser advisor aide strategist pollster
	analyst economist historian scientist expert activist organiser organizer resident farmer teacher student voter columnist commentator
	journalist reporter correspondent anchor host executive coach actor actress singer filmmaker republican democrat conservative
	mme mlle monsieur madame docteur maitre ministre gouverneur depute senateur porte-parole`)
})

// institutions are words that no person's name holds, folded: who has one is an
// organisation or a group whatever its kind was taken for.
var institutions = sync.OnceValue(func() map[string]bool {
	return wordSet(`state states party army force forces front movement council ministry department agency office committee campaign
	union nations house white government police court bank group company corporation foundation association institute university college school radio news
	times post press television network alliance coalition congress parliament senate administration team service services commission center centre
	gop republic democrats republicans conservatives liberals supporters officials rebels militants fighters residents parti mouvement gouvernement
	ministere armee conseil alliance onu un nato report statement spokespeople others people voters americans`)
})

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// personal reports whether the name may be a person's. "Esther Mbuyi of the River
// Council" is one whatever it was taken for.
func personal(s claims.Speaker, words []string) bool {
	if slices.ContainsFunc(words, func(w string) bool { return institutions()[w] }) {
		return false
	}
	if s.Kind == claims.Person || s.Kind == claims.Unknown {
		return true
	}
	return len(words) >= 2 && len(words) <= 3 && (strings.Contains(s.Name, " of ") || strings.Contains(s.Name, " from "))
}

// alikeName compares surnames: equal, or one letter apart in a long one, as
// transliterations are.
func alikeName(a, b string) bool {
	if a == b {
		return true
	}
	a, b = strings.TrimPrefix(strings.TrimPrefix(a, "al-"), "el-"), strings.TrimPrefix(strings.TrimPrefix(b, "al-"), "el-")
	return a == b || len(a) >= 5 && len(b) >= 5 && a[0] == b[0] && oneApart(a, b)
}

// oneApart reports whether one byte added, dropped or changed makes b of a.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	if len(a) == len(b) {
		return a[min(n+1, len(a)):] == b[min(n+1, len(b)):]
	}
	return a[n:] == b[n+1:]
}

// given compares given names: equal, an initial, a short form.
func given(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case a == "", a[0] != b[0] && shortForms()[a] == "":
		return false
	case len(a) == 1, strings.HasPrefix(b, a):
		return true
	}
	for _, w := range [2]string{a, b} {
		if full := shortForms()[w]; full != "" {
			if slices.ContainsFunc(strings.Split(full, "|"), func(f string) bool { return f == a || f == b }) {
				return true
			}
		}
	}
	return alikeName(a, b)
}

// shortForms gives the names that a short form stands for.
var shortForms = sync.OnceValue(func() map[string]string {
	return map[string]string{"bill": "william", "will": "william", "bob": "robert", "rob": "robert", "dick": "richard", "rick": "richard|eric",
		"jim": "james", "jimmy": "james", "jack": "john", "joe": "joseph", "mike": "michael", "ted": "edward|theodore|rafael", "ned": "edward",
		"tom": "thomas", "tim": "timothy", "tony": "anthony", "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth", "kate": "katherine|catherine",
		"kathy": "katherine|catherine", "peggy": "margaret", "meg": "margaret", "maggie": "margaret", "sue": "susan", "jeff": "jeffrey|jefferson",
		"geoff": "geoffrey", "greg": "gregory", "steve": "steven|stephen", "dave": "david", "dan": "daniel", "chuck": "charles", "charlie": "charles",
		"chris": "christopher|christine|christian", "andy": "andrew", "drew": "andrew", "nick": "nicholas", "ben": "benjamin", "sam": "samuel|samantha",
		"bernie": "bernard", "hank": "henry", "harry": "henry|harold", "larry": "lawrence", "jerry": "gerald|jerome", "ken": "kenneth", "ron": "ronald",
		"don": "donald", "al": "albert|alan|alexander", "alex": "alexander|alexandra", "newt": "newton", "mitt": "willard", "sandy": "alexander|alexandra"}
})
