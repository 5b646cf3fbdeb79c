package token

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
)

// unigram and wordPiece are two small tokenizers as they are published.
const (
	unigram = `{"model":{"type":"Unigram","unk_id":3,"vocab":[["[PAD]",0],["[CLS]",0],["[SEP]",0],["[UNK]",0],
		["▁",-5],["▁the",-2],["▁town",-3],["▁to",-2.5],["w",-4],["n",-4],["wn",-4.5],["s",-3],[".",-3],["é",-6]]}}`
	wordPiece = `{"normalizer":{"type":"BertNormalizer","lowercase":true},"model":{"type":"WordPiece","continuing_subword_prefix":"##",
		"vocab":{"[PAD]":0,"[CLS]":1,"[SEP]":2,"[UNK]":3,"the":4,"town":5,"##s":6,"to":7,"##wn":8,".":9,"ete":10,"中":11,"[":12,"]":13,"sep":14}}}`
)

func parsed(t testing.TB, text string) *Vocabulary {
	t.Helper()
	v, err := ParseJSON([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestAppend guards how texts are cut.
func TestAppend(t *testing.T) {
	u, w := parsed(t, unigram), parsed(t, wordPiece)
	for _, c := range []struct {
		v    *Vocabulary
		text string
		want []int32
	}{
		{u, "the towns.", []int32{5, 6, 11, 12}},
		{u, "  the   town ", []int32{5, 6}},
		{u, "the xyz town", []int32{5, 4, 3, 6}}, // what no piece covers is one unknown piece
		{u, "[SEP]", []int32{4, 3}},              // text, not a mark
		{u, "", nil},
		{u, "\xff", []int32{4, 3}},
		{w, "The Towns.", []int32{4, 5, 6, 9}},
		{w, "ÉTÉ", []int32{10}},
		{w, "the中town", []int32{4, 11, 5}},
		{w, "the\x00town thetown", []int32{3, 3}},
		{w, "[SEP]", []int32{12, 14, 13}},
		{w, strings.Repeat("t", 101), []int32{3}},
		{w, " \t\n", nil},
	} {
		if got := c.v.Append(nil, c.text, &Room{}); !slices.Equal(got, c.want) {
			t.Errorf("%q is cut into %v, not %v", c.text, got, c.want)
		}
	}
}

// TestSentencePiece guards that spm.model is read like the tokenizer.json made of it.
func TestSentencePiece(t *testing.T) {
	var file struct {
		Model struct{ Vocab [][2]any }
	}
	if err := json.Unmarshal([]byte(unigram), &file); err != nil {
		t.Fatal(err)
	}
	var data []byte
	for i, p := range file.Model.Vocab {
		piece := append([]byte{1<<3 | 2, byte(len(p[0].(string)))}, p[0].(string)...)
		piece = binary.LittleEndian.AppendUint32(append(piece, 2<<3|5), math.Float32bits(float32(p[1].(float64))))
		if i < 4 {
			piece = append(piece, 3<<3, 3) // a mark
		}
		data = append(append(data, 1<<3|2, byte(len(piece))), piece...)
	}
	// The map of characters, in the form of Darts-clone: it replaces A by s.
	trie := make([]uint32, 256)
	trie[0] = 128 << 10
	trie[128^'A'] = uint32('A') | 1<<8 | (64 << 10)
	trie[128^'A'^64] = 1 << 31
	var chars []byte
	chars = binary.LittleEndian.AppendUint32(chars, uint32(4*len(trie)))
	for _, u := range trie {
		chars = binary.LittleEndian.AppendUint32(chars, u)
	}
	chars = append(chars, 's', 0)
	normalizer := append(binary.AppendUvarint([]byte{2<<3 | 2}, uint64(len(chars))), chars...)
	data = append(binary.AppendUvarint(append(data, 3<<3|2), uint64(len(normalizer))), normalizer...)
	v, err := ParseSentencePiece(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := v.Append(nil, "the townA.", &Room{}); !slices.Equal(got, []int32{5, 6, 11, 12}) {
		t.Errorf("cut into %v", got)
	}
}

func TestParseList(t *testing.T) {
	v, err := ParseList([]byte("[PAD]\r\n[CLS]\r\n[SEP]\r\n[UNK]\r\nthe\r\n##s\r\n"), true)
	if err != nil {
		t.Fatal(err)
	}
	if got := v.Append(nil, "THES", &Room{}); !slices.Equal(got, []int32{4, 5}) || v.Len() != 6 {
		t.Errorf("cut into %v of %d", got, v.Len())
	}
}

// TestBadVocabularies guards what is refused.
func TestBadVocabularies(t *testing.T) {
	for text, says := range map[string]string{
		"":   "tokenizer.json",
		"{}": "cuts words",
		`{"model":{"type":"Unigram","byte_fallback":true}}`:          "cuts words",
		strings.Replace(unigram, "[SEP]", "[END]", 1):                "lacks the marks",
		strings.Replace(wordPiece, `"the":4`, `"the":-4`, 1):         "piece -4",
		strings.Replace(wordPiece, `"the":4`, `"the":9999999999`, 1): "piece 9999999999",
	} {
		if _, err := ParseJSON([]byte(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40q: %v", text, err)
		}
	}
}

// FuzzAppend guards that texts of any bytes are cut, in pieces that there are.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"the towns.", "\xff\xc3", "▁▁", strings.Repeat("ab", 300), "\u0301é中"} {
		f.Add(s)
	}
	u, w := parsed(f, unigram), parsed(f, wordPiece)
	f.Fuzz(func(t *testing.T, text string) {
		for _, v := range []*Vocabulary{u, w} {
			for _, id := range v.Append(nil, text, &Room{}) {
				if id < 0 || int(id) >= v.Len() {
					t.Fatalf("piece %d of %d", id, v.Len())
				}
			}
		}
	})
}

// FuzzParse guards the readers of files, and Open, against any bytes.
func FuzzParse(f *testing.F) {
	for _, s := range []string{unigram, wordPiece} {
		f.Add([]byte(s))
		f.Add(parsed(f, s).Bytes())
	}
	f.Add([]byte{1<<3 | 2, 0, 3<<3 | 2, 3, 2<<3 | 2, 1, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		j, _ := ParseJSON(data)
		s, _ := ParseSentencePiece(data)
		l, _ := ParseList(data, true)
		o, _ := Open(data)
		for _, v := range []*Vocabulary{j, s, l, o} {
			if v != nil {
				v.Append(nil, "the towns été [SEP] 中", &Room{})
			}
		}
	})
}
