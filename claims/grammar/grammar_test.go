package grammar

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"factcheck/claims/grammar/model"
	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// analyse parses the words of one sentence.
func analyse(src string) ([]text.Word, Sentence) {
	words := text.AppendWords(nil, src, text.Span{Start: 0, End: len(src)})
	return words, Parse(src, words)
}

// checkTree fails unless every word has a head but one, and phrases nest.
func checkTree(t *testing.T, words []text.Word, s Sentence) {
	t.Helper()
	if len(s.Tokens) != len(words) {
		t.Fatalf("%d tokens for %d words", len(s.Tokens), len(words))
	}
	roots := 0
	for i, x := range s.Tokens {
		if x.Head < 0 {
			roots++
			if x.Rel != Root || x.First != 0 || x.End != len(words) {
				t.Fatalf("root %d: %+v of %d words", i, x, len(words))
			}
			continue
		}
		h := s.Tokens[x.Head]
		if x.Head == i || x.Head >= len(words) || x.First > i || x.End <= i || x.First < h.First || x.End > h.End {
			t.Fatalf("word %d: %+v under %+v", i, x, h)
		}
	}
	if len(words) > 0 && roots != 1 {
		t.Fatalf("%d roots", roots)
	}
	end := 0
	for _, n := range s.Names {
		if n.First < end || n.End <= n.First || n.End > len(words) || n.Kind == Other {
			t.Fatalf("name %+v behind %d", n, end)
		}
		end = n.End
	}
	for _, c := range Clauses(&s) {
		if c.Predicate < 0 || c.Parent >= len(words) || c.Negation >= 0 && c.Scope.End <= c.Scope.First {
			t.Fatalf("clause %+v", c)
		}
	}
}

func TestAnyInputIsATree(t *testing.T) {
	for _, src := range []string{"", " ", "\x00\x01\x02", "\xff\xfe\xfd", "a", ".", "((((", "“", strings.Repeat("a", 10_000),
		strings.Repeat("é", 5_000), "\u202e\u200b", "🎉🎉 🎉", strings.Repeat("\"", 999), strings.Repeat("of the ", 400)} {
		words, s := analyse(src)
		checkTree(t, words, s)
	}
}

func TestLongSentence(t *testing.T) {
	words, s := analyse(strings.Repeat("the rebels who took the town that they had left said that ", 1_000))
	if len(words) < 10_000 {
		t.Fatal(len(words))
	}
	checkTree(t, words, s)
}

func TestParserReusesItsRoom(t *testing.T) {
	src := "The governor, who had visited Goma on Monday, said that the rebels were leaving the eastern towns."
	words := text.AppendWords(nil, src, text.Span{Start: 0, End: len(src)})
	var p Parser
	p.Parse(src, words)
	if growth.Raced {
		t.Skip("the race detector drops what is pooled")
	}
	if n := testing.AllocsPerRun(100, func() { p.Parse(src, words) }); n > 1 {
		t.Errorf("%v allocations a sentence, want at most the one for the lemmas", n)
	}
}

func TestParseAtOnceIsSafe(t *testing.T) {
	src := "Two officials told the agency that the bridge had been closed."
	_, want := analyse(src)
	done := make(chan string)
	for range 8 {
		go func() {
			_, got := analyse(src)
			done <- fmt.Sprint(got)
		}()
	}
	for range 8 {
		if got := <-done; got != fmt.Sprint(want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("The rebels took Masisi almost without a fight, Radio Okapi reported.")
	f.Add("\xff“…—’s 125km n't \x00")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<14 {
			return
		}
		words, s := analyse(src)
		checkTree(t, words, s)
	})
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		b.Fatal(err)
	}
	src := string(data)
	words := text.AppendWords(nil, src, text.Span{Start: 0, End: len(src)})
	sentences := text.Sentences(src, words)
	var p Parser
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			p.Parse(src, words[s.First:s.End])
		}
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkOpen measures what opening the model costs, in time and memory.
func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := model.Open(englishFile); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAhead: what was said to come next is parsed as it is alone, what comes between too, in
// another order, cut or of another text.
func TestAhead(t *testing.T) {
	src := "The dam will open on Friday. The mayor said that the ferry had sunk. Nobody was hurt. It rained."
	words := text.Words(src)
	var sentences []Unread
	for _, r := range text.Sentences(src, words) {
		sentences = append(sentences, Unread{src, words[r.First:r.End]})
	}
	other := "A barge sank near the pier"
	var p Parser
	for name, ask := range map[string][]int{"in order": {0, 1, 2, 3}, "one left out": {0, 2, 3}, "backwards": {3, 2, 1, 0}, "another between": {0, -1, 1, 2, -1, 3}, "again": {0, 0, 1, 1}} {
		for _, cut := range [][2]bool{{false, false}, {true, true}, {false, true}, {true, false}} {
			p.Cut = cut[0]
			p.Ahead(append(sentences[:3:3], Unread{other, text.Words(other)}, sentences[3]))
			p.Cut = cut[1]
			for _, k := range ask {
				s := Unread{other, text.Words(other)}
				if k >= 0 {
					s = sentences[k]
				}
				alone := Parser{Cut: p.Cut}
				got, want := p.Parse(s.Src, s.Words), alone.Parse(s.Src, s.Words)
				if !reflect.DeepEqual(got.Tokens, want.Tokens) || len(got.Names) != len(want.Names) {
					t.Errorf("%s: %q is parsed otherwise", name, s.Src)
				}
			}
		}
	}
}

// TestPack: a sentence that was packed is the sentence again, of the same words wherever they stand.
func TestPack(t *testing.T) {
	for _, c := range []struct{ lang, src string }{
		{"en", "Jane Doe of Bana, who had left, said that the roads weren't closed by 3 rebels."},
		{"fr", "Le maire de Bana n'aurait pas été arrêté par les rebelles du M23, selon Jeanne Dupont."},
		{"fr", strings.Repeat("il a dit que ", 60) + "la ville est prise."},
		{"en", "x"},
	} {
		p := Parser{Lang: c.lang}
		words := text.Words(c.src)
		want := p.Parse(c.src, words)
		packed := string(want.Pack(nil, c.src, words))
		if got := Unpack(packed, c.src, words); !reflect.DeepEqual(got.Tokens, want.Tokens) || !slices.Equal(got.Names, want.Names) || got.Lang != want.Lang {
			t.Errorf("got %v\nwant %v", got, want)
		}
	}
}
