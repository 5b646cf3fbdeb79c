package verify_test

import (
	"context"
	"fmt"
	"math/rand"
	"regexp"
	"strings"
	"testing"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify"
)

// reports are what the archive of TestPromise holds: plain statements with
// numbers, names, dates, negations and auxiliaries to spoil.
var reports = []string{
	"The floods killed 42 people in Bana on Monday.",
	"The army is in control of Mota.",
	"Esther Mbuyi was elected governor in 2019.",
	"The bridge was built by Kasongo Brothers.",
	"The company has sold 1,200 buses to Mota.",
	"The talks in Bana will begin on 3 April 2025.",
	"The river has not risen since Tuesday.",
	"Unemployment fell to 7.5 percent in March.",
	"At least 300 houses were destroyed in Bana.",
	"Paul Kasongo has beaten Esther Mbuyi in the election.",
	"The mine employs about 1,300 people.",
	"The road from Bana to Mota is 80 km long.",
	"The court has acquitted Joel Amani.",
	"The dam is the second largest of the country.",
	"Exports rose by 12 million dollars in 2023.",
}

// TestPromise is the promise as a property: a statement is never reported
// supported, nor a quotation verbatim, once a number, a name, a date, a negation
// or the roles in it were changed, whatever the archive.
func TestPromise(t *testing.T) {
	x := index.Memory()
	for i, s := range reports {
		d := &claims.Document{ID: fmt.Sprint(i), Publisher: "Reuters", Lang: "en", Text: s + "\n\nAmina Kavira said: “" + s + "”"}
		if err := x.Add([]index.Entry{{Document: d, Statements: claims.Extract(d)}}); err != nil {
			t.Fatal(err)
		}
	}
	archive := sources.NewArchive(x, nil)
	rnd := rand.New(rand.NewSource(1))
	supported, spoiled := 0, 0
	for _, s := range reports {
		for _, f := range judged(t, archive, s, "Amina Kavira said: “"+s+"”") {
			if f.Verdict == verify.Supported || f.Verdict == verify.Verbatim {
				supported++
			}
		}
		for range 40 {
			bad := spoil(rnd, s)
			if bad == s {
				continue
			}
			spoiled++
			for _, f := range judged(t, archive, bad, "Amina Kavira said: “"+bad+"”") {
				if f.Verdict == verify.Supported || f.Verdict == verify.Verbatim || f.Verdict == verify.Elided {
					t.Errorf("%s: %q in %q, though the source has %q", f.Verdict, f.Statement.Text, bad, s)
				}
			}
		}
	}
	if supported < 2*len(reports)*5/6 {
		t.Errorf("only %d of %d unspoiled statements stand", supported, 2*len(reports))
	}
	if spoiled < 12*len(reports) {
		t.Errorf("only %d statements were spoiled", spoiled)
	}
}

func judged(t *testing.T, archive *sources.Archive, texts ...string) []verify.Finding {
	t.Helper()
	var drafts []verify.Draft
	for _, s := range texts {
		drafts = append(drafts, verify.Draft{Path: "draft", Document: &claims.Document{Path: "draft", Lang: "en", Text: s}})
	}
	r, err := verify.Check(context.Background(), archive, drafts, verify.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

var (
	digits    = regexp.MustCompile(`\d`)
	auxiliary = regexp.MustCompile(`\b(is|was|were|has|will) `)
	negated   = regexp.MustCompile(`\bnot `)
	names     = []string{"Bana", "Mota", "Esther Mbuyi", "Paul Kasongo", "Joel Amani", "Monday", "Tuesday", "March", "second", "fell", "rose"}
	others    = []string{"Lubao", "Kibo", "Ruth Okello", "Daniel Tembo", "Simon Baraka", "Friday", "Saturday", "October", "third", "rose", "fell"}
)

// spoil makes one change that turns the statement into another.
func spoil(rnd *rand.Rand, s string) string {
	switch rnd.Intn(4) {
	case 0:
		at := digits.FindAllStringIndex(s, -1)
		if len(at) == 0 {
			return s
		}
		first := at[0][0] // the leading digit: no rounding hides it
		return s[:first] + string('1'+(s[first]-'1'+byte(1+rnd.Intn(8)))%9) + s[first+1:]
	case 1:
		if negated.MatchString(s) {
			return negated.ReplaceAllString(s, "")
		}
		return auxiliary.ReplaceAllString(s, "$1 not ")
	case 2:
		i := rnd.Intn(len(names))
		return strings.ReplaceAll(s, names[i], others[i])
	}
	if strings.Contains(s, "Paul Kasongo") && strings.Contains(s, "Esther Mbuyi") {
		return strings.NewReplacer("Paul Kasongo", "Esther Mbuyi", "Esther Mbuyi", "Paul Kasongo").Replace(s)
	}
	if strings.Contains(s, "from Bana to Mota") {
		return s // the road back is as long
	}
	return strings.Replace(s, "Bana", "Mota", 1)
}
