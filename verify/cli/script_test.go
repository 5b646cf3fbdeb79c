package cli

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"factcheck/claims/text"
	"factcheck/fixtures/growth"
	"factcheck/sources"
	"factcheck/verify/entail/entailtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"factcheck": func() { os.Exit(Main(os.Args, os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// The scripts run the program as a process, each in a folder of its own with no
// settings, no cache and no environment of the machine. "code N COMMAND..." runs a
// command and asks for its exit code.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Geteuid() == 0, nil
			case "race":
				return growth.Raced, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			root, err := filepath.Abs(repository)
			if err != nil {
				return err
			}
			e.Vars = append(e.Vars, "REPOSITORY="+root, "XDG_CACHE_HOME="+filepath.Join(e.WorkDir, ".cache"), "XDG_CONFIG_HOME="+filepath.Join(e.WorkDir, ".config"),
				"HOME="+filepath.Join(e.WorkDir, ".home"), "COLUMNS=100", "LANG=C.UTF-8", "CI=")
			return os.MkdirAll(filepath.Join(e.WorkDir, ".git"), 0o755) // no settings above are looked for
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  code,
			"shown": shown,
			"make":  generate,
		},
	})
}

// code runs a command and compares its exit code.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		got = -1
		if e, ok := err.(interface{ ExitCode() int }); ok {
			got = e.ExitCode()
		}
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// shown asks that files hold no character that is not seen.
func shown(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		for i, r := range ts.ReadFile(name) {
			if r != '\n' && r != '\r' && r != '\t' && text.Hidden(r) && !(i == 0 && r == 0xfeff) {
				ts.Fatalf("%s: byte %d is %U", name, i, r)
			}
		}
	}
}

// generate writes a file that is too large or too odd for a script: "make KIND
// FILE".
func generate(ts *testscript.TestScript, neg bool, args []string) {
	var data []byte
	switch args[0] {
	case "binary":
		data = append([]byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"), bytes.Repeat([]byte{0, 1, 2, 3, 250, 251}, 100)...)
	case "line": // ten million bytes without a line end: sentences, then one word
		data = bytes.Repeat([]byte("The harbour master said the pier was closed. "), 5_000)
		data = append(data, bytes.Repeat([]byte("x"), 10_000_000-len(data))...)
	case "jsonl": // a short line, and one of ten million bytes
		data = append([]byte(`{"text":"The pier is closed."}`+"\n"+`{"text":"`), bytes.Repeat([]byte("x"), 10_000_000)...)
	case "hidden":
		data = []byte("“The pier will be \u202eclosed\u2069 for the whole winter,” Ines Cal\u009bder told North\U000e0041wire.\n")
	case "brackets":
		data = bytes.Repeat([]byte("["), 60_000)
	case "front": // matter that opens more than it closes
		data = append(append([]byte("---\ntitle: "), bytes.Repeat([]byte("["), 60_000)...), "\n---\nThe pier is closed.\n"...)
	case "items":
		data = append([]byte("version: 1\n"), bytes.Repeat([]byte("- "), 30_000)...)
	case "braces":
		data = fmt.Appendf(nil, "version: 1\narchive: ['%s']\n", strings.Repeat("{a,b}", 60))
	case "quotes":
		data = []byte(strings.Repeat("“", 50_000) + "word" + strings.Repeat("\"", 50_001) + "\n")
	case "latin1":
		data = []byte("The caf\xe9 closed on Monday.\n")
	case "utf16":
		data = []byte("\xff\xfe")
		for _, c := range "The pier is closed.\n“The pier will be closed,” Ines Calder said.\n" {
			data = append(data, byte(c), byte(c>>8))
		}
	case "sentences": // a hundred kilobytes of sentences, no two alike
		for i := range 2_000 {
			data = fmt.Appendf(data, "Boat %d of the harbour%d left quay%d with crate%d at berth%d, warden%d said.\n\n", i, i*7, i*11, i*13, i*17, i*19)
		}
	case "newer": // an index that is there says that it is of a later version of the format
		data = editManifests(ts, args[1], func(m []byte) { m[len(manifestMagic)] = 99 })
	case "stale": // an index that is there says that another program read its documents
		data = editManifests(ts, args[1], func(m []byte) {
			if at := bytes.Index(m, []byte(sources.Reading)); at >= 0 {
				copy(m[at:], "0123")
			}
		})
	case "model": // a folder with a tiny random reading model
		dir := ts.MkAbs(args[1])
		ts.Check(os.MkdirAll(dir, 0o755))
		ts.Check(entailtest.Write(dir, entailtest.DeBERTa))
		return
	case "truncate": // a file that is there loses most of its bytes
		data = []byte(ts.ReadFile(args[1]))
		data = data[:len(data)/8]
	default:
		ts.Fatalf("make: nothing is called %q", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o644))
}

// manifestMagic is how the list of segments of an index begins.
const manifestMagic = "factcheck index\n"

// editManifests returns the bytes of an index after f changed each list of segments in
// it, which gets its checksum again.
func editManifests(ts *testscript.TestScript, name string, f func([]byte)) []byte {
	data := []byte(ts.ReadFile(name))
	at := bytes.Index(data, []byte(manifestMagic))
	if at < 0 {
		ts.Fatalf("make: %s is no index", name)
	}
	for {
		if end := manifestEnd(data[at:]); end > 0 {
			f(data[at : at+end])
			binary.LittleEndian.PutUint32(data[at+end:], crc32.Checksum(data[at:at+end], crc32.MakeTable(crc32.Castagnoli)))
		}
		next := bytes.Index(data[at+1:], []byte(manifestMagic))
		if next < 0 {
			return data
		}
		at += 1 + next
	}
}

// manifestEnd returns where the list of segments that b begins with ends: where
// the sum of what is before it stands. Zero if there is none.
func manifestEnd(b []byte) int {
	for end := 17; end < min(4096, len(b)-4); end++ {
		if binary.LittleEndian.Uint32(b[end:]) == crc32.Checksum(b[:end], crc32.MakeTable(crc32.Castagnoli)) {
			return end
		}
	}
	return 0
}
