#include "textflag.h"

// The constants of float.go.
DATA floats<>+0(SB)/4, $0x7FFFFFFF
DATA floats<>+4(SB)/4, $0x3FB8AA3B
DATA floats<>+8(SB)/4, $0x4B400000
DATA floats<>+12(SB)/4, $0x3F318000
DATA floats<>+16(SB)/4, $0xB95E8083
DATA floats<>+20(SB)/4, $0x39506967
DATA floats<>+24(SB)/4, $0x3AB743CE
DATA floats<>+28(SB)/4, $0x3C088908
DATA floats<>+32(SB)/4, $0x3D2AA9C1
DATA floats<>+36(SB)/4, $0x3E2AAAAA
DATA floats<>+40(SB)/4, $0x3F000000
DATA floats<>+44(SB)/4, $0x3F800000
DATA floats<>+48(SB)/4, $0xC2AE0000
DATA floats<>+52(SB)/4, $0x3F3504F3
DATA floats<>+56(SB)/4, $0x3EA7BA05
DATA floats<>+60(SB)/4, $0x3F87DC22
DATA floats<>+64(SB)/4, $0xBFBA00E3
DATA floats<>+68(SB)/4, $0x3FB5F0E3
DATA floats<>+72(SB)/4, $0xBE91A98E
DATA floats<>+76(SB)/4, $0x3E827906
DATA floats<>+80(SB)/4, $0x3F000000
DATA floats<>+84(SB)/4, $0x40000000
DATA floats<>+88(SB)/4, $0x0000007F
GLOBL floats<>(SB), RODATA|NOPTR, $92

#define ABS floats<>+0(SB)
#define LOG2E floats<>+4(SB)
#define MAGIC floats<>+8(SB)
#define LN2HI floats<>+12(SB)
#define LN2LO floats<>+16(SB)
#define P0 floats<>+20(SB)
#define P1 floats<>+24(SB)
#define P2 floats<>+28(SB)
#define P3 floats<>+32(SB)
#define P4 floats<>+36(SB)
#define P5 floats<>+40(SB)
#define ONE floats<>+44(SB)
#define LOW floats<>+48(SB)
#define RSQRT2 floats<>+52(SB)
#define AS floats<>+56(SB)
#define A5 floats<>+60(SB)
#define A4 floats<>+64(SB)
#define A3 floats<>+68(SB)
#define A2 floats<>+72(SB)
#define A1 floats<>+76(SB)
#define HALF floats<>+80(SB)
#define TWO floats<>+84(SB)
#define B127 floats<>+88(SB)

// FOLD adds the lanes of Y, whose lower half is X, into the first of X by way of T.
#define FOLD(Y, X, T) \
	VEXTRACTF128 $1, Y, T \
	VADDPS T, X, X \
	VMOVHLPS X, X, T \
	VADDPS T, X, X \
	VMOVSHDUP X, T \
	VADDSS T, X, X

// EXP makes e to the X of X, which is at most 0. Y8 is LOG2E, Y9 MAGIC, Y10 ONE;
// A, B, C, D are its own.
#define EXP(X, A, B, C, D) \
	VBROADCASTSS LOW, D \
	VCMPPS $14, D, X, D \
	VMULPS Y8, X, A \
	VADDPS Y9, A, A \
	VSUBPS Y9, A, A \
	VBROADCASTSS LN2HI, B \
	VMULPS B, A, B \
	VSUBPS B, X, X \
	VBROADCASTSS LN2LO, B \
	VMULPS B, A, B \
	VSUBPS B, X, X \
	VCVTPS2DQ A, A \
	VPBROADCASTD B127, B \
	VPADDD B, A, A \
	VPSLLD $23, A, A \
	VBROADCASTSS P0, B \
	VMULPS X, B, B \
	VBROADCASTSS P1, C \
	VADDPS C, B, B \
	VMULPS X, B, B \
	VBROADCASTSS P2, C \
	VADDPS C, B, B \
	VMULPS X, B, B \
	VBROADCASTSS P3, C \
	VADDPS C, B, B \
	VMULPS X, B, B \
	VBROADCASTSS P4, C \
	VADDPS C, B, B \
	VMULPS X, B, B \
	VBROADCASTSS P5, C \
	VADDPS C, B, B \
	VMULPS X, B, B \
	VMULPS X, B, B \
	VADDPS X, B, B \
	VADDPS Y10, B, B \
	VMULPS A, B, X \
	VANDPS D, X, X

// func greatest8(eights int, x *float32) float32
TEXT ·greatest8(SB), NOSPLIT, $0-20
	MOVQ eights+0(FP), CX
	MOVQ x+8(FP), SI
	VBROADCASTSS ABS, Y2
	VXORPS Y0, Y0, Y0
greatest:
	VANDPS (SI), Y2, Y1
	VMAXPS Y1, Y0, Y0
	ADDQ $32, SI
	DECQ CX
	JNZ  greatest
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VMOVHLPS X0, X0, X1
	VMAXPS X1, X0, X0
	VMOVSHDUP X0, X1
	VMAXSS X1, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func shorten16(sixteens int, dst *int16, x *float32, by float32)
TEXT ·shorten16(SB), NOSPLIT, $0-28
	MOVQ sixteens+0(FP), CX
	MOVQ dst+8(FP), DI
	MOVQ x+16(FP), SI
	VBROADCASTSS by+24(FP), Y2
shorten:
	VMULPS (SI), Y2, Y0
	VMULPS 32(SI), Y2, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  shorten
	VZEROUPPER
	RET

