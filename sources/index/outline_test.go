package index

import (
	"errors"
	"reflect"
	"testing"

	"factcheck/claims"
	"factcheck/claims/date"
)

// TestOutline counts statements that are credited alike together, in the order of the first of
// each, and those that differ in a name, a role or an outlet apart.
func TestOutline(t *testing.T) {
	by := func(name, role string, via ...string) claims.Statement {
		a := claims.Attribution{Speaker: claims.Speaker{Text: "she", Name: name, Role: role, Kind: claims.Person}, Publisher: "Lake Radio", Told: true}
		for _, v := range via {
			a.Via = append(a.Via, claims.Outlet{Name: v})
		}
		return claims.Statement{Attribution: a}
	}
	d := &claims.Document{ID: "d", Text: "The bridge is shut.", Publisher: "Lake Radio", Title: "Bridge", Lang: "en", Date: date.Day(20_000), SHA256: [32]byte{7},
		Blocks: []claims.Block{{}}, Warnings: []string{"torn"}, Review: &claims.Review{Publisher: "Lake Radio", Rating: "false"}}
	o := (&Entry{d, []claims.Statement{by("Kavira", "mayor", "AFP"), by("", ""), by("Kavira", "mayor", "AFP"), by("Kavira", "", "AFP"), by("Kavira", "mayor"), by("", "")}}).Outline()
	var counts []int
	for _, c := range o.Credits {
		counts = append(counts, c.Statements)
	}
	if want := []int{2, 2, 1, 1}; !reflect.DeepEqual(counts, want) || o.Statements != 6 {
		t.Errorf("%d statements, counted %v, want %v", o.Statements, counts, want)
	}
	if got, want := o.Credited(), []string{"AFP", "Kavira", "Lake Radio"}; !reflect.DeepEqual(got, want) {
		t.Errorf("credited are %q, want %q", got, want)
	}
	if o.Document.Text != "" || o.Document.Warnings != nil || d.Text == "" || d.Warnings == nil {
		t.Error("the outline has a text, or the document has none any more")
	}
	data := o.Pack()
	if got, err := UnpackOutline(data); err != nil || !reflect.DeepEqual(got, o) {
		t.Errorf("unpacked: %+v, %v, want %+v", got, err, o)
	}
	for i := range data {
		if _, err := UnpackOutline(data[:i]); !errors.Is(err, ErrDamaged) {
			t.Errorf("the first %d bytes of %d: %v", i, len(data), err)
		}
	}
	if _, err := UnpackOutline(append(data, 0)); !errors.Is(err, ErrDamaged) {
		t.Errorf("a byte more: %v", err)
	}
	none := (&Entry{Document: &claims.Document{ID: "mute", Publisher: "Lake Radio"}}).Outline()
	if got, err := UnpackOutline(none.Pack()); err != nil || got.Credits != nil || none.Credited() != nil {
		t.Errorf("a document that says nothing credits %q, %v", none.Credited(), err)
	}
}
