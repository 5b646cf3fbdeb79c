package cli

import (
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"

	"github.com/urfave/cli/v2"

	"factcheck/verify"
)

// Each draft is checked under its own nearest settings: drafts that share settings
// and archive are checked together, and the reports are joined in the order of
// the drafts.

// A group is drafts of one archive.
type group struct {
	cfg     *config
	archive []archived // nil if the settings name none
	drafts  []verify.Draft
}

// grouped sorts drafts into groups, in the order in which each first appears.
func (c *console) grouped(ctx *cli.Context, drafts []verify.Draft) ([]*group, error) {
	var groups []*group
	for _, d := range drafts {
		cfg, err := c.settings(ctx, filepath.Dir(d.Path))
		if err != nil {
			return nil, err
		}
		archive := cfg.Archive
		for _, o := range cfg.Overrides {
			if len(o.Archive) > 0 && cfg.names(o.Paths, d.Path) {
				archive = o.Archive
			}
		}
		i := slices.IndexFunc(groups, func(g *group) bool { return g.cfg == cfg && slices.Equal(g.archive, archive) })
		if i < 0 {
			i = len(groups)
			groups = append(groups, &group{cfg: cfg, archive: archive})
		}
		groups[i].drafts = append(groups[i].drafts, d)
	}
	return groups, nil
}

// checkGroup checks the drafts of one group, settles the levels of what was found
// and applies the suppressions of the drafts. Where no draft could be read the
// archive is not opened.
func (c *console) checkGroup(ctx *cli.Context, r *run, g *group) (*verify.Report, error) {
	if !slices.ContainsFunc(g.drafts, func(d verify.Draft) bool { return d.Document != nil }) {
		return &verify.Report{Drafts: g.drafts}, nil
	}
	archive, err := c.openArchive(ctx, g.cfg, g.archive)
	if err != nil {
		return nil, err
	}
	defer archive.index.Close()
	strict := ctx.Bool("strict") || g.cfg.Strict
	model, err := c.openModel(ctx, g.cfg)
	if err != nil {
		return nil, err
	}
	if len(g.drafts) > manyDrafts && os.Getenv("GOGC") == "" {
		defer func(usual int) {
			runtime.GC() // what was known of the archive goes before the report comes
			debug.SetGCPercent(usual)
		}(debug.SetGCPercent(50))
	}
	p := c.progress("checking", 0)
	report, err := verify.Check(c.ctx, archive.Archive, g.drafts, verify.Options{Strict: strict, Jobs: ctx.Int("jobs"), Judged: p.step, Model: model})
	c.endProgress()
	if err != nil {
		return nil, indexFault("", err)
	}
	perDraft(report, func(d *verify.Draft, findings []*verify.Finding) {
		p := g.cfg.policy(d.Path, strict)
		p.Select, p.Ignore = r.selected, r.ignored
		for _, f := range findings {
			p.Apply(f)
		}
		var bad []verify.BadDirective
		d.Unused, bad = verify.Suppress(d.Document, d.Data, findings)
		bad = append(bad, verify.Mark(d.Document, d.Data, findings)...)
		for _, b := range bad {
			c.fail(errDirective(d.Path, draftData(d), b))
		}
		c.warnOfMarks(d, findings)
	})
	return report, nil
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

// manyDrafts is from how many drafts on memory is spared: what is known of the archive
// is kept between them, and half as much garbage beside it costs 7 % of the time.
const manyDrafts = 20

// policy returns the levels that the settings give to rules for one draft.
func (cfg *config) policy(path string, strict bool) *verify.Policy {
	p := &verify.Policy{Strict: strict}
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

// perDraft calls f with each draft that was read and its findings.
func perDraft(r *verify.Report, f func(*verify.Draft, []*verify.Finding)) {
	of := map[any][]*verify.Finding{}
	for i := range r.Findings {
		x := &r.Findings[i]
		of[x.Draft] = append(of[x.Draft], x)
	}
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Document != nil {
			f(d, of[d.Document])
		}
	}
}

// merge joins two reports: documents add up, sources keep their order.
func merge(a, b *verify.Report) *verify.Report {
	for _, s := range b.Sources {
		if !slices.Contains(a.Sources, s) {
			a.Sources = append(a.Sources, s)
		}
	}
	a.Findings = append(a.Findings, b.Findings...)
	a.Drafts = append(a.Drafts, b.Drafts...)
	a.Documents += b.Documents
	a.Newest = max(a.Newest, b.Newest)
	return a
}

// inOrderOf brings drafts and findings back into the order in which the drafts
// were given.
func inOrderOf(r *verify.Report, drafts []verify.Draft) {
	place := map[any]int{}
	for i := range drafts {
		if drafts[i].Document != nil {
			place[drafts[i].Document] = i
		} else {
			place[drafts[i].Err] = i
		}
	}
	key := func(d *verify.Draft) int {
		if d.Document != nil {
			return place[d.Document]
		}
		return place[d.Err]
	}
	slices.SortStableFunc(r.Drafts, func(a, b verify.Draft) int { return key(&a) - key(&b) })
	slices.SortStableFunc(r.Findings, func(a, b verify.Finding) int { return place[a.Draft] - place[b.Draft] })
}
