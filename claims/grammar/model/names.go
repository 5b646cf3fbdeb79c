package model

// Names are found as a sequence of labels: each word is outside a name, begins
// one of some kind or continues it. The labels of a whole run of words are chosen
// together (Viterbi), by the sum of what each word says and of what each label
// says after the one before.

// NameLabel is the part that a word has in a name. Zero is none yet.
type NameLabel uint8

// Outside is a word of no name; the other labels are made by NamePart.
const Outside NameLabel = 1

// NameKinds is how many kinds of names there are: other, person, organisation, place.
const NameKinds = 4

// NumNameLabels is one more than the greatest label.
const NumNameLabels = 2 + 2*NameKinds

// NamePart returns the label of the first word, or of a further one, of a name.
func NamePart(kind int, first bool) NameLabel {
	l := Outside + 1 + NameLabel(kind)*2
	if !first {
		l++
	}
	return l
}

// Split is the reverse of NamePart; kind is -1 outside names.
func (l NameLabel) Split() (kind int, first bool) {
	if l <= Outside {
		return -1, false
	}
	return int(l-Outside-1) / 2, (l-Outside-1)%2 == 0
}

// Follows reports whether a word of label l can stand behind one of label before.
func (l NameLabel) Follows(before NameLabel) bool {
	kind, first := l.Split()
	if kind < 0 || first {
		return true
	}
	k, _ := before.Split()
	return k == kind
}

// NameWords prepares the features of names: which words may be in a name, and the
// run of capitalised words that each stands in.
type NameWords struct {
	forms   []Form
	classes []Class
	lexicon Lexicon
	first   []int32 // of the run that the word stands in; itself for any other
	end     []int32
}

// Begin makes w ready for a sentence.
func (w *NameWords) Begin(forms []Form, classes []Class, lexicon Lexicon) {
	w.forms, w.classes, w.lexicon = forms, classes, lexicon
	w.first, w.end = w.first[:0], w.end[:0]
	for i := range forms {
		start := int32(i)
		if i > 0 && w.nameLike(i) && w.nameLike(i-1) {
			start = w.first[i-1]
		}
		w.first = append(w.first, start)
		w.end = append(w.end, int32(i+1))
	}
	for i := len(forms) - 2; i >= 0; i-- {
		if w.first[i+1] == w.first[i] {
			w.end[i] = w.end[i+1]
		}
	}
}

func (w *NameWords) nameLike(i int) bool {
	c, s := w.classes[i], w.forms[i].Shape
	return c == NameSingular || c == NamePlural || s&Capital != 0 && s&Loud == 0 && (s&Opening == 0 || c <= NamePlural)
}

// Candidate reports whether word i may be in a name: it looks like one, or at most three words that
// do not stand between two that do.
func (w *NameWords) Candidate(i int) bool {
	if w.nameLike(i) || w.forms[i].Shape&Capital != 0 {
		return true
	}
	if w.lexicon.Accented() && w.beside(i) {
		return true
	}
	left, right := 4, 4
	for k := 1; k <= 3; k++ {
		if left > 3 && i-k >= 0 && w.nameLike(i-k) {
			left = k
		}
		if right > 3 && i+k < len(w.forms) && w.nameLike(i+k) {
			right = k
		}
	}
	return left+right <= 4
}

// beside reports whether word i, which has no capital, may be in a name that has one
// before or behind it, as French ones have: "Commission électorale nationale
// indépendante", "hôpital général de Bukavu".
func (w *NameWords) beside(i int) bool {
	for k := i; k >= 0 && k > i-tailLength; k-- {
		if k < i && w.forms[k].Shape&Capital != 0 {
			return true
		} else if !w.within(k) {
			break
		}
	}
	for k := i; k < len(w.forms) && k < i+leadLength; k++ {
		if k > i && w.forms[k].Shape&Capital != 0 {
			return true
		} else if !w.within(k) {
			break
		}
	}
	return false
}

// within reports whether word i is of a class that stands within names.
func (w *NameWords) within(i int) bool {
	switch c := w.classes[i]; c {
	case Adjective, VerbParticiple, Adposition, Determiner, Coordinator:
		return true
	default:
		return c != None && c <= NamePlural
	}
}

// How many words a name may have behind its last capital, and before its first.
const (
	tailLength = 7
	leadLength = 5
)

func (w *NameWords) at(i int) (Form, Class) {
	if i < 0 || i >= len(w.forms) {
		return Boundary, None
	}
	return w.forms[i], w.classes[i]
}

