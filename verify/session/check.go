package session

import (
	"context"
	"slices"

	"factcheck/claims"
	"factcheck/sources/reader"
	"factcheck/verify"
)

// Options says how drafts are checked. The zero value is the default.
type Options struct {
	Kept   bool // an answer for the meantime: what was found of the same words stands
	Strict bool // what is unfound or unsupported is an error, whatever the setting says

	// Began is called before the statements of each archive's drafts are judged, and what it
	// returns as each was judged, from any goroutine; either may be nil.
	Began func() (judged func(all int))
}

// A Report is what a check found.
type Report struct {
	*verify.Report
	Mistaken []Mistaken // directives that mean nothing, in the order of the drafts
}

// A Mistaken directive stands in a draft.
type Mistaken struct {
	Draft *verify.Draft
	verify.BadDirective
}

// Check checks drafts, each under its own setting, settles the levels of what was found and
// applies the suppressions of the drafts and what was accepted before. Drafts of one archive are checked together, and
// the reports are joined in the order of the drafts. Where no draft could be read no archive
// is opened.
func (s *Session) Check(ctx context.Context, drafts []verify.Draft, opt Options) (*Report, error) {
	groups, err := s.grouped(drafts)
	if err != nil {
		return nil, err
	}
	all := &Report{Report: &verify.Report{}}
	for _, g := range groups {
		one, err := g.check(ctx, s.config, opt)
		if err != nil {
			return nil, err
		}
		if len(groups) == 1 {
			all.Report = one
		} else {
			merge(all.Report, one)
		}
	}
	if len(groups) > 1 {
		inOrderOf(all.Report, drafts)
	}
	for i := range all.Drafts {
		d := &all.Drafts[i]
		for _, b := range bad(groups, d.Document) {
			all.Mistaken = append(all.Mistaken, Mistaken{d, b})
		}
	}
	if s.config.Accept != nil {
		if err := s.config.Accept(all.Report); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// A group is drafts of one archive.
type group struct {
	shelf  *shelf
	drafts []verify.Draft
	bad    map[*claims.Document][]verify.BadDirective
}

// grouped sorts drafts into groups, in the order in which each first appears.
func (s *Session) grouped(drafts []verify.Draft) ([]*group, error) {
	var groups []*group
	for _, d := range drafts {
		x, err := s.shelf(d.Path)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(groups, func(g *group) bool { return g.shelf.setting.Key == x.setting.Key })
		if i < 0 {
			i = len(groups)
			groups = append(groups, &group{shelf: x, bad: map[*claims.Document][]verify.BadDirective{}})
		}
		groups[i].drafts = append(groups[i].drafts, d)
	}
	return groups, nil
}

// check checks the drafts of one group.
func (g *group) check(ctx context.Context, config Config, opt Options) (*verify.Report, error) {
	if !slices.ContainsFunc(g.drafts, func(d verify.Draft) bool { return d.Document != nil }) {
		return &verify.Report{Drafts: g.drafts}, nil
	}
	h, err := g.shelf.take(ctx, !opt.Kept)
	if err != nil {
		return nil, err
	}
	defer g.shelf.release(h)
	set := g.shelf.setting
	how := verify.Options{Strict: set.Strict || opt.Strict, Jobs: config.Jobs, Kept: opt.Kept}
	if how.Model, err = set.Model(); err != nil {
		return nil, err
	}
	if opt.Began != nil {
		how.Judged = opt.Began()
	}
	r, err := h.checker.Check(ctx, h.opened.Archive, g.drafts, how)
	if err != nil {
		return nil, err
	}
	PerDraft(r, func(d *verify.Draft, findings []*verify.Finding) {
		p := set.Policy(d.Path)
		p.Strict = how.Strict
		p.Select, p.Ignore = config.Selected, config.Ignored
		for _, f := range findings {
			p.Apply(f)
		}
		var bad []verify.BadDirective
		d.Unused, bad = verify.Suppress(d.Document, d.Data, findings)
		g.bad[d.Document] = append(bad, verify.Mark(d.Document, d.Data, findings)...)
	})
	return r, nil
}

// bad returns the directives of a draft that mean nothing.
func bad(groups []*group, d *claims.Document) []verify.BadDirective {
	for _, g := range groups {
		if b := g.bad[d]; len(b) > 0 {
			return b
		}
	}
	return nil
}

// Read reads the bytes of a file into drafts. What could be read comes even with an error.
func (s *Session) Read(path string, data []byte, opt reader.Options) ([]verify.Draft, error) {
	config := s.config.Read
	if opt.Type == "" {
		opt.Type = config.Type
	}
	if opt.Date == 0 {
		opt.Date = config.Date
	}
	if opt.Lang == "" {
		opt.Lang = config.Lang
	}
	opt.Most = config.Most
	docs, err := reader.Read(path, data, opt)
	if reader.Packaged(data) {
		data = nil
	}
	return Drafts(docs, data), err
}

// Drafts makes a draft of each document of a file; what somebody else claimed, in a page that
// checks it, is none. Data are the file's bytes, nil where places are those of the text.
func Drafts(docs []*claims.Document, data []byte) []verify.Draft {
	var out []verify.Draft
	for _, d := range docs {
		if d.Review == nil {
			out = append(out, verify.Draft{Path: d.Path, Document: d, Data: data})
		}
	}
	return out
}

// PerDraft calls f with each draft that was read and its findings.
func PerDraft(r *verify.Report, f func(*verify.Draft, []*verify.Finding)) {
	of := map[*claims.Document][]*verify.Finding{}
	for i := range r.Findings {
		x := &r.Findings[i]
		of[x.Draft] = append(of[x.Draft], x)
	}
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Document != nil {
			f(d, of[d.Document])
		}
	}
}

// merge adds a report to another: documents add up, sources keep their order.
func merge(all, one *verify.Report) {
	for _, s := range one.Sources {
		if !slices.Contains(all.Sources, s) {
			all.Sources = append(all.Sources, s)
		}
	}
	all.Findings = append(all.Findings, one.Findings...)
	all.Drafts = append(all.Drafts, one.Drafts...)
	all.Documents += one.Documents
	all.Newest = max(all.Newest, one.Newest)
}

// inOrderOf brings drafts and findings back into the order in which the drafts
// were given.
func inOrderOf(r *verify.Report, drafts []verify.Draft) {
	place := map[any]int{}
	key := func(d *verify.Draft) any {
		if d.Document != nil {
			return d.Document
		}
		return d.Err
	}
	for i := range drafts {
		place[key(&drafts[i])] = i
	}
	slices.SortStableFunc(r.Drafts, func(a, b verify.Draft) int { return place[key(&a)] - place[key(&b)] })
	slices.SortStableFunc(r.Findings, func(a, b verify.Finding) int { return place[a.Draft] - place[b.Draft] })
}
