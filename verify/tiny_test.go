package verify

import (
	"path/filepath"
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/entail"
	"factcheck/verify/entail/entailtest"
	"factcheck/verify/relate"
)

// tiny returns a small random model, which answers the same on every machine.
func tiny(t *testing.T) *entail.Model {
	t.Helper()
	dir := t.TempDir()
	if err := entailtest.Write(dir, entailtest.DeBERTa); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tiny.model")
	if _, err := entail.Import(dir, path, entail.ImportOptions{Name: "tiny", Labels: []string{"contradiction", "neutral", "entailment"}}); err != nil {
		t.Fatal(err)
	}
	m, err := entail.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	return m
}

// A no to a statement is heard beside a text and not beside a page, which speaks of many things.
func TestPage(t *testing.T) {
	m := tiny(t)
	m.Calibrate(&entail.Check{Clashes: []entail.Step{{Threshold: 0, Precision: 0.99}}})
	const source, statement = "The town of Goma fell to the mayor Rose Denby, people said.", "The people of Goma burnt the mill of Rose Denby."
	for _, c := range []struct {
		source string
		want   relate.Relation
	}{
		{source, relate.Contradicts},
		{source + strings.Repeat(" Cows graze.", (pageBytes-len(source))/12), relate.Contradicts},
		{source + strings.Repeat(" Cows graze.", (pageBytes-len(source))/12+1), relate.Silent},
	} {
		if got := Compare(relate.Side{Text: c.source, Lang: "en"}, relate.Side{Text: statement, Lang: "en"}, m).Relation; got != c.want {
			t.Errorf("beside %d bytes: %v", len(c.source), got)
		}
	}
}

// A sentence of an archive is read with its neighbours, and by itself too where that is something of a yes and not a sure one.
func TestHearByItself(t *testing.T) {
	m := tiny(t)
	const sentence = "The mayor said the town fell."
	doc := &claims.Document{ID: "a", Lang: "en"}
	read := map[int]int{}
	for _, before := range []string{"People rose.", "A town rose.", "Seven people fell.", "The mayor rose.", "The people said a town fell.", "The mayor said seven people rose."} {
		doc.Text = before + " " + sentence
		at := text.Span{Start: len(before) + 1, End: len(doc.Text)}
		p := readPassage{text: around(doc, at), of: sources.Candidate{Document: doc, Statement: &claims.Statement{Sentence: at}}}
		for _, least := range []float32{2, 0} {
			m.Calibrate(&entail.Check{Supports: []entail.Step{{Threshold: least, Precision: 0.99}}})
			j := &judge{opt: Options{Model: m}, prepared: &preparations{}}
			all := j.hear(wording{text: "The town fell.", src: "The town fell."}, []readPassage{p})
			alone := least > 0 && all[0].scores.Entail >= doubtful
			if all[0].of.text != doc.Text || all[0].of.alone || alone != (len(all) == 2) || alone && (all[1].of.text != sentence || !all[1].of.alone) {
				t.Errorf("%q, sure from %v, %v of a yes: %d", before, least, all[0].scores.Entail, len(all))
			}
			read[len(all)]++
		}
	}
	if read[1] < 7 || read[2] == 0 {
		t.Errorf("the passages tell nothing: %v", read)
	}
}
