package report

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"factcheck/verify"
)

// The json report is what its schema says, empty ones and hostile ones too, and
// the schema knows every field.
func TestReportSchema(t *testing.T) {
	const schema = "report.schema.json"
	for _, r := range []*verify.Report{wide(), sample(), {}} {
		valid(t, schema, print(t, "json", r, Options{Version: "1.2.3"}))
	}
	var doc struct {
		Properties map[string]any
		Defs       map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(JSONSchema), &doc); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		of    any
		known map[string]any
	}{{reportJSON{}, doc.Properties}, {findingJSON{}, doc.Defs["finding"].Properties}} {
		typ := reflect.TypeOf(c.of)
		for i := range typ.NumField() {
			if name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ","); c.known[name] == nil {
				t.Errorf("the schema does not know %q", name)
			}
		}
	}
}