// Features are those by which word i is labelled.
func (w *NameWords) Features(f *Features, i int) {
	f.N = 0
	c, ct := w.at(i)
	p1, pt1 := w.at(i - 1)
	p2, pt2 := w.at(i - 2)
	n1, nt1 := w.at(i + 1)
	n2, nt2 := w.at(i + 2)
	first, end := int(w.first[i]), int(w.end[i])
	lead, _ := w.at(first)
	tail, _ := w.at(end - 1)
	before, beforeTag := w.at(first - 1)
	after, afterTag := w.at(end)
	word, shape, tag := uint64(c.Word), uint64(c.Shape), uint64(ct)
	cluster, marks := uint64(c.Lexical&ClusterMask), uint64(c.Lexical&MarksMask)
	coarse := func(f Form) uint64 { return uint64(w.lexicon.Coarse(f.Lexical)) }
	place := uint64(min(i-first, 3))<<4 | uint64(min(end-i, 4))
	single := uint64(0)
	if end-first == 1 {
		single = 1
	}

	f.add(hash1(100, word))
	f.add(hash2(101, word, shape))
	f.add(hash1(102, cluster))
	f.add(hash2(103, cluster, place))
	f.add(hash2(104, coarse(c), marks))
	f.add(hash2(105, coarse(c), place))
	f.add(hash2(106, uint64(c.Suffix&0xFFFFFF), shape))
	f.add(hash1(107, uint64(c.Suffix)))
	f.add(hash2(108, uint64(c.Prefix), shape))
	f.add(hash2(109, shape, tag))
	f.add(hash2(110, marks, shape))
	f.add(hash2(111, marks, place))
	f.add(hash1(112, uint64(p1.Word)))
	f.add(hash2(113, uint64(p1.Word), tag))
	f.add(hash2(114, uint64(p1.Word), word))
	f.add(hash1(115, uint64(p1.Lexical)))
	f.add(hash2(116, uint64(p1.Lexical&ClusterMask), cluster))
	f.add(hash2(117, coarse(p1), coarse(c)))
	f.add(hash1(118, uint64(p2.Word)))
	f.add(hash2(119, uint64(p2.Word), uint64(p1.Word)))
	f.add(hash1(120, uint64(n1.Word)))
	f.add(hash2(121, uint64(n1.Word), word))
	f.add(hash2(122, uint64(n1.Lexical&ClusterMask), cluster))
	f.add(hash1(123, uint64(n1.Lexical)))
	f.add(hash2(124, coarse(n1), coarse(c)))
	f.add(hash2(125, uint64(n1.Lexical&MarksMask)|uint64(n1.Shape), marks|shape))
	f.add(hash2(126, uint64(p1.Lexical&MarksMask)|uint64(p1.Shape), marks|shape))
	f.add(hash1(127, uint64(n2.Word)))
	f.add(hash2(128, uint64(n1.Word), uint64(n2.Word)))
	f.add(hash2(129, uint64(pt1)<<8|tag, uint64(nt1)))
	f.add(hash3(130, uint64(pt2)<<8|uint64(pt1), tag, uint64(nt1)<<8|uint64(nt2)))
	f.add(hash2(131, uint64(lead.Word), place))
	f.add(hash2(132, uint64(tail.Word), place))
	f.add(hash1(133, uint64(tail.Word)))
	f.add(hash2(134, coarse(lead), coarse(tail)))
	f.add(hash1(135, uint64(tail.Lexical&ClusterMask)))
	f.add(hash1(136, uint64(lead.Lexical&ClusterMask)))
	f.add(hash2(137, uint64(before.Word), place))
	f.add(hash2(138, uint64(after.Word), place))
	f.add(hash1(139, uint64(before.Lexical&ClusterMask)))
	f.add(hash1(140, uint64(after.Lexical&ClusterMask)))
	f.add(hash2(141, uint64(before.Word), uint64(after.Word)))
	f.add(hash2(142, uint64(beforeTag)<<8|uint64(afterTag), place))
	f.add(hash3(143, coarse(before), coarse(c), place))
	f.add(hash3(144, coarse(after), coarse(c), place))
	f.add(hash2(145, place, single))
	kind := func(f Form) uint64 { return uint64(f.Lexical & TypeMask) }
	f.add(hash1(148, kind(c)))
	f.add(hash2(149, kind(c), place))
	f.add(hash2(150, kind(c), kind(n1)))
	f.add(hash2(151, kind(p1), kind(c)))
	f.add(hash2(152, kind(lead), kind(tail)))
	f.add(hash3(153, kind(lead), kind(tail), place))
	f.add(hash2(154, kind(c), marks|shape))
	f.add(hash2(155, kind(c), uint64(before.Word)))
	f.add(hash2(156, kind(c), uint64(after.Word)))
	f.add(hash2(157, kind(tail), uint64(before.Word)))
	f.add(hash2(158, kind(tail), uint64(after.Word)))
	f.add(hash3(159, kind(c), tag, uint64(nt1)<<8|uint64(pt1)))
	f.add(hash2(146, uint64(before.Word), coarse(tail)))
	f.add(hash2(147, uint64(after.Word), coarse(tail)))
}

