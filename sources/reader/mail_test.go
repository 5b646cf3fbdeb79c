package reader

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const mailHead = "Received: from a by b\nFrom: =?utf-8?q?In=C3=A8s?= Dray <ines@mota.example>\nTo: desk@example\nDate: Thu, 20 Mar 2025 00:30:00 +0100\nSubject: =?iso-8859-1?q?Barrage_tenu=E9?=\nMIME-Version: 1.0\n"

// mailOf returns a mail of a type and body, its lines ended as in a mail.
func mailOf(kind, body string) string {
	return strings.ReplaceAll(mailHead+"Content-Type: "+kind+"\n\n"+body, "\n", "\r\n")
}

const mixedMail = `multipart/mixed; boundary="x"

--x
Content-Type: multipart/alternative; boundary=y

--y
Content-Type: text/html; charset=utf-8

<p>Not this one.</p>
--y
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The dam held, the caf=E9 owner said.
--y--
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename="map.pdf"

xx
--x--
`

// TestMail guards that what is quoted or forwarded is none of the text, in each way in which
// programs write it, and what its twin is: a sender who quotes somebody.
func TestMail(t *testing.T) {
	const kind = "text/plain; charset=utf-8"
	for _, c := range []struct{ name, src, want string }{
		{"a mail", mailOf(kind, "The dam held.\n\nNobody was hurt.\n-- \nInes Dray\nMayor\n"), "0 The dam held.|0 Nobody was hurt."},
		{"a reply above", mailOf(kind, "It held.\n\nOn Wed, 19 March 2025 at 10:00, Paul Temba <p@x.example>\nwrote:\n\n> Did the dam hold?\n>> No.\n"), "0 It held."},
		{"a reply below", mailOf(kind, "Le 19 mars 2025 à 10:00, Paul Temba a écrit :\n> Et le barrage ?\n\nIl a tenu.\n"), "0 Il a tenu."},
		{"replies between", mailOf(kind, "> Did it hold?\nIt did.\n> Was anybody hurt?\nNobody was.\n"), "0 It did.|0 Nobody was."},
		{"no reply: the sender quotes", mailOf(kind, "On Tuesday the minister wrote:\n\nThe dam is safe.\n"), "0 On Tuesday the minister wrote:|0 The dam is safe."},
		{"Outlook", mailOf(kind, "It held.\n\n-----Original Message-----\nFrom: Paul\nDid it?\n"), "0 It held."},
		{"Outlook of today", mailOf(kind, "It held.\n\nFrom: Paul Temba\nSent: Wednesday\nTo: Ines\n\nDid it?\n"), "0 It held."},
		{"no reply: From alone", mailOf(kind, "From: the mayor.\nThe dam held.\n"), "0 From: the mayor.|0 The dam held."},
		{"flowed", mailOf(kind+"; format=flowed", "The dam held all \nnight.\nNobody was hurt.\n"), "0 The dam held all night.|0 Nobody was hurt."},
		{"base64", mailOf(kind+"\nContent-Transfer-Encoding: base64", "VGhlIGRhbSBoZWxkLg==\n"), "0 The dam held."},
		{"parts", mailOf(mixedMail, ""), "0 The dam held, the café owner said."},
		{"HTML", mailOf("text/html; charset=utf-8", `<html><style>p{}</style><p>It held.</p><div class="gmail_quote"><div>On Wed, Paul wrote:</div><blockquote>Did it?</blockquote></div>`), "0 It held."},
		{"HTML of Outlook", mailOf("text/html", `<p>It held.</p><div id="divRplyFwdMsg">From: Paul</div><div>Did it?</div>`), "0 It held."},
		{"HTML: the sender quotes", mailOf("text/html", `<p>The mayor:</p><blockquote><p>It held.</p></blockquote>`), "0 The mayor:|4 It held."},
	} {
		d := read1(t, "a.eml", []byte(c.src))
		if got := kinds(d); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if d.Title != "Barrage tenué" || d.Author != "Inès Dray" || d.Publisher != "Inès Dray" || d.Date.String() != "2025-03-20" || d.ID != "a.eml" {
			t.Errorf("%s: %q by %q, %q, %v, %s", c.name, d.Title, d.Author, d.Publisher, d.Date, d.ID)
		}
		if parts := c.name == "parts"; parts != (len(d.Warnings) > 0) || parts && d.Warnings[0] != "not read: attached map.pdf" {
			t.Errorf("%s: warnings %q", c.name, d.Warnings)
		}
	}
	if d := read1(t, "-", []byte(mailOf("multipart/mixed; boundary=x", "--x\n\nThe dam held and"))); kinds(d) != "0 The dam held and" {
		t.Errorf("cut off: %s", kinds(d))
	}
	deep := ""
	for i := range 50 {
		deep += fmt.Sprintf("multipart/mixed; boundary=x%d\n\n--x%d\nContent-Type: ", i, i)
	}
	for name, c := range map[string]struct {
		src  string
		want error
	}{
		"encrypted":      {mailOf("multipart/encrypted; boundary=x", "--x\n\nxx\n--x--"), ErrEncrypted},
		"forwarded only": {mailOf(kind, "---------- Forwarded message ---------\nIt held."), ErrEmpty},
		"no text":        {mailOf("image/png", "xx"), ErrEmpty},
		"deep":           {mailOf(deep+kind, "It held."), ErrEmpty},
	} {
		if docs, err := Read("a.eml", []byte(c.src), Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", name, docs, err)
		}
	}
	for src, want := range map[string]string{
		"From: Ines Dray <i@x.example>\nDate: Thu, 20 Mar 2025 10:00:00 +0100\nSubject: Dam\n\nThe dam held.\n": "The dam held.",
		"From: Ines Dray\nDate: 20 March 2025\n\nThe dam held.\n":                                               "From: Ines Dray|Date: 20 March 2025|The dam held.",
	} {
		if got := blocks(read1(t, "a.eml", []byte(src))); got != want {
			t.Errorf("%q: %s", src, got)
		}
	}
}

