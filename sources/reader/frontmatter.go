package reader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"factcheck/claims"
	"factcheck/claims/text"
)

// frontMatter reads the YAML between --- lines, or the TOML between +++ lines, at
// the head of src into d and returns src with it overwritten by spaces. Without any,
// or if what stands there is no mapping of names to values, src comes back as it is.
func frontMatter(src string, d *claims.Document) string {
	first, rest, ok := strings.Cut(src, "\n")
	fence := strings.TrimRight(first, " \t\r")
	if !ok || fence != "---" && fence != "+++" {
		return src
	}
	for at := len(src) - len(rest); at < len(src); {
		l := firstLine(src[at:])
		end := at + len(l)
		if t := strings.TrimRight(l, " \t\r"); t == fence || t == "..." && fence == "---" {
			if !setFrontMatter(src[len(first)+1:at], fence, d) {
				return src
			}
			return blankOut(src, text.Span{Start: 0, End: end})
		}
		at = end + 1
	}
	return src
}

// setFrontMatter sets what a mapping of YAML or TOML says; false if it is none.
func setFrontMatter(source, fence string, d *claims.Document) bool {
	if strings.Trim(source, " \t\r\n") == "" {
		return true
	}
	var values map[string]any
	if len(source) > 1<<16 || strings.ContainsAny(source, "&*") && strings.Count(source, "*") > 16 {
		return false // no front matter is that long; aliases can grow without bound
	}
	language, sign, parse := "YAML", ":", func() error { return yaml.Unmarshal([]byte(source), &values) }
	if fence == "+++" {
		language, sign, parse = "TOML", "=", func() error { return toml.Unmarshal([]byte(source), &values) }
	}
	deep := TooDeep([]byte(source)) > 0
	if deep || parse() != nil {
		if !strings.Contains(firstLine(strings.TrimLeft(source, " \t\r\n")), sign) {
			return false
		}
		why := "is not " + language
		if deep {
			why = "has too many levels, one inside the other,"
		}
		d.Warnings = append(d.Warnings, "the front matter "+why+" and is left out")
		return true
	}
	if values == nil {
		return false
	}
	if more, ok := values["params"].(map[string]any); ok { // Hugo's own place for other names
		setAll(d, more)
	}
	setAll(d, values)
	return true
}

// setAll sets what a mapping says; "publisher" stands over "source".
func setAll(d *claims.Document, values map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if key == "source" && values["publisher"] != nil {
			continue
		}
		setMeta(d, key, scalar(values[key]))
	}
}

// scalar returns a value as words: lists joined by commas, mappings by their
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
