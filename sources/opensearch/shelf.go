package opensearch

import (
	"sync"

	"factcheck/sources/index"
)

// A shelf is what is known of documents, whatever the archive holds meanwhile: their numbers,
// and those that were fetched last.
type shelf struct {
	mu      sync.Mutex
	numbers map[string]uint32 // by key
	keys    []string          // by number
	parts   map[uint32]*index.Part
	size    int
}

// part returns a document that is kept; nil if it is not.
func (s *shelf) part(n uint32) *index.Part {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.parts[n]
}

// put reads the entry of a document, and remembers it.
func (s *shelf) put(key string, entry []byte) (*index.Part, error) {
	data, err := inflate(entry)
	if err != nil {
		return nil, err
	}
	n := s.number(key)
	p, err := index.Unpack(data, n)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.size > mostShelf {
		s.parts, s.size = nil, 0
	}
	if s.parts == nil {
		s.parts = map[uint32]*index.Part{}
	}
	if s.parts[n] == nil {
		s.size += p.Size()
	}
	s.parts[n] = p
	return p, nil
}

// mostShelf is how many bytes of documents are kept, about.
const mostShelf = 256 << 20

// number returns the number of a document: the same one as long as the program runs.
func (s *shelf) number(key string) uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.numbers[key]
	if !ok {
		n = uint32(len(s.keys))
		s.numbers[key] = n
		s.keys = append(s.keys, key)
	}
	return n
}

func (s *shelf) keysOf(numbers []uint32) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := make([]string, len(numbers))
	for i, n := range numbers {
		keys[i] = s.keys[n]
	}
	return keys
}

// empty forgets the documents, and keeps their numbers.
func (s *shelf) empty() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.parts, s.size = nil, 0
}
