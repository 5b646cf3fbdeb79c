package cli

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"factcheck/sources/index"
	"factcheck/verify/report"
	"factcheck/verify/session"
)

func (c *console) searchCommand() *cli.Command {
	return &cli.Command{
		Name: "search", Usage: "the best passage of each text in the index, ranked, with the source and the date", ArgsUsage: "QUERY | --queries FILE", Category: "archive",
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
	archive, err := c.archiveHere(ctx)
	if err != nil {
		return err
	}
	defer archive.Engine().Close()
	only := ""
	if name := ctx.String("source"); name != "" {
		if only, err = named(c.ctx, archive, name); err != nil {
			return err
		}
	}
	ask := func(q index.Query) ([]report.Found, error) {
		q.Lang, q.Brute = langOf(q.Lang), ctx.Bool("brute")
		return session.Search(archive.Archive, q, ctx.Int("limit"), only)
	}
	if queries == "" {
		found, err := ask(index.Query{Text: ctx.Args().First(), Lang: lang})
		if err != nil {
			return indexFault("", err)
		}
		return report.Search(c.out, format, found, look)
	}
	return answerLines(c, queries, ctx.Int("jobs"), queryExample, func(q *query, w io.Writer) (bad, err error) {
		if q.Text == "" {
			return errors.New(`"text" is missing or empty`), nil
		}
		if q.Lang == "" {
			q.Lang = lang
		}
		found, err := ask(index.Query{Text: q.Text, Lang: q.Lang, Speaker: q.Speaker, Source: q.Source})
		if err != nil {
			return nil, indexFault("", err)
		}
		return nil, report.SearchLine(w, q.ID, found)
	})
}

// queryExample is a line of --queries.
const queryExample = `{"id":"1","text":"..."}`

// query is one line of --queries.
type query struct {
	ID      json.RawMessage `json:"id"`
	Text    string          `json:"text"`
	Lang    string          `json:"lang"`
	Speaker string          `json:"speaker"` // raises what this speaker said
	Source  string          `json:"source"`  // raises what this source published
}
