package claims

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Who says it, in a sentence with a tree: the subject of the verb of saying, or the noun
// behind it that the tree has for something else.

// sharedSubject returns the subject of the verb that v is coordinated with or stands
// under: "a salué l'accord et ajouté que", "en a profité pour ajouter que"; -1 if it has none.
func (s *parsedSentence) sharedSubject(v int) int {
	for steps := 0; steps < 3; steps++ {
		t := s.tree.Tokens[v]
		if t.Head < 0 || t.Rel != grammar.Conj && t.Rel != grammar.Advcl && t.Rel != grammar.Xcomp {
			return -1
		}
		for k, u := range s.tree.Tokens {
			if u.Head == t.Head && u.Rel == grammar.Nsubj && (u.Tag != grammar.Pronoun || s.personal(k)) {
				return k
			}
		}
		if k := s.follower(t.Head); k < v && k > 0 && s.speaking(k) { // "c'est ce qu'a annoncé le maire, soulignant que"
			return k
		}
		v = t.Head
	}
	return -1
}

// speaking reports whether token k is a noun for people or a body, or a name, that is
// nobody's: "des habitants", "son avocate". Twin: "son autorité".
func (s *parsedSentence) speaking(k int) bool {
	if k < 0 {
		return false
	}
	w := s.lower(k)
	for _, kind := range [...]lexicon.PersonWord{lexicon.Anonymous, lexicon.GroupNoun, lexicon.RoleNoun, lexicon.Calling, lexicon.Relation} {
		if lexicon.Is(s.r.lang, kind, w) || lexicon.Is(s.r.lang, kind, text.Fold(s.tree.Tokens[k].Lemma)) {
			return kind != lexicon.GroupNoun || !lexicon.Is(s.r.lang, lexicon.Owning, s.lower(k-1))
		}
	}
	return s.r.capital(s.words.First + k)
}

// follower returns the first noun behind verb v that no preposition joins and that is
// no day: the subject where the tree has none.
func (s *parsedSentence) follower(v int) int {
	for k := v + 1; k < len(s.tree.Tokens) && k < v+25; k++ {
		t := &s.tree.Tokens[k]
		if s.r.words[s.words.First+k].Kind == text.Quote {
			return -1
		}
		if s.joinedAt(k) { // “s'insurge auprès de Radio Okapi | le maire”; “à l'AFP | Jane Doe”, “à Reuters | Jane Doe”
			n := s.outletAt(k)
			if i := s.words.First + k; n == 0 && s.r.capital(i) && !lexicon.GivenName(s.r.word(i)) && lexicon.GivenName(s.r.word(i+1)) { // “à Mediacongo | Jane Doe”
				n = 1
			}
			if n > 0 && s.personAt(k+n) {
				k += n - 1
				continue
			}
			for k+1 < len(s.tree.Tokens) && s.tree.Tokens[k+1].Tag == grammar.ProperNoun && s.r.capital(s.words.First+k) && !upper(s.r.word(s.words.First+k)) { // twin: “au téléphone | Jane Doe”
				k++
			}
			continue
		}
		if slices.ContainsFunc(s.tree.Names, func(n grammar.Name) bool { return n.First == k && n.Kind == grammar.Person }) {
			return k
		}
		if k-1 > v && s.tree.Tokens[k-1].Tag == grammar.Noun && s.joinedAt(k-1) && s.r.capital(s.words.First+k) && k+1 < len(s.tree.Tokens) && s.article(k+2) { // “sur la radio | Métropole | le poète Jane Doe”
			continue
		}
		if !t.Tag.Nominal() && t.Tag != grammar.Adjective || lexicon.Is("*", lexicon.Weekday, s.lower(k)) || s.joinedAt(k) {
			continue
		}
		if t.Rel == grammar.NmodPoss || t.Tag == grammar.Adjective && (!s.article(k) || k+1 < len(s.tree.Tokens) && s.tree.Tokens[k+1].Tag == grammar.Noun) {
			continue // "l'ancien directeur"
		}
		return k
	}
	return -1
}

// saidSo returns who goes on to say what gerund v has, behind a comma: the last speaker, "« A », dit-il, | ajoutant que", or who stands behind
// the verb of saying before it, "c'est ce qu'a annoncé | le maire, soulignant que".
func (s *parsedSentence) saidSo(v int, reports []speech.Report) text.Range {
	if s.lower(v-1) != "," {
		return text.Range{}
	}
	if n := len(reports); n > 0 && reports[n-1].Cue.First >= s.words.First && reports[n-1].Cue.First < s.words.First+v {
		return reports[n-1].Speaker
	}
	for k := v - 1; k >= 0; k-- {
		if _, _, ok := s.cueAt(k); ok {
			if f := s.follower(k); f < v && s.speaking(f) {
				return s.speaker(f)
			}
			break
		}
	}
	return text.Range{}
}

