package quote

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"factcheck/claims/text"
	"factcheck/fixtures/growth"
	"factcheck/verify/reason"
)

// vocabulary of invented words by which texts are made; the function words keep
// the classes busy.
var vocabulary = strings.Fields("the of and we to in not will may if all Kitando Bunia fifteen 200 ferry ferries granary bridge river harvest soldier soldiers captain school wells stone road roof storm letter bishop valley winter paper boat engine crew market salt miller carpenter orchard lantern")

// speech returns n words with full stops now and then.
func speech(r *rand.Rand, n int) []string {
	out := make([]string, n)
	for k := range out {
		out[k] = vocabulary[r.IntN(len(vocabulary))]
		if r.IntN(9) == 0 {
			out[k] += "."
		}
	}
	return out
}

// reference is the cost of the best alignment of d with s, by the whole table,
// without seeds, bands or windows: what Align's own steps must not exceed.
func reference(d *Draft, s *Source) int32 {
	a := aligner{s: s, d: d}
	p, q := int32(len(d.tokens)), int32(len(s.tokens))
	a.table(0, p, 0, q, true)
	best := int32(infinite)
	for y := int32(0); y <= q; y++ {
		v, state := a.least(&a.now, y)
		if state == inIns && a.goesOn(y) {
			v = min(v+costEnd, a.now[inMatch][y])
		}
		best = min(best, v)
	}
	return best
}

// price adds up what steps cost by the same measure.
func (a *aligner) price(steps []step) int32 {
	var sum int32
	last := byte(stepMatch)
	for k, st := range steps {
		switch st.kind {
		case stepSub:
			sum += a.cost(&a.d.tokens[st.i], &a.s.tokens[st.j])
		case stepIns:
			if last != stepIns {
				sum += costIns
			}
			sum += costInsWord
		case stepDel:
			out := !a.s.spoken(a.s.tokens[st.j])
			if last != stepDel {
				sum += costDel
				if out {
					sum += costOut - costDel
				}
			}
			if out {
				sum += costOutWord
			} else {
				sum += costDelWord
			}
		case stepGap:
			if last != stepGap {
				sum += costGap
			}
			sum += costGapWord
		}
		if st.kind == stepIns && (k == 0 || k == len(steps)-1) && a.goesOn(st.j) {
			sum += costEnd
		}
		last = st.kind
	}
	return sum
}

// TestReference compares the seeded alignment with the whole table on random
// passages with random edits. Seeds may miss where a text repeats itself; that
// they find the same cost almost always is what is claimed.
func TestReference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	worse, cases := 0, 0
	for range 3000 {
		words := speech(r, 40+r.IntN(300))
		src := strings.Join(words, " ")
		from := r.IntN(len(words) - 30)
		n := 10 + r.IntN(20)
		cut := append([]string(nil), words[from:from+n]...)
		for range r.IntN(4) { // at most three edits
			k := r.IntN(len(cut))
			switch r.IntN(4) {
			case 0:
				cut[k] = "foreign"
			case 1:
				cut = append(cut[:k], append([]string{"foreign"}, cut[k:]...)...)
			case 2:
				if m := r.IntN(4) + 1; k+m < len(cut) && len(cut) > 8 {
					cut = append(cut[:k], cut[k+m:]...)
				}
			case 3:
				if m := r.IntN(4) + 1; k > 0 && k+m < len(cut) && len(cut) > 8 {
					cut = append(append(cut[:k:k], "…"), cut[k+m:]...)
				}
			}
		}
		quoted := strings.Join(cut, " ")
		s, d := Prepare(src, "", nil), Read(quoted, "", []text.Span{{Start: 0, End: len(quoted)}})
		runs := s.seeds(d, 0, len(s.tokens))
		if len(runs) == 0 {
			continue
		}
		s.chain(d, runs)
		a := aligner{s: s, d: d}
		found := int32(infinite)
		for _, c := range chains(runs, 3) {
			found = min(found, a.price(a.chain(c, nil)))
		}
		cases++
		switch want := reference(d, s); {
		case found < want:
			t.Fatalf("%q in %q: price %d is below the optimum %d", quoted, src, found, want)
		case found > want:
			worse++
			if worse > 3 {
				continue
			}
			t.Logf("%q: price %d, optimum %d", quoted, found, want)
		}
	}
	t.Logf("%d of %d above the optimum", worse, cases)
	if cases < 2900 || worse*100 > cases {
		t.Errorf("%d of %d alignments cost more than the optimum", worse, cases)
	}
}

