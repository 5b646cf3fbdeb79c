package reader

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // mails of before UTF-8
	"github.com/emersion/go-message/mail"

	"factcheck/claims"
	"factcheck/claims/date"
)

// A mail (EML), and each of a mailbox (mbox), is a document: its body in plain text, else
// in HTML, without what its sender quotes or forwards (reply.go). What is attached is named
// in a warning and not read.

// What a mail may hold at most; what is beyond is not read.
const (
	deepestMail = 8   // parts within parts
	mostParts   = 500 // of one mail
)

// isMail tells a mail by the head that a server wrote, a mailbox by its first line and the
// head behind it.
func isMail(data []byte, _ []*zip.File) bool {
	head := data[:min(len(data), 64<<10)]
	if rest, ok := bytes.CutPrefix(head, []byte("From ")); ok {
		_, head, _ := bytes.Cut(rest, []byte("\n"))
		return headed(head, "from:", "date:", "subject:", "message-id:", "received:")
	}
	return headed(head, "message-id:", "received:", "mime-version:", "return-path:", "content-transfer-encoding:")
}

// headed reports whether data begins with the head of a mail, which holds From and one of
// the names, or the day and an address that it is from: a memo has “From: Ines Dray”.
func headed(data []byte, names ...string) bool {
	from, named, dated, address := false, false, false, false
	for line := range strings.Lines(string(data)) {
		line = strings.ToLower(strings.TrimRight(line, "\r\n"))
		name, _, ok := strings.Cut(line, ":")
		switch {
		case line == "":
			return from && (named || dated && address)
		case line[0] == ' ' || line[0] == '\t':
			continue
		case !ok || strings.ContainsAny(name, " \t<>"):
			return false
		}
		from, dated = from || name == "from", dated || name == "date"
		address = address || name == "from" && strings.Contains(line, "@")
		for _, n := range names {
			named = named || name+":" == n
		}
	}
	return false
}

// readMail reads a document a mail.
func readMail(data []byte, opt Options) ([]*claims.Document, error) {
	var docs []*claims.Document
	var errs []error
	mails := mailsOf(data)
	for i, m := range mails {
		d, err := readOneMail(m, opt)
		if err != nil && len(mails) > 1 {
			err = fmt.Errorf("mail %d: %w", i+1, err)
		}
		if err == nil {
			if len(mails) > 1 {
				d.ID = fmt.Sprint(i + 1)
			}
			docs = append(docs, d)
		} else if len(errs) < 20 {
			errs = append(errs, err)
		}
	}
	if len(docs) > 0 && len(errs) > 0 { // what a mailbox has in it beside mails that can be read is no fault of it
		for _, err := range errs {
			docs[0].Warnings = append(docs[0].Warnings, err.Error())
		}
		errs = nil
	}
	return docs, errors.Join(errs...)
}

// mailsOf cuts a mailbox into mails: each begins with a line “From ...” behind a blank one
// and in front of a head. Other data is one mail.
func mailsOf(data []byte) [][]byte {
	if !bytes.HasPrefix(data, []byte("From ")) {
		return [][]byte{data}
	}
	var mails [][]byte
	start, blankLine := 0, false
	for at := 0; at < len(data); {
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if at > 0 && blankLine && bytes.HasPrefix(data[at:], []byte("From ")) && isField(data[end:]) {
			mails, start = append(mails, data[start:at]), at
		}
		blankLine = len(bytes.TrimRight(data[at:end], "\r\n")) == 0
		at = end
	}
	mails = append(mails, data[start:])
	for i, m := range mails {
		_, m, _ = bytes.Cut(m, []byte("\n"))
		mails[i] = m
	}
	return mails
}

// isField reports whether data begins with a line of a mail's head.
func isField(data []byte) bool {
	name, _, ok := bytes.Cut(data[:min(len(data), 80)], []byte(":"))
	return ok && len(name) > 0 && !bytes.ContainsAny(name, " \t\r\n")
}

