package claims

import (
	"sort"

	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Which words of a mention are the name of whom it means, and which say what he is. In English the name ends the phrase; in French it
// stands behind what its bearer is, « le porte-parole de l'ONU Stéphane Dujarric », « l'abbé Kasereka », or in an apposition to it, « le
// gouverneur de la province, Dieudonné Boloko »; what “de” or “à” joins is no bearer: twin « le gouverneur du Sud-Kivu ».

// bearerIn returns the name of whom a mention means, whose head is given: of several a whole one before a part of one.
func (r *reading) bearerIn(mention, head text.Range) text.Range {
	if r.lang == "en" {
		return r.lastName(head)
	}
	if _, ok := lexicon.OutletOf(r.name(mention)); ok && (r.capital(mention.First) || r.lower(mention.First) == "l'") { // "Le Monde", twin "La | Croix-Rouge"
		rest := text.Range{First: mention.First + 1, End: mention.End}
		if _, ok := lexicon.OutletOf(r.name(rest)); ok && lexicon.Is(r.lang, lexicon.Article, r.lower(mention.First)) {
			return rest
		}
		return mention
	}
	best := text.Range{}
	for i := mention.First; i < mention.End; {
		n := r.properAt(i, mention.End)
		if n.Len() == 0 {
			i++
			continue
		}
		i = n.End
		if r.hails(n) || r.joinedTo(n.First, mention.First) || r.word(n.First-1) == "(" || n.Len() == 1 && len(r.word(n.First)) == 1 {
			continue
		}
		if best.Len() == 0 || best.Len() < 2 && n.Len() >= 2 && !upper(r.name(best)) || r.personal(n.First) && !r.personal(best.First) && r.titleWord(mention.First+1) {
			best = n
		}
	}
	if m := r.mentionAt(best.First); best.Len() == 1 && m != nil && m.Kind == grammar.Organisation && m.Words.First == best.First && m.Words.Len() > 1 && m.Words.End <= mention.End { // "l'Union européenne"
		return m.Words
	}
	if best.Len() == 1 && lexicon.Is(r.lang, lexicon.GroupNoun, r.lower(best.First)) { // "l'Agence congolaise de presse (ACP)"
		for best.End < mention.End && r.words[best.End].Kind == text.Letters {
			best.End++
		}
	}
	for i := best.First; best.Len() > 0 && i < mention.End; i++ { // “le Service départemental d'incendie et de secours (SDIS)”
		if whole := r.spelled(i); whole.Len() > 0 && whole.First == best.First {
			return whole
		}
	}
	return best
}

// hails reports whether a word behind “la” says where somebody is from: « la | Nantaise ».
func (r *reading) hails(n text.Range) bool {
	return n.Len() == 1 && r.definite(n.First-1) && lexicon.Hails(r.lang, r.word(n.First))
}

// properAt returns the run of capitalised words, hyphens and particles that begins at
// word i, without the titles at its head.
func (r *reading) properAt(i, end int) text.Range {
	n := text.Range{First: i, End: i}
	for n.End < end && (r.capital(n.End) || n.End > i && r.words[n.End].Kind == text.Number && !r.words[n.End].Space || n.End > i && n.End+1 < end && r.joins(n.End) && r.capital(n.End+1) && (r.word(n.End) != "-" || !r.words[n.End].Space)) {
		n.End++
	}
	if _, whole := lexicon.OutletOf(r.name(n)); whole && n.Len() == 2 { // “le journal | Le Monde”
		if _, part := lexicon.OutletOf(r.name(text.Range{First: n.First + 1, End: n.End})); !part {
			return n
		}
	}
	for n.First < n.End && (r.titleWord(n.First) || n.First == i && lexicon.Is(r.lang, lexicon.Opener, r.lower(n.First))) { // “M. | Le Roux”
		n.First++
	}
	return r.personIn(n)
}

// personIn returns the person that the grammar finds at the end of a run of capitals: “la
// ministre de l'Éducation | Jane Doe”. The run itself if there is none.
func (r *reading) personIn(n text.Range) text.Range {
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].Words.End >= n.End })
	if k < len(r.names) && r.names[k].Kind == grammar.Person && r.names[k].Words.End == n.End && r.names[k].Words.First > n.First && r.names[k].Words.Len() > 1 && !lexicon.GivenName(r.word(n.First)) {
		n.First = r.names[k].Words.First
	}
	return n
}

