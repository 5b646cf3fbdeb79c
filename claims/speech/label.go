package speech

// Label says what a unit is to a cue.
type Label = uint8

// The labels: what begins a part of the content or the speaker, and what goes on
// with it.
const (
	Neither Label = iota
	ContentBegins
	ContentGoesOn
	SpeakerBegins
	SpeakerGoesOn
	Labels
)

// Follows reports whether label b may stand after a.
func Follows(a, b Label) bool {
	switch b {
	case ContentGoesOn:
		return a == ContentBegins || a == ContentGoesOn
	case SpeakerGoesOn:
		return a == SpeakerBegins || a == SpeakerGoesOn
	}
	return true
}

// Step returns the row of the Step table for unit i.
func (s *Analysis) Step(i int) int {
	u := &s.units[i]
	switch {
	case u.quotation >= 0:
		return 20
	case u.word == comma:
		return 21
	case u.part:
		return 22
	}
	return int(u.tag)
}

// label returns the best sequence of labels for the cue at unit k (Viterbi), one
// for each unit, valid until the next call.
func (s *Analysis) label(m *Model, k int) []Label {
	s.Survey(k)
	n := len(s.units)
	s.score, s.from = s.score[:0], s.from[:0]
	for i := 0; i < n; i++ {
		var here [Labels]int32
		s.emission(m, &here, i, k)
		row := m.Step[s.Step(i)*int(Labels*Labels):]
		for y := range Labels {
			best, from := int32(-1<<30), Neither
			for x := range Labels {
				if !Follows(x, y) || i == 0 && x != Neither {
					continue
				}
				v := int32(int8(row[x*Labels+y]))
				if i > 0 {
					v += s.score[(i-1)*int(Labels)+int(x)]
				}
				if v > best {
					best, from = v, x
				}
			}
			s.score = append(s.score, best+here[y])
			s.from = append(s.from, from)
		}
	}
	return s.path(n)
}

// emission sums the weights of unit i for each label.
func (s *Analysis) emission(m *Model, sum *[Labels]int32, i, k int) {
	s.feats = s.LabelFeatures(s.feats[:0], i, k)
	for _, f := range m.Label.sift(s.feats) {
		if row := m.Label.weights(f); len(row) == int(Labels) {
			for y := range sum {
				sum[y] += int32(int8(row[y]))
			}
		}
	}
}

// path follows the best steps back; it overwrites s.from with the labels.
func (s *Analysis) path(n int) []Label {
	y, best := Neither, int32(-1<<30)
	for x := range Labels {
		if v := s.score[(n-1)*int(Labels)+int(x)]; v > best {
			best, y = v, x
		}
	}
	out := make([]Label, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = y
		y = s.from[i*int(Labels)+int(y)]
	}
	return out
}
