package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"factcheck/verify"
	"factcheck/verify/cli/lsp"
	"factcheck/verify/cli/mcp"
	"factcheck/verify/cli/serve"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

// The commands that stay: for an editor, an assistant, a browser. Each is the command line's
// session behind another door, and takes the flags of verify that say what is checked
// against what.

// deskFlags are what the doors have in common.
func deskFlags() []cli.Flag {
	return join(
		[]cli.Flag{againstFlag(), indexFlag(), lockFlag(lockTimeout), configFlag(), modelFlag(), jobsFlag()},
		policyFlags()[1:], readFlags(), verboseFlags(),
	)
}

func (c *console) lspCommand() *cli.Command {
	return &cli.Command{
		Name: "lsp", Usage: "a server for editors: drafts are checked while they are written", Category: "check",
		Description: `Speaks the Language Server Protocol on the standard input and output. Settings for
editors are in the folder .github/editors of the repository.`,
		Flags:  deskFlags(),
		Action: c.lsp,
	}
}

// lsp serves an editor.
func (c *console) lsp(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	s := lsp.New(lsp.Options{
		Version: versionName(), Describe: c.worded, Rules: rulesFile,
		Open: func(root string) (*session.Session, error) {
			if root != "" {
				if err := os.Chdir(root); err != nil { // paths are what they are for verify there
					return nil, errRead(err)
				}
			}
			return c.desk(ctx)
		},
	})
	c.err = &lineWriter{out: c.err, line: s.Log}
	c.shown = s.Progress
	code, err := s.Serve(c.ctx, c.in, c.out.file)
	if err != nil {
		c.tell(err)
	}
	if code != 0 {
		return errLost
	}
	return nil
}

func (c *console) mcpCommand() *cli.Command {
	return &cli.Command{
		Name: "mcp", Usage: "a server for assistants: tools that check against the archive", Category: "check",
		Description: `Speaks the Model Context Protocol on the standard input and output, or with --http to
any number of clients on this machine, every user of which may ask it. Its tools verify,
quote, compare, search and sources read the archive and nothing else.

  factcheck mcp --against archive/
  factcheck mcp --http 127.0.0.1:8333`,
		Flags: join([]cli.Flag{
			&cli.StringFlag{Name: "http", Usage: "`address` of this machine to answer at, such as 127.0.0.1:8333; port 0 is any", Category: "run"},
		}, deskFlags()),
		Action: c.atDesk(c.mcp),
	}
}

// mcp serves an assistant, or several by HTTP.
func (c *console) mcp(ctx *cli.Context, s *session.Session) error {
	server := mcp.New(mcp.Options{Session: s, Describe: c.worded, Version: versionName(), Log: c.err})
	if address := ctx.String("http"); address != "" {
		mux := http.NewServeMux()
		mux.Handle("/mcp", server.HTTP())
		return c.listen(address, func(string) http.Handler { return mux }, func(at string) { c.say("listening on " + at + "/mcp") })
	}
	return server.Stdio(c.ctx, c.in, c.out.file)
}

func (c *console) serveCommand() *cli.Command {
	return &cli.Command{
		Name: "serve", Usage: "a page in the browser: paste a draft, see the report beside it", Category: "check",
		Description: `Prints the address of a page on this machine, whose end is the key to it: whoever has
it can ask the archive. Nothing leaves the machine. Ctrl-C ends it.`,
		Flags: join([]cli.Flag{
			&cli.StringFlag{Name: "http", Usage: "`address` of this machine to answer at; port 0 is any", Value: "127.0.0.1:0", Category: "run"},
		}, deskFlags()),
		Action: c.atDesk(c.serve),
	}
}

// serve answers a page.
func (c *console) serve(ctx *cli.Context, s *session.Session) error {
	most := c.most
	if most == 0 {
		most = math.MaxInt64
	}
	token := rand.Text()
	return c.listen(ctx.String("http"), func(host string) http.Handler {
		return serve.New(serve.Options{Session: s, Describe: c.worded, Token: token, Host: host, Version: versionName(), Most: most, Log: c.err})
	}, func(at string) {
		fmt.Fprintf(c.out, "%s/#%s\n", at, token)
		c.out.flush() //nolint:errcheck // the writer remembers its first error
	})
}

// listen answers requests at an address of this machine until the user interrupts. ready is
// told where.
func (c *console) listen(address string, handler func(host string) http.Handler, ready func(at string)) error {
	host, _, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return errAddress(address)
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return errListen(address, err)
	}
	srv := &http.Server{Handler: handler(l.Addr().String()), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 1 << 16,
		BaseContext: func(net.Listener) context.Context { return c.ctx }}
	done := make(chan error, 1)
	stop := context.AfterFunc(c.ctx, func() {
		ctx, cancel := context.WithTimeout(context.Background(), 400*time.Millisecond)
		defer cancel()
		done <- srv.Shutdown(ctx) // what is being answered may end
	})
	defer stop()
	ready("http://" + l.Addr().String())
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return errListen(address, err)
	}
	<-done
	return c.ctx.Err()
}

// atDesk is the action of a command that stays and takes no arguments: serve has a session, which
// ends with it.
func (c *console) atDesk(serve func(*cli.Context, *session.Session) error) cli.ActionFunc {
	return func(ctx *cli.Context) error {
		if ctx.Args().Present() {
			return errTooMany(ctx.Command, ctx.Args().First())
		}
		s, err := c.desk(ctx)
		if err != nil {
			return err
		}
		defer s.Close()
		c.noProgress = true
		return serve(ctx, s)
	}
}

// desk returns the session of a command that stays.
func (c *console) desk(ctx *cli.Context) (*session.Session, error) {
	if _, err := c.look(ctx); err != nil {
		return nil, err
	}
	config := session.Config{Accept: func(r *verify.Report) error {
		accept, err := c.accepted(ctx)
		if err == nil {
			accept(r)
		}
		return err
	}}
	var err error
	if config.Read, err = c.readAs(ctx); err != nil {
		return nil, err
	}
	config.Read.Most = c.most
	if config.Selected, err = rules(ctx.StringSlice("select")); err != nil {
		return nil, err
	}
	if config.Ignored, err = rules(ctx.StringSlice("ignore")); err != nil {
		return nil, err
	}
	return c.session(ctx, config), nil
}

// worded words an error for whoever sits at another door: the message and what to do.
func (c *console) worded(err error) string {
	if errors.Is(err, errTold) {
		c.stateMu.Lock()
		defer c.stateMu.Unlock()
		if c.last != nil {
			err = c.last
		}
	}
	msg, hint := describe(checkFault(unreadable(err)))
	if hint != "" {
		msg += " (" + hint + ")"
	}
	return oneLine(msg)
}

// rulesFile writes the texts of the rules into the user's cache, where an editor can open
// them.
func rulesFile() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	var page bytes.Buffer
	if err := report.RulesPage(&page); err != nil {
		return "", err
	}
	path := filepath.Join(dir, "factcheck", "rules.md")
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, page.Bytes()) {
		return path, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	return path, writeFile(path, func(w io.Writer) error { _, err := w.Write(page.Bytes()); return err })
}

// A lineWriter hands on what is written to it, and each line by itself.
type lineWriter struct {
	out  io.Writer
	line func(string)

	mu   sync.Mutex
	rest string
}

func (w *lineWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rest += string(p)
	for {
		line, rest, ok := strings.Cut(w.rest, "\n")
		if !ok {
			return w.out.Write(p)
		}
		w.rest = rest
		w.line(line)
	}
}
