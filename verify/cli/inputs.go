package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources/reader"
)

// An input is one file that a command reads.
type input struct {
	path string // as given, or as found under a directory; "-" is the standard input
	name string // what reports call it
}

// inputs returns the files that the arguments name. Directories are walked for
// the types that are read. What cannot be found is reported and remembered; the
// rest goes on. Without arguments the standard input is read if it is piped.
func (c *console) inputs(ctx *cli.Context, args []string) ([]input, error) {
	if len(args) == 0 {
		if isTerminal(c.in) {
			return nil, errNoInput(ctx.Command)
		}
		args = []string{"-"}
	}
	var all []input
	stdin := false
	for _, arg := range args {
		if arg == "-" {
			if stdin {
				return nil, errTwiceStdin()
			}
			stdin = true
			all = append(all, input{"-", stdinName(ctx)})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			c.fail(errRead(err))
		case info.IsDir():
			all = append(all, c.under(arg)...)
		default:
			all = append(all, input{arg, arg})
		}
	}
	if len(all) == 0 {
		return nil, errTold
	}
	return all, nil
}

// stdinName returns what reports call the standard input.
func stdinName(ctx *cli.Context) string {
	if n := ctx.String("stdin-filename"); n != "" {
		return n
	}
	return "-"
}

// under returns the files to read under a directory, in order, reporting what
// cannot be.
func (c *console) under(dir string) []input {
	files, err := reader.Walk(dir, nil)
	if err != nil {
		c.fail(errRead(err))
	}
	if len(files) == 0 && err == nil {
		c.fail(errNothingReadable(dir, reader.Types()))
	}
	var found []input
	for _, f := range files {
		found = append(found, input{f, f})
	}
	return found
}

// load reads the bytes of an input.
func (c *console) load(in input) ([]byte, error) {
	if in.path != "-" {
		data, err := os.ReadFile(in.path)
		if err != nil {
			return nil, errRead(err)
		}
		return data, nil
	}
	data, err := io.ReadAll(c.in)
	if err != nil {
		return nil, fmt.Errorf("the standard input: %w", err)
	}
	if len(data) == 0 {
		return nil, errEmptyInput()
	}
	return data, nil
}

// documents reads an input into documents. What could be read comes even with an
// error.
func (c *console) documents(in input, opt reader.Options) ([]*claims.Document, []byte, error) {
	data, err := c.load(in)
	if err != nil {
		return nil, nil, err
	}
	docs, err := reader.Read(in.name, data, opt)
	return docs, data, unreadable(err)
}

// unreadable gives the reader's errors their hints.
func unreadable(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, reader.ErrBinary):
		return fault("the types that are read: "+joined(reader.Types()), "%v", err)
	case errors.Is(err, reader.ErrEmpty):
		return fault("an empty draft does not pass: leave the file out, or write it", "%v", err)
	}
	return err
}
