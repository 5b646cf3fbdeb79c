package report

import (
	"testing"
)

func TestSARIF(t *testing.T) {
	got := print(t, "sarif", wide(), Options{Version: "1.2.3"})
	golden(t, "report.sarif", got)
	valid(t, "testdata/schema/sarif-2.1.0.json", got)
}
