package model

// TagFeatures are the features by which word i is classed, classes[:i] being known.
// One pass from left to right suffices: what stands to the right is seen as words.
func (l Lexicon) TagFeatures(f *Features, forms []Form, classes []Class, i int) {
	f.N = 0
	w := forms[i]
	p1, p2, n1, n2 := Boundary, Boundary, Boundary, Boundary
	var t1, t2 Class
	if i > 0 {
		p1, t1 = forms[i-1], classes[i-1]
	}
	if i > 1 {
		p2, t2 = forms[i-2], classes[i-2]
	}
	if i+1 < len(forms) {
		n1 = forms[i+1]
	}
	if i+2 < len(forms) {
		n2 = forms[i+2]
	}
	word, shape, suffix := uint64(w.Word), uint64(w.Shape), w.Suffix
	suffix2, suffix3 := uint64(suffix&0xFFFF), uint64(suffix&0xFFFFFF)
	cluster, dictionary := uint64(w.Lexical&ClusterMask), uint64(w.Lexical&MarksMask)
	coarse := uint64(l.Coarse(w.Lexical))
	tt := uint64(t1)<<8 | uint64(t2)
	ncl, ncoarse := uint64(n1.Lexical&0xFFFF), uint64(l.Coarse(n1.Lexical))

	f.add(hash1(0, word))
	f.add(hash2(1, word, shape))
	f.add(hash1(2, uint64(suffix)))
	f.add(hash2(3, suffix3, dictionary))
	f.add(hash2(4, suffix2, shape))
	f.add(hash2(5, uint64(w.Prefix), shape))
	f.add(hash2(6, shape, dictionary))
	f.add(hash2(7, cluster, shape))
	f.add(hash2(8, cluster, dictionary))
	f.add(hash2(9, uint64(t1), dictionary|shape))
	f.add(hash1(10, tt))
	f.add(hash2(11, tt, word))
	f.add(hash2(12, uint64(t1), word))
	f.add(hash2(13, tt, suffix3))
	f.add(hash2(14, tt, coarse|dictionary))
	f.add(hash1(15, uint64(p1.Word)))
	f.add(hash2(16, uint64(p1.Word), word))
	f.add(hash2(17, uint64(p1.Word), suffix3|dictionary<<32))
	f.add(hash1(18, uint64(p2.Word)))
	f.add(hash1(19, uint64(n1.Word)))
	f.add(hash2(20, uint64(n1.Word), word))
	f.add(hash2(21, uint64(n1.Word), suffix3))
	f.add(hash2(22, uint64(n1.Suffix&0xFFFFFF), word))
	f.add(hash2(23, uint64(n1.Suffix&0xFFFFFF), dictionary|shape))
	f.add(hash2(24, ncl, dictionary|shape))
	f.add(hash2(25, uint64(n1.Shape)<<16|uint64(n1.Lexical&MarksMask), word))
	f.add(hash1(26, uint64(n2.Word)))
	f.add(hash3(27, uint64(p1.Word), uint64(n1.Word), dictionary|shape))
	f.add(hash3(28, uint64(t1), ncoarse|uint64(n1.Shape)<<8, coarse|dictionary|shape<<32))
	f.add(hash2(29, word, uint64(p1.Shape)<<8|uint64(n1.Shape)))
	f.add(hash3(30, uint64(t1), uint64(n1.Lexical&MarksMask)<<32|uint64(n1.Suffix&0xFFFF), suffix2<<32|dictionary))
	f.add(hash3(31, tt, dictionary|shape, uint64(n1.Word)))
	f.add(hash2(32, uint64(n1.Word), uint64(n2.Word)))
	f.add(hash2(33, uint64(p1.Word), uint64(p2.Word)))
	f.add(hash2(34, uint64(n1.Lexical&0xFFFF), uint64(n2.Lexical&0xFFFF)))
	u, u1, u2 := uint64(w.Lexical&ClassMask), uint64(n1.Lexical&ClassMask), uint64(n2.Lexical&ClassMask)<<8
	f.add(hash3(36, uint64(t1), u, u1))
	f.add(hash3(37, u, u1, u2))
	f.add(hash2(38, word, u1))
	f.add(hash3(39, word, u1, u2))
	f.add(hash3(40, uint64(t1), word, u1))
	f.add(hash3(41, uint64(t1), suffix3<<32|dictionary, u1))
	f.add(hash3(42, tt, u, u1))
	f.add(hash3(35, uint64(t1), uint64(n2.Suffix&0xFFFF)<<32|uint64(n1.Suffix&0xFFFF), dictionary|shape))
}

// Tags classes the words of a sentence.
func (m *Model) Tags(dst []Class, forms []Form) []Class {
	var f Features
	var scores [WideRow]uint16
	first := len(dst)
	for i := range forms {
		m.Lexicon.TagFeatures(&f, forms, dst[first:], i)
		m.Tagger.Sum(&f, &scores)
		dst = append(dst, Class(greatest(scores[:], 1)))
	}
	return dst
}

// greatest returns the index of the greatest score from first on, the least one
// of equals.
func greatest(scores []uint16, first int) int {
	best := first
	for c := first + 1; c < len(scores); c++ {
		if scores[c] > scores[best] {
			best = c
		}
	}
	return best
}
