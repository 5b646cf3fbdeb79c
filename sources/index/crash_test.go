package index

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"factcheck/fixtures/growth"
)

// batchSize is how many documents the child of TestKill adds a batch.
const batchSize = 7

// TestMain lets the test binary be the child that TestKill kills: it adds batch
// after batch to the index of FACTCHECK_INDEX_CHILD and says so on standard
// output, until it is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("FACTCHECK_INDEX_CHILD"); path != "" {
		pieceSize = times("FACTCHECK_PIECE", pieceSize)
		if err := child(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

func child(path string) error {
	w, err := OpenForWriting(path, 5*time.Second)
	if err != nil {
		return err
	}
	from := w.x.Stats().Documents
	for i := from; ; i++ {
		if _, err := w.Add([]Entry{town(i)}); err != nil {
			return err
		}
		if (i+1)%batchSize == 0 {
			if err := w.Commit(); err != nil {
				return err
			}
			fmt.Println("committed", i+1)
		}
	}
}

// times returns the number in an environment variable, or the default.
func times(variable string, def int) int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	return growth.Rounds(def)
}

// TestKill kills a writer at random moments, FACTCHECK_KILLS times: what it said
// was committed is there, and nothing of the batch that it was about.
func TestKill(t *testing.T) { kill(t, pieceSize) }

// TestKillPieces is TestKill where nearly every segment has several pieces, each written in a transaction of
// its own, and every merge is made in a file.
func TestKillPieces(t *testing.T) {
	defer func(n int) { pieceSize = n }(pieceSize)
	pieceSize = 2 << 10
	kill(t, pieceSize)
}

func kill(t *testing.T, piece int) {
	path := filepath.Join(t.TempDir(), "x.db")
	rnd := rand.New(rand.NewPCG(1, 2))
	said := 0
	for round := range times("FACTCHECK_KILLS", 12) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "FACTCHECK_INDEX_CHILD="+path, fmt.Sprint("FACTCHECK_PIECE=", piece))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		delay := time.Duration(rnd.IntN(150_000)) * time.Microsecond
		kill := func() { time.AfterFunc(delay, func() { cmd.Process.Kill() }) }
		if round%2 == 0 { // while it opens the index, or soon after
			kill()
		}
		heard := false
		for s := bufio.NewScanner(out); s.Scan(); {
			if n, ok := strings.CutPrefix(s.Text(), "committed "); ok {
				said, _ = strconv.Atoi(n)
				if !heard && round%2 == 1 { // while it adds, however slow the machine
					kill()
				}
				heard = true
			} else {
				t.Fatal(s.Text())
			}
		}
		cmd.Wait()
		x, err := Open(path)
		if errors.Is(err, ErrMissing) && said == 0 {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		n := x.Stats().Documents
		if n < said || n%batchSize != 0 || n > said+batchSize {
			t.Fatalf("%d documents after %d were reported as committed", n, said)
		}
		said = n
		for i := 0; i < n; i += 1 + n/40 {
			e := town(i)
			k, ok, err := x.Find(e.Document.ID)
			if !ok || err != nil {
				t.Fatalf("%s: %v, %v", e.Document.ID, ok, err)
			}
			if got, err := x.Entry(k); err != nil || !reflect.DeepEqual(got, e) {
				t.Fatalf("%s: %v", e.Document.ID, err)
			}
		}
		x.Close()
		if problems, err := Check(path, time.Second); len(problems) > 0 || err != nil {
			t.Fatal(problems, err)
		}
	}
	if said == 0 {
		t.Error("no batch was ever committed")
	}
}

