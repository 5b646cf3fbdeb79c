package text

import (
	"strings"
	"sync"
)

// abbreviations that keep their full stop, folded, without it. A word that is
// also a plain word at the end of sentences ("no", "sun", "mar", "co" as a
// prefix) is left out unless a name or number always follows it.
var abbreviations = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		mr mrs ms dr prof rev hon fr sr jr st ste mt ft
		gen col lt maj capt cpl sgt cmdr adm brig pvt pte pfc cllr coun couns cst sgts consts dets atty msgr
		sen rep gov pres reps sens amb sec supt insp det const del asm assemb assn ald comm dep dist
		inc corp ltd co llc plc bros dept univ
		jan feb mar apr jun jul aug sept sep oct nov dec
		mon tue tues wed thu thur thurs fri sat
		vs etc al cf viz approx ca est ext fig vol pp ed eds
		ave blvd rd hwy
		no nos
		mme mlle mm mgr pr art av ap env trim chap
		calif fla pa mass conn ill ind mich minn miss mo wis tenn va ariz colo okla ore wash
		ont que alta sask
	`) {
		m[w] = true
	}
	return m
})

// counting are abbreviations that a figure follows, "vol. 3", and that are words at the end of French sentences: "accusé de vol.", "dans
// l'est."
var counting = map[string]bool{"vol": true, "est": true, "ext": true, "chap": true}

// endings are abbreviations that a sentence may end with, so that a capital
// after them says nothing.
var endings = map[string]bool{"etc": true, "inc": true, "corp": true, "ltd": true, "co": true, "jr": true, "sr": true,
	"al": true, "llc": true, "plc": true, "bros": true, "calif": true, "fla": true, "pa": true, "mass": true, "conn": true,
	"mich": true, "minn": true, "wis": true, "tenn": true, "va": true, "ariz": true, "colo": true, "okla": true, "ont": true, "alta": true, "sask": true}

// IsAbbreviation reports whether w, without its full stop, is one that keeps it:
// Mr, Gen, Sept. Case is ignored but for words that are also plain words, which
// must begin with a capital ("No", "Miss", "Ill", "Art").
func IsAbbreviation(w string) bool {
	if len(w) > 6 || len(w) < 2 {
		return false
	}
	capital := w[0] >= 'A' && w[0] <= 'Z'
	l := strings.ToLower(w)
	switch l {
	case "no", "mar", "sat", "sun", "mon", "fri", "wed", "det", "gen", "rep", "art", "miss", "ill", "ind", "wash", "ore", "mass",
		"fig", "ed", "ca", "mm", "pa", "mo", "co", "const", "sec", "av", "ap", "pr", "st", "rd", "ft", "jun", "est", "al", "del", "ald", "comm", "dep", "dist", "que":
		if !capital && l != "al" && l != "est" {
			return false
		}
		if l == "al" || l == "est" {
			return !capital
		}
	}
	return abbreviations()[l]
}