// TestUntouched: every cut out of a text is verbatim in it, with any typography,
// but for what the words around it, cut off, do to it.
func TestUntouched(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		words := speech(r, 30+r.IntN(200))
		src := "“" + strings.Join(words, " ") + "”"
		from := r.IntN(len(words) - 10)
		quoted := strings.Join(words[from:from+1+r.IntN(len(words)-from)], []string{" ", "  ", "\n", " — ", ", "}[r.IntN(5)])
		m := Prepare(src, "", nil).Align(quoted, []text.Span{{Start: 0, End: len(quoted)}}, text.Span{})
		for _, e := range m.Edits {
			if e.Op != Keep && (e.Op != Delete || e.Draft.Len() > 0 || e.Class != reason.Condition && e.Class != reason.Polarity) {
				t.Fatalf("%q: %+v", quoted, e)
			}
		}
		if len(m.Reasons) == 0 && m.Outcome != Verbatim || m.Share != 1 && m.Words > 0 || m.Outside != 0 {
			t.Fatalf("%q: %v, share %v", quoted, m.Outcome, m.Share)
		}
	}
}

// TestChanged: a text from which one word in the middle was changed, dropped or
// added is never clean.
func TestChanged(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range growth.Rounds(2000) {
		words := speech(r, 60)
		src := strings.Join(words, " ")
		cut := append([]string(nil), words[20:20+8+r.IntN(30)]...)
		k := 3 + r.IntN(len(cut)-6)
		if r.IntN(2) == 0 {
			cut[k] = "foreign"
		} else {
			cut = append(cut[:k], cut[k+1:]...)
		}
		quoted := strings.Join(cut, " ")
		if strings.Contains(strings.ReplaceAll(src, ".", ""), strings.ReplaceAll(quoted, ".", "")) {
			continue
		}
		if m := Prepare(src, "", nil).Align(quoted, []text.Span{{Start: 0, End: len(quoted)}}, text.Span{}); m.Outcome == Verbatim || m.Outcome == Elided {
			t.Fatalf("%q in %q: %v", quoted, src, m.Outcome)
		}
	}
}

// TestLong: however long or periodic two texts are, laying them beside each other
// takes not much longer than reading them; what is quadratic takes a thousand times as long.
func TestLong(t *testing.T) {
	again := strings.Repeat
	r := rand.New(rand.NewPCG(7, 8))
	words, others := speech(r, 100000), speech(r, 100000)
	first := func(words []string, n int) string { return strings.Join(words[:min(n, len(words))], " ") }
	cases := map[string]func(n int) (source, quoted string){
		"long in long":    func(n int) (string, string) { return first(words, n), first(words[n/100:], n-n/50) },
		"other long":      func(n int) (string, string) { return first(words, n), first(others, n) },
		"one word":        func(n int) (string, string) { return again("so ", n), again("so ", n/2) },
		"two words":       func(n int) (string, string) { return again("so be ", n/2), again("be so so ", n/3) },
		"ellipses":        func(n int) (string, string) { return first(words, n), again("… ferry ", n/5) },
		"brackets":        func(n int) (string, string) { return first(words, n), again("[ferry] the ", n/5) },
		"open brackets":   func(n int) (string, string) { return again("[ ", n/2), again("[ so ", n/2) },
		"nested marks":    func(n int) (string, string) { return again("“ a ", n/2), again("“ a ", n/2) },
		"every other":     func(n int) (string, string) { return first(words, n), every(first(words, n), 2) },
		"every third off": func(n int) (string, string) { return first(words, n), every(first(words, n), 3) },
	}
	marks := []string{"so ", "be ", "“", "” ", "[", "] ", "… ", "(", ") ", ". ", "15,000 ", "n't ", "\n"}
	for range 8 { // periods that nobody thought of
		var unit, quoted string
		for range 2 + r.IntN(5) {
			unit, quoted = unit+marks[r.IntN(len(marks))], quoted+marks[r.IntN(len(marks))]
		}
		cases[fmt.Sprintf("%q beside %q", quoted, unit)] = func(n int) (string, string) { return again(unit, n/4), again(quoted, n/8) }
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			source, quoted := c(growth.Rounds(100000))
			growth.Beside(t, 100, func() { Prepare(source, "", nil); Prepare(quoted, "", nil) }, func() {
				s := Prepare(source, "", nil)
				m := s.Align(quoted, []text.Span{{Start: 0, End: len(quoted)}}, text.Span{})
				checkMatch(t, &m, source, quoted)
			})
		})
	}
}

