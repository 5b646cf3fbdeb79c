package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"factcheck/sources/index"
)

// Format is the version of what stands in the archive: of the mapping, of what its fields
// mean, and of how terms are spelled. The entries of documents have their own (index.Format).
const Format = 3 // 1 did not say whom a document credits, 2 had no outlines and no columns of entries

// object is JSON.
type object = map[string]any

// meta is what the mapping says of the archive.
type meta struct {
	Format  int    `json:"format"`
	Reading string `json:"reading"` // that found the statements
}

// longestName is how many letters of a name are found by the cluster at most. It takes 32,766 bytes;
// a document with a longer name would be refused, and all that are written with it.
const longestName = 8000

// fields are the properties of the mapping. A document and its passages stand in one index, on
// one shard; kind tells them apart. What is found and not read is not kept beside its index.
var fields = map[string]object{
	"kind": {"type": "keyword"},
	"sum":  {"type": "long"},    // of the document's ID: what is equally good stands in this order
	"unit": {"type": "integer"}, // of a passage: its number in the document; -1 of a document
	"lang": {"type": "keyword", "ignore_above": longestName},
	"date": {"type": "date", "format": "strict_date||yyyy"},

	// Of a passage:
	"named":   {"type": "keyword"}, // the key of its document; of a document its own
	"writing": {"type": "keyword"}, // that it belongs to

	"terms":    {"type": "text", "analyzer": "impacts", "index_options": "freqs", "norms": false, "similarity": "impact"},
	"shingles": {"type": "text", "analyzer": "tokens", "index_options": "docs", "norms": false, "similarity": "boolean"},
	"speakers": {"type": "keyword", "ignore_above": longestName},
	"outlets":  {"type": "keyword", "ignore_above": longestName},
	"origins":  {"type": "keyword", "ignore_above": longestName},

	// Of a document:
	"made":       {"type": "keyword", "index": false}, // the writing of its passages
	"id":         {"type": "keyword", "ignore_above": longestName},
	"path":       {"type": "keyword", "ignore_above": longestName},
	"publisher":  {"type": "keyword", "ignore_above": longestName},
	"author":     {"type": "keyword", "index": false, "doc_values": false},
	"speaker":    {"type": "keyword", "ignore_above": longestName},
	"title":      {"type": "keyword", "index": false, "doc_values": false},
	"subtitle":   {"type": "keyword", "index": false, "doc_values": false},
	"url":        {"type": "keyword", "index": false, "doc_values": false},
	"day":        {"type": "integer"},
	"sha256":     {"type": "keyword"},
	"state":      {"type": "keyword", "index": false}, // of its bytes and metadata
	"release":    {"type": "object", "enabled": false},
	"review":     {"type": "object", "enabled": false},
	"credited":   {"type": "keyword", "ignore_above": longestName}, // names: whom its statements are credited to
	"outline":    {"type": "binary", "doc_values": true},           // what lists tell of it (index.Outline): they read this column alone
	"units":      {"type": "integer"},
	"statements": {"type": "integer"},
	"bytes":      {"type": "long"},
	"entry":      {"type": "binary", "doc_values": true}, // the document as read, packed: beside the others it would be unpacked with its neighbours
	"batch":      {"type": "object", "enabled": false},
}

// found are the fields that are not kept in the source.
var found = []string{"kind", "sum", "unit", "named", "writing", "terms", "shingles", "speakers", "outlets", "origins", "credited", "outline", "entry"}

// The first stage adds up weight times impact, as the file does. A term's impact stands where
// its frequency would, in 1024ths.
const impactScale = 1024

// layout is the body that makes an index.
func layout(a *Address, m meta) object {
	settings := object{
		"sort.field": []string{"sum", "unit"}, // so that the first of those that are equally good are found first
		"codec":      "best_compression",
		"similarity": object{"impact": object{"type": "scripted", "script": object{"source": "return query.boost * doc.freq"}}},
		"analysis": object{
			"filter": object{"impact": object{"type": "delimited_term_freq"}},
			"analyzer": object{
				"impacts": object{"type": "custom", "tokenizer": "whitespace", "filter": []string{"impact"}},
				"tokens":  object{"type": "custom", "tokenizer": "whitespace"},
			},
		},
	}
	if a.Shards > 0 {
		settings["number_of_shards"] = a.Shards
	}
	if a.Replicas >= 0 {
		settings["number_of_replicas"] = a.Replicas
	}
	return object{"settings": object{"index": settings}, "mappings": object{
		"dynamic": "strict", "_meta": object{"factcheck": m}, "_routing": object{"required": true},
		"_source": object{"excludes": found}, "properties": fields,
	}}
}

