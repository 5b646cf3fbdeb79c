package session

import (
	"context"
	"slices"
	"sync"

	"factcheck/sources"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/entail"
)

// A Setting is what holds for the drafts of one archive.
type Setting struct {
	Key    string                                 // drafts of one key share the archive
	Open   func(context.Context) (*Opened, error) // brings the archive up to date and opens it
	Model  func() (*entail.Model, error)          // asked where the rules are silent; nil is none
	Strict bool
	Policy func(path string) verify.Policy // which levels hold for a draft
	Watch  func() []string                 // files, and folders with all that is under them, on which the answers depend
	Known  func(path string) bool          // it is a text of the archive and no draft; nil is none
}

// An Opened is an archive that was opened. Two of one State hold the same documents under
// the same numbers.
type Opened struct {
	*sources.Archive
	State string
}

// A Config is what holds for all drafts of a session.
type Config struct {
	Settle   func(path string) (*Setting, error) // of a draft; called by one goroutine at a time
	Read     reader.Options                      // of texts that do not say
	Jobs     int                                 // statements judged at a time; 0 is one a core
	Selected []verify.Rule                       // only these count; empty is all
	Ignored  []verify.Rule                       // these do not
	Accept   func(*verify.Report) error          // marks findings that were accepted before; nil is none
}

// A Session checks drafts. The zero value is not ready to use.
type Session struct {
	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	config Config

	mu      sync.Mutex
	shelves []*shelf // used last first
}

// mostArchives is how many archives are kept.
const mostArchives = 4

// New returns a session. Work that outlives the call that began it, such as reading an
// archive for the first time, ends with ctx.
func New(ctx context.Context, config Config) *Session {
	s := &Session{config: config}
	s.ctx, s.cancel = context.WithCancel(ctx)
	return s
}

// Close gives up what is open. Nothing may be asked afterwards.
func (s *Session) Close() {
	s.cancel()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, x := range s.shelves {
		x.retire()
	}
	s.shelves = nil
}

// Changed says that files have changed on which answers depend: the next check looks.
func (s *Session) Changed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, x := range s.shelves {
		x.changed()
	}
}

// Watched returns the files and folders on which the answers for a draft depend.
func (s *Session) Watched(path string) ([]string, error) {
	x, err := s.shelf(path)
	if err != nil {
		return nil, err
	}
	return x.setting.Watch(), nil
}

// Known reports whether a file is a text of the archive and no draft: it needs no check.
func (s *Session) Known(path string) bool {
	x, err := s.shelf(path)
	return err == nil && x.setting.Known != nil && x.setting.Known(path)
}

// Archive returns the archive that a draft is checked against. It must be released.
func (s *Session) Archive(ctx context.Context, path string) (a *sources.Archive, release func(), err error) {
	x, err := s.shelf(path)
	if err != nil {
		return nil, nil, err
	}
	h, err := x.take(ctx, true)
	if err != nil {
		return nil, nil, err
	}
	return h.opened.Archive, sync.OnceFunc(func() { x.release(h) }), nil
}

// Credits returns who the statements of the archive are credited to against which a draft
// is checked.
func (s *Session) Credits(ctx context.Context, path string) (*Credits, error) {
	x, err := s.shelf(path)
	if err != nil {
		return nil, err
	}
	h, err := x.take(ctx, true)
	if err != nil {
		return nil, err
	}
	defer x.release(h)
	return x.credits(ctx, h)
}

// Named returns the source of that archive that a typed name means, empty if none does; the
// error may be Ambiguous.
func (s *Session) Named(ctx context.Context, path, typed string) (string, error) {
	x, err := s.shelf(path)
	if err != nil {
		return "", err
	}
	h, err := x.take(ctx, true)
	if err != nil {
		return "", err
	}
	defer x.release(h)
	names, err := x.names(ctx, h)
	if err != nil {
		return "", err
	}
	return Named(h.opened.Archive, typed, names)
}

// Model returns the reading model that the settings name for a draft, nil if none.
func (s *Session) Model(path string) (*entail.Model, error) {
	x, err := s.shelf(path)
	if err != nil {
		return nil, err
	}
	return x.setting.Model()
}

// shelf returns the shelf of the archive that a draft is checked against.
func (s *Session) shelf(path string) (*shelf, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	setting, err := s.config.Settle(path)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(s.shelves, func(x *shelf) bool { return x.setting.Key == setting.Key })
	if i < 0 {
		x := &shelf{ctx: s.ctx, setting: setting}
		if len(s.shelves) == mostArchives {
			s.shelves[mostArchives-1].retire()
			s.shelves = s.shelves[:mostArchives-1]
		}
		s.shelves = slices.Insert(s.shelves, 0, x)
		return x, nil
	}
	x := s.shelves[i]
	copy(s.shelves[1:], s.shelves[:i])
	s.shelves[0] = x
	return x, nil
}
