package relate

import "testing"

// A pairCase is a case: what is made of a statement beside a source.
type pairCase struct{ source, statement, want string }

func (p pairCase) check(t *testing.T) {
	t.Helper()
	r := Judge(Side{Text: p.source}, Side{Text: p.statement})
	got := r.Relation.String()
	if r.Relation == Contradicts && len(r.Reasons) > 0 {
		got += " " + r.Reasons[0].Kind.String()
	}
	if r.Overstated {
		got = "overstated"
	}
	if got != p.want {
		t.Errorf("%q\n  beside %q\n  got %s %v, want %s", p.statement, p.source, got, r.Reasons, p.want)
	}
}

// TestNear guards what is made of texts in almost the same words.
func TestNear(t *testing.T) {
	const clinic = "The clinic in Kasindi said on Monday that it had vaccinated more than 1,200 children of the three camps by the lake against measles before the rains, and that two nurses from Bunia would stay until the road to the market opens."
	for _, p := range []pairCase{
		// two flips cancel each other only where one bears on the other
		{"The council of Bunia found the plan good and reasonable.", "The council of Bunia found the plan bad and unreasonable.", "contradicts opposite"},
		{"The council of Bunia has a simple and cheap plan that lowers the tax.", "The council of Bunia has a simple and expensive plan that raises the tax.", "contradicts opposite"},
		{"Prices in Kasindi were not low in March.", "Prices in Kasindi were high in March.", "silent"},

		// a contraction is two words
		{"The farmers of Bunia can sell maize before the harvest.", "The farmers of Bunia can't sell maize before the harvest.", "contradicts polarity"},
		{"The farmers of Bunia will sell maize before the harvest.", "The farmers of Bunia won't sell maize before the harvest.", "contradicts polarity"},

		// the same bound at another height, in a sentence that is otherwise the same
		{clinic, "The clinic in Kasindi said on Monday that it had vaccinated more than 1,500 children of the three camps by the lake against measles before the rains, and that two nurses from Bunia would stay until the road to the market opens.", "contradicts number"},
		{"The clinic in Kasindi vaccinated more than 1,200 children.", "The clinic in Kasindi vaccinated more than 1,500 children.", "contradicts number"},

		{"A shepherd is on the hill above Kasindi and is singing.", "There is no shepherd sleeping on the hill above Kasindi.", "silent"},

		// quarters
		{"The mine at Kasindi reported strong Q1 earnings per share.", "The mine at Kasindi reported strong Q2 earnings per share.", "contradicts date"},

		// words that change places
		{"In Bunia the judge blamed the clerk for the delay.", "In Bunia the clerk blamed the judge for the delay.", "contradicts role"},
		{"In Bunia the team won the first match easily but won the second match narrowly.", "In Bunia the team won the first match narrowly but won the second match easily.", "contradicts role"},
		{"Okello sells maize, rice and beans in Bunia.", "Okello sells rice, maize and beans in Bunia.", "agrees"},
		{"In Bunia the judge blamed the clerk.", "In Bunia the clerk was blamed by the judge.", "agrees"},

		// verbs of more than one word
		{"In Bunia the sisters and the nuns will take care of the old garden by the lake.", "In Bunia the sisters and the nuns will neglect the old garden by the lake.", "contradicts opposite"},
		{"Okello pulled out of the talks on cattle and grazing in Bunia on Monday.", "Okello joined the talks on cattle and grazing in Bunia on Monday.", "contradicts opposite"},

		// titles, quantifiers
		{"The agent called Mr. Okello to offer a loan from Bunia.", "The agent called Mrs. Okello to offer a loan from Bunia.", "contradicts name"},
		{"One of the drivers from Kasindi works in Bunia.", "None of the drivers from Kasindi works in Bunia.", "contradicts quantifier"},
		{"A goat is near the gate.", "A goat is far from the gate.", "contradicts opposite"},
		{"A goat is in front of the gate.", "A goat is at the gate.", "silent"},
	} {
		p.check(t)
	}
}
