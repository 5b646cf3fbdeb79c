package session

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/entail"
)

// A press is an archive on the disk, and counts how often it is opened.
type press struct {
	*testing.T
	path  string
	opens atomic.Int32
	fails error // what opening ends with; nil is well
}

func newPress(t *testing.T, texts ...string) *press {
	p := &press{T: t, path: filepath.Join(t.TempDir(), "a.index")}
	p.add(texts...)
	return p
}

// add adds texts as another process would.
func (p *press) add(texts ...string) {
	p.Helper()
	w, err := index.OpenForWriting(p.path, 5*time.Second)
	if err != nil {
		p.Fatal(err)
	}
	for _, s := range texts {
		docs, err := reader.Read(fmt.Sprintf("%x.md", s[:min(9, len(s))]), []byte(s), reader.Options{Lang: "en", Publisher: "Kivu Courier"})
		if err != nil {
			p.Fatal(err)
		}
		if _, err := w.Add([]index.Entry{{Document: docs[0], Statements: claims.Extract(docs[0])}}); err != nil {
			p.Fatal(err)
		}
	}
	if err := errors.Join(w.Commit(), w.Close()); err != nil {
		p.Fatal(err)
	}
}

func (p *press) session() *Session {
	s := New(context.Background(), Config{Settle: func(path string) (*Setting, error) {
		return &Setting{
			Key: filepath.Dir(path),
			Open: func(context.Context) (*Opened, error) {
				p.opens.Add(1)
				if p.fails != nil {
					return nil, p.fails
				}
				x, err := index.Open(p.path)
				if err != nil {
					return nil, err
				}
				info, err := os.Stat(p.path)
				return &Opened{sources.NewArchive(x, nil), fmt.Sprint(info.Size(), info.ModTime())}, err
			},
			Model:  func() (*entail.Model, error) { return nil, nil },
			Policy: func(string) verify.Policy { return verify.Policy{} },
			Watch:  func() []string { return nil },
		}, nil
	}})
	p.Cleanup(s.Close)
	return s
}

func drafts(t *testing.T, path, text string) []verify.Draft {
	t.Helper()
	docs, err := reader.Read(path, []byte(text), reader.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return Drafts(docs, []byte(text))
}

// verdicts returns what a check finds, a word a statement.
func verdicts(t *testing.T, s *Session, path, text string, opt Options) string {
	t.Helper()
	r, err := s.Check(context.Background(), drafts(t, path, text), opt)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i := range r.Findings {
		all = append(all, r.Findings[i].Verdict.String())
	}
	return strings.Join(all, " ")
}

const ferry = "The ferry carried 40 people to Bukavu."

// One archive is opened for many checks, one after the other and at once.
func TestOpenedOnce(t *testing.T) {
	p := newPress(t, ferry)
	s := p.session()
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if got := verdicts(t, s, fmt.Sprintf("d/%d.md", i), "The ferry carried 70 people to Bukavu.", Options{}); got != "contradicted" {
				t.Errorf("a wrong number is %s", got)
			}
		})
	}
	wg.Wait()
	if n := p.opens.Load(); n != 1 {
		t.Errorf("the archive was opened %d times", n)
	}
}

// What somebody adds counts in the next check, if it was said that something changed; a
// check for the meantime knows it too.
func TestChanged(t *testing.T) {
	for _, kept := range []bool{false, true} {
		p := newPress(t, ferry)
		s := p.session()
		const draft = "The ferry carried 40 people to Bukavu.\n\nThe mayor of Goma opened the market on Tuesday."
		if got := verdicts(t, s, "d/a.md", draft, Options{Kept: kept}); got != "supported unsupported" {
			t.Fatal(got)
		}
		p.add("The mayor of Goma opened the market on Tuesday.") // when the archive is at rest
		s.Changed()
		if got := verdicts(t, s, "d/a.md", draft, Options{Kept: kept}); got != "supported supported" {
			t.Errorf("after a text was added, kept %t: %s", kept, got)
		}
	}
}

