package index

import (
	"cmp"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// example is a query with what the first stage finds for it.
type example struct {
	features []features
	right    []bool
	doc      []int
}

func (k *task) examples(t testing.TB, exclude bool) []example {
	var gone []uint32
	if exclude {
		for _, q := range k.queries {
			for d := range q.relevant {
				gone = append(gone, d)
			}
		}
	}
	var list []example
	for _, q := range k.queries {
		var e example
		q.query.Exclude = gone
		err := k.index.read(func() {
			x := k.index
			a := x.analyse(q.query)
			for _, p := range x.pairs(a, q.query, x.first(a, q.query, depth)) {
				e.features = append(e.features, p.features)
				e.right = append(e.right, q.relevant[x.segments[p.seg].firstDoc+uint32(p.doc)])
				e.doc = append(e.doc, int(x.segments[p.seg].firstDoc)+p.doc)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e)
	}
	return list
}

// fit finds the weights that give the right answer the greatest probability
// among all (softmax), with a penalty for large weights.
func fit(list []example, penalty float64, use func(int) bool) features {
	var w, mean, dev features
	n := 0.0
	for _, e := range list {
		for _, f := range e.features {
			for i, v := range f {
				mean[i] += v
				dev[i] += v * v
			}
			n++
		}
	}
	for i := range mean {
		mean[i] /= n
		dev[i] = math.Sqrt(max(1e-9, dev[i]/n-mean[i]*mean[i]))
		if dev[i] < 1e-4 || !use(i) {
			dev[i] = math.Inf(1)
		}
	}
	var m1, m2 features
	for step := 1; step <= 200; step++ {
		var g features
		for _, e := range list {
			addGradient(&g, &w, &dev, &e)
		}
		for i := range w {
			g[i] = g[i]/float64(len(list)) - penalty*w[i]
			m1[i] = .9*m1[i] + .1*g[i]
			m2[i] = .99*m2[i] + .01*g[i]*g[i]
			w[i] += .08 * m1[i] / (1 - math.Pow(.9, float64(step))) / (math.Sqrt(m2[i]/(1-math.Pow(.99, float64(step)))) + 1e-8)
		}
	}
	for i := range w {
		w[i] /= dev[i]
	}
	return w
}

func addGradient(g, w, dev *features, e *example) {
	score := make([]float64, len(e.features))
	most := math.Inf(-1)
	any := false
	for k, f := range e.features {
		for i, v := range f {
			score[k] += w[i] * v / dev[i]
		}
		most = max(most, score[k])
		any = any || e.right[k]
	}
	if !any {
		return
	}
	var all, good float64
	for k := range score {
		score[k] = math.Exp(score[k] - most)
		all += score[k]
		if e.right[k] {
			good += score[k]
		}
	}
	for k, f := range e.features {
		p := -score[k] / all
		if e.right[k] {
			p += score[k] / good
		}
		for i, v := range f {
			g[i] += p * v / dev[i]
		}
	}
}

// answered holds the examples of a task as they are, and with all answers taken
// out of the index.
type answered struct {
	*task
	with, without []example
}

func answer(t testing.TB, k *task) answered {
	return answered{k, k.examples(t, false), k.examples(t, true)}
}

// ranked returns the documents of an example with their relevance, best first.
func ranked(e *example, w *features) (docs []int, scores []float64) {
	most := map[int]float64{}
	for k := range e.features {
		s := 0.0
		for i, v := range e.features[k] {
			s += w[i] * v
		}
		if old, ok := most[e.doc[k]]; !ok || s > old {
			most[e.doc[k]] = s
		}
	}
	for d := range most {
		docs = append(docs, d)
	}
	slices.SortFunc(docs, func(a, b int) int {
		if c := cmp.Compare(most[b], most[a]); c != 0 {
			return c
		}
		return a - b
	})
	for _, d := range docs {
		scores = append(scores, most[d])
	}
	return docs, scores
}

// outcome is the first answer to a query: its relevance, the background, and
// whether it is right.
type outcome struct {
	relevance, usual float64
	right            bool
}

func outcomes(list []example, queries []labelled, w *features) (out []outcome) {
	for k := range list {
		docs, scores := ranked(&list[k], w)
		if len(docs) == 0 {
			out = append(out, outcome{-99, usualBackground, false})
			continue
		}
		out = append(out, outcome{scores[0], background(scores), queries[k].relevant[uint32(docs[0])]})
	}
	return out
}

// calibrate fits the probability that a first answer is right (logistic
// regression).
func calibrate(list []outcome) (c [3]float64) {
	const steps = 3000
	for step := range steps {
		var g [3]float64
		for _, o := range list {
			x := [3]float64{1, o.relevance, o.relevance - o.usual}
			d := -1 / (1 + math.Exp(-(c[0] + c[1]*x[1] + c[2]*x[2])))
			if o.right {
				d++
			}
			for i := range g {
				g[i] += d * x[i]
			}
		}
		for i := range c {
			c[i] += .02 * g[i] / float64(len(list)) / (1 + float64(step)/steps)
		}
	}
	return c
}

// evaluate measures weights and a calibration on a task.
func (k answered) evaluate(w *features, c [3]float64) measures {
	m := measures{n: len(k.with)}
	for i := range k.with {
		docs, _ := ranked(&k.with[i], w)
		m.count(docs[:min(50, len(docs))], k.queries[i].relevant)
	}
	p := func(o outcome) float64 { return c[0] + c[1]*o.relevance + c[2]*(o.relevance-o.usual) }
	var right, wrong []float64
	for _, o := range outcomes(k.with, k.queries, w) {
		if o.right {
			right = append(right, p(o))
		}
	}
	for _, o := range outcomes(k.without, k.queries, w) {
		wrong = append(wrong, p(o))
	}
	m.finish(right, wrong)
	return m
}

// TestCalibrate fits the second stage on the training queries and half of the
// spoken ones (those of even number), prints the tables that stand in the code,
// and what each feature is worth on the queries that it was not fitted on. The tables
// in the code have to be nearly as good there as those fitted anew.
func TestCalibrate(t *testing.T) {
	a, b, c := tasks(t)
	train, spoken, dev := answer(t, a), answer(t, b), answer(t, c)
	half := func(odd int) answered {
		h := answered{task: &task{name: "spoken", index: spoken.index}}
		for i := odd; i < len(spoken.with); i += 2 {
			h.with, h.without = append(h.with, spoken.with[i]), append(h.without, spoken.without[i])
			h.queries = append(h.queries, spoken.queries[i])
		}
		return h
	}
	even, odd := half(0), half(1)
	try := func(name string, off ...int) (features, [3]float64) {
		w := fit(slices.Concat(train.with, even.with, even.with), .001, func(i int) bool { return !slices.Contains(off, i) })
		var all []outcome
		for _, k := range []answered{train, even} {
			all = append(all, outcomes(k.with, k.queries, &w)...)
			all = append(all, outcomes(k.without, make([]labelled, len(k.without)), &w)...)
		}
		p := calibrate(all)
		t.Logf("%-12s dev    %v", name, dev.evaluate(&w, p))
		t.Logf("%-12s train  %v", "", train.evaluate(&w, p))
		t.Logf("%-12s spoken %v (odd)", "", odd.evaluate(&w, p))
		return w, p
	}
	w, p := try("all")
	usual := 0.0
	for _, o := range outcomes(train.without, train.queries, &w) {
		usual += o.usual / float64(len(train.without))
	}
	t.Logf("weights     = features{%s}", list(w[:]))
	t.Logf("calibration = [3]float64{%s}", list(p[:]))
	t.Logf("usualBackground = %.1f", usual)
	if ours, anew := dev.evaluate(&weights, calibration), dev.evaluate(&w, p); ours.ap < anew.ap-.01 || ours.kept[0] < anew.kept[0]-.05 {
		t.Errorf("the tables in the code reach %v, those fitted anew %v", ours, anew)
	}
	if os.Getenv("FACTCHECK_ABLATION") != "" {
		for i, name := range featureNames {
			try("no "+name, i)
		}
	}
}

func list(v []float64) string {
	var s []string
	for _, x := range v {
		s = append(s, strconv.FormatFloat(x, 'f', 3, 64))
	}
	return strings.Join(s, ", ")
}

var featureNames = [featureCount]string{"text", "head", "passage", "title", "numbers", "near", "far", "source", "asked", "missing"}
