// Package index keeps documents with their statements in one file and finds
// those that may bear on a quotation or a claim. It proposes and decides nothing:
// a score is for ranking, and for saying that nothing was found.
//
//	w, err := index.OpenForWriting(path, time.Minute)
//	w.Add([]index.Entry{{Document: doc, Statements: claims.Extract(doc)}})
//	w.Commit()
//	w.Close()
//
//	x, err := index.Open(path)
//	hits, err := x.Search(index.Query{Text: "M23 has captured Walikale"}, 50)
//	hits, err = x.Passages("almost without a fight", "en", 20)
//	entry, err := x.Entry(hits[0].Document)
//
// # The file
//
// The file is a bbolt database with a few large values: a manifest, and a value
// a segment, several for one of more than 128 MB. A segment is immutable and holds the documents of one batch; a
// document that is replaced or removed is marked dead in the manifest; small
// segments are merged as they become many. A batch is written in one transaction
// with the manifest that knows of it, so that whoever kills the process, or
// whatever fills the disk, a batch is there as a whole or not at all. Every byte
// of ours is covered by a CRC-32C that is checked before the byte is used, chunk
// by chunk as they are touched.
//
//	file.go       opening, the manifest's and the segments' place in bbolt
//	manifest.go   the list of segments and dead documents
//	container.go  parts, checksums
//	piece.go      a segment in one value or in several
//	tier.go       which segments become one
//	merge.go      how they do
//	resident.go   what of them is kept in memory
//	build.go      what the parts hold, how a segment is made
//	living.go     what is dead, and what is common among the living
//	order.go      which of equally good units comes first
//	words.go      texts as codes of words
//	postings.go   blocks of postings
//	codec.go      metadata, layout and statements of a document
//
// A unit of retrieval is a passage: the sentence or sentences around one or more
// statements, a sentence that no statement covers, or the head of a document
// (title and subtitle). Its terms are the folded, stemmed words of the passage and
// of its speaker's name; small numbers are one in words and in digits.
//
// What an older program would misread is a new version of the format, which it
// refuses by name; this one reads every version from the first on, and writes the
// newest (container.go). An index that is added to holds segments of both.
//
// Texts are not compressed by a general compressor but kept as the numbers of
// their words in the segment's vocabulary, by falling frequency, in one to three
// bytes. That takes a third of the text, lets any passage be read alone, and is the
// forward index that the second stage and the look-up of quotations read. There
// is no table of shingles: the words of a quotation are intersected, and the few
// passages that hold them all are read, which finds fragments of two words as well
// and costs no room.
//
// # The search
//
// The first stage ranks passages by BM25 with a constant mean length and
// contributions in whole numbers, by MaxScore over windows of 4096 passages with
// block maxima: exact, which a test compares with exhaustive scoring on thousands
// of queries. In an index of 5,000 passages and more it asks for the 28 rarest
// terms only, and of these for none that one passage in 50 holds (of 200,000 and
// more, one in 100) if six remain.
//
// The second stage reads the 64 best passages (200 when documents are asked for)
// word by word, beside the head of their document, and weighs what it finds:
// linear weights fitted by softmax regression. The sum, held against the mean of
// the documents from rank 5 to rank 25, which is what the query finds when there
// is nothing to be found, becomes a score between 0 and 1 by logistic regression.
// Both are fitted by
//
//	FACTCHECK_DATA=DIR go test -run Calibrate -v ./sources/index
//
// on the training tweets of CheckThat! 2022 2A and every other query of the spoken
// collection; FACTCHECK_ABLATION=1 prints the second table below, and TestQuality
// measures the whole.
//
// # What each stage is worth
//
// Mean average precision at 5, and the part of the queries whose right first
// answer stays above the score that lets 1, 5 and 10 % of the queries through once
// their answers are taken out; tweets against 14,231 checked claims.
//
//	                                     train (997)               dev (199)
//	BM25 of claim and head, the better   .797  .255 .395 .462      .903  .357 .533 .603
//	+ words of #tags, numbers in words   .824  .258 .398 .494      .922  .302 .503 .643
//	+ second stage                       .900  .389 .596 .708      .956  .638 .804 .844
//	+ score against the background       .900  .492 .687 .744      .956  .583 .824 .869
//
// The second stage without one of its features, fitted anew (train; dev; the odd
// half of the spoken queries, success at 1 and 5):
//
//	              MAP@5  kept 1 5 10 %    MAP@5  kept 1 5 10 %    @1   @5
//	all           .900  .497 .688 .746    .958  .583 .829 .874    .73  .90
//	no text       .889  .447 .653 .727    .957  .623 .799 .869    .54  .86
//	no head       .886  .447 .663 .715    .956  .477 .784 .839    .72  .90
//	no passage    .896  .492 .681 .749    .955  .543 .829 .874    .74  .90
//	no title      .900  .523 .654 .745    .960  .608 .814 .874    .72  .90
//	no numbers    .897  .465 .668 .739    .954  .568 .814 .864    .74  .90
//	no near       .879  .438 .628 .688    .940  .352 .724 .804    .73  .90
//	no far        .895  .479 .679 .738    .960  .683 .819 .894    .73  .90
//	no source     .900  .493 .673 .740    .960  .538 .819 .869    .73  .89
//	no asked      .899  .485 .680 .736    .955  .553 .814 .864    .71  .88
//	no missing    .899  .499 .669 .751    .957  .623 .839 .859    .71  .90
//
// What stands within four passages of the four best is proposed with them: a
// speech goes on about its subject without naming it again. Of all 235 spoken
// queries, success at 1, 5 and 50: .732 .881 .932 without, .728 .889 .945 with it.
//
// Order and distance of the words, coverage of the rarest words and of names, names
// of speakers in the query, the logarithm of the evidence and products of features
// were tried and paid nothing; nor did what the passages around hold as a feature,
// less weight for the dates and the signatures of tweets, or further evidence in the
// calibration (the gap to the next answers, the evidence in bits, boosted trees: of
// the ten best wrong answers on train six are right and unlabelled).
//
// With the rarest terms alone in the first stage of a large index (below) train
// stands at .902 and .517 .690 .741, dev at .962 and .593 .849 .894, the odd spoken
// queries at .73 and .91.
//
// # Speed and size
//
// A million statements, 249 MB of made-up text (go run -C fixtures/bench . -n
// 1000000), on a virtual machine of two cores with other work, processor time a
// query of 10 to 25 words for the best 50: half of them 3.7 ms, 99 in 100 at most
// 8 ms; bleve 2.6 at the same time 53 and 214 ms, SQLite FTS5 with the six rarest
// words 148 and 834 ms. A third is the first stage, a quarter reading what is not in
// memory, a fifth the words of the candidates, a sixth the look-up of terms in 11
// segments, which are five since full batches are merged: with them half of the queries take
// 1.43 ms where they took 1.76 in the same minutes. 100 MB are resident after 50 queries. The file takes 239 MB, all documents included: a third of it codes
// of words, a quarter postings. Building takes 42 s and 336 MB.
//
// # Ten million documents
//
// Not measured: reckoned from a million statements in 200,000 documents, 249 MB, of
// which ten million such documents are fifty times as much. Finding their statements
// takes 7 hours of one core (0.5 MB/s, see claims), making the index an hour, half of it
// merges. The file takes 13 GB. It has 15 to 24 segments: full batches are merged by four,
// term by term, up to some four million passages, 0.9 GB, made in a file beside the index
// and written in pieces of 128 MB, so that memory does not grow with them (measured: two
// million statements, the largest segment 1.3 million passages, made in 6.5 s; 550 MB
// resident at most, pages of files included, where one of 400,000 takes 450). A merge of the
// largest takes 20 s, once in 40 full batches, and only a full batch pays for it. A query looks each of its terms up in all segments, 0.7 ms, and reads ten times the
// postings (from 100,000 statements to a million it was four times the time): 22 ms, 2.2 s
// of processor time for a draft of 50 statements that asks twice for each. Who is credited
// with them all takes 3 minutes. That is a desk's limit, not an archive's: beyond it stands a
// cluster (package opensearch).
//
// # Limits
//
// Words match by stem: no synonyms, and nothing across languages. The source and
// the speaker of a query raise, and do not filter. Scores move a little when the
// index grows, because the weight of a word does; they do not depend on how it grew,
// but that records of one file, the lines of a transcript, stand beside each other as
// they were added.
package index
