package index

import "factcheck/claims/date"

// Newest returns the number of documents in which something can be found, which what was
// withdrawn is not, and the date of the newest, zero if none is dated. It reads columns,
// no document.
func (x *Index) Newest() (documents int, newest date.Day, err error) {
	err = x.read(func() {
		for _, s := range x.segments {
			for i := range s.docs {
				if (len(s.dead) == 0 || !s.dead[uint32(i)]) && s.doc(i, 4) < s.doc(i+1, 4) {
					documents++
					newest = max(newest, s.date(i))
				}
			}
		}
	})
	return documents, newest, err
}
