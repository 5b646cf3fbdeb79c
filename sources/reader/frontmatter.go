package reader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"factcheck/claims"
	"factcheck/claims/text"
)

// frontMatter reads the YAML between --- lines at the head of src into d and
// returns src with it overwritten by spaces. Without any, or if what stands there
// is no mapping of names to values, src comes back as it is.
func frontMatter(src string, d *claims.Document) string {
	first, rest, ok := strings.Cut(src, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return src
	}
	for at := len(src) - len(rest); at < len(src); {
		l := firstLine(src[at:])
		end := at + len(l)
		if t := strings.TrimRight(l, " \t\r"); t == "---" || t == "..." {
			if !setFrontMatter(src[len(first)+1:at], d) {
				return src
			}
			return blankOut(src, text.Span{Start: 0, End: end})
		}
		at = end + 1
	}
	return src
}

// setFrontMatter sets what a YAML mapping says; false if it is none.
func setFrontMatter(source string, d *claims.Document) bool {
	if strings.Trim(source, " \t\r\n") == "" {
		return true
	}
	var values map[string]any
	if len(source) > 1<<16 || strings.ContainsAny(source, "&*") && strings.Count(source, "*") > 16 {
		return false // no front matter is that long; aliases can grow without bound
	}
	if err := yaml.Unmarshal([]byte(source), &values); err != nil {
		if !strings.Contains(firstLine(strings.TrimLeft(source, " \t\r\n")), ":") {
			return false
		}
		d.Warnings = append(d.Warnings, "the front matter is not YAML and is left out")
		return true
	}
	if values == nil {
		return false
	}
	for _, key := range slices.Sorted(maps.Keys(values)) { // "publisher" stands over "source"
		if key == "source" && values["publisher"] != nil {
			continue
		}
		setMeta(d, key, scalar(values[key]))
	}
	return true
}

// scalar returns a YAML value as words: lists joined by commas, mappings by their
// name.
func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var parts []string
		for _, e := range v {
			if s := scalar(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return scalar(v["name"])
	}
	return fmt.Sprint(v)
}
