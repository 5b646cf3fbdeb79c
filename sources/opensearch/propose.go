package opensearch

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"factcheck/sources"
	"factcheck/sources/index"
)

// margin is how many passages are asked for beyond those that the first stage hands on. The
// cluster adds up impacts in 1024ths and in its own order, so that of passages that are all
// but equally good it may put another one first; the first stage, which is run again over
// what came, does not.
const margin = 16

// mostLimit is how many answers a question may want: the cluster gives 10,000 passages at most, and
// twice as many are asked for as are wanted.
const mostLimit = 4_900

// together is how many questions are asked for at a time: what they need is held in memory.
const together = 128

// Ahead asks for the answers to questions, all together: how many passages hold their terms,
// then for the best passages of each, then for the documents in which these stand.
func (e *Engine) Ahead(ctx context.Context, questions []sources.Question) error {
	var ask []sources.Question
	seen := map[string]bool{}
	for _, q := range questions {
		if k := keyFor(q); !seen[k] && !e.answered(k) {
			seen[k] = true
			ask = append(ask, q)
		}
	}
	for part := range slices.Chunk(ask, together) {
		if err := e.ask(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

func (e *Engine) answered(key string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	_, ok := e.answers[key]
	return ok
}

// keyFor returns the same for questions with the same answer, but for its length.
func keyFor(q sources.Question) string {
	return fmt.Sprintf("%d\x00%d\x00%s\x00%s\x00%s\x00%s", q.Kind, depthOf(q), q.Query.Text, q.Lang, q.Speaker, q.Source)
}

// depthOf returns how many hits are worked out for a question that wants fewer.
func depthOf(q sources.Question) int {
	if q.Kind == sources.Text {
		return max(100, q.Limit)
	}
	return max(64, q.Limit)
}

// Propose answers a question, the likeliest place first.
func (e *Engine) Propose(q sources.Question) ([]index.Hit, error) {
	switch {
	case q.Brute:
		return nil, fmt.Errorf("scoring every statement: %w", ErrUnsupported)
	case q.Limit > mostLimit:
		return nil, fmt.Errorf("more than %d answers to one question: %w", mostLimit, ErrUnsupported)
	}
	key := keyFor(q)
	if !e.answered(key) {
		if err := e.ask(e.ctx, []sources.Question{q}); err != nil {
			return nil, err
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	hits := e.answers[key]
	return slices.Clone(hits[:min(len(hits), q.Limit)]), nil
}

// ask answers questions.
func (e *Engine) ask(ctx context.Context, questions []sources.Question) error {
	var terms []string
	for _, q := range questions {
		terms = append(terms, index.Wanted(q.Query)...)
	}
	if err := e.learn(ctx, terms); err != nil {
		return err
	}
	var bodies []any
	first := make([]int, len(questions)+1) // of each question's searches
	for i, q := range questions {
		bodies = append(bodies, e.bodies(q)...)
		first[i+1] = len(bodies)
	}
	found, err := e.c.searches(ctx, bodies)
	if err != nil {
		return err
	}
	keys := make([][]string, len(questions))
	all := map[string]bool{}
	for i := range questions {
		own := map[string]bool{}
		for _, a := range found[first[i]:first[i+1]] {
			for _, h := range a.Hits.Hits {
				for _, k := range h.Fields.Named {
					own[k], all[k] = true, true
				}
			}
		}
		keys[i] = slices.Sorted(maps.Keys(own))
	}
	parts, err := e.parts(ctx, slices.Sorted(maps.Keys(all)))
	if err != nil {
		return err
	}
	return e.rank(questions, keys, parts)
}

// bodies returns the searches that find the documents that may answer a question.
func (e *Engine) bodies(q sources.Question) (list []any) {
	plan := e.whole.Plan(q.Query, depthOf(q), q.Kind == sources.Quotation, q.Kind == sources.Text)
	deadline := fmt.Sprintf("%dms", e.c.addr.Timeout.Milliseconds())
	search := func(size int, query object) {
		list = append(list, object{"size": size, "track_total_hits": false, "stored_fields": "_none_", "docvalue_fields": []string{"named"}, "timeout": deadline,
			"sort": []string{"_score", "sum", "unit"}, "query": query})
	}
	term := func(field, name string, weight float64) object {
		return object{"term": object{field: object{"value": name, "boost": weight}}}
	}
	var any []object
	for _, t := range plan.Terms {
		any = append(any, term("terms", spelled(t.Name), t.Weight))
	}
	if len(any) > 0 {
		search(plan.Depth+margin, object{"bool": object{"should": any, "minimum_should_match": 1}})
	}
	for _, s := range plan.Sequences {
		var every, pairs []object
		for _, t := range slices.Compact(slices.Sorted(slices.Values(s))) {
			every = append(every, term("terms", spelled(t), 1))
		}
		for i := 1; i < len(s); i++ {
			pairs = append(pairs, term("shingles", shingle(s[i-1], s[i]), 1))
		}
		inOrder := object{"constant_score": object{"filter": object{"bool": object{"filter": pairs}}, "boost": 1}}
		if len(pairs) == 0 {
			search(plan.Whole, object{"bool": object{"filter": every}})
			continue
		}
		search(plan.Whole, object{"bool": object{"filter": every, "should": []object{inOrder}}})
	}
	return list
}

// parts fetches documents by their keys. One that is not there is not among them: passages
// may outlive their document until somebody sweeps.
func (e *Engine) parts(ctx context.Context, keys []string) (map[string]*index.Part, error) {
	parts := map[string]*index.Part{}
	var want []string
	e.shelf.mu.Lock()
	for _, k := range keys {
		if n, ok := e.shelf.numbers[k]; ok && e.shelf.parts[n] != nil {
			parts[k] = e.shelf.parts[n]
		} else {
			want = append(want, k)
		}
	}
	e.shelf.mu.Unlock()
	some := slices.Collect(slices.Chunk(want, mostFetched))
	got := make([][]*index.Part, len(some))
	err := each(len(some), max(fetchers, runtime.GOMAXPROCS(0)), func(i int) (err error) {
		got[i], err = e.bring(ctx, some[i])
		return err
	})
	for i := range got {
		for k, p := range got[i] {
			if p != nil {
				parts[some[i][k]] = p
			}
		}
	}
	return parts, err
}

// fetchers is how many requests for documents are under way at a time.
const fetchers = 4

// bring fetches documents; nil is one that is not there.
func (e *Engine) bring(ctx context.Context, keys []string) ([]*index.Part, error) {
	got, err := e.c.entries(ctx, keys)
	if err != nil {
		return nil, err
	}
	parts := make([]*index.Part, len(keys))
	for i, entry := range got {
		if entry == nil {
			continue
		}
		if parts[i], err = e.shelf.put(keys[i], entry); err != nil {
			return nil, e.c.named(err)
		}
	}
	return parts, nil
}

// rank answers questions from the documents that may answer each.
func (e *Engine) rank(questions []sources.Question, keys [][]string, parts map[string]*index.Part) error {
	hits := make([][]index.Hit, len(questions))
	err := each(len(questions), runtime.GOMAXPROCS(0), func(i int) (err error) {
		var own []*index.Part
		for _, k := range keys[i] {
			if p := parts[k]; p != nil {
				own = append(own, p)
			}
		}
		hits[i], err = answerOf(e.whole.Select(own), questions[i])
		return err
	})
	if err != nil {
		return e.c.named(err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for i, q := range questions {
		if len(e.answers) >= mostAnswers {
			e.answers = map[string][]index.Hit{}
		}
		e.answers[keyFor(q)] = hits[i]
	}
	return nil
}

// mostAnswers is how many answers are remembered.
const mostAnswers = 20_000

func answerOf(x *index.Index, q sources.Question) ([]index.Hit, error) {
	switch q.Kind {
	case sources.Quotation:
		return x.Passages(q.Query.Text, q.Lang, depthOf(q))
	case sources.Text:
		return x.SearchDocuments(q.Query, depthOf(q))
	}
	return x.Search(q.Query, depthOf(q))
}
