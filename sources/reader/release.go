package reader

import (
	"path"
	"strconv"
	"strings"
	"time"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// What agencies send (ninjs, NewsML-G2, NITF) says of each item which version of which text
// it is, whether it may be used, and from when on. The ID that an agency gave is the
// document's: the latest version is the one that counts, wherever it was read.

// setStatus takes the publishing status of an item, in words or as the code of a scheme
// (“stat:canceled”). What is withheld or cancelled is withdrawn.
func setStatus(d *claims.Document, status string) {
	status = strings.ToLower(path.Base(status[strings.LastIndexByte(status, ':')+1:]))
	switch status {
	case "withheld", "canceled", "cancelled":
		d.Release.Withdrawn = true
		d.Warnings = append(d.Warnings, "its agency has withdrawn it ("+status+"): it is no evidence")
	}
}

// setVersion takes the number of a version; what is no number says nothing.
func setVersion(d *claims.Document, version string) {
	if n, err := strconv.ParseUint(strings.TrimSpace(version), 10, 31); err == nil {
		d.Release.Version = int(n)
	}
}

// setEmbargo takes the time before which an item is not for print. An embargo without an
// end is one until the item is sent again.
func setEmbargo(d *claims.Document, until string) {
	if d.Release.Embargo, _ = moment(until); d.Release.Embargo == 0 {
		d.Release.Withdrawn = true
		d.Warnings = append(d.Warnings, "under embargo, and it does not say until when: it is no evidence")
	}
}

// setTimes takes when a version was made, and as the document's date when its text was
// first written: “today” in a text that was corrected later is still that day.
func setTimes(d *claims.Document, version string, written ...string) {
	d.Date, d.Release.Sent = moment(version)
	for _, s := range written {
		if day, _ := moment(s); day != 0 {
			d.Date = day
			return
		}
	}
}

// moment reads a time as agencies write it, in either form of ISO 8601. day is the one that
// is written, in whatever zone; both are zero if it cannot be read.
func moment(s string) (day date.Day, seconds int64) {
	for _, layout := range [...]string{
		time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02Z07:00", time.DateOnly,
		"20060102T150405Z0700", "20060102T150405", "20060102150405Z0700", "20060102",
	} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return date.Of(t.Year(), t.Month(), t.Day()), t.Unix()
		}
	}
	return parseDay(s), 0
}

// setDateline takes from a line in front of a report, which stands outside its text, who
// sent it and when, where nothing else says so.
func setDateline(d *claims.Document, words string) {
	line, ok := DatelineOf(strings.TrimRight(words, " -–—\u00A0") + " – X")
	if !ok {
		return
	}
	if d.Publisher == "" {
		d.Publisher = line.Agency
	}
	if d.Date == 0 {
		d.Date = line.Date
	}
}

// setBody takes the text of an item, which stands in the file at the given pieces: plain, or
// the kind of markup that its type of media names.
func setBody(d *claims.Document, media, words string, pieces []claims.Piece) error {
	inner := &file{text: words, pieces: pieces}
	switch {
	case strings.Contains(media, "nitf"):
		root, err := parseXML(words)
		if err != nil {
			return err
		}
		compose(d, nitfPassages(words, root))
	case strings.Contains(media, "html"):
		compose(d, fragment(d, words, text.Span{End: len(words)}, ""))
	default:
		d.Text, d.Pieces = words, pieces
		var notes []claims.Directive
		d.Blocks, notes = plainBlocks(words)
		placed(notes, pieces)
		d.Directives = append(d.Directives, notes...)
		return nil
	}
	inner.place(d)
	return nil
}
