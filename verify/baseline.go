package verify

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sort"

	"factcheck/claims/text"
)

// baselineVersion is the version of the file's form that is written and read.
const baselineVersion = 1

// ErrBaseline says that a file is no baseline that can be read.
var ErrBaseline = errors.New("not a baseline of version 1")

// A Baseline is a set of findings that were accepted.
type Baseline struct {
	Accepted []Accepted // by path, then rule, then fingerprint
}

// Accepted is one accepted finding. Only the fingerprint counts; the rest is for
// people who read the file.
type Accepted struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Text        string `json:"text"`
}

// baselineFile is how a baseline is written.
type baselineFile struct {
	Factcheck string     `json:"factcheck"` // "baseline"
	Version   int        `json:"version"`
	Findings  []Accepted `json:"findings"`
}

// NewBaseline accepts every finding that counts and is info or worse.
func NewBaseline(findings []Finding) *Baseline {
	b := &Baseline{}
	for i := range findings {
		f := &findings[i]
		if f.Level >= Info && (f.Suppressed == "" || f.Suppressed == SuppressedBaseline) {
			b.Accepted = append(b.Accepted, accepted(f))
		}
	}
	b.sort()
	return b
}

// accepted returns a finding as a baseline holds it.
func accepted(f *Finding) Accepted {
	return Accepted{f.Fingerprint, f.Rule(), filepath.ToSlash(f.Draft.Path), f.Statement.Text}
}

// sort brings the accepted findings into the order of their files.
func (b *Baseline) sort() {
	sort.Slice(b.Accepted, func(i, j int) bool {
		x, y := &b.Accepted[i], &b.Accepted[j]
		if x.File != y.File {
			return x.File < y.File
		}
		if x.Rule != y.Rule {
			return x.Rule < y.Rule
		}
		return x.Fingerprint < y.Fingerprint
	})
}

// ReadBaseline reads a baseline. Errors wrap ErrBaseline.
func ReadBaseline(data []byte) (*Baseline, error) {
	var f baselineFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBaseline, err)
	}
	switch {
	case f.Factcheck != "baseline":
		return nil, ErrBaseline
	case f.Version != baselineVersion:
		return nil, fmt.Errorf("%w: it is of version %d", ErrBaseline, f.Version)
	}
	return &Baseline{f.Findings}, nil
}

// Write writes the baseline, one finding a line, so that a change of it can be
// reviewed.
func (b *Baseline) Write(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "{\"factcheck\": \"baseline\", \"version\": %d, \"findings\": [", baselineVersion); err != nil {
		return err
	}
	for i, a := range b.Accepted {
		line, err := json.Marshal(a)
		if err != nil {
			return err
		}
		sep := ","
		if i == 0 {
			sep = ""
		}
		if _, err := fmt.Fprintf(w, "%s\n  %s", sep, text.EscapeJSON(line)); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

// Apply keeps accepted findings from counting. What was accepted in a file that is
// gone, as gone reports of its path, is accepted in the file that it was renamed to:
// the same rule on the same words, as often as it was accepted.
func (b *Baseline) Apply(findings []Finding, gone func(path string) bool) {
	for i := range b.match(findings, gone) {
		if f := &findings[i]; f.Level > OK && f.Suppressed == "" {
			f.Suppressed = SuppressedBaseline
		}
	}
}

// match returns for each finding that was accepted its number in b.Accepted.
func (b *Baseline) match(findings []Finding, gone func(path string) bool) map[int]int {
	known := make(map[string]int, len(b.Accepted))
	for k, a := range b.Accepted {
		known[a.Fingerprint] = k
	}
	matched := map[int]int{}
	taken := make([]bool, len(b.Accepted))
	for i := range findings {
		if k, ok := known[findings[i].Fingerprint]; ok && findings[i].Level > OK {
			matched[i], taken[k] = k, true
		}
	}
	moved := map[[2]string][]int{} // rule and folded words -> accepted in files that are gone
	missing := map[string]bool{}
	for k, a := range b.Accepted {
		if taken[k] {
			continue
		}
		if _, asked := missing[a.File]; !asked {
			missing[a.File] = gone(a.File)
		}
		if missing[a.File] {
			key := [2]string{a.Rule, folded(a.Text)}
			moved[key] = append(moved[key], k)
		}
	}
	for i := range findings {
		f := &findings[i]
		if _, ok := matched[i]; ok || f.Level <= OK || len(moved) == 0 {
			continue
		}
		key := [2]string{f.Rule(), folded(f.Statement.Text)}
		if of := moved[key]; len(of) > 0 {
			matched[i], moved[key] = of[0], of[1:]
		}
	}
	return matched
}

// Prune drops what was accepted and is no longer found, and returns how many
// there were. Files that were not checked keep theirs; what was found in a file that
// was renamed is kept under its new name.
func (b *Baseline) Prune(findings []Finding, checked []string, gone func(path string) bool) int {
	found, looked := map[int]bool{}, map[string]bool{}
	for i, k := range b.match(findings, gone) {
		found[k] = true
		b.Accepted[k] = accepted(&findings[i])
	}
	for _, path := range checked {
		looked[filepath.ToSlash(path)] = true
	}
	kept := b.Accepted[:0]
	for k, a := range b.Accepted {
		if found[k] || !looked[a.File] {
			kept = append(kept, a)
		}
	}
	dropped := len(b.Accepted) - len(kept)
	b.Accepted = kept
	b.sort()
	return dropped
}
