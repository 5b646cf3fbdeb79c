package entail

import "fmt"

// encoder puts the parts of the file together.
func (m *mapping) encoder() (*encoder, error) {
	h := &m.header
	if err := h.Shape.check(); err != nil {
		return nil, err
	}
	s := &sections{m: m}
	e := &encoder{shape: h.Shape}
	vocabulary := len(s.raw("words.scales")) / 4
	e.words, e.worths = s.bytes8("words", vocabulary*e.Hidden), s.floats("words.scales", vocabulary)
	if s.raw("places") != nil {
		e.places = s.floats("places", e.Positions*e.Hidden)
	}
	if e.Types > 0 {
		e.types = s.floats("types", e.Types*e.Hidden)
	}
	e.wordNorm = s.affine("words.norm", e.Hidden)
	if d := e.Distances; d > 0 {
		if len(h.Bucket) != 2*e.Positions {
			return nil, fmt.Errorf("%w: its distances", ErrDamaged)
		}
		for i, b := range h.Bucket {
			if b < 0 || b >= 2*d || i > 1 && b < h.Bucket[i-1] {
				return nil, fmt.Errorf("%w: its distances", ErrDamaged)
			}
		}
		e.bucket = h.Bucket
	}
	for i := range e.Layers {
		name := fmt.Sprintf("layer%d.", i)
		l := layer{look: s.linear(name+"look", e.Hidden, 3*e.Hidden), seen: s.linear(name+"seen", e.Hidden, e.Hidden), seenNorm: s.affine(name+"seen.norm", e.Hidden),
			up: s.linear(name+"up", e.Hidden, e.Inner), down: s.linear(name+"down", e.Inner, e.Hidden), norm: s.affine(name+"norm", e.Hidden)}
		if d := e.Distances; d > 0 {
			l.place = placing{s.shorts(name+"keys", 2*d*e.Hidden), s.shorts(name+"queries", 2*d*e.Hidden), s.floats(name+"keys.scales", e.Heads), s.floats(name+"queries.scales", e.Heads)}
		}
		e.layers = append(e.layers, l)
	}
	e.pool = s.linear("pool", e.Hidden, e.Hidden)
	e.answers, e.answerAdd = s.floats("answers", e.Labels*e.Hidden), s.floats("answers.bias", e.Labels)
	if s.err != nil {
		return nil, s.err
	}
	return e, nil
}

// check says whether the kernels can run a network of this shape.
func (s *shape) check() error {
	in := func(what string, v, from, to, multiple int) error {
		if v < from || v > to || v%multiple != 0 {
			return fmt.Errorf("a network with %d %s, where %d to %d in steps of %d can be run", v, what, from, to, multiple)
		}
		return nil
	}
	for _, err := range []error{
		in("numbers a token", s.Hidden, 16, 1024, 16), in("heads", s.Heads, 1, 64, 1), in("layers", s.Layers, 1, 48, 1), in("inner numbers", s.Inner, 16, 4096, 16),
		in("positions", s.Positions, 16, 4096, 1), in("distances", s.Distances, 0, 2048, 8), in("kinds of text", s.Types, 0, 16, 1), in("answers", s.Labels, 2, 16, 1),
	} {
		if err != nil {
			return err
		}
	}
	if s.Hidden%s.Heads != 0 {
		return fmt.Errorf("%d numbers a token do not go into %d heads", s.Hidden, s.Heads)
	}
	return in("numbers a head", s.Hidden/s.Heads, 16, 128, 16)
}
