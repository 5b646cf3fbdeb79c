#include "textflag.h"

// func hasAVX2() bool
TEXT ·hasAVX2(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	MOVL $0, AX
	XORL CX, CX
	CPUID
	CMPL AX, $7
	JLT  no
	MOVL $1, AX
	XORL CX, CX
	CPUID
	ANDL $(1<<27 | 1<<28), CX // OSXSAVE, AVX
	CMPL CX, $(1<<27 | 1<<28)
	JNE  no
	XORL CX, CX
	XGETBV
	ANDL $6, AX
	CMPL AX, $6
	JNE  no
	MOVL $7, AX
	XORL CX, CX
	CPUID
	ANDL $(1<<5), BX
	JZ   no
	MOVB $1, ret+0(FP)
no:
	RET

// func multiply4(pairs int, w *int16, x *int16, xrow int, y *int32, yrow int)
// One block of 16 outputs, four rows; xrow and yrow are bytes from row to row.
TEXT ·multiply4(SB), NOSPLIT, $0-48
	MOVQ pairs+0(FP), CX
	MOVQ w+8(FP), SI
	MOVQ x+16(FP), AX
	MOVQ xrow+24(FP), R8
	MOVQ y+32(FP), DI
	MOVQ yrow+40(FP), R9
	LEAQ (R8)(R8*2), R10
	LEAQ (R9)(R9*2), R11
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU (DI)(R9*1), Y2
	VMOVDQU 32(DI)(R9*1), Y3
	VMOVDQU (DI)(R9*2), Y4
	VMOVDQU 32(DI)(R9*2), Y5
	VMOVDQU (DI)(R11*1), Y6
	VMOVDQU 32(DI)(R11*1), Y7
loop4:
	VMOVDQU (SI), Y8
	VMOVDQU 32(SI), Y9
	VPBROADCASTD (AX), Y10
	VPBROADCASTD (AX)(R8*1), Y11
	VPMADDWD Y8, Y10, Y12
	VPMADDWD Y9, Y10, Y13
	VPMADDWD Y8, Y11, Y14
	VPMADDWD Y9, Y11, Y15
	VPADDD Y12, Y0, Y0
	VPADDD Y13, Y1, Y1
	VPADDD Y14, Y2, Y2
	VPADDD Y15, Y3, Y3
	VPBROADCASTD (AX)(R8*2), Y10
	VPBROADCASTD (AX)(R10*1), Y11
	VPMADDWD Y8, Y10, Y12
	VPMADDWD Y9, Y10, Y13
	VPMADDWD Y8, Y11, Y14
	VPMADDWD Y9, Y11, Y15
	VPADDD Y12, Y4, Y4
	VPADDD Y13, Y5, Y5
	VPADDD Y14, Y6, Y6
	VPADDD Y15, Y7, Y7
	ADDQ $64, SI
	ADDQ $4, AX
	DECQ CX
	JNZ  loop4
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, (DI)(R9*1)
	VMOVDQU Y3, 32(DI)(R9*1)
	VMOVDQU Y4, (DI)(R9*2)
	VMOVDQU Y5, 32(DI)(R9*2)
	VMOVDQU Y6, (DI)(R11*1)
	VMOVDQU Y7, 32(DI)(R11*1)
	VZEROUPPER
	RET

// func multiply1(blocks, pairs int, w *int16, x *int16, y *int32)
// All blocks of 16 outputs, one row.
TEXT ·multiply1(SB), NOSPLIT, $0-40
	MOVQ blocks+0(FP), BX
	MOVQ w+16(FP), SI
	MOVQ y+32(FP), DI
	MOVQ pairs+8(FP), R8
	SHLQ $6, R8               // bytes of a block
	CMPQ BX, $2
	JLT  odd
two:
	MOVQ pairs+8(FP), CX
	MOVQ x+24(FP), AX
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
loop2:
	VPBROADCASTD (AX), Y4
	VPMADDWD (SI), Y4, Y5
	VPMADDWD 32(SI), Y4, Y6
	VPMADDWD (SI)(R8*1), Y4, Y7
	VPMADDWD 32(SI)(R8*1), Y4, Y8
	VPADDD Y5, Y0, Y0
	VPADDD Y6, Y1, Y1
	VPADDD Y7, Y2, Y2
	VPADDD Y8, Y3, Y3
	ADDQ $64, SI
	ADDQ $4, AX
	DECQ CX
	JNZ  loop2
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	ADDQ R8, SI
	ADDQ $128, DI
	SUBQ $2, BX
	CMPQ BX, $2
	JGE  two
odd:
	TESTQ BX, BX
	JZ   done
	MOVQ pairs+8(FP), CX
	MOVQ x+24(FP), AX
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
loop1:
	VPBROADCASTD (AX), Y4
	VPMADDWD (SI), Y4, Y5
	VPMADDWD 32(SI), Y4, Y6
	VPADDD Y5, Y0, Y0
	VPADDD Y6, Y1, Y1
	ADDQ $64, SI
	ADDQ $4, AX
	DECQ CX
	JNZ  loop1
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
done:
	VZEROUPPER
	RET

// func narrow16(chunks int, dst *int16, sums *int32, shift uint64)
TEXT ·narrow16(SB), NOSPLIT, $0-32
	MOVQ chunks+0(FP), CX
	MOVQ dst+8(FP), DI
	MOVQ sums+16(FP), SI
	MOVQ shift+24(FP), AX
	VMOVQ AX, X3
	DECQ AX
	VMOVQ AX, X4
	VPCMPEQD Y5, Y5, Y5
	VPSRLD $31, Y5, Y5
	VPSLLD X4, Y5, Y5         // half of the last bit kept
loopn:
	VPADDD (SI), Y5, Y0
	VPADDD 32(SI), Y5, Y1
	VPSRAD X3, Y0, Y0
	VPSRAD X3, Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  loopn
	VZEROUPPER
	RET

// BEND turns 16 sums at SI into bend of them in OUT; Y13 is 1<<9, Y14 -32767.
#define BEND(SI, OUT, T) \
	VPADDD (SI), Y13, OUT \
	VPADDD 32(SI), Y13, T \
	VPSRAD $10, OUT, OUT \
	VPSRAD $10, T, T \
	VPACKSSDW T, OUT, OUT \
	VPERMQ $0xD8, OUT, OUT \
	VPMAXSW Y14, OUT, OUT \
	VPABSW OUT, T \
	VPMULHRSW T, OUT, T \
	VPSRAW $1, T, T \
	VPSUBW T, OUT, OUT

// func gates16(chunks int, sums *int32, c *int16, h *int16)
// The cells are 16 times chunks; the sums of the three gates follow each other.
TEXT ·gates16(SB), NOSPLIT, $0-32
	MOVQ chunks+0(FP), CX
	MOVQ sums+8(FP), SI
	MOVQ c+16(FP), DI
	MOVQ h+24(FP), DX
	MOVQ CX, R8
	SHLQ $6, R8
	LEAQ (SI)(R8*1), R9
	LEAQ (SI)(R8*2), R10
	MOVL $(1<<9), AX
	VMOVD AX, X13
	VPBROADCASTD X13, Y13
	MOVL $0x80018001, AX
	VMOVD AX, X14
	VPBROADCASTD X14, Y14
	MOVL $0x40004000, AX
	VMOVD AX, X15
	VPBROADCASTD X15, Y15
	MOVL $0x00020002, AX
	VMOVD AX, X12
	VPBROADCASTD X12, Y12
loopg:
	BEND(SI, Y0, Y3)
	BEND(R9, Y1, Y4)
	BEND(R10, Y2, Y5)
	VPADDSW Y15, Y0, Y0       // f
	VPADDSW Y15, Y2, Y2       // o
	VMOVDQU (DI), Y6
	VPSUBSW Y1, Y6, Y6        // c - z
	VPMULHRSW Y0, Y6, Y6
	VPADDW Y1, Y6, Y6         // the cell
	VMOVDQU Y6, (DI)
	VPMULHRSW Y2, Y6, Y6
	VPADDW Y12, Y6, Y6
	VPSRAW $2, Y6, Y6
	VMOVDQU Y6, (DX)
	ADDQ $64, SI
	ADDQ $64, R9
	ADDQ $64, R10
	ADDQ $32, DI
	ADDQ $32, DX
	DECQ CX
	JNZ  loopg
	VZEROUPPER
	RET

// func sumBytes16(chunks int, x *int16, table *byte, rows *int32, n int)
TEXT ·sumBytes16(SB), NOSPLIT, $0-40
	MOVQ chunks+0(FP), CX
	MOVQ x+8(FP), DI
	MOVQ table+16(FP), SI
	MOVQ rows+24(FP), R8
	MOVQ n+32(FP), R9
	MOVQ CX, R10
	SHLQ $4, R10              // bytes of a row
	XORQ R11, R11             // bytes done of a row
	MOVL $255, AX
	VMOVD AX, X4
	VPBROADCASTW X4, Y4       // the greatest sum that does not overflow
	MOVL $-256, AX
	VMOVD AX, X5
	VPBROADCASTW X5, Y5
chunk:
	VPXOR Y0, Y0, Y0
	XORQ R12, R12
row:
	MOVLQSX (R8)(R12*4), AX
	IMULQ R10, AX
	ADDQ R11, AX
	VPMOVSXBW (SI)(AX*1), Y1
	VPADDW Y1, Y0, Y0
	INCQ R12
	CMPQ R12, R9
	JLT  row
	VPMAXSW Y5, Y0, Y1
	VPMINSW Y4, Y1, Y2
	VPSLLW $7, Y2, Y2
	VPCMPGTW Y4, Y0, Y3       // too great: 32767
	VPSRLW $1, Y3, Y3
	VPOR Y3, Y2, Y2
	VMOVDQU Y2, (DI)
	ADDQ $32, DI
	ADDQ $16, R11
	DECQ CX
	JNZ  chunk
	VZEROUPPER
	RET

// func sumRows16(chunks int, x *int16, table *int16, rows *int32, n int)
TEXT ·sumRows16(SB), NOSPLIT, $0-40
	MOVQ chunks+0(FP), CX
	MOVQ x+8(FP), DI
	MOVQ table+16(FP), SI
	MOVQ rows+24(FP), R8
	MOVQ n+32(FP), R9
	MOVQ CX, R10
	SHLQ $5, R10
	XORQ R11, R11
chunkr:
	VMOVDQU (DI), Y0
	XORQ R12, R12
rowr:
	MOVLQSX (R8)(R12*4), AX
	IMULQ R10, AX
	ADDQ R11, AX
	VPADDW (SI)(AX*1), Y0, Y0
	INCQ R12
	CMPQ R12, R9
	JLT  rowr
	VMOVDQU Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, R11
	DECQ CX
	JNZ  chunkr
	VZEROUPPER
	RET

// func rectify16(chunks int, x *int16)
TEXT ·rectify16(SB), NOSPLIT, $0-16
	MOVQ chunks+0(FP), CX
	MOVQ x+8(FP), DI
	VPXOR Y0, Y0, Y0
loopz:
	VPMAXSW (DI), Y0, Y1
	VMOVDQU Y1, (DI)
	ADDQ $32, DI
	DECQ CX
	JNZ  loopz
	VZEROUPPER
	RET
