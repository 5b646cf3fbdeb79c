package proposition

import "testing"

// What package relate asks of phrases and propositions beside their slots: each row has its twin.
func TestAsked(t *testing.T) {
	phrase := func(src, word string) *Phrase {
		s := readText(src, "en").Sentences[0]
		for i := range s.Words {
			if s.Words[i].In(src) == word {
				return s.Phrase(i)
			}
		}
		t.Fatalf("%q has no %q", src, word)
		return nil
	}
	first := func(src string) *Proposition { return readText(src, "en").Sentences[0].Propositions[0] }
	force := func(src, word string) string {
		f := phrase(src, word)
		force, not := f.Sentence.ForceOf(f.Head)
		if not {
			return "not " + force.String()
		}
		return force.String()
	}
	under := func(verb string) Force { f, _ := Under("en", verb); return f }
	for _, c := range []struct {
		what      string
		yes, twin bool
	}{
		{"Bygone", phrase("The former mayor left.", "former").Bygone(), phrase("The old mayor left.", "old").Bygone()},
		{"Lessens", phrase("The deputy mayor left.", "deputy").Lessens(), phrase("The new mayor left.", "new").Lessens()},
		{"Mentions", phrase("The mayor of Walden left.", "mayor").Mentions("mayor"), phrase("The mayor of Walden left.", "mayor").Mentions("judge")},
		{"Clause", phrase("Walkers who carry no map were lost.", "Walkers").Clause(), phrase("Walkers were lost.", "Walkers").Clause()},
		{"Person", phrase("On Monday Rose Kowal left.", "Kowal").Person(), phrase("On Monday Kampala fell.", "Kampala").Person()},
		{"Each", first("Neither the driver nor his passenger was hurt.").Each(), first("The driver and his passenger were not hurt.").Each()},
		{"Open", readText("She left.", "en").Sentences[0].Open(), readText("Kowal left.", "en").Sentences[0].Open()},
		{"Hedges", Hedges("en", "adverb", "probably"), Hedges("en", "adverb", "quickly")},
		{"Under", under("suspect") >= Alleged, under("know") >= Alleged},
		{"ForceOf wanted", force("Unions fought the closure of the mine.", "closure") == "open", force("Unions condemned the closure of the mine.", "closure") == "open"},
	} {
		if !c.yes || c.twin {
			t.Errorf("%s: %v, of the twin %v", c.what, c.yes, c.twin)
		}
	}
}
