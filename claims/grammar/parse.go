package grammar

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"factcheck/claims/grammar/model"
	"factcheck/claims/text"
)

//go:embed model.bin
var englishFile []byte

//go:embed french.bin
var frenchFile []byte

// The models are opened when the first sentence of their language is parsed. The files are part of
// the program and nearly all of them is used in place, so this costs a
// millisecond; a program built
// with a broken file analyses with an empty model rather than fail.
var models = map[string]func() *model.Model{
	"en": sync.OnceValue(func() *model.Model { return open(englishFile) }),
	"fr": sync.OnceValue(func() *model.Model { return open(frenchFile) }),
}

func open(file []byte) *model.Model {
	m, err := model.Open(file)
	if err != nil {
		return &model.Model{Network: model.NewNetwork()}
	}
	return m
}

// Reads reports whether there is a model of a language: "en", which the empty string
// is taken for, and "fr".
func Reads(lang string) bool { return lang == "" || models[lang] != nil }

// Parse analyses one sentence of src, English: words as text.AppendWords and
// text.Sentences give them. Its tokens stand parallel to words; every word has a
// head but one, the root. No words, no tokens.
func Parse(src string, words []text.Word) Sentence {
	var p Parser
	return p.Parse(src, words)
}

// Parser keeps the room that parsing takes, so that parsing many sentences
// allocates nothing for each word: at most one string for a sentence, which holds
// the lemmas that are not in the text. The zero value is ready; a Parser must not
// be used by two goroutines at once.
type Parser struct {
	Lang string // of what is parsed: "en", "fr"; of any other, and of "", the model is the English one

	// Cut says that the mark at the end of a sentence may have been cut off, as a statement's is:
	// it is read as if it had one. The model takes a text without a mark for a headline.
	Cut bool

	unmended []Token // the sentence at hand as the network read it
	seen     []int32 // room of isTree

	at    *encoded // the sentence at hand: own, or one that was read ahead
	own   encoded
	ahead []*encoded // room
	soon  []*encoded // the sentences that were read ahead
	used  int        // of soon
	list  []*model.Reading
	lists [][]model.Form

	runs   model.NameWords
	search model.NameSearch
	labels []model.NameLabel
	tokens []Token
	names  []Name
	lemmas []byte // the lemmas of the sentence that differ from the text
	ends   []int  // where each word's lemma ends there
	lower  []byte
	score  model.NameScorer
	by     *model.Model // whose scores they are
}

// encoded is a sentence as the network has it before it is parsed.
type encoded struct {
	src     string
	words   []text.Word
	cut     bool
	forms   []model.Form
	reading model.Reading
}

// What is read ahead at most, in words of a sentence and of all: each takes a kilobyte.
const (
	longestAhead = 250
	mostAhead    = 2500
)

// An Unread sentence is some words of a text.
type Unread struct {
	Src   string
	Words []text.Word
}

// Ahead says which sentences Parse will be asked for next, in their order, others
// perhaps among them: several at a time are sooner read. Nothing depends on it but time.
func (p *Parser) Ahead(sentences []Unread) {
	m := p.model()
	n, all := 0, 0
	for _, s := range sentences {
		if len(s.Words) > longestAhead || all+len(s.Words) > mostAhead {
			continue
		}
		if n == len(p.ahead) {
			p.ahead = append(p.ahead, &encoded{})
		}
		e := p.ahead[n]
		e.src, e.words, e.cut = s.Src, s.Words, p.Cut
		p.form(e, m)
		n, all = n+1, all+len(s.Words)
	}
	p.used, p.soon, p.list, p.lists = 0, p.ahead[:n], p.list[:0], p.lists[:0]
	for _, e := range p.soon {
		p.list, p.lists = append(p.list, &e.reading), append(p.lists, e.forms)
	}
	m.Network.ReadAll(p.list, p.lists)
}

