package text

import (
	"fmt"
	"testing"

	"factcheck/fixtures/growth"
)

// TestStemIsKept: what is kept of a word is its own stem, whatever words and
// languages share its place.
func TestStemIsKept(t *testing.T) {
	langs := []string{"en", "fr", "de"}
	for range 2 {
		for i := range 3 * keptStems {
			w := fmt.Sprintf("word%ding", i)
			for _, lang := range langs[:max(1, growth.Rounds(3))] {
				if got, want := Stem(lang, w), stem(lang, w); got != want {
					t.Fatalf("the stem of %q in %s is %q, not %q", w, lang, got, want)
				}
			}
		}
	}
}

// TestStemBegins: a stem begins with the letter that its word begins with, so that what begins otherwise has no such stem.
func TestStemBegins(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		for _, a := range "abcdefghijklmnopqrstuvwxyz" {
			for _, middle := range []string{"", "y", "yi", "ou", "kie", "yin", "arro", "ie", "que", "ll", "ne"} {
				for _, end := range []string{"s", "es", "ing", "ied", "ly", "er", "ement", "ir", "issant", "aux", "'s", "y", "ées", "ing's"} {
					w := string(a) + middle + end
					if s := Stem(lang, Fold(w)); s == "" || rune(s[0]) != a {
						t.Errorf("the stem of %q in %s is %q", w, lang, s)
					}
				}
			}
		}
	}
}

// TestSketch: a sketch never denies what was added, and denies most of the rest.
func TestSketch(t *testing.T) {
	var s Sketch
	for i := range 40 {
		s.Add(fmt.Sprintf("in%d", i))
	}
	wrong := 0
	for i := range 1000 {
		if i < 40 && !s.Has(fmt.Sprintf("in%d", i)) {
			t.Errorf("in%d was added", i)
		}
		if s.Has(fmt.Sprintf("out%d", i)) {
			wrong++
		}
	}
	if wrong > 130 {
		t.Errorf("%d words of 1000 are taken for ones that were added", wrong)
	}
}

// TestSet: a set has what was added, once, and nothing else.
func TestSet(t *testing.T) {
	var s Set
	for i := range 80 {
		s.Add(Key(fmt.Sprintf("in%d", i%40)))
	}
	if len(s) != 40 {
		t.Errorf("%d words of 40", len(s))
	}
	for i := range 1000 {
		if in, out := s.Has(Key(fmt.Sprintf("in%d", i))), s.Has(Key(fmt.Sprintf("out%d", i))); in != (i < 40) || out {
			t.Errorf("in%d: %v, out%d: %v", i, in, i, out)
		}
	}
}
