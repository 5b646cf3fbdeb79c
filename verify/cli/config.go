package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"factcheck/sources"
	"factcheck/sources/opensearch"
	"factcheck/sources/reader"
)

// configName is the file of settings that is looked for, from the folder of a
// draft upward.
const configName = ".factcheck.yaml"

// A config is one file of settings. Paths in it are relative to its folder.
// schema.go has the same fields with what they take and what they mean.
type config struct {
	Version   int               `yaml:"version"`
	Index     string            `yaml:"index"`
	Archive   []archived        `yaml:"archive"`
	Drafts    []string          `yaml:"drafts"`
	Exclude   []string          `yaml:"exclude"`
	Lang      string            `yaml:"lang"`
	Format    string            `yaml:"format"`
	FailOn    string            `yaml:"fail-on"`
	Strict    bool              `yaml:"strict"`
	Baseline  string            `yaml:"baseline"`
	Model     string            `yaml:"model"`
	Rules     map[string]string `yaml:"rules"`
	Sources   []configSource    `yaml:"sources"`
	Overrides []override        `yaml:"overrides"`

	path  string         // of the file; empty if there is none
	key   string         // of these settings and those beneath, as they stood there
	dir   string         // that its paths are relative to
	named bool           // the settings of a project name a cluster
	lines map[string]int // of its globs and paths
}

type configSource struct {
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
	Kind    string   `yaml:"kind"`
	Owner   string   `yaml:"owner"`
}

// An override changes settings for the drafts whose path matches.
type override struct {
	Paths   []string          `yaml:"paths"`
	Archive []archived        `yaml:"archive"`
	Rules   map[string]string `yaml:"rules"`
}

// A mistake is one thing wrong in a file of settings.
type mistake struct {
	line, column int
	what         string
	hint         string
}

// readConfig reads a file of settings. Mistakes are in the order of the file; with
// one of them the settings are not to be used.
func readConfig(path string) (*config, []mistake, error) {
	data, err := reader.Load(path, mostSettings)
	if errors.Is(err, reader.ErrLarge) {
		return nil, nil, fault("split it: overrides: and the settings of folders hold for some drafts alone", "%s: settings of more than %s are not read", display(path), bytesName(mostSettings))
	}
	if err != nil {
		return nil, nil, errRead(err)
	}
	cfg, mistakes := parseConfig(data)
	cfg.path, cfg.dir = path, filepath.Dir(path)
	return cfg, mistakes, nil
}

// parseConfig parses settings. An empty file has none.
func parseConfig(data []byte) (*config, []mistake) {
	cfg := &config{}
	if line := reader.TooDeep(data); line > 0 {
		return cfg, []mistake{{line: line, what: "too many levels, one inside the other", hint: "factcheck config schema shows what the file may hold"}}
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return cfg, []mistake{syntaxMistake(err)}
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentGroupType {
			if body != nil {
				return cfg, []mistake{{line: doc.Body.GetToken().Position.Line, what: "a second document", hint: "one file holds one document: remove the line ---"}}
			}
			body = doc.Body
		}
	}
	if body == nil {
		return cfg, []mistake{{line: 1, what: "the version is missing", hint: "version: 1"}}
	}
	v := validator{globs: map[string]int{}}
	v.mapping(body, configFields(), "")
	if !v.seen["version"] && len(v.mistakes) == 0 {
		v.mistakes = append(v.mistakes, mistake{line: 1, what: "the version is missing", hint: "version: 1"})
	}
	if len(v.mistakes) > 0 {
		return cfg, v.mistakes
	}
	if err := yaml.NodeToValue(body, cfg); err != nil {
		return cfg, []mistake{syntaxMistake(err)}
	}
	cfg.lines = v.globs
	return cfg, nil
}

// mostSettings bounds a file of settings.
const mostSettings = 64 << 10

// place says where a glob stands, for messages.
func (cfg *config) place(glob string) string {
	if n := cfg.lines[glob]; n > 0 {
		return fmt.Sprintf("%s:%d", display(cfg.path), n)
	}
	return display(cfg.path)
}

// syntaxMistake takes the place out of an error of the YAML library, which would
// print an excerpt of the file.
func syntaxMistake(err error) mistake {
	var located yaml.Error
	if errors.As(err, &located) && located.GetToken() != nil {
		p := located.GetToken().Position
		return mistake{line: p.Line, column: p.Column, what: oneLine(located.GetMessage()), hint: "factcheck config schema shows what the file may hold"}
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return mistake{line: 1, what: first, hint: "factcheck config schema shows what the file may hold"}
}

// nearestConfig returns the path of the settings for files of a folder: in it or
// the nearest folder above, up to the root of the repository. Empty if there are
// none.
func nearestConfig(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		path := filepath.Join(abs, configName)
		if _, err := os.Lstat(path); err == nil { // what is no file there is named, not passed over
			return path
		}
		if _, err := os.Stat(filepath.Join(abs, ".git")); err == nil {
			return ""
		}
		up := filepath.Dir(abs)
		if up == abs {
			return ""
		}
		abs = up
	}
}

// userConfig returns the path of the user's own settings, empty if there are
// none.
func userConfig() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	path := filepath.Join(dir, "factcheck", "config.yaml")
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return path
}

// under lays the settings of other beneath those of cfg: what cfg leaves out
// comes from other. Paths of other stay relative to its own folder.
func (cfg *config) under(other *config) {
	if cfg.Index == "" && other.Index != "" {
		if cfg.Index = other.Index; !opensearch.Is(cfg.Index) {
			cfg.Index = other.abs(cfg.Index)
		}
	}
	if cfg.Archive == nil {
		for _, a := range other.Archive {
			a.Glob = other.abs(a.Glob)
			cfg.Archive = append(cfg.Archive, a)
		}
	}
	if cfg.Baseline == "" && other.Baseline != "" {
		cfg.Baseline = other.abs(other.Baseline)
	}
	for _, p := range []struct{ to, from *string }{{&cfg.Lang, &other.Lang}, {&cfg.Format, &other.Format}, {&cfg.FailOn, &other.FailOn}, {&cfg.Model, &other.Model}} {
		if *p.to == "" {
			*p.to = *p.from
		}
	}
	cfg.Strict = cfg.Strict || other.Strict
	cfg.Exclude = append(cfg.Exclude, other.Exclude...)
	for rule, level := range other.Rules {
		if _, ok := cfg.Rules[rule]; !ok {
			if cfg.Rules == nil {
				cfg.Rules = map[string]string{}
			}
			cfg.Rules[rule] = level
		}
	}
	cfg.Sources = append(cfg.Sources, other.Sources...)
}

// abs returns a path of the file as one that does not depend on the current
// folder.
func (cfg *config) abs(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	dir, err := filepath.Abs(cfg.dir)
	if err != nil {
		dir = cfg.dir
	}
	return filepath.Join(dir, filepath.FromSlash(path))
}

// base returns the folder that the paths of its archive are recorded relative to,
// so that the index is the same wherever the user stands; empty without a file.
func (cfg *config) base() string {
	if cfg.path == "" {
		return ""
	}
	return cfg.dir
}

// sources returns the configured sources as the archive wants them.
func (cfg *config) sources() []sources.Source {
	var out []sources.Source
	for _, s := range cfg.Sources {
		out = append(out, sources.Source{Name: s.Name, Aliases: s.Aliases, Kind: s.Kind, Owner: s.Owner})
	}
	return out
}
