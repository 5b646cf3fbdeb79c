package quantity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/text"
)

//go:embed data/quantifiers.tsv
var quantifierTable string

// A quantifying language is what is known of its quantifiers.
type quantifying struct {
	phrases  map[string][]quantifierPhrase // by first word, the longest first
	starts   text.Starts                   // those first words
	unless   map[string]bool               // words behind which a phrase is none
	before   map[string]bool               // and before which
	pronouns map[string]bool               // them
	endings  map[string]bool               // of adjectives
}

// A quantifierPhrase is one row's phrase.
type quantifierPhrase struct {
	words []string
	class Class
	row   phraseRow
}

// A phraseRow is a set of the rows that a phrase stands in beside that of its class.
type phraseRow uint8

const (
	alone    phraseRow = 1 << iota // needs no noun
	pro                            // has none: everyone
	singular                       // its noun is singular: every
	both                           // all of two
	pair                           // both, neither: none before "and" or "nor"
	except                         // begins an exception
	adjacent                       // but: one that stands beside the quantifier
)

var phraseRows = map[string]phraseRow{"alone": alone, "pro": pro | alone, "singular": singular, "both": both, "pair": pair, "except": except, "but": except | adjacent}

var (
	quantifyingEnglish = sync.OnceValue(func() *quantifying { return loadQuantifiers(1) })
	quantifyingFrench  = sync.OnceValue(func() *quantifying { return loadQuantifiers(2) })
)

// loadQuantifiers reads one column of the table.
func loadQuantifiers(column int) *quantifying {
	set := func() map[string]bool { return make(map[string]bool) }
	l := &quantifying{phrases: make(map[string][]quantifierPhrase), unless: set(), before: set(), pronouns: set(), endings: set()}
	sets := map[string]map[string]bool{"unless": l.unless, "before": l.before, "pronoun": l.pronouns, "adjectival": l.endings}
	for line := range strings.Lines(quantifierTable) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != 3 || row[0] == "class" || line[0] == '#' {
			continue
		}
		for s := range strings.SplitSeq(row[column], ",") {
			p := strings.Fields(s)
			switch set := sets[row[0]]; {
			case len(p) == 0:
			case set != nil:
				set[p[0]] = true
			default:
				l.add(row[0], p)
			}
		}
	}
	for _, list := range l.phrases {
		slices.SortStableFunc(list, func(a, b quantifierPhrase) int { return len(b.words) - len(a.words) })
	}
	return l
}

// add adds the phrase p of a row, or notes that one which is known stands in the row too.
func (l *quantifying) add(name string, p []string) {
	list, row := l.phrases[p[0]], phraseRows[name]
	if row&(alone|singular|pair) != 0 {
		for i := range list {
			if slices.Equal(list[i].words, p) {
				list[i].row |= row
			}
		}
		return
	}
	class := max(0, slices.Index(classNames[:], name))
	if row&both != 0 {
		class = int(All)
	}
	l.starts.Add(p[0])
	l.phrases[p[0]] = append(list, quantifierPhrase{words: p, class: Class(class), row: row})
}

// A quantifierFinder looks for quantifiers around the mentions of a reading.
type quantifierFinder struct {
	*finder
	*quantifying
	list []Mention
	next int // the first mention that does not end before the word looked at
}

// quantify appends the quantifiers of a text to r, in order, and gives its
// mentions their roles.
func (r *Reading) quantify(f *finder, l *quantifying) {
	q := quantifierFinder{finder: f, quantifying: l, list: r.Mentions}
	for i := 0; i < len(f.Words); i++ {
		for q.next < len(q.list) && q.list[q.next].End <= i {
			q.next++
		}
		found, ok := q.fronted(i)
		if !ok && q.next < len(q.list) && q.list[q.next].First == i {
			found, ok = q.numbered(q.next)
		}
		if !ok && f.Words[i].Kind == text.Letters && (q.next == len(q.list) || q.list[q.next].First > i) {
			found, ok = q.worded(i)
		}
		if ok {
			found.settle()
			r.Quantifiers = append(r.Quantifiers, found)
			i = max(i, found.End-1)
		}
	}
}

// match returns the longest phrase at word i and the word after it; nil and i if there is none.
func (q *quantifierFinder) match(i int) (p *quantifierPhrase, end int) {
	if i >= len(q.Words) || !q.starts.May(q.Words[i].In(q.Src)) {
		return nil, i
	}
	list := q.phrases[string(q.folded(i))]
	for k := range list {
		if end := q.follows(i, list[k].words); end > 0 {
			return &list[k], end
		}
	}
	return nil, i
}

