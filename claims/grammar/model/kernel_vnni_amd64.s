#include "textflag.h"

// func hasVNNI() bool
// AVX-512 with the instructions that multiply and add pairs of 16 bits at once.
TEXT ·hasVNNI(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	MOVL $0, AX
	XORL CX, CX
	CPUID
	CMPL AX, $7
	JLT  no
	MOVL $1, AX
	XORL CX, CX
	CPUID
	ANDL $(1<<27 | 1<<28), CX
	CMPL CX, $(1<<27 | 1<<28)
	JNE  no
	XORL CX, CX
	XGETBV
	ANDL $0xE6, AX
	CMPL AX, $0xE6
	JNE  no
	MOVL $7, AX
	XORL CX, CX
	CPUID
	ANDL $(1<<16 | 1<<30), BX // F, BW
	CMPL BX, $(1<<16 | 1<<30)
	JNE  no
	ANDL $(1<<11), CX         // VNNI
	JZ   no
	MOVB $1, ret+0(FP)
no:
	RET

// func vnni8(blocks, pairs int, w *int16, x *int16, xrow int, y *int32, yrow int)
// All blocks of 16 outputs, eight rows; xrow and yrow are bytes from row to row.
TEXT ·vnni8(SB), NOSPLIT, $0-56
	MOVQ blocks+0(FP), BX
	MOVQ w+16(FP), SI
	MOVQ xrow+32(FP), R8
	MOVQ y+40(FP), DI
	MOVQ yrow+48(FP), R9
	LEAQ (R8)(R8*2), R10
	LEAQ (R9)(R9*2), R11
block8:
	MOVQ pairs+8(FP), CX
	MOVQ x+24(FP), AX
	LEAQ (AX)(R8*4), DX
	LEAQ (DI)(R9*4), R12
	VMOVDQU32 (DI), Z0
	VMOVDQU32 (DI)(R9*1), Z1
	VMOVDQU32 (DI)(R9*2), Z2
	VMOVDQU32 (DI)(R11*1), Z3
	VMOVDQU32 (R12), Z4
	VMOVDQU32 (R12)(R9*1), Z5
	VMOVDQU32 (R12)(R9*2), Z6
	VMOVDQU32 (R12)(R11*1), Z7
pair8:
	VMOVDQU32 (SI), Z8
	VPDPWSSD.BCST (AX), Z8, Z0
	VPDPWSSD.BCST (AX)(R8*1), Z8, Z1
	VPDPWSSD.BCST (AX)(R8*2), Z8, Z2
	VPDPWSSD.BCST (AX)(R10*1), Z8, Z3
	VPDPWSSD.BCST (DX), Z8, Z4
	VPDPWSSD.BCST (DX)(R8*1), Z8, Z5
	VPDPWSSD.BCST (DX)(R8*2), Z8, Z6
	VPDPWSSD.BCST (DX)(R10*1), Z8, Z7
	ADDQ $64, SI
	ADDQ $4, AX
	ADDQ $4, DX
	DECQ CX
	JNZ  pair8
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, (DI)(R9*1)
	VMOVDQU32 Z2, (DI)(R9*2)
	VMOVDQU32 Z3, (DI)(R11*1)
	VMOVDQU32 Z4, (R12)
	VMOVDQU32 Z5, (R12)(R9*1)
	VMOVDQU32 Z6, (R12)(R9*2)
	VMOVDQU32 Z7, (R12)(R11*1)
	ADDQ $64, DI
	DECQ BX
	JNZ  block8
	VZEROUPPER
	RET

// func vnni4(twos, pairs int, w *int16, x *int16, xrow int, y *int32, yrow int)
// Two blocks of 16 outputs at a time, four rows.
TEXT ·vnni4(SB), NOSPLIT, $0-56
	MOVQ twos+0(FP), BX
	MOVQ pairs+8(FP), R13
	MOVQ w+16(FP), SI
	MOVQ xrow+32(FP), R8
	MOVQ y+40(FP), DI
	MOVQ yrow+48(FP), R9
	LEAQ (R8)(R8*2), R10
	LEAQ (R9)(R9*2), R11
	SHLQ $6, R13              // bytes of a block
block4:
	MOVQ pairs+8(FP), CX
	MOVQ x+24(FP), AX
	VMOVDQU32 (DI), Z0
	VMOVDQU32 (DI)(R9*1), Z1
	VMOVDQU32 (DI)(R9*2), Z2
	VMOVDQU32 (DI)(R11*1), Z3
	VMOVDQU32 64(DI), Z4
	VMOVDQU32 64(DI)(R9*1), Z5
	VMOVDQU32 64(DI)(R9*2), Z6
	VMOVDQU32 64(DI)(R11*1), Z7
pair4:
	VMOVDQU32 (SI), Z8
	VMOVDQU32 (SI)(R13*1), Z9
	VPBROADCASTD (AX), Z10
	VPBROADCASTD (AX)(R8*1), Z11
	VPBROADCASTD (AX)(R8*2), Z12
	VPBROADCASTD (AX)(R10*1), Z13
	VPDPWSSD Z8, Z10, Z0
	VPDPWSSD Z8, Z11, Z1
	VPDPWSSD Z8, Z12, Z2
	VPDPWSSD Z8, Z13, Z3
	VPDPWSSD Z9, Z10, Z4
	VPDPWSSD Z9, Z11, Z5
	VPDPWSSD Z9, Z12, Z6
	VPDPWSSD Z9, Z13, Z7
	ADDQ $64, SI
	ADDQ $4, AX
	DECQ CX
	JNZ  pair4
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, (DI)(R9*1)
	VMOVDQU32 Z2, (DI)(R9*2)
	VMOVDQU32 Z3, (DI)(R11*1)
	VMOVDQU32 Z4, 64(DI)
	VMOVDQU32 Z5, 64(DI)(R9*1)
	VMOVDQU32 Z6, 64(DI)(R9*2)
	VMOVDQU32 Z7, 64(DI)(R11*1)
	ADDQ R13, SI
	ADDQ $128, DI
	DECQ BX
	JNZ  block4
	VZEROUPPER
	RET

// func vnni1(blocks, pairs int, w *int16, x *int16, y *int32)
// All blocks of 16 outputs, one row: six blocks at a time, then one, whose even and
// odd pairs have sums of their own, so that no sum waits for the one before.
TEXT ·vnni1(SB), NOSPLIT, $0-40
	MOVQ blocks+0(FP), BX
	MOVQ pairs+8(FP), R9
	MOVQ w+16(FP), SI
	MOVQ y+32(FP), DI
	MOVQ R9, R8
	SHLQ $6, R8               // bytes of a block
	LEAQ (R8)(R8*2), R10
	LEAQ (R8)(R8*4), R11
	CMPQ BX, $6
	JLT  rest
six:
	MOVQ R9, CX
	MOVQ x+24(FP), AX
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	VMOVDQU32 128(DI), Z2
	VMOVDQU32 192(DI), Z3
	VMOVDQU32 256(DI), Z4
	VMOVDQU32 320(DI), Z5
pair6:
	VPBROADCASTD (AX), Z8
	VPDPWSSD (SI), Z8, Z0
	VPDPWSSD (SI)(R8*1), Z8, Z1
	VPDPWSSD (SI)(R8*2), Z8, Z2
	VPDPWSSD (SI)(R10*1), Z8, Z3
	VPDPWSSD (SI)(R8*4), Z8, Z4
	VPDPWSSD (SI)(R11*1), Z8, Z5
	ADDQ $64, SI
	ADDQ $4, AX
	DECQ CX
	JNZ  pair6
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, 64(DI)
	VMOVDQU32 Z2, 128(DI)
	VMOVDQU32 Z3, 192(DI)
	VMOVDQU32 Z4, 256(DI)
	VMOVDQU32 Z5, 320(DI)
	ADDQ R11, SI
	ADDQ $384, DI
	SUBQ $6, BX
	CMPQ BX, $6
	JGE  six
rest:
	TESTQ BX, BX
	JZ   done
one:
	MOVQ R9, CX
	MOVQ x+24(FP), AX
	VMOVDQU32 (DI), Z0
	VPXORD Z1, Z1, Z1
	SHRQ $1, CX
	JZ   last
pair2:
	VPBROADCASTD (AX), Z8
	VPBROADCASTD 4(AX), Z9
	VPDPWSSD (SI), Z8, Z0
	VPDPWSSD 64(SI), Z9, Z1
	ADDQ $128, SI
	ADDQ $8, AX
	DECQ CX
	JNZ  pair2
last:
	TESTQ $1, R9
	JZ   even
	VPBROADCASTD (AX), Z8
	VPDPWSSD (SI), Z8, Z0
	ADDQ $64, SI
even:
	VPADDD Z1, Z0, Z0
	VMOVDQU32 Z0, (DI)
	ADDQ $64, DI
	DECQ BX
	JNZ  one
done:
	VZEROUPPER
	RET
