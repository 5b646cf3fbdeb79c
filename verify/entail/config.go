package entail

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"factcheck/verify/entail/weights"
)

// A config is config.json as its framework writes it, as far as it matters.
type config struct {
	Type        string            `json:"model_type"`
	Hidden      int               `json:"hidden_size"`
	Layers      int               `json:"num_hidden_layers"`
	Heads       int               `json:"num_attention_heads"`
	Inner       int               `json:"intermediate_size"`
	Act         string            `json:"hidden_act"`
	Positions   int               `json:"max_position_embeddings"`
	Types       int               `json:"type_vocab_size"`
	Epsilon     float64           `json:"layer_norm_eps"`
	Buckets     int               `json:"position_buckets"`
	Farthest    int               `json:"max_relative_positions"`
	Relative    bool              `json:"relative_attention"`
	SharedKeys  bool              `json:"share_att_key"`
	Biased      *bool             `json:"position_biased_input"`
	Between     any               `json:"pos_att_type"`
	NormedPlace string            `json:"norm_rel_ebd"`
	Kernel      int               `json:"conv_kernel_size"`
	Embedding   int               `json:"embedding_size"`
	Labels      map[string]string `json:"id2label"`
	Name        string            `json:"_name_or_path"`
}

// readConfig reads config.json; nil data means that there is none, and the shapes of
// the weights must say what the network is.
func readConfig(data []byte, w *weights.File) (*config, error) {
	c := &config{Act: "gelu", Epsilon: 1e-7}
	if data == nil {
		return c, c.guess(w)
	}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("config.json: %w", err)
	}
	switch {
	case c.Type != "bert" && c.Type != "deberta-v2":
		return nil, fmt.Errorf("config.json: a network of type %q; bert and deberta-v2 can be run", c.Type)
	case c.Act != "gelu":
		return nil, fmt.Errorf("config.json: its activation is %q; gelu can be run", c.Act)
	case c.Kernel > 0:
		return nil, fmt.Errorf("config.json: a layer of convolution, which cannot be run")
	case c.Embedding > 0 && c.Embedding != c.Hidden:
		return nil, fmt.Errorf("config.json: embeddings of %d numbers for %d, which cannot be run", c.Embedding, c.Hidden)
	case c.Type == "deberta-v2" && (!c.Relative || c.Buckets <= 0 || !c.both()):
		return nil, fmt.Errorf("config.json: a DeBERTa without buckets of distances in both directions, which cannot be run")
	}
	return c, nil
}

// both reports whether attention compares words with places in both directions.
func (c *config) both() bool {
	kinds := fmt.Sprint(c.Between)
	return strings.Contains(kinds, "c2p") && strings.Contains(kinds, "p2c")
}

// guess reads the measures off the weights: the usual ones of a DeBERTa of the third
// version, or of a BERT, with heads of 64 numbers.
func (c *config) guess(w *weights.File) error {
	words := w.Find("embeddings.word_embeddings.weight")
	if words == nil {
		return fmt.Errorf("there is no config.json, and the weights are not those of a BERT or DeBERTa")
	}
	c.Hidden = words.Columns()
	c.Heads = max(1, c.Hidden/64)
	for w.Find(fmt.Sprintf("encoder.layer.%d.output.dense.bias", c.Layers)) != nil {
		c.Layers++
	}
	if up := w.Find("encoder.layer.0.intermediate.dense.bias"); up != nil {
		c.Inner = up.Rows()
	}
	if t := w.Find("embeddings.token_type_embeddings.weight"); t != nil {
		c.Types = t.Rows()
	}
	if p := w.Find("encoder.rel_embeddings.weight"); p != nil {
		c.Type, c.Positions, c.Buckets, c.Farthest = "deberta-v2", 512, p.Rows()/2, -1
		c.SharedKeys = w.Find("encoder.layer.0.attention.self.pos_key_proj.weight") == nil
		if w.Find("encoder.LayerNorm.weight") != nil {
			c.NormedPlace = "layer_norm"
		}
		return nil
	}
	c.Type, c.Epsilon = "bert", 1e-12
	if p := w.Find("embeddings.position_embeddings.weight"); p != nil {
		c.Positions = p.Rows()
	}
	return nil
}

// buckets returns the row of each distance from -positions on: near ones have their
// own, far ones share one with others about as far.
func (c *config) buckets() []int {
	far := c.Farthest
	if far <= 0 {
		far = c.Positions
	}
	mid := c.Buckets / 2
	out := make([]int, 2*c.Positions)
	for i := range out {
		distance := i - c.Positions
		size, sign := max(distance, -distance), 1
		if distance < 0 {
			sign = -1
		}
		b := distance
		if size > mid {
			b = sign * (mid + int(math.Ceil(math.Log(float64(size)/float64(mid))/math.Log(float64(far-1)/float64(mid))*float64(mid-1))))
		}
		out[i] = max(0, min(2*c.Buckets-1, b+c.Buckets))
	}
	return out
}

// A Label is what an answer of a model means.
type Label string

// The labels.
const (
	LabelEntail     Label = "entail"
	LabelNeutral    Label = "neutral"
	LabelContradict Label = "contradict"
	LabelNot        Label = "not entail" // neutral or contradict
	LabelOther      Label = "not contradict"
)

// labels returns the labels of the network's answers in their order. An unnamed
// answer is an error: its number says nothing.
func (c *config) labels(named []string, n int) ([]Label, error) {
	if len(named) == 0 {
		for i := range n {
			named = append(named, c.Labels[strconv.Itoa(i)])
		}
	}
	if len(named) != n {
		return nil, fmt.Errorf("%w: it has %d answers, and %d are named", errLabels, n, len(named))
	}
	var out []Label
	for _, name := range named {
		l := labelOf(name)
		if l == "" || slices.Contains(out, l) {
			return nil, fmt.Errorf("%w: %q is none", errLabels, name)
		}
		out = append(out, l)
	}
	return out, nil
}

func labelOf(name string) Label {
	name = strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(strings.TrimSpace(name)))
	switch {
	case strings.HasPrefix(name, "not entail"):
		return LabelNot
	case strings.HasPrefix(name, "not contradict"):
		return LabelOther
	case strings.HasPrefix(name, "entail"):
		return LabelEntail
	case strings.HasPrefix(name, "neutral"):
		return LabelNeutral
	case strings.HasPrefix(name, "contradict"):
		return LabelContradict
	}
	return ""
}
