package claims

import (
	"strings"
	"testing"

	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// TestReferents guards both ways of leading words back to a name, and the
// silence where nothing binds them.
func TestReferents(t *testing.T) {
	for _, c := range []struct{ text, sentence, want, lang string }{
		{"Rebels hold the town of Bana. Talks began in Doha. The town of 900 people lies far off.", "The town of", "The town=Bana", ""},
		{"They left Mota, a mining town. The town was quiet.", "The town was", "The town=Mota", ""},
		{"Rebels hold the town of Bana. They took over the mining hub by night.", "They took", "the mining hub=Bana", ""},
		{"Rebels hold the town of Bana. They took over the Mota hub by night.", "They took", "", ""},
		{"Bana city fell to the L17 rebels. The rebels celebrated.", "The rebels cel", "The rebels=L17", ""},
		{"L17 took Bana in March. In April, it took Mota.", "In April", "it=L17", ""},
		{"Talks began in Doha. The town was quiet.", "The town was", "", ""},
		{"Rain fell all night. It stopped at noon.", "It stopped", "", ""},
		{"Rebels hold the town of Bana. The city of Mota is calm.", "The city of Mota", "", ""},
		{"Engineers lost the probe Calypso in May. The spacecraft went silent.", "The spacecraft", "The spacecraft=Calypso", ""},
		{"The trawler Anna sank off Mota. The tanker had no lights.", "The tanker", "", ""},
		{"The Ministry of Health hired nurses. The ministry paid them late.", "The ministry", "The ministry=Ministry of Health", ""},
		{"The Red Cross came to Bana. The ministry closed the road.", "The ministry", "", ""},
		{"The World Bank lent millions to a shipyard in Mota. The company builds ferries.", "The company", "", ""},
		{"The tanker Anna hit another tanker off Mota. The tanker had no lights.", "The tanker", "", ""},
		{"Norvik, a miner, cut jobs. The company lost money.", "The company", "The company=Norvik", ""},
		{"The minister, Ruth Adeyemi, spoke. The minister, Adeyemi, left. The minister waved to all.", "The minister waved", "The minister=Ruth Adeyemi", ""},
		{"The minister, Adeyemi, spoke. The minister, Ruth Adeyemi, left. The minister waved to all.", "The minister waved", "The minister=Ruth Adeyemi", ""},
		{"The minister, Ruth Adeyemi, spoke. The minister, Tom Veld, left. The minister waved to all.", "The minister waved", "", ""},
		{"The minister, Tom Veld, spoke. The minister, Ruth Adeyemi, spoke. The minister, Adeyemi, left. The minister waved to all.", "The minister waved", "", ""},
		{"The minister, Ruth Adeyemi, spoke. The minister waved to all. The minister, Tom Veld, left.", "The minister waved", "The minister=Ruth Adeyemi", ""},
		{"Rebels hold the town of Bana. The letter that town elders wrote was lost.", "The letter", "", ""},
		{"Rebels hold the town of Bana. The town that fell first was poor.", "The town that", "", ""},
		{"Rebels hold the town of Bana. The town holding most mines was poor.", "The town holding", "", ""},
		{"Coun Helen Veld spoke. The ministry shut a road.", "The ministry", "", ""},
		{"Helen Veld spoke. They shut a road.", "They", "", ""},
		{"The L17 spoke. They shut a road.", "They", "They=L17", ""},
		{"Le pétrolier Ulla s'est échoué. Le navire perd du mazout.", "Le navire", "Le navire=Ulla", "fr"},
		{"La société Norvik a fermé la mine. L'entreprise a perdu de l'argent.", "L'entreprise", "L'entreprise=Norvik", "fr"},
	} {
		doc := &Document{Text: c.text, Lang: c.lang}
		f := NewReferents(doc)
		var got []string
		for _, s := range Extract(doc) {
			if !strings.HasPrefix(s.Text, c.sentence) {
				continue
			}
			for _, r := range f.Of(&s) {
				got = append(got, r.Span.In(c.text)+"="+r.Name)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %s: got %q, want %q", c.text, c.sentence, got, c.want)
		}
	}
}

// TestReferentsRepeated: a page that names the chair thousands of times is asked for each of
// them in proportion.
func TestReferentsRepeated(t *testing.T) {
	const page = "“We thank the members of the council for coming,” the chair, John Smith, said.\n\n"
	growth.Linear(t, 2000, func(n int) {
		doc := &Document{Text: strings.Repeat(page, n)}
		f := NewReferents(doc)
		for i := range n {
			at := text.Span{Start: i * len(page), End: (i+1)*len(page) - 2}
			f.Of(&Statement{Spans: []text.Span{at}, Text: at.In(doc.Text), Sentence: at})
		}
	})
}
