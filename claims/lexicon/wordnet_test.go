package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"
)

// TestGenerated guards the generated files: whoever regenerates them puts the
// sums here, so that a change of theirs is always meant.
func TestGenerated(t *testing.T) {
	for name, g := range map[string]struct{ data, sum string }{
		"wordnet.bin":   {wordnetData, "cb604f9b2e3888ac9d94b2473e22c9ad1c709ce730d5db01655db14c21804cd5"},
		"gazetteer.tsv": {gazetteer, "9c72d11521b61c82edfa8725df55d50c8c2312d8e925119b14ffb29fdde6813a"},
	} {
		if sum := sha256.Sum256([]byte(g.data)); hex.EncodeToString(sum[:]) != g.sum {
			t.Errorf("%s has sha256 %x", name, sum)
		}
	}
}

func TestLemma(t *testing.T) {
	for _, c := range []struct {
		pos        POS
		word, want string
	}{
		{Verb, "captured", "capture"},
		{Verb, "fled", "flee"},
		{Verb, "Found", "find"},
		{Verb, "stopped", "stop"},
		{Verb, "says", "say"},
		{Verb, "taking", "take"},
		{Verb, "denies", "deny"},
		{Verb, "sing", "sing"},
		{Verb, "was", "be"},
		{Verb, "held", "hold"},
		{Verb, "bring", "bring"},
		{Noun, "men", "man"},
		{Noun, "cities", "city"},
		{Noun, "children", "child"},
		{Noun, "forces", "force"},
		{Noun, "hostilities", "hostilities"},
		{Noun, "news", "news"},
		{Noun, "wives", "wife"},
		{Adjective, "bigger", "big"},
		{Adjective, "higher", "high"},
		{Adjective, "lowest", "low"},
		{Adjective, "outer", "outer"},
		{Adjective, "modest", "modest"},
		{Adjective, "worst", "bad"},
		{Adverb, "better", "well"},
		{Noun, "xyzzies", ""},
		{Verb, "", ""},
		{Any, "runs", ""},
	} {
		if got, ok := Lemma(c.pos, c.word); got != c.want || ok != (c.want != "") {
			t.Errorf("%v %q: %q %v, want %q", c.pos, c.word, got, ok, c.want)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		a, b string
		pos  POS
		want bool
	}{
		{"buy", "purchase", Verb, true},
		{"begin", "start", Verb, true},
		{"car", "automobile", Noun, true},
		{"big", "large", Adjective, true},
		{"rise", "fall", Verb, false},
		{"run", "bleed", Verb, false},
		{"town", "unheard", Noun, false},
	} {
		if got := Synonyms(c.a, c.b, c.pos); got != c.want || Synonyms(c.b, c.a, c.pos) != got {
			t.Errorf("synonyms %s/%s: %v", c.a, c.b, got)
		}
	}
	for _, c := range []struct {
		a, b string
		pos  POS
		want bool
	}{
		{"hot", "cold", Adjective, true},
		{"increase", "decrease", Verb, true},
		{"approval", "disapproval", Noun, true},
		{"victory", "defeat", Noun, true},
		{"rise", "fall", Verb, true},
		{"legal", "illegal", Any, true},
		{"quickly", "slowly", Adverb, true},
		{"succeed", "fail", Verb, true},
		{"raise", "point", Verb, false},
		{"elect", "appoint", Verb, false},
		{"fight", "pull", Verb, false},
		{"say", "tell", Verb, false},
		{"capture", "seize", Verb, false},
	} {
		if got := Antonyms(c.a, c.b, c.pos); got != c.want || Antonyms(c.b, c.a, c.pos) != got {
			t.Errorf("antonyms %s/%s: %v", c.a, c.b, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"hospital", "building", true},
		{"dog", "animal", true},
		{"minister", "politician", false},
		{"river", "body of water", true},
		{"soldier", "person", true},
		{"building", "hospital", false},
		{"dog", "dog", false},
		{"rebel", "building", false},
	} {
		if _, got := Hypernym(c.a, c.b, Noun); got != c.want {
			t.Errorf("%s is a kind of %s: %v", c.a, c.b, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"seize", "seizure", true},
		{"seizure", "seize", true},
		{"quick", "quickly", true},
		{"arrival", "arrive", true},
		{"seize", "arrival", false},
		{"town", "town", false},
	} {
		if got := Derived(c.a, c.b); got != c.want {
			t.Errorf("derived %s/%s: %v", c.a, c.b, got)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	Synonyms("buy", "purchase", Verb)
	if n := testing.AllocsPerRun(100, func() {
		Synonyms("capture", "seize", Verb)
		Antonyms("approval", "disapproval", Noun)
		Hypernym("hospital", "building", Noun)
		Derived("seize", "seizure")
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestEveryLemma reads the whole of WordNet: each lemma is found under its own
// name, and every number that it holds leads somewhere.
func TestEveryLemma(t *testing.T) {
	w := openWordNet()
	total := 0
	for part := range 4 {
		table := &w.parts[part]
		for block := range len(table.index) / 4 {
			var e lemmaEntry
			var buf [maxWord]byte
			for i := range blockSize {
				n := e.walk(table, block, i, "", &buf)
				if n < 0 {
					continue // the last block is short
				}
				total++
				name := string(buf[:n])
				if f := w.find(part, name); f == nil || f.number != e.number || f.count+f.baseCount == 0 {
					t.Errorf("%s: %+v", name, f)
				}
				for _, s := range e.all(maxSenses) {
					if s <= 0 || part < 2 && int(s) > big24(table.hypernyms) {
						t.Errorf("%s: sense %d", name, s)
					}
				}
			}
		}
	}
	if total < 90_000 {
		t.Errorf("%d lemmas", total)
	}
}

// TestTies holds TieOf to the three questions that it answers at once, for each of many words beside each.
func TestTies(t *testing.T) {
	words := []string{"nosuchword", "hot", "cold", "boxer", "man", "person", "say", "tell", "rise", "fall", "go", "approval", "disapproval", "quickly", "slowly"}
	w := openWordNet()
	for part := range 4 {
		for n := 5; n < len(w.parts[part].index)/4*blockSize; n += 331 {
			words = append(words, w.name(part, n))
		}
	}
	for pos := Any; pos <= Preposition; pos++ {
		for i, a := range words {
			for _, b := range words[:min(i, 150)] {
				want := NoTie
				if up, ok := Hypernym(b, a, pos); ok && up <= 3 {
					want = Above
				}
				if up, ok := Hypernym(a, b, pos); ok && up <= 3 {
					want = Below
				}
				if Antonyms(a, b, pos) {
					want = Opposed
				}
				if Synonyms(a, b, pos) {
					want = SameSense
				}
				if pos == Any || pos == Preposition {
					want = NoTie // of one part of speech
				}
				if got := TieOf(a, b, pos, 3); got != want {
					t.Fatalf("%s, %s as %v: %v, want %v", a, b, pos, got, want)
				}
			}
		}
	}
}

func FuzzWordNet(f *testing.F) {
	f.Add("capture", "seize")
	f.Add("\xff", "pull out")
	f.Fuzz(func(t *testing.T, a, b string) {
		for pos := Any; pos <= Preposition; pos++ {
			if Synonyms(a, b, pos) != Synonyms(b, a, pos) || Antonyms(a, b, pos) != Antonyms(b, a, pos) {
				t.Errorf("%q %q: not symmetric", a, b)
			}
			Hypernym(a, b, pos)
			Lemma(pos, a)
			Opposite("en", a, b, pos)
		}
		if Derived(a, b) != Derived(b, a) {
			t.Errorf("%q %q: not symmetric", a, b)
		}
	})
}

func BenchmarkSynonyms(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Synonyms("capture", "seize", Verb)
	}
}

func BenchmarkLemma(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Lemma(Verb, "captured")
	}
}

func BenchmarkDerivatives(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Derivatives("capture")
	}
}

// Derivatives are those for which Derived holds, and no others.
func TestDerivatives(t *testing.T) {
	for _, c := range []struct {
		lemma string
		has   []string
		not   []string
	}{
		{"arrive", []string{"arrival", "arriver"}, []string{"arrive", "rival", "departure"}},
		{"purchase", []string{"purchaser"}, []string{"purchase", "sale"}},
		{"seize", []string{"seizure"}, []string{"size"}},
		{"nosuchword", nil, []string{"word"}},
	} {
		got := Derivatives(c.lemma)
		for _, w := range got {
			if !Derived(w, c.lemma) || !Derived(c.lemma, w) {
				t.Errorf("%s: %s is not derived", c.lemma, w)
			}
		}
		for _, w := range c.has {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no %s in %v", c.lemma, w, got)
			}
		}
		for _, w := range c.not {
			if slices.Contains(got, w) {
				t.Errorf("%s: %s in %v", c.lemma, w, got)
			}
		}
	}
}
