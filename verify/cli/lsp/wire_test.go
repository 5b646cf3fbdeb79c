package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"factcheck/verify/session"
)

// talk sends bytes to a server as they are and reads what it says until one of its messages
// holds last, or it ends; empty waits for the end of the stream. It returns the messages and
// the exit code.
func talk(t *testing.T, sent, last string) (messages []string, code int) {
	t.Helper()
	return talkTo(t, func() {}, sent, last)
}

// talkTo is talk with a server that does something while it opens the archive.
func talkTo(t *testing.T, opening func(), sent, last string) (messages []string, code int) {
	t.Helper()
	s := New(Options{Describe: func(err error) string { return err.Error() }, Open: func(string) (*session.Session, error) {
		opening()
		return session.New(context.Background(), session.Config{Settle: func(string) (*session.Setting, error) { return nil, fmt.Errorf("no archive") }}), nil
	}})
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	whole := last == ""
	go func() {
		io.WriteString(toServer, sent)
		if whole {
			toServer.Close()
		}
	}()
	codes := make(chan int, 1)
	go func() {
		code, _ := s.Serve(context.Background(), in, out)
		in.Close()
		out.Close()
		codes <- code
	}()
	f := newFrames(fromServer, nil)
	for {
		body, err := f.Recv()
		if err != nil {
			return messages, <-codes
		}
		if !json.Valid(body) {
			t.Fatalf("what the server says is no JSON: %q", body)
		}
		if messages = append(messages, string(body)); last != "" && strings.Contains(string(body), last) {
			toServer.Close()
			last = ""
		}
	}
}

func frame(bodies ...string) string {
	var b strings.Builder
	for _, body := range bodies {
		fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	return b.String()
}

const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`

// Whatever comes is answered by the protocol's errors, and the next message is read.
func TestWire(t *testing.T) {
	last := frame(`{"jsonrpc":"2.0","id":9,"method":"shutdown"}`)
	for _, c := range []struct{ name, sent, want string }{
		{"no JSON", frame(hello, `{"jsonrpc":`) + last, `"code":-32700`},
		{"a list of nothing", frame(hello, `[]`) + last, `"code":-32600`},
		{"a number", frame(hello, `7`) + last, `"code":-32700`},
		{"no version", frame(hello, `{"id":3,"method":"shutdown"}`) + last, `"code":-32600`},
		{"an unknown method", frame(hello, `{"jsonrpc":"2.0","id":3,"method":"textDocument/rename","params":{}}`) + last, `"code":-32601`},
		{"before initialize", frame(`{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{}}`, hello) + last, `"code":-32002`},
		{"too long", frame(hello) + fmt.Sprintf("Content-Length: %d\r\n\r\n%s", mostBody+1, strings.Repeat(" ", mostBody+1)) + last, `"code":-32700`},
		{"headers of others", "content-type: application/vscode-jsonrpc; charset=utf8\r\nCONTENT-LENGTH: " + fmt.Sprint(len(hello)) + "\r\n\r\n" + hello + last, `"capabilities"`},
	} {
		messages, _ := talk(t, c.sent, `"id":9`)
		all := strings.Join(messages, "\n")
		if !strings.Contains(all, c.want) || !strings.Contains(all, `"id":9`) {
			t.Errorf("%s: the server says\n%.2000s", c.name, all)
		}
	}
}

// What a client sends behind initialize without waiting for its answer is answered in its turn,
// however many they are and however long the archive takes to open.
func TestPipelined(t *testing.T) {
	var hovers []string
	for id := range 200 {
		hovers = append(hovers, fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.md"}}}`, 10+id))
	}
	slow := func() { time.Sleep(20 * time.Millisecond) }
	messages, _ := talkTo(t, slow, frame(hello)+frame(hovers...)+frame(`{"jsonrpc":"2.0","id":9,"method":"shutdown"}`), `"id":9,`)
	if all := strings.Join(messages, ""); strings.Contains(all, fmt.Sprint(codeNotInitialized)) || !strings.Contains(all, `"capabilities"`) {
		t.Errorf("%.2000s", all)
	}
}

// An exit right behind a shutdown ends nothing before it: the code is that of the protocol.
func TestShutdownAndExit(t *testing.T) {
	const shutdown, exit = `{"jsonrpc":"2.0","id":9,"method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`
	for range 50 {
		if _, code := talk(t, frame(hello, shutdown, exit), "no such message"); code != 0 {
			t.Fatalf("the exit code is %d", code)
		}
	}
}

