package index

import (
	"math"
	"path/filepath"
	"runtime/debug"
	"slices"
)

// Segments are merged by tiers, as in a log-structured tree: when so many segments of one
// tier stand at the end of the list they become one with the batch at hand. A small batch does
// not pay for a large merge until there are very many segments, and for the largest never, so that
// adding a document stays cheap. What is merged is gone through column by column, term by
// term, and not taken apart; what is large is made in a file (scratch). A merge takes room
// for what it makes twice, on the disk, and time in proportion to it: mostMerged bounds both.
// Where there is no such file, merges are made in memory and end with the smaller tiers.
var tierAt = [...]int{400, 3_200, 25_600, 204_800, 819_200, 3_276_800} // units with which a tier begins; the last stays as it is

const (
	tierFull     = 8
	largeTier    = 3 // from here on four are enough
	largeFull    = 4
	hugeTier     = 4 // from here on only a batch pays that is of the tier before the large ones at least
	cheapMerge   = 400 * tierFull
	manySegments = 48
	mostMerged   = 3 << 30 // bytes; offsets in a segment have 32 bits
)

func tier(units int) int {
	t, found := slices.BinarySearch(tierAt[:], units)
	if found {
		t++
	}
	return t
}

// due returns the first of the segments that a batch is to be merged with, their
// number if none is.
func due(segments []segmentInfo, batch int, scratch bool) (from int) {
	n := len(segments)
	from = n
	for t := range tierAt {
		enough, most := tierFull, math.MaxInt
		if t >= largeTier {
			enough = largeFull
		}
		if t >= hugeTier {
			most = mostMerged
			if !scratch || tier(batch) < largeTier-1 {
				break
			}
		}
		first, full, units, size := n, 0, 0, 0
		for first > 0 && tier(segments[first-1].units) <= t && size+segments[first-1].size <= most {
			first--
			units, size = units+segments[first].units, size+segments[first].size
			if tier(segments[first].units) == t {
				full++
			}
		}
		if full+1 >= enough && (t >= hugeTier || units <= cheapMerge || units <= tierFull*batch || n > manySegments) {
			from = first
		}
	}
	return from
}

// merged returns the segment that takes the place of those that are due, with what batch
// holds, and its entry for the list; the batch itself where none is due. Those that it
// replaces are gone from the list.
func (w *Writer) merged(m *manifest) (info segmentInfo, data *sealed, err error) {
	from, units := due(m.segments, len(w.batch.units), scratch), len(w.batch.units)
	if len(w.batch.docs) > 0 {
		var b []byte
		info, b = w.batch.finish(m.next)
		data = &sealed{runs: [][]byte{b}, size: len(b)}
	}
	w.batch = newBuilder()
	var j merger
	if from < len(m.segments) && !j.take(filepath.Dir(w.path), append(slices.Clone(m.segments[from:]), info)) {
		from = due(m.segments, units, false)
	}
	if from == len(m.segments) {
		return info, data, nil
	}
	if m.segments[from].units > cheapMerge { // the room of the batch, then of the parts, is needed
		debug.FreeOSMemory()
		defer debug.FreeOSMemory()
	}
	err = w.x.read(func() {
		for i := from; i < len(m.segments); i++ {
			j.add(w.x.segments[i], m.segments[i].dead)
		}
		if data != nil {
			s, err := openSegment(data.runs[0], nil)
			if err != nil {
				damaged("the batch at hand: %v", err)
			}
			j.add(s, nil)
		}
		info, data = j.finish(m.next)
	})
	m.segments = m.segments[:from]
	if err != nil || info.docs == 0 {
		unreserve(j.room)
		return segmentInfo{}, nil, err
	}
	return info, data, nil
}