// outletAt returns how many words the outlet has that begins at token k, 0 if none does: "à | Radio Okapi | Jane Doe".
func (s *parsedSentence) outletAt(k int) int {
	const longest = 3 // words
	for n := longest; n > 0; n-- {
		if i := s.words.First + k; i+n <= s.words.End {
			if _, ok := lexicon.OutletOf(s.r.name(text.Range{First: i, End: i + n})); ok {
				return n
			}
		}
	}
	return 0
}

// personAt reports whether two words with a capital begin at token k, as a person's name does.
func (s *parsedSentence) personAt(k int) bool {
	return s.r.capital(s.words.First+k) && s.r.capital(s.words.First+k+1) && !lexicon.Is(s.r.lang, lexicon.Opener, s.lower(k))
}

// source returns the noun that "de" or "auprès de" joins to what somebody learned, right
// behind verb v; -1 if there is none.
func (s *parsedSentence) source(v int) int {
	for k := v + 1; k < len(s.tree.Tokens) && k < v+10; k++ {
		if t := &s.tree.Tokens[k]; t.Tag.Nominal() && !lexicon.Is("*", lexicon.Weekday, s.lower(k)) {
			return k
		}
	}
	return -1
}

// learned returns from whom the subject of verb v learned what he tells, and the phrase
// that says so, "a | appris | l'AFP | de | sources locales"; -1 if nobody is named.
func (s *parsedSentence) learned(v, subject int) (int, string) {
	for k := v + 1; k < len(s.tree.Tokens) && k < v+12; k++ {
		if k == subject || !s.tree.Tokens[k].Tag.Nominal() || !s.speaking(k) {
			continue
		}
		for i := k - 1; i > v && i > k-4; i-- {
			phrase := s.lower(v) + " " + s.lower(i)
			if _, ok := lexicon.CueOf(s.r.lang, lexicon.PhraseCue, strings.ReplaceAll(phrase, " ", "_")); ok {
				return k, phrase
			}
		}
	}
	return -1, ""
}

// joinedAt reports whether a preposition stands before the phrase of word k.
func (s *parsedSentence) joinedAt(k int) bool {
	for i := k - 1; i >= 0 && i > k-4; i-- {
		switch s.tree.Tokens[i].Tag {
		case grammar.Adposition:
			return true
		case grammar.Determiner, grammar.Adjective, grammar.Number:
		default:
			return false
		}
	}
	return false
}

// article reports whether an article stands right before word k.
func (s *parsedSentence) article(k int) bool {
	return k > 0 && (s.tree.Tokens[k-1].Tag == grammar.Determiner || s.tree.Tokens[k-1].Rel == grammar.NmodPoss)
}

// speaker returns the words of the phrase of token k, as far as they say who it is; the
// empty range for -1.
func (s *parsedSentence) speaker(k int) text.Range {
	if k < 0 {
		return text.Range{}
	}
	t := &s.tree.Tokens[k]
	among := k+1 < len(s.tree.Tokens) && s.tree.Tokens[k+1].Rel == grammar.Case && s.article(k) // "l'un d'eux"
	if t.Tag == grammar.Pronoun && !among {
		return text.Range{First: s.words.First + k, End: s.words.First + k + 1}
	}
	n := text.Range{First: s.words.First + min(t.First, k), End: s.words.First + max(t.End, k+1)}
	for n.First < s.words.First+k && (s.tree.Tokens[n.First-s.words.First].Tag == grammar.Adposition || s.r.words[n.First].Kind == text.Punct) {
		joint := s.tree.Tokens[n.First-s.words.First].Tag == grammar.Adposition
		n.First++
		for i := n.First - s.words.First; joint && t.Tag == grammar.ProperNoun && i < k; i++ {
			if s.tree.Tokens[i].Tag == grammar.Noun && !s.speaking(i) {
				n.First = s.words.First + k // "a raconté au téléphone | Jane Doe"; twins: "à la présidence", "par l'évêque Jane Doe"
				break
			}
		}
	}
	for n.First > s.words.First && n.First == s.words.First+k && s.tree.Tokens[k-1].Tag == grammar.Determiner {
		n.First--
	}
	for n.End < s.words.End && (s.r.capital(n.End) || s.r.word(n.End) == "-" && s.r.capital(n.End+1)) {
		n.End++ // "Mme | Béatrice Lukonge"
	}
	if i := n.End + 1; s.r.word(n.End) == "," && i < s.words.End && s.tree.Tokens[i-s.words.First].Tag == grammar.Noun && s.tree.Tokens[i-s.words.First].Rel == grammar.Appos {
		for n.End = i; n.End < s.words.End && s.r.word(n.End) != "," && !s.r.stop(n.End); n.End++ {
		}
	}
	if i := n.End + 1; s.r.word(n.End) == "," && i < s.words.End && t.Tag == grammar.Noun { // "résume, amer, | son producteur, | Jane Doe"
		for _, m := range s.tree.Names {
			if end := s.words.First + m.End; s.words.First+m.First == i && m.Kind == grammar.Person && (s.r.word(end) == "," || s.r.stop(end)) {
				n.End = end
			}
		}
	}
	for _, t := range s.tree.Tokens { // "le maire, | qui était là"
		if t.Rel == grammar.AclRelcl && t.First > k {
			n.End = min(n.End, s.words.First+t.First)
		}
	}
	for i := s.words.First + k + 1; i < n.End; i++ {
		if s.r.words[i].Kind == text.Quote || lexicon.Is("*", lexicon.Weekday, s.r.lower(i)) || lexicon.Is(s.r.lang, lexicon.Aside, s.r.lower(i)) && !s.r.capital(i-1) ||
			s.r.word(i) == ":" || s.r.word(i) == ";" || s.r.outletAfter(i, n.End) {
			n.End = i
		}
	}
	return s.r.trim(n)
}

