package cli

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/sources/index"
	"factcheck/sources/opensearch"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/session"
)

// The scripts of the shells ask the program itself what may stand at the cursor:
// "factcheck __complete WORD..." prints a candidate a line, with what it means
// after a tab, or ":files" where a file may stand.

//go:embed completion/bash
var bashCompletion string

//go:embed completion/zsh
var zshCompletion string

//go:embed completion/fish
var fishCompletion string

func (c *console) completionCommand() *cli.Command {
	return &cli.Command{
		Name: "completion", Usage: "the script that completes commands, flags and names", ArgsUsage: "bash|zsh|fish", Category: "set up",
		Description: `To have it in every new shell:

  bash:  echo 'source <(factcheck completion bash)' >> ~/.bashrc
  zsh:   factcheck completion zsh > "${fpath[1]}/_factcheck"
  fish:  factcheck completion fish > ~/.config/fish/completions/factcheck.fish`,
		Action: func(ctx *cli.Context) error {
			scripts := map[string]string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}
			if ctx.NArg() == 0 {
				return errTooFew(ctx.Command, "the name of the shell")
			}
			if ctx.NArg() > 1 {
				return errTooMany(ctx.Command, ctx.Args().Get(1))
			}
			name, err := oneOf("shell", ctx.Args().First(), []string{"bash", "zsh", "fish"})
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.out, scripts[name])
			return err
		},
	}
}

// filesHere stands for files and folders, which the shell completes.
const filesHere = ":files"

// complete prints what may stand in the place of the last word. It never fails:
// a shell has no use for an error in the middle of a line.
func (c *console) complete(words []string) {
	if len(words) == 0 {
		words = []string{""}
	}
	app := c.app()
	all := map[string]bool{}
	collectArity(all, app.Flags)
	walk(app.Commands, func(cmd *cli.Command) { collectArity(all, cmd.Flags) })
	var cmd *cli.Command
	commands := app.Commands
	flag, arguments := "", 0
	for _, w := range words[:len(words)-1] {
		switch {
		case w == "=": // bash takes --format=json apart
		case flag != "":
			flag = ""
		case len(w) > 1 && w[0] == '-':
			if name := strings.TrimLeft(w, "-"); all[name] {
				flag = name
			}
		default:
			if next := find(commands, w); next != nil && arguments == 0 {
				cmd, commands = next, next.Subcommands
			} else {
				arguments++
			}
		}
	}
	last := words[len(words)-1]
	before := ""
	if name, value, ok := strings.Cut(strings.TrimLeft(last, "-"), "="); ok && strings.HasPrefix(last, "-") && all[name] {
		before, flag, last = "--"+name+"=", name, value
	}
	if last == "=" {
		last = ""
	}
	for _, cand := range c.candidates(cmd, commands, flag, last, arguments) {
		if cand == filesHere || strings.HasPrefix(cand, last) {
			if cand != filesHere {
				cand = before + cand
			}
			fmt.Fprintln(c.out, oneLineTab(cand))
		}
	}
}

// oneLineTab is oneLine that keeps the tab before a description.
func oneLineTab(s string) string {
	name, about, ok := strings.Cut(s, "\t")
	if !ok {
		return oneLine(name)
	}
	return oneLine(name) + "\t" + oneLine(about)
}

// candidates returns all that may stand at the cursor.
func (c *console) candidates(cmd *cli.Command, commands []*cli.Command, flag, last string, arguments int) []string {
	switch {
	case flag != "":
		return c.values(cmd, flag)
	case strings.HasPrefix(last, "-"):
		return flagNames(cmd)
	case len(commands) > 0 && arguments == 0:
		var out []string
		for _, sub := range commands {
			if !sub.Hidden {
				out = append(out, sub.Name+"\t"+sub.Usage)
			}
		}
		return out
	case cmd == nil:
		return nil
	}
	switch cmd.HelpName {
	case "factcheck rules":
		return verify.RuleNames()
	case "factcheck completion":
		return []string{"bash", "zsh", "fish"}
	case "factcheck docs":
		return []string{"man", "markdown", "schema"}
	case "factcheck help":
		return c.candidates(nil, c.app().Commands, "", "", arguments)
	case "factcheck model remove":
		return models()
	case "factcheck sources show":
		return c.names()
	case "factcheck index show", "factcheck index remove":
		return c.ids()
	}
	return []string{filesHere}
}

// flagNames returns the flags of a command.
func flagNames(cmd *cli.Command) []string {
	out := []string{"--help\tshow help"}
	if cmd == nil {
		return append(out, "--version\tprint the version")
	}
	for _, f := range cmd.Flags {
		out = append(out, "--"+f.Names()[0]+"\t"+strings.ReplaceAll(f.(cli.DocGenerationFlag).GetUsage(), "`", ""))
	}
	return out
}

// values returns what a flag of a command takes.
func (c *console) values(cmd *cli.Command, flag string) []string {
	switch flag {
	case "format", "f":
		return formatsOf(cmd)
	case "model":
		return append(models(), "off")
	case "fail-on":
		return failLevels()
	case "color":
		return []string{"auto", "always", "never"}
	case "type":
		return reader.Types()
	case "lang":
		return languages()
	case "select", "ignore":
		return verify.RuleNames()
	case "by", "source":
		return c.names()
	case "date", "source-date", "limit", "jobs", "j", "text", "publisher", "author", "url":
		return nil
	}
	return []string{filesHere}
}

// formatsOf returns the formats of a command, which the help of its flag lists.
func formatsOf(cmd *cli.Command) []string {
	if cmd == nil {
		return nil
	}
	for _, f := range cmd.Flags {
		if f.Names()[0] == "format" {
			_, formats, _ := strings.Cut(f.(cli.DocGenerationFlag).GetUsage(), ": ")
			return strings.Split(formats, ", ")
		}
	}
	return nil
}

// models returns the names of the models that are installed.
func models() []string {
	_, names, _ := installed()
	return names
}

// standing opens the index that commands without flags would use, nil if there is
// none; nothing is indexed for a completion.
func (c *console) standing() *session.Opened {
	c.quiet = true
	path := nearestConfig(".")
	cfg := &config{dir: "."}
	if path != "" {
		own, mistakes, err := readConfig(path)
		if err != nil || len(mistakes) > 0 {
			return nil
		}
		cfg = own
	}
	ctx := cli.NewContext(nil, nil, nil)
	file, err := c.indexPath(ctx, cfg)
	if err != nil || opensearch.Is(file) {
		return nil // a completion asks nobody over a network
	}
	archive, err := c.openIndex(cfg, file)
	if err != nil {
		return nil
	}
	return archive
}

// names returns the sources of the index.
func (c *console) names() []string {
	archive := c.standing()
	if archive == nil {
		return nil
	}
	defer archive.Engine().Close()
	names, _ := session.NamesOf(c.ctx, archive.Archive) //nolint:errcheck // a completion never fails
	return names
}

// ids returns the documents of the index.
func (c *console) ids() []string {
	archive := c.standing()
	if archive == nil {
		return nil
	}
	defer archive.Engine().Close()
	var out []string
	archive.Engine().Documents(func(i index.Info) bool { //nolint:errcheck // a completion never fails
		out = append(out, i.Document.ID+"\t"+i.Document.Title)
		return true
	})
	return out
}
