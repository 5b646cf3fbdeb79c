package model

import (
	"math/rand/v2"
	"testing"
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
	sum := func(kept map[uint64][]int, c int) (n int) {
		for _, w := range kept {
			n += w[c]
		}
		return n
	}

	wide := make(Wide, 2*200*WideRow)
	kept := fill(wide, WideRow, hashes, random)
	var scores [WideRow]uint16
	found := wide.Sum(&f, &scores)
	for c := 1; c < WideRow; c++ {
		if got, want := int(scores[c])-found*Empty, sum(kept, c); got != want {
			t.Errorf("wide %d: %d, want %d", c, got, want)
		}
	}
	label := make(Label, 2*200*LabelRow)
	kept = fill(label, LabelRow, hashes, random)
	var labels [LabelRow]uint16
	label.Sum(&f, &labels)
	for c := 1; c < LabelRow; c++ {
		if got, want := int(labels[c])-len(kept)*Empty, sum(kept, c); got != want {
			t.Errorf("label %d: %d, want %d", c, got, want)
		}
	}
	moves := make(Moves, 2*200*MoveRow)
	kept = fill(moves, MoveRow, hashes, random)
	for m, got := range moves.Sum(&f) {
		if want := sum(kept, m+1); int(got) != want {
			t.Errorf("move %d: %v, want %d", m, got, want)
		}
	}
}

// TestAnyMovesMakeATree makes moves at random.
func TestAnyMovesMakeATree(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 40 {
		forms, classes := make([]Form, n), make([]Class, n)
		var s State
		var f Features
		s.Begin(forms, classes, Lexicon{})
		moves := 0
		for !s.Done() {
			s.MoveFeatures(&f)
			if f.N > MaxFeatures {
				t.Fatalf("%d features", f.N)
			}
			m := Move(random.IntN(3))
			if !s.Allowed(m) {
				continue
			}
			moves++
			if m != Shift {
				head, dependent := s.Arc(m)
				s.LabelFeatures(&f, head, dependent)
			}
			s.Make(m, 1)
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
	whole := (&Model{}).Bytes()
	if _, err := Open(whole); err != nil {
		t.Error(err)
	}
	for n := range whole {
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
	}) {
		if !l.Follows(before) {
			t.Errorf("%d behind %d", l, before)
		}
		before = l
	}
}
