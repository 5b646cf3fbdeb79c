package index

import (
	"reflect"
	"testing"

	"factcheck/claims"
	"factcheck/claims/text"
)

// TestEveryField guards that a field added to Statement is stored: each is set to
// something and must come back.
func TestEveryField(t *testing.T) {
	e := document("all", "Town", "The rebels took the village on Wednesday.", "Nobody was hurt, the mayor said.")
	s := &e.Statements[1]
	s.Topic = true
	unset(t, "Statement", reflect.ValueOf(*s))
	x := Memory()
	if err := x.Add([]Entry{e}); err != nil {
		t.Fatal(err)
	}
	got, err := x.Entry(0)
	if err != nil || !reflect.DeepEqual(got.Statements, e.Statements) {
		t.Fatalf("%v\ngot  %+v\nwant %+v", err, got.Statements, e.Statements)
	}
}

// unset reports the fields that the test forgot to set.
func unset(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	for i := range v.NumField() {
		f, name := v.Field(i), path+"."+v.Type().Field(i).Name
		if f.IsZero() && f.Type() != reflect.TypeFor[claims.Form]() {
			t.Errorf("%s is not set: set it in document()", name)
		}
		if f.Kind() == reflect.Struct && f.Type() != reflect.TypeFor[text.Span]() {
			unset(t, name, f)
		}
	}
}
