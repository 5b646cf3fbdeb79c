package cli

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

func testApp() *cli.App {
	return newConsole(context.Background(), os.Stdin, os.Stdout, os.Stderr).app()
}

func TestArrange(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"f verify draft.md --format json", "f verify --format=json -- draft.md"},
		{"f verify draft.md -f json b.md --strict --select x", "f verify --f=json --strict --select=x -- draft.md b.md"},
		{"f --format json verify draft.md", "f verify --format=json -- draft.md"},
		{"f verify - --strict", "f verify --strict -- -"},
		{"f verify a -- --strict", "f verify -- a --strict"},
		{"f verify -qv a", "f verify --q --v -- a"},
		{"f verify -j4 a", "f verify --j=4 -- a"},
		{"f verify -qj4 a", "f verify --q --j=4 -- a"},
		{"f verify -qvf json a", "f verify --q --v --f=json -- a"},
		{"f verify -fjson a", "f verify --f=json -- a"},
		{"f verify -format json a", "f verify --format=json -- a"},
		{"f verify --format= a", "f verify --format= -- a"},
		{"f verify --text=--strict", "f verify --text=--strict"},
		{"f verify --text -5", "f verify --text=-5"},
		{"f index --index x add a", "f index add --index=x -- a"},
		{"f search index", "f search -- index"},
		{"f verify verify", "f verify -- verify"},
		{"f verify -h", "f verify --help"},
		{"f --version", "f --version"},
		{"f", "f"},
	} {
		got, err := arrange(testApp(), strings.Fields(c.typed))
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, %v; want %q", c.typed, strings.Join(got, " "), err, c.want)
		}
	}
}

// A flag takes a value everywhere or nowhere: otherwise the value of a flag could
// be taken for a command.
func TestFlagsHaveOneArity(t *testing.T) {
	app := testApp()
	arity := map[string]bool{}
	walk(app.Commands, func(cmd *cli.Command) {
		for _, f := range cmd.Flags {
			_, isBool := f.(*cli.BoolFlag)
			for _, name := range f.Names() {
				if old, ok := arity[name]; ok && old != isBool {
					t.Errorf("%s: --%s takes a value here and none elsewhere", cmd.HelpName, name)
				}
				arity[name] = isBool
			}
		}
	})
}

// Whatever is typed, arranging is an error or the same when done again.
func FuzzArrange(f *testing.F) {
	f.Add("verify\ndraft.md\n--format\njson")
	f.Add("--\n-\n--strict")
	f.Add("index\n-i=x\nadd\n-qv\n--")
	f.Fuzz(func(t *testing.T, line string) {
		once, err := arrange(testApp(), append([]string{"f"}, strings.Split(line, "\n")...))
		if err != nil {
			return
		}
		if again, err := arrange(testApp(), once); err != nil || !slices.Equal(once, again) {
			t.Errorf("%q, then %q, %v", once, again, err)
		}
	})
}

func TestNearest(t *testing.T) {
	names := []string{"verify", "quote", "claims", "compare", "index"}
	for typed, want := range map[string]string{"verfy": "verify", "veri": "verify", "qoute": "quote", "CLAIMS": "claims", "xyz": "", "": "", "i": ""} {
		if got := nearest(typed, names); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
