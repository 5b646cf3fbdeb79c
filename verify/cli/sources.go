package cli

import (
	"sort"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources/index"
	"factcheck/verify/report"
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

// credited is who the statements of an archive are credited to.
type credited struct {
	list []*report.Credited // those with most statements first
	of   map[string]*report.Credited
}

// credits reads the whole archive.
func (c *console) credits(archive *opened) (*credited, error) {
	all := &credited{of: map[string]*report.Credited{}}
	var numbers []uint32
	if err := archive.index.Documents(func(i index.Info) bool { numbers = append(numbers, i.Number); return true }); err != nil {
		return nil, err
	}
	for _, n := range numbers {
		if err := c.ctx.Err(); err != nil {
			return nil, err
		}
		e, err := archive.index.Entry(n)
		if err != nil {
			return nil, err
		}
		for i := range e.Statements {
			all.add(archive, e.Document, &e.Statements[i])
		}
	}
	for _, s := range all.of {
		all.list = append(all.list, s)
	}
	sort.Slice(all.list, func(i, j int) bool {
		a, b := all.list[i], all.list[j]
		if len(a.Statements) != len(b.Statements) {
			return len(a.Statements) > len(b.Statements)
		}
		return a.Name < b.Name
	})
	for _, s := range archive.Names().Configured() {
		if x := all.of[s.Name]; x != nil {
			x.Aliases, x.Kind, x.Owner = s.Aliases, s.Kind, s.Owner
		}
	}
	return all, nil
}

// add credits one statement to its speaker, to the outlets of its chain and to its
// publisher, each once.
func (all *credited) add(archive *opened, d *claims.Document, s *claims.Statement) {
	seen := map[string]bool{}
	put := func(name, kind, role string) {
		if name = archive.Names().Canonical(name); name == "" || seen[name] {
			return
		}
		seen[name] = true
		x := all.of[name]
		if x == nil {
			x = &report.Credited{Name: name, Kind: kind}
			all.of[name] = x
		}
		if x.Role == "" {
			x.Role = role
		}
		x.Statements = append(x.Statements, report.Found{Document: d, Statement: s, Span: s.Span(), Score: 1})
	}
	put(s.Attribution.Speaker.Name, report.SpeakerKind(s.Attribution.Speaker.Kind), s.Attribution.Speaker.Role)
	for _, o := range s.Attribution.Via {
		put(o.Name, "outlet", "")
	}
	put(d.Publisher, "outlet", "")
}

// sourceNamed returns the source that a typed name means, an error with the
// candidates if it is not plain which.
func (c *console) sourceNamed(archive *opened, typed string) (string, error) {
	all, err := c.credits(archive)
	if err != nil {
		return "", err
	}
	return all.named(archive, typed)
}

func (all *credited) named(archive *opened, typed string) (string, error) {
	var names []string
	for _, s := range all.list {
		names = append(names, s.Name)
	}
	fits := archive.Names().Typed(typed, names)
	switch len(fits) {
	case 0:
		return "", errUnknownSource(typed, names)
	case 1:
		return fits[0], nil
	}
	return "", errAmbiguousSource(typed, fits)
}

// onSources opens the archive and reads who is credited in it.
func (c *console) onSources(ctx *cli.Context, f func(format string, look report.Options, archive *opened, all *credited) error) error {
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
	defer archive.index.Close()
	all, err := c.credits(archive)
	if err != nil {
		return indexFault("", err)
	}
	return f(format, look, archive, all)
}

func (c *console) sourcesList(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	return c.onSources(ctx, func(format string, look report.Options, _ *opened, all *credited) error {
		return report.Sources(c.out, format, all.list, look)
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
	return c.onSources(ctx, func(format string, look report.Options, archive *opened, all *credited) error {
		name, err := all.named(archive, ctx.Args().First())
		if err != nil {
			return err
		}
		return report.Source(c.out, format, all.of[name], look)
	})
}
