package cli

import (
	"errors"

	"factcheck/sources/index"
	"factcheck/sources/opensearch"
)

// What can be wrong with an index, and what to do about it.

func errNoCache(err error) error {
	return fault("give the index a place: --index FILE, or FACTCHECK_INDEX", "no folder for the user's cache: %v", err)
}

func errAgainstAndIndex() error {
	return fault("index the path with factcheck index add, or leave --index out", "--against and --index exclude each other")
}

func errEmptyIndex(path string) error {
	return fault("factcheck index add ARCHIVE", "the index %s holds no document", display(path))
}

// errByHand tells of an index that archive: would empty.
func errByHand(path string) error {
	return fault("give index: another path; or remove the file, if it was made from the archive by an older factcheck", "the index %s holds documents that were added to it, and archive: would remove them", display(path))
}

// errOthers tells of an index that mirrors the archive of another project.
func errOthers(path, owner string) error {
	return fault("give index: another path", "the index %s belongs to the archive of %s", display(path), display(owner))
}

// errManaged tells of an index that mirrors an archive and takes nothing else.
func errManaged(path, owner string) error {
	return fault("put the text into the archive, or add it to another index with --index FILE", "the index %s mirrors the archive of %s", display(path), display(owner))
}

// indexFault words an error of the index and says what to do about it.
func indexFault(path string, err error) error {
	at := ""
	if flag := display(path); path != "" {
		at = " --index " + flag
	}
	var hint string
	if known := clusterFault(path, err); known != nil {
		return known
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, index.ErrMissing):
		return fault("--against FOLDER checks against the texts in it, factcheck index add FOLDER keeps them, archive: in "+configName+" names them for all drafts", "there is no index at %s", display(path))
	case errors.Is(err, index.ErrDamaged):
		hint = "factcheck index check" + at + " says where, factcheck index rebuild" + at + " saves what is whole"
	case errors.Is(err, index.ErrNewer):
		hint = "use the newer factcheck, or another --index"
	case errors.Is(err, index.ErrOlder):
		hint = "factcheck index rebuild" + at
	case errors.Is(err, index.ErrLocked):
		hint = "wait for it to end, or give --lock-timeout more time"
	case errors.Is(err, index.ErrForeign):
		hint = "check the path after --index"
	case errors.Is(err, index.ErrBroken):
		hint = "free some space, move away what is in the way, or check that the folder may be written to"
	default:
		return err
	}
	return &failure{msg: plain(err), hint: hint, cause: err}
}

func errUnknownDocument(id string, all []string) error {
	return fault(didYouMean(id, all, "factcheck index list shows the documents"), "no document %q in the index", id)
}

func errDamaged(path string, n int) error {
	if opensearch.Is(path) {
		return fault("factcheck index remove and factcheck index add make a document anew", "%s: damaged in %d places", path, n)
	}
	return fault("factcheck index rebuild --index "+display(path)+" saves what is whole", "%s: damaged in %d places", display(path), n)
}
