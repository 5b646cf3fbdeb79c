package session

import (
	"cmp"
	"slices"
	"strings"

	"factcheck/claims/name"
	"factcheck/verify/report"
)

// One person may stand in an archive under several names: Barack Obama in one document,
// President Obama in another that never says his given name, Barack H. Obama in a third.
// Sources list shows him once.
//
// Two whole names are of one person if the names say so and no third tells them apart: twin
// George Bush, where there are George W. and George H. W. Bush. A family name alone is the one
// person's of that family who has its role, or of whom several documents speak: twin Admiral
// Harris, where there is a Senator Jane Harris.

// A family is those of one family name: rows of persons with their names.
type family []bearer

type bearer struct {
	row  *report.Credited
	name name.Name
	one  int // the index of who stands for him; his own at first
}

// wellKnown is how many documents speak of somebody who is known by his family name.
const wellKnown = 3

// crowd is more names than are compared with each other.
const crowd = 60

// families sorts the persons of a list by family name. A single word may be anybody's.
func families(list []*report.Credited) map[string]family {
	of := map[string]family{}
	for _, x := range list {
		if last := familyName(x.Name); x.Kind == "person" && last != "" {
			of[last] = append(of[last], bearer{row: x, name: name.Parse(x.Name).As(name.Person), one: len(of[last])})
		}
	}
	return of
}

// familyName returns the family name of a person, empty if the name is no person's.
func familyName(of string) string {
	n := name.Parse(of).As(name.Person)
	if n.Empty() || n.Plural() {
		return ""
	}
	return n.Words[len(n.Words)-1]
}

// join finds who is one and the same.
func (f family) join() {
	for i := range f {
		for k := range i {
			if len(f[i].name.Words) > 1 && len(f[k].name.Words) > 1 && f.same(i, k) {
				f.unite(i, k)
			}
		}
	}
	for i := range f {
		if len(f[i].name.Words) == 1 {
			if k := f.known(i); k >= 0 {
				f.unite(i, k)
			}
		}
	}
}

// same reports whether two whole names are of one person, and no third is of one of the two
// only. Twin: James Doe, where there are James B. Doe and James B. Doe Jr.
func (f family) same(i, k int) bool {
	parts := func(a, b, o *bearer) bool {
		r, _ := name.Compare(b.name, o.name)
		return alike(a, o) && r == name.Different
	}
	return alike(&f[i], &f[k]) && !slices.ContainsFunc(f, func(o bearer) bool {
		return len(o.name.Words) > 1 && (parts(&f[i], &f[k], &o) || parts(&f[k], &f[i], &o))
	})
}

// alike reports whether two names may be of one person: father and son are told apart, unless
// both have one role. “Vice President Joe Amani”, “Vice President Joseph R. Amani Jr.”
func alike(a, b *bearer) bool {
	r, why := name.Compare(a.name, b.name)
	return r == name.Same || r == name.Unknown && why == name.NameSake && shareRole(a.row, b.row)
}

// known returns which whole name the single one at i stands for; -1 if none clearly.
func (f family) known(i int) int {
	only, office := -1, -1
	persons, holders := map[int]bool{}, map[int]bool{}
	for k := range f {
		if len(f[k].name.Words) == 1 {
			continue
		}
		only, persons[f[k].one] = k, true
		if shareRole(f[i].row, f[k].row) {
			office, holders[f[k].one] = k, true
		}
	}
	switch {
	case len(holders) == 1:
		return office
	case len(persons) == 1 && len(f[i].row.Roles) == 0 && f.documents(f[only].one) >= wellKnown:
		return only
	}
	return -1
}

// documents returns how many documents speak of the person at k under a whole name.
func (f family) documents(k int) (n int) {
	for i := range f {
		if f[i].one == k {
			n += f[i].row.Documents
		}
	}
	return n
}

// unite makes one of two: under the name with most statements, of those a whole one. Of Dana Doe Roe and Doe Roe
// that is the first.
func (f family) unite(i, k int) {
	a, b := f[i].one, f[k].one
	if a == b {
		return
	}
	whole := func(x int) int { return min(len(f[x].name.Words), 2) }
	ends := func(x, y int) int { // Doe Roe of Dana Doe Roe
		if name.Ends(f[x].row.Name, f[y].row.Name) {
			return 1
		}
		return 0
	}
	if cmp.Or(whole(a)-whole(b), ends(b, a)-ends(a, b), f[a].row.Statements-f[b].row.Statements, strings.Compare(f[b].row.Name, f[a].row.Name)) < 0 {
		a, b = b, a
	}
	for x := range f {
		if f[x].one == b {
			f[x].one = a
		}
	}
}

// shareRole reports whether two sources have a role in the same words.
func shareRole(a, b *report.Credited) bool {
	return slices.ContainsFunc(a.Roles, func(r report.Role) bool {
		return slices.ContainsFunc(b.Roles, func(o report.Role) bool { return strings.EqualFold(r.Text, o.Text) })
	})
}

// bearers returns a list in which everybody stands once, his other names among his aliases,
// and who stands there for each name of it.
func (all *Credits) bearers(list []*report.Credited) ([]*report.Credited, map[string]*report.Credited) {
	stands := map[string]*report.Credited{}
	for _, f := range families(list) {
		if len(f) < 2 || len(f) > crowd {
			continue
		}
		f.join()
		for i := range f {
			if one := &f[f[i].one]; one.one != i {
				if stands[one.row.Name] == nil {
					x := *one.row
					x.Roles, x.Aliases = slices.Clone(x.Roles), nil
					stands[x.Name] = &x
				}
				stands[f[i].row.Name] = stands[one.row.Name]
				all.add(stands[one.row.Name], f[i].row)
			}
		}
	}
	var out []*report.Credited
	for _, x := range list {
		s := stands[x.Name]
		if s == nil {
			s, stands[x.Name] = x, x
		}
		if s.Name == x.Name {
			slices.Sort(s.Aliases)
			out = append(out, s)
		}
	}
	return out, stands
}

// add counts for a source what is credited to it under another name.
func (all *Credits) add(to, other *report.Credited) {
	to.Aliases = append(to.Aliases, other.Name)
	to.Statements += other.Statements
	in := slices.Concat(all.in[to.Name], all.in[other.Name])
	slices.Sort(in)
	all.in[to.Name] = slices.Compact(in)
	to.Documents = len(all.in[to.Name])
	for _, r := range other.Roles {
		k := slices.IndexFunc(to.Roles, func(o report.Role) bool { return o.Text == r.Text })
		switch {
		case k >= 0:
			o := &to.Roles[k]
			o.Documents += r.Documents
			if r.From > 0 && (o.From == 0 || r.From < o.From) {
				o.From = r.From
			}
			o.To = max(o.To, r.To)
		case len(to.Roles) < mostRoles:
			to.Roles = append(to.Roles, r)
		}
	}
}
