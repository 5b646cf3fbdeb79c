package text

import (
	"fmt"
	"testing"
)

func TestTable(t *testing.T) {
	var table Table[int]
	if got := table.Get("") + table.Get("a"); got != 0 {
		t.Errorf("an empty table has %d", got)
	}
	table.Put("", 1)
	for i := 2; i < 5000; i++ { // more words than the traces tell apart at all well
		table.Put(fmt.Sprint("w", i, "é"), i)
	}
	table.Put("w7é", -7)
	for w, want := range map[string]int{"": 1, "w2é": 2, "w4999é": 4999, "w7é": -7, "w5000é": 0, "w2": 0, "é": 0} {
		if got := table.Get(w); got != want {
			t.Errorf("%q: %d, want %d", w, got, want)
		}
	}
}
