package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"factcheck/verify/entail"
)

// modelSuffix is the ending of an imported model.
const modelSuffix = ".model"

func (c *console) modelCommand() *cli.Command {
	return &cli.Command{
		Name: "model", Usage: "the reading models that are installed", Category: "set up",
		Description: `A reading model is a small network that was taught natural language inference. It
reads what rules cannot: the same fact in other words. You download one, factcheck
imports it; factcheck itself never touches the network.

  factcheck model add nli-deberta-v3-xsmall/
  factcheck verify --model nli-deberta-v3-xsmall draft.md`,
		Subcommands: []*cli.Command{
			{Name: "add", Usage: "import a model from its folder or its file of weights", ArgsUsage: "DIR|FILE", Action: c.modelAdd, Flags: join([]cli.Flag{
				&cli.StringFlag{Name: "name", Usage: "`name` of the model; without it that of the folder", Category: "input"},
				&cli.StringSliceFlag{Name: "labels", Usage: "`labels` of its answers in their order, where config.json lacks them: entailment, neutral, contradiction, not_entailment, not_contradiction", Category: "input"},
			}, outputFlags(), []cli.Flag{noProgressFlag()})},
			{Name: "list", Usage: "the models, their licences and sums", Action: c.modelList, Flags: join([]cli.Flag{formatFlag("table", "json")}, outputFlags())},
			{Name: "remove", Usage: "remove a model", ArgsUsage: "NAME", Action: c.modelRemove, Flags: outputFlags()},
			{Name: "check", Usage: "how a model does on labelled pairs; its thresholds are set by it", ArgsUsage: "[PAIRS]", Action: c.modelCheck,
				Description: `PAIRS holds one JSON object a line, {"source","statement","label"}; the label is entail,
neutral or contradict. Without PAIRS the model is taught and checked on the pairs that
factcheck brings along; with --teach on both.`,
				Flags: join([]cli.Flag{formatFlag("table", "json"), modelFlag(), configFlag(),
					&cli.BoolFlag{Name: "teach", Usage: "teach the model PAIRS too", Category: "run"},
					&cli.BoolFlag{Name: "measure", Usage: "leave the thresholds as they are", Category: "run"}}, outputFlags(), []cli.Flag{noProgressFlag()})},
		},
	}
}

func noProgressFlag() cli.Flag {
	return &cli.BoolFlag{Name: "no-progress", Usage: "no progress on the terminal", Category: "output"}
}

func modelFlag() cli.Flag {
	return &cli.StringFlag{Name: "model", Usage: "`name` of the reading model, or off", Category: "run"}
}

// modelDir returns the folder of the installed models.
func modelDir() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "factcheck", "models"), nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "factcheck", "models"), err
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "factcheck", "models"), err
}

// installed returns the folder of the models and their names.
func installed() (dir string, names []string, err error) {
	if dir, err = modelDir(); err != nil {
		return "", nil, errNoData(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", nil, errRead(err)
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), modelSuffix); ok && name != "" && !strings.HasPrefix(name, ".") {
			names = append(names, name)
		}
	}
	return dir, names, nil
}

// modelPath returns where the model of a name lies.
func modelPath(name string) (string, error) {
	dir, names, err := installed()
	if err != nil {
		return "", err
	}
	if !slices.Contains(names, name) {
		return "", errUnknownModel(name, names)
	}
	return filepath.Join(dir, name+modelSuffix), nil
}

// openModel opens the model that the flag, the environment or the settings name; nil if
// none do, or they say off. The same model is opened once.
func (c *console) openModel(ctx *cli.Context, cfg *config) (*entail.Model, error) {
	name := setting(ctx, "model", "FACTCHECK_MODEL", cfg.Model, "off")
	if name == "off" {
		return nil, nil
	}
	if m, ok := c.models[name]; ok {
		return m, nil
	}
	path, err := modelPath(name)
	if err != nil {
		return nil, err
	}
	m, err := entail.Open(path)
	if err != nil {
		return nil, modelFault(name, err)
	}
	if c.models == nil {
		c.models = map[string]*entail.Model{}
	}
	c.models[name] = m
	return m, nil
}

