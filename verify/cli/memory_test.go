package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Memory is spared while many drafts are checked, and given where it is needed; the limit goes with the
// check, little garbage stays the rule for the report.
func TestSpareMemory(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	done := spareMemory()
	if got := debug.SetMemoryLimit(-1); got != sparedMemory {
		t.Errorf("the limit is %d", got)
	}
	needed := make([]byte, usedMemory+1)
	for until := time.Now().Add(10 * time.Second); debug.SetMemoryLimit(-1) == sparedMemory && time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		runtime.GC()
	}
	if got := debug.SetMemoryLimit(-1); got != before {
		t.Errorf("with %d MB in use the limit is %d", len(needed)>>20, got)
	}
	runtime.KeepAlive(needed)
	done()
	if limit, percent := debug.SetMemoryLimit(-1), debug.SetGCPercent(100); limit != before || percent != sparedGarbage {
		t.Errorf("behind it the limit is %d, the percentage %d", limit, percent)
	}
}
