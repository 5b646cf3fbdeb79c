package proposition

import (
	_ "embed"
	"regexp"
	"strings"
	"testing"

	"factcheck/claims/text"
)

// classSource has the classes that the code asks for.
//
//go:embed words.go
var classSource string

// A row of a table has its columns, outcomes and classes that there are, and no word
// that an earlier row of its class has: the first would win, the other say nothing.
func TestTables(t *testing.T) {
	languages := map[string]bool{"en": true, "fr": true}
	seen := map[[4]string]bool{}
	once := func(table, class string, lang, word string) {
		if k := [4]string{table, class, lang, word}; seen[k] {
			t.Errorf("%s: %s stands twice under %s %s", table, word, lang, class)
		} else {
			seen[k] = true
		}
	}
	classes := map[class]bool{}
	for _, m := range regexp.MustCompile(`class += "(\w+)"`).FindAllStringSubmatch(classSource, -1) {
		classes[class(m[1])] = true
	}
	for _, list := range readPostulates() {
		for _, row := range list {
			for _, a := range row.left {
				if filler := strings.TrimPrefix(a.filler, "+"); filler != "" && fillers[filler] == nil && standIns[filler] == nil {
					classes[class(filler)] = true
					if len(text.ReadClasses(wordTable).Words("en", filler)) == 0 {
						t.Errorf("postulates.tsv: nothing fills %q", a.filler)
					}
				}
			}
		}
	}
	for f := range text.Rows(wordTable, 3) {
		if !languages[f[0]] || !classes[class(f[1])] || f[2] == "" {
			t.Errorf("words.tsv: %q", f)
		}
		for _, w := range strings.Fields(f[2]) {
			once("words.tsv", f[1], f[0], w)
			if w != text.Fold(w) {
				t.Errorf("words.tsv: %s is not folded", w)
			}
		}
	}
	parts := map[string]bool{"verb": true, "noun": true, "adjective": true, "adverb": true, "mark": true, "refute": true, "fiction": true, "saying": true, "teller": true, "degree": true, "basis": true, "rank": true, "spending": true}
	for f := range text.Rows(signatureTable, 6) {
		_, plain := outcomes[f[3]]
		_, negated := outcomes[f[4]]
		if !languages[f[0]] || !parts[f[1]] || f[2] == "" || !plain || !negated || f[5] == "" {
			t.Errorf("signatures.tsv: %q", f)
		}
		for _, w := range strings.Fields(f[5]) {
			once("signatures.tsv", f[1]+" "+f[2], f[0], w)
		}
	}
	for f := range text.Rows(wordingTable, 3) {
		if !languages[f[0]] || f[1] != "verb" && f[1] != "noun" && f[1] != "other" && f[1] != "role" {
			t.Errorf("wordings.tsv: %q", f)
		}
		left, right, _ := strings.Cut(f[2], ">")
		for _, side := range []string{left, right} {
			in := map[string]bool{}
			for _, w := range strings.Fields(side) {
				if in[w] {
					t.Errorf("wordings.tsv: %s stands twice in %q", w, f[2])
				}
				in[w] = true
			}
		}
	}
}

func TestSays(t *testing.T) {
	for _, c := range []struct {
		source, statement string
		want              bool
	}{
		{"murder", "kill", true}, {"kill", "murder", false}, {"kill", "die", true}, {"die", "kill", false},
		{"capture", "take_control_of", true}, {"take_control_of", "capture", true}, {"capture", "lose", false}, {"capture", "nosuchword", false},
	} {
		if got := Says("en", "verb", c.source, c.statement); got != c.want {
			t.Errorf("%s says %s: %v", c.source, c.statement, got)
		}
	}
	if Says("fr", "verb", "murder", "kill") {
		t.Error("English wordings in French")
	}
}

// ForceOf tells how firmly the deed that a noun is for was done.
func TestForceOf(t *testing.T) {
	for _, c := range []struct {
		src, noun string
		force     Force
		negative  bool
	}{
		{"Prices fell after the capture of Walden.", "capture", Asserted, false},
		{"The army called for the capture of Walden.", "capture", Planned, false},
		{"The army denied the capture of Walden.", "capture", Reported, true},
		{"The army did not deny the capture of Walden.", "capture", Open, false},
		{"The army may announce the capture of Walden.", "capture", Alleged, false},
		{"Plans for the capture of Walden were found.", "capture", Planned, false},
		{"Fear of the capture of Walden grew.", "capture", Open, false},
	} {
		s := readText(c.src, "en").Sentences[0]
		for i := range s.Words {
			if s.Fold(i) == c.noun {
				if f, not := s.ForceOf(i); f != c.force || not != c.negative {
					t.Errorf("%s: %v %v", c.src, f, not)
				}
			}
		}
	}
}

func TestPersonal(t *testing.T) {
	for w, want := range map[string]bool{"he": true, "her": true, "it": false, "they": false, "holm": false} {
		if Personal("en", w) != want {
			t.Errorf("%s: %v", w, !want)
		}
	}
}

func TestPoints(t *testing.T) {
	for w, want := range map[string]bool{"that": true, "these": true, "the": false, "he": false} {
		if Points("en", w) != want {
			t.Errorf("%s: %v", w, !want)
		}
	}
}

func TestHedges(t *testing.T) {
	for w, want := range map[string]bool{"potential": true, "alleged": true, "large": false, "true": false} {
		if Hedges("en", "adjective", w) != want {
			t.Errorf("%s: %v", w, !want)
		}
	}
}

func TestFirm(t *testing.T) {
	for f, want := range map[Force]bool{Asserted: true, Reported: true, Alleged: false, Planned: false, Conditional: false, Open: false} {
		if f.Firm() != want {
			t.Errorf("%v: %v", f, !want)
		}
	}
}

func TestBears(t *testing.T) {
	for _, c := range []struct {
		source, statement Force
		want              bool
	}{
		{Asserted, Planned, true}, {Reported, Asserted, true}, {Alleged, Alleged, true}, {Alleged, Planned, false},
		{Planned, Asserted, false}, {Planned, Alleged, false}, {Alleged, Conditional, true}, {Open, Alleged, false},
	} {
		if c.source.Bears(c.statement) != c.want {
			t.Errorf("%v bears %v: %v", c.source, c.statement, !c.want)
		}
	}
}
