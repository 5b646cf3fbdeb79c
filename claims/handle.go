package claims

import "factcheck/claims/text"

// Accounts: “Dana Cole (@danacole)”, “RT @danacole: …”.

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

// posted resolves a mention that is an account, or a label that passes on the words of one: “RT @danacole: …”. It reports whether it is.
func (c *cast) posted(r *reading, mention text.Range, s *Speaker) bool {
	at := r.handle(mention.End - 1)
	if mention.Len() == 1 && at == "" && upper(r.name(mention)) {
		at = r.handle(mention.End)
	}
	if at == "" {
		return false
	}
	s.Kind = Anonymous
	c.short[at].is(s)
	return true
}
