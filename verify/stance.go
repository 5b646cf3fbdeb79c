package verify

import (
	"sort"
	"strings"
)

// stances turns evidence into the cells of the agreement table: the origin of an
// agreeing or contradicting statement agrees or contradicts, and so does its
// speaker where one is named; whoever merely carries it reports. A source that
// says both contradicts: that is what an editor must look at. Sorted by name; nil
// if nobody has anything to say.
func stances(evidence []Evidence) []SourceStance {
	cells := map[string]Stance{}
	put := func(name string, s Stance) {
		if name == "" {
			return
		}
		if old := cells[name]; weight(s) > weight(old) {
			cells[name] = s
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
	for name, s := range cells {
		all = append(all, SourceStance{name, s})
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
// most to say first, and joins a surname to the one full name that ends with it:
// "Nangaa" in one article is "Corneille Nangaa" of another. It puts every
// finding's stances into that order.
func columns(findings []Finding) []string {
	count := map[string]int{}
	for i := range findings {
		for _, s := range findings[i].Stances {
			count[s.Source] += weight(s.Stance)
		}
	}
	full := fullNames(count)
	for name, f := range full {
		count[f] += count[name]
		delete(count, name)
	}
	names := make([]string, 0, len(count))
	for name := range count {
		names = append(names, name)
	}
	sort.Slice(names, func(a, b int) bool {
		if x, y := count[names[a]], count[names[b]]; x != y {
			return x > y
		}
		return names[a] < names[b]
	})
	place := map[string]int{}
	for i, name := range names {
		place[name] = i
	}
	for i := range findings {
		findings[i].Stances = joined(findings[i].Stances, full)
		s := findings[i].Stances
		sort.Slice(s, func(a, b int) bool { return place[s[a].Source] < place[s[b].Source] })
	}
	return names
}

// fullNames maps each name of one word to the only name of several that ends
// with it, if there is just one.
func fullNames(names map[string]int) map[string]string {
	ends := map[string][]string{}
	for name := range names {
		if f := strings.Fields(name); len(f) > 1 {
			ends[f[len(f)-1]] = append(ends[f[len(f)-1]], name)
		}
	}
	full := map[string]string{}
	for name := range names {
		if e := ends[name]; len(e) == 1 {
			full[name] = e[0]
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
