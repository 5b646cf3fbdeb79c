package verify

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources"
	"factcheck/verify/relate"
)

// A draft often retells a document of the archive: the report that its writer, or
// a model, had before them. Such a document is known by the names and numbers of
// the draft, most of which it has. What the draft says beside it is judged by it
// as a whole (relate.Account), after sentence by sentence decided nothing.

const (
	retoldWords   = 10   // words besides names and numbers that a draft must share with a document to retell it
	retoldShare   = 0.65 // part of them, and
	retoldMarks   = 3    // so many names and numbers,
	markedShare   = 0.5  // part of those; or, of a draft that has none to speak of,
	namelessShare = 0.8  // part of the words
)

// A wordbook is the words of a text, folded and stemmed, each under one key, in the order of the keys.
type wordbook []uint64

// newWordbook reads the words of a text.
func newWordbook(lang, src string) wordbook {
	b := make(wordbook, 0, len(src)/6)
	for _, w := range text.Words(src) {
		if w.Kind == text.Letters || w.Kind == text.Number {
			b = append(b, wordKey(lang, w.In(src)))
		}
	}
	slices.Sort(b)
	return slices.Clone(slices.Compact(b))
}

// holds reports whether the text has the word under a key.
func (b wordbook) holds(key uint64) bool {
	_, ok := slices.BinarySearch(b, key)
	return ok
}

// wordKey is what a word is listed under.
func wordKey(lang, w string) uint64 {
	return text.Hash(text.Stem(language(lang), strings.TrimSuffix(text.Fold(w), ".")))
}

// A vocabulary is what the statements of a draft name and say, each word once.
type vocabulary struct {
	once         sync.Once
	marks, words []uint64
}

// vocabulary returns the words of the draft's statements.
func (d *draft) vocabulary() *vocabulary {
	v := &d.said
	v.once.Do(func() {
		seen := map[uint64]bool{}
		for i := range d.statements {
			src := d.statements[i].Text
			for k, w := range text.Words(src) {
				key := wordKey(d.document.Lang, w.In(src))
				if seen[key] || w.Kind != text.Letters && w.Kind != text.Number {
					continue
				}
				switch {
				case k > 0 && capitalised(w.In(src)) || w.Kind == text.Number:
					v.marks = append(v.marks, key)
				case w.End-w.Start >= contentLetters:
					v.words = append(v.words, key)
				default:
					continue
				}
				seen[key] = true
			}
		}
	})
	return v
}

// contentLetters is how many letters a word has at least that is counted as one of
// content.
const contentLetters = 4

