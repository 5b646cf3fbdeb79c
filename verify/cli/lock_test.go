package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// TestReadersWait: a reader waits for whoever writes the index as long as it is told, with
// every command, and no longer; one that may wait gets its answer when the other is done.
func TestReadersWait(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for name, text := range map[string]string{"wire.txt": "The ferry sank near the lighthouse.\n", "draft.txt": "The ferry sank near the lighthouse.\n"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	do := func(wait, command string) (code int, told string) {
		var errs strings.Builder
		args := append([]string{"factcheck"}, strings.Fields(command)...)
		if wait != "" {
			args = append(args, "--lock-timeout", wait)
		}
		code = Main(append(args, "--index", "w.index"), strings.NewReader(""), io.Discard, &errs)
		return code, errs.String()
	}
	if code, told := do("", "index add wire.txt"); code != 0 {
		t.Fatal(told)
	}
	hold := func() *bolt.DB { // as a writer does in a commit
		db, err := bolt.Open(filepath.FromSlash("./w.index"), 0o644, &bolt.Options{Timeout: time.Second, NoFreelistSync: true})
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	db := hold()
	for _, command := range []string{"verify draft.txt", "search ferry", "quote ferry", "sources", "index list", "index show wire.txt", "index stats", "index check", "index export"} {
		start := time.Now()
		code, told := do("100ms", command)
		if took := time.Since(start); code != 2 || !strings.Contains(told, "the index is in use: another process writes it") || took > readersUsual/2 {
			t.Errorf("%s: %d after %v: %s", command, code, took, told)
		}
	}
	db.Close()
	db = hold()
	time.AfterFunc(300*time.Millisecond, func() { db.Close() })
	if code, told := do("1m", "index stats"); code != 0 {
		t.Errorf("whoever may wait a minute: %d: %s", code, told)
	}
}

// readersUsual is how long a reader waits that nobody told.
const readersUsual = 10 * time.Second
