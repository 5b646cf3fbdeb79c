package opensearch

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"factcheck/claims"
	"factcheck/claims/date"
	"factcheck/sources/index"
)

// A record is a document of the archive as the cluster keeps it. Entry is the whole of it, as
// the file would hold it, in a column; what stands beside it is for people and for other programs, and for
// what must be told without reading it.
type record struct {
	Kind       string          `json:"kind"`
	Sum        uint32          `json:"sum"`
	Unit       int             `json:"unit"`
	Named      string          `json:"named"`
	ID         string          `json:"id"`
	Path       string          `json:"path,omitempty"`
	Publisher  string          `json:"publisher,omitempty"`
	Author     string          `json:"author,omitempty"`
	Speaker    string          `json:"speaker,omitempty"`
	Title      string          `json:"title,omitempty"`
	Subtitle   string          `json:"subtitle,omitempty"`
	URL        string          `json:"url,omitempty"`
	Lang       string          `json:"lang,omitempty"`
	Date       string          `json:"date,omitempty"`
	Day        date.Day        `json:"day,omitempty"`
	SHA256     string          `json:"sha256"`
	State      string          `json:"state"`
	Release    *claims.Release `json:"release,omitempty"`
	Review     *claims.Review  `json:"review,omitempty"`
	Credited   []string        `json:"credited,omitempty"`
	Outline    []byte          `json:"outline,omitempty"`
	Made       string          `json:"made"`
	Units      int             `json:"units"`
	Statements int             `json:"statements"`
	Bytes      int             `json:"bytes"`
	Entry      []byte          `json:"entry,omitempty"`
}

const (
	kindDocument = "document"
	kindPassage  = "passage"
	kindBatch    = "batch"
)

// Keys are numbers in letters that the cluster packs into three quarters of their length.
var letters = base64.RawURLEncoding

// keyOf returns the key of the document with an id. Its passages stand on the same shard.
func keyOf(id string) string {
	sum := sha256.Sum256([]byte(id))
	return letters.EncodeToString(sum[:12])
}

// passageKey returns the key of a passage of a document that was made at some writing.
func passageKey(key, made string, unit int) string {
	return key + made + letters.EncodeToString([]byte{byte(unit >> 16), byte(unit >> 8), byte(unit)})
}

// mostPassages is how many passages a key can tell apart.
const mostPassages = 1 << 24

// unlike returns the name of a writing, which nobody else chose.
func unlike() string {
	return letters.EncodeToString(binary.BigEndian.AppendUint64(nil, rand.Uint64())[:6])
}

// recordOf makes the record of an entry, which is packed and deflated.
func recordOf(e *index.Entry, packed []byte, made string, units int) *record {
	d := e.Document
	state, outline := index.StateOf(e), e.Outline()
	r := &record{
		Kind: kindDocument, Sum: index.OrderOf(d.ID), Unit: -1, Named: keyOf(d.ID), ID: d.ID, Path: d.Path, Publisher: d.Publisher, Author: d.Author, Speaker: d.Speaker, Title: d.Title,
		Subtitle: d.Subtitle, URL: d.URL, Lang: d.Lang, Date: d.Date.String(), Day: d.Date, SHA256: hex.EncodeToString(d.SHA256[:]), State: hex.EncodeToString(state[:]),
		Review: d.Review, Credited: outline.Credited(), Outline: outline.Pack(), Made: made, Units: units, Statements: len(e.Statements), Bytes: len(d.Text), Entry: packed,
	}
	if d.Release != (claims.Release{}) {
		r.Release = &d.Release
	}
	return r
}

// recordIn reads a record, or a part of one.
func recordIn(key string, source json.RawMessage) (*record, error) {
	r := &record{}
	if err := json.Unmarshal(source, r); err != nil {
		return nil, fmt.Errorf("%w: document %s cannot be read", index.ErrDamaged, key)
	}
	return r, nil
}

// unpacked returns the document with its statements that an entry holds.
func unpacked(entry []byte) (*index.Entry, error) {
	data, err := inflate(entry)
	if err != nil {
		return nil, err
	}
	return index.UnpackEntry(data)
}