// modelAdd imports a model.
func (c *console) modelAdd(ctx *cli.Context) error {
	if _, err := c.look(ctx); err != nil {
		return err
	}
	if ctx.NArg() == 0 {
		return errTooFew(ctx.Command, "the folder of the model")
	}
	if ctx.NArg() > 1 {
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	source, name := ctx.Args().First(), ctx.String("name")
	if name == "" {
		name = entail.NameOf(source)
	}
	dir, _, err := installed()
	if err != nil {
		return err
	}
	if name == "" || name == "off" || strings.ContainsAny(name, `/\`) || strings.HasPrefix(name, ".") {
		return errModelName(name)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return errWrite(dir, err)
	}
	var labels []string
	for _, l := range ctx.StringSlice("labels") {
		labels = append(labels, strings.Split(l, ",")...)
	}
	path := filepath.Join(dir, name+modelSuffix)
	reading := c.progress("reading layers", 0)
	card, err := c.importModel(source, path, entail.ImportOptions{Name: name, Labels: labels, Progress: func(_, all int) { reading.step(all) }})
	c.endProgress()
	if err != nil {
		return modelFault(source, err)
	}
	c.say(fmt.Sprintf("%s: %s, %.1f million weights, licence %s, sha256 %s", card.Name, card.Kind, float64(card.Weights)/1e6, orNotStated(card.Licence), card.Sum))
	c.say(fmt.Sprintf("factcheck verify --model %s draft.md, or model: %s in %s", card.Name, card.Name, configName))
	return nil
}

// importModel imports a model into a file beside path, teaches it there, and only then
// puts it in its place.
func (c *console) importModel(source, path string, opt entail.ImportOptions) (*entail.Card, error) {
	half := filepath.Join(filepath.Dir(path), ".import-"+filepath.Base(path))
	defer os.Remove(half)
	card, err := entail.Import(source, half, opt)
	if err != nil {
		return nil, err
	}
	m, err := entail.Open(half)
	if err != nil {
		return nil, err
	}
	defer m.Close()
	pairs := entail.Lessons()
	p := c.progress("teaching", len(pairs))
	if _, err := m.Teach(pairs, func() { p.step(len(pairs)) }); err != nil {
		return nil, err
	}
	if err := c.ctx.Err(); err != nil {
		return nil, err
	}
	return card, m.Save(path)
}

func orNotStated(licence string) string {
	if licence == "" {
		return "not stated"
	}
	return licence
}

// modelList lists the models.
func (c *console) modelList(ctx *cli.Context) error {
	if _, err := c.look(ctx); err != nil {
		return err
	}
	if ctx.Args().Present() {
		return errTooMany(ctx.Command, ctx.Args().First())
	}
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "json"})
	if err != nil {
		return err
	}
	dir, names, err := installed()
	if err != nil {
		return err
	}
	cards := []entail.Card{}
	for _, name := range names {
		m, err := entail.Open(filepath.Join(dir, name+modelSuffix))
		if err != nil {
			c.fail(modelFault(name, err))
			continue
		}
		card := m.Card()
		card.Name = name
		cards = append(cards, card)
		m.Close()
	}
	if format == "json" {
		return writeJSON(c.out, cards)
	}
	if len(names) == 0 {
		c.say("no model is installed: factcheck model add DIR")
	}
	for _, card := range cards {
		fmt.Fprintf(c.out, "%s\n  %s, %.1f million weights\n  licence %s\n  sha256  %s\n", card.Name, card.Kind, float64(card.Weights)/1e6, orNotStated(card.Licence), card.Sum)
	}
	return nil
}

func writeJSON(w *output, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// modelRemove removes a model.
func (c *console) modelRemove(ctx *cli.Context) error {
	if _, err := c.look(ctx); err != nil {
		return err
	}
	if ctx.NArg() == 0 {
		return errTooFew(ctx.Command, "the name of the model")
	}
	if ctx.NArg() > 1 {
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	path, err := modelPath(ctx.Args().First())
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil {
		return errWrite(path, err)
	}
	c.say(ctx.Args().First() + ": removed")
	return nil
}

// modelCheck teaches a model on the pairs that come along, or measures it on others.
func (c *console) modelCheck(ctx *cli.Context) error {
	if _, err := c.look(ctx); err != nil {
		return err
	}
	if ctx.NArg() > 1 {
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "json"})
	if err != nil {
		return err
	}
	name, err := c.modelNamed(ctx)
	if err != nil {
		return err
	}
	path, err := modelPath(name)
	if err != nil {
		return err
	}
	m, err := entail.Open(path)
	if err != nil {
		return modelFault(name, err)
	}
	defer m.Close()
	pairs, check := entail.Lessons(), m.Teach
	if file := ctx.Args().First(); file != "" {
		if pairs, err = c.labelledPairs(file); err != nil {
			return err
		}
		if check = m.Measure; ctx.Bool("teach") {
			pairs, check = append(pairs, entail.Lessons()...), m.Teach
		}
	}
	p := c.progress("checking", len(pairs))
	found, err := check(pairs, func() { p.step(len(pairs)) })
	c.endProgress()
	if err != nil {
		return err
	}
	if err := printCheck(c.out, format, found); err != nil || ctx.Bool("measure") {
		return err
	}
	m.Calibrate(found)
	return modelFault(name, m.Save(path))
}

// modelNamed returns the name of the model that a command is about: the one that is
// named, else the only one.
func (c *console) modelNamed(ctx *cli.Context) (string, error) {
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return "", err
	}
	if name := setting(ctx, "model", "FACTCHECK_MODEL", cfg.Model, "off"); name != "off" {
		return name, nil
	}
	_, names, err := installed()
	if err == nil && len(names) != 1 {
		err = errWhichModel(names)
	}
	if err != nil {
		return "", err
	}
	return names[0], nil
}

// labelledPairs reads pairs with their labels.
func (c *console) labelledPairs(path string) ([]entail.Pair, error) {
	data, err := c.load(input{path: path, name: path})
	if err != nil {
		return nil, err
	}
	var pairs []entail.Pair
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var p entail.Pair
		err := json.Unmarshal(lines.Bytes(), &p)
		if err == nil && (p.Source == "" || p.Statement == "") {
			err = errors.New(`"source" or "statement" is missing or empty`)
		}
		if err == nil && p.Label != entail.LabelEntail && p.Label != entail.LabelNeutral && p.Label != entail.LabelContradict {
			err = fmt.Errorf("unknown label %q", p.Label)
		}
		if err != nil {
			return nil, errLine(path, n, `{"source":"...","statement":"...","label":"entail|neutral|contradict"}`, err)
		}
		pairs = append(pairs, p)
	}
	if len(pairs) == 0 {
		return nil, errNoPairs(path)
	}
	return pairs, nil
}

// printCheck prints recall by precision.
func printCheck(w *output, format string, c *entail.Check) error {
	type row struct {
		Precision  float32      `json:"precision"`
		Supports   *entail.Step `json:"supports"`
		Contradict *entail.Step `json:"contradictions"`
	}
	var rows []row
	for _, p := range []float32{0.99, 0.97, 0.95, 0.9, 0.8} {
		r := row{Precision: p}
		if s, ok := entail.At(c.Supports, p); ok {
			r.Supports = &s
		}
		if s, ok := entail.At(c.Clashes, p); ok {
			r.Contradict = &s
		}
		rows = append(rows, r)
	}
	if format == "json" {
		return writeJSON(w, struct {
			Pairs int   `json:"pairs"`
			Right int   `json:"right"`
			By    []row `json:"by_precision"`
		}{c.Pairs, c.Right, rows})
	}
	fmt.Fprintf(w, "%d pairs, %.1f %% labelled as people did\n\nprecision   supports found  from    contradictions found  from\n", c.Pairs, 100*float64(c.Right)/float64(max(1, c.Pairs)))
	if c.Supported.Recall+c.Contradicted.Recall > 0 {
		defer fmt.Fprintf(w, "\nwith the thresholds as they were: %.1f %% of the supports at a precision of %.3f, %.1f %% of the contradictions at %.3f\n",
			100*c.Supported.Recall, c.Supported.Precision, 100*c.Contradicted.Recall, c.Contradicted.Precision)
	}
	cell := func(s *entail.Step) (string, string) {
		if s == nil {
			return "none", ""
		}
		return fmt.Sprintf("%.1f %%", 100*s.Recall), fmt.Sprintf("%.3f", s.Threshold)
	}
	for _, r := range rows {
		a, b := cell(r.Supports)
		x, y := cell(r.Contradict)
		fmt.Fprintf(w, "%9.2f   %14s  %-6s  %20s  %-6s\n", r.Precision, a, b, x, y)
	}
	return nil
}
