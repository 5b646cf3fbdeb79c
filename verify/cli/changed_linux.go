package cli

import (
	"io/fs"
	"syscall"
	"time"
)

// changed returns when a file last changed in any way: an older one that is moved into
// its place keeps its own time of writing, and not this one.
func changed(info fs.FileInfo) time.Time {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(int64(s.Ctim.Sec), int64(s.Ctim.Nsec))
	}
	return info.ModTime()
}
