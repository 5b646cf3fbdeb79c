package token

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"

	"factcheck/verify/entail/protobuf"
)

// ParseJSON reads a tokenizer.json of Hugging Face.
func ParseJSON(data []byte) (*Vocabulary, error) {
	var file struct {
		Normalizer *normaliser `json:"normalizer"`
		Added      []struct {
			ID      int    `json:"id"`
			Content string `json:"content"`
		} `json:"added_tokens"`
		Model struct {
			Type    string          `json:"type"`
			Unknown *int            `json:"unk_id"`
			Bytes   bool            `json:"byte_fallback"`
			Prefix  *string         `json:"continuing_subword_prefix"`
			Vocab   json.RawMessage `json:"vocab"`
		} `json:"model"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("tokenizer.json: %w", err)
	}
	d := &draft{}
	switch {
	case file.Model.Type == "Unigram" && !file.Model.Bytes:
		d.kind = Unigram
		var vocab [][2]any
		if err := json.Unmarshal(file.Model.Vocab, &vocab); err != nil {
			return nil, fmt.Errorf("tokenizer.json: %w", err)
		}
		for i, p := range vocab {
			text, _ := p[0].(string)
			score, _ := p[1].(float64)
			d.add(i, text, float32(score))
		}
	case (file.Model.Type == "WordPiece" || file.Model.Type == "") && file.Model.Prefix != nil && *file.Model.Prefix == "##":
		d.kind = WordPiece
		var vocab map[string]int
		if err := json.Unmarshal(file.Model.Vocab, &vocab); err != nil {
			return nil, fmt.Errorf("tokenizer.json: %w", err)
		}
		for text, i := range vocab {
			if i < 0 || i > 1<<21 {
				return nil, fmt.Errorf("tokenizer.json: piece %d", i)
			}
			d.add(i, text, 0)
		}
	default:
		return nil, fmt.Errorf("tokenizer.json: cuts words by %q; WordPiece and Unigram are known", file.Model.Type)
	}
	if err := file.Normalizer.apply(d); err != nil {
		return nil, err
	}
	for _, a := range file.Added {
		if a.ID < 0 || a.ID > 1<<21 {
			return nil, fmt.Errorf("tokenizer.json: piece %d", a.ID)
		}
		d.add(a.ID, a.Content, never)
	}
	return d.marked("[CLS]", "[SEP]", "[UNK]")
}

// A normaliser is one step before the cutting, or several.
type normaliser struct {
	Type    string       `json:"type"`
	Parts   []normaliser `json:"normalizers"`
	Map     string       `json:"precompiled_charsmap"`
	Lower   *bool        `json:"lowercase"`
	Accents *bool        `json:"strip_accents"`
}

func (n *normaliser) apply(d *draft) error {
	if n == nil {
		return nil
	}
	for i := range n.Parts {
		if err := n.Parts[i].apply(d); err != nil {
			return err
		}
	}
	switch n.Type {
	case "Precompiled":
		b, err := base64.StdEncoding.DecodeString(n.Map)
		if err != nil {
			return errors.New("tokenizer.json: its map of characters cannot be read")
		}
		d.chars = b
	case "BertNormalizer":
		if n.Lower == nil || *n.Lower {
			d.flags |= lowerCase
		}
		if n.Accents == nil && d.flags&lowerCase != 0 || n.Accents != nil && *n.Accents {
			d.flags |= noAccents
		}
	}
	return nil
}

// ParseList reads a vocab.txt: a piece a line, whose number is that of the line.
func ParseList(data []byte, lower bool) (*Vocabulary, error) {
	d := &draft{kind: WordPiece}
	if lower {
		d.flags = lowerCase | noAccents
	}
	for i, line := range strings.Split(strings.TrimRight(string(data), "\r\n"), "\n") {
		d.add(i, strings.TrimSuffix(line, "\r"), 0)
	}
	return d.marked("[CLS]", "[SEP]", "[UNK]")
}

// ParseSentencePiece reads an spm.model.
func ParseSentencePiece(data []byte) (*Vocabulary, error) {
	d := &draft{kind: Unigram}
	err := protobuf.Fields(data, func(field int, _ uint64, b []byte) error {
		switch field {
		case 1:
			var text string
			var score float32
			kind := uint64(1)
			err := protobuf.Fields(b, func(field int, v uint64, b []byte) error {
				switch field {
				case 1:
					text = string(b)
				case 2:
					score = math.Float32frombits(uint32(v))
				case 3:
					kind = v
				}
				return nil
			})
			if kind == 2 || kind == 3 || kind == 5 { // unknown, control, unused
				score = never
			}
			d.add(len(d.pieces), text, score)
			return err
		case 2:
			return protobuf.Fields(b, func(field int, v uint64, _ []byte) error {
				if field == 3 && v != 1 {
					return errors.New("spm.model: not a unigram model")
				}
				return nil
			})
		case 3:
			return protobuf.Fields(b, func(field int, _ uint64, b []byte) error {
				if field == 2 {
					d.chars = b
				}
				return nil
			})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("spm.model: %w", err)
	}
	return d.marked("[CLS]", "[SEP]", "[UNK]")
}

// add sets a piece by its number. What lies between is never found.
func (d *draft) add(i int, text string, score float32) {
	for len(d.pieces) <= i {
		d.pieces, d.scores = append(d.pieces, ""), append(d.scores, never)
	}
	d.pieces[i], d.scores[i] = text, score
}

// marked finds the marks by their names and takes them out of what a text may have.
func (d *draft) marked(begin, end, unknown string) (*Vocabulary, error) {
	d.special = Special{-1, -1, -1}
	for i, p := range d.pieces {
		switch p {
		case begin:
			d.special.Begin = i
		case end:
			d.special.End = i
		case unknown:
			d.special.Unknown = i
		}
		if len(p) > 1 && (p[0] == '[' && p[len(p)-1] == ']' && strings.ToUpper(p) == p && len(p) > 3 || p[0] == '<' && strings.HasPrefix(p, "<0x")) {
			d.scores[i] = never
		}
	}
	return d.finish()
}
