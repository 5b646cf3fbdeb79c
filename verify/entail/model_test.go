package entail

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"factcheck/claims/grammar/kernel"
	"factcheck/verify/entail/entailtest"
)

var kinds = []entailtest.Kind{entailtest.BERT, entailtest.DeBERTa}

// tiny imports a tiny random model.
func tiny(t testing.TB, kind entailtest.Kind) (m *Model, path string) {
	t.Helper()
	dir := t.TempDir()
	if err := entailtest.Write(dir, kind); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "tiny.model")
	card, err := Import(dir, path, ImportOptions{Name: "tiny"})
	if err != nil {
		t.Fatal(err)
	}
	if card.Licence != "mit" || card.Name != "tiny" || len(card.Sum) != 64 || len(card.Labels) != 3 {
		t.Fatalf("the card says %+v", card)
	}
	m, err = Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	return m, path
}

var texts = []string{"The town fell.", "Seven people said the mayor rose.", "a", "The mayor said the town rose, not fell: seven people.", "", "xyzzy", "été \x00 \xff"}

// TestJudge guards what a model answers: shares of one, the same with and without wide
// instructions, on any number of cores, for one after the other.
func TestJudge(t *testing.T) {
	for _, kind := range kinds {
		m, _ := tiny(t, kind)
		var pairs []Pair
		for _, a := range texts {
			for _, b := range texts {
				pairs = append(pairs, Pair{Source: a, Statement: b})
			}
		}
		pairs = append(pairs, Pair{Source: strings.Repeat(texts[3], 40), Statement: texts[1]}, Pair{Source: texts[1], Statement: strings.Repeat(texts[3], 40)})
		want := make([]Scores, len(pairs))
		for i, p := range pairs {
			want[i] = m.Judge(p.Source, p.Statement)
			if s := want[i].Entail + want[i].Neutral + want[i].Contradict; math.Abs(float64(s)-1) > 1e-5 || min(want[i].Entail, want[i].Neutral, want[i].Contradict) < -1e-6 {
				t.Fatalf("%s: %+v", kind, want[i])
			}
		}
		for _, procs := range []int{1, 2, 4} {
			before := runtime.GOMAXPROCS(procs)
			got := make([]Scores, len(pairs))
			m.JudgeAll(got, pairs, nil)
			runtime.GOMAXPROCS(before)
			if !slices.Equal(got, want) {
				t.Fatalf("%s: other scores on %d cores", kind, procs)
			}
		}
		kernel.Plainly(func() {
			for i, p := range pairs {
				if got := m.Judge(p.Source, p.Statement); got != want[i] {
					t.Fatalf("%s: without wide instructions %+v, not %+v", kind, got, want[i])
				}
			}
		})
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				for i, p := range pairs {
					if m.Judge(p.Source, p.Statement) != want[i] {
						t.Error("other scores beside others")
					}
				}
			})
		}
		wait.Wait()
		if n := testing.AllocsPerRun(20, func() { m.Judge(texts[3], texts[1]) }); n > 0 {
			t.Errorf("%s: %v allocations a pair", kind, n)
		}
	}
}

// TestLongTexts guards windows: what stands deep in a long source is found, and a text of
// 10,000 words is read.
func TestLongTexts(t *testing.T) {
	for _, kind := range kinds {
		m, _ := tiny(t, kind)
		long := strings.Repeat("the town rose ", 3400)
		if s := m.Judge(long, "the mayor fell"); s.Entail+s.Contradict == 0 {
			t.Errorf("%s: %+v", kind, s)
		}
		if s := m.Judge("the mayor fell", long); s.Entail+s.Neutral+s.Contradict == 0 {
			t.Errorf("%s: %+v", kind, s)
		}
	}
}

