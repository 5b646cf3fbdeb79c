package reader

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// read reads one document or fails.
func read(t *testing.T, path, src string) *claims.Document {
	t.Helper()
	docs, err := Read(path, []byte(src), Options{})
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	checkDocuments(t, []byte(src), docs)
	return docs[0]
}

// blocks returns the texts of d's blocks, separated by |.
func blocks(d *claims.Document) string {
	var b []string
	for _, s := range d.Blocks {
		b = append(b, strings.Join(strings.Fields(s.In(d.Text)), " "))
	}
	return strings.Join(b, "|")
}

// checkDocuments checks what holds of every document of every format.
func checkDocuments(t *testing.T, data []byte, docs []*claims.Document) {
	t.Helper()
	for _, d := range docs {
		if d.ID == "" || !utf8.ValidString(d.Text) {
			t.Fatalf("no ID, or text that is not UTF-8: %q", d.Text)
		}
		at := 0
		for _, b := range d.Blocks {
			if b.Start < at || b.End <= b.Start || b.End > len(d.Text) || strings.TrimSpace(b.In(d.Text)) != b.In(d.Text) {
				t.Fatalf("block %v after %d in %q", b, at, d.Text)
			}
			at = b.End
		}
		wide := strings.Contains(string(data), "\x00") || strings.HasPrefix(string(data), "\xFF\xFE") || strings.HasPrefix(string(data), "\xFE\xFF")
		at = 0
		for _, p := range d.Pieces {
			if p.Text.Start < at || p.Text.End <= p.Text.Start || p.Text.End > len(d.Text) || p.File.Start < 0 || p.File.End <= p.File.Start || p.File.End > len(data) {
				t.Fatalf("piece %v after %d, text of %d, file of %d", p, at, len(d.Text), len(data))
			}
			if p.Text.Len() == p.File.Len() && !wide && p.Text.In(d.Text) != string(data[p.File.Start:p.File.End]) {
				t.Fatalf("piece %v: %q in the text, %q in the file", p, p.Text.In(d.Text), data[p.File.Start:p.File.End])
			}
			at = p.Text.End
		}
		if len(d.Pieces) == 0 && d.Text != "" && d.Text != string(data) {
			t.Fatalf("no pieces, but %q is not %q", d.Text, data)
		}
		for _, b := range d.Blocks {
			if f := d.File(b.Span); f.Start < 0 || f.End <= f.Start || f.End > len(data) {
				t.Fatalf("block %v is at %v of a file of %d", b, f, len(data))
			}
		}
		for _, n := range d.Directives {
			if n.File.Start < 0 || n.File.End <= n.File.Start || n.File.End > len(data) {
				t.Fatalf("directive %v in a file of %d", n, len(data))
			}
		}
	}
}

