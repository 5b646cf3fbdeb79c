package grammar

import (
	"strings"

	"factcheck/claims/text"
)

// longestAdapted is how many words a sentence may have whose tree is adapted.
const longestAdapted = 1000

// The French treebank hangs some words otherwise than the English one, by which whoever
// reads trees goes. Adapt hangs them so:
//
//   - a name is the head of the noun in front of it: in "le colonel Willy Ngoma" as in
//     "Colonel Willy Ngoma" the head is "Willy";
//   - "être" before the participle of a verb of motion or change is no passive: "sont
//     arrivés", "est mort";
//   - what follows a verb of saying that nobody says anything with before it is its
//     subject: "…, a indiqué une source";
//   - what is counted is the head of what counts it: "un million de | personnes", "plus de
//     | 200 disparus";
//   - what somebody says, in the infinitive or as an adjective, is a clause that he says:
//     "affirme contrôler", "se dit prêt";
//   - whose a thing is says a pronoun, "son", and no article;
//   - what the tree hangs on a participle as on a noun hangs on it as on a verb, and what it
//     hangs on a noun as on a verb describes the noun;
//   - future, conditional and imperfect are told by the form: "rouvriront", "aurait",
//     "disait"; "va" and "vient de" before an infinitive are auxiliaries, "se faire" is one of the passive;
//   - who "est né" was born, in the passive as in English;
//   - "il" before a verb that somebody does is its subject, and "que" at the head of a clause
//     opens it;
//   - a participle that describes a noun is an adjective: "des hommes armés";
//   - an adjective with an article or a number and no noun is one: "sept civils";
//   - "tous les" is two articles, the number in "AF 472" a part of the name;
//   - a verb has one subject (frenchclause.go): of two that stand in front of it one is a time, what the other is, or joined to it.
//
// It keeps a tree a tree and its arcs uncrossed. Each of these looks at the whole sentence: what
// is longer than longestAdapted words is no sentence, and stays as it is.
func adapt(tokens []Token, names []Name, src string, words []text.Word) {
	for i := 1; i < len(names); i++ {
		part(tokens, names[i-1], names[i])
		bearer(tokens, names[i-1], names[i])
	}
	if len(tokens) > 1 && tokens[0].Tag != ProperNoun && tokens[0].Tag.Nominal() != (tokens[0].Tag == Adjective) && tokens[1].Head == 0 && tokens[1].Rel == Flat && tokens[1].Tag == ProperNoun {
		tokens[0].Tag = ProperNoun // "Claire Delmas", "Pierre Morel"
	}
	for i := range tokens {
		slashed(tokens, i, words)
		if tokens[i].Rel == Root {
			predicated(tokens, i)
			opened(tokens, i)
			rule(tokens, i)
			fronted(tokens, i, src, words)
			inserted(tokens, i, src, words)
			concluded(tokens, i, src, words)
			asks(tokens, i, src, words)
			oneSubject(tokens, i, src, words)
		}
		subject(tokens, i)
		some(tokens, i)
		beside(tokens, i)
		joined(tokens, i)
		periphrasis(tokens, i)
		phase(tokens, i)
		suffered(tokens, i)
		described(tokens, i, src, words)
		content(tokens, i)
		owed(tokens, i)
		if hasRole("fr", tokens[i].Lemma, moves) && tokens[i].Feats.Has(Participle) {
			unpassive(tokens, i)
		}
		if tokens[i].Feats.Has(Participle) && (hasRole("fr", tokens[i].Lemma, bears) || tokens[i].Tag == Verb && undergoes(tokens, i)) {
			passive(tokens, i)
		}
		if t := &tokens[i]; t.Tag == Verb && (t.Rel == Amod && t.Feats.Has(Participle) || t.Rel == Acl && present(tokens, i, words[i].In(src))) {
			t.Tag, t.Rel, t.Lemma = Adjective, Amod, singular(text.Fold(words[i].In(src)), words[i].In(src))
		}
		if t := &tokens[i]; t.Tag == Verb && t.Feats.Has(Infinitive) && (strings.HasSuffix(words[i].In(src), "ons") || strings.HasSuffix(words[i].In(src), "ez")) {
			t.Feats = Present | Finite // "Rappelons que"
		}
		if t := &tokens[i]; t.Feats.Has(Finite) {
			switch m := mood(text.Fold(words[i].In(src)), text.Fold(t.Lemma)); {
			case t.Feats&Past == 0:
				if t.Feats |= m; m == Past {
					t.Feats &^= Present
				}
			case m == Hypothetical && strings.HasPrefix(text.Fold(words[i].In(src)), strings.TrimSuffix(text.Fold(t.Lemma), "e")):
				t.Feats = t.Feats&^Past | m // "partiraient", which the tagger has for an imperfect
			}
		}
	}
	for i := range tokens {
		percent(tokens, i, words, src)
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		if hasRole("fr", tokens[i].Lemma, counts) {
			counted(tokens, i)
		}
		amount(tokens, i)
		whole(tokens, i)
		provided(tokens, i)
		switch t := &tokens[i]; {
		case t.Rel == Nmod && t.Head >= 0 && tokens[t.Head].Tag == Verb:
			t.Rel = Obl
		case t.Rel == Nmod && t.Lemma == "dont" && t.Head > i && tokens[i+1].Rel == Det && (tokens[t.Head].Rel == Nsubj || tokens[t.Head].Rel == NsubjPass || tokens[t.Head].Rel == Obj):
			t.Rel = NmodPoss // "le centre, dont les travaux ont coûté": its works; twin: "27 cas, dont quatre mortels"
		case t.Rel == Det && hasRole("fr", t.Lemma, owns):
			t.Rel, t.Tag = NmodPoss, Pronoun
			t.Feats |= Possessive
		}
	}
	for i := 1; i < len(tokens); i++ {
		if t := &tokens[i]; t.Rel == Obl && t.Tag.Nominal() && describes(tokens, t.Head) {
			t.Rel = Nmod
		}
		placed(tokens, i, words[i].In(src))
		than(tokens, i)
		coordinated(tokens, i)
		meant(tokens, i)
		neitherOf(tokens, i, src, words)
		scored(tokens, i)
		result(tokens, names, i, words, src)
		found(tokens, i)
		about(tokens, i)
		near(tokens, i)
		pace(tokens, i)
		unsubjected(tokens, i)
		left(tokens, i, src, words)
		sized(tokens, i, src, words)
		cleft(tokens, i)
		cleftAt(tokens, i)
		outgoing(tokens, i)
		office(tokens, i)
		deceased(tokens, i)
		adjacent(tokens, i)
		if namesake(tokens, i, words[i-1].In(src)); named(tokens, i) {
			raise(tokens, tokens[i].Head, i)
			unday(tokens, i)
		}
		parted(tokens, i)
		as(tokens, i)
		others(tokens, i, src, words)
		perUnit(tokens, i)
		ready(tokens, i)
		thousand(tokens, i)
		taken(tokens, i)
		resumed(tokens, i, src, words)
		overDay(tokens, i)
		whenever(tokens, i)
		daily(tokens, i)
		beforeDay(tokens, i)
		dated(tokens, i)
		atAge(tokens, i)
		numbered(tokens, i)
		substantive(tokens, i)
		measured(tokens, i)
		nobody(tokens, i)
		agedAs(tokens, i)
		unverbed(tokens, i, strings.ToLower(words[i].In(src)))
		doubted(tokens, i)
		trailing(tokens, i, src, words)
	}
	for i := range tokens {
		if t := &tokens[i]; t.Rel == Xcomp && t.Head >= 0 && t.Head < i && hasRole("fr", tokens[t.Head].Lemma, states) && !hasRole("fr", t.Lemma, verdicts) && (t.Tag == Adjective || t.Feats.Has(Infinitive) || t.Feats.Has(Participle)) {
			t.Rel = Ccomp
			unpassive(tokens, t.Head)
		}
		if hasRole("fr", tokens[i].Lemma, tells) && (tokens[i].Rel == Parataxis || tokens[i].Rel != Conj && behindComma(tokens, i, src, words)) {
			saidBy(tokens, i)
		}
	}
}

