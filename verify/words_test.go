package verify

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// notWords are strings that are spelled like a word of a language and name something else:
// rules, directives, languages, verdicts, fates, classes of words and things; and the ending of gerunds.
var notWords = map[string]bool{"en": true, "all": true, "on": true, "off": true, "question": true, "what": true, "say": true, "ask": true,
	"none": true, "ok": true, "rule": true, "error": true, "same": true, "other": true, "added": true, "ing": true, "person": true}

// Words of a language stand in tables whose column is the language, not in Go.
func TestWordsInTables(t *testing.T) {
	words := map[string]bool{}
	for _, table := range []string{"words.tsv", "relate/function.tsv", "relate/groups.tsv", "relate/slots.tsv"} {
		data, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && line[0] != '#' {
				for _, w := range strings.Fields(f[2]) {
					words[w] = true
				}
			}
		}
	}
	for _, pattern := range []string{"*.go", "relate/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				wordsIn(t, file, words)
			}
		}
	}
}

// wordsIn reports the strings of a file that are words; those of constants name things.
func wordsIn(t *testing.T, file string, words map[string]bool) {
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.GenDecl:
			return x.Tok != token.CONST
		case *ast.BasicLit:
			if s, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING && words[s] && !notWords[s] && strings.ToUpper(s) != s {
				t.Errorf("%s: %q belongs in a table", fset.Position(x.Pos()), s)
			}
		}
		return true
	})
}
