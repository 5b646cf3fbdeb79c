package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

func (c *console) verifyCommand() *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: "check drafts against what sources say", ArgsUsage: "[FILE|DIR|-]...", Category: "check",
		Description: `Without a file the drafts of .factcheck.yaml are checked, or the standard input if
it is piped. Exits with 1 if a finding is at or above --fail-on, which is error
unless it is set.

  factcheck verify draft.md --against archive/
  factcheck verify -o html=report.html
  git diff main | factcheck verify --changed -`,
		Flags: join(
			[]cli.Flag{
				formatFlag(report.Formats()...),
				&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "`[FORMAT=]PATH` of a report; with a format one more beside that of --format", Category: "output"},
				&cli.BoolFlag{Name: "explain", Usage: "every statement with all its evidence", Category: "output"},
				&cli.StringFlag{Name: "text", Usage: "`text` to check instead of a file", Category: "input"},
				stdinNameFlag(),
				&cli.StringSliceFlag{Name: "exclude", Usage: "`glob` of files not to check", Category: "input"},
				&cli.StringFlag{Name: "changed", Usage: "`patch` whose added lines alone count; - is standard input", Category: "input"},
				&cli.BoolFlag{Name: "watch", Usage: "check again when a draft, the archive or the settings change; Ctrl-C ends it", Category: "run"},
				indexFlag(), againstFlag(), lockFlag(checkTimeout), configFlag(), modelFlag(), jobsFlag(),
			},
			policyFlags(), readFlags(), outputFlags(), verboseFlags(),
		),
		Action: c.verify,
	}
}

// policyFlags say what counts.
func policyFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "fail-on", Usage: "`level` from which the exit code is 1: error, warning, info, never", Category: "what counts"},
		&cli.BoolFlag{Name: "strict", Usage: "what is unfound or unsupported is an error", Category: "what counts"},
		&cli.StringSliceFlag{Name: "select", Usage: "`rule` that alone counts; may be repeated", Category: "what counts"},
		&cli.StringSliceFlag{Name: "ignore", Usage: "`rule` that does not count; may be repeated", Category: "what counts"},
		&cli.StringFlag{Name: "baseline", Usage: "`file` of accepted findings, which do not count", Category: "what counts"},
	}
}

// A run is what the flags of one verification say.
type run struct {
	look     report.Options
	read     reader.Options
	failOn   string
	outputs  []destination
	selected []verify.Rule
	ignored  []verify.Rule
	patch    *verify.Patch
	session  *session.Session // of a run that watches; nil of one that ends
}

// verify checks drafts and prints the reports.
func (c *console) verify(ctx *cli.Context) error {
	r, err := c.newRun(ctx)
	if err != nil {
		return err
	}
	if ctx.Bool("watch") {
		return c.watch(ctx, r)
	}
	return c.round(ctx, r)
}

// round checks the drafts once and prints the reports.
func (c *console) round(ctx *cli.Context, r *run) error {
	result, err := c.check(ctx, r)
	if err != nil {
		return err
	}
	for _, o := range r.outputs {
		if err := c.print(o, result, r.look); err != nil && !errors.Is(err, errClosedPipe) {
			return err
		}
	}
	if err := c.jobSummary(r, result); err != nil {
		return err
	}
	if result.Failed() {
		c.failed = true
	}
	if level, ok := verify.ParseLevel(r.failOn); ok && result.Worst() >= level {
		return errFindings
	}
	return nil
}

// newRun reads what the flags, the environment and the settings of the current
// folder say of the run as a whole. Everything that can be wrong with them is
// found before work begins.
func (c *console) newRun(ctx *cli.Context) (*run, error) {
	r := &run{}
	var err error
	if r.look, err = c.look(ctx); err != nil {
		return nil, err
	}
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return nil, err
	}
	if r.read, err = c.readAs(ctx); err != nil {
		return nil, err
	}
	if r.failOn, err = oneOf("level", setting(ctx, "fail-on", "FACTCHECK_FAIL_ON", cfg.FailOn, "error"), failLevels()); err != nil {
		return nil, err
	}
	format, err := oneOf("format", setting(ctx, "format", "FACTCHECK_FORMAT", cfg.Format, "table"), report.Formats())
	if err != nil {
		return nil, err
	}
	if r.outputs, err = c.outputs(ctx, format); err != nil {
		return nil, err
	}
	if err := c.overwrites(ctx.String("config"), ctx.String("index"), ctx.String("changed"), cfg.path); err != nil {
		return nil, err
	}
	if r.selected, err = rules(ctx.StringSlice("select")); err != nil {
		return nil, err
	}
	if r.ignored, err = rules(ctx.StringSlice("ignore")); err != nil {
		return nil, err
	}
	if p := ctx.String("changed"); p != "" {
		r.patch, err = c.readPatch(ctx, p)
	}
	return r, err
}

