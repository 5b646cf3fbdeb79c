package model

// The parser is a transition system, arc-hybrid (Kuhlmann, Gómez-Rodríguez and
// Satta 2011): a stack of words whose heads are not known yet, the words to come,
// and three moves. A word gets its head only when all its own dependents are
// known, on either side. The root stands behind the last word; it takes its one
// dependent when the stack holds nothing else, so what comes out is always a tree
// with one root, after two moves a word.

// Move is what the parser does next.
type Move uint8

const (
	Shift Move = iota // put the next word on the stack
	Left              // the next word becomes the head of the stack's top, which leaves the stack
	Right             // the word below becomes the head of the stack's top, which leaves the stack
	NumMoves
)

// State is a sentence half parsed. Links[0] is no word, Links[1] the first,
// Links[N+1] the root.
type State struct {
	Links []Link
	N     int
	stack []int32
	next  int
}

// Link is a word's place in the tree.
type Link struct {
	Head   int32
	L1, R1 int32 // the leftmost dependent, the rightmost
	Label  uint8 // its relation, plus one; zero while it has no head
	NLeft  uint8 // how many dependents it has to the left, 3 being more
	NRight uint8
}

// Begin makes the state ready for a sentence of n words.
func (s *State) Begin(n int) {
	s.N, s.next, s.stack = n, 1, s.stack[:0]
	if cap(s.Links) < n+2 {
		s.Links = make([]Link, n+2, 2*n+2)
	}
	s.Links = s.Links[:n+2]
	clear(s.Links)
}

// Done reports whether every word has its head.
func (s *State) Done() bool { return s.next > s.N && len(s.stack) == 0 }

// Top returns the stack's word at a depth, 0 if there is none.
func (s *State) Top(depth int) int {
	if i := len(s.stack) - 1 - depth; i >= 0 {
		return int(s.stack[i])
	}
	return 0
}

// Next returns the next word; N+1 is the root.
func (s *State) Next() int { return s.next }

// Stack returns the words on the stack, the top last.
func (s *State) Stack() []int32 { return s.stack }

// Allowed reports whether the move can be made.
func (s *State) Allowed(m Move) bool {
	switch m {
	case Shift:
		return s.next <= s.N
	case Left:
		return len(s.stack) > 0 && (s.next <= s.N || len(s.stack) == 1)
	}
	return len(s.stack) > 1
}

// Arc returns the head and the dependent of the arc that Left or Right would make.
func (s *State) Arc(m Move) (head, dependent int) {
	if m == Left {
		return s.next, s.Top(0)
	}
	return s.Top(1), s.Top(0)
}

// Make makes a move; label is the relation plus one, for Left and Right.
func (s *State) Make(m Move, label uint8) {
	if m == Shift {
		s.stack = append(s.stack, int32(s.next))
		s.next++
		return
	}
	head, dependent := s.Arc(m)
	s.stack = s.stack[:len(s.stack)-1]
	d, h := &s.Links[dependent], &s.Links[head]
	d.Head, d.Label = int32(head), label
	if m == Left {
		h.L1 = int32(dependent)
		h.NLeft = min(h.NLeft+1, 3)
	} else {
		h.R1 = int32(dependent)
		h.NRight = min(h.NRight+1, 3)
	}
}

// NumSlots is how many words of a state the network sees: the three on top of the
// stack and the next. Their outermost dependents as well would make it a fifth
// slower and no better.
const NumSlots = 4

// Slots returns the words that stand in the slots, 0 for none.
func (s *State) Slots() [NumSlots]int32 {
	return [NumSlots]int32{int32(s.Top(0)), int32(s.Top(1)), int32(s.Top(2)), int32(s.next)}
}

// NumTraits is how many small facts of a state the network sees beside the words,
// and TraitRows how many different ones there are.
const (
	NumTraits = 9
	TraitRows = 4*16 + 4 + 4*labelValues
)

const labelValues = 48

// Traits returns the facts: how far the words are apart, how many dependents they
// have, and the relations of the outermost.
func (s *State) Traits() [NumTraits]int32 {
	s0, s1, b0 := s.Top(0), s.Top(1), s.next
	k0, k1, kb := &s.Links[s0], &s.Links[s1], &s.Links[b0]
	d0, d1 := int32(15), int32(15)
	if s0 > 0 {
		d0 = distance(s0, b0)
	}
	if s1 > 0 {
		d1 = distance(s1, s0)
	}
	label := func(i int, word int32) int32 { return 68 + int32(i)*labelValues + int32(s.Links[word].Label) }
	return [NumTraits]int32{d0, 16 + d1, 32 + int32(k0.NLeft)*4 + int32(k0.NRight), 48 + int32(k1.NLeft)*4 + int32(k1.NRight), 64 + int32(kb.NLeft),
		label(0, k0.L1), label(1, k0.R1), label(2, k1.R1), label(3, kb.L1)}
}

// distance puts distances into few classes.
func distance(a, b int) int32 {
	switch d := b - a; {
	case d <= 5:
		return int32(max(d, 0))
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 14:
		return 8
	case d <= 20:
		return 9
	case d <= 30:
		return 10
	}
	return 11
}

// ArcRows is how many values ArcTrait has.
const ArcRows = 32

// ArcTrait is the fact that the labeller sees beside the two words: on which side
// the dependent is and how far away.
func ArcTrait(head, dependent int) int32 {
	if dependent < head {
		return 16 + distance(dependent, head)
	}
	return distance(head, dependent)
}

// RootLabel is the relation of the root's dependent, plus one.
const RootLabel = 2
