package report

import (
	"io"
	"strings"

	"factcheck/verify"
)

type ruleJSON struct {
	Rule    string   `json:"rule"`
	Level   string   `json:"level"`
	What    string   `json:"what"`
	Answer  string   `json:"answer"`
	Sources []string `json:"sources"`
	Fires   string   `json:"fires"`
	Silent  string   `json:"silent"`
}

func ruleList(docs []verify.RuleDoc) []any {
	var all []any
	for _, d := range docs {
		all = append(all, ruleJSON{d.Rule.String(), d.Level.String(), d.What, d.Answer, d.Source, d.Fires, d.Silent})
	}
	return all
}

// Rules lists every verdict and every reason.
func Rules(w io.Writer, format string, opt Options) error {
	docs := verify.RuleDocs()
	if format == "json" {
		return jsonList(w, format, "rules", "rules", ruleList(docs))
	}
	for _, part := range []struct {
		title   string
		verdict bool
	}{{"Verdict", true}, {"Reason", false}} {
		g := newGrid(opt, column{head: part.title}, column{head: "Level"}, column{head: "What it means", flex: 1, least: 20})
		for _, d := range docs {
			if (d.Rule.Verdict != verify.None) == part.verdict {
				g.row(d.Rule.String(), d.Level.String(), d.What)
			}
		}
		if err := g.render(w); err != nil {
			return err
		}
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
	}
	end := "A rule is VERDICT, REASON or VERDICT.REASON, such as altered.number. factcheck rules RULE shows examples."
	_, err := io.WriteString(w, strings.Join(wrapped(end, opt.width()), "\n")+"\n")
	return err
}

// Rule explains one rule: what triggers it, an example that fires and one that
// does not, how to answer it.
func Rule(w io.Writer, format string, r verify.Rule, opt Options) error {
	docs := r.Docs()
	if format == "json" {
		return jsonList(w, format, "rules", "rules", ruleList(docs))
	}
	t := opt.theme()
	for i, d := range docs {
		g := gutter{opt: opt, label: len("does not fire")}
		if i > 0 {
			g.b.WriteByte('\n')
		}
		g.b.WriteString(t.bold(d.Rule.String()) + "  " + t.level(d.Level)(d.Level.String()) + "\n")
		for _, l := range wrapped(d.What, opt.width()-2) {
			g.b.WriteString("  " + l + "\n")
		}
		g.b.WriteByte('\n')
		for _, s := range d.Source {
			g.put("source", wrapped(s, g.room())...)
		}
		g.put("fires", wrapped(d.Fires, g.room())...)
		g.put("does not fire", wrapped(d.Silent, g.room())...)
		g.b.WriteByte('\n')
		g.put("what to do", wrapped(d.Answer, g.room())...)
		if _, err := io.WriteString(w, g.b.String()); err != nil {
			return err
		}
	}
	return nil
}
