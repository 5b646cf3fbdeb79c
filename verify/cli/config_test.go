package cli

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The table of fields and the struct that is decoded into have the same keys.
func TestFieldsAndStructAgree(t *testing.T) {
	for _, c := range []struct {
		fields []field
		of     any
	}{{configFields(), config{}}, {sourceFields(), configSource{}}, {overrideFields(), override{}}} {
		keys := map[string]bool{}
		typ := reflect.TypeOf(c.of)
		for i := range typ.NumField() {
			if key := typ.Field(i).Tag.Get("yaml"); key != "" {
				keys[key] = true
			}
		}
		for _, f := range c.fields {
			if !keys[f.name] {
				t.Errorf("%s: the struct has no %q", typ.Name(), f.name)
			}
			delete(keys, f.name)
		}
		for key := range keys {
			t.Errorf("%s: the table has no %q", typ.Name(), key)
		}
	}
}

const goodConfig = `version: 1
index: my.index
archive: [archive/**, "wire/*.jsonl"]
drafts:
  - drafts/**/*.md
exclude: [old/**]
lang: fr
format: json
fail-on: warning
strict: true
baseline: accepted.json
rules:
  unsupported: off
  altered.wording: info
  number: warning
sources:
  - name: Northwire
    aliases: [NW]
    kind: agency
    owner: Coast Media
overrides:
  - paths: [news/**]
    archive: [other/**]
    rules: {disputed: error}
`

// What the validator takes the schema takes, and the other way round.
func TestSchemaAndValidatorAgree(t *testing.T) {
	doc, err := toJSON(jsonSchema(configFields()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := c.MustCompile("config.json")
	for _, y := range []string{
		goodConfig, "version: 1\n", "version: 2\n", "version: 1\nindx: a\n", "version: 1\narchive: a\n", "version: 1\nstrict: yes please\n",
		"version: 1\nfail-on: loud\n", "version: 1\nrules: {altered: loud}\n", "version: 1\nrules: {altred: off}\n", "version: 1\nsources: [{kind: agency}]\n",
		"version: 1\nsources: [{name: A, kind: bird}]\n", "version: 1\narchive: [1]\n", "version: 1\noverrides: [{rules: {altered: off}}]\n", "index: a\n",
	} {
		_, mistakes := parseConfig([]byte(y))
		var v any
		if err := yaml.Unmarshal([]byte(y), &v); err != nil {
			t.Fatal(err)
		}
		if v, err = toJSON(v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); (err == nil) != (len(mistakes) == 0) {
			t.Errorf("%q: mistakes %v, schema %v", y, mistakes, err)
		}
	}
}

// toJSON brings a value into the types of the schema library.
func toJSON(v any) (any, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(data))
}

func TestGoodConfig(t *testing.T) {
	cfg, mistakes := parseConfig([]byte(goodConfig))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	if cfg.Lang != "fr" || len(cfg.Archive) != 2 || cfg.Rules["unsupported"] != "off" || cfg.Sources[0].Owner != "Coast Media" || cfg.Overrides[0].Rules["disputed"] != "error" {
		t.Errorf("%+v", cfg)
	}
}

// No file of settings makes the parser fail otherwise than by a mistake with a
// line.
func FuzzConfig(f *testing.F) {
	f.Add(goodConfig)
	f.Add("version: 1\narchive: [a\n")
	f.Add("- a\n---\nb: &x [*x]\n")
	f.Add("version: !!binary x\nrules: {? a : b}\n")
	f.Fuzz(func(t *testing.T, y string) {
		_, mistakes := parseConfig([]byte(y))
		for _, m := range mistakes {
			if m.what == "" || m.line < 0 || strings.Contains(m.what, "\n") {
				t.Errorf("%q: %+v", y, m)
			}
		}
	})
}
