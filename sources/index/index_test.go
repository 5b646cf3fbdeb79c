package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/claims/text"
)

// document makes an entry whose sentences are its statements, each with every
// field that a statement can have.
func document(id, title string, sentences ...string) Entry {
	d := &claims.Document{
		ID: id, Path: id + ".txt", Publisher: "Radio Bana", Author: "A. Doe", Title: title, Lang: "en", URL: "https://example.org/" + id,
		Date: date.Of(2025, 3, 20), Text: strings.Join(sentences, " "),
	}
	d.SHA256[0], d.SHA256[1] = byte(len(d.Text)), byte(len(id))
	if len(d.Text) > 0 {
		d.SHA256[2] = d.Text[0]
	}
	d.Blocks = []claims.Block{{Span: text.Span{Start: 0, End: len(d.Text)}, Kind: claims.Item}}
	n := len(d.Text)
	d.Pieces = []claims.Piece{{Text: text.Span{End: n / 2}, File: text.Span{Start: 10, End: 10 + n/2}}, {Text: text.Span{Start: n / 2, End: n}, File: text.Span{Start: 20 + n/2, End: 20 + 2*n}, Coding: claims.Wide}}
	d.Warnings = []string{"not UTF-8"}
	e := Entry{Document: d}
	at := 0
	for i, s := range sentences {
		span := text.Span{Start: at, End: at + len(s)}
		st := claims.Statement{Kind: claims.Kind(i & 1), Form: claims.Form(i & 3), Spans: []text.Span{span}, Sentence: span, Text: s, Topic: i%3 == 1}
		st.Attribution.Publisher = d.Publisher
		if i%2 == 1 {
			st.Spans = []text.Span{{Start: at, End: at + 2}, {Start: at + 3, End: at + len(s)}}
			st.Quoted = []text.Span{{Start: at, End: at + 2}}
			st.Text = claims.Content(d.Text, st.Spans)
			st.Attribution = claims.Attribution{
				Speaker: claims.Speaker{Text: s[:2], Span: text.Span{Start: at, End: at + 2}, Name: "Jane Doe", Role: "mayor", Kind: claims.Person},
				Cue:     claims.Cue{Text: "said", Span: text.Span{Start: at + 1, End: at + 2}, Lemma: "say", Commitment: claims.Denies, Class: claims.Writing},
				Tellers: []claims.Speaker{{Text: s[:1], Span: text.Span{Start: at, End: at + 1}, Name: "John Roe", Role: "aide", Kind: claims.Person}},
				Via:     []claims.Outlet{{Name: "AFP", Span: text.Span{Start: at, End: at + 1}}}, Told: true, Publisher: "Other",
				Said: date.Interval{From: date.Of(2025, 3, 1), To: date.Of(2025, 3, 2)},
			}
		}
		e.Statements = append(e.Statements, st)
		at += len(s) + 1
	}
	return e
}

func town(i int) Entry {
	return document(fmt.Sprintf("doc%d", i), fmt.Sprintf("Town number %d", i),
		fmt.Sprintf("The rebels took village%d on Wednesday.", i), fmt.Sprintf("Nobody in village%d was hurt, the mayor said.", i))
}

func TestMemory(t *testing.T) {
	x := Memory()
	if hits, err := x.Search(Query{Text: "anything"}, 5); len(hits) != 0 || err != nil {
		t.Fatal(hits, err)
	}
	for i := range 20 {
		if err := x.Add([]Entry{town(i)}); err != nil {
			t.Fatal(err)
		}
	}
	hits, err := x.Search(Query{Text: "Village7 was taken by rebels"}, 5)
	if err != nil || len(hits) == 0 {
		t.Fatal(hits, err)
	}
	s, err := x.Statement(hits[0].Ref)
	if err != nil || s.Text != "The rebels took village7 on Wednesday." {
		t.Fatalf("%v, %v", s, err)
	}
	if hits[0].Score <= 0 || hits[0].Score > 1 {
		t.Errorf("score %v", hits[0].Score)
	}
	changed := town(7)
	changed.Document.Text = "Nothing."
	changed.Statements = nil
	changed.Document.Blocks, changed.Document.Pieces = nil, nil
	if err := x.Add([]Entry{changed}); err != nil {
		t.Fatal(err)
	}
	hits, _ = x.Search(Query{Text: "village7"}, 5)
	if len(hits) != 0 {
		t.Errorf("found %v of a document that was replaced", hits)
	}
}

