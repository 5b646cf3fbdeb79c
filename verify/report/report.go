package report

import (
	"io"

	"factcheck/verify"
)

// A format prints a whole report.
type format struct {
	name  string
	about string
	print func(io.Writer, *verify.Report, Options) error
}

// formats in the order in which they are listed to users.
func formats() []format {
	return []format{
		{"table", "for people at a terminal", table},
		{"line", "path:line:col: rule: message", lineFormat},
		{"json", "everything, one document with a schema", jsonFormat},
		{"jsonl", "a statement a line", jsonlFormat},
		{"csv", "a row a statement, for spreadsheets", csvFormat},
		{"sarif", "SARIF 2.1.0, for code scanning", sarif},
		{"github", "annotations of GitHub Actions", github},
		{"gitlab", "GitLab's code quality report", gitlab},
		{"rdjson", "reviewdog's diagnostics, with suggestions", rdjson},
		{"junit", "JUnit XML, a case a statement", junit},
		{"markdown", "for a comment or a job summary", markdown},
		{"claimreview", "JSON-LD of the statements that the draft marks, for publishers of checks", claimReview},
		{"html", "one file for editors: the draft with its evidence", htmlFormat},
	}
}

// Formats returns the names of all formats.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Write prints r in the format of that name, which must be one of Formats.
func Write(w io.Writer, name string, r *verify.Report, opt Options) error {
	for _, f := range formats() {
		if f.name == name {
			return f.print(w, r, opt)
		}
	}
	panic("report: no format " + name)
}

// listed reports whether formats that list what needs attention list f.
func listed(f *verify.Finding) bool { return f.Suppressed == "" && f.Level >= verify.Info }

// message is what is wrong with a statement in one line; never empty.
func message(f *verify.Finding) string {
	if f.Message != "" {
		return printable(f.Message)
	}
	return verdictMessages[f.Verdict]
}

// verdictMessages are for findings that have none of their own.
var verdictMessages = map[verify.Verdict]string{
	verify.None:          "not judged",
	verify.Verbatim:      "the words stand in a source",
	verify.Elided:        "words left out and marked",
	verify.Translated:    "a source has the words in another language",
	verify.Altered:       "the words are not those of the source",
	verify.Misattributed: "the words are another's",
	verify.Unfound:       "no source has these words",
	verify.Supported:     "a source says so",
	verify.Disputed:      "sources disagree",
	verify.Contradicted:  "a source contradicts it",
	verify.Overstated:    "the source is less certain",
	verify.Unsupported:   "no source speaks of it",
	verify.Inconsistent:  "the draft disagrees with itself",
}
