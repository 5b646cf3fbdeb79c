package text

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEscapeJSON(t *testing.T) {
	for in, want := range map[string]string{
		`"plain é “q” 漢"`:              `"plain é “q” 漢"`,
		"\"a\u202eb\u2069\"":           `"a\u202eb\u2069"`,
		"\"\u0085\u009b\x7f\ufeff\"":   `"\u0085\u009b\u007f\ufeff"`,
		"\"a\U000e0041\ufff9\u206a\"":  `"a\udb40\udc41\ufff9\u206a"`,
		"\"\u200f\u061c\u200d\ufffd\"": "\"\\u200f\\u061c\u200d\ufffd\"",
	} {
		if got := string(EscapeJSON([]byte(in))); got != want {
			t.Errorf("%q: got %s", in, got)
		}
	}
}

func FuzzEscapeJSON(f *testing.F) {
	f.Add("a\u202eb\u0085\\ \"x\"")
	f.Fuzz(func(t *testing.T, s string) {
		in, err := json.Marshal(s)
		if err != nil {
			t.Skip()
		}
		out := EscapeJSON(in)
		var a, b string
		if json.Unmarshal(in, &a) != nil || json.Unmarshal(out, &b) != nil || a != b {
			t.Errorf("%q became %q", a, b)
		}
		if i := strings.IndexFunc(string(out), Hidden); i >= 0 && utf8.Valid(out) {
			t.Errorf("%q holds a hidden character at %d", out, i)
		}
	})
}
