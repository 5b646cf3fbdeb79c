package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"factcheck/claims/date"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/report"
)

// The fields of .factcheck.yaml stand in one table: it validates a file, with the
// line of each mistake, and prints the JSON schema.

type fieldKind int

const (
	textField fieldKind = iota
	boolField
	versionField // the number 1
	listField    // of texts
	globsField   // of globs
	archiveField // of globs and of mappings with one
	globField
	dayField     // a day, or fromPath
	levelsField  // rules to levels
	objectsField // of mappings
)

// A field is one key of a mapping.
type field struct {
	name     string
	kind     fieldKind
	about    string
	allowed  []string // of a text; nil is any
	fields   func() []field
	required bool
}

// ruleLevels are what a rule may be set to.
func ruleLevels() []string { return []string{"off", "info", "warning", "error"} }

// failLevels are what --fail-on takes.
func failLevels() []string { return []string{"error", "warning", "info", "never"} }

// configFields are the keys of .factcheck.yaml.
func configFields() []field {
	return []field{
		{name: "version", kind: versionField, about: "the version of this file's form", required: true},
		{name: "index", kind: textField, about: "file of the index, or opensearch://HOST:PORT/NAME on a cluster; without it one in the user's cache"},
		{name: "archive", kind: archiveField, about: "files and folders that drafts are checked against; indexed when needed, and again when they changed", fields: archiveFields},
		{name: "drafts", kind: globsField, about: "what verify checks when no file is named"},
		{name: "exclude", kind: globsField, about: "files that are never checked"},
		{name: "lang", kind: textField, about: "language of texts that do not say", allowed: languages()},
		{name: "format", kind: textField, about: "format of the report", allowed: report.Formats()},
		{name: "fail-on", kind: textField, about: "the least level at which verify exits with 1", allowed: failLevels()},
		{name: "strict", kind: boolField, about: "what is unfound or unsupported is an error"},
		{name: "baseline", kind: textField, about: "file of findings that were accepted"},
		{name: "model", kind: textField, about: "name of the reading model that is asked where rules are silent, or off"},
		{name: "rules", kind: levelsField, about: "the level of a rule, or off", allowed: ruleLevels()},
		{name: "sources", kind: objectsField, about: "outlets and people of your own", fields: sourceFields},
		{name: "overrides", kind: objectsField, about: "settings for some drafts", fields: overrideFields},
	}
}

// archiveFields are the keys of an entry under archive: that is no glob alone.
func archiveFields() []field {
	return []field{
		{name: "glob", kind: globField, about: "the files and folders", required: true},
		{name: "publisher", kind: textField, about: "who carries those that do not say"},
		{name: "date", kind: dayField, about: "the day of those that do not say, YYYY-MM-DD; path is the day that is written in the path of each"},
		{name: "lang", kind: textField, about: "the language of those that do not say", allowed: languages()},
		{name: "type", kind: textField, about: "the type of the files, whatever their names say", allowed: reader.Types()},
	}
}

func sourceFields() []field {
	return []field{
		{name: "name", kind: textField, about: "the name that reports show", required: true},
		{name: "aliases", kind: listField, about: "other names of the same source"},
		{name: "kind", kind: textField, about: "what it is", allowed: []string{"agency", "broadcaster", "newspaper", "organisation", "government", "person"}},
		{name: "owner", kind: textField, about: "who it belongs to: sources of one owner are one origin"},
	}
}

func overrideFields() []field {
	return []field{
		{name: "paths", kind: globsField, about: "the drafts, relative to this file", required: true},
		{name: "archive", kind: archiveField, about: "what these drafts are checked against instead", fields: archiveFields},
		{name: "rules", kind: levelsField, about: "levels of rules for these drafts", allowed: ruleLevels()},
	}
}

// A validator collects the mistakes of a file.
type validator struct {
	mistakes []mistake
	seen     map[string]bool // keys of the outermost mapping
	globs    map[string]int  // the line of each glob and path
}

func (v *validator) add(n ast.Node, hint, format string, args ...any) {
	m := mistake{what: oneLine(fmt.Sprintf(format, args...)), hint: hint}
	if t := n.GetToken(); t != nil && t.Position != nil {
		m.line, m.column = t.Position.Line, t.Position.Column
	}
	v.mistakes = append(v.mistakes, m)
}

// pairs returns the entries of a mapping, nil and a mistake if n is none.
func (v *validator) pairs(n ast.Node, where string) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	if where == "" {
		v.add(n, "version: 1 on the first line, then one key: value a line", "the file is no list of key: value")
	} else {
		v.add(n, "lines of key: value below it, indented", "%s is %s, not key: value", where, shape(n))
	}
	return nil
}

// mapping checks the keys of a mapping and their values.
func (v *validator) mapping(n ast.Node, fields []field, where string) {
	seen := map[string]bool{}
	pairs := v.pairs(n, where)
	for _, p := range pairs {
		key := scalar(p.Key)
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == key })
		if i < 0 {
			var names []string
			for _, f := range fields {
				names = append(names, f.name)
			}
			v.add(p.Key, didYouMean(key, names, "one of "+joined(names)), "unknown key %q", key)
			continue
		}
		if seen[key] {
			v.add(p.Key, "remove one of the two", "%s stands here twice", key)
		}
		seen[key] = true
		v.value(p.Value, &fields[i])
	}
	if where == "" {
		v.seen = seen
	}
	for _, f := range fields {
		if f.required && !seen[f.name] && where != "" && pairs != nil {
			v.add(n, f.name+": ...", "%s has no %s", where, f.name)
		}
	}
}

