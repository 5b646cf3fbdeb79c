package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"factcheck/claims/date"
	"factcheck/verify/relate"
	"factcheck/verify/report"
)

func (c *console) compareCommand() *cli.Command {
	return &cli.Command{
		Name: "compare", Usage: "the relation of a source and a statement, with its reasons", ArgsUsage: "SOURCE STATEMENT | --pairs FILE", Category: "look",
		Description: `SOURCE is what is known, STATEMENT what is checked against it. --pairs reads one JSON
object a line, {"id","source","statement"} and where known "source_date", "date" and
"lang", and prints one a line in the same order.`,
		Flags: join(
			[]cli.Flag{
				formatFlag("table", "line", "json", "jsonl"),
				&cli.StringFlag{Name: "pairs", Usage: "`file` of pairs, one JSON object a line; - is standard input", Category: "input"},
				&cli.StringFlag{Name: "source-date", Usage: "date of the source, `YYYY-MM-DD`", Category: "input"},
				&cli.StringFlag{Name: "date", Usage: "date of the statement, `YYYY-MM-DD`", Category: "input"},
				&cli.StringFlag{Name: "lang", Usage: "language of both; `LANG` is en or fr", Category: "input"},
				&cli.BoolFlag{Name: "explain", Usage: "show how the two were laid beside each other", Category: "output"},
				jobsFlag(),
			},
			outputFlags(),
		),
		Action: c.compare,
	}
}

// compare judges one pair, or a stream of them.
func (c *console) compare(ctx *cli.Context) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	pairs := ctx.String("pairs")
	format, err := answerFormat(ctx, pairs)
	if err != nil {
		return err
	}
	if pairs != "" {
		if ctx.Args().Present() {
			return errTooMany(ctx.Command, ctx.Args().First())
		}
		return c.comparePairs(pairs, ctx.Int("jobs"), format, look)
	}
	switch ctx.NArg() {
	case 0, 1:
		return errTooFew(ctx.Command, []string{"the source", "the statement"}[ctx.NArg()])
	case 2:
	default:
		return errTooMany(ctx.Command, ctx.Args().Get(2))
	}
	p := pair{Source: ctx.Args().Get(0), Statement: ctx.Args().Get(1), SourceDate: ctx.String("source-date"), Date: ctx.String("date"), Lang: ctx.String("lang")}
	x, err := p.judge()
	if err != nil {
		return err
	}
	if look.Explain && x.Result.Alignment == nil {
		x.Result.Alignment = relate.Lay(relate.Side{Text: p.Source, Lang: p.Lang}, relate.Side{Text: p.Statement, Lang: p.Lang}, x.Result)
	}
	return printComparison(c.out, format, x, look)
}

// A pair is one line of --pairs.
type pair struct {
	ID         json.RawMessage `json:"id"`
	Source     string          `json:"source"`
	Statement  string          `json:"statement"`
	SourceDate string          `json:"source_date"`
	Date       string          `json:"date"`
	Lang       string          `json:"lang"`
}

// judge relates the two sides.
func (p *pair) judge() (*report.Comparison, error) {
	source, statement := relate.Side{Text: p.Source, Lang: p.Lang}, relate.Side{Text: p.Statement, Lang: p.Lang}
	var err error
	if p.SourceDate != "" {
		if source.Date, err = date.Parse(p.SourceDate); err != nil {
			return nil, errBadDate("--source-date", err)
		}
	}
	if p.Date != "" {
		if statement.Date, err = date.Parse(p.Date); err != nil {
			return nil, errBadDate("--date", err)
		}
	}
	return &report.Comparison{ID: p.ID, Source: p.Source, Statement: p.Statement, Result: relate.Judge(source, statement)}, nil
}

func printComparison(w io.Writer, format string, x *report.Comparison, look report.Options) error {
	switch format {
	case "line":
		return report.ComparisonLine(w, x)
	case "json", "jsonl":
		line, err := report.AppendComparison(nil, x)
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	}
	return report.ComparisonText(w, x, look)
}

// compared is what one line of pairs gave.
type compared struct {
	printed []byte
	err     error
}

// comparePairs judges a stream of pairs on all cores and prints them in order. A
// line that is no pair ends the run: an answer less would shift what follows.
func (c *console) comparePairs(path string, jobs int, format string, look report.Options) error {
	in, err := c.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	look.Explain = false
	work := func(l numbered) (x compared) {
		var p pair
		if err := json.Unmarshal(l.data, &p); err != nil {
			return compared{err: errLine(path, l.line, err)}
		}
		if p.Source == "" || p.Statement == "" {
			return compared{err: errLine(path, l.line, errors.New(`"source" or "statement" is missing or empty`))}
		}
		result, err := p.judge()
		if err != nil {
			return compared{err: errLine(path, l.line, err)}
		}
		var b bytes.Buffer
		err = printComparison(&b, format, result, look)
		return compared{b.Bytes(), err}
	}
	return inOrder(c.ctx, jobs, numberedLines(path, in), work, func(x compared) error {
		if x.err != nil {
			return x.err
		}
		_, err := c.out.Write(x.printed)
		return err
	})
}

// open opens a file, "-" being the standard input.
func (c *console) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(c.in), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, errRead(err)
	}
	return f, nil
}

// numbered is one line of a file.
type numbered struct {
	line int
	data []byte
}

// maxLine bounds the length of one line of JSON.
const maxLine = 64 << 20

// numberedLines returns a next function over the lines of a file that are not
// blank.
func numberedLines(path string, in io.Reader) func() (numbered, bool, error) {
	scan := bufio.NewScanner(in)
	scan.Buffer(make([]byte, 1<<16), maxLine)
	n := 0
	return func() (numbered, bool, error) {
		for scan.Scan() {
			n++
			data := bytes.TrimSpace(bytes.TrimPrefix(scan.Bytes(), []byte("\uFEFF")))
			if len(data) > 0 {
				return numbered{n, bytes.Clone(data)}, true, nil
			}
		}
		if err := scan.Err(); err != nil {
			return numbered{}, false, fmt.Errorf("%s:%d: %w", path, n+1, err)
		}
		return numbered{}, false, nil
	}
}
