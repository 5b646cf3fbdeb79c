package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
	"factcheck/verify"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// The sample report that the formats are tested on. The people, places and
// events are invented.

const sampleText = `# Ferry talks

“The ferry will run until the ice comes,” Harbour Master Ines Calder told Northwire.

“The ferry will never run until the ice comes,” Calder told Northwire.

The island has about 9,000 inhabitants.

The strike ended on Tuesday, Radio Skerry reported.

The company paid the crews in March.

Four boats were sold.
`

var sampleSources = []string{"Northwire", "Radio Skerry", "Ines Calder", "Skerry Line Company", "Coast Herald"}

// at returns the span of words in s.
func at(s, words string) text.Span {
	i := strings.Index(s, words)
	if i < 0 {
		panic("not in the sample: " + words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

// sampleFinding makes a finding on words of the sample draft.
func sampleFinding(d *claims.Document, words string, v verify.Verdict, l verify.Level) verify.Finding {
	s := at(d.Text, words)
	f := verify.Finding{Draft: d, Verdict: v, Level: l, Statement: claims.Statement{Spans: []text.Span{s}, Text: words, Sentence: s}}
	sum := sha256.Sum256([]byte(words))
	f.Fingerprint = hex.EncodeToString(sum[:12])
	return f
}

// sample returns a report with a finding of each kind.
func sample() *verify.Report {
	d := &claims.Document{ID: "draft.md", Path: "draft.md", Text: sampleText, Date: date.Of(2031, time.May, 4)}
	northwire := verify.Evidence{Document: "northwire.txt", Path: "archive/northwire.txt", URL: "https://example.org/ferry", Publisher: "Coast Herald",
		Source: "Northwire", Speaker: "Ines Calder", Date: date.Of(2031, time.May, 2), Stance: verify.Agrees,
		Text: "“The ferry will run until the ice comes,” Harbour Master Ines Calder told Northwire."}
	northwire.Match = at(northwire.Text, "The ferry will run until the ice comes")

	verbatim := sampleFinding(d, "The ferry will run until the ice comes", verify.Verbatim, verify.OK)
	verbatim.Statement.Kind, verbatim.Statement.Form = claims.Quote, claims.Direct
	verbatim.Statement.Attribution.Speaker = claims.Speaker{Text: "Harbour Master Ines Calder", Span: at(d.Text, "Ines Calder"), Name: "Ines Calder", Role: "harbour master", Kind: claims.Person}
	verbatim.Evidence = []verify.Evidence{northwire}
	verbatim.Stances = []verify.SourceStance{{Source: "Northwire", Stance: verify.Agrees}, {Source: "Ines Calder", Stance: verify.Agrees}, {Source: "Coast Herald", Stance: verify.Reports}}

	altered := sampleFinding(d, "The ferry will never run until the ice comes", verify.Altered, verify.Error)
	altered.Statement.Kind, altered.Statement.Form = claims.Quote, claims.Direct
	e := northwire
	e.Stance = verify.Contradicts
	draft, src := altered.Statement.Text, e.Text
	e.Edits = []quote.Edit{
		{Op: quote.Keep, Source: at(src, "The ferry will"), Draft: at(draft, "The ferry will")},
		{Op: quote.Insert, Source: text.Span{Start: at(src, " run until").Start, End: at(src, " run until").Start}, Draft: at(draft, "never"), Class: reason.Polarity, Meaning: true},
		{Op: quote.Keep, Source: at(src, "run until the ice comes"), Draft: at(draft, "run until the ice comes")},
	}
	altered.Reasons = []reason.Reason{{Kind: reason.Polarity, Source: text.Span{Start: 18, End: 18}, Statement: at(draft, "never"), Note: "“never” was added"}}
	altered.Message = "“never” was added"
	altered.Evidence = []verify.Evidence{e}
	altered.Stances = []verify.SourceStance{{Source: "Northwire", Stance: verify.Contradicts}, {Source: "Ines Calder", Stance: verify.Contradicts}}

	number := sampleFinding(d, "The island has about 9,000 inhabitants", verify.Contradicted, verify.Error)
	herald := verify.Evidence{Document: "herald-7", Title: "An island waits", Publisher: "Coast Herald", Source: "Coast Herald", Date: date.Of(2031, time.May, 1),
		Stance: verify.Contradicts, Text: "The island, home to some 4,000 people, has had no ferry since Sunday."}
	herald.Match = at(herald.Text, "some 4,000 people")
	number.Reasons = []reason.Reason{{Kind: reason.Number, Source: at(herald.Text, "4,000"), Statement: at(number.Statement.Text, "9,000"), Note: "9,000 in the draft, 4,000 in the source"}}
	number.Message = "9,000 inhabitants; Coast Herald has 4,000"
	number.Evidence = []verify.Evidence{herald}
	number.Stances = []verify.SourceStance{{Source: "Coast Herald", Stance: verify.Contradicts}}

	supported := sampleFinding(d, "The strike ended on Tuesday", verify.Supported, verify.OK)
	supported.Origins, supported.Read = 2, 0.96
	supported.Stances = []verify.SourceStance{{Source: "Northwire", Stance: verify.Agrees}, {Source: "Radio Skerry", Stance: verify.Agrees}}

	disputed := sampleFinding(d, "The company paid the crews in March", verify.Disputed, verify.Warning)
	pro := verify.Evidence{Document: "skerry-3", Publisher: "Skerry Line Company", Source: "Skerry Line Company", Stance: verify.Agrees, Date: date.Of(2031, time.April, 2),
		Text: "All crews were paid in March, the company said."}
	contra := verify.Evidence{Document: "skerry-4", Publisher: "Radio Skerry", Source: "Radio Skerry", Stance: verify.Contradicts, Date: date.Of(2031, time.April, 9),
		Text: "No crew has been paid since January, Radio Skerry reported."}
	disputed.Evidence = []verify.Evidence{pro, contra}
	disputed.Message = "Skerry Line Company agrees, Radio Skerry contradicts"
	disputed.Stances = []verify.SourceStance{{Source: "Radio Skerry", Stance: verify.Contradicts}, {Source: "Skerry Line Company", Stance: verify.Agrees}}

	unsupported := sampleFinding(d, "Four boats were sold", verify.Unsupported, verify.Info)

	return &verify.Report{
		Findings:  []verify.Finding{verbatim, altered, number, supported, disputed, unsupported},
		Drafts:    []verify.Draft{{Path: "draft.md", Document: d, Data: []byte(sampleText)}},
		Sources:   sampleSources,
		Documents: 8, Newest: date.Of(2031, time.May, 3),
	}
}

// wide returns the sample with wide characters, a file that failed, suppressed
// findings and more sources than fit.
func wide() *verify.Report {
	r := sample()
	d := &claims.Document{ID: "稿件.md", Path: "稿件.md", Text: "渡轮将一直运行到冰冻期到来为止，港务长告诉北线通讯社，而且这句话没有任何空格可以断行所以必须在单词内部断开。 The café’s “naïve” patron paid 3 €.\n"}
	f := sampleFinding(d, strings.TrimSpace(strings.Split(d.Text, " ")[0]), verify.Misattributed, verify.Error)
	f.Message = "港务长 says it, not 北线通讯社"
	g := sampleFinding(d, "The café’s “naïve” patron paid 3 €", verify.Unfound, verify.Warning)
	g.Suppressed = "baseline"
	for _, s := range []string{"北线通讯社", "Association of Island Municipalities", "Ministry of Transport", "Óscar Núñez", "Harbourfront", "Pilots’ Union", "Tidewatch", "Meteorological Office"} {
		r.Sources = append(r.Sources, s)
		f.Stances = append(f.Stances, verify.SourceStance{Source: s, Stance: verify.Contradicts})
	}
	r.Findings = append(r.Findings, f, g)
	r.Drafts = append(r.Drafts, verify.Draft{Path: "稿件.md", Document: d}, verify.Draft{Path: "gone.txt", Err: errors.New("gone.txt: no such file or directory")})
	r.Drafts[0].Unused = []verify.Unused{{Span: at(sampleText, "The strike"), Rule: "altered.number"}}
	return r
}
