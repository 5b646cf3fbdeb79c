package translate

import (
	"slices"
	"strings"
	"testing"

	"factcheck/claims/grammar"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

func gloss(src string) ([]string, *Gloss) {
	words := text.Words(src)
	p := grammar.Parser{Lang: "fr"}
	s := p.Parse(src, words)
	g := Sentence(&s, src, words)
	return g.Lemmas, g
}

// TestSentence puts English words under French ones, an empty one where English has none.
func TestSentence(t *testing.T) {
	for src, want := range map[string]string{
		"Le M23 s'empare de la ville .":               "the m23 _ seize of the city .",
		"Le porte-parole a démenti cet accord .":      "the spokesman _ _ have deny this agreement .",
		"Les combats ont fait douze morts .":          "the fighting have kill douze person .",
		"Le cuivre a cédé 2 % .":                      "the copper have fall 2 % .",
		"Aucun soldat n'a été tué .":                  "no soldier not have be kill .",
		"La mobilisation des électeurs est faible .":  "the mobilization of voter be weak .",
		"Les Nations unies ont envoyé un médiateur .": "the united_nations _ have send a mediator .",
		"Le zorgloub a dansé .":                       "the zorgloub have dance .",
		"Près de 300 maisons ont brûlé .":             "near of 300 house have burn .",
		"Le cuivre a reculé à 9 % .":                  "the copper have fall to 9 % .",
		"Le cuivre a reculé de 9 % .":                 "the copper have fall by 9 % .",
		"Le pont est fermé , a déclaré le maire .":    "the bridge be close , have say the mayor .",
		"Un marché a brûlé .":                         "a market have burn .",
		"Une marche a commencé .":                     "a march have begin .",
		"Il n'a plus que deux ans de prison .":        "he _ have _ only deux year in prison .",
		"Le juge a condamné le maire .":               "the judge have convict the mayor .",
		"Le juge a condamné le maire à deux ans .":    "the judge have sentence the mayor to deux year .",
		"Le ministre de la Santé a parlé .":           "the minister _ _ health have speak .",
		"Les retraites ont baissé .":                  "the retirement have fall .",
		"La condamnation a été annulée .":             "the conviction have be overturn .",
		"Sept civils ont fui .":                       "sept civilian have flee .",
		"D'après la police , il a fui .":              "according_to _ the police , he have flee .",
		"Le maire s'est rendu à Goma .":               "the mayor _ be go to goma .",
		"Le prix a augmenté à Goma .":                 "the price have rise in goma .",
		"Le prix a augmenté à deux francs .":          "the price have rise to deux franc .",
		"Le prix a augmenté de deux francs .":         "the price have rise by deux franc .",
		"Des agents de police ont fui .":              "_ policeman _ _ have flee .",
		"Le maire a rendu la clé .":                   "the mayor have return the key .",
		"Le sommet s'est tenu à Goma .":               "the summit _ be hold in goma .",
		"La loi a été votée .":                        "the law have be adopt .",
		"Le maire a voté contre la loi .":             "the mayor have vote against the law .",
		"Il habite au nord de Goma .":                 "he live north _ of goma .",
		"La banque a relevé son taux .":               "the bank have raise its rate .",
		"Le maire a relevé son taux .":                "the mayor have raise his rate .",
		"Sake est tombée aux mains du M23 .":          "sake be capture in _ of m23 .",
		"La pierre est tombée sur sa main .":          "the stone be fall on its hand .",
		"La Kényane Mary Otieno a gagné .":            "the kenyan mary otieno have win .",
		"La trêve a été violée .":                     "the truce have be violate .",
	} {
		got, _ := gloss(src)
		for i, w := range got {
			if w == "" {
				got[i] = "_"
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n  got  %s\n  want %s", src, g, want)
		}
	}
}

// TestObject: "de" joins the object of s'emparer, and not that of venir.
func TestObject(t *testing.T) {
	for src, want := range map[string]bool{
		"Les rebelles se sont emparés de Sake.": true, "Les rebelles sont venus de Sake.": false,
		"Les rebelles ont pris le contrôle de Sake.": true, "Les rebelles ont pris le train de Sake.": false,
		"Le maire s'oppose à la tour.": true, "Le maire oppose la tour au pont.": false,
	} {
		if _, g := gloss(src); slices.Contains(g.Object, true) != want {
			t.Errorf("%s: object %v, want %v", src, !want, want)
		}
	}
}

// TestQuery finds in the other language what stands in one.
func TestQuery(t *testing.T) {
	for _, c := range []struct{ lang, src, want string }{
		{"fr", "Le gouverneur a fermé le port de Kalemie.", "governor close port Kalemie"},
		{"en", "The governor closed the port of Kalemie.", "gouverneur fermer port Kalemie"},
		{"en", "The ceasefire will hold.", "cessez-le-feu tenir"}, // no word of the lexicon
	} {
		got := strings.Fields(Query(c.lang, c.src))
		for w := range strings.FieldsSeq(c.want) {
			if !slices.Contains(got, w) {
				t.Errorf("%s: %q lacks %s", c.src, got, w)
			}
		}
	}
	if Other("de") != "" || Other("") != "fr" {
		t.Error("another language than French and English is put into one")
	}
}

// TestTable: no row of the table is empty, of another part, or has a pair without "=".
func TestTable(t *testing.T) {
	rows := 0
	for line := range strings.Lines(wordTable) {
		if line[0] == '#' {
			continue
		}
		part, pairs, _ := strings.Cut(strings.TrimSpace(line), "\t")
		rows++
		if len(part) != 1 || !strings.Contains("vnadpmrtxchs", part) {
			t.Errorf("%q is no part of speech", part)
		}
		for pair := range strings.FieldsSeq(pairs) {
			if french, english, ok := strings.Cut(pair, "="); !ok || french == "" || english == "" {
				t.Errorf("%q is no pair", pair)
			}
		}
	}
	if rows == 0 {
		t.Error("the table is empty")
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("Le porte-parole de l'ONU s'est emparé d'un million de francs, a-t-on dit.")
	f.Add("garde à vue \xff d' d' d'")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1000 {
			return
		}
		words := text.Words(src)
		lemmas, _ := gloss(src)
		p := grammar.Parser{Lang: "fr"}
		s := p.Parse(src, words)
		Sentence(&s, src, words) // hangs words otherwise: it must leave a tree
		for i := range s.Tokens {
			if s.Under(s.Tokens[i].Head, i) {
				t.Fatalf("%q: word %d hangs on itself", src, i)
			}
		}
		if len(lemmas) != len(words) {
			t.Errorf("%d lemmas for %d words", len(lemmas), len(words))
		}
		Query("fr", src)
		Query("en", src)
	})
}

// TestLongQuery: of a text without an end the beginning is translated, of a short one all.
func TestLongQuery(t *testing.T) {
	for _, lang := range []string{"fr", "en"} {
		for n, whole := range map[int]bool{longestQuery - 2: true, 20 * longestQuery: false} {
			got := Query(lang, strings.Repeat("Goma ", n)+"Kigali")
			if strings.Contains(got, "Kigali") != whole || len(strings.Fields(got)) > 2*longestQuery {
				t.Errorf("%s, %d words: %d words, the last %v", lang, n, len(strings.Fields(got)), strings.Contains(got, "Kigali"))
			}
		}
	}
}

// TestSentenceLong: a sentence that goes on and on, somebody saying that somebody says, takes not much longer to
// gloss than to parse.
func TestSentenceLong(t *testing.T) {
	src := strings.Repeat("Le maire a dit qu'il ", growth.Rounds(6000))
	words := text.Words(src)
	p := grammar.Parser{Lang: "fr"}
	s := p.Parse(src, words)
	other := grammar.Parser{Lang: "fr"}
	growth.Beside(t, 3, func() { other.Parse(src, words) }, func() { Sentence(&s, src, words) })
}
