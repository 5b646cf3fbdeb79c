package model

import (
	"slices"

	"factcheck/claims/grammar/kernel"
)

// Reading is the room for reading a sentence, and what the network makes of it.
type Reading struct {
	N       int
	Words   []int16 // the sums of the rows of the words, RowWidth for a word, 12 bits of fraction
	First   []int16 // the outputs of the encoder's first layer, Outputs for a word, 12 bits of fraction
	Last    []int16 // and of its last
	Classes []Class
	State   State // once Parse was called, the tree

	room  *room
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

// together is how many sentences are encoded at a time: the weights that a step of a layer
// takes are a good part of what a processor has at hand, and serve as many steps.
const together = 8

// room is what encoding sentences together takes.
type room struct {
	cells  [together][Hidden]int16
	before [together * Hidden]int16 // the outputs of the step before
	sums   [together * 3 * Hidden]int32
	order  []*Reading
}

func (r *Reading) roomFor() *room {
	if r.room == nil {
		r.room = new(room)
	}
	return r.room
}

// Read encodes a sentence and classes its words.
func (n *Network) Read(r *Reading, forms []Form) {
	n.begin(r, forms)
	room := r.roomFor()
	room.order = append(room.order[:0], r)
	n.encodeAll(room, room.order)
}

// ReadAll is Read of several sentences, those of much the same length together.
func (n *Network) ReadAll(all []*Reading, forms [][]Form) {
	if len(all) == 0 {
		return
	}
	room := all[0].roomFor()
	for i, r := range all {
		n.begin(r, forms[i])
	}
	room.order = append(room.order[:0], all...)
	slices.SortStableFunc(room.order, func(a, b *Reading) int { return b.N - a.N })
	for list := range slices.Chunk(room.order, together) {
		n.encodeAll(room, list)
	}
}

// begin looks up the words of a sentence.
func (n *Network) begin(r *Reading, forms []Form) {
	r.N = len(forms)
	r.Words = fit(r.Words, r.N*RowWidth)
	for i := range forms {
		rows := forms[i].Rows()
		kernel.SumBytes(r.Words[i*RowWidth:(i+1)*RowWidth], n.Rows, rows[:])
	}
	r.First, r.Last = fit(r.First, r.N*Outputs), fit(r.Last, r.N*Outputs)
}

// encodeAll encodes sentences, the longest first, and classes their words.
func (n *Network) encodeAll(room *room, list []*Reading) {
	for d := range 2 {
		for _, r := range list {
			n.Layers[0][d].X.multiply(r.N, r.Words, n.Layers[0][d].X.begin(r.N, &r.sums))
		}
		n.Layers[0][d].run(room, list, func(r *Reading) []int16 { return r.First[d*Hidden:] }, d == 1)
	}
	for d := range 2 {
		for _, r := range list {
			n.Layers[1][d].X.multiply(r.N, r.First, n.Layers[1][d].X.begin(r.N, &r.sums))
		}
		n.Layers[1][d].run(room, list, func(r *Reading) []int16 { return r.Last[d*Hidden:] }, d == 1)
	}
	for _, r := range list {
		r.Classes = fit(r.Classes, r.N)
		sums := n.Tag.begin(r.N, &r.sums)
		n.Tag.multiply(r.N, r.First, sums)
		for i := range r.Classes {
			r.Classes[i] = Class(1 + greatest(sums[i*TagOut+1:][:NumClasses-1]))
		}
	}
}

// run runs the layer over the sums of sentences, the longest first; the outputs go to rows
// of what out returns. A step of several sentences is one multiplication.
func (l *Layer) run(room *room, list []*Reading, out func(*Reading) []int16, back bool) {
	clear(room.cells[:len(list)])
	for k := 0; ; k++ {
		for len(list) > 0 && list[len(list)-1].N <= k {
			list = list[:len(list)-1]
		}
		if len(list) == 0 {
			return
		}
		place := func(r *Reading) int {
			if back {
				return r.N - 1 - k
			}
			return k
		}
		for j, r := range list {
			copy(room.sums[j*3*Hidden:(j+1)*3*Hidden], r.sums[place(r)*3*Hidden:])
		}
		if k > 0 {
			rows := filled[len(list)]
			l.H.multiply(rows, room.before[:rows*Hidden], room.sums[:rows*3*Hidden])
		}
		for j, r := range list {
			h := out(r)[place(r)*Outputs:][:Hidden]
			kernel.Gates(room.sums[j*3*Hidden:(j+1)*3*Hidden], room.cells[j][:], h)
			copy(room.before[j*Hidden:], h)
		}
	}
}

// filled is how many rows are multiplied for so many: four and eight at a time are quicker
// than one after the other, even where some are for nothing.
var filled = [together + 1]int{0, 1, 4, 4, 4, 5, 8, 8, 8}

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
