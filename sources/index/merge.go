package index

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// A merger makes one segment of the living documents of several.
type merger struct {
	room  []byte // in a file, for what is large
	rest  int    // the length of the parts when the room was last put to rest
	from  []*joined
	parts [partCount][]byte
	docs  []uint32 // the sum of the ID of each document
	info  segmentInfo
}

// take takes room in a folder for the merge of segments if it is large, and reports whether there is any.
func (j *merger) take(dir string, segments []segmentInfo) bool {
	size := 0
	for i := range segments {
		size += roomFor(segments[i].size)
	}
	if size <= pieceSize {
		return true
	}
	j.room = takeScratch(dir, size)
	return j.room != nil
}

// roomFor returns how many bytes may become of so many.
func roomFor(size int) int { return size + size/16 }

// divide gives each part its room, those that are there aside.
func (j *merger) divide() {
	at := 0
	for i := range j.parts {
		n := 0
		for _, s := range j.from {
			n += roomFor(len(s.p[i].b))
		}
		switch {
		case i == partLengths:
		case at+n <= len(j.room):
			j.parts[i] = j.room[at : at : at+n]
			at += n
		default:
			j.parts[i] = make([]byte, 0, n)
		}
	}
}

// spare lets the system write to the disk what the parts hold so far, and have the memory.
func (j *merger) spare() {
	if j.room == nil {
		return
	}
	n := 0
	for _, p := range j.parts {
		n += len(p)
	}
	if n-j.rest > mostCopied {
		giveUp(j.room)
		j.rest = n
	}
}

// joined is a segment with what its documents, words and terms become.
type joined struct {
	*segment
	dead []uint32
	used []uint32 // how often living documents hold each word
	term []uint32 // the new place of each term
	word []uint32 // the new number of each word
	long []uint32 // and its length
	unit []uint32 // of each unit; noUnit for those of dead documents
}

const noUnit = ^uint32(0)

// add adds a segment behind the others. What an older program wrote is made anew from its
// documents: its terms are others.
func (j *merger) add(s *segment, dead []uint32) {
	if s.c.version < version {
		b := newBuilder()
		for i := range s.docs {
			if _, gone := slices.BinarySearch(dead, uint32(i)); !gone {
				e := s.entry(i)
				b.add(&e)
			}
		}
		_, data := b.finish(0)
		anew, err := openSegment(data, nil)
		if err != nil {
			damaged("a segment made anew: %v", err)
		}
		s, dead = anew, nil
	}
	j.from = append(j.from, &joined{segment: s, dead: dead})
}

// finish returns the bytes of the new segment and what the list says of it.
func (j *merger) finish(number uint64) (segmentInfo, *sealed) {
	for _, s := range j.from {
		s.count(j)
	}
	j.divide()
	common := j.lists()
	for _, s := range j.from {
		s.copied.empty()
	}
	order := j.vocabulary(common)
	for i, w := range order {
		appendWord(&j.parts, i, w.spelling, w.term)
	}
	for _, s := range j.from {
		s.texts(j)
		s.copied.empty()
	}
	p := &j.parts
	p[partDocs] = appendUint32(p[partDocs], len(p[partMetas]), len(p[partBodies]), len(p[partCodes]), len(p[partCodes]), j.info.units, 0)
	p[partIDs] = idTable(j.docs)
	j.from = nil
	data := sealParts(p[:])
	data.scratch = j.room
	j.info.number, j.info.docs, j.info.size, j.info.sum = number, len(j.docs), data.size, headSum(data.runs[0])
	return j.info, data
}

// living calls f with each document that is not dead.
func (s *joined) living(f func(doc int)) {
	for i := range s.docs {
		if _, dead := slices.BinarySearch(s.dead, uint32(i)); !dead {
			f(i)
			s.spare()
		}
	}
}

// count counts the words of the living documents and numbers their units.
func (s *joined) count(j *merger) {
	s.used = make([]uint32, s.words)
	s.unit = make([]uint32, s.units)
	for i := range s.unit {
		s.unit[i] = noUnit
	}
	s.living(func(doc int) {
		for codes := s.p[partCodes].bytes(s.doc(doc, 2), s.doc(doc+1, 2)); len(codes) > 0; {
			n, size := code(codes)
			if size == 0 || int(n) >= s.words {
				damaged("a text cannot be decoded")
			}
			s.used[n]++
			codes = codes[size:]
		}
		for u := s.doc(doc, 4); u < s.doc(doc+1, 4); u++ {
			s.unit[u] = uint32(j.info.units)
			j.parts[partLengths] = append(j.parts[partLengths], s.p[partLengths].bytes(u, u+1)[0])
			j.info.units++
		}
	})
}

// lists merges the terms, in their order, with their postings, and returns which places
// are those of common ones. A term that nothing living holds is gone.
func (j *merger) lists() (common []bool) {
	walks := make([]*walk, len(j.from))
	for i, s := range j.from {
		s.term = make([]uint32, s.termBlocks()*termStep)
		walks[i] = newWalk(s)
	}
	lists := listWriter{parts: &j.parts}
	bound := func(p posting) uint8 { return saturationBound(p.count, j.parts[partLengths][p.unit]) }
	var list []posting
	for {
		name, some := "", false
		for _, w := range walks {
			if !w.done && (!some || w.name() < name) {
				name, some = w.name(), true
			}
		}
		if !some {
			return common
		}
		list, some = list[:0], false
		for _, w := range walks {
			if !w.done && w.name() == name {
				list = w.s.postings(list, w.ref())
				some = some || w.wanted[w.ref().place]
				w.s.term[w.ref().place] = uint32(lists.n)
				w.s.spare()
				w.next()
			}
		}
		if len(list) == 0 && !some {
			continue
		}
		j.spare()
		lists.add(name, list, bound)
		common = append(common, len(list)*commonPart > j.info.units)
	}
}

