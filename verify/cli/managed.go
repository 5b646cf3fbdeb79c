package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/sources/opensearch"
	"factcheck/sources/reader"
	"factcheck/verify/session"
)

// A managed index mirrors the files of an archive: what is no longer among them goes.
// Its note says whose it is, how they were read and what they were; it stands in the
// index, written with the documents that it tells of, so that it is never better than
// what is there.
type managed struct {
	path    string
	owner   string                   // in the note; another's index is left alone
	cached  bool                     // the name is ours: it is made anew where it cannot be used
	entries []archived               // of the settings; nil of the command line
	list    func() ([]string, error) // the files
}

// managedArchive returns the index of a configured archive: the configured one, else
// one in the user's cache. Another archive for some drafts has one of its own.
func (c *console) managedArchive(cfg *config, entries []archived) (*managed, error) {
	file := cfg.abs(filepath.Base(cfg.path))
	if opensearch.Is(cfg.Index) {
		return nil, errArchiveOnCluster(cfg.Index)
	}
	m := &managed{owner: file, entries: entries, cached: true}
	var err error
	switch {
	case !slices.Equal(entries, cfg.Archive):
		m.path, err = cacheFile("archive", append([]string{file}, lines(entries)...)...)
	case cfg.Index == "":
		m.path, err = cacheFile("archive", file)
	default: // a project that moves as a whole keeps it
		m.path, m.cached = session.Relative(cfg.abs(cfg.Index)), false
		if rel, err := filepath.Rel(filepath.Dir(cfg.abs(cfg.Index)), file); err == nil {
			m.owner = filepath.ToSlash(rel)
		}
	}
	return m, err
}

// refreshed brings a managed index up to date and opens it. While its note names the
// files as they are, and this program, nothing is read. Where the index cannot be
// written it is made in memory. Runs that share an index wait for each other, and look
// at the files anew when their turn comes.
func (c *console) refreshed(ctx *cli.Context, cfg *config, m *managed) (*session.Opened, error) {
	files, err := m.list()
	if err != nil {
		return nil, err
	}
	now := index.Note{Reading: readBy(cfg, m.entries), Owner: m.owner, Files: stampOf(files)}
	if x, err := index.OpenWithin(m.path, c.wait); err == nil {
		known := x.Note() == now && now.Files != ""
		x.Close()
		if known {
			return c.openManaged(cfg, m)
		}
	}
	w, err := c.writerOf(m)
	if errors.Is(err, index.ErrBroken) || errors.Is(err, fs.ErrPermission) {
		return c.inMemory(cfg, m, files)
	}
	if err != nil {
		return nil, indexFault(m.path, err)
	}
	err = c.bringUpToDate(cfg, w, m)
	if err = errors.Join(err, indexFault(m.path, w.Close())); err != nil {
		return nil, err
	}
	return c.openManaged(cfg, m)
}

// openManaged opens a managed index that was brought up to date. There is none when no
// file could be read, which was told.
func (c *console) openManaged(cfg *config, m *managed) (*session.Opened, error) {
	if _, err := os.Stat(m.path); errors.Is(err, fs.ErrNotExist) && c.failed {
		return nil, errTold
	}
	o, err := c.openIndex(cfg, m.path)
	if err == nil {
		o.Base = cfg.base()
	}
	return o, err
}

// writerOf opens a managed index for writing. One in the cache that is damaged or of an
// older form is made anew, since the archive is whole.
func (c *console) writerOf(m *managed) (*index.Writer, error) {
	told := time.AfterFunc(time.Second, func() { c.say("waiting for another factcheck that reads the same archive") })
	defer told.Stop()
	w, err := index.OpenForWriting(m.path, c.wait)
	if m.cached && (errors.Is(err, index.ErrOlder) || errors.Is(err, index.ErrDamaged) || errors.Is(err, index.ErrForeign)) {
		w, err = index.CreateForWriting(m.path, c.wait)
	}
	return w, err
}

// bringUpToDate adds what is new or changed and removes what is gone. The note names
// the files again when all were read and none changed meanwhile.
func (c *console) bringUpToDate(cfg *config, w *index.Writer, m *managed) error {
	failures := c.failures
	files, err := m.list()
	if err != nil {
		return err
	}
	now := index.Note{Reading: readBy(cfg, m.entries), Owner: m.owner}
	stamp := stampOf(files)
	in := &sources.Intake{
		Writer: w, Base: cfg.base(), Jobs: c.jobs, Most: c.most, Options: func(path string) reader.Options { return cfg.options(m.entries, path) },
		Warn: func(path, warning string) { c.warn("%s: %s", path, warning) },
	}
	if err := c.takeOver(in, w, m, now); err != nil {
		return err
	}
	if empty, err := w.Empty(); err == nil && empty {
		in.Known = others(m.path)
	}
	for again := true; again; {
		p := c.reading("indexing", files)
		in.Done = p.add
		added, err := in.Files(c.ctx, files)
		c.endProgress()
		c.note("%d texts are new or changed, of which %d were read before", added.New+added.Changed, in.Met)
		if err := c.intakeFault(m.path, err); err != nil {
			return err
		}
		if again, err = drop(in, w, m.path); err != nil {
			return err
		}
	}
	if c.failures == failures && stampOf(files) == stamp {
		now.Files = stamp
		w.Mark(now)
		return indexFault(m.path, w.Commit())
	}
	return nil
}