// A passage is a unit of retrieval as the cluster keeps it.
type passage struct {
	Kind     string   `json:"kind"`
	Sum      uint32   `json:"sum"`
	Unit     int      `json:"unit"`
	Named    string   `json:"named"`
	Made     string   `json:"writing"`
	Lang     string   `json:"lang,omitempty"`
	Date     string   `json:"date,omitempty"`
	Terms    string   `json:"terms"`
	Shingles string   `json:"shingles,omitempty"`
	Speakers []string `json:"speakers,omitempty"`
	Outlets  []string `json:"outlets,omitempty"`
	Origins  []string `json:"origins,omitempty"`
}

// passagesOf makes the passages of an entry.
func passagesOf(e *index.Entry, made string) [][]byte {
	d := e.Document
	key := keyOf(d.ID)
	var all [][]byte
	for _, u := range e.Passages() {
		p := passage{Kind: kindPassage, Sum: index.OrderOf(d.ID), Unit: u.Number, Named: key, Made: made, Lang: d.Lang, Date: d.Date.String(), Terms: terms(u.Terms), Shingles: shingles(u.Words)}
		put := func(list *[]string, name string) {
			if name != "" && !slices.Contains(*list, name) {
				*list = append(*list, name)
			}
		}
		put(&p.Outlets, d.Publisher)
		for i := max(0, u.First); u.First >= 0 && i < len(e.Statements) && e.Statements[i].Sentence == e.Statements[u.First].Sentence; i++ {
			a := e.Statements[i].Attribution
			put(&p.Speakers, a.Speaker.Name)
			for _, o := range a.Via {
				put(&p.Outlets, o.Name)
			}
			put(&p.Origins, a.Origin())
		}
		data, err := json.Marshal(&p)
		if err != nil {
			panic(err) // strings and numbers
		}
		all = append(all, data)
	}
	return all
}

// terms writes the terms of a passage with their impacts: "rebel|512 town|498".
func terms(held []index.Held) string {
	var b strings.Builder
	for _, h := range held {
		fmt.Fprintf(&b, "%s|%d ", spelled(h.Name), impact(h.Impact))
	}
	return strings.TrimSuffix(b.String(), " ")
}

func impact(v float64) int { return max(1, int(math.Round(impactScale*v))) }

// shingles writes the pairs of words that follow each other: "the|rebel rebel|took".
func shingles(words []string) string {
	var b strings.Builder
	seen := map[string]bool{}
	for i := 1; i < len(words); i++ {
		if s := shingle(words[i-1], words[i]); !seen[s] {
			seen[s] = true
			b.WriteString(s + " ")
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

func shingle(a, b string) string { return spelled(a) + "|" + spelled(b) }

// longestTerm is how many bytes of a term the cluster is given: it parts longer ones.
const longestTerm = 120

// spelled returns a term so that it holds no white space and none of the signs that part
// terms: names of sources are whole terms, as they are written.
func spelled(name string) string {
	odd := func(r rune) bool {
		return r <= ' ' || r == '|' || r == '%' || unicode.IsSpace(r) || unicode.IsControl(r)
	}
	if !strings.ContainsFunc(name, odd) && len(name) <= longestTerm {
		return name
	}
	var b strings.Builder
	for _, r := range name {
		if odd(r) {
			fmt.Fprintf(&b, "%%%x.", r)
		} else {
			b.WriteRune(r)
		}
	}
	if b.Len() > longestTerm {
		sum := sha256.Sum256([]byte(name))
		return "%" + hex.EncodeToString(sum[:16])
	}
	return b.String()
}

// deflate and inflate pack an entry into half the size of its text.
func deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	return b.Bytes(), err
}

// mostEntry is what an entry holds at most.
const mostEntry = 1 << 30

func inflate(data []byte) ([]byte, error) {
	out, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), mostEntry))
	if err != nil {
		return nil, fmt.Errorf("%w: the entry of a document cannot be unpacked", index.ErrDamaged)
	}
	return out, nil
}
