package opensearch

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Check reads every document and counts its passages, and returns what is wrong, a line each; nil if
// nothing is. Passages that are astray are of no document: a writer is at work, or was broken
// off and the next one sweeps them. The error is that it could not be read.
func (e *Engine) Check() (problems []string, astray int, err error) {
	passages := 0
	err = e.c.pages(e.ctx, ofKind(kindDocument), mostFetched, columns("id", "named", "made", "state", "sha256", "units", "statements", "outline", "entry"), func(hits []hit) (bool, error) {
		var made []string
		for i := range hits {
			if bad := hits[i].sound(); bad != nil {
				problems = append(problems, fmt.Sprintf("document %s: %v", hits[i].name(), bad))
			}
			made = append(made, hits[i].Fields.Made...)
		}
		counted, err := e.written(made)
		if err != nil {
			return false, err
		}
		for _, h := range hits {
			if len(h.Fields.Made) != 1 || len(h.Fields.Units) != 1 {
				problems = append(problems, fmt.Sprintf("document %s: it names no passages", h.name()))
				continue
			}
			n, units := counted[h.Fields.Made[0]], h.Fields.Units[0]
			if n != units {
				problems = append(problems, fmt.Sprintf("document %s: %d of its %d passages are there: remove it and add it again", h.name(), n, units))
			}
			passages += n
		}
		return true, nil
	})
	if err != nil {
		return nil, 0, err
	}
	lost, err := e.lost()
	return append(problems, lost...), max(0, e.whole.Passages-passages), err
}

// lost names documents that something else wrote: what is not kept in the source is gone with that, by
// which they are found.
func (e *Engine) lost() (problems []string, err error) {
	a, err := e.c.search(e.ctx, object{"size": mostFetched, "_source": "id", "query": object{"bool": object{"must_not": object{"exists": object{"field": "kind"}}}}})
	if err != nil {
		return nil, err
	}
	for _, h := range a.Hits.Hits {
		r, err := recordIn(h.ID, h.Source)
		if err != nil {
			return nil, e.c.named(err)
		}
		problems = append(problems, fmt.Sprintf("document %s: something else wrote it, and it has lost its columns: remove it and add it again", cmp.Or(r.ID, h.ID)))
	}
	return problems, nil
}

// name returns the ID of a document that was found.
func (h *hit) name() string {
	if o, err := h.outline(); err == nil {
		return o.Document.ID
	}
	return strings.Join(h.Fields.ID, " ")
}

// sound says what is wrong with a document that was found. Its columns were written together with
// what stands in its source, and whoever changes one there loses the columns.
func (h *hit) sound() error {
	entry, err := unpacked(h.Fields.Entry)
	if err != nil {
		return err
	}
	d := entry.Document
	switch {
	case !slices.Equal(h.Fields.Named, []string{keyOf(d.ID)}):
		return errors.New("its entry is that of another document")
	case !slices.Equal(h.Fields.State, []string{stateOf(d)}) || !slices.Equal(h.Fields.SHA256, []string{hex.EncodeToString(d.SHA256[:])}):
		return errors.New("its record is not that of its entry")
	case !slices.Equal(h.Fields.Statements, []int{len(entry.Statements)}):
		return fmt.Errorf("%d statements, not %d", len(entry.Statements), h.Fields.Statements)
	case !bytes.Equal(h.Fields.Outline, entry.Outline().Pack()):
		return errors.New("its outline is not that of its entry")
	}
	return nil
}

// written returns how many passages there are of each writing.
func (e *Engine) written(made []string) (map[string]int, error) {
	counted := map[string]int{}
	if len(made) == 0 {
		return counted, nil
	}
	a, err := e.c.search(e.ctx, object{"size": 0, "query": object{"bool": object{"filter": []object{ofKind(kindPassage), {"terms": object{"writing": made}}}}},
		"aggs": object{"made": object{"terms": object{"field": "writing", "size": len(made)}}}})
	if err != nil {
		return nil, err
	}
	var got struct {
		Made struct {
			Buckets []struct {
				Key   string `json:"key"`
				Count int    `json:"doc_count"`
			}
		}
	}
	if err := json.Unmarshal(a.Aggregations, &got); err != nil {
		return nil, err
	}
	for _, b := range got.Made.Buckets {
		counted[b.Key] = b.Count
	}
	return counted, nil
}
