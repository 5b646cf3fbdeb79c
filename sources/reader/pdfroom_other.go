//go:build !unix && !nopdf

package reader

// reserve returns n bytes; those of a new allocation take no memory until they are written to.
func reserve(n uint64) []byte { return make([]byte, n) }

func unreserve([]byte) {}
