package verify_test

import (
	"context"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify"
)

// TestOneDispatch guards that papers which say that they carry one agency are one
// origin, in whatever words they print it, and that papers which say nothing are two.
func TestOneDispatch(t *testing.T) {
	const mail, times = "The rebels captured the town of Mota after a week of rain.", "After the floods of last month the rebels captured the town of Mota."
	for _, c := range []struct {
		name string
		docs map[string]string
		want int
	}{
		{"two papers", map[string]string{"Mota Mail": mail, "Sake Times": times}, 2},
		{"a dateline and a last line", map[string]string{"Mota Mail": "MOTA (AFP) - " + mail, "Sake Times": times + " (AFP)"}, 1},
		{"the agency and a paper", map[string]string{"AFP": mail, "Sake Times": times + "\n\nwith AFP"}, 1},
		{"a phrase", map[string]string{"Mota Mail": mail + " A Reuters dispatch has the details.", "Sake Times": "MOTA (Reuters) - " + times}, 1},
		{"two agencies", map[string]string{"Mota Mail": "MOTA (AFP) - " + mail, "Sake Times": "MOTA (Reuters) - " + times}, 2},
		{"an agency that is spoken of", map[string]string{"Mota Mail": mail + " Nobody told AFP.", "Sake Times": times + " (AFP)"}, 2},
	} {
		x := index.Memory()
		for publisher, src := range c.docs {
			for _, d := range read(t, publisher+".md", []byte("---\npublisher: "+publisher+"\n---\n"+src+"\n")) {
				if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
					t.Fatal(err)
				}
			}
		}
		draft := read(t, "draft.md", []byte("The rebels captured the town of Mota.\n"))[0]
		r, err := verify.Check(context.Background(), sources.NewArchive(x, nil), []verify.Draft{{Path: "draft.md", Document: draft}}, verify.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Findings) != 1 || r.Findings[0].Verdict != verify.Supported || r.Findings[0].Origins != c.want {
			t.Errorf("%s: %+v", c.name, r.Findings)
		}
	}
}
