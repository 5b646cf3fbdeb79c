package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/opensearch"
	"factcheck/sources/reader"
	"factcheck/verify/report"
)

func (c *console) indexCommand() *cli.Command {
	sub := func(name, args, usage string, action cli.ActionFunc, flags ...[]cli.Flag) *cli.Command {
		flags = append(flags, []cli.Flag{indexFlag(), configFlag()}, outputFlags())
		return &cli.Command{Name: name, Usage: usage, ArgsUsage: args, Action: action, Flags: join(flags...)}
	}
	lists := []cli.Flag{formatFlag("table", "json", "jsonl")}
	locks := []cli.Flag{lockFlag(lockTimeout)}
	digest := []cli.Flag{&cli.BoolFlag{Name: "digest", Usage: "a sum of all that the index holds: equal for equal contents", Category: "output"}, formatFlag("table", "json")}
	output := []cli.Flag{&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "`path` of the export; standard output without it", Category: "output"}}
	return &cli.Command{
		Name: "index", Usage: "what drafts are checked against", Category: "archive",
		Subcommands: []*cli.Command{
			sub("add", "FILE|DIR|-...", "add texts, or bring them up to date", c.indexAdd, readFlags(), originFlags(), locks, []cli.Flag{jobsFlag(), stdinNameFlag()}, verboseFlags()),
			sub("remove", "ID|PATH...", "remove documents", c.indexRemove, locks),
			sub("list", "", "the documents, the newest first", c.indexList, lists, locks),
			sub("show", "ID", "one document with its statements", c.indexShow, []cli.Flag{formatFlag(report.StatementFormats()...)}, locks),
			sub("stats", "", "the index in numbers", c.indexStats, digest, locks),
			sub("check", "", "read every byte and say what is wrong", c.indexCheck, locks),
			sub("rebuild", "", "write the index anew from the documents in it", c.indexRebuild, locks),
			sub("export", "", "every document, one JSON object a line; index add reads it", c.indexExport, output, locks),
		},
	}
}

// indexOf returns the path of the index that a command is about.
func (c *console) indexOf(ctx *cli.Context) (string, *config, error) {
	if _, err := c.look(ctx); err != nil {
		return "", nil, err
	}
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return "", nil, err
	}
	path, err := c.indexPath(ctx, cfg)
	return path, cfg, err
}

// onIndex opens the index for reading and runs f on it. The command takes at most
// so many arguments.
func (c *console) onIndex(ctx *cli.Context, most int, f func(path string, x catalogue) error) error {
	if ctx.NArg() > most {
		return errTooMany(ctx.Command, ctx.Args().Get(most))
	}
	path, cfg, err := c.indexOf(ctx)
	if err != nil {
		return err
	}
	x, err := c.catalogue(cfg, path)
	if err != nil {
		return indexFault(path, err)
	}
	defer x.Close()
	return indexFault(path, f(path, x))
}

// indexAdd reads files and adds what is new or changed.
func (c *console) indexAdd(ctx *cli.Context) error {
	path, cfg, err := c.indexOf(ctx)
	if err != nil {
		return err
	}
	opt, err := readOptions(ctx)
	if err != nil {
		return err
	}
	if ctx.NArg() == 0 && isTerminal(c.in) {
		return errTooFew(ctx.Command, "the path of the archive")
	}
	files, err := c.inputs(ctx, ctx.Args().Slice())
	if err != nil {
		return err
	}
	files = slices.DeleteFunc(files, func(in input) bool {
		if in.err != nil {
			c.fail(in.err)
		}
		return in.err != nil
	})
	if len(files) == 0 {
		return errTold
	}
	w, err := c.filler(ctx, cfg, path)
	if err != nil {
		return indexFault(path, err)
	}
	if err := byHand(path, w); err != nil {
		return errors.Join(err, w.Close())
	}
	p := c.reading("indexing", paths(files))
	in := &sources.Intake{
		Writer: w, Options: func(string) reader.Options { return opt }, Jobs: ctx.Int("jobs"), Stdin: stdinOrEmpty{c.in, new(bool)}, Most: c.most,
		Done: p.add,
		Read: func(path string) { c.note("%s", path) },
		Warn: func(path, warning string) { c.warn("%s: %s", path, warning) },
	}
	sum, err := in.Files(c.ctx, paths(files))
	c.endProgress()
	err = c.intakeFault(path, err)
	if closeErr := w.Close(); err == nil {
		err = indexFault(path, closeErr)
	}
	if err != nil {
		return err
	}
	done := fmt.Sprintf("%s: %d added, %d changed, %d unchanged", display(path), sum.New, sum.Changed, sum.Same)
	if sum.Older > 0 {
		done += fmt.Sprintf(", %d older than what is there", sum.Older)
	}
	c.say(done)
	if len(c.skipped) > 0 {
		c.warn("not read: %s; the types that are: %s", report.Skipped(c.skipped), joined(reader.Kinds()))
	}
	if where := c.whose(ctx, cfg); where != "" {
		c.say(where)
	}
	if sum == (index.Added{}) {
		return errTold
	}
	return nil
}

