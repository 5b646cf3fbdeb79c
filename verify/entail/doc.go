// Package entail reads a source and a statement with a small network that was taught
// natural language inference, and says how likely it is that the one bears the other out,
// is silent on it, or contradicts it. The user brings the network: a cross-encoder of
// the BERT or DeBERTa-v2/v3 kind, such as cross-encoder/nli-deberta-v3-xsmall. Nothing is
// fetched from anywhere.
//
//	card, err := entail.Import("nli-deberta-v3-xsmall", "nli.model", entail.ImportOptions{})
//	m, err := entail.Open("nli.model")
//	s := m.Judge("The harbour board voted to close the pier.", "The pier is to be shut.")
//	ok, precision := m.Supports(s)
//
// # From a folder to a file
//
// Import reads weights (package weights), tokenizer (package token) and config.json, rounds
// each row of each matrix off to bytes, works out what DeBERTa makes of every distance
// between two words, and writes one file (file.go) that Open maps into memory. A file is
// written beside its place and then moved there, so there is never half of one.
//
// # The same answer everywhere
//
// Products are of integers: a byte of weight with a value of 14 bits, summed in 32, so that
// no order of adding changes a sum. What stands between them (norms, the shares of
// attention, GELU) is floating point of 32 bits in a fixed order, each step rounded
// (claims/grammar/kernel). One core or eight, AVX-512, AVX2 or plain Go: the scores are equal
// to the last bit, and tests hold them so.
//
// # The small head
//
// A published head tells what it was taught to tell, often on captions. Over the frozen encoder
// stands a layer of our own (head.go), fitted in Go on lessons.txt when a model is imported: 4,899
// statements on some 620 invented passages of news. Its thresholds come from heads fitted on four
// fifths of the passages and asked about the last. Supports and Contradicts are the scores
// above them; a model that was never checked supports nothing.
//
// # Measured
//
// A DeBERTa-v3-xsmall (12 layers of 384, bytes in ONNX), on one core of a server with AVX-512:
//
//	answers beside onnxruntime on the same weights as floats, 200 pairs   .0097 apart in the mean, .162 at most, all labels equal
//	processor time of a pair of 75 tokens                                  23 ms, three quarters of it in the products
//	import; open                                                           1.0 s, and two minutes of processor time to read the lessons and fit the head; 14 ms
//	memory                                                                 110 MB, of which 82 MB are the mapped file
//
// On 560 statements in other words, of passages that the head never saw, past the guards of package
// relate: supports 56 % at a precision of .978, contradictions 57 % at .993 (a sentence of the source alone brings nine of the supports); on the 6,718 of fixtures/reader, written by
// ten hands that knew nothing of the program, 37 % at .973 and 43 % at .981. What was tried and brought
// nothing on 2,778 others (average precision .93 of supports whatever the features): the eleventh layer, the
// greatest and least of each number, the pair read the other way round, a hidden layer, 1,776 more lessons;
// 1,229 more on plans and allegations cost three supports of 147 in whole drafts, and four errors found.
//
// No model comes with the program: the one that fixtures/reader trains, of 25 MB, reads single statements well enough,
// whole drafts not. Its figures stand there.
//
// # Limits
//
// Heads of 16 to 128 numbers, no convolution, no embeddings of another width, one file of
// weights up to 1 GB. Long texts are read in windows of 256 pieces that overlap; what no
// window holds together is not seen together. A statement in a language that the network was
// not taught gets scores all the same.
package entail
