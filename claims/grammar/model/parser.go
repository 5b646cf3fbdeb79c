package model

// The parser is a transition system, arc-hybrid (Kuhlmann, Gómez-Rodríguez and
// Satta 2011): a stack of words whose heads are not known yet, the words to come,
// and three moves. A word gets its head only when all its own dependents are
// known, on either side, so the labeller can look at the whole phrase. The root
// stands behind the last word; it takes its one dependent when the stack holds
// nothing else, so what comes out is always a tree with one root, after two moves
// a word.

// Move is what the parser does next.
type Move uint8

const (
	Shift Move = iota // put the next word on the stack
	Left              // the next word becomes the head of the stack's top, which leaves the stack
	Right             // the word below becomes the head of the stack's top, which leaves the stack
)

// State is a sentence half parsed. Nodes[0] is no word, Nodes[1] the first,
// Nodes[N+1] the root, and three more stand for what is behind it.
type State struct {
	Nodes []Node // the words: the same for all states of a sentence
	Links []Link // their arcs so far
	N     int
	stack []int32
	next  int
	Score float32
	Moves []Move // made so far
}

// Node is a word as the parser sees it.
type Node struct {
	Word     uint32
	Cluster  uint16
	Coarse   uint8
	Class    Class
	Shape    Shape
	Commas   int32 // how many commas, verbs and coordinators there are up to here
	Verbs    int32
	Coords   int32
	NextVerb int32 // the next verb behind the word, 0 if none
}

// Link is a word's place in the tree.
type Link struct {
	Head   int32
	L1, L2 int32 // the leftmost dependent, the second
	R1, R2 int32 // the rightmost dependent, the one before
	Label  uint8 // its relation, plus one; zero while it has no head
	NLeft  uint8 // how many dependents it has to the left, 3 being more
	NRight uint8
}

// Begin makes the state ready for a sentence.
func (s *State) Begin(forms []Form, classes []Class, lexicon Lexicon) {
	s.N = len(forms)
	s.Nodes = append(s.Nodes[:0], Node{Word: Boundary.Word})
	s.stack, s.Moves = s.stack[:0], s.Moves[:0]
	s.next, s.Score = 1, 0
	var commas, verbs, coords int32
	for i, f := range forms {
		c := classes[i]
		switch {
		case c == Punctuation && f.Suffix>>8 == 0 && f.Suffix != '"' && f.Suffix != '\'' && f.Suffix != '-':
			commas++
		case c >= VerbBase && c <= VerbThird:
			verbs++
		case c == Coordinator:
			coords++
		}
		s.Nodes = append(s.Nodes, Node{Word: f.Word, Cluster: uint16(f.Lexical & ClusterMask), Coarse: lexicon.Coarse(f.Lexical), Class: c, Shape: f.Shape,
			Commas: commas, Verbs: verbs, Coords: coords})
	}
	s.Nodes = append(s.Nodes, Node{Word: 2, Class: NumClasses, Commas: commas, Verbs: verbs, Coords: coords})
	s.Nodes = append(s.Nodes, Node{Word: Boundary.Word}, Node{Word: Boundary.Word}, Node{Word: Boundary.Word})
	var nextVerb int32
	for i := s.N; i >= 0; i-- {
		s.Nodes[i].NextVerb = nextVerb
		if c := s.Nodes[i].Class; c >= VerbBase && c <= VerbThird || c >= AuxPast && c <= AuxModal {
			nextVerb = int32(i)
		}
	}
	s.Links = append(s.Links[:0], make([]Link, len(s.Nodes))...)
}

// Copy makes the state equal to another one of the same sentence.
func (s *State) Copy(t *State) {
	s.Nodes, s.N, s.next, s.Score = t.Nodes, t.N, t.next, t.Score
	s.Links = append(s.Links[:0], t.Links...)
	s.stack = append(s.stack[:0], t.stack...)
	s.Moves = append(s.Moves[:0], t.Moves...)
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
	s.Moves = append(s.Moves, m)
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
		h.L1, h.L2 = int32(dependent), h.L1
		h.NLeft = min(h.NLeft+1, 3)
	} else {
		h.R1, h.R2 = int32(dependent), h.R1
		h.NRight = min(h.NRight+1, 3)
	}
}

