package relate

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/text"
)

//go:embed groups.tsv
var groupTable string

//go:embed slots.tsv
var slotTable string

// A kind is what the words of a row have in common; the tables groups.tsv and slots.tsv say
// in a line what each is.
type kind string

// The kinds of groups.tsv are of words as they are written, but for those of verbs and nouns,
// which are of lemmas as all of slots.tsv are: the lemmas of propositions are English.
const (
	adding       kind = "adding"
	adverbial    kind = "adverb"
	again        kind = "again"
	agentive     kind = "agentive"
	armed        kind = "armed"
	bearing      kind = "bearing"
	bound        kind = "bound"
	beyond       kind = "beyond"
	comparing    kind = "comparing"
	conditional  kind = "conditional"
	correlative  kind = "correlative"
	crowd        kind = "crowd"
	causing      kind = "causing"
	contests     kind = "contests"
	contracted   kind = "contracted"
	copular      kind = "copular"
	describing   kind = "describing"
	doing        kind = "agent"
	ergative     kind = "ergative"
	leavingOut   kind = "leavingout"
	besides      kind = "besides"
	excepting    kind = "excepting"
	excepted     kind = "excepted"
	grouping     kind = "grouping"
	replacing    kind = "replacing"
	feminine     kind = "feminine"
	gerund       kind = "gerund"
	governing    kind = "governing"
	having       kind = "having"
	habitual     kind = "habitual"
	hearsay      kind = "hearsay"
	hedge        kind = "hedge"
	hedging      kind = "hedging"
	holder       kind = "holder"
	indefinite   kind = "indefinite"
	joint        kind = "joint"
	lacking      kind = "lacking"
	lessening    kind = "lessening"
	moving       kind = "moving"
	targets      kind = "targets"
	voiced       kind = "voiced"
	unsettling   kind = "unsettling"
	settled      kind = "settled"
	light        kind = "light"
	listing      kind = "listing"
	holding      kind = "holding"
	locative     kind = "locative"
	placing      kind = "placing"
	measuring    kind = "measure"
	mutual       kind = "mutual"
	pursuing     kind = "pursuing"
	sought       kind = "sought"
	attaining    kind = "attaining"
	mostly       kind = "mostly"
	peers        kind = "peers"
	phase        kind = "phase"
	ranking      kind = "ranking"
	outright     kind = "outright"
	native       kind = "native"
	negating     kind = "negating"
	only         kind = "only"
	opensClause  kind = "opening"
	ordering     kind = "ordering"
	others       kind = "others"
	party        kind = "party"
	paired       kind = "paired"
	pairing      kind = "pairing"
	personal     kind = "personal"
	partial      kind = "partial"
	placed       kind = "place"
	preceding    kind = "preceding"
	retracting   kind = "retracting"
	simultaneous kind = "simultaneous"
	outer        kind = "outer"
	befalling    kind = "befalling"
	enduring     kind = "enduring"
	restricting  kind = "restricting"
	recanting    kind = "recanting"
	returning    kind = "returning"
	serial       kind = "serial"
	performing   kind = "performing"
	happening    kind = "happening"
	assailing    kind = "assailing"
	aiming       kind = "aiming"
	transparent  kind = "transparent"
	struck       kind = "struck"
	speaking     kind = "speaking"
	suffering    kind = "suffering"
	mounting     kind = "mounting"
	swelling     kind = "swelling"
	places       kind = "places"
	unlike       kind = "unlike"
	deeds        kind = "deeds"
	owing        kind = "owing"
	current      kind = "current"
	notall       kind = "notall"
	noneof       kind = "noneof"
	busy         kind = "busy"
	occasions    kind = "occasions"
	telling      kind = "telling"
	superlative  kind = "superlative"
	symmetric    kind = "symmetric"
	turning      kind = "turning"
	timed        kind = "time"
	undergoing   kind = "undergo"
	beings       kind = "beings"
	people       kind = "people"
	species      kind = "species"
	things       kind = "things"
	universal    kind = "universal"
	instances    kind = "instances"
	utmost       kind = "utmost"
	bodies       kind = "bodies"
	tangible     kind = "tangible"
	tracts       kind = "tracts"
	whole        kind = "whole"
	privatives   kind = "privative"
	wishing      kind = "wishing"
	multiplying  kind = "multiplying"
	passing      kind = "passing"
	conceding    kind = "conceding"
)

var kinds = sync.OnceValue(func() *text.Classes { return text.ReadClasses(groupTable, slotTable) })

// in reports whether a word of a language is of the kind; "" is any language.
func (k kind) in(lang, word string) bool {
	_, ok := kinds().Find(lang, string(k), word)
	return ok
}

// is returns what the table has behind "=" for a word of the kind, empty if nothing.
func (k kind) is(lang, word string) string {
	is, _ := kinds().Find(lang, string(k), word)
	return is
}

// end reports whether a word ends in one of the kind's endings of up to four bytes.
func (k kind) end(lang, word string) bool {
	for i := max(1, len(word)-4); i < len(word); i++ {
		if k.in(lang, word[i:]) {
			return true
		}
	}
	return false
}

// of reports whether a lemma of a proposition is of the kind.
func (k kind) of(lemma string) bool { return k.in(tongue, lemma) }

type kindOf struct {
	kind       kind
	lang, word string
}

// groups holds which of some words stand together: a bit for each line of a kind and a
// language; what stands behind "|" in a line is under the kind with a "|".
var groups = sync.OnceValue(func() map[kindOf]uint64 {
	all := map[kindOf]uint64{}
	lines := map[string]int{}
	for f := range text.Rows(groupTable, 3) {
		switch k := kind(f[1]); k {
		case "same", "entail", "exclude", "alike", "series":
			left, right, _ := strings.Cut(f[2], "|")
			bit := uint64(1) << lines[f[0]]
			lines[f[0]]++
			for _, w := range strings.Fields(left) {
				all[kindOf{k, f[0], w}] |= bit
			}
			for _, w := range strings.Fields(right) {
				all[kindOf{k + "|", f[0], w}] |= bit
			}
		}
	}
	return all
})

// share reports whether a line of kind k has a word and one of kind l another.
func share(lang string, k kind, a string, l kind, b string) bool {
	return groups()[kindOf{k, lang, a}]&groups()[kindOf{l, lang, b}] != 0
}

// interchangeable reports whether a function word of the source says what one of the statement says: "inside", "in", not the other way round.
func interchangeable(lang, a, b string) bool {
	return a == b || share(lang, "same", a, "same", b) || share(lang, "entail", a, "entail|", b)
}

// excluding reports whether two function words cannot both hold.
func excluding(lang, a, b string) bool {
	return share(lang, "exclude", a, "exclude|", b) || share(lang, "exclude", b, "exclude|", a)
}
