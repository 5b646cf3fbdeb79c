package entail

import (
	"math"

	"factcheck/claims/grammar/kernel"
)

// Attention: each token asks (query) all tokens (key) and takes over what those
// that answer say (value), by heads that look at parts of the numbers. In DeBERTa what
// a token asks also meets where the others stand to it, and where it stands to the
// others meets what they answer (He et al. 2021): two more products with tables that
// are the same for every text and were made when the model was imported.

// placing is the tables of a layer by head: the keys and the queries of every
// distance, laid out as matrices, and what a number in them is worth.
type placing struct {
	keys, queries           []int16
	keyWorth, queriesWorths []float32
}

const (
	most   = 4095  // the size of numbers in the products of attention
	wholly = 32767 // of what one token takes over
)

// attend puts into r.mixed what each of n tokens takes over.
func (e *encoder) attend(l *layer, n int, r *room) {
	h, d := e.Hidden, e.Hidden/e.Heads
	rows, outs := (n+7)&^7, (n+15)&^15
	from, to := e.distances(n)
	width := to - from
	r.q, r.k = grown(r.q, rows*d), grown(r.k, rows*d)
	r.keys, r.values = grown(r.keys, outs*d), grown(r.values, rows*d)
	r.met, r.byKey, r.byQuery = grown(r.met, rows*outs), grown(r.byKey, rows*width), grown(r.byQuery, rows*width)
	r.shares, r.taken, r.scores = grown(r.shares, rows*rows), grown(r.taken, rows*d), grown(r.scores, rows)
	clear(r.q[n*d:])
	clear(r.k[n*d:])
	clear(r.shares)
	parts := float32(1)
	if e.Distances > 0 {
		parts = 3
	}
	scale := float32(1 / float32(math.Sqrt(float64(float32(float32(d)*parts)))))
	for head := range e.Heads {
		qw := part(r.q, r.looks, n, 3*h, head*d, d)
		kw := part(r.k, r.looks, n, 3*h, h+head*d, d)
		packColumns(r.keys, r.k[:n*d], d, outs)
		clear(r.met)
		kernel.Multiply(r.keys, d, rows, r.q, r.met)
		if e.Distances > 0 {
			clear(r.byKey)
			clear(r.byQuery)
			at := (head*2*e.Distances + from) * d
			kernel.Multiply(l.place.keys[at:at+width*d], d, rows, r.q, r.byKey)
			kernel.Multiply(l.place.queries[at:at+width*d], d, rows, r.k, r.byQuery)
		}
		a := float32(float32(qw*kw) * scale)
		var b, c float32
		if e.Distances > 0 {
			b, c = float32(float32(qw*l.place.keyWorth[head])*scale), float32(float32(kw*l.place.queriesWorths[head])*scale)
		}
		for i := range n {
			met := r.met[i*outs:][:n]
			if e.Distances == 0 {
				for j, v := range met {
					r.scores[j] = float32(float32(v) * a)
				}
			} else {
				byKey := r.byKey[i*width:][:width]
				for j, v := range met {
					p := e.bucket[i-j+e.Positions] - from
					r.scores[j] = float32(float32(float32(float32(v)*a)+float32(float32(byKey[p])*b)) + float32(float32(r.byQuery[j*width+p])*c))
				}
			}
			share(r.shares[i*rows:][:rows], r.scores, n)
		}
		vw := e.packValues(r, n, rows, 2*h+head*d, d)
		clear(r.taken)
		kernel.Multiply(r.values, rows, rows, r.shares, r.taken)
		worth := float32(vw / wholly)
		for i := range n {
			dst := r.mixed[i*h+head*d:][:d]
			for k, v := range r.taken[i*d:][:d] {
				dst[k] = float32(float32(v) * worth)
			}
		}
	}
}

// distances returns the rows of the tables of distances that a text of n tokens needs,
// in whole blocks; none in BERT.
func (e *encoder) distances(n int) (from, to int) {
	if e.Distances == 0 {
		return 0, 0
	}
	from, to = e.bucket[e.Positions-n+1], e.bucket[e.Positions+n-1]+1
	return from &^ 15, (to + 15) &^ 15
}

// part puts d numbers of each of n rows into dst as integers, and returns what one is
// worth.
func part(dst []int16, rows []float32, n, stride, at, d int) float32 {
	top := float32(0)
	for i := range n {
		top = max(top, kernel.Greatest(rows[i*stride+at:][:d]))
	}
	worth := float32(0)
	for i := range n {
		worth = narrow(dst[i*d:], rows[i*stride+at:][:d], top, most)
	}
	return worth
}

// packColumns lays rows of d numbers out as the outputs of a matrix.
func packColumns(dst, rows []int16, d, outs int) {
	clear(dst)
	for o := 0; len(rows) > 0; o++ {
		row := rows[:d]
		rows = rows[d:]
		to := dst[o/16*16*d+o%16*2:]
		for i := 0; i+1 < d; i += 2 {
			to[i*16], to[i*16+1] = row[i], row[i+1]
		}
	}
}

// packValues lays what the tokens say out as a matrix whose inputs are the tokens.
func (e *encoder) packValues(r *room, n, rows, at, d int) float32 {
	stride := 3 * e.Hidden
	top := float32(0)
	for i := range n {
		top = max(top, kernel.Greatest(r.looks[i*stride+at:][:d]))
	}
	clear(r.values)
	var row [512]int16
	worth := float32(0)
	for i := range n {
		worth = narrow(row[:d], r.looks[i*stride+at:][:d], top, most)
		to := r.values[i/2*32+i%2:]
		for o, v := range row[:d] {
			to[o/16*16*rows+o%16*2] = v
		}
	}
	return worth
}

// share turns scores into shares of one.
func share(dst []int16, scores []float32, n int) {
	top := scores[0]
	for _, s := range scores[:n] {
		top = max(top, s)
	}
	for i := n; i < len(scores); i++ {
		scores[i] = float32(top - 100) // nothing
	}
	kernel.Shorten(dst, scores, float32(wholly/kernel.Powers(scores, top)))
}