// titleWord reports whether word i is a title or says what somebody is.
func (r *reading) titleWord(i int) bool {
	w := r.lower(i)
	return (lexicon.Is(r.lang, lexicon.Title, w) || lexicon.Is(r.lang, lexicon.RoleNoun, w)) && !r.givenTitle(i)
}

// givenTitle reports whether a French title is a given name here: « ministre, | Cheikh | Abdou Doe ». Twins: « le Pape Jean Paul », « Cheikh Doe ».
func (r *reading) givenTitle(i int) bool {
	return r.lang == "fr" && r.capital(i) && r.capital(i+1) && r.capital(i+2) && !r.determiner(i-1) && lexicon.GivenName(r.word(i))
}

// joinedTo reports whether a preposition joins the name at word i to what stands before
// it in the mention that begins at word first.
func (r *reading) joinedTo(i, first int) bool {
	for k := i - 1; k >= first && k > i-4; k-- {
		switch w := r.lower(k); {
		case lexicon.Is(r.lang, lexicon.Courtesy, w):
		case w == "l'" || w == "la" || w == "le" || w == "les":
		case r.joins(k) || lexicon.Is(r.lang, lexicon.Addressing, w) || w == "d'" || w == "des" || w == "en" || w == "pour" || w == "par":
			return true
		default:
			return false
		}
	}
	return false
}

// roleBeside returns what a mention says that the bearer of name n is: in front of it or
// behind a comma; empty if nothing.
func (r *reading) roleBeside(mention, head, n text.Range, kind SpeakerKind) string {
	if r.lang == "en" {
		role := ""
		if head.End < mention.End && (r.word(head.End) == "," || r.dash(head.End)) {
			role = r.roleIn(text.Range{First: head.End + 1, End: mention.End})
		}
		if elder := n.Len() == 1 && n.First == head.First+2 && lexicon.Is(r.lang, lexicon.Elder, r.lower(n.First-1)); role == "" && n.First > head.First && !elder {
			role = r.prefix(text.Range{First: head.First, End: n.First})
		}
		return role
	}
	role := text.Range{First: mention.First, End: n.First}
	if role.Len() < 2 && r.word(n.End) == "," {
		role = text.Range{First: n.End + 1, End: mention.End}
	}
	role = r.trim(role)
	for role.Len() > 1 && (r.word(role.End-1) == "," || lexicon.Is(r.lang, lexicon.Courtesy, r.lower(role.End-1))) { // “coordonnateur de la ville, | Me”
		role.End--
	}
	for role.Len() > 0 && lexicon.Is(r.lang, lexicon.Article, r.lower(role.First)) {
		role.First++
	}
	if !r.tellsOf(role, kind) {
		return ""
	}
	if role.Len() == 0 || r.words[role.First].Kind == text.Number || role.Len() == 1 && !lexicon.Is(r.lang, lexicon.RoleNoun, r.lower(role.First)) || r.capital(role.First) && role.Len() == 1 {
		return ""
	}
	return r.name(role)
}

// tellsOf reports whether the words beside a name say what its bearer is: a noun phrase,
// of a body one of a kind of bodies, of a person no writing and no body. Twin: “[le journal]
// Le Monde”, “[le communiqué du ministre] Jane Doe”, “[dont] Jane Doe”.
func (r *reading) tellsOf(role text.Range, kind SpeakerKind) bool {
	if role.Len() == 0 {
		return false
	}
	w, last := r.lower(role.First), r.lower(role.End-1)
	_, writing := lexicon.CueOf(r.lang, lexicon.NounCue, w)
	_, body := lexicon.KindOf(r.lang, w)
	body = body || lexicon.Is(r.lang, lexicon.GroupNoun, w)
	switch {
	case lexicon.Is(r.lang, lexicon.Article, last), lexicon.Is(r.lang, lexicon.Addressing, last), r.joins(role.End - 1), subordinates(last):
		return false
	case subordinates(w), r.preposition(role.First), lexicon.Is(r.lang, lexicon.Pronoun, w), lexicon.Is(r.lang, lexicon.Aside, w), lexicon.Is(r.lang, lexicon.Owning, w):
		return false
	case kind == Person:
		return !writing && !body
	}
	return body
}
