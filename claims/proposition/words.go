package proposition

import (
	_ "embed"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

//go:embed words.tsv
var wordTable string

// A class is what a word of grammar does.
type class string

const (
	sliding        class = "sliding"
	climbing       class = "climbing"
	shifting       class = "shifting"
	suffering      class = "suffering"
	movements      class = "movements"
	voting         class = "voting"
	definite       class = "definite"
	quantifying    class = "quantifying"
	owning         class = "owning"
	pairing        class = "pairing"
	calamity       class = "calamity"
	departing      class = "departing"
	reaching       class = "reaching"
	inside         class = "inside"
	topical        class = "topical"
	infinitive     class = "infinitive"
	receiving      class = "receiving"
	neuter         class = "neuter"
	agedAt         class = "agedat"
	agedNoun       class = "age"
	holding        class = "holding"
	capacity       class = "capacity"
	complementizer class = "complementizer"
	asking         class = "asking"
	masculine      class = "masculine"
	possessive     class = "possessive"
	feminine       class = "feminine"
	negating       class = "negating"
	being          class = "being"
	partial        class = "partial"
	bodily         class = "bodily"
	bounding       class = "bounding"
	inquiring      class = "inquiring"
	instrumental   class = "instrumental"
	limiting       class = "limiting"
	winning        class = "winning"
	birth          class = "birth"
	members        class = "members"
	parties        class = "parties"
	states         class = "states"
	death          class = "death"
	bearing        class = "bearing"
	dying          class = "dying"
	circumstantial class = "circumstantial"
	sundering      class = "sundering"
	relative       class = "relative"
	ageing         class = "aged"
	lasting        class = "lasting"
	having         class = "having"
	giving         class = "giving"
	hyphened       class = "hyphened"
	assemblies     class = "assemblies"
	taking         class = "taking"
	lone           class = "lone"
	judging        class = "judging"
	facing         class = "facing"
	pleading       class = "pleading"
	nobody         class = "nobody"
	rueing         class = "rueing"
	fused          class = "fused"
	excluding      class = "excluding"
	pointing       class = "pointing"
	neither        class = "neither"
	savingFrom     class = "saving"
	reproaching    class = "reproaching"
	everybody      class = "everybody"
	bygone         class = "bygone"
	formerly       class = "formerly"
	lessening      class = "lessening"
	disjoining     class = "disjoining"
	locating       class = "locating"
	mishaps        class = "mishaps"
	trials         class = "trials"
	deferring      class = "deferring"
	counters       class = "counters"
	multiplying    class = "multiplying"
	additional     class = "additional"
	whereupon      class = "whereupon"
	whose          class = "whose"
	priors         class = "priors"
	cutting        class = "cutting"
	unnamed        class = "unnamed"
	agentive       class = "agentive"
	crediting      class = "crediting"
	saying         class = "saying"
	calling        class = "calling"
	totalling      class = "totalling"
	titles         class = "titles"
	vacating       class = "vacating"
	happening      class = "happening"
	presupposing   class = "presupposing"
	aiming         class = "aiming"
	somebody       class = "somebody"
	fates          class = "fates"
	tolls          class = "tolls"
	adversative    class = "adversative"
	afterwards     class = "afterwards"
	excepting      class = "excepting"
	commanding     class = "commanding"
	including      class = "including"
	grouped        class = "grouped"
	saintly        class = "saintly"
	particles      class = "particles"
	amongst        class = "amongst"
	withdrawing    class = "withdrawing"
	narrating      class = "narrating"
	custody        class = "custody"
	lifelong       class = "lifelong"
	penalties      class = "penalties"
	jailing        class = "jailing"
	workers        class = "workers"
	tally          class = "tally"
	unserved       class = "unserved"
	gatherings     class = "gatherings"
	countless      class = "countless"
)

var classes = sync.OnceValue(func() *text.Classes { return text.ReadClasses(wordTable) })

// Points reports whether a folded word points at what the text around tells: "that".
func Points(lang, w string) bool { return has(lang, pointing, w) }

// has reports whether a folded word of a language is of the class.
func has(lang string, c class, word string) bool {
	_, ok := classes().Find(lang, string(c), word)
	return ok
}

// has reports whether a folded word of the sentence's tables is of the class.
func (s *Sentence) has(c class, word string) bool { return has(s.Text.Lang, c, word) }

// words returns the first word of a class, empty if the language has none.
func words(lang string, c class) string {
	if all := classes().Words(lang, string(c)); len(all) > 0 {
		return all[0]
	}
	return ""
}

// stands returns what a class has behind "=" for a word: "governor" for the title "gov", "kill" for the toll "dead";
// empty if nothing.
func stands(lang string, c class, word string) string {
	is, _ := classes().Find(lang, string(c), word)
	return is
}

// PartOfSpeech returns the part of speech under which the lexicon lists a word with the tag:
// a noun for all that is no verb, adjective or adverb.
func PartOfSpeech(t grammar.Tag) lexicon.POS {
	switch t {
	case grammar.Verb, grammar.Auxiliary:
		return lexicon.Verb
	case grammar.Adjective:
		return lexicon.Adjective
	case grammar.Adverb:
		return lexicon.Adverb
	}
	return lexicon.Noun
}

// isPerson reports whether a noun is one for a person or a group of people.
func isPerson(lang, lemma string) bool {
	if lang != "en" {
		return lexicon.Is(lang, lexicon.RoleNoun, lemma)
	}
	_, person := lexicon.Hypernym(lemma, "person", lexicon.Noun)
	_, body := lexicon.Hypernym(lemma, "organization", lexicon.Noun)
	return person || body
}