// LinkFeatures are those by which word i is labelled behind a label.
func (w *NameWords) LinkFeatures(f *Features, i int, before NameLabel) {
	f.N = 0
	c, tag := w.at(i)
	p, ptag := w.at(i - 1)
	l := uint64(before)
	f.add(hash1(200, l))
	f.add(hash2(201, l, uint64(tag)<<8|uint64(ptag)))
	f.add(hash2(202, l, uint64(c.Word)))
	f.add(hash3(203, l, uint64(c.Shape), uint64(p.Shape)))
	f.add(hash2(204, l, uint64(c.Lexical&ClusterMask)))
	f.add(hash2(205, l, uint64(p.Word)))
}

// NameScorer scores the labels of a situation.
type NameScorer func(f *Features, scores *[NumNameLabels]float32)

// NameSearch is the room for finding names.
type NameSearch struct {
	f      Features
	scores [NumNameLabels]float32
	links  [NumNameLabels]float32
	best   [][NumNameLabels]float32
	from   [][NumNameLabels]NameLabel
	head   *NameHead
	room   headRoom
}

// Find appends the labels of a sentence's words to dst: the best sequence by the
// sum of score and of what head, unless it is nil, makes of the reading.
func (s *NameSearch) Find(dst []NameLabel, w *NameWords, score NameScorer, head *NameHead, r *Reading) []NameLabel {
	s.head = head
	for i := 0; i < len(w.forms); {
		if !w.Candidate(i) {
			dst = append(dst, Outside)
			i++
			continue
		}
		end := i + 1
		for end < len(w.forms) && w.Candidate(end) {
			end++
		}
		if head != nil {
			head.read(&s.room, w, r, i, end)
		}
		dst = s.run(dst, w, i, end, score)
		i = end
	}
	return dst
}

// run labels the words of a run of candidates.
func (s *NameSearch) run(dst []NameLabel, w *NameWords, first, end int, score NameScorer) []NameLabel {
	const never = -1e30
	s.best, s.from = s.best[:0], s.from[:0]
	var row [NumNameLabels]float32
	for l := range row {
		row[l] = never
	}
	row[Outside] = 0
	for i := first; i < end; i++ {
		w.Features(&s.f, i)
		score(&s.f, &s.scores)
		if s.head != nil {
			addScores(&s.scores, s.room.scores[(i-first)*NameOut:])
		}
		var next [NumNameLabels]float32
		var from [NumNameLabels]NameLabel
		for l := range next {
			next[l] = never
		}
		for before := Outside; before < NumNameLabels; before++ {
			if row[before] == never {
				continue
			}
			w.LinkFeatures(&s.f, i, before)
			score(&s.f, &s.links)
			if s.head != nil {
				addScores(&s.links, s.head.Links[int(before)*NameOut:])
			}
			for l := Outside; l < NumNameLabels; l++ {
				if v := row[before] + s.scores[l] + s.links[l]; l.Follows(before) && v > next[l] {
					next[l], from[l] = v, before
				}
			}
		}
		row = next
		s.best, s.from = append(s.best, row), append(s.from, from)
	}
	last := Outside
	for l := Outside; l < NumNameLabels; l++ {
		if row[l] > row[last] {
			last = l
		}
	}
	at := len(dst)
	for range end - first {
		dst = append(dst, Outside)
	}
	for i := end - first - 1; i >= 0; i-- {
		dst[at+i] = last
		last = s.from[i][last]
	}
	return dst
}

func addScores[T int16 | int32](scores *[NumNameLabels]float32, more []T) {
	for l, v := range more[:NumNameLabels] {
		scores[l] += float32(v)
	}
}

// ScoreNames scores the labels of a situation by the model's weights.
func (m *Model) ScoreNames(f *Features, scores *[NumNameLabels]float32) {
	var sums [WideRow]uint16
	n := m.Names.Sum(f, &sums)
	for l := range scores {
		scores[l] = float32(int(sums[l]) - n*Empty)
	}
}