// describes reports whether word i is a noun that takes part in a clause and is not its
// predicate: what hangs on it describes it.
func describes(tokens []Token, i int) bool {
	if i < 0 || tokens[i].Tag != Noun {
		return false
	}
	switch tokens[i].Rel {
	case Nsubj, NsubjPass, Obj, Obl, OblAgent, Nmod:
	default:
		return false
	}
	for k := range tokens {
		if tokens[k].Head == i && tokens[k].Rel == Cop {
			return false
		}
	}
	return true
}

// rule makes a verb right in front of "avoir" or "être" in the infinitive the main one,
// where the tree has the verb behind it for that, and the true one for a participle that
// describes the subject: "le ministre nie avoir quitté la ville".
func rule(tokens []Token, root int) {
	for a := 1; a < root; a++ {
		if t := &tokens[a]; t.Head != root || t.Rel != Aux && t.Rel != AuxPass || !t.Feats.Has(Infinitive) {
			continue
		}
		u := a - 1
		subject := tokens[u].Head
		if tokens[u].Tag != Verb || tokens[u].Rel != Acl || subject < 0 || subject > u || tokens[subject].Head != root {
			return
		}
		tokens[u].Head, tokens[u].Rel, tokens[u].Feats = -1, Root, Present|Finite|Third
		tokens[subject].Head, tokens[subject].Rel = u, Nsubj
		for k := range tokens {
			if t := &tokens[k]; t.Head == root && (k < u || t.Rel == Punct && k > root) {
				t.Head = u
			}
		}
		tokens[root].Head, tokens[root].Rel = u, Ccomp
		return
	}
}

