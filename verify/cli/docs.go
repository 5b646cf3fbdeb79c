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
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n    %s\n", cmd.HelpName, sentence(cmd.Usage), synopsis(cmd))
		if cmd.Description != "" {
			examples := strings.ReplaceAll(cmd.Description, "\n  ", "\n    ")
			fmt.Fprintf(&b, "\n%s\n", examples)
		}
		if len(cmd.VisibleFlags()) > 0 {
			b.WriteString("\n| flag | meaning |\n|---|---|\n")
		}
		for _, f := range cmd.VisibleFlags() {
			label, usage := flagLabel(f)
			fmt.Fprintf(&b, "| `%s` | %s |\n", label, strings.ReplaceAll(usage, "|", "\\|"))
		}
	})
	_, err := io.WriteString(w, b.String())
	return err
}

// synopsis is how a command is typed.
func synopsis(cmd *cli.Command) string {
	s := cmd.HelpName
	if len(cmd.VisibleFlags()) > 0 {
		s += " [FLAG]..."
	}
	return strings.TrimSpace(s + " " + cmd.ArgsUsage)
}

// sentence begins a text with a capital.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

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

// environment says what each variable does.
var environment = [][2]string{
	{"FACTCHECK_CONFIG", "the file of settings, as --config"},
	{"FACTCHECK_INDEX", "the index, as --index"},
	{userVariable, "who asks a cluster (--index opensearch://...); " + passwordVariable + " is the password"},
	{hostVariable, "HOST:PORT that may be given that password though the settings of a project name it"},
	{"FACTCHECK_FORMAT", "the format of the report of verify, as --format"},
	{"FACTCHECK_FAIL_ON", "the level from which the exit code is 1, as --fail-on"},
	{"FACTCHECK_LANG", "the language of drafts that do not say, as --lang"},
	{"NO_COLOR", "no colours, unless --color always is given"},
	{"CLICOLOR_FORCE", "colours where the report does not go to a terminal"},
	{"COLUMNS", "the width of tables where the report does not go to a terminal"},
}

// manPage writes the command line as a man page of section 1.
func manPage(w io.Writer, app *cli.App) error {
	var b strings.Builder
	entry := func(label, usage string) { fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(label), roff(usage)) }
	fmt.Fprintf(&b, ".TH FACTCHECK 1 \"\" \"factcheck %s\" \"User Commands\"\n.nh\n.ad l\n.SH NAME\nfactcheck \\- %s\n", roff(versionName()), roff(app.Usage))
	b.WriteString(".SH SYNOPSIS\n.B factcheck\n.I COMMAND\n[\\fIFLAG\\fR]... [\\fIARGUMENT\\fR]...\n.SH COMMANDS\n")
	leaves(app, func(cmd *cli.Command) {
		fmt.Fprintf(&b, ".SS %s\n%s.\n", roff(synopsis(cmd)), roff(sentence(cmd.Usage)))
		if cmd.Description != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(cmd.Description))
		}
		for _, f := range cmd.VisibleFlags() {
			entry(flagLabel(f))
		}
	})
	b.WriteString(".SH EXIT STATUS\n")
	for _, e := range [][2]string{{"0", "nothing to report"}, {"1", "a finding at or above --fail-on"}, {"2", "something could not be checked"}, {"130", "interrupted"}} {
		entry(e[0], e[1])
	}
	b.WriteString(".SH ENVIRONMENT\n")
	for _, e := range environment {
		entry(e[0], e[1])
	}
	b.WriteString(".SH FILES\n")
	entry(configName, "the settings, in the folder of the drafts or above it; factcheck config init writes one")
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