func TestPlainBlocks(t *testing.T) {
	wrapped := "The river at Mbeli rose by two metres on Tuesday after a week of\r\nrain in the hills, the mayor said, and the road to the market was\r\nclosed.\r\n\r\nNobody was hurt.\r\n"
	const broken = "The rain will end in the valley on Friday, said Ines\nDray, who watches the river from the tower above\nMbeli.\n"
	cases := []struct{ name, src, want string }{
		{"a line is a block", "Road closed.\nSchool open.", "Road closed.|School open."},
		{"a blank line ends a block", "One.\n \nTwo.", "One.|Two."},
		{"wrapped lines are joined", wrapped, "The river at Mbeli rose by two metres on Tuesday after a week of rain in the hills, the mayor said, and the road to the market was closed.|Nobody was hurt."},
		{"a name that the line end broke, below a title and a by-line", "River rises\nInes Dray\n\n" + broken, "River rises|Ines Dray|The rain will end in the valley on Friday, said Ines Dray, who watches the river from the tower above Mbeli."},
		{"lists with a long line are not wrapped", "River rises\nInes Dray\nMarket\nClosed until Friday\n\n" + broken, "River rises|Ines Dray|Market|Closed until Friday|The rain will end in the valley on Friday, said Ines|Dray, who watches the river from the tower above|Mbeli."},
		{"a sentence that runs on is joined", "The bridge,\nbuilt in 1962, fell.", "The bridge, built in 1962, fell."},
		{"a capital after a headline is not", "Bridge falls\nThe bridge fell.", "Bridge falls|The bridge fell."},
		{"directives are no text", "One.\n[factcheck: off number]\nTwo.", "One.|Two."},
		{"list items", "- one\n- two", "- one|- two"},
		{"the number of a line", "Learners form independent\n86\nassessments.\nAll do.", "Learners form independent assessments.|All do."},
		{"the number of a page", "Learners form,\n\n - 12 -\n\fas a rule, assessments.", "Learners form, as a rule, assessments."},
		{"a number that stands for itself", "Votes counted:\n86\nVotes lost:\n12", "Votes counted:|86|Votes lost:|12"},
		{"running heads", "The dam\n1\n\fMota Mail\nheld and the\n2\n\fMota Mail\nvalley stayed\n3\n\fMota Mail\ndry.", "The dam held and the valley stayed dry."},
		{"a line once", "The dam\n1\n\fMota Mail\nHeld.", "The dam|1|Mota Mail|Held."},
	}
	for _, c := range cases {
		if got := blocks(read(t, "a.txt", c.src)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	for src, want := range map[string]string{
		"The mayor:\n\n   We held.\n\n   All night.\n\n   — Ines Dray, mayor\n\nOthers did not.": "0 The mayor:|4 We held.|4 All night.|4 — Ines Dray, mayor|0 Others did not.",
		"The mayor:\n\n   We held.\n\n— Ines Dray, mayor":                                        "0 The mayor:|0 We held.|0 — Ines Dray, mayor",
		"She asked.\n   — Yes, he said.\n   — No, she said.\n":                                   "0 She asked.|0 — Yes, he said.|0 — No, she said.",
		"  We held.\n\n  — Ines Dray":                                                            "0 We held.|0 — Ines Dray",
		"They decided:\n   Roads\n   - Closed":                                                   "0 They decided:|0 Roads|2 - Closed",
	} {
		if got := kinds(read(t, "a.txt", src)); got != want {
			t.Errorf("%q: got %s, want %s", src, got, want)
		}
	}
	d := read(t, "a.txt", "One.\n[factcheck: off number]\nTwo.")
	if len(d.Directives) != 1 || d.Directives[0] != (claims.Directive{Text: "off number", File: text.Span{Start: 5, End: 28}}) {
		t.Errorf("directives: %v", d.Directives)
	}
}

func TestEncodings(t *testing.T) {
	const want = "« L’été », dit-elle."
	wide := func(order int, mark bool) string {
		var b []byte
		units := utf16.Encode([]rune(want + strings.Repeat(" and more", 9)))
		if mark {
			units = append([]uint16{0xFEFF}, units...)
		}
		for _, u := range units {
			pair := [2]byte{byte(u), byte(u >> 8)}
			b = append(b, pair[order], pair[1-order])
		}
		return string(b)
	}
	cases := []struct {
		name, src string
		warnings  int
	}{
		{"UTF-8", want, 0},
		{"byte-order mark", "\uFEFF" + want, 0},
		{"Windows-1252", "\xAB L\x92\xE9t\xE9 \xBB, dit-elle.", 1},
		{"UTF-16 little end first", wide(0, true), 0},
		{"UTF-16 big end first", wide(1, true), 0},
		{"UTF-16 unmarked", wide(0, false), 1},
	}
	for _, c := range cases {
		d := read(t, "a.txt", c.src)
		if !strings.HasPrefix(d.Text, want) || len(d.Warnings) != c.warnings {
			t.Errorf("%s: %q, warnings %q", c.name, d.Text, d.Warnings)
		}
		at := strings.Index(d.Text, "dit")
		if f := d.File(text.Span{Start: at, End: at + 3}); !strings.Contains(strings.ReplaceAll(c.src[f.Start:f.End], "\x00", ""), "dit") {
			t.Errorf("%s: leads to %q", c.name, c.src[f.Start:f.End])
		}
	}
	d := read(t, "a.txt", "L’été\xFF va « bien »")
	if d.Text != "L’été\uFFFD va « bien »" || len(d.Warnings) != 1 {
		t.Errorf("broken UTF-8: %q, %q", d.Text, d.Warnings)
	}
}

func TestRefused(t *testing.T) {
	for src, want := range map[string]error{"": ErrEmpty, " \n\t": ErrEmpty, "\uFEFF": ErrEmpty, "a\x00b and more": ErrBinary, "\x7FELF": ErrBinary, "PK\x03\x04": ErrBroken} {
		if _, err := Read("a.txt", []byte(src), Options{}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", src, err, want)
		}
	}
	if _, err := Read("a.txt", []byte("x"), Options{Type: "docx"}); !errors.Is(err, ErrType) {
		t.Errorf("unknown type: %v", err)
	}
}

// TestCoded: what is written for programs is refused by name, unless its name or its user says
// that it is a text; what only looks so is a text.
func TestCoded(t *testing.T) {
	const flat, object = "<?xml version=\"1.0\"?>\n<office:document><text:p>The dam held.</text:p></office:document>", "{\"a\": \"The dam held.\"}\n"
	for src, want := range map[string]string{flat: "XML with the root <document>", object: "JSON of no kind", "[" + object + "]": "JSON of no kind"} {
		for _, path := range []string{"a.xml", "a.json", "-"} {
			if docs, err := Read(path, []byte(src), Options{}); !errors.Is(err, ErrType) || !strings.Contains(err.Error(), want) {
				t.Errorf("%s as %s: %v, %v", src, path, docs, err)
			}
		}
		read(t, "a.txt", src)
	}
	for _, src := range []string{"{The dam held.", "[The dam] held.", "<b>The dam held.</b>", "[factcheck: off]\n\nThe dam held."} {
		if d := read(t, "-", src); !strings.Contains(d.Text, "held") {
			t.Errorf("%q: %q", src, d.Text)
		}
	}
}

func TestJSONL(t *testing.T) {
	src := `{"id":"a1","text":"Ann \"A\u00e9\" said.\nTwo.","source":"Radio Bana","date":"6 March 2021","extra":[1,{"text":"no"}]}` + "\r\n\n" +
		`not json` + "\n" + `{"text":"x","lang":"fr-CD","title":"T"}` + "\n" + `{"title":"nothing"}`
	docs, err := Read("dir/../a.jsonl", []byte(src), Options{Publisher: "P", Lang: "en"})
	if err == nil || !strings.Contains(err.Error(), "line 3:") || !strings.Contains(err.Error(), "line 5:") {
		t.Errorf("error: %v", err)
	}
	if len(docs) != 2 {
		t.Fatalf("%d documents", len(docs))
	}
	checkDocuments(t, []byte(src), docs)
	a, b := docs[0], docs[1]
	if a.ID != "a1" || a.Publisher != "Radio Bana" || a.Date != date.Of(2021, 3, 6) || a.Lang != "en" || blocks(a) != `Ann "Aé" said.|Two.` {
		t.Errorf("first: %+v", a)
	}
	if b.ID != "a.jsonl#4" || b.Publisher != "P" || b.Lang != "fr" || b.Title != "T" || a.SHA256 == b.SHA256 {
		t.Errorf("second: %+v", b)
	}
	if at := strings.Index(a.Text, "said"); a.File(text.Span{Start: at, End: at + 4}).In(src) != "said" {
		t.Errorf("said is at %q", a.File(text.Span{Start: at, End: at + 4}).In(src))
	}
}

func TestParseDay(t *testing.T) {
	for s, want := range map[string]string{
		"2025-03-20": "2025-03-20", "2025-03-20T10:00:00Z": "2025-03-20", "20250320": "2025-03-20", "26 May 2015": "2015-05-26",
		"6 March 2021": "2021-03-06", "March 6, 2021": "2021-03-06", "Wed, 19 Mar 2025 10:00:00 GMT": "2025-03-19",
		"mardi 1er avril 2024": "2024-04-01", "3 août 2023": "2023-08-03", "May 2021": "", "31 June 2021": "", "2025-03-205": "", "yesterday": "",
	} {
		if got := parseDay(s).String(); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.txt", "One.\n\n[factcheck: off]\nTwo\nthree")
	f.Add("a.jsonl", `{"id":"a","text":"x \u00e9\ud83d\ude00 \n y","date":"6 March 2021"}`)
	f.Add("a.txt", "\xFF\xFEa\x00b\x00")
	f.Add("a.txt", "caf\xE9 \x92")
	f.Add("a.md", "---\ntitle: T\n---\n# H\n> a **b** &amp; &nGg; \\* <!-- factcheck off -->\n\n|a|\n|-|\n\n[^1]: x")
	f.Fuzz(func(t *testing.T, path, src string) {
		docs, _ := Read(path, []byte(src), Options{})
		checkDocuments(t, []byte(src), docs)
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("---\ntitle: T\n---\n# H\n> a **b** &amp; &nGg; \\* <!-- factcheck off -->\n\n|a|\n|-|\n\n- x[^1]\n\n[^1]: y <br> ~~z~~")
	f.Fuzz(func(t *testing.T, src string) {
		docs, _ := Read("a.md", []byte(src), Options{})
		checkDocuments(t, []byte(src), docs)
	})
}

func FuzzJSONL(f *testing.F) {
	f.Add(`{"id" : "a\u0062", "x":[1,{"text":"no \"} "}], "n":-1.5e3 ,"text":"yes\\" , "b":true,"text2":null}`)
	f.Fuzz(func(t *testing.T, line string) {
		docs, _ := Read("a.jsonl", []byte(line), Options{})
		checkDocuments(t, []byte(line), docs)
		var want map[string]any
		if len(docs) == 1 && utf8.ValidString(line) && json.Unmarshal([]byte(line), &want) == nil {
			if s, ok := want["text"].(string); ok && s != docs[0].Text && strings.Count(line, "text") == 1 {
				t.Fatalf("%q, want %q", docs[0].Text, s)
			}
		}
	})
}

func BenchmarkJSONL(b *testing.B) {
	line := `{"id":"a1","text":"The mayor of Mbeli said no to Radio Bana on Wednesday, and 15,000 people left the town for the hills.","source":"Radio Bana","date":"6 March 2021"}` + "\n"
	data := []byte(strings.Repeat(line, 1000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Read("a.jsonl", data, Options{})
	}
}

func FuzzUnescape(f *testing.F) {
	f.Add(`"a\u00e9\ud83d\ude00\ud83d\n"`)
	f.Fuzz(func(t *testing.T, raw string) {
		var want string
		if !utf8.ValidString(raw) || !strings.HasPrefix(raw, `"`) || json.Unmarshal([]byte(raw), &want) != nil {
			return
		}
		if got, _ := unescape(strings.TrimSpace(raw), 0); got != want {
			t.Fatalf("%q: %q, want %q", raw, got, want)
		}
	})
}
