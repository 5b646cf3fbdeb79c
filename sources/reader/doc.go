// Package reader turns the bytes of a file into documents: one file of code a
// format. It keeps, for every byte of a document's text, the place in the file
// where it stands, so that a finding points at the file as it is on disk.
//
//	docs, err := reader.Read("draft.md", data, reader.Options{Lang: "en"})
//	files, skipped, err := reader.Walk("archive", nil)
//
// Plain text is read as it is: blocks are cut at blank lines, and at line ends
// unless the lines were wrapped to a width; numbers of lines and pages within a
// sentence are left out. Markdown is read as goldmark parses it, the HTML in it
// too, with the front matter (YAML or TOML) for title, publisher (or source),
// author, speaker, date, url and lang. Of HTML the articles are read, as readability
// and the page itself mark them, and what the page says of itself in JSON-LD,
// OpenGraph and meta. Of subtitles the cues are joined to sentences; of DOCX, ODT,
// EPUB, PDF, feeds and mails the text is read, and places are those of the text: each page
// of a PDF ends with a form feed in it. A feed holds one document an item, a book one a
// chapter, a mailbox one a mail. JSONL holds one
// document a line, ninjs, NewsML-G2 and NITF one an item, with what its agency says of its
// use (claims.Release), a WARC one a page. A type is told by the file's extension, else by its content.
//
// Blocks of code, comments, navigation, pictures and struck-out words are no text. Notes to
// the checker are none either and become directives: "<!-- factcheck off -->" in
// Markdown and HTML, "[factcheck: off]" on a line of its own everywhere.
//
// UTF-8 with or without byte-order mark, UTF-16, Windows-1252 and the single-byte
// encodings that a page declares are read, with LF, CRLF or CR; what had to be
// guessed is a warning of the document. Binary, broken, encrypted and empty files are
// errors (ErrBinary, ErrBroken, ErrEncrypted, ErrEmpty), pages without text (ErrPictures) and
// what unpacks to too much (ErrSwollen) too, and so is a line of JSONL that is no object. Nothing else
// that a file can hold is one, and no file takes time that grows with its square:
// libraries are kept from what they would choke on.
package reader
