package sources

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"factcheck/claims"
	"factcheck/sources/index"
	"factcheck/sources/reader"
)

// An Intake reads files, finds their statements and adds them to an index.
type Intake struct {
	Writer  *index.Writer
	Options reader.Options
	Base    string               // paths are recorded relative to this folder; empty records them as given
	Jobs    int                  // documents read at a time; 0 is one a core
	Stdin   io.Reader            // what the path "-" reads
	Read    func(path string)    // called after each file, if set
	Warn    func(path, w string) // called with what a reader had to guess, if set
}

// intakeText is how many bytes of text are held at a time while their statements
// are found.
const intakeText = 8 << 20

// Files adds the documents of the files in order and commits. A file that cannot
// be read does not keep the others out: the error joins what went wrong with
// each, and the counts are of what was added. Nothing of the last, incomplete
// batch is kept if ctx is cancelled.
func (in *Intake) Files(ctx context.Context, files []string) (index.Added, error) {
	var sum index.Added
	var errs []error
	var entries []index.Entry
	size := 0
	flush := func() error {
		a, err := in.add(entries)
		sum.New, sum.Changed, sum.Same = sum.New+a.New, sum.Changed+a.Changed, sum.Same+a.Same
		entries, size = nil, 0
		return err
	}
	for _, path := range files {
		if err := ctx.Err(); err != nil {
			return sum, err
		}
		read, err := in.read(path)
		if err != nil {
			errs = append(errs, err)
		}
		for _, e := range read {
			entries, size = append(entries, e), size+len(e.Document.Text)
			if size >= intakeText {
				if err := flush(); err != nil {
					return sum, err
				}
			}
		}
		if in.Read != nil {
			in.Read(path)
		}
	}
	if err := flush(); err != nil {
		return sum, err
	}
	if err := in.Writer.Commit(); err != nil {
		return sum, err
	}
	return sum, errors.Join(errs...)
}

// read returns the documents of one file; those of an export come with their
// statements.
func (in *Intake) read(path string) ([]index.Entry, error) {
	var data []byte
	var err error
	if path == "-" {
		data, err = io.ReadAll(in.Stdin)
	} else {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, err
	}
	if entries, err := exported(data); entries != nil || err != nil {
		return entries, err
	}
	docs, err := reader.Read(in.name(path), data, in.Options)
	entries := make([]index.Entry, len(docs))
	for i, d := range docs {
		entries[i].Document = d
		for _, w := range d.Warnings {
			if in.Warn != nil {
				in.Warn(path, w)
			}
		}
	}
	return entries, err
}

// exported reads what "index export" wrote, documents and statements as they
// were; nil if the data is anything else.
func exported(data []byte) ([]index.Entry, error) {
	if !bytes.HasPrefix(data, []byte(`{"factcheck":`)) {
		return nil, nil
	}
	var entries []index.Entry
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		e, err := index.Import(line)
		if err == nil && e == nil {
			err = errors.New("it is no document of an export")
		}
		if err != nil {
			return entries, fmt.Errorf("line %d: %w", n+1, err)
		}
		entries = append(entries, *e)
	}
	return entries, nil
}

// name returns the path as it is recorded.
func (in *Intake) name(path string) string {
	if in.Base == "" || path == "-" {
		return path
	}
	base, errBase := filepath.Abs(in.Base)
	abs, err := filepath.Abs(path)
	if err != nil || errBase != nil {
		return path
	}
	if rel, err := filepath.Rel(base, abs); err == nil {
		return filepath.ToSlash(rel)
	}
	return path
}

// add finds the statements of the documents that are new or changed, several
// documents at a time, and adds them in order.
func (in *Intake) add(entries []index.Entry) (index.Added, error) {
	var todo []int
	for i := range entries {
		same, err := in.Writer.Same(entries[i].Document)
		if err != nil {
			return index.Added{}, err
		}
		if !same && entries[i].Statements == nil {
			todo = append(todo, i)
		}
	}
	jobs := in.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	work := make(chan int)
	var wg sync.WaitGroup
	for range min(jobs, len(todo)) {
		wg.Go(func() {
			for i := range work {
				entries[i].Statements = claims.Extract(entries[i].Document)
			}
		})
	}
	for _, i := range todo {
		work <- i
	}
	close(work)
	wg.Wait()
	return in.Writer.Add(entries)
}

// Drop removes from the index every document that was read from a file that is
// not among files, and returns how many there were: what remains when an archive
// lost a report.
func (in *Intake) Drop(x *index.Index, files []string) (int, error) {
	keep := map[string]bool{}
	for _, f := range files {
		keep[in.name(f)] = true
	}
	var gone []string
	err := x.Documents(func(info index.Info) bool {
		if !keep[info.Document.Path] {
			gone = append(gone, info.Document.ID)
		}
		return true
	})
	if err != nil {
		return 0, err
	}
	if len(gone) == 0 {
		return 0, nil
	}
	n, err := in.Writer.Remove(gone...)
	if err != nil {
		return n, fmt.Errorf("removing what is no longer in the archive: %w", err)
	}
	return n, nil
}
