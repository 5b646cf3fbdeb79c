package verify

import (
	"sort"

	"factcheck/claims/name"
)

// stances turns evidence into the cells of the agreement table: the origin of an
// agreeing or contradicting statement agrees or contradicts, and so does its
// speaker where one is named; whoever merely carries it reports. A source that
// says both contradicts: that is what an editor must look at. Sorted by name; nil
// if nobody has anything to say.
func stances(evidence []Evidence) []SourceStance {
	cells := map[string]Stance{}
	put := func(source string, s Stance) {
		if source == "" {
			return
		}
		if old := cells[source]; weight(s) > weight(old) {
			cells[source] = s
		}
	}
	for _, e := range evidence {
		if e.Stance != Agrees && e.Stance != Contradicts {
			continue
		}
		put(e.Source, e.Stance)
		put(e.Speaker, e.Stance)
		for _, c := range e.Carriers {
			put(c, Reports)
		}
	}
	if len(cells) == 0 {
		return nil
	}
	all := make([]SourceStance, 0, len(cells))
	for source, s := range cells {
		all = append(all, SourceStance{source, s})
	}
	sort.Slice(all, func(a, b int) bool { return all[a].Source < all[b].Source })
	return all
}

// weight orders the stances that one source may take on one statement.
func weight(s Stance) int {
	switch s {
	case Contradicts:
		return 3
	case Agrees:
		return 2
	case Reports:
		return 1
	}
	return 0
}

// columns returns the sources that have something to say anywhere, those with
// most to say first, and joins a name of one word to the full name that it stands
// for: "Nangaa" in one article is "Corneille Nangaa" of another. It puts every
// finding's stances into that order.
func columns(findings []Finding) []string {
	count := map[string]int{}
	for i := range findings {
		for _, s := range findings[i].Stances {
			count[s.Source] += weight(s.Stance)
		}
	}
	full := fullNames(count)
	for short, f := range full {
		count[f] += count[short]
		delete(count, short)
	}
	names := make([]string, 0, len(count))
	for source := range count {
		names = append(names, source)
	}
	sort.Slice(names, func(a, b int) bool {
		if x, y := count[names[a]], count[names[b]]; x != y {
			return x > y
		}
		return names[a] < names[b]
	})
	place := map[string]int{}
	for i, source := range names {
		place[source] = i
	}
	for i := range findings {
		findings[i].Stances = joined(findings[i].Stances, full)
		s := findings[i].Stances
		sort.Slice(s, func(a, b int) bool { return place[s[a].Source] < place[s[b].Source] })
	}
	return names
}

// fullNames maps each name of one word that is short for others, which are all of one
// bearer, to that of them which has most to say: Nangaa to Corneille Nangaa, unless there
// is a Paul Nangaa too.
func fullNames(names map[string]int) map[string]string {
	list := make([]string, 0, len(names))
	for n := range names {
		list = append(list, n)
	}
	sort.Strings(list)
	parsed := make([]name.Name, len(list))
	for i, n := range list {
		parsed[i] = name.Parse(n)
	}
	full := map[string]string{}
	for i, short := range parsed {
		best, open := -1, len(short.Words) != 1
		for k, long := range parsed {
			if open || len(long.Words) < 2 || !name.In(long, short) {
				continue
			}
			if best >= 0 {
				r, _ := name.Compare(parsed[best], long)
				open = r != name.Same
			}
			if best < 0 || names[list[k]] > names[list[best]] {
				best = k
			}
		}
		if best >= 0 && !open {
			full[list[i]] = list[best]
		}
	}
	return full
}

// joined renames the sources of a finding and keeps one cell a source.
func joined(s []SourceStance, full map[string]string) []SourceStance {
	var out []SourceStance
	at := map[string]int{}
	for _, c := range s {
		if f, ok := full[c.Source]; ok {
			c.Source = f
		}
		if i, ok := at[c.Source]; ok {
			if weight(c.Stance) > weight(out[i].Stance) {
				out[i].Stance = c.Stance
			}
			continue
		}
		at[c.Source] = len(out)
		out = append(out, c)
	}
	return out
}