// An archive that cannot be opened is an error of the check, and the next one tries again.
func TestMissing(t *testing.T) {
	p := newPress(t, ferry)
	s := p.session()
	p.fails = index.ErrLocked
	if _, err := s.Check(context.Background(), drafts(t, "d/a.md", ferry), Options{}); !errors.Is(err, index.ErrLocked) {
		t.Errorf("a locked index: %v", err)
	}
	p.fails = nil
	if got := verdicts(t, s, "d/a.md", ferry+"\n", Options{}); got != "supported" {
		t.Error(got)
	}
}

// Whoever gives up waiting for an archive that is read for the first time leaves it to the
// others; at rest the file is given up, and an archive of which nobody asks any more too.
func TestWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		opened := &Opened{sources.NewArchive(index.Memory(), nil), "1"}
		opens := 0
		s := New(context.Background(), Config{Settle: func(path string) (*Setting, error) {
			return &Setting{Key: path, Open: func(context.Context) (*Opened, error) {
				opens++
				time.Sleep(time.Minute)
				return opened, nil
			}}, nil
		}})
		defer s.Close()
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if _, _, err := s.Archive(ctx, "a"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a second of a minute: %v", err)
		}
		_, release, err := s.Archive(context.Background(), "a")
		if err != nil || opens != 1 {
			t.Fatal(err, opens)
		}
		time.Sleep(time.Hour)
		x, _ := s.shelf("a")
		stands := func() bool { x.mu.Lock(); defer x.mu.Unlock(); return x.now != nil }
		if !stands() {
			t.Error("an archive was given up while somebody read it")
		}
		release()
		time.Sleep(rest + time.Second)
		if stands() {
			t.Error("an archive at rest is still open")
		}
		for i := range 2 * mostArchives {
			_, release, err := s.Archive(context.Background(), fmt.Sprint(i))
			if err != nil {
				t.Fatal(err)
			}
			release()
		}
		if len(s.shelves) != mostArchives {
			t.Errorf("%d archives are kept", len(s.shelves))
		}
		time.Sleep(time.Hour)
	})
}

// A thousand drafts leave no more behind than a hundred.
func TestBounded(t *testing.T) {
	p := newPress(t, ferry, "The mayor of Goma opened the market on Tuesday.")
	s := p.session()
	size := func(from, to int) uint64 {
		for i := from; i < to; i++ {
			text := strings.Repeat(fmt.Sprintf("The ferry carried %d people to Bukavu in lot %d.\n\n", i, i*7), 5)
			verdicts(t, s, fmt.Sprintf("d/%d.md", i), text, Options{Kept: true})
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	size(0, 500)
	before := size(500, 1000) // by now every cache is full
	after := size(1000, 2000)
	if after > before+before/4+4<<20 {
		t.Errorf("1,000 drafts more take %d KB more than the %d KB before", (after-before)>>10, before>>10)
	}
	t.Logf("%d KB after 1,000 drafts, %d KB after 2,000", before>>10, after>>10)
}

// Drafts of several archives come back in their order, with what is wrong in each.
func TestSeveral(t *testing.T) {
	p := newPress(t, ferry)
	s := p.session()
	all := slices.Concat(drafts(t, "x/a.md", "The ferry carried 70 people to Bukavu.\n\n<!-- factcheck ignroe -->"), drafts(t, "y/b.md", ferry+"\n"), drafts(t, "x/c.md", ferry+"\n\n"))
	r, err := s.Check(context.Background(), all, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"x/a.md", "y/b.md", "x/c.md"} {
		if r.Drafts[i].Path != want || r.Findings[i].Draft.Path != want {
			t.Errorf("%d: %s, %s", i, r.Drafts[i].Path, r.Findings[i].Draft.Path)
		}
	}
	if len(r.Mistaken) != 1 || r.Mistaken[0].Word != "ignroe" || r.Mistaken[0].Draft.Path != "x/a.md" {
		t.Errorf("directives that mean nothing: %v", r.Mistaken)
	}
}
