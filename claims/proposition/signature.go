package proposition

import (
	_ "embed"
	"strings"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// A signature is what a word that can stand above a clause makes of it (force.go).

//go:embed signatures.tsv
var signatureTable string

// An outcome is what a signature makes of a clause.
type outcome struct {
	force Force
	not   bool // it is not so
	over  bool // it was so, and is no longer
}

// A signature is what a word makes of what stands under it, plain and negated.
type signature struct{ plain, negated outcome }

// of returns what the word makes of it where the word is denied, or where it is not.
func (s signature) of(denied bool) outcome {
	if denied {
		return s.negated
	}
	return s.plain
}

var outcomes = map[string]outcome{
	"+": {}, "-": {not: true}, "r": {force: Reported}, "d": {force: Reported, not: true}, "a": {force: Alleged}, "f": {force: Alleged, not: true},
	"p": {force: Planned}, "n": {force: Planned, not: true}, "c": {force: Conditional}, "o": {force: Open}, "b": {over: true},
}

// An entry is a signature of a word as a part of speech of a language, with a word that joins what
// stands under it.
type entry struct {
	lang, part, joint string
	signature
}

// readSignatures holds the signatures of each word, in the order of the table. Few words have one.
var readSignatures = sync.OnceValue(func() *text.Table[[]entry] {
	m := new(text.Table[[]entry])
	for f := range text.Rows(signatureTable, 6) {
		for _, w := range strings.Fields(f[5]) {
			m.Put(w, append(m.Get(w), entry{f[0], f[1], f[2], signature{outcomes[f[3]], outcomes[f[4]]}}))
		}
	}
	return m
})

// signatureOf looks a word up by its part of speech and the word that joins what
// stands under it.
func signatureOf(lang, part, joint, word string) (signature, bool) {
	if sig, ok := signed(lang, part, joint, word); ok {
		return sig, ok
	}
	return signed(lang, part, "*", word)
}

// signed is signatureOf for that joint alone.
func signed(lang, part, joint, word string) (signature, bool) {
	for _, e := range readSignatures().Get(word) {
		if e.part == part && e.joint == joint && e.lang == lang {
			return e.signature, true
		}
	}
	return signature{}, false
}

// signature is signatureOf in the language of the sentence's tables.
func (s *Sentence) signature(part, joint, word string) (signature, bool) {
	return signatureOf(s.Text.Lang, part, joint, word)
}

// with returns the signature of word i as a part of speech, or of that with the word before it: "indictment", "charge sheet".
func (s *Sentence) with(part, joint string, i int) (signature, bool) {
	sig, ok := s.signature(part, joint, s.Lemma(i))
	if !ok && i > 0 {
		sig, ok = s.signature(part, joint, s.Lemma(i-1)+"_"+s.Lemma(i))
	}
	return sig, ok
}

// Hedges reports whether an "adjective" leaves open whether a thing is what its noun says, "potential violations", or an "adverb"
// whether what it stands with is so, "probably".
func Hedges(lang, part, word string) bool {
	sig, ok := signatureOf(lang, part, "", word)
	return ok && sig.plain.force == Alleged
}

// Under returns how firmly a text says what stands under a verb and its "that", and whether the verb denies it: "denied that".
func Under(lang, verb string) (f Force, denied bool) {
	sig, _ := verbSignature(lang, verb, words(lang, complementizer))
	return sig.plain.force, sig.plain.not
}

// verbSignature returns the signature of a verb: of the table, of the implicatives,
// or of the verbs of speech.
func verbSignature(lang, lemma, joint string) (signature, bool) {
	if sig, ok := signatureOf(lang, "verb", joint, lemma); ok {
		return sig, true
	}
	if i, ok := lexicon.ImplicativeOf(lang, lemma, joint); ok {
		sig := signature{implied[i.Plain], implied[i.Negated]}
		switch {
		case i.Negated != lexicon.Unsaid:
		case i.Plain == lexicon.Unsaid:
			sig.negated.not = true // who did not try to do it had no mind to
		default:
			sig.negated.force = Open // who was not forced to do it may have done it
		}
		return sig, true
	}
	if c, ok := lexicon.CueOf(lang, lexicon.VerbCue, lemma); ok {
		return signature{cued(c), outcome{force: Open}}, true
	}
	return signature{}, false
}

// implied is what an implicative's outcome says.
var implied = map[lexicon.Outcome]outcome{lexicon.Unsaid: {force: Planned}, lexicon.CameTrue: {}, lexicon.CameFalse: {not: true}}

// cued is what a reporting word makes of what it reports.
func cued(c lexicon.Cue) outcome {
	switch {
	case c.Factive:
		return outcome{}
	case c.Commitment == lexicon.Denies:
		return outcome{force: Reported, not: true}
	case c.Class == "believe", c.Class == "accuse":
		return outcome{force: Alleged}
	case c.Class == "confirm":
		return outcome{}
	case c.Commitment == lexicon.Asserts:
		return outcome{force: Reported}
	case c.Commitment == lexicon.Directs:
		return outcome{force: Planned}
	}
	return outcome{force: Open}
}

// isSpeech reports whether the predicate is a verb of speech: what it says may be
// false, not that it was said.
func (s *Sentence) isSpeech(p *Proposition) bool {
	_, ok := lexicon.CueOf(s.Text.Lang, lexicon.VerbCue, p.Lemma)
	return ok && p.Kind == Event
}

// governs reports whether a verb has a signature for what a word opens: "accused of".
func (s *Sentence) governs(lemma, joint string) bool {
	if _, ok := signed(s.Text.Lang, "verb", joint, lemma); ok {
		return true
	}
	_, ok := lexicon.ImplicativeOf(s.Text.Lang, lemma, joint)
	return ok
}

// joint returns the word that opens a clause: "that", "to", "of"; "that" for a content
// clause without one.
func (s *Sentence) joint(c *grammar.Clause) string {
	if c.Mark >= 0 {
		if w := s.Fold(c.Mark); !s.having(c) || !s.has(infinitive, w) {
			return w
		}
		return words(s.Text.Lang, reproaching) // "poursuivi pour avoir tué"
	}
	if s.Gloss != nil && c.Link == grammar.Open && s.Tree.Tokens[c.Predicate].Feats.Has(grammar.Infinitive) {
		return words(s.Text.Lang, infinitive) // "a failli démissionner"
	}
	if c.Link == grammar.Content {
		return words(s.Text.Lang, complementizer)
	}
	return s.preposition(c.Predicate)
}

// having reports whether a clause of a foreign text tells with an infinitive what had been done: "pour avoir tué".
func (s *Sentence) having(c *grammar.Clause) bool {
	return s.Gloss != nil && c.Perfect && len(c.Auxiliaries) > 0 && s.Tree.Tokens[c.Auxiliaries[0]].Feats.Has(grammar.Infinitive)
}
