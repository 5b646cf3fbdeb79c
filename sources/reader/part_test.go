package reader

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/claims"
)

// TestParts reads files of a document a line in parts of whole lines: what comes
// out is what comes out of the whole, places in the file and names included.
func TestParts(t *testing.T) {
	var data []byte
	for i := range 60 {
		switch i % 5 {
		case 0:
			data = fmt.Appendf(data, `{"text":"The pier \u00abis\u00bb closed, %d said.\n\n[factcheck: off]","source":"Coast Herald"}`+"\n", i)
		case 1:
			data = append(data, "\n"...)
		case 2:
			data = append(data, "{\"text\":\"caf\xc3\xa9 au lait\"}\r\n"...)
		default:
			data = fmt.Appendf(data, `{"id":"n%d","text":"Berth %d is free."}`+"\n", i, i)
		}
	}
	lines := bytes.SplitAfter(data, []byte("\n"))
	want, err := Read("a.jsonl", data, Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if !InParts("a.jsonl", data[:100], Options{}) || !InParts("-", data[:100], Options{}) || InParts("a.txt", data[:100], Options{}) || InParts("a.jsonl", []byte("\xff\xfe{\x00"), Options{}) {
		t.Error("what can be read in parts is not told")
	}
	for _, step := range []int{1, 2, 7, 59} {
		var got []*claims.Document
		p := Part{}
		for i := 0; i < len(lines); i += step {
			p.Data = bytes.Join(lines[i:min(i+step, len(lines))], nil)
			docs, err := ReadPart("a.jsonl", p, Options{Lang: "en"})
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, docs...)
			p.At, p.Lines = p.At+len(p.Data), p.Lines+step
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("parts of %d lines: %s", step, d)
		}
	}
}
