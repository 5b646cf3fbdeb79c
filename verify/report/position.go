package report

import (
	"sort"
	"strings"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/verify"
)

// A Position is a place in a file as editors count it.
type Position struct {
	Line   int // from 1
	Column int // in code points, from 1
}

// lines finds lines and columns in the bytes of a file.
type lines struct {
	data   []byte
	starts []int // offset of each line's first byte
	unit   int   // bytes of a code unit: 1, in UTF-16 files 2
	low    int   // in UTF-16: where the low byte of a unit stands, 0 or 1
	valid  bool  // the file is UTF-8; otherwise every byte is a column
	runes  []int // code points before every step-th byte: lines may be of any length
}

// step is the distance of the places in lines.runes.
const step = 256

// newLines indexes the lines of a file: ended by LF, CR LF or CR.
func newLines(data []byte) *lines {
	l := &lines{data: data, starts: []int{0}, unit: 1, valid: utf8.Valid(data)}
	if len(data) >= 2 && data[0] == 0xff && data[1] == 0xfe {
		l.unit = 2
	} else if len(data) >= 2 && data[0] == 0xfe && data[1] == 0xff {
		l.unit, l.low = 2, 1
	}
	for i := 0; i+l.unit <= len(data); i += l.unit {
		switch c := l.at(i); {
		case c == '\n', c == '\r' && l.at(i+l.unit) != '\n':
			l.starts = append(l.starts, i+l.unit)
		}
	}
	n := 0
	for i := 0; i < len(data); i += step {
		l.runes = append(l.runes, n)
		n += l.count(data[i:min(i+step, len(data))])
	}
	return l
}

// textLines indexes the lines of a text that stands in no file as it is. Where form feeds
// end its pages, lines are pages: “report.pdf:3:120” is on its third page.
func textLines(s string) *lines {
	l := newLines([]byte(s))
	if strings.IndexByte(s, '\f') < 0 {
		return l
	}
	l.starts = l.starts[:1]
	for i := range len(s) {
		if s[i] == '\f' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// count returns the code points that begin in b, a part of the file that begins
// at a unit's edge.
func (l *lines) count(b []byte) int {
	n := 0
	switch {
	case l.unit == 2:
		for i := 1 - l.low; i < len(b); i += 2 {
			if b[i] < 0xdc || b[i] > 0xdf { // not the second half of a pair
				n++
			}
		}
	case l.valid:
		for _, c := range b {
			if utf8.RuneStart(c) {
				n++
			}
		}
	default:
		n = len(b)
	}
	return n
}

// before returns the code points before a byte.
func (l *lines) before(offset int) int {
	k := offset / step
	if k == len(l.runes) {
		k--
	}
	if k < 0 {
		return 0
	}
	return l.runes[k] + l.count(l.data[k*step:offset])
}

// at returns the code unit at offset i, 0 beyond the end.
func (l *lines) at(i int) rune {
	if i+l.unit > len(l.data) {
		return 0
	}
	if l.unit == 1 {
		return rune(l.data[i])
	}
	return rune(l.data[i+l.low]) | rune(l.data[i+1-l.low])<<8
}

// position returns the line and column of a byte. An offset outside the file is
// moved to its nearest end.
func (l *lines) position(offset int) Position {
	offset = max(0, min(offset, len(l.data)))
	line := sort.SearchInts(l.starts, offset+1) - 1
	start := l.starts[line]
	if line == 0 {
		start += l.mark()
	}
	if offset < start {
		return Position{line + 1, 1}
	}
	return Position{line + 1, l.before(offset) - l.before(start) + 1}
}

// mark returns the length of a byte-order mark, which is no column.
func (l *lines) mark() int {
	if l.unit == 2 {
		return 2
	}
	if len(l.data) >= 3 && l.data[0] == 0xef && l.data[1] == 0xbb && l.data[2] == 0xbf {
		return 3
	}
	return 0
}

// A place is where a statement stands in its file.
type place struct {
	file       text.Span // from its first byte to the one after its last
	start, end Position  // end is exclusive
}

// files finds places in the bytes of files. A file that holds many drafts is indexed
// once: its bytes are those of each.
type files map[*byte]*lines

// of returns the lines of a file.
func (f files) of(data []byte) *lines {
	if len(data) == 0 {
		return newLines(nil)
	}
	l := f[&data[0]]
	if l == nil {
		l = newLines(data)
		f[&data[0]] = l
	}
	return l
}

// draft returns the lines of a draft.
func (f files) draft(d *verify.Draft) *lines {
	if d.Data == nil && d.Document != nil {
		return textLines(d.Document.Text)
	}
	return f.of(d.Data)
}

// places finds the places of findings.
type places struct {
	files files
	lines map[*claims.Document]*lines // of drafts
	data  map[*claims.Document][]byte // of drafts whose file is at hand
}

func newPlaces(r *verify.Report) places {
	p := places{files{}, map[*claims.Document]*lines{}, map[*claims.Document][]byte{}}
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Document != nil {
			p.data[d.Document] = d.Data
		}
	}
	return p
}

// file returns the lines of the file of the finding's draft.
func (p places) file(f *verify.Finding) *lines {
	l := p.lines[f.Draft]
	if l == nil {
		if data := p.data[f.Draft]; data != nil {
			l = p.files.of(data)
		} else {
			l = textLines(f.Draft.Text)
		}
		p.lines[f.Draft] = l
	}
	return l
}

// of returns the place of a span of the finding's draft.
func (p places) of(f *verify.Finding, s text.Span) place {
	l, file := p.file(f), f.Draft.File(s)
	return place{file, l.position(file.Start), l.position(file.End)}
}
