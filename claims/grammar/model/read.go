package model

import "factcheck/claims/grammar/kernel"

// Reading is the room for reading a sentence, and what the network makes of it.
type Reading struct {
	N       int
	Words   []int16 // the sums of the rows of the words, RowWidth for a word, 12 bits of fraction
	First   []int16 // the outputs of the encoder's first layer, Outputs for a word, 12 bits of fraction
	Last    []int16 // and of its last
	Classes []Class
	State   State // once Parse was called, the tree

	cells [Hidden]int16
	sums  []int32
	slots []int16 // what each word adds in each slot, from no word to the root
	arcs  []int16 // what each word adds as a head and as a dependent
	move  [MoveWidth]int16
	label [LabelWidth]int16
}

// fit returns s with n values, which are any.
func fit[T int16 | int32 | Class](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// Read encodes a sentence and classes its words.
func (n *Network) Read(r *Reading, forms []Form) {
	r.N = len(forms)
	r.Words = fit(r.Words, r.N*RowWidth)
	for i := range forms {
		rows := forms[i].Rows()
		kernel.SumBytes(r.Words[i*RowWidth:(i+1)*RowWidth], n.Rows, rows[:])
	}
	r.First, r.Last = fit(r.First, r.N*Outputs), fit(r.Last, r.N*Outputs)
	x, y := r.Words, r.First
	for k := range n.Layers {
		for d := range 2 {
			n.Layers[k][d].run(r, x, y[d*Hidden:], d == 1)
		}
		x, y = y, r.Last
	}
	r.Classes = fit(r.Classes, r.N)
	sums := n.Tag.begin(r.N, &r.sums)
	n.Tag.multiply(r.N, r.First, sums)
	for i := range r.Classes {
		r.Classes[i] = Class(1 + greatest(sums[i*TagOut+1:][:NumClasses-1]))
	}
}

// run runs the layer over the rows of x; the outputs go to rows of y.
func (l *Layer) run(r *Reading, x, y []int16, back bool) {
	sums := l.X.begin(r.N, &r.sums)
	l.X.multiply(r.N, x, sums)
	clear(r.cells[:])
	var before []int16
	for k := range r.N {
		i := k
		if back {
			i = r.N - 1 - k
		}
		s := sums[i*3*Hidden:][:3*Hidden]
		if k > 0 {
			l.H.multiply(1, before, s)
		}
		h := y[i*Outputs:][:Hidden]
		kernel.Gates(s, r.cells[:], h)
		before = h
	}
}

// greatest returns the index of the greatest, the first of equals.
func greatest(x []int32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// Parse finds the tree of a sentence that was read.
func (n *Network) Parse(r *Reading) {
	size := r.N * n.Slots.Out
	edge := n.Slots.Out
	r.slots = fit(r.slots, size+2*edge)
	copy(r.slots, n.edgeSlots[:edge])
	n.Slots.apply(r.N, r.Last, r.slots[edge:], &r.sums)
	copy(r.slots[edge+size:], n.edgeSlots[edge:])

	size, edge = r.N*n.Arcs.Out, n.Arcs.Out
	r.arcs = fit(r.arcs, size+2*edge)
	copy(r.arcs, n.edgeArcs[:edge])
	n.Arcs.apply(r.N, r.Last, r.arcs[edge:], &r.sums)
	copy(r.arcs[edge+size:], n.edgeArcs[edge:])

	s := &r.State
	for s.Begin(r.N); !s.Done(); {
		m := n.choose(r)
		label := uint8(0)
		if m != Shift {
			head, dependent := s.Arc(m)
			if label = RootLabel; head <= r.N {
				label = n.relation(r, head, dependent)
			}
		}
		s.Make(m, label)
	}
}

// choose chooses the next move.
func (n *Network) choose(r *Reading) Move {
	slots, traits := r.State.Slots(), r.State.Traits()
	for k := range slots {
		slots[k] = slots[k]*NumSlots + int32(k)
	}
	x := r.move[:]
	copy(x, n.MoveBias)
	kernel.SumRows(x, r.slots, slots[:])
	kernel.SumRows(x, n.Traits, traits[:])
	kernel.Rectify(x)
	var scores [MoveOut]int32
	copy(scores[:], n.Move.Bias)
	n.Move.multiply(1, x, scores[:])
	best, found := Shift, false
	for m := range NumMoves {
		if r.State.Allowed(m) && (!found || scores[m] > scores[best]) {
			best, found = m, true
		}
	}
	return best
}

// relation chooses the relation, plus one, of a dependent to its head.
func (n *Network) relation(r *Reading, head, dependent int) uint8 {
	x := r.label[:]
	copy(x, n.ArcBias)
	kernel.SumRows(x, r.arcs, []int32{int32(2 * head), int32(2*dependent + 1)})
	kernel.SumRows(x, n.ArcTraits, []int32{ArcTrait(head, dependent)})
	kernel.Rectify(x)
	var scores [LabelOut]int32
	copy(scores[:], n.Label.Bias)
	n.Label.multiply(1, x, scores[:])
	scores[RootLabel] = scores[1] // the root's alone; no training arc has it
	return uint8(1 + greatest(scores[1:]))
}
