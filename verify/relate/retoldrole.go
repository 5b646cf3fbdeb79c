package relate

import "factcheck/verify/reason"

// otherRole looks for a verb that statement and passage share with the names
// before and after it exchanged: "Amani leads Tembo", "Tembo leads Amani".
func (a *Account) otherRole(near []int, passages []*Analysis, q *Analysis) (Retelling, bool) {
	for k := range q.terms {
		t := &q.terms[k]
		if t.value > 0 || t.proper() || t.class != content || q.turns(k) {
			continue
		}
		before, after := q.namesBy(k)
		if len(before) == 0 || len(after) == 0 {
			continue
		}
		for _, i := range near {
			p := passages[i]
			if s := a.overlay(p, q, -1, -1); s.otherTime || s.got < 5 || s.share() < 0.8 {
				continue
			}
			for j := range p.terms {
				if s := &p.terms[j]; s.stem != t.stem || s.class != content || p.turns(j) || p.passive(j) != q.passive(k) {
					continue
				}
				x, y := p.namesBy(j)
				if b, c := p.sharedName(x, q, after), p.sharedName(y, q, before); b >= 0 && c >= 0 && p.sharedName(x, q, before) < 0 && p.sharedName(y, q, after) < 0 {
					return clash(i, reason.Role, p, [2]int{b, c + 1}, q, [2]int{before[0], after[len(after)-1] + 1}), true
				}
			}
		}
	}
	return Retelling{}, false
}

// namesBy returns the terms of names within a few words before and after term k, in
// its clause.
func (a *Analysis) namesBy(k int) (before, after []int) {
	for i := max(0, k-5); i < min(len(a.terms), k+6); i++ {
		t := &a.terms[i]
		if t.class != content || t.flags&capital == 0 && t.flags&opening == 0 || t.value > 0 || t.zone != a.terms[k].zone || i == k {
			continue
		}
		if c := a.words[t.word].In(a.side.Text)[0]; c < 'A' || c > 'Z' {
			continue
		}
		if i < k {
			before = append(before, i)
		} else {
			after = append(after, i)
		}
	}
	return before, after
}

// sharedName returns the first of some terms that is one of those of q, -1 if none is.
func (a *Analysis) sharedName(is []int, q *Analysis, js []int) int {
	for _, i := range is {
		for _, j := range js {
			if a.terms[i].fold == q.terms[j].fold {
				return i
			}
		}
	}
	return -1
}

// passive reports whether "by" follows term k soon, or a form of "be" stands before
// it.
func (a *Analysis) passive(k int) bool {
	if k > 0 && a.terms[k-1].class == auxiliary {
		switch a.terms[k-1].fold {
		case "was", "were", "is", "are", "been", "being", "be":
			return len(a.terms[k].fold) < 4 || a.terms[k].fold[len(a.terms[k].fold)-3:] != "ing"
		}
	}
	for i := k + 1; i < min(len(a.terms), k+4); i++ {
		if a.terms[i].fold == "by" && (i+1 == len(a.terms) || a.terms[i+1].value == 0) {
			return true
		}
	}
	return false
}
