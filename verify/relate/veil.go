package relate

import (
	"strings"
	"sync"

	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
)

// A source bears out a statement only if what it says beside the shared words
// takes nothing back. The ways of comparing look at the words that a statement
// has; this one looks at those that it left out, whichever way found agreement:
//
//   - words that turn what follows into a denial, an accusation, a plan, a
//     condition or a part: "denied that", "accused of", "only two of the";
//   - a name that is somebody's in the source and stands for itself in the
//     statement: "Ruth Okello's brother was arrested";
//   - a sayer of the source who is the doer of the statement: "the minister said
//     that the road is closed".
//
// What is left out for one of them is silence. It is meant to be too strict: a
// supported statement that was not is worse than ten unsupported ones that were.

// veils are the words of the first kind, stemmed; what is no part of a verdict
// ("according", "said") is none.
var veils = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for lang, words := range map[string][]string{
		"en": {"deny", "denied", "denial", "accuse", "accused", "accusation", "allege", "alleged", "allegation", "claim", "claims", "claimed", "false", "untrue", "falsely",
			"rumour", "rumor", "doubt", "reject", "rejected", "dismiss", "dismissed", "dispute", "disputed", "suspect", "suspected", "not", "n't", "n’t", "no", "never", "none", "nobody", "neither", "nor",
			"only", "solely", "except", "merely", "before", "until", "till", "used", "formerly", "previously", "once", "if", "unless", "whether",
			"could", "would", "may", "might", "should", "plan", "planned", "threaten", "threatened", "refuse", "refused", "fail", "failed", "order", "ordered", "urge", "urged", "press", "pressed", "pressure", "instruct", "instructed", "encourage", "encouraged", "advise", "advised", "invite", "invited", "beg", "begged", "demand", "demanded",
			"call", "called", "ask", "asked", "expect", "expected", "hope", "want", "wanted", "try", "tried", "attempt", "attempted", "intend", "propose", "proposed", "promise", "promised", "vow", "vowed", "pledge", "pledged",
			"half", "some", "few", "most", "part", "partly", "rarely", "less", "fewer", "supposedly", "apparently", "possibly", "perhaps", "probably"},
		"fr": {"nie", "nier", "dement", "dementir", "accuse", "accuser", "faux", "fausse", "rumeur", "pas", "jamais", "aucun", "aucune", "personne", "ni", "seulement", "uniquement", "sauf", "avant", "si",
			"pourrait", "pourraient", "aurait", "auraient", "serait", "seraient", "menace", "refuse", "tente", "veut", "moitie", "certains", "peu", "peut"},
	} {
		m := map[string]bool{}
		for _, w := range words {
			m[text.Stem(lang, text.Fold(w))] = true
		}
		all[lang] = m
	}
	return all
})

// veiled reports whether the source takes back what the statement says. What it
// calls somebody by the way, titled, is not denied or hoped with the rest.
func veiled(source, statement *Analysis, titled bool) bool {
	veil := veils()[source.lang]
	for i := range source.terms {
		if titled {
			break
		}
		t := &source.terms[i]
		stem := text.Stem(source.lang, t.fold)
		if v := t.value; v != 0 && !source.fraction(v) || t.flags&capital != 0 && t.flags&opening == 0 {
			continue // "May 1961", "Will Smith", "at most 20"
		}
		if veil[stem] && !statement.says(stem) && !source.beside(i, statement) {
			return true
		}
		if t.flags&opening == 0 && source.sayer(i, statement) {
			return true
		}
	}
	for i := range statement.terms {
		if t := &statement.terms[i]; t.proper() && !statement.belongs(i) && source.onlyBelongs(t.fold, statement) {
			return true
		}
	}
	return false
}

// fraction reports whether value v is a part of something: "half of".
func (a *Analysis) fraction(v int16) bool {
	q := a.values[v-1].amount
	return q != nil && q.Kind == quantity.Fraction
}

// says reports whether any word of the side has the stem.
func (a *Analysis) says(stem string) bool {
	for i := range a.terms {
		if text.Stem(a.lang, a.terms[i].fold) == stem {
			return true
		}
	}
	return false
}

// sayer reports whether term i is a verb of saying whose subject, the noun before
// it, is what the statement begins with.
func (a *Analysis) sayer(i int, statement *Analysis) bool {
	t := &a.terms[i]
	l, ok := t.lemma(a.lang, lexicon.Verb)
	if !ok || i == 0 || statement.says(t.stem) {
		return false
	}
	if c, ok := lexicon.CueOf(a.lang, lexicon.VerbCue, l); !ok || c.Class != "say" && c.Class != "declare" {
		return false
	}
	before := a.terms[i-1].stem
	for k := 0; k < len(statement.terms) && k < 3; k++ {
		if statement.terms[k].stem == before {
			return true
		}
	}
	return false
}

// belongs reports whether the name at term i is part of another phrase: Ruth
// Okello's brother, the son of Ruth Okello. The town of Bana is Bana, and the
// capture of Bana happens to it.
func (a *Analysis) belongs(i int) bool {
	if i+1 < len(a.terms) {
		if n := a.terms[i+1].fold; n == "'s" || n == "’s" {
			return true
		}
	}
	for i > 0 && a.terms[i-1].proper() {
		i-- // to the first word of the name
	}
	if i < 2 || a.terms[i-1].fold != "of" {
		return false
	}
	noun := &a.terms[i-2]
	l, _ := noun.lemma(a.lang, lexicon.Noun)
	if _, place := lexicon.Hypernym(l, "location", lexicon.Noun); place {
		return false
	}
	switch l {
	case "republic", "kingdom", "village", "fighter", "rebel", "soldier", "troop", "force", "army", "militant", "out",
		"control", "capture", "seizure", "fall", "takeover", "conquest", "occupation", "loss", "part", "north", "south", "east", "west":
		return false
	}
	return noun.class == content
}

// onlyBelongs reports whether a name stands in the side, but never for itself,
// nor as who suffers or does what the statement tells with a verb: "the arrest of
// Ruth Okello", "Ruth Okello was arrested".
func (a *Analysis) onlyBelongs(name string, statement *Analysis) bool {
	found := false
	for i := range a.terms {
		if a.terms[i].fold != name {
			continue
		}
		if !a.belongs(i) || statement.verbOf(a.deedOf(i)) {
			return false
		}
		found = true
	}
	return found
}

// deedOf returns the noun that the name at term i belongs to, nil if there is
// none.
func (a *Analysis) deedOf(i int) *term {
	if i+2 < len(a.terms) && possessive(strings.TrimPrefix(a.terms[i+1].fold, "’")) {
		return &a.terms[i+2]
	}
	for i > 0 && a.terms[i-1].proper() {
		i--
	}
	if i >= 2 && a.terms[i-1].fold == "of" {
		return &a.terms[i-2]
	}
	return nil
}

// verbOf reports whether a word of the side is the verb of a noun.
func (a *Analysis) verbOf(noun *term) bool {
	if noun == nil || a.lang != "en" {
		return false
	}
	l, ok := noun.lemma(a.lang, lexicon.Noun)
	if !ok || !deed(l) {
		return false
	}
	for i := range a.terms {
		t := &a.terms[i]
		if v, ok := t.lemma(a.lang, lexicon.Verb); ok && t.class == content && !t.proper() && (v == l || lexicon.Derived(l, v)) {
			return true
		}
	}
	return false
}
