package quantity

import (
	"testing"

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

func TestRelate(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Relation
	}{
		{"15 people", "15 people", Equal},
		{"15 people", "16 people", Disjoint},
		{"10 people", "12 people", Disjoint},
		{"about 15,000 people", "14,800 people", Contains},
		{"15,000 people", "14,800 people", Equal},
		{"15,000 people", "50,000 people", Disjoint},
		{"15,000 people", "13,000 people", Disjoint},
		{"1.2 million people", "1,200,000 people", Equal},
		{"1.2 million people", "1,249,312 people", Equal},
		{"1.2 million people", "1.3 million people", Disjoint},
		{"2 million people", "3 million people", Disjoint},
		{"1 million people", "1.4 million people", Disjoint},
		{"fifteen people", "15 people", Equal},
		{"at least seven people", "9 people", Contains},
		{"9 people", "at least seven people", Within},
		{"at least seven people", "6 people", Disjoint},
		{"at least seven people", "at least nine people", Contains},
		{"at least seven people", "at most 6 people", Disjoint},
		{"nearly 200 homes", "198 homes", Contains},
		{"nearly 200 homes", "200 homes", Borders},
		{"nearly 200 homes", "more than 200 homes", Disjoint},
		{"nearly 200 homes", "120 homes", Disjoint},
		{"about 200 homes", "200 homes", Equal},
		{"more than 75 %", "80 %", Contains},
		{"more than 75 %", "70 %", Disjoint},
		{"more than 75 %", "75 %", Borders},
		{"more than 75 %", "less than 80 %", Overlaps},
		{"more than 75 %", "less than 70 %", Disjoint},
		{"three quarters", "75 %", Equal},
		{"half", "48 %", Equal},
		{"half", "more than 50 %", Borders},
		{"a third of it", "two thirds of it", Disjoint},
		{"one in five children", "20 % of them", Equal},
		{"5 %", "5 percentage points", Incomparable},
		{"25 basis points", "0.25 percentage points", Equal},
		{"3 to 5 soldiers", "4 soldiers", Contains},
		{"3 to 5 soldiers", "6 soldiers", Disjoint},
		{"3 to 5 soldiers", "5 to 9 soldiers", Overlaps},
		{"dozens of men", "40 men", Contains},
		{"dozens of men", "3 men", Disjoint},
		{"hundreds of men", "40 men", Disjoint},
		{"thousands of men", "50,000 men", Contains},
		{"up to 500 troops", "300 troops", Contains},
		{"up to 500 troops", "600 troops", Disjoint},
		{"125 km", "78 miles", Equal},
		{"125 km", "98 miles", Disjoint},
		{"125 km", "125 kg", Incomparable},
		{"2 hours", "120 minutes", Equal},
		{"2 weeks", "14 days", Equal},
		{"12 months", "1 year", Equal},
		{"$5", "£5", Incomparable},
		{"$5", "$6", Disjoint},
		{"$5 per day", "$5 per month", Incomparable},
		{"$5 per person", "$5", Incomparable},
		{"20°C", "68°F", Equal},
		{"20°C", "80°F", Disjoint},
		{"they won 3-1", "they won 3-1", Equal},
		{"they won 3-1", "they lost 1-3", Overlaps},
		{"they won 3-1", "they won 2-1", Disjoint},
		{"the third largest city", "the second largest city", Disjoint},
		{"the third largest city", "the 3rd largest city", Equal},
		{"the third largest city", "three cities", Incomparable},
		{"the 42-year-old", "aged 43", Disjoint},
		{"the 42-year-old", "42 years", Incomparable},
		{"twofold", "twice", Equal},
		{"5 pounds", "£5", Incomparable},
		{"-5 degrees Celsius", "5 degrees Celsius", Disjoint},
	} {
		a, b := first(t, c.a, "en"), first(t, c.b, "en")
		if got := Relate(a, b); got != c.want {
			t.Errorf("Relate(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
		back := c.want
		switch back {
		case Within:
			back = Contains
		case Contains:
			back = Within
		}
		if got := Relate(b, a); got != back {
			t.Errorf("Relate(%q, %q) = %s, want %s", c.b, c.a, got, back)
		}
	}
}

// TestRelateLanguages compares French with English.
func TestRelateLanguages(t *testing.T) {
	for _, c := range []struct {
		fr, en string
		want   Relation
	}{
		{"3,5 % des habitants", "3.5 percent", Equal},
		{"15 000 personnes", "15,000 people", Equal},
		{"une vingtaine de morts", "20 dead", Equal},
		{"une vingtaine de morts", "40 dead", Disjoint},
		{"plus de 75 % des voix", "80 %", Contains},
		{"un million et demi d'habitants", "1.5 million people", Equal},
		{"1,2 milliard d'euros", "€1.2bn", Equal},
		{"quatre-vingt-dix-sept hommes", "97 men", Equal},
	} {
		if got := Relate(first(t, c.fr, "fr"), first(t, c.en, "en")); got != c.want {
			t.Errorf("Relate(%q, %q) = %s, want %s", c.fr, c.en, got, c.want)
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
