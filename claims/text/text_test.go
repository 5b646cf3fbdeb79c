package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func join(src string, words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(w.In(src))
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"Walikale fell, he said.", "Walikale|fell|,|he|said|."},
		{"They didn't; she can’t, we'll", "They|did|n't|;|she|ca|n’t|,|we|'ll"},
		{"Clinton’s e-mail server", "Clinton|’s|e-mail|server"},
		{"the U.S. and J. F. Doe of Acme Inc. said", "the|U.S.|and|J.|F.|Doe|of|Acme|Inc.|said"},
		{"about 125km (78 miles) away", "about|125|km|(|78|miles|)|away"},
		{"15,000 people, 3.5% and $1.5bn", "15,000|people|,|3.5|%|and|$|1.5|bn"},
		{"1\u00A0200\u00A0000 habitants", "1\u00A0200\u00A0000|habitants"},
		{"in the 1990s, the 21st time at 10:30", "in|the|1990s|,|the|21st|time|at|10:30"},
		{"l'armée qu’il n'a pas vue, aujourd'hui", "l'|armée|qu’|il|n'|a|pas|vue|,|aujourd'hui"},
		{"Dinesh D’Souza and O'Brien cannot", "Dinesh|D’Souza|and|O'Brien|can|not"},
		{"“We’ll see,” the rebels' leader", "“|We|’ll|see|,|”|the|rebels|'|leader"},
		{"see https://example.org/a?b=1. Write to a.b@example.org now", "see|https://example.org/a?b=1|.|Write|to|a.b@example.org|now"},
		{"@doe wrote #news ... and -- well", "@doe|wrote|#news|...|and|--|well"},
		{"a long-term plan, 1998-2003", "a|long|-|term|plan|,|1998|-|2003"},
		{"", ""},
		{"\xff\xfea", "\xff|\xfe|a"},
	} {
		if got := join(c.src, Words(c.src)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []string{
		"Gen. Doe left.|He did not return.",
		"“Why now?” he asked.|Nobody knew.",
		"“It is over.| We won.”|She left.",
		"Mr. J. F. Doe, of the U.S. Navy, spoke.|The hall was full.",
		"It costs 3.5 million.|That is a lot!|Is it?|Yes.",
		"She lives in the U.S.|The town is small.",
		"He works for Acme Inc. in Goma.|She does not.",
		"(It was late.)|They slept.",
		"« Nous partons. »|Elle rit.",
		"Er ging.|»Wir gehen«, rief sie.",
		"Sept. 11 came.|St. Mary's stood.",
	} {
		parts := strings.Split(c, "|")
		src := ""
		for i, p := range parts {
			if i > 0 && !strings.HasPrefix(p, " ") {
				src += " "
			}
			src += p
		}
		words := Words(src)
		var got []string
		for _, r := range Sentences(src, words) {
			got = append(got, r.Span(words).In(src))
		}
		want := make([]string, len(parts))
		for i := range parts {
			want[i] = strings.TrimSpace(parts[i])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), strings.Join(want, "|"))
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Élodie": "elodie", "cœur": "coeur", "can’t": "can't", "ﬁn": "fin", "«": "\"", "–": "-", "Straße": "strasse", "plain": "plain"} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("“We’ll see,” said Gen. Doe (of the U.S.). l'armée 1.5bn\n\n\xff")
	f.Fuzz(func(t *testing.T, src string) {
		words := Words(src)
		at := 0
		for _, w := range words {
			if w.Start < at || w.End <= w.Start || w.End > len(src) {
				t.Fatalf("word %v out of order in %q", w, src)
			}
			if strings.TrimSpace(strings.ToValidUTF8(src[at:w.Start], "x")) != "" && strings.Trim(src[at:w.Start], " \t\n\v\f\r\u0085\u00A0\u200B\uFEFF\u2060\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000") != "" {
				t.Fatalf("lost %q of %q", src[at:w.Start], src)
			}
			at = w.End
		}
		next := 0
		for _, r := range Sentences(src, words) {
			if r.First != next || r.End <= r.First {
				t.Fatalf("sentence %v does not follow word %d", r, next)
			}
			next = r.End
		}
		if next != len(words) {
			t.Fatalf("sentences end at word %d of %d", next, len(words))
		}
		if once := Fold(src); utf8.ValidString(src) && Fold(once) != once {
			t.Fatalf("folding %q twice: %q, %q", src, once, Fold(once))
		}
	})
}

func BenchmarkWords(b *testing.B) {
	src := strings.Repeat("“We will hold the town,” Col. Doe of the army told Radio Bana on Wednesday, 125km from Goma. ", 100)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	var words []Word
	for b.Loop() {
		words = AppendWords(words[:0], src, Span{0, len(src)})
	}
}

func BenchmarkSentences(b *testing.B) {
	src := strings.Repeat("“We will hold the town,” Col. Doe of the army told Radio Bana on Wednesday, 125km from Goma. ", 100)
	words := Words(src)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	var r []Range
	for b.Loop() {
		r = AppendSentences(r[:0], src, words)
	}
}
