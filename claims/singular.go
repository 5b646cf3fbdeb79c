package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Singular “they”: a person of whom the text says “they” and “their”.
//
// That a sentence means one person must be borne out: he is the only one whom it speaks of before
// the pronoun, its subject, and of neither sex as far as the text and his given name tell: “Robin Doe sold their
// boat.” “They” of a later sentence means him only if nobody else, and no body or group, was spoken of since.

// alike notes that the pronoun at word i, “they” or “their”, speaks of the one person whom the
// sentence spoke of before it. Twins: “Doe met the players. | Their”, “Doe and Roe sold | their boat”.
func (c *cast) alike(r *reading, i int) {
	if !r.plural(i) {
		return
	}
	var only *member
	opens := false
	for k := r.sentenceOf(i).First; k < i; k++ {
		n, _ := r.named(k, i)
		switch m := c.find(r, n); {
		case r.text.Inside(k) >= 0:
		case n.Len() == 0 && r.lower(k) == "whose" && r.word(k-1) == ",": // “Doe, | whose vote the council needs,”
			for k++; k < i && r.word(k) != ","; k++ {
			}
		case n.Len() == 0 && (!r.peopled(k) || r.capital(k+1)):
		case n.Len() == 0, m == nil && r.place(n):
			if n.Len() == 0 {
				return
			}
			k = n.End - 1
		case m == nil, only != nil && m != only, m.kind != Person, m.sex != lexicon.NoGender, m.usual != lexicon.NoGender:
			return
		default:
			only, opens, k = m, opens || r.opens(n), n.End-1
		}
	}
	if only != nil && (opens || only.last.subject) && strings.ContainsRune(only.name, ' ') && !r.several(only.first+len(strings.Fields(only.name))-1) { // twin: “Young Democrats”
		only.they = true
	}
}

// declared notes that a text tells of m, named by n, which pronoun is his: “Robin Doe (they/them)”, “Doe, who uses they/them
// pronouns,”.
func (r *reading) declared(m *member, n text.Range) {
	const phrase = 4 // words between
	for i := n.End; i < n.End+phrase && i+2 < len(r.words) && !r.stop(i) && !r.capital(i); i++ {
		if r.plural(i) && r.word(i+1) == "/" && m.kind == Person {
			m.they = true
		}
	}
}

// singly returns the person whom “they” means alone; nil if nobody.
func (c *cast) singly(s *sought) *member {
	const far = 2 // sentences back
	for _, m := range slices.Backward(c.recent) {
		switch {
		case m.last.word >= s.words.First || m.kind == Place:
			continue
		case s.r.lang != "en" || !m.they || m.sex != lexicon.NoGender || c.passage-m.last.passage > far || s.r.crowded(m.last.word+1, s.words.First):
			return nil
		}
		return m
	}
	return nil
}

// crowded reports whether several people or a body are spoken of by a noun between two words, but for what “who” tells of
// the name before: “Doe, | who joined parliament, left. |”. Twin: “Doe called. | The players left. |”
func (r *reading) crowded(first, end int) bool {
	for w := first; w < end; w++ {
		if r.word(w) == "," && r.lower(w+1) == "who" {
			for w++; w < end && r.word(w) != "," && !r.stop(w); w++ {
			}
		}
		if r.text.Inside(w) < 0 && r.peopled(w) && (!r.capital(w) || r.leads(w)) {
			return true
		}
	}
	return false
}

// plural reports whether word i is “they”, “their” or “them”.
func (r *reading) plural(i int) bool {
	w := r.lower(i)
	return lexicon.Is(r.lang, lexicon.They, w) && w != "it" && w != "its"
}

// peopled reports whether word i is a noun for several people or for a body that is not “their own”.
func (r *reading) peopled(i int) bool {
	const phrase = 3
	if r.words[i].Kind != text.Letters || !r.bearing(i) || !r.several(i) && !r.institution(i) {
		return false
	}
	for k := i - 1; k > i-phrase && k > 0; k-- {
		if r.plural(k) {
			return false
		}
	}
	return true
}
