package lexicon

import (
	"strings"
	"testing"
)

func TestExclusive(t *testing.T) {
	for _, c := range [][3]string{
		{"en", "film", "series"},
		{"en", "river", "lake"},
		{"en", "Monday", "Friday"},
		{"en", "man", "woman"},
		{"en", "colonel", "general"},
		{"fr", "père", "mère"},
		{"fr", "août", "mai"},
		{"en", "gold", "tin"},
	} {
		if !Exclusive(c[0], c[1], c[2]) || !Exclusive(c[0], c[2], c[1]) {
			t.Errorf("%v do not exclude each other", c)
		}
	}
	for _, c := range [][3]string{{"en", "film", "movie"}, {"en", "documentary", "film"}, {"en", "tornado", "cyclone"}, {"en", "baby", "child"}, {"en", "dog", "puppy"}, {"en", "man", "father"}, {"en", "town", "stronghold"}, {"en", "", ""}, {"fr", "film", "lake"}} {
		if Exclusive(c[0], c[1], c[2]) {
			t.Errorf("%v exclude each other", c)
		}
	}
}

func TestPersons(t *testing.T) {
	for _, c := range []struct {
		lang, word string
		kind       PersonWord
		want       bool
	}{
		{"en", "Gen.", Title, true},
		{"en", "President", Title, true},
		{"fr", "Mme", Title, true},
		{"en", "spokesman", RoleNoun, true},
		{"en", "prime minister", RoleNoun, true},
		{"en", "army", GroupNoun, true},
		{"en", "sources", Anonymous, true},
		{"en", "widow", Relation, true},
		{"en", "table", RoleNoun, false},
		{"de", "Gen.", Title, false},
		{"en", "", Title, false},
	} {
		if got := Is(c.lang, c.kind, c.word); got != c.want {
			t.Errorf("%s %q: %v", c.lang, c.word, got)
		}
	}
	for name, want := range map[string]Gender{"Corneille": Male, "Félix": Male, "Aïcha": Female, "Anna": Female, "Walikale": NoGender, "": NoGender} {
		if got := NameGender(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if TitleGender("en", "Mr.") != Male || TitleGender("fr", "Mme") != Female || TitleGender("en", "Dr") != NoGender {
		t.Error("titles tell the wrong gender")
	}
}

func TestOutletOf(t *testing.T) {
	for name, want := range map[string]string{
		"AFP": "AFP", "Agence France-Presse": "AFP", "the AFP news agency": "AFP", "l’AFP": "AFP", "Reuters": "Reuters", "Radio Okapi": "Radio Okapi",
		"The BBC": "BBC", "New York Times": "The New York Times", "the Guardian": "The Guardian", "UN": "United Nations", "U.N.": "United Nations", "M23": "M23",
		"WHO": "World Health Organization", "who": "", "is": "", "time": "", "Okapi": "Radio Okapi", "Radio Bana": "", "": "", "the ": "",
	} {
		o, ok := OutletOf(name)
		if o.Name != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", name, o.Name, ok, want)
		}
	}
	if o, _ := OutletOf("AFP"); o.Kind != Agency || o.Kind.String() != "agency" {
		t.Errorf("AFP is %v", o.Kind)
	}
	if n := len(Outlets()); n < 300 {
		t.Errorf("%d outlets", n)
	}
}

// TestNameTables keeps the tables in order: known kinds, no name of two outlets.
func TestNameTables(t *testing.T) {
	for name, list := range readOutlets().names {
		for _, n := range list[1:] {
			if n.outlet != list[0].outlet {
				t.Errorf("%q is %s and %s", name, Outlets()[n.outlet].Name, Outlets()[list[0].outlet].Name)
			}
		}
	}
	for _, o := range Outlets() {
		if o.Kind == NoOutlet {
			t.Errorf("%s has no kind", o.Name)
		}
	}
	eachRow(personTable, func(f []string) {
		if len(f) != 3 || !strings.Contains(" "+strings.Join(personWords[:], " ")+" ", " "+f[1]+" ") {
			t.Errorf("bad row %.40q", f)
		}
	})
	seen := map[string]bool{}
	eachRow(categoryTable, func(f []string) {
		if len(f) != 2 {
			t.Errorf("bad row %q", f)
		}
		clear(seen)
		eachWord(f[1], func(w string) {
			for _, m := range strings.Split(w, "/") {
				if seen[m] {
					t.Errorf("%s: %q twice", f[1], m)
				}
				seen[m] = true
			}
		})
	})
}

func BenchmarkFirstLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() { // what a process pays on first use: OnceValue is gone round
		m := map[string]uint64{}
		eachRow(personTable, func(f []string) {
			eachWord(f[2], func(w string) { m[w] |= 1 })
		})
	}
}
