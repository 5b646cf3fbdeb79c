package grammar

import (
	"testing"

	"factcheck/claims/text"
)

// TestParserOfTwoLanguages: a parser that went from one language to the other reads as a
// new one does.
func TestParserOfTwoLanguages(t *testing.T) {
	english, french := "Gen. Ines Oduya spoke to Radio Okapi in Goma.", "Le général Ines Oduya a parlé à Radio Okapi à Goma."
	var p Parser
	for _, x := range []struct{ lang, src string }{{"en", english}, {"fr", french}, {"en", english}} {
		p.Lang = x.lang
		words := text.Words(x.src)
		got, want := p.Parse(x.src, words), (&Parser{Lang: x.lang}).Parse(x.src, words)
		if len(got.Names) != len(want.Names) {
			t.Errorf("%s: %v, want %v", x.src, got.Names, want.Names)
		}
		for i := range got.Tokens {
			if got.Tokens[i] != want.Tokens[i] {
				t.Errorf("%s: word %d is %v, want %v", x.src, i, got.Tokens[i], want.Tokens[i])
			}
		}
	}
}

// TestFrench reads what French trees have otherwise than English ones.
func TestFrench(t *testing.T) {
	for _, c := range []struct {
		src, predicate, subject string
		negated                 bool
		voice                   Voice
		modality                Modality
		tense                   Tense
	}{
		{"Le colonel Willy Ngoma a été blessé mardi.", "blessé", "Willy", false, PassiveVoice, Actual, PastTense},
		{"Deux enfants sont arrivés à Goma.", "arrivés", "enfants", false, Active, Actual, PastTense},
		{"Les écoles rouvriront en avril.", "rouvriront", "écoles", false, Active, Actual, FutureTense},
		{"L'armée aurait déployé des blindés.", "déployé", "armée", false, Active, Hearsay, PastTense},
		{"Le maire n'a pas signé le texte.", "signé", "maire", true, Active, Actual, PastTense},
		{"Le maire n'a signé que le texte.", "signé", "maire", false, Active, Actual, PastTense},
		{"Plus de 200 mineurs ont fui.", "fui", "mineurs", false, Active, Actual, PastTense},
		{"Le quartier manque de pain.", "manque", "quartier", false, Active, Actual, PresentTense},
		{"Elle disait la vérité.", "disait", "Elle", false, Active, Actual, PastTense},
		{"L'usine n'emploie plus que dix personnes.", "emploie", "usine", false, Active, Actual, PresentTense},
		{"L'usine n'emploie plus personne.", "emploie", "usine", true, Active, Actual, PresentTense},
		{"Le groupe va supprimer dix postes.", "supprimer", "groupe", false, Active, Actual, FutureTense},
		{"Le groupe vient de supprimer dix postes.", "supprimer", "groupe", false, Active, Actual, PastTense},
		{"Le ministre va à Goma rencontrer le maire.", "rencontrer", "ministre", false, Active, Intended, NoTense},
		{"Claire Delmas est née à Lyon.", "née", "Claire", false, PassiveVoice, Actual, PastTense},
		{"Claire Delmas est arrivée à Lyon.", "arrivée", "Claire", false, Active, Actual, PastTense},
		{"Battu à Nantes, Auxerre recule à la quinzième place.", "Battu", "Auxerre", false, PassiveVoice, Actual, NoTense},
		{"Arrivé à Nantes, Morel a salué le maire.", "Arrivé", "Morel", false, Active, Actual, NoTense},
		{"Le barrage de Mobayi, assure la compagnie, ne présente aucun danger.", "assure", "compagnie", false, Active, Actual, PresentTense},
		{"Trois hommes ont été tués et deux autres blessés.", "blessés", "autres", false, PassiveVoice, Actual, NoTense},
		{"qu'il ne négociera pas avec le maire", "négociera", "il", true, Active, Actual, FutureTense},
		{"qu'elle contrôle la ville de Lyon", "contrôle", "elle", false, Active, Actual, PresentTense},
		{"Le maire a dit que les écoles rouvriraient.", "rouvriraient", "écoles", false, Active, Hearsay, PresentTense},
		{"Les soldats tiraient sur la foule.", "tiraient", "soldats", false, Active, Actual, PastTense},
		{"Ce scrutin a été libre.", "libre", "scrutin", false, Active, Actual, PastTense},
		{"La sœur de feu Laurent Kabila est morte.", "morte", "sœur", false, Active, Actual, PastTense},
		{"Dix-sept civils ont été tués à Beni.", "tués", "civils", false, PassiveVoice, Actual, PastTense},
		{"Sept blessés ont fui la ville.", "fui", "blessés", false, Active, Actual, PastTense},
		{"Le président sortant a perdu.", "perdu", "président", false, Active, Actual, PastTense},
		{"De l'arsenic a été trouvé dans le puits.", "trouvé", "arsenic", false, PassiveVoice, Actual, PastTense},
		{"Le moulin fabrique du papier.", "fabrique", "moulin", false, Active, Actual, PresentTense},
		{"– Deux séismes ont secoué le Japon.", "secoué", "séismes", false, Active, Actual, PastTense},
		{"Ces dernières années, les maires ont pris des mesures.", "pris", "maires", false, Active, Actual, PastTense},
		{"La route, a expliqué le maire, ne rouvrira pas mardi.", "rouvrira", "route", true, Active, Actual, FutureTense},
		{"Anne Vidal est partie en mai.", "partie", "Anne", false, Active, Actual, PastTense},
	} {
		words := text.Words(c.src)
		p := Parser{Lang: "fr"}
		s := p.Parse(c.src, words)
		found := false
		for _, g := range Clauses(&s) {
			if words[g.Predicate].In(c.src) != c.predicate {
				continue
			}
			found = true
			if g.Subject < 0 || words[g.Subject].In(c.src) != c.subject {
				t.Errorf("%s: subject %d, want %s", c.src, g.Subject, c.subject)
			}
			if g.Negated() != c.negated || g.Voice != c.voice || g.Modality != c.modality || g.Tense != c.tense {
				t.Errorf("%s: negated %v, voice %d, modality %d, tense %d", c.src, g.Negated(), g.Voice, g.Modality, g.Tense)
			}
		}
		if !found {
			t.Errorf("%s: no clause of %s", c.src, c.predicate)
		}
	}
}

