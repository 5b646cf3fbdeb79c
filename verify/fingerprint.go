package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strconv"
	"strings"

	"factcheck/claims/text"
)

// fingerprints gives every finding a name that survives edits elsewhere in the
// draft: it hangs on the rule, the path, the folded words of the statement and,
// where the same statement occurs twice, which of them it is. No line number goes
// into it, nor anything of the archive.
func fingerprints(findings []Finding) {
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		key := strings.Join([]string{f.Rule(), filepath.ToSlash(filepath.Clean(f.Draft.Path)), folded(f.Statement.Text)}, "\x00")
		n := seen[key]
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(n)))
		f.Fingerprint = hex.EncodeToString(sum[:12])
	}
}

// folded returns the folded words of s, punctuation and white space left out.
func folded(s string) string {
	var b strings.Builder
	for _, w := range text.Words(s) {
		if w.Kind == text.Letters || w.Kind == text.Number {
			b.WriteString(text.Fold(w.In(s)))
			b.WriteByte(' ')
		}
	}
	return b.String()
}
