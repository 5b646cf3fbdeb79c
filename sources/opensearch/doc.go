// Package opensearch keeps an archive on a cluster of OpenSearch: for more statements than one
// machine holds, written by many and read by many. It finds documents and judges nothing, so
// that an archive gives the same findings on a cluster and in the file of package index.
//
//	addr, err := opensearch.Parse("opensearch://search.example:9200/news")
//	w, err := opensearch.OpenForWriting(ctx, addr, who)
//	w.Add(entries)
//	w.Commit()
//
//	e, err := opensearch.Open(ctx, addr, who)
//	archive := sources.NewArchiveOn(e, names)
//
// # What stands on the cluster
//
// One index an archive, made with the first document. Its mapping is strict and says in _meta
// of which form it is (Format) and which reading found the statements; whoever opens it compares
// the mapping, the analysis and the similarity with what it would have made, and refuses another
// (mapping.go).
//
//	a document   its metadata to be read by people and other programs, its sha256; and in
//	             columns entry, the document as read with its statements, packed as package index
//	             does; outline, what lists tell of it; the names that its statements are credited to
//	a passage    the terms it is found by, the pairs of words that follow each other in it,
//	             speakers, outlets, origins, language, date; on the shard of its document
//	a batch      what a writer is about to write, while it writes
//
// Terms are ours: folded and stemmed here, and sent as tokens that the cluster takes as they
// are. In the place of a term's frequency stands its impact, what the file's BM25 makes of count
// and length, in 1024ths; the similarity is weight times impact, and the weight comes with the
// query. So the cluster adds up what the file adds up, and neither the lengths nor the counts of
// its shards play a part, nor documents that were deleted and are still in its segments.
//
// # What is asked
//
// A draft is asked for as a whole (Ahead). How many passages hold each of its terms is counted, one
// small search a term, which the cluster answers from its dictionaries in a tenth of a
// millisecond. Then one request asks for the best passages of each statement: by the sum of impacts,
// and for a quotation by the pairs of its words, those that hold all of them in order first. What
// comes back are keys of documents, read from columns. These are fetched, unless they are in memory,
// and searched by the code that searches a file, over the counts of the whole archive
// (index.Whole): both stages, the alignment of quotations, what stands around the best. As
// the documents hold the best passages that there are, the answer is that of a file to the last bit. Sixteen
// passages more than the first stage hands on are asked for, since the cluster rounds.
//
// A document is read from its column, not from its source: the source is packed together with its
// neighbours', which must be unpacked to look into one, 0.2 to 0.4 ms of the cluster's time.
//
// Who is credited (sources show, quote --by, search --source) is asked of the names alone, page by page;
// then outlines are read, of the documents of those that are meant and of who may be the same person, and
// documents only for what somebody said. sources list and index list read all outlines and no document. An
// aggregation would not do: who is one source is decided here, by the names that the user has
// configured, a statement counts once for a source that it names twice, and roles stand in the order of IDs.
// index export writes every document and stats --digest sums them up: both read all that there is.
// index check reads the columns too, being there to find what is damaged, and names what something else wrote
// past factcheck: that has lost its columns, so that a question that meets it is refused, and lists may
// pass over it. On a hundred thousand
// statements in 20,000 documents, one node on two cores that others kept busy too (load 20):
//
//	                      from the source                  from columns
//	index list        8 to 10 s, 3.6 s of the cluster     0.6 to 1.4 s, 0.2 s
//	sources list     16 to 23 s, 8.4 s                    0.6 to 1.4 s, 0.2 s
//	index export     17 to 25 s, 8.7 s                    3.9 to 5.3 s, 1.6 s
//	stats --digest   19 to 27 s, 8.7 s                    3.1 to 5.0 s, 1.5 s
//	index check      11 to 13 s, 6 s                      3.9 to 5.2 s, 2.1 s
//
// An answer counts only if every shard gave its part in time. A shard that failed, a time that ran
// out, an answer too few: a named error, never the smaller answer. Where a node is lost and
// another has a copy, the cluster and the client turn there by themselves.
//
// # What never leaves
//
// Of the archive everything is on the cluster. Of a draft it sees the stemmed words of each statement
// with their weights, the pairs of words of a quotation, and the keys of documents that may answer:
// whoever reads its log learns what a draft is about. It never sees a draft's text, its name or its
// author. A password goes to the hosts of the address alone, is in no address and in no message.
//
// # Writing
//
// A document's record is written last and names the writing of its passages, and only over the record
// that the writer has read (if_seq_no): of two writers the later reads what the earlier wrote and
// decides anew, by the version that an agency gave, as the file does. A document that is there as it
// is costs a look and changes nothing; one that was withdrawn stays without passages, so that no
// version before it comes back. What the cluster is too busy for is sent again, ever more slowly.
// Whoever is killed leaves passages that no record names, which find nothing, and a batch that says
// which: the next writer sweeps them (sweep.go), and goes on with what is not there yet. Where a shard
// has no node a writer ends before it writes; one that loses it on the way ends when three tries have
// run out of time. A document whose record takes more than 24 MB, 40 to 50 MB of text, is left out
// by name, and the others are written.
//
// # Parity
//
// On the real engine (fixtures/opensearch) the example's reports, searches, sources, quotations and
// exports are the same bytes, and so are the findings and sources of forty drafts on 200 articles of
// PolNeAR, of 24 drafts that retell articles in other words, and of documents with odd letters, days
// and names; in package index a toy of an engine is held to the file on thousands of made-up documents, many of them
// alike (TestElsewhere). Two things differ. Lines of a transcript that are documents of their own
// do not propose their neighbours, as those of one file do in the file. Lists and exports stand
// in the order of a sum of the IDs.
//
// # Speed and size
//
// Made-up archives (go run -C fixtures/opensearch . -n 100000), the file beside the cluster in one
// run: one node of 768 MB and one shard on two cores that others kept busy too (load 5), so that
// times are an upper bound. A draft is fifty statements, ten of them quotations, checked by a program
// that has just started.
//
//	                          filled     on disk    a draft, median, 99 in 100
//	10,000     file          0.4 s        3 MB       0.04 s   0.07 s
//	           cluster       8.7 s       13 MB       1.3 s    2.3 s
//	100,000    file          2.8 s       25 MB       0.08 s   0.16 s
//	           cluster     30, 50 s     116 MB       2.5 s, 2.9 s    4.4 s
//	1,000,000  file           27 s      238 MB       0.30 s   0.44 s
//	           cluster       273 s    1,285 MB       1.9 s    2.7 s
//
// The million was measured with little else running, and not again: the first draft there took 4.1 s. Since then a
// document holds the names that it credits, and its entry and outline in columns: 128 to 139 MB for
// the 100,000, a sixth more. Drafts, side by side at a load of 17: 7.6 and 8.2 s from the sources, 4.1 and
// 6.1 s from the columns.
//
// A draft among 20,000 took 1.6 s: 0.05 s for the best passages of 110 questions, 0.06 s for the
// holders of 850 terms, the rest for fetching 2,700 documents of 1.2 KB and making them searchable,
// 0.6 s of a processor; opening took 0.15 s. Among 100,000 it was 0.35 s, 0.2 s, and 4,500
// documents. What was fetched is kept, so that an editor's second check asks for what is new. Disks hold
// what was written twice until the history that copies catch up from has passed (12 hours;
// index.soft_deletes.retention_lease.period): 15 MB of the 22 MB of 20,000 statements stay, three times
// their text: documents 30 %, the dictionary of pairs and keys 50 %, postings 20 %.
//
// # A billion statements
//
// Not measured: reckoned from a hundred thousand and a million for a billion statements in 200 million
// documents, 250 GB of text, 1.2 billion passages.
//
//	disk       1.3 TB without copies, 2.6 TB with one, as at a million with its history of half a day; 0.75 without it
//	shards     30 of 40 million passages and 25 GB, which can still be moved in minutes
//	memory     six machines of 64 GB: a fifth of the postings, columns and dictionaries, which are
//	           mapped and not held, stays in it; the heap needs 8 GB each
//	filling    at the 2,000 to 3,700 statements a second that two cores took in, three to six
//	           days of two cores; finding the statements before, six days of one (0.5 MB/s, see claims)
//	a draft    fetching at most 8,000 documents, 10 MB, as from a smaller archive: 3 s. Looking for them: a
//	           shard is 333 times the 100,000. Were it in proportion, two minutes of a core a shard; by
//	           the growth of the file, four times the time for ten times the statements, twelve
//	           seconds of a core a shard, six minutes of the cluster's 30 cores and more
//
// So at a billion a draft waits a quarter of a minute, and a cluster of 60 cores answers some ten a minute:
// enough for a desk, not for a newsroom of editors who type; that wants several times the cores, or
// an archive by years. Finding a name among those that are credited costs by the number of names, and what
// is read then is what the name is credited with. Only index export, check and stats
// --digest read everything: a third of a day to a whole one. sources list and index list read an outline a
// document, an hour of the cluster's time, but hold them in memory until they are in order: 50 GB and
// more. A list of all sources that is kept by the writers would spare that; there is none.
package opensearch
