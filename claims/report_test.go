package claims

import (
	"strings"
	"testing"

	"factcheck/claims/date"
)

const report = `Uganda-backed L17 rebels have captured the town of Bana in the eastern highlands, according to media reports citing local and security sources.

The rebels took over the mining hub on Wednesday “almost without a fight”, supported by the neighbouring army, Radio Lubao, the United Nations radio service in the country, reported.

Security sources in the area confirmed the seizure of the city to the AFP news agency on Thursday.

“Bana-centre is occupied by the L17 … We retreated to avoid losses,” one officer in the country’s military (ALN) told AFP, saying its forces were now about 30km (19 miles) away in Kibo.

Daniel Tembo, a civil society activist in Bana, told the Reuters news agency: “The rebels are now visible in the centre of the city. There are at least seven people wounded who are at the hospital.”

An L17 source told Reuters the rebels were in full control of Bana.

The developments come a day after President Ruth Okello and her Ugandan counterpart, Paul Mbeki, called for an immediate ceasefire during talks in Doha, Qatar.

Al Jazeera’s Joel Amani, reporting from Goma, said residents of Bana confirmed the presence of L17 in the town.

“Thousands of people are already on the road, as a majority of people are trying to reach the lake,” Amani said.

The United Nations says Uganda has supported L17 by providing arms and sending troops – an accusation Kampala denies.

Speaking to Reuters on Thursday, Simon Baraka, leader of the Lubao River Alliance (LRA) that includes L17, said: “We will not stop until our voice is heard.”

Regarding this week’s talks between Okello and Mbeki in Qatar, he said, “What happened there, as long as it doesn’t solve our problems, doesn’t concern us”.

“We have no beds left,” the director of the hospital, Amina Kavira, told Radio Lubao.

The war has driven tens of thousands of people from their homes, according to the UN.
`

// TestReport guards the whole chain on one report with nested attribution: whose
// words, in what role, told to whom, asserted or denied.
func TestReport(t *testing.T) {
	doc := &Document{Text: report, Lang: "en", Publisher: "Al Jazeera", Date: date.Of(2025, 3, 20)}
	all := Extract(doc)
	for _, c := range []struct {
		content          string // how the content begins
		form             Form
		name, role, via  string // via joined by commas, "" for none
		told             bool
		commitment       Commitment
		anonymousMention string // words of a mention that resolves to nobody
	}{
		{"Uganda-backed L17 rebels have captured", Indirect, "", "", "", false, Asserts, "media reports"},
		{"The rebels took over the mining hub", Mixed, "Radio Lubao", "", "", false, Asserts, ""},
		{"the seizure of the city", Indirect, "", "", "AFP", true, Asserts, "Security sources"},
		{"Bana-centre is occupied", Direct, "", "", "AFP", true, Asserts, "one officer"},
		{"its forces were now", Indirect, "", "", "AFP", true, Asserts, "one officer"},
		{"The rebels are now visible", Direct, "Daniel Tembo", "civil society activist", "Reuters", true, Asserts, ""},
		{"the rebels were in full control", Indirect, "", "", "Reuters", true, Asserts, "An L17 source"},
		{"residents of Bana confirmed", Indirect, "Joel Amani", "", "", false, Asserts, ""},
		{"Thousands of people are", Direct, "Joel Amani", "", "", false, Asserts, ""},
		{"Uganda has supported L17", Indirect, "United Nations", "", "", false, Asserts, ""},
		{"Uganda has supported L17", Indirect, "Kampala", "", "", false, Denies, ""},
		{"We will not stop", Direct, "Simon Baraka", "leader of the Lubao River Alliance", "Reuters", true, Asserts, ""},
		{"What happened there", Direct, "Simon Baraka", "leader of the Lubao River Alliance", "", false, Asserts, ""},
		{"We have no beds left", Direct, "Amina Kavira", "director of the hospital", "Radio Lubao", true, Asserts, ""},
		{"The war has driven", Indirect, "UN", "", "", false, Asserts, ""},
	} {
		var near []string
		found := false
		for i := range all {
			s := &all[i]
			if !strings.HasPrefix(strings.TrimPrefix(s.Text, "that "), c.content) {
				continue
			}
			var via []string
			for _, v := range s.Attribution.Via {
				via = append(via, v.Name)
			}
			a := s.Attribution
			name := a.Speaker.Name
			if c.name == "Radio Lubao" && name == "" && len(via) == 1 {
				name, via = via[0], nil // a broadcaster that reports: speaker or outlet, both will do
			}
			if s.Form == c.form && name == c.name && strings.Contains(a.Speaker.Role, c.role) && strings.Join(via, ",") == c.via &&
				a.Told == c.told && a.Cue.Commitment == c.commitment && strings.Contains(a.Speaker.Text, c.anonymousMention) {
				found = true
			}
			near = append(near, s.Form.String()+" by "+a.Speaker.Name+" ("+a.Speaker.Text+"; "+a.Speaker.Role+") via "+strings.Join(via, ",")+" "+a.Cue.Commitment.String()+": "+s.Text)
		}
		if !found {
			t.Errorf("wanted %s %q by %q (%q) via %q told %v %s; found\n  %s", c.form, c.content, c.name, c.role, c.via, c.told, c.commitment, strings.Join(near, "\n  "))
		}
	}
	for i := range all {
		if s := &all[i]; s.Attribution.Cue.Text == "" && strings.HasSuffix(strings.TrimSpace(s.Text), "reported") {
			t.Errorf("the attribution is left in the content: %q", s.Text)
		}
	}
}
