package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/claims/text"
)

// cast is who is named in a document: names by their last word.
type cast struct {
	full   map[string]string // folded last word -> the fullest name that ends with it, first come
	role   map[string]string // name -> role
	person string            // who was spoken of or spoke last
	group  string
}

// newCast reads the names of a document.
func newCast(r *reading) cast {
	c := cast{full: map[string]string{}, role: map[string]string{}}
	for i := 0; i < len(r.words); {
		j := r.nameEnd(i)
		if j == i {
			i++
			continue
		}
		if n := r.bareName(text.Range{First: i, End: j}); n.Len() >= 2 {
			name := r.name(n)
			key := r.lower(n.End - 1)
			if _, ok := c.full[key]; !ok {
				c.full[key] = name
			}
			if role := r.apposition(n.End); role.Len() > 0 && c.role[name] == "" {
				c.role[name] = r.span(role).In(r.src)
			}
		}
		i = j
	}
	return c
}

// nameEnd returns the word after the run of capitalised words that begins at i,
// i if none does.
func (r *reading) nameEnd(i int) int {
	j := i
	for j < len(r.words) && (j == i || r.words[j].Space) && r.capital(j) {
		j++
	}
	return j
}

// capital reports whether word i is letters that begin with a capital.
func (r *reading) capital(i int) bool {
	if i >= len(r.words) || r.words[i].Kind != text.Letters {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.word(i))
	return unicode.IsUpper(c) && !(r.lower(i) == "i")
}

// bareName strips articles and titles from the front of a name.
func (r *reading) bareName(n text.Range) text.Range {
	for n.Len() > 1 {
		switch w := r.lower(n.First); w {
		case "the", "a", "an", "in", "on", "at", "but", "and", "president", "minister", "congolese", "rwandan", "mr", "mr.", "mrs.", "mrs", "ms.", "dr.", "gen.", "col.",
			"sen.", "rep.", "gov.", "general", "colonel", "senator", "governor", "when", "if", "as", "for", "to", "from", "speaking", "former":
			n.First++
			continue
		}
		break
	}
	return n
}

// name returns a range of words as a name: single spaces between them.
func (r *reading) name(n text.Range) string {
	return strings.Join(strings.Fields(r.span(n).In(r.src)), " ")
}

// apposition returns the words between two commas after a name, its role.
func (r *reading) apposition(i int) text.Range {
	if r.word(i) != "," {
		return text.Range{}
	}
	for j := i + 1; j < len(r.words) && j < i+25; j++ {
		switch w := r.word(j); w {
		case ",":
			n := text.Range{First: i + 1, End: j}
			if c, _ := utf8.DecodeRuneInString(r.word(i + 1)); unicode.IsLower(c) {
				return n
			}
			return text.Range{}
		case ".", ";", ":", "“", "\"":
			return text.Range{}
		}
	}
	return text.Range{}
}

// speaker resolves the mention to who it is.
func (r *reading) speaker(m text.Range) Speaker {
	if m.Len() == 0 {
		return Speaker{}
	}
	s := Speaker{Span: r.span(m)}
	s.Text = s.Span.In(r.src)
	if m.Len() == 1 {
		switch r.lower(m.First) {
		case "he", "she", "who":
			s.Name, s.Kind = r.cast.person, Person
			s.Role = r.cast.role[s.Name]
			return s
		case "it", "they":
			s.Name = r.cast.group
			return s
		}
	}
	for i := m.First; i < m.End; i++ {
		j := r.nameEnd(i)
		if j == i {
			continue
		}
		n := r.bareName(text.Range{First: i, End: min(j, m.End)})
		s.Name, s.Kind = r.name(n), Person
		if full, ok := r.cast.full[r.lower(n.End-1)]; ok && n.Len() == 1 {
			s.Name = full
		}
		s.Role = r.cast.role[s.Name]
		if j < m.End {
			i = j
			if c, _ := utf8.DecodeRuneInString(r.word(j)); unicode.IsLower(c) || r.words[j].In(r.src) == "," {
				break
			}
		}
	}
	if s.Name == "" {
		s.Kind = Anonymous
		return s
	}
	if strings.HasPrefix(strings.ToLower(s.Text), "the ") {
		s.Kind = Organisation
		r.cast.group = s.Name
	} else {
		r.cast.person = s.Name
	}
	return s
}
