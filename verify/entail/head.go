package entail

import (
	"math"

	"factcheck/claims/grammar/kernel"
)

// A head is a layer over the frozen encoder: for each of the three answers a weight for
// each feature and a constant. It is fitted when a model is imported, on Lessons, with
// single additions and products in a fixed order, so that every machine fits the same.
// A model without one answers with its own head.
type head struct {
	Weights [3][]float32 `json:"weights"`
	Add     [3]float32   `json:"add"`
}

// order is the answers as a head has them.
var order = [3]Label{LabelEntail, LabelNeutral, LabelContradict}

// fits reports whether the head is made for features of this many numbers.
func (h *head) fits(features int) bool {
	if h == nil {
		return true
	}
	for _, w := range h.Weights {
		if len(w) != features {
			return false
		}
	}
	return true
}

// scores turns features into scores.
func (h *head) scores(f []float32, labels []Label) Scores {
	if h == nil {
		return ownScores(f[:len(labels)], labels)
	}
	var z [3]float32
	for k := range z {
		z[k] = float32(long(f, h.Weights[k]) + h.Add[k])
	}
	softmax(z[:])
	return Scores{z[0], z[1], z[2]}
}

// ownScores reads the answers of the network's own head. What one that tells only
// two things apart does not say is neutral.
func ownScores(answers []float32, labels []Label) Scores {
	z := [16]float32{}
	p := z[:copy(z[:], answers)]
	softmax(p)
	var s Scores
	for i, l := range labels {
		switch l {
		case LabelEntail:
			s.Entail = p[i]
		case LabelContradict:
			s.Contradict = p[i]
		default:
			s.Neutral = float32(s.Neutral + p[i])
		}
	}
	return s
}

func softmax(z []float32) {
	top := z[0]
	for _, v := range z {
		top = max(top, v)
	}
	all := float32(0)
	for i, v := range z {
		z[i] = kernel.Exp(float32(v - top))
		all = float32(all + z[i])
	}
	for i := range z {
		z[i] = float32(z[i] / all)
	}
}

// long is dot for any length.
func long(x, y []float32) float32 {
	n := len(x) &^ 7
	s := kernel.Dot(x[:n], y[:n])
	for i := n; i < len(x); i++ {
		s = float32(s + float32(x[i]*y[i]))
	}
	return s
}

// How the head is fitted: softmax regression on features of mean 0 and variance 1, its
// weights drawn to zero by decay, those of the network's own answers hardly;
// steps of Adam over all pairs at once.
const (
	fitSteps = 300
	fitRate  = 0.01
	decay    = 0.2
	decayOwn = 0.003
)

// fit returns the head for the features of pairs, rows by pair, whose answers are
// numbers into order. The first own features are the network's own answers.
func fit(rows [][]float32, answers []int, own int) *head {
	n := len(rows[0])
	mean, scale := spread(rows)
	z := make([][]float32, len(rows))
	for i, r := range rows {
		z[i] = make([]float32, n+1)
		for k, v := range r {
			z[i][k] = float32(float32(v-mean[k]) * scale[k])
		}
		z[i][n] = 1
	}
	var w, grad, first, second [3][]float32
	for k := range w {
		w[k], grad[k], first[k], second[k] = make([]float32, n+1), make([]float32, n+1), make([]float32, n+1), make([]float32, n+1)
	}
	share := float32(1 / float32(len(rows)))
	power1, power2 := float32(1), float32(1)
	for range fitSteps {
		for k := range grad {
			clear(grad[k])
		}
		for i, x := range z {
			var p [3]float32
			for k := range p {
				p[k] = long(x, w[k])
			}
			softmax(p[:])
			p[answers[i]] = float32(p[answers[i]] - 1)
			for k := range p {
				by := float32(p[k] * share)
				for j, v := range x {
					grad[k][j] = float32(grad[k][j] + float32(by*v))
				}
			}
		}
		power1, power2 = float32(power1*0.9), float32(power2*0.999)
		for k := range w {
			for j := range w[k] {
				g := grad[k][j]
				switch {
				case j < own:
					g = float32(g + float32(decayOwn*w[k][j]))
				case j < n:
					g = float32(g + float32(decay*w[k][j]))
				}
				first[k][j] = float32(float32(0.9*first[k][j]) + float32(0.1*g))
				second[k][j] = float32(float32(0.999*second[k][j]) + float32(0.001*float32(g*g)))
				root := float32(math.Sqrt(float64(float32(second[k][j] / float32(1-power2)))))
				move := float32(float32(first[k][j]/float32(1-power1)) / float32(root+1e-8))
				w[k][j] = float32(w[k][j] - float32(fitRate*move))
			}
		}
	}
	h := &head{}
	for k := range w {
		h.Weights[k], h.Add[k] = make([]float32, n), w[k][n]
		for j := range n {
			v := float32(w[k][j] * scale[j])
			h.Weights[k][j], h.Add[k] = v, float32(h.Add[k]-float32(v*mean[j]))
		}
	}
	return h
}

// spread returns the mean of each feature and what makes its variance 1.
func spread(rows [][]float32) (mean, scale []float32) {
	n, share := len(rows[0]), float32(1/float32(len(rows)))
	mean, scale = make([]float32, n), make([]float32, n)
	for _, r := range rows {
		for k, v := range r {
			mean[k] = float32(mean[k] + float32(v*share))
		}
	}
	for _, r := range rows {
		for k, v := range r {
			d := float32(v - mean[k])
			scale[k] = float32(scale[k] + float32(float32(d*d)*share))
		}
	}
	for k, v := range scale {
		scale[k] = float32(1 / float32(float32(math.Sqrt(float64(v)))+1e-6))
	}
	return mean, scale
}
