package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// urfave/cli v2 hands arguments to Go's flag package, which stops at the first
// one that is no flag: "verify draft.md --format json" checks three files and
// answers 0. arrange brings the arguments into the order that parses right,
// whatever order they were typed in:
//
//	factcheck COMMAND... --flag=value... -- ARGUMENT...
//
// Flags may stand before the command, between and after arguments; short flags
// may be combined ("-qv") and the last carry its value ("-j4", "-qj4"). --help
// anywhere asks for the help of the command, whatever else was typed. What follows "--" is an argument whatever it looks like, and "-" alone always is one.
// A flag has one arity in the whole tree (a test holds this), so that the value of
// a flag is never taken for the command. Arranging twice changes nothing.

// A typedFlag is one flag of the command line.
type typedFlag struct {
	typed string // as typed, for messages
	name  string
	value string
	given bool // it has a value
}

// A line is a command line taken apart.
type line struct {
	path       []string // names of the program and its commands
	command    *cli.Command
	flags      []typedFlag
	positional []string
}

// arrange returns args in the order that parses right. Unknown commands and
// flags, and flags without their value, are errors.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) == 0 {
		return []string{app.Name}, nil
	}
	l, err := takeApart(app, args)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(l.flags, func(f typedFlag) bool { return f.name == "help" || f.name == "h" }) {
		return append(l.path, "--help"), nil
	}
	arity := l.arity(app)
	out := l.path
	for _, f := range l.flags {
		takesValue, known := arity[f.name]
		if !known {
			return nil, errUnknownFlag(app, l.command, f.typed)
		}
		token := "--" + f.name
		if f.given {
			token += "=" + f.value
		} else if takesValue {
			return nil, errNoValue(f.typed)
		}
		out = append(out, token)
	}
	if len(l.positional) > 0 {
		out = append(append(out, "--"), l.positional...)
	}
	return out, nil
}

// takeApart finds the command, the flags with their values and the arguments.
func takeApart(app *cli.App, args []string) (line, error) {
	l := line{path: []string{args[0]}}
	all := map[string]bool{}
	collectArity(all, app.Flags)
	walk(app.Commands, func(cmd *cli.Command) { collectArity(all, cmd.Flags) })
	commands := app.Commands
	for i := 1; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			l.positional = append(l.positional, args[i+1:]...)
			return l, nil
		case len(arg) > 1 && arg[0] == '-':
			flags := split(arg, all)
			last := &flags[len(flags)-1]
			if all[last.name] && !last.given && i+1 < len(args) && !isFlag(args[i+1], all) {
				i++
				last.value, last.given = args[i], true
			}
			l.flags = append(l.flags, flags...)
		case len(commands) > 0 && len(l.positional) == 0:
			cmd := find(commands, arg)
			if cmd == nil && arg == "help" {
				l.flags = append(l.flags, typedFlag{typed: arg, name: "help"})
				continue
			}
			if cmd == nil {
				return l, errUnknownCommand(app, l.command, arg)
			}
			l.path = append(l.path, cmd.Name)
			l.command, commands = cmd, cmd.Subcommands
		default:
			l.positional = append(l.positional, arg)
		}
	}
	return l, nil
}

// arity returns the flags of the command (of the program, without one), true for
// those that take a value.
func (l *line) arity(app *cli.App) map[string]bool {
	known := map[string]bool{"help": false, "h": false}
	if l.command == nil {
		collectArity(known, app.Flags)
	} else {
		collectArity(known, l.command.Flags)
	}
	return known
}

// split takes one argument that begins with a dash apart into its flags: one,
// or several when it is a bundle of short ones.
func split(arg string, all map[string]bool) []typedFlag {
	name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	_, known := all[name]
	if known || strings.HasPrefix(arg, "--") || len(name) < 2 {
		typed, _, _ := strings.Cut(arg, "=")
		return []typedFlag{{typed, name, value, given}}
	}
	var bundle []typedFlag
	for i := 1; i < len(arg); i++ {
		f := typedFlag{typed: "-" + arg[i:i+1], name: arg[i : i+1]}
		takesValue, short := all[f.name]
		if !short {
			return []typedFlag{{arg, name, value, given}}
		}
		if rest := arg[i+1:]; takesValue && rest != "" {
			f.value, f.given = strings.TrimPrefix(rest, "="), true
			return append(bundle, f)
		}
		bundle = append(bundle, f)
	}
	return bundle
}

// isFlag reports whether an argument is a flag that some command has, so that it
// is not the value that another one lacks.
func isFlag(arg string, all map[string]bool) bool {
	if len(arg) < 2 || arg[0] != '-' {
		return false
	}
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	_, known := all[name]
	return known || arg == "--"
}

// collectArity adds the names of flags, true for those that take a value.
func collectArity(into map[string]bool, flags []cli.Flag) {
	for _, f := range flags {
		_, isBool := f.(*cli.BoolFlag)
		for _, name := range f.Names() {
			into[name] = !isBool
		}
	}
	into["help"], into["h"] = false, false
}

// walk calls f on every command of the tree, parents first.
func walk(commands []*cli.Command, f func(*cli.Command)) {
	for _, cmd := range commands {
		f(cmd)
		walk(cmd.Subcommands, f)
	}
}

// find returns the command of a name or an alias, nil if there is none.
func find(commands []*cli.Command, name string) *cli.Command {
	for _, cmd := range commands {
		if cmd.HasName(name) {
			return cmd
		}
	}
	return nil
}
