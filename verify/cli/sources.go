package cli

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

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
	list      []*report.Credited // those with most statements first
	of        map[string]*report.Credited
	documents []uint32 // in the order of their IDs
}

// credits reads the whole archive, one document after the other.
func (c *console) credits(archive *opened) (*credited, error) {
	all := &credited{of: map[string]*report.Credited{}}
	ids := map[uint32]string{}
	if err := archive.index.Documents(func(i index.Info) bool { ids[i.Number] = i.Document.ID; return true }); err != nil {
		return nil, err
	}
	all.documents = slices.SortedFunc(maps.Keys(ids), func(a, b uint32) int { return strings.Compare(ids[a], ids[b]) })
	for _, n := range all.documents {
		if err := c.ctx.Err(); err != nil {
			return nil, err
		}
		e, err := archive.index.Entry(n)
		if err != nil {
			return nil, err
		}
		here := map[string]bool{}
		for i := range e.Statements {
			for _, x := range creditsOf(archive, e.Document, &e.Statements[i]) {
				all.count(x, !here[x.Name])
				here[x.Name] = true
			}
		}
	}
	all.list = slices.SortedFunc(maps.Values(all.of), func(a, b *report.Credited) int {
		return cmp.Or(b.Statements-a.Statements, strings.Compare(a.Name, b.Name))
	})
	for _, s := range archive.Names().Configured() {
		if x := all.of[s.Name]; x != nil {
			x.Aliases, x.Kind, x.Owner = s.Aliases, s.Kind, s.Owner
		}
	}
	return all, nil
}

// count counts a statement for a source, and its document with the first of it.
func (all *credited) count(of report.Credited, first bool) {
	x := all.of[of.Name]
	if x == nil {
		x = &report.Credited{Name: strings.Clone(of.Name), Kind: of.Kind}
		all.of[x.Name] = x
	}
	x.Statements++
	if first {
		x.Documents++
	}
	if x.Role == "" {
		x.Role = strings.Clone(of.Role)
	}
}

// creditsOf returns whom a statement is credited to: its speaker, the outlets of its chain
// and its publisher, each once.
func creditsOf(archive *opened, d *claims.Document, s *claims.Statement) (list []report.Credited) {
	put := func(name, kind, role string) {
		name = archive.Names().Canonical(name)
		if name != "" && !slices.ContainsFunc(list, func(x report.Credited) bool { return x.Name == name }) {
			list = append(list, report.Credited{Name: name, Kind: kind, Role: role})
		}
	}
	put(s.Attribution.Speaker.Name, report.SpeakerKind(s.Attribution.Speaker.Kind), s.Attribution.Speaker.Role)
	for _, o := range s.Attribution.Via {
		put(o.Name, "outlet", "")
	}
	put(d.Publisher, "outlet", "")
	return list
}

// said reads the archive again for what a source is credited with.
func (c *console) said(archive *opened, all *credited, name string) iter.Seq2[*report.Found, error] {
	return func(yield func(*report.Found, error) bool) {
		for _, n := range all.documents {
			e, err := archive.index.Entry(n)
			if err = cmp.Or(c.ctx.Err(), err); err != nil {
				yield(nil, err)
				return
			}
			for i := range e.Statements {
				s := &e.Statements[i]
				credited := slices.ContainsFunc(creditsOf(archive, e.Document, s), func(x report.Credited) bool { return x.Name == name })
				if credited && !yield(&report.Found{Document: e.Document, Statement: s, Span: s.Span(), Score: 1}, nil) {
					return
				}
			}
		}
	}
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
		return report.Source(c.out, format, all.of[name], c.said(archive, all, name), look)
	})
}
