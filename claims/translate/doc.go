// Package translate puts English words under French ones.
//
// What a sentence says is compared by its tree and by what its words are to each other,
// and all that is known of words is known of English ones. So a French sentence keeps its
// tree and is read with English lemmas: "Le M23 s'empare de la ville" says the same as
// "M23 seizes the town", and as "Le M23 a pris la ville". Nothing here makes English
// sentences.
//
// The words stand in words.tsv, made by hand for this project: some 4,000 French lemmas
// that cover six in seven running words of news, the usual translation first. The others are
// loose synonyms across the languages: "mineur" is "minor", and bears out "miner". A word that
// is not there keeps its French lemma: it is equal to itself and to nothing else. Long
// words that both languages have ("mobilisation") are known by their ending, if the
// English one exists.
package translate
