package session

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/sources/index"
	"factcheck/verify/report"
)

// Credits is who the statements of an archive are credited to.
type Credits struct {
	List      []*report.Credited // those with most statements first
	of        map[string]*report.Credited
	documents []uint32 // in the order of their IDs
}

// NewCredits reads a whole archive, one document after the other.
func NewCredits(ctx context.Context, a *sources.Archive) (*Credits, error) {
	all := &Credits{of: map[string]*report.Credited{}}
	ids := map[uint32]string{}
	if err := a.Index().Documents(func(i index.Info) bool { ids[i.Number] = i.Document.ID; return true }); err != nil {
		return nil, err
	}
	all.documents = slices.SortedFunc(maps.Keys(ids), func(a, b uint32) int { return strings.Compare(ids[a], ids[b]) })
	for _, n := range all.documents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e, err := a.Index().Entry(n)
		if err != nil {
			return nil, err
		}
		here := map[string]bool{}
		for i := range e.Statements {
			for _, x := range creditsOf(a, e.Document, &e.Statements[i]) {
				all.count(x, !here[x.Name])
				here[x.Name] = true
			}
		}
	}
	all.List = slices.SortedFunc(maps.Values(all.of), func(a, b *report.Credited) int {
		return cmp.Or(b.Statements-a.Statements, strings.Compare(a.Name, b.Name))
	})
	for _, s := range a.Names().Configured() {
		if x := all.of[s.Name]; x != nil {
			x.Aliases, x.Kind, x.Owner = s.Aliases, s.Kind, s.Owner
		}
	}
	return all, nil
}

// count counts a statement for a source, and its document with the first of it.
func (all *Credits) count(of report.Credited, first bool) {
	x := all.of[of.Name]
	if x == nil {
		x = &report.Credited{Name: strings.Clone(of.Name), Kind: of.Kind}
		all.of[x.Name] = x
	}
	x.Statements++
	if first {
		x.Documents++
	}
	if x.Role == "" {
		x.Role = strings.Clone(of.Role)
	}
}

// creditsOf returns whom a statement is credited to: its speaker, the outlets of its chain
// and its publisher, each once.
func creditsOf(a *sources.Archive, d *claims.Document, s *claims.Statement) (list []report.Credited) {
	put := func(name, kind, role string) {
		name = a.Names().Canonical(name)
		if name != "" && !slices.ContainsFunc(list, func(x report.Credited) bool { return x.Name == name }) {
			list = append(list, report.Credited{Name: name, Kind: kind, Role: role})
		}
	}
	put(s.Attribution.Speaker.Name, report.SpeakerKind(s.Attribution.Speaker.Kind), s.Attribution.Speaker.Role)
	for _, o := range s.Attribution.Via {
		put(o.Name, "outlet", "")
	}
	put(d.Publisher, "outlet", "")
	return list
}

// Of returns a source by its name in List, nil if there is none.
func (all *Credits) Of(name string) *report.Credited { return all.of[name] }

// Names returns the name of every source, in the order of List.
func (all *Credits) Names() []string {
	var names []string
	for _, s := range all.List {
		names = append(names, s.Name)
	}
	return names
}

// Said reads the archive again for what a source is credited with.
func (all *Credits) Said(ctx context.Context, a *sources.Archive, name string) iter.Seq2[*report.Found, error] {
	return func(yield func(*report.Found, error) bool) {
		for _, n := range all.documents {
			e, err := a.Index().Entry(n)
			if err = cmp.Or(ctx.Err(), err); err != nil {
				yield(nil, err)
				return
			}
			for i := range e.Statements {
				s := &e.Statements[i]
				credited := slices.ContainsFunc(creditsOf(a, e.Document, s), func(x report.Credited) bool { return x.Name == name })
				if credited && !yield(&report.Found{Document: e.Document, Statement: s, Span: s.Span(), Score: 1}, nil) {
					return
				}
			}
		}
	}
}
