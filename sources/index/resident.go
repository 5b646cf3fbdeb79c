package index

import "sync/atomic"

// An index is read through a mapping of its file, and what was once read of it
// stays resident: the system counts it as the process's memory until another
// needs it. With each byte that is read come the 64 KB around it, so that fifty
// statements checked against a million held 200 MB. Therefore the mapping is
// given up as often as mostResident bytes of it have become resident. The bytes
// stay in the system's page cache: to come back to one costs a tenth of a
// microsecond a page, reading the disk anew only if memory is short.
const (
	mostResident = 48 << 20
	restEvery    = 16 // in searches, or as many documents times restSearch, between two looks
	restSearch   = 8
)

// residency counts what was asked of an index.
type residency struct {
	asked atomic.Int64
	base  atomic.Int64 // mapped and resident bytes of the process when last given up
}

// rest counts a question and gives the mapping up if it is time to.
func (x *Index) rest(cost int64) {
	if x.db == nil || x.asked.Add(cost) < restEvery {
		return
	}
	x.asked.Store(0)
	if mappedResident()-x.base.Load() < mostResident {
		return
	}
	for _, s := range x.segments {
		giveUp(s.c.payload)
	}
	x.base.Store(mappedResident())
}