// sample writes a small index of several segments, with a replaced and a removed
// document, and returns its bytes.
func sample(t testing.TB, path string) []byte {
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for i := range 60 {
		e := town(i % 50)
		e.Document.Title = fmt.Sprint(i)
		if _, err := w.Add([]Entry{e}); err != nil {
			t.Fatal(err)
		}
		if i%20 == 19 {
			if i == 59 {
				w.Remove("doc30")
			}
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// answers asks an index everything, the answers as text.
func answers(path string) (string, error) {
	x, err := Open(path)
	if err != nil {
		return "", err
	}
	defer x.Close()
	var b strings.Builder
	for i := range 50 {
		hits, err := x.Search(Query{Text: fmt.Sprintf("village%d taken on Wednesday by the mayor", i)}, 5)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(&b, hits)
		hits, err = x.SearchDocuments(Query{Text: fmt.Sprintf("town number %d", i)}, 3)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(&b, hits)
		n, ok, err := x.Find(fmt.Sprintf("doc%d", i))
		if err != nil {
			return "", err
		}
		if !ok {
			continue
		}
		e, err := x.Entry(n)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%+v %+v\n", *e.Document, e.Statements)
	}
	return b.String(), nil
}

// named reports whether an error is one of ours, and so has a hint.
func named(err error) bool {
	for _, e := range []error{ErrMissing, ErrDamaged, ErrNewer, ErrOlder, ErrForeign} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// TestFlips damages an index in FACTCHECK_FLIPS ways: a bit, or everything from
// a place on. Each is reported by name, or harmless: the answers are the same.
func TestFlips(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	whole := sample(t, path)
	want, err := answers(path)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	harmless, cut := 0, 0
	n := times("FACTCHECK_FLIPS", 250)
	for i := range n {
		data := bytes.Clone(whole)
		what := ""
		if i%5 == 0 {
			at := rnd.IntN(len(data))
			data, what = data[:at], fmt.Sprintf("cut at %d", at)
			cut++
		} else {
			at := rnd.IntN(len(data) * 8)
			if i%5 == 1 { // where there is more structure than text
				at = rnd.IntN(8 * 8 * 4096)
			}
			data[at/8] ^= 1 << (at % 8)
			what = fmt.Sprintf("bit %d of byte %d", at%8, at/8)
		}
		broken := filepath.Join(dir, "broken.db")
		if err := os.WriteFile(broken, data, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := answers(broken)
		problems, checkErr := Check(broken, time.Second)
		switch {
		case err != nil && !named(err), checkErr != nil && !named(checkErr):
			t.Fatalf("%s: %v, %v", what, err, checkErr)
		case err != nil && checkErr == nil && len(problems) == 0:
			t.Fatalf("%s: %v, but Check is content", what, err)
		case err == nil && got != want:
			t.Fatalf("%s: other answers", what)
		case err == nil && got == want:
			harmless++
		}
	}
	t.Logf("%d ways, %d of them cuts: %d harmless, the others reported", n, cut, harmless)
	if harmless == n {
		t.Error("nothing was damaged")
	}
}

// TestRebuild gives back the room of what was replaced and keeps the content.
func TestRebuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	sample(t, path)
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := x.Digest()
	s := x.segments[1]
	x.Close()
	if s.docs == 0 {
		t.Fatal("no documents")
	}
	sum, err := Rebuild(path, 0, "", nil)
	if err != nil || len(sum.Lost) > 0 || sum.Documents != 49 {
		t.Fatal(sum, err)
	}
	x, err = Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if got, _ := x.Digest(); got != want {
		t.Errorf("digest %s, was %s", got, want)
	}
	if st := x.Stats(); st.Replaced != 0 || st.Segments != 1 {
		t.Errorf("%+v", st)
	}
}

func TestExport(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.db")
	sample(t, path)
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var out bytes.Buffer
	if err := x.Export(&out); err != nil {
		t.Fatal(err)
	}
	w, err := OpenForWriting(filepath.Join(dir, "y.db"), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for l := range bytes.Lines(out.Bytes()) {
		e, err := Import(l, "")
		if err != nil || e == nil {
			t.Fatal(err)
		}
		if _, err := w.Add([]Entry{*e}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	y, err := Open(filepath.Join(dir, "y.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer y.Close()
	a, _ := x.Digest()
	b, _ := y.Digest()
	if a != b {
		t.Errorf("digest %s became %s", a, b)
	}
	if e, err := Import([]byte(`{"id":"a","text":"b"}`), ""); e != nil || err != nil {
		t.Errorf("a line of another archive: %v, %v", e, err)
	}
}
