//go:build unix

package index

import (
	"os"
	"syscall"
)

// lockFile reports whether it could lock f for this process alone.
func lockFile(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
