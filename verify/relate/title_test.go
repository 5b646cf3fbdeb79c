package relate

import "testing"

// TestTitles guards what is made of what a source calls somebody by the way.
func TestTitles(t *testing.T) {
	for _, p := range []comparison{
		{"Critics were unimpressed, but the shadow finance secretary Ruth Okello, who backed some ideas, said other parts were sound.", "Ruth Okello works as the shadow finance secretary.", "agrees"},
		{"Critics were unimpressed, but the shadow finance secretary Ruth Okello, who backed some ideas, said other parts were sound.", "Ruth Okello is the finance secretary.", "silent"},
		{"Uganda's Foreign Secretary Jack Tembo said on Monday the talks had ended.", "Jack Tembo holds the position of Foreign Secretary.", "agrees"},
		{"Amani, the Bana police captain, said officers were searching the lake.", "Amani is a police captain.", "agrees"},
		{"Amani, the former governor of Bana, said officers were searching the lake.", "Amani is the governor of Bana.", "silent"},
		{"Amani, the mayor of Bana, said officers were searching the lake.", "Amani is the mayor of Bana.", "agrees"},
		{"Amani, the mayor of Bana, said officers were searching the lake.", "Amani is the mayor of Mota.", "silent"},
		{"Katanga's young president Hugo Amani opened the road to the lake on Monday.", "Hugo Amani is Katanga's president.", "agrees"},
		{"Katanga's young president Hugo Amani opened the road to the lake on Monday.", "Hugo Amani is Uganda's president.", "silent"},
		{"The deputy of president Hugo Amani opened the road to the lake on Monday.", "Hugo Amani is the deputy.", "silent"},

		{"The northern newspaper Bana Press printed a piece about the lake.", "Bana Press is a northern newspaper.", "agrees"},
		{"The northern newspaper Bana Press printed a piece about the lake.", "Bana Press is a daily of Mota.", "silent"},
		{"Katanga's young president Hugo Amani opened the road to the lake on Monday.", "The president of Katanga is Hugo Amani.", "agrees"},
		{"The bridge of Bana was built in 1938 by Hugo Amani, who sold the old boat to a bank.", "The bridge of Bana was built by Hugo Amani.", "agrees"},

		// a date that hangs on no verb; a noun and a name side by side
		{"In the early hours of April 15, 1912, the old lake steamer Mariam sank off Bana, less than three hours after the storm.", "The Mariam sank in 1912.", "agrees"},
		{"In the early hours of April 15, 1912, the old lake steamer Mariam sank off Bana, less than three hours after the storm.", "The Mariam sank in 1913.", "silent"},
		{"On March 27, 1956, composer Wema Tabu Mbeki was born in Bana, Katanga.", "Wema Tabu Mbeki was born in Bana.", "agrees"},
	} {
		p.check(t)
	}
}

// TestBeside guards that a word takes back what it bears on, no more.
func TestBeside(t *testing.T) {
	for _, p := range []comparison{
		{"A soldier who had denied looting a market was sentenced to nine years in jail on Thursday, Radio Bunia said.", "A soldier was sentenced to nine years in jail.", "agrees"},
		{"Joseph Okello, who had asked for an amnesty, was sentenced to nine years in jail on Thursday.", "Joseph Okello was sentenced to nine years in jail.", "agrees"},
		{"The rebels captured Bana on Monday after heavy fighting. Rain should reach the eastern hills next week.", "The rebels captured Bana on Monday.", "agrees"},
		{"The rebels captured Bana on Monday after heavy fighting. That is false, the governor of the province told the radio.", "The rebels captured Bana on Monday.", "silent"},
		{"In 1869 Ruth Okello resigned, but continued to live at the old mission in Bana until her death on 3 May 1874.", "Ruth Okello died in Bana.", "silent"},
		{"The official religion of Katanga is Buddhism, which many people follow.", "The official religion of Katanga is Zen Buddhism.", "silent"},
		{"Ruth Okello, a judge in Bana, decided on Monday to sign for maize and beans.", "Ruth Okello decided to only sign for maize.", "silent"},
		{"At least 300 houses of Bana were destroyed.", "At least 100 houses of Bana were destroyed.", "silent"},
		{"All nurses who had not been paid in June left the hospital of Bana.", "All nurses left the hospital of Bana.", "silent"},
		{"Ruth Okello, the mayor of the old town by the lake, will visit Bana on Monday with three of her sons and two of her nephews.", "Ruth Okello visited Bana on Monday.", "overstated"},
	} {
		p.check(t)
	}
}

// TestUnparsed guards that no tree of another language bears anything out.
func TestUnparsed(t *testing.T) {
	for _, c := range []comparison{
		{"Paul Amani, 44 ans, de Bana, a déclaré que sa femme achète du savon de marque.", "Paul Amani achète du savon de marque.", "silent"},
		{"M. Tembo a révélé que Ruth Okello, épouse de l'ancien ambassadeur Joseph Amani, travaillait pour la banque de Bana.", "Joseph Amani travaillait pour la banque de Bana.", "silent"},
	} {
		if r := Judge(Side{Text: c.source, Lang: "fr"}, Side{Text: c.statement, Lang: "fr"}); r.Relation.String() != c.want {
			t.Errorf("%q\n  beside %q\n  got %s, want %s", c.statement, c.source, r.Relation, c.want)
		}
	}
}
