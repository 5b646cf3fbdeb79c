package cli

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/report"
)

// writeFile writes a file as a whole or not at all: into a new one beside it that
// takes its name at the end. What is no regular file (a device, a pipe) is written
// to as it is.
func writeFile(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return errWrite(path, err)
		}
		return closing(path, f, write)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return errWrite(path, err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	if err := closing(path, f, write); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return errWrite(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return errWrite(path, err)
	}
	return nil
}

// closing writes through a buffer and closes f.
func closing(path string, f *os.File, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(f, 1<<16)
	err := write(b)
	if err == nil {
		err = b.Flush()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return errWrite(path, err)
	}
	return nil
}

// writable reports why a file cannot be written, before the work is done that
// would fill it.
func writable(path string) error {
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return errIsDir(path)
		}
		if !info.Mode().IsRegular() {
			return nil // who opens a pipe and closes it again ends whoever reads it
		}
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return errWrite(path, err)
		}
		f.Close()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return errWrite(path, err)
	}
	f.Close()
	os.Remove(f.Name())
	return nil
}

// A destination is one report of a run.
type destination struct {
	format string
	path   string // "-" is the standard output
}

// outputs returns the reports that -o and --format ask for. A path without a
// format takes the place of the standard output; one with a format comes beside
// it.
func (c *console) outputs(ctx *cli.Context, format string) ([]destination, error) {
	var out []destination
	standard := true
	for _, o := range ctx.StringSlice("output") {
		d := destination{format, o}
		if name, path, ok := strings.Cut(o, "="); ok {
			if _, err := oneOf("format", name, report.Formats()); err != nil {
				return nil, errOutputFormat(name, o, report.Formats())
			}
			d = destination{name, path}
		} else if slices.Contains(report.Formats(), o) {
			return nil, errOutputNoPath(o)
		} else {
			standard = false
		}
		switch {
		case d.path == "" && d.format != format:
			return nil, errOutputNoPath(d.format)
		case d.path == "":
			return nil, errNoValue("--output")
		}
		out = append(out, d)
	}
	if standard && !slices.ContainsFunc(out, func(d destination) bool { return d.path == "-" }) {
		out = append([]destination{{format, "-"}}, out...)
	}
	return out, c.writes(out)
}

// writes finds what is wrong with the paths of reports before the work is done that
// would fill them, and remembers them: overwrites tells if one is read.
func (c *console) writes(out []destination) error {
	c.written = map[string]bool{}
	for _, d := range out {
		name := absolute(d.path)
		if c.written[name] {
			return errSameOutput(d.path)
		}
		c.written[name] = true
		if d.path != "-" {
			if err := writable(d.path); err != nil {
				return err
			}
		}
	}
	return nil
}

// overwrites returns an error if a report would be written over one of the files
// that this run reads.
func (c *console) overwrites(files ...string) error {
	for _, f := range files {
		if f != "" && f != "-" && c.written[absolute(f)] {
			return errOutputIsInput(f)
		}
	}
	return nil
}

// feeds returns an error if a report would be written where the archive is read: the next run would
// take what a draft says for what a source does.
func (c *console) feeds(archived func(path string) bool) error {
	for _, path := range slices.Sorted(maps.Keys(c.written)) {
		if path != "-" && reader.Readable(path) && archived(path) {
			return errOutputIsSource(display(path))
		}
	}
	return nil
}

// absolute returns a path that does not depend on the current folder, "-" as it is.
func absolute(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil || path == "-" {
		return path
	}
	return abs
}

// print writes one report. On the standard output it looks as the terminal wants
// it; in a file it is plain.
func (c *console) print(d destination, r *verify.Report, look report.Options) error {
	if d.path == "-" {
		return report.Write(c.out, d.format, r, look)
	}
	look.Colour, look.Width = false, 100
	return writeFile(d.path, func(w io.Writer) error { return report.Write(w, d.format, r, look) })
}

// jobSummary appends the Markdown report to the summary of a GitHub step, when
// annotations are printed and there is one.
func (c *console) jobSummary(r *run, result *verify.Report) error {
	path := os.Getenv("GITHUB_STEP_SUMMARY")
	if path == "" || !slices.ContainsFunc(r.outputs, func(d destination) bool { return d.format == "github" }) {
		return nil
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return errWrite(path, err)
	}
	return closing(path, f, func(w io.Writer) error { return report.GitHubSummary(w, result, r.look) })
}

// bytesName writes a size for people.
func bytesName(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}
