package name

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// maxWords and maxBytes bound a name: of what is longer the beginning is read.
const (
	maxWords = 32
	maxBytes = 400
)

// Parse takes a name apart as it stands in a text: "Kivu Gov. Esther Mbuyi", "NANGAA
// Corneille", "the D.R. Congo's". What is no part of the name (the article, a possessor in
// front, a bracket behind, a dateline) is left out. The result is Empty if nothing is left.
func Parse(s string) Name { return *parsed(s, UnknownKind) }

// A text says the same names again and again: what became of one is kept in a direct-mapped
// cache without a lock; a name that hashes to a slot overwrites what stood there.
var parses [1 << 12]atomic.Pointer[kept]

type kept struct {
	written string
	kind    Kind
	name    Name
}

// parsed is parse with what is kept.
func parsed(s string, hint Kind) *Name {
	at := &parses[(text.Hash(s)*8+uint64(hint))%uint64(len(parses))]
	if k := at.Load(); k != nil && k.written == s && k.kind == hint {
		return &k.name
	}
	k := &kept{written: strings.Clone(s), kind: hint}
	k.name = parse(k.written, hint)
	if len(s) <= maxBytes {
		at.Store(k)
	}
	return &k.name
}

// firm is what stands in the name of a firm that two people gave theirs.
const firm = " & "

// A part is a word of a name while it is parsed.
type part struct {
	word    string // folded, spelt as all its spellings
	class   class
	joined  bool // hyphenated to the word before
	capital bool
	upper   bool // capitals only
	dotted  bool
}

func parse(s string, hint Kind) Name {
	n := Name{Text: strings.TrimSpace(s), Kind: hint, hinted: hint != UnknownKind}
	if len(n.Text) > maxBytes {
		n.Text = strings.ToValidUTF8(n.Text[:maxBytes], "")
	}
	n.folded = withoutArticle(plain(n.Text))
	n.lookUp()
	if n.Kind == UnknownKind && strings.Contains(n.Text, firm) {
		n.Kind = Organisation // "Holt & Vane", or two people, of whom neither is the two
	}
	p := parser{src: n.Text, keep: n.Kind != UnknownKind && n.Kind != Person, person: hint == Person}
	p.words = text.Words(p.src)
	p.read()
	n.Title, n.Within, n.plural = p.title, p.within, p.plural
	n.fill(&p)
	return n
}

// withoutArticle takes the article off a folded name of several words. A single letter is
// left: it may be an initial.
func withoutArticle(s string) string {
	if w, rest, ok := strings.Cut(s, " "); ok && len(w) > 1 && classOf(w)&article != 0 {
		return rest
	}
	return s
}

// withoutPossessive takes the "'s" off a name.
func withoutPossessive(s string) string {
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}

// lookUp finds the whole name among the aliases, outlets and places.
func (n *Name) lookUp() {
	known := UnknownKind
	written := n.Text
	if w, rest, ok := strings.Cut(written, " "); ok && classOf(text.Fold(w))&article != 0 {
		written = rest
	}
	written = withoutPossessive(written)
	if p, ok := lexicon.PlaceOf(written); ok {
		n.place, known = p, Place
		if p.Kind == lexicon.Demonym {
			known = Demonym
		}
	}
	if a, ok := read().aliases[n.folded]; ok {
		n.id, known = a.id, a.kind
	} else if o, ok := lexicon.OutletOf(written); ok {
		n.id, known = o.Name, Organisation
	}
	if !n.hinted && !(known == Place && n.place.Kind == lexicon.City && lexicon.GivenName(written)) {
		n.Kind = known
	}
	if n.hinted && n.Kind == Person {
		n.place = lexicon.Place{}
	}
}

// A parser reads the words of a name from left to right.
type parser struct {
	src    string
	words  []text.Word
	keep   bool // the whole name is known: titles are part of it
	person bool // it is said to be a person's
	parts  []part
	title  []string
	within string
	suffix string
	plural bool // "and" was read
}