// encode reads a sentence, unless it was read ahead.
func (p *Parser) encode(m *model.Model, src string, words []text.Word) {
	for k, e := range p.soon[p.used:] {
		if e.cut == p.Cut && e.src == src && slices.Equal(e.words, words) {
			p.at = e
			p.used += k + 1
			return
		}
	}
	p.at = &p.own
	p.own.src, p.own.words, p.own.cut = src, words, p.Cut
	p.form(&p.own, m)
	m.Network.Read(&p.own.reading, p.own.forms)
}

// form makes the forms of a sentence's words.
func (p *Parser) form(e *encoded, m *model.Model) {
	e.forms = model.AppendForms(e.forms[:0], e.src, e.words, m.Lexicon)
	if e.cut && !closed(e.src, e.words) {
		e.forms = model.AppendForms(e.forms, ".", fullStop, m.Lexicon)
	}
}

// model returns the model of the language.
func (p *Parser) model() *model.Model {
	if models[p.Lang] == nil {
		return models["en"]()
	}
	return models[p.Lang]()
}

// Parse is like the function, but its result is valid only until the next call.
func (p *Parser) Parse(src string, words []text.Word) Sentence {
	lang, m := p.Lang, p.model()
	if models[lang] == nil {
		lang = "en"
	}
	p.tokens, p.names = p.tokens[:0], p.names[:0]
	if len(words) == 0 {
		return Sentence{}
	}
	if lang == "fr" && len(words) > 1 && strings.Contains("–—-", words[0].In(src)) {
		s := p.Parse(src, words[1:])
		return s.behindDash(words[0].In(src))
	}
	p.encode(m, src, words)
	m.Network.Parse(&p.at.reading)
	tree := &p.at.reading.State
	for i := range words {
		c := classes[p.at.reading.Classes[i]]
		n := &tree.Links[i+1]
		t := Token{Head: int(n.Head) - 1, First: i, End: i + 1, Tag: c.tag, Feats: c.feats, Rel: Rel(n.Label - 1)}
		if int(n.Head) > len(words) { // the root, or the mark, which heads nothing else
			t.Head, t.Rel = -1, Root
		}
		p.tokens = append(p.tokens, t)
	}
	p.mend(src, words)
	p.lemmatise(m, src, words)
	p.findNames(m)
	if lang == "fr" && len(p.tokens) <= longestAdapted {
		p.uncover(m, src, words)
		adapt(p.tokens, p.names, src, words)
	}
	finish(p.tokens)
	return Sentence{p.tokens, p.names, lang}
}

// fullStop is the mark that a sentence is read with where it has none.
var fullStop = []text.Word{{End: 1, Kind: text.Punct}}

// closed reports whether a sentence ends in a mark, quotation marks and brackets aside.
func closed(src string, words []text.Word) bool {
	for i := len(words) - 1; i >= 0; i-- {
		switch w := words[i]; {
		case w.Kind == text.Letters || w.Kind == text.Number:
			return false
		case strings.ContainsAny(w.In(src), ".!?…:;"):
			return true
		}
	}
	return false
}

// lemmatise sets the lemmas, and the features that a listed form tells.
func (p *Parser) lemmatise(m *model.Model, src string, words []text.Word) {
	p.lemmas, p.ends = p.lemmas[:0], p.ends[:0]
	for i, w := range words {
		form, t := src[w.Start:w.End], &p.tokens[i]
		p.lower = model.AppendLower(p.lower[:0], form)
		strip, add, mark := m.Lemma(p.at.reading.Classes[i], p.lower)
		t.Feats |= markFeats(mark)
		from := len(p.lemmas)
		switch {
		case t.Tag != ProperNoun:
			p.lemmas = append(append(p.lemmas, p.lower[:len(p.lower)-strip]...), add...)
		case strip <= len(form):
			p.lemmas = append(append(p.lemmas, form[:len(form)-strip]...), add...)
		}
		if string(p.lemmas[from:]) == form {
			p.lemmas = p.lemmas[:from]
		}
		p.ends = append(p.ends, len(p.lemmas))
	}
	all := string(p.lemmas)
	from := 0
	for i, w := range words {
		if p.tokens[i].Lemma = all[from:p.ends[i]]; from == p.ends[i] {
			p.tokens[i].Lemma = src[w.Start:w.End]
		}
		from = p.ends[i]
	}
}

