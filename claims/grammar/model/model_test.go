package model

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"factcheck/claims/grammar/kernel"
)

// fill puts a row for each feature into a table of buckets of two rows, as the
// trainer does, and returns the weights that found room.
func fill(table []byte, width int, hashes []uint64, random *rand.Rand) map[uint64][]int {
	buckets := len(table) / (2 * width)
	for i := range table {
		if table[i] = Empty; i%width == 0 {
			table[i] = 0
		}
	}
	used := make([]bool, 2*buckets)
	kept := map[uint64][]int{}
	for _, h := range hashes {
		at, check := Place(h, buckets)
		at *= 2
		if used[at] {
			if at++; used[at] || table[(at-1)*width] == check {
				continue
			}
		}
		used[at] = true
		w := make([]int, width)
		table[at*width] = check
		for c := 1; c < width; c++ {
			w[c] = random.IntN(256) - Empty
			table[at*width+c] = byte(w[c] + Empty)
		}
		kept[h] = w
	}
	return kept
}

func TestSumsAreThoseOfTheRows(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var hashes []uint64
	for range 100 {
		hashes = append(hashes, random.Uint64())
	}
	var f Features
	for _, h := range hashes {
		f.add(h)
	}
	wide := make(Wide, 2*200*WideRow)
	kept := fill(wide, WideRow, hashes, random)
	var scores [WideRow]uint16
	found := wide.Sum(&f, &scores)
	for c := 1; c < WideRow; c++ {
		want := 0
		for _, w := range kept {
			want += w[c]
		}
		if got := int(scores[c]) - found*Empty; got != want {
			t.Errorf("%d: %d, want %d", c, got, want)
		}
	}
}

// TestAnyMovesMakeATree makes moves at random.
func TestAnyMovesMakeATree(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 40 {
		var s State
		s.Begin(n)
		moves := 0
		for !s.Done() {
			for _, at := range s.Slots() {
				if at < 0 || int(at) > n+1 {
					t.Fatalf("slot %d of %d words", at, n)
				}
			}
			for _, row := range s.Traits() {
				if row < 0 || row >= TraitRows {
					t.Fatalf("trait %d", row)
				}
			}
			m := Move(random.IntN(3))
			if !s.Allowed(m) {
				continue
			}
			moves++
			if m != Shift {
				if row := ArcTrait(s.Arc(m)); row < 0 || row >= ArcRows {
					t.Fatalf("trait of an arc %d", row)
				}
			}
			s.Make(m, uint8(random.IntN(LabelOut)))
		}
		if moves != 2*n {
			t.Errorf("%d moves for %d words", moves, n)
		}
		roots := 0
		for i := 1; i <= n; i++ {
			steps, k := 0, i
			for ; k <= n && steps <= n; steps++ {
				k = int(s.Links[k].Head)
			}
			if steps > n || k != n+1 {
				t.Fatalf("word %d of %d does not reach the root", i, n)
			}
			if int(s.Links[i].Head) == n+1 {
				roots++
			}
		}
		if n > 0 && roots != 1 {
			t.Errorf("%d roots", roots)
		}
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	whole := (&Model{Network: NewNetwork()}).Bytes()
	if _, err := Open(whole); err != nil {
		t.Error(err)
	}
	for n := 0; n < len(whole); n += 1 + n/50 {
		if _, err := Open(whole[:n]); err == nil {
			t.Errorf("%d bytes of %d open", n, len(whole))
		}
	}
	long := append([]byte(nil), whole...)
	long[len(magic)] = 8
	if _, err := Open(long); err == nil {
		t.Error("a section longer than the file opens")
	}
}

// TestFileKeepsTheWeights writes a network of random weights and reads it again.
func TestFileKeepsTheWeights(t *testing.T) {
	n := randomNetwork(rand.New(rand.NewPCG(9, 9)))
	m, err := Open((&Model{Network: n}).Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(n, m.Network) {
		t.Error("another network")
	}
}

func randomNetwork(random *rand.Rand) *Network {
	n := NewNetwork()
	for _, m := range n.matrices() {
		for i := range m.Weights {
			m.Weights[i] = int16(random.IntN(2001) - 1000)
		}
		for i := range m.Bias {
			m.Bias[i] = int32(random.IntN(2000) - 1000)
		}
	}
	for _, t := range n.tables() {
		for i := range *t {
			(*t)[i] = int16(random.IntN(2001) - 1000)
		}
	}
	for i := range n.Rows {
		n.Rows[i] = byte(random.IntN(256))
	}
	n.Finish()
	return n
}

// TestReadingIsTheSameEverywhere reads with and without the processor's wide
// instructions: what comes out must be equal.
func TestReadingIsTheSameEverywhere(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 1))
	n := randomNetwork(random)
	for _, words := range []int{1, 2, 3, 5, 17, 60} {
		forms := make([]Form, words)
		for i := range forms {
			forms[i] = Form{Word: random.Uint32(), Prefix: random.Uint32() >> 8, Suffix: random.Uint32(), Lexical: random.Uint32(), Shape: Shape(random.Uint32())}
		}
		var got, want Reading
		n.Read(&got, forms)
		n.Parse(&got)
		kernel.Plainly(func() {
			n.Read(&want, forms)
			n.Parse(&want)
			if !slices.Equal(got.Last, want.Last) || !slices.Equal(got.Classes, want.Classes) || !slices.Equal(got.State.Links, want.State.Links) {
				t.Fatalf("%d words read otherwise", words)
			}
		})
	}
}

