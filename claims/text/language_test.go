package text

import "testing"

// TestLanguage tells French from English by a few words, and says nothing of others.
func TestLanguage(t *testing.T) {
	for src, want := range map[string]string{
		"The dam burst on Monday and nobody was hurt.":        "en",
		"Le barrage a cédé lundi et personne n'a été blessé.": "fr",
		"Kabila est prêt":                  "fr",
		"Kabila is ready":                  "en",
		"Cinq blessés à Goma":              "fr",
		"L'armée attaque Sake":             "fr",
		"Plus, it's healthy":               "",
		"Béatrice Lukonge visits Équateur": "", // accents in names tell nothing
		"The opera “Le roi d'Ys” was staged in the town of Brest.":   "en",
		"Le film « The Wall » sort mercredi dans les salles.":        "fr",
		"Der Damm brach am Montag; verletzt wurde niemand, heißt es": "",
		"Patrick Muyaya confirme.":                                   "fr",
		"Patrick Muyaya confirms.":                                   "en",
		"Joseph Kabila rentre.":                                      "fr",
		"Marine Le Pen won.":                                         "en",
		"Le Monde reported it.":                                      "en",
		"Jean de La Fontaine":                                        "fr",
		"":                                                           "",
		"15,000 \xff\xfe %%":                                         "",
	} {
		if got := Language(src); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

func FuzzLanguage(f *testing.F) {
	f.Add("Le M23 est à Goma, the town.")
	f.Fuzz(func(t *testing.T, src string) {
		if l := Language(src); l != "" && l != "en" && l != "fr" {
			t.Errorf("language %q", l)
		}
	})
}
