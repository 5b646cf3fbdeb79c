package claims_test

import (
	"os/exec"
	"strings"
	"testing"
)

// step says how high a package stands. Imports run down the staircase only.
var step = map[string]int{
	"factcheck/claims/text":                0,
	"factcheck/claims/relation":            0, // what comparators answer
	"factcheck/claims/grammar/kernel":      0, // integer arithmetic, shared with verify/entail
	"factcheck/claims/lexicon":             1,
	"factcheck/claims/quantity":            1,
	"factcheck/claims/date":                1,
	"factcheck/claims/grammar":             1,
	"factcheck/claims/name":                2,
	"factcheck/claims/translate":           2,
	"factcheck/claims/proposition":         3,
	"factcheck/claims/speech":              2, // reported speech: between the leaves and claims
	"factcheck/claims":                     3,
	"factcheck/sources/reader":             4,
	"factcheck/sources/index":              4,
	"factcheck/sources":                    5,
	"factcheck/sources/opensearch":         6, // an engine of the archive
	"factcheck/verify/reason":              4,
	"factcheck/verify/entail/protobuf":     3,
	"factcheck/verify/entail":              4,
	"factcheck/verify/quote":               5,
	"factcheck/verify/relate":              5,
	"factcheck/verify":                     6,
	"factcheck/verify/report":              7,
	"factcheck/verify/session":             8,
	"factcheck/verify/session/sessiontest": 9, // for tests of the doors
	"factcheck/verify/cli":                 9,
	"factcheck":                            10,
}

// TestImportsRunDownTheStaircase guards the one direction of imports: a package
// imports only what stands on a lower step, and siblings do not know each other.
func TestImportsRunDownTheStaircase(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "factcheck/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 10 {
		t.Fatalf("go list names only %d packages", len(lines))
	}
	for _, line := range lines {
		f := strings.Fields(line)
		from, ok := stepOf(f[0])
		if !ok {
			t.Errorf("%s has no place on the staircase: add it to this test and to the README", f[0])
			continue
		}
		for _, to := range f[1:] {
			if !strings.HasPrefix(to, "factcheck") {
				continue
			}
			if s, _ := stepOf(to); s >= from && !strings.HasPrefix(to, f[0]+"/") {
				t.Errorf("%s imports %s, which stands no lower", f[0], to)
			}
		}
		for _, to := range f[1:] {
			if f[0] == "factcheck/verify/report" && (to == "factcheck/sources/index" || to == "factcheck/claims/lexicon") {
				t.Errorf("the report reaches into the analysis: it imports %s", to)
			}
		}
	}
}

// stepOf returns the step of a package; a package inside another that has no
// step of its own shares its parent's.
func stepOf(path string) (int, bool) {
	for {
		if s, ok := step[path]; ok {
			return s, true
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return 0, false
		}
		path = path[:i]
	}
}
