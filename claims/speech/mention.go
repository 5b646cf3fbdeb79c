package speech

import (
	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// A Mention is a name in the writer's own words: what the grammar takes it for, and how
// it stands in its sentence.
type Mention struct {
	Words   text.Range
	Kind    grammar.NameKind
	Subject bool       // of a clause: “[Doe] left”
	Aside   bool       // it describes another noun: “[Doe]'s wife”, “a friend of [Doe]”
	Role    text.Range // what the noun that it names says, in a language that puts it in front: “le [ministre de la Santé] Doe”
}

// Mentions appends the names of the passage that was taken apart last, in order;
// those inside quotations that stand apart are left out.
func (s *Analysis) Mentions(dst []Mention) []Mention {
	for i := 0; i < len(s.units); i++ {
		kind := s.units[i].name
		if kind == 0 || s.units[i].quotation >= 0 {
			continue
		}
		m := Mention{Words: s.units[i].words, Kind: grammar.NameKind(kind)}
		j := i
		for j+1 < len(s.units) && s.units[j+1].name == kind && s.units[j+1].words.First == m.Words.End && s.units[j+1].sentence == s.units[i].sentence {
			j++
			m.Words.End = s.units[j].words.End
		}
		for k := i; k <= j; k++ {
			if h := int(s.units[k].head); h >= i && h <= j {
				continue
			}
			switch s.units[k].rel {
			case grammar.Nsubj, grammar.NsubjPass:
				m.Subject = true
			case grammar.NmodPoss, grammar.Nmod, grammar.NmodUnmarked, grammar.Compound:
				m.Aside = true
			case grammar.Flat, grammar.Appos, grammar.NmodDesc: // “foreman [Doe] left”
				if h := int(s.units[k].head); h >= 0 {
					m.Subject = s.units[h].rel == grammar.Nsubj || s.units[h].rel == grammar.NsubjPass
				}
			}
		}
		dst = append(dst, m)
		i = j
	}
	return dst
}

// A Subject is a noun, or “one of” several, that the main verb of a sentence has for its subject and that is no name but
// one behind an article, “the President”.
type Subject struct {
	Words text.Range // its phrase without clauses
	Noun  int        // the word of the noun
}

// Subjects appends the subjects of the passage that was taken apart last, in order.
func (s *Analysis) Subjects(dst []Subject) []Subject {
	for j := range s.units {
		u := &s.units[j]
		if u.rel != grammar.Nsubj && u.rel != grammar.NsubjPass || u.quotation >= 0 || u.tag == grammar.Pronoun && u.word != one || u.head < 0 || s.units[u.head].rel != grammar.Root {
			continue
		}
		lo, hi := j, j
		for lo > 0 && s.hangs(int32(lo-1), int32(j)) {
			lo--
		}
		for hi+1 < len(s.units) && s.hangs(int32(hi+1), int32(j)) {
			hi++
		}
		if u.name != 0 && (hi > j || lo != j-1 || s.units[lo].rel != grammar.Det) {
			continue
		}
		dst = append(dst, Subject{text.Range{First: s.units[lo].words.First, End: s.units[hi].words.End}, u.words.First})
	}
	return dst
}

var one = hashFold("one")