// mostOthers is how many documents the indexes may hold that are looked through for the
// texts of a new one: that takes a tenth of a second.
const mostOthers = 100_000

// others returns the other indexes of the user's cache, those written last first: an
// archive that was checked out in another folder, as each run of a CI service may do,
// has texts that one of them knows. One that cannot be opened knows nothing.
func others(path string) (list []string) {
	here, err := cacheFile("")
	if err != nil {
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(here), "*.index"))
	written := map[string]time.Time{}
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			written[f] = info.ModTime()
		}
	}
	slices.SortStableFunc(files, func(a, b string) int { return written[b].Compare(written[a]) })
	documents := 0
	for _, f := range files {
		if f == path {
			continue
		}
		x, err := index.OpenWithin(f, 0)
		if err != nil {
			continue
		}
		documents += x.Stats().Documents
		x.Close()
		if documents > mostOthers {
			break
		}
		list = append(list, f)
	}
	return list
}

// takeOver makes sure that the index is ours to fill and to empty. What others put
// there stays, but for a file of the cache; what another program or other settings
// read is read again.
func (c *console) takeOver(in *sources.Intake, w *index.Writer, m *managed, now index.Note) error {
	old := w.Note()
	empty, err := w.Empty()
	switch {
	case err != nil:
		return indexFault(m.path, err)
	case empty || m.cached || old.Owner == m.owner:
	case old.Owner == "":
		return errByHand(m.path)
	default:
		return errOthers(m.path, old.Owner)
	}
	w.Mark(now)
	if empty || old.Owner == m.owner && old.Reading == now.Reading {
		return nil
	}
	_, err = drop(in, w, m.path)
	return err
}

// drop removes the documents that the intake did not read; again tells to read once more.
func drop(in *sources.Intake, w *index.Writer, path string) (again bool, err error) {
	x, err := index.Open(path)
	if err != nil {
		return false, indexFault(path, err)
	}
	n, again, err := in.Drop(x)
	x.Close() // a commit waits for readers, us among them
	if err == nil && n > 0 {
		err = w.Commit()
	}
	return again, indexFault(path, err)
}

// byHand returns an error if an index mirrors an archive: documents that are added
// would be removed again, and others come back.
func byHand(path string, w sources.Filler) error {
	if owner := w.Note().Owner; owner != "" {
		return errManaged(path, owner)
	}
	return nil
}

// stale warns of an index whose documents another program read.
func (c *console) stale(path string, x *index.Index) {
	by, _, _ := strings.Cut(x.Note().Reading, " ")
	if by != sources.Reading && x.Stats().Documents > 0 {
		c.warn("%s was filled by another factcheck, which may have read other statements: factcheck index rebuild --index %s reads them again", display(path), display(path))
	}
}

// readBy says which program reads the files of an archive, and how: another one
// may find other statements in them.
func readBy(cfg *config, entries []archived) string {
	how := ""
	for _, a := range entries {
		if a.String() != a.Glob {
			how += "\n" + a.String()
		}
	}
	return sources.Reading + " " + langOf(cfg.Lang) + how
}

// settling is how long after a change a file may change again without another time:
// file systems count in steps of up to two seconds.
const settling = 2 * time.Second

// stampOf sums up the paths, sizes and times of files. It is empty where nothing can be
// said: a file cannot be looked at, or has changed just now.
func stampOf(files []string) string {
	h := sha256.New()
	now := time.Now()
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			return ""
		}
		if abs, err := filepath.Abs(f); err == nil {
			f = abs
		}
		written, moved := info.ModTime(), changed(info)
		if now.Sub(written).Abs() < settling || now.Sub(moved).Abs() < settling {
			return ""
		}
		fmt.Fprintf(h, "%s\x00%d\x00%d\x00%d\n", f, info.Size(), written.UnixNano(), moved.UnixNano())
	}
	return hex.EncodeToString(h.Sum(nil))
}

// inMemory indexes files for this run only, again when one of them changed.
func (c *console) inMemory(cfg *config, m *managed, files []string) (*session.Opened, error) {
	state := stampOf(files)
	if old := c.memory[m.path+m.owner]; old != nil && old.State == state && state != "" {
		return old, nil
	}
	x := index.Memory()
	p := c.progress("indexing", len(files))
	read := func(path string) extracted {
		docs, data, err := c.documents(input{path: path, name: path}, cfg.options(m.entries, path))
		return extracted{texts: textsOf(docs, data, claims.Extract), err: err}
	}
	err := inOrder(c.ctx, c.jobs, each(files), read, func(e extracted) error {
		if e.err != nil {
			c.fail(e.err)
		}
		var entries []index.Entry
		for _, t := range e.texts {
			entries = append(entries, index.Entry{Document: t.Document, Statements: t.Statements})
		}
		p.step(len(files))
		return x.Add(entries)
	})
	c.endProgress()
	if err != nil {
		return nil, err
	}
	if x.Stats().Documents == 0 {
		return nil, errTold
	}
	o := &session.Opened{Archive: sources.NewArchive(x, sources.NewNames(cfg.sources())), State: state}
	if c.memory == nil {
		c.memory = map[string]*session.Opened{}
	}
	c.memory[m.path+m.owner] = o
	return o, nil
}
