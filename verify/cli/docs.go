package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/verify/report"
)

func (c *console) docsCommand() *cli.Command {
	return &cli.Command{
		Name: "docs", Usage: "the man page, the reference in Markdown, the schema of the json report", ArgsUsage: "man|markdown|schema", Category: "set up",
		Action: func(ctx *cli.Context) error {
			if ctx.NArg() == 0 {
				return errTooFew(ctx.Command, "man, markdown or schema")
			}
			if ctx.NArg() > 1 {
				return errTooMany(ctx.Command, ctx.Args().Get(1))
			}
			kind, err := oneOf("kind", ctx.Args().First(), []string{"man", "markdown", "schema"})
			switch {
			case err != nil:
				return err
			case kind == "man":
				return manPage(c.out, c.app())
			case kind == "markdown":
				return reference(c.out, c.app())
			}
			_, err = io.WriteString(c.out, report.JSONSchema)
			return err
		},
	}
}

// leaves calls f on every command that does something.
func leaves(app *cli.App, f func(*cli.Command)) {
	walk(app.Commands, func(cmd *cli.Command) {
		if !cmd.Hidden && (len(cmd.Subcommands) == 0 || len(cmd.Flags) > 0) {
			f(cmd)
		}
	})
}

// reference writes the command line as Markdown.
func reference(w io.Writer, app *cli.App) error {
	var b strings.Builder
	b.WriteString("# factcheck: the commands\n")
	leaves(app, func(cmd *cli.Command) {
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n    %s [FLAG]... %s\n", cmd.HelpName, sentence(cmd.Usage), cmd.HelpName, strings.TrimSpace(cmd.ArgsUsage))
		if cmd.Description != "" {
			fmt.Fprintf(&b, "\n%s\n", cmd.Description)
		}
		if len(cmd.VisibleFlags()) > 0 {
			b.WriteString("\n| flag | meaning |\n|---|---|\n")
		}
		for _, f := range cmd.VisibleFlags() {
			names, usage := flagLabel(f)
			fmt.Fprintf(&b, "| `%s` | %s |\n", names, strings.ReplaceAll(usage, "|", "\\|"))
		}
	})
	_, err := io.WriteString(w, b.String())
	return err
}

// sentence begins a text with a capital.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// flagLabel returns the names of a flag with its value, and what it means.
func flagLabel(f cli.Flag) (label, usage string) {
	help := strings.TrimSpace(flagHelp(f))
	label, usage, ok := strings.Cut(help, "\n")
	if !ok {
		if i := strings.Index(help, "   "); i > 0 {
			return help[:i], strings.TrimSpace(help[i:])
		}
		d := f.(cli.DocGenerationFlag)
		_, usage = unquote(d.GetUsage())
		return strings.TrimSpace(strings.TrimSuffix(help, usage)), usage
	}
	return label, strings.TrimSpace(usage)
}

// roff escapes text for a man page.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

// manPage writes the command line as a man page of section 1.
func manPage(w io.Writer, app *cli.App) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH FACTCHECK 1 \"\" \"factcheck %s\" \"User Commands\"\n.SH NAME\nfactcheck \\- %s\n", roff(versionName()), roff(app.Usage))
	b.WriteString(".SH SYNOPSIS\n.B factcheck\n.I COMMAND\n[\\fIFLAG\\fR]... [\\fIARGUMENT\\fR]...\n.SH COMMANDS\n")
	leaves(app, func(cmd *cli.Command) {
		fmt.Fprintf(&b, ".SS %s %s\n%s.\n", roff(cmd.HelpName), roff(strings.TrimSpace(cmd.ArgsUsage)), roff(sentence(cmd.Usage)))
		if cmd.Description != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(cmd.Description))
		}
		for _, f := range cmd.VisibleFlags() {
			label, usage := flagLabel(f)
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(label), roff(usage))
		}
	})
	b.WriteString(".SH EXIT STATUS\n.TP\n0\nnothing to report\n.TP\n1\na finding at or above \\-\\-fail\\-on\n.TP\n2\nsomething could not be checked\n.TP\n130\ninterrupted\n")
	b.WriteString(".SH ENVIRONMENT\nFACTCHECK_CONFIG, FACTCHECK_INDEX, FACTCHECK_FORMAT, FACTCHECK_FAIL_ON, FACTCHECK_LANG, NO_COLOR, CLICOLOR_FORCE\n")
	b.WriteString(".SH FILES\n.I .factcheck.yaml\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// help shows the help of the commands that its arguments name.
func (c *console) helpCommand() *cli.Command {
	return &cli.Command{
		Name: "help", Usage: "help for a command", ArgsUsage: "[COMMAND]...",
		Action: func(ctx *cli.Context) error {
			args := append([]string{"factcheck"}, ctx.Args().Slice()...)
			return c.run(append(args, "--help"))
		},
	}
}
