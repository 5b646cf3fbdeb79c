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
	unless   map[string]bool               // words before which a phrase is none
	before   map[string]bool               // and behind
	pronouns map[string]bool               // them
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
	except                         // begins an exception
	adjacent                       // but: one that stands beside the quantifier
)

var phraseRows = map[string]phraseRow{"alone": alone, "pro": pro | alone, "singular": singular, "both": both, "except": except, "but": except | adjacent}

var (
	quantifyingEnglish = sync.OnceValue(func() *quantifying { return loadQuantifiers(1) })
	quantifyingFrench  = sync.OnceValue(func() *quantifying { return loadQuantifiers(2) })
)

// loadQuantifiers reads one column of the table.
func loadQuantifiers(column int) *quantifying {
	l := &quantifying{map[string][]quantifierPhrase{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	sets := map[string]map[string]bool{"unless": l.unless, "before": l.before, "pronoun": l.pronouns}
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
	if row&(alone|singular) != 0 {
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
	for i := 0; i < len(f.words); i++ {
		for q.next < len(q.list) && q.list[q.next].End <= i {
			q.next++
		}
		found, ok := q.fronted(i)
		if !ok && q.next < len(q.list) && q.list[q.next].First == i {
			found, ok = q.numbered(q.next)
		}
		if !ok && f.words[i].Kind == text.Letters {
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
	if q.hyphen(i-1) && q.tight(i) && q.tight(i-1) {
		return 0 // 21-all
	}
	for k, w := range p {
		if k > 0 {
			i = q.skipHyphen(i)
		}
		if q.kind(i) != text.Letters {
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
		if q.kind(k) != text.Letters {
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
	if p == nil || p.row&except != 0 || i > 0 && len(p.words) == 1 && q.unless[string(q.folded(i-1))] && q.kind(i-1) == text.Letters {
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
	case q.kind(k) == text.Letters && q.before[string(q.folded(k))]:
		return v, false
	case count >= 0 && !of && v.Class != All && v.Class != NearlyAll && v.Class != NotAll:
		return v, false // some 15 trucks, no 7
	case count >= 0 && q.list[count].Kind == Measure:
		return v, false // all 5 km
	case count >= 0:
		q.populate(&v, k)
	case of && q.kind(at) == text.Letters && q.pronouns[string(q.folded(at))]:
		v.End = at + 1
	case p.row&pro != 0 && !of:
	default:
		if v.Head = q.head(k); v.Head > k && p.row&singular != 0 && !of && !q.plural(v.Head) && q.at(k).class == none {
			v.Head = k // every boat sank
		}
		if v.Head < 0 && p.row&alone == 0 {
			return v, false
		}
		if v.Head >= 0 && q.at(v.Head).class == unit {
			return v, false // all day
		}
	}
	if k = max(v.End, v.Head+1); v.Class == All && !q.excepted(&v, k) {
		for far := k + 1; far < k+8 && q.kind(far) == text.Letters; far++ {
			if x, _ := q.match(far); x != nil && x.row&adjacent == 0 && q.excepted(&v, far) {
				break
			}
		}
	}
	if v.Class == AllBut && count >= 0 {
		q.list[count].Role = Population
	}
	return v, true
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

// excepted reads "but two" at word k.
func (q *quantifierFinder) excepted(v *Quantifier, k int) bool {
	if q.is(k, ",") {
		k++
	}
	p, end := q.match(k)
	if p == nil || p.row&except == 0 {
		return false
	}
	j := q.mentionAt(end)
	if j < 0 || q.list[j].Kind != Count || q.list[j].Comparator != Exact {
		return false
	}
	q.list[j].Role = Exception
	v.Class, v.Except, v.End = AllBut, q.list[j].Value, q.list[j].End
	return true
}

// fronted reads a quantifier whose population stands before it at the head of a sentence:
// "Of the 30 crew, 28 were saved", « Sur les 30 marins, aucun ... ».
func (q *quantifierFinder) fronted(i int) (Quantifier, bool) {
	t := q.at(i)
	if t.class != of && t.marks&outOf == 0 || !q.begins(i) {
		return Quantifier{}, false
	}
	c, _ := q.number(i + 1)
	if c < 0 || q.list[c].Kind != Count || q.list[c].Comparator != Exact {
		return Quantifier{}, false
	}
	k := max(q.list[c].End, q.list[c].Head+1)
	if !q.is(k, ",") {
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
	return v, v.Population.Known() || m.Kind != Count
}
