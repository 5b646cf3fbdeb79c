package index

import (
	"math/bits"
	"os"
	"sync"
	"sync/atomic"
	"unsafe"
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
	at      int64         // where the segment begins in it
	loaded  *atomic.Int64 // bytes that all segments of the index hold
	loading sync.Mutex
}

// copies returns where data, a value of the database, stands in its file; nil if
// it does not stand there.
func (x *Index) copies(data []byte) *copies {
	info, err := x.file.Stat()
	if err != nil || len(data) == 0 {
		return nil
	}
	at := int64(uintptr(unsafe.Pointer(unsafe.SliceData(data))) - x.db.Info().Data)
	if at < 0 || at+int64(len(data)) > info.Size() {
		return nil // a small value is a copy itself
	}
	return &copies{file: x.file, at: at, loaded: &x.loaded}
}

// copied returns a container of the same bytes as c that copies what is read of
// them, or c where that cannot be. The payload begins at byte head of the segment.
func (c *container) copied(from *copies, head int) *container {
	room := reserve(len(c.payload))
	if room == nil {
		return c
	}
	from.at += int64(head)
	return &container{payload: room, sums: c.sums, start: c.start, length: c.length, checked: make([]atomic.Uint32, len(c.checked)), from: from}
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
		run := c.payload[first*chunk : min(len(c.payload), i*chunk)]
		if _, err := c.from.file.ReadAt(run, c.from.at+int64(first*chunk)); err != nil {
			damaged("bytes %d to %d of a segment cannot be read: %v", first*chunk, i*chunk, err)
		}
		c.from.loaded.Add(int64((i - first) * chunk))
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

// empty drops what a room holds.
func (c *container) empty() {
	if c.from == nil || !giveUp(c.payload) {
		return
	}
	n := 0
	for i := range c.checked {
		n += bits.OnesCount32(c.checked[i].Swap(0))
	}
	c.from.loaded.Add(int64(-n * chunk))
}

// release gives the room back.
func (c *container) release() {
	if c.from != nil {
		unreserve(c.payload)
		c.payload = nil
	}
}