// read fills parts, title, suffix and within.
func (p *parser) read() {
	for k := 0; k < len(p.words) && len(p.parts) < maxWords; k++ {
		w := p.words[k]
		s := w.In(p.src)
		switch {
		case w.Kind == text.Letters && text.IsPossessive(s):
			if k+1 < len(p.words) && !p.keep && p.possessor(k) { // Norway's Kristofsen
				p.restart()
			}
		case w.Kind == text.Letters || w.Kind == text.Number:
			if p.letters(k, s) {
				return
			}
		case s == "(" && len(p.parts) > 0:
			return
		case s == "," && len(p.parts) > 0 && !p.keep:
			if k+1 < len(p.words) && classOf(bare(p.words[k+1].In(p.src)))&suffix != 0 {
				continue
			}
			p.within = p.behind(k + 1)
			return
		case w.Kind == text.Punct && w.Space && k > 0 && (s == "-" || s == "—" || s == "–" || s == "--"): // BUNIA — Esther Mbuyi
			p.restart()
		}
	}
}

// restart forgets what was read: it stood before the name.
func (p *parser) restart() { p.parts, p.title = p.parts[:0], nil }

// possessor reports whether the words before k have their possessive because what
// follows is theirs, not because it is part of a name (McDonald's): they are a place.
func (p *parser) possessor(k int) bool {
	_, ok := lexicon.PlaceOf(strings.TrimSpace(p.src[:p.words[k].Start]))
	return ok
}

// behind returns the place that a comma and word k on add to a name: Springfield,
// Illinois. Empty if it is none.
func (p *parser) behind(k int) string {
	if k >= len(p.words) {
		return ""
	}
	rest := p.src[p.words[k].Start:]
	if _, ok := lexicon.PlaceOf(rest); !ok {
		return ""
	}
	return plain(rest)
}

// bare returns a word folded, without full stops and apostrophes.
func bare(s string) string {
	s = text.Fold(s)
	if !strings.ContainsAny(s, ".'") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; c != '.' && c != '\'' {
			b = append(b, c)
		}
	}
	return string(b)
}

// letters reads word k, and reports whether the name ends before it.
func (p *parser) letters(k int, s string) (end bool) {
	w := bare(s)
	if w == "" {
		return false
	}
	first, size := utf8.DecodeRuneInString(s)
	p.plural = p.plural || classOf(w)&conjunction != 0 && len(p.parts) > 0
	x := part{word: w, class: classOf(w), capital: unicode.IsUpper(first) || unicode.IsDigit(first), dotted: strings.HasSuffix(s, ".")}
	x.upper = len(s) > size && strings.ToUpper(s) == s && strings.ToLower(s) != s
	x.joined = k > 1 && !p.words[k].Space && p.words[k-1].In(p.src) == "-" && !p.words[k-1].Space
	more := k+1 < len(p.words)
	switch {
	case len(p.parts) == 0 && x.class&article != 0 && more && !x.joined && !x.dotted && (!p.keep || w != "l"):
		if !strings.HasSuffix(s, "'") && !strings.HasSuffix(s, "’") && x.capital && x.class&particle != 0 && !p.keep { // Le Pen
			p.parts = append(p.parts, x)
		}
	case !p.keep && p.isTitle(k, x):
		p.parts = p.parts[:0]
		p.title = append(p.title, w)
	case x.class&suffix != 0 && len(p.parts) > 0 && !p.keep && !(more && p.words[k+1].Kind == text.Letters) && w != "x":
		p.suffix = spelling(w, false, true)
	case x.class&behind != 0 && !x.capital && len(p.parts) > 0 && !p.keep && p.bearer(k+1):
		p.person = true
		return true
	case p.person && !x.capital && x.class&(particle|minor) == 0 && more && p.capitals(k+1, 1) && !x.joined: // a flabbergasted Noah
		p.restart()
	case strings.Count(s, ".") > 1 && len(w) > 1 && more && !p.known(s): // J.K. Rowling
		for i := range len(w) {
			p.parts = append(p.parts, part{word: w[i : i+1], capital: true, dotted: true})
		}
	default:
		p.parts = append(p.parts, x)
	}
	return false
}

