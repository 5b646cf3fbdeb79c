package claims

import (
	"slices"
	"strings"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// What a verb of saying has for content in a sentence with a tree, where it stands under
// the verb: a clause, an infinitive, a noun phrase, a quotation.

// report makes the report of verb v; false if it reports nothing here.
func (s *parsedSentence) report(p *speech.Passage, v int, lemma string, class lexicon.Act) (speech.Report, bool) {
	a := speech.Report{Cue: text.Range{First: s.words.First + v, End: s.words.First + v + 1}, Lemma: lemma, Verb: true, Whole: true}
	if strings.Contains(lemma, "_") && !s.reflexive(v) {
		a.Cue.First-- // "fait savoir"
	}
	subject, clause, object := s.arguments(v, &a)
	group := s.group(v)
	if k := s.inverted(v); k >= 0 {
		subject, clause = k, -1
	} else if subject >= 0 && lexicon.Is(s.r.lang, lexicon.Reflexive, s.lower(subject)) { // “« … », se désole cette dernière”
		subject = -1
	}
	behind := s.behindQuotation(group)
	if behind && clause > v && (s.tree.Tokens[clause].Tag.Nominal() || s.tree.Tokens[clause].Tag == grammar.Adjective && s.article(clause)) { // “« … », se désole | cette dernière”, “se souvient | Jane Doe”
		clause = -1
	}
	if behind && clause > v && s.lower(clause-1) == "," && s.lower(clause+1) == "," { // “« … », constate, | dépité, | Jane Doe”
		clause = -1
	}
	if behind && subject < v && (subject < group || s.told(subject)) || s.parts(v, group, subject) {
		subject = -1 // “La rébellion « … », a dénoncé le ministre”
	}
	if class == lexicon.Thought && subject >= 0 {
		class = lexicon.ActOf(s.r.lang, lexicon.VerbCue, lemma, s.lower(subject)) // "une étude montre que"
	}
	if s.incise(v, group, subject, clause) && (s.r.text.Inside(s.words.First+v) >= 0 || s.closes(s.words.First+group-1) || behind || tells(s.r.lang, lemma)) {
		return s.interrupting(p, a, v, group, subject)
	}
	if a, ok := s.launched(p, a, v); ok {
		return a, true
	}
	if a, ok := s.called(a, v, subject); ok {
		return a, true
	}
	if class > lexicon.Writing || !s.verbal(v) || v == 0 && subject < 0 && s.tree.Tokens[v].Feats.Has(grammar.Finite) { // “Rappelons que” is the writer's
		return a, false
	}
	c, shape := s.content(v, clause, object, lemma)
	if shape != speech.Clause && subject >= 0 && lexicon.Is(s.r.lang, lexicon.Writer, s.lower(subject)) { // “on nous invite à”
		return a, false
	}
	if c.Len() < 2 || shape == speech.Clause && c.Len() < 3 && !s.reflexive(v) {
		if a.Negated || a.Passive || !s.speaking(subject) && !(subject >= 0 && s.personal(subject)) {
			return a, false
		}
		return s.callsIt(a, v, subject, s.within(v))
	}
	if q := s.r.text.Inside(a.Cue.First); q < 0 {
		c = s.whole(c, p.Words.End)
	} else if all := s.r.text.Quotations[q].Words(); c.First < all.First || c.First >= all.End {
		return a, false
	} else {
		c.End = min(c.End, all.End)
	}
	a.Content, a.Shape = []text.Range{c}, shape
	if a.Speaker = s.speaker(subject); subject < 0 {
		a.Speaker = s.speaker(s.sharedSubject(v))
	}
	a.Whole = s.tree.Tokens[v].Rel == grammar.Root && !s.joinedBy(v)
	return a, shape != speech.Phrase || a.Speaker.Len() > 0 && !a.Negated
}

// parts reports whether the verb group from group to v parts, in a quotation, what the tree has for its subject from the verb of that:
// “« Ce prix, a confié Jane Doe, je le dédie »”. Twin: “« Le maire, en visite, a cité Jane Doe, puis est parti »”.
func (s *parsedSentence) parts(v, group, subject int) bool {
	quoted := s.r.text.Inside(s.words.First+v) >= 0
	if group == 0 || s.lower(group-1) != "," || subject >= group-1 || !quoted && (subject < 0 || !s.follows(v) || s.speaking(subject)) {
		return false
	}
	first := max(0, subject)
	for k := first; k < group-1; k++ {
		if t := &s.tree.Tokens[k]; s.lower(k) == "," || t.Feats.Has(grammar.Finite) && !(t.Head == v && s.tree.Tokens[v].Feats.Has(grammar.Finite)) { // « Ce n'est pas assez, concède Doe, mais … », two verbs that the tree takes for one
			return false
		}
	}
	f := s.follower(v)
	return f > v && s.speaking(f) && (!quoted || slices.ContainsFunc(s.tree.Tokens[f+1:], func(t grammar.Token) bool { return t.Feats.Has(grammar.Finite) }))
}

// verbal reports whether verb v heads a clause: "affirme", "a affirmé", "affirmant", "Doe, maire de Goma, dit", which the tagger may
// have for a participle. Twin: "cela dit".
func (s *parsedSentence) verbal(v int) bool {
	return s.tree.Tokens[v].Feats&(grammar.Finite|grammar.Infinitive|grammar.Gerund) != 0 ||
		slices.ContainsFunc(s.tree.Tokens, func(t grammar.Token) bool {
			return t.Head == v && (t.Rel == grammar.Aux || t.Rel == grammar.AuxPass || t.Rel == grammar.Mark || t.Rel == grammar.Case || t.Rel == grammar.Nsubj && t.Tag != grammar.Pronoun && s.tree.Tokens[v].Rel == grammar.Root)
		})
}

// arguments returns the subject of verb v, the clause under it and its object, -1 for
// what it has not, and notes in a whether it is negated or passive. The subject of a
// relative clause is the noun that it describes: "Doe, | qui précise que".
func (s *parsedSentence) arguments(v int, a *speech.Report) (subject, clause, object int) {
	impersonal := -1
	subject, clause, object = -1, -1, -1
	for k, t := range s.tree.Tokens {
		if t.Head != v {
			continue
		}
		switch t.Rel {
		case grammar.Nsubj, grammar.NsubjPass:
			if t.Tag.Nominal() && !(subject >= 0 && s.speaking(subject)) { // "a lâché | le marin, les yeux baissés"
				subject = k
			}
		case grammar.Expl:
			impersonal = k
		case grammar.Ccomp:
			clause = k
		case grammar.Xcomp:
			if clause < 0 {
				clause = k
			}
		case grammar.Obj:
			object = k
		case grammar.AuxPass:
			a.Passive = true
		case grammar.Advmod:
			a.Negated = a.Negated || s.lower(k) == s.lowerOf("ne", k)
		}
	}
	if subject < 0 && impersonal >= 0 && !a.Passive && lexicon.Is(s.r.lang, lexicon.He, s.lower(impersonal)) && !s.joinedAt(impersonal) { // "il a reconnu que" is somebody, "il a été dit que" nobody
		subject = impersonal
	}
	if subject >= 0 && s.tree.Tokens[v].Rel == grammar.AclRelcl && s.tree.Tokens[subject].Tag == grammar.Pronoun && !s.personal(subject) {
		for subject = s.tree.Tokens[v].Head; subject >= 0 && s.tree.Tokens[subject].Rel == grammar.Appos; {
			subject = s.tree.Tokens[subject].Head
		}
	}
	return subject, clause, object
}

// personal reports whether token k is a pronoun like "il".
func (s *parsedSentence) personal(k int) bool {
	w := s.lower(k)
	return lexicon.Is(s.r.lang, lexicon.He, w) || lexicon.Is(s.r.lang, lexicon.She, w) || lexicon.Is(s.r.lang, lexicon.They, w) || lexicon.Is(s.r.lang, lexicon.Writer, w)
}

// content returns what is said with verb v and its shape: a clause ("que la route est
// fermée"), an infinitive without a joint, which is a clause too ("avoir fui"), a deed
// ("à la population de fuir"), a thing ("le retrait de la loi"). The empty range if nothing.
func (s *parsedSentence) content(v, clause, object int, lemma string) (text.Range, speech.Shape) {
	tokens := s.tree.Tokens
	if clause > v {
		c := s.part(tokens[clause].First, tokens[clause].End)
		w := s.lower(c.First - s.words.First)
		switch joint := tokens[c.First-s.words.First].Tag == grammar.Adposition; {
		case subordinates(w):
			return s.part(c.First-s.words.First, s.goesOnTo(v, c.End-s.words.First)), speech.Clause
		case s.r.words[c.First].Kind == text.Quote, s.r.word(c.First-1) == ":":
			return c, speech.Clause
		case tokens[clause].First > v && !joint && (s.infinitive(clause) || s.reflexive(v)) && asserts(s.r.lang, lemma):
			return c, speech.Clause
		case joint && s.infinitive(clause) && lexicon.SaysDeed(s.r.lang, lemma):
			for o := v + 1; o < clause; o++ { // to whom it is said
				if t := &tokens[o]; t.Head == v && (o == object || (t.Rel == grammar.Obl || t.Rel == grammar.Iobj) && s.speaking(o)) {
					c.First = s.words.First + min(t.First, o)
					break
				}
			}
			return c, speech.Infinitive
		}
	}
	for k := v + 1; k < len(tokens) && lexicon.SaysDeed(s.r.lang, lemma); k++ { // "demande à la population | de fuir"
		if o := tokens[k].Head; tokens[k].Rel == grammar.Acl && s.infinitive(k) && o > v && tokens[o].Head == v && o < k {
			return s.part(tokens[o].First, tokens[o].End), speech.Infinitive
		}
	}
	if object > v && tokens[object].End < len(tokens) && subordinates(s.lower(tokens[object].End)) && tokens[tokens[object].End].Tag == grammar.Subordinator { // "annonce cet après-midi | que"
		return s.part(tokens[object].End, s.goesOnTo(v, len(tokens))), speech.Clause
	}
	if c, _ := lexicon.CueOf(s.r.lang, lexicon.VerbCue, lemma); object > v && tokens[object].Tag == grammar.Noun && lexicon.SaysThing(s.r.lang, lemma) && (c.Class == "say" || c.Class == "declare" || !s.owned(object)) {
		end := tokens[object].End
		if end < len(tokens) && tokens[end].Tag == grammar.Adposition && tokens[end].Head > end && s.infinitive(tokens[end].Head) { // "affirme sa volonté | d'agir"
			end = tokens[tokens[end].Head].End
		}
		return s.part(tokens[object].First, end), speech.Phrase
	}
	return text.Range{}, speech.Clause
}

// mainClause reports whether verb v stands under no noun and under no other verb's "when".
func (s *parsedSentence) mainClause(v int) bool {
	switch s.tree.Tokens[v].Rel {
	case grammar.AclRelcl, grammar.Acl, grammar.Advcl:
		return false
	}
	return true
}

// goesOnTo returns the end of a clause under verb v that the tree ends at token end, though
// a phrase follows without a mark: "que ce n'était « pas le moment » | pour un vote". Twin:
// what hangs on the verb and has one of its own, "a dit que oui | et est parti".
func (s *parsedSentence) goesOnTo(v, end int) int {
	tokens := s.tree.Tokens
	for steps := 0; end < len(tokens) && steps < 4; steps++ {
		if t := &tokens[end]; t.Tag == grammar.Punctuation || t.Head < end {
			break
		}
		h := tokens[end].Head
		for tokens[h].Head > h && tokens[tokens[h].Head].First >= end {
			h = tokens[h].Head
		}
		if tokens[h].First < end || tokens[h].Tag == grammar.Verb && tokens[h].Rel == grammar.Conj && tokens[h].Head == v {
			break
		}
		end = max(end+1, tokens[h].End)
	}
	return end
}

// asserts reports whether a verb is of saying that what it has in the infinitive is so. What
// is denied, admitted or hoped for is a deed that the whole sentence tells.
func asserts(lang, lemma string) bool {
	c, _ := lexicon.CueOf(lang, lexicon.VerbCue, lemma)
	return c.Class != "deny" && c.Class != "concede" && c.Class != "believe"
}

// owned reports whether the noun at token k has an owner: "confirme [son] statut".
func (s *parsedSentence) owned(k int) bool {
	return slices.ContainsFunc(s.tree.Tokens, func(t grammar.Token) bool { return t.Head == k && t.Rel == grammar.NmodPoss })
}

// infinitive reports whether the verb group of token k is one: "fuir", "avoir fui".
func (s *parsedSentence) infinitive(k int) bool {
	if s.tree.Tokens[k].Feats.Has(grammar.Infinitive) {
		return true
	}
	return slices.ContainsFunc(s.tree.Tokens, func(t grammar.Token) bool {
		return t.Head == k && (t.Rel == grammar.Aux || t.Rel == grammar.AuxPass || t.Rel == grammar.Cop) && t.Feats.Has(grammar.Infinitive)
	})
}

// part returns the words of tokens i up to j.
func (s *parsedSentence) part(i, j int) text.Range {
	return text.Range{First: s.words.First + i, End: s.words.First + j}
}

// whole returns content c up to the end of the quotation that begins in it: a full stop
// in it ends the sentence, not what is said.
func (s *parsedSentence) whole(c text.Range, end int) text.Range {
	if q := s.r.text.Inside(c.End - 1); q >= 0 {
		if all := s.r.text.Quotations[q].All; all.First >= c.First && all.End > c.End && all.End <= end {
			c.End = all.End
		}
	}
	return c
}

// introduced returns the reports of quotations behind a colon, up to word end, that none
// of the reports before has: whoever the clause before it is about says them, "le maire
// n'en démord pas : « … »", or whom it names last, without a verb: "même avis chez le
// maire, Jane Doe : « … »".
func (s *parsedSentence) introduced(before []speech.Report, end int) []speech.Report {
	var out []speech.Report
	held := contents(before)
	for i := s.words.First + 1; i < s.words.End && i+1 < end; i++ {
		q := s.r.text.Inside(i + 1)
		if s.r.word(i) != ":" || q < 0 || s.r.text.Inside(i) >= 0 || holds(held, i+1) {
			continue
		}
		all := s.r.text.Quotations[q].All
		if all.First != i+1 || all.Len() < quotedWords {
			continue
		}
		a := speech.Report{Cue: text.Range{First: i, End: i + 1}, Lemma: ":", Content: []text.Range{all}}
		if a.Speaker = s.about(i - s.words.First); a.Speaker.Len() > 0 || s.goesOn(i-s.words.First) {
			out = append(out, a)
		}
	}
	return out
}

// about returns who the clause that ends before token colon is about; the empty range if
// nobody who can speak.
func (s *parsedSentence) about(colon int) text.Range {
	first := colon
	for first > 0 && s.r.text.Inside(s.words.First+first-1) < 0 {
		first--
	}
	finite, pointed := false, false
	for k := first; k < colon; k++ {
		t := &s.tree.Tokens[k]
		pointed = pointed || t.Rel == grammar.Nsubj && t.Tag == grammar.Pronoun && !s.personal(k) // "c'est l'avis de Jane Doe : « … »"
		finite = finite || t.Feats.Has(grammar.Finite)
		if t.Rel == grammar.Nsubj && t.Head >= first && t.Head < colon && (s.mainClause(t.Head) || t.Head == colon-1 && s.tree.Tokens[first].Tag == grammar.Determiner && s.onlyFinite(first, colon)) && (s.personal(k) || t.Tag != grammar.Pronoun && s.speaking(k)) && !lexicon.Is(s.r.lang, lexicon.Writer, s.lower(k)) {
			return s.speaker(k)
		}
	}
	for k := first; s.goesOn(colon) && k < colon-1; k++ { // “Et | le maire | d'ajouter : « … »”
		if t := &s.tree.Tokens[k]; t.Tag.Nominal() && (t.Tag != grammar.Pronoun || lexicon.Is(s.r.lang, lexicon.Latter, s.lower(k))) && s.speaking(k) && !s.joinedAt(k) {
			n := s.speaker(k)
			n.End = min(n.End, s.words.First+colon-2)
			return s.r.trim(n)
		}
	}
	for k := first; finite && k < first+3; k++ { // whatever the tree makes of it
		if t := &s.tree.Tokens[k]; k < colon && t.Tag.Nominal() && t.Tag != grammar.Pronoun && t.Head > k && s.speaking(k) {
			return s.speaker(k)
		}
	}
	for k := first; k < colon; k++ { // "Faux, a répliqué la maire : « … »"
		if _, _, ok := s.cueAt(k); ok && s.mainClause(k) && s.speaking(s.follower(k)) && s.follower(k) < colon {
			return s.speaker(s.follower(k))
		}
	}
	if at := slices.IndexFunc(s.tree.Names, func(m grammar.Name) bool { return m.First == first && m.Kind == grammar.Person }); at >= 0 && !finite && s.lower(s.tree.Names[at].End) == "," {
		return s.speaker(first) // "Jane Doe, maire de Namur : « … »"; twin: "le maire de Namur, Jane Doe : « … »"
	}
	n := s.part(colon, colon)
	for (!finite || pointed) && n.First > s.words.First && (s.r.capital(n.First-1) || n.Len() > 0 && s.r.joins(n.First-1) && s.r.capital(n.First-2)) {
		n.First--
	}
	if named := s.tree.Names; pointed && !slices.ContainsFunc(named, func(m grammar.Name) bool { return m.Kind == grammar.Person && s.words.First+m.First == n.First }) {
		return text.Range{} // "ce n'est pas la route de Goma : « … »"
	}
	if n.Len() < 2 && !pointed || n.First == s.words.First {
		return text.Range{}
	}
	return n
}

// onlyFinite reports whether no verb between two tokens but the last is finite: "Une accusation que l'adjointe balaie : « … »". Twin: "Le pont
// est celui que le maire vante : « … »".
func (s *parsedSentence) onlyFinite(first, end int) bool {
	return !slices.ContainsFunc(s.tree.Tokens[first:end-1], func(t grammar.Token) bool { return t.Feats.Has(grammar.Finite) })
}

// launched makes the report of a participle that says by whom a quotation in front of it
// comes: "« Arrêtez » : c'est le message lancé par le cardinal".
func (s *parsedSentence) launched(p *speech.Passage, a speech.Report, v int) (speech.Report, bool) {
	agent := -1
	for k, t := range s.tree.Tokens {
		if t.Lemma == "par" && t.Rel == grammar.Case && k > v && t.Head > k && agent < 0 {
			agent = t.Head
		}
	}
	if q := s.within(v); agent >= 0 && q >= 0 && s.tree.Tokens[agent].Head == v && s.speaking(agent) { // "une attaque qualifiée de « lâche et barbare » par le maire"
		a.Content, a.Speaker, a.Passive = []text.Range{s.r.text.Quotations[q].All}, s.speaker(agent), false
		return a, true
	}
	q := s.r.text.Inside(s.words.First)
	if agent < 0 || q < 0 || s.tree.Tokens[v].Feats.Has(grammar.Finite) {
		return a, false
	}
	all := s.r.text.Quotations[q].All
	if w := s.r.word(all.End); w != ":" && w != "," || all.End >= s.words.First+v {
		return a, false
	}
	a.Content, a.Speaker, a.Passive = []text.Range{all}, s.speaker(agent), false
	return a, true
}
