package quote

import (
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
)

func TestSameSpeaker(t *testing.T) {
	const p, o, l, n, u = claims.Person, claims.Organisation, claims.Place, claims.Anonymous, claims.Unknown
	for _, c := range []struct {
		draft  string
		kind   claims.SpeakerKind
		source string
		other  claims.SpeakerKind
		want   Likeness
	}{
		{"Esther Mbuyi", p, "Esther Mbuyi", p, Same},
		{"Esther Mbuyi", p, "Mbuyi", p, Same},
		{"Mbuyi", p, "Esther Mbuyi", p, Same},
		{"Mbuyi", p, "Governor Esther Mbuyi", p, Same},
		{"Esther Mbuyi", p, "Kivu Gov. Esther Mbuyi", p, Same},
		{"Esther Mbuyi", p, "Senate Water Committee Chairwoman Esther Mbuyi", p, Same},
		{"Esther Mbuyi", p, "E. Mbuyi", p, Same},
		{"Esther Nyota Mbuyi", p, "Esther Mbuyi", p, Same},
		{"Mbuyi Esther", p, "Esther Mbuyi", p, Same},
		{"Dr. Esther Mbuyi", p, "Mrs Esther Mbuyi", p, Same},
		{"Estèr Mbuyi", p, "Esther Mbuyi", p, Same},
		{"Omar al-Hakim", p, "Omar el-Hakim", p, Same},
		{"Bill Marsh", p, "William Marsh", p, Same},
		{"Joe Marsh", p, "Joseph Marsh Jr.", p, Namesake},
		{"Joe Marsh Jr.", p, "Joseph Marsh Jr.", p, Same},
		{"Joe Marsh Sr.", p, "Joseph Marsh Jr.", p, Different},
		{"Marsh", p, "Joseph Marsh Jr.", p, Same},
		{"E. Mbuyi", p, "Paul Mbuyi", p, Different},
		{"May Mbuyi", p, "April Mbuyi", p, Different},
		{"Esther Mbuyi", p, "E. N. Mbuyi", p, Same},
		{"Will Marsh", p, "Grace Marsh", p, Different},
		{"Esther", p, "Esther Mbuyi", p, Compatible},
		{"Esther Mbuyi", p, "", u, Compatible},
		{"", u, "Esther Mbuyi", p, Compatible},
		{"one officer", n, "Esther Mbuyi", p, Compatible},
		{"Water Ministry", o, "Esther Mbuyi", p, Compatible},
		{"Kinshasa", l, "Esther Mbuyi", p, Compatible},
		{"Harbour Party", p, "Esther Mbuyi", p, Compatible},
		{"Harbour Union", o, "River Council", o, Compatible},
		{"Esther Mbuyi", p, "Kasongo", p, Compatible},
		{"Esther", p, "Mbuyi", p, Compatible},
		{"Esther Mbuyi", p, "Paul Kasongo", p, Different},
		{"Mbuyi", p, "Paul Kasongo", p, Different},
		{"Esther Mbuyi", p, "Paul Mbuyi", p, Different},
		{"Esther Mbuyi", p, "Esther Kasongo", p, Different},
		{"Esther Mbuyi", u, "Paul Kasongo", p, Different},
		{"Esther Mbuyi", p, "Mbuyi aide Paul Kasongo", p, Different},
		{"Esther Mbuyi", p, "President Paul Kasongo", p, Different},
		{"Esther Mbuyi", p, "House Speaker Paul Kasongo", p, Different},
		{"Esther Mbuyi", p, "Paul Kasongo of Kitando", p, Different},
		{"Paul Kasongo", p, "Paul Kasongo of Kitando", p, Same},
		{"Paul Kasongo", p, "Esther Mbuyi of the River Council", o, Different},
		{"Paul Kasongo", p, "Bank of Kitando", o, Compatible},
		{"Paul Kasongo", p, "University of the Lakes", o, Compatible},
		{"Paul Kasongo", p, "BUNIA — Paul Kasongo", p, Same},
		{"Paul King", p, "Esther Mbuyi", p, Different},
		{"Paul King", p, "King", p, Same},
	} {
		got := SameSpeaker(claims.Speaker{Name: c.draft, Kind: c.kind}, claims.Speaker{Name: c.source, Kind: c.other})
		if got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.draft, c.source, got, c.want)
		}
	}

	// Titles are in the mention, not in the name.
	for _, c := range []struct {
		draft, source string
		want          Likeness
	}{
		{"Mr Mbuyi", "Ms Mbuyi", Different},
		{"Mr Mbuyi", "Mr. Mbuyi", Same},
		{"Mr Mbuyi", "President Mbuyi", Same},
		{"Madame Mbuyi", "M. Mbuyi", Different},
		{"Ms Mbuyi", "M. Mbuyi", Same}, // M. may be an initial
		{"Mme Mbuyi", "Monsieur Mbuyi", Different},
	} {
		got := SameSpeaker(claims.Speaker{Text: c.draft, Name: "Mbuyi", Kind: p}, claims.Speaker{Text: c.source, Name: "Mbuyi", Kind: p})
		if got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.draft, c.source, got, c.want)
		}
	}

	// A mention that was resolved wrongly is still a mention.
	draft := claims.Speaker{Text: "Esther Mbuyi", Name: "Esther Mbuyi", Kind: p}
	for mention, want := range map[string]Likeness{"Kasongo adviser Esther Mbuyi": Compatible, "Mbuyi": Compatible, "he": Different, "Kasongo": Different} {
		if got := SameSpeaker(draft, claims.Speaker{Text: mention, Name: "Paul Kasongo", Kind: p}); got != want {
			t.Errorf("%q resolved to Paul Kasongo: %v, want %v", mention, got, want)
		}
	}
}

