package fact

import (
	"factcheck/claims/grammar"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
)

// read appends the facts of the sentence to its text.
func (s *sentence) read() {
	for k := range s.chunks {
		switch c := &s.chunks[k]; c.kind {
		case verb:
			s.deedOfVerb(k)
			s.holdingOfVerb(k)
			s.distanceAt(k)
		case noun:
			s.deedOfNoun(k)
			s.holdingOfNoun(k)
		}
	}
	for i := range s.t.facts {
		if f := &s.t.facts[i]; f.s == s {
			s.account(f)
		}
	}
}

// add appends a fact with what stands beside it.
func (s *sentence) add(f fact, near int) {
	f.s = s
	for k := range s.chunks {
		c := &s.chunks[k]
		if c.kind == when && s.nearestVerb(k) == near {
			f.times = append(f.times, c)
		}
	}
	s.t.facts = append(s.t.facts, f)
}

// nearestVerb returns the verb group that the date at chunk k belongs to: the one
// before it in its part of the sentence, else the one after it.
func (s *sentence) nearestVerb(k int) int {
	for j := k - 1; j >= 0 && s.chunks[j].kind != mark && s.chunks[j].kind != relative; j-- {
		if s.chunks[j].kind == verb {
			return j
		}
	}
	for j := k + 1; j < len(s.chunks); j++ {
		if s.chunks[j].kind == verb {
			return j
		}
	}
	for j := k - 1; j >= 0; j-- {
		if s.chunks[j].kind == verb {
			return j
		}
	}
	return -1
}

// subject returns the noun chunk that the verb group k is about, -1 if none is
// certain: the one before it that no preposition governs, in the same part of the
// sentence; for a relative pronoun the noun before it.
func (s *sentence) subject(k int) int {
	for j := k - 1; j >= 0; j-- {
		switch s.chunks[j].kind {
		case noun:
			if j > 0 && s.chunks[j-1].kind == preposition {
				j-- // stands in an adverbial: "the leader of L17 ..."
				continue
			}
			return j
		case relative:
			return s.antecedent(j)
		case when, adverb:
			continue
		default:
			return -1
		}
	}
	return -1
}

// antecedent returns the noun chunk before the relative pronoun j, -1 if none.
func (s *sentence) antecedent(j int) int {
	if j > 0 && s.chunks[j-1].kind == mark && s.word(s.chunks[j-1].first) == "," {
		j--
	}
	if j > 0 && s.chunks[j-1].kind == noun {
		return j - 1
	}
	return -1
}

// object returns the noun chunk after chunk k, -1 if none follows at once.
func (s *sentence) object(k int) int {
	for ; k < len(s.chunks); k++ {
		switch s.chunks[k].kind {
		case adverb:
			continue
		case noun:
			return k
		}
		return -1
	}
	return -1
}

// governed returns the noun chunk after the given preposition, from chunk k to
// the end of the clause; -1 if there is none.
func (s *sentence) governed(k int, preposition_ string) int {
	for ; k+1 < len(s.chunks); k++ {
		switch s.chunks[k].kind {
		case verb, mark, relative:
			return -1
		case preposition:
			if s.word(s.chunks[k].first) == preposition_ && s.chunks[k+1].kind == noun {
				return k + 1
			}
		}
	}
	return -1
}

// at returns the phrase of chunk k, nil for -1.
func (s *sentence) phraseAt(k int) *phrase {
	if k < 0 {
		return nil
	}
	return s.phrase(k)
}

// deedOfVerb reads what the verb group k tells.
func (s *sentence) deedOfVerb(k int) {
	c := &s.chunks[k]
	if c.doubtful {
		return
	}
	w, next, ok := s.deedAt(k)
	if !ok {
		w, next, ok = s.stateAt(k)
	}
	if !ok {
		return
	}
	f := fact{sort: told, deed: w.deed, at: c.first, end: max(c.end, s.begin(next))}
	subject := s.subject(k)
	switch {
	case c.bare && w.role == does && s.relativeBefore(k, subject) < 0: // "seven people wounded", "Bana captured by L17"
		if subject < 0 || s.object(next) >= 0 && s.chunks[s.object(next)].first == f.end {
			f.agent, f.patient = s.phraseAt(subject), s.phraseAt(s.object(next)) // a past tense that the tagger took for a participle
			break
		}
		f.patient, f.agent = s.phraseAt(subject), s.phraseAt(s.governed(next, "by"))
	case c.passive && w.role == does:
		f.patient, f.agent = s.phraseAt(subject), s.phraseAt(s.governed(next, "by"))
	case c.passive || c.copula && w.role != holds:
		return
	case w.role == undergo:
		if s.object(next) >= 0 {
			return // "fell 3 %", "opened the port"
		}
		f.patient = s.phraseAt(subject)
		if f.agent = s.phraseAt(s.governed(next, "to")); f.agent == nil {
			f.agent = s.phraseAt(s.governed(next, "by"))
		}
	default:
		f.agent, f.patient = s.phraseAt(subject), s.phraseAt(s.object(next))
		if r := s.relativeBefore(k, subject); f.patient == nil && r >= 0 {
			f.patient = s.phraseAt(s.antecedent(r)) // "Goma, which the rebels seized"
		}
	}
	if f.patient == nil {
		return
	}
	f.others = s.adverbials(next, f)
	s.add(f, k)
}

