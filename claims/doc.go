// Package claims finds what a text says and who it credits it to: a Document in,
// its Statements out. It judges nothing and knows no archive.
//
// # Which sentence makes which statement
//
// A cue is a cue only where somebody says a clause or a quotation with it. Three
// things decide, in this order: what the reporting word is an act of (a row of
// lexicon/data/acts.tsv), the shape of its content (speech.Shape), and whether it
// has somebody for its subject.
//
//	“We stay,” Doe said.              direct, by Doe
//	Doe said that it was late.        indirect, by Doe
//	The report found that it fell.    indirect, in writing; “Doe found that” is a thought
//	Doe vowed to leave.               indirect, directs
//	Doe denied any wrongdoing.        plain; and “any wrongdoing” as a topic of Doe's
//	Doe fears that it is late.        plain; an attitude (Attitudes lists it)
//	Doe was charged with fraud.       plain
//	It was announced that it fell.    plain: nobody is named who said so
//	Nobody said that it was late.     plain
//	“It is late,” Doe said and shut the door.    direct, by Doe; plain: “Doe shut the door”
//	Doe, who sings, said it was late, but it rained.  indirect, by Doe; plain: “Doe sings”, “it rained”
//	Doe, a nurse, said it was late.   indirect, by Doe; plain: “Doe, a nurse”
//
// What a plain statement says under its verbs (is expected to, was cleared of) is the
// judge's to weigh: it has all its words.
//
// # Who said it
//
// A mention is resolved to the one name that the text gives its bearer in full, wherever it
// does: in a caption, a headline, a label. What the text says of everybody (role, sex,
// kind, first name, initials in brackets) is gathered before a sentence is read; whom “he”,
// “the agency” or “the 26-year-old” mean is then weighed as the text goes on: meant.go, by the ways of ways.go.
//
//	Bana mayor Odette Vagheni spoke. The mayor said ...     Odette Vagheni, Bana mayor
//	Deputy mayor Odette Vagheni spoke. The mayor said ...   nobody
//	Norvik said it lost money. The company said ...         Norvik
//	Its rival, Stalex, met the union. It said ...           nobody
//	The Red Cross met the ministry. The ministry said ...   nobody: lexicon/data/kinds.tsv
//	Sen. Dana Cole spoke. The lawmaker said ...             Dana Cole: lexicon/data/kin.tsv
//	Juno Cole has played for years. The Bana singer said    Juno Cole; “the heckler” nobody
//	“Yes,” Juno Cole said. The pianist said ...         Juno Cole; after “A pianist left” nobody
//	Sen. Dana Cole met Sen. Guy Roe. The senator said   nobody
//	A poll by Norvik said so. The survey said ...       Norvik
//	Doe issued a statement. “I am sorry,” it read.      Doe; after “Doe got a letter” nobody
//	Guy Roe, 16, met Ann Doe, 81. The teen said ...     Guy Roe; of two teenagers nobody
//	A poll by Norvik found that it fell.                Norvik, of the whole sentence: which poll is part of it
//	Guy Roe beat Spain's Juan Doe. The Spaniard said .. Juan Doe
//	Coun. Guy “Red” Roe left. Red said ...              Guy Roe
//	“Roe was drunk,” he said.                           nobody of the name of Roe
//	Mr. Doe of Dana Doe and Guy Doe, whom it calls Guy  Dana Doe
//	Cole and Roe said ...; Supporters of Cole said ...  nobody
//	Mayor Dana Cole and police chief Guy Roe said ...       nobody
//	Dana Cole spoke. A farmer lost her barn. She said ...   nobody
//	A report obtained by Norvik says ...                    nobody; “published by Norvik” Norvik
//	Guy Roe pleaded not guilty. The accused said ...        Guy Roe
//	Guy and Ann Cole spoke. “Yes,” Ann Cole said. Her husband said ...  Guy Cole
//	His mother said ... “Yes,” Khadija Cole said.           both Khadija Cole
//	Dana Cole spoke. A worker said no. She said ...         nobody
//	Dana Cole spoke. Cole's lawyer said no. He said ...     nobody
//	Dana Cole met Guy Roe when he called and said ...       Guy Roe
//	The Cole campaign said ...                              nobody: neither Dana Cole
//	He lied, a prosecutor said. “Yes,” Crown prosecutor Guy Roe said. | Roe said ...   Guy Roe, of all three
//	Manager Guy Roe spoke. The manager said ...             Guy Roe; after “Roe golfed with manager Juan Doe” nobody
//	Mr. Roe spoke. Ms. Roe said ...                         Ms. Roe
//	A lawyer representing Dana Cole said ...                nobody
//
// A quotation that stands alone is of whoever has the floor: who spoke last, or is the subject
// of the sentence before it (floating.go).
//
//	“Yes,” Dana Cole said. Guy Roe snorted. | “It leaks.”   Guy Roe
//	“Yes,” Dana Cole said. A worker said no. | “It leaks.”  nobody
//	“Yes?” Dana Cole asked. ¶ “It leaks.”                   nobody: who answers; nor who is spoken to, “No, Ms. Cole.”
//	“Yes,” Dana Cole said. ¶ Norvik sued. | “It leaks.”     nobody; in her own paragraph Dana Cole
//
// # What is no sentence
//
// Page furniture (captions, by-lines, “READ MORE: ...”) and lines without a verb make
// no statement, nor do captions that end with a credit and the lines under “Related”.
// Labels before a colon are speakers only in a dialogue: see turn.go. Of an interview
// without labels the paragraphs behind the questions are its answerer's: interview.go.
//
// # French
//
// Its trees do what the model of speech does in English: a verb of saying has a clause, an
// infinitive, a deed or a thing for content (clause.go), stands in what it reports
// (incise.go), or is a phrase (source.go); who says so is sayer.go, his name bearer.go.
package claims