// TestReference holds the answers near a plain reading of the weights as bytes.
func TestReference(t *testing.T) {
	for _, kind := range kinds {
		m, _ := tiny(t, kind)
		r := &room{}
		worst, size := 0.0, 0.0
		for _, a := range texts[:4] {
			for _, b := range texts[:4] {
				source, claim := m.vocabulary.Append(nil, a, &r.token), m.vocabulary.Append(nil, b, &r.token)
				got := slices.Clone(m.features(source, claim, r)[:3])
				want := reference(entailtest.Weights(kind, m.vocabulary.Len()), kind, r.ids, len(source)+2)
				for k := range want {
					worst, size = max(worst, math.Abs(want[k]-float64(got[k]))), max(size, math.Abs(want[k]))
				}
			}
		}
		if worst > size/500 {
			t.Errorf("%s: answers of up to %.3f are off by %.4f", kind, size, worst)
		}
	}
}

// TestSave guards that head and thresholds come back as they were.
func TestSave(t *testing.T) {
	m, path := tiny(t, entailtest.DeBERTa)
	if ok, _ := m.Supports(Scores{Entail: 1}); ok {
		t.Error("a model that was never checked supports")
	}
	var pairs []Pair
	for _, s := range []string{"the town fell", "seven people rose", "the mayor said not", "a town", "people fell"} {
		pairs = append(pairs, Pair{s, s, LabelEntail}, Pair{s, "the mayor rose", LabelNeutral}, Pair{s, "not " + s, LabelContradict})
	}
	if _, err := m.Teach(pairs, nil); err != nil {
		t.Fatal(err)
	}
	if err := m.Save(path + "2"); err != nil {
		t.Fatal(err)
	}
	again, err := Open(path + "2")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	for _, p := range pairs {
		a, b := m.Judge(p.Source, p.Statement), again.Judge(p.Source, p.Statement)
		if a != b {
			t.Fatalf("%+v became %+v", a, b)
		}
		x, px := m.Supports(a)
		y, py := again.Supports(b)
		if x != y || px != py {
			t.Fatal("other thresholds")
		}
	}
	if _, err := m.Teach([]Pair{{"a", "b", "maybe"}}, nil); err == nil {
		t.Error("an unknown label is taught")
	}
	if _, err := m.Teach(pairs[:3], nil); err == nil {
		t.Error("one source is divided")
	}
}

// TestThresholds guards the curve from which thresholds are taken.
func TestThresholds(t *testing.T) {
	var scores []Scores
	var answers []int
	for i, right := range []bool{true, true, true, false, true, false, false} {
		scores = append(scores, Scores{Entail: 1 - float32(i)/10})
		answers = append(answers, map[bool]int{true: 0, false: 1}[right])
	}
	c := measure(scores, answers)
	s, ok := At(c.Supports, 0.9)
	if !ok || s.Threshold != scores[2].Entail || s.Precision != 1 || s.Recall != 0.75 {
		t.Errorf("at .9: %+v", s)
	}
	if s, ok := At(c.Supports, 0.8); !ok || s.Recall != 1 || s.Precision != 0.8 {
		t.Errorf("at .8: %+v", s)
	}
	if _, ok := At(c.Clashes, 0.5); ok {
		t.Error("contradictions from nothing")
	}
}