// TestMailbox: a document a mail; a line that begins with From within one begins none.
func TestMailbox(t *testing.T) {
	one := strings.ReplaceAll(mailOf("text/plain", "The dam held.\n\nFrom the hills they came.\n>From Kora too.\n\n"), "\r", "")
	docs, err := Read("a.mbox", []byte("From ines Thu\n"+one+"From x y\n"+one+"From x y\nSubject: nothing\n\n"), Options{Publisher: "Desk"})
	checkPackaged(t, docs)
	if len(docs) != 2 || err != nil || docs[1].ID != "a.mbox#2" || docs[1].Publisher != "Desk" || len(docs[0].Warnings) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if got, want := kinds(docs[0]), "0 The dam held.|0 From the hills they came.|0 From Kora too."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if d := read(t, "a.txt", "From the start it was clear.\n\nFrom: the mayor\nSubject: dams\n\nThe dam held."); len(d.Pieces) > 0 || !strings.HasPrefix(d.Text, "From the start") {
		t.Errorf("a text that is no mail: %q", d.Text)
	}
}

func FuzzMail(f *testing.F) {
	f.Add("From a b\n" + mailOf("text/plain; format=flowed", "On 1 May, A <b@c> wrote:\n> x\nFrom: a\nSent: b\n"))
	f.Add(mailOf(mixedMail, ""))
	f.Add(mailOf("text/html", `<p>It held.</p><div id="appendonsend"></div><p>x`))
	f.Fuzz(func(t *testing.T, src string) {
		docs, _ := readMail([]byte(src), Options{})
		for _, d := range docs {
			complete(d, &file{path: "a.eml", data: []byte(src)}, Options{})
		}
		checkPackaged(t, docs)
	})
}