// unpassive undoes the passive of verb i, but where it has an agent or "avoir" with "être": "ont été remontés".
func unpassive(tokens []Token, i int) {
	been := false
	for k := range tokens {
		if t := &tokens[k]; t.Head == i && (t.Rel == OblAgent || been && t.Rel == AuxPass) {
			return
		}
		been = been || tokens[k].Head == i && tokens[k].Lemma == "avoir"
	}
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == AuxPass || t.Rel == Cop && tokens[i].Tag == Verb && tokens[i].Feats.Has(Participle):
			t.Rel = Aux
		case t.Rel == NsubjPass:
			t.Rel = Nsubj
		}
	}
}

// mood returns Future, Hypothetical or, for the imperfect, Past for a finite form, folded;
// nothing for any other.
func mood(form, lemma string) Feats {
	stem := func(endings ...string) (string, bool) {
		for _, e := range endings {
			if s, ok := strings.CutSuffix(form, e); ok && strings.HasSuffix(s, "r") {
				return s, true
			}
		}
		return "", false
	}
	if s, ok := stem("aient", "ait", "ais", "ions", "iez"); ok && s != lemma[:max(0, len(lemma)-2)] && s+"oir" != lemma {
		return Hypothetical
	}
	if s, ok := stem("ont", "ons", "ez", "ai", "as", "a"); ok && s != lemma[:max(0, len(lemma)-2)] {
		return Future
	}
	if strings.HasSuffix(form, "ions") && !strings.HasSuffix(lemma, "ier") || strings.HasSuffix(form, "aient") && form != "aient" && !strings.HasSuffix(lemma, "ayer") || (strings.HasSuffix(form, "ait") || strings.HasSuffix(form, "ais") && len(form) > 4) && form != "ait" && !strings.HasSuffix(lemma, "aire") && !strings.HasSuffix(lemma, "aitre") {
		return Past
	}
	return 0
}

// thousand makes a number of word i, "mille", where the tree has the noun behind it
// describe it: "quarante mille habitants".
func thousand(tokens []Token, i int) {
	n := i + 1
	if tokens[i].Tag != Noun || !hasRole("fr", tokens[i].Lemma, thousands) || n >= len(tokens) || tokens[n].Head != i || tokens[n].Tag != Noun && tokens[n].Tag != Adjective {
		return
	}
	tokens[n].Head, tokens[n].Rel, tokens[n].Tag = tokens[i].Head, tokens[i].Rel, Noun
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == Nummod:
			t.Rel = Compound
		case k > i || t.Rel != Advmod:
			t.Head = n
		}
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag = n, Nummod, Number
}

// counted makes what word i counts the head of both: "un million | de personnes".
func counted(tokens []Token, i int) {
	of := i + 1
	for of < len(tokens) && tokens[of].Head == i && (tokens[of].Rel == Punct || tokens[of].Rel == Compound) {
		of++ // "un demi-million"
	}
	if of+1 >= len(tokens) || tokens[of].Tag != Adposition || tokens[of].Lemma != "de" {
		return
	}
	for k := of + 1; k < len(tokens); k++ {
		t := &tokens[k]
		if t.Head != i || t.Rel != Nmod && t.Rel != Obl || !t.Tag.Nominal() {
			continue
		}
		t.Head, t.Rel = tokens[i].Head, tokens[i].Rel
		for j := range tokens {
			if c := &tokens[j]; j != k && (c.Head == i && (j > k || c.Rel == Case || c.Rel == Cop || c.Rel == Mark || c.Rel == Nsubj) || c.Head == k && j == of) {
				c.Head = k
			}
		}
		tokens[of].Head, tokens[of].Rel = i, Dep
		tokens[i].Head, tokens[i].Rel = k, Nummod
		return
	}
}