func TestCredited(t *testing.T) {
	speaker := claims.Speaker{Text: "Esther Mbuyi", Name: "Esther Mbuyi", Kind: claims.Person}
	for src, want := range map[string]bool{
		"“The road is open,” Kasongo adviser Esther Mbuyi said.":                                        true,
		"“The road is open,” said Kasongo's aide, Esther Mbuyi.":                                        true,
		"When Kasongo asked about the road, Mbuyi answered calmly: “The road is open.”":                 true,
		"“The road is open,” Kasongo told Esther Mbuyi.":                                                false,
		"“The road is open,” he told Esther Mbuyi.":                                                     false,
		"“The road is open,” Kasongo said, and Mbuyi nodded.":                                           false,
		"Mbuyi has gone to Bunia, and nobody in the town knows when; “The road is open,” Kasongo said.": false,
		"Kasongo said of Mbuyi: “The road is open.”":                                                    false,
		"“The road is open,” said Governor Esther Mbuyi (Kivu).":                                        true,
		"“The road is open.”":                                                                           false,
		"“The road is open,” Paul Mbuyi said.":                                                          false, // a Mbuyi, and another
		"“The road is open,” Mr Mbuyi said.":                                                            false,
		"“The road is open,” Ms Mbuyi said.":                                                            true,
		"“The road is open,” E. Mbuyi said.":                                                            true,
		"“The road is open,” P. Mbuyi said.":                                                            false,
		"“The road is open,” Yesterday Mbuyi said.":                                                     true,
		"In April Mbuyi said: “The road is open.”":                                                      true,
		"“The road is open,” Senator Mbuyi added.":                                                      true,
		"“The road is open,” April Mbuyi said.":                                                         false,
	} {
		s := &claims.Statement{Quoted: quotedParts(src), Sentence: text.Span{Start: 0, End: len(src)}}
		s.Attribution.Speaker = claims.Speaker{Text: "somebody", Name: "Paul Kasongo", Span: text.Span{Start: 0, End: 1}}
		if got := Credited(src, s, speaker); got != want {
			t.Errorf("%s: %v, want %v", src, got, want)
		}
	}

	// A resolution from another paragraph proves nothing against who is named there.
	for src, want := range map[string]bool{
		"Kasongo greeted Mbuyi in the morning.\n\n“The road is open.”": true,
		"Kasongo came in the morning.\n\n“The road is open.”":          false,
		"Kasongo came in the morning and stayed. “The road is open.”":  false,
	} {
		at := strings.LastIndex(src, "“")
		s := &claims.Statement{Quoted: quotedParts(src), Sentence: text.Span{Start: at, End: len(src)}}
		s.Attribution.Speaker = claims.Speaker{Text: "Kasongo", Name: "Paul Kasongo", Span: text.Span{Start: 0, End: len("Kasongo")}}
		if got := Credited(src, s, speaker); got != want {
			t.Errorf("%s: %v, want %v", src, got, want)
		}
	}
}
