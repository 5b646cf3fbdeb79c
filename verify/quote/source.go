package quote

import (
	"math"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// A token is a word that counts: letters, a number or a symbol. Punctuation and
// quotation marks are typography and are no tokens.
type token struct {
	id         uint64 // hash of the folded word; equal words have equal ids
	start, end int32  // bytes of its text
	region     int32  // in a source: the quotation that it stands in, from 1; 0 outside of all. In a draft: the bracket group, from 1
	mark       mark
}

func (t token) span() text.Span { return text.Span{Start: int(t.start), End: int(t.end)} }

type mark uint16

const (
	aside     mark = 1 << iota // source: not the speaker's: "(Applause)", "TRUMP:"
	stopped                    // source: a sentence ends before it
	paused                     // source: a comma, dash, colon or bracket stands before it
	gapped                     // draft: an ellipsis or a break stands before it
	broken                     // draft: the break is one between two quoted parts
	group                      // draft: stands for all the words of a bracket
	spliced                    // draft: part of the word was in brackets: [W]e, want[ed]
	titled                     // begins with a capital
	bracketed                  // source: stands in [brackets]
	amount                     // a number of several words
)

// A Source is a document's text prepared for thousands of alignments: its words
// folded to ids, and where each pair of words stands. It is immutable and may
// be used from several goroutines.
type Source struct {
	text     string
	lang     string // of the text; empty is English
	tokens   []token
	voices   map[int32]claims.Speaker // by region: who said it, where a statement knows
	inside   []int32                  // inside[j]: tokens before j that are the speaker's words
	head     []int32                  // by hash of a pair of words: 1 + the last place where it stands, 0 if none
	next     []int32                  // by place: 1 + the place before it with the same hash, 0 if none
	plain    bool                     // no quotation marks: every word is the speaker's
	brackets bool                     // it has [brackets] of its own
	trees    trees                    // of its sentences, as far as somebody asked for them
}

// Prepare readies the text src, whose statements are given: the words between
// quotation marks are the speakers', the others the writer's. A text without
// any quotation (a transcript, a speech, a press release) is its speaker's
// throughout. Statements may be nil: then the marks alone decide. An empty lang
// is English.
func Prepare(src, lang string, statements []claims.Statement) *Source {
	s := &Source{text: src, lang: lang}
	words := text.Words(src)
	s.tokens = make([]token, 0, len(words))
	s.scan(words)
	s.tokens = amounts(s.tokens, 0, src, lang, words)
	s.own(statements)
	s.inside = make([]int32, len(s.tokens)+1)
	for j, t := range s.tokens {
		s.inside[j+1] = s.inside[j]
		if s.spoken(t) {
			s.inside[j+1]++
		}
	}
	s.hash()
	return s
}

// spoken reports whether t is one of a speaker's words.
func (s *Source) spoken(t token) bool { return t.mark&aside == 0 && (s.plain || t.region > 0) }

// scan makes tokens of words, notes the pauses between them, what stands in
// brackets, and what stands between double quotation marks.
func (s *Source) scan(words []text.Word) {
	var (
		before  mark
		region  int32 // current quotation, 0 outside
		regions int32
		open    int  // depth of [ and of ( with a stage direction
		round   bool // inside ( )
	)
	for k := 0; k < len(words); k++ {
		w := words[k]
		if k > 0 && w.Space && paragraph(s.text[words[k-1].End:w.Start]) {
			before |= stopped
			if region > 0 && !s.reopens(words, k) {
				region = 0
			}
			open, round = 0, false
		}
		switch w.Kind {
		case text.Letters, text.Number, text.Symbol:
			if hissed(s.text, words, k) {
				continue
			}
			t := token{id: hashWord(w.In(s.text)), start: int32(w.Start), end: int32(w.End), region: region, mark: before}
			if open > 0 || round && shouted(w.In(s.text)) || before&stopped != 0 && label(s.text, words, k) {
				t.mark |= aside
			}
			if open > 0 {
				t.mark |= bracketed
			}
			if capital(s.text, w.Start) {
				t.mark |= titled
			}
			s.tokens = append(s.tokens, t)
			before = 0
			if s.text[w.End-1] == '.' && t.class()&negation != 0 && k+1 < len(words) && words[k+1].Kind != text.Number {
				before = stopped // “No. But it is harmful.”
			}
		case text.Quote:
			switch turn := quoteTurn(s.text, w, region > 0); {
			case turn > 0 && region == 0:
				regions++
				region = regions
			case turn < 0 && region > 0:
				region = 0
			}
		case text.Punct:
			switch c := s.text[w.Start]; c {
			case '.', '!', '?':
				before |= stopped
			case '[':
				if last := s.spliced(words, k, region, before); last > 0 {
					k, before = last, 0
					continue
				}
				open++
				s.brackets = true
			case ']':
				open = max(0, open-1)
			case '(':
				if last := s.remarked(words, k); last > 0 {
					k = last
					continue
				}
				round = true
				before |= paused
			case ')':
				round = false
				before |= paused
			case '-':
				if w.Space || w.End-w.Start > 1 {
					before |= paused
				}
			default:
				if w.In(s.text) == "…" {
					before |= paused
				} else {
					before |= paused
				}
			}
		}
	}
	s.plain = regions == 0
}

// remarked returns the index of the bracket that closes the one at words[k] around what
// a transcript notes: (laughs); zero if it is another's.
func (s *Source) remarked(words []text.Word, k int) int {
	for i := k + 1; i < len(words) && i <= k+3; i++ {
		switch w := words[i]; {
		case w.In(s.text) == ")" && i > k+1:
			return i
		case classTable()[hashWord(w.In(s.text))]&remark == 0:
			return 0
		}
	}
	return 0
}

// spliced makes one token of a bracket at words[k] and the letters that touch it:
// [W]e, want[ed]. It returns the index of the last word that it took, zero if the
// bracket touches none.
func (s *Source) spliced(words []text.Word, k int, region int32, before mark) int {
	if k+2 >= len(words) || words[k+1].Kind != text.Letters || words[k+2].In(s.text) != "]" {
		return 0
	}
	inner, last := words[k+1].In(s.text), k+2
	t := token{start: int32(words[k].Start), end: int32(words[k+2].End), region: region, mark: before}
	run := inner
	if n := len(s.tokens); n > 0 && k > 0 && words[k-1].Kind == text.Letters && words[k-1].End == words[k].Start {
		t = s.tokens[n-1]
		t.end = int32(words[k+2].End)
		run = words[k-1].In(s.text) + inner
		s.tokens = s.tokens[:n-1]
	} else if k+3 < len(words) && !words[k+3].Space && words[k+3].Kind == text.Letters && len(inner) <= 4 {
		last = k + 3
		t.end = int32(words[last].End)
		run = inner + words[last].In(s.text)
	} else {
		return 0
	}
	t.id = hashWord(run)
	if capital(run, 0) {
		t.mark |= titled
	}
	s.tokens = append(s.tokens, t)
	return last
}

// reopens reports whether the paragraph that begins at words[k] opens the
// quotation anew.
func (s *Source) reopens(words []text.Word, k int) bool {
	return words[k].Kind == text.Quote && quoteTurn(s.text, words[k], false) > 0
}

// own gives each token the quotation that it belongs to. The statements know
// better than the marks. What stands without marks in a speech, or behind the label
// of a transcript, is its speaker's too, whatever the text quotes elsewhere.
func (s *Source) own(statements []claims.Statement) {
	base := int32(len(s.tokens) + 1)
	s.voices = make(map[int32]claims.Speaker, len(statements))
	floor := base // the region of the words without marks of one speaker after another
	for n, st := range statements {
		region, by := base+int32(n), st.Attribution.Speaker
		s.voices[region] = by
		switch {
		case len(st.Quoted) > 0:
			s.plain = false
			keep := base // what is passed on is part of its teller's words
			if len(st.Attribution.Tellers) == 0 {
				keep = math.MaxInt32
			}
			s.give(st.Quoted, region, keep)
			s.interrupt(&statements[n], base)
		case st.Kind == claims.Quote, st.Form == claims.Plain && by.Name != "":
			if v, ok := s.voices[floor]; !ok || v.Name != by.Name || v.Text != by.Text {
				floor = region
			}
			s.give(st.Spans, floor, 1)
		}
	}
}

// give puts the tokens in the spans into a region, those in a region from keep on
// excepted.
func (s *Source) give(spans []text.Span, region, keep int32) {
	for _, q := range spans {
		for j := s.at(q.Start); j < len(s.tokens) && int(s.tokens[j].end) <= q.End; j++ {
			if s.tokens[j].region < keep {
				s.tokens[j].region = region
			}
		}
	}
}

// interrupt takes the words of an incise out of the marks that it stands in: what says who
// speaks, between two quoted parts and wherever the speaker and the reporting word stand:
// « Nous avons faim, | dit-elle, | et soif. »
func (s *Source) interrupt(st *claims.Statement, base int32) {
	out := func(from, to int) {
		for j := s.at(from); j < len(s.tokens) && int(s.tokens[j].end) <= to; j++ {
			if s.tokens[j].region < base {
				s.tokens[j].region = 0
			}
		}
	}
	for k := 1; k < len(st.Quoted); k++ {
		out(st.Quoted[k-1].End, st.Quoted[k].Start)
	}
	if n, by, cue := len(st.Quoted), st.Attribution.Speaker.Span, st.Attribution.Cue.Span; n > 0 && cue.Len() > 0 {
		at := text.Cover([]text.Span{by, cue})
		if by.Len() == 0 {
			at = cue
		}
		if at.Start >= st.Quoted[n-1].End && at.End <= st.Sentence.End {
			out(st.Quoted[n-1].End, at.End)
		}
	}
}

// at returns the index of the first token that begins at or after the byte.
func (s *Source) at(offset int) int {
	lo, hi := 0, len(s.tokens)
	for lo < hi {
		if m := (lo + hi) / 2; int(s.tokens[m].start) < offset {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// hash enters every pair of neighbours.
func (s *Source) hash() {
	n := len(s.tokens)
	size := 16
	for size < n {
		size *= 2
	}
	s.head = make([]int32, size)
	s.next = make([]int32, n)
	for j := n - 2; j >= 0; j-- {
		h := pair(s.tokens[j].id, s.tokens[j+1].id) & uint64(size-1)
		s.next[j] = s.head[h]
		s.head[h] = int32(j + 1)
	}
}

func pair(a, b uint64) uint64 {
	h := (a*31 + b) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// hashWord returns the id of a word: the hash of its folded letters in the one of
// its spellings that counts, without the full stops of abbreviations, the hyphens
// of prefixes and the separators of thousands.
func hashWord(w string) uint64 {
	var buf [64]byte
	return spelled().id(text.AppendFold(buf[:0], w))
}

// hashBytes is FNV-1a of a folded word without what is typography in it.
func hashBytes(w []byte) uint64 {
	h := uint64(14695981039346656037)
	number := len(w) > 0 && w[0] >= '0' && w[0] <= '9'
	for _, c := range w {
		if !skipped(c, number) {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	return h
}

// skipped reports whether c, in a word or number, is typography.
func skipped(c byte, number bool) bool {
	if number {
		return c == ',' || c == ' '
	}
	return c == '.' || c == '-'
}

// paragraph reports whether white space holds a line break.
func paragraph(space string) bool {
	for i := 0; i < len(space); i++ {
		if space[i] == '\n' {
			return true
		}
	}
	return false
}

// quoteTurn returns 1 if the mark opens a quotation, -1 if it closes one, 0 if
// it is a single mark or an apostrophe.
func quoteTurn(src string, w text.Word, open bool) int {
	switch w.In(src) {
	case "“", "«", "„", "``", "〝", "「", "『":
		return 1
	case "”", "»", "〞", "」", "』", "''":
		return -1
	case "\"", "＂", "‟", "″":
		if open {
			return -1
		}
		return 1
	}
	return 0
}

// shouted reports whether w is in capitals, as stage directions in transcripts
// are: (APPLAUSE).
func shouted(w string) bool {
	if len(w) < 4 {
		return false
	}
	for i := 0; i < len(w); i++ {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}

// label reports whether the paragraph's first word at k is a speaker's label: a
// word in capitals with a colon right behind.
func label(src string, words []text.Word, k int) bool {
	return shouted(words[k].In(src)) && k+1 < len(words) && !words[k+1].Space && words[k+1].In(src) == ":"
}

func capital(src string, i int) bool {
	if c := src[i]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(src[i:])
	return isUpper(r)
}
