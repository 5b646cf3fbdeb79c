//go:build nopdf

package reader

import "fmt"

// pdfs: built with -tags nopdf, the program finds no PDF, and has no PDFium in it.
var pdfs []string

func sheetsOf([]byte) ([]sheet, string, error) {
	return nil, "", fmt.Errorf("%w: this factcheck was built without its reader of PDF (-tags nopdf)", ErrBinary)
}
