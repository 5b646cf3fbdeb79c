package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/term"

	"factcheck/claims/text"
	"factcheck/sources/opensearch"
	"factcheck/verify/entail"
	"factcheck/verify/session"
)

// A console is one run of the command line: its streams and what has gone wrong
// so far.
type console struct {
	ctx    context.Context // ends when the user interrupts
	in     io.Reader
	out    *output
	err    io.Writer
	failed bool // something could not be done; the rest was: exit 2
	stays  bool // a round of --watch is over: an interrupt ends it with what the round came to

	stateMu  sync.Mutex                       // of failed, failures, last and told
	failures int                              // how often something could not be done
	last     error                            // what could not be done last
	shown    func(what string, done, all int) // shows progress elsewhere than on a terminal; done is negative at its end

	jobs       int           // files at a time; 0 is one a core
	wait       time.Duration // for others who write or read the index
	most       int64         // bytes of a file that is read; 0 is any
	quiet      bool          // -q: no messages but errors
	verbose    bool          // -v: say what is done
	noProgress bool          // --no-progress

	configs  map[string]*config            // settings that were read, by what stood in the file
	clusters map[string]*opensearch.Engine // archives on clusters that were opened, by address
	memory   map[string]*session.Opened    // archives whose index cannot be written
	settling sync.Mutex                    // one reads settings at a time
	opening  sync.Mutex                    // one archive or model is opened at a time
	models   map[string]*entail.Model      // that were opened, by name
	written  map[string]bool               // absolute paths of the reports of this run
	skipped  []string                      // files of folders and globs that are of no type that is read
	skips    map[string]bool               // the same, to look up

	errMu     sync.Mutex      // one message at a time
	unsettled bool            // a line of progress stands on the terminal
	told      map[string]bool // failures that were told: none is told twice
}

func newConsole(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *console {
	return &console{ctx: ctx, most: usualMost, in: stdin, out: &output{file: stdout, buf: bufio.NewWriterSize(stdout, 1<<16)}, err: stderr}
}

// tell prints an error and its hint, or each of several.
func (c *console) tell(err error) {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			c.tell(e)
		}
		return
	}
	c.errMu.Lock()
	defer c.errMu.Unlock()
	c.clearProgress()
	msg, hint := describe(err)
	fmt.Fprintf(c.err, "factcheck: error: %s\n", oneLine(msg))
	if hint != "" {
		fmt.Fprintf(c.err, "factcheck: hint: %s\n", oneLine(hint))
	}
}

// fail prints an error and remembers it; the run goes on.
func (c *console) fail(err error) {
	c.stateMu.Lock()
	c.failed, c.last = true, err
	c.failures++
	c.stateMu.Unlock()
	if !c.first(err.Error()) {
		return
	}
	c.out.flush() //nolint:errcheck // the writer remembers its first error
	c.tell(err)
}

// warn prints a warning unless -q was given.
func (c *console) warn(format string, args ...any) {
	c.say("warning: " + fmt.Sprintf(format, args...))
}

// warnOnce prints a warning, not twice in a run.
func (c *console) warnOnce(message string) {
	if c.first(message) {
		c.warn("%s", message)
	}
}

// mostTold is how many messages are remembered; a command that stays must not remember all.
const mostTold = 10_000

// first reports whether a message is told for the first time.
func (c *console) first(message string) bool {
	c.stateMu.Lock()
	defer c.stateMu.Unlock()
	if c.told[message] {
		return false
	}
	if c.told == nil || len(c.told) >= mostTold {
		c.told = map[string]bool{}
	}
	c.told[message] = true
	return true
}

// say prints a message unless -q was given.
func (c *console) say(message string) {
	if c.quiet {
		return
	}
	c.errMu.Lock()
	defer c.errMu.Unlock()
	c.clearProgress()
	fmt.Fprintf(c.err, "factcheck: %s\n", oneLine(message))
}

// oneLine keeps a message on one line, and names from files and arguments from
// talking to the terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == 0x2028 || r == 0x2029: // line ends, the last two of Unicode
			return ' '
		case text.Hidden(r):
			return '\uFFFD'
		}
		return r
	}, s)
}

// errClosedPipe is what writing to a pipe gives that nobody reads any more.
var errClosedPipe = errors.New("closed pipe")

// An output is the buffered standard output. It remembers its first error, so
// that a command may print without looking, and names a closed pipe.
type output struct {
	file io.Writer
	buf  *bufio.Writer
	err  error
}

func (o *output) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.buf.Write(p)
	return n, o.note(err)
}

// flush hands on what is buffered and returns the first error of the output, nil
// for a closed pipe.
func (o *output) flush() error {
	if o.err == nil {
		o.note(o.buf.Flush()) //nolint:errcheck // returned below
	}
	if errors.Is(o.err, errClosedPipe) {
		return nil
	}
	return o.err
}

func (o *output) note(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || errors.Is(err, os.ErrClosed) {
		err = errClosedPipe
	}
	o.err = err
	return err
}

var quietOnce sync.Once

// quietPipe turns the signal for a closed pipe into an error of the write, so
// that the exit code stays the verdict's.
func quietPipe() {
	quietOnce.Do(func() { signal.Ignore(syscall.SIGPIPE) })
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// outTerminal reports whether the report goes to a terminal.
func (c *console) outTerminal() bool { return isTerminal(c.out.file) }

// width returns the columns that a table may use: those of the terminal, or
// COLUMNS where the report does not go to one, or those of the terminal beside a
// pipe, where a pager shows it; else 100.
func (c *console) width() int {
	if w := columns(c.out.file); w > 0 {
		return w
	}
	var w int
	if _, err := fmt.Sscanf(os.Getenv("COLUMNS"), "%d", &w); err == nil && w >= 20 && w <= 1000 {
		return w
	}
	if f, ok := c.out.file.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeNamedPipe != 0 {
			if w := columns(c.err); w > 0 {
				return w
			}
		}
	}
	return 100
}

// columns returns how many columns a stream has, 0 if it is no terminal.
func columns(stream any) int {
	if f, ok := stream.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			return w
		}
	}
	return 0
}

// colour decides whether the report is coloured: the flag, then NO_COLOR, then
// CLICOLOR_FORCE, else only on a terminal that is not dumb.
func (c *console) colour(flag string) bool {
	switch {
	case flag == "always":
		return true
	case flag == "never" || os.Getenv("NO_COLOR") != "":
		return false
	}
	if force := os.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return os.Getenv("TERM") != "dumb" && c.outTerminal()
}

// unicode reports whether the locale can show more than ASCII. An unset locale
// is taken to: only one that names another character set is not.
func unicodeLocale() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if v == "C" || v == "POSIX" {
				return false
			}
			_, charset, named := strings.Cut(strings.ToLower(v), ".")
			return !named || strings.HasPrefix(strings.ReplaceAll(charset, "-", ""), "utf8")
		}
	}
	return true
}
