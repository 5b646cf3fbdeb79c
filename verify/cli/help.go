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
{{range .VisibleCommands}}  {{.HelpName}}{{with .ArgsUsage}} {{.}}{{end}}
      {{.Usage}}
{{end}}` + descriptionHelp

const commandHelp = `{{.HelpName}}: {{.Usage}}

usage:
  {{.HelpName}}{{if .VisibleFlagCategories}} [FLAG]...{{end}}{{with .ArgsUsage}} {{.}}{{end}}
` + descriptionHelp

const descriptionHelp = `{{if .Description}}
{{.Description}}
{{end}}{{range .VisibleFlagCategories}}
{{if .Name}}{{.Name}}:
{{end}}{{range .Flags}}  {{.}}
{{end}}{{end}}`

func init() {
	cli.FlagStringer = flagHelp
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "show help", Hidden: true} // every command has it
}

// flagHelp words one flag of a help text.
func flagHelp(f cli.Flag) string {
	label, usage := flagLabel(f)
	if strings.HasPrefix(label, "--") {
		label = "    " + label
	}
	if len(label) < 28 {
		label += strings.Repeat(" ", 28-len(label))
	} else {
		label += "\n" + strings.Repeat(" ", 30)
	}
	return label + usage
}

// flagLabel returns the names of a flag with its value, the short one first, and
// what it means with its default.
func flagLabel(f cli.Flag) (label, usage string) {
	var names []string
	for _, n := range f.Names() {
		if len(n) == 1 {
			names = append([]string{"-" + n}, names...)
		} else {
			names = append(names, "--"+n)
		}
	}
	label = joined(names)
	d := f.(cli.DocGenerationFlag)
	usage = strings.ReplaceAll(d.GetUsage(), "`", "")
	if d.TakesValue() {
		label += " " + valueName(d.GetUsage())
		if v := strings.Trim(d.GetDefaultText(), `"`); v != "" {
			usage += " (default " + v + ")"
		}
	}
	return label, usage
}

// valueName returns the word of usage between back quotes in capitals, the name of
// the flag's value.
func valueName(usage string) string {
	_, rest, _ := strings.Cut(usage, "`")
	name, _, ok := strings.Cut(rest, "`")
	if !ok {
		return "VALUE"
	}
	return strings.ToUpper(name)
}
