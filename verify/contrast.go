package verify

import (
	"fmt"
	"slices"

	"factcheck/verify/entail"
	"factcheck/verify/reason"
	"factcheck/verify/relate"
)

// A model that is asked about one statement says how much of a yes it is. Asked about the
// contrasts of the statement too (relate.Contrasts), it says on what the yes hangs. Where a
// contrast is as much of a yes, the model does not tell the two apart, and its yes is worth
// little: of "the party in power draws the larger vote" and "does not draw". Where a contrast
// is a yes and the statement is none, the two clash on what was changed: the rally was in
// Springfield, not in St. Louis. What counts is less how much of a yes the contrast is than how
// much more of one: of 6,410 statements in other words (fixtures/reader) 373 have a contrast of a
// name, a number, a date or an opposite that is clearly more of a yes, and 368 of them are
// contradicted; 253 have a denial that is, and 247 are. A name that the passage has too, of somebody else, is no such contrast: of
// "Cholera killed 26 in Beira; in Tete there are patients" it hears Beira in the place of Tete, and Tete is no error.

const (
	steadily   = 0.955 // how often the model must have been right to bear out a statement that it tells from its contrasts
	nearly     = 0.1   // how much less of a yes the name of another may be to count as much
	clearer    = 0.02  // how much more of one two that changed places must be
	beside     = 0.1   // how much of an answer may be that the passage is silent, for contrasts to be asked about
	told       = 0.96  // how often it must have been right to bear out a contrast, or a statement of which no contrast is asked
	contrasted = 0.1   // how much more of a yes such a contrast must be than the statement
	clearly    = 0.97  // how often it was right where a contrast was clearly more of a yes
)

// A margin is from where on a contrast is clearly more of a yes than the statement: how much of one
// it must be, how much more, and how much of an answer may be that the passage is silent on the
// statement.
type margin struct{ yes, more, silent float32 }

var (
	changedMargin = margin{0.7, 0.5, 0.35} // of a contrast in which a slot is changed
	namedMargin   = margin{0.8, 0.1, 0.1}  // of one with another name: 73 of 74 are contradicted
	twoMargin     = margin{0.8, 0.02, 0.1} // of one with another person or place: 36 of 36
	turnedMargin  = margin{0.8, 0.6, 0.1}  // of one that is a denial
	spokenMargin  = margin{0.8, 0.3, 0.02} // of either where the passage surely speaks of it: 29 of 30 are contradicted
)

// margins returns those of which a yes to a contrast must pass one.
func margins(c *relate.Contrast) []margin {
	switch {
	case c.Kind == reason.Polarity:
		return []margin{turnedMargin, spokenMargin}
	case c.Two:
		return []margin{changedMargin, twoMargin}
	case c.Kind == reason.Name:
		return []margin{changedMargin, namedMargin}
	}
	return []margin{changedMargin, spokenMargin}
}

// clear reports whether a yes to a contrast is clearly more of one.
func (m margin) clear(contrast, statement entail.Scores, yes float32) bool {
	return contrast.Entail >= m.yes && contrast.Entail-yes >= m.more && statement.Neutral <= m.silent
}

// steady reports whether a yes of the model hangs on what the passage has: no contrast undermines it. One that is sure is asked only about
// who did it to whom, and what is denied, without its "not".
func steady(m *entail.Model, h *hearing, sure bool) bool {
	supplanted := relate.Supplanted(h.source, h.words.analysis)
	for _, c := range h.contrasts() {
		if asked := !sure || c.Kind == reason.Role || c.Kind == reason.Polarity && c.Changes[0].With == "" || supplanted && c.Kind == reason.Name; asked && !c.Both && undermines(&c, m.Judge(h.of.text, h.words.contrast(&c)).Entail, h.scores.Entail) {
			return false
		}
	}
	return true
}

// undermines reports whether a contrast makes a yes to a statement doubtful: by being as much of one; another name by being nearly as much;
// and two that changed places by being clearly more, "Cruz backs Bush" of "Bush endorsed Cruz", not "Cruz met Bush".
func undermines(c *relate.Contrast, contrast, statement float32) bool {
	switch {
	case c.Two:
		contrast += nearly
	case c.Kind == reason.Role:
		contrast -= clearer
	}
	return contrast >= statement
}

// answered reports whether the model, which hears that a passage excludes a statement, hears a yes to a contrast of it: who says no to
// a thing and to whatever may be so in its place does not know.
func answered(m *entail.Model, h *hearing) bool {
	return slices.ContainsFunc(h.contrasts(), func(c relate.Contrast) bool {
		return !c.Both && m.Judge(h.of.text, h.words.contrast(&c)).Entail >= doubtful
	})
}

// misstates reports whether the model hears that a passage speaks of a statement, one number or date of which is another there: of a hundred
// such 96 are contradicted, however much of a yes the model hears.
func misstates(h *hearing) bool {
	_, other := relate.Misstated(h.source, h.words.analysis)
	return other && h.scores.Neutral <= beside
}

// A contrast is what a passage bears out in the place of a statement, and how often the model
// was right with such a yes; zero if it is nothing.
type contrast struct {
	relate.Contrast
	yes, right float32
}

// contrastOf returns the contrast that is most of a yes, and clearly more than yes is.
func contrastOf(m *entail.Model, h *hearing, yes float32) contrast {
	var best contrast
	_, right := m.Supports(h.scores)
	if h.scores.Neutral > changedMargin.silent {
		return best
	}
	for _, c := range h.contrasts() {
		all := margins(&c)
		if c.Both || right >= told && !c.Two || !slices.ContainsFunc(all, func(x margin) bool { return h.scores.Neutral <= x.silent }) {
			continue
		}
		scores := m.Judge(h.of.text, h.words.contrast(&c))
		_, right := m.Supports(scores)
		clear := slices.ContainsFunc(all, func(x margin) bool { return x.clear(scores, h.scores, yes) })
		if clear {
			right = max(right, clearly)
		}
		some := c.Kind != reason.Polarity && right >= told && scores.Entail-yes >= contrasted && h.scores.Neutral <= beside
		if (clear || some) && scores.Entail > best.yes {
			best = contrast{c, scores.Entail, right}
		}
	}
	return best
}

// contrast returns the hearing that bears out a contrast of the statement, that with most of a
// yes of several; false if none does. A passage that is not near must be more of a yes to it
// than any is to the statement.
func (j *judge) contrast(all []hearing) (from hearing, best contrast, ok bool) {
	for i := range all {
		h := &all[i]
		yes := h.scores.Entail
		if !h.of.near {
			yes = forMost(all).scores.Entail
		}
		if c := contrastOf(j.opt.Model, h, yes); c.yes > best.yes && (h.of.near || c.Kind != reason.Polarity) {
			from, best = *h, c
		}
	}
	return from, best, best.yes > 0
}

// reason names what the statement and the passage differ in.
func (c *contrast) reason(statement string) reason.Reason {
	x := c.Changes[0]
	note := fmt.Sprintf("the passage bears out “%s” in the place of “%s”, as the reading model has it", x.With, x.At.In(statement))
	if x.With == "" {
		note = fmt.Sprintf("the passage bears it out without “%s”, as the reading model has it", x.At.In(statement))
	}
	return reason.Reason{Kind: c.Kind, Statement: x.At, Source: c.Source, Note: note}
}
