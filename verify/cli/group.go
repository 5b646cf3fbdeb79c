package cli

import (
	"cmp"
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"

	"factcheck/sources/opensearch"
	"factcheck/verify"
	"factcheck/verify/entail"
	"factcheck/verify/session"
)

// session returns a session under the flags, in which each draft is checked under its own
// nearest settings.
func (c *console) session(ctx *cli.Context, config session.Config) *session.Session {
	config.Jobs = ctx.Int("jobs")
	config.Settle = func(path string) (*session.Setting, error) {
		cfg, err := c.settings(ctx, filepath.Dir(path))
		if err != nil {
			return nil, err
		}
		entries := cfg.Archive
		for _, o := range cfg.Overrides {
			if len(o.Archive) > 0 && cfg.names(o.Paths, path) {
				entries = o.Archive
			}
		}
		strict := ctx.Bool("strict") || cfg.Strict
		return &session.Setting{
			Key:    strings.Join(append([]string{cfg.key}, lines(entries)...), "\n"),
			Strict: strict,
			Open: func(context.Context) (*session.Opened, error) {
				c.opening.Lock()
				defer c.opening.Unlock()
				return c.openArchive(ctx, cfg, entries)
			},
			Model: func() (*entail.Model, error) {
				c.opening.Lock()
				defer c.opening.Unlock()
				return c.openModel(ctx, cfg)
			},
			Policy: func(path string) verify.Policy { return cfg.policy(path, strict) },
			Watch:  func() []string { return c.watched(ctx, cfg, entries) },
			Known: func(path string) bool { // where the settings say what a draft is
				return len(cfg.Drafts) > 0 && cfg.names(globsOf(entries), path) && !cfg.names(cfg.Drafts, path)
			},
		}, nil
	}
	return session.New(c.ctx, config)
}

// watched returns the files and folders on which what a draft is told depends: the settings
// and, where somebody names it, the archive or the index.
func (c *console) watched(ctx *cli.Context, cfg *config, entries []archived) []string {
	var all []string
	if cfg.path != "" {
		all = append(all, cfg.path, cfg.abs(cmp.Or(cfg.Baseline, baselineName)))
	}
	if user := userConfig(); user != "" {
		all = append(all, user)
	}
	switch against := ctx.StringSlice("against"); {
	case len(against) > 0:
		return append(all, against...)
	case len(entries) > 0 && ctx.String("index") == "":
		for _, a := range entries {
			base, pattern := cfg.split(a.Glob)
			fixed, _ := doublestar.SplitPattern(pattern)
			all = append(all, filepath.Join(base, fixed))
		}
		return all
	}
	if path, err := c.indexPath(ctx, cfg); err == nil && !opensearch.Is(path) {
		all = append(all, path)
	}
	return all
}

// warnOfMarks tells what a draft does not say of itself and a published check needs.
func (c *console) warnOfMarks(d *verify.Draft, findings []*verify.Finding) {
	if !slices.ContainsFunc(findings, func(f *verify.Finding) bool { return f.Mark != nil }) {
		return
	}
	var lacks []string
	for _, x := range [][2]string{{"url", d.Document.URL}, {"publisher", d.Document.Publisher}, {"date", d.Document.Date.String()}} {
		if x[1] == "" {
			lacks = append(lacks, x[0])
		}
	}
	if len(lacks) > 0 {
		c.warn("%s: a check of it cannot be published without %s: say so in its front matter", display(d.Path), joined(lacks))
	}
}

// policy returns the levels that the settings give to rules for one draft.
func (cfg *config) policy(path string, strict bool) verify.Policy {
	p := verify.Policy{Strict: strict}
	add := func(rules map[string]string) {
		for _, name := range slices.Sorted(maps.Keys(rules)) {
			rule, _ := verify.ParseRule(name) // validated when it was read
			level, ok := verify.ParseLevel(rules[name])
			p.Levels = append(p.Levels, verify.RuleLevel{Rule: rule, Level: level, Off: !ok})
		}
	}
	add(cfg.Rules)
	for _, o := range cfg.Overrides {
		if cfg.names(o.Paths, path) {
			add(o.Rules)
		}
	}
	return p
}