// known reports whether an abbreviation is the name of a place: U.S. Steel.
func (p *parser) known(s string) bool { _, ok := lexicon.PlaceOf(s); return ok }

// isTitle reports whether word k, in front of a name, is a title or says what its
// bearer is; what stands before it then is no part of the name. Carole King is none, nor
// is General Hospital.
func (p *parser) isTitle(k int, x part) bool {
	next := k + 1
	for next < len(p.words) && (p.words[next].Kind == text.Punct && p.words[next].In(p.src) == ".") {
		next++
	}
	if next >= len(p.words) || p.words[next].Kind != text.Letters || x.joined || x.word == "st" || x.word == "saint" || x.word == "m" {
		return false
	}
	follows := p.words[next].In(p.src)
	c := classOf(bare(follows))
	if c&suffix != 0 && len(p.parts) > 0 || !capital(follows) && c&particle == 0 && !title(bare(follows)) {
		return false
	}
	if !title(x.word) && (!IsTitle(x.word) || x.capital && len(p.parts) > 0 && !p.capitals(next, 2)) {
		return false
	}
	if x.capital && !x.dotted && len(p.parts) > 0 && p.named() {
		return false
	}
	return p.person || !p.ends(organisationNoun)
}

// capitals reports whether n words from k on are capitalised.
func (p *parser) capitals(k, n int) bool {
	for ; n > 0; k, n = k+1, n-1 {
		if k >= len(p.words) || p.words[k].Kind != text.Letters {
			return false
		}
		if !capital(p.words[k].In(p.src)) {
			return false
		}
	}
	return true
}

// IsTitle reports whether a folded word, in front of a name, is a title or says what its
// bearer is: gen., senator, spokeswoman, former.
func IsTitle(w string) bool {
	return title(w) || role(w) || classOf(strings.TrimSuffix(w, "."))&opener != 0
}

// IsNoun reports whether a folded word names a kind of thing (council, river, treaty), and
// so is no part of a person's name.
func IsNoun(w string) bool { c := classOf(w); return c&kindNoun != 0 && c&surname == 0 }

// title reports whether a folded word is a title.
func title(w string) bool {
	return lexicon.Is("en", lexicon.Title, w) || lexicon.Is("fr", lexicon.Title, w) || classOf(w)&titleWord != 0
}

// role reports whether a folded word says what somebody is.
func role(w string) bool {
	return lexicon.Is("en", lexicon.RoleNoun, w) || lexicon.Is("fr", lexicon.RoleNoun, w)
}

// ends reports whether the last word of the text is of a class, and no surname.
func (p *parser) ends(c class) bool {
	w := classOf(bare(p.words[len(p.words)-1].In(p.src)))
	return w&c != 0 && w&surname == 0
}

// named reports whether what was read begins with a given name that is no place.
func (p *parser) named() bool {
	w := p.parts[0].word
	if !lexicon.GivenName(w) {
		return false
	}
	_, ok := lexicon.PlaceOf(w)
	return !ok
}

// bearer reports whether what was read is a person's name, and not the beginning of an
// institution's; what he is of begins at word k: Esther Mbuyi of Kitando; University of
// Kitando. Two capitals of a town or a region are a person's.
func (p *parser) bearer(k int) bool {
	if p.person || len(p.title) > 0 {
		return true
	}
	if len(p.parts) < 2 || k >= len(p.words) {
		return false
	}
	for _, x := range p.parts {
		if x.class&(kindNoun|territory|legal) != 0 || !x.capital {
			return false
		}
	}
	if lexicon.GivenName(p.parts[0].word) || !lexicon.Known(p.parts[len(p.parts)-1].word, lexicon.Any) {
		return true
	}
	of, ok := lexicon.PlaceOf(p.src[p.words[k].Start:])
	return ok && of.Kind != lexicon.Country && of.Kind != lexicon.Demonym
}
