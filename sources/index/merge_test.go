package index

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// made returns the segment of some documents.
func made(t *testing.T, entries ...Entry) *segment {
	t.Helper()
	b := newBuilder()
	for i := range entries {
		b.add(&entries[i])
	}
	_, data := b.finish(1)
	s, err := openSegment(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// outline lists all that a segment says but the numbers of its words: its documents, units,
// and its terms with their postings and the words that have them.
func outline(s *segment) (list []string) {
	for i := range s.docs {
		e := s.entry(i)
		list = append(list, fmt.Sprintf("document %d: %v %+v %+v", i, s.date(i), *e.Document, e.Statements), fmt.Sprint(s.find(e.Document.ID)))
	}
	for u := range s.units {
		k := s.unit(u)
		var terms []string
		for _, t := range s.unitTerms(nil, k) {
			name := "none"
			if t != noTerm {
				name = fmt.Sprint(s.termName(t&^commonTerm), t&commonTerm != 0)
			}
			terms = append(terms, name)
		}
		list = append(list, fmt.Sprint("unit ", u, k.doc, k.serial, k.passage, k.words, s.p[partLengths].all()[u], terms))
	}
	for block := range s.termBlocks() {
		s.scan(block, nil, func(ref termRef, name []byte) bool {
			line := fmt.Sprint("term ", string(name), ref.place, ref.units)
			var c cursor
			for s.openPostings(&c, ref); c.next(); {
				line += fmt.Sprint(" ", c.unit[c.at], c.times[c.at])
			}
			list = append(list, line)
			return true
		})
	}
	return list
}

// TestMerged: segments that are merged are the segment that would have been made of their
// living documents, and of the dead nothing is left.
func TestMerged(t *testing.T) {
	all := corpus(5, 90)
	for i := range all {
		if i%4 == 1 {
			all[i].Document.Lang = "fr" // the same spellings have other terms
		}
	}
	all[7].Document.Release.Withdrawn = true
	all[8].Document.Title, all[8].Document.Subtitle = "", ""
	all = append(all, document("odd", "Zanzibar", "Nobodyelse says zanzibaresque things."), town(1), versions()[0])
	dead := [][]uint32{{0, 3, 29}, nil, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {30}}
	var m merger
	var living []Entry
	first := 0
	for i, n := range []int{30, 20, 10, 33} {
		part := all[first : first+n]
		first += n
		m.add(made(t, part...), dead[i])
		for k, e := range part {
			if _, gone := slices.BinarySearch(dead[i], uint32(k)); !gone {
				living = append(living, e)
			}
		}
	}
	info, data := m.finish(7)
	got, err := openSegment(data.bytes(0, data.size), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := got.check(&info); err != nil {
		t.Error(err)
	}
	b := newBuilder()
	for i := range living {
		b.add(&living[i])
	}
	want, _ := b.finish(7)
	if info.size, info.sum = want.size, want.sum; !reflect.DeepEqual(info, want) {
		t.Errorf("the list says %+v, not %+v", info, want)
	}
	a, c := outline(got), outline(made(t, living...))
	for i := range min(len(a), len(c)) {
		if a[i] != c[i] {
			t.Fatalf("got  %s\nwant %s", a[i], c[i])
		}
	}
	if len(a) != len(c) {
		t.Errorf("%d lines, not %d", len(a), len(c))
	}
	if ref := got.term(term("en", "zanzibaresque")); ref.hi != 0 {
		t.Error("a word of a dead document is still there")
	}
}

// TestDue: eight segments of one size become one, four of the largest that are merged; what is small does not
// pay for what is large, nor is one of the largest merged again.
func TestDue(t *testing.T) {
	for _, c := range []struct {
		name     string
		segments []int // units
		batch    int
		from     int
		bare     bool // without room in files
	}{
		{"four of 100,000", []int{400_000, 100_000, 100_000, 100_000}, 100_000, 1, false},
		{"three", []int{400_000, 100_000, 100_000}, 100_000, 3, false},
		{"eight of 10,000", []int{400_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000}, 10_000, 1, false},
		{"seven", []int{400_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000}, 10_000, 7, false},
		{"ten more", []int{400_000, 100_000, 100_000, 100_000}, 10, 4, false},
		{"four of 400,000", []int{400_000, 400_000, 400_000, 100_000, 100_000, 100_000}, 100_000, 0, false},
		{"four of 400,000 behind a larger", []int{1_600_000, 400_000, 400_000, 400_000, 100_000, 100_000, 100_000}, 100_000, 1, false},
		{"what an older program left", []int{700_000, 700_000, 700_000, 700_000, 700_000, 700_000, 700_000, 700_000}, 100_000, 0, false},
		{"without room in files", []int{700_000, 700_000, 700_000, 700_000, 700_000, 700_000, 700_000, 700_000}, 100_000, 8, true},
		{"a document more", []int{700_000, 700_000, 700_000, 700_000, 700_000, 700_000, 700_000, 700_000}, 10, 8, false},
		{"four of 1,600,000", []int{6_400_000, 1_600_000, 1_600_000, 1_600_000, 400_000, 400_000, 400_000, 100_000, 100_000, 100_000}, 100_000, 1, false},
		{"the largest", []int{6_400_000, 6_400_000, 6_400_000, 6_400_000}, 100_000, 4, false},
		{"as many as a merge may make", []int{3_200_000, 3_200_000, 3_200_000, 3_200_000, 3_200_000}, 100_000, 2, false},
		{"the smallest", []int{700_000, 10, 10, 10, 10, 10, 10, 10}, 10, 1, false},
	} {
		list := make([]segmentInfo, len(c.segments))
		for i, n := range c.segments {
			list[i].units, list[i].size = n, 300*n
		}
		if got := due(list, c.batch, !c.bare); got != c.from {
			t.Errorf("%s: from %d, not %d", c.name, got, c.from)
		}
	}
}
