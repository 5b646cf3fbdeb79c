package lsp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/creachadair/jrpc2"
)

// Bounds of a message: its body, and the lines before it.
const (
	mostBody   = 64 << 20
	mostHeader = 4096
)

// A frames is a stream of messages, each behind a header with its length.
type frames struct {
	in  *bufio.Reader
	mu  sync.Mutex // of out
	out io.Writer
}

func newFrames(in io.Reader, out io.Writer) *frames {
	return &frames{in: bufio.NewReaderSize(in, mostHeader), out: out}
}

var errHeader = errors.New("a header without a length")

// Recv returns the next message. One that is too long is passed over and comes back empty,
// which is answered as a message that is none. The error is that nothing more can be read:
// behind a header without a length nobody knows where the next one begins.
func (f *frames) Recv() ([]byte, error) {
	size := -1
	for first := true; ; first = false {
		line, err := f.in.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			return nil, errHeader
		}
		if err != nil {
			if first && len(line) == 0 {
				return nil, io.EOF
			}
			return nil, io.ErrUnexpectedEOF
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			break
		}
		name, value, _ := strings.Cut(text, ":")
		if strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			n, err := strconv.ParseUint(strings.TrimSpace(value), 10, 40)
			if err != nil {
				return nil, fmt.Errorf("%w: %q", errHeader, text)
			}
			size = int(n)
		}
	}
	switch {
	case size < 0:
		return nil, errHeader
	case size > mostBody:
		_, err := io.CopyN(io.Discard, f.in, int64(size))
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(f.in, int64(size))) // grows with what comes, not with what was announced
	if err == nil && len(body) < size {
		err = io.ErrUnexpectedEOF
	}
	return body, err
}

// A request that is cancelled before it begins is answered by jrpc2, with a number of its own
// in the place of the protocol's. Within a string the quotation marks would be escaped.
var (
	cancelledThere = fmt.Appendf(nil, `"error":{"code":%d,`, jrpc2.Cancelled)
	cancelledHere  = fmt.Appendf(nil, `"error":{"code":%d,`, codeCancelled)
)

// Send writes a message.
func (f *frames) Send(body []byte) error {
	body = bytes.Replace(body, cancelledThere, cancelledHere, 1)
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
	return err
}

// Close does nothing: the streams are the caller's.
func (f *frames) Close() error { return nil }
