package claims

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// What "the town" and "it" stand for.
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

// Referents holds what the nouns and pronouns of one document may stand for.
type Referents struct {
	src      string
	lang     string
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
	f := &Referents{src: doc.Text, lang: doc.Lang, inner: map[string]bool{}}
	var bindings []binding
	if f.lang == "" {
		f.lang = "en"
	}
	words := make([]text.Word, 0, len(doc.Text)/5+4)
	var blocks, sentences []text.Range
	for _, b := range doc.blocks() {
		first, from := len(words), len(sentences)
		words = text.AppendWords(words, doc.Text, b.Span)
		blocks = append(blocks, text.Range{First: first, End: len(words)})
		sentences = text.AppendSentences(sentences, doc.Text, words[first:])
		for k := from; k < len(sentences); k++ {
			s := &sentences[k]
			s.First, s.End = s.First+first, s.End+first
			for i := s.First + 1; i < s.End; i++ {
				if f.capital(words[i]) && words[i].Space && words[i-1].Kind != text.Quote {
					f.inner[words[i].In(f.src)] = true
				}
			}
		}
	}
	for _, b := range blocks {
		bindings = f.bind(bindings, words[b.First:b.End])
	}
	for _, s := range sentences {
		f.open(words[s.First:s.End])
	}
	f.nouns = seriesOf(bindings)
	return f
}

// bind appends the bindings in the words of a block.
func (f *Referents) bind(list []binding, words []text.Word) []binding {
	for i, w := range words {
		if w.Kind != text.Letters {
			continue
		}
		noun := text.Fold(w.In(f.src))
		kind, ok := lexicon.KindOf(f.lang, noun)
		n := ""
		switch {
		case ok:
			n = f.boundAt(words, i, kind)
		case lexicon.Is(f.lang, lexicon.RoleNoun, noun):
			n = f.holder(words, i)
		}
		if n != "" {
			list = append(list, binding{w.Start, noun, n})
		}
	}
	return list
}

// holder returns the name of who holds the role at word i: "minister Ruth Adeyemi", "Ruth Adeyemi, a former minister",
// "the minister, Ruth Adeyemi".
func (f *Referents) holder(words []text.Word, i int) string {
	at := i + 1
	if at < len(words) && f.is(words[at], ",") {
		at++
	}
	if at < len(words) && words[at].Space && !f.function(words[at]) {
		if n := f.name(words, at); n != "" {
			return n
		}
	}
	return f.apposed(words, i)
}

// boundAt returns the name that the noun at word i is bound to: by "of", before or behind
// it, by an apposition; of a body that has the noun in its name the whole name.
func (f *Referents) boundAt(words []text.Word, i int, kind lexicon.NamedKind) string {
	behind := ""
	if i+2 < len(words) && f.is(words[i+1], "of", "de") {
		behind = f.name(words, i+2)
	}
	first := i
	for first > 0 && i-first < 5 && f.capital(words[first-1]) && !f.function(words[first-1]) && words[first].Space {
		first--
	}
	switch {
	case kind.Inside && f.capital(words[i]) && (behind != "" || first < i):
		return text.Range{First: first, End: i + 1}.Span(words).In(f.src) + f.rest(words[i+1:], behind)
	case kind.Inside && behind != "":
		return "" // “a company of Bana”
	case behind != "":
		return behind
	}
	if n := f.nameBefore(words, i); n != "" {
		return n
	}
	if i+1 < len(words) && words[i+1].Space && (!f.capital(words[i]) || !kind.Inside) {
		if n := f.name(words, i+1); n != "" && !f.function(words[i+1]) {
			return n
		}
	}
	return f.apposed(words, i)
}

// rest returns " of Health" where that follows, the empty string for no name.
func (f *Referents) rest(words []text.Word, name string) string {
	if name == "" {
		return ""
	}
	return " " + words[0].In(f.src) + " " + name
}

