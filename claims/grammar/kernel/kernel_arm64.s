#include "textflag.h"

// ADD multiplies the 16-bit values of register n, the lower four with q 0 and the
// upper four with q 1, with one lane of register 0, and adds to the 32-bit values of
// register d: SMLAL and SMLAL2 by element, which the assembler does not name.
#define ADD(q, lane, n, d) \
	WORD $(0x0F402000 | (q<<30) | (((lane>>1)&1)<<21) | ((lane&1)<<20) | ((lane>>2)<<11) | (n<<5) | d)

// PAIR takes the weights of two inputs, those of lanes a and b, for 16 outputs.
#define PAIR(a, b) \
	VLD2.P 32(R1), [V4.H8, V5.H8] \
	VLD2.P 32(R1), [V6.H8, V7.H8] \
	ADD(0, a, 4, 16) \
	ADD(1, a, 4, 17) \
	ADD(0, a, 6, 18) \
	ADD(1, a, 6, 19) \
	ADD(0, b, 5, 16) \
	ADD(1, b, 5, 17) \
	ADD(0, b, 7, 18) \
	ADD(1, b, 7, 19)

// func multiply8(blocks, eights int, w *int16, x *int16, y *int32)
// All blocks of 16 outputs, one row of eight times eights inputs.
TEXT ·multiply8(SB), NOSPLIT, $0-40
	MOVD blocks+0(FP), R0
	MOVD w+16(FP), R1
	MOVD y+32(FP), R3
block:
	MOVD eights+8(FP), R4
	MOVD x+24(FP), R2
	VLD1 (R3), [V16.S4, V17.S4, V18.S4, V19.S4]
inputs:
	VLD1.P 16(R2), [V0.H8]
	PAIR(0, 1)
	PAIR(2, 3)
	PAIR(4, 5)
	PAIR(6, 7)
	SUBS $1, R4, R4
	BNE  inputs
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R3)
	SUBS $1, R0, R0
	BNE  block
	RET

// func addRow(eights int, x *int16, row *int16)
TEXT ·addRow(SB), NOSPLIT, $0-24
	MOVD eights+0(FP), R0
	MOVD x+8(FP), R1
	MOVD row+16(FP), R2
next:
	VLD1 (R1), [V0.H8]
	VLD1.P 16(R2), [V1.H8]
	VADD V1.H8, V0.H8, V0.H8
	VST1.P [V0.H8], 16(R1)
	SUBS $1, R0, R0
	BNE  next
	RET
