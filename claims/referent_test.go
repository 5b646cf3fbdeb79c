package claims

import (
	"strings"
	"testing"
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
		{"Norvik, a miner, cut jobs. The company lost money.", "The company", "The company=Norvik", ""},
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