// readAs returns how drafts are read, as the flags, the environment and the settings of the
// current folder say.
func (c *console) readAs(ctx *cli.Context) (reader.Options, error) {
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return reader.Options{}, err
	}
	opt, err := readOptions(ctx)
	if err != nil {
		return opt, err
	}
	if lang := setting(ctx, "lang", "FACTCHECK_LANG", cfg.Lang, ""); !slices.Contains(languages(), lang) && lang != "" {
		return opt, errUnknownValue("language", lang, languages())
	} else if opt.Lang == "" {
		opt.Lang = langOf(lang)
	}
	return opt, nil
}

// oneOf returns a value that must be one of a list.
func oneOf(what, value string, allowed []string) (string, error) {
	if !slices.Contains(allowed, value) {
		return "", errUnknownValue(what, value, allowed)
	}
	return value, nil
}

// rules parses names of rules, several in one with commas between.
func rules(names []string) ([]verify.Rule, error) {
	var out []verify.Rule
	for _, list := range names {
		for name := range strings.SplitSeq(list, ",") {
			r, ok := verify.ParseRule(strings.TrimSpace(name))
			if !ok {
				return nil, errUnknownRule(name, verify.RuleNames())
			}
			out = append(out, r)
		}
	}
	return out, nil
}

// readPatch reads the lines that a change adds.
func (c *console) readPatch(ctx *cli.Context, path string) (*verify.Patch, error) {
	if path == "-" && slices.Contains(ctx.Args().Slice(), "-") {
		return nil, errTwiceStdin()
	}
	data, err := c.load(input{path: path, name: path})
	if err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, errEmptyPatch(path)
	}
	p, err := verify.ReadPatch(data)
	if err != nil {
		return nil, errPatch(path, err)
	}
	return p, nil
}

// check checks the drafts and says what counts.
func (c *console) check(ctx *cli.Context, r *run) (*verify.Report, error) {
	accept, err := c.accepted(ctx)
	if err != nil {
		return nil, err
	}
	report, err := c.checkAll(ctx, r)
	if err != nil {
		return nil, err
	}
	c.warnUnchecked(report)
	report.Skipped = c.skipped
	accept(report)
	if r.patch != nil {
		session.PerDraft(report, func(d *verify.Draft, f []*verify.Finding) { r.patch.Apply(d.Path, draftData(d), f) })
	}
	return report, nil
}

// accepted returns what marks the findings that the file of accepted ones holds.
func (c *console) accepted(ctx *cli.Context) (accept func(*verify.Report), err error) {
	path, err := c.baselinePath(ctx)
	if err != nil {
		return nil, err
	}
	accepted := &verify.Baseline{}
	if path != "" {
		accepted, err = c.readBaseline(path)
	}
	return func(r *verify.Report) { accepted.Apply(r.Findings, goneBeside(path)) }, err
}

// warnUnchecked warns of drafts of which no sentence was checked.
func (c *console) warnUnchecked(r *verify.Report) {
	for i := range r.Drafts {
		d := &r.Drafts[i]
		if n := len(d.Unchecked); n > 0 && !slices.ContainsFunc(r.Findings, func(f verify.Finding) bool { return f.Draft == d.Document }) {
			c.warn("%s", nothingChecked(d.Path, n))
		}
	}
}

// checkAll reads the drafts and checks each under its own settings.
func (c *console) checkAll(ctx *cli.Context, r *run) (*verify.Report, error) {
	drafts, err := c.drafts(ctx, r)
	if err != nil {
		return nil, err
	}
	if len(drafts) > manyDrafts && os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		defer spareMemory()()
	}
	return c.checkDrafts(ctx, r, drafts)
}

// checkDrafts checks drafts in the session of the run, or in one of their own: nothing of that
// is left behind it.
func (c *console) checkDrafts(ctx *cli.Context, r *run, drafts []verify.Draft) (*verify.Report, error) {
	if r.session != nil {
		return c.checkIn(r.session, drafts)
	}
	s := c.session(ctx, session.Config{Selected: r.selected, Ignored: r.ignored})
	defer s.Close()
	return c.checkIn(s, drafts)
}

// checkIn checks drafts in a session and tells of what stands in them for us and means nothing.
func (c *console) checkIn(s *session.Session, drafts []verify.Draft) (*verify.Report, error) {
	began := func() func(int) { return c.progress("checking", 0).step }
	report, err := s.Check(c.ctx, drafts, session.Options{Began: began})
	c.endProgress()
	if err != nil {
		return nil, checkFault(err)
	}
	for _, m := range report.Mistaken {
		c.fail(errDirective(m.Draft.Path, draftData(m.Draft), m.BadDirective))
	}
	session.PerDraft(report.Report, c.warnOfMarks)
	return report.Report, nil
}

