package index

import (
	"fmt"
	"slices"

	"factcheck/claims"
)

// An Outline is what a list tells of a document without reading its text: its metadata, and
// whom its statements are credited to.
type Outline struct {
	Info
	Credits []Credit
}

// A Credit is statements of a document that are credited alike: three of the mayor's, told AFP.
type Credit struct {
	Statements  int
	Attribution claims.Attribution // the speaker's name, role and kind and the names of Via; of the rest nothing
}

// Outline returns the outline of a document. Its credits stand in the order in which the
// statements first have them.
func (e *Entry) Outline() *Outline {
	o := &Outline{Info: Info{Document: *e.Document, Statements: len(e.Statements)}}
	o.Document.Text, o.Document.Blocks, o.Document.Pieces, o.Document.Warnings = "", nil, nil, nil
	at := map[string]int{}
	for i := range e.Statements {
		a := creditedTo(&e.Statements[i].Attribution)
		key := string(appendCredit(nil, &a))
		k, ok := at[key]
		if !ok {
			k = len(o.Credits)
			at[key], o.Credits = k, append(o.Credits, Credit{Attribution: a})
		}
		o.Credits[k].Statements++
	}
	return o
}

func creditedTo(a *claims.Attribution) (of claims.Attribution) {
	of.Speaker = claims.Speaker{Name: a.Speaker.Name, Role: a.Speaker.Role, Kind: a.Speaker.Kind}
	for _, o := range a.Via {
		of.Via = append(of.Via, claims.Outlet{Name: o.Name})
	}
	return of
}

// Credited returns the names that the statements are credited to, as they are written, each
// once: their speakers, the outlets of their chains, the publisher.
func (o *Outline) Credited() []string {
	var names []string
	for _, c := range o.Credits {
		names = append(names, c.Attribution.Speaker.Name, o.Document.Publisher)
		for _, via := range c.Attribution.Via {
			names = append(names, via.Name)
		}
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" })
}

// Pack returns an outline as bytes, without its number.
func (o *Outline) Pack() []byte {
	b := appendString(nil, string(appendMeta(nil, &o.Document, o.Statements)))
	b = appendInt(b, len(o.Credits))
	for i := range o.Credits {
		b = appendCredit(appendInt(b, o.Credits[i].Statements), &o.Credits[i].Attribution)
	}
	return b
}

// UnpackOutline reads what Pack wrote.
func UnpackOutline(data []byte) (*Outline, error) {
	r := reader{b: data}
	head := reader{b: r.bytes(r.int())}
	o := &Outline{}
	o.Statements = head.meta(&o.Document)
	if n := r.count(5); n > 0 {
		o.Credits = make([]Credit, n)
	}
	for i := range o.Credits {
		c := &o.Credits[i]
		c.Statements, c.Attribution = r.int(), r.credit()
	}
	if head.bad || r.bad || len(head.b)+len(r.b) > 0 {
		return nil, fmt.Errorf("%w: the outline of a document cannot be decoded", ErrDamaged)
	}
	return o, nil
}

func appendCredit(b []byte, a *claims.Attribution) []byte {
	b = append(appendString(appendString(b, a.Speaker.Name), a.Speaker.Role), byte(a.Speaker.Kind))
	b = appendInt(b, len(a.Via))
	for _, o := range a.Via {
		b = appendString(b, o.Name)
	}
	return b
}

func (r *reader) credit() (a claims.Attribution) {
	a.Speaker.Name, a.Speaker.Role = r.string(), r.string()
	if kind := r.bytes(1); kind != nil {
		a.Speaker.Kind = claims.SpeakerKind(kind[0])
	}
	if n := r.count(1); n > 0 {
		a.Via = make([]claims.Outlet, n)
	}
	for i := range a.Via {
		a.Via[i].Name = r.string()
	}
	return a
}