// follows returns the word after those from i on that are those of p, 0 if others
// stand there; "of" and "de" stand for their kin, hyphens join.
func (q *quantifierFinder) follows(i int, p []string) int {
	if q.Hyphen(i-1) && q.Tight(i) && q.Tight(i-1) {
		return 0 // 21-all
	}
	for k, w := range p {
		if k > 0 {
			i = q.skipHyphen(i)
		}
		if q.KindAt(i) != text.Letters {
			return 0
		}
		if s := string(q.folded(i)); s != w && !(w == "l'" && s == "l’") && !((w == "of" || w == "de") && k > 0 && q.at(i).class == of) {
			return 0
		}
		i++
	}
	return i
}

// mentionAt returns the index of the mention that begins at word k, -1 if none
// does.
func (q *quantifierFinder) mentionAt(k int) int {
	for j := q.next; j < len(q.list) && q.list[j].First <= k; j++ {
		if m := &q.list[j]; m.First == k || m.Core == k {
			return j
		}
	}
	return -1
}

// number returns the count that begins at word k behind "of", articles and the like, and the word
// where it or what stands for it begins.
func (q *quantifierFinder) number(k int) (count, at int) {
	for steps := 0; steps < 3; steps++ {
		if j := q.mentionAt(k); j >= 0 && (q.list[j].Kind == Count || q.list[j].Kind == Measure) {
			return j, k
		}
		if q.KindAt(k) != text.Letters {
			break
		}
		if t := q.at(k); t.class != of && t.class != deter && t.class != article && !(q.pronouns[string(q.folded(k))] && q.mentionAt(k+1) >= 0) {
			if p, _ := q.match(k); p == nil || p.class != All || len(p.words) > 1 { // two thirds of all 90
				break
			}
		}
		k++
	}
	return -1, k
}

// worded reads the quantifier that begins with a word: "all 30 miners", "nearly all", "none of the
// 30", "all but two".
func (q *quantifierFinder) worded(i int) (Quantifier, bool) {
	p, k := q.match(i)
	if p == nil || p.row&except != 0 || i > 0 && len(p.words) == 1 && q.unless[string(q.folded(i-1))] && q.KindAt(i-1) == text.Letters {
		return Quantifier{}, false
	}
	v := Quantifier{First: i, End: k, Head: -1, Class: p.class}
	if v.Class == All && q.excepted(&v, k) {
		q.populate(&v, v.End)
		return v, true
	}
	if p.row&both != 0 {
		v.Population = Int(2)
	}
	of := q.at(k).class == of || q.at(k-1).class == of
	count, at := q.number(k)
	switch {
	case q.KindAt(k) == text.Letters && q.before[string(q.folded(k))]:
		return v, false
	case count >= 0 && !of && v.Class != All && v.Class != NearlyAll && v.Class != NotAll:
		return v, false // some 15 trucks, no 7
	case count >= 0 && q.list[count].Kind == Measure:
		return v, false // all 5 km
	case count >= 0:
		q.populate(&v, k)
	case of && q.KindAt(at) == text.Letters && q.pronouns[string(q.folded(at))]:
		v.End = at + 1
	case p.row&pro != 0 && !of:
	case p.row&pair != 0 && !of && q.paired(k):
		return v, false
	default:
		v.Head = q.noun(k, p, of)
		switch {
		case v.Head < 0 && p.row&alone == 0, v.Head >= 0 && q.at(v.Head).class == unit: // all day
			return v, false
		case v.Class == Most && !of && (v.Head < 0 || q.adjectival(k) || !q.many(v.Head)): // the most powerful ally
			return v, false
		}
	}
	if k = max(v.End, v.Head+1); v.Class == All && !q.excepted(&v, k) {
		for far := k + 1; far < k+8 && q.KindAt(far) == text.Letters; far++ {
			if x, _ := q.match(far); x != nil && x.row&adjacent == 0 && q.excepted(&v, far) {
				break
			}
		}
	}
	if v.Class == All && q.besides(i) {
		v.Class = NearlyAll
	}
	if v.Class == AllBut && count >= 0 {
		q.list[count].Role = Population
	}
	return v, true
}

// noun returns the word for what a phrase that ends before word k speaks of, -1 if there is none.
func (q *quantifierFinder) noun(k int, p *quantifierPhrase, of bool) int {
	h := q.head(k)
	switch {
	case h <= k || of || q.many(h):
	case p.row&singular != 0: // every boat sank
		for h = k; !q.lang.french && q.adjectival(h) && q.KindAt(h+1) == text.Letters && q.at(h+1).class == none; h++ {
		}
	case p.row&alone != 0 && q.at(k).class != deter: // all agreed
		return -1
	}
	if h == k && !of && p.row&alone != 0 && p.row&singular == 0 && !q.many(h) {
		return -1
	}
	return h
}

// many reports whether word k is a plural, of names too: Muslims.
func (q *quantifierFinder) many(k int) bool {
	return q.plural(k) || q.at(k).upper && q.Src[q.Words[k].End-1] == 's'
}

// adjectival reports whether word k ends as adjectives do.
func (q *quantifierFinder) adjectival(k int) bool {
	w := q.folded(k)
	for n := 2; n <= 4 && n < len(w); n++ {
		if q.endings[string(w[len(w)-n:])] {
			return true
		}
	}
	return false
}