// TestTogether reads sentences together: each is what it is when read alone, whatever the
// others are, and in whatever room.
func TestTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 1))
	n := randomNetwork(random)
	for _, lengths := range [][]int{{4}, {1, 1}, {9, 1, 5}, {3, 30, 7, 7, 2}, {8, 7, 6, 5, 4, 3}, {2, 4, 6, 8, 10, 12, 14}, {5, 9, 1, 20, 20, 3, 2, 11, 6, 40, 1}, {}} {
		readings, forms := make([]*Reading, len(lengths)), make([][]Form, len(lengths))
		for k, words := range lengths {
			readings[k] = new(Reading)
			for range words {
				forms[k] = append(forms[k], Form{Word: random.Uint32(), Prefix: random.Uint32() >> 8, Suffix: random.Uint32(), Lexical: random.Uint32(), Shape: Shape(random.Uint32())})
			}
		}
		n.ReadAll(readings, forms)
		for k, got := range readings {
			var want Reading
			n.Read(&want, forms[k])
			if !slices.Equal(got.First, want.First) || !slices.Equal(got.Last, want.Last) || !slices.Equal(got.Classes, want.Classes) {
				t.Errorf("of %v sentence %d is read otherwise", lengths, k)
			}
		}
	}
}

func TestLemmas(t *testing.T) {
	l := BuildLemmas([]LemmaRule{{Class: NounPlural, Ending: "s", Strip: 1}, {Class: NounPlural, Ending: "ies", Strip: 3, Add: "y"},
		{Class: NounPlural, Ending: "men", Whole: true, Strip: 2, Add: "an", Mark: MarkPlural}})
	for word, want := range map[string]string{"towns": "town", "cities": "city", "men": "man", "omen": "omen", "s": "", "": ""} {
		strip, add, _ := l.Find(NounPlural, []byte(word))
		if got := word[:len(word)-strip] + string(add); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	if strip, add, _ := (Lemmas{}).Find(NounPlural, []byte("towns")); strip != 0 || add != nil {
		t.Error("the zero Lemmas has rules")
	}
}

func TestNamesNeverContinueNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	forms := make([]Form, 30)
	classes := make([]Class, len(forms))
	for i := range forms {
		forms[i] = Form{Word: random.Uint32(), Shape: Capital | Letter}
		classes[i] = NameSingular
	}
	var w NameWords
	w.Begin(forms, classes, Lexicon{})
	var s NameSearch
	before := Outside
	for _, l := range s.Find(nil, &w, func(_ *Features, scores *[NumNameLabels]float32) {
		for c := range scores {
			scores[c] = random.Float32()
		}
	}, nil, nil) {
		if !l.Follows(before) {
			t.Errorf("%d behind %d", l, before)
		}
		before = l
	}
}

