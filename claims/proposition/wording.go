package proposition

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
)

// What may be said in other words: wordings.tsv lists what a report may write for the
// same thing, "seize", "capture", "take control of". A row says that each of its words
// says what the others do; what stands before ">" says what stands behind it, not the
// other way: whoever was murdered was killed.

//go:embed wordings.tsv
var wordingTable string

// A sense is a row of the table and the side of it on which a wording stands.
type sense struct {
	row          int
	says, saidBy bool
}

type wordingKey struct{ lang, part, words string }

// A phrasebook holds the wordings: the senses of each, and those of several words by
// the first of them, the longest first.
type phrasebook struct {
	senses  map[wordingKey][]sense
	phrases map[wordingKey][][]string
	says    map[int][]string // the words of a row that say what the others do
}

var readWordings = sync.OnceValue(func() *phrasebook {
	b := &phrasebook{map[wordingKey][]sense{}, map[wordingKey][][]string{}, map[int][]string{}}
	row := 0
	for f := range text.Rows(wordingTable, 3) {
		row++
		left, right, directed := strings.Cut(f[2], ">")
		for _, w := range strings.Fields(left) {
			b.add(f[0], f[1], w, sense{row, true, !directed})
		}
		for _, w := range strings.Fields(right) {
			b.add(f[0], f[1], w, sense{row, false, true})
		}
	}
	for _, list := range b.phrases {
		slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
	return b
})

// add adds a wording of a row; "up@other" names its own part of speech.
func (b *phrasebook) add(lang, part, w string, s sense) {
	if word, own, ok := strings.Cut(w, "@"); ok {
		w, part = word, own
	}
	k := wordingKey{lang, part, w}
	if b.senses[k] == nil {
		if lemmas := strings.Split(w, "_"); len(lemmas) > 1 {
			first := wordingKey{lang, part, lemmas[0]}
			b.phrases[first] = append(b.phrases[first], lemmas)
		}
	}
	b.senses[k] = append(b.senses[k], s)
	if s.says {
		b.says[s.row] = append(b.says[s.row], w)
	}
}

// Says reports whether a wording of the source says what one of the statement says:
// both are lemmas, joined by low lines, of one part of speech: "verb", "noun", "other".
func Says(lang, part, source, statement string) bool {
	m := readWordings().senses
	y := m[wordingKey{lang, part, statement}]
	if y == nil {
		return false
	}
	for _, a := range m[wordingKey{lang, part, source}] {
		for _, b := range y {
			if a.row == b.row && a.says && b.saidBy {
				return true
			}
		}
	}
	return false
}

// Saying returns the words that say what a word of a statement does, as Says has it, itself left out.
func Saying(lang, part, statement string) []string {
	b := readWordings()
	var out []string
	for _, s := range b.senses[wordingKey{lang, part, statement}] {
		if s.saidBy {
			out = append(out, b.says[s.row]...)
		}
	}
	return out
}

// wording makes one predicate of a verb with the words behind it that make a wording
// with it: "took control of Goma" is take_control_of(Goma), "was in favour of it" is
// be_in_favor_of(it), "is located" be_locate, "was shot dead" shoot_dead. Start is the verb, or the copula or the auxiliary that a
// wording with "be" begins with; false if none begins there.
func (p *Proposition) wording(start int) bool {
	s := p.Sentence
	for _, w := range readWordings().phrases[wordingKey{s.Text.Lang, "verb", s.Lemma(start)}] {
		end := start + len(w)
		joins := end <= len(s.Words) && s.Tree.Tokens[end-1].Rel == grammar.Case
		if !s.spells(start, w) || joins && (end < len(s.Words) && s.When(end) != nil || p.Passive && start == p.Head && s.Tree.Tokens[end-1].Head >= end) { // "were led to safety"
			if start == p.Head && p.apart(w) {
				return true
			}
			continue
		}
		switch {
		case end > p.Head:
			p.Lemma, p.Kind = strings.Join(w, "_"), Event
			p.swallow(p.Head, end)
			p.activate(start)
		case p.Kind == State: // "is home to 38 people": the parser has the people at the head
			p.Lemma, p.Kind = strings.Join(w, "_"), Event
			p.complement(end)
		default:
			continue
		}
		return true
	}
	return false
}

// apart makes one predicate of a verb and the words of a wording that something parts from it: the preposition of what
// is done to from a time, "voted on Monday for a cut", the rest from its object, "took two men into custody".
func (p *Proposition) apart(w []string) bool {
	if p.Kind != Event || p.Passive {
		return false
	}
	if p.around(w) {
		return true
	}
	if len(w) != 2 || p.Fill(Patient) != nil {
		return false
	}
	var only *Slot
	for i := range p.Slots {
		if x := &p.Slots[i]; x.Role == Oblique && x.Preposition == w[1] && x.Phrase.When == nil {
			if only != nil {
				return false
			}
			only = x
		}
	}
	if only == nil || only.Phrase.Head < p.Head {
		return false
	}
	p.Lemma = strings.Join(w, "_")
	only.Role, only.Preposition = Patient, ""
	return true
}

// around makes one predicate of a verb and the words of a wording that stand behind its object.
// Twin: "found him not guilty", which is another.
func (p *Proposition) around(w []string) bool {
	rest := w[1:]
	for i := range p.Slots {
		x := &p.Slots[i]
		if x.Phrase.Head <= p.Head || x.Role != Patient || p.Sentence.spells(x.Phrase.Head, rest) {
			continue
		}
		if at := p.behind(x.Phrase, rest); at >= 0 {
			p.Lemma = strings.Join(w, "_")
			p.swallow(at, at+len(rest))
			return true
		}
	}
	return false
}

// behind returns where the rest of a wording begins behind the head of what is acted upon, and
// ends the phrase there: "put the plan | on hold". Minus one if it does not; twin: "took the
// bus | in Kasindi".
func (p *Proposition) behind(f *Phrase, rest []string) int {
	s, k := p.Sentence, f.Head+1
	for k < f.End && !s.spells(k, rest) {
		k++
	}
	last := k + len(rest) - 1
	if !s.spells(k, rest) || s.Tree.Tokens[last].Rel == grammar.Case && s.Tree.Tokens[last].Head > last {
		return -1
	}
	f.End, f.Modifiers = min(f.End, k), slices.DeleteFunc(f.Modifiers, func(x Slot) bool { return x.Phrase.Head >= k })
	if !slices.ContainsFunc(p.Slots, func(x Slot) bool { return x.Phrase.Head == k }) {
		p.Slots = append(p.Slots, Slot{Role: Attribute, Phrase: s.Phrase(k)}) // for what it is "guilty of"
	}
	return k
}

// activate makes the subject of a passive that is a wording, "is located", its agent.
func (p *Proposition) activate(first int) {
	if !p.Passive || first == p.Head {
		return
	}
	p.Passive = false
	for i := range p.Slots {
		if p.Slots[i].Role == Patient && p.Slots[i].Phrase.Head < p.Head {
			p.Slots[i].Role = Agent
		}
	}
}

// complement makes the noun behind a wording that ends in front of word end its object,
// and takes the wording's own words out of it.
func (p *Proposition) complement(end int) {
	kept := p.Slots[:0:0]
	for _, x := range p.Slots {
		switch f := x.Phrase; {
		case x.Role == Attribute && f.Head == p.Head:
			g := *f
			g.First = max(g.First, end)
			x.Role, x.Phrase = Patient, &g
			for _, k := range p.Sentence.Tree.Conjuncts(nil, f.Head)[1:] {
				kept = append(kept, Slot{Role: Patient, Phrase: p.Sentence.Phrase(k)})
			}
		case f.Head < end && f.Head >= end-2 && x.Role != Agent:
			continue
		}
		kept = append(kept, x)
	}
	p.Slots = kept
}

// spells reports whether the words from i on are forms of the lemmas; "one" is any
// word that owns, "oneself" any that points back.
func (s *Sentence) spells(i int, lemmas []string) bool {
	if i+len(lemmas) > len(s.Words) {
		return false
	}
	for k, l := range lemmas {
		switch w := s.Fold(i + k); {
		case l == w, l == s.Lemma(i+k):
		case l == "one" && s.Tree.Tokens[i+k].Feats.Has(grammar.Possessive):
		case l == "oneself" && (strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")):
		default:
			return false
		}
	}
	return true
}

// swallow takes the slots that stand in the predicate's own words, from first up to end, out of
// the proposition; what the last of these words joins becomes what is acted upon.
func (p *Proposition) swallow(first, end int) {
	s := p.Sentence
	for i := first; i < end; i++ {
		p.Operators = append(p.Operators, i)
	}
	kept := p.Slots[:0:0]
	for _, x := range p.Slots {
		f := x.Phrase
		last := s.child(f.Head, grammar.Case)
		switch {
		case f.Head >= first && f.Head < end, f.Head == p.Head && x.Role == Attribute:
			for _, m := range f.Modifiers {
				switch {
				case m.Phrase.Head < end || m.Preposition == "":
				case s.child(m.Phrase.Head, grammar.Case) == end-1:
					kept = append(kept, Slot{Role: Patient, Phrase: m.Phrase})
				default: // "found guilty of fraud"
					kept = append(kept, Slot{Role: Oblique, Preposition: m.Preposition, Phrase: m.Phrase})
				}
			}
		case x.Role == Oblique && last < end && last >= first:
			kept = append(kept, Slot{Role: Patient, Phrase: f})
		default:
			kept = append(kept, x)
		}
	}
	p.Slots = kept
	if k := s.Tree.Tokens[end-1].Head; s.Tree.Tokens[end-1].Rel == grammar.Case && k >= end && p.Fill(Patient) == nil {
		p.fill(Patient, "", k) // it hangs on an adjective of the wording: "guilty to fraud"
	}
}