// apposed returns the name that the noun at i explains: "Walikale, a mining town".
func (f *Referents) apposed(words []text.Word, i int) string {
	for j := i - 1; j > 0 && j > i-6; j-- {
		if !lexicon.Is(f.lang, lexicon.Article, words[j].In(f.src)) {
			if words[j].Kind != text.Letters && words[j].In(f.src) != "-" {
				return ""
			}
			continue
		}
		if j >= 2 && f.is(words[j-1], ",") {
			return f.nameBefore(words, j-1)
		}
		return ""
	}
	return ""
}

// open notes the subject that a sentence begins with.
func (f *Referents) open(words []text.Word) {
	o := opening{Span: text.Range{First: 0, End: len(words)}.Span(words)}
	i := 0
	for i < len(words) && i < 12 && !f.capital(words[i]) {
		i++
	}
	for ; i < len(words) && i < 12; i++ {
		if !f.capital(words[i]) || f.function(words[i]) {
			continue
		}
		if i > 0 && f.is(words[i-1], "in", "on", "of", "at", "from", "to", "by", "en", "de", "à", "In", "On", "At", "From", "By", "For", "for", "with") {
			continue
		}
		if n := f.name(words, i); i > 0 || f.inner[words[i].In(f.src)] || strings.ContainsAny(n, " 0123456789") {
			o.name, o.first = n, i <= 1
		}
		break
	}
	f.openings = append(f.openings, o)
}

// names returns how many names the words of a sentence have.
func (f *Referents) names(words []text.Word) (n int) {
	for i := 0; i < len(words); i++ {
		if !f.capital(words[i]) || f.function(words[i]) || i == 0 && !f.inner[words[0].In(f.src)] && (len(words) < 2 || !f.capital(words[1])) {
			continue
		}
		name := f.name(words, i)
		n++
		for i+1 < len(words) && words[i+1].End <= words[i].Start+len(name) {
			i++
		}
	}
	return n
}

// Of returns what the definite nouns and pronouns of a statement stand for, in
// order; nil if nothing is certain.
func (f *Referents) Of(s *Statement) []Referent {
	var out []Referent
	var words []text.Word
	aside := s.Aside(f.src) // who stands beside it may be meant
	for _, span := range s.Spans {
		words = text.AppendWords(slices.Grow(words[:0], span.Len()/4+4), f.src, span)
		for i, w := range words {
			if k := f.definite(words, i); k > 0 {
				noun := text.Fold(words[k].In(f.src))
				n := f.bound(noun, w.Start)
				if n == "" && !aside && subjectPlace(words, i, f.src) {
					n = f.unnamed(noun, w.Start)
				}
				if n != "" {
					out = append(out, Referent{text.Span{Start: w.Start, End: words[k].End}, n, ""})
				}
				continue
			}
			if n, noun, ok := f.ofSpeaker(s, words, i); ok {
				if n+noun != "" && len(out) == 0 {
					out = append(out, Referent{w.Span(), n, noun})
				}
				continue
			}
			if !aside && f.is(w, "it", "its", "they", "their") && subjectPlace(words, i, f.src) {
				if n := f.before(w.Start).name; n != "" && !(f.is(w, "they", "their") && hasGiven(n)) {
					out = append(out, Referent{w.Span(), n, ""})
				}
			}
		}
	}
	return out
}

// unnamed returns what a noun stands for that nothing was bound to: the name that the sentence before begins with, if
// that has no other or the noun is for a body, "Ferro closed its pit at Dalby. The company".
func (f *Referents) unnamed(noun string, at int) string {
	kind, ok := lexicon.KindOf(f.lang, noun)
	if !ok || !kind.Open || !kind.General {
		return ""
	}
	o := f.before(at)
	switch _, place := lexicon.PlaceOf(o.name); {
	case !o.first || hasGiven(o.name):
	case kind.Inside && !place, f.names(text.AppendWords(nil, f.src, o.Span)) == 1:
		return o.name
	}
	return ""
}

