package quantity

import (
	"testing"

	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// quantifier returns the first quantifier of a phrase, that of its first number if there is none.
func quantifier(t *testing.T, src, lang string) Quantifier {
	t.Helper()
	r := Read(src, text.Words(src), lang)
	switch {
	case len(r.Quantifiers) > 0:
		return r.Quantifiers[0]
	case len(r.Mentions) > 0:
		return r.Mentions[0].Quantifier()
	}
	t.Fatalf("%q: no quantifier", src)
	return Quantifier{}
}

func TestCompareQuantifiers(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              relation.Relation
	}{
		{"all but two of the 30 climbers", "all 30 climbers", relation.Excludes},
		{"all but two of the climbers", "all climbers", relation.Excludes},
		{"all of the climbers except the guide", "all of the climbers", relation.Overlaps},
		{"Apart from the guide, all of the climbers", "all of the climbers", relation.Overlaps},
		{"with the guide, all of the climbers", "all of the climbers", relation.Equal},
		{"all but two of the 30 climbers", "28 of the 30 climbers", relation.Equal},
		{"all but two of the 30 climbers", "28 climbers", relation.Entails},
		{"all but two of the climbers", "all but three of the climbers", relation.Excludes},
		{"all but two of the climbers", "all but two climbers", relation.Equal},
		{"all the climbers except two", "every climber", relation.Excludes},
		{"nearly all of the climbers", "all of the climbers", relation.Overlaps},
		{"nearly all of the climbers", "most climbers", relation.Entails},
		{"nearly all of the climbers", "few climbers", relation.Excludes},
		{"all climbers", "some climbers", relation.Entails},
		{"all climbers", "every climber", relation.Equal},
		{"all climbers", "not all climbers", relation.Excludes},
		{"none of the climbers", "some climbers", relation.Excludes},
		{"no climbers", "a few of the climbers", relation.Excludes},
		{"no climbers", "not all climbers", relation.Entails},
		{"nobody", "everyone", relation.Excludes},
		{"most climbers", "many climbers", relation.Entails},
		{"some climbers", "all climbers", relation.Entailed},
		{"some climbers", "not all climbers", relation.Overlaps},
		{"two of the 30 climbers", "30 climbers", relation.Excludes},
		{"two of the 30 climbers", "two climbers", relation.Entails},
		{"two of the 30 climbers", "two of the 40 climbers", relation.Excludes},
		{"two of the 30 climbers", "all of the climbers", relation.Excludes},
		{"two of the 30 climbers", "most of the climbers", relation.Excludes},
		{"two of the 30 climbers", "some of the climbers", relation.Entails},
		{"two of the 30 climbers", "none of the climbers", relation.Excludes},
		{"30 of the 30 climbers", "all 30 climbers", relation.Equal},
		{"30 of the 30 climbers", "all climbers", relation.Entails},
		{"all 30 climbers", "30 climbers", relation.Entails},
		{"30 climbers", "all 30 climbers", relation.Entailed},
		{"all climbers", "all 30 climbers", relation.Entailed},
		{"30 climbers", "no climbers", relation.Excludes},
		{"30 climbers", "some climbers", relation.Entails},
		{"30 climbers", "most climbers", relation.Unknown},
		{"half of the 40 barns", "20 barns", relation.Entails},
		{"half of the 40 barns", "all of the barns", relation.Excludes},
		{"half of the barns", "19 of the 40 barns", relation.Overlaps},
		{"one in four nurses", "a quarter of the nurses", relation.Equal},
		{"a third of the barns", "most of the barns", relation.Excludes},
		{"a third of the barns", "two thirds of the barns", relation.Excludes},
		{"75 percent of the barns", "most barns", relation.Entails},
		{"both brothers", "neither brother", relation.Excludes},
		{"both brothers", "one of the two brothers", relation.Excludes},
		{"more than 20 of the 30 climbers", "two of the 30 climbers", relation.Excludes},
	} {
		a, b := quantifier(t, c.source, "en"), quantifier(t, c.statement, "en")
		if got := CompareQuantifiers(&a, &b); got != c.want {
			t.Errorf("CompareQuantifiers(%q, %q) = %s, want %s: %+v %+v", c.source, c.statement, got, c.want, a, b)
		}
		if got := CompareQuantifiers(&b, &a); got != c.want.Mirror() {
			t.Errorf("CompareQuantifiers(%q, %q) = %s, want %s", c.statement, c.source, got, c.want.Mirror())
		}
		if got := CompareQuantifiers(&a, &a); got != relation.Equal {
			t.Errorf("%q is %s to itself", c.source, got)
		}
	}
}

// TestCompareQuantifiersLanguages compares French with English.
func TestCompareQuantifiersLanguages(t *testing.T) {
	for _, c := range []struct {
		fr, en string
		want   relation.Relation
	}{
		{"tous sauf deux des 30 grimpeurs", "all 30 climbers", relation.Excludes},
		{"tous les grimpeurs sauf deux", "all but two climbers", relation.Equal},
		{"aucun des grimpeurs", "none of the climbers", relation.Equal},
		{"presque tous les grimpeurs", "all climbers", relation.Overlaps},
		{"la plupart des grimpeurs", "some climbers", relation.Entails},
		{"deux des trente grimpeurs", "30 climbers", relation.Excludes},
		{"un infirmier sur quatre", "one in four nurses", relation.Equal},
	} {
		a, b := quantifier(t, c.fr, "fr"), quantifier(t, c.en, "en")
		if got := CompareQuantifiers(&a, &b); got != c.want {
			t.Errorf("CompareQuantifiers(%q, %q) = %s, want %s", c.fr, c.en, got, c.want)
		}
	}
}
