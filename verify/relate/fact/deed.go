package fact

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed deeds.tsv
var deedTable string

// A deed is one line of the table.
type deed struct {
	name, opposite string
}

// role says how a word of the table tells its deed.
type role uint8

const (
	does    role = iota // agent before, patient after
	noun_               // "the capture of Bana by L17"
	undergo             // patient before, agent after "to" or "by"
	holds               // a state that the deed brings about: agent before, patient after
)

// A wording is one way to tell a deed: its words, the lemma of the verb first.
type wording struct {
	words []string
	role  role
	deed  *deed
}

// deeds maps language and first lemma to wordings, the longest first.
var deeds = sync.OnceValue(func() map[string]map[string][]wording {
	all := map[string]map[string][]wording{}
	for line := range strings.Lines(deedTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 7 || strings.HasPrefix(line, "#") {
			continue
		}
		lang := all[f[0]]
		if lang == nil {
			lang = map[string][]wording{}
			all[f[0]] = lang
		}
		d := &deed{name: f[1], opposite: f[6]}
		for r, list := range []string{f[2], f[3], f[4], strings.TrimPrefix(f[5], "control:")} {
			for _, w := range strings.Fields(list) {
				if w == "-" {
					continue
				}
				words := strings.Split(w, "_")
				key := words[0]
				lang[key] = append(lang[key], wording{words, role(r), d})
			}
		}
	}
	for _, lang := range all {
		for key := range lang {
			slices.SortStableFunc(lang[key], func(a, b wording) int { return len(b.words) - len(a.words) })
		}
	}
	return all
})

// deedAt returns how the chunk tells a deed, and the chunk and word after the
// wording; false if it tells none.
func (s *sentence) deedAt(k int) (w wording, next int, ok bool) {
	c := &s.chunks[k]
	lemma := s.tokens[c.head].Lemma
	for _, w := range deeds()[s.t.lang][lemma] {
		if (w.role == noun_) != (c.kind == noun) {
			continue
		}
		at, fits := c.head+1, true
		for _, x := range w.words[1:] {
			for at < len(s.words) && s.word(at) == "full" && x != "full" {
				at++ // in full control of
			}
			if at >= len(s.words) || s.word(at) != x {
				fits = false
				break
			}
			at++
		}
		if !fits {
			continue
		}
		next = k + 1
		for next < len(s.chunks) && s.chunks[next].first < at {
			next++
		}
		return w, next, true
	}
	return wording{}, 0, false
}
