package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/urfave/cli/v2"
)

// repository is where the files stand that put factcheck into CI.
const repository = "../.."

// The commands of the hook and of the GitLab example are ones that this program
// takes.
func TestIntegrationCommands(t *testing.T) {
	var hooks []struct {
		ID, Entry, Language string
		Names               *bool `yaml:"pass_filenames"`
	}
	decodeYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].Language != "golang" {
		t.Fatalf("%+v", hooks)
	}
	takes(t, hooks[0].Entry)
	if hooks[0].Names == nil || *hooks[0].Names {
		t.Error("the hook hands over file names: those of the archive would be drafts")
	}
	var job map[string]struct{ Script []string }
	decodeYAML(t, ".github/actions/factcheck/gitlab-ci.yml", &job)
	if i := slices.IndexFunc(job["factcheck"].Script, func(s string) bool { return strings.HasPrefix(s, "factcheck ") }); i < 0 {
		t.Error("the GitLab example runs no factcheck")
	} else {
		takes(t, job["factcheck"].Script[i])
	}
}

func decodeYAML(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repository, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// takes checks that a command line parses.
func takes(t *testing.T, line string) {
	t.Helper()
	app := testApp()
	args, err := arrange(app, strings.Fields(line))
	if err != nil {
		t.Errorf("%s: %v", line, err)
		return
	}
	ran := false
	walk(app.Commands, func(cmd *cli.Command) { cmd.Action = func(*cli.Context) error { ran = true; return nil } })
	if err := app.Run(args); err != nil || !ran {
		t.Errorf("%s: %v", line, err)
	}
}

// The problem matcher takes the line format apart.
func TestProblemMatcher(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, ".github/actions/factcheck/problem-matcher.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		ProblemMatcher []struct{ Pattern []struct{ Regexp string } }
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	re := regexp.MustCompile(file.ProblemMatcher[0].Pattern[0].Regexp)
	lines, err := os.ReadFile("../report/testdata/line.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		if m := re.FindStringSubmatch(strings.TrimRight(line, "\n")); m == nil || m[1] == "" || m[4] == "" {
			t.Errorf("not matched: %q", line)
		}
	}
}

// The action's step hands its inputs on, whatever stands in them, and takes the
// exit code of the check.
func TestActionStep(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	dir := t.TempDir()
	fake := filepath.Join(dir, "factcheck")
	if err := os.WriteFile(fake, []byte("#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ drafts, against, sarif, want string }{
		{"", "", "", "<verify><--format><github><--no-progress><--fail-on><warning><-->"},
		{"a.md\n b.md", "arch ive", "out.sarif", "<verify><--format><github><--no-progress><--fail-on><warning><--against><arch ive><--output><sarif=out.sarif><--><a.md><b.md>"},
		{"$(touch x) *", "", "", "<verify><--format><github><--no-progress><--fail-on><warning><--><$(touch><x)><*>"},
	} {
		cmd := exec.Command("bash", filepath.Join(repository, ".github/actions/factcheck/run"))
		cmd.Env = append(os.Environ(), "FACTCHECK_BINARY="+fake, "FACTCHECK_LEVEL=warning", "FACTCHECK_DRAFTS="+c.drafts, "FACTCHECK_AGAINST="+c.against,
			"FACTCHECK_SARIF="+c.sarif, "FACTCHECK_CHANGED_ONLY=false", "FACTCHECK_BASE=")
		out, err := cmd.Output()
		if string(out) != c.want || cmd.ProcessState.ExitCode() != 1 {
			t.Errorf("%q: %s, %v", c.drafts, out, err)
		}
	}
}

// A checkout without the base of the pull request fails and says what to do.
func TestActionShallow(t *testing.T) {
	for _, program := range []string{"bash", "git"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip("no " + program)
		}
	}
	step, err := filepath.Abs(filepath.Join(repository, ".github/actions/factcheck/run"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "-c", `git init -q . && exec bash "$0"`, step)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "FACTCHECK_BINARY=false", "FACTCHECK_LEVEL=error", "FACTCHECK_DRAFTS=", "FACTCHECK_AGAINST=", "FACTCHECK_SARIF=",
		"FACTCHECK_CHANGED_ONLY=true", "FACTCHECK_BASE="+strings.Repeat("de", 20))
	out, _ := cmd.Output()
	if !strings.Contains(string(out), "fetch-depth: 0") || cmd.ProcessState.ExitCode() != 2 {
		t.Errorf("%s, exit %d", out, cmd.ProcessState.ExitCode())
	}
}
