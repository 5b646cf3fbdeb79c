package index

import "factcheck/claims/date"

// Newest returns the number of documents and the date of the newest, zero if none
// is dated. It reads a column of days, no document.
func (x *Index) Newest() (documents int, newest date.Day, err error) {
	err = x.read(func() {
		for _, s := range x.segments {
			for i := range s.docs {
				if len(s.dead) == 0 || !s.dead[uint32(i)] {
					documents++
					newest = max(newest, s.date(i))
				}
			}
		}
	})
	return documents, newest, err
}
