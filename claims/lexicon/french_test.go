package lexicon

import "testing"

func TestLemmaIn(t *testing.T) {
	for _, c := range []struct {
		pos        POS
		word, want string
	}{
		{Verb, "déclaré", "declarer"},
		{Verb, "affirme", "affirmer"},
		{Verb, "dit", "dire"},
		{Verb, "disait", "dire"},
		{Verb, "démenti", "dementir"},
		{Verb, "dément", "dementir"},
		{Verb, "nient", "nier"},
		{Verb, "pris", "prendre"},
		{Verb, "repris", "reprendre"},
		{Verb, "perdu", "perdre"},
		{Verb, "annonçait", "annoncer"},
		{Verb, "soutient", "soutenir"},
		{Verb, "reconnu", "reconnaitre"},
		{Verb, "empare", "s'emparer"},
		{Verb, "retirés", "retirer"},
		{Verb, "détruit", "detruire"},
		{Verb, "promis", "promettre"},
		{Verb, "appelle", "appeler"},
		{Verb, "ouvert", "ouvrir"},
		{Verb, "mort", "mourir"},
		{Verb, "élu", "elire"},
		{Verb, "conquis", "conquerir"},
		{Verb, "échoué", "echouer"},
		{Verb, "croit", "croire"},
		{Verb, "écrit", "ecrire"},
		{Verb, "craint", "craindre"},
		{Verb, "libérées", "liberer"},
		{Verb, "prévoit", "prevoir"},
		{Noun, "victoires", "victoire"},
		{Noun, "démentis", "dementi"},
		{Adjective, "fausse", "faux"},
		{Adjective, "illégales", "illegal"},
		{Adjective, "favorables", "favorable"},
		{Verb, "chaise", ""},
		{Verb, "", ""},
		{Noun, "chaise", ""},
	} {
		if got, ok := LemmaIn("fr", c.pos, c.word); got != c.want || ok != (c.want != "") {
			t.Errorf("%v %q: %q %v, want %q", c.pos, c.word, got, ok, c.want)
		}
	}
	if l, ok := LemmaIn("en", Verb, "fled"); !ok || l != "flee" {
		t.Errorf("fled: %q", l)
	}
	if _, ok := LemmaIn("de", Verb, "sagte"); ok {
		t.Error("German is not known")
	}
}

func FuzzFrench(f *testing.F) {
	f.Add("déclaré")
	f.Fuzz(func(t *testing.T, word string) {
		for pos := Any; pos <= Preposition; pos++ {
			if l, ok := LemmaIn("fr", pos, word); ok {
				if again, ok := LemmaIn("fr", pos, l); !ok || again != l {
					t.Errorf("%v %q: %q, whose lemma is %q", pos, word, l, again)
				}
			}
		}
	})
}
