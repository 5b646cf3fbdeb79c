package verify

import (
	"slices"
	"strings"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/quantity"
	"factcheck/claims/text"
	"factcheck/verify/quote"
	"factcheck/verify/reason"
)

// What is too thin to decide anything. Each rule here took false alarms away that
// real drafts raised against a real archive: statements about nobody in
// particular, scraps of a quotation that some sentence resembles, numbers that
// move with the days.

const (
	keptShare   = 0.6 // share of a quotation's words that must stand in one passage, in order or moved as a run, to call it altered
	keptWords   = 4   // and how many at least
	movedRun    = 4   // words of a run that was moved
	changedDays = 180 // days after which somebody else may hold a post, or the opposite be so
	staleDays   = 21  // days between two reports after which a number may have changed
)

// thin reports whether a quotation is so short that its words stand in many a text:
// three words or fewer, or with hardly a content word among them.
func thin(src string, quoted []text.Span) bool {
	return countWords(src, quoted) <= fewWords || quote.Weight(src, quoted) < thinWeight
}

// thinWeight is the weight in content words below which a quotation proves nothing
// without its speaker.
const thinWeight = 2

// vouched reports whether a passage that has the few words of a quotation is more than a coincidence: they are credited to the same
// speaker, and quoted there by themselves or beside what the draft has around them, or they are quoted there too and are all that the
// draft says, or by a text that names the speaker, in a sentence that shares enough other words.
func (m *match) vouched(draft string, s *claims.Statement) bool {
	by := s.Attribution.Speaker
	switch {
	case m.said == nil:
		return false
	case m.speaker == same && (s.Form == claims.Direct || m.byThemselves()):
		return true
	case m.speaker != same && (m.Outside > 0 || m.said.Kind != claims.Quote || !quote.Names(m.candidate.Document, by)):
		return false
	}
	here := contentWords(draft, s.Sentence, s.Quoted)
	if m.speaker == same {
		for _, w := range text.Words(by.Name) {
			delete(here, text.Fold(w.In(by.Name)))
		}
	} else if len(here) == 0 && by.Text == "" {
		return true // who said it is what is asked
	}
	shared := 0
	for w := range contentWords(m.candidate.Document.Text, m.said.Sentence, m.Source) {
		if here[w] {
			shared++
		}
	}
	if m.speaker == same {
		return shared > 0 && shared*vouchedOf >= len(here)
	}
	return shared >= vouchedWords
}

// unsaid reports whether a passage has the words of a quotation as its writer's, of nobody's saying.
func (m *match) unsaid() bool {
	return m.speaker != same && (m.Outside > 0 || m.said == nil || m.said.Kind != claims.Quote && m.said.Attribution.Speaker.Text == "")
}

// byThemselves reports whether the source quotes the words of a match with few others, no more than as many again: a “total stiff” is one of
// a quotation that says no more. Twins: “toughness and strength are what my words represent”; “stupid”, of “divisive, stupid and wrong”.
func (m *match) byThemselves() bool {
	src := m.candidate.Document.Text
	return slices.ContainsFunc(m.said.Quoted, func(q text.Span) bool {
		within := slices.ContainsFunc(m.Source, func(x text.Span) bool { return q.Overlaps(x) })
		closed := strings.TrimLeft(src[q.End:], " .,;!?") // a statement may end before its quotation does
		return within && countWords(src, []text.Span{q}) <= 2*countWords(src, m.Source) && strings.ContainsAny(firstRune(closed), "”\"»’'")
	})
}

// firstRune returns the first character of a text.
func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

const (
	vouchedWords = 4 // how many content words two sentences must share, besides the quoted ones
	vouchedOf    = 4 // and of how many of the draft's one, where the speaker is the same
)

// contentWords returns the folded words of four letters and more in a span, those
// within the given spans left out.
func contentWords(src string, span text.Span, without []text.Span) map[string]bool {
	m := map[string]bool{}
	for _, w := range text.AppendWords(nil, src, span) {
		if w.Kind == text.Letters && w.End-w.Start >= 4 && !slices.ContainsFunc(without, func(q text.Span) bool { return q.Start <= w.Start && w.Start < q.End }) {
			if f := text.Fold(w.In(src)); quote.Weight(f, []text.Span{{End: len(f)}}) >= 0.5 {
				m[f] = true
			}
		}
	}
	return m
}

// firm reports whether enough of a quotation stands in the passage to say that it
// was altered and not that it is another.
func firm(src string, quoted []text.Span, m *match) bool {
	total, n := countWords(src, quoted), kept(src, m)
	return n >= keptWords && float64(min(n, total)) >= keptShare*float64(total)
}

// kept counts the words of a quotation that the passage has, in order or moved as a run,
// and those that two numbers share: million euros.
func kept(src string, m *match) int {
	kept := 0
	for _, e := range m.Edits {
		n := countWords(src, []text.Span{e.Draft})
		switch {
		case e.Op == quote.Keep || e.Op == quote.Bracket:
			kept += n
		case e.Op == quote.Insert && n >= movedRun && (e.Source.Len() > 0 || moved(&m.Match, e.Draft)):
			kept += n
		case e.Op == quote.Replace && (e.Class == reason.Number || e.Class == reason.Unit):
			found := common("", e.Source.In(m.candidate.Document.Text), contentStems("", e.Draft.In(src)))
			kept += found
		}
	}
	return kept
}

