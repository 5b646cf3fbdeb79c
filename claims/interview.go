package claims

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Interviews without labels: paragraphs that ask, and behind each what the one who is
// asked says. “Who pays for it?” / “We all do.” They look like a text that asks its
// readers, so the page must say that it is an interview and name one person to answer.

// fewestQuestions is how many paragraphs of an interview ask at least.
const fewestQuestions = 3

// findInterview notes the paragraphs that answer, if the text is such an interview.
func (r *reading) findInterview() {
	if r.labels != nil {
		return
	}
	first, questions := -1, 0
	answers := map[int]bool{}
	for k, b := range r.text.Blocks {
		switch {
		case r.furniture[k]:
		case r.asks(b) && r.text.Inside(b.End-1) < 0:
			if questions++; first < 0 {
				first = k
			}
		case first >= 0 && (answers[k-1] || k > 0 && r.asks(r.text.Blocks[k-1])) && r.ends(b) && !r.begins(lexicon.FurnitureNotice, b.First, b.End):
			answers[k] = true
		}
	}
	if questions < fewestQuestions || len(answers) < questions || !r.saysInterview() {
		return
	}
	if r.findAnswerer(first); r.answerer != "" {
		r.answers = answers
	}
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

// answering returns the speaker of the paragraphs that answer, by the first mention of him.
func (r *reading) answering() Speaker {
	m := r.cast.whole[r.answerer]
	n, _ := r.named(m.first, len(r.words))
	if n.Len() == 0 {
		n = text.Range{First: m.first, End: m.first + 1}
	}
	return Speaker{Text: r.span(n).In(r.src), Span: r.span(n), Name: m.name, Role: m.role, Kind: m.kind}
}
