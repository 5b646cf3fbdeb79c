package proposition

import (
	"slices"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/text"
)

// American papers put a member's party and state into brackets behind the name: "Sen. Lise Arden (R-Ohio)" is a Republican senator from
// Ohio. As in the brackets of a life, what stands there has no tree.

// constituencies adds what brackets behind a name say of party and state: that whoever bears it is a Republican from Ohio, and what
// titles him is a Republican's, and Ohio's.
func (s *Sentence) constituencies() {
	s.bracketed(func(i, first, end int) {
		at := text.Range{First: first, End: end}.Span(s.Text.Words)
		noun, adjective, state := s.member(at.In(s.Text.Src))
		if noun == "" {
			return
		}
		part := func(k int, lemma string) Phrase {
			return Phrase{Sentence: s, Head: k, First: k, End: k + 1, Lemma: lemma, at: at}
		}
		called := func(k int, as string) *Phrase {
			f, n := part(k, as), name.Parse(as)
			f.Name, f.Resolved, f.who = as, true, &n
			return &f
		}
		is, adj := called(i, noun), part(i, adjective)
		is.Modifiers = []Slot{{Role: Modifier, Phrase: called(max(i-1, 0), state)}} // what is said of a noun has another word at its head
		common := *is
		common.Name, common.who = "", nil
		is.Alias = []*Phrase{&common} // "a Republican", a name; "an independent", none
		for _, p := range s.Propositions {
			a, x := p.Fill(Agent), p.Fill(Attribute)
			if p.Aside && p.Kind == State && a != nil && a.Phrase.Head == i && x != nil && x.Phrase.titled {
				x.Phrase.Modifiers = append(slices.Clone(x.Phrase.Modifiers), Slot{Role: Modifier, Phrase: &adj}, Slot{Role: Modifier, Phrase: called(i, state)})
			}
		}
		s.calls(i, noun, s.Phrase(i), is)
	})
}

// member takes "(R-Ohio)" apart: what somebody of the party is, the party's adjective, and the state. Empty for all others, "(R-22)".
func (s *Sentence) member(bracket string) (noun, adjective, state string) {
	letter, of, ok := strings.Cut(strings.Trim(bracket, "() "), "-")
	letter, of = text.Fold(letter), strings.TrimSpace(of)
	noun, adjective = stands(s.Text.Lang, members, letter), stands(s.Text.Lang, parties, letter)
	short := strings.NewReplacer(".", "", " ", "").Replace(text.Fold(of))
	if full := stands(s.Text.Lang, states, short); full != "" {
		of = strings.ReplaceAll(full, "_", " ")
	}
	if p, known := lexicon.PlaceOf(of); !ok || noun == "" || adjective == "" || !known || p.Kind != lexicon.Region {
		return "", "", ""
	}
	return noun, adjective, of
}
