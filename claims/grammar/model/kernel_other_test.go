//go:build !amd64 && !arm64

package model

// plainly calls do without the processor's wide instructions.
func plainly(do func()) { do() }
