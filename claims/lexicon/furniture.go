package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed data/furniture.tsv
var furnitureTable string

// Furniture says how words that begin a line belong to a page and not to its text.
type Furniture uint8

// The kinds. The zero value is NoFurniture.
const (
	NoFurniture        Furniture = iota
	FurnitureLabel               // before a colon: the line says nothing ("READ MORE: ...")
	FurnitureMark                // before a colon: the label names nobody ("UPDATE: ...")
	FurnitureLine                // a line that begins so says nothing ("With files from ...")
	FurnitureNotice              // a block that begins so says nothing ("We use cookies.")
	FurnitureSection             // a line that begins so heads a list of other pages ("Related")
	FurnitureDesk                // the last word of a by-line ("Courier staff")
	FurnitureCredit              // words of a picture's credit ("Getty Images")
	FurnitureInterview           // says that the page is an interview ("Questions for Jane Doe")
	FurnitureAsker               // says so, and who asks ("Interview by Jane Doe")
	FurnitureCaption             // a line that says so ends, and the next is a caption ("Image caption,")
	FurnitureStamp               // in a short line: when the page was published ("AFP, publié le 3 mai")
	FurnitureShown               // in a block of one sentence: it tells what a picture shows ("Jane Doe is shown in a photo.")
	FurnitureComments            // a line that says so stands before what readers wrote ("Comments (2)")
	FurnitureNarrator            // in a label of a transcript: who speaks tells the story ("NORA COLE, BYLINE:")
	FurnitureCall                // bids the reader write, before an address ("Email news@bana.example")
)

type furnitureKey struct {
	lang  string
	kind  Furniture
	words string
}

var readFurniture = sync.OnceValue(func() map[furnitureKey]bool {
	m := map[furnitureKey]bool{}
	kinds := map[string]Furniture{"label": FurnitureLabel, "mark": FurnitureMark, "line": FurnitureLine, "notice": FurnitureNotice, "section": FurnitureSection, "credit": FurnitureCredit, "desk": FurnitureDesk, "interview": FurnitureInterview, "asker": FurnitureAsker, "caption": FurnitureCaption, "call": FurnitureCall, "narrator": FurnitureNarrator, "comments": FurnitureComments, "stamp": FurnitureStamp, "shown": FurnitureShown}
	eachRow(furnitureTable, func(f []string) {
		eachWord(f[2], func(w string) { m[furnitureKey{f[0], kinds[f[1]], w}] = true })
	})
	return m
})

// FurnitureWords is how many words an entry has at most.
const FurnitureWords = 4

// IsFurniture reports whether words, joined by single spaces, begin a line of that kind.
func IsFurniture(lang string, kind Furniture, words string) bool {
	return readFurniture()[furnitureKey{lang, kind, key(words)}]
}
