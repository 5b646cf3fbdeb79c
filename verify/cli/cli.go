// Package cli is the command line: commands, flags, configuration, messages and
// exit codes; every word that the user sees outside a report.
package cli

import (
	"fmt"
	"io"
)

// Main runs the command line and returns its exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fmt.Fprintln(stderr, "factcheck: error: no command is there yet")
	return 2
}
