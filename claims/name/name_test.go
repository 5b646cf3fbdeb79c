package name_test

import (
	"os"
	"strings"
	"testing"

	"factcheck/claims/name"
)

var kinds = map[string]name.Kind{"person": name.Person, "place": name.Place, "organisation": name.Organisation, "thing": name.Thing}

// pair is a row of testdata/pairs.txt.
type pair struct {
	line       int
	want       string
	a, b       name.Name
	textA, txB string
}

func parseHinted(s string) name.Name {
	s, k, _ := strings.Cut(s, "^")
	return name.Parse(s).As(kinds[k])
}

func pairs(t testing.TB) []pair {
	t.Helper()
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []pair
	for i, row := range strings.Split(string(data), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) != 4 {
			t.Fatalf("pairs.txt:%d: %d columns, want 4", i+1, len(f))
		}
		all = append(all, pair{i + 1, f[0] + " " + f[1], parseHinted(f[2]), parseHinted(f[3]), f[2], f[3]})
	}
	return all
}

func TestCompare(t *testing.T) {
	for _, p := range pairs(t) {
		r, why := name.Compare(p.a, p.b)
		if got := r.String() + " " + why.String(); got != p.want {
			t.Errorf("pairs.txt:%d: %q, %q: %s, want %s\n\t%+v\n\t%+v", p.line, p.textA, p.txB, got, p.want, p.a, p.b)
		}
		if got := name.In(p.b, p.a); got != (r == name.Same) {
			t.Errorf("pairs.txt:%d: %q in %q: %v, and they are %v", p.line, p.textA, p.txB, got, r)
		}
	}
}

// TestCompareIsSymmetric also holds that a name is the same as itself, and as its copy
// without accents in small letters.
func TestCompareIsSymmetric(t *testing.T) {
	var all []name.Name
	for _, p := range pairs(t) {
		all = append(all, p.a, p.b)
	}
	for _, a := range all {
		for _, b := range all {
			r, why := name.Compare(a, b)
			if s, how := name.Compare(b, a); s != r || how != why {
				t.Errorf("%q, %q: %v %v, the other way round %v %v", a.Text, b.Text, r, why, s, how)
			}
		}
		if a.Empty() {
			continue
		}
		if r, _ := name.Compare(a, a); r != name.Same {
			t.Errorf("%q: %v with itself", a.Text, r)
		}
		for _, copied := range []string{strings.ToLower(a.Text), "the " + a.Text, strings.ReplaceAll(a.Text, "'", "’")} {
			if b := name.Parse(copied); !b.Empty() {
				if r, why := name.Compare(a, b); r != name.Same {
					t.Errorf("%q, %q: %v %v", a.Text, copied, r, why)
				}
			}
		}
	}
}

func TestCompareAllocatesNothing(t *testing.T) {
	all := pairs(t)
	if n := testing.AllocsPerRun(3, func() {
		for i := range all {
			name.Compare(all[i].a, all[i].b)
			name.In(all[i].b, all[i].a)
		}
	}); n != 0 {
		t.Errorf("%v allocations for %d pairs", n, len(all))
	}
}

func TestZero(t *testing.T) {
	var zero name.Name
	if r, _ := name.Compare(zero, name.Parse("Esther Mbuyi")); r != name.Unknown || !zero.Empty() {
		t.Errorf("the zero name is %v to Esther Mbuyi", r)
	}
	for _, s := range []string{"", " ", ".", "'s", "—", "\xff", "the"} {
		name.Parse(s) // does not panic
	}
}

func FuzzParse(f *testing.F) {
	for _, p := range pairs(f) {
		f.Add(p.textA, p.txB)
	}
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := name.Parse(x), name.Parse(y)
		r, why := name.Compare(a, b)
		if s, how := name.Compare(b, a); s != r || how != why {
			t.Errorf("%q, %q: %v %v, the other way round %v %v", x, y, r, why, s, how)
		}
		if r, _ := name.Compare(a, a); !a.Empty() && r != name.Same {
			t.Errorf("%q: %v with itself", x, r)
		}
		for _, k := range []name.Kind{name.Person, name.Place} {
			name.Compare(a.As(k), b)
			name.In(a, b.As(k))
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	all := pairs(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p := &all[i%len(all)]
		name.Compare(p.a, p.b)
	}
}

func BenchmarkParse(b *testing.B) {
	all := pairs(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		name.Parse(all[i%len(all)].txB)
	}
}

func TestSameBody(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Argentina's Senate", "the Argentine Senate", true},
		{"the Senate of Argentina", "The Argentine Senate", true},
		{"Brazil's Supreme Court", "the Argentine Supreme Court", false},
		{"the Senate", "the Argentine Senate", false},
		{"an Irish bank", "Ireland's bank", false},
	} {
		if name.SameBody(c.a, c.b) != c.same {
			t.Errorf("SameBody(%q, %q) is %v", c.a, c.b, !c.same)
		}
	}
	if !name.LongerCountry("Guinea-Bissau's", "Guinea") || name.LongerCountry("Guinea", "Guinea") {
		t.Error("Guinea-Bissau is not Guinea")
	}
}