// func widen8(eights int, dst *float32, sums *int32, scale float32, scales, bias *float32)
TEXT ·widen8(SB), NOSPLIT, $0-48
	MOVQ eights+0(FP), CX
	MOVQ dst+8(FP), DI
	MOVQ sums+16(FP), SI
	VBROADCASTSS scale+24(FP), Y2
	MOVQ scales+32(FP), AX
	MOVQ bias+40(FP), DX
widen:
	VCVTDQ2PS (SI), Y0
	VMULPS (AX), Y0, Y0
	VMULPS Y2, Y0, Y0
	VADDPS (DX), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, AX
	ADDQ $32, DX
	DECQ CX
	JNZ  widen
	VZEROUPPER
	RET

// func add8(eights int, x, y *float32)
TEXT ·add8(SB), NOSPLIT, $0-24
	MOVQ eights+0(FP), CX
	MOVQ x+8(FP), DI
	MOVQ y+16(FP), SI
add:
	VMOVUPS (DI), Y0
	VADDPS (SI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  add
	VZEROUPPER
	RET

// func powers8(eights int, x *float32, top float32) float32
TEXT ·powers8(SB), NOSPLIT, $0-28
	MOVQ eights+0(FP), CX
	MOVQ x+8(FP), SI
	VBROADCASTSS top+16(FP), Y7
	VBROADCASTSS LOG2E, Y8
	VBROADCASTSS MAGIC, Y9
	VBROADCASTSS ONE, Y10
	VXORPS Y6, Y6, Y6
powers:
	VMOVUPS (SI), Y0
	VSUBPS Y7, Y0, Y0
	EXP(Y0, Y1, Y2, Y3, Y4)
	VMOVUPS Y0, (SI)
	VADDPS Y0, Y6, Y6
	ADDQ $32, SI
	DECQ CX
	JNZ  powers
	FOLD(Y6, X6, X1)
	VMOVSS X6, ret+24(FP)
	VZEROUPPER
	RET

// func gelu8(eights int, x *float32)
TEXT ·gelu8(SB), NOSPLIT, $0-16
	MOVQ eights+0(FP), CX
	MOVQ x+8(FP), SI
	VBROADCASTSS LOG2E, Y8
	VBROADCASTSS MAGIC, Y9
	VBROADCASTSS ONE, Y10
	VBROADCASTSS ABS, Y11
	VBROADCASTSS RSQRT2, Y12
	VBROADCASTSS AS, Y13
	VBROADCASTSS HALF, Y14
	VBROADCASTSS TWO, Y15
gelu:
	VMOVUPS (SI), Y0
	VMULPS Y12, Y0, Y1
	VANDPS Y11, Y1, Y1       // a
	VMULPS Y13, Y1, Y2
	VADDPS Y2, Y10, Y2
	VDIVPS Y2, Y10, Y2       // t
	VBROADCASTSS A5, Y3
	VMULPS Y2, Y3, Y3
	VBROADCASTSS A4, Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y2, Y3, Y3
	VBROADCASTSS A3, Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y2, Y3, Y3
	VBROADCASTSS A2, Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y2, Y3, Y3
	VBROADCASTSS A1, Y4
	VADDPS Y4, Y3, Y3
	VMULPS Y2, Y3, Y3        // p times t
	VMULPS Y1, Y1, Y1
	VXORPS Y4, Y4, Y4
	VSUBPS Y1, Y4, Y1        // -a times a
	EXP(Y1, Y4, Y5, Y6, Y7)
	VMULPS Y1, Y3, Y3        // tail
	VSUBPS Y3, Y15, Y4
	VBLENDVPS Y0, Y3, Y4, Y4
	VMULPS Y14, Y0, Y0
	VMULPS Y4, Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	DECQ CX
	JNZ  gelu
	VZEROUPPER
	RET

// func norm8(eights int, x, gain, bias *float32, n, epsilon float32)
TEXT ·norm8(SB), NOSPLIT, $0-40
	MOVQ eights+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ gain+16(FP), AX
	MOVQ bias+24(FP), DX
	VMOVSS n+32(FP), X8
	VXORPS Y0, Y0, Y0
	MOVQ CX, R8
	MOVQ SI, DI
mean:
	VADDPS (DI), Y0, Y0
	ADDQ $32, DI
	DECQ R8
	JNZ  mean
	FOLD(Y0, X0, X1)
	VDIVSS X8, X0, X0
	VBROADCASTSS X0, Y0
	VXORPS Y2, Y2, Y2
	MOVQ CX, R8
	MOVQ SI, DI
less:
	VMOVUPS (DI), Y1
	VSUBPS Y0, Y1, Y1
	VMOVUPS Y1, (DI)
	VMULPS Y1, Y1, Y1
	VADDPS Y1, Y2, Y2
	ADDQ $32, DI
	DECQ R8
	JNZ  less
	FOLD(Y2, X2, X1)
	VDIVSS X8, X2, X2
	VADDSS epsilon+36(FP), X2, X2
	VSQRTSS X2, X2, X2
	VMOVSS ONE, X3
	VDIVSS X2, X3, X3
	VBROADCASTSS X3, Y3
stretch:
	VMULPS (SI), Y3, Y0
	VMULPS (AX), Y0, Y0
	VADDPS (DX), Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	ADDQ $32, AX
	ADDQ $32, DX
	DECQ CX
	JNZ  stretch
	VZEROUPPER
	RET

// func dot8(eights int, x, y *float32) float32
TEXT ·dot8(SB), NOSPLIT, $0-28
	MOVQ eights+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DI
	VXORPS Y0, Y0, Y0
dot:
	VMOVUPS (SI), Y1
	VMULPS (DI), Y1, Y1
	VADDPS Y1, Y0, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  dot
	FOLD(Y0, X0, X1)
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET
