package relate

import (
	"slices"

	"factcheck/claims/text"
)

// OutlineOf returns the outline of a side that was prepared.
func OutlineOf(a *Analysis) Outline {
	o := a.Outline
	for _, w := range a.words {
		if w.Kind == text.Letters {
			o.all.Add(text.Stem(a.lang, text.Fold(w.In(a.side.Text))))
		}
	}
	return o
}

// Most returns how many of the given stems of a language the source has, at most.
func (o *Outline) Most(lang string, stems []string) int {
	if o.cut || o.lang != lang {
		return len(stems)
	}
	n := 0
	for _, s := range stems {
		if o.all.Has(s) {
			n++
		}
	}
	return n
}

// Shares reports whether a source may have a word of content of the statement. One that has none bears out and
// contradicts no part of it, whatever stands beside it.
func (o *Outline) Shares(statement *Analysis) bool {
	return o.lang != statement.lang || slices.ContainsFunc(statement.terms, func(t term) bool { return t.class == content && o.bloom.Has(t.stem) })
}

// Related reports whether a source shares enough content words with a statement
// in its language to be worth a closer look. To all else Relate is silent.
func (o *Outline) Related(statement *Analysis) bool {
	if o.lang != statement.lang {
		return parsed[o.lang] && parsed[statement.lang] // no stem tells
	}
	shared, all := 0, 0
	for i := range statement.terms {
		if t := &statement.terms[i]; t.class == content {
			all++
			if o.bloom.Has(t.stem) {
				shared++
			}
		}
	}
	return shared > 0 && shared*5 >= all
}
