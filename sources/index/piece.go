package index

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"
)

// A segment has a bucket of its own, which keeps its many megabytes out of the page that the
// next segment changes. What the database writes in a transaction it holds in memory, so a
// segment that is longer than a piece is written piece by piece, each in a transaction of its own and
// in its own bucket, the last piece first. The first piece comes with the list that
// knows of the segment: until then nobody reads the others, and if the process is
// killed the next one that writes sweeps them away.
var (
	segmentName = []byte("segment ")
	segmentKey  = []byte("s")
)

// pieceSize is a variable for the tests only.
var pieceSize = 128 << 20

// segmentBucket returns the name of the bucket of a segment's first piece.
func segmentBucket(number uint64) []byte {
	return binary.BigEndian.AppendUint64(slices.Clip(segmentName), number)
}

// pieceBucket returns the name of the bucket of any piece of a segment.
func pieceBucket(number uint64, piece int) []byte {
	name := segmentBucket(number)
	if piece > 0 {
		name = binary.BigEndian.AppendUint32(name, uint32(piece))
	}
	return name
}

// segmentOf returns the number of the segment whose bucket has a name, and whether it is the first piece's.
func segmentOf(name []byte) (number uint64, first, ok bool) {
	rest, ok := bytes.CutPrefix(name, segmentName)
	if !ok || len(rest) < 8 {
		return 0, false, false
	}
	return binary.BigEndian.Uint64(rest), len(rest) == 8, true
}

// loadSegment opens a segment of the file. One of a single piece is read in place if loaded is nil, else by copies
// that count there.
func loadSegment(tx *bolt.Tx, file *os.File, number uint64, loaded *atomic.Int64) (*segment, error) {
	var pieces [][]byte
	for b := tx.Bucket(segmentBucket(number)); b != nil; b = tx.Bucket(pieceBucket(number, len(pieces))) {
		pieces = append(pieces, b.Get(segmentKey))
	}
	switch {
	case len(pieces) == 0:
		return nil, fmt.Errorf("segment %d is not there", number)
	case len(pieces) == 1 && loaded == nil:
		return openSegment(pieces[0], nil)
	case loaded == nil:
		loaded = new(atomic.Int64)
	}
	return openSegment(pieces[0], copiesOf(tx.DB(), file, pieces, loaded))
}

// putSegment writes a segment, if there is one, with the list that knows of it, and removes
// those that the list does not know. before is the list as it stands in the file.
func putSegment(db *bolt.DB, before, m *manifest, number uint64, data *sealed) error {
	last := 0
	if data != nil {
		last = (data.size - 1) / pieceSize
	}
	for piece := last; piece >= 0; piece-- {
		list := before
		if piece == 0 {
			list = m
		}
		err := update(db, list, func(tx *bolt.Tx) error {
			if piece == last { // what a process that was killed left behind
				if err := sweepSegments(tx, before); err != nil {
					return err
				}
			}
			if data != nil {
				b, err := tx.CreateBucket(pieceBucket(number, piece))
				if err == nil {
					err = b.Put(segmentKey, data.bytes(piece*pieceSize, min(data.size, (piece+1)*pieceSize)))
				}
				if err != nil {
					return err
				}
			}
			if piece == 0 {
				return sweepSegments(tx, m)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// sweepSegments removes the segments that a list does not know.
func sweepSegments(tx *bolt.Tx, m *manifest) error {
	var gone [][]byte
	err := tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
		number, _, ok := segmentOf(name)
		if ok && !slices.ContainsFunc(m.segments, func(s segmentInfo) bool { return s.number == number }) {
			gone = append(gone, bytes.Clone(name))
		}
		return nil
	})
	for _, name := range gone {
		if err == nil {
			err = tx.DeleteBucket(name)
		}
	}
	return err
}
