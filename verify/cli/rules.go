package cli

import "github.com/urfave/cli/v2"

func (c *console) rulesCommand() *cli.Command {
	return &cli.Command{
		Name: "rules", Usage: "every verdict and reason, what triggers it, how to answer it", ArgsUsage: "[RULE]", Category: "look",
		Action: func(ctx *cli.Context) error { return nil },
	}
}
