//go:build !unix

package entail

import "os"

// mapFile reads a file into memory.
func mapFile(path string) (data []byte, free func(), err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, nil, ErrForeign
	}
	data, err = os.ReadFile(path)
	return data, func() {}, err
}
