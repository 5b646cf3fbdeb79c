package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A watched run is verify --watch, of which a test reads one line of JSON a round.
type watched struct {
	*testing.T
	lines     chan string
	code      chan int
	interrupt context.CancelFunc
}

func watchIn(t *testing.T, args ...string) *watched {
	ctx, interrupt := context.WithCancel(context.Background())
	w := &watched{T: t, lines: make(chan string, 100), code: make(chan int, 1), interrupt: interrupt}
	heard := func() io.Writer { return &lineWriter{out: io.Discard, line: func(line string) { w.lines <- line }} }
	go func() {
		c := newConsole(ctx, strings.NewReader(""), heard(), heard())
		w.code <- c.exit(c.run(append([]string{"factcheck", "verify", "--watch", "-f", "jsonl"}, args...)))
	}()
	t.Cleanup(interrupt)
	return w
}

// until waits for a round that says something, and for its end.
func (w *watched) until(want string) {
	w.Helper()
	met := false
	for {
		select {
		case line := <-w.lines:
			if met = met || strings.Contains(line, want); met && strings.Contains(line, "watching for changes") {
				return
			}
		case <-time.After(time.Minute):
			w.Fatalf("no round said %s", want)
		}
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const (
	ferry70 = "The ferry carried 70 people to Bukavu on Tuesday.\n"
	ferry40 = "On Tuesday the ferry carried 40 people to Bukavu.\n"
)

// Each change has its round: of the draft, of the archive, of the settings, which may name other
// drafts or be gone; a mistake in them ends nothing. An interrupt ends it with what the last round came to.
func TestWatch(t *testing.T) {
	dir := newProject(t, "version: 1\narchive: [archive/**]\ndrafts: [drafts/*.md]\n")
	t.Chdir(dir)
	put(t, "drafts/a.md", ferry70)
	w := watchIn(t, "-o", "html=drafts/report.html")
	w.until(`"verdict":"contradicted"`)
	put(t, "drafts/a.md", ferry40)
	w.until(`"verdict":"supported"`)
	put(t, "archive/okapi.md", "---\npublisher: Radio Okapi\n---\nThe ferry carried 90 people to Bukavu on Tuesday.\n")
	w.until(`"verdict":"disputed"`)
	put(t, "drafts/b.md", ferry70)
	w.until(`"file":"drafts/b.md"`)
	put(t, ".factcheck.yaml", "version: 1\narchive: [archive/**]\ndrafts: [drafts/*.md]\nrules: {disputed: error}\n")
	w.until(`"level":"error"`)
	put(t, ".factcheck.yaml", "version: 1\narchiv: 7\n")
	w.until(`unknown key "archiv"`)
	put(t, ".factcheck.yaml", "version: 1\narchive: [archive/courier.md]\ndrafts: [drafts/a.md]\n")
	w.until(`"verdict":"supported"`)
	if err := os.Remove(".factcheck.yaml"); err != nil {
		t.Fatal(err)
	}
	w.until("nothing to check")
	put(t, "notes/c.md", ferry70)
	put(t, ".factcheck.yaml", "version: 1\narchive: [archive/courier.md]\ndrafts: [notes/*.md]\n")
	w.until(`"file":"notes/c.md"`)
	put(t, "notes/c.md", ferry40)
	w.until(`"verdict":"supported"`)
	w.interrupt()
	if got := <-w.code; got != exitClean {
		t.Errorf("the last round was clean, and the exit code is %d", got)
	}
}

// The last round counts, and the report that a round writes is no change.
func TestWatchCodes(t *testing.T) {
	t.Chdir(newProject(t, "version: 1\narchive: [archive/**]\n"))
	put(t, "a.md", ferry70)
	w := watchIn(t, ".", "--exclude", "archive/**", "-o", "json=report.json")
	w.until(`"verdict":"contradicted"`)
	time.Sleep(2 * time.Second)
	if n := len(w.lines); n > 0 {
		t.Errorf("%d lines without a change: %s", n, <-w.lines)
	}
	w.interrupt()
	if got := <-w.code; got != exitFindings {
		t.Errorf("the last round had findings, and the exit code is %d", got)
	}
	for _, args := range [][]string{{"-"}, {"--text", "A."}, {"--changed", "-", "a.md"}} {
		if got := <-watchIn(t, args...).code; got != exitFailed {
			t.Errorf("%v: %d", args, got)
		}
	}
}