// TestMemoryGrows adds documents one by one, some of them again: few segments,
// numbers that hold, nothing found twice.
func TestMemoryGrows(t *testing.T) {
	x := Memory()
	var first uint32
	for i := range 300 {
		if err := x.Add([]Entry{town(i % 200)}); err != nil {
			t.Fatal(err)
		}
		if n, ok, _ := x.Find("doc3"); ok && i < 200 {
			if first == 0 {
				first = n
			}
			if n != first {
				t.Fatalf("document %d became %d", first, n)
			}
		}
	}
	if st := x.Stats(); st.Segments > 2*tierFull || st.Documents != 200 || st.Replaced != 100 {
		t.Errorf("%+v", st)
	}
	hits, err := x.SearchDocuments(Query{Text: "village150"}, 10)
	if err != nil || len(hits) != 1 {
		t.Errorf("%v, %v", hits, err)
	}
	e, err := x.Entry(hits[0].Document)
	if err != nil || e.Document.ID != "doc150" {
		t.Errorf("%v, %v", e.Document, err)
	}
	twice := town(7)
	twice.Document.Text += " Twice."
	if err := x.Add([]Entry{town(7), twice}); err != nil {
		t.Fatal(err)
	}
	n, _, _ := x.Find("doc7")
	if e, _ := x.Entry(n); e.Document.Text != twice.Document.Text || x.Stats().Documents != 200 {
		t.Errorf("%q, %+v", e.Document.Text, x.Stats())
	}
}

func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "x.db")
	if _, err := Open(path); !errors.Is(err, ErrMissing) {
		t.Fatal(err)
	}
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	var want []Entry
	for i := range 5 {
		want = append(want, town(i))
	}
	sum, err := w.Add(want)
	if err != nil || sum != (Added{New: 5}) {
		t.Fatal(sum, err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	sum, err = w.Add(want[:3])
	if err != nil || sum != (Added{Same: 3}) {
		t.Fatal(sum, err)
	}
	changed := town(2)
	changed.Document.Title = "Another title"
	if sum, err = w.Add([]Entry{changed}); err != nil || sum != (Added{Changed: 1}) {
		t.Fatal(sum, err)
	}
	if n, err := w.Remove("doc4", "nobody"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + lockSuffix); err == nil {
		t.Error("the lock is still there")
	}

	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var ids []string
	x.Documents(func(i Info) bool { ids = append(ids, i.Document.ID); return true })
	if got := strings.Join(ids, " "); got != "doc0 doc1 doc3 doc2" {
		t.Errorf("documents %s", got)
	}
	for _, e := range []Entry{want[0], want[1], want[3], changed} {
		n, ok, err := x.Find(e.Document.ID)
		if !ok || err != nil {
			t.Fatal(e.Document.ID, ok, err)
		}
		got, err := x.Entry(n)
		if err != nil || !reflect.DeepEqual(got, e) {
			t.Errorf("got %+v\nwant %+v\n%v", got, e, err)
		}
	}
	if st := x.Stats(); st.Documents != 4 || st.Replaced != 2 {
		t.Errorf("%+v", st)
	}
}

func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	w, err := OpenForWriting(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = OpenForWriting(path, 50*time.Millisecond)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) {
		t.Fatal(err)
	}
	go func() {
		time.Sleep(30 * time.Millisecond)
		w.Close()
	}()
	w, err = OpenForWriting(path, 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
}

// TestDocOf looks for the document of every unit where documents are of very
// different lengths.
func TestDocOf(t *testing.T) {
	x := Memory()
	var entries []Entry
	for i := range 300 {
		e := corpus(uint64(i), 1)[0]
		e.Document.ID = fmt.Sprint(i)
		for range i % 7 * i % 31 {
			e.Document.Text += " And so it went on."
		}
		if i%13 == 0 {
			e = Entry{Document: &claims.Document{ID: fmt.Sprint(i)}}
		}
		entries = append(entries, e)
	}
	if err := x.Add(entries); err != nil {
		t.Fatal(err)
	}
	s := x.segments[0]
	for i := range s.docs {
		for u := s.doc(i, 4); u < s.doc(i+1, 4); u++ {
			if got := s.docOf(u); got != i {
				t.Fatalf("unit %d is of document %d, not %d", u, i, got)
			}
		}
		if d := new(claims.Document); s.count(i) != s.meta(i, d) {
			t.Fatalf("document %d: %d statements", i, s.count(i))
		}
	}
}
