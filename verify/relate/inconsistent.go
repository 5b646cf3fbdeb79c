package relate

import (
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/reason"
)

// Inconsistent returns the reasons why a statement disagrees with itself, nil if
// it does not: a conversion that does not convert, "125km (98 miles)".
func Inconsistent(statement Side) []reason.Reason {
	words := text.Words(statement.Text)
	mentions := quantity.Find(statement.Text, words, statement.Lang)
	var out []reason.Reason
	for i, m := range mentions {
		if m.Partner <= i {
			continue
		}
		p := mentions[m.Partner]
		if agree, ok := quantity.Converts(m, p); !ok || agree {
			continue
		}
		a, b := text.Range{First: m.First, End: m.End}.Span(words), text.Range{First: p.First, End: p.End}.Span(words)
		out = append(out, reason.Reason{Kind: reason.Number, Source: a, Statement: b,
			Note: "“" + a.In(statement.Text) + "” is not “" + b.In(statement.Text) + "”"})
	}
	return out
}
