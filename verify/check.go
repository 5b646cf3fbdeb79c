package verify

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"factcheck/claims"
	"factcheck/sources"
	"factcheck/verify/entail"
)

// Options says how drafts are checked. The zero value is the default.
type Options struct {
	Strict bool          // what is unfound or unsupported is an error
	Jobs   int           // statements judged at a time; 0 is one a core
	Judged func(all int) // called as each of all statements was judged, from any goroutine, if set
	Model  *entail.Model // asked where the rules are silent; nil is none
	Kept   bool          // take what the Checker found earlier where paragraph and statement are the same: an answer for the meantime
}

// A Checker keeps what was worked out of an archive from one check to the next: an editor
// that asks again after each word finds the archive prepared. It holds as much as a check
// of a long draft does, and no more after a thousand of them. The zero value is ready to
// use, by several goroutines at once. Every archive that it is given must hold the same
// documents under the same numbers: an index that was written to needs a new Checker.
type Checker struct{ prepared preparations }

// Check is Checker.Check with nothing kept.
func Check(ctx context.Context, archive *sources.Archive, drafts []Draft, opt Options) (*Report, error) {
	return new(Checker).Check(ctx, archive, drafts, opt)
}

// Check judges every checkable statement of the drafts against the archive. Drafts that
// could not be read (Document nil) are kept in the report with their error. A
// draft is never evidence for itself: documents of its path or its bytes are left
// out, whatever the archive holds. The report does not depend on Jobs.
//
// The error is the archive's: it could not be read, or ctx was cancelled.
func (c *Checker) Check(ctx context.Context, archive *sources.Archive, drafts []Draft, opt Options) (*Report, error) {
	r := &Report{Drafts: drafts}
	var err error
	if r.Documents, r.Newest, err = archive.Size(); err != nil {
		return nil, err
	}
	j := &judge{archive: archive, opt: opt, prepared: &c.prepared}
	for k, d := range drafts {
		if d.Document == nil {
			continue
		}
		own := newDraft(d.Document, claims.Extract(d.Document), &j.prepared.trees)
		why := make([]Why, len(own.statements))
		for i := range own.statements {
			if why[i] = unchecked(d.Document, &own.statements[i], own.trees); why[i] == Checked && doubled(d.Document, own.statements, i) {
				why[i] = Elsewhere
			}
			if why[i] != Checked {
				continue
			}
			r.Findings = append(r.Findings, Finding{Draft: d.Document, Statement: own.statements[i]})
			j.places = append(j.places, place{own, i})
		}
		r.Drafts[k].Unchecked = leftOut(d.Document, own.statements, why)
	}
	if err := archive.Ahead(ctx, j.asked(r.Findings)); err != nil {
		return nil, err
	}
	if err := j.all(ctx, r.Findings); err != nil {
		return nil, err
	}
	if err := j.itself(r.Findings); err != nil {
		return nil, err
	}
	r.Sources = columns(r.Findings)
	fingerprints(r.Findings)
	return r, nil
}

// A judge holds what the verdicts of one run share. It is safe for concurrent
// use.
type judge struct {
	archive  *sources.Archive
	opt      Options
	places   []place // where each finding's statement stands until it is judged
	prepared *preparations
	named    sync.Map                    // by mention: whether the archive names the speaker
	around   recent[stretch, wordingKey] // the sums of what stands around statements
}

// asked yields what the statements will be looked up by.
func (j *judge) asked(findings []Finding) iter.Seq[sources.Asked] {
	return func(yield func(sources.Asked) bool) {
		for i := range findings {
			d, s := findings[i].Draft, &findings[i].Statement
			a := sources.Asked{Lang: d.Lang, Claim: s.Text, Limit: max(rivals, proposals)}
			if s.Kind == claims.Quote {
				a.Quotation = claims.Content(d.Text, quotedWords(s))
			}
			if !yield(a) {
				return
			}
		}
	}
}

// A place is a statement of a draft by its number.
type place struct {
	draft *draft
	i     int
}

// all judges the findings in place, several at a time. Which worker judges what
// does not show in the result; the first error in the order of the findings is
// returned.
func (j *judge) all(ctx context.Context, findings []Finding) error {
	jobs := j.opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	errs := make([]error, len(findings))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(jobs, len(findings)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(findings) || ctx.Err() != nil {
					return
				}
				errs[i] = j.judge(&findings[i], j.places[i])
				j.places[i] = place{} // a draft whose statements were all judged needs no more room
				if j.opt.Judged != nil {
					j.opt.Judged(len(findings))
				}
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// judge judges one statement, or takes what was found of it earlier if that will do.
func (j *judge) judge(f *Finding, at place) error {
	key := j.keyOf(f.Draft, &f.Statement)
	if j.opt.Kept && j.prepared.again(key, f) {
		return nil
	}
	err := j.finding(f, at)
	if err == nil {
		j.prepared.keep(key, f)
	}
	return err
}

// finding judges one statement: quoted words as a quotation, what is mixed or
// reported as a claim too. The worst verdict is the finding's, the rest stand in
// Also.
func (j *judge) finding(f *Finding, at place) error {
	s := &f.Statement
	var opinions []opinion
	stands := true
	if s.Kind == claims.Quote {
		o, err := j.quotation(at.draft, s)
		if err != nil {
			return err
		}
		opinions = append(opinions, o)
		stands = o.verdict == Verbatim || o.verdict == Elided || o.verdict == Translated
	}
	if o, ok, err := j.marked(at); ok || err != nil {
		if err != nil {
			return err
		}
		opinions = append(opinions, o)
	}
	switch {
	case s.Kind == claims.Claim || s.Form == claims.Mixed:
		o, err := j.claim(at)
		if err != nil {
			return err
		}
		if s.Kind == claims.Claim || o.verdict != Unsupported && !(stands && o.against(opinions[0].evidence)) {
			opinions = append(opinions, o)
		}
	case stands: // words that were said stand whatever others say; the table shows them
		o, err := j.echo(at, opinions[0].evidence)
		if err != nil {
			return err
		}
		opinions[0].evidence = append(opinions[0].evidence, o.others()...)
	}
	if o, ok := at.draft.inconsistent(at.i); ok {
		opinions = append(opinions, o)
	}
	f.settle(opinions)
	var err error
	f.Reviews, err = j.reviews(at)
	return err
}
