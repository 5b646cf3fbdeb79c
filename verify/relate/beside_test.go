package relate

import "testing"

// Each case stands beside its twin, in which what decides is another thing.
func TestOneThingDiffers(t *testing.T) {
	for _, c := range []struct{ source, statement, want string }{
		// by whom
		{"Lake of Salt is a 2009 Ugandan drama film written and directed by Ruth Okello in her debut.", "Lake of Salt was directed by Paul Tembo.", "contradicts name"},
		{"Lake of Salt is a 2009 Ugandan drama film written and directed by Ruth Okello in her debut.", "Paul Tembo wrote Lake of Salt.", "contradicts name"},
		{"Lake of Salt is a film based on a novel written by Ruth Okello.", "Lake of Salt was written by Paul Tembo.", "silent"},
		{"Lake of Salt is a film written by Ruth Okello and the journalist Paul Tembo.", "Lake of Salt was written by Paul Tembo.", "agrees"},
		{"River of Sand is a film written by Ruth Okello.", "Lake of Salt was written by Paul Tembo.", "silent"},
		{"The song was recorded by the Ugandan singer Ruth Okello for her second album.", "Dust and Rain was recorded by Paul Tembo.", "contradicts name"},
		{"The song may have been recorded by the singer Ruth Okello.", "Dust and Rain was recorded by Paul Tembo.", "silent"},

		// where
		{"The dance, a form of protest, originated in Jamaica.", "The dance originated in Australia.", "contradicts place"},
		{"Ruth Okello is a nurse who was born in Nairobi and trained in Kampala.", "Ruth Okello was born in Kigali.", "contradicts place"},
		{"Ruth Okello is a nurse who was born in Nairobi and trained in Kampala.", "Ruth Okello was born in Kenya.", "silent"},
		{"Ruth Okello, a niece of Paul Tembo, was born in Nairobi.", "Paul Tembo was born in Kigali.", "silent"},
		{"Mota is a town in the north of Uganda.", "Mota is in Kenya.", "contradicts place"},
		{"Mota is a state in Mexico.", "Mota is a state in Brazil.", "contradicts place"},

		// when
		{"The bridge was opened on 3 May 2016 after six years of work.", "The bridge was opened in 2014.", "contradicts date"},
		{"The bridge was opened on 3 May 2016 after six years of work.", "The bridge was opened in May 2016.", "agrees"},
		{"Ruth Okello, 2nd Lady of Mota, (12 February 1894 - 3 May 1961) was a painter.", "Ruth Okello was born on 20 February 1894.", "contradicts date"},
		{"Ruth Okello (12 February 1894 - 3 May 1961) was a painter.", "Ruth Okello was murdered in 1960.", "contradicts date"},
		{"Ruth Okello (12 February 1894 - 3 May 1961) was a painter.", "Ruth Okello was murdered in 1961.", "silent"},
		{"Ruth Okello (12 February 1894 - 3 May 1961) was a painter.", "Ruth Okello murdered in 1930.", "silent"},
		{"Ruth Okello (12 February 1894 - 3 May 1961) was a painter.", "Ruth Okello killed Paul Tembo in 1930.", "silent"},
		{"Ruth Okello (12 February 1894 - 3 May 1961) was a painter.", "Paul Tembo was murdered in 1930.", "silent"},
		{"Ruth Okello, niece of Paul Tembo, died in Paris in February 2002.", "Paul Tembo died in 1970.", "silent"},

		{"She played her last match in 2003, but did not retire until February 2008.", "Ruth Okello retired before 2008.", "contradicts date"},

		// when it began and ended
		{"The film was shot in Uganda, Kenya and Rwanda from September 1994 to August 1995.", "Lake of Salt began filming in January 1994.", "contradicts date"},
		{"The film was shot in Uganda, Kenya and Rwanda from September 1994 to August 1995.", "Lake of Salt began filming in September 1994.", "silent"},
		{"The film was shot in Uganda, Kenya and Rwanda from September 1994 to August 1995.", "Lake of Salt finished filming in 1996.", "contradicts date"},
		{"The film was shot in Uganda, Kenya and Rwanda from September 1994 to August 1995.", "Lake of Salt finished filming in 1995.", "silent"},
		{"The film was shot in Uganda, Kenya and Rwanda from September 1994 to August 1995.", "Lake of Salt began selling in January 1994.", "silent"},
		{"The Salt War lasted from 1712 to 1719.", "The Salt War ended in 1718.", "contradicts date"},
		{"The Salt War lasted from 1712 to 1719.", "The Salt War ended in May 1719.", "silent"},
		{"The show ran from 2013 to 2015.", "The show ended in 2016.", "contradicts date"},
		{"Ruth Okello ran a shop in Bana from 2013 to 2015.", "Ruth Okello began in 2010.", "silent"},
		{"Ruth Okello sang in Bana in 2013.", "Ruth Okello started singing in 2010.", "silent"},
		{"Ruth Okello sang in Bana in 2013.", "Ruth Okello began to sing in Bana in 2010.", "silent"},
		{"Ruth Okello sang in Bana in 2013.", "Ruth Okello started singing in 2015.", "contradicts date"},
		{"Ruth Okello started singing in 2013.", "Ruth Okello started singing in 2010.", "contradicts date"},
		{"The series may have aired on Radio Bana from 2013 to 2015.", "Lake of Salt ended in 2014.", "silent"},

		// how many
		{"As of 17 December 2019, the film has grossed $227 million worldwide.", "Lake of Salt grossed less than $225 million worldwide.", "contradicts number"},
		{"As of 17 December 2019, the film has grossed $227 million worldwide.", "Lake of Salt grossed more than $225 million worldwide.", "silent"},
		{"Lake of Salt has grossed $74.8 million in Uganda, and $18.6 million in other countries, for a worldwide total of $93.4 million.", "Lake of Salt earned less than $90 million worldwide.", "silent"},
		{"Lake of Salt has grossed $74.8 million in Uganda, and $18.6 million in other countries, for a worldwide total of $93.4 million.", "Lake of Salt earned less than $80 million worldwide.", "silent"},
		{"Lake of Salt has grossed $74.8 million in Uganda, and $18.6 million in other countries, for a worldwide total of $93.4 million.", "Lake of Salt earned more than $90 million worldwide.", "silent"},
		{"Mota is the third largest city in Uganda.", "Mota is the fourth largest city in Uganda.", "contradicts rank"},
		{"Mota, founded by traders from the coast in the reign of a king, is the third largest city in Uganda by area.", "Mota is the fourth largest city in Uganda.", "silent"},
		{"The thirteen warmest years have all occurred since 1998.", "Seventeen of the eighteen warmest years have occurred since 2000.", "silent"},
		{"The season consists of 24 long episodes and two short episodes.", "The season of Lake of Salt has 26 episodes.", "silent"},

		{"The men's teams of Bana have won 24 cups while the women's teams have won ten cups.", "The women's teams of Bana have won less than nine cups.", "contradicts number"},
		{"The men's teams of Bana have won 24 cups while the women's teams have won ten cups.", "The women's teams of Bana have won more than nine cups.", "silent"},

		{"In the private sector, top male officers earned a median salary of $100,000.", "Top male officers in the federal government earned a median salary of $98,000.", "silent"},

		// the opposite
		{"Lake of Salt opened to highly negative reviews in Kampala.", "The film Lake of Salt received very favourable reviews.", "contradicts opposite"},
		{"Lake of Salt opened to highly negative reviews in Kampala.", "The film Lake of Salt had favourable weather.", "silent"},
		{"Mota is a fictional place in the novels of Ruth Okello.", "Mota is a real place.", "contradicts opposite"},

		{"A dog stands in the shallow water of the river.", "A dog stands in deep water.", "silent"},
		{"The season consists of 24 half-hour episodes and two hour-long episodes.", "The season of Lake of Salt has 26 episodes.", "silent"},

		// what
		{"Ruth Okello is a Ugandan singer and actress.", "Ruth Okello is a city.", "contradicts opposite"},
		{"Ruth Okello is a Ugandan singer and actress.", "Ruth Okello is a painter.", "silent"},
		{"Ruth Okello is a Ugandan singer and actress.", "Ruth Okello is only Kenyan.", "contradicts place"},
		{"Ruth Okello is a Ugandan singer and actress.", "Ruth Okello is a Kenyan citizen.", "silent"},
		{"Ruth Okello is a Ugandan-born singer.", "Ruth Okello is a Kenyan singer.", "silent"},
		{"Mota is the writer's third book.", "Mota is a novel.", "silent"},
		{"Mota is the third largest city in Uganda.", "Mota is the third smallest city in Uganda.", "contradicts opposite"},
		{"Paul Tembo is a Kenyan football player.", "Paul Tembo is a basketball player.", "contradicts name"},
		{"Rex is a cartoon dog and the mayor of Bana.", "Rex is a town.", "silent"},

		// whether
		{"She has appeared on the cover of three magazines, two of them in Kampala.", "Ruth Okello never appeared on the cover of magazines.", "contradicts polarity"},
		{"Tembo has worked for Radio Mota and the Bana Herald.", "Paul Tembo refused to work for the Bana Herald.", "contradicts polarity"},
		{"He crossed the river twice, but was unable to take Bana.", "Paul Tembo took Bana.", "contradicts polarity"},
		{"He crossed the river twice, but was unable to take Bana by storm.", "Paul Tembo took Bana.", "silent"},
		{"Tembo has worked for Radio Mota.", "Paul Tembo did not work for Radio Mota in 1990.", "silent"},
		{"Tembo turned down two offers to work for the Bana Herald.", "Paul Tembo refused to work for the Bana Herald.", "silent"},
		{"Tembo could have worked for Radio Mota and the Bana Herald.", "Paul Tembo refused to work for the Bana Herald.", "silent"},
	} {
		r := Judge(Side{Text: c.source}, Side{Text: c.statement})
		got := r.Relation.String()
		if r.Relation == Contradicts && len(r.Reasons) > 0 {
			got += " " + r.Reasons[0].Kind.String()
		}
		if got != c.want {
			t.Errorf("%q\n  beside %q\n  got %s %v, want %s", c.statement, c.source, got, r.Reasons, c.want)
		}
	}
}