// value checks one value.
func (v *validator) value(n ast.Node, f *field) {
	switch f.kind {
	case versionField:
		if scalar(n) != "1" {
			v.add(n, "version: 1", "version %s is not known to this factcheck", scalar(n))
		}
	case boolField:
		if n.Type() != ast.BoolType {
			v.add(n, f.name+": true, or false", "%s is %s, not true or false", f.name, shape(n))
		}
	case textField:
		v.text(n, f)
	case listField, globsField:
		for _, item := range v.items(n, f) {
			if f.kind == globsField {
				v.glob(item, f)
			} else if !isText(item) || scalar(item) == "" {
				v.add(item, "- "+f.name, "an item of %s is %s, not a text", f.name, shape(item))
			}
		}
	case archiveField:
		for _, item := range v.items(n, f) {
			if item.Type() == ast.MappingType || item.Type() == ast.MappingValueType {
				v.mapping(item, f.fields(), "an item of "+f.name)
			} else {
				v.glob(item, f)
			}
		}
	case globField:
		v.glob(n, f)
	case dayField:
		if s := scalar(n); s != fromPath {
			if _, err := date.Parse(s); err != nil {
				v.add(n, f.name+": 2025-03-20, or "+fromPath, "%s: %q is no day", f.name, s)
			}
		}
	case levelsField:
		v.levels(n, f)
	case objectsField:
		for _, item := range v.items(n, f) {
			v.mapping(item, f.fields(), "an item of "+f.name)
		}
	}
}

// glob checks one glob and notes where it stands.
func (v *validator) glob(n ast.Node, f *field) {
	s := scalar(n)
	if n.GetToken() != nil {
		v.globs[s] = n.GetToken().Position.Line
	}
	if !isText(n) || s == "" {
		v.add(n, "- "+f.name, "an item of %s is %s, not a text", f.name, shape(n))
	} else if err := validGlob(s); err != nil {
		v.add(n, "such as archive/**/*.md", "%q is not a glob: %v", shorten(s), err)
	}
}

func (v *validator) text(n ast.Node, f *field) {
	s := scalar(n)
	switch {
	case !isText(n) || s == "":
		v.add(n, f.name+": a text", "%s is %s, not a text", f.name, shape(n))
	case f.allowed == nil && n.GetToken() != nil:
		v.globs[s] = n.GetToken().Position.Line
	case f.allowed != nil && !slices.Contains(f.allowed, s):
		v.add(n, didYouMean(s, f.allowed, "one of "+joined(f.allowed)), "%s: unknown value %q", f.name, s)
	}
}

// items returns the items of a list; a single text is taken for a list of one
// nowhere, as YAML would read it differently elsewhere.
func (v *validator) items(n ast.Node, f *field) []ast.Node {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		v.add(n, f.name+": [a, b], or one - a line", "%s is %s, not a list", f.name, shape(n))
		return nil
	}
	return s.Values
}

func (v *validator) levels(n ast.Node, f *field) {
	for _, p := range v.pairs(n, f.name) {
		rule := scalar(p.Key)
		if _, ok := verify.ParseRule(rule); !ok {
			v.add(p.Key, didYouMean(rule, verify.RuleNames(), "factcheck rules lists them all"), "unknown rule %q", rule)
		}
		v.text(p.Value, &field{name: rule, allowed: f.allowed})
	}
}

// isText reports whether a scalar is a text. A bare "off" is one in YAML 1.2.
func isText(n ast.Node) bool { return n.Type() == ast.StringType || n.Type() == ast.LiteralType }

// scalar returns the text of a scalar as written.
func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	}
	if n == nil || n.GetToken() == nil {
		return ""
	}
	return n.GetToken().Value
}

// shape names what a node is, for messages.
func shape(n ast.Node) string {
	switch n.Type() {
	case ast.NullType:
		return "empty"
	case ast.BoolType:
		return "true or false"
	case ast.IntegerType, ast.FloatType:
		return "a number"
	case ast.SequenceType:
		return "a list"
	case ast.MappingType, ast.MappingValueType:
		return "a list of key: value"
	case ast.StringType, ast.LiteralType:
		if scalar(n) == "" {
			return "an empty text"
		}
		return "a text"
	}
	return strings.ToLower(n.Type().String())
}

// jsonSchema returns the JSON schema of a mapping with these fields.
func jsonSchema(fields []field) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range fields {
		properties[f.name] = f.schema()
		if f.required {
			required = append(required, f.name)
		}
	}
	return map[string]any{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
}

func (f *field) schema() map[string]any {
	s := map[string]any{"description": f.about}
	text := map[string]any{"type": "string", "minLength": 1}
	switch f.kind {
	case versionField:
		s["const"] = 1
	case boolField:
		s["type"] = "boolean"
	case textField:
		s["type"] = "string"
		if f.allowed != nil {
			s["enum"] = f.allowed
		}
	case listField, globsField:
		s["type"], s["items"] = "array", text
	case archiveField:
		s["type"], s["items"] = "array", map[string]any{"anyOf": []any{text, jsonSchema(f.fields())}}
	case globField:
		s["type"], s["minLength"] = "string", 1
	case dayField:
		s["type"], s["pattern"] = "string", "^([0-9]{4}-[0-9]{2}-[0-9]{2}|"+fromPath+")$"
	case levelsField:
		s["type"], s["additionalProperties"] = "object", false
		names := map[string]any{}
		for _, r := range verify.RuleNames() {
			names[r] = map[string]any{"enum": f.allowed}
		}
		s["properties"] = names
	case objectsField:
		s["type"], s["items"] = "array", jsonSchema(f.fields())
	}
	return s
}
