package relate

import (
	"strings"
	"testing"
)

// TestLay guards what is drawn for people where the texts are no near copies.
func TestLay(t *testing.T) {
	for _, c := range []struct{ source, statement, want string }{
		{"The rebels took Bana on Monday after heavy fighting.", "The rebels took Mota on Tuesday.",
			"same The rebels took = The rebels took; changed Bana = Mota; changed on Monday = on Tuesday; dropped after heavy fighting = "},
		{"Uganda-backed rebels have captured the town of Bana, according to reports.", "Bana was seized by rebels.",
			"same Bana = Bana; same captured = seized; same rebels = rebels; dropped Uganda-backed = ; dropped the town of = ; dropped according to reports = "},
		{"The storm in Kasindi destroyed 250 houses and killed two cows.", "In Kasindi 520 houses were destroyed by the storm.",
			" 250 = 520"},
		{"The choir sang.", "Rebels took Bana.", ""},
	} {
		a, b := Side{Text: c.source}, Side{Text: c.statement}
		var got []string
		for _, l := range Lay(a, b, Judge(a, b)) {
			got = append(got, l.Fate.String()+" "+l.Source.In(c.source)+" = "+l.Statement.In(c.statement))
		}
		if s := strings.Join(got, "; "); !strings.Contains(s, c.want) || c.want == "" && s != "" {
			t.Errorf("%q\n  beside %q\n  got  %s\n  want %s", c.statement, c.source, s, c.want)
		}
	}
}
