package relation

import "testing"

// TestAnd checks that And does not mind the order, keeps Equal neutral, and is
// mirrored with its parts.
func TestAnd(t *testing.T) {
	for r := Unknown; r <= Excludes; r++ {
		if r.And(Equal) != r || r.Mirror().Mirror() != r || r.String() == "" {
			t.Errorf("%s: And(Equal), Mirror or String", r)
		}
		for s := Unknown; s <= Excludes; s++ {
			if r.And(s) != s.And(r) {
				t.Errorf("%s and %s: %s one way, %s the other", r, s, r.And(s), s.And(r))
			}
			if r.And(s).Mirror() != r.Mirror().And(s.Mirror()) {
				t.Errorf("%s and %s: not mirrored", r, s)
			}
		}
	}
	if Entails.And(Entailed) != Overlaps || Entails.And(Excludes) != Excludes || Unknown.And(Excludes) != Excludes {
		t.Error("And")
	}
	if !Equal.Supports() || !Entails.Supports() || Entailed.Supports() || Overlaps.Supports() {
		t.Error("Supports")
	}
}
