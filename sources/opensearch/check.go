package opensearch

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
)

// Check reads every document with its passages and returns what is wrong, a line each; nil if
// nothing is. Passages that are astray are of no document: a writer is at work, or was broken
// off and the next one sweeps them. The error is that it could not be read.
func (e *Engine) Check() (problems []string, astray int, err error) {
	passages := 0
	err = e.c.pages(e.ctx, ofKind(kindDocument), mostFetched, true, func(hits []hit) (bool, error) {
		records := make([]record, len(hits))
		var made []string
		for i, h := range hits {
			if err := json.Unmarshal(h.Source, &records[i]); err != nil {
				problems = append(problems, fmt.Sprintf("document %s: its record cannot be read", h.ID))
				continue
			}
			if bad := records[i].sound(h.ID); bad != nil {
				problems = append(problems, fmt.Sprintf("document %s: %v", records[i].ID, bad))
			}
			made = append(made, records[i].Made)
		}
		counted, err := e.written(made)
		if err != nil {
			return false, err
		}
		for _, r := range records {
			if n := counted[r.Made]; n != r.Units {
				problems = append(problems, fmt.Sprintf("document %s: %d of its %d passages are there: remove it and add it again", r.ID, n, r.Units))
			}
			passages += counted[r.Made]
		}
		return true, nil
	})
	if err != nil {
		return nil, 0, err
	}
	return problems, max(0, e.whole.Passages-passages), nil
}

// sound says what is wrong with a record.
func (r *record) sound(key string) error {
	entry, err := r.entry()
	if err != nil {
		return err
	}
	d := entry.Document
	switch {
	case keyOf(d.ID) != key || d.ID != r.ID:
		return errors.New("its entry is that of another document")
	case stateOf(d) != r.State || hex.EncodeToString(d.SHA256[:]) != r.SHA256:
		return errors.New("its record is not that of its entry")
	case len(entry.Statements) != r.Statements:
		return fmt.Errorf("%d statements, not %d", len(entry.Statements), r.Statements)
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
