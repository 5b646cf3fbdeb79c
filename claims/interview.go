package claims

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Interviews without labels, or with labels in front of the first turns alone: paragraphs that
// ask, and behind each what the one who is asked says. “Who pays for it?” / “We all do.” They
// look like a text that asks its readers. So the page must say that it is an interview, or set
// the questions in bold and say “you” in them and “I” in the answers, or label a question and
// an answer; and it must name one person to answer. A second paragraph behind a question is
// the answer's if it says “I” and quotes nobody.

// fewestQuestions is how many paragraphs of an interview without labels ask at least.
const fewestQuestions = 3

// An interview is what is known of one while it is looked for.
type interview struct {
	first     int // block that asks without a label; -1 before it
	questions int // blocks that ask without a label
	set       int // of those: in bold, italics or as headings
	spoken    int // of those: that speak to somebody
	answers   int
	self      int // of those: of somebody who speaks of himself
	blocks    map[int]bool
}

// findInterview notes which paragraphs ask and which answer, if the text is such an interview.
func (r *reading) findInterview() {
	r.findAsker()
	if r.labels != nil && r.asker == "" {
		return
	}
	v := interview{first: -1, blocks: map[int]bool{}}
	bold := false // the questions are: “So where can we go?” in an answer is none
	for k, b := range r.text.Blocks {
		bold = bold || r.kinds[k] == Stressed && r.asks(b)
	}
	answering, behind := false, 0 // paragraphs behind the one that asks
	var open []int                // those of them that say no “I”: of the answer, if another question in bold follows
	for k, b := range r.text.Blocks {
		switch label := r.labelAt(k); {
		case r.furniture[k]:
		case label != "":
			answering, behind = label != r.asker, 1
		case r.asks(b) && r.text.Inside(b.End-1) < 0 && (r.kinds[k] != Paragraph || !bold),
			v.first >= 0 && r.kinds[k] == Stressed && r.ends(b) && r.speaksOf(lexicon.Spoken, k): // “Some call it your best.”
			if r.kinds[k] == Stressed {
				for _, o := range open {
					v.answered(r, o)
				}
			}
			answering, behind, open = true, 0, nil
			v.asked(r, k)
		case answering && r.answersAt(k) && (behind == 0 || r.speaksOf(lexicon.Self, k) && !r.quotesIn(k)): // twin: “As she talks, a dog barks.”
			behind++
			v.answered(r, k)
		case answering && r.answersAt(k) && !r.quotesIn(k) && !r.speaksOf(lexicon.He, k) && !r.speaksOf(lexicon.She, k):
			open = append(open, k)
		default:
			answering, open = false, nil
		}
	}
	if r.labels == nil {
		addressed := v.set == v.questions && 3*v.spoken >= v.questions && 2*v.self >= v.answers
		if v.questions < fewestQuestions || v.answers < v.questions || !addressed && !r.saysInterview() {
			return
		}
		if r.findAnswerer(v.first); r.answerer == "" {
			return
		}
	}
	r.answers = v.blocks
}

// answersAt reports whether block k may be an answer: a paragraph of whole sentences that is not in bold.
func (r *reading) answersAt(k int) bool {
	b := r.text.Blocks[k]
	return r.kinds[k] != Heading && r.kinds[k] != Stressed && r.ends(b) && !r.begins(lexicon.FurnitureNotice, b.First, b.End)
}

// asked notes that block k asks.
func (v *interview) asked(r *reading, k int) {
	if v.first < 0 {
		v.first = k
	}
	v.blocks[k] = false
	v.questions++
	if r.kinds[k] != Paragraph {
		v.set++
	}
	if r.speaksOf(lexicon.Spoken, k) {
		v.spoken++
	}
}

// answered notes that block k answers.
func (v *interview) answered(r *reading, k int) {
	v.blocks[k] = true
	v.answers++
	if r.speaksOf(lexicon.Self, k) {
		v.self++
	}
}

// findAsker notes which label of a dialogue of two asks, if the other does not.
func (r *reading) findAsker() {
	if len(r.labels) != 2 {
		return
	}
	turns, asks := map[string]int{}, map[string]int{}
	for k, b := range r.text.Blocks {
		label := r.labelAt(k)
		turns[label]++
		if r.asks(b) {
			asks[label]++
		}
	}
	for name := range r.labels {
		if 2*asks[name] < turns[name] {
			continue
		}
		if r.asker != "" {
			r.asker = ""
			return
		}
		r.asker = name
	}
}

// labelAt returns the label of a dialogue in front of block k, empty if it has none or is the headline.
func (r *reading) labelAt(k int) string {
	b := r.text.Blocks[k]
	if l, ok := r.labelOf(b); ok && r.labels[r.name(l.name)] && (r.kinds[k] != Heading || l.alone(b)) {
		return r.name(l.name)
	}
	return ""
}

// speaksOf reports whether block k has a word of that kind outside quotation marks.
func (r *reading) speaksOf(kind lexicon.PersonWord, k int) bool {
	for i := r.text.Blocks[k].First; i < r.text.Blocks[k].End; i++ {
		if lexicon.Is(r.lang, kind, r.lower(i)) && r.text.Inside(i) < 0 {
			return true
		}
	}
	return false
}

// quotesIn reports whether block k holds a quotation.
func (r *reading) quotesIn(k int) bool {
	for i := r.text.Blocks[k].First; i < r.text.Blocks[k].End; i++ {
		if r.text.Inside(i) >= 0 {
			return true
		}
	}
	return false
}

// saysInterview reports whether a heading or a short line of the page says that it is an
// interview: “Interview by Jane Doe”, “Propos recueillis par”.
func (r *reading) saysInterview() bool {
	const short = 25
	for _, b := range r.text.Blocks {
		for i := b.First; i < b.End && b.Len() < short; i++ {
			if r.begins(lexicon.FurnitureInterview, i, b.End) || r.begins(lexicon.FurnitureAsker, i, b.End) {
				return true
			}
		}
	}
	return false
}

// asksHere reports whether the passage at hand leads to a question of an interview without labels, whose “you” is who answers: “You
// write that nobody sings out of tune. Is that so?” Twin: “Why do you say that nobody does?”
func (r *reading) asksHere() bool {
	p := &r.text.Passages[r.cast.passage]
	answers, ok := r.answers[p.First]
	return ok && !answers && r.word(p.Words.End-1) != "?"
}

// answering returns the speaker of the paragraphs that answer, by his label or by the first
// mention of him.
func (r *reading) answering() Speaker {
	if r.labels != nil {
		return r.answered
	}
	m := r.cast.whole[r.answerer]
	n, _ := r.named(m.first, len(r.words))
	if n.Len() == 0 {
		n = text.Range{First: m.first, End: m.first + 1}
	}
	return Speaker{Text: r.span(n).In(r.src), Span: r.span(n), Name: m.name, Role: m.role, Kind: m.kind}
}
