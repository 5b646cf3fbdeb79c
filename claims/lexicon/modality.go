package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed data/modality.tsv
var modalityTable string

// Role says what a word does to the statement it stands in.
type Role uint8

// The roles, and what Strength means of each.
const (
	NoRole       Role = iota
	Modal             // 1 might, may, could; 2 can, should, would; 3 must, will
	Hedge             // 1 possibly, allegedly; 2 probably, seems
	Certain           // 3 certainly, confirmed
	Negator           // 0 not, never; 1 hardly, few
	Only              // only, solely
	Except            // except, unless
	Intensifier       // very, sharply
	Approximator      // about, nearly
	LowerBound        // at least, more than
	UpperBound        // at most, less than
	Quantifier        // 0 none, 1 few, 2 some, 3 many, 4 most, 5 all
	Frequency         // 0 never, 1 rarely, 2 sometimes, 3 often, 4 usually, 5 always
	Future            // will, plans to
	Condition         // if, provided that
)

var roleNames = [...]string{
	"", "modal", "hedge", "certain", "negator", "only", "except", "intensifier", "approximator",
	"lower_bound", "upper_bound", "quantifier", "frequency", "future", "condition",
}

// String returns the name that the table has for r, empty for NoRole.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return ""
}

type roleKey struct {
	lang string
	role Role
	word string
}

type roleTable struct {
	strength map[roleKey]int8
	roles    map[roleKey][]Role // under NoRole: every role of a word, in the order of the table
}

var readRoles = sync.OnceValue(func() *roleTable {
	t := &roleTable{make(map[roleKey]int8, 1024), make(map[roleKey][]Role, 1024)}
	eachRow(modalityTable, func(f []string) {
		role := NoRole
		for r, name := range roleNames {
			if name == f[1] {
				role = Role(r)
			}
		}
		eachWord(f[3], func(w string) {
			t.strength[roleKey{f[0], role, w}] = int8(f[2][0] - '0')
			all := roleKey{f[0], NoRole, w}
			t.roles[all] = append(t.roles[all], role)
		})
	})
	return t
})

// Strength returns the place of a word on the scale of a role; false if the word
// does not play it.
func Strength(lang string, role Role, word string) (int, bool) {
	s, ok := readRoles().strength[roleKey{lang, role, key(word)}]
	return int(s), ok
}

// Roles returns every role that a word can play, in a fixed order, nil if none.
// The caller does not change it.
func Roles(lang, word string) []Role {
	return readRoles().roles[roleKey{lang, NoRole, key(word)}]
}
