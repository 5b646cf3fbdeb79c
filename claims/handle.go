package claims

import (
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Accounts: “Dana Cole (@danacole)”, “RT @danacole: …”.

// retweet stands before the account whose words are passed on.
const retweet = "rt"

// handle returns the account that word i is, “@danacole”; the empty string if it is none.
func (r *reading) handle(i int) string {
	if w := r.lower(i); len(w) > 1 && w[0] == '@' {
		return w
	}
	return ""
}

// holdsAccount notes that an account in brackets behind the name n is that of m.
func (c *cast) holdsAccount(r *reading, m *member, n text.Range) {
	if at := r.handle(n.End + 1); at != "" && r.word(n.End) == "(" {
		c.short[at] = m
	}
}

// passedOn finds the words in marks behind an account and a colon: “RT @danacole: “We stay.””
func (r *reading) passedOn(p *speech.Passage) (speech.Report, bool) {
	first := p.Words.First
	at := first + once(r.lower(first) == retweet)
	q := r.text.Inside(min(at+2, len(r.words)-1))
	if r.handle(at) == "" || r.word(at+1) != ":" || q < 0 {
		return speech.Report{}, false
	}
	return speech.Report{Cue: text.Range{First: at + 1, End: at + 2}, Lemma: ":", Speaker: text.Range{First: first, End: at + 1}, Content: []text.Range{r.text.Quotations[q].All}}, true
}

// posted resolves a mention that is an account, or a label that passes on the words of one: “RT @danacole: …”. It reports whether it is.
func (c *cast) posted(r *reading, mention text.Range, s *Speaker) bool {
	first := mention.First + once(r.lower(mention.First) == retweet)
	at := r.handle(first)
	if at == "" || first < mention.End-1 { // twin: “NASA @nasa”
		return false
	}
	s.Kind = Anonymous
	c.short[at].is(s)
	return true
}
