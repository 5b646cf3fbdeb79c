package model

// The search keeps the best few states after each number of moves. It starts
// where a greedy parser would, and widens only where moves score alike: a state
// that is worse than the best by more than a margin is dropped at once, so most
// of a sentence costs no more than a greedy parse.

// Scorer scores the moves of a state and labels the arcs that they make: a Model,
// or the weights that a trainer is learning.
type Scorer interface {
	ScoreMoves(s *State, f *Features) [3]float32
	ScoreLabel(s *State, f *Features, head, dependent int) uint8
}

// Beam is the room for a search.
type Beam struct {
	Width  int      // how many states are kept; no more than 1 is greedy
	Margin float32  // how much worse than the best a state may be; 0 is any
	Live   []*State // the states kept, the best first
	spare  []*State
	choice []choice
	f      Features
}

type choice struct {
	state *State
	move  Move
	score float32
}

// longestBeam is the length from which a sentence is parsed greedily: copying its
// states would cost more than a linear time.
const longestBeam = 250

// Begin starts a search.
func (b *Beam) Begin(forms []Form, classes []Class, lexicon Lexicon) {
	b.spare = append(b.spare, b.Live...)
	b.Live = b.Live[:0]
	s := b.take()
	s.Begin(forms, classes, lexicon)
	b.Live = append(b.Live, s)
}

func (b *Beam) take() *State {
	if n := len(b.spare); n > 0 {
		s := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return s
	}
	return new(State)
}

// Done reports whether the best state is a tree.
func (b *Beam) Done() bool { return b.Live[0].Done() }

// Step makes one move in every state and keeps the best.
func (b *Beam) Step(m Scorer) {
	width := b.Width
	if b.Live[0].N > longestBeam {
		width = 1
	}
	b.choice = b.choice[:0]
	for _, s := range b.Live {
		scores := m.ScoreMoves(s, &b.f)
		for c := Shift; c <= Right; c++ {
			if s.Allowed(c) {
				b.insert(choice{s, c, s.Score + scores[c]}, max(width, 1))
			}
		}
	}
	if b.Margin > 0 {
		for n := len(b.choice); n > 1 && b.choice[n-1].score < b.choice[0].score-b.Margin; n-- {
			b.choice = b.choice[:n-1]
		}
	}
	b.advance(m)
}

// insert keeps the choices ordered, the first of equals first.
func (b *Beam) insert(c choice, width int) {
	i := len(b.choice)
	for i > 0 && b.choice[i-1].score < c.score {
		i--
	}
	if i >= width {
		return
	}
	if len(b.choice) < width {
		b.choice = append(b.choice, choice{})
	}
	copy(b.choice[i+1:], b.choice[i:])
	b.choice[i] = c
}

// advance makes the chosen moves, in a copy of the state if another choice needs
// it too.
func (b *Beam) advance(m Scorer) {
	old := len(b.Live)
	for i := range b.choice {
		c := &b.choice[i]
		s := c.state
		for _, later := range b.choice[i+1:] {
			if later.state == s {
				s = b.take()
				s.Copy(c.state)
				break
			}
		}
		c.state = nil
		label := uint8(0)
		if c.move != Shift {
			head, dependent := s.Arc(c.move)
			if label = RootLabel; head <= s.N {
				label = m.ScoreLabel(s, &b.f, head, dependent)
			}
		}
		s.Make(c.move, label)
		if s.Score = c.score; s.N > longestBeam {
			s.Score = 0 // alone, and the sum would grow beyond what a float32 holds exactly
		}
		b.Live = append(b.Live, s)
	}
	for _, s := range b.Live[:old] {
		used := false
		for _, t := range b.Live[old:] {
			used = used || s == t
		}
		if !used {
			b.spare = append(b.spare, s)
		}
	}
	b.Live = b.Live[:copy(b.Live, b.Live[old:])]
}

// Parse finds the tree of a sentence: the best state of the beam, once Begin was
// called.
func (m *Model) Parse(b *Beam) *State {
	for !b.Done() {
		b.Step(m)
	}
	return b.Live[0]
}

// ScoreMoves scores the moves of a state.
func (m *Model) ScoreMoves(s *State, f *Features) [3]float32 {
	s.MoveFeatures(f)
	return m.Moves.Sum(f)
}

// ScoreLabel chooses the relation, plus one, of a dependent.
func (m *Model) ScoreLabel(s *State, f *Features, head, dependent int) uint8 {
	var scores [LabelRow]uint16
	s.LabelFeatures(f, head, dependent)
	m.Labels.Sum(f, &scores)
	scores[RootLabel] = 0
	return uint8(greatest(scores[:], 1))
}
