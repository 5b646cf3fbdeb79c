package entail

import "testing"

// TestLessons guards the pairs that a head is fitted on: each line is read, no pair stands
// twice, every passage has statements of all three kinds.
func TestLessons(t *testing.T) {
	kinds := map[string]map[Label]int{}
	seen := map[Pair]bool{}
	for _, p := range Lessons() {
		if kinds[p.Source] == nil {
			kinds[p.Source] = map[Label]int{}
		}
		kinds[p.Source][p.Label]++
		p.Label = ""
		if seen[p] {
			t.Errorf("twice: %s", p.Statement)
		}
		seen[p] = true
	}
	for s, k := range kinds {
		if k[LabelEntail] == 0 || k[LabelContradict] == 0 || k[LabelNeutral] == 0 {
			t.Errorf("a kind is missing: %s", s)
		}
	}
	if _, err := parseLessons("E no source\n"); err == nil {
		t.Error("a statement without a source is read")
	}
}