// paired reports whether two are named from word k on: "both Mr Low and Mr Hay",
// "neither the mill nor the barn".
func (q *quantifierFinder) paired(k int) bool {
	if t := q.at(k); t.upper || t.class == deter {
		return true
	}
	for j := k + 1; j < k+5; j++ {
		if q.at(j).class == and {
			return true
		}
	}
	return false
}

// populate takes the number at or behind word k for the population of v.
func (q *quantifierFinder) populate(v *Quantifier, k int) {
	j, _ := q.number(k)
	if j < 0 {
		if v.Head < 0 && q.at(k).class == of {
			v.Head = q.head(k)
		}
		return
	}
	m := &q.list[j]
	if m.Kind != Count {
		return
	}
	v.End, v.Head = m.End, m.Head
	if m.Comparator != Exact || m.Lo != m.Hi {
		return
	}
	if v.Population = m.Value; v.Class != All && v.Class != NearlyAll || v.Except.Known() {
		m.Role = Population
	}
}

// besides reports whether the sentence begins, some words before i, with an exception: "With
// the exception of the pilot, all of them pleaded guilty".
func (q *quantifierFinder) besides(i int) bool {
	for j := max(0, i-frontedWords); j < i; j++ {
		if p, _ := q.match(j); p != nil && p.row&except != 0 && p.row&adjacent == 0 && q.begins(j) {
			return true
		}
	}
	return false
}

// frontedWords is how long an exception at the head of a sentence may be.
const frontedWords = 12

// excepted reads "but two" at word k, and "except the pilot", of which nobody knows how many it
// is.
func (q *quantifierFinder) excepted(v *Quantifier, k int) bool {
	if q.Is(k, ",") {
		k++
	}
	p, end := q.match(k)
	if p == nil || p.row&except == 0 {
		return false
	}
	j := q.mentionAt(end)
	if j < 0 || q.list[j].Kind != Count || q.list[j].Comparator != Exact {
		if v.Class == All && q.KindAt(end) == text.Letters && p.row&adjacent == 0 {
			v.Class = NearlyAll
			return true
		}
		return false
	}
	q.list[j].Role = Exception
	v.Class, v.Except, v.End = AllBut, q.list[j].Value, q.list[j].End
	return true
}

// fronted reads a quantifier whose population stands before it at the head of a sentence:
// "Of the 30 crew, 28 were saved", « Sur les 30 marins, aucun ... ».
func (q *quantifierFinder) fronted(i int) (Quantifier, bool) {
	if !q.begins(i) {
		return Quantifier{}, false
	}
	if t := q.at(i); t.class != of && t.marks&outOf == 0 {
		return Quantifier{}, false
	}
	c, _ := q.number(i + 1)
	if c < 0 || q.list[c].Kind != Count || q.list[c].Comparator != Exact {
		return Quantifier{}, false
	}
	k := max(q.list[c].End, q.list[c].Head+1)
	if !q.Is(k, ",") {
		return Quantifier{}, false
	}
	k++
	if p, _ := q.match(k); p == nil && (q.at(k).class == adverb || q.at(k).marks&manner != 0) { // only
		k++
	}
	v, ok := q.worded(k)
	if j := q.mentionAt(k); !ok && j >= 0 && q.list[j].Kind == Count {
		v, ok = q.list[j].Quantifier(), true
	}
	if !ok || v.Population.Known() {
		return v, false
	}
	q.list[c].Role = Population
	v.First, v.Population, v.Head = i, q.list[c].Value, q.list[c].Head
	return v, true
}

// numbered reads the quantifier that begins with mention j: "two of the 30
// miners", "half of the 40", "one in four farmers".
func (q *quantifierFinder) numbered(j int) (Quantifier, bool) {
	m := &q.list[j]
	if m.Kind != Count && (m.Unit.Dimension() != Ratio || m.Direction == By) {
		return Quantifier{}, false
	}
	k := m.End
	if q.at(k).marks&outOf != 0 {
		k++
	}
	of := q.at(k).class == of || k > m.End
	if !of && m.Kind != Fraction {
		return Quantifier{}, false
	}
	v := m.Quantifier()
	if q.next++; of { // the population is the next mention
		if c, _ := q.number(k); c > j && q.list[c].Kind == Count {
			q.populate(&v, k)
		}
	}
	q.next--
	if m.Kind == Fraction && !of && v.Head > m.End && !q.many(v.Head) {
		v.Head = -1
	}
	if n := v.Population; v.Class == Number && (n == Int(10) || n == Int(100)) && q.mentionAt(k+1) >= 0 { // eight of 10 limes: a share
		v.Class, v.Part, v.Count, v.Population = Share, v.Count.times(Num{1, n.N}), Interval{}, Num{}
	}
	return v, v.Population.Known() || m.Kind != Count
}