// every drops one word of n.
func every(s string, n int) string {
	var out []string
	for k, w := range strings.Fields(s) {
		if k%n != 0 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

func FuzzAlign(f *testing.F) {
	f.Add("“We won,” she said. “We are glad.”", "We won … are [very] glad", 0, 20)
	f.Add("(APPLAUSE) [he] 15,000 n't can't «a» \"b", "[i]t's . . . want[ed] [[x]]", 3, 9)
	f.Add("e\u0301te\u0301 שלום עולם \u202eabc", "été שלום", 0, 100)
	f.Add("a b a b a b", "a … b … a", -5, 5)
	f.Add("\xff\xfe“", "]['’s", 1, 1)
	f.Fuzz(func(t *testing.T, src, quoted string, a, b int) {
		if len(src) > 1<<16 || len(quoted) > 1<<16 {
			return
		}
		s := Prepare(src, "", nil)
		for _, spans := range [][]text.Span{{{Start: 0, End: len(quoted)}}, {{Start: a, End: b}, {Start: b, End: len(quoted)}}} {
			for _, near := range []text.Span{{}, {Start: a, End: b}} {
				m := s.Align(quoted, spans, near)
				checkMatch(t, &m, src, quoted)
			}
		}
		if utf8.ValidString(src) {
			whole := s.Align(src, []text.Span{{Start: 0, End: len(src)}}, text.Span{})
			checkMatch(t, &whole, src, src)
		}
	})
}

// BenchmarkAlignLong is the case that takes a plain-text checker seconds: a
// quotation of 4,000 words, some of them changed, in a source of 40,000.
func BenchmarkAlignLong(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 10))
	words := speech(r, 40000)
	cut := append([]string(nil), words[20000:24000]...)
	for k := 50; k < len(cut); k += 100 {
		cut[k] = "foreign"
	}
	src, quoted := strings.Join(words, " "), strings.Join(cut, " ")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if m := Prepare(src, "", nil).Align(quoted, []text.Span{{Start: 0, End: len(quoted)}}, text.Span{}); m.Outcome != Altered {
			b.Fatal(m.Outcome)
		}
	}
}

// BenchmarkAlign is the daily case: a quotation of 25 words, one of them changed,
// in an article of 800.
func BenchmarkAlign(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	words := speech(r, 800)
	cut := append([]string(nil), words[400:425]...)
	cut[12] = "foreign"
	s, quoted := Prepare(strings.Join(words, " "), "", nil), strings.Join(cut, " ")
	spans := []text.Span{{Start: 0, End: len(quoted)}}
	b.SetBytes(int64(len(quoted)))
	b.ReportAllocs()
	for b.Loop() {
		if m := s.Align(quoted, spans, text.Span{}); m.Outcome != Altered {
			b.Fatal(m.Outcome)
		}
	}
}

func BenchmarkPrepare(b *testing.B) {
	src := strings.Join(speech(rand.New(rand.NewPCG(13, 14)), 800), " ")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Prepare(src, "", nil)
	}
}
