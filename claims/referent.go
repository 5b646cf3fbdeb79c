package claims

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What "the town" and "it" stand for where a text is compared with another: the rows of links (ways.go).
//
// A sentence of a report rarely names what it speaks of: "The town of 15,000 people lies northwest of
// Goma", "In February, it captured Bukavu". To compare such a sentence with a draft that names the town,
// the words must be led back to the name. Two things are certain enough for that:
//
//   - a noun that the text itself binds to a name, "the town of Walikale",
//     "Walikale, a mining town", "Nyabiondo city", "the M23 rebels", "Ministry of
//     Health": every later "the town" stands for the name that was bound to such a
//     noun last (lexicon.MayBe);
//   - a pronoun that is the first subject of its sentence, or a noun such as "the
//     company" that nothing was bound to, stands for the name that began the sentence
//     before it.
//
// Of roles, "the former minister", it is asked besides that the text binds no second
// person to them.
//
// Everything else stays unresolved: a wrong name would make sources agree with
// what they never said.

// A Referent says what some words of a document stand for.
type Referent struct {
	Span text.Span // of the words, in Document.Text
	Name string    // the name as the document has it; empty if it has none
	Noun string    // what a pronoun without a name stands for, "mayor" of "the mayor said that she"; empty if that is not told
}

// Referents holds what the nouns and pronouns of one document may stand for. Its reading has words and no trees.
type Referents struct {
	reading
	nouns    []series        // those that something is bound to
	openings []opening       // by place
	inner    map[string]bool // capitalised words that stand inside a sentence somewhere: names, whatever begins with them
}

// opening is the name that a sentence begins with, its subject as far as can be
// told; empty if it begins otherwise.
type opening struct {
	text.Span
	name  string
	first bool // nothing but an article stands before it
}

// NewReferents reads the bindings of a document.
func NewReferents(doc *Document) *Referents {
	f := &Referents{reading: reading{src: doc.Text, lang: cmp.Or(doc.Lang, "en")}, inner: map[string]bool{}}
	f.words = make([]text.Word, 0, len(doc.Text)/5+4)
	var sentences []text.Range
	for _, b := range doc.blocks() {
		first, from := len(f.words), len(sentences)
		f.words = text.AppendWords(f.words, f.src, b.Span)
		sentences = text.AppendSentences(sentences, f.src, f.words[first:])
		for k := from; k < len(sentences); k++ {
			s := &sentences[k]
			s.First, s.End = s.First+first, s.End+first
			for i := s.First + 1; i < s.End; i++ {
				if f.capital(i) && f.words[i].Space && f.words[i-1].Kind != text.Quote {
					f.inner[f.word(i)] = true
				}
			}
		}
		if first < len(f.words) {
			f.words[first].Space = false // no name runs on from the block before
		}
	}
	f.nouns = seriesOf(f.bindings())
	for _, s := range sentences {
		f.openings = append(f.openings, f.openingOf(s))
	}
	return f
}

// bindings returns what the text binds to its nouns.
func (f *Referents) bindings() (list []binding) {
	for i, w := range f.words {
		if w.Kind != text.Letters {
			continue
		}
		noun, name := f.lower(i), ""
		if kind, ok := lexicon.KindOf(f.lang, noun); ok {
			if name = f.boundAt(i, kind); name == "" && f.another(i) {
				list = append(list, binding{w.Start, noun, ""}) // "the tanker Anna hit another tanker": the tanker is open
			}
		} else if lexicon.Is(f.lang, lexicon.RoleNoun, noun) {
			name = f.holder(i)
		}
		if name != "" {
			list = append(list, binding{w.Start, noun, name})
		}
	}
	return list
}

// another reports whether the noun at word i is for one that is new to the text: "a tanker", "another Dutch tanker".
func (f *Referents) another(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3 && f.words[k].Kind == text.Letters; k-- {
		if w := f.lower(k); lexicon.Is(f.lang, lexicon.Article, w) || lexicon.Is(f.lang, lexicon.Either, w) {
			return !lexicon.Is(f.lang, lexicon.Definite, w)
		}
	}
	return false
}

// holder returns the name of who holds the role at word i: "minister Ruth Adeyemi", "Ruth Adeyemi, a former minister",
// "the minister, Ruth Adeyemi".
func (f *Referents) holder(i int) string {
	at := i + 1
	if f.word(at) == "," {
		at++
	}
	if at < len(f.words) && f.words[at].Space && !f.opener(at) {
		if n := f.nameAt(at); n.Len() > 0 {
			return f.asWritten(n)
		}
	}
	return f.apposed(i)
}

