package text

import (
	"iter"
	"strings"
)

// Rows yields the rows of a table of so many columns, parted by tabs; empty lines and those that begin with # are none.
// It panics where a row has another number of columns: the tables are part of the program.
func Rows(table string, columns int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != columns {
				panic("a row of a table has " + line)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// Classes is a table of what words are, read: a row has a language, a class and its words, each with what it stands for
// behind "=" if that is asked. Few words are in such a table and none is of many classes, so that a word is looked up by itself.
type Classes struct {
	of    Table[[]membership]
	words map[membership][]string
}

// A membership says that a word is of a class in a language, and what it stands for.
type membership struct{ lang, class, is string }

// ReadClasses reads tables as one. Where a word stands twice, the later row counts.
func ReadClasses(tables ...string) *Classes {
	c := &Classes{words: map[membership][]string{}}
	for _, table := range tables {
		for f := range Rows(table, 3) {
			for _, w := range strings.Fields(f[2]) {
				w, is, _ := strings.Cut(w, "=")
				c.of.Put(w, append([]membership{{f[0], f[1], is}, {"", f[1], is}}, c.of.Get(w)...))
				k := membership{f[0], f[1], ""}
				c.words[k] = append(c.words[k], w)
			}
		}
	}
	return c
}

// Find returns what a word of a class stands for, empty if it is only of the class; false if it is not. The language "" is any.
func (c *Classes) Find(lang, class, word string) (is string, ok bool) {
	for _, m := range c.of.Get(word) {
		if m.class == class && m.lang == lang {
			return m.is, true
		}
	}
	return "", false
}

// Words returns the words of a class in a language, in the order of the table.
func (c *Classes) Words(lang, class string) []string { return c.words[membership{lang, class, ""}] }

// A Table is a map from words that knows at a glance of most words that they are not in it: nearly all words of a text
// are in few tables of the program, and each is asked for in many. The zero value is empty. It is safe to read by
// several goroutines at once.
type Table[V any] struct {
	of   map[string]V
	some [1 << 9]uint64 // a bit for each trace of a word
}

// Put sets what a word stands for.
func (t *Table[V]) Put(w string, v V) {
	if t.of == nil {
		t.of = map[string]V{}
	}
	t.of[w] = v
	b := trace(w)
	t.some[b>>6] |= 1 << (b & 63)
}

// Get returns what a word stands for, the zero value if it is not in the table.
func (t *Table[V]) Get(w string) (v V) {
	if b := trace(w); t.some[b>>6]&(1<<(b&63)) == 0 {
		return v
	}
	return t.of[w]
}

// trace makes a few bits of three letters of a word and of its length.
func trace(w string) uint32 {
	n := len(w)
	if n == 0 {
		return 0
	}
	return (uint32(w[0]) + uint32(w[n/2])<<8 + uint32(w[n-1])<<16 + uint32(n)<<24) * 0x9e3779b1 >> 17
}