// TestBadModels guards what is said of folders and files that are no models, and that
// nothing is left of them.
func TestBadModels(t *testing.T) {
	replace := func(name, old, new string) func(dir string) {
		return func(dir string) {
			path := filepath.Join(dir, name)
			data, _ := os.ReadFile(path)
			if !strings.Contains(string(data), old) {
				t.Fatalf("%s lacks %q", name, old)
			}
			os.WriteFile(path, []byte(strings.Replace(string(data), old, new, 1)), 0o644)
		}
	}
	remove := func(name string) func(dir string) { return func(dir string) { os.Remove(filepath.Join(dir, name)) } }
	cases := []struct {
		name  string
		spoil func(dir string)
		says  string
	}{
		{"no weights", remove("model.safetensors"), "holds no weights"},
		{"no tokenizer", remove("tokenizer.json"), "holds no tokenizer"},
		{"another architecture", replace("config.json", `"deberta-v2"`, `"roberta"`), "roberta"},
		{"no labels", replace("config.json", "id2label", "labels"), "answers"},
		{"other measures", replace("config.json", `"hidden_size":32`, `"hidden_size":64`), "numbers"},
		{"a heavy model", replace("config.json", `"num_attention_heads":2`, `"num_attention_heads":5`), "heads"},
		{"another activation", replace("config.json", `"gelu"`, `"relu"`), "relu"},
		{"a broken config", replace("config.json", `{`, `[`), "config.json"},
		{"a broken tokenizer", replace("tokenizer.json", `{`, `[`), "tokenizer.json"},
		{"another tokenizer", replace("tokenizer.json", `"Unigram"`, `"BPE"`), "BPE"},
		{"a tokenizer of another model", replace("tokenizer.json", `["▁",-8]`, `["▁",-8]`+strings.Repeat(`,["x",-9]`, 50)), "two models"},
		{"a missing matrix", replace("model.safetensors", "pooler.dense.bias", "pooler.dense.bios"), "pooler.dense.bias"},
		{"cut weights", func(dir string) { os.Truncate(filepath.Join(dir, "model.safetensors"), 9000) }, "cut off"},
		{"no weights in the file", func(dir string) { os.WriteFile(filepath.Join(dir, "model.safetensors"), []byte("hello"), 0o644) }, "cut off"},
		{"a file of 2 GB", func(dir string) { os.Truncate(filepath.Join(dir, "model.safetensors"), 2<<30) }, "GB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir, out := t.TempDir(), t.TempDir()
			if err := entailtest.Write(dir, entailtest.DeBERTa); err != nil {
				t.Fatal(err)
			}
			c.spoil(dir)
			_, err := Import(dir, filepath.Join(out, "m"), ImportOptions{})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("says %v, not %q", err, c.says)
			}
			if left, _ := os.ReadDir(out); len(left) > 0 {
				t.Errorf("%s is left", left[0].Name())
			}
		})
	}
}

// TestDamagedFiles guards that a damaged model is told from a whole one.
func TestDamagedFiles(t *testing.T) {
	_, path := tiny(t, entailtest.DeBERTa)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(data); at += 97 {
		bad := slices.Clone(data)
		bad[at] ^= 0x40
		if m, err := open(bad); err == nil {
			if f, _ := parseFile(data); !padding(f, at) {
				t.Fatalf("byte %d may be anything", at)
			}
			m.Judge("the town", "fell")
		}
	}
	for _, n := range []int{0, 1, headSize, 300, len(data) / 2, len(data) - 64} {
		if _, err := open(data[:n]); err == nil {
			t.Errorf("%d bytes of %d are a model", n, len(data))
		}
	}
	newer := slices.Clone(data)
	newer[8] = 9
	if _, err := open(newer); !errors.Is(err, ErrNewer) {
		t.Errorf("a newer file: %v", err)
	}
}

// padding reports whether a byte lies between sections.
func padding(f *mapping, at int) bool {
	for _, s := range f.header.Sections {
		if from := int(f.base + s.At); at >= from && at < from+int(s.Length) {
			return false
		}
	}
	return at >= headSize
}

// FuzzOpen guards against files of any bytes, behind correct sums too.
func FuzzOpen(f *testing.F) {
	_, path := tiny(f, entailtest.BERT)
	data, _ := os.ReadFile(path)
	f.Add(data[:2000])
	f.Add([]byte(fileMagic))
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := open(data); err == nil {
			m.Judge("the town fell", "people rose")
		}
	})
}

func BenchmarkJudge(b *testing.B) {
	m, _ := tiny(b, entailtest.DeBERTa)
	for b.Loop() {
		m.Judge(texts[3], texts[1])
	}
}
