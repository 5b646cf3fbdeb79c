package sources

import (
	"runtime"
	"sync"
	"sync/atomic"

	"factcheck/claims"
	"factcheck/sources/index"
)

// A batch is a run of documents on their way into an index.
type batch struct {
	entries []index.Entry
	shares  []int          // the bytes of each in its file
	todo    []int          // which are to be read for their statements
	of      map[string]int // how many have each ID
	next    atomic.Int64   // of todo, the first that nobody has taken
	left    sync.WaitGroup // those that are not done
	done    func(size int)
}

// batch finds out which documents are new or changed and say what no index knows.
// Of one whose ID another document has too, here or in the batch before, which is not added yet,
// the other may take its place first.
func (in *Intake) batch(entries []index.Entry, shares []int, before *batch) (*batch, error) {
	b := &batch{entries: entries, shares: shares, done: in.Done, of: map[string]int{}}
	if b.done == nil {
		b.done = func(int) {}
	}
	documents := make([]*claims.Document, len(entries))
	for i := range entries {
		documents[i] = entries[i].Document
		b.of[documents[i].ID]++
	}
	held, err := in.Writer.Holds(documents)
	if err != nil {
		return nil, err
	}
	for i := range entries {
		id := documents[i].ID
		held[i] = held[i] && b.of[id] == 1 && (before == nil || before.of[id] == 0)
		if !held[i] && entries[i].Statements == nil && !entries[i].Document.Release.Withdrawn {
			var known bool
			if entries[i].Statements, known = in.known.statements(entries[i].Document); !known {
				b.todo = append(b.todo, i)
				continue
			}
			in.Met++
		}
		b.done(shares[i])
	}
	in.known.release()
	b.left.Add(len(b.todo))
	return b, nil
}

// added waits until all statements are found and adds the documents in order. No batch is
// nothing.
func (b *batch) added(w Filler) (index.Added, error) {
	if b == nil {
		return index.Added{}, nil
	}
	b.left.Wait()
	return w.Add(b.entries)
}

// A crew finds the statements of batches, as many documents at a time as it has workers.
type crew struct {
	jobs    int
	batches chan *batch // each as often as there are workers
	all     sync.WaitGroup
}

// newCrew returns a crew of so many; 0 is one a core.
func newCrew(jobs int) *crew {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	c := &crew{jobs: jobs, batches: make(chan *batch, 3*jobs)} // of two batches at most anything is left to do
	for range jobs {
		c.all.Go(func() {
			for b := range c.batches {
				b.work()
			}
		})
	}
	return c
}

func (c *crew) begin(b *batch) {
	for range min(c.jobs, len(b.todo)) {
		c.batches <- b
	}
}

func (c *crew) end() {
	close(c.batches)
	c.all.Wait()
}

// work finds statements until every document is taken.
func (b *batch) work() {
	for {
		k := int(b.next.Add(1)) - 1
		if k >= len(b.todo) {
			return
		}
		i := b.todo[k]
		b.entries[i].Statements = claims.Extract(b.entries[i].Document)
		b.done(b.shares[i])
		b.left.Done()
	}
}
