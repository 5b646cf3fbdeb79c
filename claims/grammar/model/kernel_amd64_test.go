package model

// plainly calls do without the processor's wide instructions, and without the widest.
func plainly(do func()) {
	a, b := wide, wider
	defer func() { wide, wider = a, b }()
	wider = false
	do()
	wide = false
	do()
}
