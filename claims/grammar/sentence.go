package grammar

// Sentence is what Parse found in the words of one sentence.
type Sentence struct {
	Tokens []Token // parallel to the words
	Names  []Name  // in order, never overlapping
	Lang   string  // whose grammar it was parsed by: "en", "fr"
}

// Token is what is known of one word.
type Token struct {
	Lemma string // the form under which a dictionary lists the word, in lower case unless it is a name
	Head  int    // the index of the word that governs it, -1 for the root
	First int    // the phrase that the word governs, itself included: its first word
	End   int    // and the word after its last
	Feats Feats
	Tag   Tag
	Rel   Rel // its relation to Head, Root for the root
}

// NameKind tells what a name names.
type NameKind uint8

const (
	Other NameKind = iota // none of the others; Parse does not return it
	Person
	Organisation
	Place
)

// String returns the kind in lower case: "person".
func (k NameKind) String() string {
	switch k {
	case Person:
		return "person"
	case Organisation:
		return "organisation"
	case Place:
		return "place"
	}
	return "other"
}

// Name is a named person, organisation or place: words First up to End.
type Name struct {
	First, End int
	Kind       NameKind
}

// Children appends the words that head governs to dst, in order.
func (s *Sentence) Children(dst []int, head int) []int {
	for i := s.Tokens[head].First; i < s.Tokens[head].End; i++ {
		if s.Tokens[i].Head == head {
			dst = append(dst, i)
		}
	}
	return dst
}

// Under reports whether word k is word i or hangs on it, be it through others.
func (s *Sentence) Under(k, i int) bool {
	for steps := 0; k >= 0 && steps <= len(s.Tokens); steps++ {
		if k == i {
			return true
		}
		k = s.Tokens[k].Head
	}
	return false
}

// NameAt returns the name that covers word i.
func (s *Sentence) NameAt(i int) (Name, bool) {
	for _, n := range s.Names {
		if n.First <= i && i < n.End {
			return n, true
		}
	}
	return Name{}, false
}