// A request that is cancelled while it waits for its turn gets the protocol's number too; words
// that look like one stay.
func TestCancelledBefore(t *testing.T) {
	var wire bytes.Buffer
	f := newFrames(&wire, &wire)
	for sent, want := range map[string]string{
		`{"jsonrpc":"2.0","id":1,"error":{"code":-32097,"message":"context canceled"}}`: `{"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"context canceled"}}`,
		`{"jsonrpc":"2.0","id":1,"result":"\"error\":{\"code\":-32097,"}`:               `{"jsonrpc":"2.0","id":1,"result":"\"error\":{\"code\":-32097,"}`,
	} {
		f.Send([]byte(sent))
		if got, err := f.Recv(); err != nil || string(got) != want {
			t.Errorf("%s: %v, not %s", got, err, want)
		}
	}
	// Many at once, each cancelled right behind: whichever way one ends, it is by the protocol.
	var all []string
	for id := range 200 {
		all = append(all, fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.md"}}}`, 10+id),
			fmt.Sprintf(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":%d}}`, 10+id))
	}
	messages, _ := talk(t, frame(hello)+frame(all...)+frame(`{"jsonrpc":"2.0","id":9,"method":"shutdown"}`), `"id":9,`)
	if strings.Contains(strings.Join(messages, ""), "-32097") {
		t.Errorf("%.2000s", messages)
	}
}

// A stream that breaks ends the server with the code for that; a clean end has its own.
func TestEnd(t *testing.T) {
	for sent, want := range map[string]int{
		frame(hello, `{"jsonrpc":"2.0","method":"exit"}`): 1,
		frame(hello):                        1,
		"":                                  1,
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n": 1,
		"Content-Length: -4\r\n\r\n":        1,
		"Content-Length: 99999999999999999999999\r\n\r\n":           1,
		"Content-Length: 100\r\n\r\n{":                              1,
		strings.Repeat("x", 1<<20):                                  1,
		"Content-Length: 67108864\r\n\r\n{\"half\": \"a message\"}": 1,
	} {
		if _, code := talk(t, sent, ""); code != want {
			t.Errorf("%.60q: the exit code is %d, not %d", sent, code, want)
		}
	}
}

// FuzzFrames: what is framed comes back, and nothing makes the reader fall over.
func FuzzFrames(f *testing.F) {
	f.Add([]byte(frame(hello)))
	f.Add([]byte("Content-Length: 3\n\nabcContent-Length:0\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := newFrames(bytes.NewReader(data), nil)
		for range 100 {
			if _, err := in.Recv(); err != nil {
				break
			}
		}
		var wire bytes.Buffer
		two := newFrames(&wire, &wire)
		two.Send(data)
		two.Send([]byte("{}"))
		a, errA := two.Recv()
		b, errB := two.Recv()
		if errA != nil || errB != nil || !bytes.Equal(a, data) || string(b) != "{}" {
			t.Errorf("%q came back as %q, %q: %v, %v", data, a, b, errA, errB)
		}
		if _, err := two.Recv(); err != io.EOF {
			t.Errorf("behind the last: %v", err)
		}
	})
}

// FuzzBuffer: a place leads to its byte and back, in every encoding, and changes are those
// of the text.
func FuzzBuffer(f *testing.F) {
	f.Add("one\r\ntwo \U0001F6A2 é\rthree\n", "x", uint16(0), uint16(3), uint16(1), uint16(4))
	f.Add("", "\n", uint16(9), uint16(9), uint16(9), uint16(9))
	f.Fuzz(func(t *testing.T, text, put string, line, column, line2, column2 uint16) {
		for _, enc := range encodings {
			b := newBuffer(text, enc)
			for i := range text {
				p := b.position(i)
				if at := b.offset(p); utf8.ValidString(text) && at != i && text[i] != '\n' && text[i] != '\r' {
					t.Fatalf("%s: byte %d of %q is %+v, which is byte %d", enc, i, text, p, at)
				}
			}
			from, to := position{uint32(line), uint32(column)}, position{uint32(line2), uint32(column2)}
			start, end := b.offset(from), b.offset(to)
			after := b.apply([]change{{&span{from, to}, put}})
			if want := text[:start] + put + text[max(start, end):]; after.text != want {
				t.Fatalf("%q, not %q", after.text, want)
			}
			if again := newBuffer(after.text, enc); len(again.starts) != len(after.starts) {
				t.Fatalf("%d lines, not %d", len(after.starts), len(again.starts))
			}
		}
	})
}

// FuzzMessages: no message makes the server fall silent.
func FuzzMessages(f *testing.F) {
	f.Add(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md","version":1,"text":"a"}}}`)
	f.Add(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.md"},"contentChanges":[{"range":{"start":{"line":4294967295,"character":4294967295},"end":{"line":0,"character":0}},"text":"b"}]}}`)
	f.Add(`{"jsonrpc":"2.0","id":"x","method":"textDocument/codeAction","params":{"textDocument":{"uri":"%zz"},"range":null}}`)
	f.Add(`[{"jsonrpc":"2.0","id":1,"method":"$/cancelRequest","params":{"id":{}}},{"jsonrpc":"2.0","id":2,"result":7}]`)
	f.Fuzz(func(t *testing.T, body string) {
		if strings.Contains(body, "exit") || strings.Contains(body, "shutdown") || strings.Contains(body, `\u`) {
			return
		}
		messages, _ := talk(t, frame(hello, body, `{"jsonrpc":"2.0","id":"the last","method":"shutdown"}`), `"the last"`)
		if !strings.Contains(strings.Join(messages, ""), `"the last"`) {
			t.Errorf("silent after %q", body)
		}
	})
}
