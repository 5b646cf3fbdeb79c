package cli

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"factcheck/claims"
	"factcheck/claims/text"
	"factcheck/sources/reader"
	"factcheck/verify"
	"factcheck/verify/report"
)

func (c *console) quoteCommand() *cli.Command {
	return &cli.Command{
		Name: "quote", Usage: "one quotation: who said it, where, and what was changed", ArgsUsage: "[--by NAME] TEXT|-", Category: "check",
		Flags: join(
			[]cli.Flag{
				formatFlag("table", "line", "json", "jsonl"),
				&cli.StringFlag{Name: "by", Usage: "`name` of who is said to have said it; a part of the name will do", Category: "input"},
				indexFlag(), againstFlag(), lockFlag(checkTimeout), configFlag(),
				&cli.StringFlag{Name: "lang", Usage: "language of the quotation; `LANG` is en or fr", Category: "input"},
				&cli.StringFlag{Name: "date", Usage: "date at which it is quoted, `YYYY-MM-DD`", Category: "input"},
			},
			outputFlags(),
		),
		Action: c.quote,
	}
}

// quote looks one quotation up.
func (c *console) quote(ctx *cli.Context) error {
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	format, err := chosen(ctx, "format", "format", "table", []string{"table", "line", "json", "jsonl"})
	if err != nil {
		return err
	}
	opt, err := readOptions(ctx)
	if err != nil {
		return err
	}
	words, err := c.quoted(ctx)
	if err != nil {
		return err
	}
	archive, err := c.archiveHere(ctx)
	if err != nil {
		return err
	}
	defer archive.index.Close()
	by := ctx.String("by")
	if by != "" {
		name, err := c.sourceNamed(archive, by)
		switch {
		case err == nil:
			by = name
		case errors.Is(err, errNobody): // somebody new may well be quoted
			by = capitalised(by)
			c.say(fmt.Sprintf("no source in the index is called %q; the name is taken as it is", by))
		default:
			return err
		}
	}
	doc, err := quotationDraft(words, by, opt)
	if err != nil {
		return err
	}
	r, err := verify.Check(c.ctx, archive.Archive, []verify.Draft{{Path: doc.Path, Document: doc, Data: []byte(words)}}, verify.Options{})
	if err != nil {
		return indexFault("", err)
	}
	kept := r.Findings[:0]
	for _, f := range r.Findings {
		if f.Statement.Kind == claims.Quote && len(kept) == 0 {
			kept = append(kept, f)
		}
	}
	r.Findings = kept
	if len(kept) == 0 {
		return errNoQuotation()
	}
	look.Explain = true
	return report.Write(c.out, format, r, look)
}

// capitalised gives a name that was typed without capitals those by which it is known
// for a name: "john smith" is John Smith, "van Dijk" stays.
func capitalised(name string) string {
	if name != strings.ToLower(name) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

// quoted returns the words to look up, without quotation marks around them.
func (c *console) quoted(ctx *cli.Context) (string, error) {
	switch ctx.NArg() {
	case 0:
		return "", errTooFew(ctx.Command, "the quotation")
	case 1:
	default:
		return "", errTooManyWords(ctx.Command, ctx.Args().Get(1))
	}
	words := ctx.Args().First()
	if words == "-" {
		data, err := c.load(input{path: "-"})
		if err != nil {
			return "", err
		}
		words = string(data)
	}
	words = strings.Trim(strings.TrimSpace(words), `"“”«»„ `+"\u00a0\u202f")
	if words == "" {
		return "", errEmptyInput()
	}
	return strings.Join(strings.Fields(words), " "), nil
}

// quotationDraft makes the draft that says no more than the quotation. Places in it
// are those in the words as they were typed.
func quotationDraft(words, by string, opt reader.Options) (*claims.Document, error) {
	said := "“" + words + "”"
	if by != "" {
		said = by + " said: " + said
	}
	opt.Type = "txt"
	docs, err := reader.Read("quotation", []byte(said+"\n"), opt)
	if err != nil {
		return nil, unreadable(err)
	}
	d := docs[0]
	if at := strings.Index(d.Text, words); at >= 0 {
		d.Pieces = []claims.Piece{{Text: text.Span{Start: at, End: at + len(words)}, File: text.Span{End: len(words)}}}
	}
	return d, nil
}
