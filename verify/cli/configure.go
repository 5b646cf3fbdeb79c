package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/sources/reader"
	"factcheck/verify/report"
)

func (c *console) configCommand() *cli.Command {
	return &cli.Command{
		Name: "config", Usage: "the settings in .factcheck.yaml", Category: "set up",
		Subcommands: []*cli.Command{
			{Name: "init", Usage: "write a commented .factcheck.yaml from what is in the folder", ArgsUsage: "[DIR]", Action: c.configInit, Flags: outputFlags()},
			{Name: "check", Usage: "every mistake in .factcheck.yaml, with its line", ArgsUsage: "[FILE]", Action: c.configCheck, Flags: join([]cli.Flag{configFlag()}, outputFlags())},
			{Name: "schema", Usage: "the JSON schema of .factcheck.yaml, for editors", Action: c.configSchema, Flags: outputFlags()},
		},
	}
}

// configInit writes settings that fit the folder: what looks like an archive, what
// looks like drafts.
func (c *console) configInit(ctx *cli.Context) error {
	if _, err := c.look(ctx); err != nil {
		return err
	}
	if ctx.NArg() > 1 {
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	dir := ctx.Args().First()
	if dir == "" {
		dir = "."
	}
	path := filepath.Join(dir, configName)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return errConfigThere(path)
	}
	archive, drafts, err := guess(dir)
	if err != nil {
		return errRead(err)
	}
	if err := writeFile(path, func(w io.Writer) error { return writeConfig(w, archive, drafts) }); err != nil {
		return err
	}
	cfg := &config{path: path, dir: dir}
	texts, reports := c.count(cfg, archive), c.count(cfg, drafts)
	c.say(fmt.Sprintf("%s: archive %s, drafts %s", display(path), found(archive, texts), found(drafts, reports)))
	if len(c.skipped) > 0 {
		c.warn("not read: %s; the types that are: %s", report.Skipped(c.skipped), joined(reader.Kinds()))
	}
	c.say(nextAfterInit(dir, archive, drafts, texts, reports))
	return nil
}

// count returns how many files the globs name that can be read.
func (c *console) count(cfg *config, globs []string) int {
	n := 0
	for _, g := range entriesOf(globs) {
		files, err := c.glob(cfg, g)
		if err == nil {
			n += len(files)
		}
	}
	return n
}

// found says what globs name.
func found(globs []string, files int) string {
	switch {
	case len(globs) == 0:
		return "to be filled in"
	case files == 0:
		return joined(globs) + " (nothing in it yet)"
	case files == 1:
		return joined(globs) + " (1 file)"
	}
	return fmt.Sprintf("%s (%d files)", joined(globs), files)
}

// guess returns globs for what in a folder looks like an archive (a folder with a
// telling name, else saved pages) and like drafts (the same, else texts, and pages
// where they are not the archive).
func guess(dir string) (archive, drafts []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	names := map[string]string{"archive": "a", "archives": "a", "sources": "a", "wire": "a", "reports": "a", "articles": "a", "press": "a",
		"drafts": "d", "content": "d", "posts": "d", "stories": "d"}
	pages, texts := map[string]bool{}, map[string]bool{}
	for _, e := range entries {
		name := e.Name()
		switch ext := strings.ToLower(filepath.Ext(name)); {
		case e.IsDir() && names[strings.ToLower(name)] == "a":
			archive = append(archive, name+"/**")
		case e.IsDir() && names[strings.ToLower(name)] == "d":
			drafts = append(drafts, name+"/**")
		case e.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(strings.ToLower(name), "readme"):
		case ext == ".html" || ext == ".htm" || ext == ".jsonl":
			pages["*"+ext] = true
		case ext == ".md" || ext == ".txt":
			texts["*"+ext] = true
		}
	}
	if archive == nil {
		archive = slices.Sorted(maps.Keys(pages))
	} else {
		delete(pages, "*.jsonl")
		maps.Copy(texts, pages)
	}
	if drafts == nil {
		drafts = slices.Sorted(maps.Keys(texts))
	}
	return archive, drafts, nil
}

// writeConfig writes commented settings.
func writeConfig(w io.Writer, archive, drafts []string) error {
	list := func(key, about, example string, globs []string) string {
		s := "# " + about + "\n"
		if len(globs) == 0 {
			return s + "# " + key + ":\n#   - " + example + "\n\n"
		}
		s += key + ":\n"
		for _, g := range globs {
			s += "  - " + fmt.Sprintf("%q", g) + "\n"
		}
		return s + "\n"
	}
	_, err := io.WriteString(w, `# Settings of factcheck. Paths are relative to this file.
version: 1

`+list("archive", "What drafts are checked against: files, folders, globs. Indexed when needed.", `"archive/**"`, archive)+
		list("drafts", "What factcheck verify checks when no file is named.", `"drafts/**/*.md"`, drafts)+`# The least level at which verify exits with 1: error, warning, info or never.
fail-on: error

# The level of a rule: off, info, warning or error. factcheck rules lists them.
# rules:
#   unsupported: off
#   unfound: error

# Findings that were accepted: factcheck baseline create writes the file, and this is its usual name.
# baseline: .factcheck-baseline.json

# Outlets and people of your own. Sources of one owner count as one.
# sources:
#   - name: Northwire
#     aliases: [NW, Northwire Agency]
#     kind: agency
#     owner: Coast Media
`)
	return err
}

// configCheck reports every mistake of the settings, and globs that name nothing.
func (c *console) configCheck(ctx *cli.Context) error {
	if _, err := c.look(ctx); err != nil {
		return err
	}
	if ctx.NArg() > 1 {
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	path := ctx.Args().First()
	if path == "" {
		path = ctx.String("config")
	}
	if path == "" {
		path = os.Getenv("FACTCHECK_CONFIG")
	}
	if path == "" {
		path = nearestConfig(".")
	}
	if path == "" {
		return errNoConfig()
	}
	cfg, err := c.readValid(path, path == userConfig())
	if err != nil {
		return err
	}
	entries := append(entriesOf(cfg.Drafts), cfg.Archive...)
	for _, o := range cfg.Overrides {
		entries = append(entries, o.Archive...)
	}
	for _, a := range entries {
		if _, err := c.glob(cfg, a); err != nil {
			c.fail(err)
		}
	}
	if c.failed {
		return errTold
	}
	_, err = fmt.Fprintf(c.out, "%s: in order\n", display(path))
	return err
}

// configSchema prints the JSON schema of the settings.
func (c *console) configSchema(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	s := jsonSchema(configFields())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = configName
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(s)
}
