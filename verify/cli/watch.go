package cli

import (
	"errors"
	"path/filepath"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"

	"factcheck/verify/session"
)

// watch checks the drafts, and again whenever one of them, the archive or the settings
// change, until the user interrupts. The archive stays open between. What it returns is
// what the last round came to.
func (c *console) watch(ctx *cli.Context, r *run) error {
	if _, err := c.draftPlaces(ctx); err != nil {
		return err
	}
	r.session = c.session(ctx, session.Config{Selected: r.selected, Ignored: r.ignored})
	defer r.session.Close()
	changes := make(chan struct{}, 1)
	w, err := session.NewWatch(func() {
		select {
		case changes <- struct{}{}:
		default: // one round sees all
		}
	})
	if err != nil {
		return errWatch(err)
	}
	defer w.Close()
	for name := range c.written {
		w.Ignore(name) // our own reports
	}
	var last error
	for {
		places, err := c.draftPlaces(ctx) // the settings may name others by now, or be gone
		if lost := w.Add(c.dependsOn(ctx, r, places)...); lost != nil {
			c.warnOnce(errWatch(lost).Error())
		}
		outcome := c.again(func() error {
			if err != nil {
				return err
			}
			return c.round(ctx, r)
		})
		if c.ctx.Err() != nil && c.stays { // in the middle of a round: the one before counts
			c.failed = false
			return last
		}
		if last = outcome; c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		if errors.Is(c.out.err, errClosedPipe) {
			return last
		}
		c.stays = true
		c.say("watching for changes: Ctrl-C ends it")
		select {
		case <-changes:
			r.session.Changed()
		case <-c.ctx.Done():
			return last
		}
	}
}

// dependsOn returns what a round depends on: where drafts are looked for, and the settings and
// archive of each. What is wrong with one of them the round tells.
func (c *console) dependsOn(ctx *cli.Context, r *run, places []string) []string {
	files, err := c.draftFiles(ctx)
	if err != nil {
		return places
	}
	all := places[:len(places):len(places)]
	for _, f := range files {
		if more, err := r.session.Watched(f.path); err == nil {
			all = append(all, more...)
		}
	}
	return all
}

// again is one round of many: what went wrong is told, and the next may go well.
func (c *console) again(round func() error) error {
	c.stateMu.Lock()
	c.failed, c.last, c.told = false, nil, nil
	c.stateMu.Unlock()
	c.skipped, c.skips = nil, nil
	if c.outTerminal() {
		c.out.Write([]byte("\x1b[H\x1b[2J\x1b[3J")) //nolint:errcheck // the writer remembers its first error
	}
	err := round()
	if flushed := c.out.flush(); flushed != nil {
		return errWrite("the standard output", flushed)
	}
	switch {
	case c.failed && c.ctx.Err() == nil && (err == nil || errors.Is(err, errFindings)):
		return errTold
	case err == nil || errors.Is(err, errFindings) || errors.Is(err, errTold) || c.ctx.Err() != nil:
		return err
	}
	c.tell(err)
	return errTold
}

// draftPlaces returns the files and folders that drafts are looked for in. What comes only
// once cannot be watched.
func (c *console) draftPlaces(ctx *cli.Context) ([]string, error) {
	args := ctx.Args().Slice()
	for _, a := range append(args, ctx.String("changed")) {
		if a == "-" {
			return nil, errWatchStdin()
		}
	}
	if ctx.IsSet("text") {
		return nil, errWatchStdin()
	}
	if len(args) > 0 {
		return args, nil
	}
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return nil, err
	}
	if len(cfg.Drafts) == 0 {
		return nil, errNoDrafts()
	}
	var places []string
	for _, glob := range cfg.Drafts {
		base, pattern := cfg.split(glob)
		fixed, _ := doublestar.SplitPattern(pattern)
		places = append(places, filepath.Join(base, fixed))
	}
	return places, nil
}
