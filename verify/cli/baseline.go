package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/session"
)

// baselineName is the file of accepted findings where none is named.
const baselineName = ".factcheck-baseline.json"

func (c *console) baselineCommand() *cli.Command {
	flags := func() []cli.Flag {
		return join(
			[]cli.Flag{
				&cli.StringFlag{Name: "baseline", Usage: "`file` of accepted findings", Category: "what counts"},
				&cli.BoolFlag{Name: "strict", Usage: "what is unfound or unsupported is an error", Category: "what counts"},
				&cli.StringSliceFlag{Name: "exclude", Usage: "`glob` of files not to check", Category: "input"},
				stdinNameFlag(), indexFlag(), againstFlag(), lockFlag(checkTimeout), configFlag(), jobsFlag(),
			},
			readFlags(), outputFlags(), verboseFlags(),
		)
	}
	return &cli.Command{
		Name: "baseline", Usage: "accept today's findings, be told of new ones", Category: "set up",
		Subcommands: []*cli.Command{
			{Name: "create", Usage: "accept what verify finds in the drafts now", ArgsUsage: "[FILE|DIR]...", Flags: flags(), Action: c.baselineCreate},
			{Name: "prune", Usage: "forget what is no longer found", ArgsUsage: "[FILE|DIR]...", Flags: flags(), Action: c.baselinePrune},
		},
	}
}

// found checks the drafts without a baseline.
func (c *console) found(ctx *cli.Context) (*verify.Report, error) {
	r := &run{}
	var err error
	if r.look, err = c.look(ctx); err != nil {
		return nil, err
	}
	if r.read, err = readOptions(ctx); err != nil {
		return nil, err
	}
	return c.checkAll(ctx, r)
}

func (c *console) baselineCreate(ctx *cli.Context) error {
	path, err := c.baselineFile(ctx)
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return errRead(&fs.PathError{Op: "open", Path: path, Err: reader.ErrSpecial}) // what verify would not read
	}
	if err := c.writes([]destination{{path: path}}); err != nil {
		return err
	}
	report, err := c.found(ctx)
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		data, err := reader.Load(path, c.most)
		if err != nil {
			return errRead(err)
		}
		if _, err := verify.ReadBaseline(data); err != nil { // somebody's file
			return errBaseline(path, err)
		}
	}
	b := verify.NewBaseline(report.Findings)
	if err := writeFile(path, b.Write); err != nil {
		return err
	}
	c.say(fmt.Sprintf("%s: %d findings accepted", display(path), len(b.Accepted)))
	return nil
}

func (c *console) baselinePrune(ctx *cli.Context) error {
	path, err := c.baselineFile(ctx)
	if err != nil {
		return err
	}
	b, err := c.readBaseline(path)
	if err != nil {
		return err
	}
	report, err := c.found(ctx)
	if err != nil {
		return err
	}
	var checked []string
	for _, d := range report.Drafts {
		if d.Document != nil {
			checked = append(checked, d.Path)
		}
	}
	gone := b.Prune(report.Findings, checked, goneBeside(path))
	if err := writeFile(path, b.Write); err != nil {
		return err
	}
	c.say(fmt.Sprintf("%s: %d forgotten, %d left", display(path), gone, len(b.Accepted)))
	return nil
}

// baselineFile returns the file of accepted findings, where there is none yet the
// one to make.
func (c *console) baselineFile(ctx *cli.Context) (string, error) {
	path, err := c.baselinePath(ctx)
	if path == "" && err == nil {
		var cfg *config
		if cfg, err = c.settings(ctx, "."); err == nil {
			path = session.Relative(cfg.abs(baselineName))
		}
	}
	return path, err
}

// goneBeside returns a function that reports whether a file that a baseline names is no
// longer there, seen from the current folder and from that of the baseline.
func goneBeside(baseline string) func(path string) bool {
	return func(path string) bool {
		_, here := os.Stat(path)
		_, beside := os.Stat(filepath.Join(filepath.Dir(baseline), path))
		return errors.Is(here, fs.ErrNotExist) && errors.Is(beside, fs.ErrNotExist)
	}
}
