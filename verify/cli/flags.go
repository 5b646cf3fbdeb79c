package cli

import (
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"factcheck/claims/date"
	"factcheck/sources/reader"
	"factcheck/verify/report"
)

// Flags that several commands share. Each command has its own copy of each:
// urfave/cli v2 loses the value of a flag that two levels of the tree define.

func formatFlag(formats ...string) cli.Flag {
	usage := "`format` of the report: "
	for i, f := range formats {
		if i > 0 {
			usage += ", "
		}
		usage += f
	}
	return &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: usage, Category: "output"}
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
	return &cli.StringFlag{Name: "index", Aliases: []string{"i"}, Usage: "`file` of the index", Category: "archive"}
}

func lockFlag(wait time.Duration) cli.Flag {
	return &cli.DurationFlag{Name: "lock-timeout", Usage: "`time` to wait for another factcheck that writes the index", Value: wait, DefaultText: wait.String(), Category: "run"}
}

func againstFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "against", Usage: "`path` of an archive to index on the fly; may be repeated", Category: "archive"}
}

// readFlags are how input files are read.
func readFlags() []cli.Flag {
	return []cli.Flag{
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
	return report.Options{
		Width: c.width(), Colour: c.colour(when), ASCII: !unicodeLocale(),
		Explain: ctx.Bool("explain"), Version: versionName(), Screen: c.outTerminal(),
	}, nil
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
