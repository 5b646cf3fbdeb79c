package relate

import (
	"slices"
	"strings"

	"factcheck/claims/date"
	"factcheck/claims/lexicon"
	"factcheck/claims/name"
	"factcheck/claims/proposition"
	"factcheck/claims/quantity"
	"factcheck/claims/relation"
	"factcheck/claims/text"
)

// What a side mentions, wherever it stands: the names, numbers and dates of another side, or
// what implies them.

// Names reports whether the side has the name, or a longer or shorter form of it.
func (a *Analysis) Names(n name.Name) bool {
	return a.some(func(f *phrase) bool { return f.Name != "" && sameName(f.Who(), n) })
}

// mayName reports whether the side has a name that may stand for n: its people or its
// capital, the same with more around it, another spelling; none that the other side has too. The
// model reads which it is.
func (a *Analysis) mayName(n name.Name, other *Analysis) bool {
	return a.some(func(f *phrase) bool {
		if f.Name == "" || other.Names(f.Who()) {
			return false // it stands for itself there: Sofia beside Burgas
		}
		if name.LongerCountry(f.Text(), n.Text) {
			return false
		}
		r, why := name.Compare(f.Who(), n)
		return r == name.Unknown && (why == name.Part || why == name.Qualified || why == name.Spelling)
	})
}

// SharedName reports whether the side has a name of the statement's, and whether the
// statement has any.
func (a *Analysis) SharedName(statement *Analysis) (shared, some bool) {
	shared = statement.some(func(f *phrase) bool {
		some = some || f.Name != ""
		return f.Name != "" && a.Names(f.Who())
	})
	return shared, some
}

// gives reports whether the side gives a number of the other's, or one from which it follows: as how many there are, not how many of them.
func (a *Analysis) gives(m *quantity.Mention, other *Analysis) bool {
	all := a.amounts
	if len(all) > 1 && !other.ofThem(m) && !other.ofSome(m) {
		all = slices.DeleteFunc(slices.Clone(all), func(x quantity.Mention) bool { return a.ofThem(&x) })
	}
	if m.Kind == quantity.Fraction && !m.Change { // "rose by a third", "a third of all vans"
		all = slices.DeleteFunc(slices.Clone(all), func(x quantity.Mention) bool { return x.Change && x.Kind == quantity.Fraction })
	}
	return count(all, m) || figure(all, m) || a.lists(m) || m.Unit != 0 && a.makes(m)
}

// ofSome reports whether a number is of some that are counted too: "half of the 40,000 homes".
func (a *Analysis) ofSome(m *quantity.Mention) bool {
	return m.Head >= 0 && slices.ContainsFunc(a.amounts, func(x quantity.Mention) bool { return x.Role == quantity.Population && x.Head == m.Head })
}

// ofThem reports whether a number is of some that another one counts: "complaints about eleven loads, nine of them from one
// warehouse". Twin: "nine of the loads".
func (a *Analysis) ofThem(m *quantity.Mention) bool {
	return a.some(func(f *phrase) bool {
		return f.Amount != nil && f.Amount.First == m.First && f.Partitive() && slices.ContainsFunc(f.Modifiers, func(x proposition.Slot) bool {
			return x.Role == proposition.Owner && x.Phrase.Pronoun
		})
	})
}

// counts reports whether the side gives the number, or one that implies it.
func (a *Analysis) counts(m *quantity.Mention) bool { return count(a.amounts, m) }

// count reports whether one of some numbers is m, or implies it.
func count(all []quantity.Mention, m *quantity.Mention) bool {
	if slices.ContainsFunc(all, func(x quantity.Mention) bool {
		if x.Direction == quantity.From && m.Direction == quantity.Level {
			x.Direction = quantity.Level // "fell from 5 percent in May", "was 5 percent in May"
		}
		aged := (x.Kind == quantity.Age) != (m.Kind == quantity.Age) && x.Kind != quantity.Count && m.Kind != quantity.Count // "âgée de 40 ans", "de 40 ans"
		return quantity.Compare(&x, m).Supports() || aged && sameFigure(&x, m)
	}) {
		return true
	}
	return m.Kind == quantity.Ordinal || m.Kind == quantity.Count && m.Value.Known() && m.Value.Cmp(quantity.Int(2)) <= 0
}

// figures reports whether the side has the number with another bound, of which the model
// reads what it says: "eclipsed 600" for "more than 600".
func (a *Analysis) figures(m *quantity.Mention) bool { return figure(a.amounts, m) }

// figure reports whether one of some numbers is m with another bound, the one side of a result, "9-5" and "by nine votes to five", or of what is
// told before: "1.8 million tonnes in 2022, 2.1 million in 2023".
func figure(all []quantity.Mention, m *quantity.Mention) bool {
	return slices.ContainsFunc(all, func(x quantity.Mention) bool {
		bare := x.Kind == quantity.Count && x.Unit == 0 && x.Head < 0 && x.Value.Known() && m.Value.Known() && x.Value.Cmp(m.Value) == 0
		return sameFigure(&x, m) || bare && x.Direction == m.Direction || x.Kind == quantity.Score && m.Kind == quantity.Count && (x.Lo.Cmp(m.Value) == 0 || x.Hi.Cmp(m.Value) == 0)
	})
}

// sameFigure reports whether two numbers are equal in unit and value, and not on two
// sides of it, "over 40", "under 40", or one a difference and the other what came of it: "by 40", "to 40".
func sameFigure(x, y *quantity.Mention) bool {
	open := func(m *quantity.Mention) bool {
		return m.Comparator == quantity.Exact || m.Comparator == quantity.Vague
	}
	return x.Value.Known() && y.Value.Known() && x.Value.Cmp(y.Value) == 0 && x.Unit == y.Unit &&
		(x.Kind == quantity.Identifier) == (y.Kind == quantity.Identifier) && !(x.Direction == quantity.By && y.Direction == quantity.To || x.Direction == quantity.To && y.Direction == quantity.By) && (x.Comparator == y.Comparator || open(x) || open(y))
}

