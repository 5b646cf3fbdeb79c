package report

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"factcheck/verify"
)

// The json report and each line of jsonl are what the published schema says, empty
// ones and hostile ones too; the schema knows every field, verdict and reason.
func TestJSONSchema(t *testing.T) {
	const schema = "report.schema.json"
	for _, r := range []*verify.Report{wide(), sample(), hostileReport(), {}} {
		valid(t, schema, print(t, "json", r, Options{Version: "1.2.3"}))
		for line := range strings.Lines(print(t, "jsonl", r, Options{})) {
			valid(t, schema+"#/$defs/finding", line)
		}
	}
	var doc struct {
		Properties map[string]any
		Defs       map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(JSONSchema), &doc); err != nil {
		t.Fatal(err)
	}
	var printed map[string]any
	if err := json.Unmarshal([]byte(print(t, "json", sample(), Options{})), &printed); err != nil {
		t.Fatal(err)
	}
	if got, want := slices.Sorted(maps.Keys(printed)), slices.Sorted(maps.Keys(doc.Properties)); !slices.Equal(got, want) {
		t.Errorf("the report has %q, its schema %q", got, want)
	}
	finding := reflect.TypeFor[findingJSON]()
	for i := range finding.NumField() {
		if name, _, _ := strings.Cut(finding.Field(i).Tag.Get("json"), ","); doc.Defs["finding"].Properties[name] == nil {
			t.Errorf("the schema does not know %q", name)
		}
	}
	for _, v := range verify.RuleNames() {
		for name := range strings.SplitSeq(v, ".") {
			if !strings.Contains(JSONSchema, `"`+name+`"`) {
				t.Errorf("the schema does not know %s", name)
			}
		}
	}
}