// TestFrenchArcs: arcs that French trees have as English ones do; of the second of each
// pair of sentences the same is not to be made.
func TestFrenchArcs(t *testing.T) {
	p := Parser{Lang: "fr"}
	for _, c := range []struct {
		src, arc string
		want     bool
	}{
		{"Le maire est prêt à rencontrer la presse.", "xcomp(prêt, rencontrer)", true},
		{"Il est difficile de rencontrer le maire.", "xcomp(difficile, rencontrer)", false},
		{"Quarante mille habitants ont fui.", "nsubj(fui, habitants)", true},
		{"Quarante mille ont fui.", "nsubj(fui, mille)", true},
		{"Après plus de 188 kilomètres entre Pau et Luchon, ils sont arrivés.", "nmod(kilomètres, Pau)", true},
		{"Ils ont roulé sur 188 kilomètres.", "nmod(roulé, kilomètres)", false},
		{"Trois cents personnes ont fui.", "nsubj(fui, personnes)", true},
		{"Le barrage de Mobayi, assure la compagnie, ne présente aucun danger.", "nsubj(présente, barrage)", true},
		{"La compagnie, qui assure le barrage, ne présente aucun bilan.", "nsubj(assure, barrage)", false},
		{"La panne n'est pas due à un orage.", "cop(due, est)", true},
		{"La somme due est de dix francs.", "cop(due, est)", false},
		{"Pourquoi ce bonnet ? demande la présidente.", "nsubj(demande, présidente)", true},
		{"Ce bonnet demande la patience.", "nsubj(demande, patience)", false},
		{"Les rebelles se sont retirés mercredi de Walikale.", "obl(retirés, Walikale)", true},
		{"Ils sont partis le lundi de Pâques.", "obl(partis, Pâques)", false},
		{"L'AFC/M23 a quitté Sake.", "compound(M23, AFC)", true},
		{"L'AFC et le M23 ont quitté Sake.", "compound(M23, AFC)", false},
		{"Awa Kaba a gagné jeudi à Nantes.", "obl(gagné, Nantes)", true},
		{"Le taux a baissé en un mois sur les marchés.", "obl(baissé, marchés)", true},
		{"La ville a décrété deux jours de deuil.", "obl(décrété, deuil)", false},
		{"Les ouvriers ont repris leur grève lundi.", "nmod(grève, lundi)", false},
		{"La séance de lundi a été annulée.", "nmod(séance, lundi)", true},
		{"Awa Kaba a été nommée mardi directrice de l'hôpital.", "xcomp(nommée, directrice)", true},
		{"Awa Kaba a été vue mardi matin.", "xcomp(vue, matin)", false},
		{"Il est tombé deux mètres de neige.", "nsubj(tombé, mètres)", true},
		{"Il est resté deux jours.", "nsubj(resté, jours)", false},
		{"La firme a rappelé quarante mille pneus.", "obj(rappelé, pneus)", true},
		{"Trois hommes ont été arrêtés mardi à Abéché par la police.", "obl:agent(arrêtés, police)", true},
		{"Trois hommes ont été invités à danser par la police.", "obl(invités, danser)", false},
		{"Un décret a nommé jeudi Koffi Adjavon ambassadeur.", "obj(nommé, Koffi)", true},
		{"Le conseil a nommé le colonel Adjavon ambassadeur.", "obl:unmarked(nommé, colonel)", false},
		{"Le Sénégal a battu l'Égypte 2 à 1 en finale.", "obl:unmarked(battu, 2)", true},
		{"Le garage a vendu 3 à 5 voitures.", "obl:unmarked(vendu, 3)", false},
		{"C'est l'avocate Leïla Benhamza, et non son associé Paul Guérineau, qui défendra le maire.", "advmod(Paul, non)", true},
		{"Les actionnaires de Valtexa ont rejeté, par 54 % des voix, l'offre de rachat présentée par le groupe Norrdal.", "obj(rejeté, offre)", true},
		{"Le violoniste a joué avec deux amis, les frères Diop.", "obj(joué, frères)", false},
		{"« Nous partons », a fini par dire le maire.", "aux(dire, fini)", true},
		{"Le maire tient à gagner.", "aux(gagner, tient)", false},
		{"Le pont, qui enjambe le fleuve, rouvrira lundi, a fait savoir la mairie.", "nsubj(savoir, mairie)", true},
	} {
		words := text.Words(c.src)
		if s := p.Parse(c.src, words); hasArc(c.src, words, s, c.arc) != c.want {
			t.Errorf("%s: %s: found %v", c.src, c.arc, !c.want)
		}
	}
}