// stdinOrEmpty turns an empty standard input into an error.
type stdinOrEmpty struct {
	r   io.Reader
	any *bool
}

func (s stdinOrEmpty) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	*s.any = *s.any || n > 0
	if errors.Is(err, io.EOF) && !*s.any {
		return n, errEmptyInput()
	}
	return n, err
}

func paths(files []input) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.path)
	}
	return out
}

// note says what is done, with -v.
func (c *console) note(format string, args ...any) {
	if c.verbose {
		c.say(fmt.Sprintf(format, args...))
	}
}

// indexRemove removes documents by ID, or by the path that they were read from.
func (c *console) indexRemove(ctx *cli.Context) error {
	if ctx.NArg() == 0 {
		return errTooFew(ctx.Command, "the ID of the document")
	}
	path, cfg, err := c.indexOf(ctx)
	if err != nil {
		return err
	}
	x, err := c.catalogue(cfg, path)
	if err != nil {
		return indexFault(path, err)
	}
	ids, err := c.matching(x, ctx.Args().Slice())
	x.Close()
	if err != nil {
		return indexFault(path, err)
	}
	w, err := c.filler(ctx, cfg, path)
	if err != nil {
		return indexFault(path, err)
	}
	n := 0
	if err = byHand(path, w); err == nil {
		n, err = w.Remove(ids...)
	}
	if err == nil {
		err = w.Commit()
	}
	if closeErr := w.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return indexFault(path, err)
	}
	c.say(fmt.Sprintf("%s: %d removed", display(path), n))
	return nil
}

// matching returns the IDs of the documents that the arguments name: by ID, or all
// that were read from a path. One that names none is an error.
func (c *console) matching(x catalogue, args []string) ([]string, error) {
	if e, ok := x.(*opensearch.Engine); ok {
		return namedIn(e, args)
	}
	var ids []string
	var all []string
	named := make([]bool, len(args))
	err := x.Documents(func(i index.Info) bool {
		all = append(all, i.Document.ID)
		for k, a := range args {
			if i.Document.ID == a || i.Document.Path == a {
				ids, named[k] = append(ids, i.Document.ID), true
				break
			}
		}
		return true
	})
	for k, ok := range named {
		if !ok && err == nil {
			return nil, errUnknownDocument(args[k], all)
		}
	}
	return ids, err
}

// indexList lists the documents.
func (c *console) indexList(ctx *cli.Context) error {
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "json", "jsonl"})
	if err != nil {
		return err
	}
	return c.onIndex(ctx, 0, func(path string, x catalogue) error {
		look, err := c.look(ctx)
		if err != nil {
			return err
		}
		var list []index.Info
		if err := x.Documents(func(i index.Info) bool { list = append(list, i); return true }); err != nil {
			return err
		}
		sortByDate(list)
		docs := make([]report.Listed, len(list))
		for i := range list {
			docs[i] = report.Listed{Document: &list[i].Document, Statements: list[i].Statements}
		}
		return report.Documents(c.out, format, docs, look)
	})
}

