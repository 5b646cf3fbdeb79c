package relate

import (
	"testing"

	"factcheck/claims/name"
)

// What a reading model hears counts only where nothing that can be compared speaks
// against it; a text that retells its source is held to its names.
func TestGuards(t *testing.T) {
	for _, c := range []struct {
		source, statement                string
		vouched, stands, pinned, retells bool
	}{
		{"Denby took the old mill of Bunia.", "Denby took the old mill of Bunia.", true, true, false, false},
		{"Denby took the old mill of Bunia.", "Okello took the old mill of Bunia.", false, false, true, true},
		{"Denby was cleared of taking the old mill of Bunia.", "Denby took the old mill of Bunia.", false, false, true, true},
		{"Denby owned 40 mills in Bunia.", "In Bunia, 60 mills were run by Denby.", false, true, true, false},
		{"Denby owned 40 mills in Bunia.", "In Bunia, 60 cows were run by Denby.", false, true, false, false},
		{"Denby owned 40 mills in Bunia.", "In Bunia, 40 mills were run by Denby.", true, true, false, false},
		{"Denby did not win in Bunia.", "Denby failed to win in Bunia.", true, true, false, false},
		{"The army took Bunia on 3 May 2019.", "Bunia fell to the army on 4 May 2019.", false, true, true, false},
		{"Denby sold the old mill to Okello in Bunia.", "Denby sold the old mill to Okello in Kampala.", false, false, true, true},
		{"Denby, who left the board before the vote, spoke afterwards in Bunia.", "Denby spoke in Bunia before the vote.", false, true, false, false},
		{"Denby left the board before the vote in Bunia.", "Before the vote in Bunia the board lost Denby.", true, true, false, false},
	} {
		a, b := Prepare(Side{Text: c.source}), Prepare(Side{Text: c.statement})
		nobody := func(name.Name) bool { return false }
		_, pinned := Pinned(a, b)
		retells := Retold([]*Analysis{a}, b).Relation == Contradicts
		if v, s := Vouched(a, b, nobody), Stands(a, b); v != c.vouched || s != c.stands || pinned != c.pinned || retells != c.retells {
			t.Errorf("{%q, %q, %v, %v, %v, %v},", c.source, c.statement, v, s, pinned, retells)
		}
	}
}
