// Package cli is the command line: commands, flags, configuration, messages and
// exit codes; every word that the user sees outside a report.
//
// A command reads its flags, does its work through the packages below and
// returns an error or nil. Errors carry a hint that says what to type next
// (messages.go owns the words of both). The exit code is 0 when nothing is wrong,
// 1 when a draft has a finding at or above --fail-on, 2 when something could not
// be checked, 130 when the user interrupted. 2 wins over 1.
//
// urfave/cli v2 parses flags only before arguments, prints usage errors to the
// standard output and loses flags that stand before a command; arguments.go
// brings the command line into the one order that it parses right and reports
// unknown commands and flags itself.
package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/urfave/cli/v2"
)

// The exit codes.
const (
	exitClean       = 0
	exitFindings    = 1
	exitLost        = 1
	exitFailed      = 2
	exitInterrupted = 130
)

// errFindings says that a draft has findings at or above the threshold: exit 1
// and not another word.
var errFindings = errors.New("findings")

// errTold says that something failed that the user has been told of already.
var errTold = errors.New("already reported")

// errLost says that an editor went away without a shutdown: exit 1, as its protocol has it.
var errLost = errors.New("the client went away")

// Main runs the command line and returns its exit code. Nothing below it touches
// the process's own streams. An interrupt gives commands half a second to come to
// a clean end.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	quietPipe()
	c := newConsole(ctx, stdin, stdout, stderr)
	done := make(chan error, 1)
	go func() { done <- c.run(args) }()
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		select {
		case err = <-done:
			if c.stays {
				return c.exit(err)
			}
		case <-time.After(500 * time.Millisecond):
		}
		c.endProgress()
		return exitInterrupted
	}
	return c.exit(err)
}

// run parses the arguments and runs the command that they name.
func (c *console) run(args []string) error {
	if len(args) > 1 && args[1] == "__complete" {
		c.complete(args[2:])
		return nil
	}
	app := c.app()
	args, err := arrange(app, args)
	if err != nil {
		return err
	}
	return app.RunContext(c.ctx, args)
}

// exit tells the user what went wrong, if anything did, and returns the exit
// code. A reader that closed our output early (head, a pager) is not a failure:
// the verdict stays what it was.
func (c *console) exit(err error) int {
	if flushErr := c.out.flush(); err == nil || errors.Is(err, errFindings) {
		if flushErr != nil {
			err = errWrite("the standard output", flushErr)
		}
	}
	switch {
	case errors.Is(err, context.Canceled) && c.ctx.Err() != nil:
		return exitInterrupted
	case errors.Is(err, errClosedPipe):
		return exitClean
	case err == nil && !c.failed:
		return exitClean
	case errors.Is(err, errFindings) && !c.failed:
		return exitFindings
	case err == errLost:
		return exitLost
	case err != nil && !errors.Is(err, errFindings) && !errors.Is(err, errTold):
		c.tell(err)
	}
	return exitFailed
}

// app returns the command tree. Each command is built by the file that is named
// after it.
func (c *console) app() *cli.App {
	app := &cli.App{
		Name:                      "factcheck",
		Usage:                     "a linter for quotes and facts",
		Commands:                  c.commands(),
		Flags:                     []cli.Flag{&cli.BoolFlag{Name: "version", Usage: "print the version"}, cli.HelpFlag},
		Reader:                    c.in,
		Writer:                    c.out,
		ErrWriter:                 c.err,
		HideHelpCommand:           true,
		HideVersion:               true,
		DisableSliceFlagSeparator: true,
		CustomAppHelpTemplate:     appHelp,
		OnUsageError:              usageError,
		ExitErrHandler:            func(*cli.Context, error) {},
		Action:                    c.root,
	}
	app.Setup() // now: it would put the program's name before ours
	for _, cmd := range app.Commands {
		c.finish(cmd, app.Name)
	}
	return app
}

// finish gives a command what all commands have in common.
func (c *console) finish(cmd *cli.Command, parent string) {
	cmd.HideHelpCommand = true
	cmd.OnUsageError = usageError
	cmd.CustomHelpTemplate = commandHelp
	cmd.HelpName = parent + " " + cmd.Name
	for _, sub := range cmd.Subcommands {
		c.finish(sub, cmd.HelpName)
	}
	if len(cmd.Subcommands) > 0 {
		cmd.CustomHelpTemplate = groupHelp
		if cmd.Action == nil {
			cmd.Action = func(ctx *cli.Context) error { return errNoSubcommand(cmd) }
		}
	}
}

// root is what runs when no command is named.
func (c *console) root(ctx *cli.Context) error {
	if ctx.Bool("version") {
		return c.version(ctx)
	}
	return errNoCommand()
}

// usageError puts the library's complaint about a flag's value into our voice.
func usageError(ctx *cli.Context, err error, _ bool) error { return errUsage(ctx.Command, err) }
