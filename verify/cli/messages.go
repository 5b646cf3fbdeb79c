package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"

	"github.com/urfave/cli/v2"
)

// Every error that a user can meet is worded here: lower case, no full stop, and
// a hint that says what to type next.

// A failure is an error with a hint.
type failure struct {
	msg   string
	hint  string
	cause error // nil if there is none beneath
}

func (f *failure) Error() string { return f.msg }
func (f *failure) Unwrap() error { return f.cause }

// fault returns a failure. The hint may be empty where the message says it all.
func fault(hint, format string, args ...any) error {
	f := &failure{msg: fmt.Sprintf(format, args...), hint: hint}
	for _, a := range args {
		if err, ok := a.(error); ok {
			f.cause = err
		}
	}
	return f
}

// describe returns the message and the hint of an error. Errors of the packages
// below get their hint here.
func describe(err error) (msg, hint string) {
	var f *failure
	if errors.As(err, &f) {
		return f.msg, f.hint
	}
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		hint = hinted.Hint()
	}
	return plain(err), hint
}

// plain words an error of the file system as a person would: the operation goes,
// the path stays.
func plain(err error) string {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return err.Error()
	}
	return p.Path + ": " + reasonOf(err)
}

// reasonOf returns why a file could not be read or written, without its path.
func reasonOf(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or directory"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.As(err, &p):
		return strings.ToLower(p.Err.Error())
	}
	return err.Error()
}

// didYouMean words a suggestion, or returns otherwise when there is none.
func didYouMean(word string, names []string, otherwise string) string {
	if n := nearest(word, names); n != "" {
		return fmt.Sprintf("did you mean %s?", n)
	}
	return otherwise
}

// The command line.

func errNoCommand() error {
	return fault("factcheck verify draft.md, or factcheck --help for all commands", "no command given")
}

func errUnknownCommand(app *cli.App, parent *cli.Command, name string) error {
	commands, full := app.Commands, app.Name
	if parent != nil {
		commands, full = parent.Subcommands, parent.HelpName
	}
	var names []string
	for _, cmd := range commands {
		if !cmd.Hidden {
			names = append(names, cmd.Name)
		}
	}
	if n := nearest(name, names); n != "" {
		return fault("did you mean "+full+" "+n+"?", "unknown command %q", name)
	}
	return fault(full+" knows: "+strings.Join(names, ", "), "unknown command %q", name)
}

func errNoSubcommand(cmd *cli.Command) error {
	var names []string
	for _, sub := range cmd.Subcommands {
		names = append(names, sub.Name)
	}
	return fault(cmd.HelpName+" "+strings.Join(names, "|"), "%s needs to know what to do", strings.TrimPrefix(cmd.HelpName, "factcheck "))
}

func errUnknownFlag(app *cli.App, cmd *cli.Command, typed string) error {
	flags, full := app.Flags, app.Name
	if cmd != nil {
		flags, full = cmd.Flags, cmd.HelpName
	}
	var names []string
	for _, f := range flags {
		for _, n := range f.Names() {
			if len(n) > 1 {
				names = append(names, "--"+n)
			}
		}
	}
	otherwise := full + " --help lists its flags; -- before an argument that begins with a dash"
	return fault(didYouMean(typed, names, otherwise), "unknown flag %s for %s", typed, full)
}

func errNoValue(flag string) error {
	return fault(flag+" VALUE, or "+flag+"=VALUE if it begins with a dash", "%s needs a value", flag)
}

func errUsage(cmd *cli.Command, err error) error {
	return fault(cmd.HelpName+" --help", "%s", strings.TrimSuffix(err.Error(), "."))
}

func errTooMany(cmd *cli.Command, extra string) error {
	return fault("usage: "+cmd.HelpName+" "+cmd.ArgsUsage, "one argument too many: %q", extra)
}

func errTooFew(cmd *cli.Command, what string) error {
	return fault("usage: "+cmd.HelpName+" "+cmd.ArgsUsage, "%s is missing", what)
}

// Values.

func errUnknownValue(what, value string, allowed []string) error {
	hint := didYouMean(value, allowed, "one of "+strings.Join(allowed, ", "))
	return fault(hint, "unknown %s %q", what, value)
}

func errBadDate(flag string, err error) error {
	return fault(flag+" 2025-03-20", "%s: %v", flag, err)
}

func errUnknownRule(rule string, all []string) error {
	return fault(didYouMean(rule, all, "factcheck rules lists them all"), "unknown rule %q", rule)
}

// Files.

func errRead(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault("check the path; relative paths start in the current folder", "%s", plain(err))
	}
	return fault("", "%s", plain(err))
}

func errNoDrafts() error {
	return fault("factcheck verify draft.md, or name them under drafts: in .factcheck.yaml", "nothing to check: no file was given")
}

func errNoInput(cmd *cli.Command) error {
	return fault("usage: "+cmd.HelpName+" "+cmd.ArgsUsage, "nothing to read: no file was given")
}

func errEmptyInput() error {
	return fault("the program before the pipe printed nothing; an empty draft does not pass", "the standard input is empty")
}

func errNothingReadable(dir string, types []string) error {
	return fault("the types that are read: "+strings.Join(types, ", "), "%s: no file in it can be read", dir)
}

func errTwiceStdin() error {
	return fault("name - once", "the standard input can be read only once")
}

func errWrite(path string, err error) error {
	return fault("check that the folder exists and may be written to", "%s: cannot be written: %s", path, reasonOf(err))
}

func errSameOutput(path string) error {
	return fault("give each report its own path", "two reports would be written to %s", path)
}

func errOutputIsInput(path string) error {
	return fault("choose another path for the report", "%s is read by this run and would be overwritten", path)
}

// Streams of JSON.

func errLine(path string, line int, err error) error {
	return fault(`each line is one object, such as {"id":"1","source":"...","statement":"..."}`, "%s:%d: %v", path, line, err)
}

func errQueryLine(path string, line int, err error) error {
	return fault(`each line is one object, such as {"id":"1","text":"..."}`, "%s:%d: %v", path, line, err)
}

// Names.

func errUnknownSource(name string, all []string) error {
	return fault(didYouMean(name, all, "factcheck sources lists them all"), "no source is called %q", name)
}

func errAmbiguousSource(name string, fits []string) error {
	const most = 8
	sort.Strings(fits)
	more := ""
	if len(fits) > most {
		more = fmt.Sprintf(" and %d more", len(fits)-most)
		fits = fits[:most]
	}
	return fault("type one of: "+strings.Join(fits, ", ")+more, "%q may be several sources", name)
}

// The index.

func errNoIndex(path string) error {
	return fault("factcheck index add ARCHIVE, or factcheck verify DRAFT --against ARCHIVE", "no index at %s", display(path))
}

func errEmptyIndex(path string) error {
	return fault("factcheck index add ARCHIVE", "the index %s holds no document", display(path))
}

// display shortens a path for people: relative to the current folder where that
// is no longer.
func display(path string) string {
	if abs, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(abs, path); err == nil && !strings.HasPrefix(rel, "..") {
			return rel
		}
	}
	return path
}
