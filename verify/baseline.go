package verify

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sort"
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
			b.Accepted = append(b.Accepted, Accepted{f.Fingerprint, f.Rule(), filepath.ToSlash(f.Draft.Path), f.Statement.Text})
		}
	}
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
	return b
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
		if _, err := fmt.Fprintf(w, "%s\n  %s", sep, line); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

// Apply keeps accepted findings from counting.
func (b *Baseline) Apply(findings []Finding) {
	known := make(map[string]bool, len(b.Accepted))
	for _, a := range b.Accepted {
		known[a.Fingerprint] = true
	}
	for i := range findings {
		if f := &findings[i]; f.Level > OK && f.Suppressed == "" && known[f.Fingerprint] {
			f.Suppressed = SuppressedBaseline
		}
	}
}

// Prune drops what was accepted and is no longer found, and returns how many
// there were. Files that were not checked keep theirs.
func (b *Baseline) Prune(findings []Finding, checked []string) int {
	found, looked := map[string]bool{}, map[string]bool{}
	for i := range findings {
		if findings[i].Level > OK {
			found[findings[i].Fingerprint] = true
		}
	}
	for _, path := range checked {
		looked[filepath.ToSlash(path)] = true
	}
	kept := b.Accepted[:0]
	for _, a := range b.Accepted {
		if found[a.Fingerprint] || !looked[a.File] {
			kept = append(kept, a)
		}
	}
	gone := len(b.Accepted) - len(kept)
	b.Accepted = kept
	return gone
}