// drafts reads the files to check. One that cannot be read is told and stays in
// the report.
func (c *console) drafts(ctx *cli.Context, r *run) ([]verify.Draft, error) {
	if text := ctx.String("text"); ctx.IsSet("text") {
		if ctx.Args().Present() {
			return nil, errTextAndFiles()
		}
		if strings.TrimSpace(text) == "" {
			return nil, errEmptyText()
		}
		opt := r.read
		if opt.Type == "" {
			opt.Type = "txt"
		}
		docs, err := reader.Read("text", []byte(text), opt)
		return c.newDrafts("text", docs, []byte(text), unreadable(err)), nil
	}
	files, err := c.draftFiles(ctx)
	if err != nil {
		return nil, err
	}
	var drafts []verify.Draft
	type read struct {
		name string
		docs []*claims.Document
		data []byte
		err  error
	}
	work := func(in input) read {
		docs, data, err := c.documents(in, r.read)
		return read{in.name, docs, data, err}
	}
	// What went wrong is told here, in the order of the files, and not by the workers.
	err = inOrder(c.ctx, ctx.Int("jobs"), each(files), work, func(x read) error {
		drafts = append(drafts, c.newDrafts(x.name, x.docs, x.data, x.err)...)
		return nil
	})
	return drafts, err
}

// newDrafts makes a draft of each document of a file; what went wrong is told.
func (c *console) newDrafts(path string, docs []*claims.Document, data []byte, err error) []verify.Draft {
	c.warnOf(docs)
	out := session.Drafts(docs, data)
	if err != nil {
		c.fail(err)
		out = append(out, verify.Draft{Path: path, Err: err})
	}
	return out
}

// draftFiles returns the files to check: the arguments, else the drafts of the
// settings, else the standard input if it is piped.
func (c *console) draftFiles(ctx *cli.Context) ([]input, error) {
	args := ctx.Args().Slice()
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return nil, err
	}
	var files []input
	switch {
	case len(args) == 0 && len(cfg.Drafts) > 0:
		found, err := c.filesNamed(cfg, entriesOf(cfg.Drafts))
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			files = append(files, input{path: f, name: f})
		}
	case len(args) == 0 && (isTerminal(c.in) || ctx.String("changed") == "-"):
		return nil, errNoDrafts()
	default:
		if files, err = c.inputs(ctx, args); err != nil {
			return nil, err
		}
	}
	kept := files[:0]
	for _, f := range files {
		if out, err := c.excluded(ctx, f.path); err != nil {
			return nil, err
		} else if !out {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return nil, errAllExcluded()
	}
	return kept, c.overwrites(paths(kept)...)
}

// excluded reports whether a file is left out by --exclude or its settings.
func (c *console) excluded(ctx *cli.Context, path string) (bool, error) {
	if path == "-" {
		return false, nil
	}
	for _, glob := range ctx.StringSlice("exclude") {
		if err := validGlob(glob); err != nil {
			return false, errGlob("--exclude", glob, err)
		}
		if ok, _ := doublestar.Match(glob, filepath.ToSlash(filepath.Clean(path))); ok {
			return true, nil
		}
	}
	cfg, err := c.settings(ctx, filepath.Dir(path))
	return err == nil && cfg.names(cfg.Exclude, path), err
}

// draftData returns the bytes of a draft's file.
func draftData(d *verify.Draft) []byte {
	if d.Data == nil && d.Document != nil {
		return []byte(d.Document.Text)
	}
	return d.Data
}

// baselinePath returns the file of accepted findings: the one that is named, else
// the one that baseline create made beside the settings; empty if there is none.
func (c *console) baselinePath(ctx *cli.Context) (string, error) {
	cfg, err := c.settings(ctx, ".")
	if err != nil || ctx.String("baseline") != "" {
		return ctx.String("baseline"), err
	}
	if cfg.Baseline != "" {
		return session.Relative(cfg.abs(cfg.Baseline)), nil
	}
	usual := cfg.abs(baselineName)
	if _, err := os.Stat(usual); err != nil {
		return "", nil
	}
	return session.Relative(usual), nil
}

func (c *console) readBaseline(path string) (*verify.Baseline, error) {
	if err := c.overwrites(path); err != nil {
		return nil, err
	}
	data, err := reader.Load(path, c.most)
	if errors.Is(err, reader.ErrSpecial) || errors.Is(err, reader.ErrLarge) {
		return nil, errRead(err)
	}
	if err != nil {
		return nil, errNoBaseline(path, err)
	}
	b, err := verify.ReadBaseline(data)
	if err != nil {
		return nil, errBaseline(path, err)
	}
	return b, nil
}
