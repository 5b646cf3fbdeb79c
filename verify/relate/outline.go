package relate

import "factcheck/claims/text"

// An Outline is what the cheap questions about a source need, whether it shares
// enough with a statement for a closer look and how much it can share at most: its
// language and the stems of its content words, those of the names that its pronouns
// stand for included, and of all its words. It is small, so that those of many
// sources can be kept.
type Outline struct {
	lang  string
	bloom text.Sketch
	all   text.Sketch
	cut   bool // the source was too long to be read to its end
}

// OutlineOf returns the outline of a side.
func OutlineOf(s Side) Outline {
	a := Analysis{side: s}
	a.outline()
	for _, w := range a.words {
		if w.Kind == text.Letters {
			a.all.Add(text.Stem(a.lang, text.Fold(w.In(s.Text))))
		}
	}
	return a.Outline
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

// outline finds the words, terms and stems of a side.
func (a *Analysis) outline() {
	a.lang = a.side.Lang
	if a.lang == "" {
		a.lang = "en"
	}
	a.words = joinClitics(a.side.Text, text.Words(a.side.Text))
	if len(a.words) > maxWords {
		a.words, a.cut = a.words[:maxWords], true
	}
	voc := vocabularies()[a.lang]
	if voc == nil {
		voc = &vocabulary{}
	}
	a.findTerms(voc)
	for _, r := range a.side.Refs {
		for _, w := range text.Words(r.Name) {
			a.bloom.Add(text.Stem(a.lang, text.Fold(w.In(r.Name))))
		}
	}
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