// state is what the cluster says of the archive.
type state struct {
	meta
	uuid string
}

// standing is an index as the cluster describes it.
type standing struct {
	Mappings struct {
		Meta struct {
			Factcheck json.RawMessage `json:"factcheck"`
		} `json:"_meta"`
		Dynamic    string            `json:"dynamic"`
		Properties map[string]object `json:"properties"`
	}
	Settings struct {
		Index struct {
			UUID       string
			Similarity object
			Analysis   object
		}
	}
}

// look reads what the cluster says of the archive, and compares it with what we would have
// made. The error is ErrMissing where there is no index of the name.
func (c *client) look(ctx context.Context) (*state, error) {
	var got map[string]standing
	if err := c.do(ctx, "GET", "/"+c.addr.Name, nil, &got); err != nil {
		return nil, err
	}
	if len(got) != 1 {
		return nil, c.named(fmt.Errorf("%w: the name stands for %d indexes", ErrForeign, len(got)))
	}
	for _, x := range got {
		m, err := x.ours(c.addr)
		if err != nil {
			return nil, c.named(err)
		}
		return &state{*m, x.Settings.Index.UUID}, nil
	}
	panic("unreachable")
}

// ours returns what the mapping says of an archive of ours. The error is that it is none, or one
// of another form.
func (x *standing) ours(a *Address) (*meta, error) {
	m := &meta{}
	if err := json.Unmarshal(x.Mappings.Meta.Factcheck, m); err != nil || m.Format < 1 {
		return nil, ErrForeign
	}
	switch {
	case m.Format > Format:
		return nil, fmt.Errorf("%w: its form is %d, this one knows %d", index.ErrNewer, m.Format, Format)
	case m.Format < Format:
		return nil, fmt.Errorf("%w: its form is %d, this one needs %d", index.ErrOlder, m.Format, Format)
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if bad := differs(fields[name], x.Mappings.Properties[name]); bad != "" {
			return nil, fmt.Errorf("%w: field %s: %s", ErrChanged, name, bad)
		}
	}
	made := layout(a, *m)["settings"].(object)["index"].(object)
	switch {
	case x.Mappings.Dynamic != "strict":
		return nil, fmt.Errorf("%w: it takes fields that are not ours", ErrChanged)
	case !sameJSON(made["similarity"], x.Settings.Index.Similarity) || !sameJSON(made["analysis"], x.Settings.Index.Analysis):
		return nil, fmt.Errorf("%w: its analysis or its similarity is not ours", ErrChanged)
	}
	return m, nil
}

// differs says how a property of the mapping differs from ours; empty if it does not.
func differs(ours, there object) string {
	if there == nil {
		return "it is not there"
	}
	for _, key := range slices.Sorted(maps.Keys(ours)) {
		if key == "type" && ours[key] == "object" && there[key] == nil {
			continue // it goes without saying
		}
		if a, b := fmt.Sprint(ours[key]), fmt.Sprint(there[key]); a != b {
			return fmt.Sprintf("%s is %s, not %s", key, b, a)
		}
	}
	return ""
}

// sameJSON reports whether two values are the same in the settings, where all is words.
func sameJSON(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	var u, v any
	json.Unmarshal(x, &u) //nolint:errcheck // it was written just now
	json.Unmarshal(y, &v) //nolint:errcheck // it was written just now
	return fmt.Sprint(u) == fmt.Sprint(v)
}

// create makes the index. Somebody else may have been quicker.
func (c *client) create(ctx context.Context, m meta) error {
	body, err := json.Marshal(layout(c.addr, m))
	if err != nil {
		return err
	}
	err = c.do(ctx, "PUT", "/"+c.addr.Name, body, nil)
	if errors.Is(err, errConflict) {
		_, err = c.look(ctx)
	}
	return err
}

// mark writes what the mapping says of the archive.
func (c *client) mark(ctx context.Context, m meta) error {
	body, err := json.Marshal(object{"_meta": object{"factcheck": m}})
	if err != nil {
		return err
	}
	return c.do(ctx, "PUT", "_mapping", body, nil)
}