func randomNameHead(random *rand.Rand) *NameHead {
	h := NewNameHead()
	for _, m := range []*Matrix{&h.In, &h.Out} {
		for i := range m.Weights {
			m.Weights[i] = int16(random.IntN(2001) - 1000)
		}
		for i := range m.Bias {
			m.Bias[i] = int32(random.IntN(1<<20) - 1<<19)
		}
	}
	for i := range h.Links {
		h.Links[i] = int16(random.IntN(201) - 100)
	}
	return h
}

// TestNameHead reads names with and without the processor's wide instructions, and
// from a file.
func TestNameHead(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 2))
	n := randomNetwork(random)
	m := &Model{Network: n, Head: randomNameHead(random)}
	again, err := Open(m.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(m.Head, again.Head) {
		t.Fatal("another head")
	}
	for _, words := range []int{1, 2, 5, 16, 17, 60} {
		forms := make([]Form, words)
		for i := range forms {
			forms[i] = Form{Word: random.Uint32(), Shape: Capital | Letter}
		}
		find := func() []NameLabel {
			var r Reading
			var w NameWords
			var s NameSearch
			n.Read(&r, forms)
			w.Begin(forms, r.Classes, Lexicon{})
			return s.Find(nil, &w, m.ScoreNames, again.Head, &r)
		}
		got := find()
		if words == 60 && !slices.ContainsFunc(got, func(l NameLabel) bool { return l > Outside }) {
			t.Error("a random head finds no names")
		}
		kernel.Plainly(func() {
			if want := find(); !slices.Equal(got, want) {
				t.Errorf("%d words are labelled %v, want %v", words, got, want)
			}
		})
	}
}

func BenchmarkNetwork(b *testing.B) {
	random := rand.New(rand.NewPCG(11, 1))
	n := randomNetwork(random)
	forms := make([]Form, 20)
	for i := range forms {
		forms[i] = Form{Word: random.Uint32(), Prefix: random.Uint32() >> 8, Suffix: random.Uint32(), Shape: Shape(random.Uint32())}
	}
	var r Reading
	for b.Loop() {
		n.Read(&r, forms)
		n.Parse(&r)
	}
	b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// FuzzOpen changes bytes of a model: it must be refused, or read any words.
func FuzzOpen(f *testing.F) {
	whole := (&Model{Network: randomNetwork(rand.New(rand.NewPCG(3, 3))), Head: randomNameHead(rand.New(rand.NewPCG(3, 4)))}).Bytes()
	f.Add([]byte("\x00\x00\x01\x08"))
	f.Add([]byte("\x20\x00\x00\xff\x21\x01\x00\x01"))
	f.Fuzz(func(t *testing.T, changes []byte) {
		data := slices.Clone(whole)
		for ; len(changes) >= 4; changes = changes[4:] {
			at := int(changes[0]) | int(changes[1])<<8 | int(changes[2])<<16
			data[at%len(data)] ^= changes[3]
		}
		m, err := Open(data)
		if err != nil {
			return
		}
		var r Reading
		known, own := m.Lexicon.Look(7)
		forms := []Form{{Word: 7, Lexical: known, Own: own, Shape: Capital}, {Suffix: 1 << 31}, Boundary}
		m.Network.Read(&r, forms)
		m.Network.Parse(&r)
		var w NameWords
		var s NameSearch
		w.Begin(forms, r.Classes, m.Lexicon)
		s.Find(nil, &w, m.ScoreNames, m.Head, &r)
	})
}
