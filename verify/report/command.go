package report

import (
	"bytes"
	"io"
	"strings"

	"factcheck/claims/text"
)

// A runner of GitHub reads what a step prints: a line that begins, white space
// aside, with ::error or another of its commands is obeyed, and so is ##[error]
// anywhere in a line. Drafts and archives must not give such orders, whatever the
// format of the report.

// commands are those that a runner knows.
var commands = []string{"error", "warning", "notice", "debug", "group", "endgroup", "echo", "set-output", "save-state",
	"set-env", "add-path", "add-mask", "add-matcher", "remove-matcher", "stop-commands", "internal-set-repo-path"}

// defuse makes workflow commands in a text unreadable to a runner: a mark stands
// in the place of the first colon, or of the number sign.
func defuse(s string) string {
	s = strings.ReplaceAll(s, "##[", "#\uFFFD[")
	if !strings.Contains(s, "::") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "::")
		if i < 0 {
			return b.String() + s
		}
		b.WriteString(s[:i])
		if command(s[i+2:]) {
			b.WriteString("\uFFFD")
		} else {
			b.WriteByte(':')
		}
		s = s[i+1:]
	}
}

// command reports whether s begins with the name of a command.
func command(s string) bool {
	for _, c := range commands {
		if len(s) >= len(c) && strings.EqualFold(s[:len(c)], c) {
			return true
		}
	}
	return false
}

// A defuser writes JSON. No text in it can begin a line, which leaves ##[ and hidden
// characters to be escaped; the value stays what it is. Every Write is a whole value.
type defuser struct{ w io.Writer }

func (d defuser) Write(p []byte) (int, error) {
	out := text.EscapeJSON(p)
	if bytes.Contains(out, []byte("##[")) {
		out = bytes.ReplaceAll(out, []byte("##["), []byte(`#\u0023[`))
	}
	if _, err := d.w.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}
