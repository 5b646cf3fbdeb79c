// Package grammar tells subject from object. For each word of a sentence it gives
// the part of speech, features such as number and tense, the lemma, the head and
// the relation to it, after Universal Dependencies; it names the persons,
// organisations and places; and Clauses takes the tree apart into predicates with
// their subjects, objects, obliques, negation, voice, modality and tense.
//
//	words := text.AppendWords(nil, src, text.Span{Start: 0, End: len(src)})
//	var p grammar.Parser
//	for _, r := range text.Sentences(src, words) {
//		s := p.Parse(src, words[r.First:r.End])
//		for _, c := range grammar.Clauses(&s) {
//			...
//		}
//	}
//
// Tokens stand parallel to the words that were given, and every index in the
// result counts those words from 0. A Parser reuses its room and its result lives
// until the next call; the function Parse is for one sentence and is safe for
// concurrent calls.
//
// # What to rely on
//
// Every word has a head but one, the root; arcs never cross; a word's phrase is
// the words from Token.First up to Token.End. Any bytes can be parsed, in time
// linear in their length. The same words give the same answer on every machine.
//
// What is said may come before its verb or behind it: in "The bridge is closed, a
// spokeswoman said" the root is "said" and "closed" its Ccomp. The subject of a
// passive verb is NsubjPass, its agent OblAgent. The title before a name is
// NmodDesc, the further words of the name are Flat, and the head is the first
// word of the name proper: "Captain Ines Oduya" is headed by "Ines".
//
// # How it works
//
// Three linear models over hashed features, with weights of one byte: a tagger
// from left to right over 31 classes; a transition system (arc-hybrid) with a beam
// that widens only where moves score alike; labels of the runs of words that look
// like names, chosen together. They know words by their spelling, by clusters of
// words in like company, and by dictionary lists; package model has the details.
// Lemmas come from a decision list that was learned from irregular forms and
// regular ones. The model is embedded and used in place, without decoding.
//
// Nothing here is of one language but the data: model.bin, and words.txt, which
// lists negations, modals and relative pronouns.
//
// # Measured
//
// On UD English EWT with gold sentences and tokens, labels without subtypes, and
// spaCy 3.8 with its small English model on the same files in the same minutes
// (its trees follow another scheme, so only its tags compare):
//
//	                                  grammar       spaCy sm   target
//	UPOS, dev / test                95.2 / 95.3  92.7 / 92.8       96
//	UAS, dev / test                 84.5 / 84.1                    89
//	LAS, dev / test                 80.5 / 80.6                    86
//	lemmas but for case, dev / test 98.1 / 98.5
//	names, F1, UNER EWT test               64.0                    75
//	names, F1, UNER EWT dev                60.6         61.6           (ours by cross-validation)
//	names, F1, WikiGold                    66.4         60.1       75  (ours by cross-validation)
//	words a second, one core           50-75,000    7-10,000  200,000
//	model                                7.9 MB                  8 MB
//
// The speeds are of processor time on a machine of two cores that some fifteen
// other processes were using: the ratio, about 7, is what they tell. Opening the model copies nothing
// and takes microseconds. Of the 101 arcs of testdata/cases.txt, sentences of our
// own in the ways of news, 15 are not found; their author also wrote the sentences of
// news that are added in training, so that figure flatters.
//
// # Known weaknesses
//
// One word in twenty gets a wrong tag and one in six a wrong head, so a caller
// should stay silent where a tree looks odd rather than build on it. Weakest are the attachment of
// prepositional phrases and of coordinations, long subjects with relative clauses,
// participles that could be finite verbs ("The town taken ..."), headings whose
// verb could be a noun ("Court fines ..."), and typing errors. Of names more than one in three
// is missed or has another extent or kind than the annotators gave it, mostly
// organisations, which are taken for the place or person in their name. An xcomp of a
// noun or adjective ("became president") is the Attribute of its clause. Borrowed
// subjects follow the usual rule (the object of the verb above, else its subject):
// "promised him to leave" comes out wrong.
//
// # Training
//
// fixtures/treebank, a module of its own, trains the model and measures it:
//
//	go run -C fixtures/treebank . train ../../../shared/data
//	go run -C fixtures/treebank . score FILE.conllu
//
// NOTICE says what the numbers were learned from.
package grammar
