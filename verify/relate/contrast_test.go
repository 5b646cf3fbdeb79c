package relate

import (
	"slices"
	"testing"

	"factcheck/verify/reason"
)

// What may be put in the place of what a statement says: only what excludes it, and is the
// passage's.
func TestContrasts(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              []string
	}{
		{"Rose Denby spoke in Goma.", "Rose Denby spoke in Bunia.", []string{"name: Rose Denby spoke in Goma.", "polarity: Rose Denby did not speak in Bunia."}},
		{"Rose Denby spoke in Goma.", "Denby spoke in Goma.", []string{"polarity: Denby did not speak in Goma."}},
		{"Rose Denby spoke in Goma and Kampala.", "Rose Denby spoke in Bunia.", []string{"polarity: Rose Denby did not speak in Bunia."}},
		{"Rose Denby blamed Paul Okello.", "Paul Okello blamed Rose Denby.", []string{"role: Rose Denby blamed Paul Okello.", "polarity: Paul Okello did not blame Rose Denby."}},
		{"Each breach costs five years in jail.", "Each breach costs ten years in jail.", []string{"number: Each breach costs five years in jail.", "polarity: Each breach does not cost ten years in jail."}},
		{"The mill employs 40 people.", "The mill employs 60 people.", []string{"number: The mill employs 40 people.", "polarity: The mill does not employ 60 people."}},
		{"The mill employs 40 people.", "The mill employs forty people.", []string{"polarity: The mill does not employ forty people."}},
		{"The mill opened on 3 May 2019.", "The mill opened on 4 May 2019.", []string{"date: The mill opened on 3 May 2019.", "polarity: The mill did not open on 4 May 2019."}},
		{"Prices fell sharply.", "Prices rose sharply.", []string{"opposite: Prices fell sharply.", "polarity: Prices did not rise sharply."}},
		{"The mill is shut.", "The mill is not shut.", []string{"polarity: The mill is  shut."}},
		{"Goma has 40 cows and Bunia has 60 cows.", "Goma has 60 cows and Bunia has 40 cows.", []string{"role: Bunia has 60 cows and Goma has 40 cows.", "number: Goma has 40 cows and Bunia has 40 cows.", "number: Goma has 60 cows and Bunia has 60 cows.", "role: Goma has 40 cows and Bunia has 60 cows.", "polarity: Goma does not have 60 cows and Bunia has 40 cows.", "polarity: Goma has 60 cows and Bunia does not have 40 cows."}},
		{"Denby spoke in Goma.", "Denby spoke in Goma of it.", []string{"polarity: Denby did not speak in Goma of it."}},
		{"Rose Denby and Paul Okello left Goma.", "Paul Okello and Rose Denby left Goma.", []string{"polarity: Paul Okello and Rose Denby did not leave Goma."}},
		{"It is the work of a German firm.", "It is the work of a French firm.", []string{"opposite: It is the work of a German firm.", "polarity: It is not the work of a French firm."}},
		{"It is the work of a German firm.", "It is the work of a Germany firm.", []string{"polarity: It is not the work of a Germany firm."}},
		{"The bill was backed by Democrats.", "The bill was backed by Republicans.", []string{"name: The bill was backed by Democrats.", "polarity: The bill was not backed by Republicans."}},
		{"The bill was backed by Democrats.", "The bill was backed by senators.", []string{"polarity: The bill was not backed by senators."}},
		{"Denby urged the council to sell the mill.", "Denby urged the council not to sell the mill.", []string{"polarity: Denby did not urge the council not to sell the mill.", "polarity: Denby urged the council  to sell the mill."}},
		{"Denby told Okello to leave.", "Denby told Okello not to leave.", []string{"role: Okello told Denby not to leave.", "polarity: Denby did not tell Okello not to leave.", "polarity: Denby told Okello  to leave."}},
		{"Denby wrote a letter asking banks to lend.", "Denby wrote a letter asking banks not to lend.", []string{"polarity: Denby did not write a letter asking banks not to lend.", "polarity: Denby wrote a letter asking banks  to lend."}},
		{"Denby lends to banks.", "Denby, rather than banks, lends.", []string{"polarity: Denby, rather than banks, does not lend."}},
		{"Who lost by less than 2 percent may ask for it.", "Who lost by less than 3 percent may ask for it.", []string{"number: Who lost by less than 2 percent may ask for it.", "polarity: Who did not lose by less than 3 percent may ask for it.", "polarity: Who lost by less than 3 percent may not ask for it."}},
		{"The mill employs more than 40 people.", "The mill employs more than 60 people.", []string{"number: The mill employs more than 40 people.", "polarity: The mill does not employ more than 60 people."}},
		{"Up to 40 people may enter.", "Up to 60 people may enter.", []string{"number: Up to 40 people may enter.", "polarity: Up to 60 people may not enter."}},
		{"Up to 40 people may enter.", "Up to forty people may enter.", []string{"polarity: Up to forty people may not enter."}},
		{"The party took 31 seats, down from 41 seats.", "The party lost nine seats.", []string{"number: The party lost 31 seats.", "number: The party lost 41 seats.", "opposite: The party took nine seats.", "polarity: The party did not lose nine seats."}},
		{"La mairie a vendu le moulin.", "The council sold the mill.", nil},
	} {
		lang := "en"
		if c.source[:3] == "La " {
			lang = "fr"
		}
		a, b := Prepare(Side{Text: c.source, Lang: lang}), Prepare(Side{Text: c.statement, Lang: "en"})
		var got []string
		for _, x := range Contrasts(a, b) {
			got = append(got, x.Kind.String()+": "+x.In(c.statement))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("{%q, %q, %q},", c.source, c.statement, got)
		}
	}
}