// named reports whether token i is a name right behind the noun that it hangs on, which
// says what it is: "colonel Willy", "M. Kabila", "ministre rwandais Olivier".
func named(tokens []Token, i int) bool {
	t := &tokens[i]
	if t.Tag != ProperNoun || t.Head < 0 || t.Head >= i || t.Rel != Nmod && t.Rel != Flat && t.Rel != Appos && t.Rel != Amod && t.Rel != Obj || tokens[t.Head].Tag != Noun {
		return false
	}
	for k := range tokens { // a preposition or an article makes it another thing: "la ville de Goma", "le sommet du G7"; of so many it names none, "deux francs CFA"
		if tokens[k].Head == t.Head && tokens[k].Rel == Nummod && k < t.Head {
			return false
		}
		if tokens[k].Head == i && (tokens[k].Rel == Case || tokens[k].Rel == Det || tokens[k].Rel == Punct && k < i) {
			return false
		}
	}
	for k := t.Head + 1; k < i; k++ {
		if tokens[k].Tag == Punctuation && tokens[k].Rel != Punct || tokens[k].Tag == Verb || tokens[k].Rel == Punct && tokens[k].Tag == Punctuation && tokens[k].Head != t.Head && k+1 == i {
			return false
		}
	}
	return true
}

// part takes a name off the one before it that it is hung on, where that one describes
// a noun: "le porte-parole de l'ONU Stéphane Dujarric".
func part(tokens []Token, before, n Name) {
	t := &tokens[n.First]
	if t.Head < before.First || t.Head >= before.End || t.Tag != ProperNoun || t.Rel != Flat && t.Rel != Nmod {
		return
	}
	if h := &tokens[t.Head]; h.Rel == Nmod && h.Head >= 0 && h.Head < before.First && tokens[h.Head].Tag == Noun {
		t.Head, t.Rel = h.Head, Nmod
	}
}

// raise makes name i the head of noun h in front of it. What stands before the name
// stays with the noun; the name takes over the rest.
func raise(tokens []Token, h, i int) {
	tokens[i].Head, tokens[i].Rel = tokens[h].Head, tokens[h].Rel
	for k := range tokens {
		t := &tokens[k]
		if t.Head == h && k != i && (k > i || t.Rel == Case || t.Rel == Advmod && k < h && (t.Lemma == "non" || t.Lemma == "pas") || t.Rel == Cop || t.Rel == Mark || t.Rel == Nsubj || t.Rel == Cc || t.Rel == Punct && k < h) {
			t.Head = i
		}
	}
	for k := i + 1; k < len(tokens); k++ {
		if t := &tokens[k]; t.Head > h && t.Head < i {
			if t.Head = i; t.Rel == Obl && tokens[i].Head >= 0 && tokens[tokens[i].Head].Tag == Verb {
				t.Head = tokens[i].Head // "a battu le maire sortant Paul Weber | au second tour"
			}
		}
	}
	tokens[h].Head, tokens[h].Rel = i, NmodDesc
}

// Raise makes name i, under which the tree has noun k of the phrase between the two, the head of noun h: "la ministre de la Santé | Anne Vidal".
func (s *Sentence) Raise(h, k, i int) {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == i && j < k {
			t.Head = k
		}
	}
	s.Tokens[k].Head, s.Tokens[k].Rel = h, Nmod
	raise(s.Tokens, h, i)
}

// saidBy makes the object of an aside that has no subject its subject, if it stands
// behind it.
func saidBy(tokens []Token, i int) {
	object := -1
	for k := range tokens {
		if tokens[k].Head != i {
			continue
		}
		switch tokens[k].Rel {
		case Nsubj, NsubjPass, Csubj, Ccomp:
			return
		case Obj:
			if object < 0 && k > i && tokens[k].Tag.Nominal() {
				object = k
			}
		}
	}
	if object >= 0 {
		tokens[object].Rel = Nsubj
	}
}
