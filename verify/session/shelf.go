package session

import (
	"context"
	"sync"
	"time"

	"factcheck/verify"
)

const (
	rest  = 500 * time.Millisecond // after which an archive that nobody asks is given up: whoever writes it waits for us
	fresh = 2 * time.Second        // in which an archive that was looked at is not looked at again
)

// A shelf is one archive with what was worked out of it.
type shelf struct {
	ctx     context.Context
	setting *Setting

	mu      sync.Mutex
	now     *handle  // nil at rest
	stale   bool     // somebody said that it changed
	opening *opening // nil if nobody opens it
	state   string   // of what the checker knows
	checker *verify.Checker
	credit  *Credits // of the same; nil until somebody asks
	called  []string // the names in it; nil until somebody asks
	gone    bool     // no longer among the shelves: it is closed when nobody reads it
}

// A handle is an archive that is open, and who reads it.
type handle struct {
	opened  *Opened
	checker *verify.Checker
	looked  time.Time
	readers int
	timer   *time.Timer // gives it up; nil while it has readers
}

// An opening is the attempt to open an archive that several may wait for.
type opening struct {
	done chan struct{}
	err  error
}

// take returns the archive, opened if need be. With look it is one that was looked at
// lately. Whoever gives up waiting leaves the opening to the others.
func (x *shelf) take(ctx context.Context, look bool) (*handle, error) {
	for waited := false; ; waited = true {
		x.mu.Lock()
		if h := x.now; h != nil && (waited || !x.stale && (!look || time.Since(h.looked) < fresh)) {
			h.readers++
			if h.timer != nil {
				h.timer.Stop()
				h.timer = nil
			}
			x.mu.Unlock()
			return h, nil
		}
		o := x.opening
		if o == nil {
			o = &opening{done: make(chan struct{})}
			x.opening, x.stale = o, false
			go x.open(o)
		}
		x.mu.Unlock()
		select {
		case <-o.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if o.err != nil {
			return nil, o.err
		}
	}
}

// open opens the archive in place of the one at hand. That is closed first, so that
// bringing the index up to date need not wait for us.
func (x *shelf) open(o *opening) {
	x.mu.Lock()
	x.drop()
	x.mu.Unlock()
	opened, err := x.setting.Open(x.ctx)
	x.mu.Lock()
	defer x.mu.Unlock()
	if o.err = err; err == nil {
		if x.checker == nil || x.state != opened.State {
			x.checker, x.credit, x.called, x.state = &verify.Checker{}, nil, nil, opened.State
		}
		x.now = &handle{opened: opened, checker: x.checker, looked: time.Now()}
		x.unused(x.now)
	}
	x.opening = nil
	close(o.done)
}

// credits returns who is credited in an archive. They are read once.
func (x *shelf) credits(ctx context.Context, h *handle) (*Credits, error) {
	x.mu.Lock()
	all := x.credit
	x.mu.Unlock()
	if all != nil {
		return all, nil
	}
	all, err := NewCredits(ctx, h.opened.Archive)
	if err != nil {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.checker == h.checker {
		x.credit = all
	}
	return all, nil
}

// names returns the names that are credited in an archive. They are read once.
func (x *shelf) names(ctx context.Context, h *handle) ([]string, error) {
	x.mu.Lock()
	names := x.called
	x.mu.Unlock()
	if names != nil {
		return names, nil
	}
	names, err := NamesOf(ctx, h.opened.Archive)
	if err != nil {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.checker == h.checker {
		x.called = names
	}
	return names, nil
}

// release gives a handle back.
func (x *shelf) release(h *handle) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if h.readers--; h.readers > 0 {
		return
	}
	if x.now == h && !x.gone {
		x.unused(h)
		return
	}
	if x.now == h {
		x.now = nil
	}
	h.opened.Engine().Close()
}

// unused gives a handle up when nobody has asked for it for a while.
func (x *shelf) unused(h *handle) {
	var timer *time.Timer
	timer = time.AfterFunc(rest, func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		if h.timer == timer && x.now == h {
			x.drop()
		}
	})
	h.timer = timer
}

// drop takes the archive out; it is closed now, or by its last reader.
func (x *shelf) drop() {
	h := x.now
	if x.now = nil; h == nil || h.readers > 0 {
		return
	}
	if h.timer != nil {
		h.timer.Stop()
	}
	h.opened.Engine().Close()
}

// changed has the next who asks look.
func (x *shelf) changed() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.stale = true
	if x.now != nil && x.now.readers == 0 {
		x.drop() // whoever opens the same index under other settings need not wait for us
	}
}

// retire closes the archive for good, when its last reader is done.
func (x *shelf) retire() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.gone = true
	x.drop()
}