// moved reports whether inserted words stand elsewhere in the passage: the reason says
// where they came from. What replaces other words has a place in the source too, and is
// no less a change.
func moved(m *quote.Match, inserted text.Span) bool {
	return slices.ContainsFunc(m.Reasons, func(r reason.Reason) bool {
		return r.Kind == reason.Meaning && r.Statement == inserted && r.Source.Len() > 0
	})
}

// unresolved reports whether a statement is about somebody whom only its text
// around tells: its first noun is a pronoun for which nothing stands. Beside
// another text it may be about anybody.
func unresolved(lang string, referents *claims.Referents, s *claims.Statement, links []text.Span) bool {
	words := text.Words(s.Text)
	for i, w := range words {
		if i > 5 {
			return false
		}
		switch f := text.Fold(w.In(s.Text)); {
		case referring.has(f) && dated(date.Find(s.Text, words, 0, language(lang)), i):
			continue // "A report this month"
		case owning.has(f) && namedBefore(lang, s.Text, words[:i]):
			continue // "Halvard Steel cut its workforce"
		case referring.has(f):
			for _, r := range referents.Of(s) {
				if inStatement(s, r.Span).Overlaps(w.Span()) {
					return false
				}
			}
			return !slices.ContainsFunc(links, func(l text.Span) bool { return l.Overlaps(w.Span()) })
		case leading.has(f):
			continue
		}
		if w.Kind == text.Letters && i >= 3 {
			return false
		}
	}
	return false
}

// namedBefore reports whether a name stands among the first words of a statement: a capital that is not the sentence's, and no date's; or of
// the first word, which no dictionary has.
func namedBefore(lang, src string, words []text.Word) bool {
	if len(words) > 0 && capitalised(words[0].In(src)) && unlisted(lang, text.Fold(words[0].In(src))) {
		return true
	}
	times := date.Find(src, text.Words(src), 0, language(lang))
	for k := 1; k < len(words); k++ {
		if capitalised(words[k].In(src)) && !dated(times, k) {
			return true
		}
	}
	return false
}

// unlisted reports whether no dictionary has a word of an English text.
func unlisted(lang, w string) bool {
	return language(lang) == "en" && len(w) >= unlistedLetters && !slices.ContainsFunc([]lexicon.POS{lexicon.Noun, lexicon.Verb, lexicon.Adjective, lexicon.Adverb}, func(pos lexicon.POS) bool {
		_, ok := lexicon.Lemma(pos, w)
		return ok
	})
}

// unlistedLetters is how many letters a name has at least that only a dictionary tells from words of grammar, which it has not: "their".
const unlistedLetters = 6

// dated reports whether word i stands in one of some dates: "this month".
func dated(times []date.Mention, i int) bool {
	return slices.ContainsFunc(times, func(t date.Mention) bool { return t.First <= i && i < t.End })
}

// attributionOnly reports whether a plain statement is the rest of an
// attribution: "Limbaugh added".
func attributionOnly(lang string, s *claims.Statement) bool {
	words := text.Words(s.Text)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	lang = language(lang)
	last := text.Fold(words[len(words)-1].In(s.Text))
	if l, ok := lexicon.LemmaIn(lang, lexicon.Verb, last); ok {
		last = l
	}
	cue, ok := lexicon.CueOf(lang, lexicon.VerbCue, last)
	return ok && (cue.Class == "say" || cue.Class == "declare" || cue.Class == "ask")
}

// stale reports whether a clash of numbers may be the passing of time: reports
// that lie weeks apart count and poll anew. What a tape measures stays.
func stale(draft, source date.Day, s *claims.Statement, r reason.Reason) bool {
	if draft == 0 || source == 0 || max(draft, source)-min(draft, source) <= staleDays {
		return false
	}
	switch r.Kind {
	case reason.Number:
	case reason.Name, reason.Place, reason.Date, reason.Opposite:
		return max(draft, source)-min(draft, source) > changedDays
	default:
		return false
	}
	value := r.Statement.In(s.Text)
	for _, q := range quantity.Find(value, text.Words(value), "en") {
		if d := q.Dimension(); d == quantity.Length || d == quantity.Area {
			return false
		}
	}
	return true
}

// shares reports whether a source has at least the given part of the content
// words of a statement, and three of them.
func shares(lang, source, statement string, part float64) bool {
	return common(lang, source, contentStems(lang, statement)) >= 3 && mostly(lang, source, statement, part)
}

// mostly is shares for a statement of any length.
func mostly(lang, source, statement string, part float64) bool {
	own := contentStems(lang, statement)
	return float64(common(lang, source, own)) >= part*float64(len(own))
}

// common counts those of the content words of a statement that a source has too,
// whatever their inflection.
func common(lang, source string, stems []string) (found int) {
	lang = language(lang)
	has := make([]bool, len(stems))
	begin := [256]bool{} // the letters that the stems begin with: a word and its stem begin alike
	for _, s := range stems {
		begin[(s + " ")[0]] = true
	}
	for _, w := range text.Words(source) {
		if c := source[w.Start] | 0x20; w.Kind != text.Letters || c >= 'a' && c <= 'z' && !begin[c] {
			continue
		}
		stem := text.Stem(lang, text.Fold(w.In(source)))
		for i, s := range stems {
			if s == stem && !has[i] {
				has[i] = true
				found++
			}
		}
	}
	return found
}

// contentStems returns the stems of a text's content words: those that are not as
// short as most words of grammar are.
func contentStems(lang, src string) []string {
	lang = language(lang)
	var out []string
	for _, w := range text.Words(src) {
		if f := text.Fold(w.In(src)); w.Kind == text.Letters && len(f) >= 4 {
			out = append(out, text.Stem(lang, f))
		}
	}
	return out
}
