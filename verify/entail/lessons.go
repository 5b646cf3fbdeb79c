package entail

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// lessons.txt holds passages and statements on them, written for this project: what a
// head is fitted on, and its thresholds are set by.
//
//go:embed lessons.txt
var lessonsText string

// Lessons returns the pairs of lessons.txt.
var Lessons = sync.OnceValue(func() []Pair {
	pairs, err := parseLessons(lessonsText)
	if err != nil {
		panic(err) // a mistake in the program, which its tests find
	}
	return pairs
})

// parseLessons reads pairs: a line that begins with S is a source, those with E, N and C
// after it are statements that it bears out, is silent on, contradicts.
func parseLessons(text string) ([]Pair, error) {
	labels := map[string]Label{"E": LabelEntail, "N": LabelNeutral, "C": LabelContradict}
	var pairs []Pair
	source, n := "", 0
	for line := range strings.Lines(text) {
		n++
		kind, rest, ok := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case kind == "" || strings.HasPrefix(kind, "#"):
		case ok && kind == "S":
			source = rest
		case ok && labels[kind] != "" && source != "":
			pairs = append(pairs, Pair{Source: source, Statement: rest, Label: labels[kind]})
		default:
			return nil, fmt.Errorf("line %d is no source and no statement", n)
		}
	}
	return pairs, nil
}

// Check is how a model does on pairs that people labelled.
type Check struct {
	Pairs    int
	Right    int    // most likely answer and label agree
	Supports []Step // by falling threshold
	Clashes  []Step

	// What the thresholds that the model had before believe; zero of a model without any.
	Supported, Contradicted Step
}

// A Step is what comes of believing scores from a threshold on.
type Step struct {
	Threshold float32 `json:"threshold"`
	Precision float32 `json:"precision"` // of those believed, how many are right
	Recall    float32 `json:"recall"`    // of those that are so, how many are believed
}

// Teach fits the small head on pairs and sets the thresholds by what heads fitted on
// four fifths of the sources say of the last fifth. It returns how they do there. done is called
// after each pair, if set.
func (m *Model) Teach(pairs []Pair, done func()) (*Check, error) {
	rows, answers, err := m.rows(pairs, done)
	if err != nil {
		return nil, err
	}
	const folds = 5
	number := map[string]int{}
	for _, p := range pairs {
		if _, ok := number[p.Source]; !ok {
			number[p.Source] = len(number)
		}
	}
	if len(number) < folds {
		return nil, fmt.Errorf("pairs on %d sources; %d are the least that can be divided", len(number), folds)
	}
	scores := make([]Scores, len(pairs))
	m.each(folds, func(fold int, _ *room) {
		var some [][]float32
		var theirs []int
		for i, p := range pairs {
			if number[p.Source]%folds != fold {
				some, theirs = append(some, rows[i]), append(theirs, answers[i])
			}
		}
		h := fit(some, theirs, len(m.card.Labels))
		for i, p := range pairs {
			if number[p.Source]%folds == fold {
				scores[i] = h.scores(rows[i], m.card.Labels)
			}
		}
	})
	m.head = fit(rows, answers, len(m.card.Labels))
	c := measure(scores, answers)
	m.steps = steps{c.Supports, c.Clashes}
	return c, nil
}

// Measure says how the model as it is does on pairs.
func (m *Model) Measure(pairs []Pair, done func()) (*Check, error) {
	answers, err := answersOf(pairs)
	if err != nil {
		return nil, err
	}
	scores := make([]Scores, len(pairs))
	m.JudgeAll(scores, pairs, done)
	c := measure(scores, answers)
	c.Supported = asSet(scores, answers, 0, m.Supports)
	c.Contradicted = asSet(scores, answers, 2, m.Contradicts)
	return c, nil
}

// asSet says what comes of believing the scores that count.
func asSet(scores []Scores, answers []int, answer int, counts func(Scores) (bool, float32)) Step {
	var believed, right, all float32
	for i, s := range scores {
		if answers[i] == answer {
			all++
		}
		if ok, _ := counts(s); ok {
			if believed++; answers[i] == answer {
				right++
			}
		}
	}
	return Step{Precision: right / max(1, believed), Recall: right / max(1, all)}
}