// definite returns the common noun of the definite phrase that begins at word i,
// "the town", "the mining hub"; 0 if none does, or if the phrase itself says what
// it is: "the city of Goma", "the M23 rebels".
func (f *Referents) definite(words []text.Word, i int) int {
	if !lexicon.Is(f.lang, lexicon.Definite, words[i].In(f.src)) {
		return 0
	}
	for k := i + 1; k < len(words) && k <= i+3 && words[k].Kind == text.Letters && !f.capital(words[k]) && !f.function(words[k]); k++ {
		if !f.calls(words[k]) {
			continue
		}
		if k+1 < len(words) && f.restricts(words[k+1]) {
			return 0
		}
		if k+1 < len(words) && words[k+1].Space && (f.capital(words[k+1]) || f.calls(words[k+1])) {
			return 0
		}
		if k+2 < len(words) && f.is(words[k+1], "of", "de") && f.capital(words[k+2]) {
			return 0
		}
		return k
	}
	return 0
}

// restricts reports whether a word behind a noun begins to tell which one is meant: "the party that", "the party holding the town".
func (f *Referents) restricts(w text.Word) bool {
	_, verb := lexicon.LemmaIn(f.lang, lexicon.Verb, text.Fold(w.In(f.src)))
	return f.is(w, "that", "who", "which", "qui", "que", "dont") || f.lang == "en" && verb && strings.HasSuffix(w.In(f.src), "ing")
}

// hasGiven reports whether one of the words of a name is a given name: "Coun Helen Tapper". A place may be called so too.
func hasGiven(name string) bool {
	_, place := lexicon.PlaceOf(name)
	return !place && slices.ContainsFunc(strings.Fields(name), func(w string) bool { return lexicon.GivenName(w) })
}

// subjectPlace reports whether the pronoun at i is the first noun of its
// sentence: nothing but an adverbial without a name stands before it.
func subjectPlace(words []text.Word, i int, src string) bool {
	if i >= subjectWords {
		return false
	}
	for _, w := range words[:i] {
		c, _ := utf8.DecodeRuneInString(w.In(src))
		if w.Kind == text.Letters && w.Start > words[0].Start && unicode.IsUpper(c) && !months[w.In(src)] {
			return false
		}
	}
	return true
}

// subjectWords is how many words of a sentence its subject may begin in.
const subjectWords = 8

var months = map[string]bool{"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true,
	"September": true, "October": true, "November": true, "December": true, "Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true,
	"Friday": true, "Saturday": true, "Sunday": true}

// calls reports whether a word is a noun that calls something with a name.
func (f *Referents) calls(w text.Word) bool {
	_, ok := lexicon.KindOf(f.lang, w.In(f.src))
	return w.Kind == text.Letters && (ok || lexicon.Is(f.lang, lexicon.RoleNoun, w.In(f.src)))
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

// name returns the run of capitalised words that begins at i.
func (f *Referents) name(words []text.Word, i int) string {
	j := i
	for j < len(words) && j < i+5 && f.capital(words[j]) && (j == i || words[j].Space) && !f.function(words[j]) {
		j++
	}
	if j == i {
		return ""
	}
	return text.Range{First: i, End: j}.Span(words).In(f.src)
}

// nameBefore returns the run of capitalised words that ends before i.
func (f *Referents) nameBefore(words []text.Word, i int) string {
	j := i
	for j > 0 && j > i-5 && f.capital(words[j-1]) && !f.function(words[j-1]) && (j == i || words[j].Space) {
		j--
	}
	if j == i || !words[i].Space && words[i].Kind != text.Punct {
		return ""
	}
	return text.Range{First: j, End: i}.Span(words).In(f.src)
}

func (f *Referents) capital(w text.Word) bool {
	c, _ := utf8.DecodeRuneInString(w.In(f.src))
	return w.Kind == text.Letters && unicode.IsUpper(c)
}

// function reports whether a capitalised word is one because a sentence begins with it.
func (f *Referents) function(w text.Word) bool {
	return lexicon.Is(f.lang, lexicon.Opener, w.In(f.src)) || months[w.In(f.src)]
}

func (f *Referents) is(w text.Word, any ...string) bool {
	s := w.In(f.src)
	for _, a := range any {
		if len(s) == len(a) && (s == a || strings.ToLower(s) == a) {
			return true
		}
	}
	return false
}