// entailed reports whether what is so on the one date is so on the other, those that are written alike taken for one.
func entailed(x, y *date.Mention) bool {
	r := date.Compare(x, y)
	return r.Supports() || r == relation.Unknown && (date.WrittenAlike(x, y) || date.WrittenWithin(x, y))
}

// dated reports whether the side has the date or one that implies it, or none that
// excludes it where the date counts from a dateline.
func (a *Analysis) dated(m *date.Mention) bool {
	if slices.ContainsFunc(a.times, func(x date.Mention) bool { return entailed(&x, m) }) {
		return true
	}
	if m.Interval.Known() && a.side.Date != 0 && m.Precision <= date.OneDay {
		return m.Interval.From <= a.side.Date && a.side.Date <= m.Interval.To
	}
	return m.Relation == date.For || m.Relative && m.Precision >= date.Week
}

// writes reports whether the side has what a date of the statement is written with, its
// numbers, its month or its day of the week: "the 2008 primary" for "in 2008".
func (a *Analysis) writes(m *date.Mention, statement *Analysis) bool {
	some := false
	for i := m.First; i < m.End; i++ {
		t := statement.termAt(i)
		if t == nil || t.flags&(digits|capital) == 0 {
			continue
		}
		if !slices.ContainsFunc(a.terms, func(x term) bool { return x.fold == t.fold }) {
			return false
		}
		some = true
	}
	return some
}

// has reports whether every name, number and date of the statement is in the source, or
// follows from what is there.
func (a *Analysis) has(b *Analysis) bool {
	return !slices.ContainsFunc(b.amounts, func(x quantity.Mention) bool { return !a.counts(&x) }) &&
		!slices.ContainsFunc(b.times, func(x date.Mention) bool { return !a.dated(&x) }) &&
		!b.some(func(f *phrase) bool {
			return f.Name != "" && !f.Resolved && !a.Names(f.Who()) && !a.peopleOf(f.Name) && !a.titles(f) && !a.some(func(g *phrase) bool { return g.Name != "" && name.SameBody(f.Text(), g.Text()) })
		})
}

// titles reports whether a phrase is a title and no name, whose words the side has, be it in small letters: "the president of Kenya, Okoth", "Kenya President
// Okoth". Whose title it is, is compared by itself.
func (a *Analysis) titles(f *phrase) bool {
	words := strings.Fields(text.Fold(f.Name))
	return len(words) > 0 && lexicon.Human(tongue, words[len(words)-1]) && !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(a.terms, func(t term) bool { return t.fold == w })
	})
}

// peopleOf reports whether the side has another word for a country or its people: "Zambian" for "Zambia", "togolais" for "Togolais".
func (a *Analysis) peopleOf(country string) bool {
	if _, ok := lexicon.PlaceOf(country); !ok {
		return false
	}
	fold := text.Fold(country)
	return slices.ContainsFunc(a.terms, func(t term) bool {
		return (t.fold != fold || t.flags&capital == 0) && lexicon.SamePeople(t.fold, country)
	})
}

// Names in texts in almost the same words: how far a name reaches around a word, and whether two have anything in common.

// sameName reports whether two names are of one bearer.
func sameName(a, b name.Name) bool {
	r, _ := name.Compare(a, b)
	return r == name.Same
}

// whole returns the name that some terms of a side are part of: the run of capitalised
// words around them, "Vance" in "Sarah Vance".
func (a *Analysis) whole(t []term) name.Name {
	first, last := t[0].word, t[len(t)-1].end
	for first > 0 && a.named(first-1) && a.words[first].Start-a.words[first-1].End <= 1 {
		first--
	}
	for last < len(a.words) && a.named(last) && a.words[last].Start-a.words[last-1].End <= 1 {
		last++
	}
	return name.Parse(text.Range{First: first, End: last}.Span(a.words).In(a.side.Text))
}

// owner reports whether terms end in a possessive: "Norway's" tells no more than where
// whoever is named behind it is from.
func (a *Analysis) owner(t []term) bool {
	last := t[len(t)-1].end
	return last < len(a.words) && text.IsPossessive(a.words[last].In(a.side.Text))
}

// named reports whether word i begins with a capital and is no word of grammar, or
// joins two such words.
func (a *Analysis) named(i int) bool {
	t := a.termAt(i)
	if t == nil {
		w := a.words[i].In(a.side.Text)
		return w == "-" || w == "." && i > 0 && a.words[i-1].End-a.words[i-1].Start == 1 // "James B. Comey"
	}
	return t.flags&capital != 0 && (t.class == content || t.flags&opening == 0)
}

// strangers reports whether two names have nothing in common: no word, and neither is
// the initials of the other.
func strangers(a, b name.Name) bool {
	for _, w := range a.Words {
		if slices.Contains(b.Words, w) {
			return false
		}
	}
	return len(a.Words) > 0 && len(b.Words) > 0 && !abbreviates(a, b) && !abbreviates(b, a)
}

// abbreviates reports whether one word of a may be short for b: its initials, or the
// beginning of one of its words.
func abbreviates(a, b name.Name) bool {
	if len(a.Words) != 1 {
		return false
	}
	initials := ""
	for _, w := range b.Words {
		initials += w[:1]
		if strings.HasPrefix(w, strings.TrimSuffix(a.Words[0], ".")) {
			return true
		}
	}
	return initials == strings.ReplaceAll(a.Words[0], ".", "")
}
