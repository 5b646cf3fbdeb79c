package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/speech"
	"factcheck/claims/text"
)

// Dialogues: transcripts, interviews, debates.
//
// In a dialogue paragraphs open with whoever speaks: “COLE: We stay.”, “Dana Cole: We
// stay.”, “MR. COLE. We stay.”, “[00:01:02] Cole: We stay.”, “**Dana Cole (Hull)** We
// stay.”, “Q. Will you stay?”. What follows is verbatim though nothing marks it. A page
// has labels that look the same and name nobody: “READ MORE:”, “ENERGY:”, “UPDATED:”.
// Two things tell them apart: the text has labels of two speakers at least, and half of
// them are surely somebody's: by a title, a role, a given name, a name that the text
// gives in full elsewhere, a word that is nothing else. Labels that may be either, such
// as “WOOD:” and “PRICE:”, make a dialogue only if each returns. Labels
// of which none returns stand beside each other.

// label is the speaker in front of a paragraph.
type label struct {
	name text.Range // the speaker, with his title: “MR. COLE”
	role text.Range // in brackets behind it: “Hull”
	mark text.Range // what parts it from what is said: “:”
}

// spoken divides the paragraphs of which every line may be a turn, “Cole: We stay.” under
// “Brandt: You go.”, at their line breaks.
func spoken(src string, blocks []Block) []Block {
	var out []Block
	for k, b := range blocks {
		lines := turnLines(src, b.Span)
		if len(lines) > 1 && out == nil {
			out = append(make([]Block, 0, len(blocks)+len(lines)), blocks[:k]...)
		}
		switch {
		case len(lines) > 1:
			for _, l := range lines {
				out = append(out, Block{Span: l, Kind: b.Kind})
			}
		case out != nil:
			out = append(out, b)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// turnLines returns the lines of a block if each has a colon among its first words and
// begins as a name does; nil if not.
func turnLines(src string, b text.Span) []text.Span {
	var out []text.Span
	for at := b.Start; at < b.End; {
		end := b.End
		if i := strings.IndexByte(src[at:b.End], '\n'); i >= 0 {
			end = at + i
		}
		line := src[at:end]
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "[(*_0123456789:]) "))
		if strings.IndexByte(line[:min(len(line), labelBytes)], ':') < 0 || !unicode.IsUpper(c) {
			return nil
		}
		out = append(out, text.Span{Start: at, End: end})
		at = end + 1
	}
	return out
}

// labelBytes is how long a label may be.
const labelBytes = 50

// spaceless reports whether nothing parts word i from the one before it.
func (r *reading) spaceless(i int) bool { return i < len(r.words) && !r.words[i].Space }

// voice says whether a label names somebody.
type voice uint8

const (
	nobody voice = iota
	maybe
	somebody
)

// findTurns notes the labels of a dialogue, if the text is one.
func (r *reading) findTurns() {
	type count struct {
		voice voice
		n     int
		last  int // block of the last
	}
	found := map[string]*count{}
	r.offices, r.narrators = map[string]text.Range{}, map[string]bool{}
	lines, begins, before, beside := 0, 0, -2, false
	for k, b := range r.text.Blocks {
		l, ok := r.labelOf(b)
		if !ok && begins == 0 && r.announces(k) {
			begins = k + 1
		}
		if !ok || r.furniture[k] || !r.ends(b) && !l.alone(b) || r.kinds[k] == Heading && !l.alone(b) {
			continue
		}
		if r.begins(lexicon.FurnitureNarrator, l.role.First, l.role.End) {
			r.narrators[r.lower(l.name.End-1)] = true
		}
		v := r.voice(l.name)
		if l.role.Len() > 0 && l.role.First < l.name.First {
			r.offices[r.name(l.role)] = l.name
		} else if r.offices[r.name(l.name)].Len() > 0 {
			v = somebody
		}
		if v == nobody && r.asks(b) && r.span(l.mark).In(r.src) == ":" { // “The Tribune: Who pays?”
			v = maybe
		}
		if v == nobody && r.timed(b, l) {
			v = maybe
		}
		if v == nobody {
			continue
		}
		lines++
		beside = beside || before == k-1
		before = k
		name := r.name(l.name)
		if found[name] == nil {
			found[name] = &count{voice: v}
		}
		found[name].n++
		found[name].last = k
	}
	for name, c := range found {
		if c.last < begins { // the headline “Gov. Cole: We Stay”
			lines -= c.n
			delete(found, name)
		}
	}
	sure, back := 0, 0
	for _, c := range found {
		if c.voice == somebody {
			sure++
		}
		if c.n > 1 {
			back++
		}
	}
	if len(found) < 2 || back == 0 && !beside && lines*2 < len(r.text.Blocks) || sure*2 < len(found) && (back < len(found) || lines < 2*len(found)) {
		return
	}
	if slices.ContainsFunc(r.text.Blocks, func(b text.Range) bool {
		l, ok := r.labelOf(b)
		return ok && r.asks(b) && !r.narrators[r.lower(l.name.End-1)]
	}) {
		r.narrators = nil // who is asked tells no story: “HOST: What did you see?”
	}
	r.labels = map[string]bool{}
	for name := range found {
		r.labels[name] = true
	}
	r.transcript = lines*3 >= len(r.text.Blocks)
	r.findAnswerer(-1)
	r.findMonograms()
}

// timed reports whether a time stands before label l of block b: “[00:01:10] OLIVE TRENT:”.
func (r *reading) timed(b text.Range, l label) bool {
	for i := b.First; i < l.name.First; i++ {
		if r.words[i].Kind == text.Number {
			return true
		}
	}
	return false
}

// asks reports whether block b ends as a question does.
func (r *reading) asks(b text.Range) bool { return b.Len() > 0 && r.word(b.End-1) == "?" }

// announces reports whether block k, “Partial transcript as follows:”, opens a dialogue: it
// ends with a colon, and a label is next.
func (r *reading) announces(k int) bool {
	if b := r.text.Blocks[k]; k+1 >= len(r.text.Blocks) || b.Len() == 0 || r.word(b.End-1) != ":" {
		return false
	}
	l, ok := r.labelOf(r.text.Blocks[k+1])
	return ok && r.voice(l.name) != nobody
}

// turnOf reads the turn that opens passage p.
func (r *reading) turnOf(p *speech.Passage) (speech.Report, bool) {
	b := r.text.Blocks[p.First]
	if p.Words.First != b.First {
		return speech.Report{}, false
	}
	l, ok := r.labelOf(b)
	if !ok || l.mark.End > p.Words.End {
		return speech.Report{}, false
	}
	a := speech.Report{Cue: l.mark, Lemma: ":", Speaker: l.name, Whole: true, Content: []text.Range{{First: l.mark.End, End: p.Words.End}}}
	switch {
	case r.labels[r.name(l.name)]:
		a.Turn = r.text.Inside(l.name.First) < 0
		return a, true
	case r.voice(l.name) != nobody && l.name.Len() > 1 && l.name.Len() < 6 && r.untitled(l.name).Len() > 0:
		return a, r.text.Inside(l.mark.End) >= 0 // “Dana Cole: “We stay.””
	}
	return speech.Report{}, false
}

// narrator returns the label that opens passage p if it is that of who tells the story, “NORA COLE, BYLINE:”, whose words are
// the writer's own. The empty range if none does.
func (r *reading) narrator(p *speech.Passage) text.Range {
	b := r.text.Blocks[p.First]
	if len(r.labels) == 0 || p.Words.First != b.First { // a block of brackets alone is one label, and many passages
		return text.Range{}
	}
	if l, ok := r.labelOf(b); ok && r.narrators[r.lower(l.name.End-1)] {
		return text.Range{First: b.First, End: l.mark.End}
	}
	return text.Range{}
}

// takes gives the word to the speaker of turn a of passage p: for the block or, where
// the label stands alone in it, for the next.
func (r *reading) takes(a *speech.Report, p *speech.Passage) {
	r.turn, r.turnEnd = r.turnSpeaker(a), p.Last
	if r.name(a.Speaker) != r.asker {
		r.answered = r.turn
	}
	if r.allQuoted(a.Content) { // “Dana Cole: “We stay.””
		r.turn = Speaker{}
	}
	if a.Cue.End >= r.text.Blocks[p.Last].End {
		r.turnEnd++
	}
}

// turnGoesOn adds passage p of a turn that has begun: its words are the speaker's, and
// what he reports of others he passes on.
func (r *reading) turnGoesOn(p *speech.Passage, reports []speech.Report) {
	r.plain(p)
	for k := range reports {
		a := &reports[k]
		if r.mend(a); !r.relays(a) && !r.attitudes {
			continue
		}
		n := len(r.out)
		r.emit(p, a, reports)
		for ; n < len(r.out); n++ {
			r.out[n].Attribution.Tellers = append(r.out[n].Attribution.Tellers, r.turn)
		}
	}
}

// narrated reports whether the paragraph of passage p, which has no label, is the writer's: it stands in brackets, or names who
// has the word: “(A dog barks.)”, “Cole sits down.” behind “COLE: We stay.”
func (r *reading) narrated(p *speech.Passage) bool {
	b := r.text.Blocks[p.First]
	if r.turn.Text == "" || r.labelAt(p.First) != "" {
		return false
	}
	for i := b.First; i < b.End && r.turn.Name != ""; i++ {
		if n, _ := r.named(i, b.End); n.Len() > 0 && r.text.Inside(i) < 0 {
			if m := r.cast.find(r, n); m != nil && m.name == r.turn.Name {
				return true
			}
			i = n.End - 1
		}
	}
	return r.word(b.First) == "(" && r.word(b.End-1) == ")" || r.writes(b)
}

// writes reports whether the paragraph b quotes somebody as writers do, who says so behind what he says, and has no word of whoever speaks
// himself: “His wife looked in. “He cried,” she said.” Twin: “So my wife looked in. “He cried,” she said.”
func (r *reading) writes(b text.Range) bool {
	for i := b.First; i < b.End; i++ {
		if w := r.lower(i); r.text.Inside(i) < 0 && (lexicon.Is(r.lang, lexicon.Self, w) || r.lang != "en" && lexicon.Is(r.lang, lexicon.Writer, w) || w == "we" || w == "our" || w == "us" || lexicon.Is(r.lang, lexicon.Spoken, w)) {
			return false
		}
	}
	for i := r.cast.passage; i < len(r.found) && r.text.Passages[i].Words.First < b.End; i++ {
		for _, a := range r.found[i].reports {
			if a.Verb && a.Speaker.Len() > 0 && r.allQuoted(a.Content) && a.Content[0].End <= a.Cue.First && r.text.Inside(a.Cue.First) < 0 {
				return true
			}
		}
	}
	return false
}

// turnSpeaker resolves the label of a turn: by the full name that the text gives it.
func (r *reading) turnSpeaker(a *speech.Report) Speaker {
	label := strings.TrimSuffix(r.name(a.Speaker), ".")
	switch {
	case label == "Q":
		return Speaker{Text: label, Span: r.span(a.Speaker), Kind: Anonymous}
	case label == "A" && r.answerer != "":
		m := r.cast.whole[r.answerer]
		return Speaker{Text: label, Span: r.span(a.Speaker), Name: m.name, Role: m.role, Kind: m.kind}
	case label == "A":
		return Speaker{Text: label, Span: r.span(a.Speaker), Kind: Anonymous}
	}
	if m := r.monograms[letters(label)]; m != nil {
		return Speaker{Text: label, Span: r.span(a.Speaker), Name: m.name, Role: m.role, Kind: m.kind}
	}
	s := r.cast.resolve(r, a.Speaker, a.Name, nil)
	if by := r.offices[label]; by.Len() > 0 {
		s = mentioned(r.cast.resolve(r, by, a.Name, nil), s)
	}
	if s.Kind == Organisation && upper(s.Name) && r.organisationIn(a.Speaker) < 0 {
		s.Kind = Person // “VAGHENI:” is no abbreviation
	}
	if w, _, _ := strings.Cut(text.Fold(s.Name), " "); lexicon.Is(r.lang, lexicon.RoleNoun, w) || lexicon.Is(r.lang, lexicon.Anonymous, w) || lexicon.Is(r.lang, lexicon.GroupNoun, w) && upper(s.Name) {
		s.Name, s.Kind = "", Anonymous // “REPORTER:”
	}
	if s.Kind == Person && upper(s.Name) && len(s.Name) > 2 {
		s.Name = capitalised(s.Name)
	}
	return s
}

// letters returns the capitals of a label that has nothing but them and marks: “J.-M. V.”
// as “JMV”. What has a small letter is left as it is.
func letters(label string) string {
	if !upper(label) {
		return label
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return c
		}
		return -1
	}, label)
}

// capitalised returns a name in capitals as it is written elsewhere: “O'NEIL-SMITH” as
// “O'Neil-Smith”.
func capitalised(name string) string {
	begins := true
	return strings.Map(func(c rune) rune {
		first := begins
		if begins = !unicode.IsLetter(c); first {
			return c
		}
		return unicode.ToLower(c)
	}, name)
}

// upper reports whether w has no small letter.
func upper(w string) bool {
	for _, c := range w {
		if unicode.IsLower(c) {
			return false
		}
	}
	return true
}
