package index

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// A task is a labelled collection: records to index, queries, and the records
// that answer each.
type task struct {
	name    string
	queries []labelled
	index   *Index
}

type labelled struct {
	id       string
	query    Query
	relevant map[uint32]bool
}

func readLines(t testing.TB, path string, f func(line []byte)) {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		f(s.Bytes())
	}
}

// loadTask reads a collection, each record a document with its sentences as
// statements.
func loadTask(t testing.TB, name, corpus, queries, qrels string) *task {
	k := &task{name: name, index: Memory()}
	var entries []Entry
	numbers := map[string]uint32{}
	readLines(t, corpus, func(l []byte) {
		var r struct{ ID, Text, Title, Subtitle, Author, Speaker, Source, Date string }
		if err := json.Unmarshal(l, &r); err != nil {
			t.Fatal(err)
		}
		d := &claims.Document{ID: r.ID, Text: r.Text, Title: r.Title, Subtitle: r.Subtitle, Author: r.Author, Speaker: r.Speaker, Publisher: r.Source, Lang: "en"}
		if day, err := time.Parse("2 January 2006", r.Date); err == nil {
			d.Date = date.Of(day.Year(), day.Month(), day.Day())
		}
		words := text.Words(d.Text)
		e := Entry{Document: d}
		for _, s := range text.Sentences(d.Text, words) {
			span := s.Span(words)
			e.Statements = append(e.Statements, claims.Statement{Spans: []text.Span{span}, Sentence: span, Text: span.In(d.Text)})
		}
		numbers[r.ID] = uint32(len(entries))
		entries = append(entries, e)
	})
	if err := k.index.Add(entries); err != nil {
		t.Fatal(err)
	}
	rel := map[string]map[uint32]bool{}
	readLines(t, qrels, func(l []byte) {
		f := strings.Fields(string(l))
		if len(f) >= 3 && f[len(f)-1] != "0" {
			if rel[f[0]] == nil {
				rel[f[0]] = map[uint32]bool{}
			}
			if n, ok := numbers[f[2]]; ok {
				rel[f[0]][n] = true
			}
		}
	})
	readLines(t, queries, func(l []byte) {
		var r struct{ ID, Text, Speaker, Source string }
		if err := json.Unmarshal(l, &r); err != nil {
			t.Fatal(err)
		}
		if len(rel[r.ID]) > 0 {
			k.queries = append(k.queries, labelled{r.ID, Query{Text: r.Text, Speaker: r.Speaker, Source: r.Source}, rel[r.ID]})
		}
	})
	return k
}

// measures of ranked answers.
type measures struct {
	n                    int
	ap, mrr, s1, s5, s50 float64
	kept                 [3]float64
}

func (m measures) String() string {
	return fmt.Sprintf("%d queries  MAP@5 %.4f  MRR %.4f  success@1 %.4f @5 %.4f @50 %.4f  kept %.3f %.3f %.3f", m.n, m.ap, m.mrr, m.s1, m.s5, m.s50, m.kept[0], m.kept[1], m.kept[2])
}

// count adds the answers to one query, best first.
func (m *measures) count(docs []int, relevant map[uint32]bool) {
	found, ap := 0, 0.0
	for i, d := range docs {
		if !relevant[uint32(d)] {
			continue
		}
		if found++; i < 5 {
			ap += float64(found) / float64(i+1)
		}
		if found == 1 {
			m.mrr += 1 / float64(i+1)
			m.s50++
			if i < 5 {
				m.s5++
			}
			if i < 1 {
				m.s1++
			}
		}
	}
	m.ap += ap / float64(min(5, len(relevant)))
}

// finish turns sums into means; right are the scores of right first answers,
// wrong those of first answers where there is none.
func (m *measures) finish(right, wrong []float64) {
	for _, p := range []*float64{&m.ap, &m.mrr, &m.s1, &m.s5, &m.s50} {
		*p /= float64(m.n)
	}
	slices.Sort(wrong)
	slices.Reverse(wrong)
	for i, f := range []float64{.01, .05, .10} {
		for _, v := range right {
			if v > wrong[int(f*float64(m.n))] {
				m.kept[i] += 1 / float64(m.n)
			}
		}
	}
}

func (k *task) measure(t testing.TB) measures {
	m := measures{n: len(k.queries)}
	var gone []uint32
	for _, q := range k.queries {
		for d := range q.relevant {
			gone = append(gone, d)
		}
	}
	var right, wrong []float64
	for _, q := range k.queries {
		hits, err := k.index.SearchDocuments(q.query, 50)
		if err != nil {
			t.Fatal(err)
		}
		var docs []int
		for _, h := range hits {
			docs = append(docs, int(h.Document))
		}
		m.count(docs, q.relevant)
		if len(hits) > 0 && q.relevant[hits[0].Document] {
			right = append(right, hits[0].Score)
		}
		without := q.query
		without.Exclude = gone
		hits, err = k.index.SearchDocuments(without, 1)
		if err != nil {
			t.Fatal(err)
		}
		if wrong = append(wrong, -1); len(hits) > 0 {
			wrong[len(wrong)-1] = hits[0].Score
		}
	}
	m.finish(right, wrong)
	return m
}

// data returns the folder of labelled data, or skips the test.
func data(t testing.TB) string {
	dir := os.Getenv("FACTCHECK_DATA")
	if dir == "" {
		t.Skip("FACTCHECK_DATA does not name the folder of labelled data")
	}
	return dir
}

func tasks(t testing.TB) (train, spoken, dev *task) {
	dir := data(t)
	m, s := filepath.Join(dir, "matching"), filepath.Join(dir, "spoken")
	train = loadTask(t, "train", m+"/corpus.jsonl", m+"/queries.train.jsonl", m+"/qrels.train.tsv")
	spoken = loadTask(t, "spoken", s+"/corpus.jsonl", s+"/queries.jsonl", s+"/qrels.tsv")
	dev = loadTask(t, "dev", m+"/corpus.jsonl", m+"/queries.dev.jsonl", m+"/qrels.dev.tsv")
	return train, spoken, dev
}

// TestQuality holds the search of labelled collections to what it reached: the mean
// average precision of five answers, and the share of right first answers kept where 1 %
// of the queries without one pass, half a point below.
func TestQuality(t *testing.T) {
	train, spoken, dev := tasks(t)
	for _, c := range []struct {
		*task
		ap, kept float64
	}{
		{train, .896, .512}, {spoken, .750, .297}, {dev, .956, .588},
	} {
		m := c.measure(t)
		t.Logf("%-7s %v", c.name, m)
		if m.ap < c.ap || m.kept[0] < c.kept {
			t.Errorf("%s: MAP@5 %.4f and kept %.3f, not %.3f and %.3f", c.name, m.ap, m.kept[0], c.ap, c.kept)
		}
	}
}