// begin returns the first word of chunk k, the end of the sentence after the last.
func (s *sentence) begin(k int) int {
	if k < len(s.chunks) {
		return s.chunks[k].first
	}
	return len(s.words)
}

// stateAt reads a fixed phrase that begins with the copula: "is in control of".
func (s *sentence) stateAt(k int) (wording, int, bool) {
	if !s.chunks[k].copula {
		return wording{}, 0, false
	}
	return s.deedAt(k)
}

// relativeBefore returns the relative pronoun that stands before the subject of
// verb group k, -1 if there is none.
func (s *sentence) relativeBefore(k, subject int) int {
	if subject > 0 && subject < k && s.chunks[subject-1].kind == relative {
		return subject - 1
	}
	return -1
}

// adverbials returns the phrases with prepositions after chunk k that are not
// part of the fact already.
func (s *sentence) adverbials(k int, f fact) []*phrase {
	var out []*phrase
	for ; k+1 < len(s.chunks); k++ {
		switch s.chunks[k].kind {
		case verb, mark, relative:
			return out
		case preposition:
			if s.chunks[k+1].kind != noun {
				continue
			}
			p := s.phrase(k + 1)
			p.lead = s.chunks[k].first
			if k > 0 && s.chunks[k-1].kind == adverb {
				p.lead = s.chunks[k-1].first
			}
			if f.agent != nil && p.first == f.agent.first || f.patient != nil && f.patient.first <= p.first && p.end <= f.patient.end {
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// deedOfNoun reads "the seizure of Bana by L17" where no verb says what became of
// it: the whole of what somebody confirmed.
func (s *sentence) deedOfNoun(k int) {
	for i := range s.chunks {
		if s.chunks[i].kind == verb {
			return
		}
	}
	w, next, ok := s.deedAt(k)
	if !ok || next+1 >= len(s.chunks) || s.chunks[next].kind != preposition || s.word(s.chunks[next].first) != "of" || s.chunks[next+1].kind != noun {
		return
	}
	s.add(fact{sort: told, deed: w.deed, at: s.chunks[k].first, end: s.chunks[k].end, patient: s.phraseAt(next + 1), agent: s.phraseAt(s.governed(next+1, "by"))}, -1)
}

// holdingOfVerb reads "X has N inhabitants", "X is home to N people", "X is a
// town of N people".
func (s *sentence) holdingOfVerb(k int) {
	c := &s.chunks[k]
	subject := s.subject(k)
	if c.doubtful || subject < 0 {
		return
	}
	o := s.object(k + 1)
	switch lemma := s.tokens[c.head].Lemma; {
	case o < 0:
		return
	case lemma == "have" && s.amountOf(o) != nil:
	case lemma == "be" && s.tokens[s.chunks[o].head].Lemma == "home" && s.governed(o+1, "to") >= 0:
		o = s.governed(o+1, "to")
	case c.copula && s.governed(o+1, "of") == o+2:
		o += 2
	default:
		return
	}
	s.hold(subject, o, k)
}

// holdingOfNoun reads "the town of N people" and "Bana, a town of N people".
func (s *sentence) holdingOfNoun(k int) {
	if s.governed(k+1, "of") != k+2 || s.amountOf(k+2) == nil {
		return
	}
	holder := k
	if k >= 2 && s.chunks[k-1].kind == mark && s.word(s.chunks[k-1].first) == "," && s.chunks[k-2].kind == noun && len(s.phrase(k).names) == 0 {
		holder = k - 2
	}
	s.hold(holder, k+2, -2)
}

// hold adds that the chunk holder has the number in the chunk o.
func (s *sentence) hold(holder, o, near int) {
	q := s.amountOf(o)
	if q == nil || q.Kind != quantity.Count {
		return
	}
	s.add(fact{sort: holding, patient: s.phrase(holder), thing: s.counted(o), amount: q, at: s.chunks[o].first, end: s.chunks[o].end}, near)
}

// amountOf returns the number in chunk k, nil if it has none.
func (s *sentence) amountOf(k int) *quantity.Mention {
	if k < 0 || k >= len(s.chunks) {
		return nil
	}
	return s.chunks[k].amount
}

// counted returns what the number of chunk k counts; everything that lives
// somewhere is "people".
func (s *sentence) counted(k int) string {
	l := s.tokens[s.chunks[k].head].Lemma
	switch l {
	case "inhabitant", "resident", "person", "people", "soul", "citizen":
		return "people"
	}
	return l
}

// distanceAt reads "X lies 125km northwest of Goma", "X is 80 km from Mota".
func (s *sentence) distanceAt(k int) {
	c := &s.chunks[k]
	subject := s.subject(k)
	if c.doubtful || subject < 0 {
		return
	}
	lemma, _ := lexicon.Lemma(lexicon.Verb, s.word(c.head))
	switch lemma {
	case "be", "lie", "sit", "stand", "locate", "situate":
	default:
		return
	}
	o := s.object(k + 1)
	q := s.amountOf(o)
	if q == nil || q.Kind != quantity.Measure || q.Dimension() != quantity.Length {
		return
	}
	f := fact{sort: distance, patient: s.phrase(subject), amount: q, at: s.chunks[o].first, end: q.End}
	for i := q.End; i < len(s.words) && i < q.End+8; i++ {
		w := s.word(i)
		switch {
		case direction(w):
			f.toward += w
		case w == "away" || w == "to" || w == "the" || w == "-":
		case w == "of" || w == "from":
			for j := range s.chunks {
				if s.chunks[j].first <= i && i < s.chunks[j].end && j+1 < len(s.chunks) {
					f.from = s.place(j + 1)
				}
			}
			f.end = i + 1
			if f.from != nil {
				s.add(f, k)
			}
			return
		default:
			return
		}
	}
}

// place returns the phrase of the noun chunk k with the name that renames it
// after a comma: "the region's largest city, Goma".
func (s *sentence) place(k int) *phrase {
	if k >= len(s.chunks) || s.chunks[k].kind != noun {
		return nil
	}
	p := s.phrase(k)
	if k+2 < len(s.chunks) && len(p.names) == 0 && s.chunks[k+1].kind == mark && s.word(s.chunks[k+1].first) == "," && s.chunks[k+2].kind == noun {
		p.names = s.namesIn(p.names, s.chunks[k+2].first, s.chunks[k+2].end)
		p.end = s.chunks[k+2].end
	}
	if len(p.names) == 0 {
		return nil
	}
	return p
}

// direction reports whether w is a point of the compass or a part of one.
func direction(w string) bool {
	switch w {
	case "north", "south", "east", "west", "northwest", "northeast", "southwest", "southeast":
		return true
	}
	return false
}

// account notes which content words of its sentence a fact accounts for.
func (s *sentence) account(f *fact) {
	take := func(i, j int) {
		for ; i < j; i++ {
			f.covered = append(f.covered, i)
		}
	}
	take(f.at, f.end)
	for _, p := range append([]*phrase{f.agent, f.patient, f.from}, f.others...) {
		if p != nil {
			take(p.lead, p.end)
		}
	}
	for _, c := range f.times {
		take(c.first, c.end)
	}
	if f.sort == holding {
		for k := range s.chunks { // "is home to", "is a town of"
			if c := &s.chunks[k]; c.first < f.at && c.first >= f.patient.end {
				take(c.first, c.end)
			}
		}
	}
	if f.sort == distance {
		for k := range s.chunks {
			if c := &s.chunks[k]; c.kind == verb && c.end <= f.at && c.first >= f.patient.end {
				take(c.first, c.end)
			}
		}
	}
}

// contentful reports whether word i says something: a noun, a verb, an adjective,
// a number, an adverb that is not a mere link.
func (s *sentence) contentful(i int) bool {
	switch s.tokens[i].Tag {
	case grammar.Noun, grammar.ProperNoun, grammar.Verb, grammar.Adjective, grammar.Number, grammar.X:
		return true
	case grammar.Adverb:
		switch s.word(i) {
		case "also", "then", "now", "however", "already", "there", "so", "thus", "meanwhile":
			return false
		}
		return true
	}
	return false
}