// boundAt returns the name that the noun at word i is bound to: by "of", before or behind
// it, by an apposition; of a body that has the noun in its name the whole name.
func (f *Referents) boundAt(i int, kind lexicon.NamedKind) string {
	behind := text.Range{First: i + 1, End: i + 1}
	if w := f.lower(i + 1); w == "of" || w == "de" {
		behind = f.nameAt(i + 2)
	}
	first := i
	for first > 0 && i-first < 5 && f.capital(first-1) && !f.opener(first-1) && f.words[first].Space {
		first--
	}
	switch whole := (text.Range{First: first, End: i + 1}); {
	case kind.Inside && f.capital(i) && behind.Len() > 0:
		whole.End = behind.End
		fallthrough
	case kind.Inside && f.capital(i) && first < i:
		return f.asWritten(whole)
	case kind.Inside && behind.Len() > 0:
		return "" // “a company of Bana”
	case behind.Len() > 0:
		return f.asWritten(behind)
	}
	if n := f.nameBefore(i); n != "" {
		return n
	}
	if i+1 < len(f.words) && f.words[i+1].Space && (!f.capital(i) || !kind.Inside) && !f.opener(i+1) {
		if n := f.nameAt(i + 1); n.Len() > 0 {
			return f.asWritten(n)
		}
	}
	return f.apposed(i)
}

// apposed returns the name that the noun at i explains: "Walikale, a mining town".
func (f *Referents) apposed(i int) string {
	for j := i - 1; j > 0 && j > i-6; j-- {
		switch {
		case lexicon.Is(f.lang, lexicon.Article, f.word(j)):
			if j >= 2 && f.word(j-1) == "," {
				return f.nameBefore(j - 1)
			}
			return ""
		case f.words[j].Kind != text.Letters && f.word(j) != "-":
			return ""
		}
	}
	return ""
}

// openingOf returns the subject that a sentence begins with.
func (f *Referents) openingOf(s text.Range) opening {
	o := opening{Span: s.Span(f.words)}
	end := min(s.End, s.First+12)
	i := s.First
	for i < end && !f.capital(i) {
		i++
	}
	for ; i < end; i++ {
		if !f.capital(i) || f.opener(i) || i > s.First && (f.preposition(i-1) || f.ofNoun(i-1)) {
			continue
		}
		if n := f.asWritten(f.nameAt(i)); i > s.First || f.inner[f.word(i)] || strings.ContainsAny(n, " 0123456789") {
			o.name, o.first = n, i <= s.First+1
		}
		break
	}
	return o
}

// names returns how many names a sentence has.
func (f *Referents) names(s text.Range) (n int) {
	for i := s.First; i < s.End; i++ {
		if f.capital(i) && !f.opener(i) && (i > s.First || f.inner[f.word(i)] || f.capital(i+1)) {
			n++
			i = f.nameAt(i).End - 1
		}
	}
	return n
}

// Of returns what the definite nouns and pronouns of a statement stand for, in
// order; nil if nothing is certain.
func (f *Referents) Of(s *Statement) (out []Referent) {
	for _, q := range f.asked(s) {
		for _, l := range links {
			if l.sorts&q.sort == 0 {
				continue
			}
			if name, noun, ok := l.of(f, q); ok {
				if name != "" || noun != "" && len(out) == 0 {
					out = append(out, Referent{q.words.Span(f.words), name, noun})
				}
				break
			}
		}
	}
	return out
}

// Own reports whether the first pronoun of a statement can only be read beside who says it, of whom the text tells neither
// name nor a noun that would do: "the mayor of Bunia said that he". It is nobody whom a sentence before named.
func (f *Referents) Own(s *Statement) bool {
	for _, q := range f.asked(s) {
		if name, noun, ok := f.ofSpeaker(q); ok {
			return name+noun == ""
		}
	}
	return false
}

// asked returns what the words of a statement ask for that have no name.
func (f *Referents) asked(s *Statement) (list []*sought) {
	for _, span := range s.Spans {
		part := f.wordsOfSpan(span)
		for i := part.First; i < part.End; i++ {
			w, asks, noun, end := f.word(i), asked(0), "", i+1
			switch k := f.definiteNoun(i, part.End); {
			case k > 0:
				asks, noun, end = definite, f.lower(k), k+1
			case lexicon.Is(f.lang, lexicon.He, w), lexicon.Is(f.lang, lexicon.She, w):
				asks = personal
			case lexicon.Is(f.lang, lexicon.Possessive, w):
				asks = owned
			case lexicon.Is(f.lang, lexicon.They, w):
				asks = neuter
			default:
				continue
			}
			list = append(list, &sought{r: &f.reading, of: s, part: part, words: text.Range{First: i, End: end}, sort: asks, noun: noun})
		}
	}
	return list
}

// wordsOfSpan returns the words of a span.
func (r *reading) wordsOfSpan(s text.Span) text.Range {
	at := func(byte int) int {
		return sort.Search(len(r.words), func(i int) bool { return r.words[i].Start >= byte })
	}
	return text.Range{First: at(s.Start), End: at(s.End)}
}

// bound returns what the text has bound to the noun.
func (f *Referents) bound(q *sought) (name, noun string, ok bool) {
	name = f.boundTo(q.noun, f.words[q.words.First].Start)
	return name, "", name != ""
}