// Calibrate sets the thresholds by a measurement.
func (m *Model) Calibrate(c *Check) { m.steps = steps{c.Supports, c.Clashes} }

func answersOf(pairs []Pair) ([]int, error) {
	out := make([]int, len(pairs))
	for i, p := range pairs {
		if out[i] = slices.Index(order[:], p.Label); out[i] < 0 {
			return nil, fmt.Errorf("pair %d: unknown label %q", i+1, p.Label)
		}
	}
	return out, nil
}

// rows returns the features and answers of pairs. What does not fit into one window
// is cut off.
func (m *Model) rows(pairs []Pair, done func()) ([][]float32, []int, error) {
	answers, err := answersOf(pairs)
	if err != nil {
		return nil, nil, err
	}
	rows := make([][]float32, len(pairs))
	m.each(len(pairs), func(i int, r *room) {
		r.source = m.vocabulary.Append(r.source[:0], pairs[i].Source, &r.token)
		r.claim = m.vocabulary.Append(r.claim[:0], pairs[i].Statement, &r.token)
		size := m.window()
		claim := r.claim[:min(len(r.claim), size/2)]
		rows[i] = slices.Clone(m.features(r.source[:min(len(r.source), size-len(claim))], claim, r))
		if done != nil {
			done()
		}
	})
	return rows, answers, nil
}

// measure orders pairs by score and keeps the steps at which precision stands.
func measure(scores []Scores, answers []int) *Check {
	c := &Check{Pairs: len(scores)}
	for i, s := range scores {
		v := [3]float32{s.Entail, s.Neutral, s.Contradict}
		best := 0
		for k := range v {
			if v[k] > v[best] {
				best = k
			}
		}
		if best == answers[i] {
			c.Right++
		}
	}
	c.Supports = curve(scores, answers, 0, func(s Scores) float32 { return s.Entail })
	c.Clashes = curve(scores, answers, 2, func(s Scores) float32 { return s.Contradict })
	return c
}

// curve returns the thresholds below which a greater precision is never reached again.
func curve(scores []Scores, answers []int, answer int, of func(Scores) float32) []Step {
	by := make([]int, len(scores))
	all := 0
	for i := range by {
		by[i] = i
		if answers[i] == answer {
			all++
		}
	}
	slices.SortStableFunc(by, func(a, b int) int {
		switch x, y := of(scores[a]), of(scores[b]); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	var steps []Step
	right := 0
	for k, i := range by {
		if answers[i] == answer {
			right++
		}
		if k+1 < len(by) && of(scores[by[k+1]]) == of(scores[i]) || answers[i] != answer {
			continue
		}
		s := Step{of(scores[i]), float32(right) / float32(k+1), float32(right) / float32(max(1, all))}
		for len(steps) > 0 && steps[len(steps)-1].Precision <= s.Precision {
			steps = steps[:len(steps)-1]
		}
		steps = append(steps, s)
	}
	return steps
}

// At returns the step at which precision is at least p with the greatest recall; false if
// there is none.
func At(steps []Step, p float32) (Step, bool) {
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].Precision >= p {
			return steps[i], true
		}
	}
	return Step{}, false
}

// steps are the thresholds of a model.
type steps struct {
	Supports []Step `json:"supports,omitempty"`
	Clashes  []Step `json:"clashes,omitempty"`
}

// The precision from which the answer of a model counts.
const (
	SupportPrecision    = 0.97
	ContradictPrecision = 0.85
)

// Supports reports whether the source bears the statement out, as scores that were at
// least as good were right in SupportPrecision of the pairs that the model was checked on;
// and how many of those that were at least as good as this were right. A model that was
// never checked supports nothing.
func (m *Model) Supports(s Scores) (bool, float32) {
	return believed(m.steps.Supports, s.Entail, SupportPrecision)
}

// Contradicts is the same for contradictions and ContradictPrecision.
func (m *Model) Contradicts(s Scores) (bool, float32) {
	return believed(m.steps.Clashes, s.Contradict, ContradictPrecision)
}

func believed(steps []Step, score, precision float32) (bool, float32) {
	least, ok := At(steps, precision)
	for _, s := range steps {
		if score >= s.Threshold {
			return ok && score >= least.Threshold, s.Precision
		}
	}
	return false, 0
}
