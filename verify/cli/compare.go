package cli

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"factcheck/verify/relate"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

func (c *console) compareCommand() *cli.Command {
	return &cli.Command{
		Name: "compare", Usage: "the relation of a source and a statement, with its reasons", ArgsUsage: "SOURCE STATEMENT | --pairs FILE", Category: "look",
		Description: `SOURCE is what is known, STATEMENT what is checked against it. --pairs reads one JSON
object a line, {"id","source","statement"} and where known "source_date", "date", "lang"
and, where it differs, "source_lang", and prints one a line in the same order. A language
that is not given is told by the words.`,
		Flags: join(
			[]cli.Flag{
				formatFlag("table", "line", "json", "jsonl"),
				&cli.StringFlag{Name: "pairs", Usage: "`file` of pairs, one JSON object a line; - is standard input", Category: "input"},
				&cli.StringFlag{Name: "source-date", Usage: "date of the source, `YYYY-MM-DD`", Category: "input"},
				&cli.StringFlag{Name: "date", Usage: "date of the statement, `YYYY-MM-DD`", Category: "input"},
				&cli.StringFlag{Name: "lang", Usage: "language of both; `LANG` is en or fr", Category: "input"},
				&cli.BoolFlag{Name: "explain", Usage: "show how the two were laid beside each other", Category: "output"},
				configFlag(), modelFlag(), jobsFlag(),
			},
			outputFlags(),
		),
		Action: c.compare,
	}
}

// compare judges one pair, or a stream of them.
func (c *console) compare(ctx *cli.Context) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return err
	}
	model, err := c.openModel(ctx, cfg)
	if err != nil {
		return err
	}
	pairs := ctx.String("pairs")
	format, err := answerFormat(ctx, pairs)
	if err != nil {
		return err
	}
	if pairs != "" {
		if ctx.Args().Present() {
			return errTooMany(ctx.Command, ctx.Args().First())
		}
		look.Explain = false
		return answerLines(c, pairs, ctx.Int("jobs"), pairExample, func(p *session.Pair, w io.Writer) (bad, err error) {
			if p.Source == "" || p.Statement == "" {
				return errors.New(`"source" or "statement" is missing or empty`), nil
			}
			x, bad := p.Compare(model)
			if bad != nil {
				return dateFault(bad), nil
			}
			return nil, printComparison(w, format, x, look)
		})
	}
	switch ctx.NArg() {
	case 0, 1:
		return errTooFew(ctx.Command, []string{"the source", "the statement"}[ctx.NArg()])
	case 2:
	default:
		return errTooMany(ctx.Command, ctx.Args().Get(2))
	}
	p := session.Pair{Source: ctx.Args().Get(0), Statement: ctx.Args().Get(1), SourceDate: ctx.String("source-date"), Date: ctx.String("date"), Lang: ctx.String("lang")}
	x, err := p.Compare(model)
	if err != nil {
		return dateFault(err)
	}
	if look.Explain && x.Result.Alignment == nil {
		source, statement := p.Sides()
		x.Result.Alignment = relate.Lay(source, statement, x.Result)
	}
	return printComparison(c.out, format, x, look)
}

// pairExample is a line of --pairs.
const pairExample = `{"id":"1","source":"...","statement":"..."}`

func printComparison(w io.Writer, format string, x *report.Comparison, look report.Options) error {
	switch format {
	case "line":
		return report.ComparisonLine(w, x)
	case "json", "jsonl":
		return report.ComparisonJSON(w, x)
	}
	return report.ComparisonText(w, x, look)
}