// openerFor returns the name that began the sentence before a place, if the noun may mean it.
func (f *Referents) openerFor(noun string, at int) string {
	kind, ok := lexicon.KindOf(f.lang, noun)
	o := f.before(at)
	if _, place := lexicon.PlaceOf(o.name); !ok || !kind.Open || !kind.General || !o.first || hasGiven(o.name) || !(kind.Inside && !place) && f.names(f.wordsOfSpan(o.Span)) != 1 {
		return ""
	}
	return o.name
}

// begun returns the name that the sentence before began with: "L17 took Bana. In April, | it took Mota". "They" is nobody of that name.
func (f *Referents) begun(q *sought) (name, noun string, ok bool) {
	w := f.lower(q.words.First)
	they := w == "they" || w == "their"
	if q.of.Aside(f.src) || !f.opensPart(q) || w != "it" && w != "its" && !they {
		return "", "", false
	}
	if name = f.before(f.words[q.words.First].Start).name; they && hasGiven(name) {
		name = ""
	}
	return name, "", true
}

// definiteNoun returns the common noun of the definite phrase that begins at word i,
// "the town", "the mining hub"; 0 if none does, or if the phrase itself says what
// it is: "the city of Goma", "the M23 rebels", "the party that", "the party holding the town".
func (f *Referents) definiteNoun(i, end int) int {
	if !lexicon.Is(f.lang, lexicon.Definite, f.word(i)) {
		return 0
	}
	for k := i + 1; k < end && k <= i+3 && f.words[k].Kind == text.Letters && !f.capital(k) && !f.opener(k); k++ {
		if !f.calls(k) {
			continue
		}
		w := f.word(k + 1)
		_, verb := lexicon.LemmaIn(f.lang, lexicon.Verb, text.Fold(w))
		restricts := slices.Contains([]string{"that", "who", "which", "qui", "que", "dont"}, w) || f.lang == "en" && verb && strings.HasSuffix(w, "ing")
		if k+1 < end && (restricts || f.words[k+1].Space && (f.capital(k+1) || f.calls(k+1)) || (w == "of" || w == "de") && k+2 < end && f.capital(k+2)) {
			return 0
		}
		return k
	}
	return 0
}

// hasGiven reports whether one of the words of a name is a given name: "Coun Helen Tapper". A place may be called so too.
func hasGiven(name string) bool {
	_, place := lexicon.PlaceOf(name)
	return !place && slices.ContainsFunc(strings.Fields(name), func(w string) bool { return lexicon.GivenName(w) })
}

// opensPart reports whether words are the first noun of their part of a statement: nothing but an adverbial without a name
// stands before them.
func (f *Referents) opensPart(q *sought) bool {
	const subject = 8 // words that it may begin in
	for k := q.part.First + 1; k < q.words.First; k++ {
		if f.capital(k) && !months[f.word(k)] || k-q.part.First >= subject {
			return false
		}
	}
	return q.words.First-q.part.First < subject
}

var months = map[string]bool{"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true,
	"September": true, "October": true, "November": true, "December": true, "Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true,
	"Friday": true, "Saturday": true, "Sunday": true}

// calls reports whether word i is a noun that calls something with a name.
func (f *Referents) calls(i int) bool {
	_, ok := lexicon.KindOf(f.lang, f.word(i))
	return f.words[i].Kind == text.Letters && (ok || lexicon.Is(f.lang, lexicon.RoleNoun, f.word(i)))
}

// before returns what began the sentence before the one at the given place, the empty
// opening if that is the first.
func (f *Referents) before(at int) opening {
	i := sort.Search(len(f.openings), func(i int) bool { return f.openings[i].End > at })
	if i == 0 {
		return opening{}
	}
	return f.openings[i-1]
}

// nameAt returns the run of capitalised words that begins at i.
func (f *Referents) nameAt(i int) text.Range {
	n := text.Range{First: i, End: i}
	for n.End < i+5 && f.capital(n.End) && (n.End == i || f.words[n.End].Space) && !f.opener(n.End) {
		n.End++
	}
	return n
}

// nameBefore returns the run of capitalised words that ends before i.
func (f *Referents) nameBefore(i int) string {
	n := text.Range{First: i, End: i}
	for n.First > 0 && n.First > i-5 && f.capital(n.First-1) && !f.opener(n.First-1) && (n.First == i || f.words[n.First].Space) {
		n.First--
	}
	if !f.words[i].Space && f.words[i].Kind != text.Punct {
		return ""
	}
	return f.asWritten(n)
}

// asWritten returns words as they stand in the text.
func (f *Referents) asWritten(n text.Range) string {
	if n.Len() == 0 {
		return ""
	}
	return n.Span(f.words).In(f.src)
}

// opener reports whether word i has a capital because a sentence begins with it, or is a day or a month.
func (f *Referents) opener(i int) bool {
	return lexicon.Is(f.lang, lexicon.Opener, f.word(i)) || months[f.word(i)]
}
