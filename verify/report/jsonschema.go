package report

import _ "embed"

// JSONSchema is the published schema of the json format; a line of the jsonl format
// is its $defs/finding.
//
//go:embed report.schema.json
var JSONSchema string
