package reader

import (
	"errors"
	"fmt"

	"factcheck/claims"
)

// A Part is a run of whole lines of a file that holds a document a line, so that
// a file of any size is read in bounded memory.
type Part struct {
	Data  []byte
	At    int // bytes of the file before it
	Lines int // lines of the file before it
}

// InParts reports whether a file that begins with head can be read in parts: it
// holds a document a line, in an encoding whose line ends are single bytes.
func InParts(path string, head []byte, opt Options) bool {
	f, err := decode(head)
	if err != nil || len(f.data) > 1 && (sparse(head, 0) || sparse(head, 1) || head[0] >= 0xFE) {
		return false
	}
	k, err := formatOf(path, f.text, opt.Type)
	return err == nil && k.name == "jsonl"
}

// ReadPart reads the documents of a part as Read reads those of the whole file.
// A part without any is no error.
func ReadPart(path string, p Part, opt Options) ([]*claims.Document, error) {
	f, err := decode(p.Data)
	if errors.Is(err, ErrEmpty) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f.path, f.lines, f.opt = path, p.Lines, opt
	docs, err := readJSONL(f)
	for _, d := range docs {
		complete(d, f, opt)
		for i := range d.Pieces {
			d.Pieces[i].File.Start += p.At
			d.Pieces[i].File.End += p.At
		}
		for i := range d.Directives {
			d.Directives[i].File.Start += p.At
			d.Directives[i].File.End += p.At
		}
	}
	if err != nil {
		return docs, under(path, err)
	}
	return docs, nil
}
