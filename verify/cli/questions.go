package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"factcheck/sources/reader"
)

// answerLines answers a stream of questions, one JSON object a line, on all cores
// and prints the answers in order. answer returns what is wrong with the question,
// or why it could not be answered. Either ends the run: an answer less would shift
// what follows. example shows a line to whoever wrote a bad one.
func answerLines[Q any](c *console, path string, jobs int, example string, answer func(*Q, io.Writer) (bad, err error)) error {
	in, err := c.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	type answered struct {
		printed []byte
		err     error
	}
	work := func(l numbered) answered {
		var q Q
		var b bytes.Buffer
		var err error
		bad := json.Unmarshal(l.data, &q)
		if bad == nil {
			bad, err = answer(&q, &b)
		}
		if bad != nil {
			err = errLine(path, l.line, example, bad)
		}
		return answered{b.Bytes(), err}
	}
	return inOrder(c.ctx, jobs, numberedLines(path, in), work, func(x answered) error {
		if x.err != nil {
			return x.err
		}
		_, err := c.out.Write(x.printed)
		return err
	})
}

// open opens a file, "-" being the standard input.
func (c *console) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(c.in), nil
	}
	f, err := reader.Open(path, 0)
	if err != nil {
		return nil, errRead(err)
	}
	return f, nil
}

// numbered is one line of a file.
type numbered struct {
	line int
	data []byte
}

// maxLine bounds the length of one line of JSON.
const maxLine = usualMost

// numberedLines returns a next function over the lines of a file that are not
// blank.
func numberedLines(path string, in io.Reader) func() (numbered, bool, error) {
	scan := bufio.NewScanner(in)
	scan.Buffer(make([]byte, 1<<16), maxLine)
	n := 0
	return func() (numbered, bool, error) {
		for scan.Scan() {
			n++
			data := bytes.TrimSpace(bytes.TrimPrefix(scan.Bytes(), []byte("\uFEFF")))
			if len(data) > 0 {
				return numbered{n, bytes.Clone(data)}, true, nil
			}
		}
		if err := scan.Err(); errors.Is(err, bufio.ErrTooLong) {
			return numbered{}, false, fault("each line holds one question: shorten it", "%s:%d: a line of more than %s", path, n+1, bytesName(maxLine))
		} else if err != nil {
			return numbered{}, false, errRead(fmt.Errorf("%s:%d: %w", path, n+1, err))
		}
		return numbered{}, false, nil
	}
}
