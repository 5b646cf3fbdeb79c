package sources

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"factcheck/claims"
	"factcheck/sources/index"
	"factcheck/sources/reader"
)

// An Intake reads files, finds their statements and adds them to an index.
type Intake struct {
	Writer  Filler
	Options func(path string) reader.Options // how each file is read; nil reads all as they are
	Base    string                           // paths are recorded relative to this folder; empty records them as given
	Jobs    int                              // documents read at a time; 0 is one a core
	Stdin   io.Reader                        // what the path "-" reads
	Read    func(path string)                // called after each file, if set
	Done    func(size int)                   // called when the statements of so many bytes of the files were found, from any goroutine, if set
	Most    int64                            // bytes of a file, or of a line of one that is read by lines; 0 is any
	Warn    func(path, w string)             // called with what a reader had to guess, if set
	Known   []string                         // paths of indexes beside the writer's, whose texts need not be read for their statements again
	Met     int                              // counts the documents that were new or changed and whose text an index knew

	seen  map[string]place // where each document was read, by ID
	known known
}

// A place is where a document was read, the latest version of it that was met.
type place struct {
	path    string
	sum     [32]byte // of its bytes
	release claims.Release
}

// intakeText is how many bytes of text a batch holds: while the statements of one are found,
// the next is read and the one before is added.
const intakeText = 1 << 20

