// Command factcheck is a linter for quotes and facts: it checks drafts against
// an index of who said what, where and when.
package main

import (
	"os"

	"factcheck/verify/cli"
)

func main() {
	os.Exit(cli.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
