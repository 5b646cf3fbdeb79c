package cli

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// A progress shows on a terminal how far long work has come: how many of how
// many, how many a second, how long it will take. It shows nothing before half a
// second has passed, when messages are not wanted, in CI, or when the standard
// error is no terminal.
type progress struct {
	mu    sync.Mutex
	c     *console
	what  string
	all   int
	n     int
	start time.Time
	last  time.Time
	shown bool
	on    bool
}

// progress starts to count; all of 0 is unknown.
func (c *console) progress(what string, all int) *progress {
	now := time.Now()
	on := !c.quiet && !c.noProgress && isTerminal(c.err) && os.Getenv("CI") == "" && os.Getenv("TERM") != "dumb"
	return &progress{c: c, what: what, all: all, start: now, last: now, on: on}
}

// step counts one more.
func (p *progress) step() {
	if !p.on {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n++
	now := time.Now()
	if now.Sub(p.last) < 100*time.Millisecond || now.Sub(p.start) < 500*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	rate := float64(p.n) / now.Sub(p.start).Seconds()
	line := fmt.Sprintf("%s %d", p.what, p.n)
	if p.all > 0 {
		left := time.Duration(float64(p.all-p.n)/rate) * time.Second
		line += fmt.Sprintf(" of %d, %.0f/s, %s left", p.all, rate, left.Round(time.Second))
	} else {
		line += fmt.Sprintf(", %.0f/s", rate)
	}
	fmt.Fprintf(p.c.err, "\r\x1b[K%s", line)
}

// done clears the line.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.c.err, "\r\x1b[K")
	}
	p.on = false
}
