package reader

import (
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"factcheck/claims/text"
	"factcheck/fixtures/growth"
)

// TestPlaces: a letter of a text in any encoding leads to its own bytes, however many stand
// before it, and a span to those of its letters.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("ab .é’ß€“")
	var single, wide, broken strings.Builder
	for range 3000 {
		c := letters[r.IntN(len(letters))]
		b, _ := charmap.Windows1252.EncodeRune(c)
		single.WriteByte(b)
		if r.IntN(9) == 0 {
			c = '😀'
		}
		for _, u := range utf16.Encode([]rune{c}) {
			wide.Write([]byte{byte(u), byte(u >> 8)})
		}
		switch r.IntN(9) {
		case 0:
			broken.WriteByte(0xFF)
		case 1:
			broken.WriteRune(utf8.RuneError)
		default:
			broken.WriteString(string(c) + "é")
		}
	}
	for name, src := range map[string]string{"Windows-1252": single.String(), "UTF-16": "\xFF\xFE" + wide.String(), "broken UTF-8": broken.String()} {
		d := read(t, "a.txt", src)
		if most := len(src) / 10; name != "broken UTF-8" && len(d.Pieces) > most {
			t.Errorf("%s: %d pieces", name, len(d.Pieces))
		}
		var starts, ends []int // of every letter, in the file
		at := d.File(text.Span{Start: 0, End: 1}).Start
		for i, c := range d.Text {
			size := utf8.RuneLen(c)
			width := map[string]int{"Windows-1252": 1, "UTF-16": 2 * len(utf16.Encode([]rune{c})), "broken UTF-8": size}[name]
			if name == "broken UTF-8" && c == utf8.RuneError && src[at] == 0xFF {
				width = 1
			}
			starts, ends = append(starts, at), append(ends, at+width)
			if got := d.File(text.Span{Start: i, End: i + size}); got != (text.Span{Start: at, End: at + width}) {
				t.Fatalf("%s: %q at %d leads to %v, want %d", name, c, i, got, at)
			}
			at += width
		}
		runes := []rune(d.Text)
		for range 100 {
			i := r.IntN(len(runes))
			j := i + 1 + r.IntN(len(runes)-i)
			from := len(string(runes[:i]))
			if got := d.File(text.Span{Start: from, End: from + len(string(runes[i:j]))}); got != (text.Span{Start: starts[i], End: ends[j-1]}) {
				t.Fatalf("%s: letters %d to %d lead to %v", name, i, j, got)
			}
		}
	}
}

// TestOddBytes guards the memory that odd bytes take: a small multiple of their number more than
// the same text takes in UTF-8, whether they are of one encoding or of none.
func TestOddBytes(t *testing.T) {
	if growth.Raced {
		t.Skip("it bounds memory, of which the detector takes its own; nothing in it runs at once")
	}
	allocated := func(name, src string) int {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Read(name, []byte(src), Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		runtime.ReadMemStats(&after)
		return int(after.TotalAlloc - before.TotalAlloc)
	}
	for kind, s := range map[string]string{
		"only odd":      strings.Repeat("\xE9", 1<<20),
		"every other":   strings.Repeat("a\xE9", 1<<19),
		"a language":    strings.Repeat("L\x92\xE9t\xE9 \xE0 \xC9vry. ", 1<<16),
		"broken UTF-8":  strings.Repeat("été\xFF", 1<<17),
		"broken, dense": "é" + strings.Repeat("\xFFé", 1<<18),
		"UTF-16":        "\xFF\xFE" + strings.Repeat("a\x00\xE9\x00", 1<<18),
	} {
		f, err := decode([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		for name, frame := range map[string][2]string{"a.txt": {}, "a.md": {}, "a.html": {"<p>", "</p>"}, "a.jsonl": {`{"text":"`, `"}`}} {
			if kind == "UTF-16" && frame[0] != "" {
				continue
			}
			odd, twin := allocated(name, frame[0]+s+frame[1]), allocated(name, frame[0]+f.text+frame[1])
			if more := odd - twin; more > 8*len(s) {
				t.Errorf("%s in %s: %.1f times its size is allocated, %.1f in UTF-8", kind, name, float64(odd)/float64(len(s)), float64(twin)/float64(len(s)))
			}
		}
	}
}
