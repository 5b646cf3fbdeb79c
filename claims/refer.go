package claims

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Who is not “he” or “it”.

// learn learns that a pronoun of that sex meant m, which may be nil. Twice is as good as a
// title.
func (m *member) learn(sex lexicon.Gender) {
	switch {
	case m == nil:
	case m.usual == lexicon.NoGender:
		m.usual, m.told = sex, true
	case m.told && m.usual == sex && m.sex == lexicon.NoGender:
		m.sex = sex
	}
}

// addressed returns those whom the clause that the pronoun at word i is the subject of names behind its verb: “he told | Doe”. Twins: “he
// told | Doe's mother”, “he and | Doe said”.
func (c *cast) addressed(r *reading, i int, held []text.Range) (out []*member) {
	const clause = 7 // words
	if !r.predicate(i+1) || r.stop(i+2) {
		return nil
	}
	for k := i + 2; k < min(len(r.words), i+clause) && r.words[k].Kind == text.Letters && !holds(held, k) && r.text.Inside(k) == r.text.Inside(i) && !subordinates(r.lower(k)); k++ {
		if n, _ := r.named(k, len(r.words)); n.Len() > 0 {
			if m := c.find(r, n); m != nil && m.kind == Person && !text.IsPossessive(r.lower(n.End)) && !r.owning(n.End) {
				out = append(out, m)
			}
			k = n.End - 1
		}
	}
	return out
}

// spokenOf returns those of whom quoted words say what they do: “Doe was late,” he said, is not
// Doe's. Twin: “They said, ‘Doe, sit down,’” he said.
func (c *cast) spokenOf(r *reading, held []text.Range) (out []*member) {
	for _, h := range held {
		for i := h.First; i < h.End; i++ {
			if r.text.Inside(i) < 0 {
				continue
			}
			if n, _ := r.named(i, h.End); n.Len() > 0 {
				if m := c.find(r, n); m != nil && m.kind == Person && r.predicate(n.End) && r.words[n.First-1].Kind != text.Punct {
					out = append(out, m)
				}
				i = n.End - 1
			}
		}
	}
	return out
}

// rivals reports whether a name of somebody else than m stands before the pronoun at
// word i in its sentence: “Lakeoil fell after it agreed to the deal”.
func (r *reading) rivals(i int, m *member) bool {
	body := func(o *member) bool { return o.kind != Person || !o.givenNamed() }
	for k := i - 1; k >= 0 && i-k < nearWords && !r.stop(k) && r.words[k].Kind != text.Quote && !r.text.BlockStart(k+1); k-- {
		if r.capital(k) && !r.opener(k) && !strings.Contains(text.Fold(m.name), r.lower(k)) {
			if by := slices.Concat(r.cast.people[r.lower(k)], r.cast.given[r.lower(k)]); len(by) > 0 && !slices.ContainsFunc(by, body) { // “Lakeoil fell. In a letter to Jane Doe, it said”
				continue
			}
			return true
		}
	}
	return false
}
