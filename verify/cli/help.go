package cli

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// The help texts. Flags are listed under the name of their category.

const appHelp = `factcheck: a linter for quotes and facts. Offline, and the same answer twice.

usage:
  factcheck COMMAND [FLAG]... [ARGUMENT]...

commands:
{{range .VisibleCommands}}  {{printf "%-12s" .Name}} {{.Usage}}
{{end}}
exit codes:
  0  nothing to report    1  findings    2  could not check    130  interrupted

factcheck COMMAND --help shows the flags of a command.
`

const groupHelp = `{{.HelpName}}: {{.Usage}}

usage:
{{range .VisibleCommands}}  {{.HelpName}} {{.ArgsUsage}}
      {{.Usage}}
{{end}}{{if .Description}}
{{.Description}}
{{end}}`

const commandHelp = `{{.HelpName}}: {{.Usage}}

usage:
  {{.HelpName}} [FLAG]... {{.ArgsUsage}}
{{if .Description}}
{{.Description}}
{{end}}{{range .VisibleFlagCategories}}
{{if .Name}}{{.Name}}:
{{end}}{{range .Flags}}  {{.}}
{{end}}{{end}}`

func init() { cli.FlagStringer = flagHelp }

// flagHelp words one flag of a help text: names, value, usage, default.
func flagHelp(f cli.Flag) string {
	var names []string
	for _, n := range f.Names() {
		if len(n) == 1 {
			names = append([]string{"-" + n}, names...)
		} else {
			names = append(names, "--"+n)
		}
	}
	label := strings.Join(names, ", ")
	if !strings.HasPrefix(label, "--") && len(names) > 1 {
		label = strings.Join(names, ", ")
	} else if strings.HasPrefix(label, "--") {
		label = "    " + label
	}
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return label
	}
	value, usage := unquote(d.GetUsage())
	if d.TakesValue() {
		label += " " + value
	}
	if v := d.GetDefaultText(); v != "" && d.TakesValue() && v != `""` {
		usage += " (default " + strings.Trim(v, `"`) + ")"
	}
	if len(label) < 28 {
		return label + strings.Repeat(" ", 28-len(label)) + usage
	}
	return label + "\n" + strings.Repeat(" ", 30) + usage
}

// unquote returns the word of usage between back quotes, the name of the flag's
// value, and usage without them.
func unquote(usage string) (value, text string) {
	before, rest, ok := strings.Cut(usage, "`")
	if !ok {
		return "VALUE", usage
	}
	value, after, _ := strings.Cut(rest, "`")
	return value, strings.TrimSpace(strings.TrimSpace(before) + after)
}