// indexShow prints one document.
func (c *console) indexShow(ctx *cli.Context) error {
	format, err := chosen(ctx, "format", "format", "table", report.StatementFormats())
	if err != nil {
		return err
	}
	if ctx.NArg() == 0 {
		return errTooFew(ctx.Command, "the ID of the document")
	}
	return c.onIndex(ctx, 1, func(path string, x catalogue) error {
		look, err := c.look(ctx)
		if err != nil {
			return err
		}
		ids, err := c.matching(x, ctx.Args().Slice())
		if err != nil {
			return err
		}
		var texts []*report.Text
		for _, id := range ids {
			n, _, err := x.Find(id)
			if err != nil {
				return err
			}
			e, err := x.Entries(n)
			if err != nil {
				return err
			}
			texts = append(texts, &report.Text{Document: e[0].Document, Statements: e[0].Statements})
		}
		return report.ShowDocuments(c.out, format, texts, look)
	})
}

// indexStats prints the index in numbers.
func (c *console) indexStats(ctx *cli.Context) error {
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "json"})
	if err != nil {
		return err
	}
	return c.onIndex(ctx, 0, func(path string, x catalogue) error {
		if ctx.Bool("digest") {
			sum, err := index.Digest(x)
			if err == nil {
				_, err = fmt.Fprintln(c.out, sum)
			}
			return err
		}
		if e, ok := x.(*opensearch.Engine); ok {
			return clusterStats(c.out, format, path, e)
		}
		st := x.(*index.Index).Stats()
		if format == "json" {
			return json.NewEncoder(c.out).Encode(map[string]any{"index": path, "documents": st.Documents, "statements": st.Statements,
				"text_bytes": st.Text, "replaced": st.Replaced, "segments": st.Segments, "bytes": st.Bytes})
		}
		size := st.Bytes
		if info, err := os.Stat(path); err == nil {
			size = info.Size()
		}
		_, err := fmt.Fprintf(c.out, "index       %s\ndocuments   %d\nstatements  %d\ntext        %s\nsegments    %d\nreplaced    %d\nfile        %s\n",
			display(path), st.Documents, st.Statements, bytesName(st.Text), st.Segments, st.Replaced, bytesName(size))
		return err
	})
}

// indexCheck reads every byte of the index.
func (c *console) indexCheck(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	path, cfg, err := c.indexOf(ctx)
	if err != nil {
		return err
	}
	var problems []string
	if opensearch.Is(path) {
		problems, err = c.checkCluster(cfg, path)
	} else {
		problems, err = index.Check(path, c.wait)
	}
	if err != nil {
		return indexFault(path, err)
	}
	for _, p := range problems {
		fmt.Fprintf(c.out, "%s: %s\n", display(path), oneLine(p))
	}
	if len(problems) > 0 {
		return errDamaged(path, len(problems))
	}
	_, err = fmt.Fprintf(c.out, "%s: whole\n", display(path))
	return err
}

// indexRebuild writes the index anew.
func (c *console) indexRebuild(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	path, _, err := c.indexOf(ctx)
	if err != nil {
		return err
	}
	if opensearch.Is(path) {
		return errNotOnCluster("index rebuild")
	}
	sum, err := index.Rebuild(path, c.wait, sources.Reading, func(d *claims.Document) []claims.Statement { return claims.Extract(d) })
	if err != nil {
		return indexFault(path, err)
	}
	for _, l := range sum.Lost {
		c.warn("lost: %s", l)
	}
	c.say(fmt.Sprintf("%s: %d documents, %d places could not be read", display(path), sum.Documents, len(sum.Lost)))
	return nil
}

// indexExport writes every document.
func (c *console) indexExport(ctx *cli.Context) error {
	return c.onIndex(ctx, 0, func(path string, x catalogue) error {
		to := ctx.StringSlice("output")
		if len(to) > 1 {
			return errTooMany(ctx.Command, strings.Join(to[1:], " "))
		}
		if len(to) == 0 || to[0] == "-" {
			return index.Export(x, c.out)
		}
		return writeFile(to[0], func(w io.Writer) error { return index.Export(x, w) })
	})
}