// A name or an opposite that the passage has too may be of another thing that it tells.
func TestContrastBoth(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		kind              reason.Kind
		want              bool
	}{
		{"Cows died in Bunia; clerks wait in Goma.", "Cows died in Goma.", reason.Name, true},
		{"Cows died in Bunia.", "Cows died in Goma.", reason.Name, false},
		{"The jury convicted Rose Denby; her brother Paul was charged too.", "The jury convicted Paul Denby.", reason.Name, true},
		{"The jury convicted Rose Denby.", "The jury convicted Paul Denby.", reason.Name, false},
		{"Rain spoilt the race of the men; the women ran before it.", "Rain spoilt the race of the women.", reason.Opposite, true},
		{"Rain spoilt the race of the men.", "Rain spoilt the race of the women.", reason.Opposite, false},
	} {
		asked := false
		for _, x := range Contrasts(Prepare(Side{Text: c.source, Lang: "en"}), Prepare(Side{Text: c.statement, Lang: "en"})) {
			if x.Kind == c.kind {
				asked = true
				if x.Both != c.want {
					t.Errorf("%q, %q: %t", c.source, c.statement, x.Both)
				}
			}
		}
		if !asked {
			t.Errorf("%q, %q: no contrast", c.source, c.statement)
		}
	}
}

// What a statement tells as done only may be, where the source leaves something open of those of whom it tells.
func TestUnsettled(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              []string
	}{
		{"Okello will sell the mill.", "Okello has already sold the mill.", []string{"Okello may sell the mill."}},
		{"Okello plans to sell the mill.", "Okello sold the mill.", []string{"Okello may sell the mill."}},
		{"The mill is to be sold.", "The mill has been sold.", []string{"The mill may be sold."}},
		{"The mill is to be sold.", "The mill was sold.", []string{"The mill may be sold."}},
		{"Okello sold the mill.", "Okello has sold the mill.", nil},
		{"Denby will sell the farm.", "Okello sold the mill.", nil},
		{"Okello will sell the mill.", "Okello will sell the mill.", nil},
		{"Okello will sell the mill.", "Okello did not sell the mill.", nil},
		{"Okello will sell the mill.", "Okello told Denby.", nil},
	} {
		var got []string
		for _, x := range Unsettled(Prepare(Side{Text: c.source, Lang: "en"}), Prepare(Side{Text: c.statement, Lang: "en"})) {
			got = append(got, x.In(c.statement))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("{%q, %q, %q},", c.source, c.statement, got)
		}
	}
}
