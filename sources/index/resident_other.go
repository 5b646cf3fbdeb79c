//go:build !linux

package index

func mappedResident() int64 { return 0 }

func giveUp([]byte) {}
