package index

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
)

// The errors that opening, reading and writing an index can end with, to be
// told apart by errors.Is. Each comes wrapped with the file and the particulars;
// what to do about it is the caller's to say.
var (
	ErrMissing = errors.New("no such index")                                   // there is no file: "index add" makes one
	ErrDamaged = errors.New("the index is damaged")                            // "index check" says where, "index rebuild" saves what is whole
	ErrNewer   = errors.New("the index was written by a newer factcheck")      // upgrade, or index anew
	ErrOlder   = errors.New("the index was written by an older factcheck")     // "index rebuild"
	ErrLocked  = errors.New("the index is in use")                             // wait, or a longer --lock-timeout
	ErrForeign = errors.New("the file is not a factcheck index")               // a wrong path
	ErrBroken  = errors.New("the index could not be written; it is as it was") // disk full, no permission
)

// damage is the panic with which decoders deep inside a query give up; guard
// turns it into an error. It never leaves the package.
type damage struct{ what string }

// damaged gives up the current query.
func damaged(format string, args ...any) {
	panic(damage{fmt.Sprintf(format, args...)})
}

// guard runs f so that a page that cannot be read (a file cut short under its
// mapping, a failing disk) and a broken value become ErrDamaged. Every public
// entry goes through it, because SetPanicOnFault holds for one goroutine only.
func guard(path string, f func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(old)
		switch p := recover().(type) {
		case nil:
		case damage:
			err = fmt.Errorf("%s: %w: %s", path, ErrDamaged, p.what)
		case interface {
			runtime.Error
			Addr() uintptr
		}:
			err = fmt.Errorf("%s: %w: a page cannot be read", path, ErrDamaged)
		default:
			panic(p)
		}
	}()
	return f()
}
