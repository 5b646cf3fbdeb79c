package cli

import (
	"context"

	"github.com/urfave/cli/v2"

	"factcheck/verify/report"
	"factcheck/verify/session"
)

func (c *console) sourcesCommand() *cli.Command {
	flags := func() []cli.Flag {
		return join([]cli.Flag{formatFlag("table", "json", "jsonl"), indexFlag(), againstFlag(), lockFlag(checkTimeout), configFlag()}, outputFlags())
	}
	return &cli.Command{
		Name: "sources", Usage: "the outlets and people credited in the index, aliases resolved", ArgsUsage: "[list|show NAME]", Category: "archive",
		Flags: flags(), Action: c.sourcesList,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "all of them, those with most to say first", Flags: flags(), Action: c.sourcesList},
			{Name: "show", Usage: "what one of them is credited with; a part of the name will do", ArgsUsage: "NAME", Flags: flags(), Action: c.sourcesShow},
		},
	}
}

// named returns the source that a typed name means, an error with the candidates if it is
// not plain which.
func named(ctx context.Context, archive *session.Opened, typed string) (string, error) {
	names, err := session.NamesOf(ctx, archive.Archive)
	if err != nil {
		return "", indexFault("", err)
	}
	name, err := session.Named(archive.Archive, typed, names)
	if err != nil {
		return "", sourceFault(err)
	}
	if name == "" {
		return "", errUnknownSource(typed, names)
	}
	return name, nil
}

// onSources opens the archive.
func (c *console) onSources(ctx *cli.Context, f func(format string, look report.Options, archive *session.Opened) error) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "json", "jsonl"})
	if err != nil {
		return err
	}
	archive, err := c.archiveHere(ctx)
	if err != nil {
		return err
	}
	defer archive.Engine().Close()
	return f(format, look, archive)
}

func (c *console) sourcesList(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	return c.onSources(ctx, func(format string, look report.Options, archive *session.Opened) error {
		all, err := session.NewCredits(c.ctx, archive.Archive)
		if err != nil {
			return indexFault("", err)
		}
		return report.Sources(c.out, format, all.List, look)
	})
}

func (c *console) sourcesShow(ctx *cli.Context) error {
	switch ctx.NArg() {
	case 0:
		return errTooFew(ctx.Command, "the name")
	case 1:
	default:
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	return c.onSources(ctx, func(format string, look report.Options, archive *session.Opened) error {
		name, err := named(c.ctx, archive, ctx.Args().First())
		if err != nil {
			return err
		}
		all, err := session.NewCreditsOf(c.ctx, archive.Archive, name)
		if err != nil {
			return indexFault("", err)
		}
		return report.Source(c.out, format, all.Of(name), all.Said(c.ctx, archive.Archive, name), look)
	})
}
