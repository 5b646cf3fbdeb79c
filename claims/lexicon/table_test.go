package lexicon

import (
	"strings"
	"testing"
)

func TestOpposite(t *testing.T) {
	yes := []struct {
		lang, a, b string
		pos        POS
		axis       string
	}{
		{"en", "capture", "lose", Verb, "control"},
		{"en", "capture", "liberate", Verb, "liberation"},
		{"en", "Confirm", "deny", Verb, "veracity"},
		{"en", "rise", "fall", Verb, "level"},
		{"en", "enter", "pull out", Verb, "advance"},
		{"en", "increase", "decline", Noun, "level"},
		{"en", "guilty", "innocent", Any, "guilt"},
		{"en", "before", "after", Preposition, "order"},
		{"en", "sell", "buy", Verb, "trade"},
		{"fr", "déclarer", "x", Verb, ""},
		{"fr", "s'emparer", "perdre", Verb, "control"},
		{"fr", "démentir", "confirmer", Any, "veracity"},
	}
	for _, c := range yes {
		got, ok := Opposite(c.lang, c.a, c.b, c.pos)
		back, _ := Opposite(c.lang, c.b, c.a, c.pos)
		if ok != (c.axis != "") || got.Name != c.axis || back != got {
			t.Errorf("%s %s/%s: %+v %v, want %q", c.lang, c.a, c.b, got, ok, c.axis)
		}
	}
	if x, _ := Opposite("en", "capture", "lose", Verb); !x.Sequence || x.Converse {
		t.Errorf("capture/lose: %+v", x)
	}
	if x, _ := Opposite("en", "buy", "sell", Verb); !x.Converse {
		t.Errorf("buy/sell: %+v", x)
	}
	for _, c := range [][3]string{
		{"en", "capture", "seize"},
		{"en", "raise", "point"},
		{"en", "fight", "pull"},
		{"en", "say", "deny"},
		{"fr", "capture", "lose"},
		{"en", "capture", "capture"},
		{"en", "report", "capture"},
		{"", "", ""},
	} {
		if x, ok := Opposite(c[0], c[1], c[2], Any); ok {
			t.Errorf("%v are opposite in %+v", c, x)
		}
	}
	if !SamePole("en", "capture", "seize", Verb) || SamePole("en", "capture", "lose", Verb) {
		t.Error("capture and seize are on one pole, capture and lose are not")
	}
}

// TestOppositionTable keeps the table itself in order: fields, kinds, no word on
// both poles of one axis, no word twice.
func TestOppositionTable(t *testing.T) {
	seen := map[string]bool{}
	eachRow(oppositionTable, func(f []string) {
		if len(f) != 6 || posOf(f[1]) == Any || !strings.Contains(" exclusive sequence converse transfer ", " "+f[3]+" ") {
			t.Errorf("bad row %q", f)
			return
		}
		name := f[0] + f[1] + f[2]
		if seen[name] {
			t.Errorf("axis %s twice", name)
		}
		seen[name] = true
		words := map[string]bool{}
		for _, pole := range f[4:] {
			eachWord(pole, func(w string) {
				if words[w] {
					t.Errorf("%s: %q twice", name, w)
				}
				words[w] = true
			})
		}
	})
}

func TestCues(t *testing.T) {
	cases := []struct {
		lang  string
		kind  CueKind
		word  string
		class string
		c     Commitment
		fact  bool
	}{
		{"en", VerbCue, "say", "say", Asserts, false},
		{"en", VerbCue, "admit", "concede", Asserts, true},
		{"en", VerbCue, "deny", "deny", Denies, false},
		{"en", VerbCue, "expect", "believe", Neutral, false},
		{"en", VerbCue, "vow", "promise", Directs, false},
		{"en", VerbCue, "point out", "say", Asserts, false},
		{"en", NounCue, "accusation", "accuse", Asserts, false},
		{"en", NounCue, "denial", "deny", Denies, false},
		{"en", PhraseCue, "according to", "source", Asserts, false},
		{"fr", VerbCue, "déclarer", "say", Asserts, false},
		{"fr", VerbCue, "démentir", "deny", Denies, false},
		{"fr", VerbCue, "s'interroger", "doubt", Neutral, false},
		{"fr", PhraseCue, "d’après", "source", Asserts, false},
	}
	for _, c := range cases {
		got, ok := CueOf(c.lang, c.kind, c.word)
		if want := (Cue{c.class, c.c, c.fact, c.kind}); !ok || got != want {
			t.Errorf("%s %s: %+v %v, want %+v", c.lang, c.word, got, ok, want)
		}
	}
	for _, w := range []string{"capture", "walk", "retreat", ""} {
		if c, ok := CueOf("en", VerbCue, w); ok {
			t.Errorf("%q is a cue: %+v", w, c)
		}
	}
	eachRow(cueTable, func(f []string) {
		if len(f) != 6 || !strings.Contains(" verb noun phrase ", " "+f[1]+" ") || !strings.Contains("+-0D", f[3]) || f[4] != "0" && f[4] != "1" {
			t.Errorf("bad row %q", f)
		}
	})
}

