package lexicon

import (
	"sort"
	"strings"
	"testing"
)

func TestPlaceOf(t *testing.T) {
	for _, c := range []struct {
		name, countries string
		kind            PlaceKind
	}{
		{"Goma", "CD", City},
		{"Kinshasa", "CD", Capital},
		{"DRC", "CD", Country},
		{"Congolese", "CD,CG", Demonym},
		{"rwandaise", "RW", Demonym},
		{"Rwanda", "RW", Country},
		{"Côte d’Ivoire", "CI", Country},
		{"Mexico", "MX", Country},
		{"North Kivu", "CD", Region},
		{"U.S.", "US", Country},
		{"Nigerian", "NG", Demonym},
		{"Nigérien", "NE", Demonym},
		{"London", "GB,CA", Capital},
		{"Doha", "QA", Capital},
		{"table", "", NoPlace},
		{"", "", NoPlace},
		{"zzz", "", NoPlace},
		{"\xff", "", NoPlace},
		{".cd", "", NoPlace},
	} {
		p, ok := PlaceOf(c.name)
		if p != (Place{c.kind, c.countries}) || ok != (c.kind != NoPlace) {
			t.Errorf("%q: %c %q %v", c.name, p.Kind, p.Countries, ok)
		}
	}
	if n := CountryName("RW"); n != "Rwanda" || CountryName("ZZ") != "" || CountryName("a") != "" {
		t.Errorf("RW is %q", n)
	}
}

func TestSamePlace(t *testing.T) {
	same := [][2]string{
		{"DRC", "Democratic Republic of the Congo"},
		{"Congolese", "Congo"},
		{"Kigali", "Rwanda"},
		{"US", "American"},
		{"UK", "Britain"},
		{"Goma", "DRC"},
		{"Goma", "North Kivu"},
		{"Walikale", "Walikale"},
		{"Kiev", "Ukraine"},
		{"RDC", "congolaise"},
		{"Texas", "U.S."},
	}
	other := [][2]string{{"Rwanda", "Burundi"}, {"Goma", "Bukavu"}, {"Kigali", "DRC"}, {"Niger", "Nigeria"}, {"Walikale", "Kigali"}, {"Xanadu", "Goma"}, {"Texas", "Ohio"}}
	for _, c := range same {
		if !SamePlace(c[0], c[1]) || !SamePlace(c[1], c[0]) {
			t.Errorf("%v are not the same", c)
		}
	}
	for _, c := range other {
		if SamePlace(c[0], c[1]) || SamePlace(c[1], c[0]) {
			t.Errorf("%v are the same", c)
		}
	}
}

// TestGazetteer checks that the rows are in order and that each is found.
func TestGazetteer(t *testing.T) {
	rows := strings.Split(strings.TrimSuffix(gazetteer, "\n"), "\n")
	if len(rows) < 11_000 || !sort.StringsAreSorted(rows) {
		t.Fatalf("%d rows, sorted: %v", len(rows), sort.StringsAreSorted(rows))
	}
	for _, r := range rows {
		name, kind, codes := splitRow(r)
		if kind == 'n' {
			continue
		}
		p, ok := PlaceOf(name)
		if !ok || !strings.Contains(p.Countries, codes[:2]) {
			t.Errorf("%s: %+v", r, p)
		}
	}
}

func BenchmarkPlaceOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		PlaceOf("kinshasa")
	}
}
