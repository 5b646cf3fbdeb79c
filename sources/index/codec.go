package index

import (
	"encoding/binary"
	"math"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// Values are written as unsigned varints and length-prefixed bytes. A reader
// checks every length against what is left; the first thing that does not fit
// turns it bad, after which it yields zeros, so that a decoder needs one check at
// its end and no input makes it panic or allocate more than the input's size.

type reader struct {
	b   []byte
	bad bool
}

func (r *reader) uint() uint64 {
	if len(r.b) > 0 && r.b[0] < 0x80 {
		v := r.b[0]
		r.b = r.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

// int reads a number that must fit 31 bits, as every offset does.
func (r *reader) int() int {
	v := r.uint()
	if v > math.MaxInt32 {
		r.bad, r.b = true, nil
		return 0
	}
	return int(v)
}

// count reads the number of items that follow, each at least size bytes.
func (r *reader) count(size int) int {
	n := r.int()
	if n*size > len(r.b) {
		r.bad, r.b = true, nil
		return 0
	}
	return n
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) string() string { return string(r.bytes(r.int())) }

// signed reads a zig-zag number within 32 bits.
func (r *reader) signed() int {
	v := r.uint()
	if v > math.MaxUint32 {
		r.bad, r.b = true, nil
		return 0
	}
	return int(int32(v>>1) ^ -int32(v&1))
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendInt(b []byte, v int) []byte { return binary.AppendUvarint(b, uint64(v)) }

func appendSigned(b []byte, v int) []byte {
	return binary.AppendUvarint(b, uint64(uint32(v)<<1^uint32(int32(v)>>31)))
}

// appendMeta writes what is known of a document apart from its text.
func appendMeta(b []byte, d *claims.Document, statements int) []byte {
	b = append(b, d.SHA256[:]...)
	b = appendSigned(b, int(d.Date))
	b = appendInt(b, statements)
	for _, s := range [...]string{d.ID, d.Path, d.Publisher, d.Author, d.Speaker, d.Title, d.Subtitle, d.URL, d.Lang} {
		b = appendString(b, s)
	}
	if d.Release == (claims.Release{}) && d.Review == nil {
		return b
	}
	b = appendRelease(b, d.Release)
	if d.Review != nil {
		b = appendString(appendString(b, d.Review.Publisher), d.Review.Rating)
	}
	return b
}

// appendRelease writes what an agency says of an item. It stands behind what older programs
// wrote, which pass over it.
func appendRelease(b []byte, r claims.Release) []byte {
	withdrawn := 0
	if r.Withdrawn {
		withdrawn = 1
	}
	b = appendInt(appendInt(b, r.Version), withdrawn)
	return binary.AppendVarint(appendSigned(b, int(r.Embargo)), r.Sent)
}

func (r *reader) release() (out claims.Release) {
	out.Version, out.Withdrawn = r.int(), r.int() != 0
	out.Embargo = date.Day(r.signed())
	sent, n := binary.Varint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return claims.Release{}
	}
	out.Sent, r.b = sent, r.b[n:]
	return out
}

// statements reads the number of statements in front of meta's strings.
func (r *reader) statements() int {
	r.bytes(len(claims.Document{}.SHA256))
	r.signed()
	return r.int()
}

func (r *reader) meta(d *claims.Document) (statements int) {
	copy(d.SHA256[:], r.bytes(len(d.SHA256)))
	d.Date = date.Day(r.signed())
	statements = r.int()
	for _, s := range [...]*string{&d.ID, &d.Path, &d.Publisher, &d.Author, &d.Speaker, &d.Title, &d.Subtitle, &d.URL, &d.Lang} {
		*s = r.string()
	}
	if len(r.b) > 0 {
		d.Release = r.release()
	}
	if len(r.b) > 0 {
		d.Review = &claims.Review{Publisher: r.string(), Rating: r.string()}
	}
	return statements
}

// appendLayout writes a document's blocks, pieces and warnings. The length of a piece that is
// not copied is written inverted, and its coding follows.
func appendLayout(b []byte, d *claims.Document) []byte {
	b = appendInt(b, len(d.Blocks))
	at := 0
	for _, k := range d.Blocks {
		b = appendSigned(b, k.Start-at)
		b = appendSigned(b, k.End-k.Start)
		b = append(b, byte(k.Kind))
		at = k.End
	}
	b = appendInt(b, len(d.Pieces))
	in, out := 0, 0
	for _, p := range d.Pieces {
		b = appendSigned(b, p.Text.Start-in)
		if p.Coding == claims.Copied {
			b = appendSigned(b, p.Text.Len())
		} else {
			b = append(appendSigned(b, ^p.Text.Len()), byte(p.Coding))
		}
		b = appendSigned(b, p.File.Start-out)
		b = appendSigned(b, p.File.Len()-p.Text.Len())
		in, out = p.Text.End, p.File.End
	}
	b = appendInt(b, len(d.Warnings))
	for _, w := range d.Warnings {
		b = appendString(b, w)
	}
	return b
}

func (r *reader) layout(d *claims.Document) {
	if n := r.count(3); n > 0 {
		d.Blocks = make([]claims.Block, n)
		at := 0
		for i := range d.Blocks {
			k := &d.Blocks[i]
			k.Start = at + r.signed()
			k.End = k.Start + r.signed()
			if kind := r.bytes(1); kind != nil {
				k.Kind = claims.BlockKind(kind[0])
			}
			at = k.End
			r.check(k.Start >= 0 && k.Start <= k.End && k.End <= len(d.Text))
		}
	}
	if n := r.count(4); n > 0 {
		d.Pieces = make([]claims.Piece, n)
		in, out := 0, 0
		for i := range d.Pieces {
			p := &d.Pieces[i]
			p.Text.Start = in + r.signed()
			size := r.signed()
			if size < 0 {
				size = ^size
				if coding := r.bytes(1); coding != nil {
					p.Coding = claims.Coding(coding[0])
				}
			}
			p.Text.End = p.Text.Start + size
			p.File.Start = out + r.signed()
			p.File.End = p.File.Start + p.Text.Len() + r.signed()
			in, out = p.Text.End, p.File.End
			r.check(p.Text.Start >= 0 && p.Text.Start <= p.Text.End && p.Text.End <= len(d.Text) && p.File.Start >= 0 && p.File.Start <= p.File.End && p.Coding.Known())
		}
	}
	if n := r.count(1); n > 0 {
		d.Warnings = make([]string, n)
		for i := range d.Warnings {
			d.Warnings[i] = r.string()
		}
	}
}

func (r *reader) check(ok bool) {
	if !ok {
		r.bad, r.b = true, nil
	}
}

// Bits of a statement's first number: kind 1, form 2, commitment 2, told 1,
// speaker kind 3, then what need not be written, and from bit 21 the cue's class 3.
const (
	hasSpeaker  = 1 << (9 + iota) // any field of the speaker is set
	hasCue                        // any field of the cue is set
	hasVia                        // at least one outlet
	hasSaid                       // the time is known
	ownText                       // Text is not what the spans say
	ownSpeaker                    // the speaker's Text is not what its span says
	ownCue                        // the same for the cue
	ownCarrier                    // Publisher is not the document's
	hasQuoted                     // at least one quoted part
	oneSentence                   // the spans are one, and it is the sentence
	topic                         // the content was only spoken of
	hasTellers                    // at least one passed it on
)

func statementFlags(d *claims.Document, s *claims.Statement) uint64 {
	a := &s.Attribution
	f := uint64(s.Kind)&1 | uint64(s.Form)&3<<1 | uint64(a.Cue.Commitment)&3<<3 | uint64(a.Speaker.Kind)&7<<6 | uint64(a.Cue.Class)&7<<21
	for _, c := range [...]struct {
		set bool
		bit uint64
	}{
		{a.Told, 1 << 5},
		{a.Speaker.Text != "" || a.Speaker.Span != text.Span{} || a.Speaker.Name != "" || a.Speaker.Role != "", hasSpeaker},
		{a.Cue.Text != "" || a.Cue.Span != text.Span{} || a.Cue.Lemma != "", hasCue},
		{len(a.Via) > 0, hasVia},
		{a.Said != date.Interval{}, hasSaid},
		{s.Text != claims.Content(d.Text, s.Spans), ownText},
		{a.Speaker.Text != a.Speaker.Span.In(d.Text), ownSpeaker},
		{a.Cue.Text != a.Cue.Span.In(d.Text), ownCue},
		{a.Publisher != d.Publisher, ownCarrier},
		{len(s.Quoted) > 0, hasQuoted},
		{len(s.Spans) == 1 && s.Spans[0] == s.Sentence, oneSentence},
		{s.Topic, topic},
		{len(a.Tellers) > 0, hasTellers},
	} {
		if c.set {
			f |= c.bit
		}
	}
	return f
}

// appendStatement writes s, a statement of d. Words that stand in the document
// are written as their span only; *at is the end of the statement before.
func appendStatement(b []byte, d *claims.Document, s *claims.Statement, at *int, n *names) []byte {
	a, f := &s.Attribution, statementFlags(d, s)
	b = binary.AppendUvarint(b, f)
	b = appendSpan(b, s.Sentence, *at)
	base := s.Sentence.Start
	*at = s.Sentence.End
	if f&oneSentence == 0 {
		b = appendSpans(b, s.Spans, base)
	}
	if f&hasQuoted != 0 {
		b = appendSpans(b, s.Quoted, base)
	}
	if f&ownText != 0 {
		b = appendString(b, s.Text)
	}
	if f&hasSpeaker != 0 {
		b = appendSpan(b, a.Speaker.Span, base)
		if f&ownSpeaker != 0 {
			b = appendString(b, a.Speaker.Text)
		}
		b = n.append(n.append(b, a.Speaker.Name), a.Speaker.Role)
	}
	if f&hasCue != 0 {
		b = appendSpan(b, a.Cue.Span, base)
		if f&ownCue != 0 {
			b = appendString(b, a.Cue.Text)
		}
		b = n.append(b, a.Cue.Lemma)
	}
	if f&hasVia != 0 {
		b = appendInt(b, len(a.Via))
		for _, o := range a.Via {
			b = n.append(appendSpan(b, o.Span, base), o.Name)
		}
	}
	if f&hasTellers != 0 {
		b = appendInt(b, len(a.Tellers))
		for _, t := range a.Tellers {
			b = appendString(appendInt(appendSpan(b, t.Span, base), int(t.Kind)), t.Text)
			b = n.append(n.append(b, t.Name), t.Role)
		}
	}
	if f&ownCarrier != 0 {
		b = n.append(b, a.Publisher)
	}
	if f&hasSaid != 0 {
		b = appendSigned(appendSigned(b, int(a.Said.From)), int(a.Said.To))
	}
	return b
}

func (r *reader) statement(d *claims.Document, s *claims.Statement, at *int, n *names) {
	f := r.uint()
	a := &s.Attribution
	s.Kind, s.Form, s.Topic = claims.Kind(f&1), claims.Form(f>>1&3), f&topic != 0
	a.Cue.Commitment, a.Told, a.Speaker.Kind = claims.Commitment(f>>3&3), f&(1<<5) != 0, claims.SpeakerKind(f>>6&7)
	a.Cue.Class = claims.CueClass(f >> 21 & 7)
	s.Sentence = r.span(*at)
	base := s.Sentence.Start
	*at = s.Sentence.End
	if f&oneSentence != 0 {
		s.Spans = []text.Span{s.Sentence}
	} else {
		s.Spans = r.spans(base)
	}
	if f&hasQuoted != 0 {
		s.Quoted = r.spans(base)
	}
	if f&ownText != 0 {
		s.Text = r.string()
	} else {
		s.Text = claims.Content(d.Text, s.Spans)
	}
	if f&hasSpeaker != 0 {
		a.Speaker.Span = r.span(base)
		a.Speaker.Text = a.Speaker.Span.In(d.Text)
		if f&ownSpeaker != 0 {
			a.Speaker.Text = r.string()
		}
		a.Speaker.Name, a.Speaker.Role = r.name(n), r.name(n)
	}
	if f&hasCue != 0 {
		a.Cue.Span = r.span(base)
		a.Cue.Text = a.Cue.Span.In(d.Text)
		if f&ownCue != 0 {
			a.Cue.Text = r.string()
		}
		a.Cue.Lemma = r.name(n)
	}
	if f&hasVia != 0 {
		a.Via = make([]claims.Outlet, r.count(3))
		for i := range a.Via {
			a.Via[i].Span = r.span(base)
			a.Via[i].Name = r.name(n)
		}
	}
	if f&hasTellers != 0 {
		a.Tellers = make([]claims.Speaker, r.count(6))
		for i := range a.Tellers {
			t := &a.Tellers[i]
			t.Span = r.span(base)
			t.Kind = claims.SpeakerKind(r.count(0))
			t.Text = r.string()
			t.Name, t.Role = r.name(n), r.name(n)
		}
	}
	a.Publisher = d.Publisher
	if f&ownCarrier != 0 {
		a.Publisher = r.name(n)
	}
	if f&hasSaid != 0 {
		a.Said.From, a.Said.To = date.Day(r.signed()), date.Day(r.signed())
	}
}

func appendSpan(b []byte, s text.Span, base int) []byte {
	return appendSigned(appendSigned(b, s.Start-base), s.End-s.Start)
}

func (r *reader) span(base int) (s text.Span) {
	s.Start = base + r.signed()
	s.End = s.Start + r.signed()
	return s
}

func appendSpans(b []byte, spans []text.Span, base int) []byte {
	b = appendInt(b, len(spans))
	for _, s := range spans {
		b = appendSpan(b, s, base)
		base = s.End
	}
	return b
}

func (r *reader) spans(base int) []text.Span {
	n := r.count(2)
	if n == 0 {
		return nil
	}
	list := make([]text.Span, n)
	for i := range list {
		list[i] = r.span(base)
		base = list[i].End
	}
	return list
}

// names are the strings that the statements of a document repeat: each is
// written once, after that by its number.
type names struct {
	list []string
	at   map[string]int
}

func (n *names) append(b []byte, s string) []byte {
	if s == "" {
		return append(b, 0)
	}
	if i, ok := n.at[s]; ok {
		return appendInt(b, i+2)
	}
	if n.at == nil {
		n.at = map[string]int{}
	}
	n.at[s] = len(n.at)
	return appendString(append(b, 1), s)
}

func (r *reader) name(n *names) string {
	switch i := r.int(); {
	case i == 0:
		return ""
	case i == 1:
		n.list = append(n.list, r.string())
		return n.list[len(n.list)-1]
	case i-2 < len(n.list):
		return n.list[i-2]
	}
	r.check(false)
	return ""
}

// appendBody writes everything of a document but its metadata and its text.
func appendBody(b []byte, e *Entry) []byte {
	b = appendLayout(b, e.Document)
	var n names
	at := 0
	for i := range e.Statements {
		b = appendStatement(b, e.Document, &e.Statements[i], &at, &n)
	}
	return b
}

// body reads what appendBody wrote.
func (r *reader) body(d *claims.Document, statements int) []claims.Statement {
	r.layout(d)
	if statements*3 > len(r.b) { // none takes less
		r.check(false)
		return nil
	}
	var list []claims.Statement
	if statements > 0 {
		list = make([]claims.Statement, statements)
	}
	var n names
	at := 0
	for k := range list {
		r.statement(d, &list[k], &at, &n)
	}
	r.check(!r.bad && len(r.b) == 0)
	return list
}
