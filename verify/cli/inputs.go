package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources/reader"
)

// An input is one file that a command reads.
type input struct {
	path string // as given, or as found under a directory; "-" is the standard input
	name string // what reports call it
	err  error  // why there is nothing to read
}

// inputs returns the files that the arguments name. Directories are walked for
// the types that are read. What cannot be found stays in its place, for whoever
// reads it to report. Without arguments the standard input is read if it is piped.
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
			all = append(all, input{path: "-", name: stdinName(ctx)})
			continue
		}
		files := []string{arg}
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			if files, err = c.under(arg); err != nil {
				all = append(all, input{arg, arg, err})
			}
		}
		for _, f := range files {
			all = append(all, input{path: f, name: f})
		}
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

// under returns the files to read under a directory, in order, and why some of it
// or all cannot be. Files of no type that is read are noted for the summary.
func (c *console) under(dir string) ([]string, error) {
	files, skipped, err := reader.Walk(dir, nil)
	c.skip(skipped...)
	switch {
	case err != nil:
		return files, errRead(err)
	case len(files) == 0:
		return nil, errNothingReadable(dir, reader.Kinds())
	}
	return files, nil
}

// skip notes files that are of no type that is read, each once.
func (c *console) skip(files ...string) {
	for _, f := range files {
		if c.skips == nil {
			c.skips = map[string]bool{}
		}
		if !c.skips[f] {
			c.skips[f] = true
			c.skipped = append(c.skipped, f)
		}
	}
}

// load reads the bytes of an input.
func (c *console) load(in input) ([]byte, error) {
	if in.err != nil {
		return nil, in.err
	}
	if in.path != "-" {
		data, err := reader.Load(in.path, documentsOf*c.most)
		if err != nil {
			return nil, errRead(err)
		}
		return data, nil
	}
	data, err := reader.All(c.in, documentsOf*c.most)
	if errors.Is(err, reader.ErrLarge) {
		return nil, tooLarge("the standard input")
	}
	if err != nil {
		return nil, fmt.Errorf("the standard input: %w", err)
	}
	if len(data) == 0 {
		return nil, errEmptyInput()
	}
	return data, nil
}

// documents reads an input into documents, and returns its bytes: nil where places in
// the documents are those of their text. What could be read comes even with an error.
func (c *console) documents(in input, opt reader.Options) ([]*claims.Document, []byte, error) {
	data, err := c.load(in)
	if err != nil {
		return nil, nil, err
	}
	opt.Most = c.most
	docs, err := reader.Read(in.name, data, opt)
	if in.path == "-" && errors.Is(err, reader.ErrLarge) && len(docs) == 0 {
		err = tooLarge("the standard input")
	}
	if reader.Packaged(data) {
		data = nil
	}
	return docs, data, unreadable(err)
}

// warnOf tells what the reader of documents had to guess.
func (c *console) warnOf(docs []*claims.Document) {
	for _, d := range docs {
		for _, w := range d.Warnings {
			c.warn("%s: %s", d.Path, w)
		}
	}
}

// unreadable gives the reader's errors their hints.
func unreadable(err error) error {
	var file *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, reader.ErrLarge) || errors.Is(err, reader.ErrSpecial) || errors.As(err, &file):
		return errRead(err)
	case errors.Is(err, reader.ErrEncrypted):
		return fault("save it without a password", "%v", err)
	case errors.Is(err, reader.ErrPictures):
		return fault("have its text recognised (OCR), which writes it under the pictures, and try again", "%v", err)
	case errors.Is(err, reader.ErrBroken):
		return fault("open it in the program that wrote it and save it anew, or get it again from where it came", "%v", err)
	case errors.Is(err, reader.ErrSwollen):
		return fault("split it into several files", "%v", err)
	case errors.Is(err, reader.ErrBinary):
		return fault("save it as one of the types that are read: "+joined(reader.Kinds()), "%v", err)
	case errors.Is(err, reader.ErrEmpty):
		return fault("an empty draft does not pass: leave the file out, or write it", "%v", err)
	}
	return fault("see what stands there; --type says what a file is where its name does not", "%v", err)
}
