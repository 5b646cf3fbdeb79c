package claims

import (
	"strings"
	"sync"

	"factcheck/claims/text"
)

// reporting verbs by what they make of what is reported.
var reportingVerbs = [...]struct {
	commitment Commitment
	lemmas     string
}{
	{Asserts, `say tell state report note add write comment remark mention explain describe observe recall relate recount
		reply respond answer tweet post testify announce declare proclaim affirm assert maintain insist stress emphasize
		emphasise underline underscore reiterate repeat argue contend claim allege confirm verify corroborate attest prove
		demonstrate show establish admit acknowledge concede confess reveal disclose discover find accuse blame denounce
		condemn criticize criticise complain lament joke quip conclude continue agree point boast brag quote read cite
		warn caution indicate suggest imply hint signal record`},
	{Denies, `deny refute dispute reject dismiss contradict rebut disprove debunk disavow disclaim`},
	{Neutral, `doubt question wonder suspect speculate believe think estimate consider expect hope fear predict forecast
		ask inquire`},
	{Directs, `promise pledge vow threaten swear demand urge request order instruct recommend propose advise call`},
}

var irregular = map[string]string{"said": "say", "told": "tell", "wrote": "write", "written": "write", "found": "find",
	"thought": "think", "shown": "show", "swore": "swear", "read": "read", "proven": "prove", "quipped": "quip"}

var verbTable = sync.OnceValue(func() map[string]Commitment {
	m := map[string]Commitment{}
	for _, c := range reportingVerbs {
		for _, l := range strings.Fields(c.lemmas) {
			m[l] = c.commitment
		}
	}
	return m
})

// reportingVerb returns the lemma and the commitment of the verb form w, in
// small letters; false if it is no reporting verb.
func reportingVerb(w string) (lemma string, c Commitment, ok bool) {
	table := verbTable()
	try := func(l string) bool {
		if c, ok = table[l]; ok {
			lemma = l
		}
		return ok
	}
	if l, found := irregular[w]; found {
		return l, table[l], true
	}
	if try(w) {
		return
	}
	for _, ending := range [...]string{"s", "es", "ed", "d", "ing"} {
		if stem, found := strings.CutSuffix(w, ending); found && len(stem) > 2 {
			if try(stem) || try(stem+"e") {
				return
			}
			if n := len(stem); ending != "s" && stem[n-1] == stem[n-2] && try(stem[:n-1]) {
				return
			}
			if p, y := strings.CutSuffix(stem, "i"); y && try(p+"y") {
				return
			}
		}
	}
	return "", 0, false
}

// lower returns the folded letters of word i.
func (r *reading) lower(i int) string { return text.Fold(r.word(i)) }
