package cli

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"factcheck/claims/date"
	"factcheck/sources/reader"
	"factcheck/verify/report"
)

// Flags that several commands share. Each command has its own copy of each:
// urfave/cli v2 loses the value of a flag that two levels of the tree define.

func formatFlag(formats ...string) cli.Flag {
	return &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "`format` of the report: " + joined(formats), Category: "output"}
}

func outputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "color", Usage: "`when` to colour: auto, always, never", Value: "auto", Category: "output"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no messages but errors", Category: "output"},
	}
}

func verboseFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "say what is done", Category: "output"},
		&cli.BoolFlag{Name: "no-progress", Usage: "no progress on the terminal", Category: "output"},
	}
}

func jobsFlag() cli.Flag {
	return &cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "`N` at a time; 0 is one a core", DefaultText: "0", Category: "run"}
}

func configFlag() cli.Flag {
	return &cli.StringFlag{Name: "config", Aliases: []string{"c"}, Usage: "`file` of settings; without it the nearest .factcheck.yaml", Category: "run"}
}

func indexFlag() cli.Flag {
	return &cli.StringFlag{Name: "index", Aliases: []string{"i"}, Usage: "`file` of the index, or opensearch://HOST:PORT/NAME on a cluster; without it that of the settings, else that of the repository or folder, in the user's cache", Category: "archive"}
}

func lockFlag(wait time.Duration) cli.Flag {
	return &cli.DurationFlag{Name: "lock-timeout", Usage: "`time` to wait for another factcheck that uses the index", Value: wait, DefaultText: wait.String(), Category: "run"}
}

func againstFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "against", Usage: "`path` of an archive to index on the fly; may be repeated", Category: "archive"}
}

// readFlags are how input files are read.
func readFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "max-size", Usage: "`size` above which a file, or a line of JSONL, is refused, such as 100MB; 0 is none", DefaultText: bytesName(usualMost), Category: "input"},
		&cli.StringFlag{Name: "type", Usage: "`type` of the input, whatever its name says", Category: "input"},
		&cli.StringFlag{Name: "lang", Usage: "language of texts that do not say; `LANG` is en, fr or auto", Category: "input"},
		&cli.StringFlag{Name: "date", Usage: "date of texts that do not say, `YYYY-MM-DD`; relative dates count from it", Category: "input"},
	}
}

func stdinNameFlag() cli.Flag {
	return &cli.StringFlag{Name: "stdin-filename", Usage: "`name` to report for the standard input", Category: "input"}
}

// originFlags say who published texts that do not say.
func originFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "publisher", Usage: "`name` of who carries texts that do not say", Category: "input"},
		&cli.StringFlag{Name: "author", Usage: "`name` on the by-line of texts that do not say", Category: "input"},
		&cli.StringFlag{Name: "url", Usage: "`URL` of a text that does not say", Category: "input"},
	}
}

// chosen returns the value of a flag that must be one of a list; otherwise is
// what an empty value means.
func chosen(ctx *cli.Context, flag, what, otherwise string, allowed []string) (string, error) {
	v := ctx.String(flag)
	if v == "" {
		return otherwise, nil
	}
	if !slices.Contains(allowed, v) {
		return "", errUnknownValue(what, v, allowed)
	}
	return v, nil
}

// languages are what --lang takes; auto is the empty language.
func languages() []string { return []string{"auto", "en", "fr"} }

// readOptions returns how the flags say that files are read.
func readOptions(ctx *cli.Context) (reader.Options, error) {
	var opt reader.Options
	var err error
	if opt.Type, err = chosen(ctx, "type", "type", "", reader.Types()); err != nil {
		return opt, err
	}
	if opt.Lang, err = chosen(ctx, "lang", "language", "auto", languages()); err != nil {
		return opt, err
	}
	if opt.Lang == "auto" {
		opt.Lang = ""
	}
	if d := ctx.String("date"); d != "" {
		if opt.Date, err = date.Parse(d); err != nil {
			return opt, errBadDate("--date", err)
		}
	}
	opt.Publisher, opt.Author, opt.URL = ctx.String("publisher"), ctx.String("author"), ctx.String("url")
	return opt, nil
}

// look returns how reports look, as the flags, the environment and the terminal
// say.
func (c *console) look(ctx *cli.Context) (report.Options, error) {
	when, err := chosen(ctx, "color", "colour mode", "auto", []string{"auto", "always", "never"})
	if err != nil {
		return report.Options{}, err
	}
	c.quiet, c.verbose, c.noProgress = ctx.Bool("quiet"), ctx.Bool("verbose"), ctx.Bool("no-progress")
	if s := ctx.String("max-size"); s != "" {
		if c.most, err = parseSize(s); err != nil {
			return report.Options{}, err
		}
	}
	if n := ctx.Int("jobs"); n < 0 || n > mostJobs {
		return report.Options{}, errJobs(n)
	}
	if d := ctx.Duration("lock-timeout"); d < 0 {
		return report.Options{}, errWait(d.String())
	}
	c.jobs, c.wait = ctx.Int("jobs"), ctx.Duration("lock-timeout")
	return report.Options{
		Width: c.width(), Colour: c.colour(when), ASCII: !unicodeLocale(),
		Explain: ctx.Bool("explain"), Version: versionName(), Screen: c.outTerminal(),
	}, nil
}

// usualMost is how many bytes a document that is read has at most, unless --max-size
// says otherwise: it takes fifty times its size while it is read, and no report or book
// is as long. A file of many documents may have documentsOf times as much.
const (
	usualMost   = 16 << 20
	documentsOf = 16
)

// mostJobs is how many files are read at a time at most.
const mostJobs = 1024

// parseSize reads a number of bytes, with or without a unit; 0 is no bound.
func parseSize(s string) (int64, error) {
	number, unit := strings.TrimSpace(s), int64(1)
	for _, u := range []struct {
		name  string
		bytes int64
	}{{"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"k", 1e3}, {"M", 1e6}, {"G", 1e9}, {"B", 1}} {
		if rest, ok := strings.CutSuffix(strings.ToLower(number), strings.ToLower(u.name)); ok {
			number, unit = strings.TrimSpace(rest), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 0 || n > math.MaxInt64/unit {
		return 0, errSize(s)
	}
	return n * unit, nil
}

// answerFormat returns the format in which a command answers: a table for one
// question, lines of JSON for the stream of them that is named.
func answerFormat(ctx *cli.Context, stream string) (string, error) {
	otherwise := "table"
	if stream != "" {
		otherwise = "jsonl"
	}
	return chosen(ctx, "format", "format", otherwise, []string{"table", "line", "json", "jsonl"})
}
