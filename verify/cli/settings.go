package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/sources/opensearch"
	"factcheck/verify/session"
)

// settings returns the configuration for files of a folder: the file that
// --config or FACTCHECK_CONFIG names, else the nearest; beneath it the user's own.
// The same file is read once.
func (c *console) settings(ctx *cli.Context, dir string) (*config, error) {
	path := ctx.String("config")
	if path == "" {
		path = os.Getenv("FACTCHECK_CONFIG")
	}
	if path == "" {
		path = nearestConfig(dir)
	}
	c.settling.Lock()
	defer c.settling.Unlock()
	user := userConfig()
	key := stateOf(path) + "\n" + stateOf(user) // who asks again after a change is given what stands there now
	if cfg, ok := c.configs[key]; ok {
		return cfg, nil
	}
	cfg := &config{dir: "."}
	var err error
	if path != "" {
		if cfg, err = c.readValid(path, path == userConfig()); err != nil {
			return nil, err
		}
	}
	if path != "" {
		c.note("settings %s", display(path))
	}
	if user != "" && user != path {
		own, err := c.readValid(user, true)
		if err != nil {
			return nil, err
		}
		cfg.under(own)
	}
	if len(c.configs) == 0 || len(c.configs) == mostConfigs {
		c.configs = map[string]*config{}
	}
	cfg.key, c.configs[key] = key, cfg
	return cfg, nil
}

// mostConfigs is how many settings are remembered.
const mostConfigs = 1000

// readValid reads settings; every mistake in them is told. Those that are not the user's
// own may name nothing outside their root.
func (c *console) readValid(path string, own bool) (*config, error) {
	cfg, mistakes, err := readConfig(path)
	if err != nil {
		return nil, err
	}
	mistakes = append(mistakes, cfg.misaddressed()...)
	if !own {
		mistakes = append(mistakes, cfg.outside()...)
		cfg.named = opensearch.Is(cfg.Index)
	}
	var told []error
	for _, m := range mistakes {
		told = append(told, errMistake(path, m))
	}
	return cfg, errors.Join(told...)
}

// setting returns the value of a flag, else of the environment, else of the
// configuration, else otherwise. Empty is unset.
func setting(ctx *cli.Context, flag, env, configured, otherwise string) string {
	for _, v := range []string{ctx.String(flag), os.Getenv(env), configured} {
		if v != "" {
			return v
		}
	}
	return otherwise
}

// cacheFile returns a file of the user's cache for what the key names. The error
// is that there is no such folder.
func cacheFile(kind string, key ...string) (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", errNoCache(err)
	}
	name := kind
	if len(key) > 0 {
		sum := sha256.Sum256([]byte(strings.Join(key, "\x00")))
		name += "-" + hex.EncodeToString(sum[:8])
	}
	return filepath.Join(dir, "factcheck", name+".index"), nil
}

// indexPath returns where the index is: --index, else FACTCHECK_INDEX, else the
// configuration's, else one in the user's cache for the project alone: for the file of
// settings, else for the repository, else for the current folder. No project reads
// the index of another.
func (c *console) indexPath(ctx *cli.Context, cfg *config) (string, error) {
	for _, v := range []string{ctx.String("index"), os.Getenv("FACTCHECK_INDEX")} {
		if v != "" {
			return v, nil
		}
	}
	if opensearch.Is(cfg.Index) {
		return cfg.Index, nil
	}
	if cfg.Index != "" {
		return session.Relative(cfg.abs(cfg.Index)), nil
	}
	switch {
	case cfg.path == "":
		return cacheFile("folder", project())
	case len(cfg.Archive) > 0:
		m, err := c.managedArchive(cfg, cfg.Archive)
		return m.path, err
	}
	return cacheFile("project", cfg.abs(filepath.Base(cfg.path)))
}

// project returns the root of the repository around the current folder, the folder
// itself where there is none.
func project() string {
	here, err := filepath.Abs(".")
	if err != nil {
		return "."
	}
	return projectOf(here)
}

// projectOf returns the root of the repository around a folder, the folder itself where
// there is none.
func projectOf(folder string) string {
	for dir := folder; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return folder
		}
	}
}

// whose says which commands read an index that nobody named; empty if somebody did.
func (c *console) whose(ctx *cli.Context, cfg *config) string {
	switch {
	case ctx.String("index") != "" || os.Getenv("FACTCHECK_INDEX") != "" || cfg.Index != "":
		return ""
	case cfg.path != "":
		return "it is the index of " + display(cfg.path) + ": what is checked under these settings finds it"
	}
	return "it is the index of " + project() + ": what is checked in that folder finds it, and nothing else; --index FILE names another"
}
