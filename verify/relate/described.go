package relate

import (
	"factcheck/claims/grammar"
	"factcheck/claims/proposition"
)

// Who says something is described on the way: "Fatou Sillah, president of Gambia, said". That the words are
// hers does not make her the president: where the source calls her the vice president, the draft is wrong about her.

// Misdescribed reports whether a sentence says of the person of a name, in a title, an apposition or a relative
// clause, what the sources that tell something of that sort of the person tell otherwise. Sources without a word
// on it, or with the same, leave it false.
func Misdescribed(sources []*Analysis, sentence *Analysis, name string) bool {
	return sentence.says(func(q *proposition.Proposition) bool {
		who := q.Fill(proposition.Agent)
		return who != nil && who.Phrase.Name == name && (q.Aside || q.Link == grammar.Appositive || q.Link == grammar.Relative) && toldOtherwise(sources, sentence, q)
	})
}

// toldOtherwise reports whether a source tells something else in the place of what q says of its subject, and none the same.
func toldOtherwise(sources []*Analysis, b *Analysis, q *proposition.Proposition) bool {
	other := false
	for _, a := range sources {
		for p := range a.propositions() {
			m, ok := try(a, b, p, q)
			if !ok || !m.pred.fit.bears() {
				continue
			}
			if x, y, ok := m.both(proposition.Agent); !ok || x.Name == "" || m.names(x, y).fit != same {
				continue
			}
			if m.bears() && !m.gone() {
				return false
			}
			if x, y, ok := m.both(proposition.Attribute); q.Kind == proposition.Event {
				other = other || m.core || len(m.differ) > 0
			} else if ok && x.Lemma == y.Lemma {
				other = other || m.doubt || len(m.differ) > 0 || m.gone()
			}
		}
	}
	return other
}
