package mcp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sync"
	"unicode/utf8"
)

// The SDK ends the conversation at the first line that is no message. An assistant's client that
// stumbles once should hear so, and be answered the next time.

// A lines hands on the lines of a stream that are messages and not too long, and answers
// the others.
type lines struct {
	in   *bufio.Reader
	out  io.Writer
	left []byte // of the line at hand
}

const (
	notJSON    = `{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"a line that is no JSON, or longer than is read"}}` + "\n"
	tooLongFor = `{"jsonrpc":"2.0","id":%s,"error":{"code":-32600,"message":"a message is longer than %d bytes: send a part of the text at a time"}}` + "\n"
	notMessage = `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"JSON that is no message"}}` + "\n"
)

// isMessage reports whether JSON is a message: {"jsonrpc":"2.0","method":"ping"} is one,
// {"method":"ping"} is none, nor is a list of several, which only one old revision knew.
func isMessage(line []byte) bool {
	var m struct {
		Version string          `json:"jsonrpc"`
		Method  string          `json:"method"`
		ID      any             `json:"id"`
		Result  json.RawMessage `json:"result"`
		Error   json.RawMessage `json:"error"`
	}
	if json.Unmarshal(line, &m) != nil || m.Version != "2.0" || m.Method == "" && m.Result == nil && m.Error == nil {
		return false
	}
	switch m.ID.(type) {
	case nil, string, float64:
		return true
	}
	return false
}

func newLines(in io.Reader, out io.Writer) *lines {
	return &lines{in: bufio.NewReaderSize(in, 1<<16), out: out}
}

func (l *lines) Read(p []byte) (int, error) {
	for len(l.left) == 0 {
		line, err := l.next()
		switch {
		case isMessage(line):
			l.left = append(line, '\n')
		case len(bytes.TrimSpace(line)) > 0:
			answer := notJSON
			if json.Valid(line) {
				answer = notMessage
			} else if id := idOf(line); id != "" {
				answer = fmt.Sprintf(tooLongFor, id, mostMessage)
			}
			if _, err := io.WriteString(l.out, answer); err != nil {
				return 0, err
			}
		case err != nil:
			return 0, err
		}
	}
	n := copy(p, l.left)
	l.left = l.left[n:]
	return n, nil
}

// next returns the next line without its end; of one that is too long its head and its foot,
// which are no JSON together.
func (l *lines) next() (line []byte, err error) {
	var foot []byte
	for {
		part, err := l.in.ReadSlice('\n')
		foot = append(foot, part...)
		foot = foot[max(0, len(foot)-edge):]
		if len(line) <= mostMessage {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if len(line) > mostMessage {
			line = append(line[:edge:edge], cut...)
			return bytes.TrimRight(append(line, foot...), "\r\n"), err
		}
		return bytes.TrimRight(line, "\r\n"), err
	}
}

const (
	edge = 256      // bytes of the head and of the foot of a line that is too long
	cut  = "\x00\n" // stands between them
)

// idOf returns the number of a request that was too long to be read, which its client waits
// for: {"jsonrpc":"2.0","id":7,"method":... or ...,"jsonrpc":"2.0","id":7}. Empty if no
// number stands first or last in it.
func idOf(line []byte) string {
	head, foot, long := bytes.Cut(line, []byte(cut))
	if !long {
		return ""
	}
	const id, version = `"id"\s*:\s*(\d+|"[^"\\]*")`, `"jsonrpc"\s*:\s*"2\.0"`
	for pattern, part := range map[string][]byte{
		`^\s*\{\s*(?:` + version + `\s*,\s*)?` + id + `\s*,`: head,
		`,\s*` + id + `\s*(?:,\s*` + version + `\s*)?\}\s*$`: foot,
	} {
		if m := regexp.MustCompile(pattern).FindSubmatch(part); m != nil && utf8.Valid(m[1]) {
			return string(m[1])
		}
	}
	return ""
}

// A shared is a stream that two write to, a message at a time. Its owner closes it.
type shared struct {
	mu  sync.Mutex
	out io.Writer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.Write(p)
}

func (s *shared) Close() error { return nil }
