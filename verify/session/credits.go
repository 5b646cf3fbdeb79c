package session

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify/report"
)

// Credits is who the statements of an archive are credited to.
type Credits struct {
	List      []*report.Credited          // those with most statements first, a person of several names once
	of        map[string]*report.Credited // each name by itself
	stands    map[string]*report.Credited // who of List has a name
	in        map[string][]uint32         // the documents that credit a name
	documents []uint32                    // in the order of their IDs
}

// NewCredits asks for the outlines of a whole archive.
func NewCredits(ctx context.Context, a *sources.Archive) (*Credits, error) {
	return readCredits(ctx, a, nil)
}

// NewCreditsOf asks for what is credited to a source, and to all who may be the same person: to
// Barack Obama what is credited to anybody of that family name. Of others it knows a part.
func NewCreditsOf(ctx context.Context, a *sources.Archive, source string) (*Credits, error) {
	written, err := a.Engine().Credited(ctx)
	if err != nil {
		return nil, err
	}
	kin := []string{} // nobody: nil would be everybody
	for _, n := range written {
		c := a.Names().Canonical(n)
		if c == source || familyName(c) != "" && familyName(c) == familyName(source) {
			kin = append(kin, n)
		}
	}
	return readCredits(ctx, a, kin)
}

// readCredits asks for the outlines of the documents that credit one of some names; nil: of all.
func readCredits(ctx context.Context, a *sources.Archive, names []string) (*Credits, error) {
	all := &Credits{of: map[string]*report.Credited{}, in: map[string][]uint32{}}
	err := a.Engine().Outlines(ctx, names, func(o *index.Outline) error {
		all.documents = append(all.documents, o.Number)
		here := map[credit]bool{}
		for _, c := range o.Credits {
			for _, x := range creditsOf(a, o.Document.Publisher, &c.Attribution) {
				first := !here[credit{name: x.name}]
				if first {
					all.in[x.name] = append(all.in[x.name], o.Number)
				}
				all.count(x, o.Document.Date, c.Statements, first, !here[x])
				here[credit{name: x.name}], here[x] = true, true
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	bySaid := func(a, b *report.Credited) int {
		return cmp.Or(b.Statements-a.Statements, strings.Compare(a.Name, b.Name))
	}
	all.List, all.stands = all.bearers(slices.SortedFunc(maps.Values(all.of), bySaid))
	slices.SortFunc(all.List, bySaid)
	for _, x := range all.List {
		slices.SortStableFunc(x.Roles, func(a, b report.Role) int { return b.Documents - a.Documents })
		if len(x.Roles) > 0 {
			x.Role = x.Roles[0].Text
		}
	}
	for _, s := range a.Names().Configured() {
		if x := all.stands[s.Name]; x != nil {
			x.Aliases, x.Kind, x.Owner = slices.Concat(s.Aliases, x.Aliases), s.Kind, s.Owner
		}
	}
	return all, nil
}

// atATime is how many documents are read at a time where all are.
const atATime = 256

// each yields documents of an archive, in the order of their numbers in the list.
func each(ctx context.Context, a *sources.Archive, numbers []uint32) iter.Seq2[*index.Entry, error] {
	return func(yield func(*index.Entry, error) bool) {
		for some := range slices.Chunk(numbers, atATime) {
			entries, err := a.Engine().Entries(some...)
			if err = cmp.Or(ctx.Err(), err); err != nil {
				yield(nil, err)
				return
			}
			for i := range entries {
				if !yield(&entries[i], nil) {
					return
				}
			}
		}
	}
}

// credit is whom a statement is credited to.
type credit struct{ name, kind, role string }

// count counts statements of a document of a day for a source: the document with the
// first of it there, and its role with the first of that role.
func (all *Credits) count(of credit, day date.Day, statements int, first, firstOfRole bool) {
	x := all.of[of.name]
	if x == nil {
		x = &report.Credited{Name: strings.Clone(of.name), Kind: of.kind}
		all.of[x.Name] = x
	}
	x.Statements += statements
	if first {
		x.Documents++
	}
	if of.role == "" || !firstOfRole {
		return
	}
	k := slices.IndexFunc(x.Roles, func(r report.Role) bool { return r.Text == of.role })
	switch {
	case k >= 0:
	case len(x.Roles) == mostRoles:
		return
	default:
		k, x.Roles = len(x.Roles), append(x.Roles, report.Role{Text: strings.Clone(of.role)})
	}
	r := &x.Roles[k]
	r.Documents++
	if day > 0 && (r.From == 0 || day < r.From) {
		r.From = day
	}
	r.To = max(r.To, day)
}

// mostRoles is how many roles of one source are counted.
const mostRoles = 32

// creditsOf returns whom a statement is credited to: its speaker, the outlets of its chain
// and its publisher, each once.
func creditsOf(a *sources.Archive, publisher string, by *claims.Attribution) (list []credit) {
	put := func(name, kind, role string) {
		name = a.Names().Canonical(name)
		if name != "" && !slices.ContainsFunc(list, func(x credit) bool { return x.name == name }) {
			if o, ok := lexicon.OutletOf(name); ok && o.Kind != lexicon.Organisation {
				kind = "outlet" // though it speaks itself
			}
			list = append(list, credit{name, kind, role})
		}
	}
	put(by.Speaker.Name, report.SpeakerKind(by.Speaker.Kind), by.Speaker.Role)
	for _, o := range by.Via {
		put(o.Name, "outlet", "")
	}
	put(publisher, "outlet", "")
	return list
}

// Of returns a source by one of its names, nil if there is none.
func (all *Credits) Of(name string) *report.Credited { return all.stands[name] }

// Names returns every name that a statement is credited to, in the order of List.
func (all *Credits) Names() []string {
	var names []string
	for _, s := range all.List {
		names = append(append(names, s.Name), s.Aliases...)
	}
	return slices.DeleteFunc(names, func(n string) bool { return all.of[n] == nil }) // a configured alias
}

// Said reads the documents that credit a source for what it is credited with.
func (all *Credits) Said(ctx context.Context, a *sources.Archive, name string) iter.Seq2[*report.Found, error] {
	return func(yield func(*report.Found, error) bool) {
		who := all.stands[name]
		here := map[uint32]bool{}
		if who != nil {
			for _, n := range all.in[who.Name] {
				here[n] = true
			}
		}
		for e, err := range each(ctx, a, slices.DeleteFunc(slices.Clone(all.documents), func(n uint32) bool { return !here[n] })) {
			if err != nil {
				yield(nil, err)
				return
			}
			for i := range e.Statements {
				s := &e.Statements[i]
				credited := slices.ContainsFunc(creditsOf(a, e.Document.Publisher, &s.Attribution), func(x credit) bool { return all.stands[x.name] == who })
				if credited && !yield(&report.Found{Document: e.Document, Statement: s, Span: s.Span(), Score: 1}, nil) {
					return
				}
			}
		}
	}
}
