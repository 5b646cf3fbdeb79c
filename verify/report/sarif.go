package report

import (
	"io"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"factcheck/verify"
)

// SARIF 2.1.0, the form that code scanning services and editors read. One run; a
// result is a finding that is info or worse, on a line of its own. Suppressed
// findings are there with the reason, save those whose rule is off. Passages of
// sources are related locations; the message links to them.

const sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"

// fingerprintKey names the version of the fingerprints.
const fingerprintKey = "factcheck/v1"

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifRule struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Short   sarifText      `json:"shortDescription"`
	Full    sarifText      `json:"fullDescription"`
	Help    sarifText      `json:"help"`
	Default sarifConfig    `json:"defaultConfiguration"`
	Extra   map[string]any `json:"properties"`
}

type sarifConfig struct {
	Level string `json:"level"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions,omitzero"`
	Fixes        []sarifFix         `json:"fixes,omitempty"`
	Extra        map[string]any     `json:"properties"`
}

type sarifLocation struct {
	ID       *int           `json:"id,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Extra    map[string]any `json:"properties,omitempty"`
}

type sarifLogical struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

// sarif prints the report.
func sarif(w io.Writer, r *verify.Report, opt Options) error {
	rules, suppressed := sarifRules(r)
	index := make(map[string]int, len(rules))
	s := newStream(w)
	s.raw(`{"$schema":"` + sarifSchema + `","version":"2.1.0","runs":[{"tool":{"driver":{"name":"factcheck","version":`)
	s.value(opt.Version)
	s.raw(`,"rules":`)
	s.open()
	for i, rule := range rules {
		index[rule.ID] = i
		s.item(rule)
	}
	s.close()
	s.raw(`}},"columnKind":"unicodeCodePoints","invocations":`)
	at := newPlaces(r)
	s.open()
	s.item(sarifInvocation(r))
	s.close()
	s.raw(`,"results":`)
	s.open()
	for i := range r.Findings {
		f := &r.Findings[i]
		if !sarifListed(f) {
			continue
		}
		result := newSarifResult(r, f, at)
		result.RuleIndex = index[f.Rule()]
		if suppressed {
			result.Suppressions = sarifSuppressions(f)
		}
		s.item(result)
	}
	s.close()
	s.raw("}]}")
	return s.end()
}

// sarifListed reports whether a finding is a result.
func sarifListed(f *verify.Finding) bool {
	return f.Level >= verify.Info && f.Suppressed != verify.SuppressedOff
}

// sarifRules returns the rules of the results, in the order in which rules are
// listed to users, and whether any result is suppressed.
func sarifRules(r *verify.Report) (rules []sarifRule, suppressed bool) {
	found := map[string]bool{}
	for i := range r.Findings {
		if f := &r.Findings[i]; sarifListed(f) {
			found[f.Rule()] = true
			suppressed = suppressed || f.Suppressed != ""
		}
	}
	for _, name := range verify.RuleNames() {
		if !found[name] {
			continue
		}
		delete(found, name)
		rules = append(rules, newSarifRule(name))
	}
	for _, name := range slices.Sorted(maps.Keys(found)) { // a verdict with a reason that is not documented with it
		rules = append(rules, newSarifRule(name))
	}
	return rules, suppressed
}

func newSarifRule(name string) sarifRule {
	rule, _ := verify.ParseRule(name)
	out := sarifRule{ID: name, Default: sarifConfig{"note"}}
	for part := range strings.SplitSeq(name, ".") {
		out.Name += strings.ToUpper(part[:1]) + part[1:]
	}
	var what, answer, example string
	tag := "claims"
	for _, d := range rule.Docs() {
		if d.Rule.Verdict != verify.None {
			out.Default.Level = sarifLevel(d.Level)
			if d.Rule.Verdict <= verify.Unfound {
				tag = "quotations"
			}
		}
		what = strings.TrimSpace(what + " " + d.What)
		answer, example = d.Answer, "source: "+d.Source[0]+"\nfires: "+d.Fires+"\nsilent: "+d.Silent
	}
	out.Short = sarifText{Text: firstSentence(what)}
	out.Full = sarifText{Text: what}
	out.Help = sarifText{
		Text:     what + "\n\nWhat to do: " + answer + "\n\n" + example,
		Markdown: what + "\n\n**What to do:** " + answer + "\n\n```text\n" + example + "\n```\n",
	}
	out.Extra = map[string]any{"tags": []string{tag}}
	return out
}

// firstSentence returns a text up to its first full stop or colon.
func firstSentence(s string) string {
	if i := strings.IndexAny(s, ".:"); i > 0 {
		return s[:i] + "."
	}
	return s
}

func sarifLevel(l verify.Level) string {
	return [...]string{"none", "note", "warning", "error"}[l&3]
}

func newSarifResult(r *verify.Report, f *verify.Finding, at places) sarifResult {
	p := at.of(f, f.Statement.Span())
	uri := sarifArtifact{fileURI(f.Draft.Path)}
	out := sarifResult{
		RuleID: f.Rule(), Level: sarifLevel(f.Level),
		Locations:    []sarifLocation{{Physical: &sarifPhysical{uri, newSarifRegion(p)}}},
		Fingerprints: map[string]string{fingerprintKey: f.Fingerprint},
		Extra: map[string]any{"verdict": f.Verdict.String(), "kind": f.Statement.Kind.String(), "form": f.Statement.Form.String(),
			"statement": f.Statement.Text, "origins": f.Origins},
	}
	text := sarifEscape(message(f) + ": “" + brief(&f.Statement) + "”")
	deciding := decisive(f)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		out.Related = append(out.Related, newSarifEvidence(i, e))
		if i == deciding {
			text += ". [" + sarifEscape(sourceName(e)) + "](" + strconv.Itoa(i) + "): " + sarifEscape(shorten(newPassage(e.Text, e.Match).text, cited, "…"))
		}
	}
	out.Message = sarifText{Text: text}
	if s, ok := suggest(f, at.file(f).data); ok {
		l := at.file(f)
		region := newSarifRegion(place{start: l.position(s.file.Start), end: l.position(s.file.End)})
		out.Fixes = []sarifFix{{sarifText{Text: "Restore the words of the source"},
			[]sarifChange{{uri, []sarifReplacement{{*region, sarifText{Text: s.text}}}}}}}
	}
	return out
}

func newSarifRegion(p place) *sarifRegion {
	return &sarifRegion{p.start.Line, p.start.Column, p.end.Line, p.end.Column}
}

// newSarifEvidence tells where a passage stands. It has no region: its lines are
// not known, only its bytes.
func newSarifEvidence(id int, e *verify.Evidence) sarifLocation {
	m := sarifText{Text: sarifEscape(side(e) + ": " + cite(e))}
	l := sarifLocation{ID: &id, Message: &m, Extra: map[string]any{"stance": e.Stance.String(), "source": e.Source, "text": e.Text,
		"byteOffset": e.File.Start, "byteLength": e.File.Len()}}
	if e.Date != 0 {
		l.Extra["date"] = e.Date.String()
	}
	switch {
	case e.Path != "":
		l.Physical = &sarifPhysical{Artifact: sarifArtifact{fileURI(e.Path)}}
	case webAddress(e.URL) != "":
		l.Physical = &sarifPhysical{Artifact: sarifArtifact{webAddress(e.URL)}}
	default:
		l.Logical = []sarifLogical{{printable(e.Document), "document"}}
	}
	return l
}

// sarifSuppressions is never nil: where one result says whether it is suppressed
// all must.
func sarifSuppressions(f *verify.Finding) []sarifSuppression {
	switch f.Suppressed {
	case "":
		return []sarifSuppression{}
	case verify.SuppressedInline:
		return []sarifSuppression{{"inSource", "a directive in the draft"}}
	case verify.SuppressedBaseline:
		return []sarifSuppression{{"external", "accepted in the baseline"}}
	case verify.SuppressedUnchanged:
		return []sarifSuppression{{"external", "on lines that the change does not add"}}
	}
	return []sarifSuppression{{"external", printable(f.Suppressed)}}
}

// sarifInvocation tells which drafts could not be checked and which suppressions
// suppress nothing.
func sarifInvocation(r *verify.Report) map[string]any {
	failed, unused := []sarifNotification{}, []sarifNotification{}
	at := files{}
	for i := range r.Drafts {
		d := &r.Drafts[i]
		where := sarifPhysical{Artifact: sarifArtifact{fileURI(d.Path)}}
		if d.Err != nil {
			failed = append(failed, sarifNotification{"error", sarifText{Text: sarifEscape(printable(d.Err.Error()))}, []sarifLocation{{Physical: &where}}})
		}
		if len(d.Unused) == 0 {
			continue
		}
		l := at.draft(d)
		for _, u := range d.Unused {
			where := where
			where.Region = newSarifRegion(place{start: l.position(u.Span.Start), end: l.position(u.Span.End)})
			unused = append(unused, sarifNotification{"warning", sarifText{Text: "this suppression suppresses nothing"}, []sarifLocation{{Physical: &where}}})
		}
	}
	return map[string]any{"executionSuccessful": !r.Failed(), "toolExecutionNotifications": failed, "toolConfigurationNotifications": unused}
}

// sarifEscape keeps words of a message from being read as a link.
func sarifEscape(s string) string { return sarifEscaper.Replace(s) }

var sarifEscaper = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

// fileURI returns the path of a file as a URI, relative paths relative.
func fileURI(path string) string {
	path = filepath.ToSlash(path)
	u := url.URL{Path: path}
	if strings.HasPrefix(path, "/") {
		u.Scheme = "file"
	} else if len(path) > 2 && path[1] == ':' && path[2] == '/' {
		u = url.URL{Scheme: "file", Path: "/" + path}
	}
	return u.String()
}

// webAddress returns an address that may become a link: http or https with a
// host. Empty for any other.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}