// mentions returns the names outside quotations and how they stand in the sentence.
func (s *parsedSentence) mentions() []speech.Mention {
	var out []speech.Mention
	for _, n := range s.tree.Names {
		m := speech.Mention{Words: s.part(n.First, n.End), Kind: n.Kind}
		if s.r.text.Inside(m.Words.First) >= 0 {
			continue
		}
		for k := n.First; k < n.End; k++ {
			h := s.tree.Tokens[k].Head
			if h >= n.First && h < n.End {
				continue
			}
			m.Role = s.office(k, n.First)
			rel := s.tree.Tokens[k].Rel
			for steps := 0; steps < 3 && h >= 0 && (rel == grammar.Flat || rel == grammar.Appos || rel == grammar.NmodDesc || rel == grammar.Nmod && n.Kind == grammar.Person && s.speaking(h)); steps++ { // "la préfète, | Agathe Lorin, a prévenu", "le maire, le colonel | Doe, a prévenu"
				h, rel = s.tree.Tokens[h].Head, s.tree.Tokens[h].Rel
			}
			m.Subject = m.Subject || rel == grammar.Nsubj || rel == grammar.NsubjPass || rel == grammar.Root && h < n.First // whose verb the tree takes for a noun
			m.Aside = m.Aside || rel == grammar.Nmod || rel == grammar.NmodPoss || rel == grammar.Compound
		}
		out = append(out, m)
	}
	return out
}

// subjects returns the nouns outside quotations that the sentence has for subjects and that are no names: « | L'agence | a fermé ». Twin:
// « Le président du comité, l'historien Jean Mbala, regrette », who has one behind him.
func (s *parsedSentence) subjects() (list []speech.Subject) {
	for k, t := range s.tree.Tokens {
		verb := t.Head >= 0 && s.tree.Tokens[t.Head].Rel == grammar.Root
		if (t.Rel == grammar.Nsubj || t.Rel == grammar.NsubjPass) && t.Tag == grammar.Noun && verb && s.article(k) && !s.r.capital(s.words.First+k) && !s.apposed(k) && s.r.text.Inside(s.words.First+k) < 0 {
			list = append(list, speech.Subject{Words: s.part(k-1, k+1), Noun: s.words.First + k})
		}
	}
	return list
}

// apposed reports whether something stands in apposition to token k.
func (s *parsedSentence) apposed(k int) bool {
	return slices.ContainsFunc(s.tree.Tokens, func(t grammar.Token) bool { return t.Head == k && t.Rel == grammar.Appos })
}

// office returns the noun phrase in front of the name that begins at token first, whose
// head is token k, that says what its bearer is; the empty range if none does.
func (s *parsedSentence) office(k, first int) text.Range {
	for i := first - 1; i >= 0; i-- {
		t := &s.tree.Tokens[i]
		bound := t.Head == k && t.Rel == grammar.NmodDesc || s.tree.Tokens[k].Head == i && (s.tree.Tokens[k].Rel == grammar.Appos || s.tree.Tokens[k].Rel == grammar.Nmod || s.tree.Tokens[k].Rel == grammar.Flat)
		if s.tree.Tokens[first-1].Tag == grammar.Adposition { // « la mère de | Jane Doe »
			break
		}
		if _, kind := lexicon.KindOf(s.r.lang, s.lower(i)); bound && s.article(i) && (kind || s.r.titleWord(s.words.First+i)) {
			return s.r.trim(s.part(i, first))
		}
	}
	return text.Range{}
}

// outletAfter reports whether word i joins an outlet that was spoken to: "à l'AFP".
func (r *reading) outletAfter(i, end int) bool {
	return lexicon.Is(r.lang, lexicon.Addressing, r.lower(i)) && r.outlet(i+1, min(end+3, len(r.words))).Len() > 0
}

// joinedBy reports whether another clause is coordinated with that of verb v.
func (s *parsedSentence) joinedBy(v int) bool {
	return slices.ContainsFunc(s.tree.Tokens, func(t grammar.Token) bool {
		return t.Head == v && t.Rel == grammar.Conj && t.Tag == grammar.Verb
	})
}

// lowerOf returns a word of negation as it is written at token k, elided or not.
func (s *parsedSentence) lowerOf(w string, k int) string {
	if s.lower(k) == "n'" {
		return "n'"
	}
	return w
}
