package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// Release builds set these with -ldflags "-X factcheck/verify/cli.release=1.2.3
// -X factcheck/verify/cli.commit=abc".
var release, commit string

func (c *console) versionCommand() *cli.Command {
	return &cli.Command{Name: "version", Usage: "the version of the program", Action: c.version}
}

// version prints one line: name, version, commit, Go version, platform.
func (c *console) version(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	line := "factcheck " + versionName()
	if id := commitName(); id != "" {
		line += " (" + id + ")"
	}
	_, err := fmt.Fprintf(c.out, "%s %s %s/%s\n", line, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// versionName returns the release, "dev" if this build is none.
func versionName() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "dev"
}

// commitName returns the short name of the commit that this was built from, empty
// if unknown.
func commitName() string {
	id := commit
	if info, ok := debug.ReadBuildInfo(); ok && id == "" {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				id = s.Value
			}
		}
	}
	return id[:min(len(id), 12)]
}