func markFeats(m model.Mark) (f Feats) {
	if m&model.MarkPlural != 0 {
		f |= Plural
	}
	if m&model.MarkComparative != 0 {
		f |= Comparative
	}
	if m&model.MarkSuperlative != 0 {
		f |= Superlative
	}
	return f
}

// findNames sets the names.
func (p *Parser) findNames(m *model.Model) {
	p.runs.Begin(p.at.forms, p.at.reading.Classes, m.Lexicon)
	if p.by != m { // a parser goes from language to language
		p.by, p.score = m, m.ScoreNames
	}
	p.labels = p.search.Find(p.labels[:0], &p.runs, p.score, m.Head, &p.at.reading)
	for i, l := range p.labels {
		kind, first := l.Split()
		if kind <= int(Other) {
			continue
		}
		if first {
			p.names = append(p.names, Name{First: i, End: i + 1, Kind: NameKind(kind)})
		} else {
			p.names[len(p.names)-1].End = i + 1
		}
	}
}

// Settle sets what follows from the arcs, after some of them were changed: the extent of each phrase,
// and which participles are passive.
func (s *Sentence) Settle() {
	for i := range s.Tokens {
		s.Tokens[i].First, s.Tokens[i].End = i, i+1
	}
	finish(s.Tokens)
}

// finish sets what follows from the tree: the extent of each phrase, and which participles are
// passive.
func finish(tokens []Token) {
	// Arcs never cross, so a word's dependents to its left are complete when the
	// words are read from left to right, those to its right when from right to left.
	for i := range tokens {
		if h := tokens[i].Head; h > i {
			tokens[h].First = min(tokens[h].First, tokens[i].First)
		}
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		if h := tokens[i].Head; h >= 0 && h < i {
			tokens[h].End = max(tokens[h].End, tokens[i].End)
		}
	}
	for i := range tokens {
		if r := tokens[i].Rel; (r == AuxPass || r == NsubjPass || r == OblAgent) && tokens[i].Head >= 0 {
			if h := &tokens[tokens[i].Head]; h.Feats.Has(Participle) {
				h.Feats |= Passive
			}
		}
	}
}

// classes says what the tagger's classes mean.
var classes = [model.NumClasses]struct {
	tag   Tag
	feats Feats
}{
	model.NounSingular:   {Noun, 0},
	model.NounPlural:     {Noun, Plural},
	model.NameSingular:   {ProperNoun, 0},
	model.NamePlural:     {ProperNoun, Plural},
	model.VerbBase:       {Verb, Infinitive},
	model.VerbPast:       {Verb, Past | Finite},
	model.VerbGerund:     {Verb, Gerund},
	model.VerbParticiple: {Verb, Past | Participle},
	model.VerbPresent:    {Verb, Present | Finite},
	model.VerbThird:      {Verb, Present | Finite | Third},
	model.AuxBase:        {Auxiliary, Infinitive},
	model.AuxPast:        {Auxiliary, Past | Finite},
	model.AuxGerund:      {Auxiliary, Gerund},
	model.AuxParticiple:  {Auxiliary, Past | Participle},
	model.AuxPresent:     {Auxiliary, Present | Finite},
	model.AuxThird:       {Auxiliary, Present | Finite | Third},
	model.AuxModal:       {Auxiliary, Modal | Finite},
	model.Adjective:      {Adjective, 0},
	model.Adverb:         {Adverb, 0},
	model.Pronoun:        {Pronoun, 0},
	model.Possessive:     {Pronoun, Possessive},
	model.Determiner:     {Determiner, 0},
	model.Adposition:     {Adposition, 0},
	model.Particle:       {Particle, 0},
	model.Coordinator:    {Coordinator, 0},
	model.Subordinator:   {Subordinator, 0},
	model.Numeral:        {Number, 0},
	model.Symbol:         {Symbol, 0},
	model.Punctuation:    {Punctuation, 0},
	model.Interjection:   {Interjection, 0},
	model.Unknown:        {X, 0},
}
