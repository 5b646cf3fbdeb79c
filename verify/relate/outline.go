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

// Concerns reports whether Relate may come to anything but silence on a source.
func (o *Outline) Concerns(statement *Analysis) bool {
	return o.Related(statement) && (o.near(statement) || o.Gist.answersAny(statement))
}

// Answers reports whether a source may bear out or contradict a part of a statement, be it beside others: it has a word of
// content of the statement, and a proposition that can be laid beside one of it.
func (o *Outline) Answers(statement *Analysis) bool {
	shares := o.lang != statement.lang || slices.ContainsFunc(statement.terms, func(t term) bool { return t.class == content && o.bloom.Has(t.stem) })
	return shares && o.Gist.answersAny(statement)
}

// near reports whether a source may have enough of the words of a statement for judgeNear.
func (o *Outline) near(statement *Analysis) bool {
	w := int32(0)
	for i := range statement.terms {
		if t := &statement.terms[i]; t.class != content || o.bloom.Has(t.stem) || o.all.Has(t.stem) {
			w += t.nearWeight()
		}
	}
	return float64(w) >= nearness*float64(nearWeight(statement.terms))
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
