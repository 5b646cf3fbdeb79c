package cli

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/urfave/cli/v2"

	"factcheck/sources/index"
	"factcheck/verify/report"
)

func (c *console) searchCommand() *cli.Command {
	return &cli.Command{
		Name: "search", Usage: "statements in the index, ranked, with the source and the date", ArgsUsage: "QUERY | --queries FILE", Category: "archive",
		Description: `--queries reads one JSON object a line, {"id","text"}, and prints one a line in the
same order. Scores go from 0 to 1 and may be compared between queries.`,
		Flags: join(
			[]cli.Flag{
				formatFlag("table", "line", "json", "jsonl"),
				&cli.StringFlag{Name: "queries", Usage: "`file` of queries, one JSON object a line; - is standard input", Category: "input"},
				&cli.IntFlag{Name: "limit", Usage: "`N` results at most", Value: 10, Category: "output"},
				&cli.BoolFlag{Name: "brute", Usage: "score every statement, to check the index by", Category: "run"},
				&cli.StringFlag{Name: "lang", Usage: "language of the query; `LANG` is en or fr", Category: "input"},
				&cli.StringFlag{Name: "source", Usage: "`name` of the source whose statements alone are shown", Category: "input"},
				indexFlag(), againstFlag(), lockFlag(checkTimeout), configFlag(), jobsFlag(),
			},
			outputFlags(),
		),
		Action: c.search,
	}
}

// search answers one query, or a stream of them.
func (c *console) search(ctx *cli.Context) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	queries := ctx.String("queries")
	format, err := answerFormat(ctx, queries)
	if err != nil {
		return err
	}
	lang, err := chosen(ctx, "lang", "language", "", languages())
	if err != nil {
		return err
	}
	switch {
	case ctx.Int("limit") < 1:
		return errLimit()
	case queries != "" && ctx.Args().Present():
		return errTooMany(ctx.Command, ctx.Args().First())
	case queries == "" && ctx.NArg() == 0:
		return errTooFew(ctx.Command, "the query")
	case ctx.NArg() > 1:
		return errTooMany(ctx.Command, ctx.Args().Get(1))
	}
	cfg, err := c.settings(ctx, ".")
	if err != nil {
		return err
	}
	archive, err := c.openArchive(ctx, cfg, cfg.Archive)
	if err != nil {
		return err
	}
	defer archive.index.Close()
	only := ""
	if name := ctx.String("source"); name != "" {
		if only, err = c.sourceNamed(archive, name); err != nil {
			return err
		}
	}
	ask := func(q index.Query) ([]report.Found, error) {
		q.Lang, q.Brute = langOf(q.Lang), ctx.Bool("brute")
		return c.find(archive, q, ctx.Int("limit"), only)
	}
	if queries != "" {
		return c.searchAll(queries, ctx.Int("jobs"), lang, ask)
	}
	found, err := ask(index.Query{Text: ctx.Args().First(), Lang: lang})
	if err != nil {
		return indexFault("", err)
	}
	return report.Search(c.out, format, found, look)
}

// find asks the index and returns the passages with their documents.
func (c *console) find(archive *opened, q index.Query, limit int, only string) ([]report.Found, error) {
	ask := limit
	if only != "" {
		ask = 50 * limit
	}
	hits, err := archive.index.SearchDocuments(q, ask)
	if err != nil {
		return nil, err
	}
	var out []report.Found
	for _, h := range hits {
		e, err := archive.index.Entry(h.Document)
		if err != nil {
			return nil, err
		}
		f := report.Found{Document: e.Document, Score: h.Score, Span: h.Span}
		if h.Statement < uint32(len(e.Statements)) {
			f.Statement = &e.Statements[h.Statement]
		}
		if only != "" && archive.Names().Canonical(f.Source()) != only {
			continue
		}
		if out = append(out, f); len(out) == limit {
			break
		}
	}
	return out, nil
}

// query is one line of --queries.
type query struct {
	ID      json.RawMessage `json:"id"`
	Text    string          `json:"text"`
	Lang    string          `json:"lang"`
	Speaker string          `json:"speaker"` // raises what this speaker said
	Source  string          `json:"source"`  // raises what this source published
}

// searchAll answers a stream of queries on all cores, in order.
func (c *console) searchAll(path string, jobs int, lang string, ask func(index.Query) ([]report.Found, error)) error {
	in, err := c.open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	work := func(l numbered) (x compared) {
		var q query
		if err := json.Unmarshal(l.data, &q); err != nil {
			return compared{err: errQueryLine(path, l.line, err)}
		}
		if q.Text == "" {
			return compared{err: errQueryLine(path, l.line, errors.New(`"text" is missing or empty`))}
		}
		if q.Lang == "" {
			q.Lang = lang
		}
		found, err := ask(index.Query{Text: q.Text, Lang: q.Lang, Speaker: q.Speaker, Source: q.Source})
		if err != nil {
			return compared{err: indexFault("", err)}
		}
		var b bytes.Buffer
		err = report.SearchLine(&b, q.ID, found)
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
