package cli

import (
	"bytes"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources/reader"
	"factcheck/verify/report"
)

func (c *console) claimsCommand() *cli.Command {
	return &cli.Command{
		Name: "claims", Usage: "the statements found in a text, unchecked", ArgsUsage: "[FILE|DIR|-]...", Category: "look",
		Flags: join(
			[]cli.Flag{formatFlag(report.StatementFormats()...), jobsFlag(), stdinNameFlag(),
				&cli.BoolFlag{Name: "attitudes", Usage: "list what is thought, planned or spoken of too: fears, plans, praise", Category: "output"}},
			readFlags(), originFlags(), outputFlags(),
		),
		Action: c.claims,
	}
}

// extracted is what one file gave.
type extracted struct {
	texts   []*report.Text
	printed []byte // in the formats that print file by file
	err     error
	docs    []*claims.Document
}

// claims lists the statements of files, several files at a time, in the order of
// the arguments.
func (c *console) claims(ctx *cli.Context) error {
	format, err := chosen(ctx, "format", "format", "table", report.StatementFormats())
	if err != nil {
		return err
	}
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	opt, err := readOptions(ctx)
	if err != nil {
		return err
	}
	files, err := c.inputs(ctx, ctx.Args().Slice())
	if err != nil {
		return err
	}
	find := claims.Extract
	if ctx.Bool("attitudes") {
		find = claims.Attitudes
	}
	var texts []*report.Text
	work := func(in input) extracted { return c.extract(in, opt, format, find) }
	// What went wrong is told here, in the order of the files, and not by the workers.
	err = inOrder(c.ctx, ctx.Int("jobs"), each(files), work, func(x extracted) error {
		c.warnOf(x.docs)
		if x.err != nil {
			c.fail(x.err)
		}
		texts = append(texts, x.texts...)
		_, err := c.out.Write(x.printed)
		return err
	})
	if err != nil {
		return err
	}
	switch {
	case format == "json":
		return report.StatementsJSON(c.out, texts)
	case format == "table" && len(texts) > 0:
		return report.StatementTable(c.out, texts, look)
	}
	return nil
}

// extract reads one file and finds its statements; formats of one line a
// statement are printed at once and nothing is kept.
func (c *console) extract(in input, opt reader.Options, format string, find func(*claims.Document) []claims.Statement) (x extracted) {
	var data []byte
	x.docs, data, x.err = c.documents(in, opt)
	var printed bytes.Buffer
	texts := textsOf(x.docs, data, find)
	if format != "line" && format != "jsonl" {
		x.texts = texts
	} else if err := report.Statements(&printed, format, texts); err != nil && x.err == nil {
		x.err = err
	}
	x.printed = printed.Bytes()
	return x
}

// textsOf finds the statements of documents.
func textsOf(docs []*claims.Document, data []byte, find func(*claims.Document) []claims.Statement) []*report.Text {
	var texts []*report.Text
	for _, d := range docs {
		texts = append(texts, &report.Text{Document: d, Data: data, Statements: find(d)})
	}
	return texts
}
