package quantity

import (
	"testing"

	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// first returns the only quantity of a phrase.
func first(t *testing.T, src, lang string) Mention {
	t.Helper()
	list := Find(src, text.Words(src), lang)
	if len(list) != 1 {
		t.Fatalf("%q: %d quantities, want 1", src, len(list))
	}
	return list[0]
}

// TestBorder: "200" is no "more than 200" to the letter, and a hasty writer may mean it.
func TestBorder(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"200 dead", "more than 200 dead", true}, {"fewer than 5 percent", "5 percent", true}, {"200 dead", "more than 201 dead", false}, {"200 dead", "at least 200 dead", false},
		{"more than 200 dead", "fewer than 200 dead", false}, {"200 dead", "more than 200 km", false},
	} {
		a, b := first(t, c.a, "en"), first(t, c.b, "en")
		if Border(&a, &b) != c.want || Border(&b, &a) != c.want {
			t.Errorf("Border(%q, %q) is not %v", c.a, c.b, c.want)
		}
	}
}

// TestCompareLanguages compares French with English.
func TestCompareLanguages(t *testing.T) {
	for _, c := range []struct {
		fr, en string
		want   relation.Relation
	}{
		{"3,5 % des habitants", "3.5 percent", relation.Equal},
		{"15 000 personnes", "15,000 people", relation.Equal},
		{"une vingtaine de morts", "20 dead", relation.Equal},
		{"une vingtaine de morts", "40 dead", relation.Excludes},
		{"plus de 75 % des voix", "80 %", relation.Entailed},
		{"un million et demi d'habitants", "1.5 million people", relation.Equal},
		{"1,2 milliard d'euros", "€1.2bn", relation.Equal},
		{"quatre-vingt-dix-sept hommes", "97 men", relation.Equal},
	} {
		fr, en := first(t, c.fr, "fr"), first(t, c.en, "en")
		if got := Compare(&fr, &en); got != c.want {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.fr, c.en, got, c.want)
		}
	}
}

func TestConverts(t *testing.T) {
	for _, c := range []struct {
		src       string
		agree, ok bool
	}{
		{"125km (78 miles)", true, true},
		{"125km (98 miles)", false, true},
		{"125 km (80 miles)", true, true},
		{"78 miles (125 kilometres)", true, true},
		{"10 miles (16km)", true, true},
		{"30 acres (12 hectares)", true, true},
		{"30 acres (20 hectares)", false, true},
		{"5 feet (1.5 m)", true, true},
		{"6ft 2in (1.88m)", true, true},
		{"20°C (68°F)", true, true},
		{"20°C (80°F)", false, true},
		{"a rise of 2°C (3.6°F)", true, true},
		{"100 km/h (62 mph)", true, true},
		{"5-10 km (3-6 miles)", true, true},
		{"5-10 km (9-12 miles)", false, true},
		{"7 m (23 ft)", true, true},
		{"£3m (€3.5m)", false, false},
	} {
		list := Find(c.src, text.Words(c.src), "en")
		if len(list) != 2 || list[0].Partner != 1 || list[1].Partner != 0 {
			t.Errorf("%q: not two partners: %+v", c.src, list)
			continue
		}
		for _, p := range [][2]int{{0, 1}, {1, 0}} {
			if agree, ok := Converts(list[p[0]], list[p[1]]); agree != c.agree || ok != c.ok {
				t.Errorf("%q: Converts = %v, %v, want %v, %v", c.src, agree, ok, c.agree, c.ok)
			}
		}
	}
}

func TestNum(t *testing.T) {
	big := Num{most, 1}
	for _, c := range []struct{ got, want Num }{
		{Num{1, 3}.Add(Num{1, 6}), Num{1, 2}},
		{Num{1, 3}.Sub(Num{1, 3}), Num{0, 1}},
		{Num{2, 3}.Mul(Num{3, 4}), Num{1, 2}},
		{Num{-2, 3}.Mul(Num{3, 4}), Num{-1, 2}},
		{big.Mul(Int(3)), Num{}},
		{big.Add(big), Num{}},
		{Num{}.Add(Int(1)), Num{}},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	if (Num{1, 3}).Cmp(Num{333333333333333333, 1000000000000000000}) != 1 {
		t.Error("a third is not more than 0.333...")
	}
	if (Num{-1, 3}).Cmp(Num{-1, 2}) != 1 || (Num{-1, 3}).Cmp(Num{1, 2}) != -1 {
		t.Error("signs")
	}
}
