package report

import (
	"bufio"
	"encoding/json"
	"io"

	"factcheck/verify"
)

// A stream writes a JSON document piece by piece, so that a report of any size
// takes the memory of one finding.
type stream struct {
	b     *bufio.Writer
	enc   *json.Encoder
	items int // of the current array
	err   error
}

func newStream(w io.Writer) *stream {
	b := bufio.NewWriter(w)
	return &stream{b: b, enc: newEncoder(oneLine{b})}
}

// newEncoder returns an encoder of JSON lines that leaves < and > as they are.
func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(defuser{w})
	enc.SetEscapeHTML(false)
	return enc
}

// jsonList prints values in format jsonl, one a line, else as the list of that name
// in one object with its schema.
func jsonList(w io.Writer, format, schema, name string, all []any) error {
	if format == "jsonl" {
		enc := newEncoder(w)
		for _, v := range all {
			if err := enc.Encode(v); err != nil {
				return err
			}
		}
		return nil
	}
	s := newStream(w)
	s.raw(`{"schema":"factcheck.` + schema + `/1","` + name + `":`)
	s.open()
	for _, v := range all {
		s.item(v)
	}
	s.close()
	s.raw("}")
	return s.end()
}

// oneLine drops the line end that an Encoder puts behind each value.
type oneLine struct{ w io.Writer }

func (o oneLine) Write(p []byte) (int, error) {
	if _, err := o.w.Write(p[:len(p)-1]); err != nil {
		return 0, err
	}
	return len(p), nil
}

// raw writes JSON as it is.
func (s *stream) raw(json string) { s.b.WriteString(json) }

// value writes a value.
func (s *stream) value(v any) {
	if err := s.enc.Encode(v); s.err == nil {
		s.err = err
	}
}

// open begins an array.
func (s *stream) open() {
	s.raw("[")
	s.items = 0
}

// item writes a value of an array on a line of its own.
func (s *stream) item(v any) {
	if s.items++; s.items > 1 {
		s.raw(",")
	}
	s.raw("\n")
	s.value(v)
}

// close ends an array.
func (s *stream) close() {
	if s.items > 0 {
		s.raw("\n")
	}
	s.raw("]")
}

// end writes what is left and returns the first error.
func (s *stream) end() error {
	s.raw("\n")
	if err := s.b.Flush(); s.err == nil {
		s.err = err
	}
	return s.err
}

// decisive returns the number of the passage to show where there is room for one:
// where a statement is not in order the first that contradicts it, else the first;
// -1 if there is none.
func decisive(f *verify.Finding) int {
	if f.Level > verify.OK {
		for i := range f.Evidence {
			if f.Evidence[i].Stance == verify.Contradicts {
				return i
			}
		}
	}
	return min(0, len(f.Evidence)-1)
}

// side says what a passage makes of a statement: one that is silent is shown since
// none comes nearer.
func side(e *verify.Evidence) string {
	if e.Stance == verify.Silent {
		return "comes nearest"
	}
	return e.Stance.String()
}

// cited bounds the columns of a passage in a message.
const cited = 300

// cite gives a passage with its source and its date in a line: "AFP, 20 March
// 2025: The town has about 15,000 inhabitants."
func cite(e *verify.Evidence) string {
	s := sourceName(e)
	if e.Date != 0 {
		s += ", " + longDate(e.Date)
	}
	p := newPassage(e.Text, e.Match)
	return s + ": " + shorten(p.text, cited, "…")
}
