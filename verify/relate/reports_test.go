package relate

import (
	"strings"
	"testing"

	"factcheck/claims/date"
	"factcheck/claims/text"
)

// TestReports guards the main job: the sentences of a report, long and laden with
// clauses, beside the short statements of a draft.
func TestReports(t *testing.T) {
	day := date.Of(2025, 3, 20)
	for _, c := range []struct {
		source string
		refs   map[string]string // words of the source -> what they stand for
		want   string            // relation and first reason
		draft  []string
	}{
		{"Uganda-backed L17 rebels have captured the town of Bana in the eastern highlands of the republic, according to media reports.", nil, "agrees", []string{
			"L17 has captured Bana.", "L17 rebels captured Bana.", "Bana has been captured by L17.", "L17 has seized Bana."}},
		{"Uganda-backed L17 rebels have captured the town of Bana in the eastern highlands of the republic.", nil, "silent", []string{
			"The army captured Bana.", "L17 has captured Mota.", "The town was recaptured by the army.", "L17 plans to capture Mota."}},
		{"The rebels took over the mining hub in the Upper Mota province on Wednesday “almost without a fight”, supported by the neighbouring army", map[string]string{"the mining hub": "Bana"}, "agrees", []string{
			"The rebels took over Bana almost without a fight.", "Bana fell on Wednesday 19 March.", "Bana fell to the rebels on Wednesday."}},
		{"the rebels were in full control of Bana", map[string]string{"the rebels": "L17"}, "agrees", []string{
			"L17 has captured Bana.", "L17 controls Bana.", "The rebels are in control of Bana."}},
		{"the seizure of the city", map[string]string{"the city": "Bana"}, "agrees", []string{"Bana has been seized."}},
		{"The town of about 15,000 people sits about 125km (78 miles) northwest of the region’s largest city, Goma, which the L17 rebels seized in January", map[string]string{"The town": "Bana"}, "agrees", []string{
			"Bana has about 15,000 inhabitants.", "Bana lies some 78 miles northwest of Goma.", "Bana is about 125 km from Goma.", "The L17 rebels seized Goma in January.", "L17 captured Goma in January."}},
		{"The town of about 15,000 people sits about 125km (78 miles) northwest of the region’s largest city, Goma, which the L17 rebels seized in January", map[string]string{"The town": "Bana"}, "contradicts number", []string{
			"Bana has about 50,000 inhabitants.", "Bana lies 60km northwest of Goma.", "Bana is a town of 40,000 people."}},
		{"The town of about 15,000 people sits about 125km (78 miles) northwest of the region’s largest city, Goma, which the L17 rebels seized in January", map[string]string{"The town": "Bana"}, "silent", []string{
			"Mota has about 50,000 inhabitants.", "Bana lies 60km from Mota.", "Bana has 40 schools."}},
		{"In February, it captured Mota, the capital of South Lubao province", map[string]string{"it": "L17"}, "agrees", []string{"L17 captured Mota in February.", "Mota is the capital of South Lubao."}},
		{"In February, it captured Mota, the capital of South Lubao province", map[string]string{"it": "L17"}, "contradicts date", []string{"L17 captured Mota in January."}},
		{"However, L17 pulled out of the talks on Monday, blaming sanctions against some of its leaders", nil, "contradicts opposite", []string{"L17 took part in the talks in Bana.", "L17 attended the talks."}},
		{"However, L17 pulled out of the talks on Monday, blaming sanctions against some of its leaders", nil, "agrees", []string{"L17 withdrew from the talks on Monday.", "L17 pulled out of the talks."}},
		{"Uganda has supported L17 by providing arms and sending troops", nil, "agrees", []string{"Uganda has supported L17 with arms and troops.", "Uganda supported L17."}},
		{"There are at least seven people wounded who are at the general hospital.", nil, "agrees", []string{"At least seven people were wounded.", "Seven or more people were wounded."}},
		{"There are at least seven people wounded who are at the general hospital.", nil, "silent", []string{"Twelve people were wounded.", "At least seven people were killed."}},
		{"There are at least seven people wounded who are at the general hospital.", nil, "contradicts number", []string{"Only three people were wounded."}},
	} {
		source := Side{Text: c.source, Lang: "en", Date: day, Resolved: true}
		for words, name := range c.refs {
			at := strings.Index(c.source, words)
			source.Refs = append(source.Refs, Ref{text.Span{Start: at, End: at + len(words)}, name})
		}
		for _, d := range c.draft {
			r := Judge(source, Side{Text: d, Lang: "en", Date: day + 1})
			got := r.Relation.String()
			if r.Relation == Contradicts && len(r.Reasons) > 0 {
				got += " " + r.Reasons[0].Kind.String()
			}
			if got != c.want {
				t.Errorf("%q\n  beside %q\n  got %s, want %s", d, c.source, got, c.want)
			}
		}
	}
}