// capitalised reports whether a word begins with a capital.
func capitalised(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

// retells reports whether the draft retells the document with those words.
func (d *draft) retells(b wordbook) bool {
	v := d.vocabulary()
	part := func(share float64, words []uint64) int { return int(math.Ceil(share * float64(len(words)))) }
	words := max(retoldWords, part(retoldShare, v.words))
	if len(v.marks) < retoldMarks {
		return b.has(v.words, max(words, part(namelessShare, v.words)))
	}
	return b.has(v.marks, max(retoldMarks, part(markedShare, v.marks))) && b.has(v.words, words)
}

// speaksOf reports whether the draft retells the document with those words or speaks of what it does.
func (d *draft) speaksOf(b wordbook) bool { return d.retells(b) || d.of(b) }

// strays reports whether most names and numbers of the draft are not in the document with
// those words: a page about much else.
func (d *draft) strays(b wordbook) bool {
	v := d.vocabulary()
	return len(v.marks) > 0 && !b.has(v.marks, (len(v.marks)+1)/2)
}

// telling reports whether the draft has names and numbers enough to tell of what it speaks.
func (d *draft) telling() bool { return len(d.vocabulary().marks) >= 2*retoldMarks }

// of reports whether the draft speaks of what the document with those words does: it has names
// and numbers enough to tell, and most of them are there.
func (d *draft) of(b wordbook) bool {
	return d.telling() && !d.strays(b)
}

// has reports whether a text has so many of the words. Of most texts a few words tell
// that it has not.
func (b wordbook) has(words []uint64, enough int) bool {
	for i := 0; enough > 0; i++ {
		if len(words)-i < enough {
			return false
		}
		if b.holds(words[i]) {
			enough--
		}
	}
	return true
}

// repeats returns how much of a statement's content, by weight, a passage has in the
// same words, as a part of it and as a weight; a name weighs two.
func repeats(lang, passage, statement string) (share float64, weight int) {
	b := newWordbook(lang, passage)
	all := 0
	for i, w := range text.Words(statement) {
		n := 0
		switch {
		case w.Kind == text.Number || w.Kind == text.Letters && i > 0 && capitalised(w.In(statement)):
			n = 2
		case w.Kind == text.Letters && w.End-w.Start >= contentLetters:
			n = 1
		}
		all += n
		if n > 0 && b.holds(wordKey(lang, w.In(statement))) {
			weight += n
		}
	}
	if all == 0 {
		return 0, 0
	}
	return float64(weight) / float64(all), weight
}

// combined judges a statement by the passages of each document together: its parts may
// stand in several sentences. Where the draft retells the document, less is needed to
// call a part wrong.
func (j *judge) combined(at place, candidates []sources.Candidate) (agree, against, over []voice) {
	d, s := at.draft, &at.draft.statements[at.i]
	if s.Kind == claims.Quote && s.Form != claims.Mixed {
		return nil, nil, nil // its words stand or they do not
	}
	for _, group := range byDocument(candidates, func(c sources.Candidate) bool {
		return (s.Attribution.Cue.Commitment != claims.Denies || j.sameForce(s, c.Statement)) && !sources.Barred(c.Document, d.document) && !otherLanguage(c.Document.Lang, d.document.Lang) && !j.mute(at, c)
	}) {
		statement := d.analyses[at.i]()
		passages := j.prepared.together(group, statement)
		var r relate.Result
		switch book := j.prepared.wordbook(group[0]); {
		case d.retells(book):
			r = relate.Retold(passages, statement)
		default:
			r = relate.Combined(passages, statement)
		}
		if r.Relation == relate.Silent && !r.Overstated && !d.strays(j.prepared.wordbook(group[0])) {
			for i, c := range group {
				passages[i] = j.prepared.analysis(sentence(c))
			}
			r = relate.Misquoted(passages, statement)
		}
		if r.Relation == relate.Silent && !r.Overstated || r.Source < 0 {
			continue
		}
		c := group[r.Source]
		if r.Relation == relate.Agrees && !(j.bearing(d.document, s, c) && j.oneVoice(s, c)) {
			continue
		}
		v := voice{document: c.Document, overstated: r.Overstated, evidence: j.passage(c.Document, c.Statement, stanceOf(r.Relation))}
		v.owner = j.archive.Names().Owner(v.evidence.Source)
		v.evidence.place(whole(c.Document, c.Statement), r.Reasons)
		switch {
		case j.ofAnother(at, &v, c), !v.overstated && j.idle(&v, d.document, s, c):
		case v.overstated && (alleged(d.document, s) || confirmed(c) || !mostly(d.document.Lang, c.Statement.Sentence.In(c.Document.Text), s.Text, hedgedShare)):
		case v.overstated:
			over = append(over, v)
		case r.Relation == relate.Agrees:
			agree = append(agree, v)
		default:
			against = append(against, v)
		}
	}
	return agree, against, over
}

// oneVoice reports whether nobody speaks in a candidate's sentence but whom the draft may mean: of what "Smith said" behind
// "Jones called it a gift, and", which is read as one, nothing is given to Jones.
func (j *judge) oneVoice(s *claims.Statement, c sources.Candidate) bool {
	if s.Attribution.Speaker.Name == "" {
		return true
	}
	at := c.Statement.Sentence
	return !slices.ContainsFunc(beginning(c.Statements, at), func(o claims.Statement) bool {
		c.Statement = &o
		return o.Sentence == at && byName(o.Attribution.Speaker) && !j.attributed(s, c)
	})
}

// byDocument groups those candidates that are wanted by their document and leaves one
// of each sentence.
func byDocument(candidates []sources.Candidate, wanted func(sources.Candidate) bool) [][]sources.Candidate {
	var out [][]sources.Candidate
	place := map[uint32]int{}
	seen := map[statementKey]bool{}
	for _, c := range candidates {
		key := statementKey{c.Ref.Document, c.Statement.Sentence}
		if seen[key] || !wanted(c) {
			continue
		}
		seen[key] = true
		i, ok := place[c.Ref.Document]
		if !ok {
			i = len(out)
			place[c.Ref.Document] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

// whole returns the whole sentence of a statement as one: what was said with who
// said it.
func whole(doc *claims.Document, s *claims.Statement) *claims.Statement {
	at := s.Sentence
	return &claims.Statement{Text: at.In(doc.Text), Spans: []text.Span{at}, Sentence: at, Attribution: s.Attribution}
}
