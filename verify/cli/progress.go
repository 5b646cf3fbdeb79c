package cli

import (
	"fmt"
	"os"
	"time"
)

// A progress shows on a terminal how far long work has come: how many of how
// many, how many a second, how long it will take. It shows nothing before half a
// second has passed, when messages are not wanted, in CI, or when the standard
// error is no terminal. Its steps may come from any goroutine; it shares the lock of
// the messages, which take its line away.
type progress struct {
	c     *console
	what  string
	all   int
	n     int
	bytes bool // are what is counted
	start time.Time
	last  time.Time
	on    bool
}

// progress starts to count; all of 0 is unknown.
func (c *console) progress(what string, all int) *progress {
	now := time.Now()
	on := c.shown != nil || !c.quiet && !c.noProgress && isTerminal(c.err) && os.Getenv("CI") == "" && os.Getenv("TERM") != "dumb"
	return &progress{c: c, what: what, all: all, start: now, last: now, on: on}
}

// step counts one more of all.
func (p *progress) step(all int) { p.count(1, all) }

// add counts so many more.
func (p *progress) add(n int) { p.count(n, p.all) }

func (p *progress) count(n, all int) {
	if !p.on {
		return
	}
	p.c.errMu.Lock()
	defer p.c.errMu.Unlock()
	if p.c.ctx.Err() != nil {
		return // the line was cleared for good
	}
	p.n += n
	now := time.Now()
	if now.Sub(p.last) < 100*time.Millisecond || now.Sub(p.start) < 500*time.Millisecond {
		return
	}
	p.last, p.c.unsettled = now, true
	if p.c.shown != nil {
		p.c.shown(p.what, p.n, all)
		return
	}
	rate := float64(p.n) / now.Sub(p.start).Seconds()
	line := p.what + " " + p.amount(float64(p.n))
	if all > 0 {
		left := time.Duration(float64(max(0, all-p.n)) / rate * float64(time.Second))
		line += fmt.Sprintf(" of %s, %s/s, %s left", p.amount(float64(all)), p.amount(rate), left.Round(time.Second))
	} else {
		line += fmt.Sprintf(", %s/s", p.amount(rate))
	}
	fmt.Fprintf(p.c.err, "\r\x1b[K%s", line)
}

// reading starts to count the bytes of files that are read.
func (c *console) reading(what string, files []string) *progress {
	all := 0
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil || !info.Mode().IsRegular() {
			all = 0 // nobody knows how much is to come
			break
		}
		all += int(info.Size())
	}
	p := c.progress(what, all)
	p.bytes = true
	return p
}

// endProgress clears the line.
func (c *console) endProgress() {
	c.errMu.Lock()
	defer c.errMu.Unlock()
	c.clearProgress()
}

// clearProgress clears the line of progress. The caller holds the lock of the
// messages.
func (c *console) clearProgress() {
	if c.unsettled && c.shown != nil {
		c.shown("", -1, 0)
		c.unsettled = false
	}
	if c.unsettled {
		fmt.Fprint(c.err, "\r\x1b[K")
		c.unsettled = false
	}
}

// amount words how many.
func (p *progress) amount(n float64) string {
	switch {
	case p.bytes && n >= 1e6:
		return fmt.Sprintf("%.1f MB", n/1e6)
	case p.bytes:
		return fmt.Sprintf("%.0f kB", n/1e3)
	}
	return fmt.Sprintf("%.0f", n)
}
