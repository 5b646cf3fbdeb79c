package cli

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"factcheck/verify/report"
	"factcheck/verify/session"
)

func (c *console) quoteCommand() *cli.Command {
	return &cli.Command{
		Name: "quote", Usage: "one quotation: who said it, where, and what was changed", ArgsUsage: "[--by NAME] TEXT|-", Category: "check",
		Flags: join(
			[]cli.Flag{
				formatFlag("table", "line", "json", "jsonl"),
				&cli.StringFlag{Name: "by", Usage: "`name` of who is said to have said it; a part of the name will do", Category: "input"},
				indexFlag(), againstFlag(), lockFlag(checkTimeout), configFlag(),
				&cli.StringFlag{Name: "lang", Usage: "language of the quotation; `LANG` is en or fr", Category: "input"},
				&cli.StringFlag{Name: "date", Usage: "date at which it is quoted, `YYYY-MM-DD`", Category: "input"},
			},
			outputFlags(),
		),
		Action: c.quote,
	}
}

// quote looks one quotation up.
func (c *console) quote(ctx *cli.Context) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "line", "json", "jsonl"})
	if err != nil {
		return err
	}
	opt, err := readOptions(ctx)
	if err != nil {
		return err
	}
	words, err := c.quoted(ctx)
	if err != nil {
		return err
	}
	s := c.session(ctx, session.Config{})
	defer s.Close()
	r, stranger, err := s.Quote(c.ctx, "", session.Quotation{Words: words, By: ctx.String("by"), Options: opt})
	if stranger != "" {
		c.say(fmt.Sprintf("no source in the index is called %q; the name is taken as it is", stranger))
	}
	if err != nil {
		return quoteFault(err)
	}
	look.Explain = true
	return report.Write(c.out, format, r, look)
}

// quoted returns the words to look up, without quotation marks around them.
func (c *console) quoted(ctx *cli.Context) (string, error) {
	switch ctx.NArg() {
	case 0:
		return "", errTooFew(ctx.Command, "the quotation")
	case 1:
	default:
		return "", errTooManyWords(ctx.Command, ctx.Args().Get(1))
	}
	words := ctx.Args().First()
	if words == "-" {
		data, err := c.load(input{path: "-"})
		if err != nil {
			return "", err
		}
		words = string(data)
	}
	if words = session.Quoted(words); words == "" {
		return "", errEmptyInput()
	}
	return words, nil
}
