package claims

import (
	"factcheck/claims/lexicon"
	"factcheck/claims/text"
)

// Who made the report, the poll or the letter that a text speaks of.

// writes notes who made the report or poll at word i, of which nothing was said before: “a |
// poll conducted by the Lake Institute”. Nobody, if it is not said.
func (c *cast) writes(r *reading, i int) {
	const phrase = 3 // words between the article and the noun
	if r.lang != "en" || r.capital(i) || lexicon.ActOf(r.lang, lexicon.NounCue, r.lower(i), "") != lexicon.Writing {
		return
	}
	for k := i - 1; k >= max(0, i-phrase) && r.words[k].Kind != text.Punct; k-- {
		if r.definite(k) {
			return
		}
	}
	j := i + 1
	if lemma, ok := lexicon.LemmaIn(r.lang, lexicon.Verb, r.lower(j)); ok && lemma != r.lower(j) {
		j++
	}
	if c.author, c.wrote, c.writing = c.issuer(r, i), c.passage, ""; r.lower(j) == "by" {
		if j++; lexicon.Is(r.lang, lexicon.Article, r.lower(j)) {
			j++
		}
		if n, _ := r.named(j, r.text.Passages[c.passage].Words.End); n.Len() > 0 {
			c.author = c.find(r, n)
		}
		return
	}
	for k := i - 1; k >= max(0, i-phrase-1); k-- {
		if lexicon.Is(r.lang, lexicon.Article, r.lower(k)) && r.lower(k-1) == "in" { // “In an emailed | statement, Norvik said”
			c.writing = r.lower(i)
		}
	}
}

// issuer returns who issues, as the subject of the sentence, what is written at word i: “Doe issued a | statement”, “She posted a | letter on X”.
// Twins: “Doe received a | letter”, “Doe read a | letter”.
func (c *cast) issuer(r *reading, i int) *member {
	const (
		phrase = 4 // words from the verb to the noun
		intro  = 8 // words before the subject: “On Saturday,”
	)
	for k := i - 1; k > max(0, i-phrase); k-- {
		if w := r.lower(k); !lexicon.Is(r.lang, lexicon.Issuing, w) || r.lower(i+1) == "from" || w == "read" && r.lower(i) != "statement" {
			continue
		}
		if n := len(c.recent); n > 0 {
			m := c.recent[n-1]
			first, start := m.last.word, r.sentenceOf(k).First
			for first > start && (r.capital(first-1) || r.determiner(first-1) || r.function(first-1)) {
				first--
			}
			if first > start && (r.word(first-1) != "," || first-start > intro) { // “Groups - including Doe and Roe - sent a | letter”
				return nil
			}
			if !m.last.subject || m.last.passage != c.passage || m.last.word > k || m.name == "" {
				return nil
			}
			for i := m.last.word + 1; i < k; i++ { // “The union that Doe leads issued a | statement”
				if r.predicate(i) && !r.auxiliary(r.lower(i)) {
					return nil
				}
			}
			return m
		}
		break
	}
	return nil
}

// issued returns whose statement “it” is, of which the sentence before speaks: “Doe issued a statement. | “I am sorry,” it read.”
func (c *cast) issued(s *sought) *member {
	if w := s.r.lower(s.words.First); w != "it" || c.wrote != c.passage-1 {
		return nil
	}
	return c.author
}

// authorOf returns who made the report or poll that a noun means, which was spoken of just now; nil if nobody is known to
// have: “A poll by Norvik said so. | The poll”, “Doe said so in a letter. | The letter”.
func (c *cast) authorOf(s *sought) *member {
	switch r, noun := s.r, s.noun; {
	case c.passage-c.wrote > 2 || lexicon.ActOf(r.lang, lexicon.NounCue, noun, "") != lexicon.Writing:
		return nil
	case c.author == nil && c.writing == noun && c.voice != nil && c.voice.spoke == c.wrote:
		return c.voice
	}
	return c.author
}