// Files adds the documents of the files in order and commits. A file that cannot
// be read does not keep the others out: the error joins what went wrong with
// each, and the counts are of what was added. Nothing of the last, incomplete
// batch is kept if ctx is cancelled.
func (in *Intake) Files(ctx context.Context, files []string) (index.Added, error) {
	var sum index.Added
	var errs []error
	var entries []index.Entry
	var shares []int // of each in the bytes of its file
	size := 0
	in.seen, in.known = map[string]place{}, known{paths: in.Known, open: map[string]*index.Index{}}
	in.known.own, _ = in.Writer.(committed)
	if err := in.begin(); err != nil {
		return sum, err
	}
	work := newCrew(in.Jobs)
	defer work.end()
	var before *batch
	finish := func() error { // adds the batch whose statements were found meanwhile
		a, err := before.added(in.Writer)
		sum.New, sum.Changed, sum.Same, sum.Older = sum.New+a.New, sum.Changed+a.Changed, sum.Same+a.Same, sum.Older+a.Older
		before = nil
		return err
	}
	flush := func() error {
		in.meet(entries)
		b, err := in.batch(entries, shares, before)
		if err != nil {
			return err
		}
		work.begin(b)
		err = finish()
		before, entries, shares, size = b, nil, nil, 0
		return err
	}
	add := func(read []index.Entry, bytes int) error {
		for i, e := range read {
			share := bytes / (len(read) - i)
			bytes -= share
			entries, shares, size = append(entries, e), append(shares, share), size+len(e.Document.Text)
			if size >= intakeText {
				if err := errors.Join(flush(), ctx.Err()); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, path := range files {
		if err := ctx.Err(); err != nil {
			return sum, err
		}
		unreadable, err := in.read(path, add)
		if err != nil {
			return sum, err
		}
		if unreadable != nil {
			errs = append(errs, unreadable)
		}
		if in.Read != nil {
			in.Read(path)
		}
	}
	err := flush()
	if err == nil {
		err = finish()
	}
	if err != nil {
		return sum, err
	}
	err = in.Writer.Commit()
	if many, ok := err.(interface{ Unwrap() []error }); ok { // documents that were left out
		errs, err = append(errs, many.Unwrap()...), nil
	}
	if err != nil {
		return sum, err
	}
	return sum, errors.Join(errs...)
}

// begin notes in an index without documents that this program reads what comes. One
// that holds some keeps its note: what it holds was read as that says.
func (in *Intake) begin() error {
	empty, err := in.Writer.Empty()
	if n := in.Writer.Note(); empty && n.Reading == "" {
		n.Reading = Reading
		in.Writer.Mark(n)
	}
	return err
}

// meet remembers where documents were read, and warns of one that takes the place of
// another with its ID, of which it is no later version.
func (in *Intake) meet(entries []index.Entry) {
	for i := range entries {
		d := entries[i].Document
		old, met := in.seen[d.ID]
		if met && old.release.After(d.Release) {
			continue
		}
		if met && old.sum != d.SHA256 && !d.Release.After(old.release) && in.Warn != nil {
			in.Warn(d.Path, fmt.Sprintf("the id %q is that of another text too, in %s: the later one counts", d.ID, old.path))
		}
		in.seen[d.ID] = place{d.Path, d.SHA256, d.Release}
	}
}

// read hands the documents of one file to add, a large file that holds one a line
// part by part; those of an export come with their statements. unreadable tells
// of what could not be read, err is add's.
func (in *Intake) read(path string, add func(read []index.Entry, bytes int) error) (unreadable, err error) {
	file := in.Stdin
	if path != "-" {
		f, err := reader.Open(path, 0)
		if err != nil {
			return err, nil
		}
		defer f.Close()
		file = f
	}
	data, err := io.ReadAll(io.LimitReader(file, partSize))
	if err != nil {
		return err, nil
	}
	if len(data) == partSize && (isExport(data) || reader.InParts(path, data, in.options(path))) {
		return in.parts(path, data, file, add)
	}
	if reader.IsWARC(data) {
		return in.pages(path, io.MultiReader(bytes.NewReader(data), file), add)
	}
	rest, err := reader.All(file, in.Most)
	if errors.Is(err, reader.ErrLarge) {
		return &fs.PathError{Op: "read", Path: path, Err: reader.ErrLarge}, nil
	}
	if err != nil {
		return err, nil
	}
	if len(rest) > 0 {
		data = append(data, rest...)
	}
	var read []index.Entry
	if isExport(data) {
		read, unreadable = exported(path, data, 0)
	} else {
		read, unreadable = in.entries(reader.Read(in.name(path), data, in.options(path)))
	}
	in.warn(path, read)
	return unreadable, add(read, len(data))
}

// pages reads the pages of a WARC one by one.
func (in *Intake) pages(path string, file io.Reader, add func(read []index.Entry, bytes int) error) (unreadable, err error) {
	c := &counted{Reader: file}
	unreadable, err = reader.ReadWARC(in.name(path), c, in.options(path), func(d *claims.Document) error {
		read := []index.Entry{{Document: d}}
		in.warn(path, read)
		n := c.n
		c.n = 0
		return add(read, n)
	})
	if in.Done != nil {
		in.Done(c.n)
	}
	return unreadable, err
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += n
	return n, err
}

// partSize is how many bytes of a large file are read at a time.
const partSize = 8 << 20

// parts reads a file that begins with data by parts of whole lines.
func (in *Intake) parts(path string, data []byte, file io.Reader, add func(read []index.Entry, bytes int) error) (unreadable, err error) {
	export := isExport(data)
	var errs []error
	p := reader.Part{}
	end := bytes.LastIndexByte(data, '\n') + 1
	for last := false; !last; {
		for end == 0 && !last { // a line longer than a part, or what remained of one
			more, err := io.ReadAll(io.LimitReader(file, partSize))
			if err != nil {
				return errors.Join(append(errs, err)...), nil
			}
			line := len(data) + len(more) // where it ends at the least
			if i := bytes.IndexByte(more, '\n'); i >= 0 {
				line, end = len(data)+i, len(data)+bytes.LastIndexByte(more, '\n')+1
			}
			if in.Most > 0 && int64(line) > in.Most {
				at := fmt.Sprintf("%s:%d", path, p.Lines+1)
				return errors.Join(append(errs, &fs.PathError{Op: "read", Path: at, Err: reader.ErrLarge})...), nil
			}
			if data, last = append(data, more...), len(more) == 0; last {
				end = len(data)
			}
		}
		p.Data = data[:end]
		var read []index.Entry
		var err error
		if export {
			read, err = exported(path, p.Data, p.Lines)
		} else {
			read, err = in.entries(reader.ReadPart(in.name(path), p, in.options(path)))
		}
		if err != nil {
			errs = append(errs, err)
		}
		in.warn(path, read)
		if err := add(read, end); err != nil {
			return nil, err
		}
		p.At, p.Lines = p.At+end, p.Lines+bytes.Count(p.Data, []byte("\n"))
		data, end = data[end:len(data):len(data)], 0
	}
	return errors.Join(errs...), nil
}

// entries makes entries of what a reader returned.
func (in *Intake) entries(docs []*claims.Document, err error) ([]index.Entry, error) {
	entries := make([]index.Entry, len(docs))
	for i, d := range docs {
		entries[i].Document = d
	}
	return entries, err
}

// warn tells what a reader had to guess.
func (in *Intake) warn(path string, read []index.Entry) {
	if in.Warn == nil {
		return
	}
	for i := range read {
		for _, w := range read[i].Document.Warnings {
			in.Warn(path, w)
		}
	}
}

// isExport reports whether data begins as what "index export" writes.
func isExport(data []byte) bool { return bytes.HasPrefix(data, []byte(`{"factcheck":`)) }

// exported reads lines of an export, documents and statements as they were;
// before is how many lines stand before them.
func exported(path string, data []byte, before int) ([]index.Entry, error) {
	var entries []index.Entry
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		e, err := index.Import(line, Reading)
		if err == nil && e == nil {
			err = errors.New("it is no document of an export")
		}
		if err != nil {
			return entries, fmt.Errorf("%s: line %d: %w", path, before+n+1, err)
		}
		entries = append(entries, *e)
	}
	return entries, nil
}

// options returns how a file is read.
func (in *Intake) options(path string) reader.Options {
	var opt reader.Options
	if in.Options != nil {
		opt = in.Options(path)
	}
	opt.Most = in.Most
	return opt
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

// Drop removes from the index every document that the last call of Files did not read,
// and returns how many there were: what remains when an archive lost a report, a file
// a document, or a file can no longer be read. Where the archive lost only the latest
// version of a document, again is true: Files adds the one before it.
func (in *Intake) Drop(x *index.Index) (n int, again bool, err error) {
	var gone []string
	err = x.Documents(func(info index.Info) bool {
		at, met := in.seen[info.Document.ID]
		lost := met && info.Document.Release.After(at.release)
		if again = again || lost; lost || !met {
			gone = append(gone, info.Document.ID)
		}
		return true
	})
	if err != nil || len(gone) == 0 {
		return 0, false, err
	}
	if n, err = in.Writer.Remove(gone...); err != nil {
		err = fmt.Errorf("removing what is no longer in the archive: %w", err)
	}
	return n, again, err
}
