package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/sources/reader"
	"factcheck/verify/session"
)

// How a command line can be wrong, and what to type instead.

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
	if parent == nil && (reader.Readable(name) || isThere(name)) {
		return fault("did you mean factcheck verify "+name+"?", "unknown command %q", name)
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
	var value, flag, why string
	if n, _ := fmt.Sscanf(err.Error(), "invalid value %q for flag -%s %s", &value, &flag, &why); n >= 2 {
		dashes := "--"
		if flag = strings.TrimSuffix(flag, ":"); len(flag) == 1 {
			dashes = "-"
		}
		if flag == "lock-timeout" {
			return errWait(value)
		}
		return fault(dashes+flag+" 4", "%s%s: %q is no whole number that it takes", dashes, flag, shorten(value))
	}
	if n, _ := fmt.Sscanf(err.Error(), "invalid boolean value %q for -%s", &value, &flag); n == 2 {
		flag = strings.TrimSuffix(flag, ":")
		return fault("--"+flag+", or leave it out", "--%s takes no %q", flag, shorten(value))
	}
	return fault(cmd.HelpName+" --help", "%s", strings.TrimSuffix(err.Error(), "."))
}

func errWait(value string) error {
	return fault("--lock-timeout 30s, or 2m", "--lock-timeout: %q is no time", shorten(value))
}

func errTooMany(cmd *cli.Command, extra string) error {
	return fault("usage: "+cmd.HelpName+" "+cmd.ArgsUsage, "one argument too many: %q", extra)
}

func errTooFew(cmd *cli.Command, what string) error {
	return fault("usage: "+cmd.HelpName+" "+cmd.ArgsUsage, "%s is missing", what)
}

func errUnknownValue(what, value string, allowed []string) error {
	hint := didYouMean(value, allowed, "one of "+strings.Join(allowed, ", "))
	return fault(hint, "unknown %s %q", what, value)
}

func errBadDate(flag string, err error) error {
	return fault(flag+" 2025-03-20", "%s: %v", flag, err)
}

// dateFault words a date of a pair by the flag for it.
func dateFault(err error) error {
	var d *session.DateError
	if errors.As(err, &d) {
		return errBadDate("--"+strings.ReplaceAll(d.Field, "_", "-"), d.Err)
	}
	return err
}

func errUnknownRule(rule string, all []string) error {
	return fault(didYouMean(rule, all, "factcheck rules lists them all"), "unknown rule %q", rule)
}

func errJobs(n int) error {
	return fault("--jobs 0 is one a core", "--jobs %d: it is 0 to %d", n, mostJobs)
}

func errSize(s string) error {
	return fault("--max-size 100MB; 0 is no bound", "--max-size: %q is no size", shorten(s))
}

func errTooManyWords(cmd *cli.Command, extra string) error {
	return fault("put the quotation between quotation marks of the shell: "+cmd.HelpName+` "TEXT"`, "one argument too many: %q", extra)
}

func errTextAndFiles() error {
	return fault("give either --text or files", "--text and files exclude each other")
}

func errLimit() error {
	return fault("--limit 10", "--limit must be at least 1")
}
