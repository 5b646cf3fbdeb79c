package model

// plainly calls do without the processor's wide instructions.
func plainly(do func()) {
	defer func() { wide = true }()
	wide = false
	do()
}
