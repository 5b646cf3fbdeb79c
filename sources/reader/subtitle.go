package reader

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/text"
)

// Subtitles (SRT, WebVTT) hold speech in cues: a number or a name, the times, lines of
// text. A sentence runs through several cues and is joined again; whoever speaks, by
// the voice tag of WebVTT (<v Ines Dray>), a dash or the name in capitals before a colon,
// begins a paragraph. Notes, styles and tags are no text.

// readSubtitles reads one document; words without a cue are none of it.
func readSubtitles(f *file) ([]*claims.Document, error) {
	s := subtitles{src: f.text}
	cues := cuesOf(f.text)
	if len(cues) == 0 {
		return nil, fmt.Errorf("%w: no cue with its times", ErrEmpty)
	}
	for _, cue := range cues {
		s.cue(cue)
	}
	d := &claims.Document{Directives: s.directives}
	compose(d, s.passages)
	return []*claims.Document{d}, nil
}

type subtitles struct {
	src        string
	passages   []passage
	directives []claims.Directive
	voice      string // of the last cue
}

// cuesOf returns the lines of text of each cue. What stands in front of the first
// times of a block of lines is none, nor a block without any.
func cuesOf(src string) [][]line {
	var cues [][]line
	open := false
	for _, l := range splitLines(src) {
		switch {
		case l.Len() == 0:
			open = false
		case strings.Contains(l.In(src), "-->"):
			cues, open = append(cues, nil), true
		case open:
			cues[len(cues)-1] = append(cues[len(cues)-1], l)
		}
	}
	return cues
}

// cue adds the lines of one cue.
func (s *subtitles) cue(lines []line) {
	voice := ""
	for _, l := range lines {
		other := s.chevrons(&l)
		runs, v := s.runs(l.Span)
		if v != "" {
			voice = v
		}
		words := passage{runs: runs}.words()
		if words == "" {
			continue
		}
		if voice == "" && s.voice != "" && s.ended() { // the cue before had a voice, and has told all
			other, s.voice = text.Span{Start: l.Start - 1, End: l.Start}, ""
		}
		if opensTurn(words) {
			other = text.Span{}
		}
		if len(s.passages) == 0 || opensTurn(words) || other.Len() > 0 || v != "" && v != s.voice || s.ended() {
			s.passages = append(s.passages, passage{})
		}
		if other.Len() > 0 && v == "" {
			runs = append([]run{{"– ", other, true}}, runs...)
		}
		last := &s.passages[len(s.passages)-1]
		if n := len(last.runs); n > 0 {
			last.runs = append(last.runs, run{"\n", text.Span{Start: last.runs[n-1].at.End, End: l.Start}, true})
		}
		last.runs = append(last.runs, runs...)
		if voice != "" {
			s.voice = voice
		}
	}
}

// chevrons takes the mark of captions off a line that begins what another says, “>> ” or, of
// another subject, “>>> ”, and returns its place.
func (s *subtitles) chevrons(l *line) text.Span {
	rest, marks := l.In(s.src), 0
	for more := true; more; marks++ {
		if rest, more = strings.CutPrefix(rest, ">"); !more {
			rest, more = strings.CutPrefix(rest, "&gt;")
		}
	}
	if marks <= 2 { // the last turn of the loop found none
		return text.Span{}
	}
	at := text.Span{Start: l.Start, End: l.End - len(strings.TrimLeft(rest, " "))}
	l.Start = at.End
	return at
}

// ended reports whether the last passage ends a sentence.
func (s *subtitles) ended() bool {
	runs := s.passages[len(s.passages)-1].runs
	words := strings.TrimRight(runs[len(runs)-1].words, " ")
	c, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?”»\"", c)
}

// opensTurn reports whether a line begins what another says: with a dash, or with a
// name in capitals and a colon.
func opensTurn(words string) bool {
	for _, dash := range [...]string{"- ", "– ", "— "} {
		if strings.HasPrefix(words, dash) {
			return true
		}
	}
	name, _, label := strings.Cut(words, ":")
	return label && len(name) > 1 && len(name) < 40 && strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// runs returns the text of a line without its tags, and the name in its voice tag,
// which stands before its words as a label does if it is another's than before.
func (s *subtitles) runs(l text.Span) (runs []run, voice string) {
	put := func(from, to int) {
		if from < to {
			runs = append(runs, decodeText(s.src, text.Span{Start: from, End: to})...)
		}
	}
	from := l.Start
	for i := l.Start; i < l.End; {
		n := tagEnd(s.src[i:min(l.End, i+longestTag)])
		if n < 0 {
			i++
			continue
		}
		put(from, i)
		tag := s.src[i+1 : i+n]
		if name, ok := strings.CutPrefix(tag, "v"); ok && voice == "" {
			classes, name, _ := strings.Cut(name, " ")
			name = strings.TrimSpace(name)
			if at := strings.LastIndex(s.src[i:i+n], name); name != "" && (classes == "" || classes[0] == '.') {
				if voice = name; voice != s.voice {
					start := i + at
					runs = append(runs, run{name, text.Span{Start: start, End: start + len(name)}, false},
						run{": ", text.Span{Start: start + len(name), End: i + n + 1}, true})
				}
			}
		}
		i += n + 1
		from = i
	}
	put(from, l.End)
	return runs, voice
}

// longestTag is the bytes that a tag has at most.
const longestTag = 200

// tagEnd returns where the tag ends that src begins with, <...> or {\...}; -1 if it
// begins with none.
func tagEnd(src string) int {
	switch {
	case src[0] == '<':
		return strings.IndexByte(src, '>')
	case strings.HasPrefix(src, `{\`):
		return strings.IndexByte(src, '}')
	}
	return -1
}
