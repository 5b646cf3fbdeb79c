package index

import (
	"io"
	"os"
	"sync"
	"sync/atomic"
	"unsafe"

	bolt "go.etcd.io/bbolt"
)

// What is read through the mapping of a file counts as the process's memory, and
// with each byte that is touched the system adds the 64 KB around it: fifty
// statements checked against a million held 200 MB that way. The tables that
// every question reads are read so. Of texts and postings each question reads
// other bytes, here and there: for these a segment has a room of its own length
// in the process's memory, empty at first, into which the 4 KB around what is
// asked for are read and checked. When the rooms hold mostCopied bytes, one
// after the other is emptied between two questions. The bytes are then still in
// the system's cache of the file, and come back in some microseconds for each 4 KB.
//
// Only Linux has such rooms (resident_linux.go). Elsewhere, in an index in memory,
// and to check and rebuild, all is read where it is.
const mostCopied = 32 << 20

// seldom are the parts that are copied.
var seldom = [...]int{partMetas, partBodies, partCodes, partUnits, partLists}

// copies are where the bytes of a segment come from.
type copies struct {
	file    *os.File
	runs    []run         // one after the other
	size    int           // of them all
	head    int           // the payload begins at this byte
	loaded  *atomic.Int64 // bytes that all segments of the index hold
	loading sync.Mutex
}

// run is a run of bytes in the file, or in memory.
type run struct {
	at   int64
	size int
	data []byte // if it is in memory
}

// copiesOf returns where pieces of a segment, values of the database, stand in its file.
func copiesOf(db *bolt.DB, file *os.File, pieces [][]byte, loaded *atomic.Int64) *copies {
	from := &copies{file: file, loaded: loaded}
	for _, data := range pieces {
		r := run{size: len(data), data: data}
		info, err := file.Stat()
		if at := int64(uintptr(unsafe.Pointer(unsafe.SliceData(data))) - db.Info().Data); err == nil && at >= 0 && at+int64(len(data)) <= info.Size() {
			r.at, r.data = at, nil
		} // else a small value, which is a copy itself
		from.runs, from.size = append(from.runs, r), from.size+len(data)
	}
	return from
}

// read reads the bytes of the payload from at on.
func (f *copies) read(b []byte, at int) error {
	at += f.head
	for _, r := range f.runs {
		n := min(len(b), r.size-at)
		switch {
		case n <= 0:
			at -= r.size
			continue
		case r.data != nil:
			copy(b[:n], r.data[at:])
		default:
			if _, err := f.file.ReadAt(b[:n], r.at+int64(at)); err != nil {
				return err
			}
		}
		b, at = b[n:], 0
	}
	if len(b) > 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// copied returns a container of the same bytes as c that copies what is read of
// them, or c where that cannot be.
func (c *container) copied(from *copies) *container {
	size := c.start[len(c.start)-1]
	room := reserve(size)
	if room == nil && c.payload != nil {
		return c
	}
	if room == nil {
		room = make([]byte, size)
	}
	from.head = c.head
	k := &container{version: c.version, sum: c.sum, head: c.head, payload: room, sums: c.sums, start: c.start, length: c.length, checked: make([]atomic.Uint32, len(c.checked)), from: from}
	step := max(chunk, os.Getpagesize())
	for _, i := range seldom {
		if first, end := (c.start[i]+step-1)/step*step/chunk, (c.start[i]+c.length[i])/step*step/chunk; first < end {
			k.spared = append(k.spared, [2]int{first, end})
		}
	}
	return k
}

// fill reads and checks those of the chunks i to end that are not there.
func (c *container) fill(i, end int) {
	c.from.loading.Lock()
	defer c.from.loading.Unlock()
	for i < end {
		if c.known(i) {
			i++
			continue
		}
		first := i
		for i < end && !c.known(i) {
			i++
		}
		if err := c.from.read(c.payload[first*chunk:min(len(c.payload), i*chunk)], first*chunk); err != nil {
			damaged("bytes %d to %d of a segment cannot be read: %v", first*chunk, i*chunk, err)
		}
		for _, s := range c.spared {
			c.from.loaded.Add(int64(max(0, min(i, s[1])-max(first, s[0])) * chunk))
		}
		for k := first; k < i; k++ {
			c.accept(k)
		}
	}
}

// rest empties rooms, each in its turn, while they hold too much, unless a question
// is being answered.
func (x *Index) rest() {
	if x.loaded.Load() < mostCopied || !x.mu.TryLock() {
		return
	}
	defer x.mu.Unlock()
	for range x.segments {
		x.turn = (x.turn + 1) % len(x.segments)
		x.segments[x.turn].copied.empty()
		if x.loaded.Load() < mostCopied {
			return
		}
	}
}

// empty drops what a room holds of the parts that are copied because they are seldom read.
func (c *container) empty() {
	for _, s := range c.spared {
		if !giveUp(c.payload[s[0]*chunk : s[1]*chunk]) {
			continue
		}
		n := 0
		for i := s[0]; i < s[1]; i++ {
			if c.known(i) {
				c.checked[i/32].And(^(uint32(1) << (i % 32)))
				n++
			}
		}
		c.from.loaded.Add(int64(-n * chunk))
	}
}

// spare empties the room of a segment that holds too much, for who goes through all of it.
func (s *segment) spare() {
	if f := s.copied.from; f != nil && f.loaded.Load() >= mostCopied {
		s.copied.empty()
	}
}

// release gives the room back.
func (c *container) release() {
	if c.from != nil {
		unreserve(c.payload)
		c.payload = nil
	}
}