// TestFrenchNames: names end in lower case; what describes somebody is no part of his
// name.
func TestFrenchNames(t *testing.T) {
	p := Parser{Lang: "fr"}
	for src, want := range map[string]string{
		"Le texte de la Commission européenne a été publié.": "Commission européenne",
		"Le président Obama a parlé.":                        "Obama",
		"Selon Sarkozy, rien ne presse.":                     "Sarkozy",
	} {
		words := text.Words(src)
		s := p.Parse(src, words)
		var got []string
		for _, n := range s.Names {
			got = append(got, text.Range{First: n.First, End: n.End}.Span(words).In(src))
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

// TestFrenchNouns tells how a word hangs in what it names.
func TestFrenchNouns(t *testing.T) {
	for _, c := range []struct {
		src, word string
		tag       Tag
		rel       Rel
	}{
		{"L'armée a repris Walikale mardi.", "Walikale", ProperNoun, Obj},
		{"Saïgon est devenue Hô-Chi-Minh-Ville.", "Saïgon", ProperNoun, Nsubj},
		{"Tous les passagers ont survécu.", "Tous", Determiner, Det},
		{"Nous irons à Beni s'ils refusent de parler.", "refusent", Verb, Advcl},
		{"Nous ignorons s'ils refusent de parler.", "refusent", Verb, Ccomp},
		{"Le vol AF 472 a atterri à Accra.", "472", Number, Flat},
		{"Dix-sept civils ont été tués à Beni.", "Dix", Number, Nummod},
	} {
		words := text.Words(c.src)
		p := Parser{Lang: "fr"}
		for i, k := range p.Parse(c.src, words).Tokens {
			if words[i].In(c.src) == c.word && (k.Tag != c.tag || k.Rel != c.rel) {
				t.Errorf("%s: %s is %v, %v, want %v, %v", c.src, c.word, k.Tag, k.Rel, c.tag, c.rel)
			}
		}
	}
}

// FuzzFrench: any words have a tree, with one root and no arc that leaves the sentence.
func FuzzFrench(f *testing.F) {
	f.Add("« Le M23, a dit M. Kabila, s'est emparé d'un million de sacs lundi »")
	f.Add("plus de de million de \xff l'")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 2000 {
			return
		}
		words := text.Words(src)
		p := Parser{Lang: "fr"}
		s := p.Parse(src, words)
		for i := range s.Tokens {
			if s.Under(s.Tokens[i].Head, i) {
				t.Fatalf("%q: word %d hangs on itself", src, i)
			}
		}
		Clauses(&s)
	})
}
