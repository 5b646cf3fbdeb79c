package cli

import (
	"github.com/urfave/cli/v2"

	"factcheck/verify"
	"factcheck/verify/report"
)

func (c *console) rulesCommand() *cli.Command {
	return &cli.Command{
		Name: "rules", Usage: "every verdict and reason, what triggers it, how to answer it", ArgsUsage: "[RULE]", Category: "look",
		Flags:  join([]cli.Flag{formatFlag("table", "json")}, outputFlags()),
		Action: c.rules,
	}
}

// rules lists all rules, or explains one.
func (c *console) rules(ctx *cli.Context) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "json"})
	if err != nil {
		return err
	}
	if ctx.NArg() > 1 {
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	if name := ctx.Args().First(); name != "" {
		rule, ok := verify.ParseRule(name)
		if !ok {
			return errUnknownRule(name, verify.RuleNames())
		}
		return report.Rule(c.out, format, rule, look)
	}
	return report.Rules(c.out, format, look)
}