// postings appends what a list becomes.
func (s *joined) postings(list []posting, t termRef) []posting {
	var c cursor
	s.openPostings(&c, t)
	for ok := c.seek(0); ok; ok = c.next() {
		if u := s.unit[c.unit[c.at]]; u != noUnit {
			list = append(list, posting{u, c.times[c.at]})
		}
	}
	return list
}

// A walk goes through the terms of a segment in order.
type walk struct {
	s      *joined
	wanted []bool // places of terms that words of living documents have
	block  int
	names  []string // of the block at hand
	refs   []termRef
	at     int
	done   bool
}

func newWalk(s *joined) *walk {
	w := &walk{s: s, wanted: make([]bool, s.termBlocks()*termStep), block: -1}
	for i, n := range s.used {
		if t := s.p[partWordTerm].uint32(i); n > 0 && t != noTerm {
			if int(t&^commonTerm) >= len(w.wanted) {
				damaged("a word has a term that is not there")
			}
			w.wanted[t&^commonTerm] = true
		}
	}
	w.next()
	return w
}

func (w *walk) name() string { return w.names[w.at] }
func (w *walk) ref() termRef { return w.refs[w.at] }

func (w *walk) next() {
	if w.at++; w.at < len(w.names) {
		return
	}
	if w.block++; w.block >= w.s.termBlocks() {
		w.done = true
		return
	}
	w.names, w.refs, w.at = w.names[:0], w.refs[:0], 0
	w.s.scan(w.block, nil, func(ref termRef, name []byte) bool {
		w.names, w.refs = append(w.names, string(name)), append(w.refs, ref)
		return len(w.names) <= termStep
	})
	if len(w.names) == 0 || len(w.names) > termStep {
		damaged("the terms cannot be read")
	}
}

// spelled is a word of the new vocabulary. One spelling may have two terms, in two languages.
type spelled struct {
	spelling string
	term     uint32 // its place, with the mark of a common one
}

// vocabulary merges the words and returns them by falling frequency.
func (j *merger) vocabulary(common []bool) []spelled {
	number := map[spelled]uint32{}
	var words []spelled
	var count []uint32
	for _, s := range j.from {
		s.word, s.long = make([]uint32, s.words), make([]uint32, s.words)
		r := reader{b: s.p[partWords].all()}
		for i := range s.word {
			spelling := r.bytes(r.int())
			s.long[i] = uint32(len(spelling))
			if s.used[i] == 0 {
				continue
			}
			w := spelled{string(spelling), s.p[partWordTerm].uint32(i)}
			if w.term != noTerm {
				if w.term = s.term[w.term&^commonTerm]; common[w.term] {
					w.term |= commonTerm
				}
			}
			n, ok := number[w]
			if !ok {
				n = uint32(len(words))
				number[w] = n
				words, count = append(words, w), append(count, 0)
			}
			s.word[i] = n
			count[n] += s.used[i]
		}
		if r.bad {
			damaged("the vocabulary cannot be read")
		}
	}
	order := make([]uint32, len(words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(count[b], count[a]) })
	rank := make([]uint32, len(words))
	list := make([]spelled, len(words))
	for i, n := range order {
		rank[n], list[i] = uint32(i), words[n]
	}
	for _, s := range j.from {
		for i := range s.word {
			if s.used[i] > 0 {
				s.word[i] = rank[s.word[i]]
			}
		}
	}
	return list
}

// texts writes the living documents of a segment with their units.
func (s *joined) texts(j *merger) {
	p := &j.parts
	var old, now []int // where each word of a document begins
	s.living(func(doc int) {
		first := len(p[partUnits]) / unitRecord
		meta, body := len(p[partMetas]), len(p[partBodies])
		p[partMetas] = append(p[partMetas], s.p[partMetas].bytes(s.doc(doc, 0), s.doc(doc+1, 0))...)
		p[partBodies] = append(p[partBodies], s.p[partBodies].bytes(s.doc(doc, 1), s.doc(doc+1, 1))...)
		old, now = old[:0], now[:0]
		at, head := s.doc(doc, 2), s.doc(doc, 3)
		codes := s.p[partCodes].bytes(at, s.doc(doc+1, 2))
		for len(codes) > 0 {
			n, size := code(codes)
			if at < head {
				j.info.text += int(s.long[n])
			}
			old, now = append(old, at), append(now, len(p[partCodes]))
			p[partCodes] = appendCode(p[partCodes], s.word[n])
			codes, at = codes[size:], at+size
		}
		old, now = append(old, at), append(now, len(p[partCodes]))
		place := func(code int) int {
			k, ok := slices.BinarySearch(old, code)
			if !ok {
				damaged("a text does not begin where its table says")
			}
			return now[k]
		}
		p[partDocs] = appendUint32(p[partDocs], meta, body, place(s.doc(doc, 2)), place(head), first, s.doc(doc, 5))
		for u := s.doc(doc, 4); u < s.doc(doc+1, 4); u++ {
			record := len(p[partUnits])
			p[partUnits] = append(p[partUnits], s.p[partUnits].bytes(unitRecord*u, unitRecord*(u+1))...)
			code := p[partUnits][record+4:]
			binary.LittleEndian.PutUint32(code, uint32(place(int(binary.LittleEndian.Uint32(code)))))
		}
		j.docs = append(j.docs, s.sums()[doc])
		j.spare()
		r := reader{b: p[partMetas][meta:]}
		j.info.statements += r.statements()
	})
}
