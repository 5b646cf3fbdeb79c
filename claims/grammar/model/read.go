package model

import (
	"slices"

	"factcheck/claims/grammar/kernel"
)

// Reading is what the network makes of a sentence, and the room for reading it.
type Reading struct {
	N       int
	Words   []int16 // the sums of the rows of the words, RowWidth for a word, 12 bits of fraction
	First   []int16 // the outputs of the encoder's first layer, Outputs for a word, 12 bits of fraction
	Last    []int16 // and of its last
	Classes []Class
	State   State // once Parse was called, the tree

	in     *room // what the sentence was read in
	at     int   // its first word there
	own    *room
	alone  [1]*Reading
	move   [MoveWidth]int16
	label  [LabelWidth]int16
	listed [1][]Form
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

// room is what reading sentences takes. Their words stand one after the other, so that a product
// of all of them is one multiplication, whatever their lengths.
type room struct {
	words, first, last []int16
	slots              []int16 // what each word adds in each slot, behind what no word does and the root
	arcs               []int16 // what each word adds as a head and as a dependent, behind the same
	sums               []int32
	cells              [together][Hidden]int16
	before             [together * Hidden]int16 // the outputs of the step before
	step               [together * 3 * Hidden]int32
	order              []*Reading
}

// Read encodes a sentence and classes its words.
func (n *Network) Read(r *Reading, forms []Form) {
	r.alone[0], r.listed[0] = r, forms
	n.ReadAll(r.alone[:], r.listed[:])
	r.alone[0], r.listed[0] = nil, nil
}

// ReadAll is Read of several sentences, those of much the same length together.
func (n *Network) ReadAll(all []*Reading, forms [][]Form) {
	if len(all) == 0 {
		return
	}
	if all[0].own == nil {
		all[0].own = new(room)
	}
	room, words := all[0].own, 0
	for i, r := range all {
		r.N, words = len(forms[i]), words+len(forms[i])
	}
	room.order = append(room.order[:0], all...)
	slices.SortStableFunc(room.order, func(a, b *Reading) int { return b.N - a.N })
	room.words, room.first, room.last = fit(room.words, words*RowWidth), fit(room.first, words*Outputs), fit(room.last, words*Outputs)
	room.slots, room.arcs = fit(room.slots, (2+words)*n.Slots.Out), fit(room.arcs, (2+words)*n.Arcs.Out)
	copy(room.slots, n.edgeSlots)
	copy(room.arcs, n.edgeArcs)
	words = 0
	for _, r := range room.order {
		r.in, r.at = room, words
		r.Words, r.First, r.Last = rows(room.words, words, r.N, RowWidth), rows(room.first, words, r.N, Outputs), rows(room.last, words, r.N, Outputs)
		words += r.N
	}
	for i, r := range all {
		for k := range forms[i] {
			of := forms[i][k].Rows()
			kernel.SumBytes(r.Words[k*RowWidth:(k+1)*RowWidth], n.Rows, of[:])
		}
	}
	for list := range slices.Chunk(room.order, together) {
		n.encodeAll(room, list)
	}
}

// rows returns n rows of a table from row at on.
func rows(table []int16, at, n, width int) []int16 {
	return table[at*width : (at+n)*width : (at+n)*width]
}

// encodeAll encodes sentences that stand one after the other, the longest first, classes their words, and
// computes what they add in the parser.
func (n *Network) encodeAll(room *room, list []*Reading) {
	at, words := list[0].at, 0
	for _, r := range list {
		words += r.N
	}
	first, last := rows(room.first, at, words, Outputs), rows(room.last, at, words, Outputs)
	for k, in := range [Layers][]int16{rows(room.words, at, words, RowWidth), first} {
		out := [Layers][]int16{first, last}[k]
		for d := range n.Layers[k] {
			l := &n.Layers[k][d]
			sums := l.X.begin(words, &room.sums)
			l.X.multiply(words, in, sums)
			l.run(room, list, sums, out[d*Hidden:], d == 1)
		}
	}
	sums := n.Tag.begin(words, &room.sums)
	n.Tag.multiply(words, first, sums)
	for _, r := range list {
		r.Classes = fit(r.Classes, r.N)
		for i := range r.Classes {
			r.Classes[i] = Class(1 + greatest(sums[(r.at-at+i)*TagOut+1:][:NumClasses-1]))
		}
	}
	n.Slots.apply(words, last, rows(room.slots, 2+at, words, n.Slots.Out), &room.sums)
	n.Arcs.apply(words, last, rows(room.arcs, 2+at, words, n.Arcs.Out), &room.sums)
}

// run runs the layer over the sums of sentences, the longest first; the outputs go to
// out, Outputs from word to word. A step of several sentences is one multiplication.
func (l *Layer) run(room *room, list []*Reading, sums []int32, out []int16, back bool) {
	clear(room.cells[:len(list)])
	at := list[0].at
	for k := 0; ; k++ {
		for len(list) > 0 && list[len(list)-1].N <= k {
			list = list[:len(list)-1]
		}
		if len(list) == 0 {
			return
		}
		place := func(r *Reading) int {
			if back {
				return r.at - at + r.N - 1 - k
			}
			return r.at - at + k
		}
		for j, r := range list {
			copy(room.step[j*3*Hidden:(j+1)*3*Hidden], sums[place(r)*3*Hidden:])
		}
		if k > 0 {
			rows := filled[len(list)]
			l.H.multiply(rows, room.before[:rows*Hidden], room.step[:rows*3*Hidden])
		}
		for j, r := range list {
			h := out[place(r)*Outputs:][:Hidden]
			kernel.Gates(room.step[j*3*Hidden:(j+1)*3*Hidden], room.cells[j][:], h)
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

// row returns where word i of the parser's stands in the room: 0 is none, N+1 the root.
func (r *Reading) row(i int) int32 {
	switch i {
	case 0:
		return 0
	case r.N + 1:
		return 1
	}
	return int32(1 + r.at + i)
}

// choose chooses the next move.
func (n *Network) choose(r *Reading) Move {
	slots, traits := r.State.Slots(), r.State.Traits()
	for k := range slots {
		slots[k] = r.row(int(slots[k]))*NumSlots + int32(k)
	}
	x := r.move[:]
	copy(x, n.MoveBias)
	kernel.SumRows(x, r.in.slots, slots[:])
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
	kernel.SumRows(x, r.in.arcs, []int32{2 * r.row(head), 2*r.row(dependent) + 1})
	kernel.SumRows(x, n.ArcTraits, []int32{ArcTrait(head, dependent)})
	kernel.Rectify(x)
	var scores [LabelOut]int32
	copy(scores[:], n.Label.Bias)
	n.Label.multiply(1, x, scores[:])
	scores[RootLabel] = scores[1] // the root's alone; no training arc has it
	return uint8(1 + greatest(scores[1:]))
}