func TestImplicatives(t *testing.T) {
	for _, c := range []struct {
		lang, verb, joint string
		want              Implicative
		ok                bool
	}{
		{"en", "manage", "to", Implicative{CameTrue, CameFalse}, true},
		{"en", "fail", "to", Implicative{CameFalse, CameTrue}, true},
		{"en", "prevent", "from", Implicative{CameFalse, Unsaid}, true},
		{"en", "avoid", "", Implicative{CameFalse, CameTrue}, true},
		{"en", "plan", "to", Implicative{}, true},
		{"fr", "réussir", "à", Implicative{CameTrue, CameFalse}, true},
		{"en", "walk", "to", Implicative{}, false},
	} {
		if got, ok := ImplicativeOf(c.lang, c.verb, c.joint); got != c.want || ok != c.ok {
			t.Errorf("%s %s: %v %v", c.verb, c.joint, got, ok)
		}
	}
}

func TestRoles(t *testing.T) {
	order := []string{"none", "few", "some", "many", "most", "all"}
	for i, w := range order {
		if s, ok := Strength("en", Quantifier, w); !ok || s != i {
			t.Errorf("%s is %d of the quantifiers, want %d", w, s, i)
		}
	}
	for _, c := range []struct {
		lang, word string
		role       Role
		strength   int
	}{
		{"en", "allegedly", Hedge, 1},
		{"en", "might", Modal, 1},
		{"en", "must", Modal, 3},
		{"en", "no longer", Negator, 0},
		{"en", "hardly", Negator, 1},
		{"en", "at least", LowerBound, 0},
		{"fr", "jusqu’à", UpperBound, 0},
		{"fr", "peut-être", Hedge, 1},
		{"fr", "la plupart", Quantifier, 4},
		{"en", "about", Approximator, 0},
		{"en", "unless", Condition, 0},
	} {
		if s, ok := Strength(c.lang, c.role, c.word); !ok || s != c.strength {
			t.Errorf("%s: %d %v", c.word, s, ok)
		}
	}
	if _, ok := Strength("en", Negator, "town"); ok || Roles("en", "town") != nil {
		t.Error("town plays a role")
	}
	if r := Roles("en", "unless"); len(r) != 2 {
		t.Errorf("unless: %v", r)
	}
	eachRow(modalityTable, func(f []string) {
		known := false
		for _, n := range roleNames {
			known = known || n == f[1]
		}
		if len(f) != 4 || !known || len(f[2]) != 1 {
			t.Errorf("bad row %q", f)
		}
	})
}

// TestActs: what a reporting word is an act of depends on its row, its class and, for
// a verb that shows, on its subject.
func TestActs(t *testing.T) {
	for _, c := range []struct {
		kind           CueKind
		lemma, subject string
		want           Act
	}{
		{VerbCue, "say", "minister", Speech},
		{VerbCue, "find", "report", Writing},
		{VerbCue, "find", "boy", Thought},
		{VerbCue, "fear", "doctors", Thought},
		{VerbCue, "charge", "police", Other},
		{VerbCue, "swim", "boy", Other},
		{NounCue, "claim", "", Speech},
		{NounCue, "fact", "", Other},
		{PhraseCue, "according to", "", Speech},
	} {
		if got := ActOf("en", c.kind, c.lemma, c.subject); got != c.want {
			t.Errorf("ActOf(%s, %s) = %s, want %s", c.lemma, c.subject, got, c.want)
		}
	}
	if !SaysThing("en", "deny") || SaysThing("en", "criticise") || !SaysDeed("en", "vow") || SaysDeed("en", "plead") {
		t.Error("denied what? vowed to do what?")
	}
}
