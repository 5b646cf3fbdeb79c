package reader

import (
	"bytes"
	"fmt"
	"io"
)

// A swelling is what a packed file has become so far. No text is packed so well that it grows a
// hundred times: what does is made to fill a machine. What is packed within what is packed counts
// too: a page of zeros within each record of a WARC.
type swelling struct{ packed, unpacked int64 }

const (
	mostGrowth = 100
	freeGrowth = 16 << 20 // bytes that are not looked at
)

var errGrows = fmt.Errorf("%w: it grows more than a hundred times when it is unpacked", ErrSwollen)

// in counts what is read of a packed file.
func (g *swelling) in(r io.Reader) io.Reader { return &counted{r, &g.packed, nil} }

// out counts what is unpacked, and ends where that is too much.
func (g *swelling) out(r io.Reader) io.Reader { return &counted{r, &g.unpacked, g} }

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n      *int64
	within *swelling // nil for any
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	*c.n += int64(n)
	if g := c.within; g != nil && g.unpacked > freeGrowth+mostGrowth*g.packed {
		return n, errGrows
	}
	return n, err
}

// mostTag is how many bytes a tag of XML may have: the parser keeps 64 for each attribute of three.
const mostTag = 1 << 20

// tooWild returns why XML is not given to a parser that keeps all that is open: elements
// stand in each other too deep, or a tag is too long. What else is wrong with it the parser says.
func tooWild(src []byte, most int) error {
	depth := 0
	for {
		_, rest, found := bytes.Cut(src, []byte("<"))
		if !found || len(rest) == 0 {
			return nil
		}
		src = rest
		end, known := ">", true
		switch {
		case bytes.HasPrefix(src, []byte("!--")):
			end = "-->"
		case bytes.HasPrefix(src, []byte("![CDATA[")):
			end = "]]>"
		default:
			known = src[0] == '!' || src[0] == '?'
		}
		if known {
			if _, src, found = bytes.Cut(src, []byte(end)); !found {
				return nil
			}
			continue
		}
		n := endOfTag(src)
		switch {
		case n == mostTag:
			return fmt.Errorf("%w: a tag of more than %d MB", ErrSwollen, mostTag>>20)
		case src[0] == '/':
			depth = max(0, depth-1)
		case n == 0 || src[n-1] != '/':
			depth++
		}
		if depth > most {
			return fmt.Errorf("%w: elements stand in each other more than %d deep", ErrSwollen, most)
		}
		src = src[n:]
	}
}

// endOfTag returns where a tag ends that src begins with, quotation marks observed; at most mostTag.
func endOfTag(src []byte) int {
	quote := byte(0)
	for i, c := range src[:min(len(src), mostTag)] {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return min(len(src), mostTag)
}
