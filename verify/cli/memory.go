package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// manyDrafts is from how many drafts on memory is spared: what is known of the archive
// is kept between them.
const manyDrafts = 100

// What the program may hold, garbage with it, before it collects more often, and how much of
// that may be in use. Beyond, collecting would be all that it does: the limit is gone, and little garbage is the rule.
const (
	sparedMemory  = 400 << 20
	usedMemory    = 300 << 20
	sparedGarbage = 50 // percent of what is in use
)

// spareMemory limits memory until done is called. Little garbage is the rule behind that: the report of 3,058 drafts
// has 320 MB of JSON.
func spareMemory() (done func()) {
	limit := debug.SetMemoryLimit(sparedMemory)
	unlimited := func() {
		debug.SetGCPercent(sparedGarbage)
		debug.SetMemoryLimit(limit)
	}
	tick, ended := time.NewTicker(time.Second), make(chan struct{})
	go func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		for {
			select {
			case <-tick.C:
			case <-ended:
				return
			}
			if metrics.Read(live); live[0].Value.Kind() == metrics.KindUint64 && live[0].Value.Uint64() > usedMemory {
				unlimited()
				return
			}
		}
	}()
	return func() {
		tick.Stop()
		close(ended)
		runtime.GC() // what was known of the archive goes before the report comes
		unlimited()
	}
}