// distance puts distances into few classes.
func distance(a, b int) uint64 {
	switch d := b - a; {
	case d <= 4:
		return uint64(max(d, 0))
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

// MoveFeatures are the features by which the next move is chosen.
func (s *State) MoveFeatures(f *Features) {
	f.N = 0
	n := s.Nodes
	i0, i1, i2 := s.Top(0), s.Top(1), s.Top(2)
	s0, s1, s2 := &n[i0], &n[i1], &n[i2]
	b0, b1, b2, b3 := &n[s.next], &n[s.next+1], &n[s.next+2], &n[min(s.next+3, len(n)-1)]

	s0w, s0t, s0c := uint64(s0.Word), uint64(s0.Class), uint64(s0.Cluster)
	s1w, s1t, s1c := uint64(s1.Word), uint64(s1.Class), uint64(s1.Cluster)
	b0w, b0t, b0c := uint64(b0.Word), uint64(b0.Class), uint64(b0.Cluster)
	b1w, b1t := uint64(b1.Word), uint64(b1.Class)
	s2t, b2t, b3t := uint64(s2.Class), uint64(b2.Class), uint64(b3.Class)
	s0wt, s1wt, b0wt, b1wt := s0w<<8|s0t, s1w<<8|s1t, b0w<<8|b0t, b1w<<8|b1t

	// single words
	f.add(hash1(0, s0wt))
	f.add(hash1(1, s0t))
	f.add(hash1(2, s0c<<8|s0t))
	f.add(hash1(3, s1wt))
	f.add(hash1(4, s1c<<8|s1t))
	f.add(hash1(5, b0wt))
	f.add(hash1(6, b0c<<8|b0t))
	f.add(hash1(7, b1wt))
	f.add(hash1(8, uint64(b1.Cluster)<<8|b1t))
	f.add(hash1(9, uint64(b2.Word)<<8|b2t))
	f.add(hash1(10, uint64(s2.Word)<<8|s2t))

	// pairs
	f.add(hash2(11, s0wt, b0wt))
	f.add(hash2(12, s0wt, b0t))
	f.add(hash2(13, s0t, b0wt))
	f.add(hash2(14, s0t, b0t))
	f.add(hash2(15, s0c, b0c))
	f.add(hash2(16, s0w, b0c))
	f.add(hash2(17, s0c, b0w))
	f.add(hash2(18, s1wt, s0wt))
	f.add(hash2(19, s1wt, s0t))
	f.add(hash2(20, s1t, s0wt))
	f.add(hash2(21, s1t, s0t))
	f.add(hash2(22, s1c, s0c))
	f.add(hash2(23, s1t, b0t))
	f.add(hash2(24, s1w, b0wt))
	f.add(hash2(25, b0wt, b1wt))
	f.add(hash2(26, b0wt, b1t))
	f.add(hash2(27, b0t, b1wt))

	// three classes
	tt := s0t<<8 | b0t
	st := s1t<<8 | s0t
	f.add(hash2(28, tt, b1t))
	f.add(hash3(29, tt, b1t, b2t))
	f.add(hash2(30, st, b0t))
	f.add(hash3(31, st, b0t, b1t))
	f.add(hash3(32, st, b0t, s2t))
	f.add(hash3(33, tt, b1t, b2t<<8|b3t))
	f.add(hash3(34, s0wt, b0t, b1t))
	f.add(hash3(35, s0t, b0wt, b1t))
	f.add(hash3(36, st, s0w, b0t))
	f.add(hash3(37, st, s1w, b0t))
	f.add(hash3(38, st, b0w, b0t))

	// children: of s0, s1, b0
	k0, k1, kb := &s.Links[i0], &s.Links[i1], &s.Links[s.next]
	s0l, s0l2, s0r := &n[k0.L1], &n[k0.L2], &n[k0.R1]
	b0l := &n[kb.L1]
	s0lt, s0rt, s1lt, s1rt, b0lt := s.kind(k0.L1), s.kind(k0.R1), s.kind(k1.L1), s.kind(k1.R1), s.kind(kb.L1)
	f.add(hash3(39, tt, s0lt, 0))
	f.add(hash3(40, tt, s0rt, 0))
	f.add(hash3(41, tt, b0lt, 0))
	f.add(hash3(42, st, s0lt, b0t))
	f.add(hash3(43, st, s0rt, b0t))
	f.add(hash3(44, st, s1lt, 0))
	f.add(hash3(45, st, s1rt, b0t))
	f.add(hash3(46, tt, s0rt, s.kind(k0.R2)))
	f.add(hash3(47, tt, s0lt, s.kind(k0.L2)))
	f.add(hash3(48, tt, b0lt, s.kind(kb.L2)))
	f.add(hash3(49, st, s1rt, s.kind(k1.R2)))
	f.add(hash3(50, s0w, b0t, s0rt))
	f.add(hash3(51, s0w, b0t, s0lt))
	f.add(hash3(52, s0t, b0w, b0lt))
	f.add(hash3(53, s0w, uint64(b0l.Word), b0t))
	f.add(hash3(54, s1w, uint64(s0l.Word), s0t))
	f.add(hash3(55, st, uint64(s0l.Word), b0t))
	f.add(hash3(56, s1c, uint64(s0l.Word), s0c))
	f.add(hash3(57, tt, uint64(b0l.Word), s1t))
	f.add(hash3(58, st, uint64(s0r.Word), b0t))
	f.add(hash3(59, s0t, uint64(s0r.Word), b0w))
	f.add(hash2(60, uint64(s0l.Word)<<8|s0t, uint64(s0l2.Word)))

	// how many, how far, what lies between
	v0 := uint64(k0.NLeft)<<4 | uint64(k0.NRight)
	v1 := uint64(k1.NLeft)<<4 | uint64(k1.NRight)
	d0 := distance(i0, s.next)
	d1 := distance(i1, i0)
	if i1 == 0 {
		d1 = 15
	}
	f.add(hash3(61, s0wt, v0, 0))
	f.add(hash3(62, tt, v0, uint64(kb.NLeft)))
	f.add(hash3(63, st, v1, v0))
	f.add(hash3(64, b0wt, uint64(kb.NLeft), 0))
	f.add(hash3(65, tt, d0, 0))
	f.add(hash3(66, st, d1, 0))
	f.add(hash3(67, s0w, d0, b0t))
	f.add(hash3(68, s1w, d1, s0t))
	f.add(hash3(69, st, d0<<4|d1, b0t))
	between0 := few(b0.Commas-s0.Commas) | few(b0.Verbs-s0.Verbs)<<2 | few(b0.Coords-s0.Coords)<<4
	between1 := few(s0.Commas-s1.Commas) | few(s0.Verbs-s1.Verbs)<<2 | few(s0.Coords-s1.Coords)<<4
	f.add(hash3(70, tt, between0, 1))
	f.add(hash3(71, st, between1, 1))
	f.add(hash3(72, st, between1<<8|between0, b0t))

	// neighbours in the text, and the verb to come
	before, after := &n[max(s.next-1, 0)], &n[i0+1]
	f.add(hash3(73, tt, uint64(before.Class), uint64(after.Class)))
	f.add(hash3(74, s0t, b0t, uint64(before.Word)))
	f.add(hash3(75, s0t, b0t, uint64(after.Word)))
	verb := &n[b0.NextVerb]
	f.add(hash3(76, tt, uint64(verb.Class), few(int32(distance(s.next, int(b0.NextVerb))))))
	f.add(hash3(77, tt, uint64(verb.Word), 0))
	f.add(hash3(78, s0t, uint64(s0.Shape)<<8|uint64(b0.Shape), b0t))
	f.add(hash3(79, s0w, b0w, b1w))
	f.add(hash3(80, s1t<<8|s2t, s0lt<<16|b0lt, tt))
	f.add(hash3(81, uint64(s0.Coarse)<<8|uint64(s1.Coarse), uint64(s0l.Word), b0t))
	f.add(hash3(82, uint64(s0.Coarse)<<8|uint64(b0.Coarse), b1t, tt))
}

// kind is a dependent's class and relation.
func (s *State) kind(i int32) uint64 { return uint64(s.Nodes[i].Class)<<8 | uint64(s.Links[i].Label) }

func few(n int32) uint64 { return uint64(min(max(n, 0), 3)) }

// LabelFeatures are the features by which the relation of a dependent to its head
// is chosen, before the arc is made.
func (s *State) LabelFeatures(f *Features, head, dependent int) {
	f.N = 0
	n := s.Nodes
	h, d := &n[head], &n[dependent]
	var side uint64
	near := distance(head, dependent)
	if dependent < head {
		side, near = 1, distance(dependent, head)
	}
	kh, kd := &s.Links[head], &s.Links[dependent]
	sibling, sibling2 := s.kind(kh.R1), s.kind(kh.R2)
	if side == 1 {
		sibling, sibling2 = s.kind(kh.L1), s.kind(kh.L2)
	}
	hw, ht, hc := uint64(h.Word), uint64(h.Class)<<1|side, uint64(h.Cluster)
	dw, dt, dc := uint64(d.Word), uint64(d.Class), uint64(d.Cluster)
	l, l2 := &n[kd.L1], &n[kd.L2]
	lk, rk := s.kind(kd.L1), s.kind(kd.R1)
	before, after := &n[dependent-1], &n[dependent+1]
	ht2 := ht<<8 | dt

	f.add(hash1(0, ht2))
	f.add(hash2(1, ht, dw))
	f.add(hash2(2, hw<<1|side, dt))
	f.add(hash2(3, hw<<1|side, dw))
	f.add(hash2(4, hc, dc<<8|dt))
	f.add(hash2(5, hw<<1|side, dc<<8|dt))
	f.add(hash2(6, hc<<8|ht, dw))
	f.add(hash2(7, ht2, dc))
	f.add(hash2(8, ht2, hc))
	f.add(hash2(9, ht2, near))
	f.add(hash2(10, ht2, uint64(l.Word)))
	f.add(hash2(11, ht2, lk))
	f.add(hash2(12, ht2, rk))
	f.add(hash3(13, ht2, lk, s.kind(kd.L2)))
	f.add(hash3(14, ht2, rk, s.kind(kd.R2)))
	f.add(hash3(15, hw, uint64(l.Word), dt))
	f.add(hash3(16, dw, uint64(l.Word), ht))
	f.add(hash3(17, dc, uint64(l.Word), ht))
	f.add(hash2(18, ht2, sibling))
	f.add(hash3(19, ht2, sibling, sibling2))
	f.add(hash3(20, hw, sibling, dt))
	f.add(hash2(21, ht2, uint64(before.Class)<<8|uint64(after.Class)))
	f.add(hash2(22, ht2, uint64(before.Word)))
	f.add(hash2(23, ht2, uint64(after.Word)))
	f.add(hash3(24, ht2, uint64(h.Shape), uint64(d.Shape)))
	f.add(hash3(25, ht2, uint64(kh.NLeft)<<4|uint64(kh.NRight), uint64(kd.NLeft)<<4|uint64(kd.NRight)))
	lo, hi := d, h
	if side == 0 {
		lo, hi = h, d
	}
	between := few(hi.Commas-lo.Commas) | few(hi.Verbs-lo.Verbs)<<2 | few(hi.Coords-lo.Coords)<<4
	f.add(hash3(26, ht2, between, near))
	f.add(hash3(27, ht2, lk, sibling))
	f.add(hash3(28, ht2, uint64(s.Links[kh.L1].Label)<<8|uint64(s.Links[kh.R1].Label), 0))
	f.add(hash2(29, dw, 0))
	f.add(hash2(30, dt<<32|uint64(l.Word), uint64(l2.Word)))
	f.add(hash3(31, uint64(h.Coarse), uint64(d.Coarse), ht2<<32|uint64(l.Word)))
	f.add(hash3(32, ht2, s.kind(kh.L1), lk))
	f.add(hash3(33, hw, dw, uint64(l.Word)))
}

// RootLabel is the relation of the root's dependent, plus one.
const RootLabel = 2