// readOneMail reads a mail.
func readOneMail(data []byte, opt Options) (d *claims.Document, err error) {
	defer func() {
		if r := recover(); r != nil { // a library of others, over a file of others
			d, err = nil, fmt.Errorf("%w: %v", ErrBroken, r)
		}
	}()
	entity, err := message.Read(bytes.NewReader(data))
	if entity == nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	d = &claims.Document{}
	h := mail.Header{Header: entity.Header}
	if subject, err := h.Subject(); err == nil {
		setMeta(d, "title", strings.ToValidUTF8(subject, "\uFFFD"))
	}
	if t, err := h.Date(); err == nil && t.Year() > 1900 && t.Year() < 10000 {
		d.Date = date.Of(t.Date())
	}
	if from, err := h.AddressList("From"); err == nil && len(from) > 0 {
		setMeta(d, "author", strings.ToValidUTF8(addressName(from[0]), "\uFFFD"))
	}
	organisation, _ := h.Text("Organization")
	for _, v := range []string{d.Author, opt.Publisher, strings.ToValidUTF8(organisation, "\uFFFD")} {
		setMeta(d, "publisher", v)
	}
	b := body{}
	if err := b.add(entity, 0); err != nil {
		return nil, err
	}
	if b.plain != "" {
		d.Text = ownWords(b.plain)
		d.Blocks, d.Directives = plainBlocks(d.Text)
	} else {
		var s strings.Builder
		lay(&s, d, ownPassages(b.html))
		d.Text = s.String()
	}
	if len(d.Blocks) == 0 {
		return nil, fmt.Errorf("%w: a mail without words of its sender%s", ErrEmpty, b.attachments())
	}
	if s := b.attachments(); s != "" {
		d.Warnings = append(d.Warnings, "not read"+s)
	}
	return d, nil
}

// addressName returns the name of an address, else the address.
func addressName(a *mail.Address) string {
	if a.Name != "" {
		return a.Name
	}
	return a.Address
}

// A body is what of a mail is its text: the first part of each type.
type body struct {
	plain, html string
	parts       int
	attached    []string
}

// attachments names what was attached; empty for nothing.
func (b *body) attachments() string {
	if len(b.attached) == 0 {
		return ""
	}
	return ": attached " + strings.Join(b.attached[:min(len(b.attached), 5)], ", ")
}

// add takes a part and those within it.
func (b *body) add(e *message.Entity, depth int) error {
	kind, params, err := e.Header.ContentType()
	if err != nil {
		kind = "text/plain"
	}
	if kind == "multipart/encrypted" || strings.HasSuffix(kind, "/pkcs7-mime") && params["smime-type"] != "signed-data" {
		return ErrEncrypted
	}
	if b.parts++; b.parts > mostParts || depth > deepestMail {
		return nil
	}
	if parts := e.MultipartReader(); parts != nil {
		for {
			part, err := parts.NextPart()
			if part == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
				return nil // its end, or where it is cut off
			}
			if err := b.add(part, depth+1); err != nil {
				return err
			}
		}
	}
	disposition, named, _ := e.Header.ContentDisposition()
	name := strings.ToValidUTF8(named["filename"], "\uFFFD")
	into := map[string]*string{"text/plain": &b.plain, "text/html": &b.html}[kind]
	switch {
	case into == nil || disposition == "attachment" || name != "":
		if name == "" {
			name = kind
		}
		b.attached = append(b.attached, clip(strings.Join(strings.Fields(name), " "), 80))
	case *into == "":
		data, err := io.ReadAll(io.LimitReader(e.Body, mostOffice+1))
		if len(data) > mostOffice {
			return fmt.Errorf("%w: more than %d MB of text", ErrSwollen, mostOffice>>20)
		}
		if err != nil && len(data) == 0 {
			return fmt.Errorf("%w: %v", ErrBroken, err)
		}
		words := strings.ReplaceAll(strings.ToValidUTF8(string(data), "\uFFFD"), "\x00", "")
		if kind == "text/plain" && strings.EqualFold(params["format"], "flowed") {
			words = unflowed(words, strings.EqualFold(params["delsp"], "yes"))
		}
		*into = strings.TrimSpace(words)
	}
	return nil
}

// unflowed joins the lines of a text that a mail program wrapped: each that a space ends goes
// on. (RFC 3676; quoted lines are left as they are, they go anyway.)
func unflowed(src string, drop bool) string {
	var b strings.Builder
	for line := range strings.Lines(src) {
		l := strings.TrimRight(line, "\r\n")
		if !strings.HasPrefix(l, ">") && strings.HasSuffix(l, " ") && l != "-- " {
			if drop {
				l = l[:len(l)-1]
			}
			b.WriteString(l)
			continue
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}
