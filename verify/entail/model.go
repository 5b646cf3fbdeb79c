package entail

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"factcheck/claims/grammar/kernel"
	"factcheck/verify/entail/token"
)

// A Model reads pairs of texts. It is safe for concurrent use.
type Model struct {
	card       Card
	encoder    *encoder
	vocabulary *token.Vocabulary
	head       *head
	steps      steps
	file       *mapping
	free       func()

	mu    sync.Mutex
	rooms []*room
}

// Open opens an imported model. It takes milliseconds.
func Open(path string) (*Model, error) {
	data, free, err := mapFile(path)
	if err != nil {
		return nil, err
	}
	m, err := open(data)
	if err != nil {
		free()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	m.free = free
	return m, nil
}

func open(data []byte) (*Model, error) {
	f, err := parseFile(data)
	if err != nil {
		return nil, err
	}
	m := &Model{card: f.header.Card, file: f, head: f.header.Head, steps: f.header.Steps, free: func() {}}
	if m.encoder, err = f.encoder(); err != nil {
		return nil, err
	}
	if m.vocabulary, err = token.Open((&sections{m: f}).raw("vocabulary")); err != nil {
		return nil, err
	}
	if m.vocabulary.Len() > len(m.encoder.worths) || len(m.card.Labels) != m.encoder.Labels || !m.head.fits(m.encoder.Labels+2*m.encoder.Hidden) {
		return nil, ErrDamaged
	}
	m.encoder.marks = m.vocabulary.Special()
	return m, nil
}

// Close gives the file back; the model must not be used any more.
func (m *Model) Close() { m.free() }

// Card returns what is known of the model.
func (m *Model) Card() Card { return m.card }

// Scores says how likely it is that the source bears the statement out, says nothing of
// it, or contradicts it. They sum to one.
type Scores struct{ Entail, Neutral, Contradict float32 }

// A Pair is a source and a statement that is checked against it. Label is what a person
// says of it, empty if nobody did.
type Pair struct {
	Source    string `json:"source"`
	Statement string `json:"statement"`
	Label     Label  `json:"label,omitempty"`
}

// Judge reads one pair. A source longer than the network can take in is read in
// windows that overlap: it bears out what one of them does. A statement too long is cut,
// and borne out if every part is. Nothing is allocated once the model has warmed up.
func (m *Model) Judge(source, statement string) Scores {
	r := m.room()
	s := m.judge(source, statement, r)
	m.mu.Lock()
	m.rooms = append(m.rooms, r)
	m.mu.Unlock()
	return s
}

// Answers returns what the network's own head answers to a pair, before it is made into
// shares of one: a number for each label of the card. Of long texts the beginning is read.
func (m *Model) Answers(source, statement string) []float32 {
	rows, _, err := m.rows([]Pair{{source, statement, LabelNeutral}}, nil)
	if err != nil {
		return nil // the label is known
	}
	return rows[0][:m.encoder.Labels]
}

func (m *Model) room() *room {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n := len(m.rooms); n > 0 {
		r := m.rooms[n-1]
		m.rooms = m.rooms[:n-1]
		return r
	}
	return &room{}
}

// JudgeAll reads pairs on all cores and puts the scores into out, which is as long. The
// scores do not depend on how many cores there are. done, if set, is called after each
// pair, from any goroutine.
func (m *Model) JudgeAll(out []Scores, pairs []Pair, done func()) {
	m.each(len(pairs), func(i int, r *room) {
		out[i] = m.judge(pairs[i].Source, pairs[i].Statement, r)
		if done != nil {
			done()
		}
	})
}

// each calls do for each of n, on all cores.
func (m *Model) each(n int, do func(i int, r *room)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			r := m.room()
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					break
				}
				do(i, r)
			}
			m.mu.Lock()
			m.rooms = append(m.rooms, r)
			m.mu.Unlock()
		})
	}
	wait.Wait()
}

const (
	window  = 256 // tokens that are read at once, or fewer if the network has fewer
	overlap = 48  // tokens of the source that two windows share
)

// window returns how many pieces of both texts are read at once.
func (m *Model) window() int { return min(window, m.encoder.Positions) - 3 }

// judge reads all windows.
func (m *Model) judge(source, statement string, r *room) Scores {
	r.source = m.vocabulary.Append(r.source[:0], source, &r.token)
	r.claim = m.vocabulary.Append(r.claim[:0], statement, &r.token)
	if len(r.source) == 0 || len(r.claim) == 0 {
		return Scores{Neutral: 1}
	}
	size := m.window()
	all := Scores{Entail: 1}
	for claim := r.claim; ; {
		part := claim[:min(len(claim), size/2)]
		claim = claim[len(part):]
		one := m.windows(part, size-len(part), r)
		all.Entail, all.Contradict = min(all.Entail, one.Entail), max(all.Contradict, one.Contradict)
		if len(claim) == 0 {
			break
		}
	}
	all.Entail = min(all.Entail, float32(1-all.Contradict))
	all.Neutral = float32(float32(1-all.Entail) - all.Contradict)
	return all
}

// windows reads a part of the statement against all of the source: the greatest of each.
func (m *Model) windows(claim []int32, size int, r *room) Scores {
	var best Scores
	for from := 0; ; from += size - min(overlap, size/2) {
		to := min(len(r.source), from+size)
		s := m.pair(r.source[from:to], claim, r)
		best.Entail, best.Contradict = max(best.Entail, s.Entail), max(best.Contradict, s.Contradict)
		if to == len(r.source) {
			return best
		}
	}
}

// Save writes the model with its head and thresholds as they are.
func (m *Model) Save(path string) error {
	h := m.file.header
	h.Head, h.Steps = m.head, m.steps
	h.Sections = slices.Clone(h.Sections)
	var parts [][]byte
	for _, s := range h.Sections {
		b, err := m.file.bytes(s)
		if err != nil {
			return err
		}
		parts = append(parts, b)
	}
	return writeFile(path, &h, parts)
}

// pair reads the pieces of two texts.
func (m *Model) pair(source, claim []int32, r *room) Scores {
	return m.head.scores(m.features(source, claim, r), m.card.Labels)
}

// features returns what the heads are told of a pair: the answers of the network's own
// head, the numbers of the first token, the mean of those of the statement.
func (m *Model) features(source, claim []int32, r *room) []float32 {
	e := m.encoder
	r.ids = append(append(append(r.ids[:0], int32(e.marks.Begin)), source...), int32(e.marks.End))
	second := len(r.ids)
	r.ids = append(append(r.ids, claim...), int32(e.marks.End))
	x := e.read(r.ids, second, r)
	h := e.Hidden
	r.features = grown(r.features, e.Labels+2*h)
	e.answer(r.features[:e.Labels], x[:h], r)
	copy(r.features[e.Labels:], x[:h])
	mean := r.features[e.Labels+h:]
	clear(mean)
	for i := second; i < len(r.ids); i++ {
		kernel.Add(mean, x[i*h:][:h])
	}
	by := float32(1 / float32(len(r.ids)-second))
	for i, v := range mean {
		mean[i] = float32(v * by)
	}
	return r.features
}
