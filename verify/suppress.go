package verify

import (
	"bytes"
	"sort"
	"strings"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Directives in a draft keep findings from counting:
//
//	off [RULE] ... on [RULE]   what stands between the two, or to the end
//	ignore [RULE][: reason]    the statements on the directive's own line, or of the
//	                           next paragraph if it has a line to itself
//	ignore-file [RULE]         the whole file
//
// A directive that keeps nothing back is reported as unused: a suppression that
// outlives its reason hides the next mistake.

// A BadDirective is one that means nothing: an unknown word or rule.
type BadDirective struct {
	Span text.Span // in the file
	What string    // lower case, no full stop
	Word string    // what is not known
}

// suppression is one directive that was understood.
type suppression struct {
	directive text.Span
	rule      Rule
	named     string    // the rule as written
	scope     text.Span // in the file
	used      bool
}

// Suppress marks the findings of one draft that its directives keep back, and
// returns the directives that keep nothing back and those that mean nothing. The
// findings are all those of the document.
func Suppress(d *claims.Document, data []byte, findings []*Finding) (unused []Unused, bad []BadDirective) {
	if len(d.Directives) == 0 {
		return nil, nil
	}
	if data == nil {
		data = []byte(d.Text)
	}
	all, bad := suppressions(d, data)
	for _, f := range findings {
		if f.Level == OK {
			continue
		}
		at := d.File(f.Statement.Span())
		for i := range all {
			s := &all[i]
			if s.scope.Start < at.End && at.Start < s.scope.End && s.rule.Names(f) {
				s.used = true
				if f.Suppressed == "" {
					f.Suppressed = SuppressedInline
				}
			}
		}
	}
	for _, s := range all {
		if !s.used {
			unused = append(unused, Unused{s.directive, s.named})
		}
	}
	return unused, bad
}

// suppressions understands the directives of a draft.
func suppressions(d *claims.Document, data []byte) (all []suppression, bad []BadDirective) {
	var open []int // of all: off without on so far
	for _, dir := range d.Directives {
		head, _, _ := strings.Cut(dir.Text, ":") // a reason follows
		verb, name, _ := strings.Cut(strings.TrimSpace(head), " ")
		name = strings.TrimSpace(name)
		s := suppression{directive: dir.File, named: name}
		if name != "" {
			r, ok := ParseRule(name)
			if !ok {
				bad = append(bad, BadDirective{dir.File, "unknown rule", name})
				continue
			}
			s.rule = r
		}
		switch verb {
		case reviewVerb: // see Mark
			continue
		case "ignore-file":
			s.scope = text.Span{Start: 0, End: len(data) + 1}
		case "ignore":
			s.scope = nextScope(d, data, dir.File)
		case "off":
			s.scope = text.Span{Start: dir.File.End, End: len(data) + 1}
			open = append(open, len(all))
		case "on":
			for _, i := range open {
				if o := &all[i]; o.scope.End > len(data) && (name == "" || o.rule == s.rule) {
					o.scope.End = dir.File.Start
				}
			}
			continue
		default:
			bad = append(bad, BadDirective{dir.File, "unknown word", verb})
			continue
		}
		all = append(all, s)
	}
	return all, bad
}

// nextScope returns what "ignore" speaks of: its own line if there is text on it,
// else the next paragraph.
func nextScope(d *claims.Document, data []byte, at text.Span) text.Span {
	at.Start, at.End = max(0, min(at.Start, len(data))), max(0, min(at.End, len(data)))
	from := bytes.LastIndexByte(data[:at.Start], '\n') + 1
	to := len(data)
	if i := bytes.IndexByte(data[at.End:], '\n'); i >= 0 {
		to = at.End + i
	}
	if len(bytes.TrimSpace(data[from:at.Start])) > 0 || len(bytes.TrimSpace(data[at.End:to])) > 0 {
		return text.Span{Start: from, End: to}
	}
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.File(d.Blocks[i].Span).Start >= at.End })
	if i == len(d.Blocks) {
		return text.Span{}
	}
	return d.File(d.Blocks[i].Span)
}
