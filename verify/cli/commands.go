package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// commands returns the command tree, in the order in which help lists it.
func (c *console) commands() []*cli.Command {
	return []*cli.Command{
		c.verifyCommand(),
		c.quoteCommand(),
		c.claimsCommand(),
		c.compareCommand(),
		c.lspCommand(),
		c.mcpCommand(),
		c.serveCommand(),
		c.indexCommand(),
		c.searchCommand(),
		c.sourcesCommand(),
		c.baselineCommand(),
		c.modelCommand(),
		c.rulesCommand(),
		c.configCommand(),
		c.completionCommand(),
		c.docsCommand(),
		c.helpCommand(),
		c.versionCommand(),
	}
}

// join returns all flags of the groups.
func join(groups ...[]cli.Flag) []cli.Flag { return slices.Concat(groups...) }

// joined lists names in a message.
func joined(names []string) string { return strings.Join(names, ", ") }
